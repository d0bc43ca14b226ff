"""Editions: a story's head with its pictures, approval and correction, and the files that come of it."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from editor_app.newsroom.landing import ALONE
from editor_app.newsroom.newsroom import Newsroom
from editor_app.newsroom.recording import Standpoint
from editor_app.storage import media
from editor_app.story.events import Event, EventKind
from editor_app.story.photo import Attachment
from editor_app.words import Refused

if TYPE_CHECKING:
    from editor_app.formats.edition import Approval, Correction, Edition, Picture


class ExportFormat(StrEnum):
    """What a story is written out as."""

    DOCX = "docx"
    HTML = "html"
    BUNDLE = "bundle"


Progress = Callable[[int, int], bool]  # done, of how many pictures; False cancels


def edition_of(newsroom: Newsroom, found: Standpoint, *, proof: bool, progress: Progress | None) -> "Edition":
    """The edition of a story's head; a proof bears no approval.

    Raises:
        Refused: `export-cancelled`.
        Trouble: an original is missing, altered, or no longer a picture.
    """
    from editor_app.formats.edition import Edition  # noqa: PLC0415 - heavy, imported when first used

    approved = None if proof else _last(found.events, EventKind.APPROVED, EventKind.APPROVAL_RECORDED)
    return Edition(
        story=found.head.story,
        revision=found.head,
        style=newsroom.style,
        # What is printed follows from the approval alone, whatever the newsroom or the person is called by then.
        newsroom=newsroom.name if approved is None else approved.text("newsroom"),
        pictures=_pictures(newsroom, found.head.story.photos, progress),
        approval=_approval(approved),
        correction=_correction(found),
        proof=proof,
    )


def files_of(edition: "Edition", format: ExportFormat) -> tuple[str, Mapping[str, bytes]]:  # noqa: A002 - its own word
    """The name of what an edition is written out as, and its files as `landing` takes them.

    The name is the slug and the short code: two revisions never share one, and a proof says what it is.
    """
    stem = f"{edition.slug}-{edition.revision.code}{'-proof' if edition.proof else ''}"
    match format:
        case ExportFormat.DOCX:
            from editor_app.formats.docx_writer import write_docx  # noqa: PLC0415 - heavy

            return f"{stem}.docx", {ALONE: write_docx(edition)}
        case ExportFormat.BUNDLE:
            from editor_app.formats.bundle_writer import write_bundle  # noqa: PLC0415 - heavy

            return f"{stem}.zip", {ALONE: write_bundle(edition)}
        case ExportFormat.HTML:
            return stem, _page_files(edition)


def _page_files(edition: "Edition") -> dict[str, bytes]:
    from editor_app.formats.edition import picture_names  # noqa: PLC0415 - heavy
    from editor_app.formats.html_writer import write_page  # noqa: PLC0415 - heavy

    names = picture_names(edition)
    files = {name: edition.pictures[key].data for key, name in names.items()}
    return {**files, "article.html": write_page(edition, picture_path=names).encode()}


def _pictures(
    newsroom: Newsroom, photos: tuple[Attachment, ...], progress: Progress | None
) -> "dict[str, Picture]":
    """The picture of each photo, by its key; `progress` is asked before each."""
    from editor_app.formats.edition import Picture  # noqa: PLC0415 - heavy, imported when first used
    from editor_app.photos.renditions import render  # noqa: PLC0415 - likewise

    folder, style = newsroom.store.folder, newsroom.style
    made: dict[str, Picture] = {}
    for done, photo in enumerate(photos):
        if progress is not None and not progress(done, len(photos)):
            raise Refused("export-cancelled")
        file = photo.file or photo.sha256[:12]
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


def _approval(approved: Event | None) -> "Approval | None":
    from editor_app.formats.edition import Approval  # noqa: PLC0415 - heavy, imported when first used

    if approved is None:
        return None
    return Approval(
        event=approved.id,
        name=approved.text("name") or "–",
        at=approved.at,
        waived=approved.data.get("waived") is True,
    )


def _correction(found: Standpoint) -> "Correction | None":
    """What the newest correction that is not a slip of typing prints."""
    from editor_app.formats.edition import Correction  # noqa: PLC0415 - heavy, imported when first used

    noted = tuple(event for event in found.events if event.data.get("minor") is not True)
    event = _last(noted, EventKind.CORRECTION_BEGUN)
    return None if event is None else Correction(event=event.id, note=event.text("note"), at=event.at)


def _last(happened: tuple[Event, ...], *kinds: EventKind) -> Event | None:
    return next((event for event in reversed(happened) if event.kind in kinds), None)
