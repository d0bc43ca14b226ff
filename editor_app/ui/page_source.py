"""Where the photo cards of the page take picture, caption and credit from: the working copy on screen."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from editor_app.newsroom.picture_sides import PAGE_SIDE
from editor_app.richtext.embed_object import EmbedWords
from editor_app.storage.media import Original
from editor_app.story.body import Embed
from editor_app.story.house_style import HouseStyle
from editor_app.story.photo import FocalPoint
from editor_app.story.story import Story
from editor_app.ui.pictures import PictureShelf


class PageSource:
    """A `richtext.story_document.StorySource` over the fields of the open story."""

    def __init__(
        self,
        style: HouseStyle,
        shelf: PictureShelf,
        fields: Callable[[], Story],
        originals: Callable[[], Mapping[str, Original]],
    ) -> None:
        self._style = style
        self._shelf = shelf
        self._fields = fields
        self._originals = originals
        self.say_embed: Callable[[Embed], EmbedWords] = lambda embed: EmbedWords(embed.address, embed.alt)

    def embed_words(self, embed: Embed) -> EmbedWords:
        """What the card of a picture that was not fetched says; `say_embed` words it."""
        return self.say_embed(embed)

    def size(self, key: str) -> QSize | None:
        """The picture's size as its original has it."""
        photo = self._fields().photo(key)
        original = None if photo is None else self._originals().get(photo.sha256)
        return None if original is None else QSize(original.width, original.height)

    def picture(self, key: str) -> QImage | None:
        """The picture for the page; None until it is loaded."""
        photo = self._fields().photo(key)
        return None if photo is None else self._shelf.picture(photo.sha256, PAGE_SIDE)

    def focal(self, key: str) -> FocalPoint | None:
        """The point that stays in sight."""
        photo = self._fields().photo(key)
        return None if photo is None else photo.focal

    def caption(self, key: str) -> str:
        """The caption as it now reads."""
        photo = self._fields().photo(key)
        return "" if photo is None else photo.caption

    def credit(self, key: str) -> str:
        """The credit line with the house's label, where each photo prints its own."""
        photo = self._fields().photo(key)
        if photo is None or not self._style.credit_each_photo:
            return ""
        return self._style.credit_text(photo.credit)
