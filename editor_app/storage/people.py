"""The newsroom's people."""

from typing import Any, cast

from sqlalchemy import Row, select

from editor_app.storage.dialect import upsert
from editor_app.storage.store import Connection
from editor_app.storage.tables import person as table
from editor_app.story.people import Person, Role


def put(tx: Connection, person: Person) -> None:
    """Adds a person, or changes name and roles of the one with this id."""
    line = {
        "id": person.id,
        "name": person.name,
        "folded": person.name.casefold(),
        "roles": sorted(role.value for role in person.roles),
    }
    tx.execute(upsert(table, line))


def everyone(tx: Connection) -> tuple[Person, ...]:
    """All people, by name."""
    rows = tx.execute(select(table).order_by(table.c.folded, table.c.id)).all()
    return tuple(_person(row) for row in rows)


def get(tx: Connection, person_id: str) -> Person | None:
    """The person with this id."""
    row = tx.execute(select(table).where(table.c.id == person_id)).one_or_none()
    return None if row is None else _person(row)


def by_name(tx: Connection, name: str) -> Person | None:
    """The person of this name, whatever the capitals; of two, the one who was here first."""
    named = select(table).where(table.c.folded == name.casefold())
    row = tx.execute(named.order_by(table.c.id).limit(1)).one_or_none()
    return None if row is None else _person(row)


def _person(row: Row[Any]) -> Person:
    return Person(row.id, row.name, frozenset(Role(role) for role in cast("list[str]", row.roles)))
