"""Letter case: changes the case of selected words, marks and keys left as they are; one undo step."""

from collections.abc import Callable, Iterator

from PySide6.QtGui import QTextBlock, QTextCursor

from editor_app.richtext.commands import selected_blocks
from editor_app.richtext.offsets import code_points, units
from editor_app.richtext.roles import SOFT_BREAK, Run, block_role, runs_of


def recase(cursor: QTextCursor, change: Callable[[str, str], str]) -> bool:
    """Changes the selected words, block by block, and leaves them selected; whether anything changed.

    Args:
        cursor: selects them, in a story or in a field of plain words.
        change: what is done to the text of a block that is selected, told what stands before it in the block; its
            result is as long.
    """
    anchor, position = cursor.anchor(), cursor.position()
    parts = [(block, change(*_selected(block, cursor))) for block in _worded(cursor)]
    changes = [
        (run, fresh[place : place + len(run.text)])
        for block, fresh in parts
        for place, run in _placed(_cut(block, cursor))
    ]
    wanted = [(run, text.replace("\n", SOFT_BREAK)) for run, text in changes]
    different = [(run, text) for run, text in wanted if text != run.text]
    if not different:
        return False
    cursor.beginEditBlock()
    place = QTextCursor(cursor)
    for run, text in reversed(different):
        place.setPosition(run.start)
        place.insertText(text, run.format)
        place.setPosition(place.position() + units(run.text), QTextCursor.MoveMode.KeepAnchor)
        place.removeSelectedText()
    cursor.endEditBlock()
    cursor.setPosition(anchor)
    cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
    return True


def selected_texts(cursor: QTextCursor) -> tuple[str, ...]:
    """The selected words of each block."""
    return tuple(_selected(block, cursor)[0] for block in _worded(cursor))


def texts_around(cursor: QTextCursor) -> Iterator[str]:
    """The text of each block of the document, without the words that are selected."""
    document = cursor.document()
    low, high = cursor.selectionStart(), cursor.selectionEnd()
    block = document.begin()
    while block.isValid():
        text, start = block.text(), block.position()
        if block_role(block).is_card:
            pass
        elif low < start + block.length() and high > start and low < high:
            yield text[: code_points(text, max(low - start, 0))]
            yield text[code_points(text, min(high - start, units(text))) :]
        else:
            yield text.replace(SOFT_BREAK, "\n")
        block = block.next()


def _worded(cursor: QTextCursor) -> list[QTextBlock]:
    return [block for block in selected_blocks(cursor) if not block_role(block).is_card]


def _selected(block: QTextBlock, cursor: QTextCursor) -> tuple[str, str]:
    """What of a block is selected, and what stands before it there."""
    text = block.text().replace(SOFT_BREAK, "\n")
    start = code_points(text, max(cursor.selectionStart() - block.position(), 0))
    end = code_points(text, cursor.selectionEnd() - block.position())
    return text[start:end], text[:start]


def _cut(block: QTextBlock, cursor: QTextCursor) -> Iterator[Run]:
    """The runs of a block as far as they are selected."""
    for run in runs_of(block):
        start, end = max(run.start, cursor.selectionStart()), min(run.end, cursor.selectionEnd())
        if start < end:
            first, last = code_points(run.text, start - run.start), code_points(run.text, end - run.start)
            yield Run(start, end, run.text[first:last], run.format)


def _placed(runs: Iterator[Run]) -> Iterator[tuple[int, Run]]:
    """Runs with the code points that stand before each."""
    place = 0
    for run in runs:
        yield place, run
        place += len(run.text)
