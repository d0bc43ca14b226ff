"""What a list shows of a story; the first look at a newsroom uses it before the database layer is loaded."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class StoryRow:
    """What a list shows of a story, computed from its head and events.

    `people` are the credited writers or the author's name, `person` the name of who changed it last, `revision`
    the head's id and `heads` all heads' ids, `lead` the SHA-256 of the lead's original. Times are UTC.
    """

    id: str
    headline: str
    section: str
    language: str
    state: str
    publication: str
    shown: str
    people: str
    person: str
    code: str
    revision: str
    heads: tuple[str, ...]
    lead: str | None
    photo_count: int
    created: datetime
    updated: datetime


@dataclass(frozen=True, slots=True)
class Page:
    """Some lines of the list; `next` is what to ask the following page with, None after the last."""

    rows: tuple[StoryRow, ...]
    next: str | None
