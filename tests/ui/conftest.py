"""An office with its newsroom, its theme, and the window when somebody sits down."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor_app.spelling.dictionaries import find_dictionaries
from editor_app.spelling.hunspell_engine import has_engine
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


@pytest.fixture
def spelt() -> None:
    """This machine has the dictionaries that the test asks, and an engine for them."""
    if not {"id_ID", "en_US"} <= {each.name for each in find_dictionaries([Path("/usr/share/hunspell")])}:
        pytest.skip("needs Debian's packages hunspell-id and hunspell-en-us")
    if not has_engine():
        pytest.skip("needs chunspell, which has no wheel for this system")
