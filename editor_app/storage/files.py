"""Files that land whole or not at all: temporary name, fsync, rename, fsync of the folder."""

import os
import secrets
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import BinaryIO

from editor_app.storage.errors import file_troubles

_PART = ".part"
READ_ONLY = 0o444
_USUAL = 0o666  # less the umask, as any file that a program makes


def write_file(path: Path, data: bytes) -> None:
    """Writes `data` to `path`, in place of what was there; its folder must exist.

    After a crash or power loss the old file is there, or the new one, never a part.

    Raises:
        Trouble: `disk-full`, `folder-read-only` or `file-not-written`, naming the file; the old one is as it was.
    """
    land(path, (data,))


def land(path: Path, pieces: Iterable[bytes], *, read_only: bool = False) -> None:
    """Writes `pieces` one after the other to `path`, as `write_file` does.

    What taking the next piece raises stops that, and no file lands.

    Raises:
        Trouble: as `write_file`.
    """

    def write(part: Path) -> None:
        with _new_file(part) as stream:
            for piece in pieces:
                stream.write(piece)

    land_made(path, write, read_only=read_only)


def land_made(path: Path, make: Callable[[Path], None], *, read_only: bool = False) -> None:
    """Lets `make` write a file under a temporary name, and names it `path` when it is safely on the disk.

    Raises:
        Trouble: as `write_file`, or what `make` raises.
    """
    part = path.with_name(f".{secrets.token_hex(8)}{_PART}")
    with file_troubles(path):
        try:
            make(part)
            _fsync(part)
            if read_only:
                part.chmod(READ_ONLY)
            replace(part, path)
        except BaseException:
            part.unlink(missing_ok=True)
            raise


def replace(source: Path, target: Path) -> None:
    """Gives `source` the name `target` in the same folder, for good: the folder is written too.

    Raises:
        OSError: the operating system does not do it.
    """
    if os.name == "nt" and target.exists():
        target.chmod(_USUAL)  # Windows does not replace a read-only file
    source.replace(target)
    fsync_folder(target.parent)


def fsync_folder(folder: Path) -> None:
    """Writes a folder's list of names to the disk, where the system can (Windows does it by itself)."""
    if os.name != "nt":
        _fsync(folder)


def sweep(folders: Iterable[Path]) -> None:
    """Removes the temporary files, and folders of such, that a killed program left in `folders`."""
    for folder in folders:
        for part in folder.glob(f".*{_PART}"):
            if part.is_dir():
                shutil.rmtree(part, ignore_errors=True)
            else:
                part.unlink(missing_ok=True)


def _new_file(path: Path) -> BinaryIO:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return os.fdopen(os.open(path, flags, _USUAL), "wb")


def _fsync(path: Path) -> None:
    # Windows writes a file to the disk only through a handle that may write; elsewhere any handle does.
    handle = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0) if os.name == "nt" else os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
