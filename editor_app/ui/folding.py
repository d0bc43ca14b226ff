"""Which parts of the window are in sight: those folded by the person are not, in focus mode only the page is."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtWidgets import QWidget

from editor_app.ui.focus import focused
from editor_app.ui.page_sight import lay_out
from editor_app.ui.story_page import StoryPage

_DESK, _SIDE = "folded/desk", "folded/panels"


class Folding(QObject):
    """Folds desk, panels and bars away and brings them back; the text that is being read stays where it is.

    What the person folded is remembered. Focus mode lasts until it is left or the program ends, whichever stories
    are opened meanwhile.

    Args:
        desk: the list of stories.
        side: the panels beside the page, there only while a story is open.
        head: the story's header and toolbar, likewise.
        bars: what else focus mode folds away.
        page: the page, which stays.
        settings: where folded parts are remembered.
        parent: its owner.
    """

    changed = Signal()

    def __init__(
        self,
        *,
        desk: QWidget,
        side: QWidget,
        head: QWidget,
        bars: Sequence[QWidget],
        page: StoryPage,
        settings: QSettings,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk, self._side, self._head, self._bars = desk, side, head, tuple(bars)
        self._page = page
        self._settings = settings
        self._folded = {part for part in (_DESK, _SIDE) if str(settings.value(part, "")) == "yes"}
        self._has_story = False
        self._focused = False
        self._way_back: tuple[int, int, int] | None = None
        self._show()

    @property
    def is_focused(self) -> bool:
        """Whether the page stands alone."""
        return self._focused

    @property
    def has_story(self) -> bool:
        """Whether there is a page to look at."""
        return self._has_story

    @property
    def shows_desk(self) -> bool:
        """Whether the person wants the list of stories in sight."""
        return _DESK not in self._folded

    @property
    def shows_side(self) -> bool:
        """Whether the person wants the panels in sight."""
        return _SIDE not in self._folded

    def show_story(self, *, is_open: bool) -> None:
        """A story is on the page now, or none is."""
        self._has_story = is_open
        if not is_open:
            self._focused = False
        self._way_back = None
        self._show()

    def toggle_desk(self) -> None:
        """Folds the list of stories, or brings it back."""
        self._toggle(_DESK)

    def toggle_side(self) -> None:
        """Folds the panels, or brings them back."""
        self._toggle(_SIDE)

    def open_desk(self) -> None:
        """Brings the list of stories into sight, for something in it is wanted."""
        self.set_focused(False)
        self._set(_DESK, folded=False)
        self._show()

    def open_side(self) -> None:
        """Brings the panels into sight, for something in them is wanted."""
        self.set_focused(False)
        self._set(_SIDE, folded=False)
        self._show()

    def leave_focus(self) -> None:
        """Brings everything back."""
        self.set_focused(False)

    def toggle_focus(self) -> None:
        """Goes into focus mode, or out of it."""
        self.set_focused(not self._focused)

    def set_focused(self, on: bool) -> None:  # noqa: FBT001 - a signal's value
        """Lets the page stand alone, or brings back what stood around it; without a story there is none."""
        if on == self._focused or (on and not self._has_story):
            return
        page = self._page
        bar = page.verticalScrollBar()
        stood, left, sight = page.window_top, self._way_back, page.sight
        before, width = bar.value(), page.body.width()
        holder = focused(page.window())
        if on and (holder is None or not page.isAncestorOf(holder)):
            page.take_focus()  # before its holder is hidden, for then Qt looks for another by itself
        self._focused = on
        self._show()
        lay_out(page.body)
        if left is not None and left[1:] == (before, width):
            bar.setValue(left[0])  # nobody scrolled: exactly as it was
        elif sight.key:
            page.show_sight(sight.lowered(stood - page.window_top))
        self._way_back = (before, bar.value(), page.body.width()) if on else None
        page.stand_still()

    def _toggle(self, part: str) -> None:
        if self._focused:  # asked for by name, it is wanted in sight
            self.set_focused(False)
            self._set(part, folded=False)
        else:
            self._set(part, folded=part not in self._folded)
        self._show()

    def _set(self, part: str, *, folded: bool) -> None:
        self._folded = self._folded | {part} if folded else self._folded - {part}
        self._settings.setValue(part, "yes" if folded else "no")

    def _show(self) -> None:
        alone = self._focused
        self._desk.setVisible(not alone and self.shows_desk)
        self._side.setVisible(not alone and self._has_story and self.shows_side)
        self._head.setVisible(not alone and self._has_story)
        for bar in self._bars:
            bar.setVisible(not alone)
        self.changed.emit()
