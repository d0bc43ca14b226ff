"""Quotes: which curly quote, apostrophe or prime a straight one means, from the text before it."""

import re
from typing import Final

OPENING: Final = "“‘«‹„‚"
PAIRS: Final = {'"': ("“", "”"), "'": ("‘", "’")}
_PRIMES: Final = {'"': "″", "'": "′"}
_BEFORE_A_WORD: Final = "([{</\\¿¡" + OPENING
_DASHES: Final = "-–—‒―"
_LONGEST_ADDRESS: Final = 400  # signs; what is longer is no word either
_CLOSING: Final = {'"': re.compile("”"), "'": re.compile(r"’(?!\w)")}  # within a word it is an apostrophe
_ADDRESS: Final = re.compile(
    r"(?:://|[^\s“‘\"'(@]@[\w.-]|mailto:|(?<![\w.])www\.|(?<![\w.])[\w-]+(?:\.[\w-]+)+/)[^\s”]*$", re.IGNORECASE
)


def curly(before: str, sign: str) -> str | None:
    """What a straight quote typed behind `before` means; None where it stays as it is, as in an address.

    Behind white space, a bracket or an opening quote it opens; behind a dash it closes what is open; behind a
    digit it closes what is open, else it is a prime (6″); behind all else it closes or is an apostrophe.
    """
    opening, closing = PAIRS[sign]
    if in_address(before):
        return closing if sign == '"' and is_open(before, sign) else None
    last = before[-1:]
    if last in PAIRS and last != sign:  # one that was left straight means something too
        last = curly(before[:-1], last) or last
    if not last or last.isspace() or last in _BEFORE_A_WORD:
        return opening
    if last in _DASHES:
        return closing if is_open(before, sign) else opening
    if last.isdecimal():
        return closing if is_open(before, sign) else _PRIMES[sign]
    return closing


def is_open(text: str, sign: str) -> bool:
    """Whether a quotation was begun in `text` and not ended."""
    opening, _ = PAIRS[sign]
    return text.count(opening) > len(_CLOSING[sign].findall(text))


def in_address(text: str) -> bool:
    """Whether text ends inside a web or mail address."""
    return _ADDRESS.search(text[text.rfind(" ") + 1 :][-_LONGEST_ADDRESS:]) is not None
