"""Word files, made by python-docx, by hand, and by our own writer."""

import io
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from editor_app.formats.docx_reader import read_docx
from editor_app.formats.docx_writer import write_docx
from editor_app.formats.edition import Edition
from editor_app.formats.extract import Extract
from editor_app.formats.reading import read_story_file
from editor_app.formats.word_file import MAX_PARTS, pack, unpack
from editor_app.formats.word_markers import mark
from editor_app.resources import resource
from editor_app.story.body import Body, PhotoBlock, Span, TextBlock
from editor_app.story.house_style import HouseStyle, house_style
from editor_app.story.normal import normalise
from editor_app.story.story import Story
from editor_app.words import Refused, Sayable, Trouble, note
from tests.formats.editions import CORRECTION, edition_of
from tests.formats.readings import listed, marked, plain, styled, texts


def saved(document: Document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def read(document: Document) -> Extract:
    extract = read_docx(saved(document), "naskah.docx")
    assert normalise(extract.blocks) == extract.blocks
    return extract


def changed(data: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    """A Word file with its parts changed."""
    parts = unpack(data, "naskah.docx")
    change(parts)
    return pack(parts).getvalue()


def jpeg() -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (40, 30), "teal").save(stream, "JPEG")
    return stream.getvalue()


def refusal(data: bytes) -> Sayable:
    with pytest.raises(Sayable) as caught:
        read_docx(data, "naskah.docx")
    assert caught.value.message.params["file"] == "naskah.docx"
    return caught.value


@pytest.fixture
def document() -> Document:
    return docx.Document()


def test_words_own_styles_become_ours(document: Document) -> None:
    for text, style in (
        ("JUDUL", "Title"),
        ("Ringkas", "Subtitle"),
        ("a", "Heading 1"),
        ("b", "Heading 2"),
        ("c", "Heading 3"),
        ("d", "Quote"),
        ("e", "Intense Quote"),
        ("f", "Normal"),
        ("g", "No Spacing"),
    ):
        document.add_paragraph(text, style)
    extract = read(document)
    assert styled(extract.blocks) == [
        *[("h2", "JUDUL"), ("normal", "Ringkas"), ("h2", "a"), ("h3", "b"), ("h4", "c")],
        *[("blockquote", "d"), ("pullquote", "e"), ("normal", "f"), ("normal", "g")],
    ]
    assert sorted(extract.roles.values()) == ["headline", "standfirst"]
    assert extract.notices == ()


def test_without_a_title_the_first_heading_may_be_the_headline(document: Document) -> None:
    document.add_heading("JUDUL", 1)
    document.add_heading("a", 2)
    extract = read(document)
    assert styled(extract.blocks) == [("h2", "JUDUL"), ("h2", "a")]
    assert list(extract.roles.values()) == ["headline"]


def test_marks_links_and_spaces_are_kept(document: Document) -> None:
    paragraph = document.add_paragraph(" dua  spasi ")
    paragraph.add_run("tebal").bold = True
    paragraph.add_run("miring").italic = True
    paragraph.add_run("garis").underline = True
    paragraph.add_run("coret").font.strike = True
    paragraph.add_run("2").font.subscript = True
    paragraph.add_run("3").font.superscript = True
    paragraph.add_run("x", "Strong")
    paragraph.add_run("\ty\nz")
    (block,) = read(document).blocks
    assert marked(block) == [
        *[(" dua  spasi ", ()), ("tebal", ("strong",)), ("miring", ("em",)), ("garis", ("underline",))],
        *[("coret", ("strike-through",)), ("2", ("sub",)), ("3", ("sup",)), ("x", ("strong",)), ("\ty\nz", ())],
    ]


def add_list(document: Document, number_format: str, start: int) -> str:
    """A list of its own; returns the number that its paragraphs name."""
    numbering = document.part.numbering_part.element
    identity = str(len(numbering.findall(qn("w:abstractNum"))) + 50)
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="{1 if level else start}"/>'
        f'<w:numFmt w:val="{number_format}"/></w:lvl>'
        for level in range(9)
    )
    definition = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{identity}">{levels}</w:abstractNum>')
    numbering.find(qn("w:num")).addprevious(definition)
    return str(numbering.add_num(int(identity)).numId)


