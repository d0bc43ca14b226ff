"""The formatting toolbar over the page: what it does to the text at the cursor, and what stands there now."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from editor_app.richtext import blocks, commands
from editor_app.story.marks import STYLES, Style
from editor_app.ui.body_editor import BodyEditor
from editor_app.ui.kit.hairline import Hairline
from editor_app.ui.kit.refusal import refuse
from editor_app.ui.kit.select import Select
from editor_app.ui.kit.theme import Theme
from editor_app.ui.kit.tool_button import ToolButton
from editor_app.ui.kit.traits import set_ground
from editor_app.words import Words

HEIGHT = 42
MARK_BUTTONS = (
    ("strong", "bold", "Ctrl+B"),
    ("em", "italic", "Ctrl+I"),
    ("underline", "underline", "Ctrl+U"),
)


class FormatToolbar(QWidget):
    """Buttons for styles, marks, lists, links and photos."""

    photo_wanted = Signal()

    def __init__(self, theme: Theme, words: Words, editor: BodyEditor) -> None:
        super().__init__()
        set_ground(self, "pane")
        self.setFixedHeight(HEIGHT)
        self.setAccessibleName(words.text("format.toolbar"))
        self._editor = editor
        self._style = Select(
            words.text("format.style"), [(style, words.text(f"style.{style}")) for style in STYLES], tool=True
        )
        self._style.setMinimumWidth(136)
        self._style.chosen.connect(self._set_style)
        self._undo = self._button(theme, words, "undo-2", "format.undo", "Ctrl+Z", editor.undo)
        self._redo = self._button(theme, words, "redo-2", "format.redo", "Ctrl+Shift+Z", editor.redo)
        self._marks: dict[str, ToolButton] = {}
        for mark, icon, keys in MARK_BUTTONS:
            self._marks[mark] = ToolButton(theme, icon, words.text(f"format.{mark}"), keys=keys, checkable=True)
            self._marks[mark].clicked.connect(
                lambda _=False, mark=mark: editor.run(commands.toggle_decorator, mark)
            )
        self._link = ToolButton(theme, "link", words.text("format.link"), keys="Ctrl+L", checkable=True)
        self._link.clicked.connect(editor.link_wanted)
        self._bullets = ToolButton(
            theme, "list", words.text("format.bullets"), keys="Ctrl+Shift+8", checkable=True
        )
        self._bullets.clicked.connect(lambda: editor.run(commands.toggle_list, "bullet"))
        self._numbers = ToolButton(
            theme, "list-ordered", words.text("format.numbers"), keys="Ctrl+Shift+7", checkable=True
        )
        self._numbers.clicked.connect(lambda: editor.run(commands.toggle_list, "number"))
        self._quote = ToolButton(
            theme, "text-quote", words.text("format.quote"), keys="Ctrl+Shift+9", checkable=True
        )
        self._quote.clicked.connect(self._toggle_quote)
        self._photo = ToolButton(theme, "image-plus", words.text("format.photo"), keys="Ctrl+Shift+P")
        self._photo.clicked.connect(self.photo_wanted)
        self._break = ToolButton(theme, "separator-horizontal", words.text("format.break"))
        self._break.clicked.connect(lambda: editor.run(blocks.insert_break))
        self._clear = ToolButton(theme, "remove-formatting", words.text("format.clear"))
        self._clear.clicked.connect(lambda: editor.run(commands.clear_formatting))
        for button, keys in (
            (self._bullets, "Ctrl+Shift+8"),
            (self._numbers, "Ctrl+Shift+7"),
            (self._quote, "Ctrl+Shift+9"),
            (self._photo, "Ctrl+Shift+P"),
        ):
            QShortcut(QKeySequence(keys), self, button.click)  # a button's own one would act a moment later
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
            self._break,
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

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 0, 18, 0)
        row.setSpacing(2)
        groups: tuple[tuple[QWidget, ...], ...] = (
            (self._undo, self._redo),
            (self._style,),
            (*self._marks.values(), self._link),
            (self._bullets, self._numbers, self._quote),
            (self._photo, self._break),
            (self._clear,),
        )
        for number, group in enumerate(groups):
            if number:
                row.addSpacing(8)
                row.addWidget(Hairline(Qt.Orientation.Vertical, length=18))
                row.addSpacing(8)
            for widget in group:
                row.addWidget(widget)
        row.addStretch(1)
