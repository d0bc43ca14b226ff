"""Tables in the text: made, opened and changed by mouse and keys, pasted, copied, moved, deleted and undone."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QTableView
from pytestqt.qtbot import QtBot

from editor_app.newsroom.desk import view_story
from editor_app.story.body import Table, TextBlock
from editor_app.story.story import Story
from editor_app.ui.dialogs.table_dialog import TableDialog
from editor_app.ui.main_window import MainWindow
from tests.ui.hands import (
    CONTROL,
    LEFT,
    SHIFT,
    clipboard,
    fill,
    key,
    named,
    press_named,
    tick,
    typed,
)
from tests.ui.office import Office
from tests.ui.steps import at_rest, to_body
from tests.ui.tabling import ALT, BODY, Open, enter, finish, onto_table, opener, rows, table_in


@pytest.fixture
def window(office: Office) -> MainWindow:
    window = office.sit(story=office.story(Story(headline="Panen", body=BODY)))
    to_body(window, end=False)
    return window


@pytest.fixture
def opened(qtbot: QtBot) -> Open:
    return opener(qtbot)


def test_a_table_is_made_by_the_mouse_and_filled_by_the_keys(office: Office, qtbot: QtBot, opened: Open) -> None:
    window = office.sit(story=office.story())
    to_body(window)
    typed("Hasil panen:")

    def use(dialog: TableDialog) -> None:
        assert dialog.windowTitle() == "Tabel baru"
        for number, words in enumerate(("Desa", "Padi", "Jagung", "Tirta", "980", "12", "Arum", "7", "3")):
            if number:
                key(Qt.Key.Key_Tab)
            typed(words)
        key(Qt.Key.Key_Tab)  # from the last cell into a new row
        typed("Kota")
        fill(dialog.caption, "Panen 2026, ton.")
        finish(dialog)

    opened(lambda: press_named(window.toolbar, "Tabel…", QAbstractButton), use)

    table = table_in(window)
    assert rows(table) == [
        ["Desa", "Padi", "Jagung"],
        ["Tirta", "980", "12"],
        ["Arum", "7", "3"],
        ["Kota", "", ""],
    ]
    assert (table.caption, table.header_rows) == ("Panen 2026, ton.", 1)
    typed("Sekian.")
    assert [type(block) for block in window.story.story().body] == [TextBlock, Table, TextBlock]
    at_rest(window, qtbot)
    view = view_story(office.newsroom, str(window.story.story_id), person=window.story.person)
    assert view.draft is not None
    assert table in view.draft.story.body


def test_a_new_table_is_one_step_and_undo_takes_it_out_whole(window: MainWindow, opened: Open) -> None:
    key(Qt.Key.Key_End, CONTROL)

    def use(dialog: TableDialog) -> None:
        typed("a")
        key(Qt.Key.Key_Tab)
        typed("b")
        key(Qt.Key.Key_Return, CONTROL)

    opened(lambda: key(Qt.Key.Key_T, CONTROL | SHIFT), use)
    assert rows(window.story.story().body[3]) == [["a", "b"]]  # type: ignore[arg-type]
    key(Qt.Key.Key_Z, CONTROL)
    assert window.story.story().body == BODY
    key(Qt.Key.Key_Z, CONTROL | SHIFT)
    assert rows(window.story.story().body[3]) == [["a", "b"]]  # type: ignore[arg-type]


def test_a_table_without_words_is_not_put_in(window: MainWindow, opened: Open) -> None:
    opened(lambda: key(Qt.Key.Key_T, CONTROL | SHIFT), finish)
    opened(lambda: key(Qt.Key.Key_T, CONTROL | SHIFT), lambda _: key(Qt.Key.Key_Escape))

    assert window.story.story().body == BODY


def test_enter_opens_a_table_and_its_change_is_one_step(window: MainWindow, opened: Open) -> None:
    onto_table()

    def use(dialog: TableDialog) -> None:
        assert dialog.windowTitle() == "Tabel"
        assert dialog.caption.text() == "Panen 2026, ton."
        key(Qt.Key.Key_Down)
        key(Qt.Key.Key_Right)
        typed("1.300")
        enter()
        typed("990")
        tick(dialog.head)
        finish(dialog)

    opened(enter, use)

    table = table_in(window)
    assert rows(table) == [["Desa", "Padi"], ["Sumber Arum", "1.300"], ["Tirta", "990"]]
    assert (table.key, table.header_rows) == ("tt", 0)
    key(Qt.Key.Key_Z, CONTROL)
    assert window.story.story().body == BODY


def test_a_double_click_opens_the_cell_that_it_hits(window: MainWindow, opened: Open) -> None:
    document = window.story.document
    block = document.findBlockByNumber(1)
    area = document.documentLayout().blockBoundingRect(block)
    corner = area.bottomRight().toPoint() - QPoint(40, 40)

    def use(dialog: TableDialog) -> None:
        assert dialog.grid.place == (2, 1)
        typed("990")
        finish(dialog)

    viewport = window.page.body.viewport()
    opened(lambda: QTest.mouseDClick(viewport, LEFT, Qt.KeyboardModifier.NoModifier, corner), use)

    assert rows(table_in(window))[2] == ["Tirta", "990"]


def test_a_table_that_was_emptied_leaves_the_text(window: MainWindow, opened: Open) -> None:
    onto_table()

    def use(dialog: TableDialog) -> None:
        key(Qt.Key.Key_A, CONTROL)
        key(Qt.Key.Key_Delete)
        fill(dialog.caption, " ")
        finish(dialog)

    opened(enter, use)
    assert [block.key for block in window.story.story().body] == ["aa", "bb"]
    key(Qt.Key.Key_Z, CONTROL)
    assert window.story.story().body == BODY


def test_who_may_only_read_opens_no_table(office: Office) -> None:
    window = office.sit("Bayu Nirwana", story=office.story(Story(headline="Panen", body=BODY)))
    window.page.body.setFocus()
    window.tables.open()
    key(Qt.Key.Key_Home, CONTROL)
    onto_table()
    enter()

    assert QApplication.activeModalWidget() is None
    assert not named(window.toolbar, "Tabel…", QAbstractButton).isEnabled()
    assert isinstance(window.page.body, QTableView) is False


def test_a_table_copied_elsewhere_is_pasted_into_the_text(window: MainWindow, qtbot: QtBot) -> None:
    key(Qt.Key.Key_End, CONTROL)
    clipboard(
        html="<table><tr><td><b>Desa</b><td><b>Ton</b><tr><td>Arum<td>12</table><p>Sekian.</p>",
        text="Desa\tTon\nArum\t12\nSekian.",
    )
    key(Qt.Key.Key_V, CONTROL)
    qtbot.waitUntil(lambda: len(window.story.story().body) == 5)

    pasted = window.story.story().body[3]
    assert isinstance(pasted, Table)
    assert (rows(pasted), pasted.header_rows) == ([["Desa", "Ton"], ["Arum", "12"]], 1)
    key(Qt.Key.Key_Z, CONTROL)
    assert window.story.story().body == BODY


def test_a_table_goes_out_as_html_and_as_cells(window: MainWindow) -> None:
    key(Qt.Key.Key_A, CONTROL)
    key(Qt.Key.Key_C, CONTROL)

    data = QApplication.clipboard().mimeData()
    assert "<td>Sumber Arum</td>" in data.html()
    assert "Sumber Arum\t1.250" in data.text()


def test_a_table_is_deleted_and_moved_by_the_keys_and_undone(window: MainWindow) -> None:
    onto_table()
    key(Qt.Key.Key_Up, ALT | SHIFT)
    assert [block.key for block in window.story.story().body] == ["tt", "aa", "bb"]
    key(Qt.Key.Key_Z, CONTROL)
    assert window.story.story().body == BODY
    key(Qt.Key.Key_Home, CONTROL)
    onto_table()
    key(Qt.Key.Key_Delete)
    assert [block.key for block in window.story.story().body] == ["aa", "bb"]
    key(Qt.Key.Key_Z, CONTROL)
    assert window.story.story().body == BODY
