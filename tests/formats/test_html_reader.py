"""HTML becomes blocks, and nothing but blocks."""

import base64
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.formats.extract import Extract, Picture
from editor_app.formats.html_cleaning import BLOCK_TAGS, INLINE_TAGS, MAX_OPEN, clean_html
from editor_app.formats.html_marks import marks_of
from editor_app.formats.html_reader import read_html
from editor_app.story.body import PhotoBlock, TextBlock
from editor_app.story.normal import normalise
from editor_app.words import Refused, note
from tests.formats.readings import listed, marked, styled, texts

PIXEL = base64.b64encode(b"picture bytes").decode()
DATA = f"data:image/png;base64,{PIXEL}"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a</p><p>b</p>", [("normal", "a"), ("normal", "b")]),
        ("bare words", [("normal", "bare words")]),
        ("<div>a<div>b</div>c</div>", [("normal", "a"), ("normal", "b"), ("normal", "c")]),
        ("<section>a</section><section>b</section>", [("normal", "a"), ("normal", "b")]),
        (
            "<h1>1</h1><h2>2</h2><h3>3</h3><h4>4</h4><h5>5</h5><h6>6</h6>",
            [("h2", "1"), ("h2", "2"), ("h3", "3"), ("h4", "4"), ("h4", "5"), ("h4", "6")],
        ),
        ("<blockquote>a<p>b</blockquote>", [("blockquote", "a"), ("blockquote", "b")]),
        ("<aside class='pullquote'><p>a</aside><aside>b</aside>", [("pullquote", "a"), ("normal", "b")]),
        ("<figure class=wp-block-pullquote><blockquote><p>a</blockquote></figure>", [("pullquote", "a")]),
        ("<p>a<hr>b", [("normal", "a"), ("break", ""), ("normal", "b")]),
        ("<pre>\n a\n  b\t c</pre>", [("normal", "a\n  b\t c")]),
        ("<dl><dt>a<dd>b</dl>", [("normal", "a"), ("normal", "b")]),
        ("<p></p><p>&nbsp;</p><h2> </h2><p><br></p>", []),
        ("<p>a <q>b</q></p>", [("normal", "a “b”")]),
        (
            "<title>t</title><style>s{}</style><script>x()</script><p>a<svg><text>z</text></svg>",
            [("normal", "a")],
        ),
        ("<p onclick=x()>a<iframe src=x>b</iframe><object>c</object>", [("normal", "a")]),
        ("<nav>menu</nav><p>a", [("normal", "a")]),
        ("<custom-tag>a</custom-tag> b", [("normal", "a b")]),
    ],
)
def test_structure_becomes_styles(html: str, expected: list[tuple[str, str]]) -> None:
    assert styled(read_html(html).blocks) == expected


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>  a \n\t b  </p>", "a b"),
        ("<p>a<b> b</b> <i> c </i>d</p>", "a b c d"),
        ("<p>a <br> b<br></p>", "a\nb"),
        ("<p><br>a<br><br>b</p>", "a\n\nb"),
        ("<p><b>a <br></b></p>", "a"),
        ("<p>a&nbsp; b</p>", "a\u00a0 b"),
        ("<p>12\u202f000 kata\u00adkata\u2011x</p>", "12\u202f000 kata\u00adkata\u2011x"),
        ("<p>\U0001f469\u200d\U0001f33e e\u0301</p>", "\U0001f469\u200d\U0001f33e \u00e9"),
        ("<p>a&#0;b\x07c&#xFFFF;</p>", "a\ufffdbc"),
        ("<p>a&#xD800;b</p>", "a\ufffdb"),
        ("<p>a &lt;b&gt; &amp;amp;</p>", "a <b> &amp;"),
        ("\ufeff<p>a</p>", "a"),
        ("<p>a\x00b\ud83d\ude00\ud800</p>", "ab\U0001f600\ufffd"),
    ],
)
def test_words_and_spaces_are_what_a_browser_shows(html: str, text: str) -> None:
    assert texts(read_html(html).blocks) == [text]


