"""The strip over the page: why it is locked, what it was sent back for, and trouble that must be dealt with."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor_app.newsroom.desk import StoryView
from editor_app.story.events import EventKind
from editor_app.story.workflow import HeadState
from editor_app.ui.keeping import Keeping
from editor_app.ui.kit.banner import Banner, Kind
from editor_app.ui.kit.theme import Theme
from editor_app.ui.open_story import OpenStory
from editor_app.ui.rescue_notice import RescueNotice
from editor_app.words import Sayable, Trouble, Words

NOTE_LENGTH = 320  # signs of an editor's note that are shown here; the whole stands in the review tab


class NoticeStrip(QWidget):
    """Shows one banner at a time: trouble before a refusal, both before what is known of the story.

    Under it stand the editor's note, while the story is returned, and what else may be done with an older copy.
    """

    def __init__(self, theme: Theme, words: Words, story: OpenStory) -> None:
        super().__init__()
        self._words = words
        self._story = story
        self._act: Callable[[], None] | None = None
        self._said: Sayable | None = None
        self._said_of: str | None = None
        self._from_keeping = False
        self.banner = Banner(theme, close=words.text("banner.close"))
        self.banner.acted.connect(self._acted)
        self.banner.closed.connect(self.dismiss)
        self.older = Banner(theme)
        self.older.acted.connect(story.take_newest)
        self.returned = Banner(theme, kind="warning")
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 10, 18, 10)
        column.setSpacing(8)
        for banner in (self.banner, self.older, self.returned):
            banner.hide()
            column.addWidget(banner)
        self._more: list[Banner] = []
        self.hide()
        story.loaded.connect(self._loaded)
        story.refreshed.connect(self._refresh)
        story.kept.connect(self._kept)

    def add(self, notice: RescueNotice) -> None:
        """Shows another notice over its own, whenever that has something to say."""
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(0, notice)
        self._more.append(notice)
        notice.changed.connect(self._show_or_hide)

    def tell(self, said: Sayable) -> None:
        """Shows what went wrong, or why something was refused, until it is closed or another story is opened."""
        self._say(said, from_keeping=False)

    def tell_not_kept(self, said: Sayable) -> None:
        """Shows why what was typed is not kept, until it is."""
        self._say(said, from_keeping=True)

    def dismiss(self) -> None:
        """Drops what went wrong; what is known of the story stays."""
        self._said = None
        self._refresh()

    def _say(self, said: Sayable, *, from_keeping: bool) -> None:
        self._said, self._said_of, self._from_keeping = said, self._story.story_id, from_keeping
        self._refresh()

    def _loaded(self) -> None:
        if self._said_of != self._story.story_id:
            self.dismiss()

    def _kept(self) -> None:
        if self._said is not None and self._from_keeping and self._story.keeping is Keeping.KEPT:
            self.dismiss()

    def _refresh(self) -> None:
        words, story = self._words, self._story
        self._act = None
        if self._said is not None:
            kind: Kind = "error" if isinstance(self._said, Trouble) else "warning"
            _show(self.banner, words.say(self._said), kind)
        elif story.is_stale:
            view = story.view
            name = "–" if view is None else view.name_of(view.head.author)
            code = "" if view is None else view.head.code
            self._act = story.keep_mine
            keep = words.text("strip.keep-mine")
            _show(self.banner, words.text("strip.stale", name=name, code=code), "warning", keep)
        elif (lock := story.words_lock) is not None and story.view is not None and story.view.unreadable is None:
            self._act = story.unlock if story.can_unlock else None
            unlock = words.text("strip.unlock") if story.can_unlock else ""
            _show(self.banner, words.say(lock), "info", unlock)
        else:
            self.banner.hide()
        self.banner.cross.setVisible(self._said is not None)
        if story.is_stale and self._said is None:
            take = words.text("strip.take-newest")
            _show(self.older, words.text("strip.take-newest-text"), "info", take)
        else:
            self.older.hide()
        self._show_return()
        self._show_or_hide()

    def _show_or_hide(self) -> None:
        banners = (self.banner, self.older, self.returned, *self._more)
        self.setVisible(any(not banner.isHidden() for banner in banners))

    def _show_return(self) -> None:
        """What the editor wants changed, before the eyes of whoever is to change it."""
        view = self._story.view
        said = None if view is None else last_return(view)
        if said is None:
            self.returned.hide()
            return
        name, whole = said
        note = " ".join(whole.split())
        short = note if len(note) <= NOTE_LENGTH else f"{note[:NOTE_LENGTH].rstrip()}…"
        _show(self.returned, self._words.text("review.returned", name=name, note=short), "warning")
        self.returned.setToolTip(whole if short != whole else "")

    def _acted(self) -> None:
        if self._act is not None:
            self._act()


def last_return(view: StoryView) -> tuple[str, str] | None:
    """Who sent a story back, and the note that came with it; None where it does not stand returned."""
    if view.standing.head is not HeadState.RETURNED:
        return None
    event = next((event for event in reversed(view.events) if event.kind is EventKind.RETURNED), None)
    return None if event is None else (view.name_of(event.person), event.text("note"))


def _show(banner: Banner, text: str, kind: Kind, action: str = "") -> None:
    """Shows a banner; one that says so already is not told to the screen reader again."""
    if banner.isHidden() or banner.text != text or banner.button.text() != action:
        banner.tell(text, kind, action=action)
