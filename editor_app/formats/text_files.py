"""Opens a text file and decodes it: UTF-8 or UTF-16 by its mark, nothing guessed."""

import codecs
from pathlib import Path

from editor_app.words import Refused, Trouble

MEGABYTE = 1_000_000
MAX_TEXT = 20 * MEGABYTE  # bytes


def read_file(path: Path, limit: int) -> bytes:
    """The bytes of a file that has some and no more than `limit`.

    Raises:
        Refused: `file-is-folder`, `file-empty`, `file-too-large`.
        Trouble: `file-missing`, `file-not-readable`.
    """
    file = path.name
    try:
        if path.is_dir():
            raise Refused("file-is-folder", file=file)
        with path.open("rb") as stream:
            data = stream.read(limit + 1)  # counted while reading: a pipe or a growing file says no true size
    except FileNotFoundError as error:
        raise Trouble("file-missing", file=file) from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise Trouble("file-not-readable", file=file) from error
    if not data:
        raise Refused("file-empty", file=file)
    if len(data) > limit:
        raise Refused("file-too-large", file=file, limit=limit // MEGABYTE)
    return data


def decode(data: bytes, file: str) -> str:
    """The text of a file's bytes; a byte order mark is no text.

    Raises:
        Trouble: `file-not-utf8`.
    """
    encoding = "utf-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Trouble("file-not-utf8", file=file) from error
