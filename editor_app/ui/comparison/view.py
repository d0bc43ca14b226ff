"""Shows a comparison to be read: signs in the margin, folds that open, and a way from change to change by key."""

from collections.abc import Iterator
from time import monotonic

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from editor_app.richtext.decorations import paint_decorations
from editor_app.story.comparing import Comparison
from editor_app.ui.comparison.dress import SIGN, Dress, dress_of
from editor_app.ui.comparison.thumbnails import Thumbnails
from editor_app.ui.comparison.writer import FOLD, ComparisonWriter, Stop
from editor_app.ui.kit import tokens
from editor_app.ui.kit.announce import announce
from editor_app.ui.kit.fonts import ui_font
from editor_app.ui.kit.theme import Theme
from editor_app.ui.kit.traits import set_ground
from editor_app.ui.pictures import PictureShelf
from editor_app.words import Words

MARGIN = 34  # px beside the text, with the signs in the left one
TICK = 0.008  # seconds that are written at once
LINE = 24  # px of a paragraph's first line, beside which its sign stands
ROOM = 90  # px kept in sight over a change
END = object()


class ComparisonView(QTextBrowser):
    """`written` tells that all of a comparison is there, `moved` that another change is the one meant."""

    written = Signal()
    moved = Signal()

    def __init__(self, theme: Theme, words: Words, shelf: PictureShelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = words
        self._thumbnails = Thumbnails(shelf, theme, self)
        self._thumbnails.came.connect(self._picture_came)
        self._comparison: Comparison | None = None
        self._folded = True
        self._writer: ComparisonWriter | None = None
        self._pieces: Iterator[None] = iter(())
        self._dress: Dress = dress_of(theme)
        self._at = -1
        self._is_new = True
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._write_on)
        self.setProperty("kit", "bare")
        set_ground(self, "canvas")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setAccessibleName(words.text("compare.text"))
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.anchorClicked.connect(self._unfold)
        theme.changed.connect(self._dress_again)

    @property
    def stops(self) -> list[Stop]:
        """The changes, in order."""
        return [] if self._writer is None else self._writer.stops

    @property
    def at(self) -> int:
        """Which change is the one meant, counted from nought; -1 for none."""
        return self._at

    @property
    def is_writing(self) -> bool:
        """Whether a part of the comparison is still to come."""
        return self._timer.isActive()

    def show_comparison(self, comparison: Comparison | None) -> None:
        """Shows a comparison from its beginning; None empties the view."""
        self._comparison = comparison
        self._begin()

    def set_folded(self, *, folded: bool) -> None:
        """Folds away what did not change, or shows all of it."""
        if folded != self._folded:
            self._folded = folded
            self._begin()

    def step(self, by: int) -> None:
        """Goes to the next change, or the one before; round again at the end."""
        stops = self.stops
        if not stops:
            return
        first = 0 if by > 0 else len(stops) - 1
        self._at = first if self._at < 0 else (self._at + by) % len(stops)
        stop = stops[self._at]
        cursor = QTextCursor(stop.place)
        cursor.setPosition(stop.place.selectionStart())
        self.setTextCursor(cursor)
        bar = self.verticalScrollBar()
        top = self.cursorRect(cursor).top()
        if top < ROOM or top > self.viewport().height() - ROOM:
            bar.setValue(bar.value() + top - ROOM)
        self._mark(stop)
        announce(self, stop.said)
        self.moved.emit()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """The pictures of the comparison; nothing is fetched from a file or an address."""
        address = name.toString() if isinstance(name, QUrl) else name
        if kind == QTextDocument.ResourceType.ImageResource.value:
            return self._thumbnails.image(address)
        return QImage()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        scrolled = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        painter.translate(-scrolled)
        clip = QRectF(event.rect()).translated(scrolled)
        paint_decorations(painter, self.document(), clip, self._dress.look)
        self._paint_signs(painter, clip)
        painter.end()
        super().paintEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(tokens.COLUMN_WIDTH + 2 * MARGIN, 560)

    def _begin(self) -> None:
        self._at = -1
        self._is_new = True
        self.setExtraSelections([])
        self.clear()
        self.document().setDocumentMargin(MARGIN)
        self.document().setDefaultFont(self._dress.look.body_font())
        self._writer = None
        self._pieces = iter(())
        if self._comparison is not None:
            self._writer = ComparisonWriter(
                self.document(),
                self._comparison,
                self._dress,
                self._words,
                self._thumbnails,
                folded=self._folded,
            )
            self._pieces = self._writer.write()
        self._timer.start()

    def _write_on(self) -> None:
        until = monotonic() + TICK
        while monotonic() < until:
            if next(self._pieces, END) is END:
                self._timer.stop()
                if self._is_new:
                    self._is_new = False
                    self.moveCursor(QTextCursor.MoveOperation.Start)
                self.written.emit()
                return

    def _unfold(self, address: QUrl) -> None:
        text = address.toString()
        if self._writer is None or not text.startswith(FOLD):
            return
        block = self.document().begin()
        while block.isValid() and not _holds(block, text):
            block = block.next()
        if block.isValid() and not self.is_writing:
            cursor = QTextCursor(block)
            cursor.setKeepPositionOnInsert(True)
            self.setTextCursor(cursor)
            self._pieces = self._writer.unfold(cursor, int(text.removeprefix(FOLD)))
            self._timer.start()

    def _mark(self, stop: Stop) -> None:
        selection = QTextEdit.ExtraSelection()
        selection.cursor = QTextCursor(stop.place)
        worn = QTextCharFormat()
        worn.setBackground(QColor(self._theme.tokens.selection))
        worn.setForeground(QColor(self._theme.tokens.ink))
        selection.format = worn
        self.setExtraSelections([selection])

    def _paint_signs(self, painter: QPainter, clip: QRectF) -> None:
        layout = self.document().documentLayout()
        colours = {"+": self._dress.added.text, "−": self._dress.removed.text}
        painter.setFont(ui_font(tokens.TYPE_TITLE))
        block = self.document().begin()
        while block.isValid():
            sign = str(block.blockFormat().property(SIGN) or "")
            if sign:
                area = layout.blockBoundingRect(block)
                if area.intersects(clip.adjusted(-MARGIN, 0, MARGIN, 0)):
                    colour = QColor(colours.get(sign, self._dress.changed.text))
                    painter.fillRect(QRectF(6, area.top(), 3, area.height()), colour)
                    painter.setPen(colour)
                    place = QRectF(10, area.top(), MARGIN - 12, min(area.height(), LINE))
                    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, sign)
            block = block.next()

    def _picture_came(self, addresses: list[str]) -> None:
        document = self.document()
        kind = QTextDocument.ResourceType.ImageResource.value
        for address in addresses:
            document.addResource(kind, QUrl(address), self._thumbnails.image(address))
        self.viewport().update()

    def _dress_again(self) -> None:
        self._dress = dress_of(self._theme)
        self._begin()


def _holds(block: QTextBlock, address: str) -> bool:
    return any(piece.format.anchorHref() == address for piece in block.textFormats())
