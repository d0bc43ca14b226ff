"""Spelling of one window: what is switched on, which dictionaries are in use, and who is asked for words."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QTimer, Signal

from editor_app.spelling.dictionaries import Dictionaries, Dictionary
from editor_app.spelling.tokens import Text, Word
from editor_app.ui.open_story import OpenStory
from editor_app.ui.runner import Runner
from editor_app.words import Sayable, note

if TYPE_CHECKING:
    from editor_app.newsroom.spell_desk import SpellDesk
    from editor_app.newsroom.word_lists import Scope

FIRST_LOOK_MS = 400  # after a story shows, before dictionaries are loaded: the window goes first
ON, CHOSEN, NAMES = "spelling/on", "spelling/dictionaries", "spelling/ignore-names"


class Spelling(QObject):
    """Answers what is misspelt and what may be meant; all work is done off the GUI thread.

    A story is checked where there is a dictionary of its language, with those of other languages beside it.

    `changed`: other words are right than before, or spelling was switched: everything is to be looked at anew.
    `told`: something to be said in the window.
    """

    changed = Signal()
    told = Signal(object)

    def __init__(self, runner: Runner, settings: QSettings, story: OpenStory, parent: QObject) -> None:
        super().__init__(parent)
        self._newsroom = story.newsroom
        self._runner = runner
        self._settings = settings
        self._story = story
        self._desk: SpellDesk | None = None
        self._begun = False
        self._checked_language = ""
        self._closed = False
        self.dictionaries: Dictionaries | None = None  # None until they were looked for
        self.trouble: Sayable | None = None  # why nothing is checked although there are dictionaries
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(FIRST_LOOK_MS)
        self._wait.timeout.connect(self._begin)
        story.loaded.connect(self._story_came)
        story.edited.connect(self._story_edited)

    # How it stands

    @property
    def is_on(self) -> bool:
        """Whether spelling is switched on."""
        return _is_yes(self._settings.value(ON, "yes"))

    @property
    def ignores_names(self) -> bool:
        """Whether names that the story has in credits and captions count as right."""
        return _is_yes(self._settings.value(NAMES, "no"))

    @property
    def checks(self) -> bool:
        """Whether words are being checked."""
        there = self.dictionaries
        known = there is not None and self.language in {each.language for each in there.used}
        return self.is_on and self.trouble is None and known

    @property
    def language(self) -> str:
        """The language of the open story, by its code; without its dictionary every word would be marked."""
        return self._story.fields.language.partition("-")[0].lower()

    @property
    def own_folder(self) -> Path:
        """Where the newsroom's own dictionaries stand, of all who work in this folder."""
        return self._newsroom.folder / "dictionaries"

    def switch(self, *, on: bool) -> None:
        """Switches spelling on or off; it stays so."""
        self._settings.setValue(ON, "yes" if on else "no")
        if on and (self.dictionaries is None or self.trouble is not None):
            self.look_again()
        self.changed.emit()

    def ignore_names(self, *, ignored: bool) -> None:
        """Lets the story's names count as right, or not; it stays so."""
        self._settings.setValue(NAMES, "yes" if ignored else "no")
        self.read_lists()

    def use(self, dictionary: Dictionary, *, used: bool) -> None:
        """Looks words up in a dictionary too, or not any more; the last one stays."""
        there = self.dictionaries
        if there is None:
            return
        names = [each.name for each in there.used if each.name != dictionary.name]
        if used:
            names.append(dictionary.name)
        if names:
            self._settings.setValue(CHOSEN, ",".join(names))
            self.look_again()

    def look_again(self) -> None:
        """Looks for dictionaries anew, as after one was installed."""
        self._begun = True
        chosen = [name for name in str(self._settings.value(CHOSEN, "")).split(",") if name]
        newsroom = self._newsroom

        def job() -> Dictionaries:
            if self._desk is None:
                from editor_app.newsroom.spell_desk import SpellDesk  # noqa: PLC0415 - after the first look

                self._desk = SpellDesk(newsroom)
            if self._closed:
                self._desk.close()
            return self._desk.open(chosen)

        def done(found: Dictionaries) -> None:
            def ready(_: bool) -> None:  # noqa: FBT001 - whether the lists differ, which is all one here
                self.dictionaries, self.trouble = found, None
                self.changed.emit()

            self._read_lists(ready)

        self._runner.spell(job, done, self._failed)

    # What is asked

    def check(self, texts: Sequence[Text], then: Callable[[tuple[tuple[Word, ...], ...]], None]) -> None:
        """Hands over the misspelt words of each text, later."""
        desk = self._desk
        if desk is not None:
            self._runner.spell(lambda: desk.misspelt(texts), then, self._failed)

    def suggest(self, word: str, then: Callable[[tuple[str, ...]], None]) -> None:
        """Hands over what may be meant by a word, later."""
        desk = self._desk
        if desk is None:
            then(())
        else:
            self._runner.spell(lambda: desk.suggestions(word), then, self._failed)

    def accept(self, word: str, scope: "Scope") -> None:
        """Accepts a word for the newsroom, for the person here, or in this story."""
        from editor_app.newsroom.word_lists import accept_word  # noqa: PLC0415 - with the first word

        newsroom, person, story_id = self._newsroom, self._story.person, self._story.story_id

        def done(kept: str) -> None:
            self.told.emit(note(f"told.accepted.{scope.value}", word=kept))
            self.read_lists()

        self._runner.write(
            lambda: accept_word(newsroom, word, scope=scope, person=person, story_id=story_id),
            done,
            self.told.emit,
        )

    def read_lists(self) -> None:
        """Reads the word lists and the story's names anew, and tells if other words are right now."""
        self._read_lists(lambda differs: self.changed.emit() if differs else None)

    def close(self) -> None:
        """Ends the engine's process; for closing the window."""
        self._closed = True
        if self._desk is not None:
            self._desk.close()

    # Inside

    def _begin(self) -> None:
        if not self._begun and self.is_on:
            self.look_again()

    def _story_came(self) -> None:
        if self._story.view is None:
            return
        self._checked_language = self.language
        if self._begun:
            self.read_lists()
        else:
            self._wait.start()

    def _story_edited(self) -> None:
        if self._checked_language != self.language:
            self._checked_language = self.language
            self.changed.emit()
        if self.ignores_names:
            self.read_lists()

    def _read_lists(self, done: Callable[[bool], None]) -> None:
        desk, story = self._desk, self._story
        if desk is None:
            return
        person, story_id = story.person, story.story_id
        fields = story.fields if self.ignores_names else None

        self._runner.spell(lambda: desk.accept(person, story_id, fields), done, self._failed)

    def _failed(self, error: Sayable) -> None:
        """The engine is gone for good, or the lists cannot be read: said once, and the rest works on."""
        if self.trouble is None:
            self.trouble = error
            self.told.emit(error)
            self.changed.emit()


def _is_yes(value: object) -> bool:
    return str(value) == "yes"
