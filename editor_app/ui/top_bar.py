"""The top of the window: whose desk this is, the search, and the person who sits here."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QVBoxLayout, QWidget
from shiboken6 import isValid

from editor_app.story.people import Person
from editor_app.ui.kit.avatar import Avatar
from editor_app.ui.kit.icon_label import IconLabel
from editor_app.ui.kit.label import ElidedLabel, label
from editor_app.ui.kit.pressable import Pressable
from editor_app.ui.kit.search_field import SearchField
from editor_app.ui.kit.theme import Theme
from editor_app.ui.kit.traits import set_ground, set_trait
from editor_app.ui.shortcuts import keys_of
from editor_app.words import Words

HEIGHT = 52
SEARCH_WIDTH = 420


class TopBar(QWidget):
    """Shows the newsroom's name, takes what is searched, and opens the menu of the person here."""

    searched = Signal(str)

    def __init__(self, newsroom: str, theme: Theme, words: Words, menu: QMenu) -> None:
        super().__init__()
        set_ground(self, "pane")
        self.setFixedHeight(HEIGHT)
        name = QWidget()
        row = QHBoxLayout(name)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(label(words.text("app.name"), "title"))
        row.addWidget(ElidedLabel(f"— {newsroom}", "soft"), 1)
        self.search = DeskSearch(
            theme,
            words.text("search.hint"),
            clear=words.text("search.clear"),
            shortcut=keys_of("search"),
            name=words.text("search.name"),
        )
        self.search.setMaximumWidth(SEARCH_WIDTH)
        self.search.searched.connect(self.searched)
        self.person = _PersonButton(theme, words, menu)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 0, 16, 0)
        line.setSpacing(16)
        line.addWidget(name, 3)
        line.addWidget(self.search, 4)
        line.addWidget(self.person, 3, Qt.AlignmentFlag.AlignRight)


class DeskSearch(SearchField):
    """The search of the desk: Down goes into its list, Enter opens the first hit, Escape goes back to work."""

    went_down = Signal()
    entered = Signal()
    left = Signal(object)  # the widget that had the focus before, None where it is not there any more

    def __init__(self, theme: Theme, placeholder: str, *, clear: str, shortcut: str, name: str) -> None:
        super().__init__(theme, placeholder, clear=clear, shortcut=shortcut, name=name)
        self._before: QWidget | None = None
        QApplication.instance().focusChanged.connect(self._focus_changed)  # type: ignore[union-attr]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Down:
                self.went_down.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.entered.emit()
            case Qt.Key.Key_Escape:
                self.empty()
                before = self._before
                there = before is not None and isValid(before) and before.isVisible() and before.isEnabled()
                self.left.emit(before if there else None)
            case _:
                super().keyPressEvent(event)

    def _focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        if now is self and before is not None and before.window() is self.window():
            self._before = before


class _PersonButton(Pressable):
    """Name, roles and initials of the person here; a click or the space bar opens the menu."""

    def __init__(self, theme: Theme, words: Words, menu: QMenu) -> None:
        super().__init__()
        self._words = words
        self._menu = menu
        set_trait(self, "kit", "person")
        self._name = label("", "strong")
        self._roles = label("", "tiny")
        self._avatar = Avatar(theme)
        for line in (self._name, self._roles):
            line.setAlignment(Qt.AlignmentFlag.AlignRight)
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addStretch()
        text.addWidget(self._name)
        text.addWidget(self._roles)
        text.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 2, 6, 2)
        row.setSpacing(8)
        row.addLayout(text)
        row.addWidget(self._avatar)
        row.addWidget(IconLabel(theme, "chevron-down", side=12))
        self.clicked.connect(self._open)

    def show_person(self, person: Person) -> None:
        """Shows who sits here."""
        roles = ", ".join(self._words.text(f"role.{role.value}") for role in sorted(person.roles))
        self._name.setText(person.name)
        self._roles.setText(roles[:1].upper() + roles[1:])
        self._avatar.show_person(person.name)
        self.setAccessibleName(self._words.text("person.menu", name=person.name, roles=roles))
        self.setToolTip(self._words.text("person.menu-tip"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.click()
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        corner = QPoint(self.width() - self._menu.sizeHint().width(), self.height() + 4)
        self._menu.popup(self.mapToGlobal(corner))
