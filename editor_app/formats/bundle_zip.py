"""Opens a bundle's zip safely: nothing in it is trusted unchecked, and nothing is unpacked to disk."""

import io
import lzma
import stat
import struct
import unicodedata
import zipfile
import zlib
from pathlib import Path

from editor_app.words import Refused, Trouble

MAX_FILES = 2_000
MAX_BYTES = 200_000_000  # of all files together, unpacked

_ENCRYPTED = 0x1  # general purpose bit 0 (APPNOTE.TXT, 4.4.4)
_DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error),
    *(EOFError, OSError, NotImplementedError, RuntimeError, ValueError),
)


def read_files(path: Path, *, max_bytes: int = MAX_BYTES) -> dict[str, bytes]:
    """The files of a zip by name, in its order; folders are left out.

    Raises:
        Refused: `bundle-missing`, `bundle-not-zip`, `bundle-too-large`, or naming an entry `bundle-encrypted`,
            `bundle-name-unsafe`, `bundle-name-twice`, `bundle-damaged`.
        Trouble: `bundle-unreadable`, where the system does not let the file be read.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(max_bytes + 1)
    except FileNotFoundError as error:
        raise Refused("bundle-missing", file=path.name) from error
    except OSError as error:
        raise Trouble("bundle-unreadable", file=path.name) from error
    if len(data) > max_bytes:
        raise _too_large(path, max_bytes)
    with _opened(data, path) as archive:
        entries = archive.infolist()
        _check(entries, path, max_bytes)
        return {entry.filename: _read(archive, entry, path) for entry in entries if not entry.is_dir()}


def _opened(data: bytes, path: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except _DAMAGE as error:
        raise Refused("bundle-not-zip", file=path.name) from error


def _check(entries: list[zipfile.ZipInfo], path: Path, max_bytes: int) -> None:
    if len(entries) > MAX_FILES or sum(entry.file_size for entry in entries) > max_bytes:
        raise _too_large(path, max_bytes)
    seen: set[str] = set()
    for entry in entries:
        name = entry.orig_filename
        if entry.flag_bits & _ENCRYPTED:
            raise Refused("bundle-encrypted", file=path.name, name=name)
        if _is_unsafe(entry):
            raise Refused("bundle-name-unsafe", file=path.name, name=name)
        same = unicodedata.normalize("NFC", name).casefold()
        if same in seen:
            raise Refused("bundle-name-twice", file=path.name, name=name)
        seen.add(same)


def _too_large(path: Path, max_bytes: int) -> Refused:
    return Refused("bundle-too-large", file=path.name, files=MAX_FILES, megabytes=max_bytes // 1_000_000)


def _is_unsafe(entry: zipfile.ZipInfo) -> bool:
    """Whether a name leads out of the bundle, or an entry is a link that could."""
    name = entry.orig_filename
    parts = name.removesuffix("/").split("/")
    leads_out = any(part in {"", ".", ".."} for part in parts) or not name.isprintable()
    return leads_out or "\\" in name or ":" in name or stat.S_ISLNK(entry.external_attr >> 16)


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, path: Path) -> bytes:
    """One file, of which no more is unpacked than the zip says that there is."""
    try:
        with archive.open(entry) as stream:
            return stream.read(entry.file_size + 1)
    except _DAMAGE as error:
        raise Refused("bundle-damaged", file=path.name, name=entry.filename) from error
