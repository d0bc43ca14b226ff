"""What takes long to load is loaded when it is first used, and the desk is shown before all of it."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.storage.programs import environment
from tests.ui.office import founded

HEAVY = {"docx", "mammoth", "markdown", "jinja2", "alembic", "lxml", "PIL"}


def loaded_by(*words: str) -> set[str]:
    """The packages and modules that a Python program loads until it ends."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", *words],
        env={**environment(), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    lines = (line for line in done.stderr.splitlines() if line.startswith("import time:"))
    return {line.rpartition("|")[2].strip() for line in lines}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    newsroom = founded(tmp_path / "newsroom")
    newsroom.close()
    return newsroom.folder


def test_the_window_opens_without_what_only_files_need(folder: Path) -> None:
    loaded = loaded_by("-m", "tests.benchmarks.first_window", str(time.monotonic()), str(folder))
    assert {"editor_app.ui.main_window", "sqlalchemy"} <= loaded
    assert loaded & HEAVY == set()


def test_the_desk_is_there_before_the_database_layer_and_the_panels() -> None:
    loaded = loaded_by("-c", "import editor_app.cli.main, editor_app.ui.opening")
    assert "editor_app.ui.kit.theme" in loaded
    assert "editor_app.ui.desk_panel" in loaded
    assert loaded & (HEAVY | {"sqlalchemy", "editor_app.ui.main_window"}) == set()


@pytest.mark.parametrize("words", [("story", "list"), ("person", "list")])
def test_a_command_that_reads_loads_neither_qt_nor_what_only_files_need(
    folder: Path, words: tuple[str, ...]
) -> None:
    loaded = loaded_by("-m", "editor_app", "--data-dir", str(folder), *words)
    assert "sqlalchemy" in loaded
    assert loaded & (HEAVY | {"PySide6"}) == set()
