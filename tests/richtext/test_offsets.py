"""Code points of a story and positions of a cursor."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.richtext.offsets import (
    cursor_position,
    story_offset,
    to_document,
    to_document_all,
    to_story,
    units,
)
from editor_app.richtext.story_document import StoryDocument
from editor_app.story.body import Span, TextBlock
from editor_app.story.text import clean


def test_emoji_count_one_in_a_story_and_two_in_a_document(document: StoryDocument) -> None:
    document.fill((TextBlock("aa", (Span("awal"),)), TextBlock("bb", (Span("a😀b👩‍👧c"),))))
    block = document.lastBlock()
    assert cursor_position(block, 2) == block.position() + 3
    assert story_offset(block, block.position() + 3) == 2
    assert story_offset(block, block.position() + 2) == 1, "inside a pair counts as before it"
    assert cursor_position(block, 99) == block.position() + block.length() - 1


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=20).map(clean), st.data())
def test_there_and_back_is_the_same_place(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    written = text.replace("\n", "\u2028")
    assert to_story(written, to_document(written, offset)) == offset
    assert to_document(written, offset) == len(text[:offset].encode("utf-16-le")) // 2


@pytest.mark.parametrize(
    ("standing", "offset", "position"),
    [
        ("e\u0301x", 1, 2),
        ("e\u0301x", 2, 3),
        ("\x00ab", 0, 1),
        ("ab\ufffcc", 2, 2),
        ("ab", 9, 2),
        ("a\x00", 7, 2),
    ],
)
def test_offsets_count_clean_text_where_it_is_not_clean_yet(standing: str, offset: int, position: int) -> None:
    assert to_document(standing, offset) == position


@given(st.text(st.sampled_from("ab😀e\u0301\x00\u2028\u00a0"), max_size=12), st.lists(st.integers(-2, 15)))
def test_many_offsets_at_once_are_what_each_is_alone(standing: str, offsets: list[int]) -> None:
    assert to_document_all(standing, offsets) == [to_document(standing, offset) for offset in offsets]


def test_an_accent_typed_apart_is_one_letter_of_the_story() -> None:
    assert to_story("e\u0301x", 2) == 1
    assert to_story("e\u0301x", 3) == 2
    assert to_document("abc", -1) == 0
    assert units("") == 0
