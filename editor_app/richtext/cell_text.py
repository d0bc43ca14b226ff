"""The words of a table's cell laid out, as the page and the table's editor draw them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from editor_app.richtext.appearance import dress
from editor_app.richtext.look import Look
from editor_app.richtext.offsets import units
from editor_app.richtext.roles import SOFT_BREAK, BlockRole, RunRole
from editor_app.story.body import Cell
from editor_app.story.marks import DECORATORS

LINE_HEIGHT: Final = 1.45
_WIDEST: Final = 1e6


@dataclass(frozen=True, slots=True)
class CellText:
    """How the words of cells look: `look` has the size of their letters, `strong` those that name columns."""

    look: Look
    strong: bool = False

    @property
    def line(self) -> int:
        """The height of a line in px."""
        return round(self.look.body * LINE_HEIGHT)

    def font(self) -> QFont:
        """The font of words without marks."""
        font = QFont(self.look.body_font())
        font.setBold(self.strong)
        return font

    def width(self, text: str) -> float:
        """The width of words without marks."""
        return QFontMetricsF(self.font()).horizontalAdvance(text)

    def natural_width(self, cell: Cell) -> float:
        """How wide a cell's words are where nothing wraps them."""
        if is_plain(cell):
            return self.width(cell.text)
        layout = self.laid_out(cell, _WIDEST)
        return max(layout.lineAt(number).naturalTextWidth() for number in range(layout.lineCount()))

    def laid_out(
        self, cell: Cell, width: float, side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
    ) -> QTextLayout:
        """A cell's words in lines of a width, at one side of it."""
        layout = QTextLayout(cell.text.replace("\n", SOFT_BREAK), self.font())
        layout.setFormats(list(self._formats(cell)))
        layout.setTextOption(wrapping(side))
        set_lines(layout, width, self.line)
        return layout

    def _formats(self, cell: Cell) -> Iterator[QTextLayout.FormatRange]:
        start = 0
        for span in cell.children:
            decorators = tuple(mark for mark in span.marks if mark in DECORATORS)
            worn = dress(BlockRole(""), RunRole(decorators, cell.href(span) or ""), self.look)
            if self.strong:
                worn.setFontWeight(QFont.Weight.Bold)
            placed = QTextLayout.FormatRange()
            placed.start, placed.length, placed.format = start, units(span.text), worn
            start += placed.length
            yield placed


def is_plain(cell: Cell) -> bool:
    """Whether a cell's words are one line without marks."""
    return not cell.children or (len(cell.children) == 1 and not cell.children[0].marks and "\n" not in cell.text)


def wrapping(side: Qt.AlignmentFlag) -> QTextOption:
    """Words that wrap at the width they have, and stand at one side of it whatever their script."""
    option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def set_lines(layout: QTextLayout, width: float, height: int) -> None:
    """Breaks the words of a layout into lines of a width and height."""
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        line.setPosition(QPointF(0, top + (height - line.height()) / 2))
        top += height
    layout.endLayout()
