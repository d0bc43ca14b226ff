"""Help with what was just typed: one undo step behind it, and nothing else in the story touched."""

from collections.abc import Callable
from typing import TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from editor_app.resources import resource
from editor_app.richtext.story_document import StoryDocument
from editor_app.richtext.typing_help import help_ended, help_marker, help_typing
from editor_app.story.body import Body, BreakBlock, Link, PhotoBlock, Span, TextBlock
from editor_app.story.house_style import house_style
from editor_app.story.typing_rules import HELPS, Typing
from tests.richtext.desk import LIGHT, Album, Desk

Write: TypeAlias = Callable[[Body], Desk]
HOUSE = house_style(resource("house_styles", "press-office-id.toml").read_text("utf-8"))
TYPING = Typing(frozenset(HELPS), "spaced", HOUSE.typing_words("id"))
NBSP = "\u00a0"


def paragraph(key: str, text: str, **properties: object) -> TextBlock:
    return TextBlock(key, (Span(text),) if text else (), **properties)  # type: ignore[arg-type] - of a TextBlock


def typed(desk: Desk, text: str, typing: Typing = TYPING) -> None:
    """Types with help, as the window gives it."""
    for sign in text:
        desk.type(sign)
        cursor = desk.textCursor()
        if sign == "\n":
            done = help_ended(cursor, typing)
        else:
            done = help_marker(cursor, typing) or help_typing(cursor, typing)
        if done:
            desk.setTextCursor(cursor)


def words(desk: Desk) -> list[str]:
    return [block.text if isinstance(block, TextBlock) else "▣" for block in desk.body]


@pytest.mark.parametrize(
    ("text", "helped", "undone"),
    [
        ('Dia: "', "Dia: “", 'Dia: "'),
        ("kata --", "kata –", "kata --"),
        ("kata - ", "kata – ", "kata - "),
        ("tunggu...", "tunggu…", "tunggu..."),
        ("Rp 5", "Rp5", "Rp 5"),
        ("Rp. 5", "Rp5", "Rp. 5"),
        ("10 km.", f"10{NBSP}km.", "10 km."),
        ("11 September ", f"11{NBSP}September ", "11 September "),
        ("Pukul 1", f"Pukul{NBSP}1", "Pukul 1"),
        ('😀 "', "😀 “", '😀 "'),
    ],
)
def test_one_undo_brings_back_what_was_typed_and_the_caret_behind_it(
    write: Write, text: str, helped: str, undone: str
) -> None:
    desk = write((paragraph("aa", "awal "),))
    desk.put(0, 5)
    typed(desk, text)
    assert words(desk) == [f"awal {helped}"]
    assert desk.textCursor().atEnd()
    desk.undo()
    assert words(desk) == [f"awal {undone}"]
    assert desk.textCursor().atEnd()
    desk.redo()
    assert words(desk) == [f"awal {helped}"]
    assert desk.body[0].key == "aa"


def test_what_is_typed_behind_help_is_a_step_of_its_own(write: Write) -> None:
    desk = write((paragraph("aa", "awal "),))
    desk.put(0, 5)
    typed(desk, '"Halo')
    desk.undo()
    assert words(desk) == ["awal “"]
    desk.undo()
    assert words(desk) == ['awal "']
    typed(desk, "x")
    assert words(desk) == ['awal "x']


def test_help_in_the_middle_of_a_text_leaves_what_follows(write: Write) -> None:
    desk = write((paragraph("aa", "satu dua"),))
    desk.put(0, 5)
    typed(desk, '"')
    assert words(desk) == ["satu “dua"]
    assert desk.textCursor().position() == 6
    desk.undo()
    assert words(desk) == ['satu "dua']
    assert desk.textCursor().position() == 6


def test_a_quote_typed_over_a_selection_is_curly_and_two_undos_bring_the_words_back(write: Write) -> None:
    desk = write((paragraph("aa", "satu dua"),))
    desk.put(0, 5, to=(0, 8))
    typed(desk, '"')
    assert words(desk) == ["satu “"]
    desk.undo()
    assert words(desk) == ['satu "']
    desk.undo()
    assert words(desk) == ["satu dua"]


