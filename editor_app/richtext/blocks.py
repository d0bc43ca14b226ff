"""Blocks: photos, dividers, tables and whole blocks put in, taken out and moved; each is one undo step."""

from dataclasses import replace

from PySide6.QtGui import QTextBlock, QTextCursor

from editor_app.richtext.commands import one_step, selected_blocks, story_document
from editor_app.richtext.document import read_block
from editor_app.richtext.look import Look
from editor_app.richtext.roles import BlockRole, block_role, card_of, key_of, object_format, object_kind
from editor_app.richtext.tabling import embed_in, table_format, table_in
from editor_app.richtext.writing import insert_after, insert_before, remove_block, set_role
from editor_app.story.body import BreakBlock, Embed, PhotoBlock, Table, TextBlock
from editor_app.story.marks import new_key
from editor_app.story.normal import normal_table


def insert_photo(cursor: QTextCursor, photo: str) -> str:
    """Puts a photo (an attachment's key) where the cursor stands; returns the key of its block.

    It goes below the cursor's paragraph, above it where the cursor is at its beginning, and in place of an empty
    one. The cursor ends in the block below, which is made where there is none.
    """
    return _insert_card(cursor, PhotoBlock(fresh_key(cursor), photo))


def insert_break(cursor: QTextCursor) -> str:
    """Puts a divider where the cursor stands, as `insert_photo` does; returns the key of its block."""
    return _insert_card(cursor, BreakBlock(fresh_key(cursor)))


def insert_table(cursor: QTextCursor, table: Table) -> str:
    """Puts a table where the cursor stands, as `insert_photo` does; returns the key of its block."""
    return _insert_card(cursor, replace(normal_table(table), key=fresh_key(cursor)))


def insert_embed(cursor: QTextCursor, embed: Embed) -> str:
    """Puts the place of a picture where the cursor stands, as `insert_photo` does; returns its block's key."""
    return _insert_card(cursor, replace(embed, key=fresh_key(cursor)))


def embed_at(cursor: QTextCursor) -> Embed | None:
    """The embed that a cursor stands on."""
    card = card_of(cursor.block())
    return None if card is None or object_kind(card) != "embed" else embed_in(card, key_of(cursor.block()))


def set_fetched(cursor: QTextCursor, photo: str) -> None:
    """Puts a photo (an attachment's key) in the place of the embed that the cursor stands on; its key stays."""
    block = cursor.block()
    if embed_at(cursor) is None:
        return
    with one_step(cursor) as look:
        place = QTextCursor(block)
        place.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        place.setCharFormat(object_format("photo", photo))
        set_role(block, BlockRole(key_of(block), "photo"), look)


def table_at(cursor: QTextCursor) -> Table | None:
    """The table that a cursor stands on, in normal form."""
    card = card_of(cursor.block())
    return None if card is None or object_kind(card) != "table" else table_in(card, key_of(cursor.block()))


def set_table(cursor: QTextCursor, table: Table) -> None:
    """Lets the table that the cursor stands on say something else; its key stays, and so does the cursor."""
    if table_at(cursor) in {None, replace(normal_table(table), key=key_of(cursor.block()))}:
        return
    with one_step(cursor):
        place = QTextCursor(cursor.block())
        place.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        place.setCharFormat(table_format(normal_table(table)))


def remove_current(cursor: QTextCursor) -> None:
    """Takes the block at the cursor out, a card or a paragraph as a whole."""
    with one_step(cursor) as look:
        cursor.setPosition(remove_block(cursor.block(), look).position())


def move_blocks(cursor: QTextCursor, *, down: bool) -> bool:
    """Moves the selected blocks over the one above or below, selection included; whether there was one.

    The number that a list begins with stays at its top.
    """
    chosen = selected_blocks(cursor)
    neighbour = chosen[-1].next() if down else chosen[0].previous()
    if not neighbour.isValid():
        return False
    document = cursor.document()
    first, last = chosen[0].blockNumber(), chosen[-1].blockNumber()
    top = min(first, neighbour.blockNumber())
    top_role = block_role(document.findBlockByNumber(top))
    shift = neighbour.length() if down else -neighbour.length()
    anchor, position = cursor.anchor() + shift, cursor.position() + shift
    with one_step(cursor) as look:
        moved = next(read_block(neighbour))
        remove_block(neighbour, look)
        if down:
            insert_before(document.findBlockByNumber(first), moved, look)
        else:
            insert_after(document.findBlockByNumber(last - 1), moved, look)
        if top_role.start is not None:
            _begin_list_at(document.findBlockByNumber(top), top_role, look)
    # A selection that ended at the start of the block below may now end at the end of all.
    end = document.characterCount() - 1
    cursor.setPosition(min(anchor, end))
    cursor.setPosition(min(position, end), QTextCursor.MoveMode.KeepAnchor)
    return True


def move_card(cursor: QTextCursor, key: str, before: int) -> bool:
    """Moves the block with a key in front of the one numbered `before` (from 0; the number of blocks is the end).

    The cursor goes with it. Whether it stands elsewhere now.
    """
    document = story_document(cursor)
    number = document.keeper.number_of(key)
    if number is None or before in {number, number + 1} or not 0 <= before <= document.blockCount():
        return False
    with one_step(cursor) as look:
        moved = next(read_block(document.findBlockByNumber(number)))
        remove_block(document.findBlockByNumber(number), look)
        to = before if before < number else before - 1
        if to < document.blockCount():
            placed = insert_before(document.findBlockByNumber(to), moved, look)
        else:
            placed = insert_after(document.lastBlock(), moved, look)
        cursor.setPosition(placed.position())
    return True


def _begin_list_at(top: QTextBlock, was: BlockRole, look: Look) -> None:
    """Hands the number that a list begins with from the item that was its first to the one that now is."""
    role = block_role(top)
    if (role.list_item, role.level) != (was.list_item, was.level):
        return
    set_role(top, replace(role, start=was.start), look)
    below = top.next()
    while below.isValid():
        if key_of(below) == was.key:
            set_role(below, replace(block_role(below), start=None), look)
            return
        below = below.next()


def fresh_key(cursor: QTextCursor) -> str:
    """A key that no block of the cursor's document has."""
    return new_key(frozenset(story_document(cursor).keeper.order))


def is_empty_paragraph(block: QTextBlock) -> bool:
    """Whether a block is a plain paragraph without words."""
    role = block_role(block)
    return block.length() == 1 and role.style == "normal" and role.list_item is None


def _insert_card(cursor: QTextCursor, card: PhotoBlock | BreakBlock | Table | Embed) -> str:
    with one_step(cursor) as look:
        cursor.setPosition(cursor.selectionEnd())
        here = cursor.block()
        if is_empty_paragraph(here):
            placed = insert_before(here, card, look)
            here = placed.next()
            if here.next().isValid():
                remove_block(here, look)
        elif cursor.atBlockStart() and not block_role(here).is_card:
            placed = insert_before(here, card, look)
        else:
            placed = insert_after(here, card, look)
        below = placed.next()
        if not below.isValid():
            below = insert_after(placed, TextBlock(fresh_key(cursor)), look)
        cursor.setPosition(below.position())
    return card.key
