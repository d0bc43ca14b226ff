"""The sample newsroom in the window: made at the first look, its story on the desk, read and approved."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from editor_app.newsroom.staff import person_here
from editor_app.story.body import placed_photos
from editor_app.story.workflow import Action
from editor_app.ui.application import Desktop
from editor_app.ui.kit.theme import Mode
from editor_app.ui.main_window import MainWindow
from tests.ui.hands import activate
from tests.ui.steps import open_card, shown, take_action

DRAWING_MS = 180_000  # twelve pictures of twelve megapixels


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desktop]:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    desktop = Desktop(qapp, tmp_path / "contoh", "id")
    yield desktop
    if desktop.window is not None:
        desktop.window.close()
        desktop.window.deleteLater()
    if desktop.newsroom is not None:
        desktop.newsroom.close()
    qapp.styleHints().colorSchemeChanged.disconnect(desktop.theme._follow)
    desktop.theme.set_mode(Mode.SYSTEM)
    desktop.deleteLater()
    assert not (tmp_path / "contoh" / "crash-report.txt").exists()


def test_the_sample_story_is_opened_read_and_approved(desk: Desktop, qtbot: QtBot, tmp_path: Path) -> None:
    assert desk.open(sample=True)
    window = desk.window
    assert window is not None
    qtbot.waitUntil(window.isVisible)
    window.showNormal()  # the small screen that tests have was filled
    window.resize(1440, 900)
    activate(qtbot, window)
    assert QApplication.activeModalWidget() is None  # what said that pictures are drawn is gone
    qtbot.waitUntil(lambda: window.desk.model.rowCount() > 3)
    qtbot.waitUntil(lambda: window.story.view is not None)  # the first look finds a story open
    assert window.page.headline.text().isupper()
    assert shown(window) == "in-review"
    assert not window.story.findings
    assert len(window.photos.cards) == 5
    assert len(placed_photos(window.story.story().body)) == 4
    pictures_come(window, qtbot)
    card = open_card(window, qtbot, 1)
    assert card.photo.caption.split(":")[0].isupper()

    here = person_here(window.newsroom)
    assert here is not None
    take_action(window, qtbot, Action.APPROVE, wait_for="approved")
    said = [each.text() for each in window.header.findChildren(QLabel) if each.isVisible()]
    assert any(here.name.split()[0] in text for text in said)


def pictures_come(window: MainWindow, qtbot: QtBot) -> None:
    """Every photo of the story is drawn on the page in the end."""
    source = window.story.source
    keys = [photo.key for photo in window.story.fields.photos]
    qtbot.waitUntil(lambda: all(source.picture(key) is not None for key in keys), timeout=DRAWING_MS)
