"""Asks which person is meant: to whom a story is sent on, or who sits down at this laptop."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from editor_app.story.people import Person
from editor_app.ui.kit.dialog import Dialog
from editor_app.ui.kit.labelled_field import LabelledField
from editor_app.ui.kit.select import Select
from editor_app.ui.kit.theme import Theme
from editor_app.words import Words


class ChoiceDialog(Dialog):
    """One person out of some."""

    def __init__(
        self, theme: Theme, words: Words, code: str, people: Sequence[Person], parent: QWidget | None
    ) -> None:
        super().__init__(theme, words.text(f"{code}.title"), words.text(f"{code}.text"), parent=parent)
        self._people = {person.id: person for person in people}
        name = words.text(f"{code}.person")
        self.select = Select(name, [(person.id, person.name) for person in people])
        self.column.addWidget(LabelledField(name, self.select))
        cancel = self.add_button(words.text("dialog.cancel"))
        cancel.clicked.connect(self.reject)
        accept = self.add_button(words.text(f"{code}.accept"), "primary", main=True)
        accept.clicked.connect(self.accept)

    @property
    def person(self) -> Person:
        """Who was chosen."""
        return self._people[self.select.current]
