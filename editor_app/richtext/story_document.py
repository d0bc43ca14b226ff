"""The document that the editor shows: a QTextDocument that keeps keys, dresses its words, and loads nothing."""

from collections.abc import Iterator
from typing import Protocol

from PySide6.QtCore import QByteArray, QObject, QSignalBlocker, QUrl, Signal
from PySide6.QtGui import QImage, QTextBlock, QTextCursor, QTextDocument

from editor_app.richtext.appearance import Appearance
from editor_app.richtext.changes import ChangeCollector
from editor_app.richtext.document import filling, read
from editor_app.richtext.embed_object import EmbedCard, EmbedSource
from editor_app.richtext.keys import KeyKeeper
from editor_app.richtext.look import INDENT, USUAL_BODY, Look
from editor_app.richtext.photo_object import Divider, PhotoCard, PhotoSource
from editor_app.richtext.roles import (
    BREAK_TYPE,
    EMBED_TYPE,
    PHOTO_TYPE,
    TABLE_TYPE,
    ObjectKind,
    card_of,
    object_kind,
    photo_of,
)
from editor_app.richtext.table_object import TableCard
from editor_app.story.body import Body
from editor_app.story.marks import Direction

_USUAL_DPI = 96


class StorySource(PhotoSource, EmbedSource, Protocol):
    """Where the cards of a document take what they show from."""


class StoryDocument(QTextDocument):
    """A story's body as it is edited.

    Args:
        source: where cards take pictures and words from.
        look: how the page looks.

    Attributes:
        keeper: keeps the keys, and says which blocks a change touched.
        changes: what autosave takes.
        appearance: dresses the words; marks misspellings and what the checks point at.
        tables: draws the tables.
        embeds: draws the places of pictures that were not fetched.
    """

    about_to_fill = Signal()  # what it holds is still the body before
    about_to_redraw = Signal()  # a card may take more or less room from now on

    def __init__(self, source: StorySource, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setUndoRedoEnabled(False)
        self._look = look
        self._direction: Direction = "ltr"
        self._card = PhotoCard(source, self._current_look)
        self._divider = Divider(self._current_look)
        self.tables = TableCard(self._current_look)
        self.embeds = EmbedCard(source, self._current_look)
        layout = self.documentLayout()
        layout.registerHandler(PHOTO_TYPE, self._card)
        layout.registerHandler(BREAK_TYPE, self._divider)
        layout.registerHandler(TABLE_TYPE, self.tables)
        layout.registerHandler(EMBED_TYPE, self.embeds)
        self.setDocumentMargin(0)
        self.keeper = KeyKeeper(self, self._current_look)
        self.changes = ChangeCollector(self, self.keeper)
        self.appearance = Appearance(self, self._current_look)
        self.set_look(look)
        self.fill(())

    @property
    def look(self) -> Look:
        """The look in force."""
        return self._look

    @property
    def direction(self) -> Direction:
        """The direction of the story's language."""
        return self._direction

    def fill(self, body: Body, direction: Direction = "ltr") -> None:
        """Replaces everything by a body: no undo history, nothing modified, no changes waiting."""
        for _ in self.filling(body, direction):
            pass

    def filling(self, body: Body, direction: Direction = "ltr", *, at_once: int | None = None) -> Iterator[None]:
        """The same in steps of `at_once` blocks, between which a window may go on; nothing may edit meanwhile."""
        self.about_to_fill.emit()
        self._direction = self.changes.direction = direction
        yield from filling(self, body, self._look, direction, at_once=at_once)
        self.show_selection(None)
        self.changes.forget()

    def body(self) -> Body:
        """What the document holds, in normal form."""
        return read(self, self._direction)

    def set_look(self, look: Look) -> None:
        """Changes how everything looks; undo history, text and keys are not touched.

        Margins scale by the resolution of the layout's paint device, letters by their size in px, so both follow
        `look.body`. Call it again after a QTextEdit took the document, which sets a device of its own.
        """
        self._look = look
        device = QImage(1, 1, QImage.Format.Format_RGB32)
        dots = round(_USUAL_DPI * look.body / USUAL_BODY / 0.0254)
        device.setDotsPerMeterX(dots)
        device.setDotsPerMeterY(dots)
        self._device = device  # the layout does not own it
        layout = self.documentLayout()
        with QSignalBlocker(layout):  # who asks for the size in between has all of it laid out twice
            layout.setPaintDevice(device)
            self.setIndentWidth(INDENT)
            self.setDefaultFont(look.body_font())
            self.appearance.dress_again()
        layout.documentSizeChanged.emit(layout.documentSize())
        layout.update.emit()

    def block_of(self, key: str) -> QTextBlock | None:
        """The block with a key, None where it is gone."""
        number = self.keeper.number_of(key)
        return None if number is None else self.findBlockByNumber(number)

    def photo_changed(self, photo: str) -> None:
        """Draws the cards of an attachment anew, as after its picture came or its caption changed."""
        self.about_to_redraw.emit()
        self._card.forget(photo)
        block = self.begin()
        while block.isValid():
            card = card_of(block)
            if card is not None and photo_of(card) == photo:
                self.markContentsDirty(block.position(), block.length())
            block = block.next()

    def show_selection(self, cursor: QTextCursor | None) -> None:
        """Outlines the cards that a cursor selects, or stands beside; None outlines none."""
        first, last = (0, -1) if cursor is None else (cursor.selectionStart(), cursor.selectionEnd())
        chosen: dict[ObjectKind | None, set[int]] = {kind: set() for kind in ("photo", "break", "table", "embed")}
        block = self.findBlock(first)
        while block.isValid() and block.position() <= last:
            card = card_of(block)
            # A selection that ends in front of a card does not reach it.
            if card is not None and (first == last or block.position() < last):
                chosen[object_kind(card)].add(block.position())
            block = block.next()
        outlined = tuple(frozenset(places) for places in chosen.values())
        drawn: tuple[PhotoCard | Divider | TableCard | EmbedCard, ...] = (
            self._card,
            self._divider,
            self.tables,
            self.embeds,
        )
        if outlined != tuple(each.selected for each in drawn):
            for each, places in zip(drawn, outlined, strict=True):
                each.selected = places
            self.documentLayout().update.emit()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Nothing: a document fetches no file and no address by itself; pictures come from the photo source."""
        del name
        return QImage() if kind == QTextDocument.ResourceType.ImageResource.value else QByteArray()

    def _current_look(self) -> Look:
        return self._look
