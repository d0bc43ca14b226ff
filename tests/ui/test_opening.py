"""Opening: the desk first, the window in its place, dialogs without one, and bugs on the way."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from editor_app.newsroom.composing import new_story
from editor_app.newsroom.first_look import first_look
from editor_app.newsroom.newsroom import Newsroom, open_newsroom
from editor_app.newsroom.staff import sit_down
from editor_app.story.story import Story
from editor_app.ui.application import Desktop
from editor_app.ui.desk_model import ROW
from editor_app.ui.desk_panel import DeskPanel
from editor_app.ui.dress import window_settings
from editor_app.ui.kit.theme import Mode
from editor_app.ui.kit.tokens import LIGHT
from editor_app.ui.main_window import MainWindow
from editor_app.ui.opening import Opening
from editor_app.ui.opening_window import OpeningWindow
from editor_app.words import Words
from tests.ui.office import EDITOR, WRITER, dressed, founded, person


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


def test_the_outline_tells_once_it_is_painted_in_the_colours_of_the_theme(
    qapp: QApplication, qtbot: QtBot, settings: QSettings
) -> None:
    with dressed(qapp) as theme:
        outline = OpeningWindow(theme, Words("id"), settings, None)
        with qtbot.waitSignal(outline.painted):
            outline.show()
        assert outline.screen().availableGeometry().contains(outline.geometry())
        picture = outline.grab().toImage()
        assert picture.pixelColor(100, 400).name() == LIGHT.pane
        assert picture.pixelColor(picture.width() - 60, 400).name() == LIGHT.canvas
        outline.close()


def test_the_outline_stands_where_the_window_stood(qapp: QApplication, qtbot: QtBot, settings: QSettings) -> None:
    with dressed(qapp) as theme:
        before = OpeningWindow(theme, Words("id"), settings, None)
        before.setGeometry(40, 60, 700, 640)
        settings.setValue("geometry", before.saveGeometry())
        assert isinstance(settings.value("geometry"), QByteArray)
        outline = OpeningWindow(theme, Words("id"), settings, None)
        assert (outline.width(), outline.height()) == (700, 640)
        before.deleteLater()
        outline.deleteLater()


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    """A newsroom with three stories, that nobody has open; the editor sits there."""
    made = founded(tmp_path / "newsroom")
    sit_down(made, person=person(made, EDITOR))
    for headline in ("Pasar pagi dibuka", "Banjir surut", "Lomba perahu naga"):
        new_story(made, person=person(made, WRITER), story=Story(headline=headline))
    made.close()
    return made


@dataclass
class Start:
    """A start of the program on a newsroom; `desk` is there once the window is."""

    app: QApplication
    qtbot: QtBot
    opening: Opening

    @property
    def desk(self) -> Desktop:
        return next(child for child in self.app.children() if isinstance(child, Desktop))

    @property
    def first(self) -> OpeningWindow:
        (window,) = self.in_sight(OpeningWindow)
        assert isinstance(window, OpeningWindow)
        return window

    @property
    def window(self) -> MainWindow:
        window = self.desk.window
        assert window is not None
        return window

    def in_sight(self, kind: type) -> list[object]:
        return [
            widget for widget in self.app.topLevelWidgets() if isinstance(widget, kind) and widget.isVisible()
        ]

    def wait(self) -> None:
        """Waits until the window stands in the place of the first look."""
        self.qtbot.waitUntil(lambda: self.in_sight(MainWindow) != [] and self.in_sight(OpeningWindow) == [])
        assert self.opening.bug is None

    def close(self) -> None:
        """Closes the window, and puts back what the whole program shares."""
        window, newsroom = self.window, self.desk.newsroom
        self.qtbot.waitUntil(lambda: not window.runner.is_writing)
        window.close()
        window.deleteLater()
        assert newsroom is not None
        newsroom.close()
        self.desk.newsroom = None
        self.app.styleHints().colorSchemeChanged.disconnect(self.desk.theme._follow)
        self.desk.theme.set_mode(Mode.SYSTEM)
        self.desk.setParent(None)


@pytest.fixture
def start(
    qapp: QApplication, qtbot: QtBot, newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Start]:
    """The program begins: its first window is in sight, the newsroom not open yet."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    begun = Start(qapp, qtbot, Opening(qapp, newsroom.folder, None, sample=False))
    begun.opening.begin()
    yield begun
    begun.wait()
    begun.close()


