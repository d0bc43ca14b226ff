"""Lines, revisions and events to store, of which a test names only what it is about."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import uuid_utils

from editor_app.storage import stories
from editor_app.storage.store import Connection
from editor_app.storage.story_row import StoryRow
from editor_app.story.events import Event, EventKind, seal

NOON = datetime(2026, 9, 12, 5, 0, tzinfo=UTC)
WRITER = "01900000-0000-7000-8000-000000000001"
LAPTOP = "01900000-0000-7000-8000-00000000000a"
OTHER_LAPTOP = "01900000-0000-7000-8000-00000000000b"


def new_id() -> str:
    """A fresh UUIDv7."""
    return str(uuid_utils.uuid7())


def story_id(number: int) -> str:
    """The id of the test's story `number`."""
    return f"01900000-0000-7000-9000-{number:012}"


def line(number: int = 1, *, minutes: float = 0, **changes: Any) -> StoryRow:
    """The desk's line of story `number`, changed `minutes` after noon."""
    row = StoryRow(
        id=story_id(number),
        headline=f"BERITA {number}",
        section="Berita",
        language="id",
        state="draft",
        publication="none",
        shown="draft",
        people="Ratri Maheswari",
        person="Ratri Maheswari",
        code="R1-AAAA",
        revision="a" * 64,
        heads=("a" * 64,),
        lead=None,
        photo_count=0,
        created=NOON,
        updated=NOON + timedelta(minutes=minutes),
    )
    return replace(row, **changes)


def put_lines(tx: Connection, rows: Iterable[StoryRow]) -> None:
    """Stores lines in their order."""
    for row in rows:
        stories.put(tx, row)


def event(
    kind: EventKind = EventKind.SAVED,
    *,
    previous: str | None = None,
    heads: tuple[str, ...] = (),
    device: str = LAPTOP,
    minutes: int = 0,
    **changes: Any,
) -> Event:
    """A sealed event of story 1."""
    at = NOON + timedelta(minutes=minutes)
    made = Event(new_id(), story_id(1), kind, WRITER, "a" * 64, at, device, previous, heads)
    return seal(replace(made, **changes))
