"""The table that the grid shows, with what was done to it one step after the other."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from editor_app.story.body import Cell, Table
from editor_app.story.normal import normal_cell
from editor_app.story.tables import number_columns, size, with_cell
from editor_app.words import Words

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class TableModel(QAbstractTableModel):
    """A table that is always rectangular, and its history.

    `grown`: rows or columns came, went or moved, so that the grid is another. `stepped`: what may be undone or
    redone is something else.
    """

    grown = Signal()
    stepped = Signal()

    def __init__(self, words: Words, table: Table, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._table = table
        self._done: list[Table] = []
        self._undone: list[Table] = []
        self.numbers = number_columns(table)

    @property
    def table(self) -> Table:
        """The table as it now stands."""
        return self._table

    @property
    def can_undo(self) -> bool:
        """Whether something was done."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether something was undone."""
        return bool(self._undone)

    def cell(self, index: Index) -> Cell:
        """The cell at an index."""
        return self._table.rows[index.row()][index.column()]

    def is_head(self, index: Index) -> bool:
        """Whether a cell names its column."""
        return index.row() < self._table.header_rows

    def set_cell(self, index: Index, cell: Cell) -> None:
        """Lets a cell say something else."""
        self.change(lambda table: with_cell(table, index.row(), index.column(), normal_cell(cell)))

    def set_head(self, *, on: bool) -> None:
        """Lets the first row name the columns, or not."""
        self.change(lambda table: replace(table, header_rows=1 if on else 0))

    def change(self, change: Callable[[Table], Table]) -> None:
        """Changes the table, as one step that can be undone; a change to the same is none."""
        fresh = change(self._table)
        if fresh != self._table:
            self._done.append(self._table)
            self._undone.clear()
            self._show(fresh)

    def undo(self) -> None:
        """Takes the last step back."""
        if self._done:
            self._undone.append(self._table)
            self._show(self._done.pop())

    def redo(self) -> None:
        """Does again what was taken back."""
        if self._undone:
            self._done.append(self._table)
            self._show(self._undone.pop())

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else size(self._table)[0]

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else size(self._table)[1]

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cell(index).text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = self.cell(index).text or self._words.text("table.cell-empty")
            return f"{said}. {self.place(index)}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return chr(ord("A") + section) if orientation == Qt.Orientation.Horizontal else str(section + 1)

    def place(self, index: Index) -> str:
        """Where a cell stands, in words."""
        return self._words.text("table.cell-at", row=index.row() + 1, column=chr(ord("A") + index.column()))

    def _show(self, table: Table) -> None:
        before, self._table = self._table, table
        numbers, self.numbers = self.numbers, number_columns(table)
        if size(before) != size(table):
            self.beginResetModel()
            self.endResetModel()
            self.grown.emit()
        else:
            rows = [
                number
                for number, (old, new) in enumerate(zip(before.rows, table.rows, strict=True))
                if old != new or numbers != self.numbers or before.header_rows != table.header_rows
            ]
            for row in rows:
                self.dataChanged.emit(self.index(row, 0), self.index(row, size(table)[1] - 1))
        self.stepped.emit()
