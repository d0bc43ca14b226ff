"""Which folder and which language the command works in, and what becomes of a fault of the program."""

import tempfile
from pathlib import Path

import platformdirs
import pytest

from editor_app.cli.main import main, write_crash_report
from editor_app.cli.surroundings import asked_language, data_folder
from editor_app.newsroom.newsroom import create_newsroom, with_language
from editor_app.words import Language, Words, system_language


@pytest.fixture(autouse=True)
def _plain_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("EDITOR_APP_DATA_DIR", "EDITOR_APP_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An own folder for temporary files."""
    folder = tmp_path / "sementara"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_the_folder_is_the_one_named_then_the_environments_then_the_platforms(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    usual = platformdirs.user_data_path("meja-redaksi", appauthor=False)
    assert data_folder(None) == usual
    monkeypatch.setenv("EDITOR_APP_DATA_DIR", "lingkungan")
    assert data_folder(None) == Path("lingkungan")
    assert data_folder("") == Path("lingkungan")
    assert data_folder("sendiri") == Path("sendiri")
    monkeypatch.setenv("EDITOR_APP_DATA_DIR", "")
    assert data_folder(None) == usual


@pytest.mark.parametrize(
    ("name", "value", "language"),
    [
        ("LANG", "id_ID.UTF-8", "id"),
        ("LANG", "id", "id"),
        ("LANG", "in_ID", "id"),
        ("LANG", "ID-id", "id"),
        ("LC_MESSAGES", "Indonesian_Indonesia.1252", "id"),
        ("LC_ALL", "id_ID@euro", "id"),
        ("LANG", "en_GB.UTF-8", "en"),
        ("LANG", "de_DE", "en"),
        ("LANG", "ido", "en"),
        ("LANG", "C", "en"),
    ],
)
def test_the_language_of_the_computer(
    name: str, value: str, language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    assert system_language() == language


def test_the_languages_of_the_computer_go_one_before_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "id_ID")
    monkeypatch.setenv("LC_MESSAGES", "en_GB")
    assert system_language() == "en"
    monkeypatch.setenv("LC_ALL", "id_ID")
    assert system_language() == "id"


@pytest.mark.parametrize(("asked", "language"), [("id", "id"), ("en", "en"), ("fr", None), ("", None)])
def test_a_language_that_is_asked_for_is_spoken_if_it_is_known(
    asked: str, language: Language | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR_APP_LANGUAGE", asked)
    assert asked_language() == language


def test_a_newsroom_speaks_its_own_language_unless_another_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with_language(create_newsroom(tmp_path), "en").close()
    monkeypatch.setenv("LANG", "id_ID.UTF-8")
    unknown = ["--data-dir", str(tmp_path), "story", "show", "0ff"]

    assert main(unknown) == 1
    assert capsys.readouterr().err == Words("en").text("story-unknown", id="0ff") + "\n"
    monkeypatch.setenv("EDITOR_APP_LANGUAGE", "id")
    assert main(unknown) == 1
    assert capsys.readouterr().err == Words("id").text("story-unknown", id="0ff") + "\n"


def test_where_there_is_no_newsroom_the_computers_language_is_spoken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LANG", "id_ID.UTF-8")
    assert main(["--data-dir", str(tmp_path), "story", "list"]) == 1
    assert capsys.readouterr().err == Words("id").text("newsroom-missing", folder=str(tmp_path)) + "\n"


BUG = ["--data-dir", "redaksi\0", "init"]  # no terminal can say this, so nothing in the program expects it


def test_a_fault_of_the_program_is_said_in_one_sentence_and_reported_in_a_file(
    reports: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in (1, 2):  # in the same second too
        assert main(BUG) == 1
        assert len(list(reports.iterdir())) == number
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 2
    for report in reports.iterdir():
        assert said.err.count(Words("en").text("cli.bug", file=str(report))) == 1
        assert "Traceback" in report.read_text("utf-8")
        assert "ValueError" in report.read_text("utf-8")


def test_a_fault_that_cannot_be_reported_is_said_without_naming_a_file(
    reports: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reports.rmdir()
    assert main(BUG) == 1
    assert capsys.readouterr().err == Words("en").text("cli.bug-without-report") + "\n"
    assert write_crash_report() is None
