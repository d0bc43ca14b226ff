"""Replacing: what is written in the place of a hit, with the groups of a pattern where it names them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from editor_app.story.finding import Finder, Hit
from editor_app.story.text import clean
from editor_app.words import Refused

# $1 and \1 name a group, $0 and \0 the whole hit, ${name} a group by its name; $$ is a dollar, \\ a backslash
# and \n the beginning of a new line in the same paragraph.
_PARTS: Final = re.compile(r"\$(\d{1,2})|\$\{(\w+)\}|\\(\d{1,2})|(\$\$)|(\\\\)|(\\n)")

Part: TypeAlias = "str | int"  # words, or the number of a group


@dataclass(frozen=True, slots=True)
class Edit:
    """Words in the place of others, by code points of the text as it was before any of its edits."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Replacement:
    """What stands in a hit's place."""

    parts: tuple[Part, ...]

    def of(self, hit: Hit) -> str:
        """The words for one hit."""
        return clean("".join(part if isinstance(part, str) else hit.groups[part] for part in self.parts))

    def edits(self, hits: Sequence[Hit]) -> tuple[Edit, ...]:
        """The edits of one text."""
        return tuple(Edit(hit.start, hit.end, self.of(hit)) for hit in hits)


def replacement(ready: Finder, written: str) -> Replacement:
    """What a person wrote to stand in a hit's place; of plain words it is taken as it is written.

    Raises:
        Refused: `find-group-missing`, where it names a group that the pattern does not have.
    """
    if not ready.query.is_pattern:
        return Replacement((written,))
    parts: list[Part] = []
    place = 0
    for match in _PARTS.finditer(written):
        parts.append(written[place : match.start()])
        parts.append(_part(ready, match))
        place = match.end()
    return Replacement((*parts, written[place:]))


def edited(text: str, edits: Sequence[Edit]) -> str:
    """A text after its edits."""
    parts: list[str] = []
    place = 0
    for edit in edits:
        parts += (text[place : edit.start], edit.text)
        place = edit.end
    return "".join((*parts, text[place:]))


def on_one_line(edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """The same edits where no line may be broken: a space stands for each break."""
    return tuple(Edit(edit.start, edit.end, edit.text.replace("\n", " ")) for edit in edits)


def _part(ready: Finder, match: re.Match[str]) -> Part:
    dollar, name, slash, literal_dollar, literal_slash, _ = match.groups()
    if literal_dollar:
        return "$"
    if literal_slash:
        return "\\"
    if name is not None:
        number = ready.names.get(name, ready.groups + 1)
    elif (digits := dollar or slash) is not None:
        number = int(digits)
    else:
        return "\n"
    if number > ready.groups:
        raise Refused("find-group-missing", group=match[0])
    return number
