"""Tidies the blocks of a clip until they are what somebody would have typed here: meaning, and nothing else."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace

from editor_app.formats.invisible import kept_signs
from editor_app.formats.link_tracking import without_tracking
from editor_app.formats.word_markup import ordinal
from editor_app.story.body import Block, Body, BreakBlock, Cell, Link, Span, Table, TextBlock
from editor_app.story.marks import HEADINGS, ListItem
from editor_app.story.normal import link_key, normalise, safe_href

LONGEST_PARAGRAPH = 10_000  # signs; laying out a longer one would stop the window for a moment at each key

_LINKED = ("http:", "https:", "mailto:")
_SPACE = " \t\n\u00a0\u2003\u2002\u2009\u3000"
_BLANK_LINES = re.compile(r"[ \t\u00a0]*\n[ \t\u00a0]*\n\s*")
_SENTENCE_END = re.compile(r"[.!?…][”’\"')\]]*\s+")
# How Word, and programs that follow it, draw a label where they write no list: "·", then stiff spaces.
_LABEL = re.compile(r"([·•▪◦‣●○■□§o–-]|\(?(?:\d{1,4}|[a-z]|[ivx]{1,5})[.)])\u00a0[\u00a0 ]+")


def tidied(blocks: Iterable[Block]) -> Body:
    """The blocks in normal form, without what is no meaning.

    Blank lines in a paragraph part it; white space at its ends goes, as do signs that show nothing; labels of
    lists that were drawn by hand become lists; links lose what tracks readers; a heading is strong by itself and
    a link underlined; paragraphs of more than ten thousand signs are parted after a sentence.
    """
    tidy: list[Block] = []
    for block in blocks:
        if isinstance(block, TextBlock):
            tidy.extend(_paragraphs(block))
        elif isinstance(block, Table):
            rows = tuple(tuple(_tidy_cell(cell) for cell in row) for row in block.rows)
            tidy.append(replace(block, rows=rows))
        elif not (isinstance(block, BreakBlock) and tidy and isinstance(tidy[-1], BreakBlock)):
            tidy.append(block)
    return normalise(tuple(tidy))


def _paragraphs(block: TextBlock) -> Iterator[TextBlock]:
    for part in _parted(_visible(_linked(block))):
        trimmed = _trimmed(_as_item(_trimmed(part)))
        if trimmed.text.strip(_SPACE):
            yield from _short_enough(_plain_heading(trimmed))


def _tidy_cell(cell: Cell) -> Cell:
    words = _visible(_linked(TextBlock("", cell.children, mark_defs=cell.mark_defs)))
    return Cell(words.children, words.mark_defs)


def _linked(block: TextBlock) -> TextBlock:
    """Links to where they lead; words of a link are not underlined beside."""
    if not block.mark_defs:
        return block
    leads = {link.key: _clean_href(link.href) for link in block.mark_defs}
    links = {href: Link(link_key(href), href) for href in leads.values() if href is not None}
    children = []
    for span in block.children:
        href = next((leads[mark] for mark in span.marks if leads.get(mark)), None)
        marks = tuple(mark for mark in span.marks if mark not in leads)
        if href is not None:
            marks = (*(mark for mark in marks if mark != "underline"), links[href].key)
        children.append(Span(span.text, marks))
    return replace(block, children=tuple(children), mark_defs=tuple(links.values()))


def _clean_href(href: str) -> str | None:
    """The address that a pasted link keeps: of the web or of mail; a telephone number is only words."""
    address = safe_href(without_tracking(href))
    return address if address is not None and address.lower().startswith(_LINKED) else None


def _visible(block: TextBlock) -> TextBlock:
    kept = kept_signs(block.text)
    if kept is None:
        return block
    signs = iter(kept)
    spans = (Span("".join(sign for sign in span.text if next(signs)), span.marks) for span in block.children)
    return replace(block, children=tuple(spans))


def _parted(block: TextBlock) -> Iterator[TextBlock]:
    """The paragraphs that blank lines part; those of a list item stay in it."""
    text = block.text
    if block.list_item is not None or "\n" not in text:
        yield block
        return
    gaps = [found.span() for found in _BLANK_LINES.finditer(text)]
    starts, ends = (0, *(end for _, end in gaps)), (*(start for start, _ in gaps), len(text))
    yield from cut_all(block, zip(starts, ends, strict=True))


def _trimmed(block: TextBlock) -> TextBlock:
    text = block.text
    start = len(text) - len(text.lstrip(_SPACE))
    end = len(text.rstrip(_SPACE))
    return block if (start, end) == (0, len(text)) else cut(block, start, max(start, end))


def _as_item(block: TextBlock) -> TextBlock:
    """A paragraph with a drawn label as the list item that it shows."""
    label = None if block.list_item is not None or block.style != "normal" else _LABEL.match(block.text)
    if label is None:
        return block
    number = ordinal(label[1], 1)
    kind: ListItem = "bullet" if number is None else "number"
    words = cut(block, label.end(), len(block.text))
    return replace(words, list_item=kind, level=1, start=number)


def _plain_heading(block: TextBlock) -> TextBlock:
    if block.style not in HEADINGS or not all("strong" in s.marks or not s.text.strip() for s in block.children):
        return block
    spans = (Span(s.text, tuple(mark for mark in s.marks if mark != "strong")) for s in block.children)
    return replace(block, children=tuple(spans))


def _short_enough(block: TextBlock) -> Iterator[TextBlock]:
    text = block.text
    start = 0
    while len(text) - start > LONGEST_PARAGRAPH:
        end = _break_before(text, start, start + LONGEST_PARAGRAPH)
        yield _trimmed(cut(block, start, end))
        start = end
    yield block if start == 0 else _trimmed(cut(block, start, len(text)))


def _break_before(text: str, start: int, limit: int) -> int:
    """Where a paragraph may be parted: after its last sentence, else its last word, else anywhere."""
    half = start + LONGEST_PARAGRAPH // 2
    ends = [found.end() for found in _SENTENCE_END.finditer(text, half, limit)]
    if ends:
        return ends[-1]
    space = max(text.rfind(sign, half, limit) for sign in (" ", "\n", "\u00a0"))
    if space >= 0:
        return space + 1
    while limit > half and _belongs(text[limit]):
        limit -= 1
    return limit


def _belongs(sign: str) -> bool:
    """Whether a sign is written together with the one before it: a mark above it, a joiner, a skin colour."""
    return unicodedata.category(sign) in {"Mn", "Me", "Mc", "Cf"} or "\U0001f3fb" <= sign <= "\U0001f3ff"


def cut(block: TextBlock, start: int, end: int) -> TextBlock:
    """The part of a block from one place in its words to another; it has the block's key."""
    return next(iter(cut_all(block, [(start, end)])))


def cut_all(block: TextBlock, ranges: Iterable[tuple[int, int]]) -> Iterator[TextBlock]:
    """The parts of a block from one place in its words to another, in their order and none over the other.

    All have the block's key: `normalise` gives the second and later ones their own.
    """
    number = place = 0  # of the span that a part begins in, and where that span begins
    for start, end in ranges:
        spans: list[Span] = []
        while number < len(block.children):
            span = block.children[number]
            text = span.text[max(0, start - place) : max(0, end - place)]
            if text:
                spans.append(Span(text, span.marks))
            if place + len(span.text) > end:
                break
            place += len(span.text)
            number += 1
        yield replace(block, children=tuple(spans))
