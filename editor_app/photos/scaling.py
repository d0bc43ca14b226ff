"""Brings a picture to the size that is wanted: upright, cropped, in sRGB, never enlarged."""

from PIL import Image

from editor_app.photos.colour import flat, to_srgb
from editor_app.photos.orientation import orientation, upright, upright_size
from editor_app.story.photo import THOUSANDTHS, Crop

WHOLE = Crop(0, 0, THOUSANDTHS, THOUSANDTHS)

# A large picture is first averaged down to this many times the result, then resampled (Pillow, `reducing_gap`).
_GAP = 3.0


def scaled(image: Image.Image, side: int, crop: Crop, resampling: Image.Resampling) -> Image.Image:
    """The part of an undecoded picture inside `crop`, mode RGB, its longest side at most `side` px.

    A JPEG is decoded no larger than the result needs (by eighths, quarters or halves): most of the work is saved.
    """
    profile = image.info.get("icc_profile")
    left, top, right, bottom = crop_box(upright_size(image), crop)
    size = fit((right - left, bottom - top), side)
    shrink = max(size[0] / (right - left), size[1] / (bottom - top))
    full = upright_size(image)
    image.draft(None, (max(1, int(image.width * shrink)), max(1, int(image.height * shrink))))
    turned = upright(flat(image), orientation(image))
    across, down = turned.width / full[0], turned.height / full[1]
    box = (left * across, top * down, min(right * across, turned.width), min(bottom * down, turned.height))
    return to_srgb(turned.resize(size, resampling, box, _GAP), profile)


def fit(size: tuple[int, int], side: int) -> tuple[int, int]:
    """Width and height in px of a picture of `size` whose longest side is at most `side`, in proportion."""
    width, height = size
    shrink = min(1.0, side / max(width, height))
    return max(1, round(width * shrink)), max(1, round(height * shrink))


def crop_box(size: tuple[int, int], crop: Crop) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of `crop` in px of an upright picture of `size`, inside it and never empty."""
    left, right = _edges(size[0], crop.left, crop.right)
    top, bottom = _edges(size[1], crop.top, crop.bottom)
    return left, top, right, bottom


def _edges(length: int, first: int, last: int) -> tuple[int, int]:
    start = min(max(length * first // THOUSANDTHS, 0), length - 1)
    end = -(-length * last // THOUSANDTHS)  # rounded up: the last thousandth is whole
    return start, min(max(end, start + 1), length)
