"""Replacing in the body: one undo step, whatever the body; keys, cards, marks and links stay."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor

from editor_app.richtext import replacing
from editor_app.richtext.replacing import replace_words, select_words
from editor_app.richtext.selected_texts import selected_texts
from editor_app.richtext.story_document import StoryDocument
from editor_app.story.body import Body, BreakBlock, Cell, Link, PhotoBlock, Span, Table, TextBlock
from editor_app.story.finding import Query, finder
from editor_app.story.normal import normalise
from editor_app.story.passages import Passage, Spot, passages
from editor_app.story.replacing import Edit, edited, on_one_line, replacement
from editor_app.story.story import Story
from editor_app.story.text import clean, clean_line
from tests.richtext.desk import LIGHT, Album
from tests.richtext.stories import bodies

QUERIES = st.sampled_from(["a", "e\u0301", "😀", "o", " ", "\u00a0", "satu\ndua", "apat"])
PATTERNS = st.sampled_from([".", r"\w+", "(.)(.)", "^.", "[^a]$", r"\s", "(?r).."])


def replaced(document: StoryDocument, query: Query, written: str) -> dict[Spot, str]:
    """Replaces all in a document; returns what each passage is to say then."""
    ready = finder(query)
    made = replacement(ready, written)
    said = passages(Story(body=document.body()))
    edits = {passage.spot: made.edits(passage.text, ready.hits(passage.text)) for passage in said}
    replace_words(document, edits)
    return {passage.spot: says(passage, edits[passage.spot]) for passage in said}


def says(passage: Passage, edits: Sequence[Edit]) -> str:
    """What a passage says after its edits; what stands under a table is one line."""
    if passage.spot.kind == "table-caption":
        return clean_line(edited(passage.text, on_one_line(edits)))
    if passage.spot.kind == "cell":
        cell = Cell((Span(edited(passage.text, edits)),))
        (table,) = normalise((Table("a1", ((cell, Cell((Span("x"),))),)),))
        assert isinstance(table, Table)
        return table.rows[0][0].text
    return clean(edited(passage.text, edits))


def said_in(document: StoryDocument) -> dict[Spot, str]:
    return {passage.spot: passage.text for passage in passages(Story(body=document.body()))}


@settings(deadline=None)
@given(
    bodies(6),
    st.one_of(QUERIES.map(Query), PATTERNS.map(lambda pattern: Query(pattern, is_pattern=True))),
    st.sampled_from(["", "x", "Malang", "😀", "e\u0301", "satu\ndua"]),
    st.sampled_from([0, 60]),
)
def test_all_is_replaced_as_in_each_text_alone(
    qapp: object, body: Body, query: Query, written: str, few: int
) -> None:
    story = StoryDocument(Album(), LIGHT)
    story.fill(body)
    before, order = story.body(), list(story.keeper.order)
    steps = story.availableUndoSteps()
    usual, replacing._FEW = replacing._FEW, few  # of many blocks and of few, it is the same
    try:
        wanted = replaced(story, query, written)
    finally:
        replacing._FEW = usual
    after = story.body()
    assert said_in(story) == {spot: text for spot, text in wanted.items() if text}
    assert list(story.keeper.order) == order
    assert [type(block) for block in after] == [type(block) for block in before] or not after
    if story.availableUndoSteps() > steps:
        story.undo()
        assert story.body() == before
        assert list(story.keeper.order) == order
        story.redo()
    assert story.body() == after
    assert normalise(after) == after


def test_new_words_bear_the_marks_and_the_link_of_the_first_sign(document: StoryDocument) -> None:
    link = Link("k", "https://kota.example/")
    document.fill(
        (
            TextBlock(
                "a1",
                (Span("Pak "), Span("wali ", ("strong",)), Span("kota", ("em", "k")), Span(".")),
                mark_defs=(link,),
            ),
        )
    )
    replace_words(document, {Spot("block", "a1"): (Edit(4, 13, "bupati"), Edit(13, 14, "!"))})
    (block,) = document.body()
    assert isinstance(block, TextBlock)
    assert [(span.text, span.marks) for span in block.children] == [
        ("Pak ", ()),
        ("bupati", ("strong",)),
        ("!", ()),
    ]
    document.undo()
    replace_words(document, {Spot("block", "a1"): (Edit(9, 11, "KO"),)})
    (block,) = document.body()
    assert isinstance(block, TextBlock)
    assert [span.text for span in block.children if block.href(span)] == ["KOta"]


def test_photos_dividers_and_what_is_gone_are_left_alone(document: StoryDocument) -> None:
    document.fill((TextBlock("a1", (Span("Satu"),)), PhotoBlock("a2", "foto1"), BreakBlock("a3")))
    before = document.body()
    edit = (Edit(0, 1, "x"),)
    replace_words(document, {Spot("block", key): edit for key in ("a2", "a3", "a9")})
    assert document.body() == before
    replace_words(document, {})
    assert not document.isUndoAvailable()


def test_a_table_is_changed_cell_by_cell_and_undone(document: StoryDocument) -> None:
    table = Table("a1", ((Cell((Span("kota"),)), Cell((Span("Batu"),))),), caption="Per kota")
    document.fill((TextBlock("a0", (Span("Dua kota"),)), table))
    before = document.body()
    replaced(document, Query("kota"), "desa")
    after = document.body()
    assert [getattr(block, "text", "") for block in after] == ["Dua desa", "desa\tBatu\nPer desa"]
    document.undo()
    assert document.body() == before


def test_a_hit_is_selected_where_it_stands(document: StoryDocument) -> None:
    document.fill((TextBlock("a1", (Span("a😀 kota"),)), TextBlock("a2")))
    cursor = select_words(document, "a1", 3, 7)
    assert cursor is not None
    assert cursor.selectedText() == "kota"
    assert select_words(document, "gone", 0, 1) is None


def test_selected_words_are_given_paragraph_by_paragraph(document: StoryDocument) -> None:
    table = Table("a3", ((Cell((Span("kota"),)),),))
    document.fill(
        (
            TextBlock("a1", (Span("Satu 😀 dua\ntiga"),)),
            PhotoBlock("a2", "foto1"),
            table,
            TextBlock("a4", (Span("empat lima"),)),
        )
    )
    cursor = QTextCursor(document)
    assert selected_texts(cursor) == ()
    cursor.setPosition(8)
    cursor.setPosition(document.lastBlock().position() + 5, QTextCursor.MoveMode.KeepAnchor)
    assert selected_texts(cursor) == ("dua\ntiga", "kota", "empat")


@pytest.mark.parametrize("few", [0, 60])
def test_many_and_few_blocks_are_one_undo_step(document: StoryDocument, monkeypatch, few: int) -> None:
    monkeypatch.setattr(replacing, "_FEW", few)
    document.fill(tuple(TextBlock(f"a{number}", (Span("kota kota"),)) for number in range(5)))
    before = document.body()
    replaced(document, Query("kota"), "desa besar")
    assert {getattr(block, "text", "") for block in document.body()} == {"desa besar desa besar"}
    document.undo()
    assert document.body() == before
    assert not document.isUndoAvailable()


def test_what_is_typed_behind_new_words_is_a_step_of_its_own(document: StoryDocument) -> None:
    document.fill((TextBlock("a1", (Span("kota"),)),))
    replaced(document, Query("kota"), "desa")
    cursor = QTextCursor(document.lastBlock())
    cursor.movePosition(QTextCursor.MoveOperation.End)
    cursor.insertText("!")
    document.undo()
    assert [getattr(block, "text", "") for block in document.body()] == ["desa"]
    document.undo()
    assert [getattr(block, "text", "") for block in document.body()] == ["kota"]
