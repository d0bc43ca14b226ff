"""The review tab: the note that came with a return, and the story's history, newest first."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor_app.newsroom.comparing import last_answered
from editor_app.newsroom.desk import StoryView
from editor_app.newsroom.newsroom import Newsroom
from editor_app.ui.history_entry import HistoryEntry
from editor_app.ui.kit.banner import Banner
from editor_app.ui.kit.button import Button
from editor_app.ui.kit.label import label
from editor_app.ui.kit.scrolling import scrolling
from editor_app.ui.kit.theme import Theme
from editor_app.ui.kit.traits import set_ground
from editor_app.ui.notice_strip import last_return
from editor_app.ui.open_story import OpenStory
from editor_app.ui.restoring import restore_objection
from editor_app.words import Words


class ReviewPanel(QWidget):
    """Shows what people did; emits the id of a revision that is to be read, compared or put back.

    `news_wanted`: what is new since an editor answered is to be shown.
    """

    read_wanted = Signal(str)
    compare_wanted = Signal(str)
    restore_wanted = Signal(str)
    news_wanted = Signal()

    def __init__(self, newsroom: Newsroom, theme: Theme, words: Words, story: OpenStory) -> None:
        super().__init__()
        set_ground(self, "pane")
        self._newsroom = newsroom
        self._theme = theme
        self._words = words
        self._story = story
        self._entries: dict[str, HistoryEntry] = {}
        self._note = Banner(theme, kind="warning")
        self._inner = QWidget()
        set_ground(self._inner, "pane")
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(16, 14, 16, 16)
        self._column.setSpacing(14)
        self._column.addWidget(self._note)
        self.news = Button(theme, words.text("review.news"), icon="history")
        self.news.clicked.connect(self.news_wanted)
        self._column.addWidget(self.news)
        self._title = label(words.text("review.history").upper(), "section")
        self._column.addWidget(self._title)
        self._column.addStretch(1)
        area = scrolling(self._inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        story.refreshed.connect(self.refresh)

    def refresh(self) -> None:
        """Shows the open story's history; entries that stand there already stay."""
        view = self._story.view
        if view is None:
            return
        said = last_return(view)
        self._note.setVisible(said is not None)
        if said is not None:
            sentence = self._words.text("review.returned", name=said[0], note=said[1])
            if sentence != self._note.text:
                self._note.tell(sentence, "warning")
        self._show_events(view)
        self._show_ways(view)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_ages()

    def _show_events(self, view: StoryView) -> None:
        happened = {event.id for event in view.events}
        for gone in [known for known in self._entries if known not in happened]:
            entry = self._entries.pop(gone)
            self._column.removeWidget(entry)
            entry.hide()
            entry.deleteLater()
        codes = {line.id: line.code for line in view.revisions}
        for place, event in enumerate(reversed(view.events), start=self._column.indexOf(self._title) + 1):
            if event.id not in self._entries:
                entry = self._entries[event.id] = HistoryEntry(
                    self._newsroom, self._theme, self._words, view, event, codes.get(event.revision, "")
                )
                entry.read_wanted.connect(self.read_wanted)
                entry.compare_wanted.connect(self.compare_wanted)
                entry.restore_wanted.connect(self.restore_wanted)
                self._column.insertWidget(place, entry)
        self._show_ages()

    def _show_ways(self, view: StoryView) -> None:
        """What may be compared and put back now."""
        answered = last_answered(view.events, view.head.id)
        self.news.setVisible(len(view.revisions) > 1 or self._story.is_stale)
        tip = (
            ""
            if answered is None
            else self._words.text(f"review-news.{answered.kind.value}", name=view.name_of(answered.person))
        )
        self.news.setToolTip(tip)
        self.news.setAccessibleDescription(tip)
        denied = restore_objection(self._story)
        refusal = "" if denied is None else self._words.say(denied)
        for event in view.events:
            self._entries[event.id].show_ways(is_newest=event.revision == view.head.id, refusal=refusal)

    def _show_ages(self) -> None:
        for entry in self._entries.values():
            entry.show_age()
