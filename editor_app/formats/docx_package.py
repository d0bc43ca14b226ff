"""A DOCX file as a package: opened from our own template's parts, its properties set, saved byte for byte alike.

Imports python-docx; reached only through `docx_writer`.
"""

import io
import zipfile
from datetime import UTC
from xml.sax.saxutils import escape, quoteattr

from docx import Document
from docx.document import Document as DocxDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn

from editor_app.formats.edition import NAMES_JOINED_BY, Edition
from editor_app.formats.zip_writer import write_zip
from editor_app.resources import resource
from editor_app.story.revision import utc_text
from editor_app.story.text import clean_line

CORE_LENGTH = 255  # characters of a core property; python-docx and Word take no more

# Our files by the name of the part that they become; the first must stand first in the package.
_PARTS = {
    "[Content_Types].xml": "content-types.xml",
    "_rels/.rels": "package-rels.xml",
    "docProps/app.xml": "app.xml",
    "docProps/core.xml": "core.xml",
    "word/_rels/document.xml.rels": "document-rels.xml",
    "word/document.xml": "document.xml",
    "word/fontTable.xml": "font-table.xml",
    "word/numbering.xml": "numbering.xml",
    "word/settings.xml": "settings.xml",
    "word/styles.xml": "styles.xml",
    "word/theme/theme1.xml": "theme.xml",
}
_FIRST = ("[Content_Types].xml", "_rels/.rels", "word/document.xml")
_CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_CUSTOM_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUE_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_CUSTOM_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # the one that [MS-OSHARED] 2.3.3.2.2.2 names
# Languages whose bare tag Word does not take for a language that it can spell.
_WORD_LANGUAGES = {"id": "id-ID", "en": "en-GB", "ar": "ar-SA", "ms": "ms-MY", "jv": "jv-ID", "su": "su-ID"}


def open_template() -> DocxDocument:
    """A new document with our styles and page, and nothing else in it."""
    folder = resource("templates", "docx")
    return Document(io.BytesIO(write_zip((part, (folder / file).read_bytes()) for part, file in _PARTS.items())))


def save(document: DocxDocument) -> bytes:
    """The document as a file, its parts in one fixed order and with one fixed date."""
    stream = io.BytesIO()
    document.save(stream)
    with zipfile.ZipFile(stream) as archive:
        rest = sorted(name for name in archive.namelist() if name not in _FIRST)
        return write_zip((name, archive.read(name)) for name in (*_FIRST, *rest))


def set_properties(document: DocxDocument, edition: Edition) -> None:
    """Title, people, keywords, language, times and revision, and the approval of a final export."""
    story, revision = edition.story, edition.revision
    core = document.core_properties
    core.title = _fitted(story.headline)
    core.author = _fitted(NAMES_JOINED_BY.join(story.credits.writers) or edition.newsroom)
    core.last_modified_by = _fitted(edition.newsroom)
    core.subject = _fitted(story.section)
    core.keywords = _fitted(", ".join(story.keywords))
    core.language = edition.language
    core.created = core.modified = revision.at.astimezone(UTC).replace(tzinfo=None)
    core.revision = revision.number
    core.version = revision.code
    core.identifier = revision.id
    core.content_status = "Proof" if edition.proof else "Approved"
    _set_custom_properties(document, edition)
    _set_languages(document, edition.language)


def _set_custom_properties(document: DocxDocument, edition: Edition) -> None:
    values = {
        "Story": edition.revision.story_id,
        "Revision": edition.revision.id,
        "Content hash": edition.revision.content_hash,
        "House style": edition.style.version,
    }
    if edition.approval is not None:
        values |= {
            "Approval": edition.approval.event,
            "Approved by": clean_line(edition.approval.name),
            "Approved at": utc_text(edition.approval.at),
            "Four eyes waived": "true" if edition.approval.waived else "false",
        }
    if edition.correction is not None:
        values["Correction"] = edition.correction.event
    written = "".join(
        f'<property fmtid="{_CUSTOM_FORMAT}" pid="{number}" name={quoteattr(name)}>'
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(values.items(), start=2)
    )
    xml = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Properties xmlns="{_CUSTOM_NAMESPACE}" xmlns:vt="{_VALUE_NAMESPACE}">{written}</Properties>'
    )
    package = document.part.package
    part = Part(PackURI("/docProps/custom.xml"), _CUSTOM_TYPE, xml.encode(), package)
    package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)


def _set_languages(document: DocxDocument, language: str) -> None:
    """The proofing language, for Latin and for right-to-left script, as the document's default."""
    named = _WORD_LANGUAGES.get(language.lower(), language)
    for spoken in document.styles.element.iter(qn("w:lang")):
        for attribute in ("w:val", "w:eastAsia", "w:bidi"):
            spoken.set(qn(attribute), named)
    for spoken in document.settings.element.iter(qn("w:themeFontLang")):
        spoken.set(qn("w:val"), named)


def _fitted(text: str) -> str:
    """The text on one line, no longer than a core property may be."""
    line = clean_line(text)
    return line if len(line) <= CORE_LENGTH else f"{line[: CORE_LENGTH - 1].rstrip()}…"
