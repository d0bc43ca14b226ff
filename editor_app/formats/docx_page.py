"""What every page of a DOCX bears: the newsroom and section above, the page number below, a proof's notice.

Imports python-docx; reached only through `docx_writer`.
"""

from docx.document import Document as DocxDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from editor_app.formats.docx_text import add_words, set_direction
from editor_app.formats.edition import Edition, proof_text
from editor_app.story.text import clean_line


def set_page(document: DocxDocument, edition: Edition) -> None:
    """Writes header and footer of the document's one section."""
    rtl = edition.story.direction == "rtl"
    section = document.sections[0]
    if rtl:
        section._sectPr.append(OxmlElement("w:bidi"))  # noqa: SLF001 - python-docx has no call for it
    head = section.header.paragraphs[0]
    set_direction(head, rtl=rtl)
    notice = proof_text(edition)
    if notice:
        add_words(head, f"{notice}\n", rtl=rtl, style="Proof Mark")
    add_words(head, f"{clean_line(edition.newsroom)}\t{edition.story.section}", rtl=rtl)
    foot = section.footer.paragraphs[0]
    set_direction(foot, rtl=rtl)
    add_words(foot, f"{edition.revision.code}\t" if edition.proof else "\t", rtl=rtl)
    _add_field(foot, "PAGE")
    add_words(foot, " / ", rtl=rtl)
    _add_field(foot, "NUMPAGES")


def _add_field(paragraph: Paragraph, name: str) -> None:
    """Adds a number that Word counts: PAGE or NUMPAGES (ISO/IEC 29500-1, 17.16.5)."""
    for kind in ("begin", "separate", "end"):
        if kind == "end":
            paragraph.add_run("1")
        run = paragraph.add_run()._r  # noqa: SLF001 - python-docx writes no fields
        sign = OxmlElement("w:fldChar")
        sign.set(qn("w:fldCharType"), kind)
        run.append(sign)
        if kind == "begin":
            instruction = OxmlElement("w:instrText")
            instruction.set(qn("xml:space"), "preserve")
            instruction.text = f" {name} "
            paragraph.add_run()._r.append(instruction)  # noqa: SLF001 - likewise
