"""Submitting, sending back, approving: what each state and person allow, through the verbs themselves."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from editor_app.newsroom.changes import Changes
from editor_app.newsroom.desk import view_story
from editor_app.newsroom.newsroom import Newsroom
from editor_app.newsroom.publishing import ExportFormat, correct, export, mark_live, withdraw
from editor_app.newsroom.reviewing import (
    approve,
    recall,
    record_approval,
    restore,
    return_story,
    send_on,
    spike,
    submit,
)
from editor_app.story.body import TextBlock
from editor_app.story.people import Role
from editor_app.story.story import Credits
from editor_app.story.workflow import Action, HeadState, Publication, row
from editor_app.words import Refused
from tests.newsroom.press_office import ADDRESS, BAYU, LARAS, RATRI, SEKAR, Office, refused

DANU = "Danu Wiratama"


def by_telephone(newsroom: Newsroom, **options: Any) -> Changes:
    """An approval that was given for the head over the telephone."""
    code = view_story(newsroom, options["story_id"]).head.code
    said = {"code": code, "given_by": "Kepala Humas", "how": "telepon", "when": "14.00"}
    return record_approval(newsroom, **{**said, **options})


def verbs(office: Office, out: Path) -> dict[Action, Callable[..., object]]:
    """Every action of the table but editing, as one would do it."""
    return {
        Action.SUBMIT: submit,
        Action.RECALL: recall,
        Action.SEND_ON: partial(send_on, to=office.person(LARAS)),
        Action.RETURN: partial(return_story, note="Periksa jumlah buku."),
        Action.APPROVE: approve,
        Action.RECORD_APPROVAL: by_telephone,
        Action.PROOF: partial(export, format=ExportFormat.DOCX, out=out, proof=True),
        Action.EXPORT: partial(export, format=ExportFormat.DOCX, out=out),
        Action.MARK_LIVE: partial(mark_live, address=ADDRESS),
        Action.CORRECT: partial(correct, note="Jumlahnya 450."),
        Action.WITHDRAW: partial(withdraw, reason="Izin dicabut."),
        Action.SPIKE: spike,
        Action.RESTORE: restore,
    }


def bring(office: Office, state: str, out: Path) -> None:
    """Brings the office's story to a state."""
    if state == "in-review":
        office.submitted()
    elif state == "returned":
        office.submitted().does(return_story, SEKAR, note="Periksa.")
    elif state == "approved":
        office.approved()
    elif state == "exported":
        office.exported(out)
    elif state == "live":
        office.live(out)
    elif state == "withdrawn":
        office.live(out).does(withdraw, SEKAR, reason="Izin dicabut.")
    elif state == "spiked":
        office.spiked()


STATES = ("draft", "in-review", "returned", "approved", "exported", "live", "withdrawn", "spiked")
WHERE = {
    "exported": (HeadState.APPROVED, Publication.EXPORTED),
    "live": (HeadState.APPROVED, Publication.LIVE),
    "withdrawn": (HeadState.APPROVED, Publication.WITHDRAWN),
}


@pytest.mark.parametrize(("state", "action"), [*product(STATES, list(Action)[1:])])
def test_a_verb_works_where_the_table_says_so_and_changes_nothing_elsewhere(
    office: Office, state: str, action: Action, tmp_path: Path
) -> None:
    bring(office, state, tmp_path / "keluar")
    head, publication = WHERE.get(state) or (HeadState(state), Publication.NONE)
    assert office.state == (head, publication)
    entry = row(action)
    allowed = head in entry.heads and publication in entry.publications
    verb = verbs(office, tmp_path / "lain")[action]

    for name in (DANU, BAYU, RATRI, SEKAR):
        before = office.view()
        try:
            office.does(verb, name)
        except Refused as error:
            code = error.message.code
            assert code.startswith("denied.")
            assert code.startswith(("denied.state.", "denied.publication.")) is not allowed
            assert office.view() == before
            continue
        assert allowed
        after = office.view()
        assert after.events[:-1] == before.events
        assert (after.events[-1].person, after.events[-1].revision) == (office.person(name).id, before.head.id)
        assert after.standing.head is (entry.to or (HeadState.DRAFT if action is Action.RESTORE else head))
        assert office.state == (after.standing.head, after.standing.publication)
        return
    assert not allowed
    assert not (tmp_path / "lain").exists()


ROLES = {
    Action.SUBMIT: ("draft", {RATRI}),
    Action.RECALL: ("in-review", {RATRI}),
    Action.SEND_ON: ("in-review", {SEKAR}),  # and Laras, but not to herself
    Action.RETURN: ("in-review", {SEKAR, LARAS}),
    Action.APPROVE: ("in-review", {SEKAR, LARAS}),
    Action.RECORD_APPROVAL: ("in-review", {SEKAR, LARAS}),
    Action.PROOF: ("draft", {RATRI, DANU, BAYU, SEKAR, LARAS}),
    Action.EXPORT: ("approved", {SEKAR, LARAS}),
    Action.MARK_LIVE: ("exported", {SEKAR, LARAS}),
    Action.CORRECT: ("live", {SEKAR, LARAS}),
    Action.WITHDRAW: ("live", {SEKAR, LARAS}),
    Action.SPIKE: ("draft", {RATRI, SEKAR, LARAS}),
    Action.RESTORE: ("spiked", {RATRI, SEKAR, LARAS}),
}


