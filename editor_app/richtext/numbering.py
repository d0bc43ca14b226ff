"""Numbering: what number a list item bears, counted from roles as the normal form of a body means it.

No QTextList: the flat items with levels of Portable Text are numbered where they are painted, so no number is
ever stale, nothing is renumbered in the undo history, and Qt cannot take an item out of its list behind our back.
"""

from PySide6.QtGui import QTextBlock

from editor_app.richtext.roles import block_role


def item_number(block: QTextBlock) -> int:
    """The number of a list item, counted from its list's first item, which may say where to start.

    Items of the same kind and level are one list as long as only deeper items stand between them.
    """
    mine = block_role(block)
    before, start = 0, mine.start
    other = block.previous()
    while other.isValid():
        role = block_role(other)
        if role.list_item is None or role.level < mine.level:
            break
        if role.level == mine.level:
            if role.list_item != mine.list_item:
                break
            before, start = before + 1, role.start
        other = other.previous()
    return before + (1 if start is None else start)


def list_start(block: QTextBlock) -> QTextBlock:
    """The first block of the unbroken run of list items that `block` stands in; itself where it is no item."""
    first = block
    while block_role(first).list_item and block_role(first.previous()).list_item:
        first = first.previous()
    return first
