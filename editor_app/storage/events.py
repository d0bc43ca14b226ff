"""Events: what people did, appended for good, in a chain for each device and story."""

import heapq
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Row, insert, select

from editor_app.storage.store import Connection
from editor_app.storage.tables import event as table
from editor_app.story.events import Event, EventKind, event_hash
from editor_app.story.revision import utc_text
from editor_app.words import Trouble


def append(tx: Connection, event: Event) -> None:
    """Stores a sealed event for good.

    Raises:
        ValueError: the event is not sealed, or was changed after.
        sqlalchemy.exc.IntegrityError: it is there already; at the transaction's end: its story has no line.
    """
    if event.hash != event_hash(event):
        raise ValueError(event)
    tx.execute(
        insert(table).values(
            id=event.id,
            story_id=event.story_id,
            kind=event.kind.value,
            person=event.person,
            revision=event.revision,
            at=event.at,
            device=event.device,
            previous=event.previous,
            heads=list(event.heads),
            data=dict(event.data),
            hash=event.hash,
        )
    )


def of_story(tx: Connection, story_id: str) -> tuple[Event, ...]:
    """The story's events in causal order: each after those that it knew of.

    Events that did not know of each other stand by time and then hash, so that the order is the same everywhere.

    Raises:
        Trouble: `event-damaged` where what is stored is not what was appended.
    """
    rows = tx.execute(select(table).where(table.c.story_id == story_id)).all()
    return _in_causal_order([_event(row) for row in rows])


def chain_end(tx: Connection, story_id: str, device: str) -> str | None:
    """The hash of the last event that `device` appended to the story; None before its first."""
    return max(_ends(tx, story_id).get(device, ()), default=None)


def other_heads(tx: Connection, story_id: str, device: str) -> tuple[str, ...]:
    """The hashes of the ends of all other devices' chains of the story, in order."""
    ends = _ends(tx, story_id)
    return tuple(sorted(end for other, hashes in ends.items() if other != device for end in hashes))


def _ends(tx: Connection, story_id: str) -> dict[str, set[str]]:
    columns = (table.c.device, table.c.hash, table.c.previous)
    rows = tx.execute(select(*columns).where(table.c.story_id == story_id)).all()
    followed = {row.previous for row in rows}
    ends: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row.hash not in followed:
            ends[row.device].add(row.hash)
    return ends


def _event(row: Row[Any]) -> Event:
    event = Event(
        id=row.id,
        story_id=row.story_id,
        kind=EventKind(row.kind),
        person=row.person,
        revision=row.revision,
        at=row.at,
        device=row.device,
        previous=row.previous,
        heads=tuple(row.heads),
        data=row.data,
        hash=row.hash,
    )
    if event.hash != event_hash(event):
        raise Trouble("event-damaged", story=row.story_id)
    return event


def _in_causal_order(events: Iterable[Event]) -> tuple[Event, ...]:
    known = {event.hash: event for event in events}
    waiting: dict[str, int] = {}
    followers: defaultdict[str, list[Event]] = defaultdict(list)
    for event in known.values():
        causes = {cause for cause in (event.previous, *event.heads) if cause in known}
        waiting[event.hash] = len(causes)
        for cause in causes:
            followers[cause].append(event)
    ready = [_by_time(event) for event in known.values() if waiting[event.hash] == 0]
    heapq.heapify(ready)
    ordered: list[Event] = []
    while ready:
        _, hash_ = heapq.heappop(ready)
        ordered.append(known[hash_])
        for follower in followers[hash_]:
            waiting[follower.hash] -= 1
            if waiting[follower.hash] == 0:
                heapq.heappush(ready, _by_time(follower))
    return tuple(ordered)


def _by_time(event: Event) -> tuple[str, str]:
    return utc_text(event.at), event.hash
