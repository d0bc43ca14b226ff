"""What is done to the chosen cells of the grid: marks, links, rows and columns, the clipboard, steps back."""

from collections.abc import Callable, Iterator
from typing import Protocol

from PySide6.QtCore import QMimeData, QObject, QRect, Signal
from PySide6.QtWidgets import QApplication

from editor_app.richtext import commands
from editor_app.story import tables
from editor_app.story.body import Cell, Table
from editor_app.story.cells import bears, link_of, with_link, with_mark
from editor_app.story.marks import MAX_COLUMNS, MAX_ROWS
from editor_app.story.normal import normal_cell
from editor_app.ui.tables.cell_editor import CellEditor
from editor_app.ui.tables.clipboard import grid_in, is_grid, mime_of, words_in
from editor_app.ui.tables.model import TableModel
from editor_app.words import note


class Choice(Protocol):
    """Where one stands in the grid, and what is chosen."""

    @property
    def chosen(self) -> QRect:
        """The chosen cells: their first column and row, and how many of either."""

    @property
    def place(self) -> tuple[int, int]:
        """Row and column of the current cell."""

    @property
    def editor(self) -> CellEditor | None:
        """Where a cell is being written."""

    def write(self) -> None:
        """Ends the writing of a cell; what is written stands."""

    def go(self, row: int, column: int, *, rows: int = 1, columns: int = 1) -> None:
        """Chooses cells from a place on."""


