"""The dialog that compares any two versions of a story: which, what changed in a line, and every change."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from editor_app.newsroom.comparing import Compared, Version, compare_versions
from editor_app.newsroom.newsroom import Newsroom
from editor_app.ui.binding import bind
from editor_app.ui.comparison.saying import summary_line
from editor_app.ui.comparison.view import ComparisonView
from editor_app.ui.kit import tokens
from editor_app.ui.kit.announce import announce
from editor_app.ui.kit.dialog import Dialog
from editor_app.ui.kit.hairline import Hairline
from editor_app.ui.kit.icon_label import IconLabel
from editor_app.ui.kit.label import ElidedLabel, label
from editor_app.ui.kit.select import Select
from editor_app.ui.kit.theme import Theme
from editor_app.ui.kit.tool_button import ToolButton
from editor_app.ui.pictures import PictureShelf
from editor_app.ui.runner import Runner
from editor_app.ui.shortcuts import keys_of
from editor_app.words import Sayable, Words

WIDTH = tokens.COLUMN_WIDTH + 160
AROUND = 330  # px that the dialog's other parts and the window around it take
HEIGHTS = (240, 900)  # px of the text: at least, and at most


@dataclass(frozen=True, slots=True)
class Choice:
    """A version that may be compared, as it is offered."""

    name: str
    version: Version


class ComparisonDialog(Dialog):
    """Compares two of some versions, newest first; `chosen` are the places in the row of those to begin with."""

    def __init__(
        self,
        newsroom: Newsroom,
        runner: Runner,
        theme: Theme,
        words: Words,
        shelf: PictureShelf,
        choices: Sequence[Choice],
        chosen: tuple[int, int],
        parent: QWidget,
    ) -> None:
        super().__init__(theme, words.text("compare.title"), parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(min(WIDTH, max(parent.width() - 48, 480)))
        self._newsroom = newsroom
        self._runner = runner
        self._words = words
        self._choices = choices
        self._asked = 0
        options = [(str(place), choice.name) for place, choice in enumerate(choices)]
        self.before = Select(words.text("compare.before"), options)
        self.after = Select(words.text("compare.after"), options)
        self.before.choose(str(chosen[0]))
        self.after.choose(str(chosen[1]))
        for select in (self.before, self.after):
            select.chosen.connect(lambda _: self.compare())
        self.summary = label("", "strong", wrap=True)
        self.folded = QCheckBox(words.text("compare.folded"))
        self.folded.setChecked(True)
        self.view = ComparisonView(theme, words, shelf)
        room = min(parent.height(), parent.screen().availableGeometry().height())
        self.view.setMinimumHeight(min(max(room - AROUND, HEIGHTS[0]), HEIGHTS[1]))
        self.folded.toggled.connect(lambda on: self.view.set_folded(folded=on))
        self.previous = ToolButton(
            theme, "arrow-up", words.text("compare.previous"), keys=keys_of("previous-change")
        )
        self.next = ToolButton(theme, "arrow-down", words.text("compare.next"), keys=keys_of("next-change"))
        self.said = ElidedLabel("", "soft")
        self._lay_out(theme)
        self.previous.clicked.connect(lambda: self.view.step(-1))
        self.next.clicked.connect(lambda: self.view.step(1))
        bind("previous-change", self, lambda: self.view.step(-1))
        bind("next-change", self, lambda: self.view.step(1))
        self.view.moved.connect(self._tell)
        self.view.written.connect(self._tell)
        self.close_button = self.add_button(words.text("dialog.close"), "primary", main=True)
        self.close_button.clicked.connect(self.accept)
        self.view.setFocus()
        self.compare()

    def compare(self) -> None:
        """Compares the two versions that are chosen, beside the window."""
        before, after = (self._choices[int(select.current)].version for select in (self.before, self.after))
        self._asked += 1
        asked = self._asked

        def show(compared: Compared) -> None:
            if asked == self._asked:
                line = summary_line(self._words, compared.summary)
                self.summary.setText(line)
                announce(self, line)
                self.view.show_comparison(compared.comparison)

        def fail(error: Sayable) -> None:
            if asked == self._asked:
                self.summary.setText(self._words.say(error))
                self.view.show_comparison(None)

        self.summary.setText(self._words.text("compare.busy"))
        self._runner.read(lambda: compare_versions(self._newsroom, before, after), show, fail)

    def _tell(self) -> None:
        stops, at = self.view.stops, self.view.at
        for button in (self.previous, self.next):
            button.setEnabled(bool(stops))
        if not stops:
            self.said.setText("")
        elif at < 0:
            self.said.setText(self._words.count("compare.changes", len(stops)))
        else:
            told = self._words.text("compare.at", number=at + 1, total=len(stops), said=stops[at].said)
            self.said.setText(told)

    def _lay_out(self, theme: Theme) -> None:
        words = self._words
        versions = QHBoxLayout()
        versions.setSpacing(tokens.SPACE_S)
        versions.addWidget(self.before, 1)
        versions.addWidget(IconLabel(theme, "arrow-right", tone="soft"))
        versions.addWidget(self.after, 1)
        told = QHBoxLayout()
        told.setSpacing(tokens.SPACE_M)
        told.addWidget(self.summary, 1)
        told.addWidget(self.folded)
        steps = QHBoxLayout()
        steps.setSpacing(tokens.SPACE_XS)
        steps.addWidget(self.previous)
        steps.addWidget(self.next)
        steps.addSpacing(tokens.SPACE_S)
        steps.addWidget(self.said, 1)
        for row in (versions, told):
            holder = QWidget()
            row.setContentsMargins(0, 0, 0, 0)
            holder.setLayout(row)
            self.column.addWidget(holder)
        self.column.addWidget(Hairline())
        self.column.addWidget(self.view)
        self.column.addWidget(Hairline())
        holder = QWidget()
        steps.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(steps)
        self.column.addWidget(holder)
        self.column.setSpacing(tokens.SPACE_S)
        self.setAccessibleDescription(words.text("compare.about"))
