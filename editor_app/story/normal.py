"""Normal form of a body: the one way in which the same text is written, so that equal means equal."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from itertools import groupby
from urllib.parse import urlsplit

from editor_app.story.body import Block, Body, Cell, Embed, Link, PhotoBlock, Row, Span, Table, TextBlock, Worded
from editor_app.story.marks import (
    DECORATORS,
    LINK_SCHEMES,
    MAX_COLUMNS,
    MAX_LEVEL,
    MAX_ROWS,
    MAX_START,
    Direction,
    new_key,
)
from editor_app.story.text import clean, clean_line

_TO_HOSTS = ("http", "https")


def normalise(body: Body, direction: Direction = "ltr") -> Body:
    """The body in normal form; `direction` is that of the story's language.

    Equal neighbouring spans are merged and empty ones go, marks are sorted, at most one link and one of sub and
    sup a span, text is clean (see `story.text`), a list's `start` stands on its first item, `dir` only where it
    differs, doubled keys are made new; tables are as `normal_table` says; an embed without a web address goes.
    A body that says nothing (one empty paragraph) is empty.
    """
    blocks: list[Block] = []
    taken: set[str] = set()
    for block in body:
        fresh = block if block.key and block.key not in taken else replace(block, key=new_key(taken))
        taken.add(fresh.key)
        if isinstance(fresh, TextBlock):
            fresh = _text_block(fresh, direction)
        elif isinstance(fresh, Embed):
            fresh = _embed(fresh)
            if not fresh.address:
                continue
        blocks.append(normal_table(fresh) if isinstance(fresh, Table) else fresh)
    placed = _starts_first(tuple(blocks))
    return () if len(placed) == 1 and says_nothing(placed[0]) else placed


def _embed(embed: Embed) -> Embed:
    address = safe_href(embed.address) or ""
    return replace(
        embed,
        address=address if urlsplit(address).scheme in _TO_HOSTS else "",
        alt=clean_line(embed.alt),
        caption=clean_line(embed.caption),
        credit=clean_line(embed.credit),
    )


def normal_table(table: Table) -> Table:
    """The table in normal form: rectangular, no empty rows or columns at its end, at least one cell.

    What goes beyond `MAX_ROWS` and `MAX_COLUMNS` is cut.
    """
    rows = [tuple(normal_cell(cell) for cell in row[:MAX_COLUMNS]) for row in table.rows[:MAX_ROWS]]
    width = max((_last_said(row) for row in rows), default=0)
    height = max((number for number, row in enumerate(rows, start=1) if _last_said(row)), default=0)
    return replace(
        table,
        rows=tuple(_filled(row, max(width, 1)) for row in (rows[:height] or [()])),
        caption=clean_line(table.caption),
        header_rows=min(max(table.header_rows, 0), 1),
    )


def normal_cell(cell: Cell) -> Cell:
    """The cell in normal form: as the words of a paragraph are, and no space at their ends."""
    children, links = _words(cell)
    text = "".join(span.text for span in children)
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    if start == 0 and end == len(text):
        return Cell(children, links)
    kept: list[Span] = []
    place = 0
    for span in children:
        kept.append(replace(span, text=span.text[max(start - place, 0) : max(end - place, 0)]))
        place += len(span.text)
    return Cell(*_words(Cell(tuple(kept), links)))


def says_nothing(block: Block) -> bool:
    """Whether a block is an empty plain paragraph."""
    return isinstance(block, TextBlock) and not block.children and block.style == "normal" and not block.list_item


def without_photos(body: Body, gone: frozenset[str]) -> Body:
    """The body without the photo blocks that name one of `gone`."""
    return tuple(block for block in body if not (isinstance(block, PhotoBlock) and block.photo in gone))


def link_key(href: str) -> str:
    """The key of a link's markDef: the same address has the same key in every block."""
    return hashlib.sha256(href.encode()).hexdigest()[:8]


def safe_href(href: str) -> str | None:
    """The address if a story may link to it, else None.

    That is http and https where the host has a dot (or is localhost, or an address of IPv6), mailto and tel; none
    has white space, which is a sentence taken for an address, or one that programs would read differently.
    """
    address = clean(href).strip().replace("\n", "")
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    scheme = parts.scheme.lower()
    if scheme not in LINK_SCHEMES or any(sign.isspace() for sign in address):
        return None
    return address if (_is_host(parts.hostname or "") if scheme in _TO_HOSTS else parts.path) else None


def _is_host(host: str) -> bool:
    return host == "localhost" or ":" in host or ("." in host.strip(".") and ".." not in host)


def _text_block(block: TextBlock, direction: Direction) -> TextBlock:
    children, links = _words(block)
    listed = block.list_item is not None
    return replace(
        block,
        children=children,
        mark_defs=links,
        style="normal" if listed else block.style,
        level=min(max(block.level, 1), MAX_LEVEL) if listed else 1,
        start=_start(block),
        dir=block.dir if block.dir != direction else None,
    )


def _last_said(row: Row) -> int:
    """How many cells a row has up to its last one with words."""
    return max((number for number, cell in enumerate(row, start=1) if cell.children), default=0)


def _filled(row: Row, width: int) -> Row:
    return (*row[:width], *(Cell() for _ in range(width - len(row))))


def _words(block: Worded) -> tuple[tuple[Span, ...], tuple[Link, ...]]:
    """Spans and links in normal form."""
    links_at = {link.key: place for place, link in reversed(tuple(enumerate(block.mark_defs)))}
    spans = [
        (_marks(block, span, links_at), span.text.replace("\r\n", "\n")) for span in block.children if span.text
    ]
    merged = (
        (clean("".join(text for _, text in run)), marks)
        for marks, run in groupby(spans, key=lambda item: item[0])
    )
    kept = [(text, marks) for text, marks in merged if text]
    children: list[Span] = []
    links: dict[str, Link] = {}
    for text, (decorators, href) in kept:
        marks = decorators
        if href is not None:
            links.setdefault(href, Link(link_key(href), href))
            marks = tuple(sorted((*decorators, links[href].key)))
        if children and children[-1].marks == marks:
            children[-1] = Span(clean(children[-1].text + text), marks)
        else:
            children.append(Span(text, marks))
    return tuple(children), tuple(links.values())


def _start(block: TextBlock) -> int | None:
    usual = block.list_item != "number" or block.start is None or block.start == 1
    return None if usual or not 0 <= (block.start or 0) <= MAX_START else block.start


def _marks(block: Worded, span: Span, links_at: Mapping[str, int]) -> tuple[tuple[str, ...], str | None]:
    decorators = {mark for mark in span.marks if mark in DECORATORS}
    if "sup" in decorators:
        decorators.discard("sub")
    place = min((links_at[mark] for mark in span.marks if mark in links_at), default=None)
    href = None if place is None else block.mark_defs[place].href
    return tuple(sorted(decorators)), None if href is None else safe_href(href)


def _starts_first(body: Body) -> Body:
    """Drops `start` from items that are not the first of their list."""
    open_lists: dict[int, str] = {}
    placed: list[Block] = []
    for block in body:
        if not isinstance(block, TextBlock) or block.list_item is None:
            open_lists.clear()
            placed.append(block)
            continue
        open_lists = {level: kind for level, kind in open_lists.items() if level <= block.level}
        continues = open_lists.get(block.level) == block.list_item
        open_lists[block.level] = block.list_item
        placed.append(replace(block, start=None) if continues and block.start is not None else block)
    return tuple(placed)
