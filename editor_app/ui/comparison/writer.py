"""Writes a comparison into a document: fields, then the text with its folds, then the photos side by side."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from editor_app.newsroom.fetching import site_of
from editor_app.richtext.roles import BlockRole
from editor_app.story.body import Block, Embed, PhotoBlock, Table, TextBlock
from editor_app.story.comparing import BlockChange, Comparison, FieldChange, FieldValue
from editor_app.story.photo import Attachment
from editor_app.story.wording import Fate, Run, Stretch
from editor_app.ui.comparison.dress import Dress
from editor_app.ui.comparison.photo_writer import PhotoWriter
from editor_app.ui.comparison.saying import (
    block_said,
    dress_said,
    field_name,
    field_said,
    quoted,
    stretch_said,
    style_said,
    value_text,
)
from editor_app.ui.comparison.table_writer import write_table
from editor_app.ui.comparison.thumbnails import Thumbnails
from editor_app.ui.comparison.wording_writer import write_names, write_wording
from editor_app.words import Words

AROUND = 1  # unchanged blocks that stay in sight before and behind a change
LEAST_FOLDED = 2
FOLD = "fold:"
SIGNS = {"added": "+", "removed": "−", "moved-here": "↕", "moved-away": "↕"}


@dataclass(frozen=True, slots=True)
class Stop:
    """A change: where it stands in the document, and what is said of it."""

    place: QTextCursor
    said: str


class ComparisonWriter:
    """Writes one comparison into an empty document.

    `stops` are its changes in order, `folds` the rows of blocks that are out of sight.
    """

    def __init__(
        self,
        document: QTextDocument,
        comparison: Comparison,
        dress: Dress,
        words: Words,
        thumbnails: Thumbnails,
        *,
        folded: bool,
    ) -> None:
        self.stops: list[Stop] = []
        self.folds: list[Sequence[BlockChange]] = []
        self._comparison = comparison
        self._cursor = QTextCursor(document)
        self._dress = dress
        self._words = words
        self._photos = PhotoWriter(self._cursor, dress, words, thumbnails, self._stop)
        self._attached: Mapping[str, Attachment] = {
            photo.key: photo
            for change in comparison.photos
            for photo in (change.before, change.after)
            if photo is not None
        }
        self._folded = folded
        self._fresh = True  # the block at the cursor is still to be filled

    def write(self) -> Iterator[None]:
        """Writes it piece by piece; between two pieces the window may go on."""
        yield from self._laid_out(self._pieces())

    def unfold(self, place: QTextCursor, number: int) -> Iterator[None]:
        """Puts the blocks of a fold into the place of the line that stands for them, piece by piece."""
        self._cursor.setPosition(place.block().position())
        self._cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        self._cursor.removeSelectedText()
        self._fresh = True
        yield from self._laid_out(self._blocks(self.folds[number]))

    def _laid_out(self, pieces: Iterator[None]) -> Iterator[None]:
        """Lets what belongs together be laid out once."""
        while True:
            self._cursor.beginEditBlock()
            try:
                if next(pieces, _END) is _END:
                    return
            finally:
                self._cursor.endEditBlock()
            yield

    def _blocks(self, blocks: Sequence[BlockChange]) -> Iterator[None]:
        for change in blocks:
            self._block(change)
            yield

    def _pieces(self) -> Iterator[None]:
        comparison = self._comparison
        if comparison.is_empty:
            self._open(self._dress.line(above=24))
            self._cursor.insertText(self._words.text("compare.nothing"), self._dress.small())
            return
        fields = [change for change in comparison.fields if change.is_changed]
        self._heading("compare.fields", shown=bool(fields))
        for field in fields:
            self._field(field)
            yield
        seen = [change for change in comparison.blocks if not change.is_blank]
        if any(_is_told(change) for change in seen):
            self._heading("page.body")
            for blocks in _rows(seen, folded=self._folded):
                self._fold(blocks) if len(blocks) > 1 else self._block(blocks[0])
                yield
        photos = [change for change in comparison.photos if change.fields or change.standing in _TOLD]
        self._heading("side.photos", shown=bool(photos))
        for photo in photos:
            self._open(self._dress.line(above=12, below=2))
            self._photos.write(photo)
            self._fresh = True  # Qt keeps a block behind a table
            yield

    def _heading(self, code: str, *, shown: bool = True) -> None:
        if shown:
            self._open(self._dress.line(above=6 if self._fresh else 28, below=4))
            self._cursor.insertText(self._words.text(code).upper(), self._dress.small(strong=True))

    def _field(self, change: FieldChange) -> None:
        dress, words = self._dress, self._words
        strong = change.name == "headline"

        def worn(_: Run, fate: Fate) -> QTextCharFormat:
            return dress.text(fate, strong=strong)

        self._open(dress.line(above=8))
        self._cursor.insertText(field_name(words, change.name), dress.small())
        self._open(dress.line(above=2, below=6))
        if isinstance(change.before, tuple):
            write_names(self._cursor, change.wording, worn, self._changed)
        elif change.wording and change.name != "language":
            write_wording(self._cursor, change.wording, worn, self._changed)
        else:
            start = self._cursor.position()
            values: tuple[tuple[FieldValue, Fate], ...] = ((change.before, "removed"), (change.after, "added"))
            for value, fate in values:
                if value:
                    text = value_text(words, change.name, value)
                    self._space()
                    self._cursor.insertText(text, worn(Run(text), fate))
            self._stop(start, field_said(words, change))

    def _block(self, change: BlockChange) -> None:
        block = change.block
        sign = SIGNS.get(change.standing, "~" if change.is_changed else "")
        if change.standing == "moved-away":
            self._open(self._dress.line(above=6, below=6, sign=sign))
            text = self._words.text("compare.moved-away", text=self._called(block))
            self._cursor.insertText(text, self._dress.small())
            return
        if change.standing == "moved-here":
            self._label(
                self._words.text("compare.moved-here"),
                block_said(self._words, change, self._called(change.block)),
            )
        if change.is_restyled:
            style = style_said(self._words, change)
            self._label(style, style)
        if isinstance(block, TextBlock):
            self._paragraph(change, block, sign)
        else:
            self._object(change, block, sign)

    def _paragraph(self, change: BlockChange, block: TextBlock, sign: str) -> None:
        role = BlockRole(block.key, block.style, block.list_item, block.level, block.start, block.dir)
        labelled = change.standing == "moved-here" or change.is_restyled
        self._open(self._dress.block(role, sign, labelled=labelled))
        start = self._cursor.position()
        one = change.standing in {"added", "removed"}  # all of it is one change
        write_wording(
            self._cursor,
            change.wording,
            lambda run, fate: self._dress.words(run, role, fate),
            None if one else self._changed,
        )
        if one:
            self._stop(start, block_said(self._words, change, self._called(change.block)))

    def _object(self, change: BlockChange, block: Block, sign: str) -> None:
        """A table, a photo or a divider, with a word on what became of it."""
        self._open(self._dress.line(above=10, below=10, sign=sign))
        start = self._cursor.position()
        if change.is_changed:
            code = change.standing if change.standing in {"added", "removed"} else "changed"
            self._cursor.insertText(f" {self._words.text(f'compare.{code}')} ", self._dress.remark(code))
            self._cursor.insertText("  ", self._dress.small())
            self._stop(start, block_said(self._words, change, self._called(change.block)))
        match block:
            case Table():
                self._fresh = not write_table(self._cursor, change, self._dress)
            case PhotoBlock():
                self._photos.inline(self._attached.get(block.photo))
            case Embed():
                self._cursor.insertText(self._called(block), self._dress.small())
            case _:
                self._cursor.insertText("✻ ✻ ✻", self._dress.small())

    def _fold(self, blocks: Sequence[BlockChange]) -> None:
        self.folds.append(blocks)
        self._open(self._dress.line(above=8, below=8))
        text = self._words.count("compare.fold", len(blocks))
        self._cursor.insertText(f"⋯  {text}", self._dress.fold(f"{FOLD}{len(self.folds) - 1}"))

    def _label(self, text: str, said: str) -> None:
        self._open(self._dress.line(above=12))
        start = self._cursor.position()
        self._cursor.insertText(f" {text} ", self._dress.remark())
        self._stop(start, said)

    def _called(self, block: Block) -> str:
        match block:
            case TextBlock() | Table():
                return quoted(block.text)
            case PhotoBlock():
                photo = self._attached.get(block.photo)
                return quoted(photo.caption) if photo is not None else self._words.text("compare.a-photo")
            case Embed():
                return self._words.text("embed.title", site=site_of(block.address))
            case _:
                return self._words.text("format.break")

    def _changed(self, start: int, stretch: Stretch) -> None:
        if stretch.fate == "dressed":
            self._space()
            self._cursor.insertText(f" {dress_said(self._words, stretch)} ", self._dress.remark())
        self._stop(start, stretch_said(self._words, stretch))

    def _space(self) -> None:
        if self._cursor.positionInBlock():
            self._cursor.insertText(" ", self._dress.small())

    def _open(self, written: QTextBlockFormat) -> None:
        if self._fresh:
            self._cursor.setBlockFormat(written)
            self._fresh = False
        else:
            self._cursor.insertBlock(written, QTextCharFormat())

    def _stop(self, start: int, said: str) -> None:
        place = QTextCursor(self._cursor)
        place.setPosition(start)
        place.setPosition(self._cursor.position(), QTextCursor.MoveMode.KeepAnchor)
        place.setKeepPositionOnInsert(True)
        self.stops.append(Stop(place, said))


_END = object()
_TOLD = frozenset({"added", "removed", "moved-here"})


def _is_told(change: BlockChange) -> bool:
    return change.is_changed or change.standing != "kept"


def _rows(blocks: Sequence[BlockChange], *, folded: bool) -> Iterator[Sequence[BlockChange]]:
    """The blocks one by one; those far from any change together, where they are to be folded."""
    near = {
        beside
        for place, change in enumerate(blocks)
        if _is_told(change)
        for beside in range(place - AROUND, place + AROUND + 1)
    }
    far: list[BlockChange] = []
    for place, change in enumerate(blocks):
        if folded and place not in near:
            far.append(change)
            continue
        yield from _far(far)
        far = []
        yield [change]
    yield from _far(far)


def _far(blocks: Sequence[BlockChange]) -> Iterable[Sequence[BlockChange]]:
    return ([blocks] if len(blocks) >= LEAST_FOLDED else [[block] for block in blocks]) if blocks else []