def headlines(desk: DeskPanel | None) -> list[str]:
    assert desk is not None
    return [desk.model.index(row).data() for row in range(desk.model.rowCount())]


NEWEST_FIRST = ["Lomba perahu naga", "Banjir surut", "Pasar pagi dibuka"]


def test_the_window_takes_the_place_of_the_first_look(start: Start) -> None:
    assert start.in_sight(MainWindow) == []
    assert headlines(start.first.desk) == NEWEST_FIRST
    where = start.first.geometry()
    start.wait()
    assert start.window.geometry() == where
    assert headlines(start.window.desk) == NEWEST_FIRST


def test_the_first_look_shows_bar_counts_and_person_in_the_language_of_the_newsroom(start: Start) -> None:
    said = [child.text() for child in start.first.findChildren(QLabel)]
    assert "— Humas Kota Tirta" in said
    assert EDITOR in said
    assert "Naskah" in said
    buttons = [button.text() for button in start.first.findChildren(QAbstractButton)]
    assert "Semua 3" in buttons


def test_what_was_open_last_is_marked_before_it_is_open(
    qapp: QApplication, qtbot: QtBot, newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    look = first_look(newsroom.folder, size=50)
    assert look is not None
    last = look.page.rows[1].id
    settings = window_settings(newsroom.folder)
    settings.setValue("story", last)
    settings.sync()
    begun = Start(qapp, qtbot, Opening(qapp, newsroom.folder, None, sample=False))
    begun.opening.begin()
    desk = begun.first.desk
    assert desk is not None
    assert [index.row() for index in desk.list.selectionModel().selectedIndexes()] == [1]
    begun.wait()
    qtbot.waitUntil(lambda: begun.window.story.story_id == last)
    begun.close()


def test_a_story_pressed_in_the_first_look_is_opened(start: Start, qtbot: QtBot) -> None:
    desk = start.first.desk
    assert desk is not None
    third = desk.model.index(2)
    wanted = third.data(ROW).id
    qtbot.mouseClick(desk.list.viewport(), Qt.MouseButton.LeftButton, pos=desk.list.visualRect(third).center())
    start.wait()
    qtbot.waitUntil(lambda: start.window.story.story_id == wanted)


def test_a_new_story_asked_for_in_the_first_look_is_begun(start: Start, qtbot: QtBot) -> None:
    buttons = start.first.findChildren(QAbstractButton)
    next(button for button in buttons if button.accessibleName() == "Naskah baru").click()
    start.wait()
    qtbot.waitUntil(lambda: start.window.story.story_id is not None)
    qtbot.waitUntil(lambda: start.window.desk.model.row_of(start.window.story.story_id or "") == 0)
    assert start.window.story.fields.headline == ""


def test_a_first_look_that_is_closed_opens_nothing(qapp: QApplication, qtbot: QtBot, newsroom: Newsroom) -> None:
    begun = Start(qapp, qtbot, Opening(qapp, newsroom.folder, None, sample=False))
    begun.opening.begin()
    first = begun.first
    with qtbot.waitSignal(first.painted):
        pass
    first.close()
    begun.opening.end()
    qapp.processEvents()
    assert begun.in_sight(MainWindow) == []
    assert not [child for child in qapp.children() if isinstance(child, Desktop)]
    with open_newsroom(newsroom.folder).store as store:
        assert store.writable
    first.deleteLater()
