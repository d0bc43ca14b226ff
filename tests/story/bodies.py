"""Hypothesis strategies for bodies: as wild as they can be, and in normal form."""

from hypothesis import strategies as st

from editor_app.story.body import Block, BreakBlock, Cell, Embed, Link, PhotoBlock, Span, Table, TextBlock
from editor_app.story.marks import DECORATORS, LIST_ITEMS, STYLES
from editor_app.story.normal import normalise

KEYS = st.sampled_from(["", *(f"{number:08x}" for number in range(12))])
TEXTS = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("ae\u0301 \n\r\t\v\u2028\ufffc\ufeff\ud83d\ude00\ud800\uffff\U0001fffe“”–"),
    ),
    max_size=8,
)
LINKS = st.lists(
    st.builds(
        Link,
        st.sampled_from(["l1", "l2"]),
        st.sampled_from(["https://contoh.id/a", "mailto:humas@contoh.id", "javascript:alert(1)", "", "http://["]),
    ),
    max_size=2,
    unique_by=lambda link: link.key,
).map(tuple)
SPANS = st.lists(
    st.builds(Span, TEXTS, st.lists(st.sampled_from([*DECORATORS, "l1", "l2"]), max_size=4).map(tuple)),
    max_size=5,
).map(tuple)
TEXT_BLOCKS = st.builds(
    TextBlock,
    key=KEYS,
    children=SPANS,
    style=st.sampled_from(STYLES),
    mark_defs=LINKS,
    list_item=st.sampled_from([None, *LIST_ITEMS]),
    level=st.integers(-1, 12),
    start=st.one_of(st.none(), st.integers(-1, 5), st.just(40_000)),
    dir=st.sampled_from([None, "ltr", "rtl"]),
)
CELLS = st.one_of(st.just(Cell()), st.builds(Cell, SPANS, LINKS))
TABLES = st.builds(
    Table,
    key=KEYS,
    rows=st.lists(st.lists(CELLS, max_size=3).map(tuple), max_size=3).map(tuple),
    caption=TEXTS,
    header_rows=st.integers(-1, 3),
)
BLOCKS: st.SearchStrategy[Block] = st.one_of(
    TEXT_BLOCKS,
    TEXT_BLOCKS,
    st.builds(PhotoBlock, KEYS, st.sampled_from(["f0000001", "f0000002"])),
    st.builds(BreakBlock, KEYS),
    TABLES,
    st.builds(
        Embed,
        KEYS,
        st.sampled_from(
            ["https://contoh.id/a.jpg", "http://contoh.id/b.png", "file:///c.png", "mailto:a@b.id", ""]
        ),
        TEXTS,
        TEXTS,
        TEXTS,
    ),
)
WILD_BODIES = st.lists(BLOCKS, max_size=6).map(tuple)
NORMAL_BODIES = WILD_BODIES.map(normalise)
