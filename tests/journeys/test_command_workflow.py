"""The workflow by the command: who may do what and when, with which note, and what it leaves behind."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.journeys.press import EDITOR, PHOTOGRAPHER, SECOND_EDITOR, STORY, WRITER
from tests.journeys.terminal import Terminal

ADDRESS = "https://tirta.example/berita/perpustakaan-apung"


def standing(desk: Terminal, story: str) -> tuple[str, str]:
    """The state of a story and its publication."""
    told = desk.tells("story", "show", story)
    return told["state"], told["publication"]


def approve(desk: Terminal, story: str) -> None:
    """Takes a story through review."""
    desk.does("submit", story, "--as", WRITER)
    desk.does("approve", story, "--as", EDITOR)


def publish(desk: Terminal, story: str, out: Path) -> None:
    """The same, and out to the readers."""
    approve(desk, story)
    desk.does("export", story, "--format", "html", "--out", out, "--as", EDITOR)
    desk.does("live", story, "--address", ADDRESS, "--as", EDITOR)


def test_who_submitted_may_recall_and_nobody_else(ready: Terminal, story: str) -> None:
    ready.does("submit", story, "--as", WRITER)
    assert EDITOR in ready.refuses("recall", story, "--as", EDITOR)
    assert standing(ready, story) == ("in-review", "none")
    ready.does("recall", story, "--as", WRITER)
    assert standing(ready, story) == ("draft", "none")


def test_who_has_not_written_in_a_story_does_not_submit_it(ready: Terminal, story: str) -> None:
    assert SECOND_EDITOR in ready.refuses("submit", story, "--as", SECOND_EDITOR)
    assert standing(ready, story) == ("draft", "none")


def test_a_story_with_an_error_is_not_submitted(
    staffed: Terminal, tmp_path: Path, write: Callable[[str, str], Path]
) -> None:
    story = staffed.prints("story", "new", write("naskah.md", STORY), "--as", WRITER)
    said = staffed.speaking("en").refuses("submit", story, "--as", WRITER)
    assert said == "Not yet: No lead photo is chosen."
    assert standing(staffed, story) == ("draft", "none")


@pytest.mark.parametrize("note", [(), ("--note", ""), ("--note", "  ")])
def test_a_story_is_not_returned_without_a_note(ready: Terminal, story: str, note: tuple[str, ...]) -> None:
    ready.does("submit", story, "--as", WRITER)
    ready.refuses("return", story, "--as", EDITOR, *note)
    assert standing(ready, story) == ("in-review", "none")


def test_an_approved_story_may_still_be_returned(ready: Terminal, story: str) -> None:
    approve(ready, story)
    ready.does("return", story, "--note", "Nama desa keliru.", "--as", SECOND_EDITOR)
    assert standing(ready, story) == ("returned", "none")


def test_nobody_approves_what_they_wrote(ready: Terminal, story: str, write: Callable[[str, str], Path]) -> None:
    mended = write("mended.md", STORY.replace("400", "450"))
    ready.does("story", "save", story, mended, "--as", EDITOR)
    ready.does("submit", story, "--as", WRITER)
    assert EDITOR in ready.refuses("approve", story, "--as", EDITOR)
    assert WRITER in ready.refuses("approve", story, "--as", WRITER)
    ready.does("approve", story, "--as", SECOND_EDITOR)
    assert standing(ready, story) == ("approved", "none")


def test_nobody_approves_what_bears_their_name(
    ready: Terminal, story: str, write: Callable[[str, str], Path]
) -> None:
    named = write("mended.md", STORY.replace("Wira Adiguna", EDITOR))
    ready.does("story", "save", story, named, "--as", WRITER)
    ready.does("submit", story, "--as", WRITER)
    assert EDITOR in ready.refuses("approve", story, "--as", EDITOR)
    assert standing(ready, story) == ("in-review", "none")


@pytest.mark.parametrize("kind", ["docx", "html", "bundle"])
def test_nothing_leaves_before_it_is_approved(ready: Terminal, story: str, tmp_path: Path, kind: str) -> None:
    out = tmp_path / "keluar"
    ready.refuses("export", story, "--format", kind, "--out", out, "--as", EDITOR)
    assert not out.exists()
    assert standing(ready, story) == ("draft", "none")


def test_only_an_editor_exports(ready: Terminal, story: str, tmp_path: Path) -> None:
    approve(ready, story)
    for name in (WRITER, PHOTOGRAPHER):
        assert name in ready.refuses(
            "export", story, "--format", "docx", "--out", tmp_path / "keluar", "--as", name
        )
    assert not (tmp_path / "keluar").exists()


def test_only_what_was_exported_goes_live_and_only_at_an_address(
    ready: Terminal, story: str, tmp_path: Path
) -> None:
    approve(ready, story)
    ready.refuses("live", story, "--address", ADDRESS, "--as", EDITOR)
    ready.does("export", story, "--format", "bundle", "--out", tmp_path, "--as", EDITOR)
    assert "bukan alamat" in ready.refuses("live", story, "--address", "surat://x", "--as", EDITOR)
    assert "kemarin" in ready.refuses("live", story, "--address", ADDRESS, "--at", "kemarin", "--as", EDITOR)
    assert standing(ready, story) == ("approved", "exported")
    ready.does("live", story, "--address", "tirta.example/berita", "--as", EDITOR)
    assert standing(ready, story) == ("approved", "live")


def test_a_correction_wants_a_note_and_a_story_that_is_out(ready: Terminal, story: str, tmp_path: Path) -> None:
    approve(ready, story)
    ready.refuses("correct", story, "--note", "Nama.", "--as", EDITOR)
    ready.does("export", story, "--format", "html", "--out", tmp_path, "--as", EDITOR)
    ready.refuses("correct", story, "--as", EDITOR)
    assert standing(ready, story) == ("approved", "exported")
    ready.does("correct", story, "--minor", "--as", EDITOR)
    assert standing(ready, story) == ("draft", "exported")


def test_what_is_out_is_withdrawn_with_a_reason_before_it_is_spiked(
    ready: Terminal, story: str, tmp_path: Path
) -> None:
    ready.refuses("withdraw", story, "--note", "Keliru.", "--as", EDITOR)
    publish(ready, story, tmp_path)
    ready.refuses("spike", story, "--as", EDITOR)
    ready.refuses("withdraw", story, "--as", EDITOR)
    assert standing(ready, story) == ("approved", "live")
    ready.does("withdraw", story, "--note", "Keliru.", "--as", EDITOR)
    assert standing(ready, story) == ("approved", "withdrawn")


def test_a_spiked_story_rests_until_it_is_restored(
    ready: Terminal, story: str, tmp_path: Path, write: Callable[[str, str], Path]
) -> None:
    before = ready.tells("story", "show", story)
    ready.does("spike", story, "--as", WRITER)
    mended = write("mended.md", STORY.replace("400", "450"))
    ready.refuses("story", "save", story, mended, "--as", WRITER)
    ready.refuses("export", story, "--format", "docx", "--proof", "--out", tmp_path / "keluar", "--as", WRITER)
    assert standing(ready, story) == ("spiked", "none")
    ready.does("restore", story, "--as", WRITER)
    assert ready.tells("story", "show", story) == before


def test_a_photographer_spikes_nothing(ready: Terminal, story: str) -> None:
    ready.does("submit", story, "--as", WRITER)
    for name in (PHOTOGRAPHER, WRITER):  # in review it is the editors'
        assert name in ready.refuses("spike", story, "--as", name)
    assert standing(ready, story) == ("in-review", "none")


@pytest.mark.parametrize(
    "words",
    [
        ("recall",),
        ("return", "--note", "x"),
        ("approve",),
        ("correct", "--note", "x"),
        ("withdraw", "--note", "x"),
        ("restore",),
        ("live", "--address", ADDRESS),
    ],
)
def test_what_a_draft_does_not_allow_is_refused_and_changes_nothing(
    ready: Terminal, story: str, words: tuple[str, ...]
) -> None:
    before = ready.does("story", "show", story, "--json"), ready.does("story", "list", "--json")
    verb, *options = words
    ready.refuses(verb, story, *options, "--as", EDITOR)
    assert (ready.does("story", "show", story, "--json"), ready.does("story", "list", "--json")) == before
