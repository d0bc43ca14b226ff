"""One entry of a story's history: who did what, when, to which revision, and what was said of it."""

from collections.abc import Iterator
from datetime import datetime
from html import escape
from zoneinfo import ZoneInfo

from PySide6.QtCore import QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from editor_app.newsroom.desk import StoryView
from editor_app.newsroom.newsroom import Newsroom
from editor_app.story.events import Event, EventKind
from editor_app.ui.kit.avatar import Avatar
from editor_app.ui.kit.button import Button
from editor_app.ui.kit.label import label
from editor_app.ui.kit.theme import Theme
from editor_app.ui.kit.tool_button import ToolButton
from editor_app.ui.reasoned_menu import ReasonedMenu
from editor_app.words import Words

LINE = 22  # px: the first line, with or without a button in it


class HistoryEntry(QWidget):
    """Shows one event of `view`; a saved revision, of which `code` is the short code, may be read."""

    read_wanted = Signal(str)  # a revision's id
    compare_wanted = Signal(str)
    restore_wanted = Signal(str)

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
        self._is_newest, self._refusal = False, ""
        if event.kind is EventKind.SAVED:
            self._add_ways(theme, head)
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

    def show_ways(self, *, is_newest: bool, refusal: str) -> None:
        """Says whether the revision is the newest one, which is not put back, and why none can be now."""
        self._is_newest, self._refusal = is_newest, refusal

    def show_age(self) -> None:
        """Says anew how long ago it was."""
        age, clock = self._words.age(self._event.at, self._zone), self._words.clock(self._event.at, self._zone)
        self._when.setText(f"{self._code} · {age}, {clock}")

    def _add_ways(self, theme: Theme, head: QHBoxLayout) -> None:
        """What may be done with a revision: reading it by a button, the rest by a menu."""
        words, code = self._words, self._code
        read = Button(
            theme, words.text("review.read"), variant="link", name=words.text("review.read-code", code=code)
        )
        read.clicked.connect(lambda: self.read_wanted.emit(self._event.revision))
        self._more = ToolButton(theme, "ellipsis", words.text("review.more-code", code=code), side=LINE)
        self._more.clicked.connect(self._open_menu)
        self._menu = ReasonedMenu(self)
        for button in (read, self._more):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def _open_menu(self) -> None:
        self._menu.clear()
        entries: list[tuple[QAction, str | None]] = []
        for name, wanted in (("compare", self.compare_wanted), ("restore", self.restore_wanted)):
            entry = QAction(self._words.text(f"review.{name}"), self._menu)
            entry.triggered.connect(lambda _=False, wanted=wanted: wanted.emit(self._event.revision))
            entries.append((entry, self._refusal or None if name == "restore" else None))
        self._menu.fill(entries[:1] if self._is_newest else entries)
        self._menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height() + 4)))


def _told(event: Event, view: StoryView, words: Words, zone: ZoneInfo) -> Iterator[str]:
    """What the event holds beside notes, in sentences."""
    match event.kind:
        case EventKind.SAVED if event.text("restored"):
            codes = {line.id: line.code for line in view.revisions}
            yield words.text("review.restored", code=codes.get(event.text("restored"), "–"))
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
