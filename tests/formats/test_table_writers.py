"""Tables as HTML prints them and as true tables of Word, read again cell by cell."""

import io
import json
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.table import Table as DocxTable
from lxml import html as lxml_html

from editor_app.formats.bundle_writer import write_bundle
from editor_app.formats.docx_writer import write_docx
from editor_app.formats.edition import Edition
from editor_app.formats.html_writer import write_fragment, write_page
from editor_app.story.body import Block, Cell, Link, Span, Table, TextBlock, body_from_json
from editor_app.story.story import Story, normal_story
from tests.formats.editions import edition_of, para
from tests.formats.test_docx_writer import faults


def cell(words: str, *marks: str) -> Cell:
    return Cell((Span(words, marks),)) if words else Cell()


LINKED = Cell(
    (Span("lihat "), Span("laporan", ("em", "l1")), Span("\nlengkap")), (Link("l1", "https://contoh.example/a"),)
)
HARVEST = Table(
    "t1",
    (
        (cell("Desa"), cell("Padi <ton>"), cell("Catatan")),
        (cell("Sumber Arum"), cell("1.250"), LINKED),
        (cell("Tirta", "strong"), cell("980"), cell("")),
    ),
    "Panen “2026” & kebun.",
    1,
)
BARE = Table("t2", ((cell("a"), cell("b")), (cell("c"), cell("d"))))


def told(*body: Block, language: str = "id") -> Edition:
    return edition_of(normal_story(Story(headline="Panen", body=body, language=language)), pictures={})


def docx_of(edition: Edition) -> io.BytesIO:
    return io.BytesIO(write_docx(edition))


def table_in(edition: Edition, place: int = 0) -> DocxTable:
    return Document(docx_of(edition)).tables[place]


@pytest.mark.parametrize("write", [write_page, write_fragment])
def test_a_table_is_printed_where_it_stands(write) -> None:  # type: ignore[no-untyped-def]
    page = lxml_html.fromstring(write(told(para("a", "Satu."), HARVEST, para("b", "Dua.")), picture_path={}))
    (table,) = page.findall(".//figure/table")
    before, after = page.xpath("//p[text()='Satu.']")[0], page.xpath("//p[text()='Dua.']")[0]

    assert before.getnext().tag == after.getprevious().tag == "figure"
    assert table.findtext("caption") == "Panen “2026” & kebun."
    assert [head.text_content() for head in table.findall("thead/tr/th")] == ["Desa", "Padi <ton>", "Catatan"]
    assert {head.get("scope") for head in table.findall("thead/tr/th")} == {"col"}
    rows = [[each.text_content() for each in row.findall("td")] for row in table.findall("tbody/tr")]
    assert rows == [["Sumber Arum", "1.250", "lihat laporan\nlengkap"], ["Tirta", "980", ""]]
    assert table.find(".//a").get("href") == "https://contoh.example/a"
    assert table.find(".//a/em").text == "laporan"
    assert table.find(".//td/strong").text == "Tirta"
    assert len(table.findall(".//br")) == 1


def test_columns_of_numbers_end_flush_in_every_cell() -> None:
    page = lxml_html.fromstring(write_fragment(told(HARVEST), picture_path={}))
    columns = [["number" in each.get("class", "").split() for each in row] for row in page.iter("tr")]

    assert columns == [[False, True, False]] * 3


def test_a_table_without_head_or_caption_has_none() -> None:
    page = lxml_html.fromstring(write_fragment(told(BARE), picture_path={}))
    head_alone = lxml_html.fromstring(
        write_fragment(told(Table("t", ((cell("a"),),), header_rows=1)), picture_path={})
    )

    assert page.find(".//thead") is page.find(".//caption") is None
    assert [each.text for each in page.iter("td")] == ["a", "b", "c", "d"]
    assert head_alone.find(".//tbody") is None


def test_word_gets_a_true_table_whose_head_stands_on_every_page() -> None:
    table = table_in(told(para("a", "Satu."), HARVEST))

    assert [[each.text for each in row.cells] for row in table.rows] == [
        ["Desa", "Padi <ton>", "Catatan"],
        ["Sumber Arum", "1.250", "lihat laporan\nlengkap"],
        ["Tirta", "980", ""],
    ]
    rows = table._tbl.findall(qn("w:tr"))
    assert [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in rows] == [True, False, False]
    assert [row.cells[0].paragraphs[0].style.name for row in table.rows] == [
        "Table Heading",
        "Table Contents",
        "Table Contents",
    ]
    assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == "Panen “2026” & kebun."
    assert [each.paragraphs[0].alignment for each in table.rows[1].cells] == [None, 2, None]
    assert table.rows[1].cells[2].paragraphs[0].hyperlinks[0].address == "https://contoh.example/a"
    assert table.rows[2].cells[0].paragraphs[0].runs[0].font.bold


def test_a_table_is_as_wide_as_the_text_and_keeps_its_caption() -> None:
    document = Document(docx_of(told(HARVEST, para("b", "Dua."))))
    section, table = document.sections[0], document.tables[0]
    room = section.page_width - section.left_margin - section.right_margin

    assert sum(column.width for column in table.columns) == pytest.approx(room, rel=0.01)
    assert table.columns[0].width > table.columns[1].width
    caption = document.paragraphs[1]
    assert (caption.style.name, caption.text) == ("Caption", "Panen “2026” & kebun.")
    kept = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in table.rows]
    assert kept == [True, None, True]


def test_two_tables_that_follow_each_other_stay_two(tmp_path: Path) -> None:
    edition = told(BARE, Table("t3", BARE.rows), HARVEST)

    assert len(Document(docx_of(edition)).tables) == 3
    assert faults(write_docx(edition), tmp_path) == []


def test_a_table_from_right_to_left_keeps_to_the_standard(tmp_path: Path) -> None:
    edition = told(HARVEST, para("b", "Dua."), language="ar")
    table = table_in(edition)

    assert faults(write_docx(edition), tmp_path) == []
    assert table._tbl.tblPr.find(qn("w:bidiVisual")) is not None
    assert 'dir="rtl"' in write_fragment(edition, picture_path={})


def test_a_table_of_twenty_columns_fits_in_smaller_letters(tmp_path: Path) -> None:
    wide = Table("t1", tuple(tuple(cell(f"Kolom{n}") for n in range(20)) for _ in range(2)), "Lebar.")
    edition = told(wide)
    document = Document(docx_of(edition))
    section, table = document.sections[0], document.tables[0]

    room = section.page_width - section.left_margin - section.right_margin
    assert sum(column.width for column in table.columns) == pytest.approx(room, rel=0.01)
    assert table.rows[0].cells[0].paragraphs[0].runs[0].font.size.pt == 7
    assert table_in(told(HARVEST)).rows[0].cells[0].paragraphs[0].runs[0].font.size is None
    assert faults(write_docx(edition), tmp_path) == []


def test_a_bundle_carries_the_table_in_all_its_files() -> None:
    with zipfile.ZipFile(io.BytesIO(write_bundle(told(HARVEST, para("b", "Dua."))))) as bundle:
        story = json.loads(bundle.read("story.json"))
        assert body_from_json(story["body"])[0] == normal_story(Story(body=(HARVEST,))).body[0]
        for name in ("article.html", "body.html"):
            assert "Sumber Arum" in bundle.read(name).decode()


def test_the_same_table_gives_the_same_bytes() -> None:
    assert write_docx(told(HARVEST, TextBlock("x"))) == write_docx(told(HARVEST, TextBlock("x")))
