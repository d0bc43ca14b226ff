"""Opens one window and prints after how many seconds it was painted, and how many stories it lists.

A program of its own, run by `start`.

`first_window BEGAN bare` opens a bare window with a QTextEdit; `first_window BEGAN DIR` the workstation on a
newsroom. BEGAN is the parent's `time.monotonic()` before it started this program.
"""

import sys
import time

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QListView, QMainWindow, QTextEdit

SIZE = (1440, 900)  # px


_LOOK = QEvent.Type(QEvent.registerEventType())


class Painted(QObject):
    """Prints when the first window was painted, and when the one to work in was; ends the program then.

    The workstation's first look at the desk is painted first and the window itself in its place.
    """

    def __init__(self, app: QApplication, began: float, last: str) -> None:
        super().__init__(app)
        self._app = app
        self._began = began
        self._last = last
        self._seen: set[str] = set()
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        """Lets every event pass; when a main window is painted it looks at the clock right behind that."""
        if event.type() is QEvent.Type.Paint and isinstance(watched, QMainWindow):
            name = type(watched).__name__
            if name not in self._seen:
                self._seen.add(name)
                # Posted with priority, it is handled as soon as the painting is done.
                QCoreApplication.postEvent(self, QEvent(_LOOK), Qt.EventPriority.HighEventPriority.value)
        return False

    def event(self, event: QEvent) -> bool:
        """Looks at the clock."""
        if event.type() != _LOOK:
            return super().event(event)
        after = time.monotonic() - self._began
        sys.stdout.write(f"{after:.4f} {self._listed()}\n")
        sys.stdout.flush()
        if self._last in self._seen:
            self._app.removeEventFilter(self)
            self._app.quit()
        return True

    def _listed(self) -> int:
        """How many stories stand in the lists that can be seen."""
        lists = [widget for widget in self._app.allWidgets() if isinstance(widget, QListView)]
        return sum(shown.model().rowCount() for shown in lists if shown.isVisible())


def main() -> int:
    """Opens what the command line names."""
    began, what = float(sys.argv[1]), sys.argv[2]
    app = QApplication(sys.argv[:1])
    Painted(app, began, "QMainWindow" if what == "bare" else "MainWindow")
    if what != "bare":
        from editor_app.cli.main import main as run  # noqa: PLC0415 - the bare window must not load it

        return run(["--data-dir", what])
    window = QMainWindow()
    window.setCentralWidget(QTextEdit())
    window.resize(*SIZE)
    window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
