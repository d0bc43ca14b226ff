"""Tables of Word, Google Docs, LibreOffice, Excel, Markdown and web pages are tables; layout is unwrapped."""

import base64
from pathlib import Path

import docx
import pytest
from docx.oxml import OxmlElement
from hypothesis import given
from hypothesis import strategies as st

from editor_app.formats.clip import read_clip
from editor_app.formats.docx_writer import write_docx
from editor_app.formats.extract import Extract
from editor_app.formats.html_reader import read_html
from editor_app.formats.html_writer import write_page
from editor_app.formats.markdown_reader import read_markdown
from editor_app.formats.reading import read_story_file
from editor_app.story.body import Block, PhotoBlock, Span, Table, TextBlock, body_from_json, body_to_json
from editor_app.story.house_style import HouseStyle
from editor_app.story.marks import MAX_COLUMNS, MAX_ROWS
from editor_app.story.normal import normalise
from editor_app.words import note
from tests.formats.editions import GOLDEN
from tests.formats.test_docx_reader import read
from tests.formats.test_table_writers import HARVEST, told

DATA = f"data:image/jpeg;base64,{base64.b64encode((GOLDEN / 'wide.jpg').read_bytes()).decode()}"


def shown(block: Block) -> object:
    """A block in short: words, "▣" for a photo, the rows of a table."""
    if isinstance(block, Table):
        return [[cell.text for cell in row] for row in block.rows]
    return block.text if isinstance(block, TextBlock) else "▣"


def read_as(html: str) -> list[object]:
    return [shown(block) for block in read_html(html).blocks]


def one_table(extract: Extract) -> Table:
    (table,) = (block for block in extract.blocks if isinstance(block, Table))
    return table


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<table><tr><td>a<td>b<tr><td>1<td>2</table>", [[["a", "b"], ["1", "2"]]]),
        ("<table><tr><td>a<td><td>b</table>", [[["a", "", "b"]]]),
        ("<table><tr><td><p>a<p>b<td>d<br>e</table>", [[["a\nb", "d\ne"]]]),
        ("<table><tr><td><ul><li>a<li>b</ul><td>d</table>", [[["a\nb", "d"]]]),
        ("<table><tr><td>a<td>b<tr><td>c<tr><td><td></table>", [[["a", "b"], ["c", ""]]]),
        ("<table><tr><td>\u00a0<td>a<td>c<tr><td>b<td>&nbsp;<td>d</table>", [[["", "a", "c"], ["b", "", "d"]]]),
        ("<table><tr><td colspan=2>a<td>b<tr><td>1<td>2<td>3</table>", [[["a", "", "b"], ["1", "2", "3"]]]),
        ("<table><tr><td rowspan=2>a<td>b<tr><td>c<tr><td>d<td>e</table>", [[["a", "b"], ["", "c"], ["d", "e"]]]),
        (
            "<table><tr><td>x<td rowspan=3 colspan=2>a<tr><td>y<tr><td>z<tr><td>1<td>2<td>3</table>",
            [[["x", "a", ""], ["y", "", ""], ["z", "", ""], ["1", "2", "3"]]],
        ),
        ("<table><tr><td rowspan=x colspan=-2>a<td rowspan=0>b<tr><td>c</table>", [[["a", "b"], ["c", ""]]]),
        ("<p>v<table><tr><td>a<td>b</table><p>n", ["v", [["a", "b"]], "n"]),
    ],
)
def test_cells_stand_where_they_stood(html: str, expected: list[object]) -> None:
    assert read_as(html) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<table><tr><td><p>a<p>b</table>", ["a", "b"]),
        ("<table><tr><td>a<tr><td>b</table>", ["a", "b"]),
        ("<table><tr><td><td></table>", []),
        ("<table><tr><td><h2>a</h2><p>b<td><p>c</table>", ["a", "b", "c"]),
        (f"<table><tr><td>a<img src='{DATA}'><td>b</table>", ["a", "▣", "b"]),
        (f"<table><tr><td><img src='{DATA}'><td><img src='{DATA}'></table>", ["▣", "▣"]),
        ("<table role=presentation><tr><td>a<td>b</table>", ["a", "b"]),
        ("<table><tr><td><table><tr><td>a<td>b</table><td>c</table>", [[["a", "b"]], "c"]),
        (f"<table><tr><td>{'kata ' * 200}<td>b</table>", [("kata " * 200).strip(), "b"]),
        (f"<table><tr><td>{'<p>x' * 5}<td>b</table>", [*"xxxxx", "b"]),
    ],
)
def test_what_only_lays_out_a_page_is_unwrapped(html: str, expected: list[object]) -> None:
    extract = read_html(html)

    assert [shown(block) for block in extract.blocks] == expected
    assert note("table-as-text") not in extract.notices


