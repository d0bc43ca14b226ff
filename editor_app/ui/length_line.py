"""How long the story is, or what of it is selected, at the foot of the window; one press tells all of it."""

from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QMenu, QPushButton, QWidget, QWidgetAction

from editor_app.newsroom.newsroom import Newsroom
from editor_app.richtext.selected_texts import selected_texts
from editor_app.story.body import texts
from editor_app.story.counting import (
    StoryLength,
    minutes_to_read,
    sign_count,
    story_length,
    word_count,
)
from editor_app.story.length_rules import LengthRules
from editor_app.ui.binding import bind
from editor_app.ui.body_editor import BodyEditor
from editor_app.ui.kit.hairline import Hairline
from editor_app.ui.kit.label import label
from editor_app.ui.open_story import OpenStory
from editor_app.ui.runner import Runner
from editor_app.ui.shortcuts import keys_of
from editor_app.words import Words

REST_MS = 80  # after the selection changed last
LEAST = 90  # px
LONG = 50_000  # signs of one paragraph that are not counted while the window waits


class LengthLine(QPushButton):
    """Shows "640 / 600 kata · 3 menit baca", selected "300 dari 640 kata · 2 menit baca"; a press says more.

    The reading time is that of the selection where there is one.
    """

    def __init__(self, newsroom: Newsroom, runner: Runner, words: Words, story: OpenStory) -> None:
        super().__init__()
        self._newsroom = newsroom
        self._runner = runner
        self._words = words
        self._story = story
        self._body: BodyEditor | None = None
        self._number = 0
        self._asked = 0
        self._is_short = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._show)
        self.setProperty("kit", "foot")
        self.setFlat(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self.open_details)
        story.edited.connect(self.refresh)
        story.loaded.connect(self.refresh)
        story.refreshed.connect(self.refresh)

    def minimumSizeHint(self) -> QSize:
        """Little: a window that gets narrow shows the short form, and is not kept wide by the long one."""
        return QSize(LEAST, super().minimumSizeHint().height())

    def watch(self, body: BodyEditor) -> None:
        """Tells of what is selected in the body too, and answers to its keys in the body's window."""
        self._body = body
        bind("length", body, self.open_details)
        body.selectionChanged.connect(self._rest.start)

    def refresh(self) -> None:
        """Counts what changed; a paragraph as long as a book is counted beside the window's work."""
        self._asked += 1
        asked, rules, said = self._asked, self._rules, texts(self._story.body)

        def show(number: int) -> None:
            if asked == self._asked:
                self._number = number
                self._show()

        if max(map(len, said), default=0) > LONG:
            self._runner.read(lambda: word_count(said, rules), show, lambda _: None)
        else:
            show(word_count(said, rules))

    def show_short(self, *, is_short: bool) -> None:
        """Leaves the reading time to the details where the window is narrow."""
        if is_short != self._is_short:
            self._is_short = is_short
            self._show()

    def open_details(self) -> None:
        """Opens what is known of the length, over the foot."""
        rules, story = self._rules, self._story.story()
        menu = QMenu(self)
        menu.setAccessibleName(self._words.text("length.title"))
        menu.aboutToHide.connect(menu.deleteLater)
        action = QWidgetAction(menu)
        action.setDefaultWidget(self._details(story_length(story, rules)))
        menu.addAction(action)
        menu.popup(self.mapToGlobal(QPoint(0, -menu.sizeHint().height() - 4)))

    @property
    def _rules(self) -> LengthRules:
        return self._newsroom.style.length

    @property
    def _target(self) -> int:
        return self._rules.target_of(self._story.fields.section)

    def _selected(self) -> tuple[str, ...]:
        return () if self._body is None else selected_texts(self._body.textCursor())

    def _show(self) -> None:
        words, number = self._words, self._number
        chosen = word_count(self._selected(), self._rules)
        if chosen:
            text = words.count("length.selected", number, chosen=words.number(chosen))
        elif self._target:
            text = words.count("length.of-target", self._target, number=words.number(number))
        else:
            text = words.count("status.words", number)
        if number and not self._is_short:
            minutes = minutes_to_read(chosen or number, self._rules)
            text = f"{text} · {words.count('status.minutes', minutes)}"
        self.setText(text)
        tip = f"{said}\n" if (said := self._target_said()) else ""
        keys = QKeySequence(keys_of("length")).toString(QKeySequence.SequenceFormat.NativeText)
        self.setToolTip(f"{tip}{words.text('length.tip')} ({keys})")
        self.setAccessibleName(text)
        self.setAccessibleDescription(said)

    def _target_said(self) -> str:
        """How far from the target the story is, in words."""
        words, target = self._words, self._target
        if not target:
            return ""
        section, over = self._story.fields.section, self._number - target
        if not over:
            return words.text("length.met", section=section, target=words.number(target))
        code = "length.over" if over > 0 else "length.under"
        number = abs(over)
        return words.count(code, number, section=section, target=words.number(target))

    def _details(self, length: StoryLength) -> QWidget:
        words = self._words
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(12, 8, 12, 10)
        grid.setHorizontalSpacing(28)
        grid.setVerticalSpacing(5)
        grid.addWidget(label(words.text("length.title"), "section"), 0, 0, 1, 2)
        rows: list[tuple[str, str]] = [
            ("length.words", words.number(length.words)),
            ("length.minutes", words.count("length.n-minutes", minutes_to_read(length.words, self._rules))),
            ("length.signs", words.number(length.signs.all)),
            ("length.signs-only", words.number(length.signs.without_spaces)),
            ("length.paragraphs", words.number(length.paragraphs)),
        ]
        beside = [
            ("length.headline", words.count("length.n-signs", length.headline_signs)),
            ("length.standfirst", words.count("status.words", length.standfirst_words)),
            ("length.captions", words.count("status.words", length.caption_words)),
        ]
        chosen = self._selected()
        if chosen:
            number = word_count(chosen, self._rules)
            parts = [
                words.count("status.words", number),
                words.count("length.n-signs", sign_count(chosen).all),
            ]
            if number:  # a selected picture says nothing, and is not read
                parts.append(words.count("status.minutes", minutes_to_read(number, self._rules)))
            beside.append(("length.selection", " · ".join(parts)))
        for code, value in rows:
            _add_row(grid, words.text(code), value)
        said = self._target_said()
        if said:
            line = label(said, "small", wrap=True)
            line.setMinimumWidth(240)
            grid.addWidget(line, grid.rowCount(), 0, 1, 2)
        grid.addWidget(Hairline(), grid.rowCount(), 0, 1, 2)
        for code, value in beside:
            _add_row(grid, words.text(code), value)
        return holder


def _add_row(grid: QGridLayout, name: str, value: str) -> None:
    row = grid.rowCount()
    grid.addWidget(label(name, "soft"), row, 0)
    grid.addWidget(label(value, "strong"), row, 1, Qt.AlignmentFlag.AlignRight)
