"""Opening the window: its outline stands on the screen before what takes time is loaded.

The database layer and the panels take longer to load than Qt itself; nothing here may import them before the
outline was painted. A test holds this.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from editor_app.resources import resource
from editor_app.ui.dress import dressed, window_settings
from editor_app.ui.kit.fonts import load_fonts
from editor_app.ui.kit.theme import Theme
from editor_app.ui.window_place import place
from editor_app.words import Language

_TOP, _DESK, _STATUS = 52, 300, 28  # px: the bar above, the desk, the line below
_PATIENCE = 400  # ms: a window that stands behind others is not painted


class OpeningWindow(QMainWindow):
    """The outline of the main window, where that one will stand; `painted` tells that it can be seen.

    Args:
        theme: its colours.
        settings: where the main window keeps how it stood.
    """

    painted = Signal()

    def __init__(self, theme: Theme, settings: QSettings) -> None:
        super().__init__()
        self._tokens = theme.tokens
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Meja Redaksi")
        place(self, settings)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Bar, desk, page and status line, still empty."""
        tokens, width, height = self._tokens, self.width(), self.height()
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(tokens.pane))
        painter.fillRect(_DESK + 1, _TOP, width - _DESK - 1, height - _TOP - _STATUS, QColor(tokens.canvas))
        painter.setPen(QColor(tokens.line))
        painter.drawLine(0, _TOP - 1, width, _TOP - 1)
        painter.drawLine(_DESK, _TOP, _DESK, height - _STATUS)
        painter.drawLine(0, height - _STATUS, width, height - _STATUS)
        painter.end()
        self.painted.emit()


class Opening:
    """The way from the outline to the running program, or to why there is none.

    `bug` is what went wrong on it that is no one's but the program's.
    """

    def __init__(self, app: QApplication, folder: Path, language: Language | None, *, sample: bool) -> None:
        self.bug: Exception | None = None
        self._app = app
        self._folder = folder
        self._language = language
        self._sample = sample
        self._begun = False
        self._settings = window_settings(folder)
        self._theme = dressed(app, self._settings)
        self._outline: OpeningWindow | None = None

    def begin(self) -> None:
        """Shows the outline, and goes on once it can be seen; where a dialog comes first, goes on at once."""
        if not (self._folder / "newsroom.db").exists():
            QTimer.singleShot(0, self._go_on)
            return
        self._outline = OpeningWindow(self._theme, self._settings)
        self._outline.painted.connect(self._go_on, Qt.ConnectionType.QueuedConnection)
        QTimer.singleShot(_PATIENCE, self._go_on)
        self._outline.show()

    def _go_on(self) -> None:
        if self._begun:
            return
        self._begun = True
        try:
            self._open()
        except Exception as error:  # noqa: BLE001 - Qt would print it and wait for ever; it is raised after the loop
            self.bug = error
            self._app.exit(1)
        if self._outline is not None:
            # In the loop's next round, when the window itself was painted in its place.
            QTimer.singleShot(0, self._outline, self._outline.close)

    def _open(self) -> None:
        from editor_app.ui.application import Desktop  # noqa: PLC0415 - what takes time, once the outline is seen

        desk = Desktop(self._app, self._folder, self._language, theme=self._theme)
        if not desk.open(sample=self._sample):
            self._app.exit(desk.status)


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
    if opening.bug is not None:
        raise opening.bug
    return status
