"""What was typed before the program was cut off, and what was thrown away."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from editor_app.newsroom.composing import Typed, drop_draft, keep_draft
from editor_app.newsroom.recovering import (
    begin_session,
    end_session,
    put_back_draft,
    unsaved_since,
)
from editor_app.storage.drafts import Draft
from editor_app.story.body import body_to_json
from editor_app.story.story import Story, story_to_json
from tests.newsroom.damage import tear
from tests.newsroom.press_office import RATRI, SEKAR, Office

NOON = datetime(2026, 9, 11, 7, tzinfo=UTC)


def at(office: Office, minutes: int) -> Office:
    moment = NOON + timedelta(minutes=minutes)
    return Office(replace(office.newsroom, clock=lambda: moment), office.story_id)


def type_headline(office: Office, headline: str, name: str = RATRI) -> None:
    story = office.story
    fields = story_to_json(replace(story, headline=headline))
    del fields["body"]
    blocks = {block.key: body_to_json((block,))[0] for block in story.body}
    typed = Typed(base=office.view().head.id, fields=fields, order=tuple(blocks), blocks=blocks)
    keep_draft(office.newsroom, story_id=office.story_id, person=office.person(name), typed=typed)


def draft_of(office: Office, name: str = RATRI) -> Story | None:
    draft = office.view(name).draft
    return None if draft is None else draft.story


def test_a_window_that_closed_in_good_order_leaves_nothing_to_offer(office: Office) -> None:
    assert begin_session(office.newsroom) is None
    end_session(office.newsroom)
    assert begin_session(office.newsroom) is None


def test_a_window_that_was_cut_off_says_since_when_it_was_open_until_one_closes_in_good_order(
    office: Office,
) -> None:
    assert begin_session(at(office, 0).newsroom) is None
    assert begin_session(at(office, 5).newsroom) == NOON
    assert begin_session(at(office.reopened(), 9).newsroom) == NOON


def test_what_was_written_in_the_window_that_was_cut_off_is_found(office: Office) -> None:
    person = office.person(RATRI)
    type_headline(at(office, 0), "LAMA")
    assert unsaved_since(office.newsroom, person=person, moment=NOON + timedelta(minutes=1)) is None
    type_headline(at(office, 2), "BARU")
    assert unsaved_since(office.newsroom, person=person, moment=NOON + timedelta(minutes=1)) == office.story_id
    assert unsaved_since(office.newsroom, person=office.person(SEKAR), moment=NOON) is None


def test_a_working_copy_that_says_what_the_head_says_is_nothing_to_offer(office: Office) -> None:
    type_headline(at(office, 2), office.story.headline)
    assert unsaved_since(office.newsroom, person=office.person(RATRI), moment=NOON) is None


def test_a_story_that_cannot_be_read_does_not_hide_what_was_written(office: Office) -> None:
    type_headline(at(office, 2), "BARU")
    tear(office.newsroom, office.view().head.id)
    assert unsaved_since(office.newsroom, person=office.person(RATRI), moment=NOON) is None


def thrown(office: Office) -> Draft:
    """The writer's working copy, dropped."""
    draft = office.view(RATRI).draft
    assert draft is not None
    drop_draft(office.newsroom, story_id=office.story_id, person=office.person(RATRI))
    assert draft_of(office) is None
    return draft


def test_what_was_thrown_away_can_be_had_back(office: Office) -> None:
    type_headline(office, "TULISAN SAYA")
    assert put_back_draft(office.newsroom, thrown(office)) is None
    back = draft_of(office)
    assert back is not None
    assert back.headline == "TULISAN SAYA"


def test_what_was_written_meanwhile_changes_places_with_what_comes_back(office: Office) -> None:
    type_headline(office, "DULU")
    before = thrown(office)
    type_headline(office, "SEKARANG")
    meanwhile = put_back_draft(office.newsroom, before)
    assert meanwhile is not None
    assert meanwhile.story.headline == "SEKARANG"
    back = draft_of(office)
    assert back is not None
    assert back.headline == "DULU"
