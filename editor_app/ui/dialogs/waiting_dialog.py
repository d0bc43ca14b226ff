"""Says that something takes a while, how far it is, and gives back what came of it."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar

from editor_app.ui.kit.dialog import Dialog
from editor_app.ui.kit.theme import Theme

T = TypeVar("T")


class WaitingDialog(Dialog):
    """A dialog without buttons that stays while a job runs off the GUI thread."""

    _advanced = Signal(int, int)
    _finished = Signal()

    def __init__(self, theme: Theme, title: str, text: str) -> None:
        super().__init__(theme, title, text)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(title)
        self.column.addWidget(self.bar)
        self._advanced.connect(self._advance, Qt.ConnectionType.QueuedConnection)
        self._finished.connect(self.accept, Qt.ConnectionType.QueuedConnection)

    def run(self, job: Callable[[Callable[[int, int], None]], T]) -> T:
        """Shows the dialog until the job is done; what it returned, or raised, comes back."""
        with ThreadPoolExecutor(max_workers=1) as worker:
            future: Future[T] = worker.submit(job, self._advanced.emit)
            future.add_done_callback(lambda _: self._finished.emit())
            while not future.done():
                self.exec()
        return future.result()

    def reject(self) -> None:
        """Stays: what runs is not to be stopped halfway."""

    def _advance(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)
