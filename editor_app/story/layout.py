"""What is printed of a story and in which order: one list that every format follows."""

from dataclasses import dataclass
from typing import TypeAlias

from editor_app.story.body import BreakBlock, Embed, PhotoBlock, Table, TextBlock, placed_photos
from editor_app.story.photo import Attachment
from editor_app.story.story import Story
from editor_app.story.tables import says_nothing


@dataclass(frozen=True, slots=True)
class Figure:
    """A photo where it is printed, with caption and credit; `number` counts from 1 in printed order."""

    number: int
    photo: Attachment


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text block; `dateline` is what is printed before its first word ("Malang, ")."""

    block: TextBlock
    dateline: str = ""


@dataclass(frozen=True, slots=True)
class Divider:
    """A break between parts."""


Item: TypeAlias = Figure | Paragraph | Divider | Table


@dataclass(frozen=True, slots=True)
class Layout:
    """The lead, the body as it is printed, and the photos that have no place in it (the closing gallery)."""

    lead: Figure | None
    body: tuple[Item, ...]
    gallery: tuple[Figure, ...]

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every printed photo, in order."""
        inside = tuple(item for item in self.body if isinstance(item, Figure))
        return (*(() if self.lead is None else (self.lead,)), *inside, *self.gallery)


def lay_out(story: Story, dateline: str = "") -> Layout:
    """The story in printed order. `dateline` is the finished dateline, set before the first plain paragraph.

    The lead is printed once, at the top, wherever else it stands. Empty paragraphs, headings and tables are not
    printed, nor what was never fetched.
    """
    number = 0
    lead: Figure | None = None
    if story.lead is not None:
        number += 1
        lead = Figure(number, story.lead)
    items: list[Item] = []
    printed = set() if story.lead is None else {story.lead.key}
    waiting = dateline
    for block in story.body:
        if isinstance(block, PhotoBlock):
            photo = story.photo(block.photo)
            if photo is not None and photo.key not in printed:
                number += 1
                printed.add(photo.key)
                items.append(Figure(number, photo))
        elif isinstance(block, BreakBlock):
            items.append(Divider())
        elif isinstance(block, Table):
            items.extend([] if says_nothing(block) else [block])
        elif isinstance(block, Embed):
            continue
        elif block.text.strip():
            opens = bool(waiting) and block.style == "normal" and block.list_item is None
            items.append(Paragraph(block, waiting if opens else ""))
            waiting = "" if opens else waiting
    placed = {*placed_photos(story.body), *printed}
    rest = [photo for photo in story.photos if photo.key not in placed]
    gallery = tuple(Figure(number + place, photo) for place, photo in enumerate(rest, start=1))
    return Layout(lead, tuple(items), gallery)
