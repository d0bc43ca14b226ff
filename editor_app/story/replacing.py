"""Replacing: what is written in the place of a hit, with the groups of a pattern where it names them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final, TypeAlias

from editor_app.story.body import Span, Table
from editor_app.story.finding import Finder, Hit
from editor_app.story.passages import Spot
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
    """What stands in a hit's place. `follows_case`: capitals come from what stands there now."""

    parts: tuple[Part, ...]
    follows_case: bool = False

    def edits(self, text: str, hits: Sequence[Hit]) -> tuple[Edit, ...]:
        """The edits of one text for hits in it."""
        return tuple(Edit(hit.start, hit.end, self._words(text[hit.start : hit.end], hit)) for hit in hits)

    def _words(self, before: str, hit: Hit) -> str:
        words = clean("".join(part if isinstance(part, str) else hit.groups[part] for part in self.parts))
        return _cased(words, before) if self.follows_case else words


def replacement(ready: Finder, written: str) -> Replacement:
    """What a person wrote to stand in a hit's place; for plain words it is taken as it is written.

    Where words are sought in small letters and in any case, what is found in capitals is replaced in capitals:
    "warga" by "penduduk" turns "WARGA" to "PENDUDUK" and "Warga" to "Penduduk".

    Raises:
        Refused: `find-group-missing`, where it names a group that the pattern does not have.
    """
    query = ready.query
    if not query.is_pattern:
        return Replacement((written,), not query.match_case and query.text == query.text.lower())
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


def edited_table(table: Table, edits: Mapping[Spot, Sequence[Edit]]) -> Table:
    """A table after the edits of its cells and caption; new words bear the marks of the first they replace."""

    def of(row: int, column: int) -> Sequence[Edit]:
        return edits.get(Spot("cell", table.key, row, column), ())

    rows = tuple(
        tuple(
            replace(cell, children=_edited_spans(cell.children, of(row, column)))
            for column, cell in enumerate(cells)
        )
        for row, cells in enumerate(table.rows)
    )
    said = edits.get(Spot("table-caption", table.key), ())
    return replace(table, rows=rows, caption=edited(table.caption, on_one_line(said)))


def _cased(words: str, before: str) -> str:
    letters = [sign for sign in before if sign.isupper() or sign.islower()]
    if len(letters) > 1 and all(sign.isupper() for sign in letters):
        return words.upper()
    if letters and letters[0].isupper() and letters[0] == before[:1]:
        return words[:1].upper() + words[1:]
    return words


def _edited_spans(children: tuple[Span, ...], edits: Sequence[Edit]) -> tuple[Span, ...]:
    if not edits:
        return children
    signs = [(sign, span.marks) for span in children for sign in span.text]
    for edit in reversed(edits):
        marks = signs[edit.start][1]
        signs[edit.start : edit.end] = [(sign, marks) for sign in edit.text]
    runs = groupby(signs, key=lambda item: item[1])
    return tuple(Span("".join(sign for sign, _ in run), marks) for marks, run in runs)


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
