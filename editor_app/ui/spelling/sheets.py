"""Sheets: where words are checked and marked - the body, and the fields of plain words around it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QSyntaxHighlighter, QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from editor_app.richtext.appearance import Marking, marking_dress
from editor_app.richtext.offsets import code_points, to_story, units
from editor_app.richtext.roles import key_of, runs_of
from editor_app.spelling.tokens import Text, Word
from editor_app.ui.body_editor import BodyEditor
from editor_app.ui.kit.growing_text import GrowingText
from editor_app.ui.kit.theme import Theme
from editor_app.ui.story_page import look_of

LAYER = "spelling"


class Sheet(QObject):
    """A text editor in pieces that have keys; words are given by code points of a piece as it stands.

    `touched`: these pieces, by their keys, say something else than before. `renewed`: everything does.
    """

    touched = Signal(list)
    renewed = Signal()

    def __init__(self, editor: QTextEdit) -> None:
        super().__init__(editor)
        self.editor = editor

    def pieces(self) -> list[str]:
        """The keys of all pieces, those in sight first."""
        raise NotImplementedError

    def block(self, key: str) -> QTextBlock | None:
        """The block of a piece, None where it is gone."""
        raise NotImplementedError

    def key(self, block: QTextBlock) -> str:
        """The key of the piece that a block is."""
        raise NotImplementedError

    def text(self, key: str) -> Text | None:
        """What a piece says, None where it is gone."""
        block = self.block(key)
        return None if block is None else Text(block.text(), self._skipped(block))

    def show(self, words: Mapping[str, Sequence[Word]]) -> None:
        """Marks these words in the pieces named, and no others there."""
        raise NotImplementedError

    def caret(self) -> tuple[str, int]:
        """The piece that the caret stands in, and the code points before it there."""
        return self.place_of(self.editor.textCursor().position())

    def place_of(self, position: int) -> tuple[str, int]:
        """The piece and the code points before it of a position in the document."""
        block = self.editor.document().findBlock(position)
        return self.key(block), code_points(block.text(), position - block.position())

    def selecting(self, key: str, word: Word) -> QTextCursor | None:
        """A cursor that selects a word; None where something else stands there by now."""
        block = self.block(key)
        if block is None or block.text()[word.start : word.end] != word.text:
            return None
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + units(block.text()[: word.start]))
        cursor.setPosition(cursor.position() + units(word.text), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _skipped(self, block: QTextBlock) -> tuple[tuple[int, int], ...]:
        del block
        return ()


class BodySheet(Sheet):
    """The body; pieces are its blocks, by their keys. Code is skipped, and so is what stands in cards."""

    def __init__(self, editor: BodyEditor) -> None:
        super().__init__(editor)
        self._body = editor
        self._document = editor.story_document
        self._document.keeper.settled.connect(self._settled)

    def pieces(self) -> list[str]:
        order = list(self._document.keeper.order)
        seen = self._body.visibleRegion().boundingRect()
        if seen.isEmpty():
            return order
        layout = self._document.documentLayout()
        ends = (QPointF(seen.topLeft()), QPointF(seen.bottomRight()))
        first, last = (
            self._document.findBlock(max(layout.hitTest(end, Qt.HitTestAccuracy.FuzzyHit), 0)).blockNumber()
            for end in ends
        )
        return [*order[first : last + 1], *order[last + 1 :], *order[:first]]

    def block(self, key: str) -> QTextBlock | None:
        return self._document.block_of(key)

    def key(self, block: QTextBlock) -> str:
        return key_of(block)

    def show(self, words: Mapping[str, Sequence[Word]]) -> None:
        marks = {key: self._marks(key, found) for key, found in words.items()}
        self._document.appearance.mark_blocks(marks, layer=LAYER)

    def _marks(self, key: str, words: Sequence[Word]) -> list[Marking]:
        """Words as markings, which count by the clean text that a story keeps."""
        block = self.block(key) if words else None
        if block is None:
            return []
        text = block.text()
        return [
            Marking(
                to_story(text, units(text[: word.start])), to_story(text, units(text[: word.end])), "misspelling"
            )
            for word in words
        ]

    def _skipped(self, block: QTextBlock) -> tuple[tuple[int, int], ...]:
        text, origin = block.text(), block.position()
        return tuple(
            (code_points(text, run.start - origin), code_points(text, run.end - origin))
            for run in runs_of(block)
            if "code" in run.role.decorators
        )

    def _settled(self, first: int, last: int) -> None:
        self.touched.emit(list(self._document.keeper.order[first : last + 1]))


class FieldSheet(Sheet):
    """A field of plain words; pieces are its lines, by their numbers."""

    def __init__(self, editor: GrowingText, theme: Theme) -> None:
        super().__init__(editor)
        self._marks = _FieldMarks(editor, theme)
        self._lines = editor.document().blockCount()
        editor.document().contentsChange.connect(self._changed)

    def pieces(self) -> list[str]:
        return [str(number) for number in range(self.editor.document().blockCount())]

    def block(self, key: str) -> QTextBlock | None:
        block = self.editor.document().findBlockByNumber(int(key))
        return block if block.isValid() else None

    def key(self, block: QTextBlock) -> str:
        return str(block.blockNumber())

    def show(self, words: Mapping[str, Sequence[Word]]) -> None:
        self._marks.show({int(key): tuple(found) for key, found in words.items()})

    def _changed(self, position: int, removed: int, added: int) -> None:
        if not removed and not added:
            return
        document = self.editor.document()
        lines, self._lines = self._lines, document.blockCount()
        if lines != self._lines:
            self._marks.forget()
            self.renewed.emit()
        else:
            first = document.findBlock(position).blockNumber()
            last = document.findBlock(min(position + added, document.characterCount() - 1)).blockNumber()
            self.touched.emit([str(number) for number in range(first, last + 1)])


class _FieldMarks(QSyntaxHighlighter):
    """Marks words of a field in its layout alone."""

    def __init__(self, editor: GrowingText, theme: Theme) -> None:
        super().__init__(editor.document())
        self._theme = theme
        self._words: dict[int, tuple[Word, ...]] = {}
        theme.changed.connect(self.rehighlight)

    def show(self, words: Mapping[int, tuple[Word, ...]]) -> None:
        """Marks these words of the lines named."""
        for line, found in words.items():
            if self._words.get(line, ()) != found:
                self._words[line] = found
                block = self.document().findBlockByNumber(line)
                if block.isValid():
                    self.rehighlightBlock(block)

    def forget(self) -> None:
        """Marks nothing, until it is told anew."""
        self._words.clear()

    def highlightBlock(self, text: str) -> None:
        """Marks the current line (called by Qt)."""
        words = self._words.get(self.currentBlock().blockNumber(), ())
        dress = marking_dress("misspelling", look_of(self._theme)) if words else QTextCharFormat()
        for word in words:
            start = units(text[: word.start])
            self.setFormat(start, units(text[: word.end]) - start, dress)
