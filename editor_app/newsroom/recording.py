"""How every verb writes: revisions and events go in, the desk's row and the search index follow from them."""

from collections.abc import Mapping
from dataclasses import dataclass

import uuid_utils

from editor_app.newsroom.changes import Changes
from editor_app.newsroom.newsroom import Newsroom
from editor_app.storage import events, people, revisions, search, stories
from editor_app.storage.store import Connection
from editor_app.storage.story_row import StoryRow
from editor_app.story.body import Json, texts
from editor_app.story.corrections import is_small
from editor_app.story.events import Event, EventKind, seal
from editor_app.story.people import Person, Role
from editor_app.story.revision import Revision, freeze
from editor_app.story.story import Story
from editor_app.story.workflow import Action, HeadState, Standing, objection, stand
from editor_app.words import Refused, Trouble


@dataclass(frozen=True, slots=True)
class Standpoint:
    """A story as a verb finds it inside its transaction; `row` is what the desk shows of it."""

    row: StoryRow
    head: Revision
    standing: Standing
    events: tuple[Event, ...]


def new_id() -> str:
    """A fresh UUIDv7."""
    return str(uuid_utils.uuid7())


def standpoint(tx: Connection, story_id: str) -> Standpoint:
    """The story's head and standing now.

    Raises:
        Refused: `story-unknown`.
    """
    row = stories.get(tx, story_id)
    if row is None:
        raise Refused("story-unknown", id=story_id)
    heads = revisions.heads(tx, story_id)
    happened = events.of_story(tx, story_id)
    return Standpoint(row, revisions.get(tx, heads[-1]), stand(heads, happened), happened)


def demand(newsroom: Newsroom, found: Standpoint, action: Action, person: Person) -> None:
    """Refuses what the workflow table does not allow.

    Raises:
        Refused: with the table's objection.
    """
    denied = objection(
        action,
        found.standing,
        person,
        credited_writers=found.head.story.credits.writers,
        four_eyes=newsroom.four_eyes,
    )
    if denied is not None:
        raise Refused(denied.code, **denied.params)


def record_revision(
    newsroom: Newsroom,
    tx: Connection,
    *,
    story: Story,
    story_id: str,
    parent: Standpoint | None,
    person: Person,
    data: Mapping[str, Json] | None = None,
) -> tuple[Revision, Event]:
    """Freezes a story (in normal form) as its new head, with the event that says who saved it (and `data`)."""
    revision = freeze(
        story,
        story_id=story_id,
        parents=() if parent is None else (parent.head,),
        author=person.id,
        at=newsroom.clock(),
    )
    revisions.put(tx, revision)
    event = record_event(
        newsroom,
        tx,
        kind=EventKind.SAVED,
        story_id=story_id,
        revision=revision.id,
        person=person,
        data={**(data or {}), **({} if parent is None else _about_review(tx, parent, story, person))},
    )
    return revision, event


def record_event(
    newsroom: Newsroom,
    tx: Connection,
    *,
    kind: EventKind,
    story_id: str,
    revision: str,
    person: Person,
    data: Mapping[str, Json] | None = None,
) -> Event:
    """Appends what `person` did to this device's chain."""
    device = newsroom.store.device
    event = seal(
        Event(
            id=new_id(),
            story_id=story_id,
            kind=kind,
            person=person.id,
            revision=revision,
            at=newsroom.clock(),
            device=device,
            previous=events.chain_end(tx, story_id, device),
            heads=events.other_heads(tx, story_id, device),
            data=dict(data or {}),
        )
    )
    events.append(tx, event)
    return event


def settle(
    newsroom: Newsroom, tx: Connection, revision: Revision, *happened: Event, approval_fell: bool = False
) -> Changes:
    """Brings the desk's row up to date after what `happened`, and returns what changed."""
    row = _row(newsroom, tx, revision)
    stories.put(tx, row)
    if any(event.kind is EventKind.SAVED for event in happened):
        _index(tx, revision)
    return Changes(row=row, revision=revision, events=happened, approval_fell=approval_fell)


def _about_review(tx: Connection, found: Standpoint, fresh: Story, person: Person) -> dict[str, Json]:
    """What the event of a save says where an editor saves a story in review.

    The change is measured from what others left: many small corrections of one's own may add up to a rewrite.
    """
    if found.standing.head is not HeadState.IN_REVIEW or not person.is_a(Role.EDITOR):
        return {}
    left = [
        event.revision
        for event in found.events
        if event.kind is EventKind.SUBMITTED or (event.kind is EventKind.SAVED and event.person != person.id)
    ]
    try:
        small = is_small(revisions.get(tx, left[-1]).story, fresh)
    except Trouble:  # what cannot be read may have said anything
        small = False
    return {"in_review": True} if small else {"in_review": True, "substantial": True}


def _index(tx: Connection, revision: Revision) -> None:
    """Lets the words of a revision be found."""
    story = revision.story
    search.index(
        tx,
        revision.story_id,
        headline=story.headline,
        text="\n".join((story.standfirst, story.dateline, *texts(story.body))),
        people=" ".join((*story.credits.writers, *story.credits.photographers, *story.credits.editors)),
        captions="\n".join(f"{photo.caption} {photo.credit}" for photo in story.photos),
    )


def _row(newsroom: Newsroom, tx: Connection, revision: Revision) -> StoryRow:
    story, story_id = revision.story, revision.story_id
    heads = revisions.heads(tx, story_id)
    happened = events.of_story(tx, story_id)
    standing = stand(heads, happened)
    before = stories.get(tx, story_id)
    moment = newsroom.clock()
    lead = story.lead or next(iter(story.photos), None)
    return StoryRow(
        id=story_id,
        headline=story.headline,
        section=story.section,
        language=story.language,
        state=standing.head.value,
        publication=standing.publication.value,
        shown=standing.shown,
        people=", ".join(story.credits.writers) or _name(tx, happened[0].person),
        person=_name(tx, happened[-1].person),
        code=revision.code,
        revision=revision.id,
        heads=heads,
        lead=None if lead is None else lead.sha256,
        photo_count=len(story.photos),
        created=moment if before is None else before.created,
        updated=moment,
    )


def _name(tx: Connection, person_id: str) -> str:
    person = people.get(tx, person_id)
    return "" if person is None else person.name
