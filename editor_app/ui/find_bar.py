"""The find bar over the page: what is sought and how, how often it is there, and what takes its place."""

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from editor_app.story.finding import Query
from editor_app.ui.binding import bind, is_pressed
from editor_app.ui.kit import icons, tokens
from editor_app.ui.kit.announce import announce
from editor_app.ui.kit.button import Button
from editor_app.ui.kit.fonts import ui_font
from editor_app.ui.kit.hairline import Hairline
from editor_app.ui.kit.icon_label import IconLabel
from editor_app.ui.kit.label import label
from editor_app.ui.kit.theme import Theme
from editor_app.ui.kit.tool_button import ToolButton
from editor_app.ui.kit.traits import set_ground
from editor_app.ui.shortcuts import keys_of
from editor_app.words import Words

SIDE = 18  # px free on both sides, as in the toolbar above it
FIELD_WIDTH = (130, 380)  # px at least and at most
LONGEST = 500  # signs
GLASS = 24  # px kept free for the glass
LEAST_SOUGHT = 110  # px for what is sought, before the count beside it is put in short
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindBar(QWidget):
    """Takes what is sought and replaced, and shows what came of it.

    `changed`: something else is sought. `stepped`: the next hit (1) or the one before (-1) is wanted. `fitted`:
    the bar takes more or less room.
    """

    changed = Signal()
    stepped = Signal(int)
    replace_wanted = Signal()
    replace_all_wanted = Signal()
    closed = Signal()
    fitted = Signal()

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__()
        self._words = words
        set_ground(self, "pane")
        self.setAccessibleName(words.text("find.bar"))
        self.sought = _CountedField(theme, words.text("find.what"))
        self.written = _BarField(words.text("find.with"))
        self.written.setToolTip(f"{words.text('find.case-tip')}\n{words.text('find.with-tip')}")
        self.sought.textEdited.connect(lambda _: self.changed.emit())
        self.sought.entered.connect(self.stepped)
        self.sought.left.connect(self.closed)
        self.written.entered.connect(lambda _: self.replace_wanted.emit())
        self.written.all_entered.connect(self.replace_all_wanted)
        self.written.left.connect(self.closed)
        self._case = self._switch(theme, "case-sensitive", "find.case", "find-case")
        self._word = self._switch(theme, "whole-word", "find.word", "find-word")
        self._pattern = self._switch(theme, "regex", "find.pattern", "find-pattern")
        self.in_selection = self._switch(theme, "text-select", "find.selection", "find-selection")
        for switch in (self._case, self._word, self._pattern):
            switch.toggled.connect(lambda _: self.changed.emit())
        self.previous = ToolButton(
            theme, "chevron-up", words.text("find.previous"), keys=keys_of("find-previous")
        )
        self.next = ToolButton(theme, "chevron-down", words.text("find.next"), keys=keys_of("find-next"))
        self.previous.clicked.connect(lambda: self.stepped.emit(-1))
        self.next.clicked.connect(lambda: self.stepped.emit(1))
        self._replacing = ToolButton(
            theme, "replace", words.text("find.replace-row"), keys=keys_of("replace"), checkable=True
        )
        self._replacing.clicked.connect(self.show_replacing)
        self.cross = ToolButton(theme, "x", words.text("find.close"), keys=keys_of("find-close"))
        self.cross.clicked.connect(self.closed)
        self.replace = Button(theme, words.text("find.replace"), tip=words.text("find.replace-tip"))
        self.replace_all = Button(theme, words.text("find.replace-all"), tip=words.text("find.replace-all-tip"))
        self.replace.clicked.connect(self.replace_wanted)
        self.replace_all.clicked.connect(self.replace_all_wanted)
        self._sign = IconLabel(theme, "triangle-alert", tone="error", side=14)
        self._said = label("", "small", wrap=True)
        self._refusal: str | None = None
        self._why = label("", "small", wrap=True)
        self._lay_out(theme)
        self.show_replacing(False)
        self.show_message("")
        self.hide()

    # What is sought

    @property
    def query(self) -> Query:
        """What is sought now."""
        return Query(
            self.sought.text(),
            match_case=self._case.isChecked(),
            whole_word=self._word.isChecked(),
            is_pattern=self._pattern.isChecked(),
        )

    @property
    def is_replacing(self) -> bool:
        """Whether the row that replaces shows."""
        return self._replacing.isChecked()

    def open(self, text: str = "", *, replacing: bool = False) -> None:
        """Shows the bar with the keyboard in it, `text` sought where there is one."""
        if text:
            self.sought.setText(text)
        if replacing:
            self.show_replacing(True)
        self.show()
        again = replacing and bool(self.sought.text()) and self.sought.hasFocus()
        field = self.written if again else self.sought
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.selectAll()

    def show_replacing(self, shown: bool) -> None:  # noqa: FBT001 - a signal's value
        """Shows or hides the row that replaces."""
        self._replacing.setChecked(shown)
        for widget in (self.written, self._replace_buttons):
            widget.setVisible(shown)
        self._show_refusal()

    # What came of it

    def show_count(self, number: int | None, total: int | None) -> None:
        """Says which hit of how many one stands at; None where nothing is sought or none is gone to."""
        words = self._words
        of = {} if total is None else {"number": words.number(number or 0), "total": words.number(total)}
        if total is None:
            said = short = ""
        elif not total:
            said, short = words.text("find.none"), "0"
        elif number is None:
            said, short = words.count("find.hits", total), of["total"]
        else:
            said, short = words.text("find.count", **of), f"{of['number']}/{of['total']}"
        for button in (self.previous, self.next):
            button.setEnabled(bool(total))
        self.sought.show_count(said, short, fails=total == 0)

    def tell_count(self) -> None:
        """Tells the screen reader what the count says."""
        announce(self, self.sought.count)

    def show_message(self, text: str, *, fails: bool = True) -> None:
        """Says under the fields what is wrong, or with "" nothing."""
        if text and text != self._said.text():
            announce(self, text, urgent=fails)
        self._said.setText(text)
        self._sign.show_icon("triangle-alert" if fails else "info", "error" if fails else "soft")
        self._said_row.setVisible(bool(text))

    def refuse_replacing(self, one: str | None, every: str | None) -> None:
        """Dims what replaces one hit, and what replaces all, and says why; None lets it be pressed."""
        self.replace.set_refusal(one)
        self.replace_all.set_refusal(every)
        self._refusal = every
        self._show_refusal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().height() != event.oldSize().height():
            QTimer.singleShot(0, self, self.fitted.emit)  # once the page below has its place

    # Inside

    def _show_refusal(self) -> None:
        """Why nothing may be replaced is seen where one would do it."""
        self._why.setText(self._refusal or "")
        self._why_row.setVisible(bool(self._refusal) and self.is_replacing)

    def _switch(self, theme: Theme, icon: str, code: str, shortcut: str) -> ToolButton:
        switch = ToolButton(theme, icon, self._words.text(code), keys=keys_of(shortcut), checkable=True)
        bind(shortcut, self, switch.click)
        return switch

    def _lay_out(self, theme: Theme) -> None:
        for field in (self.sought, self.written):
            field.setMinimumWidth(FIELD_WIDTH[0])
            field.setMaximumWidth(FIELD_WIDTH[1])
            field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        tools = _row(self._case, self._word, self._pattern, self.in_selection, 6, self.previous, self.next, 6)
        tools.layout().addWidget(self._replacing)  # type: ignore[union-attr]
        self._replace_buttons = _row(self.replace, 4, self.replace_all)
        fields = QGridLayout()
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setHorizontalSpacing(6)
        fields.setVerticalSpacing(6)
        fields.addWidget(self.sought, 0, 0)
        fields.addWidget(tools, 0, 1, Qt.AlignmentFlag.AlignLeft)
        fields.addWidget(self.cross, 0, 3)
        fields.addWidget(self.written, 1, 0)
        fields.addWidget(self._replace_buttons, 1, 1, 1, 3, Qt.AlignmentFlag.AlignLeft)
        fields.setColumnStretch(0, 1)
        self._said_row = _row(self._sign, 4, self._said)
        self._why_row = _row(IconLabel(theme, "lock", tone="soft", side=14), 4, self._why)
        column = QVBoxLayout()
        column.setContentsMargins(SIDE, 7, SIDE - 6, 7)
        column.setSpacing(6)
        column.addLayout(fields)
        column.addWidget(self._said_row)
        column.addWidget(self._why_row)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(column)
        whole.addWidget(Hairline())


