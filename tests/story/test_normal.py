from dataclasses import replace

import pytest
from hypothesis import given

from editor_app.story.body import BreakBlock, Cell, Embed, Link, PhotoBlock, Span, Table, TextBlock, body_to_json
from editor_app.story.canonical import canonical_hash
from editor_app.story.marks import DECORATORS, MAX_COLUMNS, MAX_LEVEL, MAX_ROWS, new_key
from editor_app.story.normal import link_key, normalise, safe_href, says_nothing, without_photos
from editor_app.story.text import clean

from .bodies import WILD_BODIES


def normal(*spans, links=(), **properties):
    """The one block that normal form makes of these spans."""
    (block,) = normalise((TextBlock("b1", tuple(spans), mark_defs=tuple(links), **properties),))
    return block


@given(WILD_BODIES)
def test_normal_form_is_normal_for_good(body):
    once = normalise(body)

    assert normalise(once) == once
    canonical_hash(body_to_json(once))  # nothing in it that JSON could not carry


@given(WILD_BODIES)
def test_normal_form_keeps_what_it_promises(body):
    blocks = normalise(body)

    keys = [block.key for block in blocks]
    assert all(keys)
    assert len(keys) == len(set(keys))
    for block in blocks:
        if isinstance(block, Table):
            assert block.header_rows in (0, 1)
            assert len({len(row) for row in block.rows}) == 1
            assert block.rows[0]
            for cell in (cell for row in block.rows for cell in row):
                assert cell.text == cell.text.strip()
                assert_normal_words(cell)
        if isinstance(block, Embed):
            assert block.address.startswith(("https://", "http://"))
            assert "\n" not in block.alt + block.caption + block.credit
        if not isinstance(block, TextBlock):
            continue
        assert_normal_words(block)
        assert block.dir in (None, "rtl")
        if block.list_item is None:
            assert (block.level, block.start) == (1, None)
        else:
            assert block.style == "normal"
            assert 1 <= block.level <= MAX_LEVEL


def assert_normal_words(block):
    links = {link.key for link in block.mark_defs}
    used = {mark for span in block.children for mark in span.marks} & links
    assert used == links
    for span, following in zip(block.children, block.children[1:], strict=False):
        assert span.marks != following.marks
    for span in block.children:
        assert span.text == clean(span.text) != ""
        assert list(span.marks) == sorted(set(span.marks))
        assert len(links.intersection(span.marks)) <= 1
        assert not {"sub", "sup"}.issubset(span.marks)


@given(WILD_BODIES)
def test_normal_form_loses_no_word(body):
    def words(blocks):
        return ["".join(block.text.split()) for block in blocks if isinstance(block, TextBlock | Table)]

    def cleaned(block):
        if isinstance(block, Table):
            rows = tuple(tuple(Cell((Span(clean(cell.text)),)) for cell in row) for row in block.rows)
            return replace(block, rows=rows, caption=clean(block.caption))
        return replace(block, children=(Span(clean(block.text)),))

    speaking = [block for block in body if isinstance(block, TextBlock | Table)]
    tidied = [cleaned(block) for block in speaking]
    if any("\ud800" <= char <= "\udfff" for block in speaking for char in block.text):
        return  # halves of a character in two spans are two broken ones, side by side they are one
    expected = words(tidied)
    found = words(normalise(body))
    assert [clean(text) for text in found] == expected or (found == [] and expected == [""])


def test_equal_neighbours_are_one_span():
    block = normal(Span("Warga ", ("em",)), Span("desa", ("em",)), Span(""), Span(" baru", ("em",)))

    assert block.children == (Span("Warga desa baru", ("em",)),)


def test_neighbours_meet_when_what_stood_between_them_was_nothing():
    assert normal(Span("War"), Span("\x00", ("em",)), Span("ga")).children == (Span("Warga"),)


def test_an_accent_joins_its_letter_across_spans():
    assert normal(Span("e"), Span("\u0301")).children == (Span("é"),)
    assert normal(Span("e"), Span("\x00", ("em",)), Span("\u0301")).children == (Span("é"),)


def test_marks_are_sorted_and_unknown_ones_go():
    assert normal(Span("x", ("strong", "em", "blink", "em"))).children == (Span("x", ("em", "strong")),)


def test_raised_text_is_not_lowered_too():
    assert normal(Span("x", ("sub", "sup"))).children == (Span("x", ("sup",)),)


def test_a_span_has_one_link_and_its_key_follows_from_the_address():
    links = (Link("a", "https://contoh.id/1"), Link("b", "https://contoh.id/2"))

    block = normal(Span("x", ("b", "a")), links=links)

    key = link_key("https://contoh.id/1")
    assert block.mark_defs == (Link(key, "https://contoh.id/1"),)
    assert block.children == (Span("x", (key,)),)


def test_two_links_to_one_address_are_one():
    links = (Link("a", "https://contoh.id"), Link("b", "https://contoh.id"))

    block = normal(Span("x", ("a",)), Span("y", ("b",)), links=links)

    assert block.mark_defs == (Link(link_key("https://contoh.id"), "https://contoh.id"),)
    assert block.children == (Span("xy", (link_key("https://contoh.id"),)),)


