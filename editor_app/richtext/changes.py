"""Changes: which blocks changed since they were last taken, so that autosave writes only those."""

from itertools import groupby

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextDocument

from editor_app.richtext.document import read, read_blocks
from editor_app.richtext.keys import KeyKeeper
from editor_app.richtext.roles import block_role
from editor_app.story.body import Block
from editor_app.story.marks import Direction


class ChangeCollector(QObject):
    """Collects which blocks of a document change.

    Args:
        document: what is watched.
        keeper: its keeper, which says what was touched.
        direction: the direction of the story's language.
    """

    def __init__(self, document: QTextDocument, keeper: KeyKeeper, direction: Direction = "ltr") -> None:
        super().__init__(document)
        self.direction: Direction = direction
        self._document = document
        self._keeper = keeper
        self._changed: set[str] = set()
        self._waiting = False
        keeper.settled.connect(self._collect)

    @property
    def waiting(self) -> bool:
        """Whether something was touched since the last `take`, be it only that a block went or moved."""
        return self._waiting

    def take(self) -> tuple[list[str], dict[str, Block]]:
        """The keys of all blocks in order, and the blocks that changed since the last call, by their keys."""
        changed, self._changed, self._waiting = self._changed, set(), False
        if self._document.blockCount() == 1 and not read(self._document, self.direction):
            return [], {}
        order = list(self._keeper.order)
        taken: dict[str, Block] = {}
        # Neighbours are read together: for each alone, the list that it stands in would be read anew.
        for is_changed, run in groupby(enumerate(order), key=lambda placed: placed[1] in changed):
            if is_changed:
                numbers = [number for number, _ in run]
                blocks = read_blocks(self._document, numbers[0], numbers[-1], self.direction)
                taken.update((block.key, block) for block in blocks)
        return order, taken

    def forget(self) -> None:
        """Takes what stands now as saved, as after a document was filled."""
        self._changed, self._waiting = set(), False

    def _collect(self, first: int, last: int) -> None:
        self._waiting = True
        self._changed.update(self._keeper.order[first : last + 1])
        # Whether an item below may say where its list starts depends on what stands above it.
        below = self._document.findBlockByNumber(last).next()
        while below.isValid() and (role := block_role(below)).list_item:
            if role.start is not None:
                self._changed.add(role.key)
            below = below.next()