def add_item(document: Document, text: str, number: str, level: int = 0) -> None:
    properties = document.add_paragraph(text)._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = int(number)


def test_lists_keep_levels_and_the_number_that_they_begin_with(document: Document) -> None:
    numbers, bullets = add_list(document, "decimal", 5), add_list(document, "bullet", 1)
    add_item(document, "a", numbers)
    add_item(document, "b", bullets, 1)
    add_item(document, "c", bullets, 8)
    add_item(document, "d", numbers)
    document.add_paragraph("antara")
    add_item(document, "e", numbers)
    add_item(document, "f", numbers, 1)
    assert listed(read(document).blocks) == [
        *[("number", 1, 5, "a"), ("bullet", 2, None, "b"), ("bullet", 9, None, "c"), ("number", 1, None, "d")],
        *[("antara",), ("number", 1, 7, "e"), ("number", 2, None, "f")],
    ]


def test_a_list_that_begins_anew_says_so(document: Document) -> None:
    numbers = add_list(document, "decimal", 1)
    numbering = document.part.numbering_part.element
    definition = numbering.find(f"{qn('w:num')}[@{qn('w:numId')}='{numbers}']").abstractNumId.val
    anew = numbering.add_num(definition)
    anew.add_lvlOverride(0).add_startOverride(4)
    add_item(document, "a", numbers)
    document.add_paragraph("antara")
    add_item(document, "b", str(anew.numId))
    add_item(document, "c", str(anew.numId))
    document.add_paragraph("antara")
    add_item(document, "d", numbers)
    items = [item for item in listed(read(document).blocks) if len(item) > 1]
    assert items == [
        ("number", 1, None, "a"),
        ("number", 1, 4, "b"),
        ("number", 1, None, "c"),
        ("number", 1, 6, "d"),
    ]


def test_lists_by_style_are_lists(document: Document) -> None:
    for text, style in (
        ("a", "List Bullet"),
        ("b", "List Bullet 2"),
        ("c", "List Number"),
        ("d", "List Number 3"),
    ):
        document.add_paragraph(text, style)
    assert [item[:2] for item in listed(read(document).blocks)] == [
        *[("bullet", 1), ("bullet", 2), ("number", 1), ("number", 3)]
    ]


def test_an_item_of_a_list_that_is_not_defined_is_read(document: Document) -> None:
    for number, level in (("999", 0), ("1", 30)):
        add_item(document, "a", number, level)
    assert texts(read(document).blocks) == ["a", "a"]


def test_a_paragraph_from_right_to_left_stays_one(document: Document) -> None:
    for value in (None, "0"):
        bidi = OxmlElement("w:bidi")
        if value is not None:
            bidi.set(qn("w:val"), value)
        document.add_paragraph("سلام")._p.get_or_add_pPr().append(bidi)
    document.add_paragraph("halo")
    assert [block.dir for block in read(document).blocks if isinstance(block, TextBlock)] == ["rtl", None, None]


def test_a_picture_keeps_its_caption_and_alt_text(document: Document) -> None:
    document.add_paragraph("a")
    shape = document.add_picture(io.BytesIO(jpeg()))
    shape._inline.docPr.set("descr", "Anak membaca")
    document.add_paragraph("FOKUS: Anak membaca. Foto: Bayu & Humas", "Caption")
    document.add_paragraph("b")
    extract = read(document)
    (photo,) = extract.photos
    assert styled(extract.blocks) == [("normal", "a"), ("photo", ""), ("normal", "b")]
    assert isinstance(extract.blocks[1], PhotoBlock)
    assert extract.blocks[1].photo == photo.key
    assert (photo.data, photo.file, photo.alt) == (jpeg(), "picture-1.jpg", "Anak membaca")
    assert photo.caption == "FOKUS: Anak membaca. Foto: Bayu & Humas"


