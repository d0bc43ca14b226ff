import json
from pathlib import Path
from typing import Any

import pytest
from PIL import ImageStat

from editor_app.photos.drawing.places import PLACES
from editor_app.photos.drawing.sketching import Sheet, box
from editor_app.photos.opening import examine_bytes
from editor_app.photos.scenes import draw_scene
from editor_app.resources import resource
from editor_app.words import Trouble
from tests.photos.pictures import pixels

SCENES = sorted(resource("sample", "scenes").glob("*.json"))


def described(path: Path) -> dict[str, Any]:
    description: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return description


def test_a_scene_is_as_large_as_a_press_photo_and_always_the_same() -> None:
    description = described(resource("sample", "scenes", "paparan.json"))
    data = draw_scene(description)
    facts = examine_bytes(data, "rakor-paparan.jpg")
    assert facts.media_type == "image/jpeg"
    assert facts.width * facts.height >= 12_000_000
    assert (facts.width, facts.height) == (4240, 2832)
    assert draw_scene(description) == data


@pytest.mark.parametrize("path", SCENES, ids=lambda path: path.stem)
def test_every_scene_of_the_sample_can_be_drawn(path: Path) -> None:
    data = draw_scene(described(path), width=480)
    assert examine_bytes(data, path.name).width == 480
    assert min(ImageStat.Stat(pixels(data)).stddev) > 30  # something is to be seen


def test_every_kind_of_place_stands_in_the_sample() -> None:
    assert {described(path)["kind"] for path in SCENES} == set(PLACES)


def test_the_scenes_differ_from_each_other() -> None:
    assert len({draw_scene(described(path), width=240) for path in SCENES}) == len(SCENES) >= 12


@pytest.mark.parametrize(
    ("name", "value"),
    [("kind", "bulan"), ("seed", "tujuh"), ("wall", "no colour"), ("cloths", "#ffffff"), ("cloths", [])],
)
def test_a_description_that_makes_no_sense_is_said_to(name: str, value: object) -> None:
    with pytest.raises(Trouble) as caught:
        draw_scene(described(SCENES[0]) | {name: value})
    assert caught.value.message.code == "scene-unknown"


@pytest.mark.parametrize("name", ["kind", "seed", "floor", "cloths"])
def test_a_description_that_lacks_something_is_said_to(name: str) -> None:
    description = described(SCENES[0])
    del description[name]
    with pytest.raises(Trouble):
        draw_scene(description)


def test_what_lies_beside_the_sheet_is_not_drawn() -> None:
    sheet = Sheet(100, 66, (9, 9, 9))
    outside = box(-90, -90, -20, -20)
    sheet.fill(outside, (255, 0, 0))
    sheet.stroke([(-90, -90), (-80, -80)], 3, (255, 0, 0))
    sheet.pattern(outside, (255, 0, 0), 5, 1.0)
    assert sheet.image.getcolors() == [(6600, (9, 9, 9))]
