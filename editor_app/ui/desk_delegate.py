"""How a story looks in the desk's list: headline, state, person and age, and its lead photo."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from editor_app.newsroom.newsroom import Newsroom
from editor_app.newsroom.originals import LIST_SIDE
from editor_app.storage.stories import StoryRow
from editor_app.ui.desk_model import ROW
from editor_app.ui.kit import tokens
from editor_app.ui.kit.chip import CHIP_HEIGHT, paint_chip
from editor_app.ui.kit.fonts import ui_font
from editor_app.ui.kit.theme import Theme
from editor_app.ui.kit.tokens import Pair
from editor_app.ui.pictures import PictureShelf
from editor_app.words import Words

ROW_HEIGHT = 78
PADDING = 14
THUMB = QSize(64, 46)
BAR = 3
LINE_HEIGHT = 17
HEADLINE_LINES = 2


class DeskDelegate(QStyledItemDelegate):
    """Paints one story."""

    def __init__(
        self, newsroom: Newsroom, theme: Theme, words: Words, shelf: PictureShelf, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._zone = newsroom.style.zone
        self._theme = theme
        self._words = words
        self._shelf = shelf

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        return QSize(200, ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(ROW)
        if not isinstance(row, StoryRow):
            return
        look, rect = self._theme.tokens, option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, QColor(look.tint if selected else look.hover if hovered else look.pane))
        if selected:
            painter.fillRect(QRect(rect.left(), rect.top(), BAR, rect.height()), QColor(look.accent))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(look.line))
        thumb = QRect(rect.right() - PADDING - THUMB.width() + 1, rect.top() + 14, THUMB.width(), THUMB.height())
        self._paint_thumb(painter, thumb, row)
        text = QRect(
            rect.left() + PADDING, rect.top() + 12, thumb.left() - rect.left() - PADDING - 12, rect.height() - 12
        )
        self._paint_headline(painter, text, row)
        self._paint_state(painter, text, row, selected=selected)
        if (
            option.state & QStyle.StateFlag.State_HasFocus
            and option.state & QStyle.StateFlag.State_KeyboardFocusChange
        ):
            painter.setPen(QPen(QColor(look.accent), 2))
            painter.drawRoundedRect(QRectF(rect).adjusted(2, 2, -2, -3), 6, 6)
        painter.restore()

    def _paint_headline(self, painter: QPainter, area: QRect, row: StoryRow) -> None:
        font = ui_font(tokens.TYPE_BASE, QFont.Weight.DemiBold)
        look = self._theme.tokens
        words = row.headline or self._words.text("story.untitled")
        painter.setPen(QColor(look.ink if row.headline else look.faint))
        struck = row.shown == "spiked"
        font.setStrikeOut(struck)
        layout = QTextLayout(words, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        metrics = QFontMetrics(font)
        top = float(area.top())
        for number in range(HEADLINE_LINES):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(area.width())
            start = line.textStart()
            is_last = number == HEADLINE_LINES - 1 and start + line.textLength() < len(words)
            shown = words[start:] if is_last else words[start : start + line.textLength()]
            painter.setFont(font)
            painter.drawText(
                QRectF(area.left(), top, area.width(), LINE_HEIGHT),
                Qt.AlignmentFlag.AlignVCenter,
                metrics.elidedText(shown.strip(), Qt.TextElideMode.ElideRight, area.width()),
            )
            top += LINE_HEIGHT
        layout.endLayout()

    def _paint_state(self, painter: QPainter, area: QRect, row: StoryRow, *, selected: bool) -> None:
        look = self._theme.tokens
        label = self._words.text(f"state-short.{row.shown}")
        corner = QPointF(area.left(), area.top() + 2 * LINE_HEIGHT + 7)
        pair = look.state(row.shown)
        ground = look.card if selected else pair.ground  # on the tint of the chosen row its own would be lost
        chip = paint_chip(painter, corner, label, Pair(pair.text, ground), struck=row.shown == "spiked")
        small = ui_font(tokens.TYPE_SMALL)
        painter.setFont(small)
        painter.setPen(QColor(look.soft))
        age = self._words.age(row.updated, self._zone)
        who = row.people or row.person
        room = int(area.right() - chip.right() - 8)
        small_metrics = QFontMetrics(small)
        tail = f"  ·  {age}"
        name = small_metrics.elidedText(
            who, Qt.TextElideMode.ElideRight, max(room - small_metrics.horizontalAdvance(tail), 24)
        )
        painter.drawText(
            QRectF(chip.right() + 8, chip.top(), room, CHIP_HEIGHT),
            Qt.AlignmentFlag.AlignVCenter,
            f"{name}{tail}",
        )

    def _paint_thumb(self, painter: QPainter, area: QRect, row: StoryRow) -> None:
        image = None if row.lead is None else self._shelf.picture(row.lead, LIST_SIDE)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(area), 4, 4)
        if image is None or image.isNull():
            pen = QPen(QColor(self._theme.tokens.line_strong), 1, Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(outline.translated(0.5, 0.5))
            return
        painter.save()
        painter.setClipPath(outline)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(area), image, covering(image, area.size()))
        painter.restore()


def covering(image: QImage, size: QSize) -> QRectF:
    """The part of a picture, around its centre, that fills `size` without being stretched."""
    scale = max(size.width() / image.width(), size.height() / image.height())
    width, height = size.width() / scale, size.height() / scale
    corner = QPointF((image.width() - width) / 2, (image.height() - height) / 2)
    return QRectF(corner.x(), corner.y(), width, height)
