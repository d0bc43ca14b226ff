"""The lock on a story that somebody waits for or agreed to: what a change would undo."""

from editor_app.story.people import Person, Role
from editor_app.story.workflow import HeadState, Publication, Standing
from editor_app.words import Message, note


def lock(standing: Standing, person: Person) -> Message | None:
    """What a change by this person would undo, to be said before the first; None where it undoes nothing."""
    if standing.head is HeadState.APPROVED:
        out = standing.publication in {Publication.EXPORTED, Publication.LIVE}
        return note("lock.approved-out" if out else "lock.approved")
    if standing.head is HeadState.IN_REVIEW and not person.is_a(Role.EDITOR):
        return note("lock.in-review")
    return None


def words_lock(person: Person) -> Message | None:
    """Why this person may never change the words of a story; None for writers and editors."""
    writes = person.is_a(Role.WRITER) or person.is_a(Role.EDITOR)
    return None if writes else note("denied.photographer-text", name=person.name)
