"""Clips for the tests: the pages that programs lay onto the clipboard, and whatever else might lie there."""

from collections.abc import Sequence
from pathlib import Path

from hypothesis import strategies as st

from editor_app.formats.clip import read_clip
from editor_app.formats.clip_tidying import LONGEST_PARAGRAPH
from editor_app.formats.html_cleaning import BLOCK_TAGS, INLINE_TAGS
from editor_app.formats.pasted import Pasted
from editor_app.story.body import PhotoBlock, TextBlock, body_from_json, body_to_json
from editor_app.story.normal import normalise

CLIPS = Path(__file__).parent / "clips"
PAGES = sorted(CLIPS.glob("*.html"))
TEXTS = sorted(CLIPS.glob("*.txt"))
LINKED = ("http://", "https://", "mailto:")


def read(path: Path) -> Pasted:
    """What the clip in a file becomes."""
    if path.suffix == ".html":
        return read_clip(path.read_bytes(), "")
    return read_clip(b"", path.read_bytes().decode())


def assert_sound(pasted: Pasted) -> None:
    """Fails where a clip became anything but a story's blocks in normal form, or a picture has no place."""
    blocks = pasted.blocks
    assert normalise(blocks) == blocks
    assert body_from_json(body_to_json(blocks)) == blocks  # knows every type, style and mark
    assert not any(isinstance(block, PhotoBlock) for block in blocks)
    for block in blocks:
        if isinstance(block, TextBlock):
            assert block.text.strip()
            assert len(block.text) <= LONGEST_PARAGRAPH or block.list_item
            assert all(link.href.lower().startswith(LINKED) for link in block.mark_defs)
    places = [picture.before for picture in pasted.pictures]
    assert places == sorted(places)
    assert all(0 <= place <= len(blocks) for place in places)
    assert all(picture.address or picture.data for picture in pasted.pictures)


_TAGS = sorted(
    {*INLINE_TAGS, *BLOCK_TAGS}
    | {"o:p", "w:sdt", "xml", "script", "style", "svg", "template", "noscript", "button", "ins", "custom-x"}
)
_ATTRIBUTES = (
    *(
        "class=MsoTitle",
        "class=MsoListParagraphCxSpFirst",
        "class='MsoQuote'",
        "class=MsoCaption",
        "class=pullquote",
    ),
    *("class=msocomanchor", "class=sr-only", "class=credit", "class=MsoFootnoteText", "class=sdfootnotesym"),
    *("class=Apple-converted-space", "hidden", "aria-hidden=true", "role=heading aria-level=1", "aria-level=2"),
    *("role=navigation", "dir=rtl", "start=3", "start=-1", "value=7", "id=desk-item-4", "id=desk-rtl"),
    *("style='mso-list:l0 level1 lfo1'", "style='mso-list:l1 level3 lfo2'", "style='mso-list:Ignore'"),
    *("style='mso-element:field-begin'", "style='mso-element:field-end'", "style='mso-element:footnote-list'"),
    *("style='mso-symbol-font-family:Wingdings'", "style='mso-tab-count:1'", "style='display:none'"),
    *(
        "style='font-weight:700;vertical-align:super'",
        "style='white-space:pre-wrap'",
        "style='font-weight:normal'",
    ),
    *("style='text-decoration:line-through underline'", "style='page-break-before:always'", "datetime=x"),
    *("href='https://a.example/?utm_source=b&c'", "href='javascript:x'", "href='file:///etc/passwd'"),
    *("href='https://www.google.com/url?q=https://b.example/'", "href=tel:1", "href='\\\\server\\x'"),
    *(
        "src='data:image/png;base64,iVBORw0KGgo='",
        "src='https://a.example/x.jpg' alt='ü'",
        "src='file:///c:/x.png'",
    ),
    *("alt='🌊'", "width=1 height=1", "data-src='https://a.example/y.jpg'", "class='\" onload=x'"),
)
_WORDS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        (
            *(
                "kata",
                "\u200b",
                "\u200d",
                "\U0001f469\u200d\U0001f33e",
                "\u202ex",
                "\u00ad",
                "\u00a0",
                " ",
                "\n\n",
            ),
            *(
                "·\u00a0\u00a0\u00a0 butir",
                "1.\u00a0\u00a0 satu",
                "iv.",
                "o",
                "\ud800",
                "\x00",
                "\ufffc",
                "\u2028",
            ),
            *(
                "&#0;",
                "&#xD800;",
                "&#150;",
                "&nbsp;",
                "<![if !supportLists]>",
                "<![endif]>",
                "<!--",
                "-->",
                "<!-->",
            ),
            *(
                "<![CDATA[",
                "]]>",
                "<?xml",
                "<!--StartFragment-->",
                "<!--EndFragment-->",
                "<",
                ">",
                "&",
                "</",
                "<p/>",
            ),
            *("<!--[if supportFields]>", "<style><!--", "xmlns:o='urn:schemas-microsoft-com:office:office'"),
            *("Version:0.9\r\nStartHTML:0\r\n", "@list l0:level1{mso-level-start-at:3;}", "*tebal*", "_x_ ~y~"),
        )
    ),
)
_OPENING = st.builds(
    lambda tag, attributes: f"<{' '.join((tag, *attributes))}>",
    st.sampled_from(_TAGS),
    st.lists(st.sampled_from(_ATTRIBUTES), max_size=3),
)


def _element(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    def build(tag: str, attributes: Sequence[str], inside: Sequence[str], closed: bool) -> str:  # noqa: FBT001
        return f"<{' '.join((tag, *attributes))}>{''.join(inside)}" + (f"</{tag}>" if closed else "")

    return st.builds(
        build,
        st.sampled_from(_TAGS),
        st.lists(st.sampled_from(_ATTRIBUTES), max_size=3),
        st.lists(parts, max_size=5),
        st.sampled_from((True, True, True, False)),
    )


_TREES = st.recursive(_WORDS, _element, max_leaves=20)
_SCRAPS = st.one_of(_WORDS, _OPENING, st.builds("</{}>".format, st.sampled_from(_TAGS)))
made_up = st.lists(st.one_of(_TREES, _SCRAPS), max_size=10).map("".join)


@st.composite
def broken(draw: st.DrawFn) -> bytes:
    """A real page that was cut off, had a piece taken out, said twice or overwritten."""
    data = draw(st.sampled_from([path.read_bytes() for path in PAGES]))
    start = draw(st.integers(0, len(data)))
    end = draw(st.integers(start, min(len(data), start + 3_000)))
    put = draw(st.one_of(st.binary(max_size=6), made_up.map(lambda text: text.encode("utf-8", "replace"))))
    again = data[start:end] if draw(st.booleans()) else b""
    whole = data[:start] + put + again + data[end:]
    return whole[: draw(st.sampled_from((len(whole), start + len(put))))]


@st.composite
def encoded(draw: st.DrawFn) -> bytes:
    """A page in one encoding that says it is in another."""
    said = draw(st.sampled_from(("utf-8", "windows-1252", "utf-16", "punycode", "klingon", "hex", "shift_jis")))
    text = f'<meta charset="{said}"><p>Kata “é” {draw(st.text(max_size=20))}</p>'
    name = draw(st.sampled_from(("utf-8", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "gb18030")))
    return text.encode(name, "replace")
