"""Counting: how long a text is, as a person counts it.

A word is what stands between spaces and dashes and has a letter or a digit: "Rp5.000", "14.00", "S.Sos.",
"dan/atau", "COVID-19", "se-Indonesia", an address and a hashtag are one each; dashes, bullets, emoji and other
signs alone are none. No-break spaces part words as others do; an en dash does not where it stands between
digits ("2024–2025"). A reduplication ("anak-anak") is one word, as the dictionary (KBBI) enters it and as Word
counts it; a house that goes by what is spoken may count it as two.

A sign is what people see as one, however many code points it takes: an accent with its letter, an emoji joined
of several. What is not seen (soft hyphens, joiners between words, line breaks) is none.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from editor_app.story.body import Body, TextBlock, texts
from editor_app.story.length_rules import LengthRules
from editor_app.story.story import Story

_KNOWN: Final = 16_384  # paragraphs whose words need not be counted again
_PIECES: Final = re.compile(r"(?:[^\s\u200b\u2013-\u2015\u2026.-]|(?<=\d)\u2013(?=\d)|\.(?!\.)|-(?!-))+")
_SAYS_SOMETHING: Final = re.compile(r"[^\W_]")
_HYPHENS: Final = re.compile("[-\u2010\u2011]")
_LEAST_PART: Final = 3  # letters: "se-Indonesia" and "di-PHK" are no reduplications
_UNSEEN: Final = re.compile("[\n\r\u00ad\u200b\u2060\ufeff\u2028]")
_SPACES: Final = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Signs:
    """Signs as people see them, with spaces and without."""

    all: int = 0
    without_spaces: int = 0


@dataclass(frozen=True, slots=True)
class StoryLength:
    """How long a story is. `words` are those of the body, tables too; what is said of photos counts apart."""

    words: int
    paragraphs: int
    signs: Signs
    caption_words: int
    standfirst_words: int
    headline_signs: int


def word_count(texts_of: Iterable[str], rules: LengthRules) -> int:
    """The words of some texts; a text that was counted before costs next to nothing."""
    return sum(_words(text, rules.reduplication) for text in texts_of)


def sign_count(texts_of: Iterable[str]) -> Signs:
    """The signs of some texts."""
    import regex  # noqa: PLC0415 - heavy, needed by who asks for details alone

    graphemes = regex.compile(r"\X")
    both = spaces = 0
    for text in texts_of:
        seen = _UNSEEN.sub("", text)
        both += sum(1 for _ in graphemes.finditer(seen))
        spaces += len(_SPACES.findall(seen))
    return Signs(both, both - spaces)


def minutes_to_read(words: int, rules: LengthRules) -> int:
    """Whole minutes that it takes to read so many words: one at least, nought where there are none."""
    return max(1, round(words / rules.words_a_minute)) if words else 0


def story_words(body: Body, rules: LengthRules) -> int:
    """The words of a body, its tables and their captions too."""
    return word_count(texts(body), rules)


def story_length(story: Story, rules: LengthRules) -> StoryLength:
    """Everything that is told of a story's length."""
    said = texts(story.body)
    paragraphs = sum(1 for block in story.body if isinstance(block, TextBlock) and block.text.strip())
    return StoryLength(
        words=word_count(said, rules),
        paragraphs=paragraphs,
        signs=sign_count(said),
        caption_words=word_count((photo.caption for photo in story.photos), rules),
        standfirst_words=word_count((story.standfirst,), rules),
        headline_signs=sign_count((story.headline,)).all,
    )


@lru_cache(_KNOWN)
def _words(text: str, reduplication: int) -> int:
    words = [piece for piece in _PIECES.findall(text) if _SAYS_SOMETHING.search(piece)]
    return len(words) if reduplication == 1 else sum(_spoken(word) for word in words)


def _spoken(word: str) -> int:
    """How many words a piece is where each part of a reduplication counts."""
    parts = [part.strip("\"'“”‘’()[]«»,.;:!?") for part in _HYPHENS.split(word)]
    spoken = all(len(part) >= _LEAST_PART and part.isalpha() for part in parts)
    return len(parts) if spoken else 1
