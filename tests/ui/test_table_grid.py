"""The grid in which a table is written: cells, marks, rows and columns, clipboard, steps back, the way out."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog
from pytestqt.qtbot import QtBot

from editor_app.story.body import Cell, Link, Span, Table
from editor_app.story.marks import MAX_COLUMNS, MAX_ROWS
from editor_app.story.normal import link_key
from editor_app.story.story import Story
from editor_app.ui.dialogs.link_dialog import LinkDialog
from editor_app.ui.dialogs.table_dialog import TableDialog
from editor_app.ui.kit.button import Button
from editor_app.ui.main_window import MainWindow
from tests.ui.hands import (
    CONTROL,
    SHIFT,
    choose,
    clipboard,
    fill,
    key,
    named,
    press,
    press_named,
    typed,
    with_dialog,
)
from tests.ui.office import Office
from tests.ui.steps import to_body
from tests.ui.tabling import ALT, BODY, HARVEST, Open, cell, enter, finish, onto_table, opener, rows, table_in


@pytest.fixture
def window(office: Office) -> MainWindow:
    window = office.sit(story=office.story(Story(headline="Panen", body=BODY)))
    to_body(window, end=False)
    return window


@pytest.fixture
def opened(qtbot: QtBot) -> Open:
    return opener(qtbot)


def test_words_of_a_cell_bear_marks_links_and_soft_breaks(window: MainWindow, qtbot: QtBot, opened: Open) -> None:
    onto_table()

    def link(dialog: QDialog) -> None:
        assert isinstance(dialog, LinkDialog)
        fill(dialog.line, "kota.example/panen")
        enter()

    def use(dialog: TableDialog) -> None:
        key(Qt.Key.Key_Down)
        typed("lihat ")
        key(Qt.Key.Key_B, CONTROL)
        typed("ini")
        key(Qt.Key.Key_B, CONTROL)
        key(Qt.Key.Key_Return, SHIFT)
        typed("laporan")
        key(Qt.Key.Key_Home, SHIFT)
        with_dialog(qtbot, lambda: key(Qt.Key.Key_K, CONTROL), link)
        finish(dialog)

    opened(enter, use)

    address = "https://kota.example/panen"
    assert table_in(window).rows[1][0] == Cell(
        (Span("lihat "), Span("ini", ("strong",)), Span("\n"), Span("laporan", (link_key(address),))),
        (Link(link_key(address), address),),
    )


def test_marks_and_links_go_to_all_chosen_cells(window: MainWindow, qtbot: QtBot, opened: Open) -> None:
    onto_table()

    def link(dialog: QDialog) -> None:
        assert isinstance(dialog, LinkDialog)
        fill(dialog.line, "kota.example")
        enter()

    def remove(dialog: QDialog) -> None:
        press_named(dialog, "Hapus tautan", Button)

    def use(dialog: TableDialog) -> None:
        key(Qt.Key.Key_Down, SHIFT)
        press_named(dialog, "Tebal", QAbstractButton)
        with_dialog(qtbot, lambda: press_named(dialog, "Tautan", QAbstractButton), link)
        assert dialog.work.href() == "https://kota.example"
        assert dialog.work.bears("strong")
        key(Qt.Key.Key_Up)
        key(Qt.Key.Key_Down)
        with_dialog(qtbot, lambda: key(Qt.Key.Key_L, CONTROL), remove)
        key(Qt.Key.Key_I, CONTROL)
        finish(dialog)

    opened(enter, use)

    first, second, third = (row[0] for row in table_in(window).rows)
    assert [span.marks[0] for span in (*first.children, *second.children)] != []
    assert all("strong" in span.marks for each in (first, second) for span in each.children)
    assert first.href(first.children[0]) == "https://kota.example"
    assert (second.mark_defs, second.children[0].marks) == ((), ("em", "strong"))
    assert third == cell("Tirta")


def test_rows_and_columns_come_go_and_move_by_the_keys(window: MainWindow, opened: Open) -> None:
    onto_table()

    def use(dialog: TableDialog) -> None:
        key(Qt.Key.Key_Down, ALT | SHIFT)  # the first row goes down
        assert rows(dialog.model.table)[1] == ["Desa", "Padi"]
        key(Qt.Key.Key_Up, ALT | SHIFT)
        key(Qt.Key.Key_Right, ALT | SHIFT)
        assert rows(dialog.model.table)[0] == ["Padi", "Desa"]
        key(Qt.Key.Key_Left, ALT | SHIFT)
        key(Qt.Key.Key_Down, ALT)
        typed("baru")
        key(Qt.Key.Key_Right, ALT)  # while the cell is being written
        typed("kolom")
        assert dialog.grid.place == (1, 1)
        enter()
        key(Qt.Key.Key_Down)
        key(Qt.Key.Key_Delete, ALT)
        key(Qt.Key.Key_Left, ALT)
        key(Qt.Key.Key_Delete, ALT | SHIFT)
        key(Qt.Key.Key_Up, ALT)
        finish(dialog)

    opened(enter, use)

    assert rows(table_in(window)) == [
        ["Desa", "", "Padi"],
        ["baru", "kolom", ""],
        ["", "", ""],
        ["Sumber Arum", "", "1.250"],
    ]


def test_rows_and_columns_come_and_go_by_the_menus_and_buttons(
    window: MainWindow, qtbot: QtBot, opened: Open
) -> None:
    onto_table()

    def of_menu(dialog: TableDialog, button: str, entry: str) -> None:
        press_named(dialog, button, Button)
        choose(qtbot, next(each for each in _entries(dialog, button) if each.partition("\t")[0] == entry))

    def use(dialog: TableDialog) -> None:
        of_menu(dialog, "Baris", "Hapus")
        assert rows(dialog.model.table)[0] == ["Sumber Arum", "1.250"]
        of_menu(dialog, "Kolom", "Pindah ke kanan")
        assert rows(dialog.model.table)[0] == ["1.250", "Sumber Arum"]
        press_named(dialog, "Tambah baris di bawah", Button)
        press_named(dialog, "Tambah kolom di kanan", Button)
        assert dialog.grid.place == (1, 2)
        press_named(dialog, "Urungkan", QAbstractButton)
        press_named(dialog, "Urungkan", QAbstractButton)
        press_named(dialog, "Ulangi", QAbstractButton)
        typed("x")
        finish(dialog)

    opened(enter, use)

    assert rows(table_in(window)) == [["1.250", "Sumber Arum"], ["", "x"], ["980", "Tirta"]]


def _entries(dialog: TableDialog, button: str) -> list[str]:
    menu = named(dialog, button, Button).menu()
    return [entry.text() for entry in menu.actions()]


def test_cells_of_a_spreadsheet_fill_the_grid(window: MainWindow, opened: Open) -> None:
    onto_table()

    def use(dialog: TableDialog) -> None:
        key(Qt.Key.Key_Right)
        key(Qt.Key.Key_Down)
        clipboard(text="1\t2\n3\t4\n5\t6\n")
        key(Qt.Key.Key_V, CONTROL)
        assert (dialog.grid.chosen.width(), dialog.grid.chosen.height()) == (2, 3)
        finish(dialog)

    opened(enter, use)

    assert rows(table_in(window)) == [
        ["Desa", "Padi", ""],
        ["Sumber Arum", "1", "2"],
        ["Tirta", "3", "4"],
        ["", "5", "6"],
    ]


def test_a_grid_pasted_while_a_cell_is_written_is_laid_over_it(window: MainWindow, opened: Open) -> None:
    onto_table()

    def use(dialog: TableDialog) -> None:
        enter()
        clipboard(text="a\tb\n")
        key(Qt.Key.Key_V, CONTROL)
        assert rows(dialog.model.table)[0] == ["a", "b"]
        enter()
        typed("wal")
        finish(dialog)

    opened(enter, use)

    assert rows(table_in(window))[0] == ["awal", "b"]


def test_words_pasted_into_a_cell_keep_their_marks(window: MainWindow, opened: Open) -> None:
    onto_table()

    def use(dialog: TableDialog) -> None:
        enter()
        clipboard(html="<p>, <b>tebal</b></p><p>baris</p>", text=", tebal\nbaris")
        key(Qt.Key.Key_V, CONTROL)
        key(Qt.Key.Key_V, CONTROL | SHIFT)
        finish(dialog)

    opened(enter, use)

    assert table_in(window).rows[0][0].children[:3] == (
        Span("Desa, "),
        Span("tebal", ("strong",)),
        Span("\nbaris"),
    )


def test_more_cells_than_may_be_are_refused_in_words(window: MainWindow, opened: Open) -> None:
    onto_table()

    def use(dialog: TableDialog) -> None:
        clipboard(text="x\n" * (MAX_ROWS + 1))
        key(Qt.Key.Key_V, CONTROL)
        said = (
            f"Sel yang disalin tidak muat: sebuah tabel paling banyak {MAX_ROWS} baris dan {MAX_COLUMNS} kolom."
        )
        assert dialog.told == said
        clipboard(text="x\t" * (MAX_COLUMNS - 1))
        key(Qt.Key.Key_V, CONTROL)
        assert dialog.model.columnCount() == MAX_COLUMNS
        assert dialog.told != said
        key(Qt.Key.Key_Right, ALT)
        assert dialog.told == f"Sebuah tabel paling banyak {MAX_COLUMNS} kolom."
        dialog.model.undo()
        finish(dialog)

    opened(enter, use)

    assert window.story.story().body == BODY


def test_copied_cells_go_to_spreadsheets_and_into_the_text(window: MainWindow, opened: Open) -> None:
    onto_table()

    def use(dialog: TableDialog) -> None:
        key(Qt.Key.Key_Down, SHIFT)
        key(Qt.Key.Key_Right, SHIFT)
        key(Qt.Key.Key_X, CONTROL)
        data = QApplication.clipboard().mimeData()
        assert data.text() == "Desa\tPadi\nSumber Arum\t1.250"
        assert "<td>Sumber Arum</td>" in data.html()
        key(Qt.Key.Key_Down)
        key(Qt.Key.Key_Left)
        key(Qt.Key.Key_V, CONTROL)
        assert rows(dialog.model.table)[2:] == [["Desa", "Padi"], ["Sumber Arum", "1.250"]]
        key(Qt.Key.Key_Z, CONTROL, times=2)
        finish(dialog)

    opened(enter, use)
    assert window.story.story().body == BODY
    key(Qt.Key.Key_End, CONTROL)
    key(Qt.Key.Key_V, CONTROL)

    pasted = window.story.story().body[-1]
    assert isinstance(pasted, Table)
    assert rows(pasted) == [["Desa", "Padi"], ["Sumber Arum", "1.250"]]


def test_escape_gives_a_cell_up_and_asks_before_all_is_lost(
    window: MainWindow, qtbot: QtBot, opened: Open
) -> None:
    onto_table()

    def go_on(dialog: QDialog) -> None:
        assert dialog.windowTitle() == "Biarkan tabel seperti semula?"
        press_named(dialog, "Lanjut menulis", Button)

    def discard(dialog: QDialog) -> None:
        press_named(dialog, "Buang", Button)

    def use(dialog: TableDialog) -> None:
        typed("salah")
        key(Qt.Key.Key_Escape)
        assert rows(dialog.model.table) == rows(HARVEST)
        typed("lain")
        enter()
        with_dialog(qtbot, lambda: key(Qt.Key.Key_Escape), go_on)
        assert dialog.isVisible()
        assert rows(dialog.model.table)[0][0] == "lain"
        with_dialog(qtbot, lambda: press(dialog.cancel_button), discard)

    opened(enter, use)

    assert window.story.story().body == BODY


def test_steps_in_the_grid_are_taken_back_one_by_one(window: MainWindow, opened: Open) -> None:
    onto_table()

    def use(dialog: TableDialog) -> None:
        typed("a")
        enter()
        typed("b")
        key(Qt.Key.Key_Z, CONTROL)  # within the cell
        key(Qt.Key.Key_Escape)
        key(Qt.Key.Key_Z, CONTROL)
        assert rows(dialog.model.table) == rows(HARVEST)
        key(Qt.Key.Key_Z, CONTROL | SHIFT)
        finish(dialog)

    opened(enter, use)

    assert rows(table_in(window))[0] == ["a", "Padi"]


def test_the_grid_is_left_by_f6_and_says_where_one_stands(window: MainWindow, opened: Open) -> None:
    onto_table()

    def use(dialog: TableDialog) -> None:
        index = dialog.grid.model().index(1, 1)
        said = dialog.grid.model().data(index, Qt.ItemDataRole.AccessibleTextRole)
        assert said == "1.250. Baris 2, kolom B"
        assert dialog.grid.accessibleName() == "Sel tabel"
        key(Qt.Key.Key_F6)
        assert QApplication.focusWidget() is dialog.head
        key(Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is dialog.caption
        key(Qt.Key.Key_Backtab, SHIFT, times=2)
        assert QApplication.focusWidget() is dialog.grid
        key(Qt.Key.Key_F6, SHIFT)
        assert isinstance(QApplication.focusWidget(), Button)
        finish(dialog)

    opened(enter, use)
