"""Chips: a state in a word or two on its tint, as a widget and as a drawing for lists."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from editor_app.ui.kit import fonts, tokens
from editor_app.ui.kit.theme import Theme
from editor_app.ui.kit.tokens import Pair

CHIP_HEIGHT = 18
_SIDE = 8  # px of tint on each side of the word


def chip_font(*, struck: bool = False) -> QFont:
    """The type that chips are set in."""
    font = fonts.ui_font(tokens.TYPE_TINY, QFont.Weight.DemiBold)
    font.setStrikeOut(struck)
    return font


def chip_size(text: str) -> QSize:
    """The px that a chip with this text takes."""
    return QSize(QFontMetrics(chip_font()).horizontalAdvance(text) + 2 * _SIDE, CHIP_HEIGHT)


def paint_chip(painter: QPainter, at: QPointF, text: str, pair: Pair, *, struck: bool = False) -> QRectF:
    """Draw a chip with its top left corner at `at`; returns the rectangle that it took."""
    rect = QRectF(at, chip_size(text).toSizeF())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(pair.ground))
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
    painter.setPen(QColor(pair.text))
    painter.setFont(chip_font(struck=struck))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, text)
    painter.restore()
    return rect


class Chip(QWidget):
    """A state as a word on its tint; always as wide as its word.

    Args:
        theme: gives the pair of the state.
        text: the worded state.
        state: its code, such as "in-review"; "spiked" is struck through.
        name: what a screen reader says; the text by default.
        parent: its widget.
    """

    def __init__(
        self, theme: Theme, text: str = "", *, state: str = "draft", name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = text
        self._state = state
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name or text)
        theme.changed.connect(self.update)

    @property
    def text(self) -> str:
        """The word shown."""
        return self._text

    @property
    def state(self) -> str:
        """The code of the state shown."""
        return self._state

    def show_state(self, text: str, state: str) -> None:
        """Show another state."""
        self._text, self._state = text, state
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return chip_size(self._text)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        pair = self._theme.tokens.state(self._state)
        painter = QPainter(self)
        paint_chip(painter, QPointF(0, 0), self._text, pair, struck=self._state == "spiked")
        painter.end()
