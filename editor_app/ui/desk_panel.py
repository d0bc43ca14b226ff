"""The desk: the newsroom's stories, filtered by state, with the one on screen marked."""

from collections.abc import Mapping

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QMenu, QStackedLayout, QVBoxLayout, QWidget

from editor_app.ui.desk_delegate import DeskDelegate
from editor_app.ui.desk_model import DeskModel
from editor_app.ui.desk_source import DeskSource, Found
from editor_app.ui.kit.button import Button
from editor_app.ui.kit.empty_state import EmptyState
from editor_app.ui.kit.filter_chips import Filter, FilterChips
from editor_app.ui.kit.label import label
from editor_app.ui.kit.scroll_gutter import OverlayBar
from editor_app.ui.kit.theme import Theme
from editor_app.ui.kit.tool_button import ToolButton
from editor_app.ui.kit.traits import set_ground
from editor_app.words import Words

ALL = "all"
FILTERS = ("draft", "returned", "in-review", "approved", "exported", "live", "withdrawn", "spiked")
SPIKED = "spiked"
AT_WORK = tuple(code for code in FILTERS if code != SPIKED)  # what "all" means: a spiked story is off the desk
USUAL = (ALL, "draft", "in-review", "exported")  # as chips; the other states stand in the menu beside them


class _StoryList(QListView):
    """The list of stories. The focus alone opens none: where none is open it waits at the first."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.currentIndex().isValid():
            selection = self.selectionModel()
            blocked = selection.blockSignals(True)
            selection.setCurrentIndex(self.model().index(0, 0), QItemSelectionModel.SelectionFlag.NoUpdate)
            selection.blockSignals(blocked)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.currentIndex()
        waits = current.isValid() and not self.selectionModel().isSelected(current)
        if waits and event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Space}:
            self.activated.emit(current)
        else:
            super().keyPressEvent(event)


class DeskPanel(QWidget):
    """Shows the list; emits which story a person chose, and that a new one is wanted."""

    chosen = Signal(str)
    new_wanted = Signal()
    unfiltered = Signal()  # every story is shown again, whatever was sought
    trouble = Signal(object)

    def __init__(self, source: DeskSource, theme: Theme, words: Words) -> None:
        super().__init__()
        self._source = source
        self._theme = theme
        self._words = words
        self._search = ""
        self._opens_first = False
        self._current: str | None = None
        self._counts: Mapping[str, int] = {}
        set_ground(self, "pane")
        self.model = DeskModel(source, words, self)
        self.list = _StoryList()
        self.list.setModel(self.model)
        self.list.setItemDelegate(DeskDelegate(source, theme, words, self.list))
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(words.text("desk.title"))
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.scroll_bar = OverlayBar(self.list)
        set_ground(self.list, "pane")
        self._new = Button(theme, words.text("desk.new"), variant="primary", icon="plus")
        self._new.clicked.connect(self.new_wanted)
        self._chips = FilterChips(theme, words.text("desk.filter"), self._filters())
        self._chips.show_only(USUAL)
        self._chips.chosen.connect(self._filter)
        self._menu = QMenu(self)
        self._more = ToolButton(theme, "list-filter", words.text("desk.more-filters"))
        self._more.clicked.connect(self._open_filters)
        self._empty = EmptyState(theme, "file-text", words.text("desk.empty"))
        self._nothing = EmptyState(
            theme, "search", words.text("desk.nothing"), action=words.text("desk.show-all")
        )
        self._nothing.asked.connect(self._show_all)
        self._lay_out()
        self.list.selectionModel().currentChanged.connect(self._choose)
        self.list.activated.connect(self._choose)
        self.model.filled.connect(self._filled)
        self.model.trouble.connect(self.trouble)
        theme.changed.connect(self.list.viewport().update)

    def refresh(self) -> None:
        """Reads list and counts anew."""
        self._ask()
        self._source.count(self._count, self.trouble.emit)

    def show_first(self, found: Found, counts: Mapping[str, int]) -> None:
        """Shows what was seen of the list before it could be read."""
        self.model.show_found(found)
        self._count(counts)

    def refuse_new(self, reason: str | None) -> None:
        """Says why the person here may not start a story; None where one may be started."""
        self._new.set_refusal(reason)

    def search(self, text: str) -> None:
        """Keeps only stories with these words."""
        self._search = text.strip()
        self._opens_first = False
        self._ask()

    def mark(self, story_id: str | None) -> None:
        """Marks the story that is on screen, without opening it."""
        self._current = story_id
        self._mark()

    def take_focus(self) -> None:
        """Puts the keyboard onto the list, at the story on screen, else at the first, which stays unopened."""
        if self._stack.currentWidget() is not self.list:
            self._new.setFocus(Qt.FocusReason.TabFocusReason)
            return
        self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def open_first(self) -> None:
        """Opens the first story of the list, as soon as the list is there."""
        self._opens_first = self.model.is_reading
        if not self._opens_first and self.model.rowCount():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
            self.list.setCurrentIndex(self.model.index(0))
            self._choose(self.model.index(0))

    def step(self, by: int) -> None:
        """Goes to the next or the previous story of the list."""
        index = self.model.index(max(self.list.currentIndex().row() + by, 0))
        if index.isValid():
            self.list.setCurrentIndex(index)

    def _lay_out(self) -> None:
        words = self._words
        head = QHBoxLayout()
        head.setContentsMargins(14, 12, 14, 0)
        head.addWidget(label(words.text("desk.title"), "title"))
        head.addStretch()
        head.addWidget(self._more)
        head.addSpacing(4)
        head.addWidget(self._new)
        chips = QHBoxLayout()
        chips.setContentsMargins(14, 0, 4, 10)
        chips.addWidget(self._chips)
        body = QWidget()
        self._stack = QStackedLayout(body)
        for page in (self.list, self._empty, self._nothing):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addLayout(chips)
        column.addWidget(body, 1)

    def _filters(self) -> tuple[Filter, ...]:
        words = self._words
        return (
            Filter(ALL, words.text("desk.all"), 0),
            *(Filter(code, words.text(f"state-short.{code}"), 0) for code in FILTERS),
        )

    def _ask(self) -> None:
        code = self._chips.current
        self.model.ask(shown=AT_WORK if code == ALL else (code,), search=self._search)

    def _shown_chips(self) -> tuple[str, ...]:
        """The usual ones; one from the menu takes the place of the last of them while it is chosen."""
        current = self._chips.current
        return USUAL if current in USUAL else (*USUAL[:2], current)

    def _open_filters(self) -> None:
        self._menu.clear()
        for code in (ALL, *FILTERS):
            count = self._number(code)
            name = self._words.text("desk.all" if code == ALL else f"state.{code}")
            entry = self._menu.addAction(f"{name}  {count}")
            entry.setCheckable(True)
            entry.setChecked(code == self._chips.current)
            entry.triggered.connect(lambda _=False, code=code: self._filter(code))
        self._menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height() + 4)))

    def _filter(self, code: str) -> None:
        self._chips.choose(code)
        self._chips.show_only(self._shown_chips())
        self._ask()

    def _show_all(self) -> None:
        self._search = ""
        self._filter(ALL)
        self.unfiltered.emit()

    def _count(self, counts: Mapping[str, int]) -> None:
        self._counts = counts
        self._chips.set_counts({code: self._number(code) for code in (ALL, *FILTERS)})
        self._chips.show_only(self._shown_chips())
        self._filled()

    def _number(self, code: str) -> int:
        """How many stories a filter keeps."""
        return sum(self._counts.get(shown, 0) for shown in (AT_WORK if code == ALL else (code,)))

    def _filled(self) -> None:
        if self.model.rowCount():
            self._stack.setCurrentWidget(self.list)
        else:
            anything = bool(self._search) or self._chips.current != ALL
            self._stack.setCurrentWidget(self._nothing if anything else self._empty)
        self._mark()
        if self._opens_first and not self.model.is_reading:
            self.open_first()

    def _mark(self) -> None:
        row = -1 if self._current is None else self.model.row_of(self._current)
        selection = self.list.selectionModel()
        blocked = selection.blockSignals(True)
        if row >= 0:
            selection.setCurrentIndex(self.model.index(row), QItemSelectionModel.SelectionFlag.ClearAndSelect)
        else:
            selection.clear()
        selection.blockSignals(blocked)
        self.list.viewport().update()

    def _choose(self, index: QModelIndex) -> None:
        row = self.model.story_at(index.row())
        if row is not None and row.id != self._current:
            self._current = row.id
            self.chosen.emit(row.id)
