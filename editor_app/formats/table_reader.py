"""Tables while HTML is read: gathered cell by cell, then kept as tables, or unwrapped where they are layout."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from editor_app.formats.table_rows import row_in_words
from editor_app.story.body import Block, Cell, PhotoBlock, Row, Table, TextBlock
from editor_app.story.cells import bears, gathered, with_mark
from editor_app.story.marks import HEADINGS, MAX_COLUMNS, MAX_ROWS
from editor_app.story.normal import normal_table
from editor_app.story.text import clean_line

# What tells a table that only lays out a page from one of data, where nothing names its columns.
_LONGEST_CELL = 600  # signs
_MOST_PARAGRAPHS = 4  # in one cell
_SPAN = re.compile(r"\s*\+?(\d{1,5})")


@dataclass(frozen=True, slots=True)
class _ReadCell:
    blocks: tuple[Block, ...]
    is_head: bool
    columns: int
    rows: int


@dataclass(slots=True)
class _OpenTable:
    rows: list[list[_ReadCell]] = field(default_factory=list)
    caption: list[TextBlock] = field(default_factory=list)
    head_rows: int = 0
    in_head: bool = False
    is_layout: bool = False
    waiting: list[tuple[bool, int, int]] = field(default_factory=list)  # cells that are open: head, columns, rows


class OpenTables:
    """The tables under way, the innermost last."""

    def __init__(self) -> None:
        self._open: list[_OpenTable] = []

    def open(self, *, is_layout: bool = False) -> None:
        """A table begins; one around it only lays out the page, as one does that says so itself."""
        if self._open:
            self._open[-1].is_layout = True
        self._open.append(_OpenTable(is_layout=is_layout))

    def open_head(self) -> None:
        """The rows that name the columns begin."""
        self._innermost.in_head = True

    def end_head(self) -> None:
        """The rows that name the columns end."""
        self._innermost.in_head = False

    def open_row(self) -> None:
        """A row begins."""
        table = self._innermost
        table.head_rows += table.in_head
        table.rows.append([])

    def open_cell(self, tag: str, attributes: Mapping[str, str]) -> None:
        """A cell begins, as wide and tall as it says."""
        columns = min(_span(attributes.get("colspan", "")), MAX_COLUMNS + 1)
        rows = min(_span(attributes.get("rowspan", "")), MAX_ROWS)
        self._innermost.waiting.append((tag == "th", columns, rows))

    def end_cell(self, blocks: Sequence[Block]) -> None:
        """A cell ends with what was gathered in it."""
        table = self._innermost
        is_head, columns, rows = table.waiting.pop()
        if not table.rows:
            table.rows.append([])
        table.rows[-1].append(_ReadCell(tuple(blocks), is_head, columns, rows))

    def end_caption(self, blocks: Sequence[Block]) -> None:
        """The caption ends."""
        self._innermost.caption.extend(block for block in blocks if isinstance(block, TextBlock))

    def end(self, key: str) -> tuple[tuple[Block, ...], bool]:
        """The innermost table ends: the blocks that it is, and whether it had to be put into words."""
        table = self._open.pop()
        if _is_layout(table):
            words = (block for row in table.rows for cell in row for block in cell.blocks)
            return (*table.caption, *words), False
        rows = list(_filled(table.rows))
        if len(rows) > MAX_ROWS or any(len(row) > MAX_COLUMNS for row in rows):
            return (*table.caption, *_in_words(table.rows)), True
        made = _with_head(Table(key, tuple(rows), caption_of(table.caption)), table)
        return (made, *_photos(table)), False

    @property
    def _innermost(self) -> _OpenTable:
        """The table under way; cells that stand in none, which the HTML standard does not let be, make one."""
        if not self._open:
            self._open.append(_OpenTable())
        return self._open[-1]


def caption_of(texts: Sequence[Block]) -> str:
    """The words of paragraphs as a caption."""
    return clean_line(" ".join(block.text for block in texts if isinstance(block, TextBlock)))


def _is_layout(table: _OpenTable) -> bool:
    """Whether a table only puts a page's parts beside each other, or below each other."""
    if table.is_layout:
        return True
    said = [[cell for cell in row if cell.blocks] for row in table.rows]
    if max((len(row) for row in said), default=0) < 2:  # noqa: PLR2004 - one column is a text
        return True
    cells = [cell for row in said for cell in row]
    if table.head_rows or any(cell.is_head for cell in cells):
        return False
    return any(_is_part_of_page(cell.blocks) for cell in cells)


def _is_part_of_page(blocks: Sequence[Block]) -> bool:
    texts = [block for block in blocks if isinstance(block, TextBlock)]
    return (
        len(blocks) > len(texts)
        or len(texts) > _MOST_PARAGRAPHS
        or any(block.style in HEADINGS for block in texts)
        or sum(len(block.text) for block in texts) > _LONGEST_CELL
    )


def _filled(rows: Sequence[Sequence[_ReadCell]]) -> Iterator[Row]:
    """The rows with empty cells where a cell is wider or taller than one."""
    below: dict[int, int] = {}  # columns that a cell from above still fills, and for how many rows
    for row in rows:
        cells: list[Cell] = []
        filled: dict[int, int] = {}

        for cell in row:
            _pass_filled(cells, below)
            filled |= {len(cells) + place: cell.rows for place in range(cell.columns) if cell.rows > 1}
            cells += [gathered(cell.blocks), *(Cell() for _ in range(cell.columns - 1))]
            if len(cells) > MAX_COLUMNS:
                break
        _pass_filled(cells, below)
        below = {place: left - 1 for place, left in below.items() if left > 1} | {
            place: left - 1 for place, left in filled.items()
        }
        yield tuple(cells)


def _pass_filled(cells: list[Cell], below: Mapping[int, int]) -> None:
    while below.get(len(cells), 0) and len(cells) <= MAX_COLUMNS:
        cells.append(Cell())


def _with_head(made: Table, table: _OpenTable) -> Table:
    """The table with its first row as head, where the source says so, or sets it apart by strong words alone."""
    first, *others = normal_table(made).rows
    told = bool(table.head_rows) or all(cell.is_head for cell in table.rows[0] if cell.blocks)
    strong = _is_strong(first)
    if not (told and any(cell.children for cell in first)) and not (
        strong and others and not any(_is_strong(row) for row in others)
    ):
        return made
    plain = tuple(with_mark(cell, "strong", on=False) for cell in first) if strong else first
    return replace(made, rows=(plain, *others), header_rows=1)


def _is_strong(row: Row) -> bool:
    said = [cell for cell in row if cell.children]
    return bool(said) and all(bears(cell, "strong") for cell in said)


def _in_words(rows: Sequence[Sequence[_ReadCell]]) -> Iterator[Block]:
    for row in rows:
        yield from row_in_words([cell.blocks for cell in row])[0]


def _photos(table: _OpenTable) -> Iterator[Block]:
    """Photos of cells, which stand below the table."""
    for row in table.rows:
        for cell in row:
            yield from (block for block in cell.blocks if isinstance(block, PhotoBlock))


def _span(value: str) -> int:
    found = _SPAN.match(value)
    return 1 if found is None else max(int(found[1]), 1)
