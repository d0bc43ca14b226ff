"""Typography: what takes the place of what was typed, told from the text before the caret. Pure decisions.

Sources: EYD (Indonesian spelling, fifth edition) on dashes, ellipses, apostrophes and sums of money; the habits
of English newsrooms. What a house wants of it stands in its style (`typing_rules`).
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from editor_app.story.quotes import OPENING, PAIRS, curly, in_address
from editor_app.story.typing_rules import LONGEST_WORD, Help, Typing

LOOK_BACK: Final = LONGEST_WORD + 4  # code points before the caret; nothing further back is ever changed
FIXED_SPACE: Final = "\u00a0"

_EN, _EM = "–", "—"
_WORD = 3  # letters from which on a word is no sign of a unit: "m" is no "M"
_WORD_AFTER_NUMBER = re.compile(
    r"(?<=\d) ((?:[^\W\d_]\.)+[^\W\d_]|[^\W\d_][^\W\d_.²³/]*[²³]?|[%‰°][CF]?)[^\w²³]$"
)
_NUMBER_AFTER_WORD = re.compile(r"([^\s()\[\]{}“”‘’\"'\u00a0/–—-]+) \d$")
_SUM = re.compile(r"([^\s()\[\]{}“”‘’\"'\u00a0\d/–—-]*[^\s()\[\]{}“”‘’\"'\u00a0\d/–—.-])(\.? ?)\d$")
_DECADE = re.compile(r"(?<!\w)‘(?=\d\d(?:s|-an)$)")
_POSSESSIVE = re.compile(r"(?<=\d)′(?=s$)")
_ELISION = re.compile(r"(?<!\w)‘([^\W\d_]+)[^\w‘’']$")
_SPOKEN = re.compile(r"^\s*-- $")
_HYPHEN_APART = re.compile(r"(\S) - $")
_LETTER_AT_DASH = re.compile(rf"\S[ {FIXED_SPACE}]–(?=[{OPENING}]?[^\W\d_]$)")


@dataclass(frozen=True, slots=True)
class Replacement:
    """`text` takes the place of the code points from `start` to before `end` of the text before the caret."""

    help: Help
    start: int
    end: int
    text: str


def replacement(before: str, typing: Typing) -> Replacement | None:
    r"""What help does to what was just typed, the last sign of `before`; None where it does nothing.

    The end of a paragraph is typed as "\n" and never changed.

    Args:
        before: the text of the paragraph up to the caret.
        typing: what help is given.
    """
    if not before:
        return None
    for name, look in _RULES.items():
        if name in typing.helps:
            found = look(before, typing)
            if found is not None and before[found.start : found.end] != found.text:
                return found
    return None


def _quotes(before: str, typing: Typing) -> Replacement | None:
    end = len(before)
    if before[-1] in PAIRS:
        meant = curly(before[:-1], before[-1])
        return None if meant is None else Replacement("quotes", end - 1, end, meant)
    tail, shift = _tail(before)
    for form in (_DECADE, _POSSESSIVE):
        if found := form.search(tail):
            return Replacement("quotes", shift + found.start(), shift + found.end(), "’")
    elision = _ELISION.search(tail)
    if elision and elision[1].lower() in (word.lower() for word in typing.words.elisions):
        return Replacement("quotes", shift + elision.start(), shift + elision.start() + 1, "’")
    return None


def _dashes(before: str, typing: Typing) -> Replacement | None:
    if before[-1] == "-":
        return None if in_address(before[:-1]) else _two_hyphens(before, typing)
    end = len(before)
    closed = typing.dash == "closed"
    dash = _EM if closed else _EN
    if before[-1] == " ":
        if _SPOKEN.search(before):
            return Replacement("dashes", end - 3, end - 1, dash)
        apart = _HYPHEN_APART.search(before)
        if apart:
            joins = closed and not apart[1].isdecimal()
            return (
                Replacement("dashes", end - 3, end, _EM)
                if joins
                else Replacement("dashes", end - 2, end - 1, _EN)
            )
        if closed and re.search(r"\w— $", before):
            return Replacement("dashes", end - 1, end, "")
    tail, shift = _tail(before)
    letter = None if closed else _LETTER_AT_DASH.search(tail)
    return None if letter is None else Replacement("dashes", shift + letter.end(), shift + letter.end(), " ")


def _two_hyphens(before: str, typing: Typing) -> Replacement | None:
    """Two hyphens are a dash; at the beginning they wait for what follows, for three of them are a divider."""
    end = len(before)
    if before.endswith(_EN + "-"):
        return Replacement("dashes", end - 2, end, _EM)
    if before.endswith(_EM + "-"):  # the third of three hyphens, where two are one already
        return Replacement("dashes", end - 1, end, "")
    stem = before[:-2].rstrip(" ")
    if not before.endswith("--") or not stem or stem[-1] == "-":
        return None
    stands_apart = len(stem) < end - 2
    if typing.dash == "closed":
        if stem[-1].isdecimal():  # a range: "10–20"
            return Replacement("dashes", end - 2, end, _EN)
        return Replacement("dashes", end - 3 if stands_apart else end - 2, end, _EM)
    joins = stands_apart or stem[-1].isdecimal() or not (stem[-1].isalnum() or stem[-1] in ".,;:!?)]”’…")
    return Replacement("dashes", end - 2, end, _EN if joins else f" {_EN}")


def _ellipsis(before: str, _: Typing) -> Replacement | None:
    end = len(before)
    alone = before.endswith("...") and before[-4:-3] not in (".", "/", "\\")
    return Replacement("ellipsis", end - 3, end, "…") if alone and not in_address(before) else None


def _spaces(before: str, typing: Typing) -> Replacement | None:
    tail, shift = _tail(before)
    words = typing.words
    after = _WORD_AFTER_NUMBER.search(tail)
    if after and _is_listed(after[1], words.after_numbers):
        return Replacement("spaces", shift + after.start(), shift + after.start() + 1, FIXED_SPACE)
    sums = _SUM.search(tail)
    if sums and sums[2] and sums[1] in words.closed:
        return Replacement("spaces", shift + sums.start(2), shift + sums.end(2), "")
    number = _NUMBER_AFTER_WORD.search(tail)
    if number and _is_listed(number[1], words.before_numbers):
        return Replacement("spaces", shift + number.end() - 2, shift + number.end() - 1, FIXED_SPACE)
    return None


def _is_listed(word: str, words: Iterable[str]) -> bool:
    """Whether a list names the word, a last dot apart: units as they are written, others in any case."""
    bare = word.removesuffix(".")
    return any(
        bare == listed or (len(listed) >= _WORD and bare.lower() == listed.lower())
        for listed in (each.removesuffix(".") for each in words)
    )


def _tail(before: str) -> tuple[str, int]:
    """The last signs, and how many stand before them."""
    shift = max(len(before) - LOOK_BACK, 0)
    return before[shift:], shift


_RULES: Final[dict[Help, Callable[[str, Typing], Replacement | None]]] = {
    "quotes": _quotes,
    "dashes": _dashes,
    "ellipsis": _ellipsis,
    "spaces": _spaces,
}