def test_help_keeps_the_marks_of_what_it_replaces(write: Write) -> None:
    desk = write((TextBlock("aa", (Span("10 km", ("strong",)), Span(" lagi"))),))
    desk.put(0, 5)
    typed(desk, ",")
    assert desk.body == (TextBlock("aa", (Span(f"10{NBSP}km,", ("strong",)), Span(" lagi"))),)


@pytest.mark.parametrize("mark", ["code", "link"])
def test_code_and_links_are_left_alone(write: Write, mark: str) -> None:
    link = (Link("link", "https://kota.example/"),) if mark == "link" else ()
    desk = write((TextBlock("aa", (Span("a b", (mark,)),), mark_defs=link),))
    desk.put(0, 2)
    typed(desk, '"it\'s"--...')
    assert words(desk) == ['a "it\'s"--...b']


def test_what_stands_in_a_link_is_not_changed_from_outside(write: Write) -> None:
    link = Link("link", "https://kota.example/")
    desk = write((TextBlock("aa", (Span("x "), Span("10 km", ("link",))), mark_defs=(link,)),))
    desk.put(0, 7)
    typed(desk, ". Rp")
    assert words(desk) == ["x 10 km. Rp"]


def test_a_paragraph_that_ends_with_a_unit_keeps_it_with_its_number(write: Write) -> None:
    desk = write((paragraph("aa", "Sejauh "),))
    desk.put(0, 7)
    typed(desk, "10 km\n")
    assert words(desk) == [f"Sejauh 10{NBSP}km", ""]
    assert desk.textCursor().blockNumber() == 1
    desk.undo()
    assert words(desk) == ["Sejauh 10 km", ""]
    assert desk.textCursor().blockNumber() == 1


def test_enter_at_the_top_of_a_story_helps_with_nothing(write: Write) -> None:
    desk = write((paragraph("aa", ""),))
    cursor = desk.textCursor()
    assert not help_ended(cursor, TYPING)


def test_nothing_is_helped_while_words_are_selected(write: Write) -> None:
    desk = write((paragraph("aa", 'a "'),))
    cursor = desk.put(0, 0, to=(0, 3))
    assert not help_typing(cursor, TYPING)
    assert not help_marker(cursor, TYPING)
    assert not help_ended(cursor, TYPING)


def test_a_field_of_plain_words_is_helped_too(qtbot: object) -> None:
    field = QTextEdit()
    field.setPlainText('Kata "')
    field.moveCursor(QTextCursor.MoveOperation.End)
    assert help_typing(field.textCursor(), TYPING)
    assert field.toPlainText() == "Kata “"
    field.undo()
    assert field.toPlainText() == 'Kata "'


# Signs at the beginning of a paragraph


@pytest.mark.parametrize(
    ("signs", "becomes"),
    [
        ("## ", TextBlock("aa", (Span("isi"),), "h2")),
        ("### ", TextBlock("aa", (Span("isi"),), "h3")),
        ("#### ", TextBlock("aa", (Span("isi"),), "h4")),
        ("> ", TextBlock("aa", (Span("isi"),), "blockquote")),
        ("- ", TextBlock("aa", (Span("isi"),), list_item="bullet")),
        ("* ", TextBlock("aa", (Span("isi"),), list_item="bullet")),
        ("1. ", TextBlock("aa", (Span("isi"),), list_item="number")),
        ("4. ", TextBlock("aa", (Span("isi"),), list_item="number", start=4)),
    ],
)
def test_signs_at_the_beginning_make_a_style_and_one_undo_leaves_them(
    write: Write, signs: str, becomes: TextBlock
) -> None:
    desk = write((paragraph("aa", "isi"), paragraph("bb", "lagi")))
    desk.put(0, 0)
    typed(desk, signs)
    assert desk.body == (becomes, paragraph("bb", "lagi"))
    assert desk.textCursor().position() == 0
    desk.undo()
    assert desk.body == (paragraph("aa", f"{signs}isi"), paragraph("bb", "lagi"))
    assert desk.textCursor().position() == len(signs)
    desk.redo()
    assert desk.body[0] == becomes


