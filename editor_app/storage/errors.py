"""What goes wrong in the world, told apart: errors of SQLite and of the file system become `Trouble`."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from editor_app.words import Trouble

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT}
_NO_RIGHT = {errno.EACCES, errno.EPERM, errno.EROFS}

_PRIMARY = 0xFF  # the low byte of SQLite's extended result codes (sqlite.org/rescode.html)
_DATABASE_CODES = {
    sqlite3.SQLITE_FULL: "disk-full",
    sqlite3.SQLITE_READONLY: "folder-read-only",
    sqlite3.SQLITE_PERM: "folder-read-only",
    sqlite3.SQLITE_CORRUPT: "database-damaged",
    sqlite3.SQLITE_NOTADB: "database-damaged",
    sqlite3.SQLITE_BUSY: "database-busy",
    sqlite3.SQLITE_LOCKED: "database-busy",
    sqlite3.SQLITE_CANTOPEN: "database-not-opened",
    sqlite3.SQLITE_IOERR: "database-not-written",
}
_NO_ROOM_FOR_LOG = sqlite3.SQLITE_IOERR_SHMSIZE  # the index of the write-ahead log, which readers need too
_NO_UTF8 = "Could not decode to UTF-8"
_READ_FAULTS = {sqlite3.SQLITE_IOERR_READ, sqlite3.SQLITE_IOERR_SHORT_READ}


def database_trouble(error: BaseException | None, database: Path) -> Trouble | None:
    """The trouble that an error of the database's driver means, or None where it is a fault of the program.

    The driver may be the standard library's or pysqlite3: both name SQLite's own result code, but for text that
    is no UTF-8, which they find themselves.
    """
    code = getattr(error, "sqlite_errorcode", None)
    if not isinstance(code, int):
        return Trouble("row-damaged") if _NO_UTF8 in str(error) else None
    if code == _NO_ROOM_FOR_LOG:
        return Trouble("disk-full", file=str(database))
    name = "database-not-read" if code in _READ_FAULTS else _DATABASE_CODES.get(code & _PRIMARY)
    return None if name is None else Trouble(name, file=str(database))


def file_trouble(error: OSError, file: Path) -> Trouble:
    """The trouble that a failed write of `file`, or in the folder `file`, means."""
    if error.errno in _NO_ROOM:
        return Trouble("disk-full", file=str(file))
    if error.errno in _NO_RIGHT:
        return Trouble("folder-read-only", file=str(file))
    return Trouble("file-not-written", file=str(file), reason=error.strerror or str(error))


@contextmanager
def database_troubles(database: Path, driver: type[Exception] = DBAPIError) -> Iterator[None]:
    """Raises `Trouble` for what the world did to the database; faults of the program pass as they are.

    `driver` is the error of a driver that is used without SQLAlchemy around it.

    Raises:
        Trouble: `disk-full`, `folder-read-only`, `database-damaged`, `database-busy`, `database-not-opened`,
            `database-not-read` or `database-not-written`, each with `file`.
    """
    try:
        yield
    except (DBAPIError, driver) as error:
        trouble = database_trouble(error.orig if isinstance(error, DBAPIError) else error, database)
        if trouble is None:
            raise
        raise trouble from error


@contextmanager
def file_troubles(file: Path) -> Iterator[None]:
    """Raises `Trouble` for an `OSError` while `file` is written.

    Raises:
        Trouble: `disk-full`, `folder-read-only` or `file-not-written`, each with `file`.
    """
    try:
        yield
    except OSError as error:
        raise file_trouble(error, file) from error
