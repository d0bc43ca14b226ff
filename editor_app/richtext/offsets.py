"""Offsets: from code points of a story's text to QTextCursor positions, which count UTF-16 units, and back.

A story's text is clean (NFC, no control characters, see `story.text`); what stands in the document may not be
yet, as when a letter and its accent were typed apart. Offsets are of the clean text, positions of what stands.
"""

from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtGui import QTextBlock

from editor_app.richtext.roles import OBJECT, SOFT_BREAK
from editor_app.story.text import clean

_BMP_END = "\uffff"


def to_document(text: str, offset: int) -> int:
    """The UTF-16 units of a block's `text` before the code point `offset` of its clean form; clamped to it."""
    wanted = max(offset, 0)
    if _stands_clean(text):
        return units(text[:wanted])
    for place in range(len(text) + 1):
        if len(clean(text[:place])) >= wanted and not _composes(text, place):
            return units(text[:place])
    return units(text)


def to_document_all(text: str, offsets: Sequence[int]) -> list[int]:
    """`to_document` of many offsets at once: a long block is gone through once, not once for each."""
    if not offsets:
        return []
    if not _stands_clean(text):
        return [to_document(text, offset) for offset in offsets]
    if max(text, default="") <= _BMP_END:
        return [min(max(offset, 0), len(text)) for offset in offsets]
    passed = [0, *accumulate(2 if char > _BMP_END else 1 for char in text)]
    return [passed[min(max(offset, 0), len(text))] for offset in offsets]


def to_story(text: str, position: int) -> int:
    """The code points of a block's clean text before UTF-16 `position`; inside a pair counts as before it."""
    before = code_points(text, position)
    return before if _stands_clean(text) else len(clean(text[:before]))


def cursor_position(block: QTextBlock, offset: int) -> int:
    """The position in the document of the code point `offset` of a block's text."""
    return block.position() + to_document(block.text(), offset)


def story_offset(block: QTextBlock, position: int) -> int:
    """The code point offset in a block's text of a position in the document."""
    return to_story(block.text(), position - block.position())


def units(text: str) -> int:
    """The length of text in UTF-16 units."""
    return len(text) + sum(char > _BMP_END for char in text) if max(text, default="") > _BMP_END else len(text)


def code_points(text: str, position: int) -> int:
    """The whole code points of `text` that end at or before UTF-16 `position`."""
    if max(text, default="") <= _BMP_END:
        return min(max(position, 0), len(text))
    passed = 0
    for number, char in enumerate(text):
        passed += 2 if char > _BMP_END else 1
        if passed > position:
            return number
    return len(text)


def _stands_clean(text: str) -> bool:
    written = text.replace(SOFT_BREAK, "\n")
    return clean(written) == written


def _composes(text: str, place: int) -> bool:
    """Whether the character at `place` joins the one before it, so that a boundary there is inside a letter."""
    return (
        place < len(text) and len(clean(text[: place + 1])) == len(clean(text[:place])) and text[place] != OBJECT
    )
