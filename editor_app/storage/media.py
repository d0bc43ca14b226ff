"""Originals: the pictures as they came, each in a file named by its SHA-256, never changed."""

import hashlib
import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Row, select

from editor_app.storage.dialect import upsert
from editor_app.storage.errors import file_troubles
from editor_app.storage.files import fsync_folder, land
from editor_app.storage.folder import NewsroomFolder
from editor_app.storage.store import Connection
from editor_app.storage.tables import original as table
from editor_app.words import Trouble

_PIECE = 1 << 20  # bytes
_SHA256 = re.compile("[0-9a-f]{64}")
_MANY = 500  # values that one statement takes


@dataclass(frozen=True, slots=True)
class Original:
    """What is known of an original: the name that it came with, its size in bytes, its upright size in px."""

    sha256: str
    file: str
    media_type: str
    bytes: int
    width: int
    height: int


def keep_original(folder: NewsroomFolder, source: Path, sha256: str) -> None:
    """Copies a picture, whose hash was taken before, into the folder, unless it is there and whole.

    Raises:
        Trouble: `original-unreadable` or `original-changed`, where `source` cannot be read or is no longer what
            it was; `disk-full`, `folder-read-only` or `file-not-written`.
    """

    def pieces() -> Iterator[bytes]:
        digest = hashlib.sha256()
        try:
            with source.open("rb") as stream:
                while piece := stream.read(_PIECE):
                    digest.update(piece)
                    yield piece
        except OSError as error:
            raise Trouble("original-unreadable", file=str(source)) from error
        if digest.hexdigest() != sha256:
            raise Trouble("original-changed", file=str(source))

    _keep(folder, sha256, pieces)


def keep_original_bytes(folder: NewsroomFolder, data: bytes) -> str:
    """Keeps a picture that is in memory, and returns its SHA-256.

    Raises:
        Trouble: `disk-full`, `folder-read-only` or `file-not-written`.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    _keep(folder, sha256, lambda: iter((data,)))
    return sha256


def original_path(folder: NewsroomFolder, sha256: str) -> Path:
    """Where an original stands, if it is there.

    Raises:
        ValueError: `sha256` is no hash in lower-case hex, and might lead elsewhere.
    """
    if not _SHA256.fullmatch(sha256):
        raise ValueError(sha256)
    return folder.media / sha256[:2] / sha256


def verify_original(folder: NewsroomFolder, sha256: str, *, file: str = "") -> None:
    """Reads an original whole and compares its hash.

    Raises:
        Trouble: `original-missing` or `original-altered`, naming `file`, as people know it, or else the path.
    """
    path = original_path(folder, sha256)
    found = _hash_of(path)
    if found is None:
        raise Trouble("original-missing", file=file or str(path))
    if found != sha256:
        raise Trouble("original-altered", file=file or str(path))


def put(tx: Connection, original: Original) -> None:
    """Notes what is known of an original."""
    columns = ("sha256", "file", "media_type", "bytes", "width", "height")
    tx.execute(upsert(table, {name: getattr(original, name) for name in columns}))


def get(tx: Connection, sha256: str) -> Original | None:
    """What is known of an original."""
    return many(tx, (sha256,)).get(sha256)


def many(tx: Connection, sha256s: Collection[str]) -> dict[str, Original]:
    """What is known of several originals, by hash; those that are not known are left out."""
    wanted = sorted(set(sha256s))
    runs = [wanted[start : start + _MANY] for start in range(0, len(wanted), _MANY)]
    rows = [row for run in runs for row in tx.execute(select(table).where(table.c.sha256.in_(run))).all()]
    return {row.sha256: _original(row) for row in rows}


def _original(row: Row[Any]) -> Original:
    return Original(row.sha256, row.file, row.media_type, row.bytes, row.width, row.height)


def _keep(folder: NewsroomFolder, sha256: str, pieces: Callable[[], Iterator[bytes]]) -> None:
    path = original_path(folder, sha256)
    if _hash_of(path) == sha256:
        return
    with file_troubles(path):
        if not path.parent.is_dir():
            path.parent.mkdir(parents=True, exist_ok=True)
            fsync_folder(folder.media)
    land(path, pieces(), read_only=True)


def _hash_of(path: Path) -> str | None:
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return None
