"""Photographing: pictures attached to a story, described, and placed in its text."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from editor_app.newsroom.changes import Changes
from editor_app.newsroom.composing import demand_editable, save_story
from editor_app.newsroom.newsroom import Newsroom
from editor_app.newsroom.originals import attached, take_in_all
from editor_app.newsroom.recording import standpoint
from editor_app.story.body import Body, PhotoBlock, paragraphs
from editor_app.story.marks import HEADINGS, new_key
from editor_app.story.people import Person
from editor_app.words import Refused


@dataclass(frozen=True, slots=True)
class Description:
    """What is said of the photos that are added together."""

    caption: str = ""
    credit: str = ""
    alt: str = ""
    lead: bool = False
    after: int | None = None  # the paragraph, counted from 1, that they stand behind; 0 is the top


def add_photos(
    newsroom: Newsroom,
    *,
    story_id: str,
    paths: Sequence[Path],
    described: Description,
    person: Person,
    confirmed: bool = False,
) -> Changes:
    """Attaches pictures to a story, in the order given, as one revision; the first may lead.

    The rules are asked and all pictures are examined before anything is kept.

    Raises:
        Refused: the state or the person does not allow it, or the story has no such paragraph.
        Trouble: a picture cannot be taken; it is named, and the story stays as it was.
    """
    with newsroom.reading() as tx:
        found = standpoint(tx, story_id)
    demand_editable(newsroom, found, person, confirmed=confirmed)
    head, story = found.head, found.head.story
    place = None if described.after is None else _place_behind(story.body, described.after)
    fresh = [
        attached(original, file=path.name, caption=described.caption, credit=described.credit, alt=described.alt)
        for path, original in zip(paths, take_in_all(newsroom, paths), strict=True)
    ]
    photos = story.photos
    if described.lead and fresh:
        photos = tuple(replace(photo, lead=False) for photo in photos)
        fresh[0] = replace(fresh[0], lead=True)
    body = story.body
    if place is not None:
        body = (*body[:place], *(PhotoBlock(new_key(), photo.key) for photo in fresh), *body[place:])
    story = replace(story, photos=(*photos, *fresh), body=body)
    return save_story(newsroom, story_id=story_id, story=story, person=person, base=head.id, confirmed=confirmed)


def _place_behind(body: Body, paragraph: int) -> int:
    """Where in the body a photo behind the n-th paragraph goes; 0 is the top.

    Paragraphs are text blocks with words that are no headings, counted from 1. Photos that stand there already
    keep their place before it.

    Raises:
        Refused: `paragraph-unknown`.
    """
    known = [block for block in paragraphs(body) if block.style not in HEADINGS]
    if not 0 <= paragraph <= len(known):
        raise Refused("paragraph-unknown", number=paragraph, known=len(known))
    place = body.index(known[paragraph - 1]) + 1 if paragraph else 0
    while place < len(body) and isinstance(body[place], PhotoBlock):
        place += 1
    return place
