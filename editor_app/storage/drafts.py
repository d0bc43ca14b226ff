"""Drafts: working copies, one a story and person, of which autosave writes only the blocks that changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from sqlalchemy import ColumnElement, and_, bindparam, delete, select

from editor_app.storage.dialect import upsert
from editor_app.storage.store import Connection
from editor_app.storage.tables import draft as table
from editor_app.storage.tables import draft_block as block_table
from editor_app.story.body import Json
from editor_app.story.story import Story, story_from_json, story_to_json


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
        Trouble: `story-unreadable` or `body-unreadable` where what is stored is no story.
    """
    row = tx.execute(select(table).where(_draft_of(story_id, person))).one_or_none()
    if row is None:
        return None
    stored = select(block_table.c.key, block_table.c.block).where(_blocks_of(story_id, person))
    blocks = {line.key: line.block for line in tx.execute(stored).all()}
    body = [blocks.get(key) for key in row.block_order]
    return Draft(story_id, person, row.base, story_from_json({**row.fields, "body": body}), row.updated)


def discard(tx: Connection, story_id: str, person: str) -> None:
    """Removes the person's draft of the story, if there is one."""
    tx.execute(delete(block_table).where(_blocks_of(story_id, person)))
    tx.execute(delete(table).where(_draft_of(story_id, person)))


def of_person(tx: Connection, person: str) -> tuple[str, ...]:
    """The ids of the stories of which the person has a draft, latest changed first."""
    theirs = select(table.c.story_id).where(table.c.person == person)
    return tuple(tx.execute(theirs.order_by(table.c.updated.desc(), table.c.story_id)).scalars().all())


def _draft_of(story_id: str, person: str) -> ColumnElement[bool]:
    return and_(table.c.story_id == story_id, table.c.person == person)


def _blocks_of(story_id: str, person: str) -> ColumnElement[bool]:
    return and_(block_table.c.story_id == story_id, block_table.c.person == person)
