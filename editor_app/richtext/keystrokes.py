"""Keystrokes: what Enter, Backspace, Delete and typed text do where Qt's own behaviour does not fit a story.

The view asks here before it lets Qt handle a key. A function that returns a bool says whether it did something
to document or cursor; where it did not, Qt's own handling is right. A changed cursor goes back to the view.
"""

from dataclasses import replace

from PySide6.QtGui import QTextBlock, QTextCursor

from editor_app.richtext.blocks import fresh_key, is_empty_paragraph, remove_current
from editor_app.richtext.commands import one_step, outdent
from editor_app.richtext.look import Look
from editor_app.richtext.roles import BlockRole, block_role, run_format, run_role, runs_of
from editor_app.richtext.writing import insert_after, insert_before, open_block, set_role
from editor_app.story.body import TextBlock

_ENDS_WITH_ITSELF = ("h2", "h3", "h4", "pullquote")


def before_text(cursor: QTextCursor) -> bool:
    """Makes a cursor fit for text that is about to be typed or pasted.

    Beside a photo or divider a new paragraph is begun; at the end of a link what follows is no part of it.
    """
    if cursor.hasSelection():
        return False
    if block_role(cursor.block()).is_card:
        with one_step(cursor) as look:
            _begin_beside_card(cursor, look)
        return True
    role = run_role(cursor.charFormat())
    if not role.href or not _leaves_link(cursor, role.href):
        return False
    cursor.setCharFormat(run_format(replace(role, href="")))
    return True


def type_over_link(cursor: QTextCursor, text: str) -> bool:
    """Types in place of a link that is selected whole: what is typed is no link. False where there is none."""
    if not cursor.hasSelection():
        return False
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    runs = runs_of(cursor.document().findBlock(start))
    before = next((run for run in runs if run.end == start), None)
    linked = [run for run in runs if run.start >= start and run.role.href]
    if not linked or linked[0].start != start or (before is not None and before.role.href == linked[0].role.href):
        return False
    same = [run for run in linked if run.role.href == linked[0].role.href]
    if same[-1].end > end:
        return False
    with one_step(cursor):
        cursor.insertText(text, run_format(replace(linked[0].role, href="")))
    return True


def enter(cursor: QTextCursor) -> None:
    """Ends a paragraph and begins the next, in place of what is selected; one undo step.

    A heading or pull quote is followed by a paragraph; an empty heading or quotation becomes one; an empty list
    item moves out by a level, and so out of the list.
    """
    with one_step(cursor) as look:
        cursor.removeSelectedText()
        block = cursor.block()
        role = block_role(block)
        if role.is_card and block.length() > 1:
            _begin_beside_card(cursor, look)
        elif block.length() == 1 and role.list_item:
            outdent(cursor)
        elif block.length() == 1 and role.style != "normal":
            set_role(block, replace(role, style="normal"), look)
        else:
            _split(cursor, role, look)


def backspace(cursor: QTextCursor) -> bool:
    """On a card: takes it out. At the start of a list item: one level out, and so out of the list.

    At the start of a block below a card the cursor goes onto the card, so that the next stroke takes it out.
    Left to itself Qt would only lessen the indent of a quotation, and of everything selected above one.
    """
    block = cursor.block()
    if cursor.hasSelection():
        cursor.removeSelectedText()
    elif block_role(block).is_card:
        remove_current(cursor)
    elif not cursor.atBlockStart():
        return False
    elif block_role(block).list_item:
        outdent(cursor)
    elif not _onto_card(cursor, block.previous()):
        cursor.deletePreviousChar()
    return True


def delete(cursor: QTextCursor) -> bool:
    """On a card: takes it out. At the end of a block above a card the cursor goes onto the card."""
    if cursor.hasSelection():
        return False
    if block_role(cursor.block()).is_card:
        remove_current(cursor)
        return True
    return cursor.atBlockEnd() and _onto_card(cursor, cursor.block().next())


def _onto_card(cursor: QTextCursor, card: QTextBlock) -> bool:
    """Puts the cursor onto a neighbouring card; an empty paragraph that it leaves goes."""
    if not block_role(card).is_card:
        return False
    place = QTextCursor(card)
    if is_empty_paragraph(cursor.block()):
        remove_current(cursor)
    cursor.setPosition(place.position())
    return True


def _begin_beside_card(cursor: QTextCursor, look: Look) -> None:
    """Begins a paragraph above a card where the cursor stands before its object, else below."""
    fresh = TextBlock(fresh_key(cursor))
    card = cursor.block()
    placed = insert_before(card, fresh, look) if cursor.atBlockStart() else insert_after(card, fresh, look)
    cursor.setPosition(placed.position())


def _split(cursor: QTextCursor, role: BlockRole, look: Look) -> None:
    """Parts the block at the cursor. Both parts bear its key for now: the `KeyKeeper` knows whose it is."""
    at_start, at_end = cursor.atBlockStart(), cursor.atBlockEnd()
    typed = run_role(cursor.charFormat())
    plain = replace(role, style="normal") if role.style in _ENDS_WITH_ITSELF else role
    open_block(cursor, replace(plain if at_end else role, start=None), look)
    if at_start and not at_end:
        set_role(cursor.block().previous(), plain, look)
    if at_end:
        marks = () if plain.style != role.style else typed.decorators
        cursor.setCharFormat(run_format(replace(typed, decorators=marks, href="")))


def _leaves_link(cursor: QTextCursor, href: str) -> bool:
    """Whether what stands after the cursor is no part of the link before it."""
    after = next((run for run in runs_of(cursor.block()) if run.start <= cursor.position() < run.end), None)
    return after is None or after.role.href != href
