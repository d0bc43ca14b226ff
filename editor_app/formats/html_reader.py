"""Reads HTML into blocks: harmless tags first (`html_cleaning`), then one walk without recursion or network.

The cleaned text is well nested, so the standard library's tokenizer is enough, and truer than a second parser
that would nest it anew.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

from editor_app.formats.data_uri import picture_in
from editor_app.formats.extract import EmbeddedPhoto, Extract, Picture, Role
from editor_app.formats.html_cleaning import BLOCK_TAGS, clean_html
from editor_app.formats.html_marks import marks_of
from editor_app.formats.paragraph_builder import ParagraphBuilder, Spaces
from editor_app.formats.table_rows import row_in_words
from editor_app.story.body import Block, BreakBlock, PhotoBlock, Span, TextBlock
from editor_app.story.marks import Direction, ListItem, Style, new_key
from editor_app.story.normal import normalise
from editor_app.story.text import clean_line
from editor_app.words import Message, note

ITEM_MARKER = "desk-item-"  # the id of an empty `a` that numbers the list item it stands in
RTL_MARKER = "desk-rtl"  # the id of an empty `a` whose paragraph runs from right to left

_HEADINGS: Mapping[str, Style] = {"h1": "h2", "h2": "h2", "h3": "h3", "h4": "h4", "h5": "h4", "h6": "h4"}
_VOID = frozenset({"br", "hr", "img"})
_ROLE_CLASSES: Mapping[str, Role] = {
    "headline": "headline",
    "kicker": "kicker",
    "standfirst": "standfirst",
    "subtitle": "standfirst",
}
_MOST_IN_ITEM = 500  # paragraphs that one list item keeps; joining more would take ever longer
_NAMED = 100  # characters of a picture's address that a notice repeats
_NUMBER = re.compile(r"\s*\+?(\d{1,6})\s*")


@dataclass(slots=True)
class _List:
    kind: ListItem
    next: int


@dataclass(slots=True)
class _Item:
    ordinal: int
    block: str = ""  # the key of the item's block, once it has one
    paragraphs: int = 0


@dataclass(slots=True)
class _Figure:
    first: int  # how many photos there were before it
    waiting: list[TextBlock] = field(default_factory=list)  # a caption that came before its picture
    credit: str = ""


@dataclass(frozen=True, slots=True)
class _Context:
    """What holds for the words at this place."""

    style: Style = "normal"
    marks: frozenset[str] = frozenset()
    href: str | None = None
    dir: Direction | None = None
    role: Role | None = None
    verbatim: bool = False
    hidden: bool = False
    level: int = 0
    list: _List | None = None
    item: _Item | None = None
    figure: _Figure | None = None
    in_credit: bool = False


def read_html(
    html: str,
    *,
    pictures: Mapping[str, Picture] | None = None,
    spaces: Spaces = "collapse",
    beside: frozenset[str] = frozenset(),
) -> Extract:
    """The blocks, in normal form, that an HTML page or fragment says.

    Nothing is loaded: a picture is taken where the text holds it (`data:`) or `pictures` has it by its `src`; any
    other is named in a notice. Every `h1` becomes an `h2`; the first has the role of the headline. Elements of a
    class in `beside` are printed beside the story and are not read.

    Raises:
        Refused: `html-too-deep`.
    """
    walk = _Walk(pictures or {}, spaces, beside)
    walk.feed(clean_html(html))
    walk.close()
    return walk.extract()


class _Walk(HTMLParser):
    """One pass over cleaned HTML. Words go to `_sink`; a table cell or a caption has its own until it ends."""

    def __init__(self, pictures: Mapping[str, Picture], spaces: Spaces, beside: frozenset[str]) -> None:
        super().__init__(convert_charrefs=True)
        self._pictures = pictures
        self._beside = beside
        self._context = _Context()
        self._open: list[_Context] = []
        self._paragraph = ParagraphBuilder(spaces)
        self._credit: list[str] = []
        self._rtl = False
        self._sinks: list[list[Block]] = [[]]
        self._rows: list[list[list[Block]]] = []
        self._photos: list[EmbeddedPhoto] = []
        self._roles: dict[str, Role] = {}
        self._notices: list[Message] = []
        self._not_taken: set[str] = set()
        self._keys: set[str] = set()

    def extract(self) -> Extract:
        """What was read."""
        self._flush()
        blocks = normalise(tuple(self._sinks[0]))
        kept = {block.key for block in blocks}
        roles = {key: role for key, role in self._roles.items() if key in kept}
        missed = tuple(note("image-not-taken", file=name) for name in sorted(self._not_taken))
        return Extract(blocks, tuple(self._photos), roles, (*self._notices, *missed))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag opens: what it says holds until it closes."""
        attributes = {name: value or "" for name, value in attrs}
        if tag in BLOCK_TAGS:
            self._flush()
        if tag in _VOID:
            self._void(tag, attributes)
            return
        self._open.append(self._context)
        self._context = self._entered(tag, attributes)
        if tag == "q":
            self.handle_data("“")

    def handle_endtag(self, tag: str) -> None:
        """A tag closes: what held before it holds again. Cleaned HTML closes every tag but the void ones."""
        if tag == "q":
            self.handle_data("”")
        if tag in BLOCK_TAGS:
            self._flush()
        left = self._context
        self._context = self._open.pop()
        if tag == "figcaption":
            self._caption(left)
        elif tag == "figure" and left.figure is not None:
            self._end_figure(left.figure)
        elif tag in {"td", "th"}:
            self._rows[-1].append(self._sinks.pop())  # the HTML standard puts no cell outside a row
        elif tag == "tr":
            self._end_row()

    def handle_data(self, data: str) -> None:
        """Words."""
        context = self._context
        if context.hidden or (context.role == "footnote" and data.strip() == "↑"):
            return
        if context.in_credit:
            self._credit.append(data)
        else:
            self._paragraph.add(data, context.marks, context.href, verbatim=context.verbatim)

    def _entered(self, tag: str, attributes: Mapping[str, str]) -> _Context:
        """What holds inside a tag that opens here."""
        context = self._dressed(tag, attributes)
        if tag in _HEADINGS:
            role = context.role or ("headline" if tag == "h1" else None)
            return replace(context, style=_HEADINGS[tag], role=role)
        match tag:
            case "a":
                return self._anchor(context, attributes)
            case "ul" | "ol":
                return _list(context, tag, attributes)
            case "li":
                return _item(context, attributes)
            case "figure" | "figcaption" | "tr" | "td" | "th":
                return self._apart(context, tag)
            case _:
                return context

    def _dressed(self, tag: str, attributes: Mapping[str, str]) -> _Context:
        """Marks, direction, and what a tag's name or class says that its words are."""
        classes = attributes.get("class", "").lower().split()
        given, taken = marks_of(tag, attributes.get("style", ""))
        before = self._context
        if before.href is not None and tag != "u":
            given -= {"underline"}  # how office programs draw a link
        style = before.style
        if any("pullquote" in name.replace("-", "") for name in classes):
            style = "pullquote"
        elif tag == "blockquote" and style != "pullquote":
            style = "blockquote"
        return replace(
            before,
            style=style,
            marks=(before.marks | given) - taken,
            verbatim=before.verbatim or tag == "pre",
            hidden=before.hidden or not self._beside.isdisjoint(classes),
            dir=_direction(attributes.get("dir", "")) or before.dir,
            role=next((_ROLE_CLASSES[name] for name in classes if name in _ROLE_CLASSES), before.role),
            in_credit=before.in_credit or (len(self._sinks) > 1 and any("credit" in name for name in classes)),
        )

    def _apart(self, context: _Context, tag: str) -> _Context:
        """A figure, a caption, a row or a cell: what stands in it is gathered until it ends."""
        if tag == "figure":
            return replace(context, figure=_Figure(len(self._photos)))
        if tag == "tr":
            self._rows.append([])
            return context
        self._sinks.append([])
        self._credit = []
        return replace(context, style="normal", list=None, item=None, level=0, role=None)

    def _anchor(self, context: _Context, attributes: Mapping[str, str]) -> _Context:
        name = attributes.get("id", "")
        if name == RTL_MARKER:
            self._rtl = True
        elif name.startswith(ITEM_MARKER) and context.item is not None and context.list is not None:
            context.item.ordinal = _number(name.removeprefix(ITEM_MARKER), context.item.ordinal)
            context.list.next = context.item.ordinal + 1
        return replace(context, href=attributes.get("href") or context.href)

    def _void(self, tag: str, attributes: Mapping[str, str]) -> None:
        context = self._context
        if context.hidden:
            return
        if tag == "br":
            if context.in_credit:
                self._credit.append(" ")
            else:
                self._paragraph.break_line()
        elif tag == "hr":
            self._sinks[-1].append(BreakBlock(self._key()))
        else:
            self._picture(attributes)

    def _picture(self, attributes: Mapping[str, str]) -> None:
        source, alt = attributes.get("src", ""), clean_line(attributes.get("alt", ""))
        number = len(self._photos) + 1
        picture = self._pictures.get(source) or picture_in(source, number)
        if picture is None:
            name = alt if source.startswith("data:") else clean_line(source)
            self._not_taken.add((name or alt)[:_NAMED] or "?")
            return
        self._flush()
        key = self._key()
        self._photos.append(EmbeddedPhoto(key, picture.data, picture.file, alt=alt))
        self._sinks[-1].append(PhotoBlock(self._key(), key))

    def _flush(self) -> None:
        """Ends the paragraph under way; one without words is none."""
        says, rtl, self._rtl = self._paragraph.has_words, self._rtl, False
        children, links = self._paragraph.take()
        if not says:
            return
        context, sink = self._context, self._sinks[-1]
        block = TextBlock(self._key(), children, context.style, links, dir="rtl" if rtl else context.dir)
        item = context.item
        if item is not None and item.block:
            last = sink[-1] if sink else None
            item.paragraphs += 1
            if isinstance(last, TextBlock) and last.key == item.block and item.paragraphs < _MOST_IN_ITEM:
                sink[-1] = _joined(last, block)
                return
        elif item is not None and context.list is not None:
            start = item.ordinal if context.list.kind == "number" else None
            block = replace(block, list_item=context.list.kind, level=context.level, start=start)
            item.block = block.key
        if context.role is not None and (context.role == "footnote" or context.role not in self._roles.values()):
            self._roles[block.key] = context.role
        sink.append(block)

    def _caption(self, left: _Context) -> None:
        """A caption ends: it belongs to the photos of its figure, or to the photo just before it."""
        blocks = self._sinks.pop()
        sink = self._sinks[-1]
        sink.extend(block for block in blocks if isinstance(block, PhotoBlock))
        texts = [block for block in blocks if isinstance(block, TextBlock)]
        credit, self._credit = clean_line(" ".join("".join(self._credit).split())), []
        figure = left.figure
        if figure is not None and len(self._photos) == figure.first:
            figure.waiting, figure.credit = [*figure.waiting, *texts], credit
        elif figure is not None:
            self._describe(figure.first, texts, credit)
        elif sink and isinstance(sink[-1], PhotoBlock) and not self._photos[-1].caption:
            self._describe(len(self._photos) - 1, texts, credit)
        else:
            self._as_text(texts, credit)

    def _end_figure(self, figure: _Figure) -> None:
        if len(self._photos) > figure.first:
            self._describe(figure.first, figure.waiting, figure.credit)
        else:
            self._as_text(figure.waiting, figure.credit)

    def _describe(self, first: int, texts: list[TextBlock], credit: str) -> None:
        caption = clean_line(" ".join(block.text for block in texts))
        for place in range(first, len(self._photos)):
            photo = self._photos[place]
            self._photos[place] = replace(photo, caption=photo.caption or caption, credit=photo.credit or credit)

    def _as_text(self, texts: list[TextBlock], credit: str) -> None:
        """A caption without its photo stays in the text: somebody may add the photo by hand."""
        if credit:
            last = texts[-1] if texts else TextBlock(self._key())
            spaced = f" {credit}" if texts else credit
            texts = [*texts[:-1], replace(last, children=(*last.children, Span(spaced)))]
        self._roles.update({block.key: "caption" for block in texts})
        self._sinks[-1].extend(texts)

    def _end_row(self) -> None:
        blocks, side_by_side = row_in_words(self._rows.pop())
        self._sinks[-1].extend(blocks)
        told = note("table-as-text")
        if side_by_side and told not in self._notices:
            self._notices.append(told)

    def _key(self) -> str:
        key = new_key(self._keys)
        self._keys.add(key)
        return key


