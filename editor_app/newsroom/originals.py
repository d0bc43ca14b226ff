"""Originals: pictures taken in byte for byte, what is shown of them in small, and how they become photos."""

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from editor_app.newsroom.newsroom import Newsroom
from editor_app.newsroom.picture_sides import LIST_SIDE
from editor_app.storage import media, thumbnails
from editor_app.storage.media import Original
from editor_app.story.marks import new_key
from editor_app.story.photo import Attachment, split_credit

if TYPE_CHECKING:
    from editor_app.photos.opening import PhotoFacts


def take_in(newsroom: Newsroom, path: Path) -> Original:
    """Examines a picture and keeps its original, byte for byte; twice the same picture is kept once.

    Raises:
        Trouble: the picture is missing, damaged, too large or none at all; it names the file.
    """
    (original,) = take_in_all(newsroom, [path])
    return original


def take_in_all(newsroom: Newsroom, paths: Sequence[Path]) -> tuple[Original, ...]:
    """The same for several pictures: none is kept before all were examined.

    Raises:
        Trouble: as `take_in`.
    """
    from editor_app.photos.opening import examine  # noqa: PLC0415 - heavy, imported when first used

    examined = [(path, examine(path)) for path in paths]
    kept = []
    for path, facts in examined:
        media.keep_original(newsroom.store.folder, path, facts.sha256)
        kept.append(_enter(newsroom, facts, path.name))
    return tuple(kept)


def take_in_bytes(newsroom: Newsroom, data: bytes, *, file: str) -> Original:
    """The same for a picture in memory: one that came inside a Word file, or was pasted."""
    from editor_app.photos.opening import examine_bytes  # noqa: PLC0415 - heavy, imported when first used

    facts = examine_bytes(data, file)
    media.keep_original_bytes(newsroom.store.folder, data)
    return _enter(newsroom, facts, file)


def known_originals(newsroom: Newsroom, sha256s: Collection[str]) -> dict[str, Original]:
    """Those of the originals that the newsroom has, by hash."""
    with newsroom.reading() as tx:
        return media.many(tx, sha256s)


def attached(original: Original, *, file: str, caption: str = "", credit: str = "", alt: str = "") -> Attachment:
    """A new attachment of an original; `file` is the name that it came with this time."""
    creator, agency = split_credit(credit)
    return Attachment(
        key=new_key(),
        sha256=original.sha256,
        file=file,
        caption=caption,
        alt=alt,
        creator=creator,
        agency=agency,
    )


def thumbnail_of(newsroom: Newsroom, sha256: str, side: int = LIST_SIDE) -> bytes:
    """A thumbnail as JPEG, its longest side at most `side` px; made and kept where there is none yet.

    Raises:
        Trouble: the original is missing or damaged.
    """
    from editor_app.photos.thumbnails import thumbnail  # noqa: PLC0415 - heavy, imported when first used

    with newsroom.reading() as tx:
        kept = thumbnails.get(tx, sha256, side)
        original = media.get(tx, sha256)
    if kept is not None:
        return kept
    file = sha256[:12] if original is None else original.file
    made = thumbnail(media.original_path(newsroom.store.folder, sha256), side, file=file)
    if newsroom.store.writable:
        with newsroom.writing() as tx:
            thumbnails.put(tx, sha256, side, made)
    return made


def _enter(newsroom: Newsroom, facts: "PhotoFacts", file: str) -> Original:
    """Notes what is known of an original, unless it was known before."""
    with newsroom.writing() as tx:
        known = media.get(tx, facts.sha256)
        if known is not None:
            return known
        original = Original(
            sha256=facts.sha256,
            file=file,
            media_type=facts.media_type,
            bytes=facts.bytes,
            width=facts.width,
            height=facts.height,
        )
        media.put(tx, original)
    return original
