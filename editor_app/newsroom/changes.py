"""What a verb changed: views look at it to know what to show anew."""

from dataclasses import dataclass

from editor_app.storage.story_row import StoryRow
from editor_app.story.events import Event
from editor_app.story.revision import Revision
from editor_app.words import Message


@dataclass(frozen=True, slots=True)
class Changes:
    """The story as it stands now, and what happened to it. No events: nothing changed."""

    row: StoryRow
    revision: Revision
    events: tuple[Event, ...] = ()
    approval_fell: bool = False
    notices: tuple[Message, ...] = ()

    @property
    def story_id(self) -> str:
        """The story that changed."""
        return self.row.id
