"""Editions as Word documents, read again with python-docx, lxml and a validator of the standard."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as DocxDocument
from docx.oxml.ns import qn
from docx.shared import Mm
from lxml import etree
from openxml_audit import OpenXmlValidator

from editor_app.formats.docx_writer import write_docx
from editor_app.formats.edition import Edition, foot_lines
from editor_app.resources import resource
from editor_app.story.body import BreakBlock, Link, PhotoBlock, Span, TextBlock, paragraphs
from editor_app.story.house_style import house_style
from editor_app.story.photo import Attachment
from editor_app.story.story import Credits, Story, normal_story
from editor_app.words import Trouble
from tests.formats.editions import drawn_picture, edition_of, para
from tests.formats.golden import assert_golden

A_PHOTO = Attachment(
    key="one", sha256="1" * 64, file="IMG_9.JPG", caption="Balai.", alt="Balai desa", creator="R"
)


def opened(edition: Edition) -> DocxDocument:
    return Document(io.BytesIO(write_docx(edition)))


def texts(document: DocxDocument, style: str | None = None) -> list[str]:
    return [entry.text for entry in document.paragraphs if style is None or entry.style.name == style]


def parts(edition: Edition) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(write_docx(edition)))


def told(*body: TextBlock | PhotoBlock | BreakBlock, **fields: object) -> Edition:
    """An edition of a story with this body."""
    return edition_of(normal_story(Story(headline="Peta", body=body, **fields)))  # type: ignore[arg-type]


def faults(data: bytes, tmp_path: Path) -> list[str]:
    path = tmp_path / "story.docx"
    path.write_bytes(data)
    return [str(error) for error in OpenXmlValidator().validate(path).errors]


def test_the_document_is_as_the_reference(corrected: Edition) -> None:
    tree = etree.fromstring(parts(corrected).read("word/document.xml"))
    etree.indent(tree)
    assert_golden("document.xml", etree.tostring(tree, encoding="unicode") + "\n")


@pytest.mark.parametrize("kind", ["edition", "proof", "corrected"])
def test_the_document_keeps_to_the_standard(kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    assert faults(write_docx(request.getfixturevalue(kind)), tmp_path) == []


def test_a_story_from_right_to_left_keeps_to_the_standard(tmp_path: Path) -> None:
    edition = told(
        para("a", "أعلنت المدرسة", style="pullquote"),
        para("b", "English words", dir="ltr"),
        para("c", "بند", list_item="number"),
        BreakBlock("d"),
        language="ar",
    )
    assert faults(write_docx(edition), tmp_path) == []


def test_an_empty_story_can_be_proofed(tmp_path: Path) -> None:
    edition = edition_of(Story(), proof=True)
    assert faults(write_docx(edition), tmp_path) == []
    assert [text for text in texts(opened(edition)) if text] == [
        f"BELUM DISETUJUI – JANGAN DISEBARKAN · {edition.revision.code}"
    ]


def test_everything_stands_where_it_stands(corrected: Edition) -> None:
    document = opened(corrected)
    assert [(entry.style.name, entry.text) for entry in document.paragraphs] == [
        ("Kicker", "Lingkungan"),
        ("Title", "WARGA SUKAMAJU TANAM SERIBU POHON DI TEPI SUNGAI"),
        ("Subtitle", "Kerja bakti dua hari menutup lahan gundul.\nPanen pertama diharapkan tiga tahun lagi."),
        ("Picture", ""),
        ("Caption", "FOKUS: Warga menurunkan bibit dari perahu.\nFoto: Rangga P. & Humas Kota"),
        ("Normal", "Malang, Seribu bibit sukun & trembesi ditanam di tepi Sungai Bening pada Sabtu pagi."),
        ("Quote", "“Pohon ini untuk cucu kita,” ujar Ketua RW."),
        ("Quote", "“Akarnya menahan tanah.”"),
        ("Heading 1", "Bibit dari kebun warga"),
        ("Picture", ""),
        ("Caption", "Bibit sukun <muda> di kebun.\nFoto: Dewi Lestari Putri"),
        ("Normal", "Takaran pupuk: 2 m3 air, CO2, lama kode-7.\nBaris kedua."),
        ("Heading 2", "Langkah tanam"),
        ("List Number", "Gali lubang"),
        ("List Bullet", "sedalam lutut"),
        ("List Bullet", "selebar bahu"),
        ("List Number", "Tanam dan siram"),
        ("Heading 3", "Catatan"),
        ("List Bullet", "Bawa bibit sendiri"),
        ("Caption", "Bibit menurut kampung."),
        ("Divider", ""),
        ("Intense Quote", "Satu orang, satu pohon."),
        ("Picture", ""),
        ("Caption", "SUNGAI BENING: Air surut pada musim kemarau.\nFoto: Rangga P. & Humas Kota"),
        ("Normal", "Kegiatan serupa digelar lagi bulan depan."),
        ("Picture", ""),
        ("Caption", "Foto bersama seusai kegiatan.\nFoto: Rangga P."),
        ("Correction", "Ralat (15 September 2026): Jumlah bibit seribu, bukan dua ribu."),
        ("Credits", "Penulis : Sari Wening & Bagas Pradipta"),
        ("Credits", "Foto : Rangga P. & Dewi Lestari Putri & Humas Kota"),
        ("Credits", "Editor : Humas Kota"),
    ]


def test_every_paragraph_caption_and_credit_of_the_story_is_in_it(edition: Edition) -> None:
    printed = "\n".join(texts(opened(edition)))
    for block in paragraphs(edition.story.body):
        assert block.text in printed
    for photo in edition.story.photos:
        assert photo.caption in printed
        assert photo.credit in printed
    for line in foot_lines(edition):
        assert line.text in printed


def test_dateline_lead_word_and_labels_stand_out(edition: Edition) -> None:
    document = opened(edition)
    opening = next(entry for entry in document.paragraphs if entry.text.startswith("Malang"))
    assert (opening.runs[0].text, opening.runs[0].bold) == ("Malang, ", True)
    caption = next(entry for entry in document.paragraphs if entry.text.startswith("FOKUS"))
    assert [(run.text, run.style.name) for run in caption.runs][:2] == [
        ("FOKUS:", "Caption Lead Word"),
        (" Warga menurunkan bibit dari perahu.", "Default Paragraph Font"),
    ]
    credit = next(entry for entry in document.paragraphs if entry.style.name == "Credits")
    assert [(run.text, run.bold) for run in credit.runs] == [
        ("Penulis : ", True),
        ("Sari Wening & Bagas Pradipta", None),
    ]


def test_every_mark_is_its_own_look() -> None:
    marks = ("strong", "em", "underline", "strike-through", "sub", "sup", "code")
    block = TextBlock("a", tuple(Span(mark, (mark,)) for mark in marks))
    runs = {run.text: run for run in opened(told(block)).paragraphs[1].runs}
    assert runs["strong"].bold is True
    assert runs["strong"].font.cs_bold is True
    assert runs["em"].italic is True
    assert runs["underline"].underline is True
    assert runs["strike-through"].font.strike is True
    assert runs["sub"].font.subscript is True
    assert runs["sup"].font.superscript is True
    assert runs["code"].style.name == "HTML Code"


def test_a_link_keeps_its_words_marks_and_address() -> None:
    block = TextBlock(
        "a",
        (Span("lihat "), Span("peta ", ("k",)), Span("besar", ("strong", "k")), Span(" kode", ("code", "k"))),
        mark_defs=(Link("k", "https://contoh.example/péta?a=1&b=“x”"),),
    )
    paragraph = opened(told(block)).paragraphs[1]
    link = paragraph.hyperlinks[0]
    assert paragraph.text == "lihat peta besar kode"
    assert link.address == "https://contoh.example/p%C3%A9ta?a=1&b=%E2%80%9Cx%E2%80%9D"
    assert [(run.text, run.bold, run.font.name) for run in link.runs] == [
        ("peta ", None, None),
        ("besar", True, None),
        (" kode", None, "Consolas"),
    ]
    assert {run.style.name for run in link.runs} == {"Hyperlink"}


def test_an_unsafe_link_leaves_its_words_alone() -> None:
    block = TextBlock("a", (Span("klik", ("k",)),), mark_defs=(Link("k", "javascript:alert(1)"),))
    edition = edition_of(Story(headline="Peta", body=(block,)))
    paragraph = opened(edition).paragraphs[1]
    assert (paragraph.text, paragraph.hyperlinks) == ("klik", [])
    assert b"javascript" not in write_docx(edition)


def numbering_of(document: DocxDocument) -> list[tuple[str, int, int]]:
    """Each list item's words, its level from 0, and the number of its list."""
    return [
        (entry.text, entry._p.pPr.numPr.ilvl.val, entry._p.pPr.numPr.numId.val)
        for entry in document.paragraphs
        if entry._p.pPr.numPr is not None
    ]


