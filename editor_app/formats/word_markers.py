"""Marks in a Word document what its reader would lose: the numbers of list items, and right-to-left paragraphs.

The library that reads Word files knows that a paragraph is the item of a numbered list, and not which number it
bears (ECMA-376 part 1, 17.9). It keeps bookmarks, so each number goes into one, and comes out as an `a`'s id.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from editor_app.formats.html_reader import ITEM_MARKER, RTL_MARKER

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DEEPEST = 8  # w:ilvl counts from 0


@dataclass(frozen=True, slots=True)
class _Numbered:
    """What a `w:numPr` says; "" where it says nothing."""

    number: str = ""
    level: str = ""


@dataclass(slots=True)
class _Numbering:
    """Lists as numbering.xml defines them, and how far each has been counted."""

    abstract: dict[str, str] = field(default_factory=dict)  # w:numId -> w:abstractNumId
    starts: dict[tuple[str, int], int] = field(default_factory=dict)  # (w:abstractNumId, level) -> first number
    overrides: dict[tuple[str, int], int] = field(default_factory=dict)  # (w:numId, level) -> first number
    counted: defaultdict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    opened: set[tuple[str, int]] = field(default_factory=set)

    def next(self, number: str, level: int) -> int:
        """The number of the next item; deeper levels begin anew under it."""
        definition = self.abstract[number]
        counts = self.counted[definition]
        first = self.starts.get((definition, level), 1)
        override = self.overrides.get((number, level))
        if override is not None and (number, level) not in self.opened:
            counts[level] = override
        else:
            counts[level] = counts[level] + 1 if level in counts else first
        self.opened.add((number, level))
        for deeper in [deeper for deeper in counts if deeper > level]:
            del counts[deeper]
        return counts[level]


@dataclass(frozen=True, slots=True)
class Marked:
    """A document part with its markers, and whether a paragraph of it has the style Title."""

    document: bytes
    has_title: bool


def mark(document: bytes, numbering: bytes | None, styles: bytes | None) -> Marked:
    """Sets the markers into `document`, Word's document.xml.

    Raises:
        etree.XMLSyntaxError: one of the parts is no XML, or would be too large or deep.
    """
    root = _parse(document)
    lists = _numbering(None if numbering is None else _parse(numbering))
    style_numbers, title_styles = _styles(None if styles is None else _parse(styles))
    has_title = False
    for paragraph in list(root.iter(f"{_W}p")):
        properties = paragraph.find(f"{_W}pPr")
        if properties is None:
            continue
        style = _value(properties.find(f"{_W}pStyle"))
        has_title = has_title or style in title_styles
        ordinal = _ordinal(properties, style_numbers.get(style, _Numbered()), lists)
        markers = [] if ordinal is None else [f"{ITEM_MARKER}{ordinal}"]
        bidi = properties.find(f"{_W}bidi")
        if bidi is not None and _value(bidi) not in {"0", "false", "off"}:
            markers.append(RTL_MARKER)
        for name in markers:
            properties.addnext(_bookmark(name))
    return Marked(etree.tostring(root, encoding="UTF-8", xml_declaration=True), has_title)


def _parse(part: bytes) -> etree._Element:
    # Neither entities nor network: what a Word file names outside itself is nobody's to fetch.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    return etree.fromstring(part, parser)


def _bookmark(name: str) -> etree._Element:
    return etree.Element(f"{_W}bookmarkStart", {f"{_W}id": "0", f"{_W}name": name})


def _ordinal(properties: etree._Element, of_style: _Numbered, lists: _Numbering) -> int | None:
    own = _numbered(properties.find(f"{_W}numPr"))
    number = own.number or of_style.number
    level = own.level or of_style.level or "0"
    if number not in lists.abstract or not level.isdecimal() or int(level) > _DEEPEST:
        return None
    return lists.next(number, int(level))


def _numbering(root: etree._Element | None) -> _Numbering:
    lists = _Numbering()
    if root is None:
        return lists
    for definition in root.iter(f"{_W}abstractNum"):
        identity = definition.get(f"{_W}abstractNumId", "")
        for level, start in _starts(definition, "lvl", "start"):
            lists.starts[identity, level] = start
    for instance in root.iter(f"{_W}num"):
        number = instance.get(f"{_W}numId", "")
        lists.abstract[number] = _value(instance.find(f"{_W}abstractNumId"))
        for level, start in _starts(instance, "lvlOverride", "startOverride"):
            lists.overrides[number, level] = start
    return lists


def _starts(parent: etree._Element, level_tag: str, start_tag: str) -> Iterator[tuple[int, int]]:
    for level in parent.iter(f"{_W}{level_tag}"):
        index, start = level.get(f"{_W}ilvl", ""), _value(level.find(f"{_W}{start_tag}"))
        if index.isdecimal() and start.isdecimal() and len(start) <= 6:  # noqa: PLR2004 - Word counts to 32,767
            yield int(index), int(start)


def _styles(root: etree._Element | None) -> tuple[dict[str, _Numbered], frozenset[str]]:
    """What paragraph styles number their paragraphs by, and the ids of the style Title."""
    numbers: dict[str, _Numbered] = {}
    titles: set[str] = set()
    for style in () if root is None else root.iter(f"{_W}style"):
        identity = style.get(f"{_W}styleId", "")
        if _value(style.find(f"{_W}name")).casefold() == "title":
            titles.add(identity)
        numbered = style.find(f"{_W}pPr/{_W}numPr")
        if numbered is not None:
            numbers[identity] = _numbered(numbered)
    return numbers, frozenset(titles)


def _numbered(properties: etree._Element | None) -> _Numbered:
    if properties is None:
        return _Numbered()
    return _Numbered(_value(properties.find(f"{_W}numId")), _value(properties.find(f"{_W}ilvl")))


def _value(element: etree._Element | None) -> str:
    return "" if element is None else element.get(f"{_W}val", "")
