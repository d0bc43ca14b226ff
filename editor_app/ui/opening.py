"""Opening the window: the desk stands on the screen before what takes time is loaded.

The database layer and the panels take longer to load than Qt itself; nothing here may import them before the
first look was painted. A test holds this.
"""

import gc
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QThread, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from editor_app.newsroom.first_look import FirstLook, first_look
from editor_app.resources import resource
from editor_app.ui.desk_model import FIRST
from editor_app.ui.dress import dressed, window_settings
from editor_app.ui.kit.fonts import load_fonts
from editor_app.ui.opening_window import OpeningWindow
from editor_app.words import Language, Words, system_language

if TYPE_CHECKING:
    from editor_app.ui.main_window import MainWindow

_PATIENCE = 400  # ms: a window that stands behind others is not painted


class _Loading(QThread):
    """Loads what takes time, while the first look can be scrolled and pressed."""

    def run(self) -> None:
        with suppress(Exception):  # it comes again, and is told, where it is used
            import_module("editor_app.ui.application")


class Opening:
    """The way from the first look to the running program, or to why there is none.

    `bug` is what went wrong on it that is no one's but the program's.
    """

    def __init__(self, app: QApplication, folder: Path, language: Language | None, *, sample: bool) -> None:
        self.bug: Exception | None = None
        self._app = app
        self._folder = folder
        self._language = language
        self._sample = sample
        self._begun = False
        self._window: MainWindow | None = None
        self._wanted: list[Callable[[MainWindow], object]] = []
        self._look: FirstLook | None = None
        self._settings = window_settings(folder)
        self._theme = dressed(app, self._settings)
        self._first: OpeningWindow | None = None
        self._loading = _Loading()
        self._loading.finished.connect(self._go_on)

    def begin(self) -> None:
        """Shows the desk, and goes on once it can be seen; where a dialog comes first, goes on at once."""
        if not (self._folder / "newsroom.db").exists():
            QTimer.singleShot(0, self._go_on)
            return
        look = self._look = first_look(self._folder, size=FIRST)
        words = Words(self._language or (look.language if look else system_language()))
        self._first = OpeningWindow(self._theme, words, self._settings, look)
        self._first.chosen.connect(lambda story_id: self._want(lambda window: window.story.open(story_id)))
        self._first.new_wanted.connect(lambda: self._want(lambda window: window.new_story()))
        self._first.painted.connect(self._load, Qt.ConnectionType.QueuedConnection)
        QTimer.singleShot(_PATIENCE, self._load)
        self._first.show()

    def end(self) -> None:
        """Waits for what is still being loaded; the program must not end before."""
        self._loading.wait()

    def _load(self) -> None:
        if not self._loading.isRunning() and not self._begun:
            self._loading.start()

    def _go_on(self) -> None:
        if self._begun or (self._first is not None and not self._first.isVisible()):
            return  # begun, or closed meanwhile
        self._begun = True
        try:
            self._open()
        except Exception as error:  # noqa: BLE001 - Qt would print it and wait for ever; it is raised after the loop
            self.bug = error
            self._app.exit(1)
        if self._first is not None:
            # In the loop's next round, when the window itself was painted in its place.
            QTimer.singleShot(0, self._first, self._dismiss)

    def _open(self) -> None:
        from editor_app.ui.application import Desktop  # noqa: PLC0415 - what takes time, once the desk is seen

        desk = Desktop(self._app, self._folder, self._language, theme=self._theme, look=self._look)
        if not desk.open(sample=self._sample):
            self._app.exit(desk.status)
            return
        gc.freeze()  # modules and panels stay; no collection stops the typing to walk through them
        self._window = desk.window
        for act in self._wanted:
            self._do(act)

    def _dismiss(self) -> None:
        if self._first is not None:
            self._first.close()
            self._first.deleteLater()
            self._first = None

    def _want(self, act: "Callable[[MainWindow], object]") -> None:
        """Does what was asked for in the first look, as soon as it can be done."""
        if self._window is None:
            self._wanted = [act]  # of several things the last
        else:
            self._do(act)

    def _do(self, act: "Callable[[MainWindow], object]") -> None:
        window = self._window
        if window is not None:
            QTimer.singleShot(0, window, lambda: act(window))  # after the window has begun


def run_window(folder: Path, *, language: Language | None, sample: bool) -> int:
    """Opens the window on the newsroom in `folder` and runs until it is closed.

    Args:
        folder: the newsroom folder; where there is none, the first-start dialog asks (or the sample is made).
        language: the language to speak; None is the newsroom's own.
        sample: whether the sample newsroom is made where there is none.

    Returns:
        The exit status.
    """
    app = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(app, QApplication):
        return 1
    app.setApplicationName("meja-redaksi")
    app.setDesktopFileName("meja-redaksi")
    app.setWindowIcon(QIcon(str(resource("icons", "meja-redaksi.svg"))))
    load_fonts()
    opening = Opening(app, folder, language, sample=sample)
    opening.begin()
    status = app.exec()
    opening.end()
    if opening.bug is not None:
        raise opening.bug
    return status
