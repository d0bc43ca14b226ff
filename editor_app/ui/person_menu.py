"""The menu of the person who sits here: who else may sit down, theme, language."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QDialog, QMenu, QWidget, QWidgetAction

from editor_app.newsroom.newsroom import Newsroom
from editor_app.newsroom.staff import add_person, everyone
from editor_app.story.people import Person
from editor_app.ui.dialogs.person_dialog import PersonDialog
from editor_app.ui.kit.label import label
from editor_app.ui.kit.theme import Mode, Theme
from editor_app.ui.runner import Runner
from editor_app.words import LANGUAGES, Words, note


class PersonMenu(QMenu):
    """Emits who sits down, and which language is wanted."""

    person_chosen = Signal(object)
    language_chosen = Signal(str)
    told = Signal(object)

    def __init__(self, newsroom: Newsroom, runner: Runner, theme: Theme, words: Words, window: QWidget) -> None:
        super().__init__(window)
        self._newsroom = newsroom
        self._runner = runner
        self._theme = theme
        self._words = words
        self._window = window
        self._person: Person | None = None
        self.parts: list[Callable[[QMenu], None]] = []  # what else a person may set, put below the languages
        heading = label(words.text("person.sits"), "section")
        heading.setContentsMargins(10, 6, 10, 4)
        self._heading = QWidgetAction(window)  # not the menu's own, which clears its own away
        self._heading.setDefaultWidget(heading)
        self._heading.setEnabled(False)
        self.aboutToShow.connect(self._fill)

    def show_person(self, person: Person) -> None:
        """Marks who sits here."""
        self._person = person

    def _fill(self) -> None:
        words = self._words
        self.clear()
        self.addAction(self._heading)
        people = QActionGroup(self)
        for person in everyone(self._newsroom):
            entry = self.addAction(person.name)
            entry.setCheckable(True)
            entry.setChecked(self._person is not None and person.id == self._person.id)
            people.addAction(entry)
            entry.triggered.connect(lambda _=False, person=person: self.person_chosen.emit(person))
        self.addAction(words.text("person.add")).triggered.connect(self._add)
        self.addSeparator()
        looks = self.addMenu(words.text("menu.theme"))
        modes = QActionGroup(looks)
        for mode in Mode:
            entry = looks.addAction(words.text(f"theme.{mode.value}"))
            entry.setCheckable(True)
            entry.setChecked(self._theme.mode is mode)
            modes.addAction(entry)
            entry.triggered.connect(lambda _=False, mode=mode: self._theme.set_mode(mode))
        spoken = self.addMenu(words.text("menu.language"))
        languages = QActionGroup(spoken)
        for code in LANGUAGES:
            entry = spoken.addAction(words.text(f"language.{code}"))
            entry.setCheckable(True)
            entry.setChecked(code == words.language)
            languages.addAction(entry)
            entry.triggered.connect(lambda _=False, code=code: self.language_chosen.emit(code))
        for fill in self.parts:
            fill(self)

    def _add(self) -> None:
        dialog = PersonDialog(self._theme, self._words, self._window)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        newsroom, name, roles = self._newsroom, dialog.value("name"), dialog.roles
        self._runner.write(
            lambda: add_person(newsroom, name=name, roles=roles),
            lambda person: self.told.emit(note("told.person-added", name=person.name)),
            self.told.emit,
        )
