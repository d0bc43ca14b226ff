"""The blocks of a clip are tidied until somebody might have typed them."""

import pytest

from editor_app.formats.clip import read_clip, read_plainly
from editor_app.formats.clip_tidying import cut, cut_all, tidied
from editor_app.formats.pasted import MetPicture, Pasted, woven
from editor_app.story.body import BreakBlock, PhotoBlock, Span, TextBlock
from tests.formats.readings import listed, marked, styled, texts

BLOCK = TextBlock("k", (Span("satu "), Span("dua", ("strong",)), Span(" tiga")))


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>a<br><br>b<br>c</p>", ["a", "b\nc"]),
        ("<p>a<br>&nbsp;<br>b</p>", ["a", "b"]),
        ("<h2>&nbsp;a&nbsp;</h2><p>\u2003b\u3000</p>", ["a", "b"]),
        ("<p>\u200b</p><p>a\u200b</p><p>\u2060&nbsp;</p>", ["a"]),
        ("<ul><li>a<br><br>b</ul>", ["a\n\nb"]),
        ("<div style='white-space:pre-wrap'>a\n\nb\nc</div>", ["a", "b\nc"]),
        ("<div style='white-space:pre-wrap'><p style='white-space:normal'>a\nb</div>", ["a b"]),
        ("<p>a<span class=Apple-converted-space>&nbsp;</span>b", ["a b"]),
        ("<p>12&nbsp;kg, 5\u202f000, kata\u00adkata", ["12\u00a0kg, 5\u202f000, kata\u00adkata"]),
    ],
)
def test_paragraphs_are_those_that_one_sees(html: str, words: list[str]) -> None:
    assert texts(read_clip(html, "").blocks) == words


@pytest.mark.parametrize(
    ("html", "spans"),
    [
        ("<h2><b>a </b><i><b>b</b></i></h2>", [("a ", ()), ("b", ("em",))]),
        ("<h2><b>a</b> b</h2>", [("a", ("strong",)), (" b", ())]),
        ("<p><b>a</b></p>", [("a", ("strong",))]),
        (
            "<p><u><a href='https://a.example/'>a</a></u><u>b</u>",
            [("a", ("https://a.example/",)), ("b", ("underline",))],
        ),
        ("<p><a href='tel:+62341'>a</a>", [("a", ())]),
        (
            "<p><a href='https://www.google.com/url?q=javascript:x'>a</a>",
            [("a", ("https://www.google.com/url?q=javascript:x",))],
        ),
        ("<p><a href='https://href.li/?http://localfile'>a</a>", [("a", ())]),
        ("<p><b>\u200d</b>a<b>b</b>", [("a", ()), ("b", ("strong",))]),
        (
            "<p><span style='font-weight:bold'>a</span><span style='font:italic 12px x'>b</span>",
            [("a", ("strong",)), ("b", ())],
        ),
    ],
)
def test_marks_that_say_nothing_go(html: str, spans: list[tuple[str, tuple[str, ...]]]) -> None:
    (block,) = read_clip(html, "").blocks
    assert marked(block) == spans


@pytest.mark.parametrize(
    ("html", "items"),
    [
        ("<p>·&nbsp;&nbsp;&nbsp; a<p>·&nbsp;&nbsp; b", [("bullet", 1, None, "a"), ("bullet", 1, None, "b")]),
        ("<p>3.&nbsp;&nbsp; a<p>4.&nbsp;&nbsp; b", [("number", 1, 3, "a"), ("number", 1, None, "b")]),
        ("<p>·&nbsp;a", [("·\u00a0a",)]),
        ("<p>2026.&nbsp;&nbsp;", [("2026.",)]),
        ("<h2>1.&nbsp;&nbsp; a</h2>", [("1.\u00a0\u00a0 a",)]),
        ("<ul><li>1.&nbsp;&nbsp; a</ul>", [("bullet", 1, None, "1.\u00a0\u00a0 a")]),
        ("<ul><ul><li data-aria-level=3>a</ul></ul>", [("bullet", 3, None, "a")]),
        ("<ol><li aria-level=x>a</ol>", [("number", 1, None, "a")]),
    ],
)
def test_lists_drawn_by_hand_are_lists(html: str, items: list[tuple[object, ...]]) -> None:
    assert listed(read_clip(html, "").blocks) == items


def test_dividers_side_by_side_are_one() -> None:
    assert styled(read_clip("<p>a<hr><hr><p><br></p><hr>b", "").blocks) == [
        ("normal", "a"),
        ("break", ""),
        ("normal", "b"),
    ]


