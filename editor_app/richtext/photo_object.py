"""The photo card and the divider: how the two objects that stand in a body draw themselves.

Each is a `QPyTextObject`: a plain QObject with QTextObjectInterface registers and never draws.
"""

from collections.abc import Callable
from typing import Final, Protocol

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QPyTextObject,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
    QTextLayout,
    QTextOption,
)

from editor_app.richtext.look import Look
from editor_app.richtext.roles import photo_of
from editor_app.story.photo import THOUSANDTHS, FocalPoint, split_lead_word

_RADIUS: Final = 10
_PADDING: Final = 14
_CAPTION_SIZE: Final = 13
_LINE_HEIGHT: Final = 1.5
_PLACEHOLDER: Final = 9 / 16
_BREAK_HEIGHT: Final = 36
_DOT: Final = 4


class PhotoSource(Protocol):
    """Where a card takes its picture and words from; `key` is an attachment's key.

    A picture may come later: answer None now, and tell the document when it is there. It is asked for when its
    card is drawn; its size, where it is known, lays the card out before.
    """

    def size(self, key: str) -> QSize | None:
        """The picture's size, upright and cropped, in any unit; None where it is known by the picture alone."""

    def picture(self, key: str) -> QImage | None:
        """The picture, upright and cropped, large enough for the column; None while it is not there."""

    def focal(self, key: str) -> FocalPoint | None:
        """The point that stays in sight where the card cuts the picture."""

    def caption(self, key: str) -> str:
        """The caption."""

    def credit(self, key: str) -> str:
        """The credit line as it is printed, label included: "Foto: Rangga P. & Humas"."""


class PhotoCard(QPyTextObject):
    """Draws photos as cards: picture over the whole column, below it caption and credit.

    Args:
        source: pictures and words.
        look: the look in force, asked for at each use.
    """

    def __init__(self, source: PhotoSource, look: Callable[[], Look]) -> None:
        super().__init__()
        self.selected: frozenset[int] = frozenset()
        self._source = source
        self._look = look
        self._scaled: dict[str, tuple[int, QSize, QImage]] = {}

    def intrinsicSize(self, doc: QTextDocument, pos: int, format: QTextFormat) -> QSizeF:  # noqa: A002, ARG002 - Qt's names
        """The card's size in px (called by Qt)."""
        look = self._look()
        key = photo_of(format)
        width = column_width(doc, look)
        return QSizeF(width, self._picture_height(key, width) + self._words_height(key, width))

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
        area = QRectF(rect)
        key = photo_of(format)
        selected = pos in self.selected
        outline = 2.0 if selected else 1.0
        frame = area.adjusted(outline / 2, outline / 2, -outline / 2, -outline / 2)
        card = QPainterPath()
        card.addRoundedRect(frame, _RADIUS, _RADIUS)
        height = self._picture_height(key, area.width())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(card, QColor(look.card))
        painter.setClipPath(card, Qt.ClipOperation.IntersectClip)
        self._draw_picture(painter, QRectF(area.x(), area.y(), area.width(), height), key)
        layout, top = self._words(key, area.width())
        if layout is not None:
            layout.draw(painter, QPointF(area.x() + _PADDING, area.y() + height + top))
        painter.restore()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(look.accent if selected else look.line), outline))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(card)
        painter.restore()

    def forget(self, key: str) -> None:
        """Drops what is kept of a photo whose picture changed."""
        self._scaled.pop(key, None)

    def _picture_height(self, key: str, width: float) -> float:
        tallest = self._look().photo_height * self._look().scale
        size = self._source.size(key)
        if size is None:
            picture = self._source.picture(key)
            size = QSize() if picture is None else picture.size()
        if size.isEmpty():
            return round(min(width * _PLACEHOLDER, tallest))
        return round(min(width * size.height() / size.width(), tallest))

    def _draw_picture(self, painter: QPainter, area: QRectF, key: str) -> None:
        picture = self._source.picture(key)
        if picture is None or picture.isNull():
            _draw_placeholder(painter, area, self._look())
            return
        ratio = painter.device().devicePixelRatio()
        size = QSize(round(area.width() * ratio), round(area.height() * ratio))
        kept = self._scaled.get(key)
        if kept is None or kept[:2] != (picture.cacheKey(), size):
            kept = (picture.cacheKey(), size, _filling(picture, size, self._source.focal(key)))
            self._scaled[key] = kept
        painter.drawImage(area, kept[2])

    def _words_height(self, key: str, width: float) -> float:
        layout, top = self._words(key, width)
        return 0 if layout is None else round(layout.lineCount() * self._line_height() + 2 * top)

    def _words(self, key: str, width: float) -> tuple[QTextLayout | None, float]:
        """Caption and credit laid out for a card of `width`, and the space above and below them."""
        look = self._look()
        lead, rest = split_lead_word(self._source.caption(key))
        credit = self._source.credit(key)
        said = lead + rest
        gap = " " if said and credit else ""
        text = said + gap + credit
        if not text:
            return None, 0
        font = QFont(list(look.sans))
        font.setPixelSize(round(_CAPTION_SIZE * look.scale))
        layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        lead_end, said_end = (_units(part) for part in (lead, said + gap))
        layout.setFormats(
            [
                _format_range(0, lead_end, look.ink, weight=QFont.Weight.DemiBold),
                _format_range(lead_end, said_end - lead_end, look.soft),
                _format_range(said_end, _units(credit), look.soft, italic=True),
            ]
        )
        _set_lines(layout, width - 2 * _PADDING, self._line_height())
        return layout, round(_PADDING * 0.75)

    def _line_height(self) -> int:
        return round(_CAPTION_SIZE * self._look().scale * _LINE_HEIGHT)


