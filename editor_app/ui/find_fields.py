"""The fields that are searched: each selects, marks and changes its own words, and takes a change back by itself.

Places are code points of the text, as `story.finding` counts them; Qt counts UTF-16 units.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QLineEdit, QTextEdit

from editor_app.richtext.appearance import MarkKind, marking_dress
from editor_app.richtext.look import Look
from editor_app.richtext.offsets import code_points, units
from editor_app.story.replacing import Edit, edited, on_one_line
from editor_app.ui.kit.growing_text import GrowingText


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of a field that are pointed at."""

    start: int
    end: int
    kind: MarkKind


class SearchedField(Protocol):
    """A field with one passage of the story."""

    @property
    def widget(self) -> QLineEdit | QTextEdit:
        """What has the keyboard while it is written in."""
        ...

    @property
    def text(self) -> str:
        """What stands in it, its no-break spaces too; `selection` counts its signs."""
        ...

    def selection(self) -> tuple[int, int]:
        """What is selected, or twice the place of the cursor."""
        ...

    def select(self, start: int, end: int) -> None:
        """Selects words and brings them into sight."""
        ...

    def deselect(self) -> None:
        """Selects nothing; the cursor stays."""
        ...

    def mark(self, marks: Sequence[Mark], look: Look) -> None:
        """Marks these words and no others."""
        ...

    def write(self, text: str, edits: Sequence[Edit]) -> None:
        """Makes edits of the text, which it is given where it shows an older one, as one undo step."""
        ...


class LineField:
    """A field of one line: kicker or dateline."""

    def __init__(self, line: QLineEdit, show: Callable[[], None]) -> None:
        self._line = line
        self._show = show

    @property
    def widget(self) -> QLineEdit:
        return self._line

    @property
    def text(self) -> str:
        return self._line.text()

    def selection(self) -> tuple[int, int]:
        line = self._line
        start = line.selectionStart() if line.hasSelectedText() else line.cursorPosition()
        end = line.selectionEnd() if line.hasSelectedText() else start
        return code_points(line.text(), start), code_points(line.text(), end)

    def select(self, start: int, end: int) -> None:
        first, last = _units(self._line.text(), start, end)
        self._line.setSelection(first, last - first)
        self._show()

    def deselect(self) -> None:
        self._line.deselect()

    def mark(self, marks: Sequence[Mark], look: Look) -> None:
        """Marks words as an input method marks what it composes: QLineEdit has no other way.

        So nothing is marked while somebody writes here, perhaps by such a method.
        """
        if marks and self._line.hasFocus():
            return
        cursor = self._line.cursorPosition()
        attributes = []
        for mark in marks:
            first, last = _units(self._line.text(), mark.start, mark.end)
            kind = QInputMethodEvent.AttributeType.TextFormat
            dress = marking_dress(mark.kind, look)
            attributes.append(QInputMethodEvent.Attribute(kind, first - cursor, last - first, dress))
        QCoreApplication.sendEvent(self._line, QInputMethodEvent("", attributes))

    def write(self, text: str, edits: Sequence[Edit]) -> None:
        after = edited(text, on_one_line(edits))
        self._line.selectAll()
        if after:
            self._line.insert(after)
        else:
            self._line.del_()


class GrowingField:
    """A field of several lines: headline, standfirst, caption or alt text."""

    def __init__(self, field: GrowingText, show: Callable[[], None]) -> None:
        self._field = field
        self._show = show

    @property
    def widget(self) -> QTextEdit:
        return self._field

    @property
    def text(self) -> str:
        return self._field.text()

    def selection(self) -> tuple[int, int]:
        text, cursor = self._field.text(), self._field.textCursor()
        return code_points(text, cursor.selectionStart()), code_points(text, cursor.selectionEnd())

    def select(self, start: int, end: int) -> None:
        self._field.setTextCursor(self._cursor(start, end))
        self._show()

    def deselect(self) -> None:
        cursor = self._field.textCursor()
        cursor.clearSelection()
        self._field.setTextCursor(cursor)

    def mark(self, marks: Sequence[Mark], look: Look) -> None:
        selections = []
        for mark in marks:
            marked = QTextEdit.ExtraSelection()
            marked.cursor = self._cursor(mark.start, mark.end)
            marked.format = marking_dress("found", look)
            selections.append(marked)
        self._field.setExtraSelections(selections)
        current = (self._cursor(mark.start, mark.end) for mark in marks if mark.kind == "current")
        self._field.underline(next(current, None), look.accent)  # a selection hides what lies below it

    def write(self, text: str, edits: Sequence[Edit]) -> None:
        self._field.set_text(text)
        cursor = self._field.textCursor()
        places = [self._cursor(edit.start, edit.end) for edit in edits]
        cursor.beginEditBlock()
        for place, edit in zip(places, on_one_line(edits), strict=True):
            place.insertText(edit.text)
        cursor.setBlockFormat(cursor.blockFormat())  # so that what is typed next is a step of its own
        cursor.endEditBlock()

    def _cursor(self, start: int, end: int) -> QTextCursor:
        first, last = _units(self._field.text(), start, end)
        cursor = QTextCursor(self._field.document())
        cursor.setPosition(first)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        return cursor


def _units(text: str, start: int, end: int) -> tuple[int, int]:
    return units(text[:start]), units(text[:end])
