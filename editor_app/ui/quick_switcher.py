"""The quick switcher: a palette over the window that leads by the keys to any story, those opened last first.

It lies in the window, not before it: where Wayland draws the desktop no window may say where it stands.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QDialog, QListView, QVBoxLayout, QWidget
from shiboken6 import isValid

from editor_app.newsroom.desk import desk_counts, desk_page, desk_rows
from editor_app.newsroom.newsroom import Newsroom
from editor_app.newsroom.picture_sides import LIST_SIDE
from editor_app.newsroom.staff import everyone
from editor_app.storage.story_row import Page
from editor_app.ui.desk_delegate import DeskDelegate, row_height
from editor_app.ui.desk_model import DeskModel
from editor_app.ui.desk_source import Found
from editor_app.ui.kit.announce import announce
from editor_app.ui.kit.hairline import Hairline
from editor_app.ui.kit.label import label
from editor_app.ui.kit.scroll_gutter import OverlayBar
from editor_app.ui.kit.search_field import SearchField
from editor_app.ui.kit.theme import Theme
from editor_app.ui.kit.traits import set_ground
from editor_app.ui.pictures import PictureShelf
from editor_app.ui.runner import Runner
from editor_app.words import Sayable, Words

WIDTH = 560  # px
ROWS = 7  # in sight, where the window has the room
TOP = 64  # px below the upper edge of the window
AROUND = 220  # px that the field, the hint and the window around the palette take

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: ROWS, Qt.Key.Key_PageUp: -ROWS}
_ROUND = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
_STAYS = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}  # the field's own menu opens


class SwitcherSource:
    """A `DeskSource` that begins with the stories that were open last, the one on screen left out.

    Where something is sought all stories are looked through, whatever state they are in.
    """

    def __init__(
        self,
        newsroom: Newsroom,
        runner: Runner,
        shelf: PictureShelf,
        recent: Callable[[], tuple[str, ...]],
        current: Callable[[], str | None],
    ) -> None:
        self.zone = newsroom.style.zone
        self._newsroom = newsroom
        self._runner = runner
        self._shelf = shelf
        self._recent = recent
        self._current = current

    def read(
        self,
        shown: tuple[str, ...],
        search: str,
        *,
        size: int,
        after: str | None = None,
        done: Callable[[Found], None],
        failed: Callable[[Sayable], None],
    ) -> None:
        """Reads in the background (see `DeskSource`)."""
        newsroom, current = self._newsroom, self._current()
        recent = () if search else tuple(story for story in self._recent()[:size] if story != current)
        left_out = set() if search else {*recent, current}

        def found() -> Found:
            first = () if after else desk_rows(newsroom, recent)
            page = desk_page(newsroom, shown=shown, search=search, after=after, size=size)
            others = tuple(row for row in page.rows if row.id not in left_out)
            return Found(Page((*first, *others), page.next), everyone(newsroom))

        self._runner.read(found, done, failed)

    def count(self, done: Callable[[Mapping[str, int]], None], failed: Callable[[Sayable], None]) -> None:
        """Counts in the background."""
        self._runner.read(lambda: desk_counts(self._newsroom), done, failed)

    def picture(self, sha256: str) -> QImage | None:
        """The thumbnail, if it is at hand; else it is fetched, and the shelf tells when it is there."""
        return self._shelf.picture(sha256, LIST_SIDE)


class _Cover(QWidget):
    """Lies over the whole window, unseen, while the palette is open; a press beside the palette closes it."""

    pressed = Signal()
    resized = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)
        self.hide()

    def start(self) -> None:
        """Lies down over everything."""
        self.setGeometry(self._window.rect())
        self.raise_()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() is QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._window.rect())
            self.resized.emit()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.pressed.emit()


class QuickSwitcher(QDialog):
    """Takes what is sought, and emits which story was chosen.

    It goes when something else is turned to, and gives the keyboard back to who had it. While it is open all
    keys are its own.

    Args:
        source: where stories come from; `SwitcherSource` puts those first that were open last.
        theme: colours it.
        words: what it says.
        shelf: tells when a thumbnail came.
        window: the window that it stands over.
    """

    chosen = Signal(str)
    trouble = Signal(object)

    def __init__(
        self, source: SwitcherSource, theme: Theme, words: Words, shelf: PictureShelf, window: QWidget
    ) -> None:
        self._cover = _Cover(window)
        super().__init__(self._cover)
        self.setWindowFlags(Qt.WindowType.Widget)  # a dialog to screen readers, but no window of its own
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._window = window
        self._before: QWidget | None = None  # who had the keyboard
        self._words = words
        self._opens_first = False
        self.setWindowTitle(words.text("switcher.title"))
        self.setAccessibleName(words.text("switcher.title"))
        self.field = SearchField(
            theme,
            words.text("switcher.hint"),
            clear=words.text("search.clear"),
            name=words.text("switcher.title"),
        )
        self.field.setAccessibleDescription(words.text("switcher.keys"))
        self.model = DeskModel(source, words, self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(DeskDelegate(source, theme, words, self.list, lines=1))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the field keeps the keys and moves through it
        self.list.setAccessibleName(words.text("desk.title"))
        self._bar = OverlayBar(self.list)
        set_ground(self.list, "pane")
        self._nothing = label(words.text("switcher.nothing"), "soft")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        self._cover.pressed.connect(self.reject)
        self._cover.resized.connect(self._place)
        self.field.installEventFilter(self)
        self.field.searched.connect(self._search)
        self.list.clicked.connect(self._open)
        self.list.selectionModel().currentChanged.connect(self._say)
        self.model.filled.connect(self._filled)
        self.model.trouble.connect(self.trouble)
        shelf.ready.connect(lambda _: self.list.viewport().update())
        theme.changed.connect(self.list.viewport().update)

    def start(self) -> None:
        """Shows the palette, nothing sought, at the story that was open before this one."""
        self.field.clear()
        self._search("")
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        self._place()
        self._cover.start()
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def done(self, result: int) -> None:
        """Goes, and gives the keyboard back, unless somebody else has taken it."""
        before, self._before = self._before, None
        is_ours = before is not None and isValid(before) and self._window.focusWidget() is self.field
        if is_ours and before is not None:  # before it hides, or Qt would give it to the next in the window
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        super().done(result)
        self._cover.hide()
        if is_ours and before is not None and self._window.focusWidget() is not before:
            before.setFocus(Qt.FocusReason.OtherFocusReason)  # Qt did, as the window is not the active one

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys in the field that move through the list, open, or leave."""
        if watched is self.field:
            if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
                event.accept()  # the window's shortcuts wait
                return True
            if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
                return self._take_key(event)
            if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _STAYS:
                self._leave()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.WindowDeactivate:
            self._leave()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()  # what the field has no use for is nobody else's either

    def _leave(self) -> None:
        if self.isVisible():
            self.reject()

    def _place(self) -> None:
        rows = min(ROWS, max((self._window.height() - AROUND) // row_height(1), 2))
        self._body.setFixedHeight(rows * row_height(1))
        self.setFixedWidth(min(WIDTH, self._window.width() - 2 * TOP))
        self.adjustSize()
        self.move((self._window.width() - self.width()) // 2, TOP)

    def _take_key(self, event: QKeyEvent) -> bool:
        code = Qt.Key(event.key())
        controlled = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if code in _STEPS:
            self._step(_STEPS[code])
        elif code in _ROUND:  # with Ctrl as without it: nothing else takes the focus here
            self._step(_ROUND[code], goes_round=True)
        elif code in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not controlled:
            self._opens_first = self.model.is_reading
            if not self._opens_first:
                self._open(self.list.currentIndex())
        elif code is Qt.Key.Key_Escape:
            self.reject()
        else:
            return False
        return True

    def _search(self, text: str) -> None:
        self._opens_first = False
        self.model.ask(shown=(), search=text.strip())

    def _step(self, by: int, *, goes_round: bool = False) -> None:
        last = self.model.rowCount() - 1
        if last >= 0:
            place = self.list.currentIndex().row() + by
            place = place % (last + 1) if goes_round else min(max(place, 0), last)
            self.list.setCurrentIndex(self.model.index(place))

    def _filled(self) -> None:
        found = self.model.rowCount() > 0
        self.list.setVisible(found)
        self._nothing.setVisible(not found)
        if found:
            self.list.setCurrentIndex(self.model.index(0))
        else:
            announce(self.field, self._nothing.text())
        if self._opens_first:
            self._open(self.list.currentIndex())

    def _say(self, index: QModelIndex) -> None:
        if index.isValid() and self.isVisible():
            announce(self.field, str(index.data(Qt.ItemDataRole.AccessibleTextRole)))

    def _open(self, index: QModelIndex) -> None:
        row = self.model.story_at(index.row())
        self._opens_first = False
        if row is not None:
            self.accept()
            self.chosen.emit(row.id)

    def _lay_out(self) -> None:
        over = QWidget()
        head = QVBoxLayout(over)
        head.setContentsMargins(12, 12, 12, 12)
        head.addWidget(self.field)
        self._body = QWidget()
        body = QVBoxLayout(self._body)
        body.setContentsMargins(1, 0, 1, 0)
        body.addWidget(self.list)
        body.addWidget(self._nothing)
        self._nothing.hide()
        keys = label(self._words.text("switcher.keys"), "tiny")
        keys.setContentsMargins(14, 8, 14, 9)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (over, Hairline(), self._body, Hairline(), keys):
            column.addWidget(widget)
