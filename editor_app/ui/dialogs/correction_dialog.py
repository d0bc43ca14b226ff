"""Asks what a correction puts right, or whether it is a slip of typing alone."""

from PySide6.QtWidgets import QCheckBox, QWidget

from editor_app.ui.kit.dialog import NoteDialog
from editor_app.ui.kit.theme import Theme
from editor_app.words import Words


class CorrectionDialog(NoteDialog):
    """A note, which exports print; of a slip of typing none is printed, and none is asked for."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None) -> None:
        super().__init__(
            theme,
            words.text("correct-dialog.title"),
            words.text("correct-dialog.text"),
            field=words.text("correct-dialog.note"),
            accept=words.text("correct-dialog.accept"),
            cancel=words.text("dialog.cancel"),
            required=words.text("correction-without-note"),
            parent=parent,
        )
        self.minor_box = QCheckBox(words.text("correct-dialog.minor"))
        self.minor_box.toggled.connect(lambda minor: self.set_optional(optional=minor))
        self.column.addWidget(self.minor_box)

    @property
    def is_minor(self) -> bool:
        """Whether only a slip of typing is put right."""
        return self.minor_box.isChecked()
