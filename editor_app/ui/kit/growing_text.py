"""A field of several lines that is as tall as what was typed: headline, standfirst, captions, notes."""

from dataclasses import dataclass

from PySide6.QtCore import QMimeData, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetrics,
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget

from editor_app.ui.kit import fonts
from editor_app.ui.kit.text_ground import paint_ground, paint_underline
from editor_app.ui.kit.theme import Theme
from editor_app.ui.kit.typed_sign import typed_sign

_MARGINS = (9, 7, 9, 7)
_SOFT_BREAK = "\u2028"


@dataclass(frozen=True, slots=True)
class TextLook:
    """How a growing text is set: its type, the token of its colour, and whether it stands without a frame."""

    font: QFont
    tone: str = "ink"
    bare: bool = False


class GrowingText(QTextEdit):
    """Plain text that grows with its lines up to a limit, then scrolls. Tab goes on to the next field.

    Args:
        theme: recolours it when it changes.
        name: what a screen reader calls it.
        placeholder: the worded hint while it is empty.
        look: its type; the desk's own in a frame by default.
        lines: how many are shown while it is empty, and how many before it scrolls (0 for no limit).
        single_paragraph: whether Enter goes on instead of breaking the line, as in a headline.
        parent: its widget.
    """

    text_edited = Signal(str)  # the whole text after a person changed it
    typed = Signal(str)  # a sign that was typed, by key or input method, once it stands in the text
    entered = Signal()  # Enter in a field of one paragraph

    def __init__(
        self,
        theme: Theme,
        name: str,
        *,
        placeholder: str = "",
        look: TextLook | None = None,
        lines: tuple[int, int] = (1, 8),
        single_paragraph: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        look = look or TextLook(fonts.ui_font())
        self._tone = look.tone
        self._min_lines, self._max_lines = lines
        self._single = single_paragraph
        self._bare = look.bare
        self._silent = False
        self._shown = ""
        self._placeholder = placeholder
        self._underlined: tuple[QTextCursor, str] | None = None
        self._ground: tuple[QTextCursor, str] | None = None
        self.setProperty("kit", "bare" if look.bare else "growing")
        self.setAccessibleName(name)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFont(look.font)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        if not look.bare:
            self.setViewportMargins(*_MARGINS)
        self._colour()
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.textChanged.connect(self._tell)
        theme.changed.connect(self._colour)
        self._fit()

    def text(self) -> str:
        """What stands in the field, its no-break spaces too, which Qt's own plain text lacks."""
        lines = []
        block = self.document().begin()
        while block.isValid():
            lines.append(block.text().replace(_SOFT_BREAK, "\n"))
            block = block.next()
        return "\n".join(lines)

    def set_text(self, text: str) -> None:
        """Put a text in without telling; one that already stands there keeps the cursor and the undo steps."""
        if text == self.text():
            return
        self._silent = True
        self.setPlainText(text)
        self._silent = False

    def placeholderText(self) -> str:
        return self._placeholder

    def setPlaceholderText(self, placeholderText: str) -> None:  # noqa: N803 - Qt's name
        self._placeholder = placeholderText
        self._fit()
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(240, self._wanted_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._wanted_height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._single and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
            return
        super().keyPressEvent(event)
        sign = typed_sign(event)
        if sign and not self.isReadOnly():
            self.typed.emit(sign)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        if len(event.commitString()) == 1 and not event.preeditString() and not self.isReadOnly():
            self.typed.emit(event.commitString())

    def insertFromMimeData(self, source: QMimeData) -> None:
        text = source.text()
        self.textCursor().insertText(" ".join(text.split()) if self._single else text)
        self.ensureCursorVisible()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}:
            cursor = self.textCursor()
            cursor.clearSelection()
            self.setTextCursor(cursor)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
            event.ignore()  # the panel around it scrolls instead
        else:
            super().wheelEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._ground is not None:
            paint_ground(self, *self._ground)
        super().paintEvent(event)
        if self._placeholder and self.document().isEmpty():  # Qt's own takes one line, and is cut at its end
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            painter.setFont(self.font())
            painter.drawText(self.viewport().rect(), Qt.TextFlag.TextWordWrap, self._placeholder)
            painter.end()
        if self._underlined is not None:
            paint_underline(self, *self._underlined)

    def underline(self, words: QTextCursor | None, colour: str) -> None:
        """Draw a bar below selected words, which one sees on a selection too; None draws none."""
        self._underlined = None if words is None else (words, colour)
        self.viewport().update()

    def lay_under(self, words: QTextCursor | None, colour: str) -> None:
        """Lay a ground under selected words; None lays none."""
        self._ground = None if words is None else (words, colour)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def select_end(self) -> None:
        """Put the cursor behind the last sign."""
        self.moveCursor(QTextCursor.MoveOperation.End)

    def _colour(self) -> None:
        if self._tone != "ink":
            self.setStyleSheet(f"color: {self._theme.colour(self._tone)};")

    def _tell(self) -> None:
        text = self.text()
        if text != self._shown:
            self._shown = text
            self._fit()
            if not self._silent:
                self.text_edited.emit(text)

    def _lines(self, count: int) -> int:
        return QFontMetrics(self.font()).lineSpacing() * count

    def _frame(self) -> int:
        return 0 if self._bare else 2 + _MARGINS[1] + _MARGINS[3]

    def _hint_height(self) -> int:
        """How tall the hint is in the lines that it takes; nothing once something stands in the field."""
        if self._shown or not self._placeholder:
            return 0
        room = QRect(0, 0, self.viewport().width(), 0)
        return self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, self._placeholder).height()

    def _wanted_height(self) -> int:
        text = max(round(self.document().size().height()), self._hint_height())
        tallest = self._lines(self._max_lines) if self._max_lines else text
        return max(self._lines(self._min_lines), min(text, tallest)) + self._frame()

    def _fit(self) -> None:
        height = self._wanted_height()
        overflows = bool(self._max_lines) and self.document().size().height() > self._lines(self._max_lines) + 1
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if overflows else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if policy != self.verticalScrollBarPolicy():
            self.setVerticalScrollBarPolicy(policy)
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)
            self.updateGeometry()
