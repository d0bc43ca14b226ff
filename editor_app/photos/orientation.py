"""Which way up a picture is: EXIF Orientation (Exif 2.32, 4.6.4), 1 to 8, or XMP's where EXIF has none."""

from types import MappingProxyType

from PIL import Image

_TAG = 0x0112
_TURNS = MappingProxyType(
    {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_270,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_90,
    }
)
_SIDEWAYS = 5  # from here on width and height change places


def orientation(image: Image.Image) -> int:
    """The orientation, 1 to 8; 1 (as stored) where none is written or the metadata cannot be read."""
    try:
        written = image.getexif().get(_TAG, 1)
    except Exception:  # noqa: BLE001 - odd metadata raises anything, and costs no one the picture
        return 1
    return written if isinstance(written, int) and written in _TURNS else 1


def upright_size(image: Image.Image) -> tuple[int, int]:
    """Width and height in px as the picture is shown."""
    width, height = image.size
    return (height, width) if orientation(image) >= _SIDEWAYS else (width, height)


def upright(image: Image.Image, value: int) -> Image.Image:
    """The picture turned as it is shown; `value` is its orientation, 1 to 8."""
    turn = _TURNS.get(value)
    return image if turn is None else image.transpose(turn)