def _list(context: _Context, tag: str, attributes: Mapping[str, str]) -> _Context:
    kind: ListItem = "number" if tag == "ol" else "bullet"
    opened = _List(kind, _number(attributes.get("start", ""), 1))
    return replace(context, list=opened, level=context.level + 1, item=None)


def _item(context: _Context, attributes: Mapping[str, str]) -> _Context:
    opened = context.list or _List("bullet", 1)
    ordinal = _number(attributes.get("value", ""), opened.next)
    opened.next = ordinal + 1
    is_note = attributes.get("id", "").startswith(("footnote-", "endnote-"))
    return replace(
        context,
        list=opened,
        level=max(context.level, 1),
        item=_Item(ordinal),
        role="footnote" if is_note else context.role,
    )


def _joined(first: TextBlock, second: TextBlock) -> TextBlock:
    """Two paragraphs of one list item as one block, the second after a soft break."""
    links = {link.key: link for link in (*first.mark_defs, *second.mark_defs)}
    children = (*first.children, Span("\n"), *second.children)
    return replace(first, children=children, mark_defs=tuple(links.values()))


def _direction(value: str) -> Direction | None:
    match value.lower():
        case "rtl":
            return "rtl"
        case "ltr":
            return "ltr"
        case _:
            return None


def _number(value: str, otherwise: int) -> int:
    found = _NUMBER.fullmatch(value)
    return otherwise if found is None else int(found[1])
