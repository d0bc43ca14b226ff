"""The lock of a newsroom folder: one program may write, and others can say who it is."""

import json
import os
import platform
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from editor_app.storage.errors import file_troubles
from editor_app.storage.files import write_file
from editor_app.storage.folder import NewsroomFolder
from editor_app.story.revision import utc_text, utc_time
from editor_app.words import Refused

_PATIENCE = 0.3  # seconds: another's look at the lock (`holder_of`) holds it for less than a millisecond
_POLL = 0.02  # seconds


@dataclass(frozen=True, slots=True)
class Holder:
    """The program that holds a folder: process id, name of the machine, and since when (UTC)."""

    pid: int
    host: str
    since: datetime


class FolderLock:
    """The operating system's lock, which ends with the process however that ends, and a note of who holds it.

    `crashed` says whether the note of a holder was there that did not take it away.
    """

    def __init__(self, folder: NewsroomFolder) -> None:
        self._folder = folder
        self._lock = _lock(folder)
        self.crashed = False

    def take(self) -> None:
        """Takes the lock and leaves a note of who holds it.

        Raises:
            Refused: `folder-held` (pid, host, since), or `folder-held-unknown` where the holder left no note yet.
            Trouble: `folder-read-only`, `disk-full` or `file-not-written`.
        """
        with file_troubles(self._folder.path):
            try:
                self._lock.acquire(timeout=_PATIENCE, poll_interval=_POLL)
            except Timeout:
                raise _held(self._folder, _noted(self._folder.holder)) from None
        try:
            self.crashed = self._folder.holder.exists()
            _leave_note(self._folder.holder)
        except BaseException:
            self._lock.release()
            raise

    def give_back(self) -> None:
        """Takes the note away and lets the lock go."""
        with file_troubles(self._folder.holder):
            try:
                self._folder.holder.unlink(missing_ok=True)
            finally:
                self._lock.release()


def holder_of(folder: NewsroomFolder) -> Holder | None:
    """Who holds the folder now; None where nobody does, though the note of a killed program may lie there."""
    noted = _noted(folder.holder)
    if noted is None or not os.access(folder.path, os.W_OK):
        return noted
    lock = _lock(folder)
    try:
        lock.acquire(blocking=False)
    except Timeout:
        return noted
    lock.release()
    return None


def _lock(folder: NewsroomFolder) -> FileLock:
    return FileLock(folder.lock, thread_local=False)


def _held(folder: NewsroomFolder, holder: Holder | None) -> Refused:
    if holder is None:
        return Refused("folder-held-unknown", folder=str(folder.path))
    return Refused("folder-held", folder=str(folder.path), pid=holder.pid, host=holder.host, since=holder.since)


def _leave_note(path: Path) -> None:
    note = {"pid": os.getpid(), "host": platform.node(), "since": utc_text(datetime.now(UTC))}
    write_file(path, json.dumps(note).encode())


def _noted(path: Path) -> Holder | None:
    try:
        note = json.loads(path.read_bytes())
        return Holder(int(note["pid"]), str(note["host"]), utc_time(str(note["since"])))
    except (OSError, ValueError, TypeError, KeyError):
        return None
