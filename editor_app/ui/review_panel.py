"""The review tab: the note that came with a return, and the story's history, newest first."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from editor_app.newsroom.newsroom import Newsroom
from editor_app.story.events import Event, EventKind
from editor_app.story.workflow import HeadState
from editor_app.ui.kit.avatar import Avatar
from editor_app.ui.kit.banner import Banner
from editor_app.ui.kit.button import Button
from editor_app.ui.kit.label import label
from editor_app.ui.kit.theme import Theme
from editor_app.ui.kit.traits import set_ground
from editor_app.ui.open_story import OpenStory
from editor_app.words import Words

SAID = ("note", "reason", "address")


class ReviewPanel(QWidget):
    """Shows what people did; emits the id of a revision that is to be read."""

    read_wanted = Signal(str)

    def __init__(self, newsroom: Newsroom, theme: Theme, words: Words, story: OpenStory) -> None:
        super().__init__()
        set_ground(self, "pane")
        self._newsroom = newsroom
        self._theme = theme
        self._words = words
        self._story = story
        self._inner = QWidget()
        set_ground(self._inner, "pane")
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(16, 14, 16, 16)
        self._column.setSpacing(14)
        area = QScrollArea()
        area.setWidget(self._inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        story.refreshed.connect(self.refresh)

    def refresh(self) -> None:
        """Shows the open story's history."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        view = self._story.view
        if view is None:
            return
        words = self._words
        if view.standing.head is HeadState.RETURNED:
            returned = [event for event in view.events if event.kind is EventKind.RETURNED]
            if returned:
                said = words.text(
                    "review.returned", name=view.name_of(returned[-1].person), note=returned[-1].text("note")
                )
                self._column.addWidget(Banner(self._theme, said, kind="warning"))
        self._column.addWidget(label(words.text("review.history").upper(), "section"))
        codes = {line.id: line.code for line in view.revisions}
        for event in reversed(view.events):
            self._column.addWidget(self._entry(event, codes.get(event.revision, "")))
        self._column.addStretch(1)

    def _entry(self, event: Event, code: str) -> QWidget:
        view, words = self._story.view, self._words
        name = "" if view is None else view.name_of(event.person)
        zone = self._newsroom.style.zone
        when = f"{words.age(event.at, zone)}, {words.clock(event.at, zone)}"
        entry = QWidget()
        row = QHBoxLayout(entry)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(Avatar(self._theme, name, side=24), 0, Qt.AlignmentFlag.AlignTop)
        text = QVBoxLayout()
        text.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(_sentence(words.text(f"event.{event.kind.value}", name=name)), wrap=True), 1)
        text.addLayout(head)
        for said in filter(None, (event.text(key) for key in SAID)):
            text.addWidget(label(f"“{said}”", "soft", wrap=True))
        if event.data.get("waived") is True:
            text.addWidget(label(words.text("review.waived"), "small", wrap=True))
        text.addWidget(label(f"{code} · {when}", "small", wrap=True))
        if event.kind is EventKind.SAVED:
            read = Button(
                self._theme,
                words.text("review.read"),
                variant="quiet",
                name=words.text("review.read-code", code=code),
            )
            read.clicked.connect(lambda _=False, revision=event.revision: self.read_wanted.emit(revision))
            read.setFixedHeight(24)
            head.addWidget(read, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(text, 1)
        return entry


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
