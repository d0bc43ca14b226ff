"""The desk's list: one line a story, in pages from the newest change on, with search.

A story's *recency* is its `updated` in milliseconds and, below that, the order of changes within the millisecond.
It is unique, so it alone orders the list and marks where a page ends; and it is the story's number in the search,
which therefore yields the newest first without looking at the rest.
"""

from collections.abc import Collection, Mapping
from dataclasses import fields
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Row, Select, func, select, union_all

from editor_app.storage import dialect
from editor_app.storage.search import find, typed_words
from editor_app.storage.store import Connection
from editor_app.storage.story_row import Page, StoryRow
from editor_app.storage.tables import story

_ORDER_BITS = 16  # 65,536 changes in one millisecond; years to 6429
_LAST = 2**63 - 1
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def put(tx: Connection, row: StoryRow) -> None:
    """Writes a story's line, in place of the one that was there."""
    columns = (story.c.recency, story.c.shown, story.c.updated)
    known = tx.execute(select(*columns).where(story.c.id == row.id)).one_or_none()
    stays = known is not None and _milliseconds(known.updated) == _milliseconds(row.updated)
    recency = known.recency if known is not None and stays else _free_recency(tx, row.updated)
    tx.execute(dialect.upsert(story, values(row, recency)))
    if known is not None and (known.recency, known.shown) != (recency, row.shown):
        dialect.move_text(tx, known.recency, recency, row.shown)


def get(tx: Connection, story_id: str) -> StoryRow | None:
    """The line of one story."""
    found = tx.execute(_lines().where(story.c.id == story_id)).one_or_none()
    return None if found is None else _row(found)


def by_prefix(tx: Connection, prefix: str) -> tuple[str, ...]:
    """The first ids, three at most, that begin with `prefix`: enough to say whether it names one story."""
    if not prefix.isascii():
        return ()
    after_all = prefix + "\x7f"
    beginning = select(story.c.id).where(story.c.id >= prefix, story.c.id < after_all)
    return tuple(tx.execute(beginning.order_by(story.c.id).limit(3)).scalars().all())


def page(
    tx: Connection, *, shown: Collection[str] = (), search: str = "", after: str | None = None, size: int = 50
) -> Page:
    """A page of the list, newest change first.

    `shown` keeps to these states (all, where none is named), `search` to stories with all the typed words; the
    last may be the beginning of one. `after` is the `next` of the page before.
    """
    before = _LAST if after is None else int(after)
    words = typed_words(search)
    if words:
        found = find(tx, words, shown=shown, before=before, size=size + 1)
        query = _lines().where(story.c.recency.in_(found)).order_by(story.c.recency.desc())
    elif search.strip():
        return Page((), None)
    else:
        query = _newest(shown, before, size + 1)
    lines = tx.execute(query).all()
    rows = tuple(_row(line) for line in lines[:size])
    return Page(rows, str(lines[size - 1].recency) if len(lines) > size else None)


def counts(tx: Connection) -> dict[str, int]:
    """How many stories are shown in each state; a state without stories is not named."""
    counted = tx.execute(select(story.c.shown, func.count()).group_by(story.c.shown)).all()
    return {row[0]: row[1] for row in counted}


def values(row: StoryRow, recency: int) -> Mapping[str, Any]:
    """The columns of a line."""
    columns = {part.name: getattr(row, part.name) for part in fields(row)}
    return {**columns, "heads": list(row.heads), "recency": recency}


def first_recency(updated: datetime) -> int:
    """The lowest recency of a story that was changed at `updated`."""
    return _milliseconds(updated) << _ORDER_BITS


def _lines() -> Select[Any]:
    return select(story)


def _newest(shown: Collection[str], before: int, size: int) -> Select[Any]:
    """Each state's newest by themselves, then the newest of these: no state is sorted as a whole."""
    newest = _lines().where(story.c.recency < before).order_by(story.c.recency.desc()).limit(size)
    if not shown:
        return newest
    runs = [select(newest.where(story.c.shown == state).subquery()) for state in sorted(shown)]
    together = union_all(*runs).subquery()
    return select(together).order_by(together.c.recency.desc()).limit(size)


def _free_recency(tx: Connection, updated: datetime) -> int:
    first = first_recency(updated)
    in_it = story.c.recency.between(first, first + (1 << _ORDER_BITS) - 1)
    last = tx.execute(select(func.max(story.c.recency)).where(in_it)).scalar_one()
    return first if last is None else int(last) + 1


def _milliseconds(moment: datetime) -> int:
    return (moment - _EPOCH) // timedelta(milliseconds=1)


def _row(line: Row[Any]) -> StoryRow:
    columns = {part.name: getattr(line, part.name) for part in fields(StoryRow)}
    return StoryRow(**{**columns, "heads": tuple(columns["heads"])})
