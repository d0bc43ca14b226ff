"""Comparing: two revisions of a story, or one and what is being written, put beside each other."""

from dataclasses import dataclass
from typing import TypeAlias

from editor_app.newsroom.newsroom import Newsroom
from editor_app.storage import revisions
from editor_app.story.change_summary import ChangeSummary, summed_up
from editor_app.story.comparing import Comparison, compare
from editor_app.story.events import Event, EventKind
from editor_app.story.story import Story, normal_story

Version: TypeAlias = str | Story
"""A revision's id, or a story as it is being written."""

_ANSWERED = {EventKind.RETURNED, EventKind.APPROVED, EventKind.APPROVAL_RECORDED}


@dataclass(frozen=True, slots=True)
class Compared:
    """What became of a story, and the same in a few figures."""

    comparison: Comparison
    summary: ChangeSummary


def compare_versions(newsroom: Newsroom, before: Version, after: Version) -> Compared:
    """What became of one version of a story in another.

    Raises:
        Trouble: a revision is missing or cannot be read.
    """
    with newsroom.reading() as tx:
        stories = [
            revisions.get(tx, version).story if isinstance(version, str) else normal_story(version)
            for version in (before, after)
        ]
    comparison = compare(*stories)
    return Compared(comparison, summed_up(comparison))


def last_answered(events: tuple[Event, ...], head: str) -> Event | None:
    """The last event in which an editor returned or approved a story; None where that was the head itself."""
    event = next((event for event in reversed(events) if event.kind in _ANSWERED), None)
    return None if event is None or event.revision == head else event
