"""Opens the package of a Word file (ECMA-376 part 2: a zip of parts) and proves it harmless before it is read."""

import io
import zlib
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from editor_app.words import Refused, Trouble

MEGABYTE = 1_000_000
MAX_FILE = 200 * MEGABYTE  # bytes as stored
MAX_UNPACKED = 300 * MEGABYTE  # bytes of all parts, counted while unpacking
MAX_MARKUP = 30 * MEGABYTE  # bytes of all parts but pictures: a book of a thousand pages has some ten
MAX_PARTS = 5_000

_OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # OLE2, which an encrypted file is wrapped in too
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_CHUNK = 1 << 16
_ENCRYPTED_FLAG = 0x1
_MAIN_PARTS = frozenset({"[Content_Types].xml", "_rels/.rels"})


def unpack(data: bytes, file: str) -> dict[str, bytes]:
    """The parts of a Word file by name, each whole.

    Raises:
        Refused: `word-encrypted`, `word-old` (a .doc that was renamed), `word-too-large` (a zip bomb among them).
        Trouble: `word-unreadable`, where it is no Word file or a damaged one.
    """
    if data.startswith(_OLD_WORD):
        raise Refused("word-encrypted" if _ENCRYPTED in data else "word-old", file=file)
    try:
        with ZipFile(io.BytesIO(data)) as package:
            entries = package.infolist()
            _check_entries(entries, file)
            parts = _read(package, entries, file)
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError) as error:
        raise Trouble("word-unreadable", file=file) from error
    if not parts.keys() >= _MAIN_PARTS:
        raise Trouble("word-unreadable", file=file)
    return parts


def pack(parts: Mapping[str, bytes]) -> io.BytesIO:
    """Parts as an uncompressed package in memory, for a reader that wants a file."""
    packed = io.BytesIO()
    with ZipFile(packed, "w", ZIP_STORED) as package:
        for name, data in parts.items():
            package.writestr(ZipInfo(name), data)
    packed.seek(0)
    return packed


def is_markup(name: str) -> bool:
    """Whether a part is XML rather than a picture or a font."""
    return name.lower().endswith((".xml", ".rels"))


def _check_entries(entries: list[ZipInfo], file: str) -> None:
    if any(entry.flag_bits & _ENCRYPTED_FLAG for entry in entries):
        raise Refused("word-encrypted", file=file)
    if len({entry.filename for entry in entries}) != len(entries):
        raise Trouble("word-unreadable", file=file)  # two parts of one name: nobody knows which is meant
    if any(entry.compress_type not in {ZIP_STORED, ZIP_DEFLATED} for entry in entries):
        raise Trouble("word-unreadable", file=file)
    declared = sum(entry.file_size for entry in entries)
    if declared > MAX_UNPACKED or len(entries) > MAX_PARTS:
        raise Refused("word-too-large", file=file, limit=MAX_UNPACKED // MEGABYTE)


def _read(package: ZipFile, entries: list[ZipInfo], file: str) -> dict[str, bytes]:
    parts: dict[str, bytes] = {}
    unpacked = markup = 0
    for entry in entries:
        if entry.is_dir():
            continue
        data = bytearray()
        with package.open(entry) as stream:
            while chunk := stream.read(_CHUNK):
                data += chunk
                unpacked += len(chunk)
                markup += len(chunk) if is_markup(entry.filename) else 0
                if unpacked > MAX_UNPACKED or markup > MAX_MARKUP:
                    raise Refused("word-too-large", file=file, limit=MAX_UNPACKED // MEGABYTE)
        parts[entry.filename] = bytes(data)
    return parts
