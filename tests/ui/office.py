"""An office at work: a newsroom with three people, and the window that one of them sits at."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image, ImageDraw
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor_app.newsroom.composing import new_story
from editor_app.newsroom.newsroom import Newsroom, create_newsroom
from editor_app.newsroom.staff import add_person, everyone, sit_down
from editor_app.story.people import Person, Role
from editor_app.story.story import Story
from editor_app.ui.kit.fonts import load_fonts
from editor_app.ui.kit.theme import Mode, Theme
from editor_app.ui.main_window import MainWindow
from editor_app.words import Language, Words
from tests.ui.hands import activate

WRITER, PHOTOGRAPHER, EDITOR = "Ratri Maheswari", "Bayu Nirwana", "Sekar Larasati"


def founded(folder: Path) -> Newsroom:
    """A newsroom of a writer, who sits at the laptop, a photographer and an editor."""
    newsroom = create_newsroom(folder, name="Humas Kota Tirta")
    for name, role in ((WRITER, Role.WRITER), (PHOTOGRAPHER, Role.PHOTOGRAPHER), (EDITOR, Role.EDITOR)):
        add_person(newsroom, name=name, roles=[role])
    sit_down(newsroom, person=person(newsroom, WRITER))
    return newsroom


def person(newsroom: Newsroom, name: str) -> Person:
    """The person called so."""
    return next(known for known in everyone(newsroom) if known.name == name)


@contextmanager
def dressed(app: QApplication, mode: Mode = Mode.LIGHT) -> Iterator[Theme]:
    """The application in a theme, nothing moving."""
    load_fonts()
    theme = Theme(app, mode, still=True)
    try:
        yield theme
    finally:
        app.styleHints().colorSchemeChanged.disconnect(theme._follow)
        theme.set_mode(Mode.SYSTEM)
        theme.deleteLater()


class Office:
    """Opens windows on one newsroom, and sees to it that each closes in good order.

    Args:
        qtbot: waits for what happens.
        theme: dresses the windows.
        newsroom: what is worked on.
        settings: where the window keeps how it stood.
    """

    def __init__(self, qtbot: QtBot, theme: Theme, newsroom: Newsroom, settings: Path) -> None:
        self.newsroom = newsroom
        self.theme = theme
        self.bugs: list[object] = []
        self.settings = QSettings(str(settings), QSettings.Format.IniFormat)
        self._qtbot = qtbot
        self._windows: list[MainWindow] = []

    def person(self, name: str) -> Person:
        """The person called so."""
        return person(self.newsroom, name)

    def story(self, story: Story | None = None, *, by: str = WRITER) -> str:
        """Starts a story outside the window; returns its id."""
        return new_story(self.newsroom, person=self.person(by), story=story).story_id

    def sit(
        self,
        name: str = WRITER,
        *,
        language: Language = "id",
        size: tuple[int, int] = (1440, 900),
        story: str | None = None,
    ) -> MainWindow:
        """Opens the window with a person before it, on a story if one is named, and waits until it shows."""
        self.settings.setValue("story", story or "")
        window = MainWindow(self.newsroom, self.person(name), self.theme, Words(language), self.settings)
        window.runner.crashed.connect(self.bugs.append)
        self._windows.append(window)
        window.setWindowState(Qt.WindowState.WindowNoState)  # a small screen would be filled
        window.resize(*size)
        with self._qtbot.waitExposed(window):
            window.show()
        activate(self._qtbot, window)
        with self._qtbot.waitSignal(window.desk.model.filled):
            window.start()
        if story is not None:
            self._qtbot.waitUntil(lambda: window.story.story_id == story)
        return window

    def close(self) -> None:
        """Closes what is still open; a fault of the program in the background fails the test."""
        for window in self._windows:
            if window.isVisible():
                window.close()
            window.deleteLater()
        assert self.bugs == []


def picture(path: Path, colour: str = "steelblue", size: tuple[int, int] = (800, 600)) -> Path:
    """Draws a small picture into a file."""
    image = Image.new("RGB", size, colour)
    ImageDraw.Draw(image).ellipse((size[0] // 4, size[1] // 4, size[0] // 2, size[1] // 2), fill="white")
    image.save(path)
    return path