@pytest.mark.parametrize(
    ("html", "spans"),
    [
        ("<b>x</b>", [("x", ("strong",))]),
        ("<strong><em>x</em></strong>", [("x", ("em", "strong"))]),
        ("<i>x</i><u>y</u>", [("x", ("em",)), ("y", ("underline",))]),
        ("<s>x</s><del>y</del><strike>z</strike>", [("xyz", ("strike-through",))]),
        ("<sub>x</sub><sup>y</sup>", [("x", ("sub",)), ("y", ("sup",))]),
        ("<code>x</code><kbd>y</kbd>", [("xy", ("code",))]),
        ("<span style='font-weight:700'>x</span>", [("x", ("strong",))]),
        ("<span style='font-weight: bold; font-style:italic'>x</span>", [("x", ("em", "strong"))]),
        (
            "<b style='font-weight:normal'>x <span style='font-weight:600'>y</span></b>",
            [("x ", ()), ("y", ("strong",))],
        ),
        ("<i style='font-style:normal'>x</i>", [("x", ())]),
        ("<span style='font-weight:inherit;font-style:inherit;color:red'>x</span>", [("x", ())]),
        (
            "<span style='text-decoration:underline line-through'>x</span>",
            [("x", ("strike-through", "underline"))],
        ),
        ("<span style='text-decoration:none;vertical-align:super'>x</span>", [("x", ("sup",))]),
        (
            "<span style='vertical-align:sub'>x</span><span style='vertical-align:top'>y</span>",
            [("x", ("sub",)), ("y", ())],
        ),
        ("<a href='https://a.example/b'>x</a>", [("x", ("https://a.example/b",))]),
        (
            "<a href='mailto:a@b.example'><span style='text-decoration:underline'>x</span></a>",
            [("x", ("mailto:a@b.example",))],
        ),
        ("<a href='https://a.example/'><u>x</u></a>", [("x", ("https://a.example/", "underline"))]),
        ("<a href='javascript:alert(1)'>x</a>", [("x", ())]),
        (
            "<a href='JaVaScRiPt:x'>x</a><a href='data:text/html,x'>y</a><a href='file:///etc'>z</a>",
            [("xyz", ())],
        ),
        ("<a href='/rel'>x</a><a href='//evil.example/y'>y</a><a href='#n'>z</a><a>w</a>", [("xyzw", ())]),
        ("<span style='font-weight:99999'>x</span>", [("x", ())]),
    ],
)
def test_marks_and_links_are_kept_and_no_others(html: str, spans: list[tuple[str, tuple[str, ...]]]) -> None:
    (block,) = read_html(html).blocks
    found = [(text, tuple(sorted(marks))) for text, marks in marked(block)]
    assert found == [(text, tuple(sorted(marks))) for text, marks in spans]


def test_a_look_that_is_no_mark_gives_none() -> None:
    assert marks_of("span", "color: red; font-weight:; nonsense") == (frozenset(), frozenset())


@pytest.mark.parametrize(
    ("html", "items"),
    [
        ("<ul><li>a<li>b</ul>", [("bullet", 1, None, "a"), ("bullet", 1, None, "b")]),
        ("<ol start=4><li>a<li>b</ol>", [("number", 1, 4, "a"), ("number", 1, None, "b")]),
        ("<ol><li value=7>a</ol>", [("number", 1, 7, "a")]),
        ("<ol start=-2><li>a</ol>", [("number", 1, None, "a")]),
        (f"<ol start={'9' * 5000}><li>a</ol>", [("number", 1, None, "a")]),
        (
            "<ul><li>a<ol><li>b<ul><li>c</ul></ol><li>d</ul>",
            [
                ("bullet", 1, None, "a"),
                ("number", 2, None, "b"),
                ("bullet", 3, None, "c"),
                ("bullet", 1, None, "d"),
            ],
        ),
        ("<ul><ul><li>a</ul></ul>", [("bullet", 2, None, "a")]),
        ("<ul><li><p>a</p><p>b</p></li></ul>", [("bullet", 1, None, "a\nb")]),
        ("<ul><li>a<ul><li>b</ul>c</ul>", [("bullet", 1, None, "a"), ("bullet", 2, None, "b"), ("c",)]),
        (
            "<ol><li>a</li><li>b<p><img src='" + DATA + "'></li><li>c</li></ol>",
            [("number", 1, None, "a"), ("number", 1, None, "b"), ("number", 1, 3, "c")],
        ),
        ("<li>a", [("bullet", 1, None, "a")]),
        ("<ul><li></li><li> </li></ul>", []),
        ("<ul>words<li>a</ul>", [("words",), ("bullet", 1, None, "a")]),
        ("<ul><li><h3>a</h3></ul>", [("bullet", 1, None, "a")]),
    ],
)
def test_lists_keep_kind_level_and_number(html: str, items: list[tuple[Any, ...]]) -> None:
    assert listed(read_html(html).blocks) == items


