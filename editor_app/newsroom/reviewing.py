"""Reviewing: submit, recall, send on, return, approve, record an approval; spike and restore."""

from collections.abc import Mapping

from editor_app.newsroom.changes import Changes
from editor_app.newsroom.newsroom import Newsroom
from editor_app.newsroom.recording import Standpoint, demand, record_event, settle, standpoint
from editor_app.story.body import Json
from editor_app.story.checks import check, error_notice
from editor_app.story.events import EventKind
from editor_app.story.people import Person, Role
from editor_app.story.text import clean
from editor_app.story.workflow import Action, waives_four_eyes
from editor_app.words import Refused

_KINDS: Mapping[Action, EventKind] = {
    Action.SUBMIT: EventKind.SUBMITTED,
    Action.RECALL: EventKind.RECALLED,
    Action.SEND_ON: EventKind.SENT_ON,
    Action.RETURN: EventKind.RETURNED,
    Action.APPROVE: EventKind.APPROVED,
    Action.RECORD_APPROVAL: EventKind.APPROVAL_RECORDED,
    Action.SPIKE: EventKind.SPIKED,
    Action.RESTORE: EventKind.RESTORED,
    Action.CORRECT: EventKind.CORRECTION_BEGUN,
    Action.WITHDRAW: EventKind.WITHDRAWN,
    Action.MARK_LIVE: EventKind.LIVE,
}


def submit(newsroom: Newsroom, *, story_id: str, person: Person, note: str = "") -> Changes:
    """Hands the head to the editors.

    Raises:
        Refused: the checks find an error, the state does not allow it, or the person did not write it.
    """
    return act(newsroom, Action.SUBMIT, story_id=story_id, person=person, data=_noted(note), checked=True)


def recall(newsroom: Newsroom, *, story_id: str, person: Person, note: str = "") -> Changes:
    """Takes a submitted story back; for the one who submitted it."""
    return act(newsroom, Action.RECALL, story_id=story_id, person=person, data=_noted(note))


def send_on(newsroom: Newsroom, *, story_id: str, person: Person, to: Person, note: str = "") -> Changes:
    """Passes a story in review on to another editor.

    Raises:
        Refused: `send-on-to-another-editor`, where `to` is no editor or the same person.
    """
    if not to.is_a(Role.EDITOR) or to.id == person.id:
        raise Refused("send-on-to-another-editor", name=to.name)
    data: dict[str, Json] = {**_noted(note), "to": to.id}
    return act(newsroom, Action.SEND_ON, story_id=story_id, person=person, data=data)


def return_story(newsroom: Newsroom, *, story_id: str, person: Person, note: str) -> Changes:
    """Sends a story back to its writers with a note.

    Raises:
        Refused: `return-without-note`, or what the table says.
    """
    return act(
        newsroom,
        Action.RETURN,
        story_id=story_id,
        person=person,
        data=_demanded("note", note, "return-without-note"),
    )


def approve(
    newsroom: Newsroom, *, story_id: str, person: Person, note: str = "", seen: str | None = None
) -> Changes:
    """Approves the head, and no other revision. `seen` is the revision that the person looked at.

    Raises:
        Refused: the checks find an error, the four-eyes rule says no, or the head is another by now.
    """
    return act(
        newsroom,
        Action.APPROVE,
        story_id=story_id,
        person=person,
        data=_noted(note),
        checked=True,
        seen=seen,
    )


def record_approval(
    newsroom: Newsroom, *, story_id: str, person: Person, code: str, given_by: str, how: str, when: str
) -> Changes:
    """Records an approval that was given elsewhere (phone, message, paper) for the revision with `code`.

    Raises:
        Refused: `approval-other-code`, where the code is not the head's; `approval-incomplete`.
    """
    data: dict[str, Json] = {"code": code.strip().upper(), "given_by": given_by, "how": how, "when": when}
    if not all(str(value).strip() for value in data.values()):
        raise Refused("approval-incomplete")
    return act(newsroom, Action.RECORD_APPROVAL, story_id=story_id, person=person, data=data, checked=True)


def spike(newsroom: Newsroom, *, story_id: str, person: Person, note: str = "") -> Changes:
    """Puts a story aside; nothing of it is deleted."""
    return act(newsroom, Action.SPIKE, story_id=story_id, person=person, data=_noted(note))


def restore(newsroom: Newsroom, *, story_id: str, person: Person, note: str = "") -> Changes:
    """Brings a spiked story back as it was."""
    return act(newsroom, Action.RESTORE, story_id=story_id, person=person, data=_noted(note))


def act(
    newsroom: Newsroom,
    action: Action,
    *,
    story_id: str,
    person: Person,
    data: Mapping[str, Json],
    checked: bool = False,
    seen: str | None = None,
) -> Changes:
    """Takes one action of the table that changes no text: rules, event, desk, in one transaction."""
    with newsroom.writing() as tx:
        found = standpoint(tx, story_id)
        demand(newsroom, found, action, person)
        if seen is not None and seen != found.head.id:
            raise Refused("story-moved-on", code=found.head.code)
        if checked:
            _demand_checks(newsroom, found)
        if action is Action.RECORD_APPROVAL and data["code"] != found.head.code:
            raise Refused("approval-other-code", given=data["code"], code=found.head.code)
        event = record_event(
            newsroom,
            tx,
            kind=_KINDS[action],
            story_id=story_id,
            revision=found.head.id,
            person=person,
            data={**data, **_waiver(newsroom, action, found, person)},
        )
        return settle(newsroom, tx, found.head, event)


def _demand_checks(newsroom: Newsroom, found: Standpoint) -> None:
    wanting = error_notice(check(found.head.story, newsroom.style))
    if wanting is not None:
        raise Refused(wanting.code, **wanting.params)


def _waiver(newsroom: Newsroom, action: Action, found: Standpoint, person: Person) -> dict[str, Json]:
    waived = action is Action.APPROVE and waives_four_eyes(
        found.standing, person, found.head.story.credits.writers
    )
    return {"waived": True} if waived and not newsroom.four_eyes else {}


def _noted(note: str) -> dict[str, Json]:
    said = clean(note).strip()
    return {"note": said} if said else {}


def _demanded(name: str, value: str, code: str) -> dict[str, Json]:
    said = clean(value).strip()
    if not said:
        raise Refused(code)
    return {name: said}
