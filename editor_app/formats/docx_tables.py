"""Tables in DOCX: true ones, as wide as the text, whose head is repeated on every page.

Imports python-docx; reached only through `docx_writer`.
"""

from typing import cast
from xml.sax.saxutils import quoteattr

from docx.document import Document as DocxDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.text.run import CT_R
from docx.shared import Length, Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from editor_app.formats.docx_text import add_block_words, set_direction
from editor_app.story.body import Table
from editor_app.story.tables import Extent, number_columns, shared_widths, size

_STYLE = "StoryTable"
_SIDES = 180  # twentieths of a point at both sides of a cell's words
_SIZES = (20, 17, 14)  # half points; the first at which the longest words fit, as the styles have the first
_LONGEST_WORD = 24  # letters for which a column makes room, whatever the others need
# No font is known here, so the width of a letter is a guess in parts of the letters' size, a little too wide.
_NARROW, _WIDE = frozenset("fijlrtIJ.,:;'’‘“”|!()[] -–"), frozenset("mwABCDEFGHKLMNOPQRSTUVWXYZ0123456789%&@")
_PARTS = {"narrow": 0.38, "usual": 0.55, "wide": 0.66}
_STRONG = 1.1


def add_table(document: DocxDocument, table: Table, *, width: Length, rtl: bool) -> None:
    """Adds a table at the end of the document, `width` wide; in a text from right to left so are its columns.

    Its last row stays with the paragraph below, which Word wants there in any case.
    """
    letters, extents = _fitting(table, width.twips)
    widths = [round(each) for each in shared_widths(extents, width.twips)]
    numbers = number_columns(table)
    columns = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    rows = "".join(_row(table, number, widths) for number in range(len(table.rows)))
    grid = parse_xml(
        f"<w:tbl {nsdecls('w')}>{_properties(table, rtl=rtl)}<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
    )
    document.element.body._insert_tbl(grid)  # noqa: SLF001 - python-docx's own call asks for every cell anew
    body = document._body  # noqa: SLF001 - a paragraph finds the document's part by it
    for number, (row, cells) in enumerate(zip(grid.findall(qn("w:tr")), table.rows, strict=True)):
        is_head = number < table.header_rows
        for place, (written, cell) in enumerate(zip(row.findall(qn("w:tc")), cells, strict=True)):
            paragraph = Paragraph(cast("CT_P", written.find(qn("w:p"))), body)
            paragraph.style = "Table Heading" if is_head else "Table Contents"
            set_direction(paragraph, rtl=rtl)
            if place in numbers:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT  # in a paragraph from right to left: its end
            if is_head or number == len(table.rows) - 1:
                paragraph.paragraph_format.keep_with_next = True
            add_block_words(paragraph, cell, rtl=rtl)
            if letters != _SIZES[0]:
                _set_size(paragraph, letters)


def _properties(table: Table, *, rtl: bool) -> str:
    first_row = "1" if table.header_rows else "0"
    properties = (
        f'<w:tblPr><w:tblStyle w:val="{_STYLE}"/>{"<w:bidiVisual/>" if rtl else ""}'
        f'<w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{"0020" if table.header_rows else "0000"}" w:firstRow="{first_row}" w:lastRow="0"'
        f' w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
    )
    caption = f"<w:tblCaption w:val={quoteattr(table.caption)}/>" if table.caption else ""
    return f"{properties}{caption}</w:tblPr>"


def _row(table: Table, number: int, widths: list[int]) -> str:
    head = "<w:tblHeader/>" if number < table.header_rows else ""
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p/></w:tc>' for width in widths
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{cells}</w:tr>"


def _set_size(paragraph: Paragraph, letters: int) -> None:
    for element in paragraph._p.iter(qn("w:r")):  # noqa: SLF001 - those of links too
        run = Run(cast("CT_R", element), paragraph)
        run.font.size = Pt(letters / 2)
        of_rtl = OxmlElement("w:szCs")
        of_rtl.set(qn("w:val"), str(letters))
        for of_others in element.iter(qn("w:sz")):
            of_others.addnext(of_rtl)


def _fitting(table: Table, width: int) -> tuple[int, list[Extent]]:
    """The size of letters, in half points, at which the longest words fit, and how wide the columns are then."""
    columns = size(table)[1]
    for letters in _SIZES:
        extents = [_extent(table, place, letters * 10) for place in range(columns)]
        if sum(extent.least for extent in extents) <= width:
            break
    return letters, extents


def _extent(table: Table, place: int, height: int) -> Extent:
    natural = least = 0.0
    for number, row in enumerate(table.rows):
        weight = _STRONG if number < table.header_rows else 1.0
        for line in row[place].text.split("\n"):
            natural = max(natural, weight * _width(line, height))
            longest = max((word[:_LONGEST_WORD] for word in line.split(" ")), key=len)
            least = max(least, weight * _width(longest, height))
    return Extent(natural + _SIDES, least + _SIDES)


def _width(text: str, height: int) -> float:
    narrow, wide = sum(sign in _NARROW for sign in text), sum(sign in _WIDE for sign in text)
    usual = len(text) - narrow - wide
    return height * (narrow * _PARTS["narrow"] + usual * _PARTS["usual"] + wide * _PARTS["wide"])
