"""Word lists: what the newsroom, a person or a story accepts beside the dictionaries; all share the first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from editor_app.newsroom.newsroom import Newsroom
from editor_app.spelling.tokens import bare
from editor_app.spelling.word_lists import MOST_WORDS, is_word
from editor_app.storage import accepted_words
from editor_app.storage.accepted_words import Scope
from editor_app.story.people import Person
from editor_app.words import Refused

__all__ = ["AcceptedWords", "Scope", "accept_word", "accepted_in", "replace_words", "words_of_scope"]


@dataclass(frozen=True, slots=True)
class AcceptedWords:
    """The words that one person's window lets pass in one story."""

    newsroom: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    story: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[str]:
        return iter((*self.newsroom, *self.own, *self.story))


def accepted_in(newsroom: Newsroom, *, person: Person, story_id: str | None = None) -> AcceptedWords:
    """The newsroom's words, the person's own, and those ignored in a story."""
    with newsroom.reading() as tx:
        return AcceptedWords(
            newsroom=accepted_words.of(tx, Scope.NEWSROOM),
            own=accepted_words.of(tx, Scope.PERSON, person.id),
            story=() if story_id is None else accepted_words.of(tx, Scope.STORY, story_id),
        )


def accept_word(
    newsroom: Newsroom, word: str, *, scope: Scope, person: Person, story_id: str | None = None
) -> str:
    """Accepts a word for the newsroom, for the person alone, or in a story; returns it as it is kept.

    Raises:
        Refused: `word-unfit`, where it is no word; `word-list-full`.
    """
    kept = _fit(word)
    owner = _owner(scope, person, story_id)
    with newsroom.writing() as tx:
        if len(accepted_words.of(tx, scope, owner)) >= MOST_WORDS:
            raise Refused("word-list-full", most=MOST_WORDS)
        accepted_words.add(tx, [kept], scope=scope, owner=owner, person=person.id, at=newsroom.clock())
    return kept


def words_of_scope(newsroom: Newsroom, *, scope: Scope, person: Person) -> tuple[str, ...]:
    """The list that a person may see and change: the newsroom's, or the own one."""
    with newsroom.reading() as tx:
        return accepted_words.of(tx, scope, _owner(scope, person, None))


def replace_words(
    newsroom: Newsroom, words: Iterable[str], *, scope: Scope, person: Person, known: Iterable[str]
) -> tuple[int, int]:
    """Makes a list say what a person made of it; returns how many words came and went.

    Args:
        newsroom: whose words they are.
        words: the list as it is to be.
        scope: the newsroom's list, or the person's own.
        person: who changed it.
        known: the list as that person had it before; what others added meanwhile stays.

    Raises:
        Refused: `word-unfit`, naming the first that is no word; `word-list-full`.
    """
    wanted = dict.fromkeys(_fit(word) for word in words)
    before = frozenset(known)
    owner = _owner(scope, person, None)
    with newsroom.writing() as tx:
        there = frozenset(accepted_words.of(tx, scope, owner))
        fresh = [word for word in wanted if word not in there]
        gone = sorted((before - wanted.keys()) & there)
        if len(there) + len(fresh) - len(gone) > MOST_WORDS:
            raise Refused("word-list-full", most=MOST_WORDS)
        accepted_words.remove(tx, gone, scope=scope, owner=owner)
        accepted_words.add(tx, fresh, scope=scope, owner=owner, person=person.id, at=newsroom.clock())
    return len(fresh), len(gone)


def _fit(word: str) -> str:
    kept = bare(word).strip()
    if not is_word(kept):
        raise Refused("word-unfit", word=word[:80])
    return kept


def _owner(scope: Scope, person: Person, story_id: str | None) -> str:
    if scope is Scope.STORY:
        return story_id or ""
    return person.id if scope is Scope.PERSON else ""
