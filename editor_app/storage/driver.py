"""The database file: which SQLite library opens it, by what name, and how it is known; without SQLAlchemy."""

import sqlite3
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

APPLICATION_ID = 0x4D656A61
"""Marks the file as a newsroom of this program ("Meja" in ASCII; sqlite.org/fileformat.html, offset 68)."""

FORMAT = 2
"""The number that an older program compares; each migration is named by the one that it leads to."""

DRIVER: Any = import_module("pysqlite3.dbapi2") if find_spec("pysqlite3") else sqlite3


def address(database: Path, options: str) -> str:
    """The URI of a database file; `options` as in sqlite.org/uri.html: "mode=ro"."""
    return f"{database.absolute().as_uri()}?{options}"


def log_files(database: Path) -> tuple[Path, ...]:
    """What SQLite may keep beside a database file."""
    return tuple(database.with_name(database.name + suffix) for suffix in ("-wal", "-shm", "-journal"))


def ask(connection: Any, pragma: str) -> int:
    """What a pragma answers."""
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])
