"""Length rules: how long a house wants its stories, and how it counts words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

_REDUPLICATIONS: Final = {"one": 1, "two": 2}
_MOST = 100_000


@dataclass(frozen=True, slots=True)
class LengthRules:
    """Targets in words, nought for none; `reduplication` is how many words "anak-anak" is."""

    target: int = 0
    sections: Mapping[str, int] = field(default_factory=dict)
    reduplication: int = 1
    words_a_minute: int = 200

    def target_of(self, section: str) -> int:
        """How many words a story of a section is to have; nought where the house names no number."""
        return self.sections.get(section, self.target)


def length_rules(data: Mapping[str, object]) -> LengthRules:
    """The rules of a house style's `length` table.

    Raises:
        TypeError, ValueError: something in it is none of what it may be.
    """
    usual = LengthRules()
    sections = data.get("sections", {})
    if not isinstance(sections, Mapping):
        raise TypeError(sections)
    reduplication = data.get("reduplication", "one")
    if reduplication not in _REDUPLICATIONS:
        raise ValueError(reduplication)
    return LengthRules(
        target=_whole(data.get("target", usual.target), 0),
        sections={str(section): _whole(number, 0) for section, number in sections.items()},
        reduplication=_REDUPLICATIONS[str(reduplication)],
        words_a_minute=_whole(data.get("words_a_minute", usual.words_a_minute), 1),
    )


def _whole(value: object, least: int) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= _MOST:
        raise TypeError(value)
    return value
