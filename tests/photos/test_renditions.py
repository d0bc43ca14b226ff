import io
from pathlib import Path

import docx
import pytest
from PIL import Image, ImageCms

from editor_app.photos.colour import srgb_profile
from editor_app.photos.renditions import Rendition, render
from editor_app.photos.scaling import crop_box
from editor_app.story.photo import Crop
from tests.photos.pictures import (
    BLUE,
    GOLD,
    GREEN,
    RED,
    animation,
    corners,
    encoded,
    noise,
    pictures_of_every_kind,
    pixels,
    with_orientation,
)
from tests.photos.test_thumbnails import looks_like


def rendered(tmp_path: Path, data: bytes, *, side: int = 60, crop: Crop | None = None) -> Rendition:
    path = tmp_path / "asli"
    path.write_bytes(data)
    return render(path, side=side, quality=92, crop=crop, file="foto.jpg")


def centre(rendition: Rendition) -> tuple[int, int, int]:
    image = pixels(rendition.data)
    seen = image.getpixel((image.width // 2, image.height // 2))
    assert isinstance(seen, tuple)
    return seen[0], seen[1], seen[2]


@pytest.mark.parametrize("value", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_rendition_stands_upright_and_says_so_no_more(tmp_path: Path, value: int, kind: str) -> None:
    rendition = rendered(tmp_path, with_orientation(value, kind, (300, 200)))
    image = pixels(rendition.data)
    assert image.size == (rendition.width, rendition.height) == (60, 40)
    assert looks_like(image.getpixel((8, 8)), RED)
    assert looks_like(image.getpixel((52, 32)), GOLD)
    assert not image.getexif()


@pytest.mark.parametrize("value", range(1, 9))
def test_a_crop_is_of_the_upright_photo(tmp_path: Path, value: int) -> None:
    rendition = rendered(tmp_path, with_orientation(value, size=(600, 400)), crop=Crop(550, 100, 950, 400))
    assert (rendition.width, rendition.height) == (60, 30)
    assert looks_like(centre(rendition), GREEN)


def test_the_size_asked_for_is_that_of_the_cropped_part(tmp_path: Path) -> None:
    rendition = rendered(tmp_path, encoded(corners((800, 800))), side=200, crop=Crop(0, 500, 500, 1000))
    assert (rendition.width, rendition.height) == (200, 200)
    assert looks_like(centre(rendition), BLUE)


def test_a_rendition_is_never_larger_than_the_photo(tmp_path: Path) -> None:
    rendition = rendered(tmp_path, encoded(corners()), side=1600)
    assert (rendition.width, rendition.height) == (60, 40)


@pytest.mark.parametrize(
    ("crop", "box"),
    [
        (Crop(0, 0, 1000, 1000), (0, 0, 301, 201)),
        (Crop(500, 500, 500, 500), (150, 100, 151, 101)),
        (Crop(900, 900, 100, 100), (270, 180, 271, 181)),
        (Crop(-50, -50, 2000, 2000), (0, 0, 301, 201)),
        (Crop(1000, 1000, 1000, 1000), (300, 200, 301, 201)),
    ],
)
def test_a_crop_stays_inside_the_photo_and_is_never_empty(crop: Crop, box: tuple[int, int, int, int]) -> None:
    assert crop_box((301, 201), crop) == box


@pytest.mark.parametrize("name", sorted(pictures_of_every_kind()))
def test_every_kind_of_photo_becomes_a_plain_jpeg_that_word_takes(tmp_path: Path, name: str) -> None:
    rendition = rendered(tmp_path, pictures_of_every_kind()[name], side=30)
    assert rendition.media_type == "image/jpeg"
    assert rendition.data[:4] == b"\xff\xd8\xff\xe0"
    assert rendition.data[6:11] == b"JFIF\x00"
    image = pixels(rendition.data)
    assert (image.format, image.mode) == ("JPEG", "RGB")
    docx.Document().add_picture(io.BytesIO(rendition.data))


def test_the_same_photo_gives_the_same_bytes(tmp_path: Path) -> None:
    data = encoded(noise((300, 200)))
    first, second = (rendered(tmp_path, data, side=120) for _ in range(2))
    assert first == second


def test_a_rendition_says_that_it_is_srgb(tmp_path: Path) -> None:
    profile = pixels(rendered(tmp_path, encoded(corners())).data).info["icc_profile"]
    assert profile == srgb_profile()
    read = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    assert "sRGB" in ImageCms.getProfileDescription(read)
    assert profile[24:36] == bytes(12)


def test_nothing_private_leaves_the_house(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 1
    exif[0x010F] = "Kamera Rahasia"
    exif.get_ifd(0x8825)[1] = "S"
    data = encoded(
        noise((200, 100)),
        exif=exif,
        comment=b"catatan pribadi",
        xmp=b"<x:xmpmeta><exif:GPSLatitude>7,52.1S</exif:GPSLatitude></x:xmpmeta>",
    )
    assert b"GPSLatitude" in data
    left = rendered(tmp_path, data, side=80).data
    for secret in (b"Exif", b"Rahasia", b"GPS", b"xmp", b"catatan"):
        assert secret not in left
    assert set(pixels(left).info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "icc_profile"}


@pytest.mark.parametrize("mode", ["RGBA", "LA"])
def test_what_is_transparent_becomes_white(tmp_path: Path, mode: str) -> None:
    clear = Image.new("RGBA", (20, 20), (200, 0, 0, 0)).convert(mode)
    assert centre(rendered(tmp_path, encoded(clear, "PNG"))) == (255, 255, 255)


@pytest.mark.parametrize("mode", ["P", "L", "RGB"])
def test_a_colour_that_stands_for_nothing_becomes_white(tmp_path: Path, mode: str) -> None:
    image = Image.new("RGB", (20, 20), (51, 51, 51)).convert(mode)
    nothing = (51, 51, 51) if mode == "RGB" else image.getpixel((0, 0))
    assert centre(rendered(tmp_path, encoded(image, "PNG", transparency=nothing))) == (255, 255, 255)


def test_half_transparent_is_half_white(tmp_path: Path) -> None:
    glass = Image.new("RGBA", (20, 20), (0, 0, 0, 128))
    assert looks_like(centre(rendered(tmp_path, encoded(glass, "PNG"))), (127, 127, 127), 3)


@pytest.mark.parametrize("mode", ["I;16", "I;16B", "I", "F"])
def test_deep_grey_keeps_its_tones(tmp_path: Path, mode: str) -> None:
    deep = Image.new("I", (40, 20), 0)
    deep.paste(32768, (0, 0, 20, 20))
    deep.paste(65535, (20, 0, 40, 20))
    image = deep.convert("F") if mode == "F" else deep if mode == "I" else deep.convert(mode)
    seen = pixels(rendered(tmp_path, encoded(image, "TIFF")).data)
    assert looks_like(seen.getpixel((6, 10)), (128, 128, 128), 3)
    assert looks_like(seen.getpixel((34, 10)), (255, 255, 255), 3)


@pytest.mark.parametrize(("top", "middle"), [(1.0, 0.5), (255.0, 127.5), (1e6, 5e5)])
def test_floating_grey_is_measured_by_its_brightest_point(tmp_path: Path, top: float, middle: float) -> None:
    image = Image.new("F", (40, 20), middle)
    image.paste(top, (20, 0, 40, 20))
    seen = pixels(rendered(tmp_path, encoded(image, "TIFF")).data)
    assert looks_like(seen.getpixel((6, 10)), (127, 127, 127), 3)


def test_black_and_white_stays_so(tmp_path: Path) -> None:
    line = Image.new("1", (20, 20), 1)
    assert centre(rendered(tmp_path, encoded(line, "PNG"))) == (255, 255, 255)


def test_print_colours_without_a_profile_are_converted_plainly(tmp_path: Path) -> None:
    ink = Image.new("CMYK", (20, 20), (0, 255, 255, 0))
    assert looks_like(centre(rendered(tmp_path, encoded(ink))), (255, 0, 0), 6)


def test_lab_colours_are_converted(tmp_path: Path) -> None:
    lab = Image.new("LAB", (20, 20), (255, 128, 128))
    assert looks_like(centre(rendered(tmp_path, encoded(lab, "TIFF"))), (255, 255, 255), 6)


def test_a_wide_gamut_photo_is_converted_by_its_profile(tmp_path: Path) -> None:
    # A profile whose red and green are exchanged shows beyond doubt that it was used.
    swapped = bytearray(srgb_profile())
    tags = int.from_bytes(swapped[128:132], "big")
    places = {bytes(swapped[132 + 12 * n : 136 + 12 * n]): 132 + 12 * n for n in range(tags)}
    red, green = places[b"rXYZ"], places[b"gXYZ"]
    swapped[red : red + 4], swapped[green : green + 4] = b"gXYZ", b"rXYZ"
    data = encoded(Image.new("RGB", (20, 20), (255, 0, 0)), icc_profile=bytes(swapped), quality=95)
    assert looks_like(centre(rendered(tmp_path, data)), (0, 255, 0), 6)


@pytest.mark.parametrize("profile", [b"not a profile", b"\x00" * 200, srgb_profile()[:300]])
@pytest.mark.parametrize("mode", ["RGB", "CMYK", "L"])
def test_a_broken_profile_is_left_out(tmp_path: Path, profile: bytes, mode: str) -> None:
    data = encoded(Image.new("RGB", (20, 20), (255, 255, 255)).convert(mode), icc_profile=profile)
    assert looks_like(centre(rendered(tmp_path, data)), (255, 255, 255), 2)


def test_a_profile_made_for_another_mode_is_left_out(tmp_path: Path) -> None:
    data = encoded(Image.new("L", (20, 20), 90), icc_profile=srgb_profile())
    assert looks_like(centre(rendered(tmp_path, data)), (90, 90, 90), 2)


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_of_an_animation_the_first_frame_is_rendered(tmp_path: Path, kind: str) -> None:
    assert looks_like(centre(rendered(tmp_path, animation(kind))), RED)


def test_of_a_phone_photo_with_two_pictures_the_first_is_rendered(tmp_path: Path) -> None:
    second = Image.new("RGB", (30, 20), BLUE)
    data = encoded(Image.new("RGB", (60, 40), RED), "MPO", save_all=True, append_images=[second])
    rendition = rendered(tmp_path, data)
    assert pixels(rendition.data).format == "JPEG"
    assert looks_like(centre(rendition), RED)


@pytest.mark.parametrize(("quality", "sampling"), [(85, 2), (92, 1)])
def test_fine_quality_keeps_the_full_resolution_of_colour(tmp_path: Path, quality: int, sampling: int) -> None:
    path = tmp_path / "asli"
    path.write_bytes(encoded(corners()))
    image = pixels(render(path, side=60, quality=quality, file="foto.jpg").data)
    assert image.layer[0][1] == sampling  # type: ignore[attr-defined]
