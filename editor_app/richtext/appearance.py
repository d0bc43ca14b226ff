"""Appearance: dresses words as their roles say, and marks what checks and spelling point at.

The formats go to the layout alone, as those of a syntax highlighter do. So a new theme or zoom touches neither
the document, nor its undo history, and words that move from one block to another need no mending.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QSyntaxHighlighter,
    QTextBlock,
    QTextCharFormat,
    QTextDocument,
    QTextLayout,
)

from editor_app.richtext.look import Look
from editor_app.richtext.offsets import to_document_all
from editor_app.richtext.roles import OBJECT, BlockRole, RunRole, block_role, key_of, runs_of
from editor_app.story.marks import HEADINGS

MarkKind: TypeAlias = Literal["misspelling", "notice", "found", "current"]  # `current`: the hit one stands at

_CODE_SIZE: Final = 0.9


@dataclass(frozen=True, slots=True)
class Marking:
    """A place that is pointed at, by code points of the block's text (as Portable Text counts)."""

    start: int
    end: int
    kind: MarkKind


class Appearance(QSyntaxHighlighter):
    """Dresses one document; only blocks that changed are dressed again.

    Args:
        document: what is dressed.
        look: the look in force, asked for at each use.
    """

    def __init__(self, document: QTextDocument, look: Callable[[], Look]) -> None:
        super().__init__(document)
        self._look = look
        self._dresses: dict[tuple[str, RunRole], QTextCharFormat] = {}
        self._layers: dict[str, dict[str, tuple[Marking, ...]]] = {}

    @property
    def markings(self) -> Mapping[str, tuple[Marking, ...]]:
        """What is marked now, by the keys of blocks."""
        keys = {key for layer in self._layers.values() for key in layer}
        return MappingProxyType({key: tuple(self._marks_of(key)) for key in keys})

    def mark(self, markings: Mapping[str, Sequence[Marking]], *, layer: str = "") -> None:
        """Marks these places and no others of a layer; only blocks whose marks differ are dressed again.

        Who points at something has a layer of its own (spelling, the find bar, the checks), and leaves those of
        the others alone. A block without marks may be named with an empty sequence, or left out.
        """
        before = self._layers.get(layer, {})
        wanted = {key: tuple(marks) for key, marks in markings.items() if marks}
        self._layers[layer] = wanted
        self._dress_blocks({key for key in wanted.keys() | before.keys() if wanted.get(key) != before.get(key)})

    def mark_blocks(self, markings: Mapping[str, Sequence[Marking]], *, layer: str) -> None:
        """Marks these places in the blocks that are named, and no others there; other blocks keep theirs."""
        marked = self._layers.setdefault(layer, {})
        changed = {key for key, marks in markings.items() if marked.get(key, ()) != tuple(marks)}
        for key in changed:
            marked[key] = tuple(markings[key])
            if not marked[key]:
                del marked[key]
        self._dress_blocks(changed)

    def _marks_of(self, key: str) -> Iterator[Marking]:
        return (marking for layer in self._layers.values() for marking in layer.get(key, ()))

    def _dress_blocks(self, changed: set[str]) -> None:
        waiting = set(changed)
        block = self.document().begin()
        while waiting and block.isValid():
            key = key_of(block)
            if key in waiting:
                waiting.discard(key)
                self.rehighlightBlock(block)
            block = block.next()

    def dress_again(self) -> None:
        """Dresses everything again, as after a change of look, and lays it out once.

        Qt's own way to do so lays out at each block.
        """
        self._dresses.clear()
        document = self.document()
        block = document.begin()
        while block.isValid():
            block.layout().setFormats([_placed(*each) for each in self._worn(block)])
            block = block.next()
        document.markContentsDirty(0, 1)  # each of the blocks is marked already, but nobody was told

    def highlightBlock(self, text: str) -> None:  # noqa: ARG002 - Qt's signature
        """Dresses the current block (called by Qt)."""
        for start, length, worn in self._worn(self.currentBlock()):
            self.setFormat(start, length, worn)

    def _worn(self, block: QTextBlock) -> list[tuple[int, int, QTextCharFormat]]:
        """Start, length and format of each stretch of a block that is dressed alike."""
        role, origin = block_role(block), block.position()
        worn = [
            (run.start - origin, run.end - run.start, self._dress(role, run.role))
            for run in runs_of(block)
            if OBJECT not in run.text
        ]
        markings = list(self._marks_of(role.key))
        if not markings:
            return worn
        ends = [place for marking in markings for place in (marking.start, marking.end)]
        places = to_document_all(block.text(), ends)
        for marking, start, end in zip(markings, places[::2], places[1::2], strict=True):
            worn = list(_overlaid(worn, start, end, marking_dress(marking.kind, self._look())))
        return worn

    def _dress(self, role: BlockRole, run: RunRole) -> QTextCharFormat:
        known = self._dresses.get((role.style, run))
        if known is None:
            known = self._dresses[role.style, run] = dress(role, run, self._look())
        return known


