"""A story's body: Portable Text as immutable values, and its JSON.

Portable Text (portabletext.org) is a flat array of blocks. Ours are text blocks, and the own types `photo`
(names an attachment's key), `break` (a divider) and `table`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias, cast

from editor_app.story.marks import (
    DECORATORS,
    LIST_ITEMS,
    MAX_COLUMNS,
    MAX_ROWS,
    STYLES,
    Direction,
    ListItem,
    Style,
)
from editor_app.words import Trouble

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text with the same marks; a mark is a decorator or the key of one of its block's links."""

    text: str
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A markDef: what a link's spans point to."""

    key: str
    href: str


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A paragraph, heading, quotation or list item. `level` counts from 1 and means something only in lists."""

    key: str
    children: tuple[Span, ...] = ()
    style: Style = "normal"
    mark_defs: tuple[Link, ...] = ()
    list_item: ListItem | None = None
    level: int = 1
    start: int | None = None
    dir: Direction | None = None

    @property
    def text(self) -> str:
        """The words without marks; a soft break is a newline."""
        return "".join(span.text for span in self.children)

    def href(self, span: Span) -> str | None:
        """Where `span` links to, if it is a link."""
        return next((link.href for link in self.mark_defs if link.key in span.marks), None)


@dataclass(frozen=True, slots=True)
class PhotoBlock:
    """A photo where it stands in the text; `photo` is the key of an attachment."""

    key: str
    photo: str


@dataclass(frozen=True, slots=True)
class BreakBlock:
    """A divider between parts of the text."""

    key: str


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one place of a table: words with marks, links and soft breaks."""

    children: tuple[Span, ...] = ()
    mark_defs: tuple[Link, ...] = ()

    @property
    def text(self) -> str:
        """The words without marks; a soft break is a newline."""
        return "".join(span.text for span in self.children)

    def href(self, span: Span) -> str | None:
        """Where `span` links to, if it is a link."""
        return next((link.href for link in self.mark_defs if link.key in span.marks), None)


