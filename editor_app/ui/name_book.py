"""The names that may be meant while one is typed: the newsroom's people, and who was named lately."""

from PySide6.QtCore import QObject, Signal

from editor_app.newsroom.known_names import KnownNames, known_names
from editor_app.newsroom.newsroom import Newsroom
from editor_app.ui.open_story import OpenStory
from editor_app.ui.runner import Runner


class NameBook(QObject):
    """Looks the names up in the background whenever a story is opened; `changed` tells that they are others."""

    changed = Signal()

    def __init__(self, newsroom: Newsroom, runner: Runner, story: OpenStory) -> None:
        super().__init__(story)
        self._newsroom = newsroom
        self._runner = runner
        self._names = KnownNames()
        story.loaded.connect(self.look)

    @property
    def names(self) -> KnownNames:
        """The names as they were last looked up."""
        return self._names

    def look(self) -> None:
        """Looks the names up anew."""
        self._runner.read(lambda: known_names(self._newsroom), self._show, lambda _: None)

    def _show(self, names: KnownNames) -> None:
        if names != self._names:
            self._names = names
            self.changed.emit()
