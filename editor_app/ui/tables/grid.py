"""The grid of a table: where one stands in it, the keys that go through it, and how large its cells are."""

from collections.abc import Callable

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView

from editor_app.ui.binding import is_pressed, pressed_mark
from editor_app.ui.kit.theme import Theme
from editor_app.ui.tables.cell_editor import ENTER, SHIFT, CellEditor, Step
from editor_app.ui.tables.delegate import CellDelegate
from editor_app.ui.tables.model import Index, TableModel
from editor_app.ui.tables.work import GridWork
from editor_app.words import Words

NARROWEST = 96  # px of a column
SIDE = 34  # px of the numbers at the side
ROW = 34  # px of a row before it was looked at


class TableGrid(QTableView):
    """Shows and changes the table of a model.

    `state_changed`: other marks stand at what is chosen, or other things may be done. `link_wanted`: the address
    for what is chosen is asked for.
    """

    state_changed = Signal()
    link_wanted = Signal()

    def __init__(self, theme: Theme, words: Words, model: TableModel) -> None:
        super().__init__()
        self._model = model
        self.work = GridWork(model, self, self)
        self.cells = CellDelegate(theme, model, self.work.take, self._grid_key, self)
        self._acts = self._rows_and_columns()
        self._fitted: set[int] = set()
        self._place = (0, 0)
        self.setModel(model)
        self.setItemDelegate(self.cells)
        self.setAccessibleName(words.text("table.grid"))
        self.setAccessibleDescription(words.text("table.grid-hint"))
        self.setTabKeyNavigation(False)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(True)
        self.setCornerButtonEnabled(False)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setHighlightSections(True)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.verticalHeader().setFixedWidth(SIDE)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._fit_rows())
        self.cells.left.connect(self._go_on)
        self.cells.opened.connect(self._opened)
        self.cells.closed.connect(self.state_changed)
        self.cells.link_wanted.connect(self.link_wanted)
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._return)
        model.dataChanged.connect(lambda first, last: self._refit(first.row(), last.row()))
        model.stepped.connect(self.state_changed)
        theme.changed.connect(self.viewport().update)
        self.setCurrentIndex(model.index(0, 0))

    # What is chosen

    @property
    def chosen(self) -> QRect:
        """The chosen cells: their first column and row, and how many of either."""
        area = QRect()
        for part in self.selectionModel().selection().toList():
            area = area.united(QRect(part.left(), part.top(), part.width(), part.height()))
        row, column = self.place
        return area if area.isValid() else QRect(column, row, 1, 1)

    @property
    def place(self) -> tuple[int, int]:
        """Row and column of the current cell."""
        index = self.currentIndex()
        return (index.row(), index.column()) if index.isValid() else self._place

    @property
    def editor(self) -> CellEditor | None:
        """Where a cell is being written."""
        return self.cells.editor

    def write(self) -> None:
        """Ends the writing of a cell; what is written stands."""
        self.cells.write()

    def go(self, row: int, column: int, *, rows: int = 1, columns: int = 1) -> None:
        """Chooses cells from a place on, or the nearest ones that there are."""
        last_row, last_column = self._model.rowCount() - 1, self._model.columnCount() - 1
        first = self._model.index(min(max(row, 0), last_row), min(max(column, 0), last_column))
        last = self._model.index(
            min(first.row() + rows - 1, last_row), min(first.column() + columns - 1, last_column)
        )
        self.setCurrentIndex(first)
        self.selectionModel().select(
            QItemSelection(first, last), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    # Keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        text = event.text()
        if self._grid_key(event) or self._way_out(event):
            return
        if (event.key() in ENTER or event.key() == Qt.Key.Key_F2) and not held:
            self.edit(self.currentIndex())
        elif event.key() in ENTER:
            event.ignore()  # Ctrl+Enter is the dialog's
        elif event.key() == Qt.Key.Key_Tab and not held:
            self._go_on(Step.NEXT)
        elif event.key() == Qt.Key.Key_Backtab:
            self._go_on(Step.BACK)
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and not held:
            self.work.clear()
        elif text and text.isprintable() and held in {Qt.KeyboardModifier.NoModifier, SHIFT}:
            self._type_over(event)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, ARG002, FBT001 - Qt's signature
        """Tab goes from cell to cell; F6 leads out."""
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.state_changed.emit()

    def _grid_key(self, event: QKeyEvent) -> bool:
        """Keys of rows, columns, marks and the clipboard, which hold while a cell is written too."""
        act = next((act for code, act in self._acts.items() if is_pressed(event, code)), None)
        if act is not None:
            act()
            return True
        if self.editor is not None:
            return False
        for keys, do in (
            (QKeySequence.StandardKey.Copy, self.work.copy),
            (QKeySequence.StandardKey.Cut, self.work.cut),
            (QKeySequence.StandardKey.Paste, self.work.paste),
            (QKeySequence.StandardKey.Undo, self.work.undo),
            (QKeySequence.StandardKey.Redo, self.work.redo),
        ):
            if event.matches(keys):
                do()
                return True
        mark = pressed_mark(event)
        if mark is not None:
            self.work.toggle(mark)
        elif is_pressed(event, "link"):
            self.link_wanted.emit()
        else:
            return False
        return True

    def _rows_and_columns(self) -> dict[str, Callable[[], None]]:
        """What is done with rows and columns, by the codes of the shortcut table."""
        return {
            "row-above": lambda: self.work.add_row(below=False),
            "row-below": self.work.add_row,
            "row-up": lambda: self.work.move_row(-1),
            "row-down": lambda: self.work.move_row(1),
            "row-remove": self.work.remove_rows,
            "column-before": lambda: self.work.add_column(after=False),
            "column-after": self.work.add_column,
            "column-left": lambda: self.work.move_column(-1),
            "column-right": lambda: self.work.move_column(1),
            "column-remove": self.work.remove_columns,
        }

    def _way_out(self, event: QKeyEvent) -> bool:
        """F6 and Shift+F6 go on to what stands below and above the grid, for Tab stays in it."""
        if event.key() != Qt.Key.Key_F6:
            return False
        super().focusNextPrevChild(event.modifiers() != SHIFT)
        return True

    def _type_over(self, event: QKeyEvent) -> None:
        self.edit(self.currentIndex())
        editor = self.cells.editor
        if editor is not None:
            editor.selectAll()
            QApplication.sendEvent(editor, event)

    def _opened(self, editor: CellEditor) -> None:
        editor.changed.connect(self.state_changed)

    def _go_on(self, step: Step) -> None:
        row, column = self.place
        last = self._model.columnCount() - 1
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if step is Step.DOWN:
            self.go(row + 1, column)
        elif step is Step.BACK:
            self.go(*((row - 1, last) if column == 0 and row else (row, column - 1)))
        elif column < last:
            self.go(row, column + 1)
        elif row + 1 < self._model.rowCount():
            self.go(row + 1, 0)
        else:
            self.work.add_row()
            self.go(row + 1, 0)

    # Looks

    def height_for(self, width: int, most: int) -> int:
        """The height in px at which a grid of a width shows all its rows, or `most` where that is less."""
        columns, height = self._model.columnCount(), self.horizontalHeader().sizeHint().height()
        column = max((width - SIDE) // columns, NARROWEST)
        for row in range(self._model.rowCount()):
            height += max(self.cells.height(self._model.index(row, each), column) for each in range(columns))
            if height >= most:
                return most
        return height

    def _remember(self) -> None:
        self._place = self.place

    def _return(self) -> None:
        self._fitted.clear()
        self._share_width()
        self.go(*self._place)

    def _share_width(self) -> None:
        """Columns share the room there is, and none is narrower than a word."""
        columns, room = self._model.columnCount(), self.viewport().width()
        width = max(room // columns, NARROWEST)
        last = max(room - width * (columns - 1), width)
        for column in range(columns):
            self.setColumnWidth(column, last if column == columns - 1 else width)
        self._fitted.clear()
        self._fit_rows()

    def _refit(self, first: int, last: int) -> None:
        self._fitted.difference_update(range(first, last + 1))
        self._fit_rows()

    def _fit_rows(self) -> None:
        """Rows in sight become as tall as their words; others when they come into sight."""
        top, bottom = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        for row in range(max(top, 0), (bottom if bottom >= 0 else self._model.rowCount() - 1) + 1):
            if row not in self._fitted:
                self._fitted.add(row)
                self.resizeRowToContents(row)
