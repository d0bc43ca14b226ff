"""The workflow table, row by row, against what DESIGN.md says, written out here once more and independently."""

from itertools import product

import pytest

from editor_app.story.people import Person, Role
from editor_app.story.workflow import TABLE, Action, HeadState, Need, Publication, Standing, objection, row

WRITER = Person("p-writer", "Ratri Maheswari", frozenset({Role.WRITER}))  # wrote it and submitted it
COLLEAGUE = Person("p-colleague", "Danu Wiratama", frozenset({Role.WRITER}))  # wrote nothing in it
PHOTOGRAPHER = Person("p-photographer", "Bayu Nirwana", frozenset({Role.PHOTOGRAPHER}))
EDITOR = Person("p-editor", "Sekar Larasati", frozenset({Role.EDITOR}))
WRITING_EDITOR = Person("p-both", "Laras Kinanti", frozenset({Role.EDITOR, Role.WRITER}))  # wrote in it too
CREDITED_EDITOR = Person("p-credited", "Galih Pradana", frozenset({Role.EDITOR}))  # named as its writer
STAFF = (WRITER, COLLEAGUE, PHOTOGRAPHER, EDITOR, WRITING_EDITOR, CREDITED_EDITOR)
EDITORS = {EDITOR, WRITING_EDITOR, CREDITED_EDITOR}

DRAFT, RETURNED, REVIEW, APPROVED, SPIKED = "draft", "returned", "in-review", "approved", "spiked"
UNSPIKED = {DRAFT, RETURNED, REVIEW, APPROVED}
NOT_OUT, OUT = {"none", "withdrawn"}, {"exported", "live"}

# action: (head from, publication, who)
EXPECTED = {
    "edit": (UNSPIKED, NOT_OUT | OUT, set(STAFF)),
    "submit": ({DRAFT, RETURNED}, NOT_OUT | OUT, {WRITER, WRITING_EDITOR}),
    "recall": ({REVIEW}, NOT_OUT | OUT, {WRITER}),
    "send-on": ({REVIEW}, NOT_OUT | OUT, EDITORS),
    "return": ({REVIEW, APPROVED}, NOT_OUT | OUT, EDITORS),
    "approve": ({REVIEW}, NOT_OUT | OUT, {EDITOR}),
    "record-approval": ({REVIEW}, NOT_OUT | OUT, EDITORS),
    "proof": (UNSPIKED, NOT_OUT | OUT, set(STAFF)),
    "export": ({APPROVED}, NOT_OUT | OUT, EDITORS),
    "mark-live": ({APPROVED}, OUT, EDITORS),
    "correct": ({APPROVED}, OUT, EDITORS),
    "withdraw": (UNSPIKED | {SPIKED}, OUT, EDITORS),
    "spike": (UNSPIKED, NOT_OUT, EDITORS),
    "restore": ({SPIKED}, NOT_OUT | OUT, EDITORS),
}

# The writer of a draft may spike it, and take it back.
OF_A_DRAFT = {("spike", DRAFT), ("restore", SPIKED)}

NEEDS = {
    "edit": {Need.CONFIRMATION_IF_APPROVED},
    "submit": {Need.CHECKS_WITHOUT_ERROR},
    "recall": set(),
    "send-on": {Need.ANOTHER_EDITOR},
    "return": {Need.NOTE},
    "approve": {Need.CHECKS_WITHOUT_ERROR},
    "record-approval": {Need.CODE_OF_HEAD, Need.CHECKS_WITHOUT_ERROR},
    "proof": set(),
    "export": {Need.ORIGINALS, Need.EMBARGO_OVER},
    "mark-live": {Need.HEAD_EXPORTED, Need.ADDRESS_AND_TIME},
    "correct": {Need.NOTE},
    "withdraw": {Need.REASON},
    "spike": set(),
    "restore": set(),
}

LEADS_TO = {
    "submit": REVIEW,
    "recall": DRAFT,
    "return": RETURNED,
    "approve": APPROVED,
    "record-approval": APPROVED,
    "correct": DRAFT,
    "spike": SPIKED,
}


