"""The place of a picture that was not fetched: a card that says where the picture is and offers to fetch it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Protocol

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QPyTextObject,
    QTextDocument,
    QTextFormat,
)

from editor_app.richtext.look import Look
from editor_app.richtext.photo_object import column_width
from editor_app.richtext.tabling import embed_in
from editor_app.story.body import Embed

_RADIUS: Final = 10
_PADDING: Final = 18
_SIZE: Final = 13  # px of the words, at the usual body size
_LINE: Final = 1.55
_BUTTON: Final = 32


@dataclass(frozen=True, slots=True)
class EmbedWords:
    """What the card of an embed says; without `action` nothing can be done with it now."""

    title: str
    text: str
    action: str = ""


class EmbedSource(Protocol):
    """What is said of an embed."""

    def embed_words(self, embed: Embed) -> EmbedWords:
        """The words of its card, worded."""


class EmbedCard(QPyTextObject):
    """Draws embeds as cards of one height; `buttons` says where each was drawn last, by position in the document.

    Args:
        source: what is said of them.
        look: the look in force, asked for at each use.
    """

    def __init__(self, source: EmbedSource, look: Callable[[], Look]) -> None:
        super().__init__()
        self.selected: frozenset[int] = frozenset()
        self.buttons: dict[int, QRectF] = {}
        self._source = source
        self._look = look

    def intrinsicSize(self, doc: QTextDocument, pos: int, format: QTextFormat) -> QSizeF:  # noqa: A002, ARG002 - Qt's names
        """The card's size in px (called by Qt)."""
        look = self._look()
        line = _SIZE * _LINE * look.scale
        return QSizeF(column_width(doc, look), round(2 * line + (2.5 * _PADDING + _BUTTON) * look.scale))

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,  # noqa: ARG002 - Qt's own signature
        pos: int,
        format: QTextFormat,  # noqa: A002 - Qt's name
    ) -> None:
        """Draws the card (called by Qt)."""
        look = self._look()
        words = self._source.embed_words(embed_in(format.toCharFormat()))
        area = QRectF(rect)
        selected = pos in self.selected
        pen = QPen(QColor(look.accent if selected else look.faint), 2 if selected else 1)
        pen.setStyle(Qt.PenStyle.SolidLine if selected else Qt.PenStyle.DashLine)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        painter.setBrush(QColor(look.card))
        painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
        inner = area.adjusted(*(sign * _PADDING * look.scale for sign in (1, 1, -1, -1)))
        line = _SIZE * _LINE * look.scale
        for number, (text, colour, weight) in enumerate(
            ((words.title, look.ink, QFont.Weight.DemiBold), (words.text, look.soft, QFont.Weight.Normal))
        ):
            font = self._font(look, weight)
            painter.setFont(font)
            painter.setPen(QColor(colour))
            shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideMiddle, inner.width())
            row = QRectF(inner.left(), inner.top() + number * line, inner.width(), line)
            painter.drawText(row, int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter), shown)
        self._draw_button(painter, inner, pos, words.action, look)
        painter.restore()

    def _draw_button(self, painter: QPainter, inner: QRectF, pos: int, action: str, look: Look) -> None:
        if not action:
            self.buttons.pop(pos, None)
            return
        font = self._font(look, QFont.Weight.DemiBold)
        width = QFontMetricsF(font).horizontalAdvance(action) + 2 * _PADDING * look.scale
        size = QSizeF(min(width, inner.width()), _BUTTON * look.scale)
        button = QRectF(QPointF(inner.left(), inner.bottom() - size.height()), size)
        if painter.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            button.moveRight(inner.right())
        self.buttons[pos] = button
        painter.setPen(QPen(QColor(look.accent), 1))
        painter.setBrush(QColor(look.accent_tint))
        painter.drawRoundedRect(button, 7, 7)
        painter.setFont(font)
        painter.setPen(QColor(look.accent))
        painter.drawText(button, int(Qt.AlignmentFlag.AlignCenter), action)

    def _font(self, look: Look, weight: QFont.Weight) -> QFont:
        font = QFont(list(look.sans))
        font.setPixelSize(round(_SIZE * look.scale))
        font.setWeight(weight)
        return font
