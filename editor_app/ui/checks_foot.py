"""What stands between the story and its approval: always in sight, each line leads to its place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from editor_app.story.checks import Finding
from editor_app.story.house_style import Severity
from editor_app.ui.kit.hairline import Hairline
from editor_app.ui.kit.label import label
from editor_app.ui.kit.theme import Theme
from editor_app.ui.kit.traits import set_ground, set_trait
from editor_app.ui.open_story import OpenStory
from editor_app.words import Words

MOST_HEIGHT = 240
STATES = {Severity.ERROR: "error", Severity.WARNING: "in-review", Severity.HINT: "draft"}


class ChecksFoot(QWidget):
    """Lists the findings of the open story; emits the one whose place a person wants to go to."""

    wanted = Signal(object)  # a Finding

    def __init__(self, theme: Theme, words: Words, story: OpenStory) -> None:
        super().__init__()
        set_ground(self, "pane")
        self._theme = theme
        self._words = words
        self._story = story
        self._shown: tuple[Finding, ...] | None = None
        self._rows: list[_FindingLine] = []
        self._rules: list[Hairline] = []
        self._title = label(words.text("checks.title").upper(), "section")
        self._lines = QVBoxLayout()
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        inner = QWidget()
        inner.setLayout(self._lines)
        set_ground(inner, "pane")
        self._area = QScrollArea()
        self._area.setWidget(inner)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inner = inner
        self._all_right = _AllRight(theme, words.text("checks.none"))
        self._lines.addWidget(self._all_right)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addWidget(self._area)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        story.loaded.connect(self.refresh)
        story.edited.connect(self.refresh)
        story.refreshed.connect(self.refresh)
        theme.changed.connect(inner.update)

    def refresh(self) -> None:
        """Lists what the checks find now; a line that stays keeps the keyboard and the mouse that are on it."""
        findings = self._story.findings
        self.setVisible(self._story.view is not None)
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
        for number, row in enumerate(self._rows):
            if number:
                self._lines.addWidget(self._rules[number - 1])
            self._lines.addWidget(row)
        self._lines.addWidget(self._all_right)
        self._all_right.setVisible(not findings)
        self._inner.adjustSize()
        self._fit()

    def _line(self, finding: Finding) -> "_FindingLine":
        line = _FindingLine(self._theme, self._words, finding)
        line.chosen.connect(self.wanted)
        return line

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit()

    def _fit(self) -> None:
        width = max(self._area.viewport().width(), 120)
        height = self._lines.heightForWidth(width) if self._lines.hasHeightForWidth() else -1
        wanted = height if height > 0 else self._lines.sizeHint().height()
        self._area.setFixedHeight(min(max(wanted, 24), MOST_HEIGHT))


def _identity(finding: Finding) -> tuple[object, ...]:
    return (finding.code, finding.severity, finding.place, *finding.params.items())


class _FindingLine(QWidget):
    """One finding: a dot in the colour of how much it matters, and its sentence."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, words: Words, finding: Finding) -> None:
        super().__init__()
        self._theme = theme
        self._finding = finding
        sentence = words.say(finding.message)
        severity = words.text(f"severity.{finding.severity.value}")
        self.setAccessibleName(f"{severity}: {sentence}")
        self.setToolTip(words.text("checks.jump"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_trait(self, "kit", "line")
        text = label(sentence, wrap=True)
        text.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 7, 2, 7)
        row.setSpacing(8)
        row.addWidget(_Dot(theme, STATES[finding.severity]), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(text, 1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.chosen.emit(self._finding)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.chosen.emit(self._finding)
        else:
            super().keyPressEvent(event)

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
