"""Comparing: what became of a story between two of its states, word by word, as plain values.

Paragraphs, tables and photos are matched by key, then by what they say; those that stand elsewhere are shown as
moved. The comparison of B with A is that of A with B, turned round. Both states must be in normal form.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, Literal, TypeAlias, cast

from editor_app.story.body import Block, TextBlock
from editor_app.story.pairing import Placed, Standing, place_blocks, place_photos
from editor_app.story.photo import Attachment, Crop, FocalPoint
from editor_app.story.story import Credits, Story
from editor_app.story.wording import (
    Run,
    Wording,
    compare_names,
    compare_texts,
    compare_words,
    is_changed,
    text_of,
    worded,
)

Side: TypeAlias = Literal["before", "after"]
FieldValue: TypeAlias = str | tuple[str, ...] | date | Crop | FocalPoint | bool | None

FIELDS = ("kicker", "headline", "standfirst", "dateline", "event_date", "section", "language", "keywords")
PHOTO_FIELDS = tuple(each.name for each in fields(Attachment) if each.name != "key")
_ON: Mapping[Side, frozenset[Standing]] = {
    "before": frozenset({"kept", "removed", "moved-away"}),
    "after": frozenset({"kept", "added", "moved-here"}),
}


@dataclass(frozen=True, slots=True)
class FieldChange:
    """What became of one field; `wording` is empty where it holds no words (a date, a crop, yes or no)."""

    name: str
    before: FieldValue
    after: FieldValue
    wording: Wording = ()

    @property
    def is_changed(self) -> bool:
        """Whether it is another now."""
        return self.before != self.after


@dataclass(frozen=True, slots=True)
class BlockChange:
    """What became of one block of the body. A moved one stands twice: where it was, and where it is.

    `wording` is that of a paragraph; tables, photos and dividers are changed as wholes.
    """

    before: Block | None
    after: Block | None
    standing: Standing
    wording: Wording = ()

    @property
    def block(self) -> Block:
        """The block as it is, or as it was where it is gone."""
        return cast("Block", self.after or self.before)

    @property
    def is_blank(self) -> bool:
        """Whether it is, and was, a paragraph without words, which nobody sees and nothing prints."""
        sides = [side for side in (self.before, self.after) if side is not None]
        return all(isinstance(side, TextBlock) and not side.text.strip() for side in sides)

    @property
    def is_restyled(self) -> bool:
        """Whether a paragraph became a heading, a list item, a quotation, …, or ceased to be one."""
        before, after = self.before, self.after
        both = isinstance(before, TextBlock) and isinstance(after, TextBlock)
        return both and _shape(cast("TextBlock", before)) != _shape(cast("TextBlock", after))

    @property
    def is_changed(self) -> bool:
        """Whether anything became of it but that it may stand elsewhere."""
        if self.standing in {"added", "removed"}:
            return True
        if isinstance(self.block, TextBlock):
            return self.is_restyled or is_changed(self.wording)
        return replace(cast("Block", self.before), key="") != replace(self.block, key="")


@dataclass(frozen=True, slots=True)
class PhotoChange:
    """What became of one photo; `fields` are those that changed. A moved one stands twice, as blocks do."""

    before: Attachment | None
    after: Attachment | None
    standing: Standing
    fields: tuple[FieldChange, ...] = ()

    @property
    def photo(self) -> Attachment:
        """The photo as it is, or as it was where it is gone."""
        return cast("Attachment", self.after or self.before)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two states of a story side by side: every field, block and photo, changed or not, in reading order."""

    fields: tuple[FieldChange, ...]
    blocks: tuple[BlockChange, ...]
    photos: tuple[PhotoChange, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed that a reader or an editor could see."""
        return not (
            any(change.is_changed for change in self.fields)
            or any(
                (change.standing != "kept" or change.is_changed) and not change.is_blank for change in self.blocks
            )
            or any(change.standing != "kept" or change.fields for change in self.photos)
        )


def compare(before: Story, after: Story) -> Comparison:
    """What became of `before` in `after`."""
    return Comparison(
        fields=tuple(_fields(before, after)),
        blocks=tuple(map(_block_change, place_blocks(before.body, after.body))),
        photos=tuple(map(_photo_change, place_photos(before.photos, after.photos))),
    )


def side_of(comparison: Comparison, side: Side) -> Story:
    """The story as it was, or as it is, put together from the pieces that the comparison holds."""
    told = {change.name: _value(change, side) for change in comparison.fields}
    named = {each.name: told.pop(each.name) for each in fields(Credits)}
    body = (_block(change, side) for change in comparison.blocks if change.standing in _ON[side])
    photos = (
        change.before if side == "before" else change.after
        for change in comparison.photos
        if change.standing in _ON[side]
    )
    whole: dict[str, Any] = {**told, "credits": Credits(**cast("dict[str, Any]", named))}
    return Story(**whole, body=tuple(body), photos=cast("tuple[Attachment, ...]", tuple(photos)))


def _fields(before: Story, after: Story) -> Iterator[FieldChange]:
    for name in FIELDS:
        yield _field(name, getattr(before, name), getattr(after, name))
    for each in fields(Credits):
        yield _field(each.name, getattr(before.credits, each.name), getattr(after.credits, each.name))


def _field(name: str, before: FieldValue, after: FieldValue) -> FieldChange:
    match before, after:
        case str(), str():
            return FieldChange(name, before, after, compare_texts(before, after))
        case tuple(), tuple():
            return FieldChange(name, before, after, compare_names(before, after))
        case _:
            return FieldChange(name, before, after)


def _block_change(placed: Placed[Block]) -> BlockChange:
    before, after = placed.before, placed.after
    wording: Wording = ()
    block = after or before
    if isinstance(block, TextBlock) and placed.standing != "moved-away":
        silent = TextBlock(block.key)  # beside one that is there alone
        wording = compare_words(
            before if isinstance(before, TextBlock) else silent, after if isinstance(after, TextBlock) else silent
        )
    return BlockChange(before, after, placed.standing, wording)


def _photo_change(placed: Placed[Attachment]) -> PhotoChange:
    before, after = placed.before, placed.after
    if before is None or after is None or placed.standing == "moved-away":
        return PhotoChange(before, after, placed.standing)
    told = (_field(name, getattr(before, name), getattr(after, name)) for name in PHOTO_FIELDS)
    return PhotoChange(before, after, placed.standing, tuple(change for change in told if change.is_changed))


def _shape(block: TextBlock) -> tuple[object, ...]:
    return block.style, block.list_item, block.level, block.start, block.dir


def _value(change: FieldChange, side: Side) -> FieldValue:
    whole = change.before if side == "before" else change.after
    match whole:
        case str():
            return text_of(_runs(change.wording, side))
        case tuple():
            return tuple(run.text for run in _runs(change.wording, side))
        case _:
            return whole


def _block(change: BlockChange, side: Side) -> Block:
    whole = change.before if side == "before" else change.after
    if not isinstance(whole, TextBlock) or change.standing == "moved-away":
        return cast("Block", whole)
    children, links = worded(_runs(change.wording, side))
    return replace(whole, children=children, mark_defs=links)


def _runs(wording: Wording, side: Side) -> tuple[Run, ...]:
    return tuple(run for stretch in wording for run in (stretch.before if side == "before" else stretch.after))
