"""Opens a text file and decodes it: UTF-8 or UTF-16 by its mark, nothing guessed."""

import codecs
import re
from pathlib import Path

from editor_app.words import Refused, Trouble

MEGABYTE = 1_000_000
MAX_TEXT = 20 * MEGABYTE  # bytes

_CONTROL = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f]"
)  # those that do not lay text out; C1 come of other encodings' ends


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
        Refused: `file-control-characters`, naming the first line with one: what holds them is no plain text.
        Trouble: `file-not-utf8`.
    """
    encoding = "utf-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Trouble("file-not-utf8", file=file) from error
    found = _CONTROL.search(text)
    if found is not None:
        raise Refused("file-control-characters", file=file, line=text.count("\n", 0, found.start()) + 1)
    return text
