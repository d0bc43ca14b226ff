"""The world fails in the middle of a verb: no room, no rights. What was saved stays, nothing leaves by half."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from editor_app.newsroom.newsroom import create_newsroom, open_newsroom
from editor_app.newsroom.publishing import ExportFormat
from tests.newsroom.press_office import RATRI, SEKAR, Office
from tests.storage.programs import run

POSIX = pytest.mark.skipif(os.name == "nt", reason="resource limits and rights of POSIX systems")
AS_NOBODY = ("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups")

# Runs one verb while no file may grow beyond a limit, then once more without the limit.
SQUEEZED = """
import resource, signal, sys
from dataclasses import replace
from pathlib import Path
from editor_app.newsroom.composing import save_story
from editor_app.newsroom.desk import view_story
from editor_app.newsroom.newsroom import open_newsroom
from editor_app.newsroom.photographing import Description, add_photos
from editor_app.newsroom.publishing import ExportFormat, export
from editor_app.newsroom.staff import person_named
from editor_app.storage import settings
from editor_app.story.body import Span, TextBlock
from editor_app.words import Trouble

folder, story_id, verb, limit, argument = sys.argv[1:]
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
newsroom = open_newsroom(Path(folder))
story = view_story(newsroom, story_id).head.story
long = replace(story, body=(*story.body, TextBlock("e0000001", (Span("naskah " * 100_000),))))
verbs = {
    "save": lambda: save_story(newsroom, story_id=story_id, story=long, person=person_named(newsroom, argument)),
    "photo": lambda: add_photos(
        newsroom, story_id=story_id, paths=[Path(argument)], described=Description(lead=True),
        person=person_named(newsroom, "Ratri Maheswari"),
    ),
    "export": lambda: export(
        newsroom, story_id=story_id, person=person_named(newsroom, "Sekar Larasati"),
        format=ExportFormat(Path(argument).name), out=Path(argument),
    ),
}
log = Path(folder, "newsroom.db-wal")
if limit == "log":  # no more than the database's log holds by now: room for a document, none for its record
    with newsroom.writing() as tx:
        settings.put(tx, "anything", "naskah " * 100_000)
most = log.stat().st_size if limit == "log" else int(limit)
resource.setrlimit(resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))
before = view_story(newsroom, story_id)
try:
    verbs[verb]()
    print("done")
except Trouble as trouble:
    print(trouble.message.code)
assert view_story(newsroom, story_id) == before
out = Path(argument)
print(len([path for path in out.rglob("*")]) if verb == "export" and out.exists() else 0)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
verbs[verb]()
newsroom.close()
"""


def squeezed(office: Office, verb: str, limit: object, argument: object) -> list[str]:
    """What the program said while it had no room, and how many files stood in its out folder then."""
    office.newsroom.close()
    done = run(SQUEEZED, office.newsroom.folder, office.story_id, verb, limit, argument)
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


@POSIX
def test_a_save_for_which_there_is_no_room_saves_nothing_and_can_be_made_again(office: Office) -> None:
    assert squeezed(office, "save", 100_000, RATRI) == ["database-not-written", "0"]
    again = Office(open_newsroom(office.newsroom.folder), office.story_id)
    assert again.story.body[-1].key == "e0000001"
    assert len(again.view().revisions) == 2
    again.newsroom.close()


@POSIX
def test_a_photo_for_which_there_is_no_room_is_not_added(office: Office, tmp_path: Path) -> None:
    photo = tmp_path / "besar.tiff"
    shutil.copy(_big_picture(tmp_path), photo)
    assert squeezed(office, "photo", 1_000_000, photo) == ["file-not-written", "0"]
    again = Office(open_newsroom(office.newsroom.folder), office.story_id)
    assert [kept.lead for kept in again.story.photos] == [False, False, True]
    assert list((again.newsroom.folder / "media").rglob("*.part")) == []
    again.newsroom.close()


def _big_picture(folder: Path) -> Path:
    from PIL import Image  # noqa: PLC0415 - for this one picture

    path = folder / "lukisan.tiff"
    Image.effect_noise((1500, 1000), 80).save(path)
    return path


@POSIX
@pytest.mark.parametrize("kind", ExportFormat)
@pytest.mark.parametrize("limit", ["4000", "log"])
def test_an_export_for_which_there_is_no_room_leaves_nothing_and_is_not_recorded(
    office: Office, kind: ExportFormat, limit: str, tmp_path: Path
) -> None:
    """No room for the file itself, or none for the record of it once the file has landed."""
    office.save(RATRI, kicker="Desa")
    office.approved()
    out = tmp_path / kind.value
    said, left = squeezed(office, "export", limit, out)
    assert said == ("file-not-written" if limit == "4000" else "database-not-written")
    assert left == "0"
    again = Office(open_newsroom(office.newsroom.folder), office.story_id)
    assert again.state == ("approved", "exported")
    assert again.happened.count("exported") == 1
    assert len(list(out.iterdir())) == 1
    again.newsroom.close()


@pytest.fixture
def in_the_open() -> Iterator[Path]:
    """A folder that every user may read; pytest's own folders are hidden from others."""
    if sys.platform != "linux" or os.getuid() != 0 or not shutil.which("setpriv"):
        pytest.skip("only root can take rights away, and does so with setpriv")
    if run("import editor_app", before=AS_NOBODY).returncode != 0:
        pytest.skip("this Python is out of other users' reach")
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


