"""Draws the cells of the grid as the page draws them, and opens the editor over one."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final, cast

from PySide6.QtCore import QAbstractItemModel, QEvent, QMimeData, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from editor_app.richtext.cell_text import LINE_HEIGHT, CellText
from editor_app.richtext.look import Look
from editor_app.story.body import Cell
from editor_app.ui.kit.theme import Theme
from editor_app.ui.story_page import look_of
from editor_app.ui.tables.cell_editor import AROUND, BESIDE, CellEditor, Step
from editor_app.ui.tables.model import Index, TableModel

LETTERS: Final = 15  # px


class CellDelegate(QStyledItemDelegate):
    """The cells of the grid.

    `opened`, `closed`: a cell is being written, or no more. `left`: it is written, and one goes on from it.

    Args:
        theme: colours the cells.
        model: the table.
        paste: what a cell being written takes of what is pasted (see `CellEditor`).
        other_key: takes the keys that belong to the grid.
        parent: the grid.
    """

    opened = Signal(CellEditor)
    closed = Signal()
    left = Signal(Step)
    link_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        model: TableModel,
        paste: Callable[[QMimeData], Cell | None],
        other_key: Callable[[QKeyEvent], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._paste = paste
        self._other_key = other_key
        self._theme = theme
        self._model = model
        self.editor: CellEditor | None = None
        self.holds = False  # while a dialog asks for something, the cell stays open

    @property
    def look(self) -> Look:
        """The letters of the grid."""
        return replace(look_of(self._theme), body=LETTERS, line_height=LINE_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens = self._theme.tokens
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        ground = tokens.tint if chosen else tokens.pane if self._model.is_head(index) else tokens.card
        painter.fillRect(option.rect, QColor(ground))
        painter.setClipRect(option.rect)
        area = option.rect.adjusted(BESIDE, AROUND, -BESIDE, 0)
        side = Qt.AlignmentFlag.AlignLeft
        if index.column() in self._model.numbers:
            side = Qt.AlignmentFlag.AlignRight
        text = CellText(self.look, strong=self._model.is_head(index))
        painter.setPen(QColor(tokens.ink))
        text.laid_out(self._model.cell(index), area.width(), side).draw(painter, area.topLeft())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(option.rect.width(), self.height(index, option.rect.width()))

    def height(self, index: Index, width: int) -> int:
        """How tall a cell is in a column of a width, in px."""
        text = CellText(self.look, strong=self._model.is_head(index))
        lines = text.laid_out(self._model.cell(index), width - 2 * BESIDE).lineCount()
        return max(lines, 1) * text.line + 2 * AROUND + 1

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002 - Qt's own signature
        editor = CellEditor(self.look, self._paste, self._other_key, parent)
        editor.setAccessibleName(self._model.place(index))
        editor.left.connect(self._leave)
        editor.given_up.connect(self._give_up)
        editor.link_wanted.connect(self.link_wanted)
        self.editor = editor
        self.opened.emit(editor)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        cast("CellEditor", editor).show_cell(self._model.cell(index), strong=self._model.is_head(index))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:  # noqa: ARG002 - likewise
        self._model.set_cell(index, cast("CellEditor", editor).cell())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: ARG002 - likewise
        area: QRect = option.rect
        editor.setGeometry(area)
        editor.setFixedWidth(area.width())
        cast("CellEditor", editor).set_least_height(area.height())

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        self.editor = None
        self.closed.emit()
        super().destroyEditor(editor, index)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Keys are the editor's own; a cell that is left is written."""
        if isinstance(event, QKeyEvent) or (event.type() == QEvent.Type.FocusOut and self.holds):
            return False
        return super().eventFilter(editor, event)

    def write(self) -> None:
        """Ends the writing of a cell; what is written stands."""
        if self.editor is not None:
            self.commitData.emit(self.editor)
            self.closeEditor.emit(self.editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def _leave(self, step: Step) -> None:
        self.write()
        self.left.emit(step)

    def _give_up(self) -> None:
        if self.editor is not None:
            self.closeEditor.emit(self.editor, QAbstractItemDelegate.EndEditHint.RevertModelCache)
