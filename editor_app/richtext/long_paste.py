"""A long paste, put in step by step so that the window goes on being drawn, and all of it one undo step."""

from collections import deque

from PySide6.QtGui import QTextCursor

from editor_app.richtext.commands import story_document
from editor_app.richtext.fragments import paste, with_own_keys
from editor_app.richtext.roles import key_of
from editor_app.richtext.writing import insert_after
from editor_app.story.body import Block, Body, Table, TextBlock

STEP = 16_000  # signs of a step: laid out within some ten milliseconds
_CARD = 150  # signs that a block without words counts as, and every block beside its words


class LongPaste:
    """Puts a body in place of what a cursor selects.

    The first and the last block go in at once, so that the words around the cursor join them as in any paste;
    what stands between them follows with each `go_on`. Neither of the two is an empty paragraph.
    """

    def __init__(self, cursor: QTextCursor, body: Body) -> None:
        self._document = story_document(cursor)
        first, *rest = with_own_keys(body, self._document.keeper.order, "")
        self._rest: deque[Block] = deque(rest[:-1])
        last = paste(cursor, (first, *rest[-1:]))
        self._above = key_of(last.previous()) if self._rest else ""

    @property
    def is_done(self) -> bool:
        """Whether all of it is in, or it was undone meanwhile."""
        return not self._rest

    def go_on(self, signs: int = STEP) -> None:
        """Puts in the next blocks, of about so many signs."""
        above = self._document.block_of(self._above)
        if above is None:  # undone, or deleted
            self._rest.clear()
            return
        cursor = QTextCursor(above)
        cursor.joinPreviousEditBlock()
        while self._rest and signs > 0:
            block = self._rest.popleft()
            above = insert_after(above, block, self._document.look)
            signs -= signs_of((block,))
        cursor.endEditBlock()
        self._above = key_of(above)

    def finish(self) -> None:
        """Puts in all that is left."""
        while self._rest:
            self.go_on(signs_of(tuple(self._rest)))


def signs_of(body: Body) -> int:
    """How much there is to lay out, as steps count it."""
    return sum(_CARD + (len(block.text) if isinstance(block, TextBlock | Table) else 0) for block in body)
