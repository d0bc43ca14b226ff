"""Puts clips of other programs into the body: short ones at once, long ones read off the GUI thread."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QTextCursor

from editor_app.formats.pasted import MetPicture, Pasted
from editor_app.richtext.fragments import paste
from editor_app.richtext.long_paste import STEP, LongPaste, signs_of
from editor_app.ui.body_editor import BodyEditor
from editor_app.ui.clips import Clip
from editor_app.ui.runner import Runner
from editor_app.words import Sayable, note

SHORT = 40_000  # bytes of HTML, or signs of text, that are read while the person waits
AT_ONCE = 2 * STEP  # signs that are put in at once
SOON_MS = 400  # what takes longer is told
_EDITING = {QEvent.Type.KeyPress, QEvent.Type.InputMethod, QEvent.Type.MouseButtonPress, QEvent.Type.Drop}


class _Place:
    """What was selected, or where the cursor stood, when a clip was asked for.

    It stays in front of what is typed there meanwhile. Two cursors: one that keeps its position on typing would
    yet select what is typed.
    """

    def __init__(self, cursor: QTextCursor) -> None:
        self._ends = tuple(_fixed(cursor, position) for position in (cursor.anchor(), cursor.position()))

    @property
    def ends(self) -> tuple[int, int]:
        """Anchor and position now."""
        return self._ends[0].position(), self._ends[1].position()

    def cursor(self) -> QTextCursor:
        """A cursor that selects it."""
        found = QTextCursor(self._ends[0])
        found.setKeepPositionOnInsert(False)
        found.setPosition(self.ends[0])  # its anchor went on with what was typed
        found.setPosition(self.ends[1], QTextCursor.MoveMode.KeepAnchor)
        return found

    def move(self, position: int) -> None:
        """Puts it elsewhere."""
        for end in self._ends:
            end.setPosition(position)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A clip that waits to be read, and where it goes."""

    clip: Clip
    place: _Place


class Pasting(QObject):
    """Pastes clips at the cursor where they were asked for; each is one undo step.

    `pictures_met(pictures, places)`: pictures stood in the clip, each a `MetPicture`; by its side the cursor
    below which it belongs. `told`: something to be said in the window, a Message. `stepped`: part of a long clip
    was put in. `settled`: nothing is read or put in any more.
    """

    pictures_met = Signal(list, list)
    told = Signal(object)
    stepped = Signal()
    settled = Signal()

    def __init__(self, body: BodyEditor, runner: Runner) -> None:
        super().__init__(body)
        self._body = body
        self._runner = runner
        self._waiting: deque[_Wanted] = deque()
        self._landing: LongPaste | None = None
        self._after: Callable[[], None] = _nothing
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(lambda: self.told.emit(note("paste-long")))
        runner.crashed.connect(lambda _: self._give_up())
        body.installEventFilter(self)
        body.viewport().installEventFilter(self)

    @property
    def is_busy(self) -> bool:
        """Whether a clip is being read or put in."""
        return bool(self._waiting) or self._landing is not None

    def take(self, clip: Clip) -> None:
        """Pastes a clip at the cursor."""
        if self._body.isReadOnly():
            return
        self.finish()
        place = _Place(self._body.textCursor())
        if clip.size <= SHORT and not self._waiting:
            self._land(place, clip.read())
            return
        self._waiting.append(_Wanted(clip, place))
        if len(self._waiting) == 1:
            self._read_next()

    def forget(self) -> None:
        """Drops what is still being read: another story is on the page."""
        self._waiting.clear()
        self._landing = None
        self._soon.stop()

    def finish(self) -> None:
        """Puts the rest of a long clip in at once."""
        if self._landing is not None:
            self._landing.finish()
            self._landed()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whoever goes on writing finds the whole clip there."""
        if self._landing is not None and event.type() in _EDITING:
            self.finish()
        return super().eventFilter(watched, event)

    def _read_next(self) -> None:
        if not self._waiting:
            self._soon.stop()
            return
        wanted = self._waiting[0]
        self._soon.start()

        def done(pasted: Pasted) -> None:
            if self._waiting and self._waiting[0] is wanted:
                self._soon.stop()
                self._waiting.popleft()
                self._land(wanted.place, pasted)
                self._read_next()

        def failed(error: Sayable) -> None:  # a reader raises nothing; a bug is told by the runner
            done(Pasted(notices=(error.message,)))

        self._runner.read(wanted.clip.read, done, failed)

    def _give_up(self) -> None:
        """A fault of the program ended what was being read: what waits behind it must not wait for ever."""
        if self._waiting:
            self._waiting.popleft()
            self._read_next()

    def _land(self, place: _Place, pasted: Pasted) -> None:
        if self._body.isReadOnly():
            return
        self.finish()
        shown, cursor = self._body.textCursor(), place.cursor()
        follows = (shown.anchor(), shown.position()) == place.ends
        behind = [wanted.place for wanted in self._waiting if wanted.place.ends == place.ends]

        def tell() -> None:
            for later in behind:
                later.move(cursor.position())
            self._tell(cursor, pasted, follows=follows)

        self._after = tell
        if signs_of(pasted.blocks) <= AT_ONCE:
            if pasted.blocks:
                paste(cursor, pasted.blocks)
            self._landed()
        else:
            self._landing = LongPaste(cursor, pasted.blocks)
            QTimer.singleShot(0, self, self._go_on)

    def _go_on(self) -> None:
        if self._landing is None:
            return
        self._landing.go_on()
        self.stepped.emit()
        if self._landing.is_done:
            self._landed()
        else:
            QTimer.singleShot(0, self, self._go_on)

    def _landed(self) -> None:
        """All of a clip is in: the view follows, unless somebody went elsewhere."""
        self._landing = None
        after, self._after = self._after, _nothing
        after()
        if not self.is_busy:
            self.settled.emit()

    def _tell(self, cursor: QTextCursor, pasted: Pasted, *, follows: bool) -> None:
        if follows:
            self._body.setTextCursor(cursor)
            self._body.moved.emit()
        if pasted.pictures:
            places = [_place_of(picture, cursor, len(pasted.blocks)) for picture in pasted.pictures]
            self.pictures_met.emit(list(pasted.pictures), places)
        for message in pasted.notices:
            self.told.emit(message)


def _fixed(cursor: QTextCursor, position: int) -> QTextCursor:
    """A cursor that stays in front of what is typed at its position."""
    fixed = QTextCursor(cursor)
    fixed.setPosition(position)
    fixed.setKeepPositionOnInsert(True)
    return fixed


def _place_of(picture: MetPicture, end: QTextCursor, number: int) -> QTextCursor:
    """Where a picture belongs: at the end of the block above it, or where the clip begins.

    Args:
        picture: the picture.
        end: behind the last word of the clip, where it now stands in the text.
        number: of the blocks that the clip has.
    """
    place = QTextCursor(end)
    if number:
        above = max(0, end.blockNumber() - number + max(picture.before, 1))
        place.setPosition(end.document().findBlockByNumber(above).position())
        if picture.before:
            place.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    return place


def _nothing() -> None:
    pass
