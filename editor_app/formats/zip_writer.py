"""Writes zip files whose bytes follow from their contents alone."""

import io
import zipfile
from collections.abc import Iterable

_DATE = (1980, 1, 1, 0, 0, 0)  # the earliest that the format knows
_UNIX = 3
_PLAIN_FILE = 0o100644 << 16


def write_zip(files: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip of `files` (name, contents) in the given order, with one fixed date and plain attributes.

    The files are stored, not deflated: what zlib makes of the same text differs between its versions, and the
    pictures, which are nearly all of the size, would not shrink.
    """
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name, data in files:
            entry = zipfile.ZipInfo(name, _DATE)
            entry.create_system = _UNIX
            entry.external_attr = _PLAIN_FILE
            archive.writestr(entry, data)
    return stream.getvalue()