def test_a_picture_that_the_file_has_not_is_named(document: Document) -> None:
    document.add_picture(io.BytesIO(jpeg()))._inline.docPr.set("descr", "Anak")
    document.add_paragraph("a")

    def lose(parts: dict[str, bytes]) -> None:
        del parts[next(name for name in parts if "media" in name)]

    extract = read_docx(changed(saved(document), lose), "naskah.docx")
    assert texts(extract.blocks) == ["a"]
    assert extract.notices == (note("image-not-taken", file="Anak"),)


def test_a_picture_outside_the_file_is_never_fetched(document: Document) -> None:
    document.add_picture(io.BytesIO(jpeg()))
    document.add_paragraph("a")

    def link(parts: dict[str, bytes]) -> None:
        parts["word/document.xml"] = parts["word/document.xml"].replace(b"r:embed=", b"r:link=")
        relations = parts["word/_rels/document.xml.rels"]
        start = relations.index(b'Target="media/')
        end = relations.index(b'"', start + 8) + 1
        target = b'Target="http://elsewhere.example/a.jpg" TargetMode="External"'
        parts["word/_rels/document.xml.rels"] = relations[:start] + target + relations[end:]

    extract = read_docx(changed(saved(document), link), "naskah.docx")
    assert extract.photos == ()
    assert extract.notices == (note("image-not-taken", file="http://elsewhere.example/a.jpg"),)


def test_what_is_left_out_is_told_once(document: Document) -> None:
    style = document.styles.add_style("Gaya Sendiri", docx.enum.style.WD_STYLE_TYPE.PARAGRAPH)
    for text in ("a", "b"):
        document.add_paragraph(text, style)
    run = document.add_paragraph("c").add_run()
    run._r.append(parse_xml(f'<w:sym {nsdecls("w")} w:font="Aneh" w:char="F0FF"/>'))
    run._r.append(OxmlElement("w:ruby"))
    run._r.append(OxmlElement("w:lastRenderedPageBreak"))
    table = document.add_table(1, 21)
    for number, cell in enumerate(table.rows[0].cells):
        cell.text = str(number)
    extract = read(document)
    assert texts(extract.blocks) == ["a", "b", "c", " | ".join(map(str, range(21)))]
    codes = [message.code for message in extract.notices]
    assert sorted(codes) == ["table-as-text", "word-part-left-out", "word-said", "word-style-unknown"]
    assert note("word-style-unknown", name="Gaya Sendiri") in extract.notices
    assert note("word-part-left-out", name="ruby") in extract.notices


def test_a_file_without_lists_and_styles_is_read(document: Document) -> None:
    document.add_paragraph("a")

    def strip(parts: dict[str, bytes]) -> None:
        for name in ("word/numbering.xml", "word/styles.xml"):
            parts.pop(name, None)
        relations = parts["word/_rels/document.xml.rels"]
        parts["word/_rels/document.xml.rels"] = (
            relations[: relations.index(b"<Relationship ")] + b"</Relationships>"
        )

    assert texts(read_docx(changed(saved(document), strip), "naskah.docx").blocks) == ["a"]


def test_a_main_part_of_another_name_is_found(document: Document) -> None:
    document.add_paragraph("JUDUL", "Title")

    def rename(parts: dict[str, bytes]) -> None:
        parts["word/document2.xml"] = parts.pop("word/document.xml")
        parts["word/_rels/document2.xml.rels"] = parts.pop("word/_rels/document.xml.rels")
        for name in ("_rels/.rels", "[Content_Types].xml"):
            parts[name] = parts[name].replace(b"word/document.xml", b"word/document2.xml")

    extract = read_docx(changed(saved(document), rename), "naskah.docx")
    assert texts(extract.blocks) == ["JUDUL"]


