"""What people do to a story, and where it stands then."""

from dataclasses import replace

import pytest

from editor_app.story.events import EventKind
from editor_app.story.people import Person, Role
from editor_app.story.revision import freeze
from editor_app.story.workflow import Action, HeadState, Publication, Standing, objection, stand, waives_four_eyes

from .histories import NOON, after, history

SEKAR = Person("sekar", "Sekar Larasati", frozenset({Role.EDITOR}))
LARAS = Person("laras", "Laras Kinanti", frozenset({Role.EDITOR, Role.WRITER}))
RATRI = Person("ratri", "Ratri Maheswari", frozenset({Role.WRITER}))

DRAFT = ("saved ratri r1",)
REVIEW = (*DRAFT, "submitted ratri")
RETURNED = (*REVIEW, "returned sekar")
APPROVED = (*REVIEW, "approved sekar")
EXPORTED = (*APPROVED, "exported sekar")
LIVE = (*EXPORTED, "live sekar")
WITHDRAWN = (*LIVE, "withdrawn sekar")

BEGINNINGS = {"draft": DRAFT, "in-review": REVIEW, "returned": RETURNED, "approved": APPROVED}


@pytest.mark.parametrize(
    ("steps", "head", "publication"),
    [
        (DRAFT, "draft", "none"),
        (REVIEW, "in-review", "none"),
        ((*REVIEW, "recalled ratri"), "draft", "none"),
        ((*REVIEW, "sent-on sekar"), "in-review", "none"),
        (RETURNED, "returned", "none"),
        ((*RETURNED, "saved ratri r2"), "returned", "none"),
        ((*RETURNED, "saved ratri r2", "submitted ratri"), "in-review", "none"),
        (APPROVED, "approved", "none"),
        ((*REVIEW, "approval-recorded sekar"), "approved", "none"),
        ((*APPROVED, "returned sekar"), "returned", "none"),
        ((*APPROVED, "proofed ratri"), "approved", "none"),
        (EXPORTED, "approved", "exported"),
        ((*EXPORTED, "exported sekar"), "approved", "exported"),
        (LIVE, "approved", "live"),
        ((*LIVE, "exported sekar"), "approved", "live"),
        ((*LIVE, "correction-begun sekar"), "draft", "live"),
        ((*EXPORTED, "correction-begun sekar"), "draft", "exported"),
        (WITHDRAWN, "approved", "withdrawn"),
        ((*WITHDRAWN, "exported sekar"), "approved", "exported"),
        ((*WITHDRAWN, "spiked sekar"), "spiked", "withdrawn"),
        ((*EXPORTED, "withdrawn sekar"), "approved", "withdrawn"),
    ],
)
def test_what_people_did_says_where_a_story_stands(steps, head, publication):
    standing = after(*steps)

    assert (standing.head, standing.publication) == (head, publication)


@pytest.mark.parametrize("state", BEGINNINGS)
def test_a_restored_story_stands_where_it_stood(state):
    spiked = after(*BEGINNINGS[state], "spiked sekar")
    restored = after(*BEGINNINGS[state], "spiked sekar", "restored sekar")

    assert spiked.head is HeadState.SPIKED
    assert spiked.spiked_from == state
    assert (restored.head, restored.approved) == (state, after(*BEGINNINGS[state]).approved)


def test_spiking_on_two_laptops_is_spiking_once():
    assert after(*REVIEW, "spiked sekar", "spiked laras", "restored sekar").head is HeadState.IN_REVIEW


def test_restoring_on_two_laptops_does_not_undo_what_came_between():
    steps = (*DRAFT, "spiked sekar", "restored sekar", "submitted ratri", "restored laras")

    assert after(*steps).head is HeadState.IN_REVIEW


@pytest.mark.parametrize("state", BEGINNINGS)
def test_an_edit_leads_to_a_draft_but_a_returned_story_stays_returned(state):
    standing = after(*BEGINNINGS[state], "saved ratri r2")

    assert standing.head == ("returned" if state == "returned" else "draft")
    assert standing.approved is None
    assert "ratri" in standing.writers


def test_an_editors_small_correction_keeps_a_story_in_review_and_makes_no_writer():
    standing = after(*REVIEW, "saved sekar r2 in_review")

    assert standing.head is HeadState.IN_REVIEW
    assert standing.writers == {"ratri"}
    assert objection(Action.APPROVE, standing, SEKAR) is None
    assert after(*REVIEW, "saved sekar r2 in_review", "approved sekar").approved == "r2"