class _BarField(QLineEdit):
    """A field of the bar: Enter goes on, with Shift back, with Ctrl to all; Escape leaves.

    The keys that change the case of letters elsewhere go back here, as in other programs.
    """

    entered = Signal(int)
    all_entered = Signal()
    left = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setPlaceholderText(name)
        self.setAccessibleName(name)
        self.setMaxLength(LONGEST)

    def event(self, event: QEvent) -> bool:
        own = ("case", "find-close")
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and any(is_pressed(event, code) for code in own)
        ):
            event.accept()  # they come as keys, not as the shortcuts that they are elsewhere
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_pressed(event, "find-close"):
            self.left.emit()
        elif is_pressed(event, "case"):
            self.entered.emit(-1)
        elif event.key() not in ENTER:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.all_entered.emit()
        else:
            self.entered.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)


class _CountedField(_BarField):
    """What is sought, behind a glass, and at its end the count of hits."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(name)
        self._theme = theme
        self._fails = False
        self.count = self._short = ""
        self.setFont(ui_font(tokens.TYPE_BASE))
        theme.changed.connect(self.update)
        self._fit()

    def show_count(self, said: str, short: str, *, fails: bool) -> None:
        """Shows the count, in short where the field has no room for more."""
        self.count, self._short, self._fails = said, short, fails
        self.setAccessibleDescription(said)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setTextMargins(GLASS, 0, _width(self._shown()) + (8 if self.count else 0), 0)
        self.update()

    def _shown(self) -> str:
        return self.count if self.width() - GLASS - _width(self.count) > LEAST_SOUGHT else self._short

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        look = self._theme.tokens
        icons.paint(painter, QRectF(10, self.height() / 2 - 8, 16, 16), "search", look.faint)
        painter.setPen(QColor(look.error if self._fails else look.soft))
        painter.setFont(ui_font(tokens.TYPE_SMALL))
        room = QRectF(self.rect()).adjusted(0, 0, -10, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._shown())
        painter.end()


def _width(said: str) -> int:
    return QFontMetrics(ui_font(tokens.TYPE_SMALL)).horizontalAdvance(said)


def _row(*parts: QWidget | int) -> QWidget:
    """Controls beside each other; a number is so many px between two of them."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(2)
    for part in parts:
        if isinstance(part, int):
            row.addSpacing(part)
        else:
            row.addWidget(part, 1 if part.property("role") else 0)
    return holder