def test_links_of_both_paragraphs_of_an_item_are_kept() -> None:
    (item,) = read_html(
        "<ul><li><p><a href='https://a.example/'>a</a><p><a href='https://b.example/'>b</a></ul>"
    ).blocks
    assert marked(item) == [("a", ("https://a.example/",)), ("\n", ()), ("b", ("https://b.example/",))]


def test_an_item_of_very_many_paragraphs_loses_none() -> None:
    extract = read_html("<ul><li>" + "<p>x</p>" * 700 + "</ul>")
    assert sum(text.count("x") for text in texts(extract.blocks)) == 700


def test_direction_is_kept_where_it_differs() -> None:
    blocks = read_html("<div dir=rtl><p>a<p dir=ltr>b<p dir=auto>c</div>").blocks
    assert [block.dir for block in blocks if isinstance(block, TextBlock)] == ["rtl", None, "rtl"]


def one_photo(html: str) -> tuple[Extract, tuple[str, str, str]]:
    extract = read_html(html)
    (photo,) = extract.photos
    assert [block.photo for block in extract.blocks if isinstance(block, PhotoBlock)] == [photo.key]
    return extract, (photo.caption, photo.credit, photo.alt)


@pytest.mark.parametrize(
    ("html", "described"),
    [
        ("<img src='{}' alt=' x '>", ("", "", "x")),
        ("<figure><img src='{}'><figcaption>FOKUS: a <b>b</b></figcaption></figure>", ("FOKUS: a b", "", "")),
        ("<figure><figcaption>a</figcaption><img src='{}'></figure>", ("a", "", "")),
        (
            "<figure><img src='{}'><figcaption>a<br><small class=credit>Foto: R<br>S</small></figcaption>",
            ("a", "Foto: R S", ""),
        ),
        ("<p><img src='{}'></p><figcaption>a</figcaption>", ("a", "", "")),
        ("<figcaption><img src='{}'>a</figcaption>", ("a", "", "")),
        (
            "<figure><div><a href='https://a.example/'><img src='{}'></a></div><figcaption><p>a<p>b</figcaption>",
            ("a b", "", ""),
        ),
    ],
)
def test_a_picture_keeps_caption_credit_and_alt(html: str, described: tuple[str, str, str]) -> None:
    extract, found = one_photo(html.format(DATA))
    assert found == described
    assert texts(extract.blocks) == []
    assert extract.photos[0].data == b"picture bytes"
    assert extract.photos[0].file == "picture-1.png"


def test_a_picture_in_the_middle_of_a_paragraph_parts_it() -> None:
    extract = read_html(f"<h3>a <img src='{DATA}'> b</h3>")
    assert styled(extract.blocks) == [("h3", "a"), ("photo", ""), ("h3", "b")]


def test_every_picture_of_a_figure_bears_its_caption() -> None:
    extract = read_html(f"<figure><img src='{DATA}'><img src='{DATA}'><figcaption>a</figcaption></figure>")
    assert [photo.caption for photo in extract.photos] == ["a", "a"]


def test_a_second_caption_below_a_picture_stays_text() -> None:
    extract, found = one_photo(f"<img src='{DATA}'><figcaption>a</figcaption><figcaption>b</figcaption>")
    assert found[0] == "a"
    assert texts(extract.blocks) == ["b"]


