"""One walk through cleaned HTML, without recursion or network: tags open and close, words go to a `Gathering`.

The cleaned text is well nested, so the standard library's tokenizer is enough, and truer than a second parser
that would nest it anew.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

from editor_app.formats.data_uri import picture_in
from editor_app.formats.extract import Extract, Picture, Role
from editor_app.formats.html_cleaning import BLOCK_TAGS
from editor_app.formats.html_context import Context, OpenFigure, OpenItem, OpenList
from editor_app.formats.html_gathering import Gathering
from editor_app.formats.html_marks import marks_of, styles_of
from editor_app.formats.html_meaning import is_hidden, is_pull_quote, keeps_line_ends, level_of, meant
from editor_app.formats.html_pictures import is_of_the_page, source_of, words_of
from editor_app.formats.paragraph_builder import Spaces
from editor_app.formats.word_markup import WordLists, label_of, symbols
from editor_app.story.marks import HEADINGS, Direction, ListItem, Style
from editor_app.story.text import clean_line

ITEM_MARKER = "desk-item-"  # the id of an empty `a` that numbers the list item it stands in
LINE = 60  # signs that a paragraph or a line counts as, beside its own: each has to be laid out
RTL_MARKER = "desk-rtl"  # the id of an empty `a` whose paragraph runs from right to left

_HEADINGS: Mapping[str, Style] = {"h1": "h2", "h2": "h2", "h3": "h3", "h4": "h4", "h5": "h4", "h6": "h4"}
_UNDER_TITLE: Mapping[str, Style] = {"h1": "h2", "h2": "h3", "h3": "h4", "h4": "h4", "h5": "h4", "h6": "h4"}
_VOID = frozenset({"br", "hr", "img"})
_ROLE_CLASSES: Mapping[str, Role] = {
    "headline": "headline",
    "kicker": "kicker",
    "standfirst": "standfirst",
    "subtitle": "standfirst",
    "msofootnotetext": "footnote",
    "msoendnotetext": "footnote",
    "sdfootnote": "footnote",
    "sdendnote": "footnote",
}
_NOTE_ELEMENTS = {"footnote-list", "endnote-list", "footnote", "endnote"}
_RAISED = frozenset({"msofootnotereference", "msoendnotereference"})
_NOTE_SIGNS = frozenset({"sdfootnotesym", "sdendnotesym"})
_NUMBER = re.compile(r"\s*\+?(\d{1,6})\s*")


@dataclass(frozen=True, slots=True)
class Manner:
    """How a text is walked through.

    Attributes:
        pictures: those that the text names by a name of its own.
        spaces: `keep` where every space is one that the writer typed.
        beside: classes of what is printed beside the story, and is not read.
        addresses: pictures that are elsewhere become photos without data, not notices.
        under_title: headings begin a level lower, for the text has a title or several of the first level.
        word: Word wrote it: its deletions are gone.
        lists: how Word counts.
        most: signs after which the walk ends; None where it goes on to the end.
    """

    pictures: Mapping[str, Picture] = field(default_factory=dict)
    spaces: Spaces = "collapse"
    beside: frozenset[str] = frozenset()
    addresses: bool = False
    under_title: bool = False
    word: bool = False
    lists: WordLists = field(default_factory=WordLists)
    most: int | None = None


class _EnoughError(Exception):
    """As much as is wanted was read."""


class Walk(HTMLParser):
    """One pass over cleaned HTML. `was_cut` says whether it ended before the text did."""

    def __init__(self, manner: Manner) -> None:
        super().__init__(convert_charrefs=True)
        self.was_cut = False
        self._manner = manner
        self._headings = _UNDER_TITLE if manner.under_title else _HEADINGS
        self._context = Context()
        self._open: list[tuple[str, Context]] = []  # the element that opened, and what held before it
        self._gathering = Gathering(manner.spaces)
        self._read = 0
        self._in_code = False  # within the code of one of Word's fields, up to its result

    def read(self, html: str) -> Extract:
        """Walks through the whole text."""
        try:
            self.feed(html)
            self.close()
        except _EnoughError:
            while self._open:
                self.handle_endtag("")
        self._flush()
        return self._gathering.extract()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag opens: what it says holds until it closes."""
        attributes = {name: value or "" for name, value in attrs}
        if tag in _VOID:
            self._void(tag, attributes)
            return
        classes = attributes.get("class", "").lower().split()
        element = meant(tag, attributes, classes)
        if element in BLOCK_TAGS:
            self._flush()
        self._open.append((element, self._context))
        self._context = self._entered(element, attributes, classes)
        if element == "q":
            self.handle_data("“")

    def handle_endtag(self, tag: str) -> None:
        """A tag closes: what held before it holds again. Cleaned HTML closes every tag but the void ones."""
        del tag  # the one that was opened last, by what it means
        element, before = self._open.pop()
        if element == "q":
            self.handle_data("”")
        if element in BLOCK_TAGS:
            self._flush()
        left, self._context = self._context, before
        gathering = self._gathering
        if element == "figcaption":
            gathering.end_caption(left.figure)
        elif element == "figure" and left.figure is not None:
            gathering.end_figure(left.figure)
        elif element in {"td", "th"}:
            gathering.end_cell()
        elif element == "tr":
            gathering.end_row()

    def handle_data(self, data: str) -> None:
        """Words."""
        context, gathering = self._context, self._gathering
        if context.hidden or self._in_code or (context.role == "footnote" and data.strip() == "↑"):
            return
        if context.in_label and context.label is not None:
            context.label.written.append(data)
            if context.style not in HEADINGS:
                return
        if context.in_label or context.stands_off:  # a heading has no list to count it
            data = f"{data.strip()} " if data.strip() else ""
        if context.in_credit:
            gathering.credit.append(data)
            return
        lines = data.split("\n") if context.line_ends and not context.verbatim else [data]
        for number, line in enumerate(lines):
            if number:
                self._break_line()
            said = " " if context.space else symbols(line) if context.symbols else line
            gathering.paragraph.add(said, context.marks, context.href, verbatim=context.verbatim)
            self._count(len(line))

    def _count(self, signs: int) -> None:
        """Counts what was read; a paragraph or a line has room of its own."""
        self._read += signs
        if self._manner.most is not None and self._read > self._manner.most and not self.was_cut:
            self.was_cut = True
            raise _EnoughError

    def _break_line(self) -> None:
        self._gathering.paragraph.break_line()
        self._count(LINE)

    def _flush(self) -> None:
        """Ends the paragraph under way."""
        context, self._in_code = self._context, False
        label = context.label
        if label is not None and context.style not in HEADINGS and self._gathering.paragraph.has_words:
            if label.item is None:
                label.kind, number = self._manner.lists.item(label)
                label.item = OpenItem(number)
            context = replace(context, list=OpenList(label.kind), item=label.item, level=label.level)
        if self._gathering.flush(context):
            self._count(LINE)

    def _entered(self, tag: str, attributes: Mapping[str, str], classes: Collection[str]) -> Context:
        """What holds inside a tag that opens here."""
        styles = styles_of(attributes.get("style", ""))
        context = self._dressed(tag, attributes, classes, styles)
        if self._manner.word or "mso-element" in styles:
            context = self._word(context, tag, attributes, styles)
        if tag in _HEADINGS:
            role = context.role or ("headline" if tag == "h1" else None)
            return replace(context, style=self._headings[tag], role=role)
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

    def _dressed(
        self, tag: str, attributes: Mapping[str, str], classes: Collection[str], styles: Mapping[str, str]
    ) -> Context:
        """Marks, direction, and what a tag's name or class says that its words are."""
        given, taken = marks_of(tag, attributes.get("style", ""))
        before = self._context
        if before.href is not None and tag != "u":
            given -= {"underline"}  # how office programs draw a link
        style = before.style
        if is_pull_quote(classes):
            style = "pullquote"
        elif tag == "blockquote" and style != "pullquote":
            style = "blockquote"
        if tag == "cite" and style == "normal" and not self._gathering.in_part:
            given |= {"em"}
        if not (_RAISED | _NOTE_SIGNS).isdisjoint(classes):
            given |= {"sup"}
        in_credit = self._gathering.in_part and any("credit" in name for name in classes)
        return replace(
            before,
            style=style,
            marks=(before.marks | given) - taken,
            verbatim=before.verbatim or tag == "pre",
            line_ends=keeps_line_ends(styles, before.line_ends),
            hidden=before.hidden
            or is_hidden(attributes, classes, styles)
            or not self._manner.beside.isdisjoint(classes),
            stands_off=before.stands_off or not _NOTE_SIGNS.isdisjoint(classes),
            space=before.space or "apple-converted-space" in classes,
            dir=_direction(attributes.get("dir", "")) or before.dir,
            role=next((_ROLE_CLASSES[name] for name in classes if name in _ROLE_CLASSES), before.role),
            in_credit=before.in_credit or in_credit,
        )

    def _word(
        self, context: Context, tag: str, attributes: Mapping[str, str], styles: Mapping[str, str]
    ) -> Context:
        """What Word alone says: lists, tabs, symbols, footnotes, fields, and deletions that it keeps track of."""
        element = styles.get("mso-element", "")
        if element == "field-begin":
            self._in_code = True
        elif element in {"field-separator", "field-end"}:
            self._in_code = False
        in_label = context.in_label or (context.label is not None and styles.get("mso-list") == "ignore")
        return replace(
            context,
            label=label_of(styles) or context.label,
            in_label=in_label,
            hidden=context.hidden or (tag == "del" and "datetime" in attributes),
            space=context.space or "mso-tab-count" in styles,
            symbols=context.symbols or "mso-symbol-font-family" in styles,
            role="footnote" if element in _NOTE_ELEMENTS else context.role,
        )

    def _apart(self, context: Context, tag: str) -> Context:
        """A figure, a caption, a row or a cell: what stands in it is gathered until it ends."""
        if tag == "figure":
            return replace(context, figure=OpenFigure(len(self._gathering.photos)))
        if tag == "tr":
            self._gathering.open_row()
            return context
        self._gathering.open_part()
        return replace(context, style="normal", list=None, item=None, label=None, level=0, role=None)

    def _anchor(self, context: Context, attributes: Mapping[str, str]) -> Context:
        name = attributes.get("id", "")
        if name == RTL_MARKER:
            self._gathering.rtl = True
        elif name.startswith(ITEM_MARKER) and context.item is not None and context.list is not None:
            context.item.ordinal = _number(name.removeprefix(ITEM_MARKER), context.item.ordinal)
            context.list.next = context.item.ordinal + 1
        return replace(context, href=attributes.get("href") or context.href)

    def _void(self, tag: str, attributes: Mapping[str, str]) -> None:
        context, gathering = self._context, self._gathering
        if tag != "img" and context.hidden:
            return
        if tag == "hr":
            self._flush()
            if context.role != "footnote":  # Word's line above them
                gathering.divider()
                self._count(LINE)
        elif tag == "img":
            self._picture(attributes)
        elif context.in_credit:
            gathering.credit.append(" ")
        elif "always" in attributes.get("style", ""):  # a page ends here
            self._flush()
        else:
            self._break_line()

    def _picture(self, attributes: Mapping[str, str]) -> None:
        if self._context.hidden or is_of_the_page(attributes):
            return
        said = words_of(attributes)
        if said:
            self.handle_data(said)
            return
        source, alt = source_of(attributes), clean_line(attributes.get("alt", ""))
        gathering = self._gathering
        picture = self._manner.pictures.get(source) or picture_in(source, len(gathering.photos) + 1)
        if picture is not None:
            self._flush()
            gathering.picture(picture, alt=alt)
            return
        address = "" if source.startswith("data:") else clean_line(source)
        if self._manner.addresses and address:
            self._flush()
            gathering.picture(Picture(b"", ""), alt=alt, address=address)
        elif not self._manner.addresses:
            gathering.missed(address or alt)


def _list(context: Context, tag: str, attributes: Mapping[str, str]) -> Context:
    kind: ListItem = "number" if tag == "ol" else "bullet"
    opened = OpenList(kind, _number(attributes.get("start", ""), 1))
    return replace(context, list=opened, level=context.level + 1, item=None, label=None)


def _item(context: Context, attributes: Mapping[str, str]) -> Context:
    opened = context.list or OpenList("bullet")
    ordinal = _number(attributes.get("value", ""), opened.next)
    opened.next = ordinal + 1
    is_note = attributes.get("id", "").startswith(("footnote-", "endnote-"))
    return replace(
        context,
        list=opened,
        level=max(context.level, level_of(attributes), 1),
        item=OpenItem(ordinal),
        label=None,
        role="footnote" if is_note else context.role,
    )


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
