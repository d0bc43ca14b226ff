"""A writer's desk for tests: a real editor that hands its keys to the room as the window does, and pictures."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QTextEdit

from editor_app.richtext import commands, keystrokes
from editor_app.richtext.decorations import paint_decorations
from editor_app.richtext.embed_object import EmbedWords
from editor_app.richtext.look import Look
from editor_app.richtext.story_document import StoryDocument
from editor_app.story.body import Body, Embed
from editor_app.story.photo import FocalPoint

LIGHT = Look(
    ink="#1f2328",
    soft="#5f6670",
    faint="#6d747c",
    accent="#1d5c63",
    accent_tint="#e3efee",
    line="#e4e1da",
    canvas="#ffffff",
    card="#ffffff",
    notice="#8a5a00",
    notice_tint="#fbefd5",
    error="#b3261e",
)
DARK = Look(
    ink="#e8e6e1",
    soft="#a9afb8",
    faint="#9097a1",
    accent="#6fb9bd",
    accent_tint="#1f3638",
    line="#31363d",
    canvas="#1f2226",
    card="#23272c",
    notice="#f0c36a",
    notice_tint="#3b3018",
    error="#f2a49d",
)


class Album:
    """Photos in memory, by attachment key."""

    def __init__(self) -> None:
        self.pictures: dict[str, QImage] = {}
        self.captions: dict[str, str] = {}
        self.sizes: dict[str, QSize] = {}
        self.credits: dict[str, str] = {}
        self.focals: dict[str, FocalPoint] = {}

    def size(self, key: str) -> QSize | None:
        return self.sizes.get(key)

    def picture(self, key: str) -> QImage | None:
        return self.pictures.get(key)

    def focal(self, key: str) -> FocalPoint | None:
        return self.focals.get(key)

    def caption(self, key: str) -> str:
        return self.captions.get(key, "")

    def credit(self, key: str) -> str:
        return self.credits.get(key, "")

    def embed_words(self, embed: Embed) -> EmbedWords:
        return EmbedWords("Gambar dari situs", embed.alt or embed.address, "Ambil gambar")


class Desk(QTextEdit):
    """An editor on a story's body that takes keys as the window's editor does."""

    def __init__(self, document: StoryDocument) -> None:
        super().__init__()
        self.story = document
        self._tokens = 0
        self.setFont(document.look.body_font())
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setDocument(document)
        document.set_look(document.look)
        self.cursorPositionChanged.connect(lambda: document.show_selection(self.textCursor()))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        cursor = self.textCursor()
        key = event.key()
        if key == Qt.Key.Key_Return:
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                commands.insert_soft_break(cursor)
            else:
                keystrokes.enter(cursor)
            self.setTextCursor(cursor)
            return
        if key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            handled = keystrokes.backspace(cursor) if key == Qt.Key.Key_Backspace else keystrokes.delete(cursor)
            if handled:
                self.setTextCursor(cursor)
                return
        elif event.text() and keystrokes.before_text(cursor):
            self.setTextCursor(cursor)
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self.viewport())
        top = self.verticalScrollBar().value()
        painter.translate(0, -top)
        clip = QRectF(event.rect()).translated(0, top)
        painter.fillRect(clip, QColor(self.story.look.canvas))
        paint_decorations(painter, self.story, clip, self.story.look)
        painter.end()
        super().paintEvent(event)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Presses one key."""
        self.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, key, modifiers))

    def type(self, text: str) -> None:
        """Types text, one stroke a character."""
        for char in text:
            if char == "\n":
                self.press(Qt.Key.Key_Return)
            else:
                self.keyPressEvent(
                    QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, char)
                )

    def token(self) -> str:
        """A word that was not there before, told by its first letter."""
        self._tokens += 1
        return f"{chr(0x4E00 + self._tokens)}kata "

    def put(self, block: int, offset: int, *, to: tuple[int, int] | None = None) -> QTextCursor:
        """Sets the cursor to a UTF-16 offset in a block, and selects on to another place."""
        cursor = self.textCursor()
        cursor.setPosition(self.story.findBlockByNumber(block).position() + offset)
        if to is not None:
            end = self.story.findBlockByNumber(to[0]).position() + to[1]
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        return cursor

    @property
    def body(self) -> Body:
        """What the writer has."""
        return self.story.body()
