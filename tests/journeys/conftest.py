"""Newsrooms for journeys by the command: empty, staffed, and with one story that is ready to submit."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.journeys.press import EDITOR, PHOTOGRAPHER, SECOND_EDITOR, STORY, WRITER, photo_files
from tests.journeys.terminal import Terminal


@pytest.fixture
def empty(tmp_path: Path) -> Terminal:
    """A terminal whose newsroom is not made yet."""
    return Terminal(tmp_path / "newsroom")


@pytest.fixture(scope="session")
def staffed_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A newsroom with a writer, a photographer and two editors, made once."""
    terminal = Terminal(tmp_path_factory.mktemp("staffed") / "newsroom")
    terminal.does("init", "--name", "Humas Kota Tirta")
    for name, role in (
        (WRITER, "writer"),
        (PHOTOGRAPHER, "photographer"),
        (EDITOR, "editor"),
        (SECOND_EDITOR, "editor"),
    ):
        terminal.does("person", "add", name, "--role", role)
    return terminal.folder


@pytest.fixture(scope="session")
def ready_folder(staffed_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with one story that its writer may submit: text, a lead photo and one in the text."""
    work = tmp_path_factory.mktemp("ready")
    terminal = Terminal(work / "newsroom")
    shutil.copytree(staffed_folder, terminal.folder)
    text = work / "naskah.md"
    text.write_text(STORY, encoding="utf-8")
    story = terminal.prints("story", "new", text, "--as", WRITER)
    lead, second = photo_files(work)
    described = ("--credit", "Bayu Nirwana & Humas Kota Tirta", "--as", PHOTOGRAPHER)
    terminal.does(
        *("photo", "add", story, lead, "--caption", "GOTONG ROYONG: Warga merakit bambu.", "--lead"),
        *("--alt", "Sekelompok orang mengikat bambu", *described),
    )
    terminal.does(
        *("photo", "add", story, second, "--caption", "FOKUS: Anak-anak membaca di rak pertama."),
        *("--alt", "Tiga anak duduk membaca", "--after", 2, *described),
    )
    return terminal.folder


@pytest.fixture
def staffed(staffed_folder: Path, tmp_path: Path) -> Terminal:
    """A terminal in a newsroom with people and no story."""
    return Terminal(Path(shutil.copytree(staffed_folder, tmp_path / "newsroom")))


@pytest.fixture
def ready(ready_folder: Path, tmp_path: Path) -> Terminal:
    """A terminal in a newsroom with one story that is ready to submit."""
    return Terminal(Path(shutil.copytree(ready_folder, tmp_path / "newsroom")))


@pytest.fixture
def story(ready: Terminal) -> str:
    """The id of the one story of `ready`."""
    (row,) = ready.tells("story", "list")
    return str(row["id"])


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str], Path]:
    """Writes a text into a file of the name."""

    def written(name: str, text: str) -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return written
