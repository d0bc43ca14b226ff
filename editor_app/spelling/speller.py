"""The speller: which words of a text are right, by dictionaries, word lists and the rules of word building."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from editor_app.spelling.engine import Engine
from editor_app.spelling.forms import LONGEST_ACRONYM, forms_of, stems_of
from editor_app.spelling.scripts import is_written_here
from editor_app.spelling.suggesting import best_first, near
from editor_app.spelling.tokens import Text, Word, bare, words_of
from editor_app.spelling.word_lists import Language, WordList, press_language

MOST_REMEMBERED: Final = 200_000
MOST_SUGGESTED: Final = 6
_VOWELS: Final = frozenset("AEIOU")


@dataclass(slots=True)
class Speller:
    """Checks texts; it remembers what the engine said of each word.

    Args:
        engine: what knows the dictionaries; they are open already.
        languages: the languages of the open dictionaries, by their codes; the first one's suggestions go first.
    """

    engine: Engine
    languages: tuple[str, ...]
    _known: dict[str, bool] = field(default_factory=dict)

    def misspelt(self, texts: Sequence[Text], accepted: WordList) -> tuple[tuple[Word, ...], ...]:
        """The words of each text that are not right, in order.

        Args:
            texts: what to look at.
            accepted: words that people accept beside the dictionaries.

        Raises:
            Trouble: the engine ended (`spelling-engine-ended`).
        """
        if len(self._known) > MOST_REMEMBERED:
            self._known.clear()
        found = [tuple(self._to_spell(text)) for text in texts]
        right = self._judge({word.text for words in found for word in words}, accepted)
        return tuple(tuple(word for word in words if not right[word.text]) for words in found)

    def suggestions(self, word: str, accepted: WordList) -> tuple[str, ...]:
        """What may be meant by a misspelt word, the likeliest first.

        Raises:
            Trouble: the engine ended (`spelling-engine-ended`).
        """
        plain = bare(word)
        meant = self._meant(plain)
        listed = near(plain, (*accepted, *(each for press in self._press() for each in press.words)))
        looks_like = (*listed, *self._rebuilt(plain), *self.engine.suggest(plain))
        offered = best_first(plain, (*looks_like, *self._part_by_part(plain, accepted)))
        written = (_capitals_of(plain, each) for each in (*meant, *offered))
        return tuple(dict.fromkeys(each for each in written if each != plain))[:MOST_SUGGESTED]

    def _part_by_part(self, word: str, accepted: WordList) -> tuple[str, ...]:
        """A hyphenated word with its wrong parts put right."""
        parts = [part for part in word.split("-") if part]
        if len(parts) == 1:
            return ()
        right = self._judge(set(parts), accepted)
        nearest = {part: best_first(part, self.engine.suggest(part)) for part in parts if not right[part]}
        return ("-".join(next(iter(nearest.get(part, ())), part) for part in parts),)

    def _rebuilt(self, word: str) -> Iterator[str]:
        """A word of a wrong stem and a right beginning or end, its stem put right: anti|korpsi, beritan|nya."""
        for start, stem, end in stems_of(word) if "-" not in word else ():
            for meant in best_first(stem, self.engine.suggest(stem)):
                if "-" not in meant and " " not in meant:
                    yield f"{start}{meant}{end}"

    def _to_spell(self, text: Text) -> Iterator[Word]:
        shouted = text.text.isupper()
        for word in words_of(text.text, text.skipped):
            if not is_written_here(word.text, self.languages):
                continue
            if not _is_acronym(word.text, shouted=shouted) or self._meant(bare(word.text)):
                yield word

    def _judge(self, words: Iterable[str], accepted: WordList) -> dict[str, bool]:
        """Whether each word is right: as it stands, or as one of the forms that it may be made of."""
        plain = {word: bare(word) for word in words}
        lists = (accepted, *(press.words for press in self._press()))

        def listed(part: str) -> bool:
            return any(each.accepts(part) for each in lists)

        verdict: dict[str, bool] = {}
        open_ones: dict[str, str] = {}
        for word, as_written in plain.items():
            if listed(as_written):
                verdict[word] = True
            elif self._meant(as_written):
                verdict[word] = False
            else:
                open_ones[word] = as_written
        self._learn(open_ones.values())
        built: dict[str, tuple[tuple[str, ...], ...]] = {}
        for word, as_written in open_ones.items():
            if self._known[as_written]:
                verdict[word] = True
            else:
                built[word] = forms_of(as_written)
        self._learn(part for forms in built.values() for form in forms for part in form if not listed(part))
        for word, forms in built.items():
            verdict[word] = any(
                all(listed(part) or self._known[part] for part in form) for form in forms
            ) or self._is_brand(plain[word])
        return verdict

    def _is_brand(self, word: str) -> bool:
        """Whether capitals within say that it is a name: YouTube. A slip (pResiden) has a word behind it."""
        inner = any(one.islower() and other.isupper() for one, other in pairwise(word))
        if not inner:
            return False
        self._learn([word.lower()])
        return not self._known[word.lower()]

    def _learn(self, words: Iterable[str]) -> None:
        """Asks the engine for words that it was not asked for yet."""
        fresh = list(dict.fromkeys(word for word in words if word not in self._known))
        self._known.update(zip(fresh, self.engine.accepts(fresh), strict=True))

    def _press(self) -> tuple[Language, ...]:
        return tuple(press_language(language) for language in self.languages)

    def _meant(self, word: str) -> tuple[str, ...]:
        """What is meant by a word that is often written wrong; nothing where it is no such word."""
        lower = word.lower()
        return tuple(press.slips[lower] for press in self._press() if lower in press.slips)


def _is_acronym(word: str, *, shouted: bool) -> bool:
    """Whether capitals say that a word is an abbreviation; among capitals alone, whether it has no vowel."""
    if not word.isupper() or len(word) > LONGEST_ACRONYM:
        return False
    return not shouted or not _VOWELS & set(word)


def _capitals_of(word: str, suggestion: str) -> str:
    """A suggestion in the capitals of the word that it is for."""
    if word.isupper() and len(word) > 1:
        return suggestion.upper()
    if word[:1].isupper() and suggestion[:1].islower():
        return suggestion[:1].upper() + suggestion[1:]
    return suggestion