@pytest.mark.parametrize(
    ("html", "head"),
    [
        ("<table><tr><th>a<th>b<tr><td>1<td>2</table>", 1),
        ("<table><thead><tr><td>a<td>b</thead><tbody><tr><td>1<td>2</table>", 1),
        ("<table><tr><td><b>a</b><td><strong>b</strong><tr><td>1<td>2</table>", 1),
        ("<table><tr><td style='font-weight:700'>a<td><b>b</b><tr><td>1<td>2</table>", 1),
        ("<table><tr><td><b>a</b><td><b>b</b><tr><td><b>1</b><td><b>2</b></table>", 0),
        ("<table><tr><td><b>a</b><td><b>b</b></table>", 0),
        ("<table><tr><th>a<td>b<tr><th>1<td>2</table>", 0),
        ("<table><tr><td>a<td>b<tr><td>1<td>2</table>", 0),
        ("<table><thead><tr><td><td></thead><tr><td>1<td>2</table>", 0),
    ],
)
def test_the_row_that_names_the_columns_is_known(html: str, head: int) -> None:
    table = one_table(read_html(html))

    assert table.header_rows == head
    strong = {mark for cell in table.rows[0] for span in cell.children for mark in span.marks}
    assert strong == (set() if head or "<b>" not in html else {"strong"})


@pytest.mark.parametrize(
    "html",
    [
        "<table><caption>Panen <b>padi</b></caption>{}</table>",
        "<figure><table>{}</table><figcaption>Panen padi</figcaption></figure>",
        "<figure><figcaption>Panen padi</figcaption><table>{}</table></figure>",
        "<table>{}</table><figcaption>Panen padi</figcaption>",
        "<figcaption>Panen padi</figcaption><table>{}</table>",
    ],
)
def test_a_caption_belongs_to_its_table(html: str) -> None:
    extract = read_html(f"<p>v</p>{html.format('<tr><td>a<td>b')}<p>n</p>")

    assert [shown(block) for block in extract.blocks] == ["v", [["a", "b"]], "n"]
    assert one_table(extract).caption == "Panen padi"


def test_a_second_caption_stays_in_the_text() -> None:
    rows = "<tr><td>a<td>b"
    extract = read_html(f"<table><caption>A</caption>{rows}</table><figcaption>B</figcaption>")

    assert [shown(block) for block in extract.blocks] == [[["a", "b"]], "B"]
    assert one_table(extract).caption == "A"
    assert read_as("<table><caption>A</caption><tr><td>b</table>") == ["A", "b"]


def test_marks_and_links_of_cells_stay_and_photos_stand_below() -> None:
    html = (
        f"<table><tr><th>x<th>y<tr><td><a href='https://a.example/'>a</a> <i>b</i><td><img src='{DATA}'>c</table>"
    )
    extract = read_html(html)
    table = one_table(extract)

    cell = table.rows[1][0]
    assert cell.href(cell.children[0]) == "https://a.example/"
    assert cell.children[1:] == (Span(" "), Span("b", ("em",)))
    assert isinstance(extract.blocks[1], PhotoBlock)


