"""Scripts: whether a word is written in letters that an open dictionary knows."""

import unicodedata
from collections.abc import Collection
from functools import lru_cache
from typing import Final

_SCRIPTS: Final = {
    **dict.fromkeys(("ar", "fa", "ur", "ug", "ps"), "ARABIC"),
    **dict.fromkeys(("ru", "uk", "be", "bg", "mk", "kk", "mn"), "CYRILLIC"),
    **dict.fromkeys(("hi", "mr", "ne", "sa"), "DEVANAGARI"),
    **dict.fromkeys(("he", "yi"), "HEBREW"),
    **dict(zip(("el", "hy", "ka", "bn"), ("GREEK", "ARMENIAN", "GEORGIAN", "BENGALI"), strict=True)),
    **dict(zip(("ta", "te", "th", "lo"), ("TAMIL", "TELUGU", "THAI", "LAO"), strict=True)),
    **dict(zip(("km", "my", "ko", "si"), ("KHMER", "MYANMAR", "HANGUL", "SINHALA"), strict=True)),
}
_USUAL: Final = "LATIN"


def is_written_here(word: str, languages: Collection[str]) -> bool:
    """Whether a word begins with a letter of a script that one of these languages is written in."""
    if word[0].isascii():
        return not languages or any(language not in _SCRIPTS for language in languages)
    return _script(word[0]) in {_SCRIPTS.get(language, _USUAL) for language in languages}


@lru_cache(maxsize=4096)
def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]
