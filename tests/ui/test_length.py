"""The foot of the window says how long the story is, and how far from what the house wants."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLabel, QMenu, QWidgetAction
from pytestqt.qtbot import QtBot

from editor_app.story.body import Cell, Span, Table, TextBlock
from editor_app.story.story import Story
from editor_app.ui.main_window import MainWindow
from tests.ui.hands import CONTROL, SHIFT, activate, fill, key, open_menu, press, typed
from tests.ui.office import Office
from tests.ui.steps import to_body

BODY = (
    TextBlock("a1", (Span("Satu anak-anak tiga – empat."),)),
    Table("a2", ((Cell((Span("Lima"),)), Cell((Span("6"),))),)),
    TextBlock("a3", (Span("Tujuh 😀 delapan"),)),
)


def length(window: MainWindow) -> str:
    return window.status.length.text()


def details(window: MainWindow, qtbot: QtBot) -> list[str]:
    """What the details say, row by row; they are closed again."""
    menu = open_menu(qtbot)
    assert isinstance(menu, QMenu)
    (action,) = menu.actions()
    assert isinstance(action, QWidgetAction)
    rows = [label.text() for label in action.defaultWidget().findChildren(QLabel)]
    assert all(label.isVisible() for label in action.defaultWidget().findChildren(QLabel))
    menu.close()
    activate(qtbot, window)
    return rows


def test_words_are_counted_as_they_are_typed(office: Office, qtbot: QtBot) -> None:
    window = office.sit(story=office.story(Story(headline="Rakit", body=BODY)))
    assert length(window) == "8 kata · 1 menit baca"
    to_body(window)
    typed(" sembilan – ")
    qtbot.waitUntil(lambda: length(window) == "9 kata · 1 menit baca")
    assert window.status.length.accessibleName() == length(window)


def test_what_is_selected_is_counted_beside_the_whole(office: Office, qtbot: QtBot) -> None:
    window = office.sit(story=office.story(Story(headline="Rakit", body=BODY)))
    to_body(window, end=False)
    key(Qt.Key.Key_Right, CONTROL | SHIFT, times=2)
    qtbot.waitUntil(lambda: length(window) == "2 dari 8 kata · 1 menit baca")
    key(Qt.Key.Key_A, CONTROL)
    qtbot.waitUntil(lambda: length(window) == "8 dari 8 kata · 1 menit baca")
    key(Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: length(window) == "8 kata · 1 menit baca")


def test_the_reading_time_is_that_of_what_is_selected(office: Office, qtbot: QtBot) -> None:
    body = (TextBlock("a1", (Span("kata " * 300),)), TextBlock("a2", (Span("kata " * 700),)))
    window = office.sit(story=office.story(Story(headline="Rakit", body=body)))
    assert length(window) == "1.000 kata · 5 menit baca"
    to_body(window, end=False)
    key(Qt.Key.Key_End, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: length(window) == "1.000 dari 1.000 kata · 5 menit baca")
    cursor = window.page.body.textCursor()
    cursor.setPosition(0)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    window.page.body.setTextCursor(cursor)
    qtbot.waitUntil(lambda: length(window) == "300 dari 1.000 kata · 2 menit baca")
    window.status.length.show_short(is_short=True)
    assert length(window) == "300 dari 1.000 kata"
    press(window.status.length)
    assert details(window, qtbot)[-1] == "300 kata · 1.500 karakter · 2 menit baca"


@pytest.mark.parametrize(
    ("words", "shown", "said"),
    [
        (199, "199 / 200 kata", "Kurang 1 kata dari target (200 kata, Pengumuman)."),
        (200, "200 / 200 kata", "Pas dengan target (200 kata, Pengumuman)."),
        (230, "230 / 200 kata", "Lebih 30 kata dari target (200 kata, Pengumuman)."),
    ],
)
def test_the_target_of_the_section_stands_beside_it(office: Office, words: int, shown: str, said: str) -> None:
    body = (TextBlock("a1", (Span("kata " * words),)),)
    window = office.sit(story=office.story(Story(headline="Rakit", section="Pengumuman", body=body)))
    assert length(window) == f"{shown} · 1 menit baca"
    assert window.status.length.toolTip().startswith(said)
    assert window.status.length.accessibleDescription() == said


def test_another_section_has_another_target(office: Office, qtbot: QtBot) -> None:
    window = office.sit(story=office.story(Story(headline="Rakit", section="Opini", body=BODY)))
    assert length(window).startswith("8 / 800 kata")
    window.story.change(section="Galeri")
    qtbot.waitUntil(lambda: length(window) == "8 kata · 1 menit baca")


def test_a_press_or_the_keys_tell_all_of_it(office: Office, qtbot: QtBot) -> None:
    window = office.sit(story=office.story(Story(headline="Rakit", section="Berita", body=BODY)))
    fill(window.page.standfirst, "Tiga kata saja")
    press(window.status.length)
    rows = details(window, qtbot)
    assert rows == [
        "Panjang naskah",
        *("Kata di isi", "8", "Waktu baca", "1 menit", "Karakter dengan spasi", "49"),
        *("Karakter tanpa spasi", "42", "Paragraf", "2"),
        "Kurang 392 kata dari target (400 kata, Berita).",
        *("Judul", "5 karakter", "Ringkasan", "3 kata", "Keterangan foto", "0 kata"),
    ]
    to_body(window)
    key(Qt.Key.Key_Left, CONTROL | SHIFT)
    key(Qt.Key.Key_C, CONTROL | SHIFT)
    assert details(window, qtbot)[-2:] == ["Terpilih", "1 kata · 7 karakter · 1 menit baca"]


def test_a_paragraph_as_long_as_a_book_is_counted_beside_the_windows_work(office: Office, qtbot: QtBot) -> None:
    body = (TextBlock("a1", (Span("kata " * 20_000),)),)
    window = office.sit(story=office.story(Story(headline="Rakit", body=body)))
    qtbot.waitUntil(lambda: length(window).startswith("20.000 kata"))


def test_without_a_story_nothing_is_counted(office: Office) -> None:
    window = office.sit()
    assert not window.status.length.isVisible()