def zipped(names: list[str], content: bytes = b"x", compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as package:
        for name in names:
            package.writestr(name, content)
    return stream.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"not a zip",
        b"PK\x03\x04 cut",
        zipped(["a.txt"]),
        zipped(["[Content_Types].xml", "_rels/.rels"]),
        zipped(["[Content_Types].xml", "_rels/.rels", "word/document.xml", "folder/"]),
        zipped(["[Content_Types].xml", "_rels/.rels"], compression=zipfile.ZIP_BZIP2),
    ],
)
def test_a_file_that_is_no_word_file_is_said_to_be_none(data: bytes) -> None:
    error = refusal(data)
    assert isinstance(error, Trouble)
    assert error.message.code == "word-unreadable"


def test_two_parts_of_one_name_are_not_guessed_between(document: Document) -> None:
    stream = io.BytesIO(saved(document))
    with zipfile.ZipFile(stream, "a") as package, pytest.warns(UserWarning, match="Duplicate name"):
        package.writestr("word/document.xml", b"<x/>")
    assert refusal(stream.getvalue()).message.code == "word-unreadable"


def test_a_word_file_cut_or_altered_anywhere_crashes_nothing(document: Document) -> None:
    document.add_paragraph("kata")
    data = saved(document)
    for place in range(0, len(data), 1 + len(data) // 120):
        assert refusal(data[:place]).message.code == "word-unreadable"
        altered = data[:place] + bytes([data[place] ^ 0xFF]) + data[place + 1 :]
        try:
            read_docx(altered, "naskah.docx")
        except (Refused, Trouble) as error:
            assert error.message.params["file"] == "naskah.docx"  # noqa: PT017 - some alterations do no harm


@pytest.mark.parametrize(
    "part",
    [
        b"",
        b"<w:document",
        b'<!DOCTYPE x [<!ENTITY a "' + b"x" * 1000 + b'">]><x>&a;</x>',
        b"<x>" * 5_000 + b"</x>" * 5_000,
        b'<?xml version="1.0"?><x/>',
    ],
)
def test_a_broken_main_part_is_said_to_be_one(document: Document, part: bytes) -> None:
    data = changed(saved(document), lambda parts: parts.update({"word/document.xml": part}))
    try:
        assert read_docx(data, "naskah.docx").blocks == ()
    except Trouble as error:
        assert error.message == note("word-unreadable", file="naskah.docx")  # noqa: PT017 - both are sound


def test_a_zip_bomb_is_refused_before_it_is_read() -> None:
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package,
        package.open("word/media/image1.png", "w") as part,
    ):
        for _ in range(310):
            part.write(b"\0" * 1_000_000)
    error = refusal(stream.getvalue())
    assert isinstance(error, Refused)
    assert error.message == note("word-too-large", file="naskah.docx", limit=300)


def test_too_much_markup_and_too_many_parts_are_refused(document: Document) -> None:
    bomb = changed(saved(document), lambda parts: parts.update({"word/x.xml": b" " * 31_000_000}))
    assert refusal(bomb).message.code == "word-too-large"
    many = zipped([f"{number}.xml" for number in range(MAX_PARTS + 1)])
    assert refusal(many).message.code == "word-too-large"


def test_an_encrypted_or_old_word_file_is_told_apart(document: Document) -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500
    assert refusal(ole).message.code == "word-old"
    assert refusal(ole + "EncryptedPackage".encode("utf-16-le")).message.code == "word-encrypted"
    data = bytearray(saved(document))
    entry = data.index(b"PK\x01\x02")  # the central directory's flags stand eight bytes on
    data[entry + 8] |= 1
    assert refusal(bytes(data)).message.code == "word-encrypted"


