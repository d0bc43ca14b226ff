"""Commands: what the formatting toolbar does to the selected text; each command is one undo step.

A cursor handed in must belong to a `StoryDocument`. Where nothing is selected, marks go to the cursor: hand it
back to the view (`setTextCursor`), so that what is typed next bears them.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import cast

from PySide6.QtGui import QTextBlock, QTextCursor

from editor_app.richtext.look import Look
from editor_app.richtext.roles import (
    OBJECT,
    SOFT_BREAK,
    BlockRole,
    ObjectKind,
    Run,
    RunRole,
    block_role,
    blocks_between,
    run_format,
    run_role,
    runs_of,
)
from editor_app.richtext.story_document import StoryDocument
from editor_app.richtext.writing import set_role
from editor_app.story.marks import MAX_LEVEL, Direction, ListItem, Style
from editor_app.story.normal import safe_href
from editor_app.words import Refused


@dataclass(frozen=True, slots=True)
class CursorState:
    """What stands at a cursor, for the toolbar to show.

    `style` is the kind of card where one stands there. Of a selection, only decorators that all of it bears are
    named.
    """

    style: Style | ObjectKind
    decorators: frozenset[str]
    list_item: ListItem | None
    level: int
    href: str | None


def state_at(cursor: QTextCursor) -> CursorState:
    """What the toolbar shows for a cursor."""
    role = block_role(cursor.document().findBlock(cursor.selectionStart()))
    runs = selected_runs(cursor)
    marked = [run.role for run in runs] or [run_role(cursor.charFormat())]
    decorators = frozenset(marked[0].decorators).intersection(*(each.decorators for each in marked))
    return CursorState(role.style, decorators, role.list_item, role.level, marked[0].href or None)


def set_style(cursor: QTextCursor, style: Style) -> None:
    """Makes the selected blocks paragraphs, headings or quotations; list items leave their list."""
    with one_step(cursor) as look:
        for block, role in _words(cursor):
            set_role(block, replace(role, style=style, list_item=None, level=1, start=None), look)


def toggle_list(cursor: QTextCursor, kind: ListItem) -> None:
    """Makes the selected blocks items of a list, or plain paragraphs where all of them are of this kind."""
    with one_step(cursor) as look:
        words = _words(cursor)
        leaves = bool(words) and all(role.list_item == kind for _, role in words)
        for block, role in words:
            level = role.level if role.list_item else 1
            listed = replace(role, style="normal", list_item=kind, level=level, start=None)
            set_role(block, _unlisted(role) if leaves else listed, look)


def start_list_at(cursor: QTextCursor, number: int) -> None:
    """Lets the numbered list whose first item stands at the cursor begin with a number."""
    with one_step(cursor) as look:
        block = cursor.block()
        role = block_role(block)
        if role.list_item == "number":
            set_role(block, replace(role, start=None if number == 1 else number), look)


def indent(cursor: QTextCursor) -> bool:
    """Moves the selected list items one level in, at most one below the item above; whether any moved."""
    moved = False
    with one_step(cursor) as look:
        for block, role in _words(cursor):
            above = block_role(block.previous())
            deepest = min(above.level + 1 if above.list_item else 1, MAX_LEVEL)
            if role.list_item and role.level < deepest:
                set_role(block, replace(role, level=role.level + 1, start=None), look)
                moved = True
    return moved


def outdent(cursor: QTextCursor) -> bool:
    """Moves the selected list items one level out, from the first out of the list; whether any moved."""
    moved = False
    with one_step(cursor) as look:
        for block, role in _words(cursor):
            if role.list_item:
                out = replace(role, level=role.level - 1, start=None) if role.level > 1 else _unlisted(role)
                set_role(block, out, look)
                moved = True
    return moved


def set_direction(cursor: QTextCursor, direction: Direction | None) -> None:
    """Sets the direction of the selected blocks; None is that of the story's language."""
    with one_step(cursor) as look:
        for block, role in _words(cursor):
            set_role(block, replace(role, dir=direction), look)


def toggle_decorator(cursor: QTextCursor, decorator: str) -> None:
    """Gives the selected words a decorator, or takes it where all bear it; sub and sup exclude each other."""
    bears = decorator in state_at(cursor).decorators
    other = {"sub": "sup", "sup": "sub"}.get(decorator)

    def change(role: RunRole) -> RunRole:
        rest = {mark for mark in role.decorators if mark not in (decorator, other)}
        kept = set(role.decorators) - {decorator} if bears else rest | {decorator}
        return replace(role, decorators=tuple(sorted(kept)))

    _change_runs(cursor, change)


