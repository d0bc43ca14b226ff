"""Thumbnails: small upright JPEGs for lists and cards, made the fast way."""

import io
from pathlib import Path

from PIL import Image

from editor_app.photos.opening import opened, read_picture
from editor_app.photos.scaling import WHOLE, scaled

QUALITY = 82  # JPEG; what is seen on a card, not what is printed


def thumbnail(source: Path | bytes, side: int, *, file: str) -> bytes:
    """A JPEG of the whole picture, upright, in sRGB, its longest side at most `side` px, never enlarged.

    `file` is the picture's name in what is said. Carries no metadata and no colour profile.

    Raises:
        Trouble: as `opening.examine`.
    """
    data = source if isinstance(source, bytes) else read_picture(source, file)
    with opened(data, file) as image:
        small = scaled(image, side, WHOLE, Image.Resampling.BICUBIC)
    small.info.clear()
    stream = io.BytesIO()
    small.save(stream, "JPEG", quality=QUALITY)
    return stream.getvalue()
