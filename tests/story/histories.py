"""Short histories of a story: what people did, one word each, as events in causal order."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from editor_app.story.events import Event, EventKind
from editor_app.story.workflow import Standing, stand

NOON = datetime(2026, 9, 12, 5, 0, tzinfo=UTC)


def history(*steps: str) -> tuple[Event, ...]:
    """Events of steps such as "saved ratri r1", "approved sekar", "saved sekar r2 in_review".

    A step without a revision is about the one before it. Words after the revision set flags of `data`.
    """
    events: list[Event] = []
    revision = "r1"
    for number, step in enumerate(steps):
        kind, person, *more = step.split()
        if more:
            revision = more[0]
        events.append(
            Event(
                id=f"e{number}",
                story_id="s1",
                kind=EventKind(kind),
                person=person,
                revision=revision,
                at=NOON + timedelta(minutes=number),
                device="d1",
                data=dict.fromkeys(more[1:], True),
            )
        )
    return tuple(events)


def after(*steps: str, heads: Iterable[str] = ()) -> Standing:
    """Where a story stands after `steps`; its only head is the last revision, where none are named."""
    events = history(*steps)
    return stand(tuple(heads) or (events[-1].revision,), events)
