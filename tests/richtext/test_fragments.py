"""Part of a story copied out of a document and pasted into one."""

from collections.abc import Callable

import pytest

from editor_app.richtext import fragments
from editor_app.story.body import Body, PhotoBlock, Span, TextBlock
from tests.richtext.desk import Desk

Write = Callable[[Body], Desk]
BODY: Body = (
    TextBlock("aa", (Span("sa"), Span("tu", ("strong",)))),
    PhotoBlock("pp", "foto1"),
    TextBlock("bb", (Span("😀dua"),), list_item="bullet"),
)


def rows(desk: Desk) -> list[str]:
    return [block.text if isinstance(block, TextBlock) else "▣" for block in desk.body]


def test_a_selection_is_copied_as_far_as_it_goes(write: Write) -> None:
    desk = write(BODY)
    copied = fragments.copied(desk.put(0, 3, to=(2, 3)))
    assert copied == (
        TextBlock("aa", (Span("u", ("strong",)),)),
        PhotoBlock("pp", "foto1"),
        TextBlock("bb", (Span("😀d"),), list_item="bullet"),
    )
    assert fragments.copied(desk.put(0, 1)) == ()


def test_words_pasted_into_words_stay_in_their_block(write: Write) -> None:
    desk = write(BODY)
    fragments.paste(desk.put(0, 2), (TextBlock("xx", (Span("X"),), style="h2"),))
    assert rows(desk) == ["saXtu", "▣", "😀dua"]
    assert desk.body[0].key == "aa"
    desk.undo()
    assert desk.body == BODY


def test_several_blocks_part_the_one_that_they_are_pasted_into(write: Write) -> None:
    desk = write(BODY)
    cursor = desk.put(0, 2)
    fragments.paste(
        cursor, (TextBlock("x1", (Span("X"),)), PhotoBlock("x2", "foto2"), TextBlock("x3", (Span("Y"),)))
    )
    assert rows(desk) == ["saX", "▣", "Ytu", "▣", "😀dua"]
    assert [block.key for block in desk.body] == ["aa", "x2", "x3", "pp", "bb"]
    cursor.insertText("|")
    assert rows(desk)[2] == "Y|tu"


def test_a_copy_gets_keys_of_its_own_and_a_cut_keeps_them(write: Write) -> None:
    desk = write(BODY)
    copied = fragments.copied(desk.put(1, 0, to=(2, 5)))
    fragments.paste(desk.put(0, 4), copied)
    keys = [block.key for block in desk.body]
    assert len(set(keys)) == len(keys) == 5
    desk.undo()
    desk.put(1, 0, to=(2, 5)).removeSelectedText()
    fragments.paste(desk.put(0, 4), copied[1:])
    assert "bb" in [block.key for block in desk.body] or rows(desk)[0] == "satu😀dua"


def test_a_paste_onto_a_photo_begins_a_paragraph(write: Write) -> None:
    desk = write(BODY)
    fragments.paste(desk.put(1, 1), (TextBlock("xx", (Span("X"),)),))
    assert rows(desk) == ["satu", "▣", "X", "😀dua"]


def test_a_photo_pasted_at_a_paragraphs_start_leaves_no_empty_one(write: Write) -> None:
    desk = write(BODY)
    fragments.paste(desk.put(0, 0), (PhotoBlock("x2", "foto2"),))
    assert [block.key for block in desk.body] == ["x2", "aa", "pp", "bb"]


def test_words_that_follow_a_pasted_paragraph_keep_their_key(write: Write) -> None:
    desk = write(BODY)
    fragments.paste(desk.put(0, 0), (PhotoBlock("x2", "foto2"), TextBlock("x3", (Span("Y"),))))
    assert [block.key for block in desk.body] == ["x2", "aa", "pp", "bb"]
    assert rows(desk)[1] == "Ysatu"


@pytest.mark.parametrize("listed", [True, False])
def test_an_empty_block_gives_way_to_what_is_pasted(write: Write, listed: bool) -> None:  # noqa: FBT001 - a case
    desk = write((TextBlock("ee", list_item="bullet" if listed else None, style="normal"), *BODY))
    fragments.paste(desk.put(0, 0), (TextBlock("xx", (Span("X"),), style="h2"),))
    first = desk.body[0]
    assert isinstance(first, TextBlock)
    assert (first.key, first.text, first.style) == ("xx", "X", "normal" if listed else "h2")


def test_nothing_pasted_only_takes_the_selection_out(write: Write) -> None:
    desk = write(BODY)
    fragments.paste(desk.put(0, 0, to=(0, 2)), ())
    assert rows(desk) == ["tu", "▣", "😀dua"]


def test_blocks_pasted_into_words_from_right_to_left_stand_where_the_cursor_stood(write: Write) -> None:
    desk = write((TextBlock("aa", (Span("שלום"),)),))
    fragments.paste(desk.put(0, 0), (TextBlock("x1", (Span("X"),)), TextBlock("x2", (Span("Y"),))))
    assert rows(desk) == ["X", "Yשלום"]
    desk.undo()
    assert rows(desk) == ["שלום"]
