"""Looking: the desk's list, one story with all that is known of it, and the pictures to show."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path

from editor_app.newsroom.catching_up import caught_up, working_copy
from editor_app.newsroom.mending import Unreadable, mending_standpoint
from editor_app.newsroom.newsroom import Newsroom
from editor_app.newsroom.recording import Standpoint, standpoint
from editor_app.storage import media, people, revisions, stories
from editor_app.storage.drafts import Draft
from editor_app.storage.media import Original
from editor_app.storage.revisions import RevisionLine
from editor_app.storage.set_aside import set_aside_draft
from editor_app.storage.store import Connection
from editor_app.storage.story_row import Page, StoryRow
from editor_app.story.checks import Finding, check
from editor_app.story.events import Event
from editor_app.story.merging import Merged
from editor_app.story.people import Person
from editor_app.story.revision import Revision
from editor_app.story.story import Story
from editor_app.story.workflow import Action, Standing, objection
from editor_app.words import Message, Refused, Trouble

PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class StoryView:
    """All that a window or command shows of one story; `draft` is the working copy of the person who looks.

    `draft_trouble` says why that copy cannot be read, `aside` in which file it then lies. Of an `unreadable`
    story the head is what can be read of it.
    """

    row: StoryRow
    head: Revision
    standing: Standing
    events: tuple[Event, ...]
    revisions: tuple[RevisionLine, ...]
    people: dict[str, Person]
    originals: dict[str, Original]
    draft: Draft | None = None
    merged: Merged | None = None  # the draft brought up to a head that is not the one it was begun on
    draft_trouble: Message | None = None
    aside: Path | None = None
    unreadable: Unreadable | None = None

    @property
    def story(self) -> Story:
        """What the person sees: the own working copy, else the head."""
        return self.head.story if self.draft is None else self.draft.story

    def name_of(self, person_id: str) -> str:
        """A person's name, "–" for one who is not known here."""
        person = self.people.get(person_id)
        return "–" if person is None else person.name

    def short_name_of(self, person_id: str) -> str:
        """The same where room is scarce: "Sari W."."""
        person = self.people.get(person_id)
        return "–" if person is None else person.short_name


def desk_page(
    newsroom: Newsroom,
    *,
    shown: Collection[str] = (),
    search: str = "",
    after: str | None = None,
    size: int = PAGE_SIZE,
) -> Page:
    """One page of the desk, what changed last first; `shown` keeps the states named."""
    with newsroom.reading() as tx:
        return stories.page(tx, shown=shown, search=search, after=after, size=size)


def desk_rows(newsroom: Newsroom, story_ids: Collection[str]) -> tuple[StoryRow, ...]:
    """The rows of these stories, in their order; one that is not known is left out."""
    with newsroom.reading() as tx:
        found = (stories.get(tx, story_id) for story_id in story_ids)
        return tuple(row for row in found if row is not None)


def desk_counts(newsroom: Newsroom) -> dict[str, int]:
    """How many stories are shown in each state."""
    with newsroom.reading() as tx:
        return stories.counts(tx)


def find_story(newsroom: Newsroom, prefix: str) -> str:
    """The id of the one story whose id begins so.

    Raises:
        Refused: `story-unknown` or `story-ambiguous`.
    """
    with newsroom.reading() as tx:
        found = stories.by_prefix(tx, prefix) if prefix else ()
    if not found:
        raise Refused("story-unknown", id=prefix)
    if len(found) > 1 and prefix not in found:
        raise Refused("story-ambiguous", id=prefix)
    return prefix if prefix in found else found[0]


def view_story(newsroom: Newsroom, story_id: str, *, person: Person | None = None) -> StoryView:
    """One story as it stands, with the working copy of `person` where there is one.

    Raises:
        Refused: `story-unknown`.
        Trouble: the head cannot be read.
    """
    with newsroom.reading() as tx:
        found = standpoint(tx, story_id)
        try:
            draft, trouble = None if person is None else working_copy(tx, found, person), None
        except Trouble as error:
            draft, trouble = None, error.message
        view = _view(tx, found, draft)
        return replace(view, merged=caught_up(tx, found, draft), draft_trouble=trouble)


def look_at_story(newsroom: Newsroom, story_id: str, *, person: Person) -> StoryView:
    """One story as a person may work on it, whatever of it is damaged.

    A head that cannot be read is shown as far as it goes, to be read only; a working copy that cannot be read is
    set aside in a file first, so that nothing is written over it.

    Raises:
        Refused: `story-unknown`.
        Trouble: nothing of the story can be read, or a damaged working copy could not be set aside.
    """
    try:
        view = view_story(newsroom, story_id, person=person)
    except Trouble:
        with newsroom.reading() as tx:
            found, unreadable = mending_standpoint(tx, story_id)
            if unreadable is None:
                raise
            return replace(_view(tx, found, None), unreadable=unreadable)
    if view.draft_trouble is None:
        return view
    with newsroom.writing() as tx:
        folder, now = newsroom.store.folder, newsroom.clock()
        aside = set_aside_draft(tx, folder, story_id=story_id, person=person.id, at=now)
    return replace(view, aside=aside)


def _view(tx: Connection, found: Standpoint, draft: Draft | None) -> StoryView:
    shown = found.head.story if draft is None else draft.story
    return StoryView(
        row=found.row,
        head=found.head,
        standing=found.standing,
        events=found.events,
        revisions=revisions.of_story(tx, found.row.id),
        people={known.id: known for known in people.everyone(tx)},
        originals=media.many(tx, {photo.sha256 for photo in (*shown.photos, *found.head.story.photos)}),
        draft=draft,
    )


def read_revision(newsroom: Newsroom, revision_id: str) -> Revision:
    """One frozen revision, to be read."""
    with newsroom.reading() as tx:
        return revisions.get(tx, revision_id)


def check_story(newsroom: Newsroom, story: Story) -> tuple[Finding, ...]:
    """What the house style finds in a story."""
    return check(story, newsroom.style)


def objections(newsroom: Newsroom, view: StoryView, person: Person) -> dict[Action, Message | None]:
    """For every action, why this person may not take it now; None where it may be taken."""
    if view.unreadable is not None:
        return dict.fromkeys(Action, view.unreadable.why)
    return {
        action: objection(
            action,
            view.standing,
            person,
            credited_writers=view.story.credits.writers,
            four_eyes=newsroom.four_eyes,
        )
        for action in Action
    }
