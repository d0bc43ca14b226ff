"""Pictures that came along with a pasted text: those in it are taken in, a card offers to fetch the others."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QTextCursor

from editor_app.formats.pasted import MetPicture
from editor_app.newsroom.fetching import fetch, file_of, site_of
from editor_app.newsroom.newsroom import Newsroom
from editor_app.newsroom.originals import attached, take_in_bytes
from editor_app.richtext import blocks
from editor_app.richtext.embed_object import EmbedWords
from editor_app.story.body import Embed
from editor_app.story.photo import Attachment
from editor_app.ui.body_editor import BodyEditor
from editor_app.ui.open_story import OpenStory
from editor_app.ui.photo_panel import PhotoPanel, Taken
from editor_app.ui.runner import Runner
from editor_app.words import Sayable, Words, note

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class Embeds(QObject):
    """Puts the pictures of a clip into the story, and fetches one that stands on the web when it is asked for.

    `told`: something to be said in the window, a Sayable or a Message.
    """

    told = Signal(object)

    def __init__(
        self,
        newsroom: Newsroom,
        runner: Runner,
        words: Words,
        story: OpenStory,
        body: BodyEditor,
        panel: PhotoPanel,
    ) -> None:
        super().__init__(body)
        self._newsroom = newsroom
        self._runner = runner
        self._words = words
        self._story = story
        self._body = body
        self._panel = panel
        self._coming: set[str] = set()  # addresses
        self._failed: set[str] = set()  # addresses
        story.source.say_embed = self.words_of
        body.installEventFilter(self)
        body.viewport().installEventFilter(self)

    def words_of(self, embed: Embed) -> EmbedWords:
        """What the card of an embed says."""
        words, site = self._words, site_of(embed.address)
        title = words.text("embed.title", site=site)
        said = embed.alt or embed.caption or embed.address
        if embed.address in self._coming:
            return EmbedWords(words.text("embed.coming", site=site), said)
        if self._body.isReadOnly():
            return EmbedWords(title, said)
        if embed.address in self._failed:  # why is said over the page, where it has room
            return EmbedWords(title, words.text("embed.failed"), words.text("embed.again"))
        return EmbedWords(title, said, words.text("embed.fetch"))

    def meet(self, pictures: list[MetPicture], places: list[QTextCursor]) -> None:
        """Puts the pictures of a clip to where they belong."""
        left_out = 0
        for picture, place in zip(pictures, places, strict=True):
            if picture.data:
                self._take(picture, place)
            elif picture.address.lower().startswith(("https://", "http://")):
                self._put(picture, place)
            else:
                left_out += 1
        if left_out:
            self.told.emit(
                note("paste-pictures-left-out" if left_out > 1 else "paste-picture-left-out", n=left_out)
            )

    def fetch(self, key: str) -> None:
        """Fetches the picture whose place the block `key` is, off the GUI thread, and puts it there."""
        embed = self._embed(key)
        if embed is None or embed.address in self._coming or self._body.isReadOnly():
            return
        address, story_id = embed.address, self._story.story_id
        failed = partial(self._fail, embed.address)
        self._coming.add(address)
        self._failed.discard(address)
        self._draw()

        def came(data: bytes) -> None:
            taking = partial(_taken, self._newsroom, data, file_of(address), embed)
            if self._story.story_id == story_id:
                self._panel.take_made([taking], partial(self._fetched, address), failed)
            else:
                self._coming.discard(address)

        self._runner.read(lambda: fetch(address), came, failed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter on a card, and its button."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() in _ENTER:
            embed = None if event.modifiers() else blocks.embed_at(self._body.textCursor())
            if embed is not None and not self._body.isReadOnly():
                self.fetch(embed.key)
                return True
        elif isinstance(event, QMouseEvent) and watched is self._body.viewport():
            over = self._over(event.position().toPoint())
            if event.type() is QEvent.Type.MouseMove:
                self._body.pointing.want(self, Qt.CursorShape.PointingHandCursor if over else None)
            elif event.type() is QEvent.Type.MouseButtonRelease and over:
                self.fetch(over)
        return super().eventFilter(watched, event)

    def _over(self, point: QPoint) -> str:
        """The key of the block whose button is at a point, "" where none is."""
        document = self._story.document
        for position, button in document.embeds.buttons.items():
            if button.contains(point):
                embed = blocks.embed_at(QTextCursor(document.findBlock(position)))
                return "" if embed is None else embed.key
        return ""

    def _embed(self, key: str) -> Embed | None:
        block = self._story.document.block_of(key)
        return None if block is None else blocks.embed_at(QTextCursor(block))

    def _take(self, picture: MetPicture, place: QTextCursor) -> None:
        """A picture that the clip holds is a photo like one that was dropped."""
        like = Embed("", "", picture.alt, picture.caption, picture.credit)
        taking = partial(_taken, self._newsroom, picture.data, picture.file, like)

        def put(photos: list[Attachment]) -> None:
            for photo in photos:
                if not self._body.isReadOnly():
                    blocks.insert_photo(place, photo.key)

        self._panel.take_made([taking], put)

    def _put(self, picture: MetPicture, place: QTextCursor) -> None:
        """The card goes with the paste, and with its undo."""
        if self._body.isReadOnly():
            return
        step = QTextCursor(place)
        step.joinPreviousEditBlock()
        blocks.insert_embed(
            QTextCursor(place), Embed("", picture.address, picture.alt, picture.caption, picture.credit)
        )
        step.endEditBlock()

    def _fetched(self, address: str, photos: list[Attachment]) -> None:
        """The photo stands wherever its address was pasted."""
        self._coming.discard(address)
        for photo in photos:
            for block in self._story.story().body:
                found = self._story.document.block_of(block.key) if isinstance(block, Embed) else None
                if found is not None and isinstance(block, Embed) and block.address == address:
                    blocks.set_fetched(QTextCursor(found), photo.key)
        self._draw()

    def _fail(self, address: str, error: Sayable) -> None:
        self._coming.discard(address)
        self._failed.add(address)
        self._draw()
        self.told.emit(error)

    def _draw(self) -> None:
        self._body.viewport().update()


def _taken(newsroom: Newsroom, data: bytes, file: str, like: Embed) -> Taken:
    original = take_in_bytes(newsroom, data, file=file)
    return attached(original, file=file, caption=like.caption, credit=like.credit, alt=like.alt), original
