"""A story that is damaged, or written by a newer program: what can still be read of it."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.story.body import TextBlock
from editor_app.story.canonical import canonical_json
from editor_app.story.salvaging import salvage
from editor_app.story.story import Story, normal_story, story_to_json

MakeStory = Callable[..., Story]


def stored(story: Story) -> bytes:
    return canonical_json(story_to_json(story))


def altered(story: Story, alter: Callable[[Any], object]) -> bytes:
    data = story_to_json(story)
    alter(data)
    return json.dumps(data).encode()


def paragraphs(story: Story) -> list[str]:
    return [block.text for block in story.body if isinstance(block, TextBlock)]


def test_a_story_that_is_whole_comes_back_whole(make_story: MakeStory) -> None:
    assert salvage(stored(make_story())) == make_story()


def test_a_block_of_a_kind_that_is_not_known_keeps_its_words(make_story: MakeStory) -> None:
    quiz = {
        "_type": "quiz",
        "_key": "q1",
        "question": {"text": "Siapa wali kota?"},
        "choices": [{"text": "Ani"}, 3],
    }
    found = salvage(altered(make_story(), lambda data: data["body"].insert(1, quiz)))
    assert paragraphs(found)[1] == "Siapa wali kota? Ani"
    assert len(paragraphs(found)) == 3


@pytest.mark.parametrize(
    "alter",
    [
        lambda data: data.update(headline=None),
        lambda data: data.update(eventDate="kemarin"),
        lambda data: data.update(credits=7),
        lambda data: data["photos"].append("rusak"),
        lambda data: data.update(photos=None, body=[*data["body"], None, {"_type": "block", "children": 3}]),
    ],
)
def test_what_is_damaged_takes_nothing_else_along(make_story: MakeStory, alter: Callable[[Any], object]) -> None:
    found = salvage(altered(make_story(), alter))
    assert found.kicker == make_story().kicker
    assert paragraphs(found) == [block.text for block in make_story().body if isinstance(block, TextBlock)]


def test_of_torn_text_all_is_read_that_stands_before_the_tear(make_story: MakeStory) -> None:
    text = stored(make_story())
    found = salvage(text[: text.index(b'"section"')] + b"\xff\xfe")
    assert found == replace(make_story(), section="", standfirst="")
    headless = salvage(text[: text.index(b'"headline"')])
    assert (headless.headline, paragraphs(headless)) == ("", paragraphs(make_story()))


def test_a_paragraph_with_a_hole_keeps_its_words_and_leaves_the_others_whole(make_story: MakeStory) -> None:
    text = stored(make_story())
    place = text.index(b'"style"')  # of the first paragraph, behind its words
    found = salvage(text[:place] + b"\x00\x00" + text[place + 4 :])
    assert paragraphs(found) == [block.text for block in make_story().body if isinstance(block, TextBlock)]
    assert found.body[1:] == make_story().body[1:]
    assert found.photos == make_story().photos


def test_a_tear_in_a_word_keeps_what_stands_before_and_behind(make_story: MakeStory) -> None:
    text = stored(make_story())
    place = text.index(b"betah")
    found = salvage(text[:place] + b'"' + text[place:])
    assert paragraphs(found)[0] == "Warga Desa Sumber Arum membangun perpustakaan di atas rakit."
    assert "“Kami ingin anak-anak" in paragraphs(found)[1]
    assert found.headline == make_story().headline


def test_of_nothing_nothing_is_read() -> None:
    for nothing in (b"", b"[]", b"null", b"\x00", b"[" * 100_000):
        assert salvage(nothing) == Story()


@given(st.integers(0, 2_500), st.binary(max_size=4), st.integers(0, 40))
def test_whatever_was_done_to_it_a_story_is_read_without_an_error(
    make_story: MakeStory, place: int, noise: bytes, gone: int
) -> None:
    text = stored(make_story())
    found = salvage(text[:place] + noise + text[place + gone :])
    assert found == normal_story(found)
