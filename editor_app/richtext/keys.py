"""Keys: keeps the `_key` of every block there, unique and stable while people type, paste, undo and redo."""

from collections import Counter
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from editor_app.richtext import guard
from editor_app.richtext.look import Look
from editor_app.richtext.roles import blocks_between, key_of, rekeyed
from editor_app.story.marks import new_key


class KeyKeeper(QObject):
    """Watches a document and mends what a change left behind, in the same undo step.

    It knows the keys in the order of their blocks, so only the blocks that a change touched are looked at.
    What undo and redo bring back is left alone, so they never re-key. It was mended when it was made, but for one
    case: Qt joins no mending to text that was put beside an object without an edit block. The view asks
    `keystrokes` first, so this does not happen; where it does, the mending is an undo step of its own.

    Args:
        document: what is watched. It gets a layout, for without one Qt reports no changes.
        look: the look in force, asked for when a block is mended.

    Signals:
        settled(first, last): blocks with these numbers (both included) were touched, and are whole and keyed.
    """

    settled = Signal(int, int)

    def __init__(self, document: QTextDocument, look: Callable[[], Look]) -> None:
        super().__init__(document)
        document.documentLayout()
        self._document = document
        self._look = look
        self._order: list[str] = [""]
        self._holders: Counter[str] = Counter({"": 1})
        self._gone: list[str] = []
        self._touched: tuple[int, int] | None = None
        self._mending = False
        self._step_added = False
        self._could_redo = False
        self._steps = 0
        document.undoCommandAdded.connect(self._note_step)
        document.contentsChange.connect(self._note)
        document.contentsChanged.connect(self._settle)
        self._note(0, 0, document.characterCount())
        self._settle()

    @property
    def order(self) -> Sequence[str]:
        """The keys of all blocks, in the order of the blocks."""
        return self._order

    def holds(self, key: str) -> bool:
        """Whether a block has this key."""
        return self._holders[key] > 0

    def number_of(self, key: str) -> int | None:
        """The number of the block with this key, None where there is none."""
        return self._order.index(key) if self.holds(key) else None

    def _note(self, position: int, removed: int, added: int) -> None:
        """Takes down which blocks changed. Nothing is edited here: the layout does not know of the change yet."""
        del removed
        document = self._document
        end = min(position + added, document.characterCount() - 1)
        first = document.findBlock(min(position, document.characterCount() - 1)).blockNumber()
        last = document.findBlock(end).blockNumber()
        grown = document.blockCount() - len(self._order)
        gone = slice(first, last - grown + 1)
        self._gone.extend(self._order[gone])
        self._holders.subtract(self._order[gone])
        fresh = [key_of(block) for block in blocks_between(document.findBlockByNumber(first), last)]
        self._holders.update(fresh)
        self._order[gone] = fresh
        if self._touched is not None:
            earlier_first, earlier_last = self._touched
            moved = earlier_last + grown if earlier_last >= first else earlier_last
            first, last = min(first, earlier_first), max(last, moved)
        self._touched = (first, last)

    def _settle(self) -> None:
        if self._touched is None or self._mending:
            return
        if not self._is_replay():
            self._mending = True
            try:
                self._mend(*self._touched)
            finally:
                self._mending = False
        self._step_added = False
        self._could_redo = self._document.isRedoAvailable()
        self._steps = self._document.availableUndoSteps()
        first, last = self._touched
        self._touched = None
        for key in set(self._gone):
            if not self._holders[key]:
                del self._holders[key]
        self._gone = []
        self.settled.emit(first, last)

    def _note_step(self) -> None:
        self._step_added = True

    def _is_replay(self) -> bool:
        """Whether undo or redo made the change: an edit leaves nothing to redo, and adds a step or joins one."""
        document = self._document
        redone = self._could_redo and not self._step_added and document.availableUndoSteps() > self._steps
        return document.isRedoAvailable() or redone

    def _mend(self, first: int, last: int) -> None:
        block = self._document.findBlockByNumber(first)
        broken = [each for each in blocks_between(block, last) if not guard.is_whole(each)]
        if not broken and not self._wrong_keys(first, last):
            return
        cursor = QTextCursor(self._document)
        cursor.joinPreviousEditBlock()
        for number in reversed([each.blockNumber() for each in broken]):
            last += guard.mend(self._document.findBlockByNumber(number), self._look()) - 1
        cursor.endEditBlock()
        wrong = self._wrong_keys(first, last)
        cursor.joinPreviousEditBlock()
        returned = self._returned(wrong)
        for number in wrong:
            key = returned.get(number) or new_key(self._holders)
            place = QTextCursor(self._document.findBlockByNumber(number))
            place.setBlockFormat(rekeyed(place.blockFormat(), key))
            self._holders[key] += 0  # known as taken; `_note` counts its block
        cursor.endEditBlock()

    def _returned(self, numbers: Sequence[int]) -> dict[int, str]:
        """The keys that words had before they fell into a card's block and were parted from it again."""
        lost = [key for key in dict.fromkeys(self._gone) if key and not self._holders[key]]
        blocks = [self._document.findBlockByNumber(number) for number in numbers]
        parted = [block.blockNumber() for block in blocks if not key_of(block) and block.length() > 1]
        # What is left of a selection that was deleted is the end of its last block.
        return dict(zip(reversed(parted), reversed(lost), strict=False))

    def _wrong_keys(self, first: int, last: int) -> list[int]:
        """The numbers of the touched blocks that need a key of their own.

        Of blocks with one key the first that has words keeps it, so an empty block never takes it from them; a
        block that was not touched keeps it before all others.
        """
        sharing: dict[str, list[QTextBlock]] = {}
        wrong: list[int] = []
        for block in blocks_between(self._document.findBlockByNumber(first), last):
            key = self._order[block.blockNumber()]
            if not key:
                wrong.append(block.blockNumber())
            elif self._holders[key] > 1:
                sharing.setdefault(key, []).append(block)
        for key, blocks in sharing.items():
            keeper = next((block for block in blocks if block.length() > 1), blocks[0])
            elsewhere = self._holders[key] > len(blocks)
            wrong.extend(block.blockNumber() for block in blocks if elsewhere or block != keeper)
        return wrong
