"""One entry of a story's history: who did what, when, to which revision, and what was said of it."""

from collections.abc import Iterator
from datetime import datetime
from html import escape
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from editor_app.newsroom.desk import StoryView
from editor_app.newsroom.newsroom import Newsroom
from editor_app.story.events import Event, EventKind
from editor_app.ui.kit.avatar import Avatar
from editor_app.ui.kit.button import Button
from editor_app.ui.kit.label import label
from editor_app.ui.kit.theme import Theme
from editor_app.words import Words

LINE = 22  # px: the first line, with or without a button in it


class HistoryEntry(QWidget):
    """Shows one event of `view`; a saved revision, of which `code` is the short code, may be read."""

    read_wanted = Signal(str)  # a revision's id

    def __init__(
        self, newsroom: Newsroom, theme: Theme, words: Words, view: StoryView, event: Event, code: str
    ) -> None:
        super().__init__()
        self._zone = newsroom.style.zone
        self._words = words
        self._event = event
        self._code = code
        name = view.name_of(event.person)
        said = label(_sentence(words.text(f"event.{event.kind.value}", name=name)), wrap=True)
        said.setMinimumHeight(LINE)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(said, 1)
        if event.kind is EventKind.SAVED:
            read = Button(
                theme, words.text("review.read"), variant="link", name=words.text("review.read-code", code=code)
            )
            read.clicked.connect(lambda: self.read_wanted.emit(event.revision))
            head.addWidget(read, 0, Qt.AlignmentFlag.AlignTop)
        text = QVBoxLayout()
        text.setSpacing(2)
        text.addLayout(head)
        address = event.text("address")
        if address:
            text.addWidget(_link(address))
        for line in (event.text("note"), event.text("reason")):
            if line:
                text.addWidget(label(f"“{line}”", "soft", wrap=True))
        for line in _told(event, view, words, self._zone):
            text.addWidget(label(line, "soft", wrap=True))
        if event.data.get("waived") is True:
            text.addWidget(label(words.text("review.waived"), "small", wrap=True))
        self._when = label("", "small", wrap=True)
        text.addWidget(self._when)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(Avatar(theme, name, side=24), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(text, 1)
        self.show_age()

    def show_age(self) -> None:
        """Says anew how long ago it was."""
        age, clock = self._words.age(self._event.at, self._zone), self._words.clock(self._event.at, self._zone)
        self._when.setText(f"{self._code} · {age}, {clock}")


def _told(event: Event, view: StoryView, words: Words, zone: ZoneInfo) -> Iterator[str]:
    """What the event holds beside notes, in sentences."""
    match event.kind:
        case EventKind.EXPORTED | EventKind.PROOFED if event.text("format"):
            yield words.text(f"export-format.{event.text('format')}")
        case EventKind.APPROVAL_RECORDED:
            given = {name: event.text(name) for name in ("given_by", "how", "when", "code")}
            yield words.text("review.approval", **given)
        case EventKind.SENT_ON:
            yield words.text("review.sent-to", name=view.name_of(event.text("to")))
        case EventKind.CORRECTION_BEGUN if event.data.get("minor") is True:
            yield words.text("review.minor")
        case EventKind.LIVE if event.text("at"):
            since = datetime.fromisoformat(event.text("at"))
            yield words.text("review.live-since", when=words.moment(since, zone))


def _link(address: str) -> QLabel:
    """A web address that opens in the browser when it is pressed, and not before."""
    made = QLabel(f'<a href="{escape(address)}">{escape(address)}</a>')
    made.setTextFormat(Qt.TextFormat.RichText)
    made.setWordWrap(True)
    made.setTextInteractionFlags(
        Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
    )
    made.setAccessibleName(address)
    made.linkActivated.connect(lambda href: QDesktopServices.openUrl(QUrl(href)))
    return made


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
