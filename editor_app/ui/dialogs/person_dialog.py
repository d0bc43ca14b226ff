"""Asks for a new person of the newsroom: a name and roles."""

from PySide6.QtWidgets import QWidget

from editor_app.story.people import Role
from editor_app.ui.dialogs.form_dialog import FormDialog
from editor_app.ui.dialogs.roles_field import RolesField
from editor_app.ui.kit.theme import Theme
from editor_app.words import Words


class PersonDialog(FormDialog):
    """A name, and what the person does."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None) -> None:
        super().__init__(theme, words, "person-dialog", parent)
        self.name_line = self.add_line("name", words.text("person-dialog.name"))
        self._ticks = RolesField(words)
        self.boxes = self._ticks.boxes
        labelled = self.add_field("roles", words.text("person-dialog.roles"), self._ticks)
        self._ticks.changed.connect(lambda: labelled.set_error(None))

    @property
    def roles(self) -> frozenset[Role]:
        """The roles that are ticked."""
        return self._ticks.roles

    def wanting(self) -> tuple[str, str] | None:
        """As of every form; a person has a role too."""
        wanting = super().wanting()
        if wanting is None and not self.roles:
            return "roles", self.words.text("person-dialog.role-wanting")
        return wanting
