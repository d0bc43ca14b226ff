"""Editions as web pages and as fragments, read again with lxml."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from lxml.html import HtmlElement

from editor_app.formats.edition import Edition, foot_lines, picture_names
from editor_app.formats.html_writer import write_fragment, write_page
from editor_app.story.body import Link, Span, TextBlock, paragraphs
from editor_app.story.house_style import house_style
from editor_app.story.marks import DECORATORS
from editor_app.story.photo import Attachment
from editor_app.story.story import Story, normal_story
from editor_app.words import Trouble
from tests.formats.editions import drawn_picture, edition_of, para
from tests.formats.golden import assert_golden

Write = Callable[..., str]
WRITERS = pytest.mark.parametrize("write", [write_page, write_fragment])
HOSTILE = """<script>alert("1")</script> & 'x' ]]> {{ 7 * 7 }} --> </title>"""


def written(edition: Edition, write: Write = write_fragment) -> str:
    return write(edition, picture_path=picture_names(edition))


def page(edition: Edition) -> HtmlElement:
    return html.document_fromstring(written(edition, write_page))


def told(*body: TextBlock, **fields: object) -> Edition:
    return edition_of(normal_story(Story(headline="Peta", body=body, **fields)))  # type: ignore[arg-type]


def body_of(*blocks: TextBlock) -> str:
    """What the fragment prints of these blocks, each element on its line."""
    lines = written(told(*blocks)).splitlines()
    return "\n".join(lines[1:-1])


def words(element: HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())


def test_the_page_is_as_the_reference(corrected: Edition) -> None:
    text = written(corrected, write_page)
    assert_golden("page.html", re.sub("<style>.*</style>", "<style></style>", text, flags=re.DOTALL))


def test_the_fragment_is_as_the_reference(corrected: Edition) -> None:
    assert_golden("fragment.html", written(corrected))


@WRITERS
def test_every_paragraph_caption_credit_and_picture_of_the_story_is_in_it(edition: Edition, write: Write) -> None:
    tree = html.document_fromstring(written(edition, write))
    printed = words(tree)
    for block in paragraphs(edition.story.body):
        assert " ".join(block.text.split()) in printed
    for photo in edition.story.photos:
        assert photo.caption in printed
        assert photo.credit in printed
    for line in foot_lines(edition):
        assert line.text in printed
    assert [image.get("src") for image in tree.iter("img")] == list(picture_names(edition).values())


def test_the_page_opens_with_kicker_headline_standfirst_and_lead(edition: Edition) -> None:
    article = page(edition).find(".//article")
    header = article.find("header")
    assert [words(entry) for entry in header] == [
        "Lingkungan",
        "WARGA SUKAMAJU TANAM SERIBU POHON DI TEPI SUNGAI",
        "Kerja bakti dua hari menutup lahan gundul. Panen pertama diharapkan tiga tahun lagi.",
        "Humas Kota Sukamaju · Siaran Pers · 12 September 2026",
    ]
    assert header.find(".//time").get("datetime") == "2026-09-12"
    assert article[1].get("class") == "lead"
    assert article[-1].tag == "footer"


def test_the_fragment_leaves_the_headline_to_the_websites_own_field(edition: Edition) -> None:
    text = written(edition)
    assert edition.story.headline not in text
    assert "<h1" not in text
    assert "style" not in text


@WRITERS
def test_language_and_direction_are_told(write: Write) -> None:
    edition = told(para("a", "خبر"), para("b", "news", dir="ltr"), language="ar")
    tree = html.document_fromstring(written(edition, write))
    root = tree if write is write_page else tree.find(".//div")
    assert (root.get("lang"), root.get("dir")) == ("ar", "rtl")
    assert [(entry.text, entry.get("dir")) for entry in tree.iter("p") if entry.text in {"خبر", "news"}] == [
        ("خبر", None),
        ("news", "ltr"),
    ]


def test_the_dateline_stands_out_before_the_first_plain_paragraph(edition: Edition) -> None:
    opening = next(entry for entry in page(edition).iter("p") if words(entry).startswith("Malang"))
    assert opening.find("strong").text == "Malang,"
    assert words(opening).startswith("Malang, Seribu bibit sukun & trembesi")


def test_a_captions_lead_word_stands_out_and_its_credit_is_apart(edition: Edition) -> None:
    caption = page(edition).find(".//figcaption")
    assert caption.find("strong").text == "FOKUS:"
    assert caption.find("small").text == "Foto: Rangga P. & Humas Kota"


def test_pictures_tell_their_size_and_what_they_show(edition: Edition) -> None:
    image = page(edition).xpath("//img")[1]
    assert (image.get("width"), image.get("height"), image.get("alt")) == ("32", "48", 'Deretan "polybag" hijau')


def test_a_photo_without_place_stands_in_the_closing_gallery(edition: Edition) -> None:
    gallery = page(edition).xpath("//div[@class='gallery']//figcaption")
    assert [words(entry) for entry in gallery] == ["Foto bersama seusai kegiatan.Foto: Rangga P."]


def test_lists_nest_and_begin_where_they_begin() -> None:
    blocks = (
        para("a", "satu", list_item="number", start=3),
        para("b", "dalam", list_item="bullet", level=2),
        para("c", "dua", list_item="number", dir="rtl"),
    )
    assert body_of(*blocks).splitlines() == [
        '<ol start="3">',
        "<li>satu",
        "<ul>",
        "<li>dalam</li>",
        "</ul>",
        "</li>",
        '<li dir="rtl">dua</li>',
        "</ol>",
    ]


def test_marks_nest_in_one_order_and_a_link_is_one_element() -> None:
    block = TextBlock(
        "a",
        (
            Span("lihat "),
            Span("peta ", ("k",)),
            Span("besar", ("em", "k", "strong")),
            Span("\nH"),
            Span("2", ("sub",)),
        ),
        mark_defs=(Link("k", 'https://contoh.example/?a=1&b="2"'),),
    )
    assert body_of(block) == (
        '<p>lihat <a href="https://contoh.example/?a=1&amp;b=&#34;2&#34;">peta '
        "<strong><em>besar</em></strong></a>"
        "<br>\nH<sub>2</sub></p>"
    )


@pytest.mark.parametrize("mark", DECORATORS)
def test_every_mark_has_its_element(mark: str) -> None:
    element = {"strike-through": "s", "underline": "u"}.get(mark, mark)
    assert body_of(TextBlock("a", (Span("x", (mark,)),))) == f"<p><{element}>x</{element}></p>"


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "//evil.example", "file:///x"])
@WRITERS
def test_an_unsafe_link_leaves_its_words_alone(write: Write, address: str) -> None:
    block = TextBlock("a", (Span("klik", ("k",)),), mark_defs=(Link("k", address),))
    text = written(edition_of(Story(headline="Peta", body=(block,))), write)
    assert "<p>klik</p>" in text
    assert address not in text


@WRITERS
def test_nothing_that_is_typed_becomes_markup(write: Write) -> None:
    photo = Attachment(key="p", sha256="0" * 64, caption=HOSTILE, alt=HOSTILE, creator=HOSTILE)
    story = normal_story(
        Story(
            headline=HOSTILE,
            kicker=HOSTILE,
            standfirst=HOSTILE,
            dateline=HOSTILE,
            section=HOSTILE,
            keywords=(HOSTILE,),
            body=(para("a", HOSTILE), para("b", HOSTILE, style="pullquote")),
            photos=(photo,),
        )
    )
    edition = edition_of(story, newsroom=HOSTILE, pictures={"p": drawn_picture(8, 8)})
    text = written(edition, write)
    assert "<script" not in text
    assert "{{ 7 * 7 }}" in text
    assert html.document_fromstring(text).find(".//img").get("alt") == HOSTILE


@given(st.text(max_size=40), st.sampled_from(["normal", "h2", "blockquote", "pullquote"]))
def test_any_words_come_back_as_they_were(text: str, style: str) -> None:
    edition = told(para("a", text, style=style))
    block = edition.story.body[0] if edition.story.body else None
    kept = block.text if isinstance(block, TextBlock) and block.text.strip() else ""
    tree = html.fragment_fromstring(written(edition))
    for mark in tree.iter("br"):
        mark.tail = (mark.tail or "").removeprefix("\n")
        mark.text = "\n"
    assert tree.text_content().strip("\n") == kept.strip("\n")


def test_the_page_runs_no_script_and_fetches_nothing_else(edition: Edition) -> None:
    tree = page(edition)
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']")[0].get("content")
    assert policy == "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'"
    assert tree.xpath("//script | //link | //iframe | //*[starts-with(name(@*), 'on')]") == []
    assert "url(" not in tree.find(".//style").text


def test_a_final_page_names_the_approval_in_its_metadata_only(edition: Edition) -> None:
    tree = page(edition)
    told_by = {entry.get("name"): entry.get("content") for entry in tree.iter("meta")}
    assert told_by["approved-by"] == "Ratna Kusuma"
    assert told_by["approved-at"] == "2026-09-13T07:00:00.000Z"
    assert told_by["revision"] == edition.revision.code
    assert told_by["author"] == "Sari Wening & Bagas Pradipta"
    assert "Ratna" not in words(tree.find("body"))
    assert "BELUM DISETUJUI" not in written(edition, write_page)


@WRITERS
def test_a_proof_bears_the_notice_first(proof: Edition, write: Write) -> None:
    tree = html.document_fromstring(written(proof, write))
    banner = tree.xpath("//p[@class='proof']")[0]
    assert words(banner) == f"BELUM DISETUJUI – JANGAN DISEBARKAN · {proof.revision.code}"
    assert words(tree.find("body")).startswith("BELUM DISETUJUI")
    assert "approved-by" not in written(proof, write)


@WRITERS
def test_a_correction_stands_before_the_credits(corrected: Edition, edition: Edition, write: Write) -> None:
    text = words(html.document_fromstring(written(corrected, write)).find("body"))
    note = "Ralat (15 September 2026): Jumlah bibit seribu, bukan dua ribu."
    assert text.index(note) < text.index("Penulis :")
    assert "Ralat" not in written(edition, write)


def test_photos_print_no_credit_where_the_house_prints_only_the_foot(edition: Edition) -> None:
    foot_only = house_style(edition.style.source.replace("each_photo = true", "each_photo = false"))
    assert "<small" not in written(replace(edition, style=foot_only))


@pytest.mark.parametrize(
    ("caption", "creator", "printed"),
    [
        ("", "", None),
        ("", "Rangga", '<figcaption><small class="credit">Foto: Rangga</small></figcaption>'),
        ("Balai.", "", "<figcaption>Balai.</figcaption>"),
    ],
)
def test_a_caption_prints_what_there_is(caption: str, creator: str, printed: str | None) -> None:
    photo = Attachment(key="p", sha256="0" * 64, caption=caption, creator=creator)
    story = normal_story(Story(headline="Peta", photos=(photo,)))
    found = re.search(
        "<figcaption>.*</figcaption>", written(edition_of(story, pictures={"p": drawn_picture(8, 8)}))
    )
    assert (found and found[0]) == printed


def test_an_empty_story_still_makes_a_page() -> None:
    edition = edition_of(Story(), proof=True, newsroom="")
    tree = page(edition)
    assert tree.find(".//title").text == edition.revision.code
    assert tree.find(".//h1") is None
    assert tree.find(".//footer") is None


@WRITERS
def test_a_missing_picture_stops_the_page(edition: Edition, write: Write) -> None:
    with pytest.raises(Trouble) as trouble:
        write(replace(edition, pictures={}), picture_path={})
    assert trouble.value.message.code == "picture-missing"
