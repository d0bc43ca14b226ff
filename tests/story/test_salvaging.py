"""A story that is damaged, or written by a newer program: what can still be read of it."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.story.body import TextBlock
from editor_app.story.canonical import canonical_json
from editor_app.story.salvaging import Salvaged, salvage
from editor_app.story.story import Story, normal_story, story_to_json

MakeStory = Callable[..., Story]


def stored(story: Story) -> bytes:
    return canonical_json(story_to_json(story))


def altered(story: Story, alter: Callable[[Any], object]) -> bytes:
    data = story_to_json(story)
    alter(data)
    return json.dumps(data).encode()


def paragraphs(salvaged: Salvaged) -> list[str]:
    return [block.text for block in salvaged.story.body if isinstance(block, TextBlock)]


def test_a_story_that_is_whole_comes_back_whole(make_story: MakeStory) -> None:
    assert salvage(stored(make_story())) == Salvaged(make_story())


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
    assert found.unread == 1


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
    assert found.story.kicker == make_story().kicker
    assert paragraphs(found) == [block.text for block in make_story().body if isinstance(block, TextBlock)]


def test_of_torn_text_headline_and_paragraphs_are_read_as_far_as_they_go(make_story: MakeStory) -> None:
    text = stored(make_story())
    found = salvage(text[: text.index(b'"keywords"')] + b"\xff\xfe")
    assert found.story.headline == make_story().headline
    assert paragraphs(found) == [block.text for block in make_story().body if isinstance(block, TextBlock)]
    assert salvage(text[:300]).story.headline == ""


def test_of_nothing_nothing_is_read() -> None:
    for nothing in (b"", b"[]", b"null", b"\x00", b"[" * 100_000):
        assert salvage(nothing) == Salvaged(Story())


@given(st.integers(0, 2_500), st.binary(max_size=4), st.integers(0, 40))
def test_whatever_was_done_to_it_a_story_is_read_without_an_error(
    make_story: MakeStory, place: int, noise: bytes, gone: int
) -> None:
    text = stored(make_story())
    found = salvage(text[:place] + noise + text[place + gone :]).story
    assert found == normal_story(found)
