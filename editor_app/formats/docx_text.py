"""The words of a paragraph in DOCX: runs with their marks, links, and the paragraph's reading direction.

Imports python-docx; reached only through `docx_writer`.
"""

from collections.abc import Callable
from itertools import groupby
from typing import cast
from urllib.parse import quote

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from editor_app.story.body import Worded
from editor_app.story.normal import safe_href

_AFTER_BIDI = tuple(
    f"w:{name}"
    for name in (
        *("adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents"),
        *("suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId"),
        *("cnfStyle", "rPr", "sectPr", "pPrChange"),
    )
)
# RFC 3986: what may stand in an address as it is. Word refuses a document with an address that is none.
_URI_SIGNS = "%/:?#[]@!$&'()*+,;=~"


def set_direction(paragraph: Paragraph, *, rtl: bool) -> None:
    """Sets a paragraph from right to left; from left to right is what a paragraph is without it."""
    if rtl:
        bidi = cast("BaseOxmlElement", OxmlElement("w:bidi"))
        paragraph._p.get_or_add_pPr().insert_element_before(bidi, *_AFTER_BIDI)  # noqa: SLF001 - python-docx has no call for it


def add_words(paragraph: Paragraph, text: str, *, rtl: bool, bold: bool = False, style: str | None = None) -> Run:
    """Adds a run of words to a paragraph; a newline is a line break."""
    run = paragraph.add_run(text, style)
    _dress(run, rtl=rtl, marks=("strong",) if bold else ())
    return run


def add_block_words(paragraph: Paragraph, block: Worded, *, rtl: bool) -> None:
    """Adds the spans of a text block or cell to a paragraph, with their marks and links."""
    for href, spans in groupby(block.children, key=block.href):
        address = None if href is None else safe_href(href)
        runs = [(span.text, span.marks) for span in spans]
        parent = None if address is None else _open_link(paragraph, address)
        for text, marks in runs:
            run = paragraph.add_run(text, None if parent is None else "Hyperlink")
            _dress(run, rtl=rtl, marks=marks)
            if parent is not None:
                parent.append(run._r)  # noqa: SLF001 - python-docx makes no runs inside a link


def _open_link(paragraph: Paragraph, address: str) -> BaseOxmlElement:
    """A link at the end of the paragraph, without words yet."""
    target = quote(address, safe=_URI_SIGNS)
    link = cast("BaseOxmlElement", OxmlElement("w:hyperlink"))
    link.set(qn("r:id"), paragraph.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    link.set(qn("w:history"), "1")
    paragraph._p.append(link)  # noqa: SLF001 - python-docx reads links and writes none
    return link


def _dress(run: Run, *, rtl: bool, marks: tuple[str, ...]) -> None:
    for mark in marks:
        if mark in _DRESS:
            _DRESS[mark](run)
    if rtl:
        run.font.rtl = True


def _strong(run: Run) -> None:
    run.font.bold = run.font.cs_bold = True


def _emphasis(run: Run) -> None:
    run.font.italic = run.font.cs_italic = True


def _underline(run: Run) -> None:
    run.font.underline = True


def _strike(run: Run) -> None:
    run.font.strike = True


def _sub(run: Run) -> None:
    run.font.subscript = True


def _sup(run: Run) -> None:
    run.font.superscript = True


def _code(run: Run) -> None:
    if run._r.style is None:  # noqa: SLF001 - inside a link the look of the link stays
        run.style = "HTML Code"
    else:
        run.font.name = "Consolas"


_DRESS: dict[str, Callable[[Run], None]] = {
    "strong": _strong,
    "em": _emphasis,
    "underline": _underline,
    "strike-through": _strike,
    "sub": _sub,
    "sup": _sup,
    "code": _code,
}
