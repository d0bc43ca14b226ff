"""Tables as one works on them: rows and columns put in, taken out and moved, grids laid in, numbers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TypeVar

from editor_app.story.body import Cell, Row, Span, Table
from editor_app.story.marks import MAX_COLUMNS, MAX_ROWS

T = TypeVar("T")

# "1.250", "Rp5.000,00", "+3,4 %", "−12 °C", "2 jt": one number with the signs and the unit that belong to it.
_NUMBER = re.compile(
    r"(?:Rp|IDR|USD|US\$|EUR|[$€£¥])?\s?[+\-−–±]?\s?(?:Rp|[$€£¥])?\s?\d[\d.,\s’']*"
    r"(?:\s?(?:%|‰|°C?|persen|juta|jt|miliar|triliun|rb|ribu|kg|ton|ha|km|m|cm|mm|m²|km²))?"
)
_LONGEST_QUOTED = 4_000  # signs of a cell in quotation marks; a quotation mark that is a word's own has no end
_NO_NUMBER_HERE = frozenset({"", "-", "–", "—", "…", "n/a", "N/A"})


def empty_table(key: str, rows: int, columns: int) -> Table:
    """A table without words whose first row is to name its columns."""
    return Table(key, tuple(tuple(Cell() for _ in range(columns)) for _ in range(rows)), header_rows=1)


def size(table: Table) -> tuple[int, int]:
    """How many rows and columns a table has."""
    return len(table.rows), max((len(row) for row in table.rows), default=0)


def says_nothing(table: Table) -> bool:
    """Whether a table has no words in any cell, and no caption."""
    return not table.text.strip()


def with_cell(table: Table, row: int, column: int, cell: Cell) -> Table:
    """The table with another cell at a place that it has."""
    return _with_row(table, row, _replaced(table.rows[row], column, cell))


def with_row_at(table: Table, row: int) -> Table:
    """The table with an empty row that stands at place `row`; the same where it has as many as may be."""
    height, width = size(table)
    if height >= MAX_ROWS:
        return table
    fresh: Row = tuple(Cell() for _ in range(width))
    return replace(table, rows=(*table.rows[:row], fresh, *table.rows[row:]))


def with_column_at(table: Table, column: int) -> Table:
    """The table with an empty column that stands at place `column`; the same where it has as many as may be."""
    if size(table)[1] >= MAX_COLUMNS:
        return table
    return replace(table, rows=tuple((*row[:column], Cell(), *row[column:]) for row in table.rows))


def without_row(table: Table, row: int) -> Table:
    """The table without a row; the last one that it has is emptied instead."""
    height, width = size(table)
    if height == 1:
        return replace(table, rows=(tuple(Cell() for _ in range(width)),))
    return replace(table, rows=(*table.rows[:row], *table.rows[row + 1 :]))


def without_column(table: Table, column: int) -> Table:
    """The table without a column; the last one that it has is emptied instead."""
    if size(table)[1] == 1:
        return replace(table, rows=tuple((Cell(),) for _ in table.rows))
    return replace(table, rows=tuple((*row[:column], *row[column + 1 :]) for row in table.rows))


def with_row_moved(table: Table, row: int, to: int) -> Table:
    """The table with a row at another place; the same where there is no such place."""
    if not 0 <= to < len(table.rows):
        return table
    return replace(table, rows=_moved(table.rows, row, to))


def with_column_moved(table: Table, column: int, to: int) -> Table:
    """The table with a column at another place; the same where there is no such place."""
    if not 0 <= to < size(table)[1]:
        return table
    return replace(table, rows=tuple(_moved(row, column, to) for row in table.rows))


def with_grid(table: Table, row: int, column: int, grid: Sequence[Sequence[Cell]]) -> Table:
    """The table with a grid laid over it from a place on, grown by what it has no room for.

    What would stand beyond `MAX_ROWS` and `MAX_COLUMNS` is left out: see `fits`.
    """
    height, width = size(table)
    deep = min(max(height, row + len(grid)), MAX_ROWS)
    wide = min(max(width, column + max((len(line) for line in grid), default=0)), MAX_COLUMNS)
    rows = [list(line) + [Cell()] * (wide - len(line)) for line in table.rows]
    rows += [[Cell()] * wide for _ in range(deep - height)]
    for place, line in zip(range(row, deep), grid, strict=False):
        rows[place][column : column + len(line)] = line
    return replace(table, rows=tuple(tuple(line[:wide]) for line in rows))


def fits(row: int, column: int, grid: Sequence[Sequence[Cell]]) -> bool:
    """Whether a table may have room for the whole of a grid from a place on."""
    wide = max((len(line) for line in grid), default=0)
    return row + len(grid) <= MAX_ROWS and column + wide <= MAX_COLUMNS


def grid_of_text(text: str) -> tuple[Row, ...]:
    """The cells that a spreadsheet's text names: a line a row, tabs between cells.

    A cell with line ends, tabs or quotation marks of its own stands in quotation marks, the latter doubled. Of a
    larger text only so much is read that `fits` says no.
    """
    written = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    rows: list[Row] = []
    place = 0
    while place <= len(written) and len(rows) <= MAX_ROWS:
        row: list[Cell] = []
        while True:
            words, place = _field_at(written, place)
            row.append(Cell((Span(words),)) if words else Cell())
            place += 1
            if len(row) > MAX_COLUMNS:
                place = (written.find("\n", place - 1) + 1) or len(written) + 1
            if place > len(written) or written[place - 1] == "\n":
                break
        rows.append(tuple(row))
    return tuple(rows)


def text_of_grid(grid: Sequence[Sequence[Cell]]) -> str:
    """The text from which `grid_of_text`, and any spreadsheet, makes the same words again."""
    return "\n".join("\t".join(_field(cell.text) for cell in row) for row in grid)


@dataclass(frozen=True, slots=True)
class Extent:
    """How wide the words of a column are: where nothing wraps, and at their longest word; in any unit."""

    natural: float
    least: float


def shared_widths(extents: Sequence[Extent], width: float) -> list[float]:
    """The widths of columns that share `width`: each has its longest word, and those who want least wrap last."""
    natural = sum(extent.natural for extent in extents)
    least = sum(extent.least for extent in extents)
    if natural <= width:
        return [extent.natural * width / natural for extent in extents]
    if least >= width:
        return [extent.least * width / least for extent in extents]
    widths = [extent.least for extent in extents]
    left = width - least
    by_need = sorted(range(len(extents)), key=lambda place: extents[place].natural - extents[place].least)
    for number, place in enumerate(by_need):
        given = min(extents[place].natural - extents[place].least, left / (len(extents) - number))
        widths[place] += given
        left -= given
    return widths


def number_columns(table: Table) -> frozenset[int]:
    """The columns that hold numbers alone under their heads, printed flush with its end."""
    columns = zip_longest(*table.rows[table.header_rows :], fillvalue=Cell())
    return frozenset(place for place, cells in enumerate(columns) if _are_numbers(cells))


def _are_numbers(cells: Sequence[Cell]) -> bool:
    told = [text for cell in cells if (text := cell.text.strip()) not in _NO_NUMBER_HERE]
    return bool(told) and all(_NUMBER.fullmatch(text) for text in told)


def _field_at(text: str, start: int) -> tuple[str, int]:
    """The words of the field that starts here, and where it ends."""
    end = start + 1
    while text[start : start + 1] == '"' and (end := text.find('"', end, start + _LONGEST_QUOTED)) >= 0:
        if text[end + 1 : end + 2] == '"':
            end += 2
        elif text[end + 1 : end + 2] in {"", "\t", "\n"}:
            return text[start + 1 : end].replace('""', '"'), end + 1
        else:
            break
    ends = [place for sign in "\t\n" if (place := text.find(sign, start)) >= 0]
    end = min(ends, default=len(text))
    return text[start:end], end


def _field(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if any(sign in text for sign in '\t\n"') else text


def _with_row(table: Table, place: int, row: Row) -> Table:
    return replace(table, rows=(*table.rows[:place], row, *table.rows[place + 1 :]))


def _replaced(row: Row, place: int, cell: Cell) -> Row:
    return (*row[:place], cell, *row[place + 1 :])


def _moved(items: tuple[T, ...], place: int, to: int) -> tuple[T, ...]:
    rest = (*items[:place], *items[place + 1 :])
    return (*rest[:to], items[place], *rest[to:])
