"""What is painted under or below words of a text editor, beside what the text itself wears."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QTextCursor
from PySide6.QtWidgets import QTextEdit


def paint_ground(editor: QTextEdit, words: QTextCursor, colour: str) -> None:
    """Paints a ground under selected words, from line to line, for marks and selection to lie on."""
    first, last = _ends(editor, words)
    width = editor.viewport().width()
    painter = QPainter(editor.viewport())
    if first.top() == last.top():
        painter.fillRect(QRect(first.topLeft(), last.bottomLeft()), QColor(colour))
    else:
        painter.fillRect(QRect(first.left(), first.top(), width - first.left(), first.height()), QColor(colour))
        between = last.top() - first.bottom() - 1
        painter.fillRect(QRect(0, first.bottom() + 1, width, between), QColor(colour))
        painter.fillRect(QRect(0, last.top(), last.left(), last.height()), QColor(colour))
    painter.end()


def paint_underline(editor: QTextEdit, words: QTextCursor, colour: str) -> None:
    """Paints a bar of 2 px below selected words, as far as they stand on their first line."""
    first, last = _ends(editor, words)
    right = last.left() if first.top() == last.top() else editor.viewport().width()
    painter = QPainter(editor.viewport())
    painter.fillRect(QRect(first.left(), first.bottom() - 1, right - first.left(), 2), QColor(colour))
    painter.end()


def _ends(editor: QTextEdit, words: QTextCursor) -> tuple[QRect, QRect]:
    start, end = QTextCursor(words), QTextCursor(words)
    start.setPosition(words.selectionStart())
    end.setPosition(words.selectionEnd())
    return editor.cursorRect(start), editor.cursorRect(end)
