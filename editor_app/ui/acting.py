"""One action on the open story: what was typed is saved, then the verb does its work, in one go."""

from collections.abc import Callable
from dataclasses import dataclass

from editor_app.newsroom.changes import Changes
from editor_app.newsroom.composing import save_story
from editor_app.newsroom.desk import StoryView, look_at_story
from editor_app.newsroom.newsroom import Newsroom
from editor_app.story.people import Person
from editor_app.story.story import Story
from editor_app.words import Sayable

Verb = Callable[[Newsroom, str, Person], Changes]


@dataclass(frozen=True, slots=True)
class Copy:
    """A working copy to be saved: the revision it was begun on, and whether a falling approval was agreed to."""

    story: Story
    base: str | None
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Done:
    """How the story stands now, and why the verb was refused where the text was saved and the verb was not."""

    view: StoryView
    approval_fell: bool = False
    refused: Sayable | None = None


def save_and_act(
    newsroom: Newsroom, *, story_id: str, person: Person, copy: Copy | None, verb: Verb | None
) -> Done:
    """Saves the copy, if one is handed, then runs the verb, if there is one.

    Raises:
        Refused, Trouble: the copy could not be saved; nothing was done then.
    """
    fell, refused = False, None
    if copy is not None:
        saved = save_story(
            newsroom,
            story_id=story_id,
            story=copy.story,
            person=person,
            base=copy.base,
            confirmed=copy.confirmed,
            ends_draft=True,
        )
        fell = saved.approval_fell
    try:
        if verb is not None:
            fell = verb(newsroom, story_id, person).approval_fell or fell
    except Sayable as error:
        refused = error
    return Done(look_at_story(newsroom, story_id, person=person), fell, refused)
