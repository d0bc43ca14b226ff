"""The words under which a story is found."""

from collections.abc import Collection

from sqlalchemy import select

from editor_app.storage import dialect
from editor_app.storage.store import Connection
from editor_app.storage.tables import story
from editor_app.story.text import clean

_MOST_WORDS = 32


def index(tx: Connection, story_id: str, *, headline: str, text: str, people: str, captions: str) -> None:
    """Makes the story (whose line is there already) found under these words, and no others.

    Raises:
        LookupError: the story has no line yet.
    """
    line = tx.execute(select(story.c.recency, story.c.shown).where(story.c.id == story_id)).one_or_none()
    if line is None:
        raise LookupError(story_id)
    words = {"headline": headline, "text": text, "people": people, "captions": captions}
    dialect.index_text(tx, line.recency, line.shown, words)


def typed_words(typed: str) -> tuple[str, ...]:
    """What a person typed to search for, word by word; signs without a letter or digit are no words."""
    pieces = clean(typed).split()
    return tuple(piece for piece in pieces if any(char.isalnum() for char in piece))[:_MOST_WORDS]


def find(
    tx: Connection, words: tuple[str, ...], *, shown: Collection[str], before: int, size: int
) -> tuple[int, ...]:
    """The recencies (see `stories`), newest first, of at most `size` stories under `before` with all the words.

    The last word may be the beginning of one. Case and diacritics do not matter. With `shown`, the stories are in
    one of these states.
    """
    return dialect.find(tx, words, shown, before, size)
