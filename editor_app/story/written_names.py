"""Written names: how a story writes words inside its sentences, so that a headline in capitals may follow it."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from editor_app.story.story import Story

_WORD: Final = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_SENTENCE_ENDS: Final = re.compile(r"(?:[.?!…:]['\"”’)\]]*\s|\n)[\s\"“‘'(\[–—-]*$|[\"“‘(]$")
_LONGEST: Final = 5  # words of a name that are looked up together
_NEAR: Final = 12  # signs before a word that say whether it begins a sentence
_AHEAD: Final = 120  # signs in which the words of a name stand
_ENOUGH: Final = 50  # places at which a word is looked at


_Forms: TypeAlias = dict[tuple[str, ...], Counter[tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class Word:
    """A word where it stands in a text.

    `opens` says that it begins a sentence, `joins` that only a space parts it from the word before.
    """

    start: int
    text: str
    opens: bool
    joins: bool


class Names:
    """What a story's texts teach: for a word or words in any case, how the story writes them.

    A capital at the beginning of a sentence says nothing of the word, unless another goes on behind it and the
    word is nowhere written small; one with a name behind it says nothing of the word alone ("Ketua KPU").

    Args:
        sought: the text whose words will be asked for.
        texts: running text. One without small letters, such as a headline in capitals, teaches nothing.
        names: names that are written so wherever they stand: people, places, months.
    """

    def __init__(self, sought: str, texts: Iterable[str] = (), names: Iterable[str] = ()) -> None:
        self._forms: _Forms = {}
        self._opening: _Forms = {}  # as sentences begin, where it is a guess
        self._seen: Counter[str] = Counter()
        parts = _parts(sought)
        if not parts:
            return
        longest_first = sorted(map(re.escape, parts), key=len, reverse=True)
        wanted = re.compile(rf"(?<![^\W_])(?:{'|'.join(longest_first)})(?![^\W_])", re.IGNORECASE)
        for text in texts:
            if text != cased(text, str.upper):
                self._learn(text, wanted, named=False)
        for name in names:
            self._learn(name, wanted, named=True)

    def word(self, word: str) -> str | None:
        """How a word is written; small where the story writes it small too, None where it does not know it."""
        small = lower(word)
        forms = self._forms.get((small,))
        if not forms:
            return None
        return small if (small,) in forms else forms.most_common(1)[0][0][0]

    def phrase(self, words: Sequence[Word]) -> tuple[str, ...]:
        """How the longest run of several known words is written that `words` begin with; none is ()."""
        most = 1
        while most < min(len(words), _LONGEST) and words[most].joins:
            most += 1
        for count in range(most, 1, -1):
            sought = tuple(lower(word.text) for word in words[:count])
            forms = self._forms.get(sought)
            if not forms and not self._is_written_small(sought[0]):
                forms = self._opening.get(sought)
            if forms:
                return sought if forms[sought] == max(forms.values()) else forms.most_common(1)[0][0]
        return ()

    def _learn(self, text: str, wanted: re.Pattern[str], *, named: bool) -> None:
        for found in wanted.finditer(text):
            start = found.start()
            self._seen[lower(found[0])] += 1
            if self._seen[lower(found[0])] > _ENOUGH and not named:
                continue
            if start and text[start - 1] in "'’.-" and text[start - 2 : start - 1].isalnum():
                continue  # the end of a longer word
            near = text[max(start - _NEAR, 0) : start]
            words = words_of(text[start : start + _AHEAD])
            opens = not any(sign.isalnum() for sign in text[:start][-_AHEAD:]) or bool(
                _SENTENCE_ENDS.search(near)
            )
            self._learn_from((replace(words[0], opens=opens), *words[1 : _LONGEST + 1]), named=named)

    def _learn_from(self, words: Sequence[Word], *, named: bool) -> None:
        """Learns the first word, and the runs that it begins."""
        joined = len(words) > 1 and words[1].joins
        sure = named or not words[0].opens or (joined and _has_inner_capital(words[0].text))
        if not sure and (not _goes_on(words) or _has_inner_capital(words[1].text)):
            return
        known = self._forms if sure else self._opening
        for count in range(1, _LONGEST + 1):
            run = words[:count]
            if len(run) < count or not all(other.joins for other in run[1:]):
                break
            # What stands before a name is no name by itself, as in "Ketua KPU".
            if named or _has_inner_capital(run[-1].text) or not _goes_on(words[count - 1 :]):
                form = tuple(other.text for other in run)
                known.setdefault(tuple(map(lower, form)), Counter())[form] += 1

    def _is_written_small(self, small: str) -> bool:
        return (small,) in self._forms.get((small,), ())


def names_of(
    sought: str, story: Story, running: Iterable[str], extra: Iterable[str] = (), *, without: str = ""
) -> Names:
    """How a story writes the words of a text.

    Args:
        sought: the text whose words are asked for.
        story: what is looked at: standfirst, captions, place and credits; never its headline.
        running: the text of its body, without what is to be changed.
        extra: further names, such as those of months.
        without: a standfirst or caption that says nothing, for it is what is to be changed.
    """
    people = (*story.credits.writers, *story.credits.photographers, *story.credits.editors)
    said = [text for text in (story.standfirst, *(photo.caption for photo in story.photos)) if text != without]
    places = [story.dateline] if story.dateline != cased(story.dateline, str.upper) else []
    return Names(sought, (*running, *said), (*places, *people, *extra))


def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text. Behind a colon a sentence begins anew, as behind the first word of a caption."""
    return tuple(_words(text))


def cased(text: str, change: Callable[[str], str]) -> str:
    """A text in another case, sign by sign; a sign that would become two stays as it is."""
    whole = change(text)
    if len(whole) == len(text):  # no sign becomes less than one
        return whole
    return "".join(fresh if len(fresh := change(sign)) == 1 else sign for sign in text)


def lower(text: str) -> str:
    """A text in small letters, as long as before."""
    return cased(text, str.lower)


def _words(text: str) -> Iterator[Word]:
    end = 0
    for found in _WORD.finditer(text):
        between = text[end : found.start()]
        opens = not end or _SENTENCE_ENDS.search(between) is not None
        yield Word(found.start(), found[0], opens, bool(end) and between in (" ", "\u00a0"))
        end = found.end()


def _parts(text: str) -> frozenset[str]:
    """The words of a text, and the parts of those with a hyphen, in small letters."""
    words = [lower(word.text) for word in words_of(text)]
    return frozenset(part for word in words for part in (word, *word.split("-")))


def _goes_on(words: Sequence[Word]) -> bool:
    """Whether a capital stands right behind a first word that has one."""
    pair = words[:2]
    return len(pair) > 1 and pair[1].joins and all(word.text[0] != lower(word.text[0]) for word in pair)


def _has_inner_capital(word: str) -> bool:
    return word[1:] != lower(word[1:])
