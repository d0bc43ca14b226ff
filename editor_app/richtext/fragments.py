"""Fragments: part of a story taken from a document, and put into one, as the clipboard does."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtGui import QTextBlock, QTextCursor

from editor_app.richtext.blocks import is_empty_paragraph
from editor_app.richtext.commands import one_step, selected_blocks, story_document
from editor_app.richtext.document import read_block
from editor_app.richtext.keystrokes import before_text
from editor_app.richtext.look import Look
from editor_app.richtext.roles import block_role, key_of, rekeyed
from editor_app.richtext.writing import insert_after, remove_block, role_of, set_role, write_content
from editor_app.story.body import Block, Body, TextBlock
from editor_app.story.marks import new_key
from editor_app.story.normal import normalise


def copied(cursor: QTextCursor) -> Body:
    """What a cursor selects, in normal form; blocks at its ends only as far as they are selected."""
    if not cursor.hasSelection():
        return ()
    low, high = cursor.selectionStart(), cursor.selectionEnd()
    return normalise(
        tuple(part for block in selected_blocks(cursor) for part in read_block(block, low, high)),
        story_document(cursor).direction,
    )


def paste(cursor: QTextCursor, body: Body) -> QTextBlock:
    """Puts a body in place of what is selected; one undo step. A block keeps its key where none here has it.

    The words of a first paragraph join the block at the cursor, or take the place of an empty one, key and all;
    what stood after the cursor follows the last pasted words.

    Returns:
        The block that the body's last one became.
    """
    with one_step(cursor) as look:
        cursor.removeSelectedText()
        if not body:
            return cursor.block()
        before_text(cursor)
        return _paste(cursor, body, look)


def _paste(cursor: QTextCursor, body: Body, look: Look) -> QTextBlock:
    parts = not cursor.atBlockEnd() and not (len(body) == 1 and isinstance(body[0], TextBlock))
    # Pasted before all its words, the block at the cursor is the one that stands below afterwards.
    own_key = key_of(cursor.block()) if parts and cursor.atBlockStart() else ""
    gives_way = cursor.block().length() == 1
    if parts:
        cursor.insertBlock()
        cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter)  # Left is forwards in Arabic words
    above = last = cursor.block()
    fresh = with_own_keys(body, story_document(cursor).keeper.order, key_of(above) if gives_way else "")
    for number, block in enumerate(fresh):
        if number == 0 and isinstance(block, TextBlock):
            _write_first(cursor, block, look)
        else:
            last = insert_after(last, block, look)
    end = QTextCursor(last)
    end.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    cursor.setPosition(end.position())
    if parts and isinstance(body[-1], TextBlock) and last.length() > 1:
        # The cursor would follow the words that join: an own one deletes the end between them.
        end.deleteChar()
        if own_key:
            QTextCursor(last).setBlockFormat(rekeyed(last.blockFormat(), own_key))
    if last != above and is_empty_paragraph(above):
        remove_block(above, look)
    return last


def _write_first(cursor: QTextCursor, block: TextBlock, look: Look) -> None:
    """Writes the words of a first paragraph at the cursor; an empty block there becomes what they were."""
    here, role = block_role(cursor.block()), role_of(block)
    if cursor.block().length() == 1:
        set_role(cursor.block(), replace(here, key=role.key) if here.list_item else role, look)
    write_content(cursor, block)


def with_own_keys(body: Body, standing: Iterable[str], given_up: str) -> Body:
    """The body with fresh keys where one stands in the document, but for that of a block that gives way."""
    taken = set(standing) - {given_up}
    fresh: list[Block] = []
    for block in body:
        key = block.key if block.key and block.key not in taken else new_key(taken)
        taken.add(key)
        fresh.append(replace(block, key=key))
    return tuple(fresh)
