"""The strip over the page: why it is locked, what it was begun on, and trouble that must be dealt with."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor_app.ui.keeping import Keeping
from editor_app.ui.kit.banner import Banner, Kind
from editor_app.ui.kit.theme import Theme
from editor_app.ui.open_story import OpenStory
from editor_app.words import Sayable, Trouble, Words


class NoticeStrip(QWidget):
    """Shows one banner at a time: trouble before a refusal, both before what is known of the story."""

    def __init__(self, theme: Theme, words: Words, story: OpenStory) -> None:
        super().__init__()
        self._words = words
        self._story = story
        self._act: Callable[[], None] | None = None
        self._said: Sayable | None = None
        self.banner = Banner(theme, close=words.text("banner.close"))
        self.banner.hide()
        self.banner.acted.connect(self._acted)
        self.banner.closed.connect(self.dismiss)
        self.older = Banner(theme)
        self.older.hide()
        self.older.acted.connect(story.take_newest)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 10, 18, 0)
        column.setSpacing(8)
        column.addWidget(self.banner)
        column.addWidget(self.older)
        self.hide()
        story.loaded.connect(self.dismiss)
        story.refreshed.connect(self._refresh)
        story.kept.connect(self._kept)

    def tell(self, said: Sayable) -> None:
        """Shows what went wrong, or why something was refused, until it is closed."""
        self._said = said
        self._refresh()

    def dismiss(self) -> None:
        """Drops what went wrong; what is known of the story stays."""
        self._said = None
        self._refresh()

    def _kept(self) -> None:
        if self._said is not None and isinstance(self._said, Trouble) and self._story.keeping is Keeping.KEPT:
            self.dismiss()

    def _refresh(self) -> None:
        words, story = self._words, self._story
        self._act = None
        if self._said is not None:
            kind: Kind = "error" if isinstance(self._said, Trouble) else "warning"
            self._show(words.say(self._said), kind)
        elif story.is_stale:
            view = story.view
            name = "–" if view is None else view.name_of(view.head.author)
            code = "" if view is None else view.head.code
            self._act = story.keep_mine
            self._show(words.text("strip.stale", name=name, code=code), "warning", words.text("strip.keep-mine"))
        elif (lock := story.edit_lock) is not None:
            self._act = story.unlock if story.can_unlock else None
            self._show(words.say(lock), "info", words.text("strip.unlock") if story.can_unlock else "")
        else:
            self.banner.hide()
        self.banner.cross.setVisible(self._said is not None)
        if story.is_stale and self._said is None:
            self.older.tell(words.text("strip.take-newest-text"), "info", action=words.text("strip.take-newest"))
        else:
            self.older.hide()
        self.setVisible(not self.banner.isHidden() or not self.older.isHidden())

    def _show(self, text: str, kind: Kind, action: str = "") -> None:
        if self.banner.isHidden() or self.banner.text != text or self.banner.button.text() != action:
            self.banner.tell(text, kind, action=action)

    def _acted(self) -> None:
        if self._act is not None:
            self._act()