class GridWork(QObject):
    """Changes the table of a model where a grid says.

    `refused`: a Message of why something was not done.
    """

    refused = Signal(object)

    def __init__(self, model: TableModel, choice: Choice, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._choice = choice

    # What stands there

    def bears(self, decorator: str) -> bool:
        """Whether what is chosen, or is about to be written, bears a decorator."""
        editor = self._choice.editor
        if editor is not None:
            return decorator in commands.state_at(editor.textCursor()).decorators
        said = [cell for cell in self._chosen_cells() if cell.children]
        return bool(said) and all(bears(cell, decorator) for cell in said)

    def href(self) -> str:
        """Where what is chosen links to; "" where it does not, or not as a whole."""
        editor = self._choice.editor
        if editor is not None:
            return commands.state_at(editor.textCursor()).href or ""
        addresses = {link_of(cell) for cell in self._chosen_cells() if cell.children}
        return addresses.pop() if len(addresses) == 1 else ""

    # Marks, rows and columns

    def toggle(self, decorator: str) -> None:
        """Gives what is chosen a decorator, or takes it where all of it bears it."""
        if self._choice.editor is not None:
            self._choice.editor.run(commands.toggle_decorator, decorator)
            return
        on = not self.bears(decorator)
        self._change_cells(lambda cell: with_mark(cell, decorator, on=on))

    def set_link(self, href: str) -> None:
        """Lets what is chosen link to an address; "" takes its links away."""
        editor = self._choice.editor
        if editor is None:
            self._change_cells(lambda cell: with_link(cell, href))
        elif href:
            editor.run(commands.set_link, href)
        else:
            editor.run(commands.remove_link)

    def add_row(self, *, below: bool = True) -> None:
        """Puts an empty row above or below what is chosen."""
        self._choice.write()
        area = self._choice.chosen
        row = area.bottom() + 1 if below else area.top()
        if self._model.rowCount() >= MAX_ROWS:
            self.refused.emit(note("table.full-rows", limit=MAX_ROWS))
            return
        self._model.change(lambda table: tables.with_row_at(table, row))
        self._choice.go(row, area.left())

    def add_column(self, *, after: bool = True) -> None:
        """Puts an empty column before or after what is chosen."""
        self._choice.write()
        area = self._choice.chosen
        column = area.right() + 1 if after else area.left()
        if self._model.columnCount() >= MAX_COLUMNS:
            self.refused.emit(note("table.full-columns", limit=MAX_COLUMNS))
            return
        self._model.change(lambda table: tables.with_column_at(table, column))
        self._choice.go(area.top(), column)

    def remove_rows(self) -> None:
        """Takes the rows of what is chosen out."""
        self._choice.write()
        area = self._choice.chosen
        self._model.change(lambda table: _often(table, area.height(), tables.without_row, area.top()))
        self._choice.go(area.top(), area.left())

    def remove_columns(self) -> None:
        """Takes the columns of what is chosen out."""
        self._choice.write()
        area = self._choice.chosen
        self._model.change(lambda table: _often(table, area.width(), tables.without_column, area.left()))
        self._choice.go(area.top(), area.left())

    def move_row(self, by: int) -> None:
        """Moves the current row up or down."""
        self._choice.write()
        row, column = self._choice.place
        if 0 <= row + by < self._model.rowCount():
            self._model.change(lambda table: tables.with_row_moved(table, row, row + by))
            self._choice.go(row + by, column)

    def move_column(self, by: int) -> None:
        """Moves the current column to the left or right."""
        self._choice.write()
        row, column = self._choice.place
        if 0 <= column + by < self._model.columnCount():
            self._model.change(lambda table: tables.with_column_moved(table, column, column + by))
            self._choice.go(row, column + by)

    def clear(self) -> None:
        """Empties the chosen cells."""
        self._change_cells(lambda _: Cell())

    def copy(self) -> None:
        """Lays the chosen cells onto the clipboard."""
        area = self._choice.chosen
        rows = tuple(
            row[area.left() : area.right() + 1] for row in self._model.table.rows[area.top() : area.bottom() + 1]
        )
        QApplication.clipboard().setMimeData(mime_of(Table("", rows)))

    def cut(self) -> None:
        """Lays the chosen cells onto the clipboard and empties them."""
        self.copy()
        self.clear()

    def paste(self) -> None:
        """Lays the cells of the clipboard over the table, from the first chosen cell on."""
        self._lay(QApplication.clipboard().mimeData())

    def undo(self) -> None:
        """Takes the last step back, be it in a cell that is being written or in the table."""
        editor = self._choice.editor
        if editor is not None and editor.story_document.isUndoAvailable():
            editor.undo()
        else:
            self._choice.write()
            self._model.undo()

    def redo(self) -> None:
        """Does again what was taken back."""
        if self._choice.editor is not None:
            self._choice.editor.redo()
        else:
            self._model.redo()

    # Pasting

    def take(self, source: QMimeData) -> Cell | None:
        """What is pasted into a cell that is being written; None where it is a grid, which is laid over all."""
        if not is_grid(source):
            return words_in(source)
        grid = grid_in(source)
        if len(grid) == 1 and len(grid[0]) == 1:
            return grid[0][0]
        self._choice.write()
        self._lay(source)
        return None

    def _lay(self, source: QMimeData) -> None:
        grid = tuple(tuple(normal_cell(cell) for cell in row) for row in grid_in(source))
        area = self._choice.chosen
        if not tables.fits(area.top(), area.left(), grid):
            self.refused.emit(note("table.paste-too-large", rows=MAX_ROWS, columns=MAX_COLUMNS))
            return
        self._model.change(lambda table: tables.with_grid(table, area.top(), area.left(), grid))
        self._choice.go(area.top(), area.left(), rows=len(grid), columns=max(map(len, grid), default=1))

    def _chosen_cells(self) -> Iterator[Cell]:
        area = self._choice.chosen
        for row in self._model.table.rows[area.top() : area.bottom() + 1]:
            yield from row[area.left() : area.right() + 1]

    def _change_cells(self, change: Callable[[Cell], Cell]) -> None:
        area = self._choice.chosen

        def changed(table: Table) -> Table:
            for row in range(area.top(), area.bottom() + 1):
                for column in range(area.left(), area.right() + 1):
                    cell = normal_cell(change(table.rows[row][column]))
                    table = tables.with_cell(table, row, column, cell)
            return table

        self._model.change(changed)


def _often(table: Table, times: int, change: Callable[[Table, int], Table], place: int) -> Table:
    for _ in range(times):
        table = change(table, place)
    return table
