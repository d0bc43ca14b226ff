import hashlib
import json
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from editor_app.story.body import BreakBlock, PhotoBlock, Span, TextBlock
from editor_app.story.canonical import canonical_hash, canonical_json, short_signs
from editor_app.story.photo import Attachment, Crop
from editor_app.story.revision import content_hash, freeze, utc_text, utc_time
from editor_app.story.story import Credits, Story, story_to_json

AT = datetime(2026, 9, 12, 7, 0, 0, 123_456, tzinfo=UTC)


FIXED = Story(
    headline="PERPUSTAKAAN APUNG DIBUKA",
    dateline="Kota Tirta",
    event_date=date(2026, 9, 10),
    keywords=("desa",),
    credits=Credits(("Ratri",), ("Bayu",), ("Sekar",)),
    body=(
        TextBlock("b1", (Span("“Silakan "), Span("baca", ("em",)), Span(".”"))),
        TextBlock("b2", (Span("Satu"),), list_item="number", start=3),
        PhotoBlock("b3", "f1"),
        BreakBlock("b4"),
    ),
    photos=(Attachment("f1", "0" * 64, "a.jpg", "FOKUS: Membaca.", crop=Crop(0, 0, 1000, 500), lead=True),),
)


def frozen(story, *, parents=(), author="p-ratri", at=AT, story_id="s1"):
    return freeze(story, story_id=story_id, parents=parents, author=author, at=at)


def test_canonical_json_sorts_names_and_leaves_no_space():
    assert canonical_json({"b": [1, None, True], "a": "é\n"}) == '{"a":"é\\n","b":[1,null,true]}'.encode()
    assert canonical_hash({"b": 1, "a": 2}) == canonical_hash({"a": 2, "b": 1})


def test_a_fixed_story_has_its_hash_for_ever():
    """Where this fails, no stored revision can be verified any more: never mend it by pasting the new value."""
    revision = frozen(FIXED)

    assert revision.content_hash == "6853d89238bc7806fc1ebaa0203088447496ab0648e9edb6138f707987bb7736"
    assert revision.id == "183f6a6d0ab5bf2821d6d594f822175bea5fd9c3b308be6eeff64185b8ff6d4b"
    assert revision.code == "R1-F3BX"


def test_the_id_is_the_hash_of_the_whole(make_story):
    first = frozen(make_story())
    second = frozen(make_story(kicker="Desa"), parents=[first], author="p-danu")

    whole = {
        "story": "s1",
        "parents": [first.id],
        "author": "p-danu",
        "at": "2026-09-12T07:00:00.123Z",
        "content": story_to_json(second.story),
    }
    plain = json.dumps(whole, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert second.id == hashlib.sha256(plain.encode()).hexdigest()


@pytest.mark.parametrize(
    "other",
    [
        {"author": "p-danu"},
        {"at": AT + timedelta(milliseconds=1)},
        {"story_id": "s2"},
    ],
)
def test_the_same_words_by_another_hand_are_another_revision_with_the_same_content(make_story, other):
    first, second = frozen(make_story()), frozen(make_story(), **other)

    assert first.content_hash == second.content_hash
    assert first.id != second.id
    assert first.code == second.code


def test_every_change_of_a_story_changes_its_content_hash(make_story):
    story = make_story()
    changes = [
        {"headline": "LAIN"},
        {"kicker": "Lain"},
        {"standfirst": "Lain."},
        {"dateline": "Lain"},
        {"event_date": None},
        {"section": "Opini"},
        {"language": "en"},
        {"keywords": ()},
        {"credits": type(story.credits)()},
        {"body": story.body[:-1]},
        {"photos": story.photos[::-1]},
    ]

    hashes = {content_hash(make_story(**change)) for change in changes} | {content_hash(story)}

    assert len(hashes) == len(changes) + 1


def test_the_number_is_one_more_than_the_highest_of_the_parents(make_story):
    first = frozen(make_story())
    second = frozen(make_story(kicker="Dua"), parents=[first])
    aside = frozen(make_story(kicker="Lain"), parents=[first])
    third = frozen(make_story(kicker="Tiga"), parents=[second])
    joined = frozen(make_story(kicker="Gabung"), parents=[third, aside])

    assert [revision.number for revision in (first, second, aside, third, joined)] == [1, 2, 2, 3, 4]
    assert joined.parents == tuple(sorted((third.id, aside.id)))
    assert joined == frozen(make_story(kicker="Gabung"), parents=[aside, third])


def test_the_short_code_can_be_spoken():
    signs = {short_signs(f"{number:08x}" + "0" * 56) for number in range(0, 2**32, 2**20 + 12_345)}

    assert all(len(code) == 4 for code in signs)
    assert set("".join(signs)) == set("23456789ABCDEFGHJKLMNPQRSTUVWXYZ")
    assert len(signs) > 3_900


def test_a_moment_is_kept_in_utc_with_milliseconds():
    jakarta = datetime(2026, 9, 12, 14, 0, tzinfo=timezone(timedelta(hours=7)))

    assert utc_text(jakarta) == "2026-09-12T07:00:00.000Z"
    assert utc_time(utc_text(AT)) == AT.replace(microsecond=123_000)
    with pytest.raises(ValueError, match="2026"):
        utc_text(datetime(2026, 9, 12))  # noqa: DTZ001 - without a zone, which is the point


def test_a_revision_keeps_its_moment_as_it_is_hashed(make_story):
    assert frozen(make_story()).at == AT.replace(microsecond=123_000)