@pytest.mark.parametrize("action", ROLES)
def test_each_action_is_for_its_people_alone(office: Office, action: Action, tmp_path: Path) -> None:
    state, people = ROLES[action]
    bring(office, state, tmp_path / "keluar")
    verb = verbs(office, tmp_path / "lain")[action]
    outsiders = [name for name in (RATRI, DANU, BAYU, SEKAR, LARAS) if name not in people]

    for name in outsiders:
        before = office.view()
        with pytest.raises(Refused) as caught:
            office.does(verb, name)
        assert caught.value.message.params["name"] == name
        assert office.view() == before
    assert not (tmp_path / "lain").exists()
    office.does(verb, min(people))


@pytest.mark.parametrize("name", [RATRI, SEKAR, LARAS])
def test_those_who_may_spike_a_draft_may_bring_it_back(office: Office, name: str) -> None:
    office.does(spike, name, note="Acara batal.")
    assert office.state == ("spiked", "none")
    office.does(restore, name)
    assert office.state == ("draft", "none")
    assert office.view().events[1].text("note") == "Acara batal."


def test_a_spiked_story_comes_back_as_it_was(office: Office) -> None:
    office.approved().does(spike, SEKAR)
    office.does(restore, SEKAR)
    assert office.state == ("approved", "none")


@pytest.mark.parametrize("action", [Action.SUBMIT, Action.APPROVE, Action.RECORD_APPROVAL])
def test_errors_of_the_checks_stop_submitting_and_approving(
    office: Office, action: Action, tmp_path: Path
) -> None:
    name = RATRI if action is Action.SUBMIT else SEKAR
    if action is not Action.SUBMIT:
        office.submitted()
    verb = verbs(office, tmp_path)[action]
    lead, *others = office.story.photos
    office.save(LARAS, photos=(replace(lead, caption=""), *others))  # by an editor: it stays in review
    with refused("checks-one-error", more=0):
        office.does(verb, name)
    office.save(LARAS, credits=Credits(photographers=("Humas",)))
    with refused("checks-more-errors", more=2):
        office.does(verb, name)
    assert office.happened[-1] == "saved"


def test_warnings_of_the_checks_stop_nothing(office: Office) -> None:
    story = office.story
    office.save(RATRI, section="", photos=tuple(replace(photo, alt="") for photo in story.photos))
    office.approved()
    assert office.state == ("approved", "none")


def test_nobody_approves_what_they_wrote(office: Office) -> None:
    office.save(LARAS, headline="PERPUSTAKAAN APUNG DIBUKA")
    office.submitted()
    with refused("denied.own-story", name=LARAS):
        office.does(approve, LARAS)
    office.does(approve, SEKAR)
    assert "waived" not in office.view().events[-1].data


def test_nobody_approves_what_bears_their_name(office: Office) -> None:
    office.save(RATRI, credits=replace(office.story.credits, writers=("sekar larasati",)))
    office.submitted()
    with refused("denied.credited-writer", name=SEKAR):
        office.does(approve, SEKAR)


def test_an_office_that_waived_the_rule_says_so_in_the_event(office: Office) -> None:
    office.newsroom = replace(office.newsroom, four_eyes=False)
    office.save(LARAS, headline="PERPUSTAKAAN APUNG DIBUKA")
    office.submitted().does(approve, LARAS)
    assert office.view().events[-1].data == {"waived": True, "name": LARAS, "newsroom": "Humas Kota Tirta"}


def test_an_office_that_waived_the_rule_says_nothing_where_it_was_kept(office: Office) -> None:
    office.newsroom = replace(office.newsroom, four_eyes=False)
    office.approved()
    assert office.view().events[-1].data == {"name": SEKAR, "newsroom": "Humas Kota Tirta"}


def test_an_editors_small_corrections_in_review_make_no_writer(office: Office) -> None:
    office.submitted()
    office.save(SEKAR, headline=office.story.headline.replace("BANGUN", "BUAT"))
    assert office.state == ("in-review", "none")
    assert office.view().events[-1].data == {"in_review": True}
    office.does(approve, SEKAR)
    assert office.view().standing.approved == office.view().head.id


def test_an_editor_who_rewrites_in_review_is_one_of_its_writers(office: Office) -> None:
    office.submitted()
    office.save(SEKAR, headline="Danau punya ruang baca")
    assert office.view().events[-1].data == {"in_review": True, "substantial": True}
    with refused("denied.own-story", name=SEKAR):
        office.does(approve, SEKAR)
    # Another editor's slip of typing is still one: it is measured from what Sekar left.
    office.save(LARAS, headline="Danau punya ruang baca.")
    office.does(approve, LARAS)


