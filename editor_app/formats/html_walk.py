"""One walk through cleaned HTML, without recursion or network: tags open and close, words go to a `Gathering`.

The cleaned text is well nested, so its tags are taken as they stand: a second parser would nest them anew.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from editor_app.formats.data_uri import picture_in
from editor_app.formats.extract import Extract, Picture, Role
from editor_app.formats.html_cleaning import BLOCK_TAGS
from editor_app.formats.html_context import Context, OpenFigure, OpenItem, OpenList
from editor_app.formats.html_gathering import Gathering
from editor_app.formats.html_marks import marks_of, styles_of
from editor_app.formats.html_meaning import is_hidden, is_pull_quote, keeps_line_ends, level_of, meant
from editor_app.formats.html_pictures import is_of_the_page, source_of, words_of
from editor_app.formats.html_tokens import CLOSES, tokens
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
_NOTE_SIGNS = frozenset({"sdfootnotesym", "sdendnotesym"})
_RAISED = frozenset({"msofootnotereference", "msoendnotereference", *_NOTE_SIGNS})
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


class Walk:
    """One pass over cleaned HTML. `was_cut` says whether it ended before the text did."""

    def __init__(self, manner: Manner) -> None:
        self.was_cut = False
        self._manner = manner
        self._headings = _UNDER_TITLE if manner.under_title else _HEADINGS
        self._context = Context()
        self._open: list[tuple[str, Context]] = []  # the element that opened, and what held before it
        self._gathering = Gathering(manner.spaces)
        self._read = 0
        self._in_code = False  # within the code of one of Word's fields, up to its result

    def read(self, html: str, *, raw: bool = False) -> Extract:
        """Walks through the whole text. With `raw` its blocks are as they were met, not yet in normal form."""
        for name, attributes, words in tokens(html):
            if words:
                self._words(words)
            elif name == CLOSES:
                self._close()
            else:
                self._start(name, attributes)
            if self._manner.most is not None and self._read > self._manner.most:
                self.was_cut = True
                break
        while self._open:
            self._close()
        self._flush()
        return self._gathering.extract(raw=raw)

    def _start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """A tag opens: what it says holds until it closes."""
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
            self._words("“")

    def _close(self) -> None:
        """The tag that opened last closes: what held before it holds again."""
        element, before = self._open.pop()
        if element == "q":
            self._words("”")
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
        elif element == "caption":
            gathering.end_table_caption()
        elif element == "thead":
            gathering.tables.end_head()
        elif element == "table":
            gathering.end_table()

    def _words(self, data: str) -> None:
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
        if self._manner.most is not None:
            data = data[: self._manner.most - self._read + 1]
        lines = data.split("\n") if context.line_ends and not context.verbatim else [data]
        for number, line in enumerate(lines):
            if number:
                self._break_line()
            said = " " if context.space else symbols(line) if context.symbols else line
            gathering.paragraph.add(said, context.marks, context.href, verbatim=context.verbatim)
        self._read += len(data)

    def _break_line(self) -> None:
        self._gathering.paragraph.break_line()
        self._read += LINE

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
            self._read += LINE

    def _entered(self, tag: str, attributes: Mapping[str, str], classes: Collection[str]) -> Context:
        """What holds inside a tag that opens here."""
        styles = styles_of(attributes.get("style", ""))
        context = self._dressed(tag, attributes, classes, styles)
        if styles or tag == "del":
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
            case "figure" | "figcaption" | "caption" | "td" | "th":
                return self._apart(context, tag, attributes)
            case "table" | "thead" | "tr":
                self._open_in_table(tag, attributes)
        return context

    def _dressed(
        self, tag: str, attributes: Mapping[str, str], classes: Collection[str], styles: Mapping[str, str]
    ) -> Context:
        """Marks, direction, and what a tag's name or class says that its words are."""
        before = self._context
        changes = self._named(classes) if classes else {}
        style = _style(before.style, tag, classes)
        if style != before.style:
            changes["style"] = style
        given, taken = self._marks(tag, attributes, classes)
        if given or taken:
            changes["marks"] = (before.marks | given) - taken
        if tag == "pre":
            changes["verbatim"] = True
        if "white-space" in styles:
            changes["line_ends"] = keeps_line_ends(styles, before.line_ends)
        if attributes and (is_hidden(attributes, classes, styles) or not self._manner.beside.isdisjoint(classes)):
            changes["hidden"] = True
        if direction := _direction(attributes.get("dir", "")):
            changes["dir"] = direction
        return replace(before, **changes) if changes else before

    def _marks(
        self, tag: str, attributes: Mapping[str, str], classes: Collection[str]
    ) -> tuple[frozenset[str], frozenset[str]]:
        """The marks that a tag gives, and those that it takes off."""
        given, taken = marks_of(tag, attributes.get("style", ""))
        if self._context.href is not None and tag != "u":
            given -= {"underline"}  # how office programs draw a link
        if tag == "cite" and self._context.style == "normal" and not self._gathering.in_part:
            given |= {"em"}
        if not _RAISED.isdisjoint(classes):
            given |= {"sup"}
        return given, taken

    def _named(self, classes: Collection[str]) -> dict[str, Any]:
        """What classes say that the words are."""
        named: dict[str, Any] = {}
        role = next((_ROLE_CLASSES[name] for name in classes if name in _ROLE_CLASSES), None)
        if role is not None:
            named["role"] = role
        if not _NOTE_SIGNS.isdisjoint(classes):
            named["stands_off"] = True
        if "apple-converted-space" in classes:
            named["space"] = True
        if self._gathering.in_part and any("credit" in name for name in classes):
            named["in_credit"] = True
        return named

    def _word(
        self, context: Context, tag: str, attributes: Mapping[str, str], styles: Mapping[str, str]
    ) -> Context:
        """What Word alone says: lists, tabs, symbols, footnotes, fields, and deletions that it keeps track of."""
        element = styles.get("mso-element", "")
        if element == "field-begin":
            self._in_code = True
        elif element in {"field-separator", "field-end"}:
            self._in_code = False
        changes: dict[str, Any] = {}
        if element in _NOTE_ELEMENTS:
            changes["role"] = "footnote"
        if "mso-list" in styles:
            changes["label"] = label_of(styles) or context.label
            changes["in_label"] = context.in_label or (
                context.label is not None and styles["mso-list"] == "ignore"
            )
        if tag == "del" and self._manner.word and "datetime" in attributes:
            changes["hidden"] = True
        if "mso-tab-count" in styles:
            changes["space"] = True
        if "mso-symbol-font-family" in styles:
            changes["symbols"] = True
        return replace(context, **changes) if changes else context

    def _open_in_table(self, tag: str, attributes: Mapping[str, str]) -> None:
        tables = self._gathering.tables
        if tag == "table":
            tables.open(is_layout=attributes.get("role", "") in {"none", "presentation"})
        elif tag == "thead":
            tables.open_head()
        else:
            tables.open_row()

    def _apart(self, context: Context, tag: str, attributes: Mapping[str, str]) -> Context:
        """A figure, a caption or a cell: what stands in it is gathered until it ends."""
        if tag == "figure":
            return replace(context, figure=OpenFigure(len(self._gathering.photos)))
        if tag in {"td", "th"}:
            self._gathering.tables.open_cell(tag, attributes)
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
                self._read += LINE
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
            self._words(said)
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


def _style(before: Style, tag: str, classes: Collection[str]) -> Style:
    if is_pull_quote(classes):
        return "pullquote"
    return "blockquote" if tag == "blockquote" and before != "pullquote" else before


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