EXPORT = """
import sys
from pathlib import Path
from editor_app.newsroom.newsroom import open_newsroom
from editor_app.newsroom.publishing import ExportFormat, export
from editor_app.newsroom.staff import person_named
from editor_app.words import Sayable
folder, story_id, out = sys.argv[1:]
newsroom = open_newsroom(Path(folder))
try:
    for kind in ExportFormat:
        try:
            sekar = person_named(newsroom, "Sekar Larasati")
            export(newsroom, story_id=story_id, person=sekar, format=kind, out=Path(out))
        except Sayable as said:
            print(said.message.code, said.message.params["file"])
finally:
    newsroom.close()
"""


def test_an_out_folder_of_another_user_is_told_and_nothing_is_recorded(office: Office, in_the_open: Path) -> None:
    office.approved()
    office.newsroom.close()
    folder = Path(shutil.copytree(office.newsroom.folder, in_the_open / "redaksi"))
    for path in (folder, *folder.rglob("*")):
        os.chown(path, 65534, 65534)
    theirs = in_the_open / "milik-orang"
    theirs.mkdir()
    for out in (theirs, theirs / "dalam"):
        done = run(EXPORT, folder, office.story_id, out, before=AS_NOBODY)
        assert done.returncode == 0, done.stderr
        lines = done.stdout.splitlines()
        assert [line.split()[0] for line in lines] == ["folder-read-only"] * len(ExportFormat)
        assert all(line.split()[1].startswith(str(out)) for line in lines)
    assert list(theirs.iterdir()) == []
    again = Office(open_newsroom(folder), office.story_id)
    assert again.state == ("approved", "none")
    again.newsroom.close()


CREATE = """
import sys
from pathlib import Path
from editor_app.newsroom.newsroom import create_newsroom
from editor_app.words import Sayable
try:
    create_newsroom(Path(sys.argv[1])).close()
except Sayable as said:
    print(said.message.code)
"""


def test_a_newsroom_whose_style_cannot_be_kept_is_not_made_and_can_be_made_later(in_the_open: Path) -> None:
    folder = in_the_open / "redaksi"
    (folder / "house-style").mkdir(parents=True)
    os.chown(folder, 65534, 65534)
    for _ in range(2):
        done = run(CREATE, folder, before=AS_NOBODY)
        assert done.stdout.strip() == "folder-read-only", done.stderr
        assert not (folder / "newsroom.db").exists()
    create_newsroom(folder).close()


def test_a_verb_that_fails_within_leaves_the_event_chain_whole(office: Office) -> None:
    """A fault of the program in the middle of a save: the next save follows what was there before."""
    office.save(RATRI, standfirst="Di tepi danau.")
    before = office.view()
    broken = replace(office.newsroom, clock=_Stops(2))
    with pytest.raises(RuntimeError):
        replace(office, newsroom=broken).save(RATRI, kicker="Desa")
    assert office.view() == before
    office.save(SEKAR, kicker="Desa")
    _, second, third = office.view().events
    assert third.previous == second.hash


class _Stops:
    """A clock that stands still after it was asked some times."""

    def __init__(self, times: int) -> None:
        self.left = times

    def __call__(self):
        from editor_app.newsroom.newsroom import now_utc  # noqa: PLC0415 - for this clock alone

        self.left -= 1
        if self.left < 0:
            raise RuntimeError
        return now_utc()
