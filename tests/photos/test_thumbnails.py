from pathlib import Path

import pytest

from editor_app.photos.thumbnails import thumbnail
from editor_app.words import Trouble
from tests.photos.pictures import BLUE, GOLD, GREEN, RED, corners, encoded, pixels, with_orientation


def looks_like(seen: object, meant: tuple[int, int, int], tolerance: int = 24) -> bool:
    assert isinstance(seen, tuple)
    return all(abs(a - b) <= tolerance for a, b in zip(seen, meant, strict=True))


@pytest.mark.parametrize("value", range(1, 9))
def test_a_thumbnail_stands_upright(value: int) -> None:
    image = pixels(thumbnail(with_orientation(value, size=(600, 400)), 60, file="foto.jpg"))
    assert image.size == (60, 40)
    for place, colour in (((8, 8), RED), ((52, 8), GREEN), ((8, 32), BLUE), ((52, 32), GOLD)):
        assert looks_like(image.getpixel(place), colour), place


def test_a_thumbnail_is_never_larger_than_the_photo() -> None:
    assert pixels(thumbnail(encoded(corners()), 400, file="kecil.jpg")).size == (60, 40)


@pytest.mark.parametrize(("size", "wanted"), [((900, 3), (100, 1)), ((3, 900), (1, 100)), ((1, 1), (1, 1))])
def test_a_very_long_photo_keeps_at_least_a_pixel(size: tuple[int, int], wanted: tuple[int, int]) -> None:
    assert pixels(thumbnail(encoded(corners(size)), 100, file="panjang.jpg")).size == wanted


def test_a_thumbnail_is_made_from_a_file_as_from_memory(tmp_path: Path) -> None:
    path = tmp_path / "foto.jpg"
    path.write_bytes(encoded(corners((640, 480))))
    assert thumbnail(path, 90, file="foto.jpg") == thumbnail(path.read_bytes(), 90, file="foto.jpg")


def test_a_thumbnail_carries_no_metadata() -> None:
    data = thumbnail(encoded(corners(), comment=b"catatan pribadi"), 30, file="foto.jpg")
    assert b"catatan" not in data
    assert not pixels(data).getexif()


def test_the_photo_is_called_by_its_own_name_not_by_its_place(tmp_path: Path) -> None:
    with pytest.raises(Trouble) as caught:
        thumbnail(tmp_path / "ab12cd", 90, file="rapat.jpg")
    assert caught.value.message.params["file"] == "rapat.jpg"
