"""A row of a table too large for a text, as words: its cells side by side in one paragraph."""

from collections.abc import Sequence
from dataclasses import replace

from editor_app.story.body import Block, Link, Span, TextBlock

_BETWEEN = Span(" | ")
_SPACE = Span(" ")


def row_in_words(cells: Sequence[Sequence[Block]]) -> tuple[tuple[Block, ...], bool]:
    """The blocks of a row, and whether cells had to be put side by side.

    A row with one cell that says something is layout: its blocks stand as they are. Otherwise the words of all
    cells make one paragraph, and pictures follow it.
    """
    saying = [cell for cell in cells if cell]
    if len(saying) <= 1:
        return tuple(block for cell in saying for block in cell), False
    texts = [block for cell in cells for block in cell if isinstance(block, TextBlock)]
    others = tuple(block for cell in cells for block in cell if not isinstance(block, TextBlock))
    if not texts:
        return others, False
    links: dict[str, Link] = {link.key: link for block in texts for link in block.mark_defs}
    row = replace(
        TextBlock(texts[0].key, dir=texts[0].dir), children=_side_by_side(cells), mark_defs=tuple(links.values())
    )
    return (row, *others), True


def _side_by_side(cells: Sequence[Sequence[Block]]) -> tuple[Span, ...]:
    spans: list[Span] = []
    for number, cell in enumerate(cells):
        spans.extend([_BETWEEN] if number else [])
        texts = [block for block in cell if isinstance(block, TextBlock)]
        for place, block in enumerate(texts):
            spans.extend([_SPACE, *block.children] if place else block.children)
    return tuple(spans)
