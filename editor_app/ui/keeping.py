"""Keeping: what was typed becomes the person's draft within two seconds, off the GUI thread, unasked."""

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import QObject, QTimer, Signal

from editor_app.newsroom.composing import Typed, keep_draft
from editor_app.newsroom.newsroom import Newsroom
from editor_app.story.people import Person
from editor_app.ui.runner import Runner
from editor_app.words import Sayable

KEEP_AFTER_MS = 1500  # after the first change that is not kept; with the write itself under two seconds
RETRY_MS = 4000


class Keeping(StrEnum):
    """How safe what is on screen is."""

    KEPT = "kept"
    CHANGED = "changed"
    FAILED = "failed"


class Keeper(QObject):
    """Watches one working copy at a time and writes it; one write runs at a time, so that each knows the last.

    Args:
        newsroom: where drafts are kept.
        runner: writes them.
        take: gives what is to be written: all of it where told so, else what changed since it was last asked.
        parent: its owner.
    """

    changed = Signal()  # `state` is another
    told = Signal(object)  # a Sayable: why it could not be kept

    def __init__(
        self, newsroom: Newsroom, runner: Runner, take: Callable[[bool], Typed], parent: QObject
    ) -> None:
        super().__init__(parent)
        self.state = Keeping.KEPT
        self.kept_at: datetime | None = None
        self._newsroom = newsroom
        self._runner = runner
        self._take = take
        self._of: tuple[str, Person] | None = None
        self._watched = 0
        self._edits = 0
        self._whole = True
        self._running = False
        self._handed_over = False
        self._again = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.keep)
        runner.crashed.connect(self._stumbled)

    @property
    def edits(self) -> int:
        """A count that grows with each change, to tell later whether anything was changed since."""
        return self._edits

    def watch(self, of: tuple[str, Person] | None, *, kept_at: datetime | None, whole: bool) -> None:
        """Goes over to another working copy (a story's id and whose it is), which is kept as it now stands.

        `whole` says that nothing of it is in the draft table yet.
        """
        self._watched += 1
        self._timer.stop()
        self._of, self._whole = of, whole
        self._running = self._handed_over = self._again = False
        self.kept_at = kept_at
        self._show(Keeping.KEPT)

    def touch(self) -> None:
        """Something was changed."""
        self._edits += 1
        if self.state is Keeping.KEPT:
            self._show(Keeping.CHANGED)
        if not self._timer.isActive():
            self._timer.start(KEEP_AFTER_MS)

    def keep(self) -> None:
        """Writes at once what is not kept yet, without waiting for the clock."""
        self._timer.stop()
        if self._of is None or self.state is Keeping.KEPT:
            return
        if self._running or self._handed_over:
            self._again = True
            return
        typed = self._take(self._whole)
        self._whole, self._running, self._again = False, True, False
        newsroom, (story_id, person) = self._newsroom, self._of
        watched, edits = self._watched, self._edits
        self._runner.write(
            lambda: keep_draft(newsroom, story_id=story_id, person=person, typed=typed),
            lambda _: self._kept(watched, edits),
            lambda error: self._failed(watched, error),
        )

    def hand_over(self) -> int:
        """What was typed goes into a revision, which ends the draft; returns the count of changes till then.

        Until it is said what came of it no draft is written, for it would outlive the revision.
        """
        self._timer.stop()
        self._handed_over, self._again = True, False
        return self._edits

    def take_back(self) -> None:
        """The revision came to nothing: what was typed is to be kept as a draft again."""
        self._handed_over, self._whole = False, True
        self._go_on()

    def saved(self, edits: int, at: datetime) -> None:
        """The revision is there; what was changed after it was taken is kept as a draft on top of it."""
        self._handed_over, self._whole = False, True
        if edits == self._edits:
            self._timer.stop()
            self.kept_at = at
            self._show(Keeping.KEPT)
        else:
            self._go_on()

    def _kept(self, watched: int, edits: int) -> None:
        if watched != self._watched:
            return
        self._running = False
        self.kept_at = self._newsroom.clock()
        self._show(Keeping.KEPT if edits == self._edits else Keeping.CHANGED)
        self._go_on()

    def _go_on(self) -> None:
        """Writes what is not kept: at once where that was asked for meanwhile, else when its time comes."""
        if self.state is Keeping.KEPT or self._handed_over:
            return
        if self._again:
            self.keep()
        elif not self._timer.isActive():
            self._timer.start(KEEP_AFTER_MS)

    def _failed(self, watched: int, error: Sayable) -> None:
        if watched == self._watched:
            self._go_on_trying()
        self.told.emit(error)

    def _stumbled(self, _bug: object) -> None:
        """A fault of the program may have been in the write that runs: it counts as not written."""
        if self._running:
            self._go_on_trying()

    def _go_on_trying(self) -> None:
        self._running, self._whole = False, True
        self._show(Keeping.FAILED)
        self._timer.start(RETRY_MS)

    def _show(self, state: Keeping) -> None:
        self.state = state
        self.changed.emit()