def test_pictures_are_taken_by_the_names_that_they_were_given() -> None:
    extract = read_html("<img src='asset:1'><img src='asset:2'>", pictures={"asset:1": Picture(b"x", "a.jpg")})
    assert [(photo.file, photo.data) for photo in extract.photos] == [("a.jpg", b"x")]
    assert extract.notices == (note("image-not-taken", file="asset:2"),)


@pytest.mark.parametrize(
    ("source", "named"),
    [
        ("https://elsewhere.example/a.jpg", "https://elsewhere.example/a.jpg"),
        ("file:///home/x/a.jpg", "file:///home/x/a.jpg"),
        ("//server/share/a.jpg", "//server/share/a.jpg"),
        ("../a.jpg", "../a.jpg"),
        ("javascript:x", "alt"),
        ("data:image/png;base64,", "alt"),
        ("data:image/png;base64,A", "alt"),
        ("data:text/html,x", "alt"),
        ("", "alt"),
        ("x" * 300, "x" * 100),
    ],
)
def test_a_picture_elsewhere_is_never_loaded_but_named(source: str, named: str) -> None:
    extract = read_html(f"<p>a<img src='{source}' alt=alt></p>")
    assert extract.photos == ()
    assert extract.notices == (note("image-not-taken", file=named),)
    assert texts(extract.blocks) == ["a"]


def test_a_data_address_without_base64_is_read_too() -> None:
    extract = read_html("<img src='data:image/svg+xml,%3Csvg/%3E'>")
    assert [(photo.file, photo.data) for photo in extract.photos] == [("picture-1.svg", b"<svg/>")]


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<figure><img src=a.jpg><figcaption>a</figcaption></figure>", ["a"]),
        (
            "<figure><img src=a.jpg><figcaption>a <cite class=credit>Foto: R</cite></figcaption></figure>",
            ["a Foto: R"],
        ),
        (
            "<figure><img src=a.jpg><figcaption><cite class=credit>Foto: R</cite></figcaption></figure>",
            ["Foto: R"],
        ),
        ("<figcaption>a</figcaption>", ["a"]),
    ],
)
def test_a_caption_without_its_picture_stays_in_the_text_as_one(html: str, words: list[str]) -> None:
    extract = read_html(html)
    assert texts(extract.blocks) == words
    assert set(extract.roles.values()) == {"caption"}


def test_the_file_says_what_is_headline_kicker_and_standfirst() -> None:
    html = "<h2>site</h2><p class=kicker>k</p><h1>a</h1><p class='standfirst big'>s</p><h1>b</h1><p>c"
    extract = read_html(html)
    roles = {extract.roles.get(block.key): block.text for block in extract.blocks if isinstance(block, TextBlock)}
    assert {role: text for role, text in roles.items() if role} == {
        "kicker": "k",
        "headline": "a",
        "standfirst": "s",
    }


def test_footnotes_are_known_and_lose_their_way_back() -> None:
    note_text = "<ol><li id=footnote-1><p>n <a href='#footnote-ref-1'>↑</a></p></li></ol>"
    html = f"<p>a<sup><a href='#footnote-1'>[1]</a></sup></p>{note_text}"
    extract = read_html(html)
    assert texts(extract.blocks) == ["a[1]", "n"]
    assert list(extract.roles.values()) == ["footnote"]


def test_what_is_printed_beside_the_story_is_not_read() -> None:
    html = f"<div class='proof x'>a<br><img src='{DATA}'><hr></div><p class=proof2>b<a id=desk-item-3></a>"
    assert styled(read_html(html, beside=frozenset({"proof"})).blocks) == [("normal", "b")]
    assert len(read_html(html).blocks) == 4


