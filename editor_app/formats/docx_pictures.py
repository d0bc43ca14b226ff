"""Pictures in DOCX: kept once in the package, set within the text's width, described for those who do not see.

Imports python-docx; reached only through `docx_writer`.
"""

from dataclasses import dataclass, field
from pathlib import PurePosixPath

from docx.document import Document as DocxDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.shape import CT_Inline
from docx.parts.image import ImagePart
from docx.shared import Emu, Length, Mm
from docx.text.paragraph import Paragraph

from editor_app.formats.edition import Edition, Picture, picture_names
from editor_app.story.photo import Attachment

MAX_HEIGHT = Mm(120)  # an upright picture and its caption share a page with some text
_EMU_PER_PX = 9525  # at 96 px an inch: a small picture is not blown up beyond that


@dataclass(slots=True)
class PictureSetter:
    """Sets the pictures of one edition into one document, counting their ids from 1."""

    document: DocxDocument
    edition: Edition
    text_width: Length
    _relations: dict[str, str] = field(default_factory=dict)
    _number: int = 0

    def set_picture(self, paragraph: Paragraph, photo: Attachment) -> None:
        """Adds the picture of `photo` to a paragraph, with its alt text.

        Raises:
            Trouble: as `Edition.picture`.
        """
        picture = self.edition.picture(photo)
        name = PurePosixPath(picture_names(self.edition)[photo.key]).name
        width, height = self._size(picture)
        self._number += 1
        inline = CT_Inline.new_pic_inline(self._number, self._relation(name, picture), name, width, height)
        for side in ("distT", "distB", "distL", "distR"):
            inline.set(side, "0")  # without them some programs take an eighth of an inch
        inline.docPr.set("name", name)
        inline.docPr.set("descr", photo.alt)
        paragraph.add_run()._r.add_drawing(inline)  # noqa: SLF001 - python-docx would read the picture's size itself

    def _size(self, picture: Picture) -> tuple[Length, Length]:
        width = min(self.text_width, picture.width * _EMU_PER_PX)
        height = width * picture.height // picture.width
        if height > MAX_HEIGHT:
            width, height = max(1, int(MAX_HEIGHT) * picture.width // picture.height), MAX_HEIGHT
        return Emu(width), Emu(max(1, height))

    def _relation(self, name: str, picture: Picture) -> str:
        """The id by which the document names the picture; the same file is kept once."""
        if name not in self._relations:
            part = ImagePart(PackURI(f"/word/media/{name}"), picture.media_type, picture.data)
            self._relations[name] = self.document.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
        return self._relations[name]
