"""What Enter, Backspace, Delete and typing do where Qt's own behaviour does not fit a story."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from editor_app.richtext import keystrokes
from editor_app.richtext.roles import block_role
from editor_app.story.body import Body, BreakBlock, Link, PhotoBlock, Span, TextBlock
from editor_app.story.marks import Style
from tests.richtext.desk import Desk

Write = Callable[[Body], Desk]


def said(desk: Desk) -> list[tuple[str, str]]:
    """Style (or kind) and words of each block as it stands."""
    rows = []
    block = desk.story.begin()
    while block.isValid():
        role = block_role(block)
        rows.append((role.list_item or role.style, block.text().replace("\ufffc", "▣")))
        block = block.next()
    return rows


def paragraph(key: str, text: str, style: Style = "normal") -> TextBlock:
    return TextBlock(key, (Span(text),), style=style)


@pytest.mark.parametrize("style", ["h2", "h3", "h4", "pullquote"])
def test_enter_at_a_headings_end_begins_a_paragraph(write: Write, style: Style) -> None:
    desk = write((paragraph("aa", "Jadwal", style),))
    desk.put(0, 6)
    desk.type("\nRapat")
    assert said(desk) == [(style, "Jadwal"), ("normal", "Rapat")]
    desk.undo()
    desk.undo()
    assert said(desk) == [(style, "Jadwal")]


def test_enter_at_a_headings_start_leaves_a_paragraph_above_and_the_key_below(write: Write) -> None:
    desk = write((paragraph("aa", "Jadwal", "h2"),))
    desk.put(0, 0)
    desk.press(Qt.Key.Key_Return)
    assert said(desk) == [("normal", ""), ("h2", "Jadwal")]
    assert desk.body[1].key == "aa"


def test_enter_inside_a_heading_makes_two_headings(write: Write) -> None:
    desk = write((paragraph("aa", "Jadwalkerja", "h2"),))
    desk.put(0, 6)
    desk.press(Qt.Key.Key_Return)
    assert said(desk) == [("h2", "Jadwal"), ("h2", "kerja")]
    assert desk.body[0].key == "aa"


def test_enter_keeps_bold_going_but_ends_a_link(write: Write) -> None:
    body = (TextBlock("aa", (Span("tebal", ("strong", "k")),), mark_defs=(Link("k", "https://kota.example/"),)),)
    desk = write(body)
    desk.put(0, 5)
    desk.type("\nlagi")
    below = desk.body[1]
    assert isinstance(below, TextBlock)
    assert below.children == (Span("lagi", ("strong",)),)


def test_enter_in_place_of_a_selection_is_one_step(write: Write) -> None:
    desk = write((paragraph("aa", "satu dua tiga"),))
    before = desk.body
    desk.put(0, 4, to=(0, 9))
    desk.press(Qt.Key.Key_Return)
    assert said(desk) == [("normal", "satu"), ("normal", "tiga")]
    desk.undo()
    assert desk.body == before


def test_enter_on_an_empty_item_moves_out_and_then_leaves_the_list(write: Write) -> None:
    desk = write(
        (TextBlock("aa", (Span("satu"),), list_item="bullet"), TextBlock("bb", list_item="bullet", level=2))
    )
    desk.put(1, 0)
    desk.press(Qt.Key.Key_Return)
    assert block_role(desk.story.lastBlock()).level == 1
    desk.press(Qt.Key.Key_Return)
    assert said(desk) == [("bullet", "satu"), ("normal", "")]


def test_enter_on_an_empty_quotation_ends_it(write: Write) -> None:
    desk = write((paragraph("aa", "kutip", "blockquote"),))
    desk.put(0, 5)
    desk.type("\n\nBiasa")
    assert said(desk) == [("blockquote", "kutip"), ("normal", "Biasa")]


def test_a_split_number_does_not_start_its_list_anew(write: Write) -> None:
    desk = write((TextBlock("aa", (Span("limaenam"),), list_item="number", start=5),))
    desk.put(0, 4)
    desk.press(Qt.Key.Key_Return)
    assert [block_role(desk.story.findBlockByNumber(n)).start for n in (0, 1)] == [5, None]


def test_typing_after_a_link_does_not_extend_it(write: Write) -> None:
    body = (
        TextBlock("aa", (Span("situs", ("k",)), Span(" kota")), mark_defs=(Link("k", "https://kota.example/"),)),
    )
    desk = write(body)
    desk.put(0, 5)
    desk.type("x")
    first = desk.body[0]
    assert isinstance(first, TextBlock)
    assert [(span.text, first.href(span)) for span in first.children] == [
        ("situs", "https://kota.example/"),
        ("x kota", None),
    ]


def test_typing_inside_a_link_stays_in_it(write: Write) -> None:
    desk = write((TextBlock("aa", (Span("situs", ("k",)),), mark_defs=(Link("k", "https://kota.example/"),)),))
    desk.put(0, 2)
    desk.type("x")
    first = desk.body[0]
    assert isinstance(first, TextBlock)
    assert first.text == "sixtus"
    assert len(first.children) == 1


@pytest.mark.parametrize(("offset", "expected"), [(0, ["x", "▣"]), (1, ["▣", "x"])])
def test_typing_beside_a_photo_begins_a_paragraph(write: Write, offset: int, expected: list[str]) -> None:
    desk = write((PhotoBlock("aa", "foto1"),))
    desk.put(0, offset)
    desk.type("x")
    assert [text for _, text in said(desk)] == expected
    assert PhotoBlock("aa", "foto1") in desk.body
    while desk.story.isUndoAvailable():
        desk.undo()
    assert desk.body == (PhotoBlock("aa", "foto1"),)


def test_enter_on_a_photo_begins_a_paragraph_below(write: Write) -> None:
    desk = write((PhotoBlock("aa", "foto1"), BreakBlock("bb")))
    desk.put(0, 1)
    desk.press(Qt.Key.Key_Return)
    assert [text for _, text in said(desk)] == ["▣", "", "▣"]


def test_no_soft_break_goes_into_a_photo(write: Write) -> None:
    desk = write((PhotoBlock("aa", "foto1"),))
    desk.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert desk.body == (PhotoBlock("aa", "foto1"),)


def test_a_soft_break_stays_in_the_block(write: Write) -> None:
    desk = write((paragraph("aa", "satu"),))
    desk.put(0, 4)
    desk.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    desk.type("dua")
    assert desk.body == (TextBlock("aa", (Span("satu\ndua"),)),)


def test_backspace_below_a_photo_selects_it_and_then_takes_it_out(write: Write) -> None:
    desk = write((PhotoBlock("aa", "foto1"), paragraph("bb", "teks", "h2")))
    desk.put(1, 0)
    desk.press(Qt.Key.Key_Backspace)
    assert said(desk) == [("photo", "▣"), ("h2", "teks")]
    desk.press(Qt.Key.Key_Backspace)
    assert desk.body == (paragraph("bb", "teks", "h2"),)
    desk.undo()
    assert desk.body[0] == PhotoBlock("aa", "foto1")


def test_delete_above_a_photo_selects_it_and_then_takes_it_out(write: Write) -> None:
    desk = write((paragraph("bb", "teks"), PhotoBlock("aa", "foto1")))
    desk.put(0, 4)
    desk.press(Qt.Key.Key_Delete)
    desk.press(Qt.Key.Key_Delete)
    assert desk.body == (paragraph("bb", "teks"),)


def test_an_empty_paragraph_between_text_and_photo_goes_with_one_stroke(write: Write) -> None:
    desk = write((PhotoBlock("aa", "foto1"), TextBlock("bb"), paragraph("cc", "teks")))
    desk.put(1, 0)
    desk.press(Qt.Key.Key_Backspace)
    assert [block.key for block in desk.body] == ["aa", "cc"]
    assert block_role(desk.textCursor().block()).key == "aa"


def test_the_only_photo_taken_out_leaves_an_empty_paragraph(write: Write) -> None:
    desk = write((PhotoBlock("aa", "foto1"),))
    desk.press(Qt.Key.Key_Backspace)
    assert said(desk) == [("normal", "")]
    desk.type("teks")
    assert said(desk) == [("normal", "teks")]


def test_a_last_photo_below_an_empty_heading_leaves_the_heading(write: Write) -> None:
    desk = write((TextBlock("hh", style="h2"), PhotoBlock("aa", "foto1")))
    desk.put(1, 1)
    desk.press(Qt.Key.Key_Backspace)
    assert said(desk) == [("h2", "")]
    assert desk.story.keeper.order == ["hh"]


def test_backspace_at_an_items_start_moves_out_and_then_leaves_the_list(write: Write) -> None:
    items = (
        TextBlock("aa", (Span("satu"),), list_item="number"),
        TextBlock("bb", (Span("dua"),), list_item="number", level=2),
    )
    desk = write(items)
    desk.put(1, 0)
    desk.press(Qt.Key.Key_Backspace)
    assert block_role(desk.story.lastBlock()).level == 1
    desk.press(Qt.Key.Key_Backspace)
    assert said(desk) == [("number", "satu"), ("normal", "dua")]
    assert desk.body[1].key == "bb"


def test_backspace_at_a_quotations_start_joins_it_to_the_paragraph_above(write: Write) -> None:
    desk = write((paragraph("aa", "satu"), paragraph("bb", "dua", "blockquote")))
    desk.put(1, 0)
    desk.press(Qt.Key.Key_Backspace)
    assert said(desk) == [("normal", "satudua")]


def test_backspace_takes_a_selection_that_ends_at_a_quotations_start(write: Write) -> None:
    desk = write((paragraph("aa", "satu"), paragraph("bb", "dua", "blockquote")))
    desk.put(0, 0, to=(1, 0))
    desk.press(Qt.Key.Key_Backspace)
    assert desk.body == (paragraph("bb", "dua", "blockquote"),)


def test_an_empty_paragraph_joined_from_below_leaves_the_key_with_the_words(write: Write) -> None:
    desk = write((TextBlock("aa"), paragraph("bb", "dua")))
    desk.put(1, 0)
    desk.press(Qt.Key.Key_Backspace)
    assert desk.body == (paragraph("bb", "dua"),)


def test_a_selection_is_left_to_qt(write: Write) -> None:
    desk = write((paragraph("aa", "satu"),))
    cursor = desk.put(0, 0, to=(0, 2))
    assert not keystrokes.delete(cursor)
    assert not keystrokes.before_text(cursor)
    desk.press(Qt.Key.Key_Delete)
    assert desk.body == (paragraph("aa", "tu"),)


def test_ordinary_strokes_are_left_to_qt(write: Write) -> None:
    desk = write((paragraph("aa", "satu"),))
    cursor = QTextCursor(desk.story)
    cursor.setPosition(2)
    assert not keystrokes.delete(cursor)
    assert not keystrokes.backspace(cursor)
    assert not keystrokes.before_text(cursor)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    assert not keystrokes.delete(cursor)