def test_each_list_counts_for_itself(edition: Edition) -> None:
    document = opened(edition)
    assert numbering_of(document) == [
        ("Gali lubang", 0, 1),
        ("sedalam lutut", 1, 2),
        ("selebar bahu", 1, 2),
        ("Tanam dan siram", 0, 1),
        ("Bawa bibit sendiri", 0, 3),
    ]
    numbering = document.part.numbering_part.element
    definitions = numbering.findall(qn("w:abstractNum"))
    assert [len(entry.findall(qn("w:lvl"))) for entry in definitions] == [9, 9, 9]
    assert len({entry.find(qn("w:nsid")).get(qn("w:val")) for entry in definitions}) == 3
    first = definitions[0].find(qn("w:lvl"))
    assert first.find(qn("w:start")).get(qn("w:val")) == "3"
    assert first.find(qn("w:numFmt")).get(qn("w:val")) == "decimal"
    assert definitions[1].find(qn("w:lvl")).find(qn("w:numFmt")).get(qn("w:val")) == "bullet"


def test_pictures_are_described_numbered_once_and_kept_once(edition: Edition) -> None:
    document = opened(edition)
    drawn = list(document.element.iter(qn("wp:docPr")))
    assert [entry.get("descr") for entry in drawn] == [
        "Empat orang memindahkan bibit dari perahu kayu ke tepi sungai",
        'Deretan "polybag" hijau',
        "Sungai dangkal dengan batu besar",
        "Puluhan warga berdiri di depan balai",
    ]
    assert [entry.get("id") for entry in drawn] == ["1", "2", "3", "4"]
    kept = [name for name in parts(edition).namelist() if name.startswith("word/media/")]
    stem = "word/media/warga-sukamaju-tanam-seribu-pohon-di-tepi-sungai"
    assert kept == [f"{stem}-01.jpg", f"{stem}-02.jpg", f"{stem}-03.jpg"]
    assert parts(edition).read(kept[0]) == edition.pictures["lead"].data
    blips = [entry.get(qn("r:embed")) for entry in document.element.iter(qn("a:blip"))]
    assert blips[1] == blips[3]
    assert document.part.related_parts[blips[2]].blob == edition.pictures["river"].data


