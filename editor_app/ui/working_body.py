"""The body of the working copy: read from the document block by block, only where it changed."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from editor_app.newsroom.composing import Typed
from editor_app.richtext.document import read_block, read_blocks
from editor_app.richtext.story_document import StoryDocument
from editor_app.story.body import Block, Body, body_to_json
from editor_app.story.story import Story, story_to_json

SHORT = 80  # blocks; a longer body is put into the document step by step
AT_ONCE = 40  # blocks a step
END = object()


class WorkingBody(QObject):
    """What a document's blocks say, and which of them are not written yet."""

    long_begun = Signal()  # a long body is being put into the document

    def __init__(self, document: StoryDocument, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._steps: Iterator[None] = iter(())
        self._done: Callable[[], None] | None = None
        self._drawing = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)
        self._blocks: dict[str, Block] = {}
        self._order: tuple[str, ...] = ()
        self._unwritten: set[str] = set()

    @property
    def body(self) -> Body:
        """The body as it was when it was last read."""
        return tuple(self._blocks[key] for key in self._order if key in self._blocks)

    @property
    def order(self) -> tuple[str, ...]:
        """The keys of all blocks in order."""
        return self._order

    @property
    def is_filling(self) -> bool:
        """Whether a body is being put into the document."""
        return self._done is not None

    @property
    def is_by_itself(self) -> bool:
        """Whether what changes the document now is nobody's typing."""
        return self.is_filling or self._drawing

    def draw_photo(self, key: str) -> None:
        """Draws a photo's card anew, which is no change of the story."""
        self._drawing = True
        self._document.photo_changed(key)
        self._drawing = False

    def fill(self, story: Story, done: Callable[[], None]) -> None:
        """Puts a story's body into the document, and calls `done`; it counts as written.

        A long one is put there step by step while the window goes on; what then begins anew ends it.
        """
        self._steps, self._done = self._filling(story), done
        if len(story.body) > SHORT:
            self.long_begun.emit()
            self._timer.start()
        else:
            self._timer.stop()
            while self.is_filling:
                self._step()

    def _step(self) -> None:
        done = self._done
        if next(self._steps, END) is END and done is not None:
            self._timer.stop()
            self._done = None
            done()

    def _filling(self, story: Story) -> Iterator[None]:
        document = self._document
        self._blocks, self._order = {}, ()
        self._unwritten.clear()
        yield from document.filling(story.body, story.direction, at_once=AT_ONCE)
        self._order = tuple(document.changes.take()[0])
        self._blocks = {block.key: block for block in story.body}
        if tuple(self._blocks) != self._order:  # what was stored is not in normal form
            blocks = read_blocks(document, 0, document.blockCount() - 1, document.direction)
            self._blocks = {block.key: block for block in blocks}

    def read(self) -> Body:
        """Reads what changed since, and returns the whole body; one that is being filled is filled first."""
        while self.is_filling:
            self._step()
        order, changed = self._document.changes.take()
        self._order = tuple(order)
        self._blocks.update(changed)
        self._unwritten.update(changed)
        for key in self._order:
            if key not in self._blocks and (block := self._document.block_of(key)) is not None:
                self._blocks[key] = next(iter(read_block(block)))
                self._unwritten.add(key)
        return self.body

    def typed(self, fields: Story, *, base: str | None, whole: bool) -> Typed:
        """What is to be written: the fields, the order of blocks, and all blocks or those not handed out yet."""
        self.read()
        keys = self._order if whole else [key for key in self._order if key in self._unwritten]
        self._unwritten.clear()
        blocks = {key: body_to_json((self._blocks[key],))[0] for key in keys if key in self._blocks}
        told = story_to_json(replace(fields, body=()))
        del told["body"]
        return Typed(base=base, fields=told, order=self._order, blocks=blocks)
