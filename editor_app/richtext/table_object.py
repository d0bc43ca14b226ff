"""The table as it stands in a body: one object that draws itself (see `table_layout`), over the whole column."""

from collections import OrderedDict
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPyTextObject, QTextDocument, QTextFormat

from editor_app.richtext.look import Look
from editor_app.richtext.photo_object import column_width
from editor_app.richtext.roles import table_of
from editor_app.richtext.table_layout import TableLayout
from editor_app.richtext.tabling import table_in

_KEPT: Final = 64  # tables laid out
_RADIUS: Final = 6
_OUTLINE: Final = 6  # px that the outline of a selected table keeps from it


class TableCard(QPyTextObject):
    """Draws tables.

    Args:
        look: the look in force, asked for at each use.
    """

    def __init__(self, look: Callable[[], Look]) -> None:
        super().__init__()
        self.selected: frozenset[int] = frozenset()
        self._look = look
        self._laid_out: OrderedDict[tuple[str, float, Look, bool], TableLayout] = OrderedDict()

    def intrinsicSize(self, doc: QTextDocument, pos: int, format: QTextFormat) -> QSizeF:  # noqa: A002, ARG002 - Qt's names
        """The table's size in px (called by Qt)."""
        return QSizeF(column_width(doc, self._look()), self.layout_of(doc, format).height)

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        pos: int,
        format: QTextFormat,  # noqa: A002 - Qt's name
    ) -> None:
        """Draws the table (called by Qt)."""
        area = QRectF(rect)
        self.layout_of(doc, format).draw(painter, area.topLeft())
        if pos in self.selected:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._look().accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(1, -_OUTLINE, -1, _OUTLINE), _RADIUS, _RADIUS)
            painter.restore()

    def layout_of(self, document: QTextDocument, written: QTextFormat) -> TableLayout:
        """The table that a format stands for, laid out as wide as the column of a document."""
        look = self._look()
        rtl = document.defaultTextOption().textDirection() == Qt.LayoutDirection.RightToLeft
        kept = (table_of(written), column_width(document, look), look, rtl)
        found = self._laid_out.pop(kept, None)
        if found is None:
            found = TableLayout(table_in(written.toCharFormat()), kept[1], look, rtl=rtl)
        self._laid_out[kept] = found
        while len(self._laid_out) > _KEPT:
            self._laid_out.popitem(last=False)
        return found
