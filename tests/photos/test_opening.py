import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from editor_app.photos.opening import MEGAPIXELS, examine, examine_bytes
from editor_app.photos.renditions import render
from editor_app.photos.thumbnails import thumbnail
from editor_app.words import Message, Trouble
from tests.photos.pictures import (
    animation,
    corners,
    encoded,
    noise,
    pictures_of_every_kind,
    png_header,
    with_orientation,
)

PICTURES = pictures_of_every_kind()


def trouble(data: bytes, file: str = "foto.jpg") -> str:
    with pytest.raises(Trouble) as caught:
        examine_bytes(data, file)
    assert caught.value.message.params["file"] == file
    return caught.value.message.code


def trouble_at(path: Path) -> str:
    with pytest.raises(Trouble) as caught:
        examine(path)
    assert caught.value.message.params["file"] == path.name
    return caught.value.message.code


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("jpeg", "image/jpeg"),
        ("progressive jpeg", "image/jpeg"),
        ("cmyk jpeg", "image/jpeg"),
        ("png", "image/png"),
        ("webp", "image/webp"),
        ("tiff", "image/tiff"),
        ("gif", "image/gif"),
        ("avif", "image/avif"),
    ],
)
def test_every_kind_of_photo_is_examined(tmp_path: Path, name: str, media_type: str) -> None:
    path = tmp_path / "foto.dat"
    path.write_bytes(PICTURES[name])
    facts = examine(path)
    assert (facts.media_type, facts.width, facts.height, facts.frames) == (media_type, 48, 36, 1)
    assert facts.sha256 == hashlib.sha256(PICTURES[name]).hexdigest()
    assert facts.bytes == len(PICTURES[name])


def test_a_wrong_extension_does_not_matter(tmp_path: Path) -> None:
    path = tmp_path / "sebenarnya-png.jpg"
    path.write_bytes(PICTURES["png"])
    assert examine(path).media_type == "image/png"


