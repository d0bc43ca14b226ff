"""Some exports of one story, one after the other, as one piece of work that may be stopped."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Event as Flag

from PySide6.QtCore import QObject, Signal

from editor_app.newsroom.newsroom import Newsroom
from editor_app.newsroom.publishing import Exported, ExportFormat, export
from editor_app.story.people import Person
from editor_app.ui.runner import Runner
from editor_app.words import Sayable


@dataclass(frozen=True, slots=True)
class Outcome:
    """The files that were made, the formats that were not, and why; no error where it was cancelled."""

    made: tuple[Path, ...]
    missing: tuple[ExportFormat, ...]
    error: Sayable | None = None


class Exporting(QObject):
    """Writes a story out in some formats, off the GUI thread; what stands when it is stopped stays.

    Args:
        newsroom: whose story it is.
        runner: runs each export as a job of its own.
        story_id: the story.
        person: who exports it.
        proof: whether proofs are made.
        parent: what it belongs to.
    """

    advanced = Signal(int, int)  # steps done, of how many
    made = Signal(object)  # each Exported
    ended = Signal(object)  # the Outcome

    def __init__(
        self,
        newsroom: Newsroom,
        runner: Runner,
        *,
        story_id: str,
        person: Person,
        proof: bool,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.usual_folder = newsroom.store.folder.exports
        self._newsroom = newsroom
        self._runner = runner
        self._story_id = story_id
        self._person = person
        self.proof = proof
        self._cancelled = Flag()
        self._kinds: tuple[ExportFormat, ...] = ()
        self._out = Path()
        self._made: list[Path] = []
        self.is_running = False
        runner.crashed.connect(self._break_off)

    def start(self, kinds: tuple[ExportFormat, ...], out: Path) -> None:
        """Begins to write the story out into a folder, in each of the formats."""
        self._kinds, self._out = kinds, out
        self._made = []
        self._cancelled.clear()
        self.is_running = True
        self._go_on()

    def cancel(self) -> None:
        """Stops before the next picture or file; the file under way is not written."""
        self._cancelled.set()

    def _go_on(self) -> None:
        if len(self._made) == len(self._kinds) or self._cancelled.is_set():
            self._end(None)
        else:
            self._runner.work(self._job(), self._take, self._fail)

    def _take(self, exported: Exported) -> None:
        if not self.is_running:
            return
        self._made.append(exported.path)
        self.made.emit(exported)
        self._go_on()

    def _fail(self, error: Sayable) -> None:
        self._end(None if error.message.code == "export-cancelled" else error)

    def _break_off(self) -> None:
        """After a bug nothing comes back: whoever waits is let go."""
        if self.is_running:
            self._end(None)

    def _end(self, error: Sayable | None) -> None:
        self.is_running = False
        self.ended.emit(Outcome(tuple(self._made), self._kinds[len(self._made) :], error))

    def _job(self) -> Callable[[], Exported]:
        number, count = len(self._made), len(self._kinds)
        kind = self._kinds[number]

        def progress(done: int, total: int) -> bool:
            steps = total + 1  # the pictures, and the file itself
            self.advanced.emit(number * steps + done, count * steps)
            return not self._cancelled.is_set()

        return lambda: export(
            self._newsroom,
            story_id=self._story_id,
            person=self._person,
            format=kind,
            out=self._out,
            proof=self.proof,
            progress=progress,
        )
