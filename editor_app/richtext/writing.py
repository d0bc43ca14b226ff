"""Writing: puts blocks of a story into a document by cursor, each as one QTextBlock."""

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor

from editor_app.richtext.look import Look, block_format, empty_line_format
from editor_app.richtext.roles import (
    OBJECT,
    SOFT_BREAK,
    BlockRole,
    RunRole,
    block_role,
    object_format,
    run_format,
)
from editor_app.richtext.tabling import embed_format, table_format
from editor_app.story.body import Block, Embed, PhotoBlock, Span, Table, TextBlock, Worded
from editor_app.story.marks import DECORATORS, new_key


def role_of(block: Block) -> BlockRole:
    """The role that a story's block has in a document."""
    if isinstance(block, TextBlock):
        return BlockRole(block.key, block.style, block.list_item, block.level, block.start, block.dir)
    if isinstance(block, Table | Embed):
        return BlockRole(block.key, "table" if isinstance(block, Table) else "embed")
    return BlockRole(block.key, "photo" if isinstance(block, PhotoBlock) else "break")


def set_role(block: QTextBlock, role: BlockRole, look: Look) -> None:
    """Gives a block a role and the margins that go with it; nothing is done where it has them."""
    cursor = QTextCursor(block)
    written = block_format(role, look)
    if written != block.blockFormat():
        cursor.setBlockFormat(written)
    ending = empty_line_format(role, look)
    if ending != block.charFormat():
        cursor.setBlockCharFormat(ending)


def write_content(cursor: QTextCursor, block: Block) -> None:
    """Writes what a block holds at the cursor."""
    if isinstance(block, TextBlock):
        for span in block.children:
            write_span(cursor, block, span)
    elif isinstance(block, Table):
        cursor.insertText(OBJECT, table_format(block))
    elif isinstance(block, Embed):
        cursor.insertText(OBJECT, embed_format(block))
    elif isinstance(block, PhotoBlock):
        cursor.insertText(OBJECT, object_format("photo", block.photo))
    else:
        cursor.insertText(OBJECT, object_format("break"))


def write_span(cursor: QTextCursor, block: Worded, span: Span) -> None:
    """Writes the words of a span with its role."""
    decorators = tuple(sorted(mark for mark in span.marks if mark in DECORATORS))
    role = RunRole(decorators, block.href(span) or "")
    cursor.insertText(span.text.replace("\n", SOFT_BREAK), run_format(role))


def open_block(cursor: QTextCursor, role: BlockRole, look: Look) -> None:
    """Ends the block at the cursor and begins another with a role."""
    cursor.insertBlock(block_format(role, look), empty_line_format(role, look))


def insert_after(block: QTextBlock, fresh: Block, look: Look) -> QTextBlock:
    """Writes a block below `block`; returns it."""
    cursor = QTextCursor(block)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    open_block(cursor, role_of(fresh), look)
    write_content(cursor, fresh)
    return cursor.block()


def insert_before(block: QTextBlock, fresh: Block, look: Look) -> QTextBlock:
    """Writes a block above `block`; returns it."""
    cursor = QTextCursor(block)
    cursor.insertBlock(block.blockFormat(), block.charFormat())
    cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
    set_role(cursor.block(), role_of(fresh), look)
    write_content(cursor, fresh)
    return cursor.block()


def remove_block(block: QTextBlock, look: Look) -> QTextCursor:
    """Takes a block out, its neighbours left as they are; returns a cursor where it stood.

    The only block of a document becomes an empty paragraph.
    """
    cursor = QTextCursor(block)
    after, before = block.next(), block.previous()
    if after.isValid():
        cursor.setPosition(after.position(), QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
    elif before.isValid():
        # Where the block above is empty, Qt keeps the format of the one that goes.
        kept, ending = before.blockFormat(), before.charFormat()
        cursor.setPosition(before.position() + before.length() - 1)
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        if cursor.blockFormat() != kept:
            cursor.setBlockFormat(kept)
            cursor.setBlockCharFormat(ending)
    else:
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        set_role(cursor.block(), BlockRole(new_key((block_role(block).key,))), look)
        cursor.setCharFormat(QTextCharFormat())
    return cursor
