"""Bodies that Hypothesis makes up."""

from hypothesis import strategies as st

from editor_app.story.body import Block, Body, BreakBlock, Cell, Embed, Link, PhotoBlock, Span, Table, TextBlock
from editor_app.story.marks import DECORATORS, LIST_ITEMS, STYLES

HREFS = (
    "https://kota.example/a",
    "https://kota.example/b?c=d&e=f",
    "mailto:redaksi@kota.example",
    "javascript:x",
)
WORDS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        [
            "Rapat",
            "é",
            "e\u0301",
            "😀",
            "👩‍👩‍👧",
            "a\u00a0b\u202fc",
            "مرحبا",
            "satu\ndua",
            "\u2028",
            "\ufffc",
            "\x00x\x1f",
            "\ud83d",
            "\tx",
            " ",
            "\r\n",
        ]
    ),
)
KEYS = st.text("0123456789abcdef", min_size=8, max_size=8)


@st.composite
def text_blocks(draw: st.DrawFn) -> TextBlock:
    links = tuple(
        Link(f"link{number}", href)
        for number, href in enumerate(draw(st.lists(st.sampled_from(HREFS), max_size=2)))
    )
    marks = st.sampled_from([*DECORATORS, *(link.key for link in links)])
    spans = st.builds(Span, WORDS, st.lists(marks, max_size=4).map(tuple))
    listed = draw(st.one_of(st.none(), st.sampled_from(LIST_ITEMS)))
    return TextBlock(
        key=draw(KEYS),
        children=tuple(draw(st.lists(spans, max_size=5))),
        style=draw(st.sampled_from(STYLES)),
        mark_defs=links,
        list_item=listed,
        level=draw(st.integers(1, 9)) if listed else 1,
        start=draw(st.one_of(st.none(), st.integers(0, 40))) if listed else None,
        dir=draw(st.sampled_from([None, "ltr", "rtl"])),
    )


@st.composite
def tables(draw: st.DrawFn) -> Table:
    cells = text_blocks().map(lambda block: Cell(block.children, block.mark_defs))
    rows = st.lists(st.lists(st.one_of(st.just(Cell()), cells), max_size=3).map(tuple), max_size=3)
    return Table(draw(KEYS), tuple(draw(rows)), draw(WORDS), draw(st.integers(0, 1)))


def bodies(max_size: int = 8) -> st.SearchStrategy[Body]:
    blocks: st.SearchStrategy[Block] = st.one_of(
        text_blocks(),
        text_blocks(),
        st.builds(PhotoBlock, KEYS, st.sampled_from(["foto1", "foto2"])),
        st.builds(BreakBlock, KEYS),
        tables(),
        st.builds(Embed, KEYS, st.sampled_from(HREFS[:2]), WORDS, WORDS, WORDS),
    )
    return st.lists(blocks, max_size=max_size).map(tuple)
