"""The desk: its pages, filters, search and counts, stories by the beginning of their ids, and one story whole."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from editor_app.newsroom.composing import new_story, save_story
from editor_app.newsroom.desk import (
    check_story,
    desk_counts,
    desk_page,
    find_story,
    objections,
    read_revision,
)
from editor_app.newsroom.known_names import known_names
from editor_app.newsroom.newsroom import Newsroom
from editor_app.newsroom.reviewing import approve
from editor_app.storage.story_row import Page
from editor_app.story.story import Credits, Story
from editor_app.story.workflow import Action
from tests.newsroom.press_office import BAYU, LARAS, RATRI, SEKAR, Office, in_trouble, refused

NOON = datetime(2026, 9, 12, 5, 0, tzinfo=UTC)


@pytest.fixture
def desk(office: Office) -> list[str]:
    """Five more stories, oldest first, one minute after the other; ids in that order."""
    ids = []
    for minute, headline in enumerate(
        ("Banjir surut", "Pasar pagi", "Lomba perahu", "Panen jagung", "Jalan baru")
    ):
        at = NOON + timedelta(minutes=minute)
        then = replace(office.newsroom, clock=lambda at=at: at)
        ids.append(new_story(then, person=office.person(LARAS), story=Story(headline=headline)).story_id)
    return ids


def headlines(page: Page) -> list[str]:
    return [row.headline for row in page.rows]


def every_page(newsroom: Newsroom, size: int, **wanted: object) -> list[list[str]]:
    pages, after = [], None
    while True:
        page = desk_page(newsroom, size=size, after=after, **wanted)
        pages.append(headlines(page))
        after = page.next
        if after is None:
            return pages


def test_what_changed_last_stands_first_page_by_page(office: Office, desk: list[str]) -> None:
    newest = office.story.headline
    later = replace(office.newsroom, clock=lambda: NOON + timedelta(days=900))
    save_story(later, story_id=desk[0], story=Story(headline="Banjir naik"), person=office.person(LARAS))

    assert every_page(office.newsroom, 2) == [
        ["Banjir naik", newest],
        ["Jalan baru", "Panen jagung"],
        ["Lomba perahu", "Pasar pagi"],
    ]


def test_the_desk_keeps_to_the_states_named_and_counts_them(office: Office, desk: list[str]) -> None:
    office.approved()
    Office(office.newsroom, desk[0]).spiked()

    assert headlines(desk_page(office.newsroom, shown=["approved"])) == [office.story.headline]
    assert headlines(desk_page(office.newsroom, shown=("approved", "spiked"))) == [
        "Banjir surut",
        office.story.headline,
    ]
    assert desk_page(office.newsroom, shown=["live"]).rows == ()
    assert desk_counts(office.newsroom) == {"approved": 1, "draft": 4, "spiked": 1}
    assert every_page(office.newsroom, 3, shown=["draft"]) == [
        ["Jalan baru", "Panen jagung", "Lomba perahu"],
        ["Pasar pagi"],
    ]


@pytest.mark.parametrize("words", ["rakit", "RAKIT bambu", "perpus", "Ratri", "gotong royong", "bayu"])
def test_a_story_is_found_by_headline_text_people_and_captions(
    office: Office, desk: list[str], words: str
) -> None:
    assert headlines(desk_page(office.newsroom, search=words)) == [office.story.headline]


@pytest.mark.parametrize("words", ["rakit tidak-ada", '"', "%", "* OR", "🛶"])
def test_what_no_story_says_is_not_found(office: Office, desk: list[str], words: str) -> None:
    assert desk_page(office.newsroom, search=words).rows == ()


def test_a_search_keeps_to_the_states_named(office: Office) -> None:
    assert desk_page(office.newsroom, search="rakit", shown=["live"]).rows == ()
    assert len(desk_page(office.newsroom, search="rakit", shown=["draft"]).rows) == 1


def test_a_story_is_named_by_the_beginning_of_its_id(office: Office, desk: list[str]) -> None:
    shared = desk[0][:6]
    assert all(story_id.startswith(shared) for story_id in desk)
    with refused("story-ambiguous", id=shared):
        find_story(office.newsroom, shared)
    for story_id in desk:
        assert find_story(office.newsroom, story_id) == story_id
        assert find_story(office.newsroom, story_id[:-1]) == story_id


@pytest.mark.parametrize("prefix", ["", "zz", "%", "é", "\udcff", "0" * 40])
def test_an_id_that_begins_no_story_is_unknown(office: Office, prefix: str) -> None:
    with refused("story-unknown", id=prefix):
        find_story(office.newsroom, prefix)


def test_one_story_is_seen_with_people_history_and_originals(office: Office) -> None:
    office.approved()
    view = office.view(RATRI)

    assert view.name_of(view.events[-1].person) == SEKAR
    assert view.short_name_of(view.events[0].person) == "Ratri M."
    assert (view.name_of("nobody"), view.short_name_of("nobody")) == ("–", "–")
    assert [line.code for line in view.revisions] == [view.head.code]
    assert set(view.originals) == {photo.sha256 for photo in view.story.photos}
    assert read_revision(office.newsroom, view.head.id) == view.head
    with in_trouble("revision-missing"):
        read_revision(office.newsroom, "f" * 64)


def test_names_are_offered_of_people_first_and_then_of_recent_stories(office: Office) -> None:
    office.save(RATRI, credits=replace(office.story.credits, writers=(RATRI, "Tim Humas"), editors=("Redaksi",)))
    known = known_names(office.newsroom)
    assert known.writers == ("Danu Wiratama", LARAS, RATRI, "Tim Humas")
    assert known.photographers == (BAYU, "Humas Kota Tirta")
    assert known.agencies == ("Humas Kota Tirta",)
    assert known.editors == (LARAS, SEKAR, "Redaksi")


def test_a_persons_objections_are_those_that_the_verbs_would_raise(office: Office) -> None:
    office.save(LARAS, kicker="Desa")
    office.submitted()
    mine = objections(office.newsroom, office.view(), office.person(LARAS))
    theirs = objections(office.newsroom, office.view(), office.person(SEKAR))

    assert set(mine) == set(Action)
    assert theirs[Action.APPROVE] is None
    said = mine[Action.APPROVE]
    assert said is not None
    with refused(said.code, **said.params):
        office.does(approve, LARAS)
    waived = replace(office.newsroom, four_eyes=False)
    assert objections(waived, office.view(), office.person(LARAS))[Action.APPROVE] is None


def test_the_checks_of_a_text_that_is_not_saved_yet(office: Office) -> None:
    assert check_story(office.newsroom, office.story) == ()
    bare = replace(office.story, headline="", credits=Credits())
    assert [finding.code for finding in check_story(office.newsroom, bare)] == [
        "headline-missing",
        "writer-missing",
        "editor-missing",
    ]
    assert office.person(BAYU).name == BAYU