def test_an_editor_who_rewrites_in_review_becomes_a_writer_and_the_story_stays_in_review():
    standing = after("saved ratri r1", "submitted ratri", "saved sekar r2 in_review substantial")
    assert standing.head is HeadState.IN_REVIEW
    assert standing.writers == {"ratri", "sekar"}


def test_only_what_was_exported_goes_live():
    exported = ("saved ratri r1", "submitted ratri", "approved sekar", "exported sekar")
    changed = (*exported, "saved ratri r2", "submitted ratri", "approved sekar")
    sekar = Person("sekar", "Sekar Larasati", frozenset({Role.EDITOR}))
    assert objection(Action.MARK_LIVE, after(*exported), sekar) is None
    denied = objection(Action.MARK_LIVE, after(*changed), sekar)
    assert denied is not None
    assert denied.code == "denied.head-not-exported"
    assert objection(Action.MARK_LIVE, after(*changed, "exported sekar"), sekar) is None


@pytest.mark.parametrize(
    "credited", ["sekar  larasati", "Sekar Larasati, S.Sos.", "Dr. Sekar Larasati, M.Si., Ph.D."]
)
def test_a_degree_hides_no_credited_writer_from_the_four_eyes(credited):
    sekar = Person("sekar", "Sekar Larasati", frozenset({Role.EDITOR}))
    denied = objection(
        Action.APPROVE, after("saved ratri r1", "submitted ratri"), sekar, credited_writers=[credited]
    )
    assert denied is not None
    assert denied.code == "denied.credited-writer"


def test_a_small_correction_outside_review_is_an_edit_like_any_other():
    standing = after(*APPROVED, "saved sekar r2 in_review")

    assert standing.head is HeadState.DRAFT
    assert standing.writers == {"sekar"}


def test_who_wrote_may_not_approve_and_who_only_read_may():
    standing = after(*DRAFT, "saved laras r2", "submitted ratri")

    assert objection(Action.APPROVE, standing, LARAS).code == "denied.own-story"
    assert objection(Action.APPROVE, standing, SEKAR) is None


def test_writers_are_counted_anew_after_an_approval():
    standing = after(
        *DRAFT, "saved laras r2", "submitted ratri", "approved sekar", "saved ratri r3", "submitted ratri"
    )

    assert standing.writers == {"ratri"}
    assert objection(Action.APPROVE, standing, LARAS) is None


def test_what_is_returned_once_approved_goes_back_to_its_writers_and_their_editor_unchanged():
    returned = after(*DRAFT, "saved laras r2", "submitted ratri", "approved sekar", "returned sekar")

    assert returned.writers == {"ratri", "laras"}
    assert objection(Action.SUBMIT, returned, RATRI) is None
    assert objection(Action.SUBMIT, returned, SEKAR).code == "denied.not-its-writer"
    again = after(
        *DRAFT, "saved laras r2", "submitted ratri", "approved sekar", "returned sekar", "submitted ratri"
    )
    assert objection(Action.APPROVE, again, SEKAR) is None
    assert objection(Action.APPROVE, again, LARAS).code == "denied.own-story"


def test_who_changes_what_was_returned_once_approved_wrote_it_too():
    standing = after(*APPROVED, "returned sekar", "saved laras r2", "submitted ratri")

    assert standing.writers == {"ratri", "laras"}


def test_approving_the_same_on_two_laptops_forgets_no_writer():
    assert after(*APPROVED, "approved laras", "returned sekar").writers == {"ratri"}


def test_what_was_recalled_on_one_laptop_and_approved_on_another_is_still_its_writers():
    standing = after(*APPROVED, "recalled ratri")

    assert standing.head is HeadState.DRAFT
    assert objection(Action.SUBMIT, standing, RATRI) is None


def test_who_begins_a_correction_may_not_approve_it():
    standing = after(*LIVE, "correction-begun laras", "saved danu r2", "submitted danu")

    assert standing.writers == {"laras", "danu"}
    assert objection(Action.APPROVE, standing, LARAS).code == "denied.own-story"


def test_an_approval_tells_whether_it_needs_the_waiver():
    standing = after(*DRAFT, "saved laras r2", "submitted ratri")

    assert waives_four_eyes(standing, LARAS, [])
    assert waives_four_eyes(standing, SEKAR, ["SEKAR larasati"])
    assert not waives_four_eyes(standing, SEKAR, ["Ratri Maheswari"])


