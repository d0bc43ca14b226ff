"""Text whose lines a program broke at one width, as PDF viewers and mails give it: paragraphs made whole again.

A line was broken by its width where the first word of the next one had no room left. Nothing is joined in a text
whose lines do not look so, nor where a list begins.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from editor_app.formats.word_set import words
from editor_app.story.text import clean

_SHORTEST, _LONGEST = 40, 130  # signs of the longest line of a text that may be broken
_ROOM = 0.87  # of the longest line: letters are not equally wide
_WITHIN = 0.5  # of its long lines end within a sentence, at least
_LIST = re.compile(r"[•‣◦▪●–-][ \t\u00a0]+\S|\(?\d{1,3}[.)][ \t\u00a0]+\S|\(?[a-z][.)][ \t\u00a0]+\S")
_ENDS_SENTENCE = re.compile(r"[.!?:…][”’\"')\]]*$")
# What stands at the head or foot of a page.
_PAGE = re.compile(
    r"[-–—] ?\d{1,4} ?[-–—]|\d{1,4} ?/ ?\d{1,4}"
    r"|(?:halaman|hal\.|hlm\.|page|p\.) ?\d{1,4}(?: ?(?:dari|of|/) ?\d{1,4})?",
    re.IGNORECASE,
)
_NUMBER_ALONE = re.compile(r"\d{1,4}")
_HYPHENS = ("-", "\u2010", "\u00ad")
_WORD_BEFORE = re.compile(r"(\w+)[-\u2010]$")
_WORD_AFTER = re.compile(r"\w+")
# Beginnings and ends of words that Indonesian and English never write with a hyphen before a small letter.
_NO_WORDS = words("ber be di ke mem men meng meny me pem pen peng peny pe per ter te con com pro tion sion ments")
_NO_WORDS_AFTER = words("kan an nya lah kah tah pun ku mu tion tions sion sions ment ments ness ing ings ed ly")


def flowing(text: str) -> list[str]:
    """The paragraphs of a text, none of them empty, their ends trimmed."""
    pages = [clean(page).split("\n") for page in text.split("\f")]
    lines = [line.strip(" \t\u00a0") for page in pages for line in page]
    width = max((len(line) for line in lines), default=0)
    if not _is_broken(lines, width):
        return [line for line in lines if line]
    kept: list[str] = []
    for page in pages:
        kept += _without_numbers([line.strip(" \t\u00a0") for line in page], is_one_of_many=len(pages) > 1)
    known = set(re.findall(r"\w+", text.casefold()))
    paragraphs: list[list[str]] = []
    before = ""
    for line in kept:
        if before and line and _was_broken(before, line, width):
            _join(paragraphs[-1], line, known)
        elif line:
            paragraphs.append([line])
        before = line
    return ["".join(parts) for parts in paragraphs]


def _is_broken(lines: Sequence[str], width: int) -> bool:
    """Whether a program broke these lines: most of those as long as they go end within a sentence."""
    if not _SHORTEST <= width <= _LONGEST:
        return False
    ends = [(one, after) for one, after in pairwise(lines) if one and after]
    broken = [(one, after) for one, after in ends if _was_broken(one, after, width)]
    within = [one for one, after in broken if after[:1].islower() and not _ENDS_SENTENCE.search(one)]
    return bool(within) and len(within) >= _WITHIN * len(broken)


def _was_broken(line: str, after: str, width: int) -> bool:
    word = after.split(maxsplit=1)[0]
    return len(line) + 1 + len(word) > _ROOM * width and _LIST.match(after) is None


def _join(parts: list[str], line: str, known: set[str]) -> None:
    last = parts[-1]
    if not last.endswith(_HYPHENS):
        parts.append(f" {line}")
    elif last.endswith("\u00ad") or _was_divided(last, line, known):
        parts[-1] = last[:-1]
        parts.append(line)
    elif len(last) > 1 and last[-2].isspace():  # a dash
        parts.append(f" {line}")
    else:
        parts.append(line)


def _was_divided(last: str, line: str, known: set[str]) -> bool:
    """Whether the hyphen at the end of a line divides one word, and is none that the word is written with."""
    before, after = _WORD_BEFORE.search(last), _WORD_AFTER.match(line)
    if before is None or after is None or not before[1].isalpha() or not line[:1].islower():
        return False
    first, second = before[1].casefold(), after[0].casefold()
    if first + second in known:
        return True
    return first in _NO_WORDS or second in _NO_WORDS_AFTER


def _without_numbers(page: Sequence[str], *, is_one_of_many: bool) -> list[str]:
    """The lines of a page without its number; a paragraph that goes on below one is not parted by it."""
    lines: list[str] = []
    parted = False  # a number stood just above
    for line in page:
        if _PAGE.fullmatch(line):
            parted = True
            while lines and not lines[-1]:
                lines.pop()
        elif line or not parted:
            lines += ["", line] if parted and not line[:1].islower() else [line]
            parted = False
    for place, beside in ((0, 1), (-1, -2)):
        while lines and not lines[place]:
            del lines[place]
        alone = len(lines) > 1 and (is_one_of_many or not lines[beside])
        if alone and _NUMBER_ALONE.fullmatch(lines[place]):
            del lines[place]
    return lines
