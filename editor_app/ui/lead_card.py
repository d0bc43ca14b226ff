"""The lead photo over the text, where readers will see it, unless it stands in the text itself."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from editor_app.richtext.look import Look
from editor_app.richtext.story_document import StoryDocument
from editor_app.story.body import PhotoBlock, placed_photos
from editor_app.ui.body_editor import BodyEditor
from editor_app.ui.open_story import OpenStory
from editor_app.words import Words

BOTTOM = 14
HEIGHT = 240  # px at the usual body size: the text begins on the first screen of a small laptop too


class LeadCard(BodyEditor):
    """A document of one photo card, read-only and low; a press opens the photo's fields in the panel."""

    chosen = Signal(str)  # the attachment's key

    def __init__(self, story: OpenStory, words: Words, parent: QWidget | None = None) -> None:
        self._open = story
        self._key = ""
        document = StoryDocument(story.source, _low(story.document.look))
        super().__init__(document, words.text("page.lead"), "", bottom=BOTTOM, parent=parent)
        document.setParent(self)
        self.setReadOnly(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        story.loaded.connect(self.refresh)
        story.edited.connect(self.refresh)
        story.photo_drawn.connect(self._draw_again)
        self.refresh()

    def refresh(self) -> None:
        """Shows the lead as it now is, or nothing."""
        lead = self._open.fields.lead
        placed = placed_photos(self._open.body)
        key = "" if lead is None or lead.key in placed else lead.key
        if key != self._key:
            self._key = key
            self.story_document.fill((PhotoBlock("lead", key),) if key else ())
        self.setVisible(bool(key))
        self._say()

    def set_look(self, look: Look) -> None:
        """Shows the card in another theme."""
        self.story_document.set_look(_low(look))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._key:
            self.chosen.emit(self._key)

    def _draw_again(self, key: str) -> None:
        if key == self._key:
            self.story_document.photo_changed(key)
            self._say()

    def _say(self) -> None:
        """Caption, credit and alt text, for those who cannot see the card."""
        photo = self._open.fields.photo(self._key)
        said = () if photo is None else (photo.caption, self._open.source.credit(self._key), photo.alt)
        self.setAccessibleDescription(" ".join(part for part in said if part))


def _low(look: Look) -> Look:
    return replace(look, photo_height=HEIGHT)