Row: TypeAlias = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A simple table. `header_rows` is 1 where the first row names the columns, else 0."""

    key: str
    rows: tuple[Row, ...]
    caption: str = ""
    header_rows: int = 0

    @property
    def text(self) -> str:
        """The words of all cells, a row a line with tabs between its cells, and under them the caption."""
        rows = ("\t".join(" ".join(cell.text.split("\n")) for cell in row) for row in self.rows)
        return "\n".join(line for line in (*rows, self.caption) if line.strip())


@dataclass(frozen=True, slots=True)
class Embed:
    """The place of a picture that stands elsewhere, at the web address `address`, and was not fetched.

    It is shown so that somebody fetches it or takes it out, and never printed.
    """

    key: str
    address: str
    alt: str = ""
    caption: str = ""
    credit: str = ""


Worded: TypeAlias = TextBlock | Cell
Block: TypeAlias = TextBlock | PhotoBlock | BreakBlock | Table | Embed
Body: TypeAlias = tuple[Block, ...]


_EMBED_WORDS = ("alt", "caption", "credit")


def paragraphs(body: Body) -> tuple[TextBlock, ...]:
    """The text blocks of a body that have words."""
    return tuple(block for block in body if isinstance(block, TextBlock) and block.text.strip())


def texts(body: Body) -> tuple[str, ...]:
    """Everything that a body says, in its order: paragraph by paragraph, tables with their captions."""
    said = (block.text for block in body if isinstance(block, TextBlock | Table))
    return tuple(text for text in said if text.strip())


def placed_photos(body: Body) -> tuple[str, ...]:
    """The attachment keys that stand in the body, in its order."""
    return tuple(block.photo for block in body if isinstance(block, PhotoBlock))


def body_to_json(body: Body) -> list[Json]:
    """The body as Portable Text; properties that have their usual value are left out."""
    return [_block_to_json(block) for block in body]


def body_from_json(data: object) -> Body:
    """The body that Portable Text names.

    Raises:
        Trouble: `body-unreadable`, where a block is not of a known type or form.
    """
    return tuple(_block_from_json(item, number) for number, item in enumerate(_sequence(data, 0), start=1))


def _block_to_json(block: Block) -> Json:
    if isinstance(block, PhotoBlock):
        return {"_type": "photo", "_key": block.key, "photo": block.photo}
    if isinstance(block, BreakBlock):
        return {"_type": "break", "_key": block.key}
    if isinstance(block, Table):
        return _table_to_json(block)
    if isinstance(block, Embed):
        said = {name: text for name in _EMBED_WORDS if (text := getattr(block, name))}
        return {"_type": "embed", "_key": block.key, "address": block.address, **said}
    written: dict[str, Json] = {
        "_type": "block",
        "_key": block.key,
        "style": block.style,
        **_words_to_json(block),
    }
    if block.list_item is not None:
        written |= {"listItem": block.list_item, "level": block.level}
        if block.start is not None:
            written["start"] = block.start
    if block.dir is not None:
        written["dir"] = block.dir
    return written


def _table_to_json(table: Table) -> Json:
    written: dict[str, Json] = {"_type": "table", "_key": table.key, "headerRows": table.header_rows}
    if table.caption:
        written["caption"] = table.caption
    written["rows"] = [
        {"_type": "row", "cells": [{"_type": "cell", **_words_to_json(cell)} for cell in row]}
        for row in table.rows
    ]
    return written


def _words_to_json(words: Worded) -> dict[str, Json]:
    return {
        "children": [{"_type": "span", "text": span.text, "marks": list(span.marks)} for span in words.children],
        "markDefs": [{"_type": "link", "_key": link.key, "href": link.href} for link in words.mark_defs],
    }


def _block_from_json(data: object, number: int) -> Block:
    block = _mapping(data, number)
    kind, key = block.get("_type"), _string(block.get("_key"), number)
    if kind == "photo":
        return PhotoBlock(key=key, photo=_string(block.get("photo"), number))
    if kind == "break":
        return BreakBlock(key=key)
    if kind == "table":
        return _table_from_json(block, key, number)
    if kind == "embed":
        said = {name: _string(block.get(name, ""), number) for name in _EMBED_WORDS}
        return Embed(key=key, address=_string(block.get("address"), number), **said)
    if kind != "block":
        raise Trouble("body-unreadable", number=number)
    children, links = _words_from_json(block, number)
    list_item = block.get("listItem")
    return TextBlock(
        key=key,
        children=children,
        style=cast("Style", _one_of(block.get("style", "normal"), STYLES, number)),
        mark_defs=links,
        list_item=None if list_item is None else cast("ListItem", _one_of(list_item, LIST_ITEMS, number)),
        level=_whole(block.get("level", 1), number),
        start=None if block.get("start") is None else _whole(block.get("start"), number),
        dir=cast("Literal['ltr', 'rtl'] | None", _one_of(block.get("dir"), (None, "ltr", "rtl"), number)),
    )


def _table_from_json(block: Mapping[str, object], key: str, number: int) -> Table:
    rows = _sequence(block.get("rows"), number)
    if len(rows) > MAX_ROWS:
        raise Trouble("body-unreadable", number=number)
    return Table(
        key=key,
        rows=tuple(_row_from_json(row, number) for row in rows),
        caption=_string(block.get("caption", ""), number),
        header_rows=_whole(block.get("headerRows", 0), number),
    )


def _row_from_json(data: object, number: int) -> Row:
    cells = _sequence(_typed(data, "row", number).get("cells"), number)
    if len(cells) > MAX_COLUMNS:
        raise Trouble("body-unreadable", number=number)
    return tuple(Cell(*_words_from_json(_typed(cell, "cell", number), number)) for cell in cells)


def _words_from_json(data: Mapping[str, object], number: int) -> tuple[tuple[Span, ...], tuple[Link, ...]]:
    links = tuple(_link_from_json(item, number) for item in _sequence(data.get("markDefs", []), number))
    known = {*DECORATORS, *(link.key for link in links)}
    spans = _sequence(data.get("children"), number)
    return tuple(_span_from_json(item, number, known) for item in spans), links


def _span_from_json(data: object, number: int, known: set[str]) -> Span:
    span = _mapping(data, number)
    marks = tuple(_string(mark, number) for mark in _sequence(span.get("marks", []), number))
    if span.get("_type") != "span" or not known.issuperset(marks):
        raise Trouble("body-unreadable", number=number)
    return Span(text=_string(span.get("text"), number), marks=marks)


def _link_from_json(data: object, number: int) -> Link:
    link = _mapping(data, number)
    if link.get("_type") != "link":
        raise Trouble("body-unreadable", number=number)
    return Link(key=_string(link.get("_key"), number), href=_string(link.get("href"), number))


def _typed(data: object, kind: str, number: int) -> Mapping[str, object]:
    found = _mapping(data, number)
    if found.get("_type") != kind:
        raise Trouble("body-unreadable", number=number)
    return found


def _mapping(data: object, number: int) -> Mapping[str, object]:
    if not isinstance(data, Mapping):
        raise Trouble("body-unreadable", number=number)
    return data


def _sequence(data: object, number: int) -> Sequence[object]:
    if not isinstance(data, list | tuple):
        raise Trouble("body-unreadable", number=number)
    return data


def _string(data: object, number: int) -> str:
    if not isinstance(data, str):
        raise Trouble("body-unreadable", number=number)
    return data


def _whole(data: object, number: int) -> int:
    if not isinstance(data, int) or isinstance(data, bool):
        raise Trouble("body-unreadable", number=number)
    return data


def _one_of(data: object, choices: Iterable[object], number: int) -> object:
    if data not in choices:
        raise Trouble("body-unreadable", number=number)
    return data
