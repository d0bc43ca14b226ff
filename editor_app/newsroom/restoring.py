"""Restoring: what an older revision says becomes the story's newest one; its history stays whole."""

from editor_app.newsroom.changes import Changes
from editor_app.newsroom.composing import make_revision
from editor_app.newsroom.mending import mending_standpoint
from editor_app.newsroom.newsroom import Newsroom
from editor_app.storage import revisions
from editor_app.story.body import Json
from editor_app.story.people import Person
from editor_app.words import Refused


def restore_revision(
    newsroom: Newsroom,
    *,
    story_id: str,
    revision_id: str,
    person: Person,
    base: str | None = None,
    confirmed: bool = False,
) -> Changes:
    """Makes a revision that reads as an older one did. It comes after the head, even one that cannot be read.

    `base` is the head that the person looked at; `confirmed` says that the person knows that an approval falls.
    Where the head reads so already nothing is made.

    Raises:
        Refused: the state or the person does not allow it, `revision-of-another-story`, or `story-moved-on`.
        Trouble: the older revision is missing or cannot be read.
    """
    with newsroom.writing() as tx:
        found, unreadable = mending_standpoint(tx, story_id)
        if base is not None and base != found.head.id:
            raise Refused("story-moved-on", code=found.head.code)
        old = revisions.get(tx, revision_id)
        if old.story_id != story_id:
            raise Refused("revision-of-another-story", code=old.code)
        if unreadable is None and old.content_hash == found.head.content_hash:
            return Changes(row=found.row, revision=found.head)
        data: dict[str, Json] = {"restored": old.id}
        return make_revision(newsroom, tx, found, old.story, person, confirmed=confirmed, data=data)
