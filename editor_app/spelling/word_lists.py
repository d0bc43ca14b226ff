"""Word lists: words that people accept beside the dictionaries, in one plain text form.

One word a line, in UTF-8; what follows a `#` is a remark. A word in small letters is accepted with a capital and
in capitals too; one with capitals as it stands, and all in capitals: "Kemenkeu", "KEMENKEU", not "kemenkeu".
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from editor_app.resources import resource
from editor_app.spelling.tokens import LONGEST, bare
from editor_app.story.text import clean
from editor_app.words import Trouble

MOST_WORDS: Final = 100_000

_MARKS: Final = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


class WordList:
    """Words that are accepted, whatever the dictionaries say."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        self._words = frozenset(filter(None, map(bare, words)))
        self._capitals = frozenset(word.upper() for word in self._words)

    def __bool__(self) -> bool:
        return bool(self._words)

    def __iter__(self) -> Iterator[str]:
        return iter(self._words)

    def __or__(self, other: "WordList") -> "WordList":
        return WordList(self._words | other._words)

    def accepts(self, word: str) -> bool:
        """Whether a word (as `bare` leaves it) is on the list, in this use of capitals."""
        if word in self._words:
            return True
        if word.isupper():
            return word in self._capitals
        # A capital at the beginning of a sentence.
        return word[:1].isupper() and word[:1].lower() + word[1:] in self._words


@dataclass(frozen=True, slots=True)
class Language:
    """What this program knows of a language beside its dictionary: words, and slips with what is meant."""

    words: WordList
    slips: Mapping[str, str]


@cache
def press_language(language: str) -> Language:
    """What comes with the program for a language; nothing for most."""
    path = resource("spelling") / f"{language}.txt"
    if not path.is_file():
        return Language(WordList(), MappingProxyType({}))
    lines = list(_lines(path.read_text("utf-8")))
    slips = dict(line.split(" = ") for line in lines if " = " in line)
    return Language(
        WordList(line for line in lines if line not in slips and " = " not in line), MappingProxyType(slips)
    )


def read_words(data: bytes, file: str) -> tuple[str, ...]:
    """The words of a list in its text form, each once, in order; what can be no word is left out.

    Raises:
        Trouble: `word-list-not-text`, or `word-list-too-long`.
    """
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeError as error:
        raise Trouble("word-list-not-text", file=file) from error
    words = words_in(text)
    if len(words) > MOST_WORDS:
        raise Trouble("word-list-too-long", file=file, most=MOST_WORDS)
    return words


def words_in(text: str) -> tuple[str, ...]:
    """The words of a list's text, each once, in order; several on a line are several words."""
    words = (bare(word) for line in _lines(clean(text)) for word in line.split())
    return tuple(dict.fromkeys(word for word in words if is_word(word)))


def written(words: Iterable[str]) -> str:
    """A list in its text form, in the order of the alphabet."""
    return "".join(f"{word}\n" for word in sorted(words, key=lambda word: (word.casefold(), word)))


def is_word(text: str) -> bool:
    """Whether a list may hold this: letters in one piece, of a length that words have."""
    return 0 < len(text) <= LONGEST and not any(char.isspace() for char in text) and any(map(str.isalpha, text))


def _lines(text: str) -> Iterator[str]:
    for line in text.splitlines():
        said = line.partition("#")[0].strip()
        if said:
            yield said
