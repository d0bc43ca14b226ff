"""An older revision becomes the newest one; two versions of a story beside each other."""

from dataclasses import replace
from pathlib import Path

from editor_app.newsroom.changes import Changes
from editor_app.newsroom.comparing import compare_versions, last_answered
from editor_app.newsroom.composing import new_story
from editor_app.newsroom.restoring import restore_revision
from editor_app.newsroom.reviewing import return_story, spike
from editor_app.story.change_summary import ChangeSummary
from tests.newsroom.press_office import BAYU, LARAS, RATRI, SEKAR, Office, in_trouble, refused


def restore(
    office: Office, revision: str, name: str = RATRI, *, base: str | None = None, confirmed: bool = False
) -> Changes:
    return restore_revision(
        office.newsroom,
        story_id=office.story_id,
        revision_id=revision,
        person=office.person(name),
        base=base,
        confirmed=confirmed,
    )


def test_an_older_revision_comes_back_as_a_new_one_after_the_head(office: Office) -> None:
    first = office.view().head
    second = office.save(RATRI, headline="JUDUL LAIN").revision
    changes = restore(office, first.id, base=second.id)

    head = office.view().head
    assert head == changes.revision
    assert head.story == first.story
    assert (head.number, head.parents) == (3, (second.id,))
    assert [line.id for line in office.view().revisions] == [first.id, second.id, head.id]
    assert office.view().events[-1].data["restored"] == first.id
    assert not changes.approval_fell
    assert office.state == ("draft", "none")


def test_where_the_head_reads_so_already_nothing_is_made(office: Office) -> None:
    first = office.view().head
    assert restore(office, first.id).events == ()
    office.save(RATRI, headline="JUDUL LAIN")
    restore(office, first.id)
    before = office.view()
    assert restore(office, first.id).revision == before.head
    assert office.view() == before


def test_restoring_voids_an_approval_as_any_edit_does_and_not_unasked(office: Office) -> None:
    first = office.view().head
    office.save(RATRI, headline="JUDUL LAIN")
    office.approved()
    with refused("approval-would-fall"):
        restore(office, first.id, SEKAR)
    assert office.state == ("approved", "none")
    assert restore(office, first.id, SEKAR, confirmed=True).approval_fell
    assert office.state == ("draft", "none")


def test_restoring_keeps_to_state_person_and_head(office: Office) -> None:
    first = office.view().head
    second = office.save(RATRI, headline="JUDUL LAIN").revision
    with refused("story-moved-on", code=second.code):
        restore(office, first.id, base=first.id)
    with refused("denied.photographer-text", name=BAYU):
        restore(office, first.id, BAYU)
    other = new_story(office.newsroom, person=office.person(RATRI)).revision
    with refused("revision-of-another-story", code=other.code):
        restore(office, other.id)
    with in_trouble("revision-missing"):
        restore(office, "f" * 64)
    with refused("story-unknown", id="tidak ada"):
        restore(Office(office.newsroom, "tidak ada"), first.id)
    office.does(spike, SEKAR)
    with refused("denied.state.edit"):
        restore(office, first.id)
    assert office.view().head == second


def test_an_editor_who_restores_in_review_is_measured_by_what_it_changed(office: Office) -> None:
    first = office.view().head
    office.save(RATRI, body=office.story.body[1:])
    office.submitted()
    restore(office, first.id, LARAS)
    assert office.state == ("in-review", "none")
    assert dict(office.view().events[-1].data) == {"restored": first.id, "in_review": True, "substantial": True}


def test_any_two_versions_of_a_story_are_compared(office: Office) -> None:
    first = office.view().head
    second = office.save(RATRI, headline="JUDUL LAIN").revision
    writing = replace(second.story, standfirst="  Ringkasan   baru ", body=second.story.body[:2])

    assert compare_versions(office.newsroom, first.id, second.id).summary == ChangeSummary(fields=("headline",))
    typed = compare_versions(office.newsroom, second.id, writing)
    assert typed.summary == ChangeSummary(fields=("standfirst",), sentences=1)
    assert compare_versions(office.newsroom, first.id, first.id).comparison.is_empty
    with in_trouble("revision-missing"):
        compare_versions(office.newsroom, first.id, "f" * 64)


def test_what_an_editor_saw_last_is_known_once_the_story_went_on(office: Office, tmp_path: Path) -> None:
    first = office.view().head
    assert last_answered(office.view().events, first.id) is None
    office.submitted().does(return_story, SEKAR, note="Tambah satu kutipan.")
    assert last_answered(office.view().events, first.id) is None
    office.save(RATRI, headline="JUDUL LAIN")
    office.submitted()
    view = office.view()
    event = last_answered(view.events, view.head.id)
    assert event is not None
    assert (event.kind.value, event.revision, view.name_of(event.person)) == ("returned", first.id, SEKAR)