def test_approval_is_void_after_a_caption_changes(make_story):
    story = make_story()
    first = freeze(story, story_id="s1", parents=(), author="ratri", at=NOON)
    captioned = make_story(photos=(story.photos[0], replace(story.photos[1], caption="Baru.")))
    second = freeze(captioned, story_id="s1", parents=[first], author="ratri", at=NOON)
    steps = (f"saved ratri {first.id}", "submitted ratri", "approved sekar")

    assert after(*steps).head is HeadState.APPROVED
    # Even where the event of the save has not arrived, as in a damaged or half-copied folder.
    assert after(*steps, heads=[second.id]).head is HeadState.DRAFT
    assert after(*steps, f"saved ratri {second.id}").head is HeadState.DRAFT


@pytest.mark.parametrize("heads", [("r2",), ("r1", "r2"), ("r2", "r1"), ("r0", "r1", "r2")])
def test_an_approval_is_for_one_revision_and_falls_with_any_other_head(heads):
    standing = after(*APPROVED, heads=heads)

    assert standing.head is HeadState.DRAFT
    assert standing.approved is None


def test_a_story_without_a_revision_is_never_approved():
    assert stand((), history(*APPROVED)).head is HeadState.DRAFT
    assert stand((), ()) == Standing()


def test_two_heads_leave_any_other_state_as_it_is():
    assert after(*REVIEW, heads=("r1", "r2")).head is HeadState.IN_REVIEW


def test_a_correction_that_is_out_of_review_is_published_anew():
    corrected = (*LIVE, "correction-begun sekar", "saved ratri r2", "submitted ratri", "approved laras")

    approved = after(*corrected)
    assert (approved.approved, approved.published, approved.publication) == ("r2", "r1", Publication.LIVE)
    exported = after(*corrected, "exported laras")
    assert exported.published == "r1"
    assert after(*corrected, "exported laras", "live laras").published == "r2"


def test_going_live_keeps_the_address():
    told = replace(history("live sekar r1")[0], data={"address": "https://contoh.id/1"})

    assert stand(("r1",), (*history(*EXPORTED), told)).address == "https://contoh.id/1"


def test_the_submitter_alone_recalls():
    standing = after(*DRAFT, "saved laras r2", "submitted laras")

    assert standing.submitter == "laras"
    assert objection(Action.RECALL, standing, RATRI).code == "denied.not-its-submitter"
    assert objection(Action.RECALL, standing, LARAS) is None


@pytest.mark.parametrize(
    ("steps", "shown"),
    [
        (DRAFT, "draft"),
        (REVIEW, "in-review"),
        (RETURNED, "returned"),
        (APPROVED, "approved"),
        (EXPORTED, "exported"),
        (LIVE, "live"),
        (WITHDRAWN, "withdrawn"),
        ((*DRAFT, "spiked ratri"), "spiked"),
        ((*WITHDRAWN, "spiked sekar"), "spiked"),
        ((*LIVE, "correction-begun sekar"), "draft"),
        ((*LIVE, "correction-begun sekar", "saved ratri r2", "submitted ratri"), "in-review"),
        ((*LIVE, "correction-begun sekar", "saved ratri r2", "submitted ratri", "approved laras"), "approved"),
        ((*LIVE, "correction-begun sekar", "withdrawn laras"), "draft"),
        ((*LIVE, "saved ratri r2", "withdrawn sekar"), "withdrawn"),
        ((*LIVE, "saved ratri r2", "withdrawn sekar", "submitted ratri"), "in-review"),
        ((*LIVE, "returned sekar", "withdrawn sekar"), "returned"),
        ((*WITHDRAWN, "saved ratri r2"), "draft"),
        ((*WITHDRAWN, "saved ratri r2", "submitted ratri"), "in-review"),
        ((*WITHDRAWN, "saved ratri r2", "submitted ratri", "approved laras"), "approved"),
        ((*WITHDRAWN, "saved ratri r2", "submitted ratri", "approved laras", "exported laras"), "exported"),
    ],
)
def test_a_list_shows_what_a_story_waits_for_or_what_became_of_it(steps, shown):
    assert after(*steps).shown == shown


@pytest.mark.parametrize("kind", EventKind)
def test_every_kind_of_event_leads_somewhere_from_everywhere(kind):
    for beginning in (*BEGINNINGS.values(), EXPORTED, LIVE, WITHDRAWN, (*DRAFT, "spiked sekar")):
        assert after(*beginning, f"{kind} sekar").head in HeadState
