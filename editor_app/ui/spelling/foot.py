"""The foot's word on spelling: the dictionaries in use; one press switches, chooses, says what is missing."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QPushButton, QWidgetAction

from editor_app.spelling.dictionaries import Dictionaries, Dictionary, install_command
from editor_app.ui.kit.label import label
from editor_app.ui.kit.theme import Theme
from editor_app.ui.kit.traits import set_trait
from editor_app.ui.shortcuts import keys_of
from editor_app.ui.spelling.language_names import language_name
from editor_app.ui.spelling.spelling import Spelling
from editor_app.ui.spelling.told_keys import told
from editor_app.words import Message, Words, note

NOTICE_WIDTH = 320  # px


class SpellingFoot(QPushButton):
    """Shows "Ejaan: Indonesia, Inggris"; its menu switches spelling and its dictionaries.

    `next_wanted`: the next misspelt word is to be shown. `lists_wanted`: a word list is to be edited, of the
    newsroom (True) or the person's own (False).
    """

    next_wanted = Signal()
    lists_wanted = Signal(bool)

    def __init__(self, theme: Theme, words: Words, spelling: Spelling) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._spelling = spelling
        self.setProperty("kit", "foot")
        self.setFlat(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self.open_menu)
        spelling.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Says how it stands."""
        words, spelling = self._words, self._spelling
        there = spelling.dictionaries
        if not spelling.is_on:
            text = words.text("spelling.off")
        elif there is None:
            text = words.text("spelling.waiting")
        elif spelling.checks:
            text = words.text("spelling.on", languages=", ".join(self._languages(there.used)))
        elif spelling.trouble is None and there.can_check:
            text = words.text("spelling.not-here", language=", ".join(self._named([spelling.language])))
        elif not there.has_engine:
            text = words.text("spelling.no-engine")
        else:
            text = words.text("spelling.cannot" if spelling.trouble is None else "spelling.stopped")
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(words.text("spelling.tip"))
        faulty = (
            spelling.is_on and there is not None and (not spelling.checks or bool(there.wanting or there.broken))
        )
        set_trait(self, "faulty", faulty)

    def open_menu(self) -> None:
        """Opens the menu over the foot."""
        menu = QMenu(self)
        self._fill(menu)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, -menu.sizeHint().height() - 4)))

    def notices(self) -> tuple[Message, ...]:
        """What is wrong with dictionaries and engine, and what to do about it."""
        spelling, there = self._spelling, self._spelling.dictionaries
        if there is None:
            return ()
        if not there.has_engine:
            return (note("spelling-engine-missing"),)
        said = [trouble.message for trouble in there.broken]
        if spelling.trouble is not None:
            said.append(spelling.trouble.message)
        wanting = self._wanting(there)
        if wanting:
            command = install_command(wanting)
            languages = ", ".join(self._named(wanting))
            folder = str(spelling.own_folder)
            names = ", ".join(f"{name}.aff, {name}.dic" for name in map(_file_name, wanting))
            said.append(
                note("spelling.install-files", languages=languages, files=names, folder=folder)
                if command is None
                else note("spelling.install", languages=languages, command=command)
            )
        return tuple(said)

    def _wanting(self, there: Dictionaries) -> tuple[str, ...]:
        """The languages without a dictionary: the usual ones, and that of the story."""
        found = {each.language for each in there.found}
        own = () if self._spelling.language in found else (self._spelling.language,)
        return tuple(dict.fromkeys((*there.wanting, *own)))

    def _fill(self, menu: QMenu) -> None:
        words, spelling = self._words, self._spelling
        there = spelling.dictionaries
        for said in self.notices():
            menu.addAction(self._notice(menu, words.say(said)))
        command = None if there is None or not there.has_engine else install_command(self._wanting(there))
        if command is not None:
            menu.addAction(words.text("spelling.copy-command")).triggered.connect(
                lambda: QGuiApplication.clipboard().setText(command)
            )
        if self.notices():
            menu.addAction(words.text("spelling.look-again")).triggered.connect(spelling.look_again)
            menu.addSeparator()
        on = _ticked(menu, words.text("spelling.check"), spelling.is_on)
        on.triggered.connect(lambda checked: spelling.switch(on=checked))
        if there is not None and there.found:
            menu.addSeparator()
            used = {each.name for each in there.used}
            for dictionary, name in zip(there.found, self._full_names(there.found), strict=True):
                entry = _ticked(menu, name, dictionary.name in used)
                entry.setEnabled(spelling.is_on and used != {dictionary.name})
                entry.triggered.connect(lambda used, each=dictionary: spelling.use(each, used=used))
        menu.addSeparator()
        names = _ticked(menu, words.text("spelling.ignore-names"), spelling.ignores_names)
        names.setToolTip(words.text("spelling.ignore-names-tip"))
        names.triggered.connect(lambda checked: spelling.ignore_names(ignored=checked))
        menu.addSeparator()
        following = menu.addAction(f"{words.text('spelling.next')}\t{told(keys_of('next-misspelling'))}")
        following.setEnabled(spelling.checks)
        following.triggered.connect(self.next_wanted)
        menu.addAction(words.text("spelling.newsroom-list")).triggered.connect(
            lambda: self.lists_wanted.emit(True)
        )
        menu.addAction(words.text("spelling.own-list")).triggered.connect(lambda: self.lists_wanted.emit(False))

    def _notice(self, menu: QMenu, sentence: str) -> QWidgetAction:
        said = label(sentence, wrap=True)
        said.setFixedWidth(NOTICE_WIDTH)
        said.setContentsMargins(10, 6, 10, 6)
        said.setAccessibleName(sentence)
        holder = QWidgetAction(menu)
        holder.setDefaultWidget(said)
        holder.setText(sentence)
        return holder

    def _languages(self, used: Iterable[Dictionary]) -> list[str]:
        return self._named(dict.fromkeys(each.language for each in used))

    def _named(self, codes: Iterable[str]) -> list[str]:
        return [language_name(code, self._words) for code in codes]

    def _full_names(self, found: Iterable[Dictionary]) -> list[str]:
        """The language of each, with its country where there are several of one language."""
        codes = [each.language for each in found]
        return self._named(each.locale if codes.count(each.language) > 1 else each.language for each in found)


def _ticked(menu: QMenu, name: str, checked: bool) -> QAction:  # noqa: FBT001 - a value, not a switch
    entry = menu.addAction(name)
    entry.setCheckable(True)
    entry.setChecked(checked)
    return entry


def _file_name(language: str) -> str:
    return {"id": "id_ID", "en": "en_US"}.get(language, language)
