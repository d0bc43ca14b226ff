"""The photos of the open story: added by button or by dragging, described, ordered, put into the text."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QCoreApplication, QEvent, QIODevice, QTimer, Signal
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QVBoxLayout, QWidget

from editor_app.newsroom.newsroom import Newsroom
from editor_app.newsroom.originals import attached, take_in, take_in_bytes
from editor_app.storage.media import Original
from editor_app.story.photo import Attachment
from editor_app.ui.kit.drop_zone import DropZone
from editor_app.ui.kit.growing_text import GrowingText
from editor_app.ui.kit.scrolling import scrolling
from editor_app.ui.kit.theme import Theme
from editor_app.ui.kit.traits import set_ground
from editor_app.ui.name_book import NameBook
from editor_app.ui.open_story import OpenStory
from editor_app.ui.photo_card import PhotoCard
from editor_app.ui.picture_files import PictureFiles
from editor_app.ui.pictures import PictureShelf
from editor_app.ui.runner import Runner
from editor_app.words import Sayable, Words, note

Taken = tuple[Attachment, Original]
Taking = Callable[[], Taken]
Placing = Callable[[list[Attachment]], None]

AT_ONCE = 6  # cards that are made before the window goes on: more than are in sight


class PhotoPanel(QWidget):
    """Cards of the open story's photos, and where new ones are dropped."""

    placed = Signal(str)  # an attachment's key, to be put into the text at the cursor
    removed = Signal(str)  # a key that is about to leave the story, and so its text
    described = Signal()  # a new photo's caption is to be written here, and so the panel to be seen
    fields_made = Signal(object)  # the PhotoFields of a card that was opened for the first time
    told = Signal(object)

    def __init__(
        self,
        newsroom: Newsroom,
        runner: Runner,
        theme: Theme,
        words: Words,
        story: OpenStory,
        shelf: PictureShelf,
        files: PictureFiles,
        book: NameBook,
    ) -> None:
        super().__init__()
        set_ground(self, "pane")
        self._newsroom = newsroom
        self._runner = runner
        self._theme = theme
        self._words = words
        self._story = story
        self._shelf = shelf
        self._files = files
        self._book = book
        self._cards: dict[str, PhotoCard] = {}
        self._open: str | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(0)
        self._rest.timeout.connect(self.refresh)
        self._drop = DropZone(
            theme, words.text("photos.drop"), words.text("photos.choose"), name=words.text("photos.add")
        )
        self._drop.files_dropped.connect(self.take)
        self._drop.choose_asked.connect(self.choose_files)
        inner = QWidget()
        set_ground(inner, "pane")
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(16, 12, 16, 16)
        self._column.setSpacing(10)
        self._column.addWidget(self._drop)
        self._column.addStretch(1)
        self._area = scrolling(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area)
        story.loaded.connect(self._reload)
        story.refreshed.connect(self.refresh)
        story.edited.connect(self.refresh)
        theme.changed.connect(self._reload)
        book.changed.connect(self._offer)

    @property
    def cards(self) -> tuple[PhotoCard, ...]:
        """The cards in order."""
        return tuple(self._cards[photo.key] for photo in self._story.fields.photos if photo.key in self._cards)

    def refresh(self) -> None:
        """Shows the photos as they now are; of many, the cards that follow are made while the window goes on."""
        self._show(AT_ONCE)

    def _show(self, most: int) -> None:
        """Shows the photos as they now are, making at most so many new cards now."""
        photos = self._story.fields.photos
        keys = {photo.key for photo in photos}
        for gone in [key for key in self._cards if key not in keys]:
            card = self._cards.pop(gone)
            self._column.removeWidget(card)
            card.deleteLater()
        standing = 0
        for place, photo in enumerate(photos):
            known = self._cards.get(photo.key)
            if known is None:
                if not most:
                    continue
                most -= 1
                known = self._cards[photo.key] = self._make(photo, place + 1)
            known.show_photo(photo, place + 1)
            if self._column.indexOf(known) != standing:
                self._column.removeWidget(known)
                self._column.insertWidget(standing, known)
            standing += 1
        if standing < len(photos):
            self._rest.start()
        lock = self._story.edit_lock
        refusal = None if lock is None else self._words.say(lock)
        self._drop.setVisible(self._story.view is not None and lock is None)
        for key, card in self._cards.items():
            card.set_open(is_open=key == self._open, refusal=refusal)
        self._offer()

    def show_photo(self, key: str, field: str = "") -> None:
        """Opens a photo's card, brings it into sight, and puts the cursor into one of its fields."""
        if self._story.fields.photo(key) is None:
            return
        self._open = key
        self._show(len(self._story.fields.photos))
        card = self._cards[key]
        if field:
            card.edit_field(field)
        QTimer.singleShot(0, card, lambda: self._bring(card))

    def field(self, key: str, name: str) -> GrowingText | None:
        """The field of a photo's words, "caption" or "alt"; None until its card was opened."""
        card = self._cards.get(key)
        fields = None if card is None else card.fields
        if fields is None:
            return None
        return fields.alt if name == "alt" else fields.caption

    def field_at(self, widget: QWidget) -> tuple[str, str] | None:
        """The photo's key and the name of its field that a widget is, if it is one."""
        names = ((key, name) for key in self._cards for name in ("caption", "alt"))
        return next((each for each in names if self.field(*each) is widget), None)

    def show_field(self, key: str, name: str) -> None:
        """Opens a photo's card and brings one of its fields into sight; the keyboard stays where it is."""
        self.show_photo(key)
        field = self.field(key, name)
        if field is not None:
            QTimer.singleShot(0, field, lambda: self._area.ensureWidgetVisible(field, 0, 24))

    def _bring(self, card: PhotoCard) -> None:
        """Scrolls to a card, and in it to the field that has the cursor."""
        for holder in (card, self._area.widget(), self._area.viewport()):  # they grow with the card's fields
            QCoreApplication.sendPostedEvents(holder, QEvent.Type.LayoutRequest.value)
        self._area.ensureWidgetVisible(card, 0, 24)
        field = QApplication.focusWidget()
        if field is not None and card.isAncestorOf(field):
            self._area.ensureWidgetVisible(field, 0, 24)

    def choose_files(self) -> None:
        """Asks for picture files and takes them in."""
        self.take(self._files.ask(self))

    def take(self, paths: list[Path], then: Placing | None = None) -> None:
        """Takes picture files in, off the GUI thread; one that fails does not stop the rest.

        `then` puts them to where they belong; without it the caption of the first is to be written at once.
        """
        self.take_made([partial(_from_file, self._newsroom, path) for path in paths], then)

    def take_image(self, image: QImage, then: Placing | None = None) -> None:
        """Takes a pasted picture in, off the GUI thread."""
        name = f"{self._words.text('photos.pasted')}.png"
        self.take_made([partial(_from_image, self._newsroom, image, name)], then)

    def take_made(
        self,
        takings: list[Taking],
        then: Placing | None,
        otherwise: Callable[[Sayable], None] | None = None,
    ) -> None:
        """Takes pictures in that each of `takings` brings, off the GUI thread.

        `otherwise` is told why one could not be, in place of the window.
        """
        if not takings or self._story.view is None or self._story.edit_lock is not None:
            return
        story_id = self._story.story_id
        self._drop.set_busy(self._words.count("photos.taking", len(takings)))
        typing_at = QApplication.focusWidget()
        tell = otherwise or self.told.emit

        def done(result: tuple[list[Taken], list[Sayable]]) -> None:
            taken, failed = result
            self._drop.set_busy(None)
            if taken and self._story.story_id == story_id:
                photos = tuple(photo for photo, _ in taken)
                self._story.add_photos(photos, {original.sha256: original for _, original in taken})
                for photo in photos:
                    self._shelf.ask_again(photo.sha256)
                self.refresh()
                if then is not None:
                    then(list(photos))
                else:
                    self._describe(photos[0].key, typing_at)
            for error in failed:
                tell(error)

        def broken(error: Sayable) -> None:
            self._drop.set_busy(None)
            tell(error)

        self._runner.work(partial(_take_each, takings), done, broken)

    def _describe(self, key: str, typing_at: QWidget | None) -> None:
        """Lets a new photo's caption be written, unless the person has begun to write elsewhere meanwhile."""
        typing = QApplication.focusWidget()
        if isinstance(typing, QLineEdit | QTextEdit) and typing is not typing_at:
            return
        self.described.emit()
        self.show_photo(key, "caption")

    def _offer(self) -> None:
        """Lets each card offer the names that are known, and the credit of the photo before it."""
        known, photos = self._book.names, self._story.fields.photos
        for place, photo in enumerate(photos):
            card = self._cards.get(photo.key)
            if card is None or card.fields is None:
                continue
            others = (*reversed(photos[:place]), *photos[place + 1 :])
            card.offer(
                _once(*(other.creator for other in others), *known.photographers),
                _once(*(other.agency for other in others), *known.agencies),
                next(((other.creator, other.agency) for other in others if other.credit), ("", "")),
            )

    def _reload(self) -> None:
        for card in self._cards.values():
            self._column.removeWidget(card)
            card.deleteLater()
        self._cards = {}
        self._open = None
        self.refresh()

    def _make(self, photo: Attachment, number: int) -> PhotoCard:
        card = PhotoCard(self._theme, self._words, self._newsroom.style, self._shelf, photo, number)
        card.chosen.connect(self._toggle)
        card.said.connect(self._say)
        card.moved.connect(self._move)
        card.placed.connect(self.placed)
        card.removed.connect(self._remove)
        card.fields_made.connect(self.fields_made)
        return card

    def _toggle(self, key: str) -> None:
        self._open = None if self._open == key else key
        self.refresh()

    def _say(self, key: str, said: dict[str, object]) -> None:
        self._story.change_photo(key, **said)
        self.refresh()

    def _move(self, key: str, by: int) -> None:
        self._story.move_photo(key, by)
        self.refresh()

    def _remove(self, key: str) -> None:
        photo = self._story.fields.photo(key)
        self.removed.emit(key)
        self._story.remove_photo(key)
        self.refresh()
        if photo is not None:
            self.told.emit(note("photos.removed", file=photo.file))


def _take_each(takings: list[Taking]) -> tuple[list[Taken], list[Sayable]]:
    """Takes pictures in; returns those taken, and why the others could not be."""
    taken: list[Taken] = []
    failed: list[Sayable] = []
    for taking in takings:
        try:
            taken.append(taking())
        except Sayable as error:
            failed.append(error)
    return taken, failed


def _from_file(newsroom: Newsroom, path: Path) -> Taken:
    original = take_in(newsroom, path)
    return attached(original, file=path.name), original


def _from_image(newsroom: Newsroom, image: QImage, name: str) -> Taken:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    original = take_in_bytes(newsroom, bytes(buffer.data().data()), file=name)
    return attached(original, file=name), original


def _once(*names: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))
