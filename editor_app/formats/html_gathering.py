"""Gathers what a walk through HTML meets: paragraphs as blocks, pictures with captions, tables."""

from dataclasses import replace

from editor_app.formats.extract import EmbeddedPhoto, Extract, Picture, Role
from editor_app.formats.html_context import Context, OpenFigure
from editor_app.formats.paragraph_builder import ParagraphBuilder, Spaces
from editor_app.formats.table_reader import OpenTables, caption_of
from editor_app.story.body import Block, BreakBlock, PhotoBlock, Span, Table, TextBlock
from editor_app.story.marks import new_key
from editor_app.story.normal import normalise
from editor_app.story.text import clean_line
from editor_app.words import Message, note

_MOST_IN_ITEM = 100  # paragraphs that one list item keeps; joining more would take ever longer
_MOST_IN_FIGURE = 100  # pictures that a caption is told of, for the same reason
_NAMED = 100  # characters of a picture's address that a notice repeats


class Gathering:
    """The blocks so far, and the paragraph under way. A cell or a caption has its own blocks until it ends."""

    def __init__(self, spaces: Spaces) -> None:
        self.paragraph = ParagraphBuilder(spaces)
        self.credit: list[str] = []
        self.rtl = False  # the paragraph under way runs from right to left
        self.photos: list[EmbeddedPhoto] = []
        self._sinks: list[list[Block]] = [[]]
        self.tables = OpenTables()
        self._roles: dict[str, Role] = {}
        self._given: set[Role] = set()
        self._notices: list[Message] = []
        self._not_taken: set[str] = set()
        self._keys: set[str] = set()

    @property
    def in_part(self) -> bool:
        """Whether a cell or a caption is being read."""
        return len(self._sinks) > 1

    def extract(self, *, raw: bool = False) -> Extract:
        """What was gathered; everything that was opened is closed. `raw` blocks are not yet in normal form."""
        blocks = tuple(self._sinks[0]) if raw else normalise(tuple(self._sinks[0]))
        kept = {block.key for block in blocks}
        roles = {key: role for key, role in self._roles.items() if key in kept}
        missed = tuple(note("image-not-taken", file=name) for name in sorted(self._not_taken))
        return Extract(blocks, tuple(self.photos), roles, (*self._notices, *missed))

    def flush(self, context: Context) -> bool:
        """Ends the paragraph under way; one without words is none. Whether it was one."""
        says, rtl, self.rtl = self.paragraph.has_words, self.rtl, False
        children, links = self.paragraph.take()
        if not says:
            return False
        sink = self._sinks[-1]
        block = TextBlock(self._key(), children, context.style, links, dir="rtl" if rtl else context.dir)
        item = context.item
        if item is not None and item.block:
            last = sink[-1] if sink else None
            item.paragraphs += 1
            if isinstance(last, TextBlock) and last.key == item.block and item.paragraphs < _MOST_IN_ITEM:
                sink[-1] = _joined(last, block)
                return True
        elif item is not None and context.list is not None:
            start = item.ordinal if context.list.kind == "number" else None
            block = replace(block, list_item=context.list.kind, level=context.level, start=start)
            item.block = block.key
        role = context.role
        if role is not None and (role == "footnote" or role not in self._given):
            self._roles[block.key] = role
            self._given.add(role)
        sink.append(block)
        return True

    def divider(self) -> None:
        """Puts a divider."""
        self._sinks[-1].append(BreakBlock(self._key()))

    def picture(self, picture: Picture, *, alt: str, address: str = "") -> None:
        """Puts a picture below the blocks so far."""
        key = self._key()
        self.photos.append(EmbeddedPhoto(key, picture.data, picture.file, alt=alt, address=address))
        self._sinks[-1].append(PhotoBlock(self._key(), key))

    def missed(self, name: str) -> None:
        """Notes a picture that is elsewhere, by its name or address."""
        self._not_taken.add(name[:_NAMED] or "?")

    # Parts that stand apart until they end

    def open_part(self) -> None:
        """A cell or a caption begins."""
        self._sinks.append([])
        self.credit = []

    def end_cell(self) -> None:
        """A cell ends."""
        self.tables.end_cell(self._sinks.pop())

    def end_table_caption(self) -> None:
        """The caption of a table ends."""
        self.tables.end_caption(self._sinks.pop())

    def end_table(self) -> None:
        """A table ends: it stands where it is, or what it laid out does."""
        blocks, in_words = self.tables.end(self._key())
        sink = self._sinks[-1]
        if blocks and isinstance(blocks[0], Table):
            blocks = (self._with_caption_above(blocks[0]), *blocks[1:])
        sink.extend(blocks)
        told = note("table-as-text")
        if in_words and told not in self._notices:
            self._notices.append(told)

    def end_caption(self, figure: OpenFigure | None) -> None:
        """A caption ends: it belongs to the photos of its figure, or to the photo or table just before it."""
        blocks = self._sinks.pop()
        sink = self._sinks[-1]
        sink.extend(block for block in blocks if isinstance(block, PhotoBlock))
        texts = [block for block in blocks if isinstance(block, TextBlock)]
        credit, self.credit = clean_line(" ".join("".join(self.credit).split())), []
        if figure is not None and len(self.photos) == figure.first:
            figure.waiting, figure.credit = [*figure.waiting, *texts], credit
        elif figure is not None:
            self._describe(figure.first, texts, credit)
        elif sink and isinstance(sink[-1], PhotoBlock) and not self.photos[-1].caption:
            self._describe(len(self.photos) - 1, texts, credit)
        elif not self._names_table(texts, credit):
            self._as_text(texts, credit)

    def end_figure(self, figure: OpenFigure) -> None:
        """A figure ends."""
        if len(self.photos) > figure.first:
            self._describe(figure.first, figure.waiting, figure.credit)
        elif not self._names_table(figure.waiting, figure.credit):
            self._as_text(figure.waiting, figure.credit)

    def _describe(self, first: int, texts: list[TextBlock], credit: str) -> None:
        caption = clean_line(" ".join(block.text for block in texts))
        for place in range(first, min(first + _MOST_IN_FIGURE, len(self.photos))):
            photo = self.photos[place]
            if (caption and not photo.caption) or (credit and not photo.credit):
                said = (photo.caption or caption, photo.credit or credit)
                self.photos[place] = replace(photo, caption=said[0], credit=said[1])

    def _names_table(self, texts: list[TextBlock], credit: str) -> bool:
        """Gives a caption to the table just above it, where that has none."""
        sink = self._sinks[-1]
        table = sink[-1] if sink else None
        caption = clean_line(f"{caption_of(texts)} {credit}")
        if not isinstance(table, Table) or table.caption or not caption:
            return False
        sink[-1] = replace(table, caption=caption)
        return True

    def _with_caption_above(self, table: Table) -> Table:
        """The table with the caption that stands above it, as Word likes to put it, where it has none."""
        sink, texts = self._sinks[-1], list[Block]()
        while not table.caption and sink and self._roles.get(sink[-1].key) == "caption":
            texts.insert(0, sink.pop())
        return replace(table, caption=caption_of(texts)) if texts else table

    def _as_text(self, texts: list[TextBlock], credit: str) -> None:
        """A caption without its photo stays in the text: somebody may add the photo by hand."""
        if credit:
            last = texts[-1] if texts else TextBlock(self._key())
            spaced = f" {credit}" if texts else credit
            texts = [*texts[:-1], replace(last, children=(*last.children, Span(spaced)))]
        self._roles.update({block.key: "caption" for block in texts})
        self._given.update(("caption",) if texts else ())
        self._sinks[-1].extend(texts)

    def _key(self) -> str:
        key = new_key(self._keys)
        self._keys.add(key)
        return key


def _joined(first: TextBlock, second: TextBlock) -> TextBlock:
    """Two paragraphs of one list item as one block, the second after a soft break."""
    links = {link.key: link for link in (*first.mark_defs, *second.mark_defs)}
    children = (*first.children, Span("\n"), *second.children)
    return replace(first, children=children, mark_defs=tuple(links.values()))
