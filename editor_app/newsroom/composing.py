"""Composing: new stories, working copies, and the revisions that saving makes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from editor_app.newsroom.changes import Changes
from editor_app.newsroom.newsroom import Newsroom
from editor_app.newsroom.originals import attached, take_in_bytes
from editor_app.newsroom.recording import (
    Standpoint,
    demand,
    new_id,
    record_revision,
    settle,
    standpoint,
)
from editor_app.storage import drafts, media
from editor_app.storage.store import Connection
from editor_app.story.body import Body, Json, PhotoBlock, placed_photos
from editor_app.story.matching import keep_keys, keep_photos
from editor_app.story.people import Person, Role
from editor_app.story.photo import Attachment
from editor_app.story.revision import content_hash
from editor_app.story.story import Credits, Story, normal_story
from editor_app.story.workflow import Action, HeadState
from editor_app.words import Message, Refused, Trouble, note


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a person names beside a file's text; it goes before what the text says."""

    headline: str = ""
    section: str = ""
    writers: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Typed:
    """What changed in a working copy since it was last kept: fields, the order of blocks, and changed blocks."""

    base: str | None
    fields: Mapping[str, Json]
    order: Sequence[str]
    blocks: Mapping[str, Json] = field(default_factory=dict)


def new_story(newsroom: Newsroom, *, person: Person, story: Story | None = None) -> Changes:
    """Starts a story: its first revision; where no text is given it is empty and names the writer who begins it.

    Raises:
        Refused: `denied.photographer-text`, where a photographer alone starts one.
    """
    if not _may_write(person):
        raise Refused("denied.photographer-text", name=person.name)
    blank = Story(
        language=newsroom.style.language,
        section=next(iter(newsroom.style.sections), ""),
        credits=Credits(writers=(person.name,) if person.is_a(Role.WRITER) else ()),
    )
    fresh = normal_story(story or blank)
    with newsroom.writing() as tx:
        _demand_originals(tx, fresh)
        revision, event = record_revision(
            newsroom, tx, story=fresh, story_id=new_id(), parent=None, person=person
        )
        return settle(newsroom, tx, revision, event)


def new_story_from_file(
    newsroom: Newsroom, *, path: Path, person: Person, wishes: Wishes | None = None
) -> Changes:
    """Starts a story from a text file; headline, dateline, credits and pictures are taken from it.

    Raises:
        Refused, Trouble: the file is of no known kind or cannot be read; see `formats.reading`.
    """
    story, notices = _read(newsroom, path)
    wanted = wishes or Wishes()
    sections = newsroom.style.sections
    story = replace(
        story,
        headline=wanted.headline or story.headline,
        section=wanted.section or story.section or next(iter(sections), ""),
        credits=Credits(
            wanted.writers or story.credits.writers,
            story.credits.photographers,
            wanted.editors or story.credits.editors,
        ),
    )
    return replace(new_story(newsroom, person=person, story=story), notices=notices)


def save_story(
    newsroom: Newsroom,
    *,
    story_id: str,
    story: Story,
    person: Person,
    base: str | None = None,
    confirmed: bool = False,
    ends_draft: bool = False,
) -> Changes:
    """Makes a revision of a story as it now reads.

    `base` is the revision that the text was written on: where another is the head by now, nothing is written.
    `confirmed` says that the person knows that an approval falls. `ends_draft` says that the text is the working
    copy of `person`, which is done with; any other save leaves it be. A save that changes nothing makes no
    revision.

    Raises:
        Refused: the state or the person does not allow it, or `story-moved-on`.
    """
    fresh = normal_story(story)
    with newsroom.writing() as tx:
        found = standpoint(tx, story_id)
        if content_hash(fresh) == found.head.content_hash:
            if ends_draft:
                drafts.discard(tx, story_id, person.id)
            return Changes(row=found.row, revision=found.head)
        if base is not None and base != found.head.id:
            raise Refused("story-moved-on", code=found.head.code)
        changes = make_revision(newsroom, tx, found, fresh, person, confirmed=confirmed)
        if ends_draft:
            drafts.discard(tx, story_id, person.id)
        return changes


def make_revision(
    newsroom: Newsroom,
    tx: Connection,
    found: Standpoint,
    fresh: Story,
    person: Person,
    *,
    confirmed: bool,
    data: Mapping[str, Json] | None = None,
) -> Changes:
    """Makes a story (in normal form) the newest revision of the one that was found; `data` goes to its event.

    Raises:
        Refused: the state or the person does not allow it, or an approval would fall unasked.
    """
    _demand_edit(newsroom, tx, found, fresh, person, confirmed=confirmed)
    revision, event = record_revision(
        newsroom, tx, story=fresh, story_id=found.row.id, parent=found, person=person, data=data
    )
    fell = found.standing.head is HeadState.APPROVED
    return settle(newsroom, tx, revision, event, approval_fell=fell)


