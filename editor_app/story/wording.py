"""Wording: what became of the words of a text - taken out, put in, dressed otherwise, or left as they are."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby, pairwise
from typing import Literal, TypeAlias

from editor_app.story.alignment import Match, common_runs
from editor_app.story.body import Link, Span, Worded
from editor_app.story.normal import link_key

Fate: TypeAlias = Literal["same", "removed", "added", "replaced", "dressed"]

LEAST_KEPT = 0.25  # of the words of the longer text: where less stayed the whole was written anew

_STOPS = frozenset('.!?…”’"')

# A word with what joins it ("antara-lain", "Rp5.000", "Jum’at", combining marks); white space; any other sign.
_TOKENS = re.compile(r"\w+(?:[-–.,:/’'\u200c\u200d]\w+|[\u0300-\u036f\u064b-\u0652]+)*|\s+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Run:
    """Words that are dressed alike: `decorators` sorted, and where they link to ("" is nowhere)."""

    text: str
    decorators: tuple[str, ...] = ()
    href: str = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of a text as it was and as it is; the stretches of a text, joined, are either of it whole."""

    before: tuple[Run, ...]
    after: tuple[Run, ...]

    @property
    def fate(self) -> Fate:
        """What became of it; "dressed" are words that stayed and got other marks or another link."""
        if self.before == self.after:
            return "same"
        if not self.before:
            return "added"
        if not self.after:
            return "removed"
        return "dressed" if text_of(self.before) == text_of(self.after) else "replaced"


Wording: TypeAlias = tuple[Stretch, ...]


def text_of(runs: Iterable[Run]) -> str:
    """The words of runs."""
    return "".join(run.text for run in runs)


def compare_texts(before: str, after: str) -> Wording:
    """What became of the words of a text without marks, such as a headline or a caption."""
    return _compare(_plain(before), _plain(after))


def compare_words(before: Worded, after: Worded) -> Wording:
    """What became of the words of a paragraph or a cell; both in normal form."""
    return _compare(_runs(before), _runs(after))


def compare_names(before: Sequence[str], after: Sequence[str]) -> Wording:
    """What became of a list of names; each is a run of its own."""
    pieces = _pieces(before, after, common_runs(before, after))
    return tuple(
        Stretch(tuple(map(Run, before[piece.was])), tuple(map(Run, after[piece.now]))) for piece in pieces
    )


def is_changed(wording: Wording) -> bool:
    """Whether anything became of it."""
    return any(stretch.before != stretch.after for stretch in wording)


def worded(runs: Iterable[Run]) -> tuple[tuple[Span, ...], tuple[Link, ...]]:
    """The spans and links of a text in normal form that reads so."""
    spans: list[Span] = []
    links: dict[str, Link] = {}
    for (decorators, href), alike in groupby(runs, key=lambda run: (run.decorators, run.href)):
        marks = decorators
        if href:
            links.setdefault(href, Link(link_key(href), href))
            marks = tuple(sorted((*decorators, links[href].key)))
        spans.append(Span(text_of(alike), marks))
    return tuple(spans), tuple(links.values())


def tokens(text: str) -> list[str]:
    """A text cut into words, white space and single signs; joined they are the text."""
    return _TOKENS.findall(text)


def _plain(text: str) -> tuple[Run, ...]:
    return (Run(text),) if text else ()


