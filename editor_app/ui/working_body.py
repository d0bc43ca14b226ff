"""The body of the working copy: read from the document block by block, only where it changed."""

from dataclasses import replace

from editor_app.newsroom.composing import Typed
from editor_app.richtext.document import read_block, read_blocks
from editor_app.richtext.story_document import StoryDocument
from editor_app.story.body import Block, Body, body_to_json
from editor_app.story.story import Story, story_to_json


class WorkingBody:
    """What a document's blocks say, and which of them are not written yet."""

    def __init__(self, document: StoryDocument) -> None:
        self._document = document
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

    def fill(self, story: Story) -> None:
        """Puts a story's body into the document; it counts as written."""
        document = self._document
        document.fill(story.body, story.direction)
        blocks = read_blocks(document, 0, document.blockCount() - 1, document.direction)
        self._blocks = {block.key: block for block in blocks}
        self._order = tuple(document.changes.take()[0])
        self._unwritten.clear()

    def read(self) -> Body:
        """Reads what changed since, and returns the whole body."""
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
