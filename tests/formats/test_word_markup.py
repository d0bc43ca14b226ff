"""What Word writes around its words: lists drawn as paragraphs, symbol fonts, fields, changes, comments."""

import pytest

from editor_app.formats.clip import read_clip
from editor_app.formats.html_context import OpenLabel
from editor_app.formats.html_reader import read_html
from editor_app.formats.word_markup import is_word, label_of, ordinal, symbols, word_lists
from editor_app.story.body import TextBlock
from tests.formats.readings import listed, marked, styled, texts

WORD = "<html xmlns:o='urn:schemas-microsoft-com:office:office'>"


def item(label: str, words: str, place: str = "l0 level1 lfo1") -> str:
    marker = f"<span style='mso-list:Ignore'>{label}<span>&nbsp;&nbsp; </span></span>" if label else ""
    return (
        f"<p class=MsoListParagraph style='mso-list:{place}'><![if !supportLists]>{marker}<![endif]>{words}</p>"
    )


@pytest.mark.parametrize(
    ("label", "expected", "number"),
    [
        ("3.", 1, 3),
        ("(12)", 1, 12),
        ("2.1.4", 1, 4),
        ("Pasal 7.", 1, 7),
        ("a.", 1, 1),
        ("c)", 1, 3),
        ("AA.", 27, 27),
        ("iv.", 1, 4),
        ("XIV.", 1, 14),
        ("i.", 1, 1),
        ("i.", 9, 9),
        ("v.", 1, 5),
        ("c.", 100, 100),
        ("ab.", 1, None),
        ("o", 1, None),
        ("·", 1, None),
        ("–", 1, None),
        ("99999.", 1, 32_767),
        ("1" * 30, 1, None),
    ],
)
def test_a_label_shows_a_number_or_a_bullet(label: str, expected: int, number: int | None) -> None:
    assert ordinal(label, expected) == number


def test_items_are_told_by_their_labels() -> None:
    html = WORD + item("§", "a") + item("o", "b", "l0 level2 lfo1") + item("4)", "c", "l1 level1 lfo2")
    assert listed(read_clip(html, "").blocks) == [
        ("bullet", 1, None, "a"),
        ("bullet", 2, None, "b"),
        ("number", 1, 4, "c"),
    ]


def test_items_without_labels_are_told_by_the_style_sheet() -> None:
    sheet = (
        "<style><!-- @list l0:level1 {mso-level-number-format:bullet;}"
        "@list l1:level1 {mso-level-start-at:3; mso-level-text:'%1.';}"
        "@list l1:level2 {mso-level-number-format:alpha-lower;} --></style>"
    )
    names = ("l0 level1", "l1 level1", "l1 level2", "l1 level2", "l1 level1", "l1 level2", "l9 level1")
    html = WORD + sheet + "".join(item("", name, f"{name} lfo1") for name in names)
    assert listed(read_clip(html, "").blocks) == [
        ("bullet", 1, None, "l0 level1"),
        ("number", 1, 3, "l1 level1"),
        ("number", 2, None, "l1 level2"),
        ("number", 2, None, "l1 level2"),
        ("number", 1, None, "l1 level1"),
        ("number", 2, None, "l1 level2"),
        ("bullet", 1, None, "l9 level1"),
    ]
    assert word_lists(sheet).item(OpenLabel("1", 2)) == ("number", 1)


def test_a_numbered_heading_keeps_its_number_in_its_words() -> None:
    html = (
        WORD
        + "<h2 style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>2.<i>&nbsp; </i></span>Judul</h2>"
    )
    assert styled(read_clip(html, "").blocks) == [("h2", "2. Judul")]


def test_two_lines_of_one_item_stay_one_item() -> None:
    html = WORD + "<p style='mso-list:l0 level1 lfo1'>a<br>b</p><p style='mso-list:none'>c</p>"
    assert listed(read_clip(html, "").blocks) == [("bullet", 1, None, "a\nb"), ("c",)]


def test_an_item_that_a_picture_parts_is_one_item() -> None:
    html = WORD + item("1.", "a<img src='https://a.example/x.png'>b")
    pasted = read_clip(html, "")
    assert listed(pasted.blocks) == [("number", 1, None, "a"), ("b",)]
    assert [met.before for met in pasted.pictures] == [1]


def test_signs_of_symbol_fonts_show_what_they_showed() -> None:
    assert symbols("àJ\uf0fc x\uf041") == "→☺✓ xA"
    html = WORD + "<p>a <span style='font-family:Wingdings;mso-symbol-font-family:Wingdings'>à</span> b</p>"
    assert texts(read_clip(html, "").blocks) == ["a → b"]


