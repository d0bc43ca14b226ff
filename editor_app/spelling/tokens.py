"""Words in a text: what is to be spelt, without addresses, numbers, handles, tags, paths and code."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

LONGEST: Final = 60  # signs; what is longer is no word that anybody meant

_APOSTROPHES: Final = "'\u2019\u02bc\u2018"
_HYPHENS: Final = "-\u2010\u2011"
_INVISIBLE: Final = "\u00ad\u200b\u200c\u200d\u2060\ufe0e\ufe0f"  # soft hyphen, joiners, variation selectors
_BRACKETS: Final = '()\\[\\]{}<>"“”„«»'
_CHUNK: Final = re.compile(r"\S+")
_LONGEST_CHUNK: Final = 500  # signs without a space; a limit to what a pattern has to try
# A name of this many letters behind a dot is the end of an address or of a file's name: .id, .com, .docx.
_ENDINGS: Final = "[a-z]{2,4}"


@dataclass(frozen=True, slots=True)
class Word:
    """A word where it stands; `start` and `end` are code points of the text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Text:
    """A text to be looked at; `skipped` are stretches (code points) that are none of the language's."""

    text: str
    skipped: tuple[tuple[int, int], ...] = ()


def words_of(text: str, skipped: Iterable[tuple[int, int]] = ()) -> tuple[Word, ...]:
    """The words of a text that are to be spelt, in order.

    Args:
        text: any text, clean or not.
        skipped: stretches of it that are none of the language's, such as code.
    """
    apart = tuple(skipped)
    found = (word for word in _all_words(text) if len(word.text) <= LONGEST)
    if not apart:
        return tuple(found)
    return tuple(word for word in found if not any(start < word.end and word.start < end for start, end in apart))


def word_at(text: str, place: int, skipped: Iterable[tuple[int, int]] = ()) -> Word | None:
    """The word that a caret before code point `place` stands in or touches, the one behind it first."""
    touching = [word for word in words_of(text, skipped) if word.start <= place <= word.end]
    return touching[-1] if touching else None


def bare(word: str) -> str:
    """A word as dictionaries write it: NFC, a straight apostrophe, a plain hyphen, nothing invisible in it."""
    return unicodedata.normalize("NFC", word.translate(_BARE))


_BARE: Final = str.maketrans(
    dict.fromkeys(_APOSTROPHES, "'") | dict.fromkeys(_HYPHENS, "-") | dict.fromkeys(_INVISIBLE, "")
)


def _all_words(text: str) -> Iterator[Word]:
    for chunk in _CHUNK.finditer(text):
        written, start = chunk.group(), chunk.start()
        if written.isalpha() and written.isascii():  # as most are
            if len(written) > 1:
                yield Word(start, chunk.end(), written)
            continue
        if len(written) > _LONGEST_CHUNK:
            continue
        for match in _pattern().finditer(written):
            if match.lastgroup == "word" and not _is_sign(match.group()):
                yield Word(start + match.start(), start + match.end(), match.group())


def _is_sign(token: str) -> bool:
    """Whether a token has a digit, or one letter alone: no spelling of the language."""
    return any(char.isnumeric() for char in token) or sum(char.isalpha() for char in token) <= 1


@cache
def _pattern() -> re.Pattern[str]:
    """What is passed over, and then what is a word.

    Marks (accents that stand as characters of their own) belong to the letter before them; Python's class of
    word signs leaves them out, so they are listed.
    """
    marks = _ranges(code for code in range(0x300, 0x1F000) if unicodedata.category(chr(code))[0] == "M")
    inside = f"\\w{marks}{_INVISIBLE}"
    letter = "[^\\W\\d_]"
    rest = f"[^{_BRACKETS}]*"
    skipped = "|".join(
        (
            rf"(?i:https?|ftp|file):/{rest}",
            rf"(?i:mailto|tel|data):[^{_BRACKETS}]+",
            rf"(?i:www)\.[^{_BRACKETS}]+",
            r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
            rf"[@#][{inside}][{inside}.]*",
            r"^[(\[“‘\"']*(?:~|\.{1,2})?(?:/[\w.-]+){2,}/?",  # /etc/hosts
            rf"^[(\[“‘\"']*[A-Za-z]:\\{rest}",
            # kota.go.id/berita, foto.jpg
            rf"(?<!\w)\w[\w-]*(?:\.[\w-]+)*\.{_ENDINGS}(?![{inside}])(?:[/?#]{rest})?(?!\.\w)",
            rf"(?<!\w)(?:{letter}{{1,3}}\.)+{letter}{{1,4}}(?![{inside}])\.?",  # S.Sos., a.n., M.Si
            rf"[{inside}]*_[{inside}]*",  # nama_berkas
        )
    )
    joint = f"[{re.escape(_APOSTROPHES + _HYPHENS)}]"
    word = f"[^\\W_][{inside}]*(?:{joint}(?=[^\\W_])[{inside}]+)*"
    return re.compile(f"(?P<skipped>{skipped})|(?P<word>{word})")


def _ranges(codes: Iterable[int]) -> str:
    """Code points as the inside of a character class."""
    runs: list[list[int]] = []
    for code in codes:
        if runs and runs[-1][1] == code - 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in runs)
