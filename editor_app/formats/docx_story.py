"""Typesets an edition as a DOCX document, from the kicker to the credits at the foot.

Imports python-docx; reached only through `docx_writer`.
"""

from dataclasses import dataclass

from docx.document import Document as DocxDocument
from docx.shared import Emu, Pt
from docx.text.paragraph import Paragraph as DocxParagraph

from editor_app.formats.docx_lists import add_list, number_paragraph
from editor_app.formats.docx_package import open_template, save, set_properties
from editor_app.formats.docx_page import set_page
from editor_app.formats.docx_pictures import PictureSetter
from editor_app.formats.docx_tables import add_table
from editor_app.formats.docx_text import add_block_words, add_words, set_direction
from editor_app.formats.edition import (
    Edition,
    correction_label,
    correction_note,
    foot_lines,
    photo_credit,
    proof_text,
)
from editor_app.formats.flow import ListGroup, Part, Quotation, flow
from editor_app.story.body import Table, TextBlock
from editor_app.story.layout import Divider, Figure, Paragraph
from editor_app.story.photo import split_lead_word

_STYLES = {
    "normal": "Normal",
    "h2": "Heading 1",
    "h3": "Heading 2",
    "h4": "Heading 3",
    "blockquote": "Quote",
    "pullquote": "Intense Quote",
}
_AFTER_A_LIST = Pt(8)  # as after a paragraph; between its items there is less
_BELOW_A_TABLE = Pt(4)
_LIST_STYLES = {"bullet": "List Bullet", "number": "List Number"}


def typeset(edition: Edition) -> bytes:
    """The edition as the bytes of a DOCX file.

    Raises:
        Trouble: `picture-missing` or `picture-unprintable`, naming the photo's file.
    """
    document = open_template()
    section = document.sections[0]
    margins = (section.left_margin or 0) + (section.right_margin or 0)
    pictures = PictureSetter(document, edition, Emu((section.page_width or 0) - margins))
    sheet = _Sheet(document, edition, pictures)
    sheet.set_head()
    layout = edition.layout
    if layout.lead is not None:
        sheet.set_figure(layout.lead)
    for part in flow(layout.body):
        sheet.set_part(part)
    for figure in layout.gallery:
        sheet.set_figure(figure)
    sheet.set_foot()
    set_page(document, edition)
    set_properties(document, edition)
    return save(document)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The document while it is being set."""

    document: DocxDocument
    edition: Edition
    pictures: PictureSetter

    @property
    def rtl(self) -> bool:
        return self.edition.story.direction == "rtl"

    def set_head(self) -> None:
        story = self.edition.story
        for text, style in (
            (proof_text(self.edition), "Proof Notice"),
            (story.kicker, "Kicker"),
            (self.edition.headline, "Title"),
            (story.standfirst, "Subtitle"),
        ):
            if text:
                add_words(self.new_paragraph(style), text, rtl=self.rtl)

    def set_part(self, part: Part) -> None:
        match part:
            case Figure():
                self.set_figure(part)
            case Divider():
                self.new_paragraph("Divider")
            case Quotation():
                for paragraph in part.paragraphs:
                    self.set_paragraph(paragraph)
            case Table():
                self.set_table(part)
            case ListGroup():
                self.set_list(part).paragraph_format.space_after = _AFTER_A_LIST
            case _:
                self.set_paragraph(part)

    def set_paragraph(self, item: Paragraph) -> None:
        block = item.block
        paragraph = self.new_paragraph(_STYLES[block.style], block)
        if item.dateline:
            add_words(paragraph, item.dateline, rtl=self.reads_rtl(block), bold=True)
        add_block_words(paragraph, block, rtl=self.reads_rtl(block))

    def set_list(self, group: ListGroup) -> DocxParagraph:
        """Sets a list with the lists inside it; returns its last paragraph."""
        number = add_list(self.document, group)
        for entry in group.entries:
            paragraph = self.new_paragraph(_LIST_STYLES[group.kind], entry.block)
            number_paragraph(paragraph, number, entry.block.level)
            add_block_words(paragraph, entry.block, rtl=self.reads_rtl(entry.block))
            for inner in entry.lists:
                paragraph = self.set_list(inner)
        return paragraph

    def set_figure(self, figure: Figure) -> None:
        """The picture, and under it on the same page its caption and credit."""
        photo = figure.photo
        credit = photo_credit(self.edition, photo)
        picture = self.new_paragraph("Picture")
        self.pictures.set_picture(picture, photo)
        if not photo.caption and not credit:
            return
        picture.paragraph_format.keep_with_next = True
        caption = self.new_paragraph("Caption")
        lead_word, rest = split_lead_word(photo.caption)
        if lead_word:
            add_words(caption, lead_word, rtl=self.rtl, style="Caption Lead Word")
        if rest:
            add_words(caption, rest, rtl=self.rtl)
        if credit:
            add_words(caption, f"\n{credit}" if photo.caption else credit, rtl=self.rtl, style="Photo Credit")

    def set_table(self, table: Table) -> None:
        """The table, and under it its caption, or else the space that parts it from what follows."""
        add_table(self.document, table, width=self.pictures.text_width, rtl=self.rtl)
        if table.caption:
            caption = self.new_paragraph("Caption")
            caption.paragraph_format.space_before = _BELOW_A_TABLE
            add_words(caption, table.caption, rtl=self.rtl)
        else:
            self.new_paragraph("Table End")

    def set_foot(self) -> None:
        note = correction_note(self.edition)
        if note:
            paragraph = self.new_paragraph("Correction")
            add_words(paragraph, correction_label(self.edition), rtl=self.rtl, bold=True)
            add_words(paragraph, f" {note}", rtl=self.rtl)
        lines = foot_lines(self.edition)
        for number, line in enumerate(lines, start=1):
            paragraph = self.new_paragraph("Credits")
            if number < len(lines):
                paragraph.paragraph_format.keep_with_next = True
            add_words(paragraph, line.label, rtl=self.rtl, bold=True)
            add_words(paragraph, line.names, rtl=self.rtl)

    def reads_rtl(self, block: TextBlock) -> bool:
        return self.rtl if block.dir is None else block.dir == "rtl"

    def new_paragraph(self, style: str, block: TextBlock | None = None) -> DocxParagraph:
        paragraph = self.document.add_paragraph(style=style)
        set_direction(paragraph, rtl=self.rtl if block is None else self.reads_rtl(block))
        return paragraph
