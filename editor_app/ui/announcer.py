"""What the screen reader is told while one moves through the body: headings, cards, lists, quotes, and keeping.

Qt's binding has no accessible text attributes, so what a block IS is said when the cursor comes into it.
"""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QTextBlock

from editor_app.newsroom.fetching import site_of
from editor_app.richtext.roles import BlockRole, block_role, card_of, photo_of
from editor_app.richtext.tabling import embed_in, table_in
from editor_app.story.marks import HEADINGS
from editor_app.ui.body_editor import BodyEditor
from editor_app.ui.keeping import Keeping
from editor_app.ui.kit.announce import announce
from editor_app.ui.open_story import OpenStory
from editor_app.words import Words

REST_MS = 150  # without a move: who holds an arrow key hears of the block where it ends


class Announcer(QObject):
    """Says politely what the cursor has come into, and when what was typed is kept again.

    A heading or card is told of each time, anything else where it is another kind of block than the one before;
    nothing is said while one types on in the same block. The text itself is what the screen reader reads anyway.

    Args:
        words: what it says.
        story: what the cards show, and how safe it all is.
        body: where the cursor moves.
    """

    said = Signal(str)

    def __init__(self, words: Words, story: OpenStory, body: BodyEditor) -> None:
        super().__init__(body)
        self._words = words
        self._story = story
        self._body = body
        self._last: BlockRole | None = None  # of the block that the cursor was in; None outside the body
        self._keeping = story.keeping
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST_MS)
        self._timer.timeout.connect(self._rest)
        body.moved.connect(self._timer.start)
        body.installEventFilter(self)
        story.loaded.connect(self._forget)
        story.kept.connect(self._kept)

    @property
    def waits(self) -> bool:
        """Whether the cursor has just moved, and what it came into may still be said."""
        return self._timer.isActive()

    def describe(self, block: QTextBlock) -> str:
        """What a block is, and of a card what it shows."""
        words, role = self._words, block_role(block)
        card = card_of(block)
        if role.style == "photo" and card is not None:
            return self._photo(photo_of(card))
        if role.style == "table" and card is not None:
            table = table_in(card)
            columns = max((len(row) for row in table.rows), default=0)
            size = words.text("spoken.table", rows=len(table.rows), columns=columns)
            return _sentences(size, table.caption)
        if role.style == "embed" and card is not None:
            embed = embed_in(card)
            return _sentences(words.text("embed.title", site=site_of(embed.address)), embed.alt, embed.caption)
        if role.style == "break":
            return words.text("spoken.break")
        if role.list_item is not None:
            code = "spoken.number" if role.list_item == "number" else "spoken.bullet"
            return words.text(code, level=role.level)
        return words.text(f"style.{role.style}")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Who leaves the text and comes back is told again where the cursor stands."""
        popup = Qt.FocusReason.PopupFocusReason
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() is not popup:
            self._last = None
        return super().eventFilter(watched, event)

    def _photo(self, key: str) -> str:
        photo = self._story.fields.photo(key)
        caption = "" if photo is None else photo.caption
        alt = "" if photo is None else photo.alt
        described = self._words.text("spoken.alt", alt=alt) if alt else ""
        return _sentences(self._words.text("spoken.photo"), caption, self._story.source.credit(key), described)

    def _rest(self) -> None:
        if not self._body.hasFocus():
            return
        block = self._body.textCursor().block()
        before, role = self._last, block_role(block)
        self._last = role
        entered = before is None or before.key != role.key
        if before is None:
            wanted = _kind(role) != _kind(BlockRole(role.key))  # that it is text goes without saying
        else:
            wanted = _kind(role) != _kind(before) or (entered and (role.is_card or role.style in HEADINGS))
        if wanted:
            self._say(self.describe(block))

    def _kept(self) -> None:
        before, self._keeping = self._keeping, self._story.keeping
        if before is Keeping.FAILED and self._keeping is Keeping.KEPT:  # that it failed stands in the strip
            self._say(self._words.text("spoken.kept-again"))

    def _forget(self) -> None:
        self._last = None

    def _say(self, sentence: str) -> None:
        announce(self._body, sentence)
        self.said.emit(sentence)


def _kind(role: BlockRole) -> BlockRole:
    """What a block is, whichever block it is."""
    level = role.level if role.list_item else 1
    return replace(role, key="", level=level, start=None, dir=None)


def _sentences(*parts: str) -> str:
    """The parts, each ended as a sentence, so that a voice rests between them."""
    said = [part.strip() for part in parts if part.strip()]
    return " ".join(part if part[-1] in ".!?…" else f"{part}." for part in said)
