"""What a newsroom has kept, byte for byte, to be compared before and after something went wrong."""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TypeAlias

Kept: TypeAlias = Mapping[str, bytes | frozenset[str]]
_FOLDERS = ("media", "house-style", "backups", "exports")
_CHANGES_AT_EVERY_OPENING = {"device"}  # where this copy of the folder stands; says nothing of its stories
_MAY_GROW = {"rows of original", "rows of thumbnail"}  # a picture may be taken in that no story came to use


def kept(folder: Path) -> Kept:
    """Every row of every table by its name, and every file but the database's own and the lock's."""
    found: dict[str, bytes | frozenset[str]] = {}
    with _database(folder) as database:
        schema = database.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
        for name, sql in schema:
            found[f"schema of {name}"] = sql.encode()
            if sql.startswith("CREATE TABLE") and name not in _CHANGES_AT_EVERY_OPENING:
                rows = database.execute(f'SELECT * FROM "{name}"')  # noqa: S608 - names of our own tables
                found[f"rows of {name}"] = frozenset(map(repr, rows))
    files = (path for name in _FOLDERS for path in (folder / name).rglob("*") if path.is_file())
    found |= {path.relative_to(folder).as_posix(): path.read_bytes() for path in files if path.suffix != ".part"}
    return found


def lost(before: Kept, after: Kept) -> list[str]:
    """What is gone or changed of what was kept; a new file, or the note of a picture, is neither."""

    def is_kept(name: str) -> bool:
        then, now = before[name], after.get(name)
        if name in _MAY_GROW and isinstance(then, frozenset) and isinstance(now, frozenset):
            return then <= now
        return then == now

    return [name for name in before if not is_kept(name)]


def integrity(folder: Path) -> str:
    """What SQLite finds when it reads the whole database: "ok"."""
    with _database(folder) as database:
        (found,) = database.execute("PRAGMA integrity_check").fetchone()
    return str(found)


@contextmanager
def _database(folder: Path) -> Iterator[sqlite3.Connection]:
    """A copy of the database, its log folded in: a full disk has no room for a reader's own files."""
    with tempfile.TemporaryDirectory() as name:
        for file in ("newsroom.db", "newsroom.db-wal", "newsroom.db-journal"):
            if (folder / file).exists():
                shutil.copyfile(folder / file, Path(name, file))
        with closing(sqlite3.connect(Path(name, "newsroom.db"))) as database:
            yield database
