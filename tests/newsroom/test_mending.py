"""Damaged rows of a real database: the story is shown as far as it goes, and nothing is written over it."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from editor_app.newsroom.composing import Typed, keep_draft, new_story, save_story
from editor_app.newsroom.desk import StoryView, desk_page, look_at_story, objections, view_story
from editor_app.newsroom.restoring import restore_revision
from editor_app.newsroom.reviewing import submit
from editor_app.story.body import Json, TextBlock, body_to_json
from editor_app.story.story import Story, story_to_json
from editor_app.story.workflow import Action
from editor_app.words import Message
from tests.newsroom.damage import NEWER_BLOCK, as_a_newer_program_saves, damage, tear
from tests.newsroom.press_office import LARAS, RATRI, Office, in_trouble


def look(office: Office, name: str = RATRI) -> StoryView:
    return look_at_story(office.newsroom, office.story_id, person=office.person(name))


def texts(story: Story) -> list[str]:
    return [block.text for block in story.body if isinstance(block, TextBlock)]


def type_into(office: Office, story: Story) -> None:
    fields: dict[str, Json] = story_to_json(story)
    del fields["body"]
    blocks = {block.key: body_to_json((block,))[0] for block in story.body}
    typed = Typed(base=office.view().head.id, fields=fields, order=tuple(blocks), blocks=blocks)
    keep_draft(office.newsroom, story_id=office.story_id, person=office.person(RATRI), typed=typed)


def rows(office: Office, table: str, columns: str = "*") -> list[Any]:
    with office.newsroom.reading() as tx:
        return [tuple(row) for row in tx.exec_driver_sql(f"SELECT {columns} FROM {table}")]  # noqa: S608 - our own


def test_a_story_that_is_whole_is_looked_at_as_it_is(office: Office) -> None:
    assert look(office) == office.view(RATRI)


@pytest.mark.parametrize(
    "what",
    [
        "content = substr(content, 1, length(content) - 400)",
        "content = replace(content, 'perpustakaan', 'pemandian')",
        "content = CAST(x'7bff7d' AS TEXT)",
        "content = ''",
        "author = 'orang lain'",
    ],
)
def test_a_head_that_is_damaged_opens_to_be_read_only(office: Office, what: str) -> None:
    first = office.view().head
    second = office.save(RATRI, standfirst="Ringkasan kedua.").revision
    damage(office.newsroom, f"UPDATE revision SET {what} WHERE id = ?", second.id)  # noqa: S608 - the cases above
    before = rows(office, "revision", "id, hex(content)")

    view = look(office)
    assert view.unreadable is not None
    assert view.unreadable.why == Message("unreadable.damaged", {"code": second.code})
    assert view.unreadable.readable is not None
    assert view.unreadable.readable.id == first.id
    assert (view.head.id, view.head.code, view.head.story.headline) == (
        second.id,
        second.code,
        first.story.headline,
    )
    denied = objections(office.newsroom, view, office.person(RATRI))
    assert all(denied[action] == view.unreadable.why for action in Action)
    with in_trouble("revision-damaged"):
        view_story(office.newsroom, office.story_id)
    with in_trouble("revision-damaged"):
        office.does(submit, RATRI)
    with in_trouble("revision-damaged"):
        save_story(office.newsroom, story_id=office.story_id, story=first.story, person=office.person(RATRI))
    assert rows(office, "revision", "id, hex(content)") == before


def test_of_a_torn_head_the_paragraphs_are_shown(office: Office) -> None:
    whole = office.view().head
    tear(office.newsroom, whole.id)
    view = look(office)
    assert texts(view.head.story) == texts(whole.story)
    assert view.unreadable is not None
    assert view.unreadable.readable is None


def test_a_head_of_a_newer_program_is_shown_and_no_older_one_is_offered_in_its_place(office: Office) -> None:
    before = texts(office.story)
    newer = as_a_newer_program_saves(
        office.newsroom, office.story_id, lambda content: content["body"].append(NEWER_BLOCK)
    )
    view = look(office)
    assert view.head.id == newer
    assert view.unreadable is not None
    assert view.unreadable.why.code == "unreadable.newer"
    assert view.unreadable.readable is None
    assert texts(view.head.story) == [*before, "Siapa yang membangun rakit itu?"]


def test_the_other_stories_work_on(office: Office) -> None:
    other = new_story(office.newsroom, person=office.person(RATRI)).story_id
    tear(office.newsroom, office.view().head.id)
    assert {row.id for row in desk_page(office.newsroom).rows} == {other, office.story_id}
    assert look_at_story(office.newsroom, other, person=office.person(RATRI)).unreadable is None


def test_an_older_revision_mends_a_story_whose_head_is_damaged(office: Office) -> None:
    first = office.view().head
    second = office.save(RATRI, standfirst="Ringkasan kedua.").revision
    tear(office.newsroom, second.id)
    restore_revision(
        office.newsroom,
        story_id=office.story_id,
        revision_id=first.id,
        person=office.person(RATRI),
        base=second.id,
    )
    view = look(office)
    assert view.unreadable is None
    assert (view.head.story, view.head.number, view.head.parents) == (first.story, 3, (second.id,))
    office.submitted()


def test_a_damaged_head_is_mended_even_by_what_it_said_itself(office: Office) -> None:
    first = office.view().head
    office.save(RATRI, standfirst="Ringkasan kedua.")
    third = office.save(RATRI, standfirst=first.story.standfirst).revision
    assert third.content_hash == first.content_hash
    tear(office.newsroom, third.id)
    restore_revision(office.newsroom, story_id=office.story_id, revision_id=first.id, person=office.person(RATRI))
    assert (office.view().head.number, office.story) == (4, first.story)


def test_what_was_typed_over_a_damaged_head_is_there_once_it_is_mended(office: Office) -> None:
    first = office.view().head
    second = office.save(RATRI, standfirst="Ringkasan kedua.").revision
    typed = replace(second.story, headline="TULISAN SAYA", body=second.story.body[:1])
    type_into(office, typed)
    tear(office.newsroom, second.id)
    assert look(office).unreadable is not None
    restore_revision(office.newsroom, story_id=office.story_id, revision_id=first.id, person=office.person(RATRI))
    view = look(office)
    assert view.draft is not None
    assert view.draft.story == typed
    assert view.merged is not None
    assert view.merged.story == typed
    assert view.merged.clashes  # nobody knows what is whose: the person is asked


@pytest.mark.parametrize(
    "what",
    [
        'UPDATE draft_block SET block = \'{"_type":"quiz","_key":"a0000001"}\' WHERE key = \'a0000001\'',
        "UPDATE draft_block SET block = substr(block, 1, 20) WHERE key = 'a0000001'",
        "UPDATE draft SET fields = CAST(x'7bff' AS TEXT)",
    ],
)
def test_a_damaged_draft_is_set_aside_and_the_head_is_shown(office: Office, what: str) -> None:
    type_into(office, Story(headline="TULISAN SAYA", body=office.story.body))
    damage(office.newsroom, what)

    view = look(office)
    assert view.draft is None
    assert view.draft_trouble is not None
    assert view.unreadable is None
    assert view.aside is not None
    assert view.aside.parent == office.newsroom.folder / "set-aside"
    assert len(json.loads(view.aside.read_bytes())["blocks"]) == len(office.story.body)
    assert rows(office, "draft") == rows(office, "draft_block") == []
    type_into(office, Story(headline="BARU", body=office.story.body))
    again = look(office)
    assert (again.draft_trouble, again.aside) == (None, None)
    assert again.draft is not None
    assert view.aside.exists()


def test_a_damaged_draft_that_cannot_be_set_aside_stays_where_it_is(office: Office) -> None:
    type_into(office, Story(headline="TULISAN SAYA", body=office.story.body))
    damage(office.newsroom, "UPDATE draft SET fields = '{'")
    before = rows(office, "draft")
    Path(office.newsroom.folder / "set-aside").write_bytes(b"")
    with in_trouble("file-not-written"):
        look(office)
    assert rows(office, "draft") == before


def test_damage_beside_the_story_is_told_as_it_is(office: Office) -> None:
    person = office.person(RATRI)
    damage(office.newsroom, "UPDATE person SET roles = '[' WHERE name = ?", RATRI)
    with in_trouble("row-damaged"):
        look_at_story(office.newsroom, office.story_id, person=person)


def test_an_editor_mends_in_review_what_nobody_can_measure_any_more(office: Office) -> None:
    first = office.view().head
    second = office.save(RATRI, standfirst="Ringkasan kedua.").revision
    office.submitted()
    tear(office.newsroom, second.id)
    restore_revision(office.newsroom, story_id=office.story_id, revision_id=first.id, person=office.person(LARAS))
    assert dict(look(office).events[-1].data)["substantial"] is True


def test_of_several_damaged_revisions_the_newest_that_is_whole_is_offered(office: Office) -> None:
    first = office.view().head
    for text in ("Dua.", "Tiga."):
        tear(office.newsroom, office.save(RATRI, standfirst=text).revision.id)
        if text == "Dua.":
            restore_revision(
                office.newsroom, story_id=office.story_id, revision_id=first.id, person=office.person(RATRI)
            )
    tear(office.newsroom, look(office).revisions[2].id)
    view = look(office)
    assert view.unreadable is not None
    assert view.unreadable.readable is not None
    assert view.unreadable.readable.id == first.id
