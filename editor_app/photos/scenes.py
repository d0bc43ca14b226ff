"""Draws the sample newsroom's pictures, which stand in for press photos: from a few words to 12 megapixels."""

import io
import random
from collections.abc import Mapping
from functools import cache

from PIL import Image, ImageChops, ImageEnhance, ImageFilter

from editor_app.photos.drawing.places import PLACES
from editor_app.photos.drawing.setting import Setting
from editor_app.photos.drawing.sketching import Sheet, rgb
from editor_app.words import Trouble

WIDTH = 4240  # px; with the height of two thirds 12.0 megapixels
QUALITY = 88
_COARSE = 2  # a picture is drawn at half its width and enlarged before the grain goes on
_TILE = 640  # px, side of the piece of grain that is repeated


def draw_scene(description: Mapping[str, object], *, width: int = WIDTH) -> bytes:
    """A JPEG of the scene, `width` px wide and two thirds as high; the same description gives the same bytes.

    Args:
        description: As `resources/sample/scenes/*.json` holds it: `kind` (a key of `PLACES`), `seed`, and the
            colours `wall`, `floor`, `accent`, `light` and the list `cloths`, each `#rrggbb`.
        width: In px.

    Raises:
        Trouble: `scene-unknown`, where the description lacks something or names no known kind.
    """
    try:
        place, setting = PLACES[str(description["kind"])], _setting(description)
    except (KeyError, TypeError, ValueError) as error:
        raise Trouble("scene-unknown", scene=str(description.get("kind", ""))) from error
    height = round(width * 2832 / WIDTH)
    sheet = Sheet(max(1, width // _COARSE), max(1, height // _COARSE), setting.wall)
    place(sheet, setting)
    return _developed(sheet, (width, height))


def _setting(description: Mapping[str, object]) -> Setting:
    seed, cloths = description["seed"], description["cloths"]
    if not isinstance(seed, int) or not isinstance(cloths, list) or not cloths:
        raise TypeError(description)
    wall, floor, accent, light = (rgb(str(description[name])) for name in ("wall", "floor", "accent", "light"))
    return Setting(seed, wall, floor, accent, light, tuple(rgb(str(cloth)) for cloth in cloths))


def _developed(sheet: Sheet, size: tuple[int, int]) -> bytes:
    """The drawn sheet as a camera would give it: darker towards the corners, a little grain, a plain JPEG."""
    shade = Image.radial_gradient("L").point(_vignette).resize(sheet.image.size, Image.Resampling.BICUBIC)
    drawn = ImageChops.multiply(sheet.image, Image.merge("RGB", (shade, shade, shade)))
    drawn = ImageEnhance.Color(ImageEnhance.Contrast(drawn).enhance(1.08)).enhance(1.14)
    picture = drawn.resize(size, Image.Resampling.BICUBIC)
    grain = Image.new("L", size)
    for x in range(0, size[0], _TILE):
        for y in range(0, size[1], _TILE):
            grain.paste(_grain(), (x, y))
    bands = (ImageChops.add(band, grain, scale=1, offset=-128) for band in picture.split())
    stream = io.BytesIO()
    Image.merge("RGB", tuple(bands)).save(stream, "JPEG", quality=QUALITY, subsampling=2, dpi=(300, 300))
    return stream.getvalue()


@cache
def _grain() -> Image.Image:
    """Fine noise around the middle grey; it also hides the steps of the soft passages."""
    dice = random.Random(2832)  # noqa: S311 - of a picture, not of a secret
    noise = Image.frombytes("L", (_TILE, _TILE), dice.randbytes(_TILE * _TILE))
    return noise.filter(ImageFilter.GaussianBlur(0.7)).point(lambda value: round(128 + (value - 128) * 0.11))


def _vignette(value: float) -> int:
    """Full light in the middle, a sixth less in the corners."""
    share = max(0.0, value / 255 - 0.45) / 0.55
    return round(255 * (1 - 0.16 * share * share))
