"""The formatting toolbar over the page: what it does to the text at the cursor, and what stands there now."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from editor_app.richtext import blocks, commands
from editor_app.story.marks import STYLES, Style
from editor_app.ui.binding import bind
from editor_app.ui.body_editor import BodyEditor
from editor_app.ui.kit.hairline import Hairline
from editor_app.ui.kit.refusal import refuse
from editor_app.ui.kit.select import Select
from editor_app.ui.kit.theme import Theme
from editor_app.ui.kit.tool_button import ToolButton
from editor_app.ui.kit.traits import set_ground
from editor_app.ui.shortcuts import keys_of
from editor_app.words import Words

HEIGHT = 42
SIDE = 18  # px free on both sides
NARROWEST = 240  # px, with styles, photos and the menu of the rest
MORE_WIDTH = 36  # px of the button that opens the rest
GOES_FIRST = (5, 3, 0, 2)  # groups by their place, in the order in which they make room; styles and photos stay
MARK_BUTTONS = (("strong", "bold"), ("em", "italic"), ("underline", "underline"))  # and their icons


class FormatToolbar(QWidget):
    """Buttons for styles, marks, lists, links and photos."""

    photo_wanted = Signal()
    table_wanted = Signal()

    def __init__(self, theme: Theme, words: Words, editor: BodyEditor) -> None:
        super().__init__()
        set_ground(self, "pane")
        self.setFixedHeight(HEIGHT)
        self.setMinimumWidth(NARROWEST)  # what has no room goes into a menu, so its groups keep nothing wide
        self.setAccessibleName(words.text("format.toolbar"))
        self._editor = editor
        self._style = Select(
            words.text("format.style"), [(style, words.text(f"style.{style}")) for style in STYLES], tool=True
        )
        self._style.setMinimumWidth(136)
        self._style.chosen.connect(self._set_style)
        self._undo = self._button(theme, words, "undo-2", "format.undo", keys_of("undo"), editor.undo)
        self._redo = self._button(theme, words, "redo-2", "format.redo", keys_of("redo"), editor.redo)
        self._marks: dict[str, ToolButton] = {}
        for mark, icon in MARK_BUTTONS:
            self._marks[mark] = ToolButton(
                theme, icon, words.text(f"format.{mark}"), keys=keys_of(mark), checkable=True
            )
            self._marks[mark].clicked.connect(
                lambda _=False, mark=mark: editor.run(commands.toggle_decorator, mark)
            )
        self._link = ToolButton(theme, "link", words.text("format.link"), keys=keys_of("link"), checkable=True)
        self._link.clicked.connect(editor.link_wanted)
        self._bullets = ToolButton(
            theme, "list", words.text("format.bullets"), keys=keys_of("bullets"), checkable=True
        )
        self._bullets.clicked.connect(lambda: editor.run(commands.toggle_list, "bullet"))
        self._numbers = ToolButton(
            theme, "list-ordered", words.text("format.numbers"), keys=keys_of("numbers"), checkable=True
        )
        self._numbers.clicked.connect(lambda: editor.run(commands.toggle_list, "number"))
        self._quote = ToolButton(
            theme, "text-quote", words.text("format.quote"), keys=keys_of("quote"), checkable=True
        )
        self._quote.clicked.connect(self._toggle_quote)
        self._photo = ToolButton(theme, "image-plus", words.text("format.photo"), keys=keys_of("photo"))
        self._photo.clicked.connect(self.photo_wanted)
        self._table = ToolButton(theme, "table", words.text("format.table"), keys=keys_of("table"))
        self._table.clicked.connect(self.table_wanted)
        self._break = ToolButton(theme, "separator-horizontal", words.text("format.break"))
        self._break.clicked.connect(lambda: editor.run(blocks.insert_break))
        self.case_menu = QMenu(words.text("format.case"), self)
        self._case = ToolButton(theme, "case-sensitive", words.text("format.case"), keys=keys_of("case"))
        self._case.clicked.connect(self._open_cases)
        self._clear = ToolButton(theme, "remove-formatting", words.text("format.clear"), keys=keys_of("clear"))
        self._clear.clicked.connect(lambda: editor.run(commands.clear_formatting))
        self._menu = QMenu(self)
        self._more = ToolButton(theme, "ellipsis", words.text("format.more"))
        self._more.clicked.connect(self._open_more)
        for code, button in (
            ("bullets", self._bullets),
            ("numbers", self._numbers),
            ("quote", self._quote),
            ("photo", self._photo),
            ("table", self._table),
        ):
            # A button's own keys would act a moment later, and not at all where the toolbar is folded away.
            bind(code, editor, button.click)
        self._lay_out()
        editor.moved.connect(self.refresh)
        editor.undoAvailable.connect(lambda _: self.refresh())
        editor.redoAvailable.connect(lambda _: self.refresh())

    def refresh(self) -> None:
        """Shows what stands at the cursor, and what may be done there."""
        refusal = self._editor.refusal
        state = commands.state_at(self._editor.textCursor())
        if state.style in STYLES:
            self._style.choose(state.style)
        for mark, button in self._marks.items():
            button.setChecked(mark in state.decorators)
        self._link.setChecked(state.href is not None)
        self._bullets.setChecked(state.list_item == "bullet")
        self._numbers.setChecked(state.list_item == "number")
        self._quote.setChecked(state.style == "blockquote")
        refuse(self._style, refusal)
        for button in (
            self._undo,
            self._redo,
            *self._marks.values(),
            self._link,
            self._bullets,
            self._numbers,
            self._quote,
            self._photo,
            self._table,
            self._break,
            self._case,
            self._clear,
        ):
            button.set_refusal(refusal)
        if refusal is None:
            document = self._editor.document()
            self._undo.setEnabled(document.isUndoAvailable())
            self._redo.setEnabled(document.isRedoAvailable())

    def _set_style(self, code: str) -> None:
        style: Style = next(style for style in STYLES if style == code)
        self._editor.run(commands.set_style, style)
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _toggle_quote(self) -> None:
        quoted = commands.state_at(self._editor.textCursor()).style == "blockquote"
        self._editor.run(commands.set_style, "normal" if quoted else "blockquote")

    @staticmethod
    def _button(
        theme: Theme, words: Words, icon: str, code: str, keys: str, act: Callable[[], None]
    ) -> ToolButton:
        button = ToolButton(theme, icon, words.text(code), keys=keys)
        button.clicked.connect(act)
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Groups for which there is no room go into the menu, those used least first.

        One that is narrow enough for what a wider one left free stays.
        """
        room = self.width() - 2 * SIDE
        widths = [group.sizeHint().width() for group in self._groups]
        hidden: set[int] = set()
        if sum(widths) > room:
            room -= sum(widths[place] for place in range(len(widths)) if place not in GOES_FIRST) + MORE_WIDTH
            for number in reversed(GOES_FIRST):
                if widths[number] <= room:
                    room -= widths[number]
                else:
                    hidden.add(number)
        for place, group in enumerate(self._groups):
            group.setVisible(place not in hidden)
        first = next(place for place in range(len(self._groups)) if place not in hidden)
        for place, rule in self._rules.items():
            rule.setVisible(place != first)
        self._more.setVisible(bool(hidden))

    def _open_more(self) -> None:
        """What has no room on the toolbar, as entries of a menu."""
        self._menu.clear()
        for group in self._groups:
            if not group.isHidden():
                continue
            if self._menu.actions():
                self._menu.addSeparator()
            for button in group.findChildren(ToolButton):
                if button is self._case:
                    self._menu.addMenu(self.case_menu).setIcon(button.icon())
                    continue
                entry = self._menu.addAction(button.icon(), button.accessibleName())
                entry.setCheckable(button.isCheckable())
                entry.setChecked(button.isChecked())
                entry.setEnabled(button.isEnabled())
                entry.triggered.connect(button.click)
        self._menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height() + 4)))

    def _open_cases(self) -> None:
        self.case_menu.popup(self._case.mapToGlobal(QPoint(0, self._case.height() + 4)))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(SIDE, 0, SIDE, 0)
        row.setSpacing(0)
        groups: tuple[tuple[QWidget, ...], ...] = (
            (self._undo, self._redo),
            (self._style,),
            (*self._marks.values(), self._link),
            (self._bullets, self._numbers, self._quote),
            (self._photo, self._table),
            (self._break, self._case, self._clear),
        )
        self._rules = {place: _rule() for place in range(1, len(groups))}
        self._groups = [_group(widgets, self._rules.get(place)) for place, widgets in enumerate(groups)]
        for group in self._groups:
            row.addWidget(group)
        row.addWidget(self._more)
        row.addStretch(1)


def _rule() -> QWidget:
    """What parts one group from the one before it."""
    rule = QWidget()
    row = QHBoxLayout(rule)
    row.setContentsMargins(8, 0, 6, 0)
    row.addWidget(Hairline(Qt.Orientation.Vertical, length=18))
    return rule


def _group(widgets: Sequence[QWidget], rule: QWidget | None) -> QWidget:
    """Controls that belong together, behind their rule."""
    group = QWidget()
    row = QHBoxLayout(group)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(2)
    for widget in (*([] if rule is None else [rule]), *widgets):
        row.addWidget(widget)
    return group