@pytest.mark.parametrize(
    ("size", "printed"),
    [
        ((3000, 2000), (160.0, 106.7)),
        ((2000, 3000), (80.0, 120.0)),
        ((96, 48), (25.4, 12.7)),
        ((4000, 1), (160.0, 0.0)),
    ],
)
def test_a_picture_fits_the_page_and_is_never_blown_up(
    size: tuple[int, int], printed: tuple[float, float]
) -> None:
    story = normal_story(Story(headline="Peta", photos=(A_PHOTO,)))
    edition = edition_of(story, pictures={"one": replace(drawn_picture(4, 4), width=size[0], height=size[1])})
    shape = opened(edition).inline_shapes[0]
    assert (shape.width / Mm(1), shape.height / Mm(1)) == pytest.approx(printed, abs=0.1)
    assert shape.height > 0


def test_a_png_is_kept_as_png(tmp_path: Path) -> None:
    story = normal_story(Story(headline="Peta", photos=(A_PHOTO,)))
    edition = edition_of(story, pictures={"one": drawn_picture(8, 8, "PNG")})
    assert "word/media/peta-01.png" in parts(edition).namelist()
    assert faults(write_docx(edition), tmp_path) == []


def test_a_picture_stays_with_its_caption(edition: Edition) -> None:
    pictures = [entry for entry in opened(edition).paragraphs if entry.style.name == "Picture"]
    assert [entry.paragraph_format.keep_with_next for entry in pictures] == [True] * 4


@pytest.mark.parametrize(
    ("caption", "creator", "printed"),
    [("", "", []), ("", "Rangga", ["Foto: Rangga"]), ("Balai.", "", ["Balai."]), ("FOKUS:", "", ["FOKUS:"])],
)
def test_a_caption_prints_what_there_is(caption: str, creator: str, printed: list[str]) -> None:
    photo = replace(A_PHOTO, caption=caption, creator=creator)
    story = normal_story(Story(headline="Peta", photos=(photo,)))
    document = opened(edition_of(story, pictures={"one": drawn_picture(8, 8)}))
    assert texts(document, "Caption") == printed


def test_no_photo_credit_stands_beside_photos_where_the_house_prints_only_the_foot(edition: Edition) -> None:
    foot_only = house_style(edition.style.source.replace("each_photo = true", "each_photo = false"))
    document = opened(replace(edition, style=foot_only))
    assert texts(document, "Caption")[0] == "FOKUS: Warga menurunkan bibit dari perahu."
    assert "Foto : Rangga P. & Dewi Lestari Putri & Humas Kota" in texts(document)


def test_a_missing_picture_stops_the_document(edition: Edition) -> None:
    with pytest.raises(Trouble) as trouble:
        write_docx(replace(edition, pictures={}))
    assert trouble.value.message.code == "picture-missing"
    assert trouble.value.message.params == {"file": "IMG_0001.JPG"}


def test_a_proof_says_so_at_its_head_and_on_every_page(proof: Edition) -> None:
    document = opened(proof)
    notice = f"BELUM DISETUJUI – JANGAN DISEBARKAN · {proof.revision.code}"
    assert document.paragraphs[0].text == notice
    assert document.sections[0].header.paragraphs[0].text == f"{notice}\nHumas Kota Sukamaju\tSiaran Pers"
    assert document.sections[0].different_first_page_header_footer is False
    assert document.core_properties.content_status == "Proof"


