"""Guard: keeps photos and dividers alone in their blocks, whatever typing, pasting or deleting did to them."""

from dataclasses import replace

from PySide6.QtGui import QTextBlock, QTextCursor

from editor_app.richtext.look import Look
from editor_app.richtext.roles import (
    OBJECT,
    BlockRole,
    block_role,
    blocks_between,
    card_of,
    object_kind,
    run_format,
    runs_of,
)
from editor_app.richtext.writing import set_role


def is_whole(block: QTextBlock) -> bool:
    """Whether a block holds either one object of its style, or words alone."""
    role = block_role(block)
    card = card_of(block)
    if card is not None:
        return object_kind(card) == role.style
    return not role.is_card and not any(object_kind(run.format) for run in runs_of(block))


def mend(block: QTextBlock, look: Look) -> int:
    """Parts a block into blocks that are whole; the caller holds the edit block open.

    The part that the block was for (its object, or its first words) keeps the key; the others get none, and the
    `KeyKeeper` gives them one. Objects that are not ours stay where they are, and are never read.

    Returns:
        The number of blocks that it became.
    """
    document = block.document()
    first, before, role = block.blockNumber(), document.blockCount(), block_role(block)
    _part(block)
    parts = 1 + document.blockCount() - before
    key = role.key
    for part in blocks_between(document.findBlockByNumber(first), first + parts - 1):
        card = card_of(part)
        kind = None if card is None else object_kind(card)
        keeps = role.style == kind if kind else not role.is_card
        held = key if keeps else ""
        key = "" if keeps else key
        if kind:
            set_role(part, BlockRole(held, kind), look)
        else:
            _make_words(part)
            set_role(part, BlockRole(held) if role.is_card else replace(role, key=held), look)
    return parts


def _part(block: QTextBlock) -> None:
    """Gives every object a block of its own, from the last to the first so that positions stay true."""
    document, origin = block.document(), block.position()
    cursor = QTextCursor(block)
    end = origin + block.length() - 1
    places = [
        place
        for run in runs_of(block)
        for place in range(run.start, run.end)
        if object_kind(run.format) and document.characterAt(place) == OBJECT
    ]
    for place in reversed(places):
        if place + 1 < end:
            cursor.setPosition(place + 1)
            cursor.insertBlock()
        if place > origin:
            cursor.setPosition(place)
            cursor.insertBlock()
        end = place


def _make_words(block: QTextBlock) -> None:
    """Words typed beside an object inherited its format: they become plain."""
    cursor = QTextCursor(block)
    for run in runs_of(block):
        if object_kind(run.format):
            cursor.setPosition(run.start)
            cursor.setPosition(run.end, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(run_format(run.role))
