"""Whether a picture file reaches its own end, by its structure: tells what was cut off from what is damaged."""

import re
import struct
from collections.abc import Callable

_JPEG_MARKER = re.compile(rb"\xff+([^\x00\xff])", re.DOTALL)
_JPEG_EOI = 0xD9
_JPEG_WITHOUT_LENGTH = frozenset({0x01, *range(0xD0, 0xD9)})
_GIF_TRAILER = 0x3B
_GIF_EXTENSION = 0x21
_GIF_IMAGE = 0x2C
_TIFF_PIECES = ((273, 279), (324, 325))  # StripOffsets and StripByteCounts, TileOffsets and TileByteCounts
# Numbers are read as such only where they place pieces (SHORT, LONG); of the rest the length matters.
_TIFF_FORMS = {3: "H", 4: "I", 5: "Q", 8: "H", 9: "I", 10: "Q", 11: "I", 12: "Q"}


def reaches_end(data: bytes, media_type: str) -> bool:
    """Whether the first picture of the file goes to its own end mark, or as far as its own lengths say.

    Bytes after the end (a phone's motion video, padding) do not matter.
    """
    try:
        return _ENDS[media_type](data)
    except (IndexError, struct.error):
        return False


def _jpeg(data: bytes) -> bool:
    """Segments up to EOI (ITU-T T.81, annex B); entropy-coded data is skipped to the next real marker."""
    at = 2
    while found := _JPEG_MARKER.search(data, at):
        marker, at = found[1][0], found.end()
        if marker == _JPEG_EOI:
            return True
        if marker not in _JPEG_WITHOUT_LENGTH:
            at += int.from_bytes(data[at : at + 2], "big")
    return False


def _png(data: bytes) -> bool:
    """Chunks up to IEND (PNG specification, 5.3): length, type, data, CRC."""
    at = 8
    while at + 12 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        at += 12 + length
        if kind == b"IEND" and at <= len(data):
            return True
    return False


def _gif(data: bytes) -> bool:
    """Blocks up to the trailer (GIF89a specification)."""
    at = 13 + _gif_colours(data[10])
    while (block := data[at]) != _GIF_TRAILER:
        if block == _GIF_EXTENSION:
            at += 2
        elif block == _GIF_IMAGE:
            at += 11 + _gif_colours(data[at + 9])
        else:
            return False
        while data[at]:
            at += 1 + data[at]
        at += 1
    return True


def _gif_colours(packed: int) -> int:
    """Bytes of the colour table that a packed field announces."""
    return 3 << ((packed & 7) + 1) if packed & 0x80 else 0


def _webp(data: bytes) -> bool:
    return len(data) >= 8 + int.from_bytes(data[4:8], "little")


def _avif(data: bytes) -> bool:
    """Boxes that end where the file does (ISO/IEC 14496-12, 4.2)."""
    at = 0
    while at < len(data):
        size, header = int.from_bytes(data[at : at + 4], "big"), 8
        if size == 1:
            size, header = int.from_bytes(data[at + 8 : at + 16], "big"), 16
        if size == 0:  # this box goes to the end of the file, wherever that is
            return True
        at += max(size, header)
    return at == len(data)


def _tiff(data: bytes) -> bool:
    """Whether the first directory, its values, and every strip or tile lie inside the file (TIFF 6.0, 2)."""
    order = "<" if data[:1] == b"I" else ">"
    (directory,) = struct.unpack_from(order + "I", data, 4)
    (entries,) = struct.unpack_from(order + "H", data, directory)
    named: dict[int, tuple[int, ...]] = {}
    for at in range(directory + 2, directory + 2 + 12 * entries, 12):
        tag, kind, count = struct.unpack_from(order + "HHI", data, at)
        form = f"{order}{count}{_TIFF_FORMS.get(kind, 'x')}"
        inside = struct.calcsize(form) <= 4  # noqa: PLR2004 - four bytes stand in the entry itself
        start = at + 8 if inside else struct.unpack_from(order + "I", data, at + 8)[0]
        named[tag] = struct.unpack_from(form, data, start)
    pairs = (zip(named.get(where, ()), named.get(long, ()), strict=False) for where, long in _TIFF_PIECES)
    return all(offset + length <= len(data) for piece in pairs for offset, length in piece)


_ENDS: dict[str, Callable[[bytes], bool]] = {
    "image/jpeg": _jpeg,
    "image/png": _png,
    "image/gif": _gif,
    "image/webp": _webp,
    "image/avif": _avif,
    "image/tiff": _tiff,
}
