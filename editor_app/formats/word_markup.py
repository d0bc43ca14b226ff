"""What Word (and Outlook) writes into HTML: lists that are paragraphs with labels, symbol fonts, field codes.

Word draws a list item as `<p style="mso-list:l0 level1 lfo1">` with the bullet or number in a span that is
`mso-list:Ignore`; the style sheet's `@list` rules say how each level counts.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from editor_app.formats.html_context import OpenLabel
from editor_app.story.marks import MAX_START, ListItem

_SIGNS = ("urn:schemas-microsoft-com:office", "mso-", "class=Mso", 'class="Mso')
_LIST = re.compile(r"l(\d{1,6})\s+level(\d)\b")
_RULE = re.compile(r"@list\s+l(\d{1,6}):level(\d)\s*\{([^{}]*)\}")
_FORMAT = re.compile(r"mso-level-number-format:\s*([a-z-]+)")
_START = re.compile(r"mso-level-start-at:\s*(\d{1,5})\b")
_COUNTED = re.compile(r"\(?(?:[^\s\d]*[\s.]*)?(?:\d{1,5}\.)*(\d{1,5})[.):]?")
_LETTERS = re.compile(r"\(?([a-z]{1,7}|[A-Z]{1,7})[.):]")
_LONGEST_LABEL = 24  # signs
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_ROMAN_FORM = re.compile(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")

# The signs of Microsoft's symbol fonts that writers get by typing -->, :) and the like, or insert by hand.
_SYMBOLS: Mapping[str, str] = {
    "à": "→",
    "ß": "←",
    "á": "↑",
    "â": "↓",
    "ó": "↔",
    "è": "➔",
    "J": "☺",
    "K": "😐",
    "L": "☹",
    "ü": "✓",
    "û": "✗",
    "þ": "☑",
    "q": "❑",
    "o": "□",
    "n": "■",
    "l": "●",
    "§": "▪",
    "·": "•",
    "Ø": "➢",
    "v": "❖",
    "(": "☎",
    "*": "✉",
}
_PRIVATE = 0xF000  # symbol fonts also write their signs into Unicode's private area


def is_word(html: str) -> bool:
    """Whether Word, Outlook or Excel wrote this."""
    return any(sign in html for sign in _SIGNS)


def label_of(styles: Mapping[str, str]) -> OpenLabel | None:
    """The label of a paragraph that Word shows as a list item; None of any other."""
    found = _LIST.match(styles.get("mso-list", ""))
    return None if found is None else OpenLabel(found[1], max(1, int(found[2])))


def symbols(text: str) -> str:
    """The letters of a symbol font as the signs that they show."""
    plain = (chr(ord(sign) - _PRIVATE) if _PRIVATE <= ord(sign) < _PRIVATE + 0x100 else sign for sign in text)
    return "".join(_SYMBOLS.get(sign, sign) for sign in plain)


@dataclass(slots=True)
class WordLists:
    """Counts the items of Word's lists, level by level."""

    formats: dict[tuple[str, int], str] = field(default_factory=dict)
    starts: dict[tuple[str, int], int] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def item(self, label: OpenLabel) -> tuple[ListItem, int]:
        """Kind and number of the item that a label stands before, by its words, else by the style sheet."""
        place = (label.list_name, label.level)
        counts = self._counts.setdefault(label.list_name, {})
        for deeper in [level for level in counts if level > label.level]:
            del counts[deeper]
        expected = counts[label.level] + 1 if label.level in counts else self.starts.get(place, 1)
        written = "".join(label.written).replace("\u00a0", " ").strip()
        number = ordinal(written, expected) if written else None
        if number is None and (written or self.formats.get(place, "bullet") == "bullet"):
            return "bullet", 1
        counts[label.level] = expected if number is None else number
        return "number", counts[label.level]


def word_lists(html: str) -> WordLists:
    """The lists that Word's style sheet defines."""
    lists = WordLists()
    for found in _RULE.finditer(html):
        place = (found[1], int(found[2]))
        counted, start = _FORMAT.search(found[3]), _START.search(found[3])
        lists.formats[place] = "decimal" if counted is None else counted[1]
        if start is not None:
            lists.starts[place] = int(start[1])
    return lists


def ordinal(label: str, expected: int) -> int | None:
    """The number that a label shows ("3.", "b)", "iv.", "2.1"); None where it is a bullet.

    A letter may also be a Roman number ("i."): it is read as what is `expected`, else a first one as Roman.
    """
    if len(label) > _LONGEST_LABEL:
        return None
    counted = _COUNTED.fullmatch(label)
    if counted is not None:
        return min(int(counted[1]), MAX_START)
    letters = _LETTERS.fullmatch(label)
    if letters is None:
        return None
    word = letters[1].lower()
    roman = _roman(word)
    letter = ord(word[0]) - ord("a") + 1 + 26 * (len(word) - 1) if len(set(word)) == 1 else None
    if expected in (roman, letter):
        return expected
    return letter if roman is None or (letter is not None and word not in {"i", "v", "x"}) else roman


def _roman(word: str) -> int | None:
    if _ROMAN_FORM.fullmatch(word) is None:
        return None
    values = [_ROMAN[sign] for sign in word]
    following = [*values[1:], 0]
    return sum(-one if one < after else one for one, after in zip(values, following, strict=True))