@pytest.mark.parametrize("value", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_width_and_height_are_those_of_the_upright_photo(value: int, kind: str) -> None:
    facts = examine_bytes(with_orientation(value, kind), "foto")
    assert (facts.width, facts.height) == (60, 40)


def test_metadata_that_cannot_be_read_costs_no_one_the_photo() -> None:
    broken = b"Exif\x00\x00MM\x00*\x00\x00\xff\xff\x00\x00"
    facts = examine_bytes(encoded(corners(), exif=broken), "foto.jpg")
    assert (facts.width, facts.height) == (60, 40)


def test_an_orientation_that_is_no_number_from_1_to_8_is_taken_as_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 77
    facts = examine_bytes(encoded(corners(), exif=exif), "foto.jpg")
    assert (facts.width, facts.height) == (60, 40)


def test_the_frames_of_an_animation_are_counted() -> None:
    assert examine_bytes(animation("GIF"), "gerak.gif").frames == 3
    assert examine_bytes(animation("WEBP"), "gerak.webp").frames == 3


def test_a_phone_photo_with_a_second_picture_inside_is_a_jpeg() -> None:
    data = encoded(corners(), "MPO", save_all=True, append_images=[corners((30, 20))])
    facts = examine_bytes(data, "ponsel.jpg")
    assert (facts.media_type, facts.width, facts.height) == ("image/jpeg", 60, 40)


def test_what_a_phone_puts_after_the_end_of_the_photo_does_not_matter() -> None:
    assert examine_bytes(PICTURES["jpeg"] + b"motion video" * 50, "ponsel.jpg").width == 48


def test_a_missing_photo_is_named(tmp_path: Path) -> None:
    assert trouble_at(tmp_path / "tidak-ada.jpg") == "image-missing"


def test_a_folder_is_no_photo(tmp_path: Path) -> None:
    folder = tmp_path / "foto.jpg"
    folder.mkdir()
    assert trouble_at(folder) == "image-folder"


def test_an_empty_file_is_said_to_be_empty(tmp_path: Path) -> None:
    path = tmp_path / "kosong.jpg"
    path.touch()
    assert trouble_at(path) == "image-empty"
    assert trouble(b"") == "image-empty"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipa.jpg"
    os.mkfifo(path)
    assert trouble_at(path) == "image-not-opened"


def test_a_path_that_the_system_refuses_is_not_opened(tmp_path: Path) -> None:
    assert trouble_at(tmp_path / ("panjang" * 100 + ".jpg")) == "image-not-opened"
    assert trouble_at(tmp_path / "nol\x00.jpg") in {"image-not-opened", "image-missing"}


@pytest.mark.parametrize(
    "data",
    [b"Bukan foto, hanya teks.", b"\x00" * 500, b"%PDF-1.7\n", b"\xff\xd8", b"\x00\x00\x00\x18ftypmp42" * 4],
)
def test_what_is_no_photo_is_not_known(data: bytes, tmp_path: Path) -> None:
    assert trouble(data) == "image-unknown"
    path = tmp_path / "foto.jpg"
    path.write_bytes(data)
    assert trouble_at(path) == "image-unknown"


def test_a_heic_photo_is_named_as_one() -> None:
    assert trouble(b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + b"\x00" * 90) == "image-heic"


def test_a_file_too_large_to_be_a_photo_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "raksasa.jpg"
    with path.open("wb") as stream:
        stream.write(PICTURES["jpeg"])
        stream.truncate((1 << 30) + 1)  # sparse: takes no room
    assert trouble_at(path) == "image-file-too-large"


def test_the_pixel_limit_is_read_from_the_header() -> None:
    # No pixels follow these headers: had anything been decoded, the file would be cut off or damaged.
    assert trouble(png_header(15_001, 10_000)) == "image-too-large"
    assert trouble(png_header(60_000, 60_000)) == "image-too-large"
    assert trouble(png_header(15_000, 10_000)) != "image-too-large"


def test_the_limit_is_named() -> None:
    with pytest.raises(Trouble) as caught:
        examine_bytes(png_header(20_000, 10_000), "peta.png")
    assert caught.value.message.params == {"file": "peta.png", "megapixels": MEGAPIXELS}


@pytest.mark.parametrize("name", PICTURES)
def test_a_photo_cut_off_anywhere_is_never_taken(name: str) -> None:
    data = PICTURES[name]
    ends = {0, 1, 11, 12, 40, *range(12, len(data), max(1, len(data) // 60)), *range(len(data) - 25, len(data))}
    for end in sorted(end for end in ends if 0 <= end < len(data)):
        code = trouble(data[:end])
        assert code in {"image-truncated", "image-empty", "image-unknown"}, end
        assert code == "image-truncated" or end < 32


def test_a_photo_damaged_inside_but_not_cut_is_said_to_be_damaged() -> None:
    data = bytearray(PICTURES["png"])
    data[len(data) // 2] ^= 0xFF
    assert trouble(bytes(data), "rusak.png") == "image-unreadable"


def test_a_big_tiff_cut_off_is_never_taken() -> None:
    data = encoded(noise(), "TIFF", big_tiff=True)
    assert examine_bytes(data, "besar.tif").width == 48
    assert trouble(data[:-40]) in {"image-truncated", "image-unreadable"}


@settings(max_examples=150, deadline=None)
@given(
    name=st.sampled_from(sorted(PICTURES)),
    flips=st.lists(st.tuples(st.floats(0, 0.9999), st.integers(1, 255)), max_size=8),
    kept=st.one_of(st.just(1.0), st.floats(0, 1)),
)
def test_a_damaged_photo_gives_pixels_or_one_trouble(
    tmp_path_factory: pytest.TempPathFactory, name: str, flips: list[tuple[float, int]], kept: float
) -> None:
    data = bytearray(PICTURES[name])
    for place, change in flips:
        data[int(place * len(data))] ^= change
    damaged = bytes(data[: int(kept * len(data))])
    path = tmp_path_factory.getbasetemp() / "rusak.jpg"
    path.write_bytes(damaged)
    for job in (
        lambda: examine(path),
        lambda: thumbnail(damaged, 16, file="rusak.jpg"),
        lambda: render(path, side=20, quality=80, file="rusak.jpg"),
    ):
        said = what_is_said(job)
        assert said is None or (said.code.startswith("image-") and said.params["file"] == "rusak.jpg")


def what_is_said(job: Callable[[], object]) -> Message | None:
    """The trouble that a job ends in; any other error goes on and fails the test."""
    try:
        job()
    except Trouble as error:
        return error.message
    return None
