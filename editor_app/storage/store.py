"""The open newsroom folder: made when asked for, opened for one writer or beside it, read and written safely."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import Self

from sqlalchemy import Connection

from editor_app.storage import devices
from editor_app.storage.dialect import (
    fold_in_log,
    format_of,
    reader_engine,
    transaction,
    writer_engine,
)
from editor_app.storage.driver import FORMAT, log_files
from editor_app.storage.errors import database_troubles, file_troubles
from editor_app.storage.files import land_made, sweep
from editor_app.storage.folder import NewsroomFolder
from editor_app.storage.locking import FolderLock, Holder, holder_of
from editor_app.words import Refused, Trouble

__all__ = ["Connection", "Store", "create_store", "open_store"]


class Store:
    """An open newsroom folder. Any thread may read and write through it.

    `device` is the id of this copy of the folder (UUIDv7), `holder` who holds it where it is not `writable`.
    Made by `create_store` and `open_store`; a store with a `lock` writes.
    """

    def __init__(self, folder: NewsroomFolder, *, lock: FolderLock | None) -> None:
        self.folder = folder
        self.holder: Holder | None = holder_of(folder) if lock is None else None
        self._lock = lock
        self._one_writer = RLock()
        self._writer: Connection | None = None
        self._readers = reader_engine(folder.database, frozen=lock is None and _is_frozen(folder))
        self._closed = False
        try:
            if lock is not None:
                with database_troubles(folder.database):
                    self._writer = writer_engine(folder.database).connect()
            self.device = self._own_device()
        except BaseException:
            self._hang_up()
            raise

    @property
    def writable(self) -> bool:
        """Whether this program may write."""
        return self._writer is not None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One state of the newsroom to read from, whatever is written meanwhile.

        Raises:
            Trouble: `database-damaged`, `database-busy` and the like (see `errors.database_troubles`).
        """
        self._must_be_open()
        with database_troubles(self.folder.database), self._readers.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction: all that is written in it is on the disk when it ends, or, after an error, none of it.

        One thread writes at a time; others wait. A transaction is not opened inside another.

        Raises:
            Refused: `folder-held` or `folder-not-held`, where the folder was opened for reading.
            Trouble: `disk-full`, `folder-read-only`, `database-damaged` and the like.
        """
        self._must_be_open()
        if self._writer is None:
            raise self._refusal()
        with self._one_writer, database_troubles(self.folder.database), transaction(self._writer):
            yield self._writer

    def close(self) -> None:
        """Lets go of the folder; closing twice does nothing."""
        if self._closed:
            return
        with self._one_writer:
            self._closed = True
            try:
                self._hang_up()
            finally:
                if self._lock is not None:
                    self._lock.give_back()

    def _hang_up(self) -> None:
        self._readers.dispose()
        if self._writer is not None:
            fold_in_log(self._writer)
            self._writer.close()

    def _own_device(self) -> str:
        """The id under which this copy acts (see `devices`)."""
        if not self.writable:
            with self.reading() as tx:
                return devices.known(tx)
        token = devices.new_token()
        with self.writing() as tx:
            own = devices.claim(tx, self.folder, token)
        devices.leave_token(self.folder, token)
        return own

    def _must_be_open(self) -> None:
        if self._closed:
            raise RuntimeError(self.folder.path)

    def _refusal(self) -> Refused:
        if self.holder is None:
            return Refused("folder-not-held", folder=str(self.folder.path))
        held = self.holder
        return Refused(
            "folder-held", folder=str(self.folder.path), pid=held.pid, host=held.host, since=held.since
        )


def create_store(path: Path) -> Store:
    """Makes an empty newsroom in the folder `path`, which need not exist, and opens it for writing.

    Raises:
        Refused: `newsroom-exists` where one is, or what is left of one; `folder-is-file`; `folder-held`.
        Trouble: `folder-read-only`, `disk-full` or `file-not-written`.
    """
    from editor_app.storage.upgrading import migrate  # noqa: PLC0415 - only where there is something to migrate

    folder = NewsroomFolder(path)
    with file_troubles(path):
        _refuse_what_is_there(folder)
        path.mkdir(parents=True, exist_ok=True)
    lock = FolderLock(folder)
    lock.take()
    try:
        _refuse_what_is_there(folder)
        with file_troubles(path):
            for place in (folder.media, folder.house_style, folder.backups, folder.exports):
                place.mkdir(exist_ok=True)

        def make(part: Path) -> None:
            part.touch()
            # The rollback journal leaves one file, which can be renamed.
            migrate(part, number=FORMAT, journal="delete")

        land_made(folder.database, make)
        return Store(folder, lock=lock)
    except BaseException:
        lock.give_back()
        raise


def open_store(path: Path, *, write: bool) -> Store:
    """Opens the newsroom in the folder `path`: for writing, which one program at a time may, or beside it.

    A database of an older format is migrated first.

    Raises:
        Refused: `newsroom-missing`; `folder-held` (by whom); `database-newer` and `database-foreign`, untouched.
        Trouble: `folder-not-read`, `database-damaged`, `folder-read-only`, `disk-full` and the like.
    """
    folder = NewsroomFolder(path)
    try:
        is_there = folder.database.is_file()
    except OSError as error:
        raise Trouble("folder-not-read", folder=str(path)) from error
    if not is_there:
        raise Refused("newsroom-missing", folder=str(path))
    is_older = format_of(folder.database, FORMAT) < FORMAT
    if not write:
        if is_older:
            open_store(path, write=True).close()
        return Store(folder, lock=None)
    lock = FolderLock(folder)
    lock.take()
    try:
        if lock.crashed:
            sweep((folder.path, folder.house_style, folder.backups, folder.exports, *folder.media.glob("??")))
        if format_of(folder.database, FORMAT) < FORMAT:
            from editor_app.storage.upgrading import upgrade  # noqa: PLC0415 - imports Alembic

            upgrade(folder, number=FORMAT)
        return Store(folder, lock=lock)
    except BaseException:
        lock.give_back()
        raise


def _is_frozen(folder: NewsroomFolder) -> bool:
    """Whether nobody writes here, this program cannot, and so SQLite could not even note that it reads."""
    return not os.access(folder.path, os.W_OK) and not any(file.exists() for file in log_files(folder.database))


def _refuse_what_is_there(folder: NewsroomFolder) -> None:
    if folder.path.exists() and not folder.path.is_dir():
        raise Refused("folder-is-file", folder=str(folder.path))
    left = (*folder.media.glob("*"), *folder.backups.glob("*.db"), *folder.house_style.glob("*.toml"))
    if folder.database.exists() or left:
        raise Refused("newsroom-exists", folder=str(folder.path))
