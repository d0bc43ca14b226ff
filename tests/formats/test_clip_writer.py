"""What other programs get of a copied part: clean HTML that reads back as it was, and text with its signs."""

import pytest
from hypothesis import given

from editor_app.formats.clip import read_clip
from editor_app.formats.clip_writer import clip_html, clip_text
from editor_app.story.body import Body, BreakBlock, Cell, Embed, Link, PhotoBlock, Span, Table, TextBlock
from editor_app.story.photo import Attachment
from tests.story.bodies import NORMAL_BODIES

PHOTO = Attachment(
    "f1", "1" * 64, caption="FOKUS: Warga & bambu.", alt="Tiga orang", creator="Bayu", agency="Humas"
)
BODY: Body = (
    TextBlock("a1", (Span("Rakit Bambu"),), style="h2"),
    TextBlock(
        "a2",
        (
            Span("Warga "),
            Span("merakit", ("strong",)),
            Span(" <bambu> di "),
            Span("danau", ("l1",)),
            Span(".\nPagi."),
        ),
        mark_defs=(Link("l1", "https://kota.example/?a=1&b=2"),),
    ),
    TextBlock("a3", (Span("“Kami senang,” kata Ratri."),), style="blockquote"),
    TextBlock("a4", (Span("Besar"),), style="pullquote"),
    TextBlock("a5", (Span("tiga"),), list_item="number", start=3),
    TextBlock("a6", (Span("dalam"),), list_item="bullet", level=2),
    TextBlock("a7", (Span("empat"),), list_item="number"),
    BreakBlock("a8"),
    PhotoBlock("a9", "f1"),
    Table(
        "b1",
        ((Cell((Span("Kota"),)), Cell((Span("Warga"),))), (Cell((Span("Batu"),)), Cell((Span("7"),)))),
        "",
        1,
    ),
    Embed("b2", "https://kota.example/a.jpg"),
    PhotoBlock("b3", "tiada"),
)


def test_html_has_meaning_and_no_looks() -> None:
    html = clip_html(BODY, {"f1": PHOTO})
    assert html.splitlines()[:2] == [
        "<h2>Rakit Bambu</h2>",
        '<p>Warga <strong>merakit</strong> &lt;bambu&gt; di <a href="https://kota.example/?a=1&amp;b=2">danau</a>.<br>',
    ]
    assert '<ol start="3"><li>tiga<ul><li>dalam</li></ul></li><li>empat</li></ol>' in html
    assert "<blockquote><p>“Kami senang,” kata Ratri.</p></blockquote>" in html
    assert "<p><em>FOKUS: Warga &amp; bambu. (Bayu &amp; Humas)</em></p>" in html
    assert "<th>Kota</th>" in html
    for absent in ("style=", "class=", "a2", "<img", "kota.example/a.jpg"):
        assert absent not in html


def test_text_has_an_empty_line_between_paragraphs_and_the_signs_of_lists() -> None:
    assert clip_text(BODY, {"f1": PHOTO}).split("\n\n") == [
        "Rakit Bambu",
        "Warga merakit <bambu> di danau.\nPagi.",
        "“Kami senang,” kata Ratri.",
        "Besar",
        "3. tiga\n    - dalam\n4. empat",
        "* * *",
        "FOKUS: Warga & bambu. (Bayu & Humas)",
        "Kota\tWarga\nBatu\t7",
    ]


@pytest.mark.parametrize("photo", [Attachment("f1", "1" * 64), Attachment("f1", "1" * 64, creator="Bayu")])
def test_a_photo_of_which_little_is_said_says_as_much(photo: Attachment) -> None:
    said = "(Bayu)" if photo.creator else ""
    assert clip_text((PhotoBlock("a1", "f1"),), {"f1": photo}) == said
    assert clip_html((PhotoBlock("a1", "f1"),), {"f1": photo}) == (f"<p><em>{said}</em></p>" if said else "")


def test_a_break_in_an_item_stays_under_its_words() -> None:
    items = (
        TextBlock("a1", (Span("satu\nlagi"),), list_item="number", start=10),
        TextBlock("a2", (Span("dua"),), list_item="bullet", level=2),
    )
    assert clip_text(items, {}) == "10. satu\n    lagi\n    - dua"


def test_another_direction_goes_along() -> None:
    html = clip_html((TextBlock("a1", (Span("مرحبا"),), dir="rtl"),), {})
    assert html == '<p dir="rtl">مرحبا</p>'


@given(NORMAL_BODIES)
def test_what_was_copied_reads_back_with_all_its_words(body: Body) -> None:
    paragraphs = tuple(block for block in body if isinstance(block, TextBlock))
    words = "".join("".join(block.text.split()) for block in paragraphs)
    back = read_clip(clip_html(paragraphs, {}), "").blocks
    said = "".join("".join(block.text.split()) for block in back if isinstance(block, TextBlock))
    assert sorted(said) == sorted(words)
