"""The search field: a glass, what may be sought, the keys that lead here, and a cross that empties it."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QLineEdit, QWidget

from editor_app.ui.kit import fonts, icons, tokens
from editor_app.ui.kit.theme import Theme
from editor_app.ui.kit.tool_button import ToolButton

_GLASS = 26  # px kept free for the glass
_CROSS = 22  # side of the cross, px


class SearchField(QLineEdit):
    """A field to search in. Escape empties it.

    Args:
        theme: colours it.
        placeholder: the worded hint of what may be sought.
        clear: what the cross is called.
        shortcut: the keys that lead here, such as "Ctrl+E", to tell of; they are not bound here.
        name: what a screen reader says; the placeholder by default.
        parent: its widget.
    """

    searched = Signal(str)  # what is sought now, after each change that a person made

    def __init__(
        self,
        theme: Theme,
        placeholder: str,
        *,
        clear: str,
        shortcut: str = "",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name or placeholder)
        self._hint = ""
        if shortcut:
            native = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
            self._hint = native.replace("+", " ")
        self._cross = ToolButton(theme, "x", clear, side=_CROSS, parent=self)
        self._cross.setCursor(Qt.CursorShape.ArrowCursor)
        self._cross.hide()
        self._cross.clicked.connect(self.empty)
        self.textChanged.connect(self._fit)
        self.textEdited.connect(self.searched)
        theme.changed.connect(self.update)
        self._fit()

    def take_focus(self) -> None:
        """Put the cursor here, ready to type over what was sought before."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def empty(self) -> None:
        """Seek nothing, and say so where something was sought."""
        if self.text():
            self.clear()
            self.searched.emit("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.empty()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cross.move(self.width() - _CROSS - 5, (self.height() - _CROSS) // 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        look = self._theme.tokens
        middle = self.height() / 2
        icons.paint(painter, QRectF(10, middle - 8, 16, 16), "search", look.faint)
        if self._hint and not self.text() and self.width() > 2 * self._hint_width() + _GLASS:
            self._paint_hint(painter)
        painter.end()

    def _hint_width(self) -> int:
        return QFontMetrics(fonts.ui_font(tokens.TYPE_TINY)).horizontalAdvance(self._hint) + 12

    def _paint_hint(self, painter: QPainter) -> None:
        look = self._theme.tokens
        width = self._hint_width()
        cap = QRectF(self.width() - width - 8.5, self.height() / 2 - 9, width, 18)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(look.line_strong), 1))
        painter.setBrush(QColor(look.pane))
        painter.drawRoundedRect(cap, 4, 4)
        painter.setPen(QColor(look.faint))
        painter.setFont(fonts.ui_font(tokens.TYPE_TINY))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._hint)

    def _fit(self) -> None:
        full = bool(self.text())
        self._cross.setVisible(full)
        hint = self._hint_width() + 6 if self._hint and not full else 0
        self.setTextMargins(_GLASS - 2, 0, _CROSS if full else hint, 0)
