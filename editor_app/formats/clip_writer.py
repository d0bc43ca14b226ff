"""Writes part of a story for the clipboard of other programs: clean HTML without looks, and plain text.

Photos stay behind, what is said of them goes along; what is marked only on the page (looks, keys) is in neither.
"""

from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup

from editor_app.formats.flow import Entry, ListGroup, Part, Quotation, flow
from editor_app.formats.html_text import block_words, lines, table_html
from editor_app.story.body import Body, BreakBlock, Embed, PhotoBlock, Table, TextBlock
from editor_app.story.layout import Divider, Figure, Item, Paragraph
from editor_app.story.photo import Attachment

_INDENT = "    "
_DIVIDER = "* * *"


def clip_html(body: Body, photos: Mapping[str, Attachment]) -> str:
    """The blocks as HTML; `photos` are the story's, by key."""
    return "\n".join(str(_part(part)) for part in flow(_items(body, photos)))


def clip_text(body: Body, photos: Mapping[str, Attachment]) -> str:
    """The blocks as text: an empty line between paragraphs, lists with their signs, tables with tabs."""
    return "\n\n".join(text for part in flow(_items(body, photos)) if (text := _text(part)))


def _items(body: Body, photos: Mapping[str, Attachment]) -> tuple[Item, ...]:
    items: list[Item] = []
    for block in body:
        match block:
            case TextBlock():
                items.append(Paragraph(block))
            case Table():
                items.append(block)
            case BreakBlock():
                items.append(Divider())
            case PhotoBlock() if block.photo in photos:
                items.append(Figure(0, photos[block.photo]))
            case PhotoBlock() | Embed():
                pass
    return tuple(items)


def _part(part: Part) -> Markup:
    match part:
        case Paragraph():
            return _paragraph(part.block)
        case Quotation():
            quoted = Markup().join(_paragraph(inner.block) for inner in part.paragraphs)
            return Markup("<blockquote>{}</blockquote>").format(quoted)
        case ListGroup():
            return _list(part)
        case Table():
            return table_html(part)
        case Figure():
            said = _said(part.photo)
            return Markup("<p><em>{}</em></p>").format(lines(said)) if said else Markup()
        case Divider():
            return Markup("<hr>")


def _paragraph(block: TextBlock) -> Markup:
    name = block.style if block.style in {"h2", "h3", "h4"} else "p"
    words = Markup("<{0}{1}>{2}</{0}>").format(Markup(name), _direction(block), block_words(block))  # noqa: S704 - a style's name
    return Markup("<blockquote>{}</blockquote>").format(words) if block.style == "pullquote" else words


def _list(group: ListGroup) -> Markup:
    name = "ol" if group.kind == "number" else "ul"
    start = f' start="{group.start}"' if group.kind == "number" and group.start != 1 else ""
    entries = Markup().join(_entry(entry) for entry in group.entries)
    return Markup("<{0}{1}>{2}</{0}>").format(Markup(name), Markup(start), entries)  # noqa: S704 - made here


def _entry(entry: Entry) -> Markup:
    inner = Markup().join(_list(group) for group in entry.lists)
    return Markup("<li{}>{}{}</li>").format(_direction(entry.block), block_words(entry.block), inner)


def _direction(block: TextBlock) -> Markup:
    return Markup(' dir="{}"').format(block.dir) if block.dir else Markup()


def _text(part: Part) -> str:
    match part:
        case Paragraph():
            return part.block.text
        case Quotation():
            return "\n\n".join(inner.block.text for inner in part.paragraphs)
        case ListGroup():
            return "\n".join(_list_lines((part,), 0))
        case Table():
            return part.text
        case Figure():
            return _said(part.photo)
        case Divider():
            return _DIVIDER


def _list_lines(groups: Sequence[ListGroup], depth: int) -> Iterator[str]:
    for group in groups:
        for number, entry in enumerate(group.entries, start=group.start):
            sign = f"{number}." if group.kind == "number" else "-"
            hanging = "\n" + _INDENT * depth + " " * (len(sign) + 1)
            yield f"{_INDENT * depth}{sign} {hanging.join(entry.block.text.split(chr(10)))}"
            yield from _list_lines(entry.lists, depth + 1)


def _said(photo: Attachment) -> str:
    """Caption and credit: "FOKUS: Warga merakit bambu. (Bayu & Humas)"."""
    credit = f"({photo.credit})" if photo.credit else ""
    return " ".join(part for part in (photo.caption, credit) if part)
