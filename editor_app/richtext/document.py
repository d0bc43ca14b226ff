"""A story's body and a document: `fill` writes the one into the other, `read` reads it back in normal form."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument

from editor_app.richtext.look import Look, block_format, empty_line_format
from editor_app.richtext.numbering import list_start
from editor_app.richtext.offsets import code_points
from editor_app.richtext.roles import (
    OBJECT,
    SOFT_BREAK,
    Run,
    block_role,
    blocks_between,
    object_kind,
    photo_of,
    runs_of,
)
from editor_app.richtext.tabling import embed_in, table_in
from editor_app.richtext.writing import open_block, role_of, write_content
from editor_app.story.body import Block, Body, BreakBlock, Link, PhotoBlock, Span, TextBlock
from editor_app.story.marks import STYLES, Direction, Style, new_key
from editor_app.story.normal import link_key, normalise


def fill(document: QTextDocument, body: Body, look: Look, direction: Direction = "ltr") -> None:
    """Replaces everything in a document by a body. Keys stay; the undo history is empty, nothing is modified.

    Args:
        document: where it is written.
        body: what is written, in normal form; an empty one becomes one empty paragraph.
        look: the look in force, for margins and line heights.
        direction: the direction of the story's language.
    """
    for _ in filling(document, body, look, direction):
        pass


def filling(
    document: QTextDocument, body: Body, look: Look, direction: Direction = "ltr", *, at_once: int | None = None
) -> Iterator[None]:
    """The same in steps of `at_once` blocks, between which a window may go on; nothing may edit meanwhile."""
    document.setUndoRedoEnabled(False)
    document.clear()
    option = document.defaultTextOption()
    option.setTextDirection(
        Qt.LayoutDirection.RightToLeft if direction == "rtl" else Qt.LayoutDirection.LayoutDirectionAuto
    )
    document.setDefaultTextOption(option)
    blocks = normalise(body, direction) or (TextBlock(new_key()),)
    step = at_once or len(blocks)
    cursor = QTextCursor(document)
    for first in range(0, len(blocks), step):
        cursor.beginEditBlock()
        for number, block in enumerate(blocks[first : first + step], first):
            if number == 0:
                cursor.setBlockFormat(block_format(role_of(block), look))
                cursor.setBlockCharFormat(empty_line_format(role_of(block), look))
            else:
                open_block(cursor, role_of(block), look)
            write_content(cursor, block)
        cursor.endEditBlock()
        yield
    document.setUndoRedoEnabled(True)
    document.setModified(False)


def read(document: QTextDocument, direction: Direction = "ltr") -> Body:
    """The body that a document holds, in normal form. `direction` is that of the story's language."""
    raw = tuple(
        block
        for each in blocks_between(document.begin(), document.blockCount() - 1)
        for block in read_block(each)
    )
    return normalise(raw, direction)


def read_blocks(
    document: QTextDocument, first: int, last: int, direction: Direction = "ltr"
) -> tuple[Block, ...]:
    """The blocks numbered `first` to `last` (from 0, both included) as `read` would give them.

    Only these are read, and the list that the first of them stands in: its `start` belongs to its first item.
    """
    begin = list_start(document.findBlockByNumber(first))
    before = tuple(block for each in blocks_between(begin, first - 1) for block in read_block(each))
    wanted = blocks_between(document.findBlockByNumber(first), last)
    raw = (*before, *(block for each in wanted for block in read_block(each)))
    # The break stands for what comes before: alone, one empty paragraph would say nothing and vanish.
    return normalise((BreakBlock(""), *raw), direction)[1 + len(before) :]


def read_block(block: QTextBlock, low: int = 0, high: int | None = None) -> Iterator[Block]:
    """What one QTextBlock holds: one block of a story, as it stands (not yet in normal form).

    Where words and objects share a block (which the guard never leaves so), each is given for itself.

    Args:
        block: what is read.
        low: from which position in the document.
        high: up to which position in the document; None is the block's end.
    """
    role = block_role(block)
    words: list[Run] = []
    given = 0
    for run in _within(runs_of(block), low, high):
        kind = object_kind(run.format)
        for number, part in enumerate(run.text.split(OBJECT) if kind else [run.text]):
            if number and words:
                yield _text_block(block, words, "" if role.is_card or given else role.key)
                words, given = [], given + 1
            if number:
                key = role.key if role.is_card and not given else ""
                yield _card(run.format, key)
                given += 1
            if part:
                words.append(Run(run.start, run.end, part, run.format))
    if words or not given:
        yield _text_block(block, words, "" if given else role.key)


def _card(written: QTextCharFormat, key: str) -> Block:
    match object_kind(written):
        case "photo":
            return PhotoBlock(key, photo_of(written))
        case "table":
            return table_in(written, key)
        case "embed":
            return embed_in(written, key)
        case _:
            return BreakBlock(key)


def _within(runs: list[Run], low: int, high: int | None) -> list[Run]:
    cut: list[Run] = []
    for run in runs:
        start, end = max(run.start, low), run.end if high is None else min(run.end, high)
        if start < end:
            first, last = code_points(run.text, start - run.start), code_points(run.text, end - run.start)
            cut.append(Run(start, end, run.text[first:last], run.format))
    return cut


def _text_block(block: QTextBlock, runs: list[Run], key: str) -> TextBlock:
    role = block_role(block)
    style: Style = next((name for name in STYLES if name == role.style), "normal")
    links: dict[str, Link] = {}
    spans: list[Span] = []
    for run in runs:
        marks = run.role.decorators
        if run.role.href:
            link = links.setdefault(run.role.href, Link(link_key(run.role.href), run.role.href))
            marks = (*marks, link.key)
        spans.append(Span(run.text.replace(SOFT_BREAK, "\n"), marks))
    return TextBlock(
        key=key,
        children=tuple(spans),
        style=style,
        mark_defs=tuple(links.values()),
        list_item=role.list_item,
        level=role.level,
        start=role.start,
        dir=role.dir,
    )
