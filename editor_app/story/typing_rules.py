"""Typing rules: what a house style helps with while its people type, read from its table `[typing]`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, Literal, cast

Help = Literal["quotes", "dashes", "ellipsis", "spaces", "markers"]
Dash = Literal["spaced", "closed"]

HELPS: Final[tuple[Help, ...]] = ("quotes", "dashes", "ellipsis", "spaces", "markers")
DASHES: Final[tuple[Dash, ...]] = ("spaced", "closed")
LONGEST_WORD: Final = 20  # signs of a word that a rule may name: help looks back no further


@dataclass(frozen=True, slots=True)
class TypingWords:
    """What the spaces and apostrophes of one language hang on."""

    after_numbers: tuple[str, ...] = ()  # kept on one line with the number before it: "10 km", "11 September"
    before_numbers: tuple[str, ...] = ()  # kept on one line with the number after it: "pukul 14.00", "Pasal 5"
    closed: tuple[str, ...] = ()  # written without a space before the number: "Rp5.000"
    elisions: tuple[str, ...] = ()  # begin with an apostrophe, not with a quote: "’kan"


@dataclass(frozen=True, slots=True)
class Typing:
    """What help is given now: what is switched on, how the house sets a dash, and the words of the language."""

    helps: frozenset[Help] = frozenset(HELPS)
    dash: Dash = "spaced"
    words: TypingWords = TypingWords()


@dataclass(frozen=True, slots=True)
class TypingRules:
    """What a house style says of help: on or off until a person switches it, the dash, words by language."""

    helps: frozenset[Help] = frozenset(HELPS)
    dash: Dash = "spaced"
    words: Mapping[str, TypingWords] = field(default_factory=lambda: MappingProxyType({}))

    def words_of(self, language: str) -> TypingWords:
        """The words of a language (a BCP 47 tag); of one that the house does not list there are none."""
        return self.words.get(language.split("-", maxsplit=1)[0].lower(), TypingWords())


def typing_rules(table: object) -> TypingRules:
    """The rules that a house style's table `[typing]` names; what it leaves out is on.

    Raises:
        TypeError: where a value is of the wrong kind.
        ValueError: where a name or a word is none that a rule can have.
    """
    data = dict(_mapping(table))
    words = _mapping(data.pop("words", {}))
    dashes = data.pop("dashes", "spaced")
    if dashes != "off" and dashes not in DASHES:
        raise ValueError(dashes)
    switches = {name: _flag(value) for name, value in data.items()} | {"dashes": dashes != "off"}
    unknown = switches.keys() - set(HELPS)
    if unknown:
        raise ValueError(min(unknown))
    return TypingRules(
        helps=frozenset(name for name in HELPS if switches.get(name, True)),
        dash="closed" if dashes == "closed" else "spaced",
        words=MappingProxyType({name.lower(): _words(listed) for name, listed in words.items()}),
    )


def _words(table: object) -> TypingWords:
    lists = {name: _list(value) for name, value in _mapping(table).items()}
    unknown = lists.keys() - set(TypingWords.__dataclass_fields__)
    if unknown:
        raise ValueError(min(unknown))
    return TypingWords(**lists)


def _mapping(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise TypeError(value)
    return cast("dict[str, object]", value)


def _list(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise TypeError(value)
    for word in value:
        if not 0 < len(word) <= LONGEST_WORD or any(sign.isspace() for sign in word):
            raise ValueError(word)
    return tuple(value)


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError(value)
    return value
