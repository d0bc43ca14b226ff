"""The part of a text that is searched alone: what was selected when that was asked for; edits in it count in."""

from collections.abc import Mapping

from PySide6.QtGui import QTextCursor

from editor_app.richtext.offsets import code_points, story_offset
from editor_app.richtext.roles import blocks_between, key_of
from editor_app.story.passages import Spot
from editor_app.ui.body_editor import BodyEditor
from editor_app.ui.kit.growing_text import GrowingText

_EVERYTHING = 1 << 30


class Scope:
    """Remembers what is selected in an editor now.

    Args:
        spot: the field's passage; that of any block stands for the whole body.
        editor: where it is selected.
    """

    def __init__(self, spot: Spot, editor: BodyEditor | GrowingText) -> None:
        self.spot = spot
        self._editor = editor
        cursor = editor.textCursor()
        self._start, self._end = QTextCursor(editor.document()), QTextCursor(editor.document())
        self._start.setPosition(cursor.selectionStart())
        self._start.setKeepPositionOnInsert(True)  # what replaces the first hit belongs to it
        self._end.setPosition(cursor.selectionEnd())

    def limits(self) -> Mapping[str, tuple[int, int]]:
        """Which code points are searched, by the key of the passage ("" in a field that is not the body)."""
        first, last = self._start.block(), self._end.block()
        if isinstance(self._editor, GrowingText):
            text = self._editor.text()
            return {"": (code_points(text, self._start.position()), code_points(text, self._end.position()))}
        searched = {key_of(block): (0, _EVERYTHING) for block in blocks_between(first, last.blockNumber())}
        low = story_offset(first, self._start.position())
        high = story_offset(last, self._end.position())
        searched[key_of(last)] = (0, high)
        searched[key_of(first)] = (low, high if first == last else _EVERYTHING)
        return searched

    def show(self, colour: str) -> None:
        """Lays a colour under it."""
        words = QTextCursor(self._start)
        words.setPosition(self._end.position(), QTextCursor.MoveMode.KeepAnchor)
        self._editor.lay_under(words, colour)

    def hide(self) -> None:
        """Takes the colour away."""
        self._editor.lay_under(None, "")
