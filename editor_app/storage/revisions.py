"""Revisions: stored whole with their hashes, never changed, and checked whenever they are read."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, insert, select

from editor_app.storage.raw_text import raw
from editor_app.storage.store import Connection
from editor_app.storage.tables import revision as table
from editor_app.story.canonical import canonical_json, short_signs
from editor_app.story.revision import Revision, revision_id
from editor_app.story.story import story_from_json, story_to_json
from editor_app.words import Trouble


@dataclass(frozen=True, slots=True)
class RevisionLine:
    """A revision without its story; `at` is UTC."""

    id: str
    number: int
    code: str
    author: str
    at: datetime
    parents: tuple[str, ...]
    content_hash: str


_LINE = (table.c.id, table.c.number, table.c.author, table.c.at, table.c.parents, table.c.content_hash)


def put(tx: Connection, revision: Revision) -> None:
    """Stores a revision for good.

    Raises:
        sqlalchemy.exc.IntegrityError: it is there already; at the transaction's end: its story has no line.
    """
    tx.execute(
        insert(table).values(
            id=revision.id,
            story_id=revision.story_id,
            number=revision.number,
            author=revision.author,
            at=revision.at,
            parents=list(revision.parents),
            content_hash=revision.content_hash,
            content=canonical_json(story_to_json(revision.story)).decode(),
        )
    )


def get(tx: Connection, revision_id: str) -> Revision:
    """The revision with its story, after both its hashes were found right.

    Raises:
        Trouble: `revision-missing`; `revision-damaged` where what is stored is not what was saved.
    """
    row = _row(tx, revision_id)
    if row is None:
        raise Trouble("revision-missing", revision=revision_id)
    if not _is_whole(row):
        raise Trouble("revision-damaged", revision=revision_id)
    return Revision(
        id=row.id,
        story_id=row.story_id,
        number=row.number,
        parents=tuple(row.parents),
        author=row.author,
        at=row.at,
        content_hash=row.content_hash,
        story=story_from_json(json.loads(row.content)),
    )


@dataclass(frozen=True, slots=True)
class StoredContent:
    """The text of a revision as it lies in the database; `is_whole` says that it is what was saved."""

    content: bytes
    is_whole: bool


def stored(tx: Connection, revision_id: str) -> StoredContent | None:
    """What is stored of a revision that `get` cannot read; None where nothing is."""
    row = _row(tx, revision_id)
    return None if row is None else StoredContent(row.content, _is_whole(row))


def of_story(tx: Connection, story_id: str) -> tuple[RevisionLine, ...]:
    """The story's revisions without their text, oldest first."""
    lines = select(*_LINE).where(table.c.story_id == story_id).order_by(table.c.number, table.c.at, table.c.id)
    return tuple(_line(row) for row in tx.execute(lines).all())


def heads(tx: Connection, story_id: str) -> tuple[str, ...]:
    """The ids, in order, of the story's revisions that are no one's parent; two where it was edited apart."""
    lines = of_story(tx, story_id)
    parents = {parent for line in lines for parent in line.parents}
    return tuple(sorted(line.id for line in lines if line.id not in parents))


def _row(tx: Connection, revision_id: str) -> Row[Any] | None:
    lines = select(*_LINE, table.c.story_id, raw(table.c.content)).where(table.c.id == revision_id)
    return tx.execute(lines).one_or_none()


def _line(row: Row[*tuple[Any, ...]]) -> RevisionLine:
    return RevisionLine(
        id=row.id,
        number=row.number,
        code=f"R{row.number}-{short_signs(row.content_hash)}",
        author=row.author,
        at=row.at,
        parents=tuple(row.parents),
        content_hash=row.content_hash,
    )


def _is_whole(row: Row[Any]) -> bool:
    # The text is canonical JSON, so its own hash is the content's.
    if hashlib.sha256(row.content).hexdigest() != row.content_hash:
        return False
    whole = revision_id(
        story_id=row.story_id,
        parents=row.parents,
        author=row.author,
        at=row.at,
        content=json.loads(row.content),
    )
    return bool(row.id == whole)
