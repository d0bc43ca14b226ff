"""Reads Word files: made into HTML by the library `mammoth` with our style map, then read as any other HTML."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from editor_app.formats.data_uri import picture_file
from editor_app.formats.extract import Extract, Picture
from editor_app.formats.html_reader import read_html
from editor_app.formats.word_file import pack, unpack
from editor_app.formats.word_markers import mark
from editor_app.words import Message, Trouble, note

_PLAIN_STYLES = (
    *("Body Text", "Body Text First Indent", "Body Text Indent", "Text body", "First Paragraph", "Compact"),
    *(
        "Default",
        "Default Paragraph",
        "List Paragraph",
        "No Spacing",
        "Normal (Web)",
        "Normal Indent",
        "Paragraph",
    ),
    *(
        "Plain Text",
        "Preformatted Text",
        "Standard",
        "Table Contents",
        "Table End",
        "Table Heading",
        "Textbody",
        "Credits",
        "Picture",
    ),
)
# The styles of our own documents are among these; see `docx_story`.
_STYLES = """
u => u
p[style-name='Title'] => h1.headline:fresh
p[style-name='Subtitle'] => p.standfirst:fresh
p[style-name='Kicker'] => p.kicker:fresh
p[style-name='Proof Notice'] => p.proof-notice:fresh
p[style-name='Correction'] => p.correction:fresh
p[style-name='Divider'] => hr:fresh
p[style-name='Horizontal Line'] => hr:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Quotations'] => blockquote > p:fresh
p[style-name='Block Text'] => blockquote > p:fresh
p[style-name='Intense Quote'] => aside.pullquote > p:fresh
p[style-name='Caption'] => figcaption:fresh
p[style-name='Image Caption'] => figcaption:fresh
p[style-name='Illustration'] => figcaption:fresh
p[style-name='Figure'] => figcaption:fresh
r[style-name='Photo Credit'] => cite.credit
r[style-name='Caption Lead Word'] =>
r[style-name='Strong'] => strong
r[style-name='Emphasis'] => em
r[style-name='Subtle Emphasis'] => em
r[style-name='Intense Emphasis'] => strong > em
r[style-name='HTML Code'] => code
r[style-name='Source Text'] => code
r[style-name='Verbatim Char'] => code
r[style-name='Internet Link'] =>
r[style-name='Internet link'] =>
r[style-name='FollowedHyperlink'] =>
r[style-name='Default Paragraph Font'] =>
"""
_BESIDE = frozenset({"proof-notice", "correction"})
_DEEPEST_LIST = 9
# What mammoth says, the notice that it becomes, and the parameter of it.
_SAID = (
    (re.compile(r"Unrecognised paragraph style: (.*) \(Style ID: .*\)", re.DOTALL), "word-style-unknown", "name"),
    (re.compile(r"An unrecognised element was ignored: (?:[\w-]*:)?(.*)"), "word-part-left-out", "name"),
    (re.compile(r"could not (?:open|find) external image:? '([^']*)"), "image-not-taken", "file"),
    (re.compile(r"Could not find image file()"), "image-not-taken", "file"),
)
_NO_LOSS = re.compile(
    r"Unrecognised run style|style with ID .* was referenced but not defined|Unsupported break type"
    r"|Image of type .* is unlikely|ignored: .*(?:proofErr|lastRenderedPageBreak|bookmark|permStart|permEnd)"
)


def read_docx(data: bytes, file: str) -> Extract:
    """The blocks and pictures of a Word file (ECMA-376 WordprocessingML).

    What the document has and a story has not (unknown styles, drawings, tables, comments) is told in notices.

    Raises:
        Refused: `word-encrypted`, `word-old`, `word-too-large`, `html-too-deep`.
        Trouble: `word-unreadable`.
    """
    parts = unpack(data, file)
    pictures: dict[str, Picture] = {}
    try:
        html, messages = _to_html(parts, pictures)
    except Exception as error:  # mammoth raises whatever a damaged document makes it stumble on
        raise Trouble("word-unreadable", file=file) from error
    extract = read_html(html, pictures=pictures, spaces="keep", beside=_BESIDE)
    return replace(extract, notices=(*extract.notices, *_notices(messages)))


def _to_html(parts: dict[str, bytes], pictures: dict[str, Picture]) -> tuple[str, list[str]]:
    import mammoth  # noqa: PLC0415 - heavy, imported when first used

    name = _main_document(parts)
    folder = name.rpartition("/")[0]
    marked = mark(parts[name], parts.get(f"{folder}/numbering.xml"), parts.get(f"{folder}/styles.xml"))
    result = mammoth.convert_to_html(
        pack({**parts, name: marked.document}),
        style_map=_style_map(has_title=marked.has_title),
        include_embedded_style_map=False,
        external_file_access=False,
        convert_image=mammoth.images.img_element(_keeper(pictures)),
    )
    return result.value, [str(message.message) for message in result.messages]


def _main_document(parts: dict[str, bytes]) -> str:
    """The part that holds the text: nearly always word/document.xml; some programs name it otherwise."""
    named = re.search(
        rb'Target="/?([^"]+)"[^>]*relationships/officeDocument"', parts["_rels/.rels"]
    ) or re.search(rb'relationships/officeDocument"[^>]*Target="/?([^"]+)"', parts["_rels/.rels"])
    name = "word/document.xml" if named is None else named[1].decode()
    return name if name in parts else "word/document.xml"


def _style_map(*, has_title: bool) -> str:
    """Our map of styles to HTML.

    Under a Title, "Heading 1" heads a part of the text; without one it may be the headline.
    """
    lines = [_STYLES]
    if has_title:
        lines += [f"p[style-name='Heading {level}'] => h{level + 1}:fresh" for level in range(1, 6)]
    lines += [f"p[style-name='{style}'] => p:fresh" for style in _PLAIN_STYLES]
    above = ["ul|ol > li > " * level for level in range(_DEEPEST_LIST)]
    # Word's own styles for the second list level and below are numbered as if they were the first.
    for level, path in enumerate(above[1:], start=2):
        lines.append(f"p[style-name='List Bullet {level}'] => {path}ul > li:fresh")
        lines.append(f"p[style-name='List Number {level}'] => {path}ol > li:fresh")
    for level, path in enumerate(above, start=1):
        lines.append(f"p:unordered-list({level}) => {path}ul > li:fresh")
        lines.append(f"p:ordered-list({level}) => {path}ol > li:fresh")
    return "\n".join(lines)


def _keeper(pictures: dict[str, Picture]) -> Callable[[Any], dict[str, str]]:
    def keep(image: Any) -> dict[str, str]:
        try:
            with image.open() as stream:
                data = stream.read()
        except KeyError:  # the document names a part that the package has not
            return {"src": ""}
        name = f"asset:{len(pictures) + 1}"
        subtype = (image.content_type or "image/png").rpartition("/")[2]
        pictures[name] = Picture(data, picture_file(subtype, len(pictures) + 1))
        return {"src": name}

    return keep


def _notices(messages: list[str]) -> tuple[Message, ...]:
    """What mammoth says, in our words where it matters to the person; each once."""
    told: list[Message] = []
    for message in messages:
        said = _in_our_words(message)
        if said is not None and said not in told:
            told.append(said)
    return tuple(told)


def _in_our_words(message: str) -> Message | None:
    if _NO_LOSS.search(message):
        return None
    for pattern, code, name in _SAID:
        found = pattern.match(message)
        if found is not None:
            return note(code, **{name: found[1].rpartition("}")[2] or "?"})
    return note("word-said", words=message)