@pytest.mark.parametrize(
    "rows",
    ["<tr><td>a<td>b" * (MAX_ROWS + 1), "<tr>" + "<td>a" * (MAX_COLUMNS + 1), "<tr><td>a<td colspan=900>b"],
)
def test_a_table_too_large_for_a_text_is_put_into_words(rows: str) -> None:
    extract = read_html(f"<table><caption>Besar</caption>{rows}</table>")

    assert not any(isinstance(block, Table) for block in extract.blocks)
    assert extract.blocks[0].text == "Besar"  # type: ignore[union-attr]
    assert extract.blocks[1].text.startswith("a | ")  # type: ignore[union-attr]
    assert extract.notices == (note("table-as-text"),)


def test_spans_that_would_fill_the_memory_are_read() -> None:
    html = "<table>" + "<tr><td rowspan=99999 colspan=99999>a<td rowspan=99999>b" * 50 + "</table>"

    assert note("table-as-text") in read_html(html).notices


WORD = """<html xmlns:w="urn:schemas-microsoft-com:office:word"><body><!--StartFragment-->
<p class=MsoCaption>Tabel <span style='mso-element:field-begin'></span>SEQ Tabel
<span style='mso-element:field-separator'></span>1<span style='mso-element:field-end'></span>. Panen padi</p>
<table class=MsoTableGrid border=1 style='border-collapse:collapse'><tr style='mso-yfti-irow:0'>
<td width=200 valign=top><p class=MsoNormal><b>Desa<o:p></o:p></b></p></td>
<td width=200><p class=MsoNormal align=right><b>Ton<o:p></o:p></b></p></td></tr><tr>
<td><p class=MsoNormal>Sumber Arum<o:p></o:p></p></td>
<td><p class=MsoNormal>1.250<o:p></o:p></p></td></tr></table>
<p class=MsoNormal><o:p>&nbsp;</o:p></p><!--EndFragment--></body></html>"""
DOCS = """<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><div dir="ltr">
<table style="border:none;border-collapse:collapse;"><colgroup><col width="120"/><col width="90"/></colgroup>
<tbody><tr style="height:0pt"><td><p dir="ltr" style="line-height:1.2;">
<span style="font-weight:700;">Desa</span></p></td>
<td><p dir="ltr"><span style="font-weight:700;">Ton</span></p></td></tr>
<tr style="height:0pt"><td><p dir="ltr"><span style="font-weight:400;">Sumber Arum</span></p></td>
<td><p dir="ltr"><span>1.250</span></p></td></tr></tbody></table></div></b>"""
CALC = """<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/></head><body>
<table cellspacing="0" border="0"><colgroup width="85"></colgroup><thead><tr><th height="17"><p>Desa</p></th>
<th><p>Ton</p></th></tr></thead><tr><td height="17" align="left">Sumber Arum</td>
<td align="right" sdval="1250" sdnum="1057;">1.250</td></tr></table></body></html>"""
EXCEL = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head>
<style>td{mso-ignore:padding}</style></head><body><table border=0 width=128><!--StartFragment-->
<col width=64 span=2><tr height=20>
<td height=20 class=xl65 style='font-weight:700'>Desa</td><td class=xl65 style='font-weight:700'>Ton</td></tr>
<tr height=20><td>Sumber Arum</td><td class=xl66 align=right x:num="1250">1.250</td></tr><!--EndFragment-->
</table></body></html>"""
PAGE = """<figure class="wp-block-table"><table><thead><tr><th>Desa</th><th>Ton</th></tr></thead><tbody>
<tr><td>Sumber Arum</td><td>1.250</td></tr></tbody></table></figure>"""


@pytest.mark.parametrize("html", [WORD, DOCS, CALC, EXCEL, PAGE])
def test_a_table_is_pasted_from_wherever_it_was_copied(html: str) -> None:
    pasted = read_clip(html.encode(), "Desa\tTon\nSumber Arum\t1.250")
    (table,) = pasted.blocks

    assert shown(table) == [["Desa", "Ton"], ["Sumber Arum", "1.250"]]
    assert isinstance(table, Table)
    assert table.header_rows == 1
    assert not any(span.marks for row in table.rows for cell in row for span in cell.children)
    assert table.caption == ("Tabel 1. Panen padi" if html is WORD else "")


def test_links_of_a_pasted_table_lose_what_tracks_readers() -> None:
    html = "<table><tr><td><a href='https://a.example/?utm_source=x&id=1'>a\u200b</a><td>b</table>"
    (table,) = read_clip(html, "").blocks

    assert isinstance(table, Table)
    cell = table.rows[0][0]
    assert (cell.text, cell.href(cell.children[0])) == ("a", "https://a.example/?id=1")


def test_markdown_has_tables() -> None:
    extract = read_markdown("v\n\n| Desa | Ton |\n|:---|---:|\n| **Tirta** | 980 |\n| Arum | |\n\nn")
    table = one_table(extract)

    assert [shown(block) for block in extract.blocks] == [
        "v",
        [["Desa", "Ton"], ["Tirta", "980"], ["Arum", ""]],
        "n",
    ]
    assert table.header_rows == 1
    assert table.rows[1][0].children == (Span("Tirta", ("strong",)),)


def test_a_table_of_a_word_file_is_a_table() -> None:
    document = docx.Document()
    table = document.add_table(2, 2)
    for row, words in enumerate((("Desa", "Ton"), ("Tirta", "980"))):
        for column, text in enumerate(words):
            table.cell(row, column).text = text
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    document.add_paragraph("Panen padi", "Caption")
    found = one_table(read(document))

    assert shown(found) == [["Desa", "Ton"], ["Tirta", "980"]]
    assert (found.header_rows, found.caption) == (1, "Panen padi")


@pytest.mark.parametrize("suffix", [".docx", ".html"])
def test_what_we_write_comes_back_cell_by_cell(suffix: str, style: HouseStyle, tmp_path: Path) -> None:
    edition = told(
        TextBlock("a", (Span("Satu."),)), HARVEST, Table("t3", HARVEST.rows), TextBlock("b", (Span("Dua."),))
    )
    path = tmp_path / f"naskah{suffix}"
    path.write_bytes(write_docx(edition) if suffix == ".docx" else write_page(edition, picture_path={}).encode())

    today = edition.revision.at.date()
    reading = read_story_file(path, style, today=today)

    tables = [block for block in reading.story.body if isinstance(block, Table)]
    assert [(table.rows, table.caption, table.header_rows) for table in tables] == [
        (table.rows, table.caption, table.header_rows) for table in edition.story.body if isinstance(table, Table)
    ]
    assert reading.notices == ()


PIECES = st.lists(
    st.sampled_from(
        [
            *(
                "<table>",
                "</table>",
                "<tr>",
                "</tr>",
                "<td>",
                "</td>",
                "<th>",
                "<thead>",
                "</thead>",
                "<caption>",
            ),
            *(
                "</caption>",
                "<figure>",
                "</figure>",
                "<figcaption>",
                "<p>",
                "a",
                "<b>b</b>",
                "<tbody>",
                "<ul><li>",
            ),
            *("<td colspan=3>", "<td rowspan=3>", "<h2>c</h2>", "<hr>", "<a href='https://a.example/'>d</a>"),
        ]
    ),
    max_size=24,
)


@given(PIECES)
def test_any_table_is_read_into_blocks_in_normal_form(pieces: list[str]) -> None:
    blocks = read_html("".join(pieces)).blocks

    assert normalise(blocks) == blocks
    assert body_from_json(body_to_json(blocks)) == blocks
