"""Lists in DOCX: for each list its own numbering definition of nine levels, so that none continues another.

Imports python-docx; reached only through `docx_writer`.
"""

from docx.document import Document as DocxDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph

from editor_app.formats.flow import ListGroup
from editor_app.story.marks import MAX_LEVEL

_STEP = 397  # twentieths of a point from level to level: 7 mm
_BULLETS = ("•", "–", "▪")
_NUMBER_FORMATS = ("decimal", "lowerLetter", "lowerRoman")
_NSID = 0x4D520000  # Word takes definitions with one nsid for the same list


def add_list(document: DocxDocument, group: ListGroup) -> int:
    """Adds the numbering definition of one list; returns the number that its paragraphs name it by."""
    numbering = document.part.numbering_part.element
    number = len(numbering.findall(qn("w:abstractNum"))) + 1
    level = group.entries[0].block.level
    definition = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}"><w:nsid w:val="{_NSID + number:08X}"/>'
        f'<w:multiLevelType w:val="multilevel"/>'
        f"{''.join(_level(index, group, level) for index in range(MAX_LEVEL))}</w:abstractNum>"
    )
    first = numbering.find(qn("w:num"))
    if first is None:
        numbering.append(definition)
    else:
        first.addprevious(definition)
    return int(numbering.add_num(number).numId)


def number_paragraph(paragraph: Paragraph, number: int, level: int) -> None:
    """Makes a paragraph an item of the list that `number` names, on a level counted from 1."""
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # type: ignore[attr-defined]  # noqa: SLF001 - python-docx has no call for it
    properties.get_or_add_ilvl().val = level - 1
    properties.get_or_add_numId().val = number


def _level(index: int, group: ListGroup, level: int) -> str:
    start = group.start if index + 1 == level else 1
    turn = index % len(_BULLETS)
    if group.kind == "bullet":
        sign, form, font = (
            _BULLETS[turn],
            "bullet",
            '<w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/></w:rPr>',
        )
    else:
        sign, form, font = f"%{index + 1}.", _NUMBER_FORMATS[turn], ""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{sign}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{_STEP * (index + 1)}" w:hanging="{_STEP}"/></w:pPr>{font}</w:lvl>'
    )
