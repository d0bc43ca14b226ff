"""A dialog with labelled fields that must be filled in before it goes on."""

from PySide6.QtWidgets import QLineEdit, QWidget

from editor_app.ui.kit.dialog import Dialog
from editor_app.ui.kit.labelled_field import LabelledField
from editor_app.ui.kit.theme import Theme
from editor_app.words import Words


class FormDialog(Dialog):
    """Fields of one line, a button that goes on and one that leaves.

    Args:
        theme: colours it.
        words: the catalogue.
        code: the code of its texts: `<code>.title`, `<code>.text`, `<code>.accept`.
        parent: the window that it belongs to.
    """

    def __init__(self, theme: Theme, words: Words, code: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, words.text(f"{code}.title"), words.text(f"{code}.text"), parent=parent)
        self.words = words
        self._lines: dict[str, tuple[QLineEdit, LabelledField, bool]] = {}
        self.cancel_button = self.add_button(words.text("dialog.cancel"))
        self.accept_button = self.add_button(words.text(f"{code}.accept"), "primary", main=True)
        self.cancel_button.clicked.connect(self.reject)
        self.accept_button.clicked.connect(self.accept)

    def add_line(
        self, name: str, label: str, *, text: str = "", hint: str = "", required: bool = True
    ) -> QLineEdit:
        """Adds a field of one line; the first one gets the cursor."""
        line = QLineEdit(text)
        line.setAccessibleName(label)
        line.setPlaceholderText(hint)
        field = LabelledField(label, line)
        line.textEdited.connect(lambda _: field.set_error(None))
        self.column.addWidget(field)
        if not self._lines:
            line.setFocus()
        self._lines[name] = (line, field, required)
        return line

    def value(self, name: str) -> str:
        """What was typed into a field."""
        return self._lines[name][0].text().strip()

    def refuse(self, name: str, reason: str) -> None:
        """Says under a field what is wrong with it."""
        line, field, _ = self._lines[name]
        field.set_error(reason)
        line.setFocus()
        self.adjustSize()

    def accept(self) -> None:
        """Goes on, unless a field is wanting."""
        for name, (_, __, required) in self._lines.items():
            if required and not self.value(name):
                self.refuse(name, self.words.text("dialog.required"))
                return
        super().accept()
