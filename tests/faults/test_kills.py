"""A kill in the middle of a command: what was acknowledged is there, the folder opens, nothing is half."""

import hashlib
import os
import random
import subprocess
import time
import zipfile
from pathlib import Path

import docx
import pytest
from PIL import Image

from tests.faults.kept import integrity, kept, lost
from tests.journeys.press import PHOTOGRAPHER, WRITER, picture
from tests.journeys.terminal import Terminal

KILLS = 12
pytestmark = pytest.mark.skipif(os.name == "nt", reason="a kill that cannot be caught is POSIX's own")


def killed_at(desk: Terminal, moment: float, *words: object) -> str:
    """Runs a command and kills it `moment` seconds later, if it still runs; returns what it had printed."""
    with subprocess.Popen(
        desk.command(*words), env=desk.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            said, _ = process.communicate(timeout=moment)
        except subprocess.TimeoutExpired:
            process.kill()
            said, _ = process.communicate()
    return said.strip()


def moments(desk: Terminal, *words: object) -> list[float]:
    """Moments spread over the time that the command takes here, most of them late: there it writes."""
    began = time.monotonic()
    desk.does(*words)
    whole = time.monotonic() - began
    chance = random.Random(7)  # noqa: S311 - when to kill, not a secret
    return [whole * chance.uniform(0.3, 1.05) for _ in range(KILLS)]


def assert_whole(path: Path) -> None:
    """Opens a finished export to its end."""
    if path.suffix == ".docx":
        assert docx.Document(str(path)).paragraphs
    elif path.suffix == ".zip":
        with zipfile.ZipFile(path) as bundle:
            assert bundle.testzip() is None
    elif path.suffix == ".html":
        assert path.read_text("utf-8").rstrip().endswith("</html>")
    else:
        with Image.open(path) as image:
            image.load()


def test_photos_whose_keys_were_printed_are_there_after_a_kill(
    ready: Terminal, story: str, tmp_path: Path
) -> None:
    words = ("photo", "add", story)
    first = picture(tmp_path / "awal.jpg", (1200, 900))
    acknowledged: list[str] = [photo["key"] for photo in ready.tells("photo", "list", story)]
    for number, moment in enumerate(moments(ready, *words, first, "--as", PHOTOGRAPHER)):
        before = kept(ready.folder)
        image = picture(tmp_path / f"foto-{number}.jpg", (1200, 900), f"#{number:02x}7788")
        said = killed_at(ready, moment, *words, image, "--as", PHOTOGRAPHER)
        acknowledged += said.split()

        photos = ready.tells("photo", "list", story)
        assert set(acknowledged) <= {photo["key"] for photo in photos}
        for photo in photos:
            original = ready.folder / "media" / photo["sha256"][:2] / photo["sha256"]
            assert hashlib.sha256(original.read_bytes()).hexdigest() == photo["sha256"]
        originals = {name for name in before if name.startswith("media/")}
        assert originals.isdisjoint(lost(before, kept(ready.folder)))
        assert integrity(ready.folder) == "ok"
    ready.does("person", "add", "Orang Baru", "--role", "writer")  # who opens it next sweeps
    assert list(ready.folder.rglob("*.part")) == []


@pytest.mark.parametrize("kind", ["docx", "html", "bundle"])
def test_no_half_file_lies_where_an_export_was_killed(
    ready: Terminal, story: str, tmp_path: Path, kind: str
) -> None:
    words = ("export", story, "--proof", "--format", kind, "--as", WRITER, "--out")
    before = kept(ready.folder)
    places = (tmp_path / "keluar", ready.folder / "exports")  # again and again: what lies there is replaced
    for number, moment in enumerate(moments(ready, *words, tmp_path / "awal")):
        out = places[number % len(places)]
        said = killed_at(ready, moment, *words, out)
        if said:
            assert Path(said).is_file()
        # What begins with a point was on its way: a person does not see it and takes it for no export.
        landed = [
            path for path in out.rglob("*") if not any(p.startswith(".") for p in path.relative_to(out).parts)
        ]
        for path in landed:
            if path.is_file():
                assert_whole(path)
            elif kind == "html" and path.parent == out:
                assert {each.name for each in path.iterdir()} == {"article.html", "images"}
                assert len(list((path / "images").iterdir())) == 2
        assert integrity(ready.folder) == "ok"
        assert ready.tells("story", "show", story)["state"] == "draft"
    gone = lost(before, kept(ready.folder))
    assert all(name.startswith("rows of ") for name in gone), gone
    assert {"rows of revision", "rows of original", "rows of person"}.isdisjoint(gone)
    assert_whole(Path(ready.prints(*words, ready.folder / "exports")))
    assert list(ready.folder.rglob("*.part")) == []
