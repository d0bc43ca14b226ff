"""Writes a table of a story into a comparison: as it was and as it is in one grid, word by word."""

from PySide6.QtGui import QBrush, QColor, QTextCharFormat, QTextCursor, QTextFrameFormat, QTextTableFormat

from editor_app.story.body import Cell, Table
from editor_app.story.comparing import BlockChange
from editor_app.story.wording import Fate, Run, compare_texts, compare_words
from editor_app.ui.comparison.dress import Dress
from editor_app.ui.comparison.wording_writer import write_wording

SIZE = 13  # px


def write_table(cursor: QTextCursor, change: BlockChange, dress: Dress) -> bool:
    """Writes the table, and its caption under it; whether there was one. The cursor stands behind both then."""
    before = change.before if isinstance(change.before, Table) else None
    after = change.after if isinstance(change.after, Table) else None
    told = [table for table in (before, after) if table is not None]
    rows = max(len(table.rows) for table in told)
    columns = max(len(row) for table in told for row in table.rows)

    def worn(_: Run, fate: Fate) -> QTextCharFormat:
        return dress.text(fate, size=SIZE)

    grid = cursor.insertTable(rows, columns, _format(dress))
    for row in range(rows):
        for column in range(columns):
            cell = grid.cellAt(row, column).firstCursorPosition()
            write_wording(cell, compare_words(_cell(before, row, column), _cell(after, row, column)), worn)
    cursor.setPosition(grid.lastPosition() + 1)
    caption = compare_texts(*("" if table is None else table.caption for table in (before, after)))
    write_wording(cursor, caption, worn)
    return bool(caption)


def _cell(table: Table | None, row: int, column: int) -> Cell:
    if table is None or row >= len(table.rows) or column >= len(table.rows[row]):
        return Cell()
    return table.rows[row][column]


def _format(dress: Dress) -> QTextTableFormat:
    written = QTextTableFormat()
    written.setCellPadding(6)
    written.setCellSpacing(0)
    written.setBorder(1)
    written.setBorderCollapse(True)
    written.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    written.setBorderBrush(QBrush(QColor(dress.theme.tokens.line_strong)))
    return written
