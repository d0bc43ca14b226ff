"""Carries blocks from one story into another: their photos come along where the newsroom has the originals."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor

from editor_app.newsroom.newsroom import Newsroom
from editor_app.newsroom.originals import known_originals
from editor_app.richtext.fragments import paste
from editor_app.storage.media import Original
from editor_app.story.body import Body, PhotoBlock
from editor_app.ui.body_editor import BodyEditor
from editor_app.ui.open_story import OpenStory
from editor_app.ui.own_clips import OwnClip
from editor_app.ui.runner import Runner
from editor_app.words import Sayable, note


class Carrying(QObject):
    """Puts what the program itself laid onto the clipboard into the story.

    `told`: something to be said in the window, a Sayable or a Message.
    """

    told = Signal(object)

    def __init__(self, newsroom: Newsroom, runner: Runner, story: OpenStory, body: BodyEditor) -> None:
        super().__init__(body)
        self._newsroom = newsroom
        self._runner = runner
        self._story = story
        self._body = body

    def take(self, clip: OwnClip) -> None:
        """Puts blocks in at the cursor: at once where the story has their photos, else once they are found."""
        if self._body.isReadOnly():
            return
        place = QTextCursor(self._body.textCursor())
        missing = {photo.sha256 for photo in clip.photos if self._story.fields.photo(photo.key) is None}
        if not missing:
            self._land(place, clip.body)
            return
        story_id = self._story.story_id

        def found(originals: dict[str, Original]) -> None:
            if self._story.story_id != story_id or self._body.isReadOnly():
                return
            fresh = tuple(
                replace(photo, lead=False)
                for photo in clip.photos
                if photo.sha256 in originals and self._story.fields.photo(photo.key) is None
            )
            if fresh:
                self._story.add_photos(fresh, originals)
            self._land(place, clip.body)
            if missing - originals.keys():
                self.told.emit(note("paste-photos-elsewhere"))

        def failed(error: Sayable) -> None:
            self.told.emit(error)

        self._runner.read(lambda: known_originals(self._newsroom, missing), found, failed)

    def _land(self, place: QTextCursor, body: Body) -> None:
        """Puts in the blocks without the photos that are none of this story's."""
        ours = tuple(
            block
            for block in body
            if not isinstance(block, PhotoBlock) or self._story.fields.photo(block.photo) is not None
        )
        shown = self._body.textCursor()
        follows = (shown.anchor(), shown.position()) == (place.anchor(), place.position())
        if ours:
            paste(place, ours)
        if follows:
            self._body.setTextCursor(place)
            self._body.moved.emit()
