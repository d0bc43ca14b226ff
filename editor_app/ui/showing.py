"""What a person is shown of a story: the head, the own working copy, or that copy brought up to the head."""

from dataclasses import dataclass, replace

from editor_app.newsroom.desk import StoryView
from editor_app.story.people import Person
from editor_app.story.story import Story
from editor_app.ui.lock import lock


@dataclass(frozen=True, slots=True)
class Shown:
    """A story as it comes on screen.

    `base` is the revision that the text stands on; `is_draft` that the draft table holds just this text;
    `caught_up` that what the head has new was joined to the person's own; `hidden` is the view with the working
    copy that a lock keeps out of sight.
    """

    view: StoryView
    story: Story
    base: str
    is_draft: bool = False
    caught_up: bool = False
    hidden: StoryView | None = None


def shown_to(person: Person, view: StoryView, *, unlocked: bool) -> Shown:
    """What `person` is shown; a locked story shows as it was submitted or approved, whatever was typed since."""
    draft = view.draft
    if draft is None:
        return Shown(view, view.head.story, view.head.id)
    if not unlocked and lock(view.standing, person) is not None:
        return Shown(replace(view, draft=None, merged=None), view.head.story, view.head.id, hidden=view)
    if view.merged is not None and not view.merged.clashes:
        return Shown(view, view.merged.story, view.head.id, caught_up=True)
    return Shown(view, draft.story, draft.base or view.head.id, is_draft=True)
