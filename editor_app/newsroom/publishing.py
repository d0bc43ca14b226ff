"""Publishing: exports and proofs, going live, corrections and withdrawals."""

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from editor_app.newsroom.acting import act, demanded, noted
from editor_app.newsroom.changes import Changes
from editor_app.newsroom.editions import ExportFormat, Progress, edition_of, files_of
from editor_app.newsroom.landing import landing
from editor_app.newsroom.newsroom import Newsroom
from editor_app.newsroom.recording import demand, record_event, settle, standpoint
from editor_app.story.body import Json
from editor_app.story.events import EventKind
from editor_app.story.people import Person
from editor_app.story.revision import utc_text
from editor_app.story.text import clean
from editor_app.story.workflow import Action
from editor_app.words import Refused

__all__ = ["ExportFormat", "Exported", "Progress", "correct", "export", "mark_live", "web_address", "withdraw"]

_OTHER_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:(?!\d)", re.IGNORECASE)  # "mailto:", not the port of "host:8080"


@dataclass(frozen=True, slots=True)
class Exported:
    """The file that an export made (for HTML the page in its folder), and what changed."""

    path: Path
    changes: Changes


def export(
    newsroom: Newsroom,
    *,
    story_id: str,
    person: Person,
    format: ExportFormat,  # noqa: A002 - the command's own word
    out: Path,
    proof: bool = False,
    progress: Progress | None = None,
) -> Exported:
    """Writes the approved head into the folder `out`; with `proof` any head, marked as not approved on each page.

    Pictures are made first; the rules are looked at again in the transaction that records the export, so that
    nothing leaves which was changed meanwhile. The same revision gives the same bytes.

    Raises:
        Refused: the table does not allow it, the head changed meanwhile, or the export was cancelled.
        Trouble: an original is missing or altered, or `out` cannot be written.
    """
    action, kind = (Action.PROOF, EventKind.PROOFED) if proof else (Action.EXPORT, EventKind.EXPORTED)
    with newsroom.reading() as tx:
        found = standpoint(tx, story_id)
    demand(newsroom, found, action, person)
    name, files = files_of(edition_of(newsroom, found, proof=proof, progress=progress), format)
    with landing(out / name, files) as coming, newsroom.writing() as tx:
        again = standpoint(tx, story_id)
        demand(newsroom, again, action, person)
        if again.head.id != found.head.id:
            raise Refused("story-moved-on", code=again.head.code)
        event = record_event(
            newsroom,
            tx,
            kind=kind,
            story_id=story_id,
            revision=found.head.id,
            person=person,
            data={"format": format.value},
        )
        changes = settle(newsroom, tx, found.head, event)
        coming.arrive()
    page = out / name / "article.html" if format is ExportFormat.HTML else out / name
    return Exported(path=page, changes=changes)


def mark_live(
    newsroom: Newsroom, *, story_id: str, person: Person, address: str, at: datetime | None = None
) -> Changes:
    """Records where and when an exported story went live.

    Raises:
        Refused: `address-unusable`, where the address is no web address, or what the table says.
    """
    return act(
        newsroom,
        Action.MARK_LIVE,
        story_id=story_id,
        person=person,
        data={"address": web_address(address), "at": _time_of(at or newsroom.clock())},
    )


def correct(newsroom: Newsroom, *, story_id: str, person: Person, note: str, minor: bool = False) -> Changes:
    """Begins a correction of a story that is out; exports print the note, except of a `minor` one.

    Raises:
        Refused: `correction-without-note`, or what the table says.
    """
    said = noted(note) if minor else demanded("note", note, "correction-without-note")
    data: dict[str, Json] = {**said, "minor": minor}
    return act(newsroom, Action.CORRECT, story_id=story_id, person=person, data=data)


def withdraw(newsroom: Newsroom, *, story_id: str, person: Person, reason: str) -> Changes:
    """Takes a story that is out back.

    Raises:
        Refused: `withdraw-without-reason`, or what the table says.
    """
    data = demanded("reason", reason, "withdraw-without-reason")
    return act(newsroom, Action.WITHDRAW, story_id=story_id, person=person, data=data)


def _time_of(moment: datetime) -> str:
    try:
        return utc_text(moment)
    except (OverflowError, ValueError) as error:  # the first or last day that a calendar has
        raise Refused("time-unusable", time=moment.isoformat()) from error


def web_address(text: str) -> str:
    """The address as it is kept: https is set before a bare host.

    Raises:
        Refused: `address-unusable`.
    """
    given = clean(text).strip()
    address = given if "://" in given else f"https://{given}"
    if "://" not in given and _OTHER_SCHEME.match(given):
        raise Refused("address-unusable", address=given)
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname or "", parts.port  # a port that is no number is told when it is asked for
    except ValueError as error:
        raise Refused("address-unusable", address=given) from error
    reachable = "." in host.strip(".") or host == "localhost" or ":" in host
    if parts.scheme not in {"http", "https"} or not reachable or any(char.isspace() for char in address):
        raise Refused("address-unusable", address=given)
    return address