def save_story_from_file(
    newsroom: Newsroom, *, story_id: str, path: Path, person: Person, confirmed: bool = False
) -> Changes:
    """Makes a file's text a story's new revision: block keys are kept, and photos where their neighbours are.

    What the file does not say (dateline, credits) stays as it is, and so do the photos of a story that has any:
    pictures of the file are not taken over then, and a notice says so.
    """
    with newsroom.reading() as tx:
        head = standpoint(tx, story_id).head
    told, notices = _read(newsroom, path, with_photos=not head.story.photos)
    before = head.story
    body = keep_photos(before.body, keep_keys(before.body, told.body))
    story = replace(
        before,
        headline=told.headline or before.headline,
        standfirst=told.standfirst or before.standfirst,
        dateline=told.dateline or before.dateline,
        event_date=told.event_date or before.event_date,
        credits=Credits(
            told.credits.writers or before.credits.writers,
            told.credits.photographers or before.credits.photographers,
            told.credits.editors or before.credits.editors,
        ),
        body=body,
        photos=before.photos or told.photos,
    )
    changes = save_story(
        newsroom, story_id=story_id, story=story, person=person, base=head.id, confirmed=confirmed
    )
    return replace(changes, notices=notices)


def keep_draft(newsroom: Newsroom, *, story_id: str, person: Person, typed: Typed) -> None:
    """Keeps what was typed: only the blocks that changed are written. No revision is made."""
    with newsroom.writing() as tx:
        drafts.put_changes(
            tx,
            story_id=story_id,
            person=person.id,
            base=typed.base,
            fields=dict(typed.fields),
            order=typed.order,
            blocks=typed.blocks,
            updated=newsroom.clock(),
        )


def drop_draft(newsroom: Newsroom, *, story_id: str, person: Person) -> None:
    """Gives a working copy up; the story's head stays."""
    with newsroom.writing() as tx:
        drafts.discard(tx, story_id, person.id)


def demand_editable(newsroom: Newsroom, found: Standpoint, person: Person, *, confirmed: bool) -> None:
    """Refuses to change a story whose state does not allow it, or whose approval would fall unasked.

    Raises:
        Refused: what the table says, or `approval-would-fall`.
    """
    demand(newsroom, found, Action.EDIT, person)
    if found.standing.head is HeadState.APPROVED and not confirmed:
        raise Refused("approval-would-fall", code=found.head.code)


def _demand_edit(
    newsroom: Newsroom, tx: Connection, found: Standpoint, fresh: Story, person: Person, *, confirmed: bool
) -> None:
    demand_editable(newsroom, found, person, confirmed=confirmed)
    if not _may_write(person) and _text_alone(fresh) != _text_alone(found.head.story):
        raise Refused("denied.photographer-text", name=person.name)
    _demand_originals(tx, fresh)


def _demand_originals(tx: Connection, story: Story) -> None:
    known = media.many(tx, {photo.sha256 for photo in story.photos})
    missing = next((photo for photo in story.photos if photo.sha256 not in known), None)
    if missing is not None:
        raise Refused("original-unknown", file=missing.file or missing.sha256[:12])


def _may_write(person: Person) -> bool:
    return person.is_a(Role.WRITER) or person.is_a(Role.EDITOR)


def _text_alone(story: Story) -> Story:
    """The story without what a photographer may change: its photos and where they stand."""
    named = replace(story.credits, photographers=())
    body = tuple(block for block in story.body if not isinstance(block, PhotoBlock))
    return replace(story, photos=(), body=body, credits=named)


def _read(newsroom: Newsroom, path: Path, *, with_photos: bool = True) -> tuple[Story, tuple[Message, ...]]:
    from editor_app.formats.reading import read_story_file  # noqa: PLC0415 - heavy, imported when first used

    today = newsroom.clock().astimezone(newsroom.style.zone).date()
    reading = read_story_file(path, newsroom.style, today=today)
    notices = list(reading.notices)
    photos: list[Attachment] = []
    for embedded in reading.photos if with_photos else ():
        try:
            original = take_in_bytes(newsroom, embedded.data, file=embedded.file)
        except Trouble as error:  # a drawing in a letterhead must not keep the story out
            if not error.message.code.startswith("image-"):
                raise  # not the picture failed but the disk
            notices.append(note("picture-in-file-not-taken", file=path.name, reason=error.message))
            continue
        photo = attached(
            original, file=embedded.file, caption=embedded.caption, credit=embedded.credit, alt=embedded.alt
        )
        photos.append(replace(photo, key=embedded.key))
    if reading.photos and not with_photos:
        notices.append(note("pictures-left-in-file", file=path.name, count=len(reading.photos)))
    story = replace(reading.story, photos=_with_lead(tuple(photos), reading.story))
    return without_missing_photos(story), tuple(notices)


def _with_lead(photos: tuple[Attachment, ...], story: Story) -> tuple[Attachment, ...]:
    """A picture that stands before the first paragraph leads."""
    placed = placed_photos(story.body[:1])
    return tuple(replace(photo, lead=photo.key in placed) for photo in photos)


def without_missing_photos(story: Story) -> Story:
    """The story without the blocks of photos that it does not have."""
    body: Body = tuple(
        block for block in story.body if not isinstance(block, PhotoBlock) or story.photo(block.photo)
    )
    return replace(story, body=body)
