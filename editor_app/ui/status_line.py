"""The foot of the window: how safe the text is, how long it is, and whose hands it is in."""

import re

from PySide6.QtWidgets import QHBoxLayout, QWidget

from editor_app.newsroom.newsroom import Newsroom
from editor_app.story.body import texts
from editor_app.ui.keeping import Keeping
from editor_app.ui.kit.label import ElidedLabel, label
from editor_app.ui.kit.theme import Theme
from editor_app.ui.kit.traits import set_ground
from editor_app.ui.open_story import OpenStory
from editor_app.words import Words

HEIGHT = 28
WORDS_A_MINUTE = 200
_WORD = re.compile(r"\w+(?:[-'’./]\w+)*")


class StatusLine(QWidget):
    """Shows keeping, words, reading time, and the person."""

    def __init__(self, newsroom: Newsroom, theme: Theme, words: Words, story: OpenStory) -> None:
        super().__init__()
        set_ground(self, "pane")
        self.setFixedHeight(HEIGHT)
        self._newsroom = newsroom
        self._theme = theme
        self._words = words
        self._story = story
        self._dot = label("●", "small")
        self._kept = label("", "small")
        self._length = label("", "small")
        self._person = ElidedLabel("", "small")
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(6)
        row.addWidget(self._dot)
        row.addWidget(self._kept)
        row.addSpacing(18)
        row.addWidget(self._length)
        row.addStretch(1)
        row.addWidget(self._person)
        story.kept.connect(self._show_kept)
        story.edited.connect(self._show_length)
        story.loaded.connect(self.refresh)
        story.refreshed.connect(self.refresh)
        theme.changed.connect(self._show_kept)

    def add(self, widget: QWidget) -> None:
        """Puts a widget in front of the person's name."""
        self._row.insertWidget(self._row.count() - 1, widget)
        self._row.insertSpacing(self._row.count() - 1, 18)

    def refresh(self) -> None:
        """Shows everything anew."""
        self._show_kept()
        self._show_length()
        person = self._story.person
        self._person.setText(self._words.text("status.person", name=person.name))

    def _show_kept(self) -> None:
        story, words = self._story, self._words
        is_open = story.view is not None
        for widget in (self._dot, self._kept, self._length):
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

    def _show_length(self) -> None:
        number = sum(len(_WORD.findall(text)) for text in texts(self._story.body))
        words = self._words
        parts = [words.count("status.words", number)]
        if number:
            parts.append(words.count("status.minutes", max(1, round(number / WORDS_A_MINUTE))))
        self._length.setText(" · ".join(parts))
