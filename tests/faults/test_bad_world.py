"""The world fails around the command: no room, no rights, another copy, a newer or damaged newsroom."""

import os
import shutil
import sqlite3
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.faults.kept import integrity, kept, lost
from tests.journeys.press import EDITOR, PHOTOGRAPHER, STORY, WRITER
from tests.journeys.terminal import Terminal
from tests.storage.programs import line_of, running

HOLD = """
import sys
from pathlib import Path
from editor_app.newsroom.newsroom import open_newsroom
newsroom = open_newsroom(Path(sys.argv[1]))
print("open")
sys.stdin.read()
newsroom.close()
"""
# Puts a limit on the size of every file that the command writes, as a quota does; Python lets it be an error.
LIMITED = (
    "import os, resource, sys;"
    "resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), resource.RLIM_INFINITY));"
    "os.execv(sys.argv[2], sys.argv[2:])"
)
POSIX = pytest.mark.skipif(os.name == "nt", reason="limits on the size of files are POSIX's own")


def changing(desk: Terminal, story: str, folder: Path) -> list[tuple[object, ...]]:
    """One command of each kind that changes something; their files are written to `folder`."""
    text, image = folder / "baru.md", folder / "baru.jpg"
    text.write_text(STORY.replace("400", "450"), encoding="utf-8")
    original = next(path for path in (desk.folder / "media").glob("*/*") if path.stat().st_size > 10_000)
    image.write_bytes(original.read_bytes() + b"\0")  # another original, byte for byte
    return [
        ("story", "new", text, "--as", WRITER),
        ("story", "save", story, text, "--as", WRITER),
        ("photo", "add", story, image, "--as", PHOTOGRAPHER),
        ("submit", story, "--as", WRITER),
        ("spike", story, "--as", EDITOR),
        ("person", "add", "Orang Baru", "--role", "writer"),
        ("export", story, "--proof", "--format", "docx", "--out", desk.folder / "exports", "--as", WRITER),
        ("export", story, "--proof", "--format", "html", "--out", desk.folder / "exports", "--as", WRITER),
    ]


def one_story(desk: Terminal) -> str:
    (row,) = desk.tells("story", "list")
    return str(row["id"])


