"""An office with its newsroom, its theme, and the window when somebody sits down."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor_app.ui.kit.theme import Theme
from tests.ui.office import Office, dressed, founded


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The light theme, nothing moving."""
    with dressed(qapp) as theme:
        yield theme


@pytest.fixture
def office(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Office]:
    """A newsroom of a writer, a photographer and an editor; the writer sits at the laptop."""
    newsroom = founded(tmp_path / "newsroom")
    work = Office(qtbot, theme, newsroom, tmp_path / "window.ini")
    yield work
    work.close()
    newsroom.close()
