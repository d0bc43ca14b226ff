"""Replacing: words of many blocks exchanged as one undo step; marks, keys and cards stay as they are."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtGui import QTextBlock, QTextCursor

from editor_app.richtext.offsets import to_document_all
from editor_app.richtext.roles import OBJECT, SOFT_BREAK, card_of, key_of, object_kind
from editor_app.richtext.story_document import StoryDocument
from editor_app.richtext.tabling import table_format, table_in
from editor_app.story.passages import Spot
from editor_app.story.replacing import Edit, edited_table

_FEW: Final = 60  # blocks; below it is faster to go from one to the next


def replace_words(document: StoryDocument, edits: Mapping[Spot, Sequence[Edit]]) -> None:
    """Makes the edits of each passage of the body (in order, not over one another), all as one undo step.

    What is written bears the marks and the link of the first sign that it takes the place of. Blocks that are
    gone are left alone, and so are photos and dividers.
    """
    by_key: dict[str, dict[Spot, Sequence[Edit]]] = {}
    for spot, changes in edits.items():
        if changes:
            by_key.setdefault(spot.key, {})[spot] = changes
    numbers = [number for number, key in enumerate(document.keeper.order) if key in by_key]
    blocks = [block for number in numbers if _has_words(block := document.findBlockByNumber(number))]
    # One block after another is laid out and dressed anew each for itself; of many, all that stands from the
    # first to the last at once.
    groups = [[each] for each in blocks] if len(blocks) <= _FEW else [blocks]
    for number, group in enumerate(groups):
        cursor = QTextCursor(document)
        if number:
            cursor.joinPreviousEditBlock()
        else:
            cursor.beginEditBlock()
        for block in group:
            _change(cursor, block, by_key[key_of(block)])
        # What is typed behind the words written last would join their step: Qt joins equal commands alone.
        cursor.setBlockFormat(cursor.blockFormat())
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


def _has_words(block: QTextBlock) -> bool:
    card = card_of(block)
    return card is None or object_kind(card) == "table"


def _change(cursor: QTextCursor, block: QTextBlock, edits: Mapping[Spot, Sequence[Edit]]) -> None:
    card = card_of(block)
    if card is None:
        _write(cursor, block, edits.get(Spot("block", key_of(block)), ()))
    else:
        table = edited_table(table_in(card, key_of(block)), edits)
        cursor.setPosition(block.position())
        cursor.setPosition(block.position() + 1, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(OBJECT, table_format(table))


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
