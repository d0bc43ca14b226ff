"""Asks for a new person of the newsroom: a name and roles."""

from PySide6.QtWidgets import QCheckBox, QWidget

from editor_app.story.people import Role
from editor_app.ui.dialogs.form_dialog import FormDialog
from editor_app.ui.kit.label import label
from editor_app.ui.kit.theme import Theme
from editor_app.words import Words


class PersonDialog(FormDialog):
    """A name, and what the person does."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None) -> None:
        super().__init__(theme, words, "person-dialog", parent)
        self.name_line = self.add_line("name", words.text("person-dialog.name"))
        self.boxes = add_role_boxes(self, words)
        self._wanting = label("", "error", wrap=True)
        self._wanting.hide()
        self.column.addWidget(self._wanting)

    @property
    def roles(self) -> frozenset[Role]:
        """The roles that are ticked."""
        return frozenset(role for role, box in self.boxes.items() if box.isChecked())

    def accept(self) -> None:
        """Goes on, unless name or roles are wanting."""
        if self.value("name") and not self.roles:
            self._wanting.setText(self.words.text("person-without-role", name=self.value("name")))
            self._wanting.show()
            self.adjustSize()
            return
        super().accept()


def add_role_boxes(dialog: FormDialog, words: Words) -> dict[Role, QCheckBox]:
    """Adds a tick for each role to a dialog."""
    dialog.column.addWidget(label(words.text("person-dialog.roles"), "label"))
    boxes: dict[Role, QCheckBox] = {}
    for role in Role:
        name = words.text(f"role.{role.value}")
        boxes[role] = QCheckBox(name[:1].upper() + name[1:])
        dialog.column.addWidget(boxes[role])
    return boxes
