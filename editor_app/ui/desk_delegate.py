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

from editor_app.storage.story_row import StoryRow
from editor_app.ui.desk_model import ROW, DeskModel, states_of
from editor_app.ui.desk_source import DeskSource
from editor_app.ui.kit import tokens
from editor_app.ui.kit.chip import CHIP_HEIGHT, paint_chip
from editor_app.ui.kit.fonts import ui_font
from editor_app.ui.kit.theme import Theme
from editor_app.words import Words

ROW_HEIGHT = 78
PADDING = 14
THUMB = QSize(64, 46)
BAR = 3
LINE_HEIGHT = 17
HEADLINE_LINES = 2
CHIP_GAP = 4
NAME_ROOM = 40  # px; a name that has less is left out


class DeskDelegate(QStyledItemDelegate):
    """Paints one story, its headline in `lines` lines at most."""

    def __init__(
        self, source: DeskSource, theme: Theme, words: Words, parent: QWidget, *, lines: int = HEADLINE_LINES
    ) -> None:
        super().__init__(parent)
        self._lines = lines
        self._source = source
        self._theme = theme
        self._words = words

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        return QSize(200, row_height(self._lines))

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
        above = (rect.height() - THUMB.height()) // 2 - 1  # below it is a hairline, and a little more air
        left = rect.right() - PADDING - THUMB.width() + 1
        thumb = QRect(left, rect.top() + above, THUMB.width(), THUMB.height())
        self._paint_thumb(painter, thumb, row)
        text = QRect(
            rect.left() + PADDING, rect.top() + 12, thumb.left() - rect.left() - PADDING - 12, rect.height() - 12
        )
        self._paint_headline(painter, text, row)
        model = index.model()
        who = model.people_of(row) if isinstance(model, DeskModel) else row.people
        self._paint_state(painter, text, row, who)
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
        for number in range(self._lines):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(area.width())
            start = line.textStart()
            is_last = number == self._lines - 1 and start + line.textLength() < len(words)
            shown = words[start:] if is_last else words[start : start + line.textLength()]
            painter.setFont(font)
            painter.drawText(
                QRectF(area.left(), top, area.width(), LINE_HEIGHT),
                Qt.AlignmentFlag.AlignVCenter,
                metrics.elidedText(shown.strip(), Qt.TextElideMode.ElideRight, area.width()),
            )
            top += LINE_HEIGHT
        layout.endLayout()

    def _paint_state(self, painter: QPainter, area: QRect, row: StoryRow, who: str) -> None:
        """The state, the publication where it is another, the person where there is room, and the age."""
        look = self._theme.tokens
        left, top = float(area.left()), area.top() + self._lines * LINE_HEIGHT + 7
        for state in states_of(row):
            label = self._words.text(f"state-short.{state}")
            chip = paint_chip(painter, QPointF(left, top), label, look.state(state), struck=state == "spiked")
            left = chip.right() + CHIP_GAP
        small = ui_font(tokens.TYPE_SMALL)
        painter.setFont(small)
        painter.setPen(QColor(look.soft))
        left += 8 - CHIP_GAP
        words = facts(
            who, self._words.age(row.updated, self._source.zone), QFontMetrics(small), int(area.right() - left)
        )
        place = QRectF(left, top, max(area.right() - left, 0), CHIP_HEIGHT)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_thumb(self, painter: QPainter, area: QRect, row: StoryRow) -> None:
        image = None if row.lead is None else self._source.picture(row.lead)
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


def row_height(lines: int = HEADLINE_LINES) -> int:
    """The px of a row whose headline may take so many lines."""
    return ROW_HEIGHT - (HEADLINE_LINES - lines) * LINE_HEIGHT


def facts(who: str, age: str, metrics: QFontMetrics, room: int) -> str:
    """Person and age in the px that there are: the name is shortened, then dropped, before the age is."""
    tail = f"  ·  {age}"
    left = room - metrics.horizontalAdvance(tail)
    if who and left >= min(NAME_ROOM, metrics.horizontalAdvance(who)):
        return f"{metrics.elidedText(who, Qt.TextElideMode.ElideRight, left)}{tail}"
    return metrics.elidedText(age, Qt.TextElideMode.ElideRight, room)


def covering(image: QImage, size: QSize) -> QRectF:
    """The part of a picture, around its centre, that fills `size` without being stretched."""
    scale = max(size.width() / image.width(), size.height() / image.height())
    width, height = size.width() / scale, size.height() / scale
    corner = QPointF((image.width() - width) / 2, (image.height() - height) / 2)
    return QRectF(corner.x(), corner.y(), width, height)
