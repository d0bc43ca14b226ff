"""A story's body: Portable Text as immutable values, and its JSON.

Portable Text (portabletext.org) is a flat array of blocks. Ours are text blocks, and the own types `photo`
(names an attachment's key) and `break` (a divider).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias, cast

from editor_app.story.marks import DECORATORS, LIST_ITEMS, STYLES, Direction, ListItem, Style
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


Block: TypeAlias = TextBlock | PhotoBlock | BreakBlock
Body: TypeAlias = tuple[Block, ...]


def paragraphs(body: Body) -> tuple[TextBlock, ...]:
    """The text blocks of a body that have words."""
    return tuple(block for block in body if isinstance(block, TextBlock) and block.text.strip())


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
    written: dict[str, Json] = {
        "_type": "block",
        "_key": block.key,
        "style": block.style,
        "children": [{"_type": "span", "text": span.text, "marks": list(span.marks)} for span in block.children],
        "markDefs": [{"_type": "link", "_key": link.key, "href": link.href} for link in block.mark_defs],
    }
    if block.list_item is not None:
        written |= {"listItem": block.list_item, "level": block.level}
        if block.start is not None:
            written["start"] = block.start
    if block.dir is not None:
        written["dir"] = block.dir
    return written


def _block_from_json(data: object, number: int) -> Block:
    block = _mapping(data, number)
    kind, key = block.get("_type"), _string(block.get("_key"), number)
    if kind == "photo":
        return PhotoBlock(key=key, photo=_string(block.get("photo"), number))
    if kind == "break":
        return BreakBlock(key=key)
    if kind != "block":
        raise Trouble("body-unreadable", number=number)
    links = tuple(_link_from_json(item, number) for item in _sequence(block.get("markDefs", []), number))
    known = {*DECORATORS, *(link.key for link in links)}
    list_item = block.get("listItem")
    return TextBlock(
        key=key,
        children=tuple(_span_from_json(item, number, known) for item in _sequence(block.get("children"), number)),
        style=cast("Style", _one_of(block.get("style", "normal"), STYLES, number)),
        mark_defs=links,
        list_item=None if list_item is None else cast("ListItem", _one_of(list_item, LIST_ITEMS, number)),
        level=_whole(block.get("level", 1), number),
        start=None if block.get("start") is None else _whole(block.get("start"), number),
        dir=cast("Literal['ltr', 'rtl'] | None", _one_of(block.get("dir"), (None, "ltr", "rtl"), number)),
    )


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