def _runs(words: Worded) -> tuple[Run, ...]:
    hrefs = {link.key: link.href for link in words.mark_defs}
    return tuple(
        Run(
            span.text,
            tuple(mark for mark in span.marks if mark not in hrefs),
            next((hrefs[mark] for mark in span.marks if mark in hrefs), ""),
        )
        for span in words.children
    )


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of either row, and whether it is the same."""

    was: slice
    now: slice
    stayed: bool


def _compare(before: tuple[Run, ...], after: tuple[Run, ...]) -> Wording:
    if before == after:
        return (Stretch(before, after),) if before else ()
    was, now = tokens(text_of(before)), tokens(text_of(after))
    here, there = _Reader(before), _Reader(after)
    found: list[Stretch] = []
    for piece in _pieces(was, now, _telling(was, now, _slid(was, now, common_runs(was, now)))):
        old = here.read(sum(map(len, was[piece.was])))
        new = there.read(sum(map(len, now[piece.now])))
        found.extend(_dressing(old, new) if piece.stayed else (Stretch(old, new),))
    return tuple(found)


def _slid(before: Sequence[str], after: Sequence[str], runs: Sequence[Match]) -> list[Match]:
    """The runs, where what was only put in or taken out between two may as well stand a little before or behind.

    "Tiga. Dua." in "Satu. [Tiga. ]Dua." reads better than "Satu[. Tiga]. Dua.", and both are right.
    """
    slid = [Match(0, 0, 0), *runs, Match(len(before), len(after), 0)]
    for place in range(len(slid) - 1):
        left, right = slid[place : place + 2]
        here, there = left.before + left.length, left.after + left.length
        if (here == right.before) == (there == right.after):
            continue
        row, start, end = (before, here, right.before) if there == right.after else (after, there, right.after)
        by = max(
            _slides(row, start, end, left.length, right.length), key=lambda by: _ease(row, start + by, end + by)
        )
        slid[place] = replace(left, length=left.length + by)
        slid[place + 1] = Match(right.before + by, right.after + by, right.length - by)
    return [run for run in slid if run.length]


def _slides(row: Sequence[str], start: int, end: int, left: int, right: int) -> list[int]:
    """By how many tokens a piece of a row may be moved so that the row stays the same; nearest first."""
    ways = [0]
    while -ways[-1] < left and row[start + ways[-1] - 1] == row[end + ways[-1] - 1]:
        ways.append(ways[-1] - 1)
    ahead = 0
    while ahead < right and row[start + ahead] == row[end + ahead]:
        ahead += 1
        ways.append(ahead)
    return ways


def _ease(row: Sequence[str], start: int, end: int) -> int:
    """How well a piece of a row stands by itself: whole sentences best, then whole words with their space."""
    return _edge(row, start) + _edge(row, end)


def _edge(row: Sequence[str], place: int) -> int:
    if place in {0, len(row)}:
        return 4
    last, following = row[place - 1], row[place]
    if last.isspace():
        return 3 if "\n" in last or (place > 1 and row[place - 2] in _STOPS) else 2
    return 3 if following.isspace() and last in _STOPS else int(following.isspace())


def _telling(before: Sequence[str], after: Sequence[str], runs: Sequence[Match]) -> list[Match]:
    """The runs that help one to read what changed: no space or stop between two changes, no few stray words."""
    longest = max(sum(map(len, before)), sum(map(len, after)))
    said = [before[run.before : run.before + run.length] for run in runs]
    kept = sum(len(token) for words in said for token in words)
    if kept < LEAST_KEPT * longest:
        return []
    ends = (len(before), len(after))
    return [
        run
        for run, words in zip(runs, said, strict=True)
        if any(token[0].isalnum() for token in words)
        or (run.before, run.after) == (0, 0)
        or (run.before + run.length, run.after + run.length) == ends
    ]


def _pieces(before: Sequence[str], after: Sequence[str], runs: Sequence[Match]) -> Iterator[_Piece]:
    """The rows cut into what stayed and what did not."""
    here = there = 0
    for run in (*runs, Match(len(before), len(after), 0)):
        if (here, there) != (run.before, run.after):
            yield _Piece(slice(here, run.before), slice(there, run.after), stayed=False)
        here, there = run.before + run.length, run.after + run.length
        if run.length:
            yield _Piece(slice(run.before, here), slice(run.after, there), stayed=True)


class _Reader:
    """Reads runs from their beginning on, some characters at a time."""

    def __init__(self, runs: Sequence[Run]) -> None:
        self._runs = runs
        self._place = 0
        self._read = 0  # of the run at the place

    def read(self, length: int) -> tuple[Run, ...]:
        """The next characters; a run that is longer than what is asked for is cut."""
        found: list[Run] = []
        while length > 0:
            run = self._runs[self._place]
            text = run.text[self._read : self._read + length]
            found.append(replace(run, text=text))
            length -= len(text)
            self._read += len(text)
            if self._read == len(run.text):
                self._place, self._read = self._place + 1, 0
        return tuple(found)


def _dressing(before: tuple[Run, ...], after: tuple[Run, ...]) -> Iterator[Stretch]:
    """The same words on either side, parted where their dress begins or ceases to differ."""
    if before == after:
        yield Stretch(before, after)
        return
    here, there = _Reader(before), _Reader(after)
    pieces: list[tuple[Run, Run]] = []
    for length in _lengths(before, after):
        pieces.extend(zip(here.read(length), there.read(length), strict=True))
    for _, alike in groupby(pieces, key=lambda pair: pair[0] == pair[1]):
        old, new = zip(*alike, strict=True)
        yield Stretch(_joined(old), _joined(new))


def _lengths(before: Sequence[Run], after: Sequence[Run]) -> Iterator[int]:
    """The lengths of the parts in which neither side changes its dress."""
    ends = {*accumulate(len(run.text) for run in before), *accumulate(len(run.text) for run in after)}
    return (end - start for start, end in pairwise((0, *sorted(ends))))


def _joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    return tuple(
        Run(text_of(alike), decorators, href)
        for (decorators, href), alike in groupby(runs, key=lambda run: (run.decorators, run.href))
    )
