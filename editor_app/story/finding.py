"""Finding: where a text says what is sought, as people write it or by a pattern, and for no longer than allowed.

Plain words are found however they were typed: a space finds a non-breaking one, a straight quote a curly one,
three dots an ellipsis, a hyphen one that does not break; soft hyphens in the text are read over. Letters count in
any case unless it is to match, by Unicode's full case folding ("ß" is "SS"). A hit never ends inside a letter:
not between a letter and its accent, nor inside an emoji that is joined of several.

Patterns are those of the `regex` package, which, unlike the standard library's, stop when their time is up.
"""

import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from editor_app.story.text import clean
from editor_app.words import Refused

if TYPE_CHECKING:
    import regex

SECONDS: Final = 1.0  # for all texts of one search
SECONDS_A_TEXT: Final = 0.25
LONGEST_PATTERN: Final = 500  # code points
MOST_COPIES: Final = 200_000  # code points of a pattern once its counted repeats are written out

_SPACES = " \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t"
_ALIKE: Final[dict[str, str]] = {
    " ": f"[{_SPACES}]",
    "\u00a0": "[\u00a0\u202f\u2007]",
    "'": "['‘’‚‛ʼ′]",
    '"': '["“”„‟″«»]',
    "-": "[-\u2010\u2011]",
}
_UNSEEN = "\u00ad\u200b\u2060"
_UNSEEN_IN_TEXT = re.compile(f"[{_UNSEEN}]")
_JOINS = r"[\p{M}\u200d\U0001f3fb-\U0001f3ff]"  # what belongs to the sign before it
_COUNT = re.compile(r"\{\s*(\d+)")
_WRONG: Final[tuple[tuple[str, str], ...]] = (
    ("missing )", "find-pattern-group-open"),
    ("unbalanced parenthesis", "find-pattern-group-closed"),
    ("unterminated character set", "find-pattern-set-open"),
    ("bad character range", "find-pattern-range"),
    ("nothing to repeat", "find-pattern-repeat"),
    ("multiple repeat", "find-pattern-repeat"),
    ("min repeat greater", "find-pattern-repeat"),
    ("bad escape", "find-pattern-escape"),
    ("unknown group", "find-pattern-group-unknown"),
    ("invalid group reference", "find-pattern-group-unknown"),
)


