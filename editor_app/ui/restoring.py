"""Restoring from the window: an older revision becomes the newest one, after the person said so."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor_app.newsroom.changes import Changes
from editor_app.newsroom.newsroom import Newsroom
from editor_app.newsroom.restoring import restore_revision
from editor_app.story.people import Person
from editor_app.story.workflow import HeadState
from editor_app.ui.kit.dialog import ConfirmDialog, confirmed
from editor_app.ui.kit.theme import Theme
from editor_app.ui.open_story import OpenStory
from editor_app.words import Message, Words, note


class Restoring(QObject):
    """Puts older revisions of the open story back; `told` carries what came of it."""

    told = Signal(object)

    def __init__(self, theme: Theme, words: Words, story: OpenStory, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._words = words
        self._story = story
        self._window = window

    @property
    def objection(self) -> Message | None:
        """Why nothing may be put back now; None where it may."""
        return restore_objection(self._story)

    def restore(self, revision_id: str) -> None:
        """Asks, and puts a revision back; what was typed is saved first, so that nothing of it is lost."""
        view, story = self._story.view, self._story
        line = None if view is None else next((line for line in view.revisions if line.id == revision_id), None)
        if view is None or line is None or self.objection is not None:
            return
        falls = view.standing.head is HeadState.APPROVED
        words = self._words
        text = words.text("restore-dialog.text-approved" if falls else "restore-dialog.text", code=line.code)
        dialog = ConfirmDialog(
            self._theme,
            words.text("restore-dialog.title", code=line.code),
            text,
            accept=words.text("restore-dialog.accept"),
            cancel=words.text("dialog.cancel"),
            parent=self._window,
        )
        if not confirmed(dialog):
            return

        def verb(newsroom: Newsroom, story_id: str, person: Person) -> Changes:
            return restore_revision(
                newsroom, story_id=story_id, revision_id=revision_id, person=person, confirmed=falls
            )

        def shown() -> None:
            self.told.emit(note("told.restored-revision", code=line.code))

        def done() -> None:
            story.open(view.row.id, shown)

        story.do(verb, done)


def restore_objection(story: OpenStory) -> Message | None:
    """Why no older revision may become the newest one now: the text is locked, and not because it is damaged."""
    view = story.view
    if view is not None and view.unreadable is not None:
        return None if view.unreadable.readable is not None else view.unreadable.why
    return story.words_lock
