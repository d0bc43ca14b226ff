"""Words that spelling lets pass: each list by itself, and an older newsroom gets the table."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from editor_app.storage import accepted_words, people
from editor_app.storage.accepted_words import Scope
from editor_app.storage.driver import DRIVER
from editor_app.storage.store import Store, open_store
from editor_app.story.people import Person, Role

AT = datetime(2026, 11, 25, 8, 0, tzinfo=UTC)


def add(store: Store, *words: str, scope: Scope = Scope.NEWSROOM, owner: str = "") -> None:
    with store.writing() as tx:
        accepted_words.add(tx, words, scope=scope, owner=owner, person="p1", at=AT)


def of(store: Store, scope: Scope, owner: str = "") -> tuple[str, ...]:
    with store.reading() as tx:
        return accepted_words.of(tx, scope, owner)


def test_the_newsroom_each_person_and_each_story_have_a_list_of_their_own(store: Store) -> None:
    add(store, "Tirtasari", "luring", "Tirtasari")
    add(store, "gue", scope=Scope.PERSON, owner="p1")
    add(store, "xyz", scope=Scope.STORY, owner="s1")

    assert of(store, Scope.NEWSROOM) == ("Tirtasari", "luring")
    assert of(store, Scope.PERSON, "p1") == ("gue",)
    assert of(store, Scope.PERSON, "p2") == ()
    assert of(store, Scope.STORY, "s1") == ("xyz",)


def test_a_word_that_is_taken_off_stays_on_the_other_lists(store: Store) -> None:
    add(store, "luring")
    add(store, "luring", scope=Scope.PERSON, owner="p1")
    with store.writing() as tx:
        accepted_words.remove(tx, ["luring", "never there"], scope=Scope.NEWSROOM)

    assert of(store, Scope.NEWSROOM) == ()
    assert of(store, Scope.PERSON, "p1") == ("luring",)


def test_nothing_is_no_word(store: Store) -> None:
    with pytest.raises(IntegrityError):
        add(store, "")


def test_a_newsroom_of_the_first_format_gets_the_list_and_keeps_its_people(newsroom: Path) -> None:
    ratri = Person("p1", "Ratri", frozenset({Role.WRITER}))
    with open_store(newsroom, write=True) as store, store.writing() as tx:
        people.put(tx, ratri)
    # As the first format left it: without this table.
    with closing(DRIVER.connect(newsroom / "newsroom.db")) as connection:
        connection.executescript(
            "DROP TABLE accepted_word; UPDATE alembic_version SET version_num = '0001'; PRAGMA user_version = 1;"
        )

    with open_store(newsroom, write=True) as store:
        add(store, "Tirtasari")
        assert of(store, Scope.NEWSROOM) == ("Tirtasari",)
        with store.reading() as tx:
            assert people.everyone(tx) == (ratri,)
    assert list((newsroom / "backups").iterdir())
