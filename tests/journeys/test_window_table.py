"""A table made by mouse and keys, changed, undone and done again, and found cell by cell in every export."""

import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import html as lxml_html
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog
from pytestqt.qtbot import QtBot

from editor_app.story.body import Table, TextBlock, body_from_json
from editor_app.ui.dialogs.export_dialog import ExportDialog
from editor_app.ui.dialogs.table_dialog import TableDialog
from editor_app.ui.kit.tool_button import ToolButton
from editor_app.ui.main_window import MainWindow
from tests.ui.hands import (
    CONTROL,
    LEFT,
    SHIFT,
    choose,
    fill,
    key,
    named,
    press,
    press_named,
    tick,
    typed,
    with_dialog,
)
from tests.ui.office import Office, dressed, founded
from tests.ui.steps import at_rest

HEAD = ["Kampung", "Bibit", "Catatan"]
ROWS = [["Sumber Arum", "1.250", "dua kali"], ["Tirta", "990", ""]]
CAPTION = "Bibit yang ditanam, 2026."


@pytest.fixture
def office(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Office]:
    newsroom = founded(tmp_path / "newsroom")
    with dressed(qapp) as theme:
        work = Office(qtbot, theme, newsroom, tmp_path / "window.ini")
        yield work
        work.close()
    newsroom.close()


def test_a_table_is_made_changed_and_exported(office: Office, qtbot: QtBot, tmp_path: Path) -> None:
    window = office.sit()
    press_named(window.desk, "Naskah baru", QAbstractButton)
    qtbot.waitUntil(lambda: window.story.story_id is not None and window.page.headline.hasFocus())
    typed("SERIBU BIBIT\n\n\nWarga menanam bibit.")

    with_dialog(qtbot, lambda: press_named(window.toolbar, "Tabel…", ToolButton), write)
    typed("Kegiatan berlanjut.")
    made = table_in(window)
    assert said(made) == [HEAD, ["Sumber Arum", "1.250", "dua kali"], ["Tirta", "980", ""]]
    assert (made.header_rows, made.caption) == (1, CAPTION)

    with_dialog(qtbot, lambda: double_click(window, made.key), mend)
    changed = table_in(window)
    assert (said(changed), changed.key) == ([HEAD, *ROWS], made.key)
    key(Qt.Key.Key_Z, CONTROL)
    assert table_in(window) == made
    key(Qt.Key.Key_Z, CONTROL | SHIFT)
    assert table_in(window) == changed
    kinds = [type(block) for block in window.story.story().body]
    assert kinds == [TextBlock, Table, TextBlock]

    at_rest(window, qtbot)
    out = tmp_path / "keluar"
    make_proof(window, qtbot, out)
    (word,), (page,), (bundle,) = out.glob("*.docx"), out.glob("*/article.html"), out.glob("*.zip")
    check_word(word)
    check_page(page.read_text("utf-8"))
    check_bundle(bundle.read_bytes(), changed)


def write(dialog: QDialog) -> None:
    assert isinstance(dialog, TableDialog)
    for number, words in enumerate((*HEAD, "Sumber Arum", "1.250", "dua kali", "Tirta", "980")):
        if number:
            key(Qt.Key.Key_Tab)
        typed(words)
    fill(dialog.caption, CAPTION)
    press(dialog.accept_button)


def mend(dialog: QDialog) -> None:
    """The cell that was hit is written over, and a word of another made strong."""
    assert isinstance(dialog, TableDialog)
    assert dialog.grid.place == (2, 1)
    typed("990")
    key(Qt.Key.Key_Backtab, SHIFT)
    key(Qt.Key.Key_B, CONTROL)
    press(dialog.accept_button)


def double_click(window: MainWindow, of: str) -> None:
    document = window.story.document
    block = document.block_of(of)
    assert block is not None
    area = document.documentLayout().blockBoundingRect(block)
    spot = QPoint(round(area.center().x()), round(area.bottom()) - 40)  # above the caption
    QTest.mouseDClick(window.page.body.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, spot)


def table_in(window: MainWindow) -> Table:
    (table,) = (block for block in window.story.story().body if isinstance(block, Table))
    return table


def said(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


def make_proof(window: MainWindow, qtbot: QtBot, out: Path) -> None:
    def use(dialog: QDialog) -> None:
        assert isinstance(dialog, ExportDialog)
        for box in dialog.formats.values():
            if not box.isChecked():
                tick(box)
        fill(dialog.folder_line, str(out))
        press(dialog.accept_button)
        qtbot.waitUntil(lambda: not dialog.cancel_button.isVisible(), timeout=20_000)
        press(dialog.accept_button)

    def open_it() -> None:
        press(named(window.header, window.words.text("header.more"), ToolButton))
        choose(qtbot, window.words.text("action.proof"))

    with_dialog(qtbot, open_it, use)


def check_word(path: Path) -> None:
    document = Document(str(path))
    (table,) = document.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [HEAD, *ROWS]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert table.rows[2].cells[0].paragraphs[0].runs[0].font.bold
    assert [each.text for each in document.paragraphs if each.style.name == "Caption"] == [CAPTION]


def check_page(html: str) -> None:
    (table,) = lxml_html.fromstring(html.encode()).iter("table")
    assert [head.text_content() for head in table.iter("th")] == HEAD
    rows = [[cell.text_content() for cell in row] for row in table.findall("tbody/tr")]
    assert (rows, table.findtext("caption")) == (ROWS, CAPTION)
    assert table.find(".//td/strong").text == "Tirta"


def check_bundle(data: bytes, table: Table) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as bundle:
        check_page(bundle.read("article.html").decode())
        check_page(bundle.read("body.html").decode())
        assert table in body_from_json(json.loads(bundle.read("story.json"))["body"])