@dataclass(frozen=True, slots=True)
class Query:
    """What is sought. An own non-breaking space finds non-breaking ones alone."""

    text: str
    match_case: bool = False
    whole_word: bool = False
    is_pattern: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in a text, by code points; `groups` is what a pattern caught there, the whole hit first."""

    start: int
    end: int
    groups: tuple[str, ...] = ()


Find: TypeAlias = "Callable[[str, float], Iterator[regex.Match[str]]]"


@dataclass(frozen=True, slots=True)
class Finder:
    """A query that is ready to be used. `names` are the groups of its pattern that have a name, by number."""

    query: Query
    groups: int
    names: dict[str, int]
    _find: Find

    def hits(self, text: str, *, seconds: float = SECONDS_A_TEXT) -> tuple[Hit, ...]:
        """The places in a text, in order; one that has no length is none.

        Raises:
            Refused: `find-too-slow`, where the pattern was not done in time.
        """
        catches = self.query.is_pattern
        try:
            found = [
                Hit(*match.span(), tuple(part or "" for part in (match[0], *match.groups())) if catches else ())
                for match in self._find(text, max(seconds, 0.001))
                if match.end() > match.start()
            ]
        except TimeoutError as error:
            raise Refused("find-too-slow") from error
        return tuple(sorted(found, key=lambda hit: hit.start))  # a pattern may ask to be read from the end


def finder(query: Query) -> Finder:
    """Makes a query ready.

    Raises:
        Refused: `find-pattern-…`, where the pattern is none, with the place (counted from 1) where it goes wrong.
    """
    return _pattern_finder(query) if query.is_pattern else _word_finder(query)


def search(ready: Finder, texts: Sequence[str], *, seconds: float = SECONDS) -> tuple[tuple[Hit, ...], ...]:
    """The hits in each of these texts.

    Raises:
        Refused: `find-too-slow`, where the pattern was not done in time.
    """
    until = time.monotonic() + seconds
    found: list[tuple[Hit, ...]] = []
    for text in texts:
        left = until - time.monotonic()
        if left <= 0:
            raise Refused("find-too-slow")
        found.append(ready.hits(text, seconds=min(left, SECONDS_A_TEXT)))
    return tuple(found)


def _word_finder(query: Query) -> Finder:
    import regex  # noqa: PLC0415 - heavy, needed by the first search

    sought = clean(query.text).replace("...", "…")
    flags = regex.UNICODE | (0 if query.match_case else regex.IGNORECASE | regex.FULLCASE)
    plain = regex.compile(_guarded(sought, "", whole_word=query.whole_word), flags)
    # Signs that are not seen may stand anywhere in a word; where a text has none, the plain pattern is faster.
    wide = regex.compile(_guarded(sought, f"[{_UNSEEN}]*", whole_word=query.whole_word), flags)

    def find(text: str, seconds: float) -> Iterator["regex.Match[str]"]:
        chosen = wide if _UNSEEN_IN_TEXT.search(text) else plain
        return chosen.finditer(text, timeout=seconds) if sought else iter(())

    return Finder(query, 0, {}, find)


def _guarded(sought: str, between: str, *, whole_word: bool) -> str:
    import regex  # noqa: PLC0415 - as above

    signs = between.join(r"(?:\.\.\.|…)" if sign == "…" else _alike(sign, regex.escape(sign)) for sign in sought)
    first, last = sought[:1], sought[-1:]
    before = r"(?<!\w)" if whole_word and _is_wordly(first) else ""
    after = r"(?!\w)" if whole_word and _is_wordly(last) else ""
    return rf"(?<!\u200d){before}{signs}(?!{_JOINS}){after}"


def _alike(sign: str, escaped: str) -> str:
    return _ALIKE.get(sign, escaped)


def _is_wordly(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def _pattern_finder(query: Query) -> Finder:
    import regex  # noqa: PLC0415 - as above

    written = query.text
    if len(written) > LONGEST_PATTERN or _copies(written) > MOST_COPIES:
        raise Refused("find-pattern-too-large")
    flags = regex.UNICODE | regex.MULTILINE | (0 if query.match_case else regex.IGNORECASE | regex.FULLCASE)
    try:
        pattern = regex.compile(written, flags)
        if query.whole_word:
            pattern = regex.compile(rf"(?<!\w)(?:{written}{_comment_end(written)})(?!\w)", flags)
    except regex.error as error:
        raise _refusal(getattr(error, "msg", ""), getattr(error, "pos", None)) from error
    except (RecursionError, OverflowError, MemoryError, ValueError):
        raise Refused("find-pattern-too-large") from None  # a trace of a thousand brackets tells nothing

    def find(text: str, seconds: float) -> Iterator["regex.Match[str]"]:
        return pattern.finditer(text, timeout=seconds)

    return Finder(query, pattern.groups, dict(pattern.groupindex), find)


def _comment_end(written: str) -> str:
    """A pattern with comments may end in one, which would swallow what is put behind it."""
    return "\n" if "#" in written else ""


def _copies(written: str) -> int:
    """How long a pattern becomes at most, for what is to be repeated n times is written out n times."""
    size = len(written)
    for count in _COUNT.findall(written):
        size *= max(int(count[:9]), 1)
        if size > MOST_COPIES:
            break
    return size


def _refusal(said: str, place: int | None) -> Refused:
    code = next((code for beginning, code in _WRONG if said.startswith(beginning)), "find-pattern-wrong")
    return Refused(code, place=1 if place is None else place + 1)
