"""Renditions: the copies of a photo that leave the house, in DOCX, on the page and in the bundle."""

import io
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from editor_app.photos.colour import srgb_profile
from editor_app.photos.opening import opened, read_picture
from editor_app.photos.scaling import WHOLE, scaled
from editor_app.story.photo import Crop

_FINE = 90  # from this JPEG quality on colour keeps its full resolution (4:4:4), below it half (4:2:0)


@dataclass(frozen=True, slots=True)
class Rendition:
    """A copy made for readers. `width` and `height` are px."""

    data: bytes
    media_type: str
    width: int
    height: int


def render(source: Path, *, side: int, quality: int, crop: Crop | None = None, file: str) -> Rendition:
    """A plain JFIF JPEG of the part inside `crop`: upright, on white, in sRGB with its profile, never enlarged.

    Nothing else of the original goes along: no EXIF, GPS, XMP, IPTC, comment or embedded thumbnail. The same
    original and wishes give the same bytes.

    Args:
        source: The original.
        side: The longest side allowed, in px.
        quality: Of the JPEG, 1 to 95.
        crop: The part to show; None for all of it.
        file: The picture's name in what is said.

    Raises:
        Trouble: as `opening.examine`.
    """
    with opened(read_picture(source, file), file) as image:
        picture = scaled(image, side, crop or WHOLE, Image.Resampling.LANCZOS)
    picture.info.clear()  # Pillow would write the original's comment again
    stream = io.BytesIO()
    picture.save(
        stream,
        "JPEG",
        quality=quality,
        subsampling=0 if quality >= _FINE else 2,
        optimize=True,
        icc_profile=srgb_profile(),
    )
    return Rendition(stream.getvalue(), "image/jpeg", picture.width, picture.height)
