"""The case of selected words changes; marks, keys and everything around stay."""

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from editor_app.richtext.letter_case import recase, selected_texts, texts_around
from editor_app.story.body import Body, Link, PhotoBlock, Span, TextBlock
from editor_app.story.written_names import cased
from tests.richtext.desk import Desk

Write: TypeAlias = Callable[[Body], Desk]
LINK = Link("link", "https://kota.example/")


def upper(text: str, _before: str) -> str:
    return cased(text, str.upper)


def test_marks_and_links_stay_on_their_words(write: Write) -> None:
    desk = write((TextBlock("aa", (Span("satu "), Span("dua", ("strong",)), Span(" tiga", ("em",))), "h2"),))
    cursor = desk.put(0, 2, to=(0, 10))
    assert recase(cursor, upper)
    assert desk.body == (
        TextBlock("aa", (Span("saTU "), Span("DUA", ("strong",)), Span(" Tiga", ("em",))), "h2"),
    )
    assert (cursor.selectionStart(), cursor.selectionEnd()) == (2, 10)


def test_several_blocks_change_as_one_step_and_photos_between_them_stay(write: Write) -> None:
    body = (
        TextBlock("aa", (Span("satu 😀 dua"),)),
        PhotoBlock("bb", "foto1"),
        TextBlock("cc", (Span("tiga\nempat"),), list_item="bullet"),
    )
    desk = write(body)
    cursor = desk.textCursor()
    cursor.select(QTextCursor.SelectionType.Document)
    assert selected_texts(cursor) == ("satu 😀 dua", "tiga\nempat")
    recase(cursor, upper)
    assert desk.body == (
        TextBlock("aa", (Span("SATU 😀 DUA"),)),
        PhotoBlock("bb", "foto1"),
        TextBlock("cc", (Span("TIGA\nEMPAT"),), list_item="bullet"),
    )
    desk.undo()
    assert desk.body == body


def test_what_is_told_of_a_text_is_what_stands_before_it(write: Write) -> None:
    desk = write((TextBlock("aa", (Span("Kata 😀 RAPAT itu"),)),))
    told: list[tuple[str, str]] = []

    def note(text: str, before: str) -> str:
        told.append((text, before))
        return text

    assert not recase(desk.put(0, 8, to=(0, 13)), note)
    assert told == [("RAPAT", "Kata 😀 ")]
    assert not desk.story.isUndoAvailable()


def test_the_texts_around_are_all_but_the_selected_words(write: Write) -> None:
    desk = write(
        (
            TextBlock("aa", (Span("satu"),)),
            PhotoBlock("bb", "foto1"),
            TextBlock("cc", (Span("dua TIGA empat"),)),
            TextBlock("dd", (Span("lima"),)),
        )
    )
    assert list(texts_around(desk.put(2, 4, to=(2, 8)))) == ["satu", "dua ", " empat", "lima"]
    assert list(texts_around(desk.put(2, 4))) == ["satu", "dua TIGA empat", "lima"]


def test_a_field_of_plain_words_changes_too(qtbot: object) -> None:
    field = QTextEdit()
    field.setPlainText("judul berita")
    cursor = field.textCursor()
    cursor.select(QTextCursor.SelectionType.Document)
    assert recase(cursor, upper)
    assert field.toPlainText() == "JUDUL BERITA"
