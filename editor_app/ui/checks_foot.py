"""What stands between the story and its approval: always in sight, each line leads to its place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from editor_app.story.checks import Finding
from editor_app.story.house_style import Severity
from editor_app.story.workflow import HeadState
from editor_app.ui.kit.hairline import Hairline
from editor_app.ui.kit.label import label
from editor_app.ui.kit.pressable import Pressable
from editor_app.ui.kit.scrolling import scrolling
from editor_app.ui.kit.theme import Theme
from editor_app.ui.kit.traits import set_ground, set_trait
from editor_app.ui.notice_strip import last_return
from editor_app.ui.open_story import OpenStory
from editor_app.words import Words

MOST_HEIGHT = 148  # px: four lines and the beginning of a fifth
LONGEST_NOTE = 140  # signs of the editor's note
STATES = {Severity.ERROR: "error", Severity.WARNING: "in-review", Severity.HINT: "draft"}

BEFORE_APPROVAL = frozenset({HeadState.DRAFT, HeadState.RETURNED, HeadState.IN_REVIEW})


class ChecksFoot(QWidget):
    """Lists the findings of the open story; emits the one whose place a person wants to go to.

    While a story stands returned, the editor's note comes first. The height stays while something is typed, so
    that the fields above do not move under the hand.
    """

    wanted = Signal(object)  # a Finding
    note_wanted = Signal()  # the editor's note, where it stands whole

    def __init__(self, theme: Theme, words: Words, story: OpenStory) -> None:
        super().__init__()
        set_ground(self, "pane")
        self._theme = theme
        self._words = words
        self._story = story
        self._shown: tuple[Finding, ...] | None = None
        self._rows: list[_Line] = []
        self._rules: list[Hairline] = []
        self._title = label("", "section")
        self._note = _Line(theme, "in-review", tip=words.text("checks.note-tip"))
        self._note.clicked.connect(self.note_wanted)
        self._all_right = _AllRight(theme, words.text("checks.none"))
        self._inner = QWidget()
        set_ground(self._inner, "pane")
        self._lines = QVBoxLayout(self._inner)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        self._lines.addWidget(self._note)
        self._lines.addWidget(self._all_right)
        self._area = scrolling(self._inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addWidget(self._area)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        story.loaded.connect(self.refresh)
        story.refreshed.connect(self.refresh)
        story.edited.connect(self._show_findings)
        theme.changed.connect(self._fit)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._fit_again)

    def refresh(self) -> None:
        """Shows where the story stands and what the checks find now."""
        view, words = self._story.view, self._words
        self.setVisible(view is not None and view.unreadable is None)
        if view is None or view.unreadable is not None:
            return
        code = "checks.title" if view.standing.head in BEFORE_APPROVAL else "checks.title-after"
        self._title.setText(words.text(code).upper())
        said = last_return(view)
        self._note.setVisible(said is not None)
        if said is not None:
            name, note = said[0], " ".join(said[1].split())
            short = note if len(note) <= LONGEST_NOTE else f"{note[:LONGEST_NOTE].rstrip()}…"
            self._note.say(words.text("review.returned", name=name, note=short))
        self._show_findings()
        self._show_all_right()
        self._fit()

    def _show_all_right(self) -> None:
        """Nothing is said to be right while an editor's note asks for something."""
        self._all_right.setVisible(not self._shown and self._note.isHidden())

    def _show_findings(self) -> None:
        """Lists what the checks find; a line that stays keeps the keyboard and the mouse that are on it."""
        findings = tuple(sorted(self._story.findings, key=_photo_number))
        if findings == self._shown:
            return
        known = dict(zip(map(_identity, self._shown or ()), self._rows, strict=True))
        self._shown = findings
        self._rows = [
            known.pop(same) if (same := _identity(finding)) in known else self._line(finding)
            for finding in findings
        ]
        while self._lines.takeAt(0) is not None:
            pass
        for gone in (*known.values(), *self._rules):
            gone.hide()
            gone.deleteLater()
        self._rules = [Hairline() for _ in self._rows[1:]]
        self._lines.addWidget(self._note)
        for number, row in enumerate(self._rows):
            if number:
                self._lines.addWidget(self._rules[number - 1])
            self._lines.addWidget(row)
        self._lines.addWidget(self._all_right)
        self._show_all_right()
        if not _is_typing():
            self._fit()

    def _line(self, finding: Finding) -> "_Line":
        line = _Line(self._theme, STATES[finding.severity], tip=self._words.text("checks.jump"))
        severity = self._words.text(f"severity.{finding.severity.value}")
        line.say(self._words.say(finding.message), severity)
        line.clicked.connect(lambda: self.wanted.emit(finding))
        return line

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit_again(self) -> None:
        """The cursor went elsewhere: what held the height is over."""
        if self.isVisible():
            self._fit()

    def _fit(self) -> None:
        """As tall as its lines are, up to a limit."""
        width = max(self.width() - 32, 120)
        ends = [line for line in (self._note, self._all_right) if not line.isHidden()]
        lines = [*ends, *self._rows]  # fresh lines count as hidden until Qt shows them
        height = sum(line.heightForWidth(width) for line in lines) + len(self._rules)
        self._area.setFixedHeight(min(max(height, 24), MOST_HEIGHT))


def _photo_number(finding: Finding) -> int:
    """What belongs to one photo stands together, in the photos' order, after what belongs to none."""
    number = finding.params.get("number")
    return number if finding.place.kind == "photo" and isinstance(number, int) else 0


def _is_typing() -> bool:
    field = QApplication.focusWidget()
    return isinstance(field, QLineEdit | QTextEdit) and not field.isReadOnly()


def _identity(finding: Finding) -> tuple[object, ...]:
    return (finding.code, finding.severity, finding.place, *finding.params.items())


class _Line(Pressable):
    """A sentence that leads to its place, and a dot in the colour of how much it matters."""

    def __init__(self, theme: Theme, state: str, *, tip: str) -> None:
        super().__init__()
        self.setToolTip(tip)
        set_trait(self, "kit", "line")
        self._text = label("", wrap=True)
        self._text.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 7, 2, 7)
        row.setSpacing(8)
        row.addWidget(_Dot(theme, state), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)

    def say(self, sentence: str, severity: str = "") -> None:
        """Shows a sentence; a screen reader says before it how much it matters."""
        self._text.setText(sentence)
        self.setAccessibleName(f"{severity}: {sentence}" if severity else sentence)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        set_trait(self, "hot", value=True)

    def leaveEvent(self, event: object) -> None:
        super().leaveEvent(event)  # type: ignore[arg-type]
        set_trait(self, "hot", value=False)


class _AllRight(QWidget):
    def __init__(self, theme: Theme, sentence: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 7, 2, 7)
        row.setSpacing(8)
        row.addWidget(_Dot(theme, "approved"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label(sentence, wrap=True), 1)


class _Dot(QWidget):
    def __init__(self, theme: Theme, state: str) -> None:
        super().__init__()
        self._theme = theme
        self._state = state
        self.setFixedSize(8, 18)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.tokens.state(self._state).text))
        painter.drawEllipse(0, 5, 8, 8)
        painter.end()
