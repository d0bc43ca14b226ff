import struct

import pytest

from editor_app.photos.wholeness import reaches_end
from tests.photos.pictures import animation, corners, encoded, pictures_of_every_kind

KINDS = {
    "jpeg": "image/jpeg",
    "progressive jpeg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
    "tiff": "image/tiff",
    "lzw tiff": "image/tiff",
    "gif": "image/gif",
    "avif": "image/avif",
}
PICTURES = pictures_of_every_kind()


@pytest.mark.parametrize(("name", "kind"), KINDS.items())
def test_a_whole_picture_reaches_its_end(name: str, kind: str) -> None:
    assert reaches_end(PICTURES[name], kind)


@pytest.mark.parametrize(("name", "kind"), [(name, kind) for name, kind in KINDS.items() if name != "tiff"])
def test_a_picture_without_its_last_bytes_does_not(name: str, kind: str) -> None:
    assert not reaches_end(PICTURES[name][:-2], kind)


def test_pixels_that_look_like_a_marker_are_not_taken_for_the_end_of_a_jpeg() -> None:
    # The end mark stands inside a comment: the file ends after it, without one of its own.
    data = encoded(corners(), comment=b"\xff\xd9")
    assert data.count(b"\xff\xd9") == 2
    assert reaches_end(data, "image/jpeg")
    assert not reaches_end(data[:-2], "image/jpeg")


def test_restart_marks_stand_alone_in_a_jpeg() -> None:
    data = encoded(corners((400, 300)), restart_marker_blocks=4)
    assert b"\xff\xd0" in data
    assert reaches_end(data, "image/jpeg")


def test_an_unknown_block_ends_a_gif_too_soon() -> None:
    data = animation("GIF")
    assert reaches_end(data, "image/gif")
    assert not reaches_end(data[:-1] + b"\x99", "image/gif")


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize(("strip", "whole"), [(20, True), (21, False)])
def test_the_strips_of_a_tiff_tell_its_end_in_either_byte_order(order: str, strip: int, whole: bool) -> None:  # noqa: FBT001 - a column of the table
    head = struct.pack(order + "2sHI", b"II" if order == "<" else b"MM", 42, 8)
    directory = struct.pack(order + "HHHIIHHIII", 2, 273, 4, 1, 38, 279, 4, 1, strip, 0)
    assert reaches_end(head + directory + bytes(20), "image/tiff") is whole


@pytest.mark.parametrize(
    ("box", "whole"),
    [
        (b"\x00\x00\x00\x00mdat" + b"x" * 9, True),  # goes to the end of the file
        (b"\x00\x00\x00\x01mdat" + (25).to_bytes(8, "big") + b"x" * 9, True),  # a length of eight bytes
        (b"\x00\x00\x00\x01mdat" + (26).to_bytes(8, "big") + b"x" * 9, False),
        (b"\x00\x00\x00\x20mdat" + b"x" * 9, False),
    ],
)
def test_the_boxes_of_an_avif_tell_its_end(box: bytes, whole: bool) -> None:  # noqa: FBT001 - a column of the table
    assert reaches_end(b"\x00\x00\x00\x0cftypavif" + box, "image/avif") is whole