def test_many_small_corrections_by_one_editor_add_up(office: Office) -> None:
    office.submitted()
    headline = office.story.headline
    for length in range(len(headline) - 6, 6, -6):
        office.save(SEKAR, headline=headline[:length])
    assert office.state == ("in-review", "none")
    with refused("denied.own-story", name=SEKAR):
        office.does(approve, SEKAR)


def test_a_writer_who_changes_a_story_in_review_takes_it_back_to_the_draft(office: Office) -> None:
    office.submitted()
    office.save(RATRI, kicker="Desa")
    assert office.state == ("draft", "none")


def test_approving_is_for_the_revision_that_was_read(office: Office) -> None:
    office.submitted()
    read = office.view().head.id
    office.save(LARAS, kicker="Desa")
    with refused("story-moved-on", code=office.view().head.code):
        office.does(approve, SEKAR, seen=read)
    office.does(approve, SEKAR, seen=office.view().head.id)
    assert office.state == ("approved", "none")


def test_what_was_returned_goes_to_its_writers_with_a_note(office: Office) -> None:
    office.submitted()
    for empty in ("", "  \n", "\x07"):
        with refused("return-without-note"):
            office.does(return_story, SEKAR, note=empty)
    office.does(return_story, SEKAR, note=" Periksa\x00 jumlah buku. ")
    assert office.state == ("returned", "none")
    assert office.view().events[-1].text("note") == "Periksa jumlah buku."


def test_what_was_returned_once_approved_may_be_submitted_and_approved_as_it_is(office: Office) -> None:
    office.approved().does(return_story, SEKAR, note="Tunggu dulu.")
    with refused("denied.not-its-writer", name=DANU):
        office.does(submit, DANU)
    office.submitted().does(approve, SEKAR)
    assert office.state == ("approved", "none")
    assert office.view().head.number == 1


def test_a_story_is_sent_on_to_another_editor_only(office: Office) -> None:
    office.submitted()
    for other in (SEKAR, RATRI):
        with refused("send-on-to-another-editor", name=other):
            office.does(send_on, SEKAR, to=office.person(other))
    office.does(send_on, SEKAR, to=office.person(LARAS), note="Soal anggaran.")
    assert office.state == ("in-review", "none")
    assert office.view().events[-1].data == {"to": office.person(LARAS).id, "note": "Soal anggaran."}


def test_an_approval_by_telephone_is_for_the_code_that_was_read_out(office: Office) -> None:
    office.submitted()
    code = office.view().head.code
    with refused("approval-other-code", given="R9-0000", code=code):
        office.does(by_telephone, SEKAR, code="R9-0000")
    for missing in ("code", "given_by", "how", "when"):
        with refused("approval-incomplete"):
            office.does(by_telephone, SEKAR, **{missing: " \t"})
    assert office.state == ("in-review", "none")

    office.does(by_telephone, SEKAR, code=f" {code.lower()} ", given_by="Kepala\x00 Humas")
    assert office.state == ("approved", "none")
    assert office.view().events[-1].data == {
        "code": code,
        "given_by": "Kepala Humas",
        "how": "telepon",
        "when": "14.00",
        "name": "Kepala Humas",
        "newsroom": "Humas Kota Tirta",
    }


@pytest.mark.parametrize("name", [RATRI, "LARAS kinanti, S.Sos.", DANU])
def test_an_approval_by_telephone_is_not_a_writers_own(office: Office, name: str) -> None:
    """Ratri wrote it and is credited, Laras wrote in it, Danu is credited."""
    office.save(LARAS, kicker="Desa")
    office.submitted()
    with refused("denied.recorded-by-writer", name=name):
        office.does(by_telephone, SEKAR, given_by=name)
    assert office.state == ("in-review", "none")
    office.newsroom = replace(office.newsroom, four_eyes=False)
    office.does(by_telephone, SEKAR, given_by=name)
    assert office.view().events[-1].data["waived"] is True


def test_the_note_of_an_action_is_kept_with_it(office: Office) -> None:
    office.does(submit, RATRI, note="Siap.")
    office.does(recall, RATRI, note="Sebentar.")
    assert [event.text("note") for event in office.view().events[1:]] == ["Siap.", "Sebentar."]
    assert office.state == ("draft", "none")


def test_a_story_that_nobody_knows_is_refused(office: Office) -> None:
    office.story_id = "0" * 8
    with refused("story-unknown", id="0" * 8):
        office.does(submit, RATRI)


def test_a_person_of_two_roles_submits_what_they_wrote(office: Office) -> None:
    assert office.person(LARAS).roles == {Role.EDITOR, Role.WRITER}
    office.save(LARAS, body=(*office.story.body, TextBlock("b0000001")))
    office.save(LARAS, kicker="Desa")
    office.does(submit, LARAS)
    with refused("denied.not-its-submitter", name=RATRI):
        office.does(recall, RATRI)