def test_a_final_document_bears_neither_notice_nor_approval_in_print(edition: Edition) -> None:
    document = opened(edition)
    printed = "\n".join(texts(document)) + document.sections[0].header.paragraphs[0].text
    for unprinted in ("BELUM", edition.revision.code, "Ratna Kusuma"):
        assert unprinted not in printed
    assert b"Ratna Kusuma" in parts(edition).read("docProps/custom.xml")


def test_every_page_bears_its_number_and_the_newsroom(edition: Edition) -> None:
    section = opened(edition).sections[0]
    assert section.header.paragraphs[0].text == "Humas Kota Sukamaju\tSiaran Pers"
    footer = section.footer.paragraphs[0]
    assert footer.text == "\t1 / 1"
    assert [entry.text for entry in footer._p.iter(qn("w:instrText"))] == [" PAGE ", " NUMPAGES "]
    assert (section.page_width, section.page_height) == pytest.approx((Mm(210), Mm(297)), abs=Mm(0.1))


def test_the_properties_tell_title_people_words_and_time(edition: Edition) -> None:
    core = opened(edition).core_properties
    assert core.title == "WARGA SUKAMAJU TANAM SERIBU POHON DI TEPI SUNGAI"
    assert core.author == "Sari Wening & Bagas Pradipta"
    assert core.keywords == "pohon, sungai, warga & alam"
    assert (core.subject, core.language) == ("Siaran Pers", "id")
    assert (core.version, core.identifier) == (edition.revision.code, edition.revision.id)
    assert core.content_status == "Approved"
    assert core.comments == ""
    moment = datetime.fromisoformat("2026-09-13T03:04:05+00:00")
    assert (core.created, core.modified) == (moment, moment)


def test_long_properties_are_shortened_to_what_word_takes() -> None:
    story = normal_story(Story(headline="kata " * 100, keywords=("tagar " * 60,), credits=Credits()))
    core = opened(edition_of(story)).core_properties
    assert len(core.title) <= 255
    assert core.title.endswith("kata…")
    assert len(core.keywords) <= 255
    assert core.author == "Humas Kota Sukamaju"


def test_nothing_of_a_foreign_template_is_left(edition: Edition) -> None:
    names = parts(edition).namelist()
    assert not [name for name in names if re.search("thumbnail|stylesWithEffects|customXml", name)]
    whole = b"".join(parts(edition).read(name) for name in names)
    assert b"python-docx" not in whole


def test_the_language_is_the_documents_own(edition: Edition) -> None:
    document = opened(edition)
    assert {entry.get(qn("w:val")) for entry in document.styles.element.iter(qn("w:lang"))} == {"id-ID"}
    french = opened(told(para("a", "bonjour"), language="fr"))
    assert {entry.get(qn("w:val")) for entry in french.styles.element.iter(qn("w:lang"))} == {"fr"}


def test_a_story_from_right_to_left_runs_so_but_for_the_blocks_that_do_not() -> None:
    edition = told(para("a", "أعلنت المدرسة"), para("b", "English", dir="ltr"), language="ar", dateline="بيت")
    title, first, second = opened(edition).paragraphs
    assert title._p.pPr.find(qn("w:bidi")) is not None
    assert first._p.pPr.find(qn("w:bidi")) is not None
    assert [run.font.rtl for run in first.runs] == [True, True]
    assert second._p.pPr.find(qn("w:bidi")) is None
    assert second.runs[0].font.rtl is None


def test_uncommon_signs_arrive_unharmed() -> None:
    text = "a\N{NO-BREAK SPACE}b\N{NON-BREAKING HYPHEN}c\N{SOFT HYPHEN}d 👩‍👩‍👧 ]]> {{ x }} --> <b>"
    assert opened(told(para("a", text))).paragraphs[1].text == text


def test_signs_that_word_cannot_hold_were_taken_out_of_the_story() -> None:
    assert opened(told(para("a", "satu\x0bdua\x00\x1b\ufffe\ud800"))).paragraphs[1].text == "satu\ndua\ufffd"


def test_an_empty_heading_is_not_printed() -> None:
    assert texts(opened(told(para("a", "  ", style="h2"), para("b", "Isi.")))) == ["Peta", "Isi."]


def test_the_english_house_writes_its_own_labels(story: Story) -> None:
    style = house_style(resource("house_styles", "press-office-en.toml").read_text("utf-8"))
    printed = texts(opened(edition_of(story, style=style)))
    assert "Words: Sari Wening & Bagas Pradipta" in printed
    assert any(text.startswith("Malang (12 September) – Seribu bibit") for text in printed)
