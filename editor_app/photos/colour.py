"""Colour: any picture that Pillow decodes becomes 8-bit sRGB on white."""

import io
from functools import cache

from PIL import Image, ImageCms

_WHITE = (255, 255, 255)
_PROFILE_DATE = slice(24, 36)  # ICC.1:2022, 7.2.10: when the profile was made, twelve bytes
_FULL = 255.0
_FULL_16 = 65535.0


@cache
def srgb_profile() -> bytes:
    """The ICC profile of sRGB, the same bytes every time: its date of making is blank."""
    made = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    made[_PROFILE_DATE] = bytes(12)
    return bytes(made)


def flat(image: Image.Image) -> Image.Image:
    """The picture in a mode that can be resized, without transparency: L, RGB, CMYK or LAB; white shows through.

    Colours stay in the picture's own colour space; `to_srgb` converts them.
    """
    if image.mode.startswith("I") or image.mode == "F":
        return _deep_grey(image)
    if image.has_transparency_data:
        clear = image.convert("RGBA")
        sheet = Image.new("RGB", image.size, _WHITE)
        sheet.paste(clear, mask=clear.getchannel("A"))
        return sheet
    if image.mode in {"L", "RGB", "CMYK", "LAB"}:
        return image
    return image.convert("L" if image.mode == "1" else "RGB")


def to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """A flat picture in sRGB, mode RGB, by the ICC `profile` that came with it.

    Without a profile, or with one that is broken or made for another mode, the numbers are taken as sRGB's own
    (CMYK and Lab by their plain formulas).
    """
    if profile:
        try:
            converted = ImageCms.profileToProfile(
                image,
                ImageCms.ImageCmsProfile(io.BytesIO(profile)),
                ImageCms.ImageCmsProfile(io.BytesIO(srgb_profile())),
                renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
                outputMode="RGB",
                flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
            )
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            converted = None
        if converted is not None:
            return converted
    if image.mode == "LAB":
        return to_srgb(image, ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes())
    return image.convert("RGB")


def _deep_grey(image: Image.Image) -> Image.Image:
    """Grey of 16 bits, 32 bits or floating point as 8-bit grey.

    `convert("L")` alone would clip everything above 255 to white. How far a 32-bit or floating picture reaches
    is not written in it, so its brightest point tells: within 1.0, 8 bits, 16 bits, or itself.
    """
    wide = image if image.mode in {"I", "F"} else image.convert("I")
    top = _FULL_16
    if image.mode in {"I", "F"}:
        brightest = max(float(value) for value in wide.getextrema() if isinstance(value, int | float))
        steps = (1.0, _FULL, _FULL_16) if image.mode == "F" else (_FULL, _FULL_16)
        top = next((step for step in steps if brightest <= step), brightest)
    scale = _FULL / top
    return wide.point(lambda value: value * scale).convert("L")
