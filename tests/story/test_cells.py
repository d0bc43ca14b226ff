"""Marks and links on a whole cell, and paragraphs gathered in one."""

from editor_app.story.body import BreakBlock, Cell, Link, PhotoBlock, Span, Table, TextBlock
from editor_app.story.cells import bears, gathered, link_of, with_link, with_mark
from editor_app.story.normal import link_key

ADDRESS = "https://contoh.id/a"
MIXED = Cell((Span("satu", ("strong",)), Span("dua", ("l1",))), (Link("l1", ADDRESS),))


def test_a_mark_goes_on_all_words_or_off_them():
    assert not bears(MIXED, "strong")
    assert not bears(Cell(), "strong")
    strong = with_mark(MIXED, "strong", on=True)
    assert bears(strong, "strong")
    assert strong.href(strong.children[1]) == ADDRESS
    assert not any("strong" in span.marks for span in with_mark(strong, "strong", on=False).children)
    assert with_mark(Cell(), "strong", on=True) == Cell()


def test_a_link_goes_on_all_words_or_off_them():
    assert link_of(MIXED) == link_of(Cell()) == ""
    linked = with_link(MIXED, "https://contoh.id/b")
    assert link_of(linked) == "https://contoh.id/b"
    assert bears(with_mark(linked, "strong", on=True), "strong")
    assert with_link(linked, "").mark_defs == ()
    assert link_of(with_link(linked, "")) == ""
    assert with_link(Cell(), ADDRESS) == Cell()


def test_paragraphs_and_cells_are_gathered_a_line_each():
    body = (
        TextBlock("b1", (Span("satu", ("strong",)),), style="h2"),
        PhotoBlock("p1", "f1"),
        TextBlock("b2"),
        BreakBlock("x1"),
        Table("t1", ((Cell((Span("dua", ("k9",)),), (Link("k9", ADDRESS),)), Cell()),)),
    )

    key = link_key(ADDRESS)
    assert gathered(body) == Cell(
        (Span("satu", ("strong",)), Span("\n"), Span("dua", (key,))), (Link(key, ADDRESS),)
    )
    assert gathered(()) == Cell()
