"""The body on the page: a text editor as tall as its text, whose keys, clipboard and drops fit a story."""

import math
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QGuiApplication,
    QImage,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QMenu, QTextEdit, QWidget

from editor_app.richtext import commands, keystrokes
from editor_app.richtext.decorations import paint_decorations
from editor_app.richtext.fragments import copied
from editor_app.richtext.story_document import StoryDocument
from editor_app.story.photo import Attachment
from editor_app.ui import clips
from editor_app.ui.binding import is_pressed, pressed_mark
from editor_app.ui.kit.drop_zone import local_files
from editor_app.ui.kit.text_ground import paint_ground
from editor_app.ui.kit.typed_sign import typed_sign
from editor_app.ui.own_clips import OWN_TYPE, laid_out, own_clip
from editor_app.ui.pointing import Pointing

CARDS = ("photo", "break", "table", "embed")
EDITED = Qt.TextInteractionFlag.TextEditorInteraction
READ = (
    Qt.TextInteractionFlag.TextSelectableByMouse
    | Qt.TextInteractionFlag.TextSelectableByKeyboard
    | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
)
BOTTOM = 80  # px below the last line, to click into


class BodyEditor(QTextEdit):
    """Shows a story's document; `photo_of` gives the photos attached to it, by key.

    `moved` tells that the cursor stands elsewhere or bears other marks, `typed` a sign that a key or an input
    method typed, once it stands in the text; Enter is a line break. `pointing` shows the pointer that is wanted.
    """

    moved = Signal()
    typed = Signal(str)
    menu_opening = Signal(QMenu, QTextCursor)  # whoever has something for this place adds it
    link_wanted = Signal()
    pictures_dropped = Signal(list)  # of Path, at the cursor
    picture_pasted = Signal(QImage)
    own_pasted = Signal(object)  # an OwnClip
    clip_pasted = Signal(object)  # a Clip of another program

    def __init__(
        self,
        document: StoryDocument,
        name: str,
        placeholder: str,
        *,
        bottom: int = BOTTOM,
        photo_of: Callable[[str], Attachment | None] = lambda _: None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._story = document
        self._bottom = bottom
        self._placeholder = placeholder
        self._photo_of = photo_of
        self._composing = False  # whether an input method has signs that are not in the text yet
        self._refusal: str | None = None
        self.pointing = Pointing(self.viewport())
        self._ground: tuple[QTextCursor, str] | None = None
        self.setProperty("kit", "bare")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDocument(document)
        document.set_look(document.look)
        self.setAccessibleName(name)
        self.setTabChangesFocus(False)
        self.setViewportMargins(0, 0, 0, 0)
        document.documentLayout().documentSizeChanged.connect(lambda _: self._fit())
        document.documentLayout().update.connect(lambda *_: self.viewport().update())
        self.cursorPositionChanged.connect(self._cursor_moved)
        self.currentCharFormatChanged.connect(lambda _: self.moved.emit())
        self._fit()

    @property
    def story_document(self) -> StoryDocument:
        """The document that is edited."""
        return self._story

    @property
    def refusal(self) -> str | None:
        """Why the text may only be read now; None where it may be changed."""
        return self._refusal

    def set_refusal(self, reason: str | None) -> None:
        """Lets the text only be read, for this reason, or with None be changed again."""
        self._refusal = reason
        self.setReadOnly(reason is not None)
        self.setTextInteractionFlags(EDITED if reason is None else READ)
        self.setAccessibleDescription(reason or "")
        self._cursor_moved()

    def set_bottom(self, bottom: int) -> None:
        """Keeps some px free below the last line."""
        if bottom != self._bottom:
            self._bottom = bottom
            self._fit()

    def sizeHint(self) -> QSize:
        return QSize(self._story.look.column, self.height())

    # What the toolbar does

    def run(self, command: object, *arguments: object, **options: object) -> None:
        """Runs a command of `richtext` on the cursor, and gives the cursor back to the view."""
        if self.isReadOnly() or not callable(command):
            return
        cursor = self.textCursor()
        command(cursor, *arguments, **options)
        self.setTextCursor(cursor)
        self.moved.emit()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        left_alone = self.isReadOnly() or self._composing  # what is being composed has its own keys
        if left_alone or not (self._own_shortcut(event) or self._own_key(event)):
            super().keyPressEvent(event)
        sign = typed_sign(event)
        if sign and not left_alone:
            self.typed.emit(sign)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Text of an input method goes where typed text may go."""
        if event.commitString() and not self.isReadOnly():
            cursor = self.textCursor()
            if keystrokes.before_text(cursor):
                self.setTextCursor(cursor)
        super().inputMethodEvent(event)
        self._composing = bool(event.preeditString())
        if len(event.commitString()) == 1 and not event.preeditString() and not self.isReadOnly():
            self.typed.emit(event.commitString())

    def _own_shortcut(self, event: QKeyEvent) -> bool:
        mark = pressed_mark(event)
        if mark is not None:
            self.run(commands.toggle_decorator, mark)
            return True
        if is_pressed(event, "link"):
            self.link_wanted.emit()
            return True
        if event.matches(QKeySequence.StandardKey.Paste) or not is_pressed(event, "paste-plain"):
            return False
        self.paste_plain()
        return True

    def _own_key(self, event: QKeyEvent) -> bool:
        cursor = self.textCursor()
        modified = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if modified == Qt.KeyboardModifier.ShiftModifier:
                commands.insert_soft_break(cursor)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if not modified:
                keystrokes.enter(cursor)
            case Qt.Key.Key_Backspace if not modified and keystrokes.backspace(cursor):
                pass
            case Qt.Key.Key_Delete if not modified and keystrokes.delete(cursor):
                pass
            case Qt.Key.Key_Tab:
                commands.indent(cursor)
            case Qt.Key.Key_Backtab:
                commands.outdent(cursor)
            case _:
                return self._own_text(event, cursor)
        self.setTextCursor(cursor)
        return True

    def _own_text(self, event: QKeyEvent, cursor: QTextCursor) -> bool:
        text = event.text()
        held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        is_command = held == Qt.KeyboardModifier.ControlModifier  # with Alt it is AltGr, which types
        if not text or not text.isprintable() or is_command:
            return False
        over_link = keystrokes.type_over_link(cursor, text)
        if over_link or keystrokes.before_text(cursor):
            self.setTextCursor(cursor)
        return over_link

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's signature
        """Tab: a list item goes in or out; elsewhere the focus goes on, for a tab has no place in a story."""
        in_list = commands.state_at(self.textCursor()).list_item is not None
        if in_list and not self.isReadOnly():
            return False
        return super(QTextEdit, self).focusNextPrevChild(next)  # QTextEdit's own would keep the focus

    # Clipboard and drops

    def createMimeDataFromSelection(self) -> QMimeData:
        """The selection: whole for ourselves, clean HTML and text for others."""
        return laid_out(copied(self.textCursor()), self._photo_of)

    def canInsertFromMimeData(self, source: QMimeData | None) -> bool:
        return source is not None and (
            source.hasFormat(OWN_TYPE) or source.hasText() or source.hasHtml() or source.hasImage()
        )

    def insertFromMimeData(self, source: QMimeData | None) -> None:
        """Takes meaning over and nothing else, pictures go to the photo panel; Qt may hand over nothing."""
        if source is None:
            return
        files = local_files(source)
        if files:
            self.pictures_dropped.emit(files)
        elif source.hasFormat(OWN_TYPE):
            self.own_pasted.emit(own_clip(source))
        elif source.hasImage() and not clips.has_words(source):
            image = source.imageData()
            if isinstance(image, QImage):
                self.picture_pasted.emit(image)
        elif source.hasHtml() or source.hasText():
            self.clip_pasted.emit(clips.clip_of(source))

    def paste_plain(self) -> None:
        """Pastes the clipboard's words alone."""
        data = QGuiApplication.clipboard().mimeData()
        if data is not None:
            self.clip_pasted.emit(clips.clip_of(data, plain=True))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_files(event.mimeData()) and not self.isReadOnly():
            event.acceptProposedAction()
        else:
            super().dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        if local_files(event.mimeData()) and not self.isReadOnly():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files: list[Path] = local_files(event.mimeData())
        if not files:
            super().dropEvent(event)
            return
        self.setTextCursor(self.cursorForPosition(event.position().toPoint()))
        event.acceptProposedAction()
        self.pictures_dropped.emit(files)

    # Looks

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._ground is not None:
            paint_ground(self, *self._ground)
        painter = QPainter(self.viewport())
        paint_decorations(painter, self._story, QRectF(event.rect()), self._story.look)
        if self._story.isEmpty() and not self.isReadOnly():
            self._paint_placeholder(painter)
        painter.end()
        super().paintEvent(event)

    def lay_under(self, words: QTextCursor | None, colour: str) -> None:
        """Lays a ground under selected words; None lays none."""
        self._ground = None if words is None else (words, colour)
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._cursor_moved()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}:
            self._story.show_selection(None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls, not the text in it

    def _paint_placeholder(self, painter: QPainter) -> None:
        look = self._story.look
        block = self._story.begin()
        top = self._story.documentLayout().blockBoundingRect(block).top()
        painter.setFont(look.body_font())
        painter.setPen(look.faint)
        area = QRectF(0, top, self.viewport().width(), look.body * look.line_height)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self._placeholder)

    def _cursor_moved(self) -> None:
        cursor = self.textCursor()
        self._story.show_selection(cursor if self.hasFocus() else None)
        # Beside a card the caret would be as tall as the card, whose outline shows where the cursor is; where
        # nothing may be typed it would promise what is not so.
        hidden = self.isReadOnly() or commands.state_at(cursor).style in CARDS
        self.setCursorWidth(0 if hidden else 1)
        self.moved.emit()

    def _fit(self) -> None:
        height = math.ceil(self._story.documentLayout().documentSize().height()) + self._bottom
        if height != self.height():
            self.setFixedHeight(height)
