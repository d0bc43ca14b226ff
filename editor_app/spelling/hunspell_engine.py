"""The engine: Hunspell by chunspell. It holds Python's lock while it works, see `engine_process`."""

import importlib.util
from collections.abc import Iterable, Sequence
from itertools import chain, zip_longest
from typing import Any

from editor_app.spelling.dictionaries import Dictionary
from editor_app.spelling.dictionary_files import check_files
from editor_app.words import Trouble

MODULE = "hunspell"


def has_engine() -> bool:
    """Whether chunspell is installed; it is not loaded for that."""
    try:
        return importlib.util.find_spec(MODULE) is not None
    except (ImportError, ValueError):
        return False


class HunspellEngine:
    """Hunspell in this process: one instance for each dictionary, in the order in which they were opened."""

    def __init__(self) -> None:
        self._open: list[Any] = []

    def open(self, dictionary: Dictionary) -> None:
        """Opens one more dictionary.

        Raises:
            Trouble: it is broken, or `spelling-engine-missing`.
        """
        check_files(dictionary)
        make = _maker()
        try:
            # UTF-8 for the path, or Windows would find no folder with an accent in its name.
            opened = make(dictionary.name, hunspell_data_dir=str(dictionary.aff.parent), system_encoding="UTF-8")
        except (OSError, ValueError, MemoryError) as error:
            raise Trouble("dictionary-unreadable", file=str(dictionary.aff)) from error
        self._open.append(opened)

    def accepts(self, words: Sequence[str]) -> tuple[bool, ...]:
        """For each word whether any open dictionary accepts it."""
        return tuple(any(_spells(each, word) for each in self._open) for word in words)

    def suggest(self, word: str) -> tuple[str, ...]:
        """What the dictionaries have that looks like `word`, the first of each before the second of any."""
        return in_turn(_suggested(each, word) for each in self._open)

    def close(self) -> None:
        """Lets the dictionaries go."""
        self._open.clear()


def in_turn(lists: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """The first of each list, then the second of each, and so on; each word once."""
    return tuple(dict.fromkeys(word for word in chain.from_iterable(zip_longest(*lists)) if word))


def _maker() -> Any:
    try:
        from hunspell import Hunspell  # noqa: PLC0415 - loaded when a dictionary is first opened
    except ImportError as error:  # none, or another package that has this module's name
        raise Trouble("spelling-engine-missing") from error
    return Hunspell


def _spells(opened: Any, word: str) -> bool:
    try:
        return bool(opened.spell(word))
    except UnicodeError:
        return False  # the dictionary's encoding has no such letters


def _suggested(opened: Any, word: str) -> tuple[str, ...]:
    try:
        return tuple(opened.suggest(word))
    except UnicodeError:
        return ()
