"""A laid-out story as a flow of parts: list items gathered into nested lists, quotes into quotations."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeAlias, cast

from editor_app.story.body import TextBlock
from editor_app.story.layout import Item, Paragraph
from editor_app.story.marks import ListItem


@dataclass(frozen=True, slots=True)
class Entry:
    """An item of a list, and the lists that stand inside it."""

    block: TextBlock
    lists: tuple["ListGroup", ...] = ()


@dataclass(frozen=True, slots=True)
class ListGroup:
    """One list of one kind; its numbers begin at `start`."""

    kind: ListItem
    start: int
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted paragraphs that follow each other."""

    paragraphs: tuple[Paragraph, ...]


Part: TypeAlias = Item | ListGroup | Quotation


def flow(items: Sequence[Item]) -> Iterator[Part]:
    """The items in their order, what belongs together gathered."""
    for role, run in groupby(items, key=_role):
        if role == "list":
            yield from nest([cast("Paragraph", item).block for item in run])
        elif role == "quotation":
            yield Quotation(tuple(cast("Paragraph", item) for item in run))
        else:
            yield from run


def nest(blocks: Sequence[TextBlock]) -> tuple[ListGroup, ...]:
    """Lists of list items that follow each other.

    An item of a deeper level stands in a list inside the item before it, however many levels deeper; an item of
    another kind, or of a level above that of its list's first item, opens a new list.
    """
    groups: list[ListGroup] = []
    place = 0
    while place < len(blocks):
        first = blocks[place]
        entries: list[Entry] = []
        while place < len(blocks) and (blocks[place].level, blocks[place].list_item) == (
            first.level,
            first.list_item,
        ):
            block, inner = blocks[place], place + 1
            place = inner
            while place < len(blocks) and blocks[place].level > first.level:
                place += 1
            entries.append(Entry(block, nest(blocks[inner:place])))
        start = 1 if first.start is None else first.start
        groups.append(ListGroup(first.list_item or "bullet", start, tuple(entries)))
    return tuple(groups)


def _role(item: Item) -> str:
    if not isinstance(item, Paragraph):
        return ""
    if item.block.list_item is not None:
        return "list"
    return "quotation" if item.block.style == "blockquote" else ""
