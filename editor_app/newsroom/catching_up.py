"""Catching up: a working copy beside a head that somebody else saved meanwhile."""

from editor_app.newsroom.recording import Standpoint
from editor_app.storage import drafts, revisions
from editor_app.storage.drafts import Draft
from editor_app.storage.store import Connection
from editor_app.story.checks import Place
from editor_app.story.merging import Merged, merge
from editor_app.story.people import Person
from editor_app.story.revision import content_hash
from editor_app.story.story import normal_story
from editor_app.words import Trouble


def working_copy(tx: Connection, found: Standpoint, person: Person) -> Draft | None:
    """What `person` typed and has not saved; None where it says what the head says."""
    draft = drafts.get(tx, found.head.story_id, person.id)
    if draft is None or content_hash(normal_story(draft.story)) == found.head.content_hash:
        return None
    return draft


def caught_up(tx: Connection, found: Standpoint, draft: Draft | None) -> Merged | None:
    """The working copy with what the head changed since it was begun; None where it was begun on the head.

    Where the revision that it was begun on cannot be read, nobody knows what is whose: the copy stands, and the
    text counts as a clash.
    """
    if draft is None or draft.base is None or draft.base == found.head.id:
        return None
    try:
        base = revisions.get(tx, draft.base).story
    except Trouble:
        return Merged(normal_story(draft.story), (Place("field", "body"),))
    return merge(base, draft.story, found.head.story)
