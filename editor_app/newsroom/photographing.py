"""Photographing: pictures taken in as originals, thumbnails made, photos attached and described."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from editor_app.newsroom.changes import Changes
from editor_app.newsroom.desk import LIST_SIDE
from editor_app.newsroom.newsroom import Newsroom
from editor_app.storage import media, thumbnails
from editor_app.storage.media import Original
from editor_app.story.body import Body, PhotoBlock, TextBlock
from editor_app.story.marks import new_key
from editor_app.story.people import Person
from editor_app.story.photo import Attachment, split_credit
from editor_app.story.story import Story
from editor_app.words import Refused


@dataclass(frozen=True, slots=True)
class Description:
    """What is said of the photos that are added together."""

    caption: str = ""
    credit: str = ""
    alt: str = ""
    lead: bool = False
    after: int | None = None  # the paragraph, counted from 1, that they stand behind


def take_in(newsroom: Newsroom, path: Path) -> Original:
    """Examines a picture and keeps its original, byte for byte; twice the same picture is kept once.

    Raises:
        Trouble: the picture is missing, damaged, too large or none at all; it names the file.
    """
    from editor_app.photos.opening import examine  # noqa: PLC0415 - heavy, imported when first used

    facts = examine(path)
    media.keep_original(newsroom.store.folder, path, facts.sha256)
    original = Original(
        sha256=facts.sha256,
        file=path.name,
        media_type=facts.media_type,
        bytes=facts.bytes,
        width=facts.width,
        height=facts.height,
    )
    return _entered(newsroom, original)


def take_in_bytes(newsroom: Newsroom, data: bytes, *, file: str) -> Original:
    """The same for a picture in memory: one that came inside a Word file, or was pasted."""
    from editor_app.photos.opening import examine_bytes  # noqa: PLC0415 - heavy, imported when first used

    facts = examine_bytes(data, file)
    media.keep_original_bytes(newsroom.store.folder, data)
    original = Original(
        sha256=facts.sha256,
        file=file,
        media_type=facts.media_type,
        bytes=facts.bytes,
        width=facts.width,
        height=facts.height,
    )
    return _entered(newsroom, original)


def attached(original: Original, *, file: str, described: Description | None = None) -> Attachment:
    """A new attachment of an original."""
    said = described or Description()
    creator, agency = split_credit(said.credit)
    return Attachment(
        key=new_key(),
        sha256=original.sha256,
        file=file,
        caption=said.caption,
        alt=said.alt,
        creator=creator,
        agency=agency,
    )


def add_photos(
    newsroom: Newsroom,
    *,
    story_id: str,
    paths: Sequence[Path],
    described: Description,
    person: Person,
    confirmed: bool = False,
) -> Changes:
    """Attaches pictures to a story, in the order given, as one revision; the first may lead.

    All pictures are examined before anything of the story changes.

    Raises:
        Refused: the state or the person does not allow it, or the story has no such paragraph.
        Trouble: a picture cannot be taken; it is named, and the story stays as it was.
    """
    from editor_app.newsroom.composing import save_story  # noqa: PLC0415 - composing uses this module
    from editor_app.newsroom.desk import view_story  # noqa: PLC0415

    head = view_story(newsroom, story_id).head
    story = head.story
    if described.after is not None:
        _demand_paragraph(story, described.after)
    fresh = [attached(take_in(newsroom, path), file=path.name, described=described) for path in paths]
    if described.lead and fresh:
        story = replace(story, photos=tuple(replace(photo, lead=False) for photo in story.photos))
        fresh[0] = replace(fresh[0], lead=True)
    body = story.body
    if described.after is not None:
        body = place_after(body, described.after, [photo.key for photo in fresh])
    story = replace(story, photos=(*story.photos, *fresh), body=body)
    return save_story(newsroom, story_id=story_id, story=story, person=person, base=head.id, confirmed=confirmed)


def place_after(body: Body, paragraph: int, photos: Sequence[str]) -> Body:
    """The body with photos behind the n-th paragraph (text blocks with words, counted from 1; 0 is the top)."""
    blocks = tuple(PhotoBlock(key=new_key(), photo=photo) for photo in photos)
    if paragraph == 0:
        return (*blocks, *body)
    seen = 0
    for index, block in enumerate(body):
        if isinstance(block, TextBlock) and block.text.strip():
            seen += 1
            if seen == paragraph:
                return (*body[: index + 1], *blocks, *body[index + 1 :])
    return (*body, *blocks)


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


def _entered(newsroom: Newsroom, original: Original) -> Original:
    with newsroom.writing() as tx:
        known = media.get(tx, original.sha256)
        if known is None:
            media.put(tx, original)
    return known or original


def _demand_paragraph(story: Story, number: int) -> None:
    known = sum(1 for block in story.body if isinstance(block, TextBlock) and block.text.strip())
    if not 0 <= number <= known:
        raise Refused("paragraph-unknown", number=number, known=known)
