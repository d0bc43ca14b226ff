"""Word lists: added to, changed as a whole, shared by all who work here."""

import pytest

from editor_app.newsroom.newsroom import Newsroom
from editor_app.newsroom.staff import everyone
from editor_app.newsroom.word_lists import Scope, accept_word, accepted_in, replace_words, words_of_scope
from editor_app.story.people import Person
from editor_app.words import Refused
from tests.newsroom.press_office import Office


@pytest.fixture
def two(newsroom: Newsroom) -> tuple[Person, Person]:
    """Two people of the office."""
    first, second, *_ = everyone(newsroom)
    return first, second


def test_a_word_of_the_newsroom_is_everybody_s_an_own_one_is_not(
    newsroom: Newsroom, two: tuple[Person, Person]
) -> None:
    first, second = two
    assert accept_word(newsroom, "Tirta\u00adsari", scope=Scope.NEWSROOM, person=first) == "Tirtasari"
    accept_word(newsroom, "cuan", scope=Scope.PERSON, person=first)

    assert tuple(accepted_in(newsroom, person=first)) == ("Tirtasari", "cuan")
    assert tuple(accepted_in(newsroom, person=second)) == ("Tirtasari",)


def test_a_word_is_ignored_in_its_story_alone(office: Office, two: tuple[Person, Person]) -> None:
    newsroom, (first, second) = office.newsroom, two
    accept_word(newsroom, "xyz", scope=Scope.STORY, person=first, story_id=office.story_id)

    assert accepted_in(newsroom, person=second, story_id=office.story_id).story == ("xyz",)
    assert accepted_in(newsroom, person=second, story_id="another").story == ()
    assert accepted_in(newsroom, person=second).story == ()


@pytest.mark.parametrize("word", ["", "  ", "dua kata", "123", "a" * 61, "\u00ad"])
def test_what_is_no_word_is_refused(newsroom: Newsroom, two: tuple[Person, Person], word: str) -> None:
    with pytest.raises(Refused) as told:
        accept_word(newsroom, word, scope=Scope.NEWSROOM, person=two[0])

    assert told.value.message.code == "word-unfit"
    assert words_of_scope(newsroom, scope=Scope.NEWSROOM, person=two[0]) == ()


def test_a_list_becomes_what_a_person_made_of_it(newsroom: Newsroom, two: tuple[Person, Person]) -> None:
    first, _ = two
    changed = replace_words(newsroom, ["satu", "dua"], scope=Scope.NEWSROOM, person=first, known=())
    again = replace_words(newsroom, ["dua", "tiga"], scope=Scope.NEWSROOM, person=first, known=("satu", "dua"))

    assert (changed, again) == ((2, 0), (1, 1))
    assert words_of_scope(newsroom, scope=Scope.NEWSROOM, person=first) == ("dua", "tiga")


def test_what_another_added_meanwhile_stays(newsroom: Newsroom, two: tuple[Person, Person]) -> None:
    first, second = two
    replace_words(newsroom, ["satu"], scope=Scope.NEWSROOM, person=first, known=())
    known = words_of_scope(newsroom, scope=Scope.NEWSROOM, person=first)
    accept_word(newsroom, "dua", scope=Scope.NEWSROOM, person=second)

    replace_words(newsroom, [], scope=Scope.NEWSROOM, person=first, known=known)

    assert words_of_scope(newsroom, scope=Scope.NEWSROOM, person=first) == ("dua",)


def test_a_list_with_something_that_is_no_word_changes_nothing(
    newsroom: Newsroom, two: tuple[Person, Person]
) -> None:
    with pytest.raises(Refused):
        replace_words(newsroom, ["satu", "dua kata"], scope=Scope.PERSON, person=two[0], known=())

    assert words_of_scope(newsroom, scope=Scope.PERSON, person=two[0]) == ()


def test_a_full_list_takes_no_more(
    newsroom: Newsroom, two: tuple[Person, Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("editor_app.newsroom.word_lists.MOST_WORDS", 2)
    replace_words(newsroom, ["satu", "dua"], scope=Scope.PERSON, person=two[0], known=())

    for change in (
        lambda: accept_word(newsroom, "tiga", scope=Scope.PERSON, person=two[0]),
        lambda: replace_words(newsroom, ["satu", "dua", "tiga"], scope=Scope.PERSON, person=two[0], known=()),
    ):
        with pytest.raises(Refused) as told:
            change()
        assert told.value.message.code == "word-list-full"
