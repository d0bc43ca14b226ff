"""What the newsroom has set: house style in force, the laptop's person, the four-eyes rule, name and language."""

from sqlalchemy import select

from editor_app.storage.dialect import upsert
from editor_app.storage.store import Connection
from editor_app.storage.tables import setting


def get(tx: Connection, name: str) -> str | None:
    """The setting's value, None where it was never set."""
    value: str | None = tx.execute(select(setting.c.value).where(setting.c.name == name)).scalar_one_or_none()
    return value


def put(tx: Connection, name: str, value: str) -> None:
    """Sets a setting."""
    tx.execute(upsert(setting, {"name": name, "value": value}))
