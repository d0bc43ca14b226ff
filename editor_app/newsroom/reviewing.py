"""Reviewing: submit, recall, send on, return, approve, record an approval; spike and restore."""

from editor_app.newsroom.acting import act, demanded, noted
from editor_app.newsroom.changes import Changes
from editor_app.newsroom.newsroom import Newsroom
from editor_app.story.body import Json
from editor_app.story.people import Person, Role
from editor_app.story.text import clean_line
from editor_app.story.workflow import Action
from editor_app.words import Refused


def submit(newsroom: Newsroom, *, story_id: str, person: Person, note: str = "") -> Changes:
    """Hands the head to the editors.

    Raises:
        Refused: the checks find an error, the state does not allow it, or the person did not write it.
    """
    return act(newsroom, Action.SUBMIT, story_id=story_id, person=person, data=noted(note))


def recall(newsroom: Newsroom, *, story_id: str, person: Person, note: str = "") -> Changes:
    """Takes a submitted story back; for the one who submitted it."""
    return act(newsroom, Action.RECALL, story_id=story_id, person=person, data=noted(note))


def send_on(newsroom: Newsroom, *, story_id: str, person: Person, to: Person, note: str = "") -> Changes:
    """Passes a story in review on to another editor.

    Raises:
        Refused: `send-on-to-another-editor`, where `to` is no editor or the same person.
    """
    if not to.is_a(Role.EDITOR) or to.id == person.id:
        raise Refused("send-on-to-another-editor", name=to.name)
    data: dict[str, Json] = {**noted(note), "to": to.id}
    return act(newsroom, Action.SEND_ON, story_id=story_id, person=person, data=data)


def return_story(newsroom: Newsroom, *, story_id: str, person: Person, note: str) -> Changes:
    """Sends a story back to its writers with a note.

    Raises:
        Refused: `return-without-note`, or what the table says.
    """
    data = demanded("note", note, "return-without-note")
    return act(newsroom, Action.RETURN, story_id=story_id, person=person, data=data)


def approve(
    newsroom: Newsroom, *, story_id: str, person: Person, note: str = "", seen: str | None = None
) -> Changes:
    """Approves the head, and no other revision. `seen` is the revision that the person looked at.

    Raises:
        Refused: the checks find an error, the four-eyes rule says no, or the head is another by now.
    """
    return act(newsroom, Action.APPROVE, story_id=story_id, person=person, data=noted(note), seen=seen)


def record_approval(
    newsroom: Newsroom, *, story_id: str, person: Person, code: str, given_by: str, how: str, when: str
) -> Changes:
    """Records an approval that was given elsewhere (phone, message, paper) for the revision with `code`.

    Raises:
        Refused: `approval-other-code`, where the code is not the head's; `approval-incomplete`.
    """
    said = {"code": code.upper(), "given_by": given_by, "how": how, "when": when}
    data: dict[str, Json] = {name: clean_line(text) for name, text in said.items()}
    if not all(data.values()):
        raise Refused("approval-incomplete")
    return act(newsroom, Action.RECORD_APPROVAL, story_id=story_id, person=person, data=data)


def spike(newsroom: Newsroom, *, story_id: str, person: Person, note: str = "") -> Changes:
    """Puts a story aside; nothing of it is deleted."""
    return act(newsroom, Action.SPIKE, story_id=story_id, person=person, data=noted(note))


def restore(newsroom: Newsroom, *, story_id: str, person: Person, note: str = "") -> Changes:
    """Brings a spiked story back as it was."""
    return act(newsroom, Action.RESTORE, story_id=story_id, person=person, data=noted(note))
