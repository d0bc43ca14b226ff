"""Words that spelling lets pass: those of the newsroom, of a person, and those ignored in one story."""

from collections.abc import Collection, Iterable
from datetime import datetime
from enum import StrEnum

from sqlalchemy import delete, select

from editor_app.storage.dialect import upsert
from editor_app.storage.store import Connection
from editor_app.storage.tables import accepted_word as table


class Scope(StrEnum):
    """For whom a word is right."""

    NEWSROOM = "newsroom"
    PERSON = "person"
    STORY = "story"


def add(
    tx: Connection, words: Iterable[str], *, scope: Scope, owner: str = "", person: str, at: datetime
) -> None:
    """Accepts words; `owner` is the id of the person or story that the scope names.

    A word that is there stays with the person who added it last.
    """
    for word in words:
        line = {"scope": scope.value, "owner": owner, "word": word, "person": person, "at": at}
        tx.execute(upsert(table, line))


def remove(tx: Connection, words: Collection[str], *, scope: Scope, owner: str = "") -> None:
    """Takes words off the list again; those that are not on it are passed over."""
    for word in words:
        found = (table.c.scope == scope.value) & (table.c.owner == owner) & (table.c.word == word)
        tx.execute(delete(table).where(found))


def of(tx: Connection, scope: Scope, owner: str = "") -> tuple[str, ...]:
    """The words of a scope, in the order of their letters."""
    found = (table.c.scope == scope.value) & (table.c.owner == owner)
    return tuple(tx.execute(select(table.c.word).where(found).order_by(table.c.word)).scalars())
