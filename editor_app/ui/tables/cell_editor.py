"""Where a cell of the grid is written: a small text with marks, links and soft breaks, and nothing else."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from editor_app.richtext import commands, keystrokes
from editor_app.richtext.embed_object import EmbedWords
from editor_app.richtext.look import Look
from editor_app.richtext.story_document import StoryDocument
from editor_app.richtext.writing import write_span
from editor_app.story.body import Cell, Embed, TextBlock
from editor_app.story.cells import gathered
from editor_app.story.photo import FocalPoint
from editor_app.ui.binding import is_pressed, pressed_mark

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
BESIDE, AROUND = 8, 6  # px around the words, as the grid draws them


class Step(StrEnum):
    """Where one goes on from a cell that was written."""

    STAY = "stay"
    NEXT = "next"
    BACK = "back"
    DOWN = "down"


class CellEditor(QTextEdit):
    """Writes one cell.

    `left`: it is written, and one goes on. `given_up`: what was written is not to count. `link_wanted`: the
    address of the selected words is asked for. `changed`: other marks may stand at the cursor.

    Args:
        look: the letters of the grid.
        paste: takes what is pasted where that is more than the words of one cell; whether it did.
        other_key: takes keys that belong to the grid; whether it did.
        parent: the grid's viewport.
    """

    left = Signal(Step)
    given_up = Signal()
    link_wanted = Signal()
    changed = Signal()

    def __init__(
        self,
        look: Look,
        paste: Callable[[QMimeData], Cell | None],
        other_key: Callable[[QKeyEvent], bool],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._paste = paste
        self._other_key = other_key
        self.story_document = StoryDocument(_NoPhotos(), look, self)
        self.setProperty("kit", "cell")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDocument(self.story_document)
        self.story_document.set_look(look)
        self.story_document.setDocumentMargin(0)
        self.setViewportMargins(BESIDE - 2, AROUND - 2, BESIDE - 2, AROUND - 2)
        self.story_document.documentLayout().documentSizeChanged.connect(lambda _: self._fit())
        self.cursorPositionChanged.connect(self.changed)
        self.currentCharFormatChanged.connect(lambda _: self.changed.emit())
        self._least = 0

    def show_cell(self, cell: Cell, *, strong: bool) -> None:
        """Begins to write a cell, the cursor behind its words; `strong` where it names its column."""
        self.story_document.fill(
            (TextBlock("cell", cell.children, "h4" if strong else "normal", cell.mark_defs),)
        )
        cursor = QTextCursor(self.story_document)
        bare = cursor.blockFormat()
        bare.setTopMargin(0)
        bare.setBottomMargin(0)
        self.story_document.setUndoRedoEnabled(False)
        cursor.setBlockFormat(bare)
        self.story_document.setUndoRedoEnabled(True)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def cell(self) -> Cell:
        """What is written."""
        return gathered(self.story_document.body())

    def set_least_height(self, height: int) -> None:
        """The height of the cell below, which the editor never falls under."""
        self._least = height
        self._fit()

    def run(self, command: Callable[..., object], *arguments: object) -> None:
        """Runs a command of `richtext` on the cursor."""
        cursor = self.textCursor()
        command(cursor, *arguments)
        self.setTextCursor(cursor)
        self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not (self._step(event) or self._mark(event) or self._other_key(event)):
            self._text(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, ARG002, FBT001 - Qt's signature
        """Tab goes to the next cell."""
        return False

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasHtml() or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Words with their marks; what is more than one cell goes to the grid."""
        cell = self._paste(source)
        if cell is not None and cell.children:
            cursor = self.textCursor()
            with commands.one_step(cursor):
                cursor.removeSelectedText()
                for span in cell.children:
                    write_span(cursor, cell, span)
            self.setTextCursor(cursor)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.changed.emit()

    def _step(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in ENTER and not held:
            self.left.emit(Step.DOWN)
        elif event.key() in ENTER and held == SHIFT:
            self.run(commands.insert_soft_break)
        elif event.key() == Qt.Key.Key_Tab and not held:
            self.left.emit(Step.NEXT)
        elif event.key() == Qt.Key.Key_Backtab:
            self.left.emit(Step.BACK)
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            return False
        return True

    def _mark(self, event: QKeyEvent) -> bool:
        mark = pressed_mark(event)
        if mark is not None:
            self.run(commands.toggle_decorator, mark)
        elif is_pressed(event, "link"):
            self.link_wanted.emit()
        else:
            return False
        return True

    def _text(self, event: QKeyEvent) -> None:
        text, cursor = event.text(), self.textCursor()
        if text and text.isprintable() and event.modifiers() & (CONTROL | ALT) != CONTROL:
            if keystrokes.type_over_link(cursor, text):
                self.setTextCursor(cursor)
                return
            if keystrokes.before_text(cursor):
                self.setTextCursor(cursor)
        if event.key() in ENTER:
            event.ignore()  # a cell is one paragraph; Ctrl+Enter is the dialog's
            return
        super().keyPressEvent(event)

    def _fit(self) -> None:
        wanted = self.story_document.documentLayout().documentSize().height() + 2 * AROUND
        self.setFixedHeight(max(round(wanted), self._least))


class _NoPhotos:
    """A cell holds no photo."""

    def embed_words(self, embed: Embed) -> EmbedWords:
        return EmbedWords(embed.address, embed.alt)

    def size(self, _: str) -> QSize | None:
        return None

    def picture(self, _: str) -> QImage | None:
        return None

    def focal(self, _: str) -> FocalPoint | None:
        return None

    def caption(self, _: str) -> str:
        return ""

    def credit(self, _: str) -> str:
        return ""
