"""Selected texts: the words under a selection, paragraph by paragraph, as they are counted."""

from collections.abc import Iterator

from PySide6.QtGui import QTextBlock, QTextCursor

from editor_app.richtext.commands import selected_blocks
from editor_app.richtext.offsets import code_points
from editor_app.richtext.roles import SOFT_BREAK, card_of, object_kind
from editor_app.richtext.tabling import table_in


def selected_texts(cursor: QTextCursor) -> tuple[str, ...]:
    """The words of each block that a cursor selects, as far as they are selected; of a table all it says."""
    if not cursor.hasSelection():
        return ()
    return tuple(text for block in selected_blocks(cursor) for text in _within(block, cursor))


def _within(block: QTextBlock, cursor: QTextCursor) -> Iterator[str]:
    card = card_of(block)
    if card is not None:
        if object_kind(card) == "table":
            yield table_in(card).text
        return
    text, origin = block.text(), block.position()
    start, end = cursor.selectionStart() - origin, cursor.selectionEnd() - origin
    yield text[code_points(text, start) : code_points(text, end)].replace(SOFT_BREAK, "\n")
