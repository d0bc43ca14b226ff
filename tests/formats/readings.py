"""What the readers' tests ask of blocks: texts and forms, without the random keys."""

from collections.abc import Iterable
from typing import Any

from editor_app.story.body import Block, BreakBlock, PhotoBlock, TextBlock


def texts(blocks: Iterable[Block]) -> list[str]:
    """The words of the text blocks."""
    return [block.text for block in blocks if isinstance(block, TextBlock)]


def styled(blocks: Iterable[Block]) -> list[tuple[str, str]]:
    """Style and words of text blocks; "photo" and "break" for the others."""
    return [
        (block.style, block.text)
        if isinstance(block, TextBlock)
        else ("photo" if isinstance(block, PhotoBlock) else "break", "")
        for block in blocks
    ]


def listed(blocks: Iterable[Block]) -> list[tuple[Any, ...]]:
    """Kind, level, start and words of list items; the bare words of other text."""
    return [
        (block.list_item, block.level, block.start, block.text) if block.list_item else (block.text,)
        for block in blocks
        if isinstance(block, TextBlock)
    ]


def marked(block: Block) -> list[tuple[str, tuple[str, ...]]]:
    """Words and marks of a text block's spans, a link's mark as its address."""
    assert isinstance(block, TextBlock)
    hrefs = {link.key: link.href for link in block.mark_defs}
    return [(span.text, tuple(hrefs.get(mark, mark) for mark in span.marks)) for span in block.children]


def plain(blocks: Iterable[Block]) -> list[Any]:
    """Blocks without keys, to compare a text with one read back from a file."""
    return [
        (block.style, block.list_item, block.level, block.start, block.dir, tuple(marked(block)))
        if isinstance(block, TextBlock)
        else ("break" if isinstance(block, BreakBlock) else "photo")
        for block in blocks
    ]
