"""Two people worked on one story: what came of it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.story.body import Body, PhotoBlock, Span, TextBlock
from editor_app.story.checks import Place
from editor_app.story.merging import merge
from editor_app.story.photo import Attachment
from editor_app.story.story import Credits, Story, normal_story


def paragraph(key: str, text: str) -> TextBlock:
    return TextBlock(key, (Span(text),))


def body(*keys: str) -> Body:
    return tuple(paragraph(key, f"Alinea {key}.") for key in keys)


@pytest.fixture
def base() -> Story:
    photos = (Attachment("p1", "a" * 64, caption="FOKUS: Rapat.", lead=True), Attachment("p2", "b" * 64))
    return normal_story(
        Story(
            headline="JUDUL",
            dateline="Batu",
            credits=Credits(("Sari",), (), ("Edi",)),
            body=body("b1", "b2", "b3"),
            photos=photos,
        )
    )


def texts(story: Story) -> list[str]:
    return [block.text for block in story.body if isinstance(block, TextBlock)]


def test_what_each_side_changed_is_taken(base):
    mine = replace(base, headline="JUDUL BARU", body=(paragraph("b1", "Saya ubah."), *base.body[1:]))
    theirs = replace(base, dateline="Malang", body=(*base.body[:2], paragraph("b3", "Dia ubah.")))
    merged = merge(base, mine, theirs)
    assert merged.clashes == ()
    assert (merged.story.headline, merged.story.dateline) == ("JUDUL BARU", "Malang")
    assert texts(merged.story) == ["Saya ubah.", "Alinea b2.", "Dia ubah."]


def test_the_photographers_photo_and_the_writers_text_come_together(base):
    mine = replace(base, body=(paragraph("b1", "Tulisan baru."), *base.body[1:]))
    photo = Attachment("p3", "c" * 64, caption="HANGAT: Seusai rapat.")
    theirs = replace(base, photos=(*base.photos, photo), body=(*base.body, PhotoBlock("b9", "p3")))
    merged = merge(base, mine, theirs)
    assert merged.clashes == ()
    assert [photo.key for photo in merged.story.photos] == ["p1", "p2", "p3"]
    assert merged.story.body[-1] == PhotoBlock("b9", "p3")
    assert texts(merged.story)[0] == "Tulisan baru."


def test_the_same_change_on_both_sides_is_one(base):
    both = replace(base, headline="SAMA")
    merged = merge(base, both, both)
    assert merged.story == both
    assert merged.clashes == ()


def test_the_same_paragraph_changed_twice_clashes_and_mine_stands(base):
    mine = replace(base, body=(paragraph("b1", "Versi saya."), *base.body[1:]))
    theirs = replace(base, body=(paragraph("b1", "Versi dia."), *base.body[1:]), headline="LAIN")
    merged = merge(base, mine, theirs)
    assert merged.clashes == (Place("block", "b1"),)
    assert texts(merged.story)[0] == "Versi saya."
    assert merged.story.headline == "LAIN"


def test_a_field_changed_twice_clashes(base):
    merged = merge(base, replace(base, headline="SATU"), replace(base, headline="DUA"))
    assert merged.clashes == (Place("field", "headline"),)
    assert merged.story.headline == "SATU"
    names = merge(
        base,
        replace(base, credits=Credits(("Sari", "Bima"), (), ("Edi",))),
        replace(base, credits=Credits(("Sari",), ("Rangga",), ("Edi",))),
    )
    assert names.clashes == ()
    assert names.story.credits == Credits(("Sari", "Bima"), ("Rangga",), ("Edi",))


def test_what_one_side_took_out_is_gone_unless_the_other_changed_it(base):
    without = replace(base, body=(base.body[0], base.body[2]))
    assert texts(merge(base, base, without).story) == ["Alinea b1.", "Alinea b3."]
    assert texts(merge(base, without, base).story) == ["Alinea b1.", "Alinea b3."]
    changed = replace(base, body=(base.body[0], paragraph("b2", "Diubah."), base.body[2]))
    for mine, theirs in ((without, changed), (changed, without)):
        merged = merge(base, mine, theirs)
        assert merged.clashes == (Place("block", "b2"),)
        assert texts(merged.story) == ["Alinea b1.", "Diubah.", "Alinea b3."]


def test_new_paragraphs_of_both_stand_behind_their_own_neighbours(base):
    mine = replace(base, body=(base.body[0], *body("m1", "m2"), *base.body[1:]))
    theirs = replace(base, body=(*body("t0"), *base.body[:2], *body("t1"), base.body[2]))
    keys = [block.key for block in merge(base, mine, theirs).story.body]
    assert keys == ["t0", "b1", "m1", "m2", "b2", "t1", "b3"]


def test_a_move_of_one_side_is_taken(base):
    moved = replace(base, body=(base.body[2], *base.body[:2]))
    written = replace(base, body=(*base.body, *body("b4")))
    for mine, theirs in ((moved, written), (written, moved)):
        keys = [block.key for block in merge(base, mine, theirs).story.body]
        assert keys == ["b3", "b4", "b1", "b2"] if mine is moved else keys[:1] == ["b3"]
        assert sorted(keys) == ["b1", "b2", "b3", "b4"]


def test_caption_and_credit_of_one_photo_come_from_two_people(base):
    first, second = base.photos
    mine = replace(base, photos=(replace(first, caption="FOKUS: Rapat kerja."), second))
    theirs = replace(base, photos=(replace(first, creator="Rangga"), second))
    merged = merge(base, mine, theirs)
    assert merged.clashes == ()
    assert (merged.story.photos[0].caption, merged.story.photos[0].creator) == ("FOKUS: Rapat kerja.", "Rangga")
    twice = merge(base, mine, replace(base, photos=(replace(first, caption="LAIN"), second)))
    assert twice.clashes == (Place("photo", "p1"),)
    assert twice.story.photos[0].caption == "FOKUS: Rapat kerja."


def test_there_is_one_lead_whoever_chose_it(base):
    first, second = base.photos
    third = Attachment("p3", "c" * 64, lead=True)
    mine = replace(base, photos=(replace(first, lead=False), replace(second, lead=True)))
    theirs = replace(base, photos=(replace(first, lead=False), second, third))
    story = merge(base, mine, theirs).story
    assert [photo.key for photo in story.photos if photo.lead] == ["p2"]
    assert [photo.key for photo in merge(base, base, theirs).story.photos if photo.lead] == ["p3"]


def test_a_photo_that_both_added_otherwise_clashes(base):
    mine = replace(base, photos=(*base.photos, Attachment("p9", "c" * 64, caption="SATU: Saya.")))
    theirs = replace(base, photos=(*base.photos, Attachment("p9", "c" * 64, caption="DUA: Dia.")))
    merged = merge(base, mine, theirs)
    assert merged.clashes == (Place("photo", "p9"),)
    assert merged.story.photos[-1].caption == "SATU: Saya."


KEYS = st.lists(st.sampled_from(["b1", "b2", "b3", "b4", "b5", "b6"]), unique=True, max_size=6)


@given(KEYS, KEYS, KEYS)
def test_nothing_that_one_side_alone_wrote_is_lost_and_nothing_comes_twice(before, here, there):
    old, mine, theirs = (Story(body=body(*keys)) for keys in (before, here, there))
    keys = [block.key for block in merge(old, mine, theirs).story.body]
    assert len(keys) == len(set(keys))
    fresh = (set(here) | set(there)) - set(before)
    stayed = set(before) & set(here) & set(there)
    assert set(keys) == fresh | stayed


@given(KEYS, KEYS)
def test_where_one_side_did_nothing_the_other_is_what_comes_out(before, after):
    old, new = normal_story(Story(body=body(*before))), normal_story(Story(body=body(*after)))
    assert merge(old, new, old).story == new
    assert merge(old, old, new).story == new
