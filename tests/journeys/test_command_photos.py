"""Photos by the command: where they stand, what is said of them, and who may add them."""

from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.journeys.press import EDITOR, PHOTOGRAPHER, WRITER, picture
from tests.journeys.terminal import Terminal


def places(told: dict[str, Any]) -> list[str]:
    """The story's blocks: "text", or the file name of the photo that stands there."""
    files = {photo["key"]: photo["file"] for photo in told["photos"]}
    return ["text" if block["_type"] == "block" else files[block["photo"]] for block in told["body"]]


def test_what_is_said_of_a_photo_is_listed_with_its_upright_size(
    ready: Terminal, story: str, tmp_path: Path
) -> None:
    turned = tmp_path / "tegak.jpg"
    exif = Image.Exif()
    exif[0x0112] = 6  # EXIF Orientation: to be turned a quarter to the right
    Image.new("RGB", (640, 480), "teal").save(turned, exif=exif)
    key = ready.prints(
        *("photo", "add", story, turned, "--caption", "TEGAK: Menara.", "--credit", "Foto: Bayu & Antara"),
        *("--alt", "Sebuah menara", "--as", PHOTOGRAPHER),
    )
    photos = ready.tells("photo", "list", story)
    assert photos == ready.tells("story", "show", story)["photos"]
    added = photos[-1]
    sha256 = added.pop("sha256")
    assert added == {
        "key": key,
        "file": "tegak.jpg",
        "caption": "TEGAK: Menara.",
        "credit": "Bayu & Antara",
        "creator": "Bayu",
        "agency": "Antara",
        "alt": "Sebuah menara",
        "lead": False,
        "width": 480,
        "height": 640,
    }
    assert (ready.folder / "media" / sha256[:2] / sha256).read_bytes() == turned.read_bytes()


def test_several_photos_at_once_print_a_key_each_in_their_order(
    ready: Terminal, story: str, tmp_path: Path
) -> None:
    images = [picture(tmp_path / f"{name}.png", colour=name) for name in ("red", "green", "blue")]
    keys = ready.does("photo", "add", story, *images, "--as", PHOTOGRAPHER).split()
    listed = ready.tells("photo", "list", story)[-3:]
    assert [(photo["key"], photo["file"]) for photo in listed] == [
        (key, f"{name}.png") for key, name in zip(keys, ("red", "green", "blue"), strict=True)
    ]


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (0, ["baru.png", "text", "text", "baca.png", "text", "text"]),
        (1, ["text", "baru.png", "text", "baca.png", "text", "text"]),
        (2, ["text", "text", "baca.png", "baru.png", "text", "text"]),
        (3, ["text", "text", "baca.png", "text", "text", "baru.png"]),  # the heading before it does not count
    ],
)
def test_a_photo_stands_after_the_paragraph_that_is_named(
    ready: Terminal, story: str, tmp_path: Path, after: int, expected: list[str]
) -> None:
    image = picture(tmp_path / "baru.png")
    ready.prints("photo", "add", story, image, "--after", after, "--as", PHOTOGRAPHER)
    assert places(ready.tells("story", "show", story)) == expected


@pytest.mark.parametrize("after", [4, -1])
def test_a_paragraph_that_is_not_there_is_refused(
    ready: Terminal, story: str, tmp_path: Path, after: int
) -> None:
    before = ready.does("story", "show", story, "--json")
    said = ready.refuses(
        "photo", "add", story, picture(tmp_path / "baru.png"), f"--after={after}", "--as", PHOTOGRAPHER
    )
    assert str(after) in said
    assert ready.does("story", "show", story, "--json") == before


def test_a_new_lead_takes_the_place_of_the_old_one(ready: Terminal, story: str, tmp_path: Path) -> None:
    key = ready.prints("photo", "add", story, picture(tmp_path / "baru.png"), "--lead", "--as", PHOTOGRAPHER)
    assert [photo["key"] for photo in ready.tells("photo", "list", story) if photo["lead"]] == [key]


def test_one_bad_picture_among_good_ones_adds_none(ready: Terminal, story: str, tmp_path: Path) -> None:
    bad = tmp_path / "rusak.jpg"
    bad.write_bytes(picture(tmp_path / "utuh.jpg").read_bytes()[:2000])
    before = ready.does("story", "show", story, "--json")
    said = ready.refuses("photo", "add", story, picture(tmp_path / "baik.png"), bad, "--as", PHOTOGRAPHER)
    assert "rusak.jpg" in said
    assert ready.does("story", "show", story, "--json") == before


def test_a_photo_for_an_approved_story_wants_yes(ready: Terminal, story: str, tmp_path: Path) -> None:
    ready.does("submit", story, "--as", WRITER)
    ready.does("approve", story, "--as", EDITOR)
    image = picture(tmp_path / "baru.png")
    assert "--yes" in ready.refuses("photo", "add", story, image, "--as", PHOTOGRAPHER)
    assert ready.tells("story", "show", story)["state"] == "approved"
    answer = ready.run("photo", "add", story, image, "--as", PHOTOGRAPHER, "--yes")
    assert answer.status == 0
    assert answer.line == ready.tells("photo", "list", story)[-1]["key"]
    assert ready.tells("story", "show", story)["state"] == "draft"


def test_a_photographer_adds_photos_and_no_text(ready: Terminal, story: str, tmp_path: Path) -> None:
    text = tmp_path / "naskah.txt"
    text.write_text("JUDUL\n\nTirta, Isi lain.\n", encoding="utf-8")
    for words in (("story", "new", text), ("story", "save", story, text)):
        assert PHOTOGRAPHER in ready.refuses(*words, "--as", PHOTOGRAPHER)
