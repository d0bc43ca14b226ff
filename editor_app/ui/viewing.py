"""How one looks at the window: focus mode, folded parts, size of the page, other stories, the list of keys."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QSettings, QTimer, Signal
from PySide6.QtWidgets import QWidget

from editor_app.ui.announcer import Announcer
from editor_app.ui.binding import bind
from editor_app.ui.dialogs.shortcuts_dialog import ShortcutsDialog
from editor_app.ui.folding import Folding
from editor_app.ui.kit.theme import Theme
from editor_app.ui.open_story import OpenStory
from editor_app.ui.pictures import PictureShelf
from editor_app.ui.places import Places
from editor_app.ui.quick_switcher import QuickSwitcher, SwitcherSource
from editor_app.ui.reading_order import tell_in_order
from editor_app.ui.runner import Runner
from editor_app.ui.story_page import StoryPage
from editor_app.ui.view_menu import ViewFoot, ViewMenu
from editor_app.words import Words


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a window that may be folded away; see `Folding`."""

    desk: QWidget
    side: QWidget
    head: QWidget
    bars: Sequence[QWidget]


class Viewing(QObject):
    """Binds the keys of all that, and has the foot that opens the View menu.

    Args:
        runner: finds stories in the background.
        shelf: has their pictures.
        theme: colours what is shown.
        words: words it.
        settings: where it is remembered how one looks.
        story: the open story.
        page: where it is read, in its window.
        parts: what stands around the page.
    """

    told = Signal(object)

    def __init__(
        self,
        runner: Runner,
        shelf: PictureShelf,
        theme: Theme,
        words: Words,
        settings: QSettings,
        story: OpenStory,
        page: StoryPage,
        parts: Parts,
    ) -> None:
        window = page.window()
        super().__init__(window)
        self._theme, self._words, self._window = theme, words, window
        self._story = story
        reading = page.reading
        self.folding = Folding(
            desk=parts.desk,
            side=parts.side,
            head=parts.head,
            bars=parts.bars,
            page=page,
            settings=settings,
            parent=self,
        )
        self.places = Places(story, page, settings)
        self.announcer = Announcer(words, story, page.body)
        self.menu = ViewMenu(words, reading, self.folding, window)
        self.foot = ViewFoot(theme, words, self.menu, reading, self.folding)
        source = SwitcherSource(story.newsroom, runner, shelf, lambda: self.places.recent, lambda: story.story_id)
        self.switcher = QuickSwitcher(source, theme, words, shelf, window)
        self.switcher.chosen.connect(self._open)
        self.switcher.trouble.connect(self.told)
        self.menu.shortcuts_wanted.connect(self.show_shortcuts)
        self._order = QTimer(self)
        self._order.setSingleShot(True)
        self._order.timeout.connect(lambda: tell_in_order(window))
        for changed in (story.loaded, story.refreshed, story.edited, self.folding.changed):
            changed.connect(self._order.start)
        for code, act in (
            ("focus-mode", self.folding.toggle_focus),
            ("fold-desk", self.folding.toggle_desk),
            ("fold-panels", self.folding.toggle_side),
            ("zoom-in", lambda: reading.zoom_by(1)),
            ("zoom-out", lambda: reading.zoom_by(-1)),
            ("zoom-reset", reading.reset_zoom),
            ("switch", self.switcher.start),
            ("shortcuts", self.show_shortcuts),
        ):
            bind(code, window, act)

    def show_shortcuts(self) -> None:
        """Shows the list of all keys."""
        ShortcutsDialog(self._theme, self._words, self._window).open()

    def _open(self, story_id: str) -> None:
        if story_id != self._story.story_id:
            self._story.open(story_id)
