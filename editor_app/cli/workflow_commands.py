"""The commands of the workflow: submit, recall, return, approve, correct, withdraw, spike, restore, live."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Protocol

from editor_app.cli.session import Session
from editor_app.newsroom.changes import Changes
from editor_app.newsroom.newsroom import Newsroom
from editor_app.newsroom.publishing import correct, mark_live, withdraw
from editor_app.newsroom.reviewing import approve, recall, restore, return_story, spike, submit
from editor_app.story.people import Person
from editor_app.words import Refused


class _Verb(Protocol):
    def __call__(self, newsroom: Newsroom, *, story_id: str, person: Person, note: str) -> Changes: ...


def _command(act: Callable[[Session], Changes]) -> Callable[[Session], None]:
    def run(session: Session) -> None:
        session.say_state(act(session))

    return run


def _with_note(verb: _Verb) -> Callable[[Session], None]:
    return _command(lambda s: verb(s.newsroom, story_id=s.story_id, person=s.person, note=s.options.note))


ACTIONS: Mapping[str, Callable[[Session], None]] = {
    "submit": _with_note(submit),
    "recall": _with_note(recall),
    "return": _with_note(return_story),
    "approve": _with_note(approve),
    "correct": _command(
        lambda s: correct(
            s.newsroom, story_id=s.story_id, person=s.person, note=s.options.note, minor=s.options.minor
        )
    ),
    "withdraw": _command(
        lambda s: withdraw(s.newsroom, story_id=s.story_id, person=s.person, reason=s.options.note)
    ),
    "spike": _with_note(spike),
    "restore": _with_note(restore),
}


def live(session: Session) -> None:
    """Records where and when the story went live."""
    moment = session.options.at
    at = None if moment is None else _moment(session, moment)
    session.say_state(
        mark_live(
            session.newsroom,
            story_id=session.story_id,
            person=session.person,
            address=session.options.address,
            at=at,
        )
    )


def _moment(session: Session, text: str) -> datetime:
    """A time that a person typed; without a zone it is the newsroom's."""
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError as error:
        raise Refused("time-unusable", time=text) from error
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=session.newsroom.style.zone)
