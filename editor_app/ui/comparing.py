"""Comparing from the window: which versions of the open story there are, and which two are meant."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor_app.newsroom.comparing import last_answered
from editor_app.newsroom.desk import StoryView
from editor_app.newsroom.newsroom import Newsroom
from editor_app.ui.comparison.dialog import Choice, ComparisonDialog
from editor_app.ui.kit.theme import Theme
from editor_app.ui.open_story import OpenStory
from editor_app.ui.pictures import PictureShelf
from editor_app.ui.runner import Runner
from editor_app.words import Words, note


class Comparing(QObject):
    """Opens the comparison of two versions of the open story; `told` carries why there is none."""

    told = Signal(object)

    def __init__(
        self,
        newsroom: Newsroom,
        runner: Runner,
        theme: Theme,
        words: Words,
        shelf: PictureShelf,
        story: OpenStory,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._newsroom = newsroom
        self._runner = runner
        self._theme = theme
        self._words = words
        self._shelf = shelf
        self._story = story
        self._window = window

    def compare(self) -> None:
        """What is new: since an editor answered last, else what is not saved, else by the newest save."""
        view = self._story.view
        if view is None:
            return
        answered = last_answered(view.events, view.head.id)
        self.compare_revision(view.head.id if answered is None else answered.revision)

    def compare_revision(self, revision_id: str) -> None:
        """A revision with what is on screen; the newest one, where nothing else is there, with the one before."""
        view = self._story.view
        if view is None:
            return
        choices = self._choices(view)
        place = next((at for at, choice in enumerate(choices) if choice.version == revision_id), 0)
        if len(choices) == 1:
            self.told.emit(note("compare.only-one"))
        elif place == 0:
            parents = [at for at, choice in enumerate(choices) if choice.version in view.head.parents]
            self._open(choices, (parents[0] if parents else 1, 0))
        else:
            self._open(choices, (place, 0))

    def compare_unsaved(self) -> None:
        """What was typed with the revision that it was begun on."""
        view = self._story.view
        if view is not None:
            draft = view.draft
            self.compare_revision(view.head.id if draft is None or draft.base is None else draft.base)

    def _open(self, choices: list[Choice], chosen: tuple[int, int]) -> None:
        dialog = ComparisonDialog(
            self._newsroom,
            self._runner,
            self._theme,
            self._words,
            self._shelf,
            choices,
            chosen,
            self._window,
        )
        dialog.open()

    def _choices(self, view: StoryView) -> list[Choice]:
        """What is on screen, where it is not saved, and every revision, newest first."""
        words, zone = self._words, self._newsroom.style.zone
        written = self._story.story()
        unsaved = view.unreadable is None and written != view.head.story
        now = [Choice(words.text("compare.now"), written)] if unsaved else []
        made = [
            Choice(
                f"{line.code} · {view.short_name_of(line.author)}, "
                f"{words.age(line.at, zone)}, {words.clock(line.at, zone)}",
                line.id,
            )
            for line in reversed(view.revisions)
        ]
        return [*now, *made]
