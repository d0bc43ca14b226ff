"""The foot of the window: how safe the text is, how long it is, and whose hands it is in."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from editor_app.newsroom.newsroom import Newsroom
from editor_app.ui.keeping import Keeping
from editor_app.ui.kit.label import ElidedLabel, label
from editor_app.ui.kit.theme import Theme
from editor_app.ui.kit.traits import set_ground
from editor_app.ui.length_line import LengthLine
from editor_app.ui.open_story import OpenStory
from editor_app.ui.runner import Runner
from editor_app.words import Words

HEIGHT = 28
ROOMY = 1200  # px, in which everything has its place


class StatusLine(QWidget):
    """Shows keeping, words, reading time, and the person."""

    def __init__(self, newsroom: Newsroom, runner: Runner, theme: Theme, words: Words, story: OpenStory) -> None:
        super().__init__()
        set_ground(self, "pane")
        self.setFixedHeight(HEIGHT)
        self._newsroom = newsroom
        self._theme = theme
        self._words = words
        self._story = story
        self._dot = label("●", "small")
        self._kept = label("", "small")
        self.length = LengthLine(newsroom, runner, words, story)
        self._person = ElidedLabel("", "small")
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(6)
        row.addWidget(self._dot)
        row.addWidget(self._kept)
        row.addSpacing(12)
        row.addWidget(self.length)
        row.addStretch(1)
        row.addWidget(self._person)
        story.kept.connect(self._show_kept)
        story.loaded.connect(self.refresh)
        story.refreshed.connect(self.refresh)
        theme.changed.connect(self._show_kept)

    def add(self, widget: QWidget) -> None:
        """Puts a widget in front of the person's name."""
        self._row.insertWidget(self._row.count() - 1, widget)
        self._row.insertSpacing(self._row.count() - 1, 18)

    def add_last(self, widget: QWidget) -> None:
        """Puts a widget behind the person's name."""
        self._row.addSpacing(8)
        self._row.addWidget(widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.length.show_short(is_short=self.width() < ROOMY)

    def refresh(self) -> None:
        """Shows everything anew."""
        self._show_kept()
        person = self._story.person
        self._person.setText(self._words.text("status.person", name=person.name))

    def _show_kept(self) -> None:
        story, words = self._story, self._words
        is_open = story.view is not None
        for widget in (self._dot, self._kept, self.length):
            widget.setVisible(is_open)
        if not is_open:
            return
        look = self._theme.tokens
        match story.keeping:
            case Keeping.KEPT:
                text, colour = words.text("status.kept", when=self._kept_when()), look.state("approved").text
            case Keeping.CHANGED:
                text, colour = words.text("status.keeping"), look.state("in-review").text
            case Keeping.FAILED:
                text, colour = words.text("status.not-kept"), look.error
        self._kept.setText(text)
        self._dot.setStyleSheet(f"color: {colour};")

    def _kept_when(self) -> str:
        """Today's time of day, or the day and the time."""
        kept = self._story.kept_at
        if kept is None:
            return ""
        zone = self._newsroom.style.zone
        today = self._newsroom.clock().astimezone(zone).date() == kept.astimezone(zone).date()
        return self._words.clock(kept, zone) if today else self._words.moment(kept, zone)
