"""Publishing: exports and proofs, going live, corrections and withdrawals."""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from editor_app.newsroom.changes import Changes
from editor_app.newsroom.newsroom import Newsroom
from editor_app.newsroom.recording import Standpoint, demand, record_event, settle, standpoint
from editor_app.newsroom.reviewing import act
from editor_app.storage import media, people
from editor_app.storage.files import write_file
from editor_app.story.body import Json
from editor_app.story.events import Event, EventKind
from editor_app.story.people import Person
from editor_app.story.revision import utc_text
from editor_app.story.text import clean
from editor_app.story.workflow import Action
from editor_app.words import Refused, Trouble

if TYPE_CHECKING:
    from editor_app.formats.edition import Approval, Correction, Edition, Picture


class ExportFormat(StrEnum):
    """What a story is written out as."""

    DOCX = "docx"
    HTML = "html"
    BUNDLE = "bundle"


@dataclass(frozen=True, slots=True)
class Exported:
    """The file that an export made (for HTML the page in its folder), and what changed."""

    path: Path
    changes: Changes


Progress = Callable[[int, int], bool]  # done, of how many pictures; False cancels


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
        known = {person.id: person for person in people.everyone(tx)}
    edition = _edition(newsroom, found, known, proof=proof, progress=progress)
    write = _writing(format, edition)
    with newsroom.writing() as tx:
        again = standpoint(tx, story_id)
        demand(newsroom, again, action, person)
        if again.head.id != found.head.id:
            raise Refused("story-moved-on", code=again.head.code)
        data: dict[str, Json] = {"format": format.value}
        event = record_event(
            newsroom, tx, kind=kind, story_id=story_id, revision=found.head.id, person=person, data=data
        )
        changes = settle(newsroom, tx, found.head, event)
        path = write(out)
    return Exported(path=path, changes=changes)


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
        data={"address": web_address(address), "at": utc_text(at or newsroom.clock())},
    )


def correct(newsroom: Newsroom, *, story_id: str, person: Person, note: str, minor: bool = False) -> Changes:
    """Begins a correction of a story that is out; exports print the note, except of a `minor` one.

    Raises:
        Refused: `correction-without-note`, or what the table says.
    """
    said = clean(note).strip()
    if not said and not minor:
        raise Refused("correction-without-note")
    data: dict[str, Json] = {"note": said, "minor": minor}
    return act(newsroom, Action.CORRECT, story_id=story_id, person=person, data=data)


def withdraw(newsroom: Newsroom, *, story_id: str, person: Person, reason: str) -> Changes:
    """Takes a story that is out back.

    Raises:
        Refused: `withdraw-without-reason`, or what the table says.
    """
    said = clean(reason).strip()
    if not said:
        raise Refused("withdraw-without-reason")
    return act(newsroom, Action.WITHDRAW, story_id=story_id, person=person, data={"reason": said})


def web_address(text: str) -> str:
    """The address as it is kept: https is set before a bare host.

    Raises:
        Refused: `address-unusable`.
    """
    given = clean(text).strip()
    address = given if "://" in given else f"https://{given}"
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError as error:
        raise Refused("address-unusable", address=given) from error
    if parts.scheme not in {"http", "https"} or not host or any(char.isspace() for char in address):
        raise Refused("address-unusable", address=given)
    return address


def _edition(
    newsroom: Newsroom, found: Standpoint, known: dict[str, Person], *, proof: bool, progress: Progress | None
) -> "Edition":
    from editor_app.formats.edition import Edition  # noqa: PLC0415 - heavy, imported when first used

    return Edition(
        story=found.head.story,
        revision=found.head,
        style=newsroom.style,
        newsroom=newsroom.name,
        pictures=_pictures(newsroom, found, progress),
        approval=None if proof else _approval(found, known),
        correction=_correction(found),
        proof=proof,
    )


