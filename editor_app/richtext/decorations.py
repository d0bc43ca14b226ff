"""Decorations: what the page shows beside its words - bullets, numbers, the bars of quotations.

Qt's blocks have no such borders, so the view paints them: first the decorations, then the text.
"""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextBlock, QTextDocument

from editor_app.richtext.look import INDENT, Look
from editor_app.richtext.numbering import item_number
from editor_app.richtext.roles import BlockRole, block_role

_BAR: Final = 3.0
_RULE: Final = 48.0
_BULLET: Final = 5.0
_MARKER_GAP: Final = 8.0


def paint_decorations(painter: QPainter, document: QTextDocument, clip: QRectF, look: Look) -> None:
    """Paints the decorations of the blocks that `clip` shows; both painter and clip in px of the document."""
    layout = document.documentLayout()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    block = document.findBlock(max(layout.hitTest(clip.topLeft(), Qt.HitTestAccuracy.FuzzyHit), 0))
    while block.isValid():
        area = layout.blockBoundingRect(block)
        if area.top() > clip.bottom():
            break
        role = block_role(block)
        if role.list_item is not None:
            _paint_marker(painter, block, area, role, look)
        elif role.style == "blockquote":
            _paint_bar(painter, block, area, look)
        elif role.style == "pullquote":
            _paint_rule(painter, block, area, look)
        block = block.next()
    painter.restore()


def _paint_bar(painter: QPainter, block: QTextBlock, area: QRectF, look: Look) -> None:
    """The bar at a quotation's side, drawn through to the quotation above, so that both read as one."""
    width = _BAR * look.scale
    above = block.previous()
    joined = above.isValid() and block_role(above).style == "blockquote"
    top = (
        block.document().documentLayout().blockBoundingRect(above).bottom() - 2 * width if joined else area.top()
    )
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.accent))
    left = _edge(block, area, look, width)
    painter.drawRoundedRect(QRectF(left, top, width, area.bottom() - top), width / 2, width / 2)


def _paint_rule(painter: QPainter, block: QTextBlock, area: QRectF, look: Look) -> None:
    """The short rule over a pull quote."""
    scale = look.scale
    left = _edge(block, area, look, _RULE * scale)
    inset = -INDENT * scale if _is_rtl(block) else INDENT * scale
    painter.setPen(QPen(QColor(look.accent), 2 * scale))
    y = area.top() - 8 * scale
    painter.drawLine(QPointF(left + inset, y), QPointF(left + inset + _RULE * scale, y))


def _paint_marker(painter: QPainter, block: QTextBlock, area: QRectF, role: BlockRole, look: Look) -> None:
    line = block.layout().lineAt(0)
    baseline = area.top() + line.y() + line.ascent()
    # The side from which the marker hangs: where the item's words begin.
    edge = area.left() + line.x() + (line.width() if _is_rtl(block) else 0)
    sign = 1 if _is_rtl(block) else -1
    font = QFont(look.body_font())
    metrics = QFontMetricsF(font)
    near = edge + sign * _MARKER_GAP * look.scale
    colour = QColor(look.soft)
    if role.list_item == "number":
        text = f"{item_number(block)}."
        room = (INDENT - _MARKER_GAP) * look.scale
        width = metrics.horizontalAdvance(text)
        if width > room:  # three digits: smaller rather than cut off
            font.setPixelSize(max(round(font.pixelSize() * room / width), 1))
            width = QFontMetricsF(font).horizontalAdvance(text)
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(QPointF(near if sign > 0 else near - width, baseline), text)
        return
    size = _BULLET * look.scale
    centre = QPointF(near + sign * size / 2, baseline - metrics.xHeight() / 2)
    spot = QRectF(centre.x() - size / 2, centre.y() - size / 2, size, size)
    hollow = role.level % 3 == 2  # noqa: PLR2004 - disc, circle and square take turns
    painter.setPen(QPen(colour, 1.2) if hollow else Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush if hollow else colour)
    if role.level % 3:
        painter.drawEllipse(spot)
    else:
        painter.drawRect(spot)


def _edge(block: QTextBlock, area: QRectF, look: Look, width: float) -> float:
    """The left end of a sign of `width` that stands at the side where the block's lines begin."""
    line = block.layout().lineAt(0)
    inset = INDENT * look.scale
    if _is_rtl(block):
        return area.left() + line.x() + line.width() + inset - width
    return area.left() + line.x() - inset


def _is_rtl(block: QTextBlock) -> bool:
    return block.textDirection() == Qt.LayoutDirection.RightToLeft
