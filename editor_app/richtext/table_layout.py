"""A table laid out for the page: how wide its columns are, where the words of its cells stand, and its rules."""

from dataclasses import replace
from itertools import accumulate, pairwise
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextLayout

from editor_app.richtext.cell_text import CellText, is_plain, set_lines, wrapping
from editor_app.richtext.look import Look
from editor_app.richtext.offsets import units
from editor_app.story.body import Table
from editor_app.story.tables import Extent, number_columns, shared_widths, size

# Letters at the body size 17; the first at which the longest words fit into their columns is taken.
_SIZES: Final = (15, 13, 11)
_BESIDE: Final = 8  # px at both sides of a cell's words
_AROUND: Final = 7  # px above and below them
_CAPTION_SIZE: Final = 13
_CAPTION_ABOVE: Final = 8
_CAPTION_LINE: Final = 1.5
_ONE_LINE: Final = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class TableLayout:
    """One table in one width and look; lengths are px from its upper left corner.

    Args:
        table: what is laid out, in normal form.
        width: how wide it is, caption included.
        look: letters and colours.
        rtl: whether its columns run from right to left.
    """

    def __init__(self, table: Table, width: float, look: Look, *, rtl: bool = False) -> None:
        self.table = table
        self._width = width
        self._look = look
        self._rtl = rtl
        self._numbers = number_columns(table)
        for letters in _SIZES:
            small = replace(look, body=max(round(letters * look.scale), 1))
            self._head, self._plain = CellText(small, strong=True), CellText(small)
            self._beside = _BESIDE * look.scale * letters / _SIZES[0]
            extents = self._extents()
            if sum(extent.least for extent in extents) <= width:
                break
        self._widths = shared_widths(extents, width)
        self._lefts = (0.0, *accumulate(self._widths))
        self._around = round(_AROUND * look.scale)
        heights = [self._row_height(number) for number in range(len(table.rows))]
        self._tops = (0.0, *accumulate(heights))
        self._caption = None if not table.caption else self._caption_layout()

    @property
    def height(self) -> float:
        """The height of the whole, caption included."""
        if self._caption is None:
            return self._tops[-1] + 1
        lines = self._caption.lineCount() * self._caption_line
        return self._tops[-1] + round(_CAPTION_ABOVE * self._look.scale) + lines

    def cell_at(self, point: QPointF) -> tuple[int, int]:
        """Row and column of the cell at a point, or of the nearest one."""
        rows, columns = size(self.table)
        row = next((number for number in range(rows) if point.y() < self._tops[number + 1]), rows - 1)
        across = self._width - point.x() if self._rtl else point.x()
        column = next((n for n in range(columns) if across < self._lefts[n + 1]), columns - 1)
        return row, column

    def cell_area(self, row: int, column: int) -> QRectF:
        """Where a cell stands."""
        left = self._lefts[column]
        if self._rtl:
            left = self._width - left - self._widths[column]
        return QRectF(left, self._tops[row], self._widths[column], self._tops[row + 1] - self._tops[row])

    def draw(self, painter: QPainter, origin: QPointF) -> None:
        """Draws rules, words and caption, as far as the painter shows them."""
        look, tops = self._look, self._tops
        shown = painter.clipBoundingRect() if painter.hasClipping() else QRectF()
        painter.save()
        painter.translate(origin)
        for number, (top, bottom) in enumerate(pairwise(tops)):
            if shown.isEmpty() or (origin.y() + bottom >= shown.top() and origin.y() + top <= shown.bottom()):
                self._draw_row(painter, number)
        last, head = len(tops) - 1, self.table.header_rows
        for number, top in enumerate(tops):
            strong = number in {0, head, last}
            painter.setPen(QPen(QColor(look.soft if strong else look.line), 1))
            y = round(top) + 0.5
            painter.drawLine(QPointF(0, y), QPointF(self._width, y))
        if self._caption is not None:
            self._caption.draw(painter, QPointF(self._beside, tops[-1] + round(_CAPTION_ABOVE * look.scale)))
        painter.restore()

    def _draw_row(self, painter: QPainter, row: int) -> None:
        text = self._text(row)
        for column, cell in enumerate(self.table.rows[row]):
            if not cell.children:
                continue
            area = self.cell_area(row, column).adjusted(self._beside, self._around, -self._beside, 0)
            if is_plain(cell) and text.natural_width(cell) <= area.width():
                painter.setFont(text.font())
                painter.setPen(QColor(self._look.ink))
                line = QRectF(area.x(), area.y(), area.width(), text.line)
                painter.drawText(line, self._side(column) | _ONE_LINE, cell.text)
            else:
                text.laid_out(cell, area.width(), self._side(column)).draw(painter, area.topLeft())

    def _side(self, column: int) -> Qt.AlignmentFlag:
        right = (column in self._numbers) != self._rtl
        return Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft

    def _row_height(self, row: int) -> float:
        lines = 1
        for column, cell in enumerate(self.table.rows[row]):
            room = self._widths[column] - 2 * self._beside
            if not is_plain(cell) or self._text(row).natural_width(cell) > room:
                lines = max(lines, self._text(row).laid_out(cell, room).lineCount())
        return lines * self._text(row).line + 2 * self._around

    def _extents(self) -> list[Extent]:
        columns = size(self.table)[1]
        natural, least = [0.0] * columns, [0.0] * columns
        for row, cells in enumerate(self.table.rows):
            text = self._text(row)
            for column, cell in enumerate(cells):
                if cell.children:
                    natural[column] = max(natural[column], text.natural_width(cell))
                    longest = max(cell.text.replace("\n", " ").split(" "), key=len)
                    least[column] = max(least[column], text.width(longest))
        room = 2 * self._beside + 1
        return [Extent(n + room, min(n, e) + room) for n, e in zip(natural, least, strict=True)]

    def _text(self, row: int) -> CellText:
        return self._head if row < self.table.header_rows else self._plain

    def _caption_layout(self) -> QTextLayout:
        font = QFont(list(self._look.sans))
        font.setPixelSize(max(round(_CAPTION_SIZE * self._look.scale), 1))
        layout = QTextLayout(self.table.caption, font)
        worn = QTextLayout.FormatRange()
        worn.start, worn.length = 0, units(self.table.caption)
        worn.format.setForeground(QColor(self._look.soft))
        layout.setFormats([worn])
        side = Qt.AlignmentFlag.AlignRight if self._rtl else Qt.AlignmentFlag.AlignLeft
        layout.setTextOption(wrapping(side))
        set_lines(layout, self._width - 2 * self._beside, self._caption_line)
        return layout

    @property
    def _caption_line(self) -> int:
        return round(_CAPTION_SIZE * self._look.scale * _CAPTION_LINE)
