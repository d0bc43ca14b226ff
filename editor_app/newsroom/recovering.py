"""Recovering: what was typed before the program was cut off, and what a person threw away and wants back."""

from contextlib import suppress
from datetime import datetime

from editor_app.newsroom.catching_up import working_copy
from editor_app.newsroom.newsroom import Newsroom
from editor_app.newsroom.recording import standpoint
from editor_app.storage import drafts, settings
from editor_app.storage.drafts import Draft
from editor_app.story.people import Person
from editor_app.story.revision import utc_text, utc_time
from editor_app.words import Refused, Trouble

_OPEN_SINCE = "window_open_since"


def begin_session(newsroom: Newsroom) -> datetime | None:
    """A window opens. Returns since when one was open that never closed in good order; None where all did.

    Until a window is closed in good order that moment stays the same, however often it is cut off.
    """
    with newsroom.writing() as tx:
        left = settings.get(tx, _OPEN_SINCE)
        if left:
            return utc_time(left)
        settings.put(tx, _OPEN_SINCE, utc_text(newsroom.clock()))
        return None


def end_session(newsroom: Newsroom) -> None:
    """The window closes in good order: all that was typed is kept, and nothing needs to be offered."""
    with newsroom.writing() as tx:
        settings.put(tx, _OPEN_SINCE, "")


def unsaved_since(newsroom: Newsroom, *, person: Person, moment: datetime) -> str | None:
    """The story that the person wrote on last, since a moment, and did not save; None where there is none."""
    with newsroom.reading() as tx:
        for story_id in drafts.of_person(tx, person.id, since=moment):
            with suppress(Trouble, Refused):  # one that cannot be read says so when it is opened
                if working_copy(tx, standpoint(tx, story_id), person) is not None:
                    return story_id
    return None


def put_back_draft(newsroom: Newsroom, draft: Draft) -> Draft | None:
    """Makes a draft that was dropped the working copy again.

    Returns the one that stood there, which may be put back likewise.
    """
    with newsroom.writing() as tx:
        before = drafts.get(tx, draft.story_id, draft.person)
        drafts.discard(tx, draft.story_id, draft.person)
        drafts.put(tx, draft)
    return before