def set_link(cursor: QTextCursor, address: str) -> None:
    """Lets the selected words link to an address; without a selection the link at the cursor, else writes it.

    Raises:
        Refused: `link-not-allowed`, where the address is none that a story may link to.
    """
    href = safe_href(address)
    if href is None:
        raise Refused("link-not-allowed", address=address)
    if not cursor.hasSelection() and link_at(cursor) is None:
        with one_step(cursor):
            if not block_role(cursor.block()).is_card:
                role = run_role(cursor.charFormat())
                cursor.insertText(href, run_format(replace(role, href=href)))
        return
    _change_runs(link_at(cursor) or cursor, lambda role: replace(role, href=href))


def remove_link(cursor: QTextCursor) -> None:
    """Takes the links from the selected words; without a selection the whole link at the cursor."""
    _change_runs(link_at(cursor) or cursor, lambda role: replace(role, href=""))


def link_at(cursor: QTextCursor) -> QTextCursor | None:
    """A cursor that selects the whole link that a cursor without selection stands in or beside."""
    if cursor.hasSelection():
        return None
    runs = runs_of(cursor.block())
    position = cursor.position()
    beside = [place for place, run in enumerate(runs) if run.start <= position <= run.end and run.role.href]
    if not beside:
        return None
    here = beside[0]
    href, first, last = runs[here].role.href, here, here
    while first > 0 and runs[first - 1].role.href == href:
        first -= 1
    while last + 1 < len(runs) and runs[last + 1].role.href == href:
        last += 1
    found = QTextCursor(cursor)
    found.setPosition(runs[first].start)
    found.setPosition(runs[last].end, QTextCursor.MoveMode.KeepAnchor)
    return found


def href_at(cursor: QTextCursor) -> str:
    """The address of the link that a cursor stands in or beside, or of the first that it selects; "" of none."""
    around = link_at(cursor)
    if around is not None:
        return next(run.role.href for run in selected_runs(around))
    return next((run.role.href for run in selected_runs(cursor) if run.role.href), "")


def clear_formatting(cursor: QTextCursor) -> None:
    """Takes decorators and links from the selected words; without a selection from the whole block."""
    target = QTextCursor(cursor)
    if not cursor.hasSelection():
        target.select(QTextCursor.SelectionType.BlockUnderCursor)
        cursor.setCharFormat(run_format(RunRole()))
    _change_runs(target, lambda _: RunRole())


def insert_soft_break(cursor: QTextCursor) -> None:
    """Begins a new line in the same block, in place of what is selected."""
    with one_step(cursor):
        cursor.removeSelectedText()
        if not block_role(cursor.block()).is_card:
            cursor.insertText(SOFT_BREAK)


@contextmanager
def one_step(cursor: QTextCursor) -> Iterator[Look]:
    """Makes everything done inside one undo step; gives the look of the cursor's document."""
    cursor.beginEditBlock()
    try:
        yield story_document(cursor).look
    finally:
        cursor.endEditBlock()


def story_document(cursor: QTextCursor) -> StoryDocument:
    """The document of a cursor."""
    return cast("StoryDocument", cursor.document())


def selected_blocks(cursor: QTextCursor) -> list[QTextBlock]:
    """The blocks that a selection touches, or the one at the cursor; not one at whose start a selection ends."""
    document = cursor.document()
    first, last = document.findBlock(cursor.selectionStart()), document.findBlock(cursor.selectionEnd())
    if last != first and last.position() == cursor.selectionEnd():
        last = last.previous()
    return list(blocks_between(first, last.blockNumber()))


def selected_runs(cursor: QTextCursor) -> list[Run]:
    """The runs of words in a selection, cut to it."""
    if not cursor.hasSelection():
        return []
    low, high = cursor.selectionStart(), cursor.selectionEnd()
    return [
        replace(run, start=max(run.start, low), end=min(run.end, high))
        for block in selected_blocks(cursor)
        for run in runs_of(block)
        if run.start < high and run.end > low and OBJECT not in run.text
    ]


def _change_runs(cursor: QTextCursor, change: Callable[[RunRole], RunRole]) -> None:
    """Changes the role of all selected words, or of what will be typed where nothing is selected."""
    if not cursor.hasSelection():
        cursor.setCharFormat(run_format(change(run_role(cursor.charFormat()))))
        return
    with one_step(cursor):
        place = QTextCursor(cursor)
        for run in selected_runs(cursor):
            fresh = change(run.role)
            if fresh != run.role:
                place.setPosition(run.start)
                place.setPosition(run.end, QTextCursor.MoveMode.KeepAnchor)
                place.setCharFormat(run_format(fresh))


def _words(cursor: QTextCursor) -> list[tuple[QTextBlock, BlockRole]]:
    """The selected blocks that hold words, with their roles."""
    roles = [(block, block_role(block)) for block in selected_blocks(cursor)]
    return [(block, role) for block, role in roles if not role.is_card]


def _unlisted(role: BlockRole) -> BlockRole:
    return replace(role, list_item=None, level=1, start=None)