def standing(head, publication, *, spiked_from=DRAFT):
    return Standing(
        head=HeadState(head),
        publication=Publication(publication),
        writers=frozenset({WRITER.id, WRITING_EDITOR.id}),
        submitter=WRITER.id,
        spiked_from=HeadState(spiked_from),
    )


def says(action, where, person, **rules):
    return objection(Action(action), where, person, credited_writers=["GALIH pradana"], **rules)


@pytest.mark.parametrize(("action", "head", "publication"), [*product(EXPECTED, HeadState, Publication)])
def test_the_table_lets_through_whom_the_design_names_and_nobody_else(action, head, publication):
    heads, publications, who = EXPECTED[action]
    allowed = {person for person in who if head in heads and publication in publications}
    if (action, head) in OF_A_DRAFT and publication in publications:
        allowed.add(WRITER)
        allowed.add(WRITING_EDITOR)

    refused = {person: says(action, standing(head, publication), person) for person in STAFF}

    assert {person for person, why in refused.items() if why is None} == allowed


@pytest.mark.parametrize("action", EXPECTED)
def test_the_state_is_named_before_the_person(action):
    heads, publications, _ = EXPECTED[action]
    for head in set(HeadState) - {HeadState(name) for name in heads}:
        why = says(action, standing(head, "none"), COLLEAGUE)
        assert why is not None
        assert why.code == f"denied.state.{action}"
        assert why.params["state"].code == f"state.{head}"
    for publication in (NOT_OUT | OUT) - publications:
        why = says(action, standing(min(heads), publication), COLLEAGUE)
        assert why is not None
        assert why.code == f"denied.publication.{action}"


def test_the_table_has_one_row_for_each_action():
    assert [entry.action for entry in TABLE] == list(Action)
    assert [action.value for action in Action] == list(EXPECTED)


@pytest.mark.parametrize("action", EXPECTED)
def test_each_row_names_what_the_action_needs_and_where_it_leads(action):
    entry = row(Action(action))

    assert set(entry.needs) == NEEDS[action]
    assert entry.to == LEADS_TO.get(action)


@pytest.mark.parametrize(
    ("action", "head", "person", "code"),
    [
        ("submit", DRAFT, COLLEAGUE, "denied.not-its-writer"),
        ("recall", REVIEW, WRITING_EDITOR, "denied.not-its-submitter"),
        ("return", REVIEW, WRITER, "denied.not-an-editor"),
        ("approve", REVIEW, WRITER, "denied.not-an-editor"),
        ("approve", REVIEW, WRITING_EDITOR, "denied.own-story"),
        ("approve", REVIEW, CREDITED_EDITOR, "denied.credited-writer"),
        ("export", APPROVED, PHOTOGRAPHER, "denied.not-an-editor"),
        ("spike", DRAFT, COLLEAGUE, "denied.not-editor-nor-draft-writer"),
        ("spike", REVIEW, WRITER, "denied.not-editor-nor-draft-writer"),
    ],
)
def test_a_refusal_says_why_and_to_whom(action, head, person, code):
    why = says(action, standing(head, "none"), person)

    assert why is not None
    assert (why.code, why.params) == (code, {"name": person.name})


@pytest.mark.parametrize("spiked_from", [RETURNED, REVIEW, APPROVED])
def test_a_writer_takes_back_only_what_was_a_draft(spiked_from):
    where = standing(SPIKED, "none", spiked_from=spiked_from)

    assert says("restore", where, WRITER).code == "denied.not-editor-nor-draft-writer"
    assert says("restore", where, EDITOR) is None


@pytest.mark.parametrize("person", [WRITING_EDITOR, CREDITED_EDITOR, EDITOR])
def test_an_office_of_two_may_waive_the_four_eyes_rule(person):
    assert says("approve", standing(REVIEW, "none"), person, four_eyes=False) is None


def test_waiving_makes_no_editor_of_a_writer():
    assert says("approve", standing(REVIEW, "none"), WRITER, four_eyes=False).code == "denied.not-an-editor"
