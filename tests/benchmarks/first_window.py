"""Opens one window and prints after how many seconds it was painted: run as a program of its own by `start`.

`first_window BEGAN bare` opens a bare window with a QTextEdit; `first_window BEGAN DIR` the workstation on a
newsroom. BEGAN is the parent's `time.monotonic()` before it started this program.
"""

import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit

SIZE = (1440, 900)  # px


class Painted(QObject):
    """Ends the program once a main window was painted and what was due then is done."""

    def __init__(self, app: QApplication, began: float) -> None:
        super().__init__(app)
        self._app = app
        self._began = began
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        """Lets every event pass, and looks for the first painting of the window."""
        if event.type() is QEvent.Type.Paint and isinstance(watched, QMainWindow):
            self._app.removeEventFilter(self)
            QTimer.singleShot(0, self._say)
        return False

    def _say(self) -> None:
        sys.stdout.write(f"{time.monotonic() - self._began:.4f}\n")
        self._app.quit()


def main() -> int:
    """Opens what the command line names."""
    began, what = float(sys.argv[1]), sys.argv[2]
    app = QApplication(sys.argv[:1])
    Painted(app, began)
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
