"""A dialog with labelled fields that must be filled in before it goes on."""

from PySide6.QtWidgets import QLineEdit, QWidget

from editor_app.ui.kit import tokens
from editor_app.ui.kit.dialog import Dialog
from editor_app.ui.kit.labelled_field import LabelledField
from editor_app.ui.kit.theme import Theme
from editor_app.words import Words


class FormDialog(Dialog):
    """Fields of one line, a button that goes on and one that leaves.

    Under each field a line stays free for what may be wrong with it, so that the buttons keep their place.

    Args:
        theme: colours it.
        words: the catalogue.
        code: the code of its texts: `<code>.title`, `<code>.text`, `<code>.accept`.
        parent: the window that it belongs to.
    """

    def __init__(self, theme: Theme, words: Words, code: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, words.text(f"{code}.title"), words.text(f"{code}.text"), parent=parent)
        self.words = words
        self.column.setSpacing(tokens.SPACE_S)
        self._fields: dict[str, LabelledField] = {}
        self._lines: dict[str, QLineEdit] = {}
        self._required: list[str] = []
        self.cancel_button = self.add_button(words.text("dialog.cancel"))
        self.accept_button = self.add_button(words.text(f"{code}.accept"), "primary", main=True)
        self.cancel_button.clicked.connect(self.reject)
        self.accept_button.clicked.connect(self.accept)

    def add_line(
        self, name: str, label: str, *, text: str = "", hint: str = "", required: bool = True, lines: int = 1
    ) -> QLineEdit:
        """Adds a field of one line; the first one gets the cursor. `lines` of a refusal have room under it."""
        line = QLineEdit(text)
        line.setPlaceholderText(hint)
        line.textEdited.connect(lambda _: self._fields[name].set_error(None))
        self._lines[name] = line
        if required:
            self._required.append(name)
        self.add_field(name, label, line, lines=lines)
        return line

    def add_field(self, name: str, label: str, field: QWidget, *, lines: int = 1) -> LabelledField:
        """Adds any field, which `refuse` then knows by its name."""
        labelled = LabelledField(label, field, lines=lines)
        self.column.addWidget(labelled)
        if not self._fields:
            field.setFocus()
        self._fields[name] = labelled
        return labelled

    def value(self, name: str) -> str:
        """What was typed into a field of one line."""
        return self._lines[name].text().strip()

    def refusal(self, name: str) -> str:
        """What is said to be wrong with a field, or nothing."""
        return self._fields[name].error

    def refuse(self, name: str, reason: str) -> None:
        """Says under a field what is wrong with it."""
        self._fields[name].set_error(reason)
        self._fields[name].field.setFocus()
        self.fit()

    def wanting(self) -> tuple[str, str] | None:
        """The name of the first field that is not as it must be, and what is wrong with it; None where all is."""
        empty = next((name for name in self._required if not self.value(name)), None)
        return None if empty is None else (empty, self.words.text("dialog.required"))

    def accept(self) -> None:
        """Goes on, unless a field is wanting."""
        wanting = self.wanting()
        for name, field in self._fields.items():
            if wanting is None or name != wanting[0]:
                field.set_error(None)
        if wanting is None:
            super().accept()
        else:
            self.refuse(*wanting)
