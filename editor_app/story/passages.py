"""Passages: every text of a story that readers see, in the order in which they read it, and where each stands.

Photos speak where they are printed: the lead under the standfirst, the others at their place in the body, those
without one at the end; each first by its caption, then by its description for the blind.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from editor_app.story.body import PhotoBlock, Table, TextBlock, placed_photos
from editor_app.story.photo import Attachment
from editor_app.story.story import Story

SpotKind: TypeAlias = Literal[
    "kicker", "headline", "standfirst", "dateline", "block", "cell", "table-caption", "caption", "alt"
]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a passage stands: `key` is a block's or an attachment's; `row` and `column` are those of a cell."""

    kind: SpotKind
    key: str = ""
    row: int = 0
    column: int = 0

    @property
    def in_body(self) -> bool:
        """Whether it stands in the body, and so in the body's own document."""
        return self.kind in ("block", "cell", "table-caption")

    @property
    def at_photo(self) -> bool:
        """Whether it is said of a photo."""
        return self.kind in ("caption", "alt")


@dataclass(frozen=True, slots=True)
class Passage:
    """One text and where it stands."""

    spot: Spot
    text: str


def passages(story: Story) -> tuple[Passage, ...]:
    """All texts of a story in reading order; those that say nothing are left out."""
    return tuple(passage for passage in _all(story) if passage.text)


def _all(story: Story) -> Iterator[Passage]:
    yield Passage(Spot("kicker"), story.kicker)
    yield Passage(Spot("headline"), story.headline)
    yield Passage(Spot("standfirst"), story.standfirst)
    lead = story.lead
    if lead is not None:
        yield from _said_of(lead)
    yield Passage(Spot("dateline"), story.dateline)
    told = set() if lead is None else {lead.key}
    for block in story.body:
        if isinstance(block, TextBlock):
            yield Passage(Spot("block", block.key), block.text)
        elif isinstance(block, Table):
            yield from _in_table(block)
        elif isinstance(block, PhotoBlock) and block.photo not in told:
            told.add(block.photo)
            photo = story.photo(block.photo)
            if photo is not None:
                yield from _said_of(photo)
    told |= {*placed_photos(story.body)}
    for photo in story.photos:
        if photo.key not in told:
            yield from _said_of(photo)


def _said_of(photo: Attachment) -> Iterator[Passage]:
    yield Passage(Spot("caption", photo.key), photo.caption)
    yield Passage(Spot("alt", photo.key), photo.alt)


def _in_table(table: Table) -> Iterator[Passage]:
    for number, row in enumerate(table.rows):
        for place, cell in enumerate(row):
            yield Passage(Spot("cell", table.key, number, place), cell.text)
    yield Passage(Spot("table-caption", table.key), table.caption)
