"""Two states of a story side by side: what was taken out, put in, moved and dressed otherwise."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.story.body import Body, BreakBlock, Cell, Link, PhotoBlock, Span, Table, TextBlock
from editor_app.story.change_summary import ChangeSummary, sentences, summed_up
from editor_app.story.comparing import BlockChange, Comparison, compare, side_of
from editor_app.story.marks import DECORATORS
from editor_app.story.photo import Attachment, Crop
from editor_app.story.story import Credits, Story, normal_story
from editor_app.story.wording import Stretch, compare_texts, text_of
from tests.story.bodies import WILD_BODIES

WORDS = st.lists(
    st.sampled_from(["Rapat", "warga", "di", "desa", "dan", "itu", "Rp5.000", "“Kami", ",", ".", "\n"]),
    max_size=9,
).map(" ".join)
PHOTOS = st.lists(
    st.builds(
        Attachment,
        st.sampled_from(["f0000001", "f0000002", "f0000003"]),
        st.sampled_from(["1" * 64, "2" * 64]),
        caption=WORDS,
        crop=st.sampled_from([None, Crop(0, 0, 500, 500)]),
        lead=st.booleans(),
    ),
    max_size=3,
    unique_by=lambda photo: photo.key,
).map(tuple)
TALKING = st.lists(
    st.builds(
        TextBlock,
        st.sampled_from([f"{number:08x}" for number in range(8)]),
        st.lists(
            st.builds(Span, WORDS, st.lists(st.sampled_from(DECORATORS), max_size=1).map(tuple)), max_size=3
        ).map(tuple),
    ),
    max_size=6,
).map(tuple)
STORIES = st.builds(
    Story,
    headline=WORDS,
    standfirst=WORDS,
    event_date=st.sampled_from([None, date(2026, 9, 10), date(2026, 9, 11)]),
    keywords=st.lists(st.sampled_from(["desa", "buku", "kota"]), max_size=3).map(tuple),
    credits=st.builds(Credits, st.lists(st.sampled_from(["Sari W.", "Danu", "Humas"]), max_size=3).map(tuple)),
    body=st.one_of(WILD_BODIES, TALKING),
    photos=PHOTOS,
).map(normal_story)


def paragraph(key: str, text: str) -> TextBlock:
    return TextBlock(key, (Span(text),))


def told(*texts: str) -> Story:
    return Story(body=tuple(paragraph(f"b{number}", text) for number, text in enumerate(texts)))


def seen(change: BlockChange) -> list[tuple[str, str, str]]:
    """The stretches of a paragraph: what became of them, the words before, the words after."""
    return [(each.fate, text_of(each.before), text_of(each.after)) for each in change.wording]


def standings(comparison: Comparison) -> list[tuple[str, str]]:
    return [(change.block.key, change.standing) for change in comparison.blocks]


def turned(comparison: Comparison) -> Comparison:
    """The comparison read from the other side: where the groups of a gap change places too."""
    other = {"removed": "added", "added": "removed", "moved-away": "moved-here", "moved-here": "moved-away"}
    wordings = {(id(c.before), id(c.after)): c.wording for c in comparison.blocks if c.standing == "moved-here"}

    def in_gaps(changes, turn):
        gone, come = [], []
        for change in (*changes, None):
            if change is None or change.standing == "kept":
                yield from map(turn, (*come, *gone))
                gone, come = [], []
                if change is not None:
                    yield turn(change)
            else:
                (gone if change.standing in {"removed", "moved-away"} else come).append(change)

    def flipped(wording):
        return tuple(Stretch(each.after, each.before) for each in wording)

    def fields(changes):
        return tuple(replace(c, before=c.after, after=c.before, wording=flipped(c.wording)) for c in changes)

    def block(change):
        standing = other.get(change.standing, "kept")
        wording = wordings[id(change.before), id(change.after)] if standing == "moved-here" else change.wording
        return BlockChange(
            change.after, change.before, standing, () if standing == "moved-away" else flipped(wording)
        )

    details = {(id(c.before), id(c.after)): c.fields for c in comparison.photos if c.standing == "moved-here"}

    def photo(change):
        standing = other.get(change.standing, "kept")
        told = details[id(change.before), id(change.after)] if standing == "moved-here" else change.fields
        return replace(
            change,
            before=change.after,
            after=change.before,
            standing=standing,
            fields=() if standing == "moved-away" else fields(told),
        )

    return Comparison(
        fields(comparison.fields),
        tuple(in_gaps(comparison.blocks, block)),
        tuple(in_gaps(comparison.photos, photo)),
    )


@given(STORIES, STORIES)
def test_either_side_of_a_comparison_is_that_state_of_the_story(before, after):
    comparison = compare(before, after)
    assert side_of(comparison, "before") == before
    assert side_of(comparison, "after") == after


@given(STORIES, STORIES)
def test_a_comparison_the_other_way_round_is_the_same_turned_round(before, after):
    assert compare(after, before) == turned(compare(before, after))


@given(STORIES, STORIES)
def test_nothing_changed_where_both_states_are_the_same_and_nowhere_else(before, after):
    assert compare(before, before).is_empty
    assert summed_up(compare(before, before)).is_empty
    assert not compare(before, after).is_empty or _same_but_for_keys(before, after)


def _same_but_for_keys(before: Story, after: Story) -> bool:
    """To every eye: one cut and pasted where it stood has another key, one without words is not seen."""

    def plain(story: Story) -> Story:
        blocks = (block for block in story.body if not isinstance(block, TextBlock) or block.text.strip())
        body = tuple(replace(block, key="") for block in blocks)
        return replace(story, body=body, photos=tuple(replace(photo, key="") for photo in story.photos))

    return plain(before) == plain(after)


def test_a_paragraph_without_words_is_no_change_but_one_with_a_word_is():
    assert compare(told("Satu."), told("Satu.", "")).is_empty
    assert compare(told("Satu.", " "), told("Satu.")).is_empty
    assert not compare(told("Satu.", ""), told("Satu.", "Dua.")).is_empty


def test_words_are_compared_within_their_paragraph():
    comparison = compare(
        told("Rapat warga dibuka wali kota.", "Tetap."), told("Rapat warga ditutup camat.", "Tetap.")
    )
    assert seen(comparison.blocks[0]) == [
        ("same", "Rapat warga ", "Rapat warga "),
        ("replaced", "dibuka wali kota", "ditutup camat"),
        ("same", ".", "."),
    ]
    assert not comparison.blocks[1].is_changed


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [
        ("Warga datang.", "Warga desa datang.", [("added", "", "desa ")]),
        ("Warga desa datang.", "Warga datang.", [("removed", "desa ", "")]),
        ("Harganya Rp5.000 saja.", "Harganya Rp6.000 saja.", [("replaced", "Rp5.000", "Rp6.000")]),
        ("Anak-anak membaca.", "Anak membaca.", [("replaced", "Anak-anak", "Anak")]),
        ("Ia datang, lalu pergi lagi.", "Ia datang lalu pergi lagi.", [("removed", ",", "")]),
        ("satu dua tiga empat", "satu lima enam empat", [("replaced", "dua tiga", "lima enam")]),
        ("Hujan turun deras sekali", "Kabut naik", [("replaced", "Hujan turun deras sekali", "Kabut naik")]),
        ("", "Judul", [("added", "", "Judul")]),
    ],
)
def test_a_change_of_words_reads_as_a_person_would_say_it(before, after, changed):
    wording = compare_texts(before, after)
    found = [(each.fate, text_of(each.before), text_of(each.after)) for each in wording if each.fate != "same"]
    assert found == changed


def test_marks_and_links_that_changed_are_shown_on_words_that_stayed():
    link = Link("l1", "https://contoh.id/a")
    before = normal_story(Story(body=(TextBlock("b1", (Span("Baca laporan lengkap di sini."),)),)))
    spans = (Span("Baca "), Span("laporan", ("strong",)), Span(" lengkap "), Span("di sini", ("l1",)), Span("."))
    after = normal_story(Story(body=(TextBlock("b1", spans, mark_defs=(link,)),)))
    change = compare(before, after).blocks[0]
    assert seen(change) == [
        ("same", "Baca ", "Baca "),
        ("dressed", "laporan", "laporan"),
        ("same", " lengkap ", " lengkap "),
        ("dressed", "di sini", "di sini"),
        ("same", ".", "."),
    ]
    assert change.wording[1].after[0].decorators == ("strong",)
    assert change.wording[3].after[0].href == "https://contoh.id/a"


def test_a_paragraph_that_moved_is_shown_where_it_was_and_where_it_is():
    before, after = told("Satu.", "Dua.", "Tiga.", "Empat."), told("Satu.", "Dua.", "Tiga.", "Empat.")
    after = replace(after, body=(after.body[3], *after.body[:3]))
    comparison = compare(before, after)
    assert standings(comparison) == [
        ("b3", "moved-here"),
        ("b0", "kept"),
        ("b1", "kept"),
        ("b2", "kept"),
        ("b3", "moved-away"),
    ]
    assert not any(change.is_changed for change in comparison.blocks)
    assert summed_up(comparison) == ChangeSummary(moved=1)


def test_a_paragraph_that_was_cut_and_pasted_elsewhere_has_another_key_and_has_moved():
    before = told("Satu kalimat.", "Dua kalimat.", "Tiga kalimat.")
    after = replace(before, body=(replace(before.body[2], key="cafe"), *before.body[:2]))
    assert standings(compare(before, after))[0] == ("cafe", "moved-here")


def test_of_two_that_changed_places_the_shorter_one_moved():
    before = told("Sebuah kalimat yang jauh lebih panjang.", "Pendek.")
    after = replace(before, body=before.body[::-1])
    assert standings(compare(before, after)) == [("b1", "moved-here"), ("b0", "kept"), ("b1", "moved-away")]


def test_a_paragraph_written_anew_between_the_same_neighbours_is_compared_with_what_stood_there():
    before = told("Awal.", "Warga membangun perpustakaan di atas rakit bambu.", "Akhir.")
    fresh = paragraph("neu1", "Warga desa membangun perpustakaan di atas rakit bambu.")
    after = replace(before, body=(before.body[0], fresh, before.body[2]))
    change = compare(before, after).blocks[1]
    assert (change.standing, change.before, change.after) == ("kept", before.body[1], fresh)
    assert [fate for fate, *_ in seen(change)] == ["same", "added", "same"]


def test_a_paragraph_about_something_else_is_not_compared_with_what_stood_there():
    before = told("Awal.", "Warga membangun perpustakaan di atas rakit bambu.", "Akhir.")
    after = replace(before, body=(before.body[0], paragraph("neu1", "Bupati hadir."), before.body[2]))
    assert [standing for _, standing in standings(compare(before, after))] == ["kept", "removed", "added", "kept"]


def test_too_many_paragraphs_in_one_gap_are_not_weighed_against_each_other():
    before = told(*(f"Kalimat nomor {number} yang lama." for number in range(40)))
    after = Story(
        body=tuple(paragraph(f"c{number}", f"Kalimat nomor {number} yang baru.") for number in range(40))
    )
    assert {standing for _, standing in standings(compare(before, after))} == {"removed", "added"}


def test_a_change_of_style_or_list_is_a_change_without_other_words():
    before = told("Latar belakang", "Isi.")
    after = replace(
        before, body=(replace(before.body[0], style="h2"), replace(before.body[1], list_item="bullet"))
    )
    comparison = compare(before, after)
    assert [change.is_restyled for change in comparison.blocks] == [True, True]
    assert summed_up(comparison) == ChangeSummary(blocks=2)


def test_what_became_something_of_another_kind_is_another():
    before = told("Isi.")
    after = Story(body=(BreakBlock("b0"),))
    assert [standing for _, standing in standings(compare(before, after))] == ["removed", "added"]


def test_tables_and_dividers_are_compared_as_wholes():
    def table(word: str) -> Table:
        return Table("t1", ((Cell((Span("Desa"),)), Cell((Span(word),))),))

    before = Story(body=(table("12"), BreakBlock("d1")))
    assert compare(before, before).is_empty
    comparison = compare(before, Story(body=(table("13"),)))
    assert [(change.standing, change.is_changed) for change in comparison.blocks] == [
        ("kept", True),
        ("removed", True),
    ]
    assert summed_up(comparison) == ChangeSummary(blocks=2)
    pasted = replace(table("12"), key="t2")
    assert standings(compare(before, Story(body=(BreakBlock("d1"), pasted))))[0] == ("d1", "moved-here")


@pytest.fixture
def photos() -> tuple[Attachment, ...]:
    return tuple(
        Attachment(
            f"p{number}", str(number) * 64, caption=f"FOKUS: Foto {number}.", creator="Bayu", lead=number == 1
        )
        for number in (1, 2, 3)
    )


def test_each_change_of_a_photo_is_named(photos):
    before = Story(photos=photos)
    first = replace(photos[0], caption="FOKUS: Foto satu.", alt="Rapat", crop=Crop(0, 0, 500, 500), lead=False)
    after = replace(before, photos=(first, replace(photos[1], creator="Bayu N.", lead=True), photos[2]))
    changes = compare(before, after).photos
    assert [[each.name for each in change.fields] for change in changes] == [
        ["caption", "alt", "crop", "lead"],
        ["creator", "lead"],
        [],
    ]
    assert [each.fate for each in changes[0].fields[0].wording] == ["same", "replaced", "same"]
    assert summed_up(compare(before, after)) == ChangeSummary(photos=2)


def test_photos_put_in_taken_out_and_moved_are_told_apart(photos):
    one, two, three = photos
    four = Attachment("p4", "4" * 64)
    comparison = compare(Story(photos=(one, two, three)), Story(photos=(three, one, four)))
    assert [(change.photo.key, change.standing) for change in comparison.photos] == [
        ("p3", "moved-here"),
        ("p1", "kept"),
        ("p2", "removed"),
        ("p3", "moved-away"),
        ("p4", "added"),
    ]
    assert summed_up(comparison).photos == 3


def test_a_photo_that_was_taken_off_and_added_again_is_the_same_photo(photos):
    again = replace(photos[1], key="p9", caption="FOKUS: Foto dua.")
    changes = compare(Story(photos=photos), Story(photos=(photos[0], again, photos[2]))).photos
    assert [(change.standing, [each.name for each in change.fields]) for change in changes] == [
        ("kept", []),
        ("kept", ["caption"]),
        ("kept", []),
    ]


def test_a_photo_put_into_the_text_counts_as_a_photo(photos):
    before = Story(body=(paragraph("b1", "Isi."),), photos=photos)
    after = replace(before, body=(*before.body, PhotoBlock("b2", "p2")))
    assert summed_up(compare(before, after)) == ChangeSummary(photos=1)
    moved = replace(after, body=(PhotoBlock("b7", "p2"), before.body[0]))
    assert summed_up(compare(after, moved)) == ChangeSummary(moved=1)


def test_fields_are_compared_word_by_word_and_name_by_name(make_story: Callable[..., Story]):
    before = make_story()
    after = replace(
        before,
        headline=before.headline.replace("APUNG", "TERAPUNG"),
        event_date=date(2026, 9, 11),
        credits=replace(before.credits, writers=("Ratri Maheswari", "Bagas Prakoso")),
    )
    changed = [change for change in compare(before, after).fields if change.is_changed]
    assert [change.name for change in changed] == ["headline", "event_date", "writers"]
    assert [each.fate for each in changed[0].wording] == ["same", "replaced"]
    assert changed[1].wording == ()
    assert text_of(changed[2].wording[-1].after) == "Bagas Prakoso"
    assert summed_up(compare(before, after)).fields == ("headline", "event_date", "writers")


def test_sentences_that_changed_are_counted_as_a_person_counts():
    before = told("Satu kalimat. Dua kalimat. Tiga kalimat.", "Empat kalimat.")
    after = told("Satu kalimat. Dua kalimat baru. Tiga kalimat.", "Empat kalimat.", "Lima kalimat. Enam kalimat.")
    assert summed_up(compare(before, after)).sentences == 3
    assert summed_up(compare(after, before)).sentences == 3
    assert summed_up(compare(before, told("Satu kalimat. Dua kalimat.", "Empat kalimat."))).sentences == 1


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("“Kami senang,” ujarnya. “Sungguh!” Ia tertawa.", 3),
        ("Hadir dr. Ani dan Prof. Budi bersama H. Umar.", 1),
        ("Harganya Rp5.000 pada pukul 14.00 WIB.", 1),
        ("Baris satu\nBaris dua", 2),
        ("", 0),
    ],
)
def test_a_text_is_cut_into_its_sentences(text, count):
    assert len(sentences(text)) == count
    assert "".join(sentences(text)) == text


def test_a_text_that_repeats_itself_for_ever_is_compared_all_the_same():
    often: Body = (paragraph("b1", "ya " * 3_000),)
    other: Body = (paragraph("b1", "ya tidak " * 2_000),)
    comparison = compare(Story(body=often), Story(body=other))
    assert side_of(comparison, "after").body == other