def _pictures(newsroom: Newsroom, found: Standpoint, progress: Progress | None) -> "dict[str, Picture]":
    from editor_app.formats.edition import Picture  # noqa: PLC0415 - heavy, imported when first used
    from editor_app.photos.renditions import render  # noqa: PLC0415

    photos = found.head.story.photos
    folder, style = newsroom.store.folder, newsroom.style
    with newsroom.reading() as tx:
        files = {sha: original.file for sha, original in media.many(tx, {p.sha256 for p in photos}).items()}
    made: dict[str, Picture] = {}
    for done, photo in enumerate(photos):
        if progress is not None and not progress(done, len(photos)):
            raise Refused("export-cancelled")
        file = photo.file or files.get(photo.sha256, photo.sha256[:12])
        media.verify_original(folder, photo.sha256, file=file)
        rendition = render(
            media.original_path(folder, photo.sha256),
            side=style.image_side,
            quality=style.image_quality,
            crop=photo.crop,
            file=file,
        )
        made[photo.key] = Picture(
            data=rendition.data,
            media_type=rendition.media_type,
            width=rendition.width,
            height=rendition.height,
        )
    return made


def _approval(found: Standpoint, known: dict[str, Person]) -> "Approval | None":
    from editor_app.formats.edition import Approval  # noqa: PLC0415 - heavy, imported when first used

    event = _last(found.events, EventKind.APPROVED, EventKind.APPROVAL_RECORDED)
    if event is None:
        return None
    person = known.get(event.person)
    return Approval(
        event=event.id,
        name=event.text("given_by") or ("–" if person is None else person.name),
        at=event.at,
        waived=event.data.get("waived") is True,
    )


def _correction(found: Standpoint) -> "Correction | None":
    """What the newest correction that is not a slip of typing prints."""
    from editor_app.formats.edition import Correction  # noqa: PLC0415 - heavy, imported when first used

    begun = [
        event
        for event in found.events
        if event.kind is EventKind.CORRECTION_BEGUN and event.data.get("minor") is not True
    ]
    return Correction(event=begun[-1].id, note=begun[-1].text("note"), at=begun[-1].at) if begun else None


def _last(happened: tuple[Event, ...], *kinds: EventKind) -> Event | None:
    return next((event for event in reversed(happened) if event.kind in kinds), None)


def _writing(format: ExportFormat, edition: "Edition") -> Callable[[Path], Path]:  # noqa: A002
    """Makes the bytes now, and returns what lands them in a folder."""
    from editor_app.formats.edition import picture_names  # noqa: PLC0415 - heavy

    stem = _file_stem(edition)
    match format:
        case ExportFormat.DOCX:
            from editor_app.formats.docx_writer import write_docx  # noqa: PLC0415 - heavy

            data = write_docx(edition)
            return lambda out: _land(out, f"{stem}.docx", data)
        case ExportFormat.BUNDLE:
            from editor_app.formats.bundle_writer import write_bundle  # noqa: PLC0415 - heavy

            bundle = write_bundle(edition)
            return lambda out: _land(out, f"{stem}.zip", bundle)
        case ExportFormat.HTML:
            from editor_app.formats.html_writer import write_page  # noqa: PLC0415 - heavy

            names = picture_names(edition)
            files = {names[key]: picture.data for key, picture in edition.pictures.items() if key in names}
            files["article.html"] = write_page(edition, picture_path=names).encode()
            return lambda out: _land_folder(out, stem, files) / "article.html"


def _file_stem(edition: "Edition") -> str:
    """The slug and the short code: two revisions never share a file name, and a proof says what it is."""
    proof = "-proof" if edition.proof else ""
    return f"{edition.slug}-{edition.revision.code}{proof}"


def _land(out: Path, name: str, data: bytes) -> Path:
    _make_folder(out)
    write_file(out / name, data)
    return out / name


def _land_folder(out: Path, name: str, files: dict[str, bytes]) -> Path:
    """Writes a folder beside its place and puts it there whole; an older one of the same name goes."""
    _make_folder(out)
    target = out / name
    try:
        waiting = Path(tempfile.mkdtemp(prefix=f".{name[:40]}-", dir=out))
    except OSError as error:
        raise Trouble("folder-not-writable", folder=str(out)) from error
    try:
        waiting.chmod(0o755)
        for file, data in files.items():
            (waiting / file).parent.mkdir(parents=True, exist_ok=True)
            write_file(waiting / file, data)
        if target.exists():
            shutil.rmtree(target)
        waiting.rename(target)
    except OSError as error:
        raise Trouble("folder-not-writable", folder=str(target)) from error
    finally:
        shutil.rmtree(waiting, ignore_errors=True)
    return target


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Trouble("folder-not-writable", folder=str(folder)) from error
