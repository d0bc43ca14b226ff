"""What tests of tables share: a story with a table, the way onto it, and its editor."""

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from editor_app.story.body import Body, Cell, Span, Table, TextBlock
from editor_app.ui.dialogs.table_dialog import TableDialog
from editor_app.ui.main_window import MainWindow
from tests.ui.hands import key, press, with_dialog

ALT = Qt.KeyboardModifier.AltModifier
Use: TypeAlias = Callable[[TableDialog], object]
Open: TypeAlias = Callable[[Callable[[], object], Use], None]


def cell(words: str, *marks: str) -> Cell:
    return Cell((Span(words, marks),)) if words else Cell()


def rows(table: Table) -> list[list[str]]:
    return [[each.text for each in row] for row in table.rows]


HARVEST = Table(
    "tt",
    (
        (cell("Desa"), cell("Padi")),
        (cell("Sumber Arum"), cell("1.250")),
        (cell("Tirta"), cell("980")),
    ),
    "Panen 2026, ton.",
    1,
)
BODY: Body = (TextBlock("aa", (Span("Satu."),)), HARVEST, TextBlock("bb", (Span("Dua."),)))


def opener(qtbot: QtBot) -> Open:
    """Opens the editor of tables by `open_it`, and uses it."""

    def run(open_it: Callable[[], object], use: Use) -> None:
        def use_it(dialog: QDialog) -> None:
            assert isinstance(dialog, TableDialog)
            use(dialog)

        with_dialog(qtbot, open_it, use_it)

    return run


def onto_table() -> None:
    """From the beginning of the text onto the table below its first line."""
    key(Qt.Key.Key_Down)


def table_in(window: MainWindow) -> Table:
    (table,) = (block for block in window.story.story().body if isinstance(block, Table))
    return table


def enter() -> None:
    key(Qt.Key.Key_Return)


def finish(dialog: TableDialog) -> None:
    press(dialog.accept_button)
