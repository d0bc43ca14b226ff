"""The desk of the open newsroom, read in the background."""

from collections.abc import Callable, Mapping

from PySide6.QtGui import QImage

from editor_app.newsroom.desk import desk_counts, desk_page
from editor_app.newsroom.newsroom import Newsroom
from editor_app.newsroom.picture_sides import LIST_SIDE
from editor_app.newsroom.staff import everyone
from editor_app.ui.desk_source import Found
from editor_app.ui.pictures import PictureShelf
from editor_app.ui.runner import Runner
from editor_app.words import Sayable


class NewsroomDesk:
    """A `DeskSource` of the newsroom; `shelf` has its pictures."""

    def __init__(self, newsroom: Newsroom, runner: Runner, shelf: PictureShelf) -> None:
        self.zone = newsroom.style.zone
        self._newsroom = newsroom
        self._runner = runner
        self._shelf = shelf

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
        """Reads in the background (see `DeskSource`)."""

        def found() -> Found:
            page = desk_page(self._newsroom, shown=shown, search=search, after=after, size=size)
            return Found(page, everyone(self._newsroom))

        self._runner.read(found, done, failed)

    def count(self, done: Callable[[Mapping[str, int]], None], failed: Callable[[Sayable], None]) -> None:
        """Counts in the background."""
        self._runner.read(lambda: desk_counts(self._newsroom), done, failed)

    def picture(self, sha256: str) -> QImage | None:
        """The thumbnail, if it is at hand; else it is fetched, and the shelf tells when it is there."""
        return self._shelf.picture(sha256, LIST_SIDE)