class Divider(QPyTextObject):
    """Draws the break between parts of the text: three dots in the middle of the column.

    Args:
        look: the look in force, asked for at each use.
    """

    def __init__(self, look: Callable[[], Look]) -> None:
        super().__init__()
        self.selected: frozenset[int] = frozenset()
        self._look = look

    def intrinsicSize(self, doc: QTextDocument, pos: int, format: QTextFormat) -> QSizeF:  # noqa: A002, ARG002 - Qt's names
        """The divider's size in px (called by Qt)."""
        look = self._look()
        return QSizeF(column_width(doc, look), round(_BREAK_HEIGHT * look.scale))

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,  # noqa: ARG002 - Qt's own signature
        pos: int,
        format: QTextFormat,  # noqa: A002, ARG002 - Qt's name
    ) -> None:
        """Draws the divider (called by Qt)."""
        look = self._look()
        selected = pos in self.selected
        dot = _DOT * look.scale
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected:
            painter.setPen(QPen(QColor(look.accent), 2))
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.accent if selected else look.faint))
        for step in (-1, 0, 1):
            painter.drawEllipse(QRectF(rect).center() + QPointF(step * 5 * dot, 0), dot / 2, dot / 2)
        painter.restore()


def column_width(document: QTextDocument, look: Look) -> float:
    """The width that an object fills: that of the page, or the look's column where the page has none."""
    page = document.textWidth()
    width = page if page > 0 else look.column * look.scale
    return max(width - 2 * document.documentMargin(), 1)


def _filling(picture: QImage, size: QSize, focal: FocalPoint | None) -> QImage:
    """The picture scaled and cut to fill `size`, its focal point (else centre) as near the middle as can be."""
    grown = picture.scaled(
        size, Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
    )
    point = focal or FocalPoint(THOUSANDTHS // 2, THOUSANDTHS // 2)
    left = _cut(grown.width(), size.width(), point.x)
    top = _cut(grown.height(), size.height(), point.y)
    return grown.copy(left, top, size.width(), size.height())


def _cut(whole: int, part: int, thousandths: int) -> int:
    wanted = round(whole * thousandths / THOUSANDTHS - part / 2)
    return min(max(wanted, 0), max(whole - part, 0))


def _draw_placeholder(painter: QPainter, area: QRectF, look: Look) -> None:
    """A quiet ground with the sign of a picture: hills and a sun in a frame."""
    painter.fillRect(area, QColor(look.line).lighter(104))
    side = min(56 * look.scale, area.height() / 3)
    sign = QRectF(0, 0, side * 1.3, side)
    sign.moveCenter(area.center())
    painter.setPen(
        QPen(QColor(look.faint), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(sign, 6, 6)
    hills = QPainterPath(sign.bottomLeft() + QPointF(side * 0.12, -side * 0.14))
    for across, down in ((0.42, 0.45), (0.66, 0.78), (0.84, 0.58), (1.18, 0.86)):
        hills.lineTo(sign.left() + side * across, sign.top() + side * down)
    painter.drawPath(hills)
    painter.drawEllipse(QPointF(sign.left() + side * 0.95, sign.top() + side * 0.28), side * 0.1, side * 0.1)


def _format_range(
    start: int, length: int, colour: str, *, weight: QFont.Weight = QFont.Weight.Normal, italic: bool = False
) -> QTextLayout.FormatRange:
    worn = QTextCharFormat()
    worn.setForeground(QColor(colour))
    worn.setFontWeight(weight)
    worn.setFontItalic(italic)
    placed = QTextLayout.FormatRange()
    placed.start, placed.length, placed.format = start, length, worn
    return placed


def _set_lines(layout: QTextLayout, width: float, height: int) -> None:
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top + (height - line.height()) / 2))
        top += height
    layout.endLayout()


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