def test_three_hyphens_make_a_divider_and_one_undo_leaves_them(write: Write) -> None:
    desk = write((paragraph("aa", "isi"), paragraph("bb", "")))
    desk.put(1, 0)
    typed(desk, "---")
    assert words(desk) == ["isi", "▣", ""]
    assert isinstance(desk.body[1], BreakBlock)
    assert desk.textCursor().blockNumber() == 2
    desk.undo()
    assert desk.body == (paragraph("aa", "isi"), paragraph("bb", "---"))
    assert desk.textCursor().atEnd()


def test_a_divider_is_made_only_where_nothing_else_stands(write: Write) -> None:
    desk = write((paragraph("aa", "isi"),))
    desk.put(0, 0)
    typed(desk, "---")
    assert words(desk) == ["---isi"]


@pytest.mark.parametrize(
    "block",
    [
        TextBlock("aa", (Span("isi"),), "h2"),
        TextBlock("aa", (Span("isi"),), "blockquote"),
        TextBlock("aa", (Span("isi", ("code",)),)),
    ],
)
def test_signs_are_words_where_it_is_no_plain_paragraph(write: Write, block: TextBlock) -> None:
    desk = write((block,))
    desk.put(0, 0)
    if "code" in block.children[0].marks:
        cursor = desk.textCursor()
        cursor.setPosition(1)
        desk.setTextCursor(cursor)
        desk.press(Qt.Key.Key_Backspace)
    typed(desk, "- ")
    (stands,) = desk.body
    assert isinstance(stands, TextBlock)
    assert stands.text.startswith("- ")
    assert (stands.style, stands.list_item) == (block.style, block.list_item)


@pytest.mark.parametrize("signs", ["- ", "* ", "2. "])
def test_a_marker_typed_in_an_item_out_of_habit_goes_and_one_undo_gives_it_back(write: Write, signs: str) -> None:
    item = TextBlock("aa", (Span("isi"),), list_item="bullet")
    desk = write((item,))
    desk.put(0, 0)
    typed(desk, signs)
    assert desk.body == (item,)
    desk.undo()
    assert words(desk) == [f"{signs}isi"]


def test_a_number_goes_on_with_the_list_above(write: Write) -> None:
    desk = write((paragraph("aa", "satu", list_item="number", start=3), paragraph("bb", "")))
    desk.put(1, 0)
    typed(desk, "9. dua")
    assert desk.body == (
        paragraph("aa", "satu", list_item="number", start=3),
        paragraph("bb", "dua", list_item="number"),
    )


def test_signs_beside_a_photo_begin_a_paragraph_of_their_own(write: Write) -> None:
    desk = write((PhotoBlock("aa", "foto1"), paragraph("bb", "")))
    desk.put(1, 0)
    typed(desk, "## Judul")
    assert desk.body == (PhotoBlock("aa", "foto1"), paragraph("bb", "Judul", style="h2"))


def test_no_style_is_made_where_that_help_is_off(write: Write) -> None:
    desk = write((paragraph("aa", ""),))
    typed(desk, "## a", Typing(frozenset(HELPS) - {"markers"}))
    assert desk.body == (paragraph(desk.body[0].key, "## a"),)


LINES = st.text(st.sampled_from("ab1. '\"-–“”km Rp😀é"), min_size=1, max_size=24)


@settings(max_examples=150, deadline=None)
@given(LINES, st.sampled_from(["", "Awal kata ", '"']))
def test_undo_after_help_gives_exactly_what_was_typed(qapp: object, text: str, before: str) -> None:
    """At each sign: where help came, one undo leaves what stood before and the sign; redo brings help again."""
    story = StoryDocument(Album(), LIGHT)
    story.fill((paragraph("aa", before),) if before else ())
    desk = Desk(story)
    desk.moveCursor(QTextCursor.MoveOperation.End)
    for sign in text:
        stood = story.firstBlock().text()
        desk.type(sign)
        cursor = desk.textCursor()
        place = cursor.position()
        if not help_typing(cursor, TYPING):
            assert story.firstBlock().text() == stood + sign
            continue
        desk.setTextCursor(cursor)
        helped = story.firstBlock().text()
        desk.undo()
        assert story.firstBlock().text() == stood + sign
        assert desk.textCursor().position() == place
        desk.redo()
        assert story.firstBlock().text() == helped
        desk.moveCursor(QTextCursor.MoveOperation.End)
    desk.close()
