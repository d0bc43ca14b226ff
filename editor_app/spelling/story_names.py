"""Names of a story: who and what it names outside its text, which nobody wants marked as misspelt."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from editor_app.spelling.tokens import words_of
from editor_app.spelling.word_lists import WordList
from editor_app.story.house_style import HouseStyle
from editor_app.story.photo import split_lead_word
from editor_app.story.story import Story

_SENTENCE_END: Final = re.compile("[.!?:…]")


def names_of(story: Story, style: HouseStyle, others: Iterable[str] = ()) -> WordList:
    """The names in a story's credits, captions and dateline, its house style, and `others` (people)."""
    named = (
        *(*story.credits.writers, *story.credits.photographers, *story.credits.editors),
        *(part for photo in story.photos for part in (photo.creator, photo.agency)),
        *(story.dateline, story.section, *story.keywords),
        *(style.title, *style.sections, *style.months, *style.weekdays),
        *others,
    )
    words = {word.text for name in named for word in words_of(name) if word.text[0].isupper()}
    for photo in story.photos:
        words.update(_capitalised(split_lead_word(photo.caption)[1]))
        words.update(_capitalised(photo.alt))
    return WordList(words)


def _capitalised(text: str) -> Iterator[str]:
    """Words with a capital that no sentence begins with, and those that follow one that begins so: Nisa Ayu."""
    found = words_of(text)
    for number, word in enumerate(found):
        if not word.text[0].isupper():
            continue
        before = "." if number == 0 else text[found[number - 1].end : word.start]
        begins = bool(_SENTENCE_END.search(before))
        following = found[number + 1] if number + 1 < len(found) else None
        beside = following is not None and following.start == word.end + 1 and following.text[0].isupper()
        if not begins or beside:
            yield word.text
