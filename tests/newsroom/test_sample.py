"""The sample newsroom and the demo: whole or not at all, opened again, never in another's folder."""

import shutil
from pathlib import Path

import pytest

from editor_app.formats.bundle_check import verify_bundle
from editor_app.newsroom.desk import check_story, desk_page, view_story
from editor_app.newsroom.newsroom import create_newsroom
from editor_app.newsroom.sample import run_demo, sample_newsroom
from editor_app.newsroom.staff import everyone, person_here
from editor_app.storage.folder import NewsroomFolder
from editor_app.storage.locking import FolderLock
from editor_app.story.body import placed_photos
from tests.newsroom.press_office import refused, whole

TWELVE_MEGAPIXELS = 12_000_000


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[tuple[int, int]]]:
    """The sample newsroom, made once where no folder was, and the progress that was heard."""
    folder = tmp_path_factory.mktemp("sample") / "baru" / "redaksi"
    heard: list[tuple[int, int]] = []
    sample_newsroom(folder, lambda done, of: heard.append((done, of))).close()
    return folder, heard


@pytest.fixture
def folder(made: tuple[Path, list[tuple[int, int]]], tmp_path: Path) -> Path:
    """A copy of it that a test may change."""
    return Path(shutil.copytree(made[0], tmp_path / "redaksi"))


def test_the_sample_newsroom_has_a_desk_with_a_story_in_every_state(folder: Path) -> None:
    newsroom = sample_newsroom(folder)
    rows = desk_page(newsroom).rows

    assert {"draft", "in-review", "returned", "approved", "exported", "live", "withdrawn"} <= {
        row.shown for row in rows
    }
    assert [row.updated for row in rows] == sorted((row.updated for row in rows), reverse=True)
    assert {role for person in everyone(newsroom) for role in person.roles} == {
        "writer",
        "photographer",
        "editor",
    }
    assert person_here(newsroom) in everyone(newsroom)
    for row in rows:
        view = view_story(newsroom, row.id)
        assert (view.standing.head.value, view.standing.publication.value) == (row.state, row.publication)
        assert set(view.originals) == {photo.sha256 for photo in view.story.photos}
        if row.shown not in {"draft", "returned"}:
            assert [found for found in check_story(newsroom, view.story) if found.severity == "error"] == []
    newsroom.close()


def test_the_newest_story_is_the_main_one_with_five_large_photos_and_waits_for_approval(folder: Path) -> None:
    newsroom = sample_newsroom(folder)
    newest = desk_page(newsroom, size=1).rows[0]
    view = view_story(newsroom, newest.id)
    newsroom.close()

    assert newest.shown == "in-review"
    story = view.story
    assert story.headline == story.headline.upper()
    assert len(story.photos) == 5
    assert len(story.credits.writers) == 2
    assert all(photo.caption.split(":")[0].isupper() for photo in story.photos)
    assert all(original.width * original.height >= TWELVE_MEGAPIXELS for original in view.originals.values())
    assert story.lead is not None
    assert len(placed_photos(story.body)) == 4


def test_the_one_who_waits_hears_of_every_picture(made: tuple[Path, list[tuple[int, int]]]) -> None:
    _, heard = made
    total = heard[-1][1]
    assert heard == [(done, total) for done in range(1, total + 1)]


def test_nothing_lies_about_beside_the_sample_newsroom(made: tuple[Path, list[tuple[int, int]]]) -> None:
    folder, _ = made
    assert [entry.name for entry in folder.parent.iterdir()] == ["redaksi"]
    assert {entry.name for entry in folder.iterdir()} == {
        *("backups", "exports", "house-style", "media"),
        *("newsroom.db", "newsroom.device", "newsroom.lock"),
    }


def test_a_sample_newsroom_that_is_there_is_opened_as_it_was_left(folder: Path) -> None:
    heard: list[int] = []
    newsroom = sample_newsroom(folder)
    before = desk_page(newsroom)
    newsroom.close()
    newsroom = sample_newsroom(folder, lambda done, _: heard.append(done))
    assert desk_page(newsroom) == before
    with refused("folder-held"):
        sample_newsroom(folder)
    newsroom.close()
    assert heard == []


def test_a_newsroom_of_ones_own_is_never_taken_for_the_sample(tmp_path: Path) -> None:
    own = tmp_path / "redaksi"
    create_newsroom(own).close()
    before = whole(own)
    for _ in range(2):  # and it is let go of
        with refused("sample-folder-taken", folder=str(own)):
            sample_newsroom(own)
    create_newsroom(tmp_path / "newsroom").close()
    with refused("sample-folder-taken", folder=str(tmp_path / "newsroom")):
        run_demo(tmp_path)
    assert whole(own).keys() == before.keys()
    assert not (tmp_path / "exports").exists()


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "redaksi").mkdir()
    (tmp_path / "redaksi" / "foto.jpg").write_bytes(b"foto")
    (tmp_path / "catatan").write_text("catatan")
    for taken in (tmp_path / "redaksi", tmp_path / "catatan"):
        with refused("sample-folder-taken", folder=str(taken)):
            sample_newsroom(taken)
    assert {entry.name for entry in tmp_path.iterdir()} == {"redaksi", "catatan"}
    assert [entry.name for entry in (tmp_path / "redaksi").iterdir()] == ["foto.jpg"]


def test_a_making_that_is_broken_off_leaves_nothing(tmp_path: Path) -> None:
    def breaks_off(*_: int) -> None:
        raise KeyboardInterrupt

    (tmp_path / "redaksi").mkdir()
    with pytest.raises(KeyboardInterrupt):
        sample_newsroom(tmp_path / "redaksi", breaks_off)
    assert [entry.name for entry in tmp_path.iterdir()] == ["redaksi"]
    assert list((tmp_path / "redaksi").iterdir()) == []


def test_a_sample_newsroom_that_another_window_is_making_is_waited_for(tmp_path: Path) -> None:
    making = tmp_path / ".redaksi-making"
    making.mkdir()
    lock = FolderLock(NewsroomFolder(making))
    lock.take()
    with refused("sample-being-made", folder=str(tmp_path / "redaksi")):
        sample_newsroom(tmp_path / "redaksi")
    assert making.is_dir()
    lock.give_back()


def test_the_demo_does_the_whole_job_and_may_be_run_again(tmp_path: Path) -> None:
    (tmp_path / ".newsroom-making" / "media").mkdir(parents=True)  # what a killed run left
    (tmp_path / "newsroom").mkdir()
    first = run_demo(tmp_path)
    second = run_demo(tmp_path)

    assert first.newsroom == second.newsroom == tmp_path / "newsroom"
    assert {entry.name for entry in tmp_path.iterdir()} == {"newsroom", "exports"}
    for demo in (first, second):
        document, page, bundle = demo.exports
        assert (document.suffix, page.name, bundle.suffix) == (".docx", "article.html", ".zip")
        assert document.is_file()
        assert len(list((page.parent / "images").iterdir())) == 5
        facts = verify_bundle(bundle)
        assert facts.approved
    newsroom = sample_newsroom(first.newsroom)
    assert [row.shown for row in desk_page(newsroom).rows] == ["exported", "exported"]
    newsroom.close()
