"""Where the desk's list comes from: the open newsroom, or the first look at it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol
from zoneinfo import ZoneInfo

from PySide6.QtGui import QImage

from editor_app.storage.story_row import Page
from editor_app.story.people import Person
from editor_app.words import Sayable


@dataclass(frozen=True, slots=True)
class Found:
    """A page of the list, and the people whose names it shortens."""

    page: Page
    people: tuple[Person, ...]


class DeskSource(Protocol):
    """Reads what the desk shows; `done` or `failed` is called when it is there, perhaps at once."""

    zone: ZoneInfo

    def read(
        self,
        shown: tuple[str, ...],
        search: str,
        *,
        size: int,
        after: str | None = None,
        done: Callable[[Found], None],
        failed: Callable[[Sayable], None],
    ) -> None:
        """Reads `size` stories in these states and with these words, `after` the page that named it."""

    def count(self, done: Callable[[Mapping[str, int]], None], failed: Callable[[Sayable], None]) -> None:
        """Counts the stories in each state."""

    def picture(self, sha256: str) -> QImage | None:
        """The thumbnail of an original, if it is at hand."""
