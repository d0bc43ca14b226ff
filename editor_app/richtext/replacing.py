"""Replacing: words of many blocks exchanged as one undo step; marks, keys and cards stay as they are."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtGui import QTextBlock, QTextCursor

from editor_app.richtext.offsets import to_document_all
from editor_app.richtext.roles import SOFT_BREAK, block_role
from editor_app.richtext.story_document import StoryDocument
from editor_app.story.replacing import Edit

_FEW: Final = 60  # blocks; below it is faster to go from one to the next


def replace_words(document: StoryDocument, edits: Mapping[str, Sequence[Edit]]) -> None:
    """Makes the edits of each block (by its key, in order, not over one another), all as one undo step.

    What is written bears the marks and the link of the first sign that it takes the place of. Blocks that are
    gone and cards are left alone.
    """
    numbers = {key: number for number, key in enumerate(document.keeper.order) if edits.get(key)}
    blocks = {key: document.findBlockByNumber(number) for key, number in numbers.items()}
    written = [(block, edits[key]) for key, block in blocks.items() if not block_role(block).is_card]
    # One block after another is laid out and dressed anew each for itself; of many, all that stands from the
    # first to the last at once.
    groups = [[each] for each in written] if len(written) <= _FEW else [written]
    for number, group in enumerate(groups):
        cursor = QTextCursor(document)
        if number:
            cursor.joinPreviousEditBlock()
        else:
            cursor.beginEditBlock()
        for block, changes in group:
            _write(cursor, block, changes)
        cursor.endEditBlock()


def select_words(document: StoryDocument, key: str, start: int, end: int) -> QTextCursor | None:
    """A cursor that selects words of a block, by code points of its text; None where the block is gone."""
    block = document.block_of(key)
    if block is None:
        return None
    first, last = to_document_all(block.text(), (start, end))
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + first)
    cursor.setPosition(block.position() + last, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _write(cursor: QTextCursor, block: QTextBlock, edits: Sequence[Edit]) -> None:
    origin = block.position()
    ends = to_document_all(block.text(), [place for edit in edits for place in (edit.start, edit.end)])
    # From the last to the first, so that the places of those before stay true.
    for edit, start, end in reversed(list(zip(edits, ends[::2], ends[1::2], strict=True))):
        cursor.setPosition(origin + start + 1)
        worn = cursor.charFormat()
        cursor.setPosition(origin + start)
        cursor.setPosition(origin + end, QTextCursor.MoveMode.KeepAnchor)
        if edit.text:
            cursor.insertText(edit.text.replace("\n", SOFT_BREAK), worn)
        else:
            cursor.removeSelectedText()
