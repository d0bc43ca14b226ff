"""Opening: the outline first, the window in its place, dialogs without one, and bugs on the way."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor_app.ui.application import Desktop
from editor_app.ui.kit.theme import Mode
from editor_app.ui.kit.tokens import LIGHT
from editor_app.ui.main_window import MainWindow
from editor_app.ui.opening import Opening, OpeningWindow
from tests.ui.office import dressed, founded


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


def test_the_outline_tells_once_it_is_painted_in_the_colours_of_the_theme(
    qapp: QApplication, qtbot: QtBot, settings: QSettings
) -> None:
    with dressed(qapp) as theme:
        outline = OpeningWindow(theme, settings)
        with qtbot.waitSignal(outline.painted):
            outline.show()
        assert outline.screen().availableGeometry().contains(outline.geometry())
        picture = outline.grab().toImage()
        assert picture.pixelColor(100, 400).name() == LIGHT.pane
        assert picture.pixelColor(picture.width() - 60, 400).name() == LIGHT.canvas
        outline.close()


def test_the_outline_stands_where_the_window_stood(qapp: QApplication, qtbot: QtBot, settings: QSettings) -> None:
    with dressed(qapp) as theme:
        before = OpeningWindow(theme, settings)
        before.setGeometry(40, 60, 700, 640)
        settings.setValue("geometry", before.saveGeometry())
        assert isinstance(settings.value("geometry"), QByteArray)
        outline = OpeningWindow(theme, settings)
        assert (outline.width(), outline.height()) == (700, 640)
        before.deleteLater()
        outline.deleteLater()


def test_the_window_takes_the_place_of_the_outline(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    newsroom = founded(tmp_path / "newsroom")
    newsroom.close()
    opening = Opening(qapp, newsroom.folder, "id", sample=False)

    def in_sight(kind: type) -> list[object]:
        return [widget for widget in qapp.topLevelWidgets() if isinstance(widget, kind) and widget.isVisible()]

    opening.begin()
    assert len(in_sight(OpeningWindow)) == 1
    assert in_sight(MainWindow) == []
    qtbot.waitUntil(lambda: in_sight(MainWindow) != [] and in_sight(OpeningWindow) == [])
    assert opening.bug is None

    desk = next(child for child in qapp.children() if isinstance(child, Desktop))
    assert desk.window is not None
    qtbot.waitUntil(lambda: desk.window is not None and not desk.window.runner.is_writing)
    desk.window.close()
    desk.window.deleteLater()
    assert desk.newsroom is not None
    desk.newsroom.close()
    desk.newsroom = None
    qapp.styleHints().colorSchemeChanged.disconnect(desk.theme._follow)
    desk.theme.set_mode(Mode.SYSTEM)
    desk.deleteLater()
