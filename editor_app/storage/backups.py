"""Whole copies of the database in the folder's `backups/`."""

from datetime import datetime
from pathlib import Path

from editor_app.storage.devices import disown
from editor_app.storage.dialect import copy_database, transaction, writer_engine
from editor_app.storage.errors import database_troubles, file_troubles
from editor_app.storage.files import land_made
from editor_app.storage.folder import NewsroomFolder


def back_up(folder: NewsroomFolder, *, label: str, at: datetime) -> Path:
    """Copies the database to `backups/` and checks the copy; others may read and write meanwhile.

    `label` says why in the file's name, such as "before-format-2"; `at` is a moment in UTC.

    Raises:
        Trouble: `disk-full`, `folder-read-only` or `database-damaged`; no half copy stays behind.
    """
    target = folder.backups / f"newsroom-{at:%Y%m%d-%H%M%S-%f}-{label}.db"
    with file_troubles(folder.backups):
        folder.backups.mkdir(exist_ok=True)
    land_made(target, lambda part: _copy(folder.database, part))
    return target


def _copy(database: Path, part: Path) -> None:
    copy_database(database, part)
    with (
        database_troubles(part),
        writer_engine(part, journal="delete").connect() as connection,
        transaction(connection),
    ):
        disown(connection)