def test_spaces_that_a_writer_typed_are_kept_when_asked_for() -> None:
    extract = read_html("<p> a  b\tc <br> d\ne </p>", spaces="keep")
    assert texts(extract.blocks) == [" a  b\tc \n d e "]


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 10_000 + "x" + "</div>" * 10_000,
        "<div>" * 10_000 + "x",
        "".join(f"<b class=a{number}><p>" for number in range(5_000)),
        "<ul><li>" * 10_000,
    ],
)
def test_tags_without_end_are_refused_and_crash_nothing(html: str) -> None:
    with pytest.raises(Refused) as refused:
        read_html(html)
    assert refused.value.message == note("html-too-deep", limit=MAX_OPEN)


@pytest.mark.parametrize(
    "html", ["<ul><li>x" * 400, "<blockquote>" * 900 + "x", "<table><tr><td>x" * 300, "<b>" * 900 + "<p>x" * 50]
)
def test_deep_nesting_is_read(html: str) -> None:
    extract = read_html(html)
    assert "".join(texts(extract.blocks)).count("x") == html.count("x")


def test_ten_megabytes_are_read() -> None:
    paragraph = f"<p>{'kata ' * 200_000}</p>"
    assert len(read_html(paragraph * 10).blocks) == 10


HOSTILE = (
    "<h1>A</h1><p>b <b>c <i>d</b> e</i><ul><li>f<p>g<ol start=3><li>h</ul><table><tr><td>i<td>j</table>"
    f"<figure><img src='{DATA}' alt='k'><figcaption>l <cite class=credit>m</cite></figcaption></figure>"
    "<a href='https://a.example/?x=1&amp;y'>n</a><!-- o --><script>p</script><pre>q\n r</pre><hr>"
)


def test_a_text_broken_at_any_byte_is_read() -> None:
    whole = "".join(texts(read_html(HOSTILE).blocks))
    for end in range(len(HOSTILE)):
        extract = read_html(HOSTILE[:end])
        assert normalise(extract.blocks) == extract.blocks
        assert len("".join(texts(extract.blocks))) <= len(whole) + 40


TAGS = sorted({*INLINE_TAGS, *BLOCK_TAGS, "script", "svg", "b", "td"})
ATTRIBUTES = (
    *("", " class=pullquote", " class='credit x'", " class=headline", " dir=rtl", " style='font-weight:bold'"),
    *(
        " href='https://a.example/c'",
        " href='javascript:x'",
        f" src='{DATA}'",
        " src=x.png",
        " start=3",
        " value=7",
    ),
    *(" id=footnote-1", " id=desk-item-4", " id=desk-rtl"),
)
ODDS = ["<!--", "-->", "&#0;", "&#xD800;", "&nbsp;", "&#x2028;", "\ud800", "\x00", "<![CDATA[", " ", "\n", "↑"]
pieces = st.one_of(
    st.builds("<{}{}>".format, st.sampled_from(TAGS), st.sampled_from(ATTRIBUTES)),
    st.builds("</{}>".format, st.sampled_from(TAGS)),
    st.text(max_size=5),
    st.sampled_from(ODDS),
)


@given(st.lists(pieces, max_size=25), st.sampled_from(["collapse", "keep"]))
def test_whatever_comes_in_blocks_in_normal_form_come_out(parts: list[str], spaces: Any) -> None:
    extract = read_html("".join(parts), spaces=spaces)
    assert normalise(extract.blocks) == extract.blocks
    placed = [block.photo for block in extract.blocks if isinstance(block, PhotoBlock)]
    assert sorted(placed) == sorted(photo.key for photo in extract.photos)
    assert extract.roles.keys() <= {block.key for block in extract.blocks}
    assert all(text.strip() for text in texts(extract.blocks))


@given(st.text())
def test_plain_words_lose_only_spaces_and_what_no_story_holds(words: str) -> None:
    escaped = words.replace("&", "&amp;").replace("<", "&lt;")
    extract = read_html(f"<p>{escaped}</p>")
    again = read_html(f"<p>{escaped}</p>".replace(" ", "  "))
    assert texts(extract.blocks) == texts(again.blocks)


@given(st.lists(pieces, max_size=25))
def test_cleaned_html_holds_nothing_that_runs(parts: list[str]) -> None:
    cleaned = clean_html("".join(parts)).lower()
    assert "<script" not in cleaned
    assert 'href="javascript' not in cleaned
