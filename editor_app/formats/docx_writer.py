"""Writes an edition as a Word document (DOCX, ISO/IEC 29500 transitional).

The styles are those of `resources/templates/docx/styles.xml`. The headline is Title, so the headings inside the
text count from one: h2 is Heading 1, h3 Heading 2, h4 Heading 3.
"""

from editor_app.formats.edition import Edition


def write_docx(edition: Edition) -> bytes:
    """The edition as the bytes of a DOCX file; the same edition gives the same bytes.

    Raises:
        Trouble: `picture-missing` or `picture-unprintable`, naming the photo's file.
    """
    from editor_app.formats.docx_story import typeset  # noqa: PLC0415 - heavy, imported when first used

    return typeset(edition)
