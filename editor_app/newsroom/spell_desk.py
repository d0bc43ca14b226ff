"""The spelling desk: dictionaries, word lists and the speller of one window; asked from one thread at a time."""

from collections.abc import Sequence
from pathlib import Path

from editor_app.newsroom.newsroom import Newsroom
from editor_app.newsroom.staff import everyone
from editor_app.newsroom.word_lists import AcceptedWords, accepted_in
from editor_app.spelling.dictionaries import (
    USUAL,
    Dictionaries,
    Dictionary,
    best_of,
    dictionary_folders,
    find_dictionaries,
)
from editor_app.spelling.engine_process import EngineProcess
from editor_app.spelling.hunspell_engine import has_engine
from editor_app.spelling.speller import Speller
from editor_app.spelling.story_names import names_of
from editor_app.spelling.tokens import Text, Word
from editor_app.spelling.word_lists import WordList
from editor_app.story.people import Person
from editor_app.story.story import Story
from editor_app.words import Trouble


class SpellDesk:
    """What a window's spelling works with.

    Args:
        newsroom: whose word lists and dictionaries they are.
    """

    def __init__(self, newsroom: Newsroom) -> None:
        self._newsroom = newsroom
        self._engine = EngineProcess()
        self._speller: Speller | None = None
        self._lists = AcceptedWords()
        self._names = frozenset[str]()
        self._accepted = WordList()
        self._closed = False

    def open(self, chosen: Sequence[str] = ()) -> Dictionaries:
        """Finds dictionaries and opens those named in `chosen`, or the usual ones where none of them is there."""
        self._engine.close()
        self._engine = EngineProcess()
        self._speller = None
        found = find_dictionaries(self._folders())
        if not has_engine():
            return Dictionaries(found, has_engine=False)
        wanted = tuple(each for each in found if each.name in chosen) or best_of(found)
        used: list[Dictionary] = []
        broken: list[Trouble] = []
        for dictionary in wanted:
            opened = self._open(dictionary, broken)
            if opened is not None:
                used.append(opened)
        if self._closed:  # while they were opened
            self._engine.close()
        elif used:
            self._speller = Speller(self._engine, tuple(dict.fromkeys(each.language for each in used)))
        there = {each.language for each in found}
        wanting = tuple(language for language in USUAL if language not in there)
        return Dictionaries(found, tuple(used), tuple(broken), wanting)

    def _open(self, dictionary: Dictionary, broken: list[Trouble]) -> Dictionary | None:
        """Opens a dictionary, or where it is broken another of its name that stands elsewhere."""
        passed: list[Path] = []
        candidate: Dictionary | None = dictionary
        while candidate is not None:
            try:
                self._engine.open(candidate)
            except Trouble as trouble:
                broken.append(trouble)
                passed.append(candidate.aff.parent)
                others = find_dictionaries(folder for folder in self._folders() if folder not in passed)
                candidate = next((each for each in others if each.name == dictionary.name), None)
            else:
                return candidate
        return None

    def _folders(self) -> tuple[Path, ...]:
        return dictionary_folders(self._newsroom.folder)

    def accept(self, person: Person, story_id: str | None, fields: Story | None) -> bool:
        """Reads the word lists anew, and the names of a story's `fields` where these are ignored.

        Returns whether other words are accepted now than before.
        """
        lists = accepted_in(self._newsroom, person=person, story_id=story_id)
        names = frozenset[str]()
        if fields is not None:
            people = (each.name for each in everyone(self._newsroom))
            names = frozenset(names_of(fields, self._newsroom.style, (*people, self._newsroom.name)))
        if (lists, names) == (self._lists, self._names):
            return False
        self._lists, self._names = lists, names
        self._accepted = WordList((*lists, *names))
        return True

    def misspelt(self, texts: Sequence[Text]) -> tuple[tuple[Word, ...], ...]:
        """The words of each text that are not right; none where nothing can be checked.

        Raises:
            Trouble: `spelling-engine-ended`.
        """
        if self._speller is None:
            return tuple(() for _ in texts)
        return self._speller.misspelt(texts, self._accepted)

    def suggestions(self, word: str) -> tuple[str, ...]:
        """What may be meant by a misspelt word.

        Raises:
            Trouble: `spelling-engine-ended`.
        """
        return () if self._speller is None else self._speller.suggestions(word, self._accepted)

    def close(self) -> None:
        """Ends the engine, also while it is being asked; from any thread."""
        self._closed = True
        self._engine.close()