@pytest.mark.parametrize(
    ("href", "kept"),
    [
        ("https://contoh.id/warta?id=7#atas", "https://contoh.id/warta?id=7#atas"),
        ("HTTP://contoh.id", "HTTP://contoh.id"),
        (" mailto:humas@contoh.id\n", "mailto:humas@contoh.id"),
        ("tel:+62341123", "tel:+62341123"),
        ("java\nscript:alert(1)", None),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("file:///etc/passwd", None),
        ("contoh.id", None),
        ("https:", None),
        ("https:///jalan", None),
        ("https://contoh", None),
        ("https://rapat besok", None),
        ("https://contoh.id/laporan akhir.pdf", None),
        ("https://contoh..id", None),
        ("https://.id", None),
        ("mailto:humas kota@contoh.id", None),
        ("mailto:", None),
        ("http://localhost:8000/warta", "http://localhost:8000/warta"),
        ("http://[2001:db8::1]/warta", "http://[2001:db8::1]/warta"),
        ("https://orang@contoh.id/", "https://orang@contoh.id/"),
        ("http://[", None),
        ("", None),
    ],
)
def test_a_story_links_only_where_a_reader_may_go(href, kept):
    assert safe_href(href) == kept


def test_a_link_that_may_not_be_leaves_its_words():
    block = normal(Span("klik", ("a", "em")), links=(Link("a", "javascript:alert(1)"),))

    assert block.children == (Span("klik", ("em",)),)
    assert block.mark_defs == ()


def test_a_list_starts_its_count_once():
    def item(key, **properties):
        return TextBlock(key, (Span("x"),), list_item="number", **properties)

    starts = [
        block.start
        for block in normalise(
            (
                item("b1", start=5),
                item("b2", start=9),
                item("b3", level=2, start=3),
                item("b4", start=7),
                item("b5", level=2, start=4),
                TextBlock("b6", (Span("x"),), list_item="bullet", start=8),
                item("b7", start=6),
                TextBlock("b8", (Span("sela"),)),
                item("b9", start=2),
                BreakBlock("ba"),
                item("bb", start=1),
                item("bc", level=3, start=-1),
                item("bd", level=4, start=40_000),
            )
        )
        if isinstance(block, TextBlock)
    ]

    assert starts == [5, None, 3, None, 4, None, 6, None, 2, None, None, None]


def test_levels_stay_between_one_and_nine_and_only_in_lists():
    assert normal(Span("x"), list_item="bullet", level=0).level == 1
    assert normal(Span("x"), list_item="bullet", level=40).level == 9
    assert normal(Span("x"), level=4).level == 1


def test_a_list_item_is_no_heading():
    assert normal(Span("x"), style="h2", list_item="bullet").style == "normal"
    assert normal(Span("x"), style="h2").style == "h2"


def test_direction_is_written_only_where_it_differs():
    block = TextBlock("b1", (Span("x"),), dir="ltr")

    assert normalise((block,))[0].dir is None
    assert normalise((block,), "rtl")[0].dir == "ltr"


def test_a_doubled_key_is_made_new_and_the_first_keeps_its():
    first, second, third = normalise((BreakBlock("b1"), PhotoBlock("b1", "f1"), BreakBlock("")))

    assert first.key == "b1"
    assert len({first.key, second.key, third.key, ""}) == 4


def test_a_body_that_says_nothing_is_empty():
    assert normalise((TextBlock("b1", (Span("\x00"),)),)) == ()
    assert len(normalise((TextBlock("b1"), TextBlock("b2")))) == 2
    assert says_nothing(TextBlock("b1"))
    assert not says_nothing(TextBlock("b1", style="h2"))
    assert not says_nothing(TextBlock("b1", list_item="bullet"))
    assert not says_nothing(BreakBlock("b1"))


def test_photos_that_are_gone_leave_the_body():
    body = (PhotoBlock("b1", "f1"), TextBlock("b2", (Span("x"),)), PhotoBlock("b3", "f2"))

    assert without_photos(body, frozenset({"f1"})) == body[1:]


def test_a_new_key_is_eight_hex_digits_that_nobody_has(monkeypatch):
    offered = iter(["deadbeef", "cafe0001"])
    monkeypatch.setattr("secrets.token_hex", lambda _size: next(offered))

    assert new_key({"deadbeef"}) == "cafe0001"


def test_the_marks_of_the_trade_are_all_there():
    assert DECORATORS == ("strong", "em", "underline", "strike-through", "sub", "sup", "code")


def cell(words):
    return Cell((Span(words),)) if words else Cell()


def rows(table):
    return [[each.text for each in row] for row in table.rows]


def normal_rows(*lines):
    (table,) = normalise((Table("t1", tuple(tuple(map(cell, line)) for line in lines)),))
    return rows(table)


def test_a_table_is_rectangular_and_ends_where_its_words_end():
    assert normal_rows(("a", "b", ""), ("c",), ("", "", " "), ()) == [["a", "b"], ["c", ""]]
    assert normal_rows((), ("", "", "x"), ("",)) == [["", "", ""], ["", "", "x"]]
    assert normal_rows() == normal_rows((), ("", " ")) == [[""]]


def test_a_larger_table_than_may_be_is_cut():
    wide = normal_rows(*[["x"] * (MAX_COLUMNS + 1)] * (MAX_ROWS + 1))

    assert (len(wide), {len(row) for row in wide}) == (MAX_ROWS, {MAX_COLUMNS})


def test_words_of_a_cell_have_no_space_at_their_ends():
    link = Link("l1", "https://contoh.id/a")
    wild = Cell((Span(" \n"), Span(" satu ", ("strong",)), Span("dua\ntiga "), Span("\u00a0", ("l1",))), (link,))
    (table,) = normalise((Table("t1", ((wild,),), caption=" Panen\npadi "),))

    assert table.rows[0][0] == Cell((Span("satu ", ("strong",)), Span("dua\ntiga")))
    assert table.caption == "Panen padi"
