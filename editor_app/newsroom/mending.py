"""Mending: a story whose newest revision cannot be read is still known, shown as far as it goes, and mended."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from editor_app.newsroom.recording import Standpoint, standpoint
from editor_app.storage import events, revisions, stories
from editor_app.storage.revisions import RevisionLine
from editor_app.storage.store import Connection
from editor_app.story.revision import Revision
from editor_app.story.salvaging import salvage
from editor_app.story.workflow import stand
from editor_app.words import Message, Refused, Trouble, note


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why a story can only be read, and in parts; `readable` is its newest revision that can be read whole."""

    why: Message
    readable: RevisionLine | None


def mending_standpoint(tx: Connection, story_id: str) -> tuple[Standpoint, Unreadable | None]:
    """The story's head and standing now; where the head cannot be read, with what can be read of it, and why.

    Raises:
        Refused: `story-unknown`.
        Trouble: not even the list of its revisions can be read.
    """
    row = stories.get(tx, story_id)
    if row is None:
        raise Refused("story-unknown", id=story_id)
    with suppress(Trouble):
        return standpoint(tx, story_id), None
    lines = {line.id: line for line in revisions.of_story(tx, story_id)}
    heads = revisions.heads(tx, story_id)
    happened = events.of_story(tx, story_id)
    line = lines.pop(heads[-1])
    stored = revisions.stored(tx, line.id)
    head = _as_far_as_it_goes(story_id, line, b"" if stored is None else stored.content, row.headline)
    newer = stored is not None and stored.is_whole  # it is what was saved: a program that knows more saved it
    why = note("unreadable.newer" if newer else "unreadable.damaged", code=line.code)
    unreadable = Unreadable(why, None if newer else _newest_readable(tx, tuple(lines.values())))
    return Standpoint(row, head, stand(heads, happened), happened), unreadable


def _as_far_as_it_goes(story_id: str, line: RevisionLine, content: bytes, headline: str) -> Revision:
    story = salvage(content)
    return Revision(
        id=line.id,
        story_id=story_id,
        number=line.number,
        parents=line.parents,
        author=line.author,
        at=line.at,
        content_hash=line.content_hash,
        story=story if story.headline else replace(story, headline=headline),
    )


def _newest_readable(tx: Connection, lines: Sequence[RevisionLine]) -> RevisionLine | None:
    for line in reversed(lines):
        with suppress(Trouble):
            revisions.get(tx, line.id)
            return line
    return None