def _overlaid(
    worn: Sequence[tuple[int, int, QTextCharFormat]], start: int, end: int, over: QTextCharFormat
) -> Iterator[tuple[int, int, QTextCharFormat]]:
    """The stretches with another format laid over what stands between two places."""
    for first, length, format_ in worn:
        last = first + length
        inner = max(first, start), min(last, end)
        if inner[0] >= inner[1]:
            yield first, length, format_
            continue
        marked = QTextCharFormat(format_)
        marked.merge(over)
        for begin, stop, dressed in ((first, inner[0], format_), (*inner, marked), (inner[1], last, format_)):
            if begin < stop:
                yield begin, stop - begin, dressed


def _placed(start: int, length: int, worn: QTextCharFormat) -> QTextLayout.FormatRange:
    placed = QTextLayout.FormatRange()
    placed.start, placed.length, placed.format = start, length, worn
    return placed


def dress(role: BlockRole, run: RunRole, look: Look) -> QTextCharFormat:
    """How the words of a run look in a block of a role."""
    worn = QTextCharFormat()
    size = look.size(role.style)
    colour = look.soft if role.style == "blockquote" else look.ink
    worn.setFontFamilies(list(look.serif))
    heading = role.style in HEADINGS
    italic = role.style == "pullquote"
    worn.setFontWeight(QFont.Weight.Bold if heading or "strong" in run.decorators else QFont.Weight.Normal)
    # Emphasis within italics stands out by being upright, as printers set it.
    worn.setFontItalic(("em" in run.decorators) != italic)
    if "code" in run.decorators:
        worn.setFontFamilies(list(look.mono))
        worn.setBackground(QBrush(QColor(look.accent_tint)))
        size = round(size * _CODE_SIZE)
    if run.href:
        colour = look.accent
    worn.setFontUnderline("underline" in run.decorators or bool(run.href))
    worn.setFontStrikeOut("strike-through" in run.decorators)
    if "sub" in run.decorators:
        worn.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSubScript)
    elif "sup" in run.decorators:
        worn.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
    worn.setProperty(QTextCharFormat.Property.FontPixelSize, size)
    worn.setForeground(QBrush(QColor(colour)))
    return worn


def marking_dress(kind: MarkKind, look: Look) -> QTextCharFormat:
    """What a marking adds to the words that it lies on."""
    worn = QTextCharFormat()
    if kind == "misspelling":
        worn.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        worn.setUnderlineColor(QColor(look.error))
    elif kind == "notice":
        worn.setBackground(QBrush(QColor(look.notice_tint)))
        worn.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        worn.setUnderlineColor(QColor(look.notice))
    elif kind == "found":  # as one marks with a highlighter
        worn.setBackground(QBrush(QColor(look.notice_tint)))
    else:
        worn.setBackground(QBrush(QColor(look.accent_tint)))
        worn.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        worn.setUnderlineColor(QColor(look.accent))
    return worn
