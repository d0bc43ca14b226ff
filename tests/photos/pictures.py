"""Small pictures of every kind, made for the tests."""

import io
import struct
import zlib

from PIL import Image, ImageDraw

RED, GREEN, BLUE, GOLD = (200, 30, 30), (30, 160, 60), (40, 60, 200), (220, 180, 40)


def corners(size: tuple[int, int] = (60, 40)) -> Image.Image:
    """Four plain quarters, so that every turn and crop can be told: red, green / blue, gold."""
    width, height = size
    image = Image.new("RGB", size)
    draw = ImageDraw.Draw(image)
    for colour, left, top in ((RED, 0, 0), (GREEN, 1, 0), (BLUE, 0, 1), (GOLD, 1, 1)):
        x, y = left * width // 2, top * height // 2
        draw.rectangle((x, y, x + width // 2, y + height // 2), fill=colour)
    return image


def encoded(image: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def pixels(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def with_orientation(value: int, kind: str = "JPEG", size: tuple[int, int] = (60, 40)) -> bytes:
    """A picture that reads as `corners(size)` once it is shown as its Orientation says."""
    upright = corners(size)
    stored = {
        1: None,
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }[value]
    exif = Image.Exif()
    exif[0x0112] = value
    options: dict[str, object] = {"quality": 95} if kind == "JPEG" else {}
    return encoded(upright if stored is None else upright.transpose(stored), kind, exif=exif, **options)


def animation(kind: str, frames: int = 3) -> bytes:
    """First frame red, the others blue."""
    pages = [
        Image.new("RGB", (32, 24), RED),
        *(Image.new("RGB", (32, 24), (40, 60, 200 - 40 * n)) for n in range(frames - 1)),
    ]
    return encoded(pages[0], kind, save_all=True, append_images=pages[1:])


def png_header(width: int, height: int) -> bytes:
    """A PNG that claims a size and has no pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


def noise(size: tuple[int, int] = (48, 36)) -> Image.Image:
    """A picture that compresses badly, so that every byte of its file matters; the same every time."""
    width, height = size
    rows = bytes((x * 73 ^ y * 151 ^ (x * y) * 31) & 0xFF for y in range(height) for x in range(width * 3))
    return Image.frombytes("RGB", size, rows)


def pictures_of_every_kind() -> dict[str, bytes]:
    image = noise()
    return {
        "jpeg": encoded(image),
        "progressive jpeg": encoded(image, progressive=True),
        "cmyk jpeg": encoded(image.convert("CMYK")),
        "png": encoded(image, "PNG"),
        "palette png": encoded(image.quantize(64), "PNG"),
        "webp": encoded(image, "WEBP"),
        "lossless webp": encoded(image, "WEBP", lossless=True),
        "tiff": encoded(image, "TIFF"),
        "lzw tiff": encoded(image, "TIFF", compression="tiff_lzw"),
        "gif": encoded(image.quantize(64), "GIF"),
        "animated gif": animation("GIF"),
        "avif": encoded(image, "AVIF"),
    }