def test_markers_need_no_styles_or_numbering() -> None:
    paragraph = '<w:p><w:pPr><w:pStyle w:val="x"/></w:pPr></w:p>'
    part = f"<w:document {nsdecls('w')}><w:body>{paragraph}</w:body></w:document>"
    assert mark(part.encode(), None, None).has_title is False


# Our own documents come back


def came_back(edition: Edition, folder: Path, style: HouseStyle) -> tuple[Story, list[tuple[str, str, str]]]:
    path = folder / "naskah.docx"
    path.write_bytes(write_docx(edition))
    reading = read_story_file(path, style, today=date(2026, 10, 5))
    assert reading.notices == ()
    return reading.story, [(photo.caption, photo.credit, photo.alt) for photo in reading.photos]


@pytest.mark.parametrize("changes", [{}, {"proof": True}, {"correction": CORRECTION}])
def test_our_own_document_comes_back_whole(
    story: Story, style: HouseStyle, tmp_path: Path, changes: dict[str, Any]
) -> None:
    edition = edition_of(story, **changes)
    again, photos = came_back(edition, tmp_path, style)
    assert (again.headline, again.kicker, again.standfirst, again.dateline) == (
        *(story.headline, story.kicker, story.standfirst, story.dateline),
    )
    assert (again.credits.writers, again.credits.editors) == (story.credits.writers, story.credits.editors)
    words = [block for block in story.body if not isinstance(block, PhotoBlock)]
    assert plain(block for block in again.body if not isinstance(block, PhotoBlock)) == plain(words)
    printed = [figure.photo for figure in edition.layout.figures]
    assert photos == [(photo.caption, photo.credit, photo.alt) for photo in printed]
    assert isinstance(again.body[0], PhotoBlock)


def test_an_english_document_comes_back_with_the_day_of_its_dateline(story: Story, tmp_path: Path) -> None:
    english = house_style(resource("house_styles", "press-office-en.toml").read_text("utf-8"))
    again, photos = came_back(edition_of(story, style=english), tmp_path, english)
    assert (again.dateline, again.event_date) == (story.dateline, story.event_date)
    assert photos[0][:2] == ("FOKUS: Warga menurunkan bibit dari perahu.", "Rangga P. & Humas Kota")


MARKS = ["strong", "em", "underline", "strike-through", "sub", "sup", "code"]
words = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"]), min_size=1, max_size=8)
spans = st.builds(Span, words, st.lists(st.sampled_from(MARKS), max_size=3, unique=True).map(tuple))
blocks_written = st.one_of(
    st.builds(
        TextBlock,
        st.just(""),
        st.lists(spans, min_size=1, max_size=4).map(tuple),
        st.sampled_from(["normal", "h2", "h3", "h4", "blockquote", "pullquote"]),
    ),
    st.builds(
        TextBlock,
        st.just(""),
        st.lists(spans, min_size=1, max_size=2).map(tuple),
        list_item=st.sampled_from(["bullet", "number"]),
        level=st.integers(1, 9),
        start=st.one_of(st.none(), st.integers(0, 99)),
    ),
)


@given(st.lists(blocks_written, max_size=6).map(tuple).map(normalise))
def test_any_body_comes_back_from_a_document_of_ours(body: Body) -> None:
    body = tuple(block for block in body if isinstance(block, TextBlock) and block.text.strip())
    data = write_docx(edition_of(Story(headline="JUDUL", body=body), pictures={}))
    extract = read_docx(data, "naskah.docx")
    assert texts(extract.blocks) == ["JUDUL", *texts(body)]
    assert [block.style for block in extract.blocks[1:] if isinstance(block, TextBlock)] == [
        block.style for block in body if isinstance(block, TextBlock)
    ]
    assert [marked(block) for block in extract.blocks[1:]] == [marked(block) for block in body]
    assert [item[:2] for item in listed(extract.blocks[1:])] == [item[:2] for item in listed(body)]
