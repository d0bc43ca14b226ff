"""Where the cursor stood and what was in sight in each story that was open on this laptop."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QObject, QSettings
from PySide6.QtGui import QTextCursor

from editor_app.richtext.roles import key_of
from editor_app.ui.open_story import OpenStory
from editor_app.ui.page_sight import Sight
from editor_app.ui.story_page import StoryPage

MOST: Final = 200  # stories that are remembered
_SETTING: Final = "places"


@dataclass(frozen=True, slots=True)
class Place:
    """Where one was in a story: the cursor, by its block and the UTF-16 units before it, and what one saw."""

    key: str
    offset: int
    sight: Sight


class Places(QObject):
    """Remembers a story's place when it leaves the page or the window closes, and goes back to it when it opens.

    A block that is gone since is no trouble: the page then opens at its top, the cursor at the beginning.

    Args:
        story: the open story.
        page: where it is read.
        settings: where places are remembered from one start to the next.
    """

    def __init__(self, story: OpenStory, page: StoryPage, settings: QSettings) -> None:
        super().__init__(page)
        self._story = story
        self._page = page
        self._settings = settings
        self._places = _read(settings.value(_SETTING, ""))
        self._shown: str | None = None  # the story whose text is on the page
        story.document.about_to_fill.connect(self._leave)
        story.loaded.connect(self._loaded)
        page.settled.connect(self._go_back)

    @property
    def recent(self) -> tuple[str, ...]:
        """The ids of the stories that were open, the last one first."""
        return tuple(reversed(self._places))

    def note(self) -> None:
        """Takes down where one is in the story on the page."""
        if self._shown is None:
            return
        cursor = self._page.body.textCursor()
        block = cursor.block()
        place = Place(key_of(block), cursor.position() - block.position(), self._page.sight)
        self._places.pop(self._shown, None)
        self._places[self._shown] = place

    def keep(self) -> None:
        """Writes the places down, for the next start."""
        self.note()
        kept = list(self._places.items())[-MOST:]
        self._settings.setValue(_SETTING, json.dumps({story: _to_json(place) for story, place in kept}))

    def _leave(self) -> None:
        """The text on the page goes; what comes is nobody's until it is whole."""
        self.note()
        self._shown = None

    def _loaded(self) -> None:
        self._shown = self._story.story_id
        place = None if self._shown is None else self._places.get(self._shown)
        block = None if place is None else self._story.document.block_of(place.key)
        cursor = QTextCursor(self._story.document)
        if place is not None and block is not None:
            cursor.setPosition(block.position() + min(place.offset, block.length() - 1))
        self._page.body.setTextCursor(cursor)  # which would be at the end of what was just put there

    def _go_back(self) -> None:
        place = None if self._shown is None else self._places.get(self._shown)
        if place is not None:
            self._page.show_sight(place.sight)


def _to_json(place: Place) -> list[object]:
    sight = place.sight
    return [place.key, place.offset, sight.key, sight.offset, sight.below]


def _read(written: object) -> dict[str, Place]:
    """The places that were written down; what cannot be read is left out."""
    try:
        found = json.loads(str(written)) if written else {}
    except ValueError:
        return {}
    if not isinstance(found, Mapping):
        return {}
    places = {str(story): _place(entry) for story, entry in found.items()}
    return {story: place for story, place in places.items() if place is not None}


def _place(entry: Any) -> Place | None:
    match entry:
        case [str(key), int(offset), str(line), int(units), int(below)] if offset >= 0 and units >= 0:
            return Place(key, offset, Sight(line, units, below))
    return None
