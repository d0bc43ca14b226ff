"""Typing help: does to what was just typed what the house helps with, as an undo step of its own.

The typed sign stands in the document already, so one undo brings it back as it was typed, the caret behind it.
"""

from PySide6.QtGui import QTextCursor

from editor_app.richtext.blocks import insert_break
from editor_app.richtext.commands import one_step
from editor_app.richtext.offsets import units
from editor_app.richtext.roles import BlockRole, block_role, run_role
from editor_app.richtext.writing import set_role
from editor_app.story import markers
from editor_app.story.markers import Marker, marker
from editor_app.story.typing_rules import Typing
from editor_app.story.typography import replacement

_FAR = 600  # UTF-16 units before the caret that are looked at: how far back an open quotation is found
_ENDED = "\n"


def help_typing(cursor: QTextCursor, typing: Typing) -> bool:
    """Helps with the sign before the caret, in a story or a field; whether it did anything."""
    return not cursor.hasSelection() and _replace(cursor, cursor, "", typing)


def help_ended(cursor: QTextCursor, typing: Typing) -> bool:
    """Helps with the end of the paragraph above, as Enter has just made it; the caret stays where it is."""
    above = cursor.block().previous()
    if cursor.hasSelection() or not cursor.atBlockStart() or not above.isValid():
        return False
    end = QTextCursor(above)
    end.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    return _replace(cursor, end, _ENDED, typing)


def help_marker(cursor: QTextCursor, typing: Typing) -> bool:
    """Makes of a plain paragraph what signs typed at its beginning ask for, such as "## "; whether it did.

    Signs that ask for a divider do so only where nothing else stands in the paragraph.
    """
    block = cursor.block()
    place = cursor.position() - block.position()
    role = block_role(block)
    if "markers" not in typing.helps or cursor.hasSelection() or place > markers.LONGEST:
        return False
    if role.style != "normal" or not _is_plain(cursor, block.position(), cursor.position()):
        return False
    wanted = marker(_before(cursor))
    if role.list_item:
        return wanted is not None and wanted.list_item is not None and _swallow(cursor)
    if wanted is None or (wanted.style == "break" and not cursor.atBlockEnd()):
        return False
    _make(cursor, wanted, role)
    return True


def _swallow(cursor: QTextCursor) -> bool:
    """Takes away a marker that was typed, out of habit, where the list has set its own."""
    with one_step(cursor):
        _remove_signs(cursor)
    return True


def _remove_signs(cursor: QTextCursor) -> None:
    signs = QTextCursor(cursor)
    signs.setPosition(cursor.block().position(), QTextCursor.MoveMode.KeepAnchor)
    signs.removeSelectedText()


def _make(cursor: QTextCursor, wanted: Marker, role: BlockRole) -> None:
    with one_step(cursor) as look:
        _remove_signs(cursor)
        if wanted.style == "break":
            insert_break(cursor)
            return
        above = block_role(cursor.block().previous())
        goes_on = above.list_item == "number" and wanted.list_item == "number"
        set_role(
            cursor.block(),
            BlockRole(
                role.key,
                wanted.style,
                wanted.list_item,
                start=None if goes_on or wanted.start == 1 else wanted.start,
                dir=role.dir,
            ),
            look,
        )


def _replace(caret: QTextCursor, end: QTextCursor, typed: str, typing: Typing) -> bool:
    """Replaces before `end` what help says; `typed` was typed there and is no part of the text."""
    before = _before(end)
    found = replacement(before + typed, typing)
    if found is None:
        return False
    start = end.position() - units(before[found.start :])
    stop = end.position() - units(before[found.end :])
    if not _is_plain(caret, min(start, end.position() - 1), max(stop, end.position() - 1)):
        return False
    caret.beginEditBlock()  # where the caret is now, undo puts it again
    place = QTextCursor(caret)
    place.setPosition(start + 1)
    written = place.charFormat()
    # What goes is taken out last: what is typed next would join the step of what was put in last.
    place.setPosition(start)
    place.insertText(found.text, written)
    place.setPosition(place.position() + stop - start, QTextCursor.MoveMode.KeepAnchor)
    place.removeSelectedText()
    caret.endEditBlock()
    return True


def _before(cursor: QTextCursor) -> str:
    """The text of the block before a cursor, as far as anybody looks."""
    block = cursor.block().position()
    seen = QTextCursor(cursor)
    seen.setPosition(max(block, cursor.position() - _FAR))
    seen.setPosition(cursor.position(), QTextCursor.MoveMode.KeepAnchor)
    return seen.selectedText()


def _is_plain(cursor: QTextCursor, start: int, end: int) -> bool:
    """Whether no sign from `start` to before `end` is code or part of a link."""
    place = QTextCursor(cursor)
    for position in range(start, end):
        place.setPosition(position + 1)
        role = run_role(place.charFormat())
        if role.href or "code" in role.decorators:
            return False
    return True
