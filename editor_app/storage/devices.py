"""Which copy of a newsroom this is: a folder that was copied, moved or restored acts under a new device id.

Two folders with one id would grow two ends of what must be one chain of events. So the database and a small file
beside it share a token that changes whenever the folder is opened for writing: a restored database has an
old one. A copy of the whole folder has the token, but stands elsewhere.
"""

import hashlib
import platform
import secrets
from datetime import UTC, datetime

import uuid_utils
from sqlalchemy import delete, insert, inspect, select, update
from sqlalchemy.engine import Connection

from editor_app.storage.files import write_file
from editor_app.storage.folder import NewsroomFolder
from editor_app.storage.tables import device as table

NOWHERE = ""


def known(tx: Connection) -> str:
    """The id that the folder had when it was last opened for writing."""
    return str(tx.execute(select(table.c.id)).scalar_one())


def claim(tx: Connection, folder: NewsroomFolder, token: str) -> str:
    """The id under which this copy acts from now on; `token` is to be left (`leave_token`) after the commit."""
    row = tx.execute(select(table)).one_or_none()
    if row is not None and row.place == _place(folder, _token_in(folder)):
        tx.execute(update(table).values(place=_place(folder, token)))
        return str(row.id)
    own = str(uuid_utils.uuid7())
    tx.execute(delete(table))
    tx.execute(insert(table).values(id=own, place=_place(folder, token), since=datetime.now(UTC)))
    return own


def disown(tx: Connection) -> None:
    """Makes a copy of the database nobody's, so that whoever puts it back acts under a new id."""
    if inspect(tx).has_table(table.name):
        tx.execute(update(table).values(place=NOWHERE))


def new_token() -> str:
    """A token that was never used."""
    return secrets.token_hex(16)


def leave_token(folder: NewsroomFolder, token: str) -> None:
    """Writes the token beside the database.

    Raises:
        Trouble: `disk-full`, `folder-read-only` or `file-not-written`.
    """
    write_file(folder.token, token.encode())


def _token_in(folder: NewsroomFolder) -> str:
    try:
        return folder.token.read_text("ascii")
    except (OSError, UnicodeDecodeError):
        return secrets.token_hex(16)  # equals none


def _place(folder: NewsroomFolder, token: str) -> str:
    """Machine, path and number of the database file, and the token, as a hash."""
    file = folder.database
    where = (platform.node(), str(file.resolve()), str(file.stat().st_ino), token)
    return hashlib.sha256("\0".join(where).encode()).hexdigest()
