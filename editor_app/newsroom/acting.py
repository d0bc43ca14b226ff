"""Acting: one action of the workflow table that changes no text, with all that the table says it needs."""

from collections.abc import Mapping

from editor_app.newsroom.changes import Changes
from editor_app.newsroom.newsroom import Newsroom
from editor_app.newsroom.recording import Standpoint, demand, record_event, settle, standpoint
from editor_app.storage import people
from editor_app.storage.store import Connection
from editor_app.story.body import Json
from editor_app.story.checks import check, error_notice
from editor_app.story.events import EventKind
from editor_app.story.people import Person, is_same_name
from editor_app.story.text import clean
from editor_app.story.workflow import Action, Need, row, waives_four_eyes
from editor_app.words import Refused

_KINDS: Mapping[Action, EventKind] = {
    Action.SUBMIT: EventKind.SUBMITTED,
    Action.RECALL: EventKind.RECALLED,
    Action.SEND_ON: EventKind.SENT_ON,
    Action.RETURN: EventKind.RETURNED,
    Action.APPROVE: EventKind.APPROVED,
    Action.RECORD_APPROVAL: EventKind.APPROVAL_RECORDED,
    Action.MARK_LIVE: EventKind.LIVE,
    Action.CORRECT: EventKind.CORRECTION_BEGUN,
    Action.WITHDRAW: EventKind.WITHDRAWN,
    Action.SPIKE: EventKind.SPIKED,
    Action.RESTORE: EventKind.RESTORED,
}


def act(
    newsroom: Newsroom,
    action: Action,
    *,
    story_id: str,
    person: Person,
    data: Mapping[str, Json],
    seen: str | None = None,
) -> Changes:
    """Takes one action: rules, event, desk, in one transaction. `seen` is the revision that the person looked at.

    Raises:
        Refused: the table does not allow it, the checks find an error, or the head is not what was looked at.
    """
    with newsroom.writing() as tx:
        found = standpoint(tx, story_id)
        demand(newsroom, found, action, person)
        if seen is not None and seen != found.head.id:
            raise Refused("story-moved-on", code=found.head.code)
        _demand_needs(newsroom, found, action, data)
        event = record_event(
            newsroom,
            tx,
            kind=_KINDS[action],
            story_id=story_id,
            revision=found.head.id,
            person=person,
            data={**data, **_approver(newsroom, tx, found, action, person, data)},
        )
        return settle(newsroom, tx, found.head, event)


def noted(note: str) -> dict[str, Json]:
    """A note as an event holds it; nothing where nothing was said."""
    said = clean(note).strip()
    return {"note": said} if said else {}


def demanded(name: str, text: str, code: str) -> dict[str, Json]:
    """What an action cannot do without (a note, a reason), as an event holds it.

    Raises:
        Refused: `code`, where nothing was said.
    """
    said = clean(text).strip()
    if not said:
        raise Refused(code)
    return {name: said}


def _demand_needs(newsroom: Newsroom, found: Standpoint, action: Action, data: Mapping[str, Json]) -> None:
    """Refuses what lacks something that only the head can tell: errors in it, another code than it bears."""
    needs = row(action).needs
    wanting = (
        error_notice(check(found.head.story, newsroom.style)) if Need.CHECKS_WITHOUT_ERROR in needs else None
    )
    if wanting is not None:
        raise Refused(wanting.code, **wanting.params)
    if Need.CODE_OF_HEAD in needs and data.get("code") != found.head.code:
        raise Refused("approval-other-code", given=data.get("code"), code=found.head.code)


def _approver(
    newsroom: Newsroom,
    tx: Connection,
    found: Standpoint,
    action: Action,
    person: Person,
    data: Mapping[str, Json],
) -> dict[str, Json]:
    """Who approves, as exports print it for ever, and whether only the waiver lets it stand.

    Raises:
        Refused: `denied.recorded-by-writer`, where an approval given elsewhere is that of one who wrote.
    """
    if action not in {Action.APPROVE, Action.RECORD_APPROVAL}:
        return {}
    credited = found.head.story.credits.writers
    name = str(data.get("given_by", person.name))
    if action is Action.APPROVE:
        wrote = waives_four_eyes(found.standing, person, credited)
    else:
        accounts = [known.name for known in people.everyone(tx) if known.id in found.standing.writers]
        wrote = any(is_same_name(name, writer) for writer in (*credited, *accounts))
    if wrote and newsroom.four_eyes:
        raise Refused("denied.recorded-by-writer", name=name)
    return {"name": name, "newsroom": newsroom.name, **({"waived": True} if wrote else {})}
