"""A writer at work on one story: helps while typing, structure by signs and keys, a paste, focus mode, a break.

What each of these does in detail has its own tests in `tests/ui`; here they meet in one sitting.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from editor_app.newsroom.desk import view_story
from editor_app.story.body import BreakBlock, PhotoBlock, Span, TextBlock
from editor_app.ui.main_window import MainWindow
from tests.ui.hands import CONTROL, SHIFT, clipboard, drop, key, press_named, typed
from tests.ui.office import Office, dressed, founded, picture
from tests.ui.steps import at_rest, open_card, to_body

ALT = Qt.KeyboardModifier.AltModifier
MAIL = (
    "<div dir=ltr><p style='font-family:Calibri;color:#1f497d'>Rakit <b>dibuka</b> pukul 09.00."
    "<img width=1 height=1 src='https://jejak.example/buka.gif'></p>"
    "<p>Baca <a href='https://www.google.com/url?q=https://kota.example/rakit&sa=D'>jadwalnya</a>.</p></div>"
)


@pytest.fixture
def office(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Office]:
    """A newsroom at whose laptop the writer sits."""
    newsroom = founded(tmp_path / "newsroom")
    with dressed(qapp) as theme:
        work = Office(qtbot, theme, newsroom, tmp_path / "window.ini")
        yield work
        work.close()
    newsroom.close()


def said(window: MainWindow) -> list[tuple[str, str]]:
    """The text blocks that have words, each by what it is."""
    blocks = (block for block in window.story.story().body if isinstance(block, TextBlock))
    return [(block.list_item or block.style, block.text) for block in blocks if block.text]


def write_with_helps() -> None:
    """Curly quotes, a heading and a list by their signs, Enter twice out of the list, a dash, an ellipsis."""
    typed('Warga Kota Tirta membuka rakit baca. "Kami senang," kata Ratri.\n')
    typed("## Jadwal\n- Senin sampai Jumat\nSabtu\n\nRakit tutup pada hari Minggu -- kecuali libur...")


def describe_a_photo(window: MainWindow, qtbot: QtBot, file: Path) -> None:
    """A photo is let go on the text and described."""
    drop(window.page.body, [picture(file)])
    qtbot.waitUntil(lambda: any(isinstance(block, PhotoBlock) for block in window.story.story().body))
    card = open_card(window, qtbot, 0)
    assert card.fields is not None
    card.fields.caption.setFocus()
    typed('FOKUS: Rakit "baca" di danau.')


def into_sentence_case(window: MainWindow) -> None:
    """The key goes from case to case."""
    window.page.headline.setFocus()
    key(Qt.Key.Key_A, CONTROL)
    for _ in range(6):
        key(Qt.Key.Key_F3, SHIFT)
        if window.page.headline.text().startswith("Warga Tirta b"):
            break


def test_a_story_is_written_in_one_sitting(office: Office, qtbot: QtBot) -> None:
    window = office.sit()
    press_named(window.desk, "Naskah baru", QAbstractButton)
    qtbot.waitUntil(lambda: window.story.story_id is not None and window.page.headline.hasFocus())
    typed("WARGA TIRTA BUKA RAKIT BACA\n")
    to_body(window)
    write_with_helps()
    assert said(window) == [
        ("normal", "Warga Kota Tirta membuka rakit baca. “Kami senang,” kata Ratri."),
        ("h2", "Jadwal"),
        ("bullet", "Senin sampai Jumat"),
        ("bullet", "Sabtu"),
        ("normal", "Rakit tutup pada hari Minggu – kecuali libur…"),
    ]
    key(Qt.Key.Key_Z, CONTROL)  # one undo takes the last help back
    assert said(window)[-1][1].endswith("libur...")
    key(Qt.Key.Key_Y, CONTROL)
    assert said(window)[-1][1].endswith("libur…")

    typed("\n")  # a mail is pasted: its words and marks, no tracking, nothing fetched
    clipboard(html=MAIL, text="-")
    key(Qt.Key.Key_V, CONTROL)
    mail = [block for block in window.story.story().body if isinstance(block, TextBlock)][-2:]
    assert Span("dibuka", ("strong",)) in mail[0].children
    assert [link.href for link in mail[1].mark_defs] == ["https://kota.example/rakit"]

    describe_a_photo(window, qtbot, office.newsroom.folder.parent / "rakit.jpg")
    assert window.story.fields.photos[0].caption == "FOKUS: Rakit “baca” di danau."

    to_body(window, end=False)
    key(Qt.Key.Key_Down, ALT | SHIFT)  # the first paragraph goes below the heading, and back
    assert [what for what, _ in said(window)[:2]] == ["h2", "normal"]
    key(Qt.Key.Key_Z, CONTROL)
    assert [what for what, _ in said(window)[:2]] == ["normal", "h2"]

    into_sentence_case(window)
    assert window.page.headline.text() == "Warga Tirta buka rakit baca"

    to_body(window)
    key(Qt.Key.Key_F11)
    assert not window.desk.isVisible()
    typed("Selesai.\n---Tamat.")
    key(Qt.Key.Key_F11)
    assert window.desk.isVisible()
    assert [type(block) for block in window.story.story().body][-2:] == [BreakBlock, TextBlock]

    key(Qt.Key.Key_S, CONTROL)
    at_rest(window, qtbot)
    body, where = window.story.story().body, window.page.body.textCursor().blockNumber()
    story_id = window.story.story_id
    assert story_id is not None
    qtbot.waitUntil(lambda: view_story(office.newsroom, story_id).head.story.body == body)
    window.close()

    again = office.sit(story=story_id)
    qtbot.waitUntil(lambda: again.page.is_settled)
    assert again.story.story().body == body
    assert again.page.body.textCursor().blockNumber() == where