def fill_up(disk: Path, leave: int) -> Path:
    """Fills a disk but for about `leave` bytes; returns the file that does."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as stream:
        try:
            while True:
                stream.write(bytes(4096))
        except OSError:
            stream.truncate(max(0, stream.tell() - leave))
    return filler


@pytest.mark.parametrize("leave", [0, 4_096, 40_960, 120_000])
def test_a_full_disk(ready_folder: Path, small_disk: Path, tmp_path: Path, leave: int) -> None:
    desk = Terminal(Path(shutil.copytree(ready_folder, small_disk / "newsroom")), "en")
    desk.refuses("submit", "0")
    story = one_story(desk)
    commands = changing(desk, story, tmp_path)
    filler = fill_up(small_disk, leave)
    refused = 0
    for words in commands:
        before = kept(desk.folder)
        answer = desk.run(*words)
        assert answer.status in {0, 1}
        if answer.status == 1:
            refused += 1
            assert (answer.stdout, "make room" in answer.sentence) == ("", True), answer
            assert lost(before, kept(desk.folder)) == []
    assert refused > 0
    assert integrity(desk.folder) == "ok"

    filler.unlink()
    told = desk.tells("story", "list")
    assert story in {row["id"] for row in told}
    desk.does("person", "add", "Ada Ruang Lagi", "--role", "writer")
    assert list(desk.folder.rglob("*.part")) == []


@POSIX
@pytest.mark.parametrize("limit", [0, 8_192, 65_536, 150_000])
def test_a_disk_that_takes_no_more_of_a_file(ready: Terminal, story: str, tmp_path: Path, limit: int) -> None:
    ready.refuses("submit", "0")
    commands = changing(ready, story, tmp_path)
    before = kept(ready.folder)
    narrow = replace(ready, before=(sys.executable, "-c", LIMITED, str(limit)))
    for words in commands:
        earlier = kept(ready.folder)
        answer = narrow.run(*words)
        assert answer.status in {0, 1}
        if answer.status == 1:
            assert answer.stdout == ""
            assert answer.sentence
            assert lost(earlier, kept(ready.folder)) == []
    assert integrity(ready.folder) == "ok"
    if limit == 0:
        assert kept(ready.folder) == before
    ready.does("person", "add", "Ada Ruang Lagi", "--role", "writer")
    assert list(ready.folder.rglob("*.part")) == []


def test_a_folder_that_may_only_be_read(nobody: Terminal, tmp_path: Path) -> None:
    story = one_story(nobody)
    words_of_each = changing(nobody, story, nobody.folder.parent)
    before = kept(nobody.folder)
    for words in words_of_each:
        said = nobody.speaking("en").refuses(*words)
        assert "reading only" in said
        assert said != nobody.refuses(*words)
    assert nobody.tells("story", "show", story)["id"] == story
    assert nobody.tells("check", story) == []
    assert kept(nobody.folder) == before


def test_a_place_for_a_newsroom_that_may_only_be_read(nobody: Terminal) -> None:
    elsewhere = nobody.folder.parent / "lain"
    assert str(elsewhere) in nobody.refuses("--data-dir", elsewhere, "init")
    assert str(elsewhere) in nobody.refuses("demo", "--out", elsewhere)
    assert not elsewhere.exists()


@pytest.mark.parametrize("kind", ["docx", "html", "bundle"])
def test_an_export_to_where_nothing_may_be_written(in_the_open: Terminal, nobody: Terminal, kind: str) -> None:
    story = one_story(in_the_open)
    place = in_the_open.folder.parent
    own = place / "own"
    own.mkdir()
    shutil.copytree(in_the_open.folder, own / "newsroom")
    for path in (own, *own.rglob("*")):
        os.chown(path, 65534, 65534)
    desk = replace(nobody, folder=own / "newsroom")
    desk.refuses("submit", "0")
    before = kept(desk.folder)
    for out in (place, place / "keluar", own / "newsroom" / "newsroom.db"):
        desk.refuses("export", story, "--proof", "--format", kind, "--out", out, "--as", WRITER)
    assert kept(desk.folder) == before
    assert sorted(path.name for path in place.iterdir()) == ["newsroom", "own"]


def test_a_second_running_copy_reads_and_does_not_write(ready: Terminal, story: str, tmp_path: Path) -> None:
    commands = changing(ready, story, tmp_path)
    with running(HOLD, ready.folder) as holder:
        assert line_of(holder) == "open"
        before = kept(ready.folder)
        for words in commands:
            said = ready.speaking("en").refuses(*words)
            assert str(holder.pid) in said
            assert str(ready.folder) in said
        assert ready.tells("story", "show", story)["id"] == story
        assert ready.tells("check", story) == []
        assert kept(ready.folder) == before
    ready.does("submit", story, "--as", WRITER)  # the holder was killed, and its lock with it


def test_a_newer_newsroom_is_left_untouched(ready: Terminal, story: str, tmp_path: Path) -> None:
    commands = changing(ready, story, tmp_path)
    database = ready.folder / "newsroom.db"
    with sqlite3.connect(database) as newer:
        newer.execute("PRAGMA journal_mode=delete")
        newer.execute("PRAGMA user_version=999")
    newer.close()
    before = database.read_bytes(), kept(ready.folder)
    reading = [("story", "list"), ("story", "show", story, "--json"), ("check", story), ("person", "list")]
    for words in (*commands, *reading, ("init",)):
        said = ready.speaking("en").refuses(*words)
        assert "newer" in said or words == ("init",)
    assert (database.read_bytes(), kept(ready.folder)) == before


@pytest.mark.parametrize("rubbish", [b"", b"SQLite format 3\x00", b"x" * 9000])
def test_a_damaged_database_is_left_as_it_is(ready: Terminal, story: str, tmp_path: Path, rubbish: bytes) -> None:
    commands = changing(ready, story, tmp_path)
    database = ready.folder / "newsroom.db"
    database.write_bytes(rubbish)
    for words in (*commands, ("story", "list"), ("init",)):
        assert str(ready.folder) in ready.refuses(*words)
    assert database.read_bytes() == rubbish


def test_a_folder_without_a_newsroom_gets_none_unasked(tmp_path: Path) -> None:
    desk = Terminal(tmp_path / "kosong")
    for words in (("story", "list"), ("person", "add", "A", "--role", "writer"), ("submit", "0", "--as", "A")):
        assert str(desk.folder) in desk.refuses(*words)
    assert not desk.folder.exists()
    a_file = tmp_path / "berkas"
    a_file.write_bytes(b"isi")
    assert str(a_file) in Terminal(a_file).refuses("init")
    assert a_file.read_bytes() == b"isi"


@POSIX
def test_a_reader_that_goes_away_hears_nothing_more(ready: Terminal) -> None:
    gone, end = os.pipe()
    os.close(gone)
    with os.fdopen(end, "wb") as stdout:
        answer = ready.run("story", "list", "--json", stdout=stdout)
    assert (answer.status, answer.stderr) == (1, "")
