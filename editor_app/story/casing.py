"""Casing: text in sentence case, title case, upper or lower case, names written as the story writes them.

A text keeps its length in code points whatever its case, so that marks on it stay where they are.
"""

import re
from collections.abc import Iterator
from typing import Final, Literal

from editor_app.story.written_names import Names, cased, lower, words_of

Case = Literal["sentence", "title", "upper", "lower"]
CASES: Final[tuple[Case, ...]] = ("upper", "sentence", "title", "lower")


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# EYD: function words inside a title begin with a small letter; in English it is articles, conjunctions and
# short prepositions.
_SMALL: Final[dict[str, frozenset[str]]] = {
    "id": _words(
        "agar akan antara atau bagi bahwa dalam dan dari daripada demi dengan di guna hingga karena ke kepada"
        " oleh pada per sampai sebagai serta tanpa tentang terhadap tetapi untuk yang"
    ),
    "en": _words("a an and as at but by for in nor of on or per so the to up v via vs yet"),
}
_ROMAN: Final = re.compile(r"(?=..)X{0,3}(?:IX|IV|V?I{0,3})")
_ENDS_A_SENTENCE: Final = re.compile(r"[.?!…]['\"”’)\]]*\s[\s\"“‘'(\[–—-]*$")
_LOOK_BACK: Final = 12  # signs between two words that may end a sentence


def set_case(text: str, case: Case, names: Names, language: str, *, before: str = "") -> str:
    """A text in another case.

    In sentence and title case the names that the story knows are written as there; where the text is not upper
    case as a whole, its own abbreviations and names with capitals inside stay too.

    Args:
        text: what is changed.
        case: the case it is to have.
        names: how the story writes its words.
        language: of the text, a BCP 47 tag; it says which words of a title stay small.
        before: what stands in front of it, which says whether it begins a sentence.
    """
    if case == "upper":
        return cased(text, str.upper)
    if case == "lower":
        return lower(text)
    small = _SMALL.get(language.split("-", maxsplit=1)[0].lower(), frozenset())
    parts: list[str] = []
    end = 0
    opens = not any(sign.isalnum() for sign in before)
    for start, word in _written(text, names):
        parts.append(text[end:start])
        between = f"{before if not end else ''}{text[max(end - 1, 0) : start]}"[-_LOOK_BACK:]
        opens = opens or _ENDS_A_SENTENCE.search(between) is not None
        keeps = not opens and (case == "sentence" or lower(word) in small)
        parts.append(word if keeps else _capital(word, whole=case == "title"))
        opens, end = False, start + len(word)
    return "".join((*parts, text[end:]))


def next_case(text: str, names: Names, language: str, *, last: Case | None = None) -> Case:
    """The case that follows, for a key that goes round.

    Args:
        text: what stood there at first.
        names: how the story writes its words.
        language: of the text, a BCP 47 tag.
        last: the case that it was set into last; without it, the one that it has, if it has one of these.
    """
    forms = {case: set_case(text, case, names, language) for case in CASES}
    stands = text if last is None else forms[last]
    here = CASES[0] if last is None else last
    if last is None:
        here = next((case for case in CASES if forms[case] == text), here)
    after = (CASES[(CASES.index(here) + step) % len(CASES)] for step in range(1, len(CASES)))
    return next((case for case in after if forms[case] != stands), here)


def _written(text: str, names: Names) -> Iterator[tuple[int, str]]:
    """The words of a text with their places, each as it stands inside a sentence."""
    shouted = text == cased(text, str.upper)
    words = words_of(text)
    number = 0
    while number < len(words):
        known = names.phrase(words[number:])
        for word, form in zip(words[number:], known, strict=False):
            yield word.start, form
        if not known:
            yield words[number].start, _alone(words[number].text, names, shouted=shouted)
        number += len(known) or 1


def _alone(word: str, names: Names, *, shouted: bool) -> str:
    """A word that belongs to no known name of several words."""
    known = names.word(word)
    if known is not None:
        return known
    if _ROMAN.fullmatch(word) or (not shouted and word[1:] != lower(word[1:])):
        return word
    if "-" in word:
        return "-".join(_alone(part, names, shouted=shouted) for part in word.split("-"))
    return lower(word)


def _capital(word: str, *, whole: bool) -> str:
    """A word with a capital, or each of its parts where it says one thing twice: "Undang-Undang"."""
    parts = word.split("-")
    every = whole and len(set(parts)) == 1
    return "-".join(
        # A name with a capital inside keeps its small letter: iPhone.
        cased(part[:1], str.upper) + part[1:] if part == lower(part) and (every or not number) else part
        for number, part in enumerate(parts)
    )
