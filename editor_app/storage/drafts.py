"""Drafts: working copies, one a story and person, of which autosave writes only the blocks that changed."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from sqlalchemy import ColumnElement, Row, and_, bindparam, delete, select

from editor_app.storage.dialect import upsert
from editor_app.storage.raw_text import raw
from editor_app.storage.store import Connection
from editor_app.storage.tables import draft as table
from editor_app.storage.tables import draft_block as block_table
from editor_app.story.body import Json
from editor_app.story.revision import utc_text
from editor_app.story.story import Story, story_from_json, story_to_json
from editor_app.words import Trouble


@dataclass(frozen=True, slots=True)
class Draft:
    """A person's working copy of a story; `base` is the revision that it began from, `updated` is UTC."""

    story_id: str
    person: str
    base: str | None
    story: Story
    updated: datetime


def put(tx: Connection, draft: Draft) -> None:
    """Writes a whole draft, in place of the one that was there."""
    fields = story_to_json(draft.story)
    body = {cast("str", block["_key"]): block for block in cast("list[dict[str, Json]]", fields.pop("body"))}
    put_changes(
        tx,
        story_id=draft.story_id,
        person=draft.person,
        base=draft.base,
        fields=fields,
        order=tuple(body),
        blocks=body,
        updated=draft.updated,
    )


def put_changes(
    tx: Connection,
    *,
    story_id: str,
    person: str,
    base: str | None,
    fields: Mapping[str, Json],
    order: Sequence[str],
    blocks: Mapping[str, Json],
    updated: datetime,
) -> None:
    """Writes what changed of a draft: fields, the order of the blocks, and the blocks that are new or changed.

    `fields` is `story_to_json` without "body"; `order` names every block of the body by its key; `blocks` are
    Portable Text by key. Blocks that the order does not name go.

    Raises:
        ValueError: the order names a block twice, or one that was never written; roll the transaction back.
    """
    line = {
        "story_id": story_id,
        "person": person,
        "base": base,
        "fields": dict(fields),
        "block_order": list(order),
        "updated": updated,
    }
    tx.execute(upsert(table, line))
    if blocks:
        rows = [
            {"story_id": story_id, "person": person, "key": key, "block": block} for key, block in blocks.items()
        ]
        tx.execute(upsert(block_table), rows)
    theirs = _blocks_of(story_id, person)
    written = set(tx.execute(select(block_table.c.key).where(theirs)).scalars().all())
    if len(set(order)) != len(order) or not written.issuperset(order):
        raise ValueError(story_id, sorted(set(order) - written))
    gone = [{"gone": key} for key in written.difference(order)]
    if gone:
        tx.execute(delete(block_table).where(theirs, block_table.c.key == bindparam("gone")), gone)


def get(tx: Connection, story_id: str, person: str) -> Draft | None:
    """The person's draft of the story, if there is one.

    Raises:
        Trouble: `row-damaged`, `story-unreadable` or `body-unreadable` where what is stored is no story.
    """
    row, lines = _stored(tx, story_id, person)
    if row is None:
        return None
    blocks = {line.key: line.block for line in lines}
    try:
        fields, order = json.loads(row.fields), json.loads(row.block_order)
        body = [json.loads(blocks[key]) if key in blocks else None for key in order]
        story = story_from_json({**fields, "body": body})
    except (ValueError, TypeError, RecursionError) as error:
        raise Trouble("row-damaged") from error
    return Draft(story_id, person, row.base, story, row.updated)


def as_stored(tx: Connection, story_id: str, person: str) -> bytes | None:
    """The draft as it lies in the database, readable or not, as JSON that holds the text of every column.

    What is no UTF-8 stands in it as escapes.
    """
    row, lines = _stored(tx, story_id, person)
    if row is None:
        return None
    texts = {
        "story": story_id,
        "person": person,
        "base": row.base,
        "updated": utc_text(row.updated),
        "fields": _text(row.fields),
        "order": _text(row.block_order),
        "blocks": {line.key: _text(line.block) for line in lines},
    }
    return json.dumps(texts, ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace")


def discard(tx: Connection, story_id: str, person: str) -> None:
    """Removes the person's draft of the story, if there is one."""
    tx.execute(delete(block_table).where(_blocks_of(story_id, person)))
    tx.execute(delete(table).where(_draft_of(story_id, person)))


def of_person(tx: Connection, person: str, *, since: datetime | None = None) -> tuple[str, ...]:
    """The ids of the stories of which the person has a draft (changed `since` then), latest changed first."""
    theirs = select(table.c.story_id).where(table.c.person == person)
    if since is not None:
        theirs = theirs.where(table.c.updated >= since)
    return tuple(tx.execute(theirs.order_by(table.c.updated.desc(), table.c.story_id)).scalars().all())


def _stored(tx: Connection, story_id: str, person: str) -> tuple[Row[Any] | None, Sequence[Row[Any]]]:
    line = select(table.c.base, table.c.updated, raw(table.c.fields), raw(table.c.block_order))
    row = tx.execute(line.where(_draft_of(story_id, person))).one_or_none()
    blocks = select(block_table.c.key, raw(block_table.c.block)).where(_blocks_of(story_id, person))
    return row, () if row is None else tx.execute(blocks).all()


def _text(stored: bytes) -> str:
    return stored.decode("utf-8", "backslashreplace")


def _draft_of(story_id: str, person: str) -> ColumnElement[bool]:
    return and_(table.c.story_id == story_id, table.c.person == person)


def _blocks_of(story_id: str, person: str) -> ColumnElement[bool]:
    return and_(block_table.c.story_id == story_id, block_table.c.person == person)