def test_what_was_deleted_under_track_changes_is_gone_and_struck_words_stay() -> None:
    changes = "<p>a <ins datetime='2026-09-10'>b</ins><del datetime='2026-09-10'>c</del><del>d</del><s>e</s></p>"
    (block,) = read_clip(WORD + changes, "").blocks
    assert marked(block) == [("a b", ()), ("de", ("strike-through",))]
    (block,) = read_clip(changes, "").blocks
    assert marked(block) == [("a b", ()), ("cde", ("strike-through",))]


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>a<i style='mso-element:field-begin'></i> PAGE <i style='mso-element:field-separator'></i>3", ["a3"]),
        ("<p>a<span style='mso-element:field-begin'></span> PAGE <p>b", ["a", "b"]),
        (
            "<p>a<span style='mso-element:field-begin'></span>X<span style='mso-element:field-end'></span> b",
            ["a b"],
        ),
        ("<p>a<span style='mso-tab-count:2'>&nbsp;&nbsp;&nbsp; </span>b", ["a b"]),
        ("<p>a<span style='mso-hide:all'>b</span><span class=MsoPlaceholderText>Klik di sini</span>", ["a"]),
        ("<p class=MsoToc1>Isi ... 3</p><p class=MsoToc2>Bab ... 4</p><p>a", ["a"]),
        ("<p>a<span class=MsoCommentReference><a class=msocomanchor>[RM1]</a></span>", ["a"]),
        ("<div style='mso-element:comment-list'><hr><p>catatan</div>a", ["a"]),
        ("<p>a<p><o:p>&nbsp;</o:p><p>b", ["a", "b"]),
        ("<xml><w:View>Normal</w:View></xml><p><st1:City w:st=on>Tirta</st1:City> a", ["Tirta a"]),
        ("<p>a<br style='page-break-before:always'>b", ["a", "b"]),
    ],
)
def test_what_word_keeps_for_itself_is_no_text(html: str, words: list[str]) -> None:
    assert texts(read_clip(WORD + html, "").blocks) == words


@pytest.mark.parametrize(
    ("html", "styles"),
    [
        ("<p class=MsoTitle>a</p><h1>b</h1><h2>c</h2>", ["h2", "h2", "h3"]),
        ("<p class=MsoTitleCxSpFirst>a</p><p class=MsoTitleCxSpLast>b</p>", ["h2", "h2"]),
        ("<h1>a</h1><h2>b</h2><h3>c</h3>", ["h2", "h2", "h3"]),
        ("<h1>a</h1><h2>b</h2><h1>c</h1><h3>d</h3><h4>e</h4>", ["h2", "h3", "h2", "h4", "h4"]),
        ("<p role=heading aria-level=1>a</p><p role=heading aria-level=2>b", ["h2", "h2"]),
        ("<p role=heading>a</p><p role=heading aria-level=9>b", ["h2", "h4"]),
        ("<p class=MsoHeading7>a", ["h4"]),
        (
            "<p class=MsoQuote>a</p><p class=MsoIntenseQuoteCxSpFirst>b</p><div class=MsoBlockText>c</div>",
            ["blockquote", "pullquote", "blockquote"],
        ),
    ],
)
def test_styles_of_word_are_styles(html: str, styles: list[str]) -> None:
    assert [block.style for block in read_clip(html, "").blocks if isinstance(block, TextBlock)] == styles


def test_a_caption_of_word_is_that_of_the_picture_above_it() -> None:
    pasted = read_clip("<p><img src='https://a.example/x.png'></p><p class=MsoCaption>FOKUS: a</p>", "")
    assert (pasted.blocks, pasted.pictures[0].caption) == ((), "FOKUS: a")


def test_footnotes_stand_below_without_their_line() -> None:
    html = (
        WORD + "<p>a<span class=MsoFootnoteReference>[1]</span></p><div style='mso-element:footnote-list'><hr>"
        "<div style='mso-element:footnote'><p class=MsoFootnoteText>[1] b</div></div>"
    )
    assert styled(read_clip(html, "").blocks) == [("normal", "a[1]"), ("normal", "[1] b")]
    assert set(read_html(html).roles.values()) == {"footnote"}


def test_word_is_known_by_what_it_writes() -> None:
    assert is_word("<p class=MsoNormal>")
    assert not is_word("<p class=x>")
    assert label_of({"mso-list": "none"}) is None
    assert label_of({}) is None
