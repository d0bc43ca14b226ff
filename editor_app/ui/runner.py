"""The one way to run work off the GUI thread and come back with the result."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal

from editor_app.words import Sayable

T = TypeVar("T")
READERS = 2


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What a job left, and who waits for it."""

    deliver: Callable[[], None]


class Runner(QObject):
    """Runs verbs in the background: those that write one after another, those that only read beside them.

    What takes long before it writes (pictures taken in, exports) has a queue of its own, so that what is typed
    meanwhile is kept in time. So has spelling, whose words wait for nobody's pictures.

    `done` and `failed` are called in the GUI thread. A refusal or trouble goes to `failed`; anything else is a
    bug and is emitted as `crashed`. `busy` says whether something is being written.
    """

    crashed = Signal(object)
    busy = Signal(bool)
    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._writer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="writer")
        self._readers = ThreadPoolExecutor(max_workers=READERS, thread_name_prefix="reader")
        self._workers = ThreadPoolExecutor(max_workers=1, thread_name_prefix="worker")
        self._speller = ThreadPoolExecutor(max_workers=1, thread_name_prefix="speller")
        self._open: set[Future[None]] = set()
        self._writing = 0
        self._closed = False
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def write(self, job: Callable[[], T], done: Callable[[T], None], failed: Callable[[Sayable], None]) -> None:
        """Runs a job that changes something, after those that wait already."""
        self._submit(self._writer, job, done, failed, writes=True)

    def work(self, job: Callable[[], T], done: Callable[[T], None], failed: Callable[[Sayable], None]) -> None:
        """Runs a long job that changes something in the end; one after another, beside those of `write`."""
        self._submit(self._workers, job, done, failed, writes=True)

    def read(self, job: Callable[[], T], done: Callable[[T], None], failed: Callable[[Sayable], None]) -> None:
        """Runs a job that only looks, or that makes what can be made again."""
        self._submit(self._readers, job, done, failed, writes=False)

    def spell(self, job: Callable[[], T], done: Callable[[T], None], failed: Callable[[Sayable], None]) -> None:
        """Runs a job of spelling, which changes nothing; one after another, beside all others."""
        self._submit(self._speller, job, done, failed, writes=False)

    @property
    def is_writing(self) -> bool:
        """Whether a job that changes something runs or waits."""
        return self._writing > 0

    def settle(self, seconds: float = 30.0) -> bool:
        """Waits until all that changes something is done and told; for closing alone. True where it was."""
        settled = not wait(list(self._open), timeout=seconds).not_done
        QCoreApplication.sendPostedEvents(None, QEvent.Type.MetaCall.value)
        return settled

    def close(self) -> None:
        """Lets running work end and takes no more."""
        self._closed = True
        self._readers.shutdown(wait=True, cancel_futures=True)
        self._speller.shutdown(wait=True, cancel_futures=True)
        self._workers.shutdown(wait=True)
        self._writer.shutdown(wait=True)

    def _submit(
        self,
        pool: ThreadPoolExecutor,
        job: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Sayable], None],
        *,
        writes: bool,
    ) -> None:
        if self._closed:
            return  # a window that is being torn down may still ask for a picture
        if writes:
            self._writing += 1
            if self._writing == 1:
                self.busy.emit(True)

        def run() -> None:
            try:
                result = job()
            except Sayable as error:
                said = error
                deliver = _Outcome(lambda: self._conclude(writes, lambda: failed(said)))
            except Exception as error:  # noqa: BLE001 - a bug in a job is told in the GUI thread
                bug = error
                deliver = _Outcome(lambda: self._conclude(writes, lambda: self.crashed.emit(bug)))
            else:
                deliver = _Outcome(lambda: self._conclude(writes, lambda: done(result)))
            if not self._closed:
                self._finished.emit(deliver)

        future = pool.submit(run)
        if writes:
            self._open.add(future)
            future.add_done_callback(self._open.discard)

    def _conclude(self, writes: bool, tell: Callable[[], None]) -> None:  # noqa: FBT001 - bound above
        if writes:
            self._writing -= 1
        tell()
        if writes and self._writing == 0:
            self.busy.emit(False)

    def _deliver(self, outcome: _Outcome) -> None:
        if not self._closed:
            outcome.deliver()
