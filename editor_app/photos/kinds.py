"""What kind of picture a file is, by its first bytes; the name that it bears does not matter."""

from types import MappingProxyType

HEAD = 64  # bytes that telling the kind needs

# The decoders that may open each kind; MPO (several JPEGs in one file) is opened by Pillow's JPEG decoder.
DECODERS = MappingProxyType(
    {
        "image/jpeg": "JPEG",
        "image/png": "PNG",
        "image/webp": "WEBP",
        "image/tiff": "TIFF",
        "image/gif": "GIF",
        "image/avif": "AVIF",
    }
)

_MAGIC = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"II+\x00", "image/tiff"),
    (b"MM\x00+", "image/tiff"),
)
_HEIF_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})
_AVIF_BRANDS = frozenset({b"avif", b"avis"})


def media_type(head: bytes) -> str | None:
    """The media type that the first `HEAD` bytes of a file tell, None where it is no picture known here.

    `image/heic` is known so that it can be named; no decoder here opens it.
    """
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp"
    if head[4:8] == b"ftyp":
        return _of_brands(head)
    return None


def _of_brands(head: bytes) -> str | None:
    """The kind of an ISO base media file (ISO/IEC 14496-12): major brand, then the compatible ones."""
    end = min(int.from_bytes(head[:4], "big"), len(head))
    brands = {head[8:12], *(head[at : at + 4] for at in range(16, end - 3, 4))}
    if brands & _AVIF_BRANDS:
        return "image/avif"
    return "image/heic" if brands & _HEIF_BRANDS else None
