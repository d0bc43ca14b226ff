"""Tables in the body: put in by the toolbar, opened by Enter or a double click, changed in one step."""

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QTextCursor

from editor_app.richtext import blocks
from editor_app.richtext.roles import card_of
from editor_app.story.tables import empty_table, says_nothing
from editor_app.ui.body_editor import BodyEditor
from editor_app.ui.dialogs.table_dialog import TableDialog, ask_table
from editor_app.ui.kit.theme import Theme
from editor_app.words import Words

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
ROWS, COLUMNS = 3, 3  # of a new table


class TableWork(QObject):
    """Opens the editor of tables over the body.

    Args:
        theme: colours the dialog.
        words: the catalogue.
        body: where the tables stand.
    """

    def __init__(self, theme: Theme, words: Words, body: BodyEditor) -> None:
        super().__init__(body)
        self._theme = theme
        self._words = words
        self._body = body
        self._viewport = body.viewport()
        body.installEventFilter(self)
        self._viewport.installEventFilter(self)

    def open(self, cell: tuple[int, int] = (0, 0)) -> None:
        """Changes the table at the cursor; where none stands there, makes a new one."""
        body = self._body
        if body.isReadOnly():
            return
        table = blocks.table_at(body.textCursor())
        shown = table or empty_table("", ROWS, COLUMNS)
        dialog = TableDialog(self._theme, self._words, body.window(), shown, is_new=table is None, cell=cell)
        fresh = ask_table(dialog)
        dialog.deleteLater()
        body.setFocus(Qt.FocusReason.OtherFocusReason)
        if fresh is None:
            return
        if table is not None and says_nothing(fresh):
            body.run(blocks.remove_current)
        elif table is not None:
            body.run(blocks.set_table, fresh)
        elif not says_nothing(fresh):
            body.run(blocks.insert_table, fresh)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and watched is self._body:
            return self._enters(event)
        is_click = event.type() == QEvent.Type.MouseButtonDblClick
        if is_click and isinstance(event, QMouseEvent) and watched is self._viewport:
            return event.button() == Qt.MouseButton.LeftButton and self._open_at(event.position())
        return False

    def _enters(self, event: QKeyEvent) -> bool:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.type() != QEvent.Type.KeyPress or event.key() not in ENTER or not plain:
            return False
        cursor = self._body.textCursor()
        if self._body.isReadOnly() or cursor.hasSelection() or blocks.table_at(cursor) is None:
            return False
        self.open()
        return True

    def _open_at(self, point: QPointF) -> bool:
        cursor = self._body.cursorForPosition(point.toPoint())
        document = self._body.story_document
        area = document.documentLayout().blockBoundingRect(cursor.block())
        card = card_of(cursor.block())
        if self._body.isReadOnly() or card is None or not area.contains(point):
            return False
        if blocks.table_at(cursor) is None:
            return False
        self._body.setTextCursor(QTextCursor(cursor.block()))
        self.open(document.tables.layout_of(document, card).cell_at(point - area.topLeft()))
        return True
