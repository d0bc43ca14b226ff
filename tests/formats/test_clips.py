"""The pages that programs lay onto the clipboard become what their writers meant, and nothing else."""

import json
from pathlib import Path

import pytest

from editor_app.formats.pasted import Pasted
from editor_app.story.body import Json, body_to_json
from tests.formats.clip_pages import PAGES, TEXTS, assert_sound, read
from tests.formats.golden import assert_golden


def as_json(pasted: Pasted) -> str:
    """The blocks as Portable Text, their keys counted; the pictures by their places."""
    body = body_to_json(pasted.blocks)
    for number, block in enumerate(body, start=1):
        assert isinstance(block, dict)
        block["_key"] = f"b{number}"
    pictures: list[Json] = [
        {
            "before": met.before,
            "address": met.address,
            "bytes": len(met.data),
            **{name: said for name in ("file", "alt", "caption", "credit") if (said := getattr(met, name))},
        }
        for met in pasted.pictures
    ]
    return json.dumps({"body": body, "pictures": pictures}, ensure_ascii=False, indent=1) + "\n"


@pytest.mark.parametrize("path", [*PAGES, *TEXTS], ids=lambda path: path.name)
def test_a_clip_keeps_its_meaning(path: Path) -> None:
    pasted = read(path)
    assert_sound(pasted)
    assert_golden(f"clips/{path.name}.json", as_json(pasted))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_nothing_of_a_page_but_words_is_left(path: Path) -> None:
    said = json.dumps(body_to_json(read(path).blocks)).lower()
    for trace in ("mso", "<", "font", "color", "javascript", "vbscript", "utm_", "fbclid", "onload", "@import"):
        assert trace not in said
    assert "tersembunyi" not in said
    assert "jangan dimuat" not in said