def test_a_block_is_cut_within_its_spans() -> None:
    assert cut(BLOCK, 3, 7).children == (Span("u "), Span("du", ("strong",)))
    assert cut(BLOCK, 5, 8).children == (Span("dua", ("strong",)),)
    assert cut(BLOCK, 4, 4).children == ()
    parts = list(cut_all(BLOCK, [(0, 2), (2, 6), (8, 13)]))
    assert [part.text for part in parts] == ["sa", "tu d", " tiga"]


def test_photos_and_tables_pass() -> None:
    body = (PhotoBlock("a", "f"), BreakBlock("b"), PhotoBlock("c", "g"))
    assert tidied(body) == body


def test_cards_are_woven_in_where_pictures_stood() -> None:
    a, b = TextBlock("a", (Span("a"),)), TextBlock("b", (Span("b"),))
    pasted = Pasted((a, b), (MetPicture(0), MetPicture(1), MetPicture(1), MetPicture(2)))
    cards = {0: BreakBlock("x"), 2: BreakBlock("y"), 3: BreakBlock("z")}
    assert [block.key for block in woven(pasted, cards)] == ["x", "a", "y", "b", "z"]
    assert woven(pasted, {}) == (a, b)


@pytest.mark.parametrize(
    ("html", "met"),
    [
        ("<img src='https://a.example/x.jpg' alt=a>", [("https://a.example/x.jpg", "a")]),
        (
            "<img src='data:image/gif;base64,R0lGODlh' data-src='https://a.example/x.jpg'>",
            [("https://a.example/x.jpg", "")],
        ),
        ("<img data-lazy-src='/x.jpg'>", [("/x.jpg", "")]),
        ("<img src='data:image/png;base64,R0lGODlh' data-src='javascript:x'>", [("", "")]),
        ("<img src='file:///C:/x.png'><img src='../x.png'>", [("file:///C:/x.png", ""), ("../x.png", "")]),
        ("<img src='\\\\server\\share\\x.png'>", [("\\\\server\\share\\x.png", "")]),
        ("<img src='javascript:x' alt=a><img><img src='data:image/png;base64,'>", []),
        ("<img src='https://a.example/p.gif' width=1 height=1>", []),
        ("<img src='https://a.example/c.png' aria-roledescription=checkbox>", []),
        ("<p hidden><img src='https://a.example/x.jpg'></p>", []),
    ],
)
def test_pictures_are_met_not_loaded(html: str, met: list[tuple[str, str]]) -> None:
    assert [(picture.address, picture.alt) for picture in read_clip(html, "").pictures] == met


@pytest.mark.parametrize("emoji", ["🌱", "👍🏽", "❤️", "🏳️‍🌈", "1️⃣", "☎"])
def test_an_emoji_drawn_as_a_picture_is_the_emoji(emoji: str) -> None:
    pasted = read_clip(f"<p>a <img src='https://a.example/e.svg' alt='{emoji}'> b</p>", "")
    assert (texts(pasted.blocks), pasted.pictures) == ([f"a {emoji} b"], ())


@pytest.mark.parametrize("alt", ["", "a", "1", "foto 🌱", "☎" * 17])
def test_other_pictures_are_no_words(alt: str) -> None:
    pasted = read_clip(f"<p>a<img src='https://a.example/e.svg' alt='{alt}'></p>", "")
    assert (texts(pasted.blocks), len(pasted.pictures)) == (["a"], 1)


@pytest.mark.parametrize(
    "html",
    [
        "<p>a<span hidden>b</span>",
        "<p>a<i aria-hidden=TRUE>b</i>",
        "<p>a<b style='visibility:hidden'>b</b>",
        "<p>a</p><div role=navigation>b</div><button>c</button><label>d</label>",
        "<p>a</p><div style='display:none'><hr><br><img src='https://a.example/x'>b</div>",
        "<html><body>x<!--StartFragment--><p>a</p><!--EndFragment-->y</body>",
        "<!--StartFragment--><p>a",
    ],
)
def test_what_was_not_seen_or_not_copied_is_not_read(html: str) -> None:
    pasted = read_clip(html, "")
    assert (texts(pasted.blocks), pasted.pictures) == (["a"], ())


def test_a_fragment_stands_in_what_is_open_around_it() -> None:
    html = "<html><body>x<ol start=3><!--StartFragment--><li>a</li><!--EndFragment--></ol></body>"
    assert listed(read_clip(html, "").blocks) == [("number", 1, 3, "a")]


def test_words_alone_of_a_page() -> None:
    assert texts(read_plainly("<h2>a</h2><hr><p>b <b>c</b><br>d", "").blocks) == ["a", "b c", "d"]
    assert texts(read_plainly("<h2>a</h2>", "*b*").blocks) == ["*b*"]
