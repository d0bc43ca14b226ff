"""The toolbar's commands, each one undo step."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtGui import QTextCursor

from editor_app.richtext import blocks, commands
from editor_app.story.body import Body, BreakBlock, Link, PhotoBlock, Span, TextBlock
from editor_app.words import Refused
from tests.richtext.desk import Desk

Write = Callable[[Body], Desk]
KOTA = "https://kota.example/"
ONE: Body = (TextBlock("aa", (Span("satu dua"),)),)


def children(desk: Desk, number: int = 0) -> list[tuple[str, tuple[str, ...], str | None]]:
    block = desk.body[number]
    assert isinstance(block, TextBlock)
    named = {link.key for link in block.mark_defs}
    return [
        (span.text, tuple(mark for mark in span.marks if mark not in named), block.href(span))
        for span in block.children
    ]


def test_a_style_is_one_step_for_all_selected_paragraphs(write: Write) -> None:
    body = (TextBlock("aa", (Span("satu"),)), PhotoBlock("pp", "foto1"), TextBlock("bb", (Span("dua"),)))
    desk = write(body)
    commands.set_style(desk.put(0, 1, to=(2, 2)), "h3")
    assert [getattr(block, "style", None) for block in desk.body] == ["h3", None, "h3"]
    assert [block.key for block in desk.body] == ["aa", "pp", "bb"]
    desk.undo()
    assert desk.body == body


def test_a_selection_that_ends_at_a_blocks_start_leaves_that_block_alone(write: Write) -> None:
    desk = write((TextBlock("aa", (Span("satu"),)), TextBlock("bb", (Span("dua"),))))
    commands.set_style(desk.put(0, 0, to=(1, 0)), "h2")
    assert [getattr(block, "style", None) for block in desk.body] == ["h2", "normal"]


def test_a_decorator_is_given_to_all_and_taken_when_all_bear_it(write: Write) -> None:
    desk = write((TextBlock("aa", (Span("satu", ("strong",)), Span(" dua"))),))
    cursor = desk.put(0, 0, to=(0, 8))
    assert "strong" not in commands.state_at(cursor).decorators
    commands.toggle_decorator(cursor, "strong")
    assert children(desk) == [("satu dua", ("strong",), None)]
    assert commands.state_at(cursor).decorators == {"strong"}
    commands.toggle_decorator(cursor, "strong")
    assert children(desk) == [("satu dua", (), None)]
    desk.undo()
    desk.undo()
    assert children(desk) == [("satu", ("strong",), None), (" dua", (), None)]


def test_superscript_takes_the_place_of_subscript(write: Write) -> None:
    desk = write((TextBlock("aa", (Span("m2", ("em", "sub")),)),))
    commands.toggle_decorator(desk.put(0, 0, to=(0, 2)), "sup")
    assert children(desk) == [("m2", ("em", "sup"), None)]


def test_a_decorator_without_a_selection_is_for_what_is_typed_next(write: Write) -> None:
    desk = write(ONE)
    cursor = desk.put(0, 8)
    commands.toggle_decorator(cursor, "em")
    desk.setTextCursor(cursor)
    assert commands.state_at(desk.textCursor()).decorators == {"em"}
    desk.type("!")
    assert children(desk) == [("satu dua", (), None), ("!", ("em",), None)]


def test_a_link_is_set_changed_and_taken(write: Write) -> None:
    desk = write(ONE)
    commands.set_link(desk.put(0, 0, to=(0, 4)), KOTA)
    assert children(desk) == [("satu", (), KOTA), (" dua", (), None)]
    commands.set_link(desk.put(0, 2), "mailto:humas@kota.example")
    assert children(desk)[0] == ("satu", (), "mailto:humas@kota.example")
    assert commands.state_at(desk.put(0, 2)).href == "mailto:humas@kota.example"
    commands.remove_link(desk.put(0, 4))
    assert children(desk) == [("satu dua", (), None)]


def test_a_link_of_several_runs_is_one_link(write: Write) -> None:
    body = (
        TextBlock(
            "aa",
            (Span("a "), Span("si", ("k",)), Span("tus", ("k", "strong")), Span(" b")),
            mark_defs=(Link("k", KOTA),),
        ),
    )
    desk = write(body)
    for offset in (2, 3, 5, 7):
        found = commands.link_at(desk.put(0, offset))
        assert found is not None
        assert found.selectedText() == "situs"
    assert commands.link_at(desk.put(0, 1)) is None
    assert commands.link_at(desk.put(0, 3, to=(0, 4))) is None


def test_an_address_without_a_selection_is_written(write: Write) -> None:
    desk = write(ONE)
    commands.set_link(desk.put(0, 8), KOTA)
    assert children(desk) == [("satu dua", (), None), (KOTA, (), KOTA)]
    desk.undo()
    assert desk.body == ONE


def test_no_address_is_written_onto_a_photo(write: Write) -> None:
    desk = write((PhotoBlock("pp", "foto1"),))
    commands.set_link(desk.put(0, 1), KOTA)
    assert desk.body == (PhotoBlock("pp", "foto1"),)


def test_an_address_that_runs_a_script_is_refused(write: Write) -> None:
    desk = write(ONE)
    with pytest.raises(Refused) as refused:
        commands.set_link(desk.put(0, 0, to=(0, 4)), "javascript:alert(1)")
    assert refused.value.message.code == "link-not-allowed"
    assert desk.body == ONE


def test_lists_are_toggled_indented_and_left(write: Write) -> None:
    body = (TextBlock("aa", (Span("satu"),), style="h2"), TextBlock("bb", (Span("dua"),)))
    desk = write(body)
    cursor = desk.put(0, 0, to=(1, 3))
    commands.toggle_list(cursor, "number")
    assert [(block.list_item, block.style) for block in desk.body if isinstance(block, TextBlock)] == [
        ("number", "normal"),
        ("number", "normal"),
    ]
    commands.toggle_list(cursor, "bullet")
    assert commands.state_at(cursor).list_item == "bullet"
    assert commands.indent(desk.put(1, 0))
    assert commands.state_at(desk.put(1, 0)).level == 2
    assert not commands.indent(desk.put(1, 0)), "no item may be deeper than one below the item above"
    assert not commands.indent(desk.put(0, 0))
    assert commands.outdent(desk.put(1, 0))
    commands.toggle_list(cursor, "bullet")
    assert commands.state_at(cursor).list_item is None
    assert not commands.outdent(cursor)
    assert not commands.indent(cursor)


def test_a_list_starts_at_the_number_asked_for(write: Write) -> None:
    desk = write((TextBlock("aa", (Span("lima"),), list_item="number"), TextBlock("bb", (Span("x"),))))
    commands.start_list_at(desk.put(0, 0), 5)
    commands.start_list_at(desk.put(1, 0), 5)
    assert [getattr(block, "start", None) for block in desk.body] == [5, None]
    commands.start_list_at(desk.put(0, 0), 1)
    assert [getattr(block, "start", None) for block in desk.body] == [None, None]


def test_a_direction_is_set_and_taken(write: Write) -> None:
    desk = write(ONE)
    commands.set_direction(desk.put(0, 0), "rtl")
    assert getattr(desk.body[0], "dir", None) == "rtl"
    commands.set_direction(desk.put(0, 0), None)
    assert desk.body == ONE


def test_formatting_is_cleared_in_the_selection_or_the_whole_block(write: Write) -> None:
    body = (
        TextBlock("aa", (Span("satu", ("strong", "k")), Span(" dua", ("em",))), mark_defs=(Link("k", KOTA),)),
    )
    desk = write(body)
    commands.clear_formatting(desk.put(0, 0, to=(0, 2)))
    assert children(desk)[0] == ("sa", (), None)
    commands.clear_formatting(desk.put(0, 3))
    assert children(desk) == [("satu dua", (), None)]


def test_the_state_on_a_card_is_its_kind(write: Write) -> None:
    desk = write((PhotoBlock("pp", "foto1"), BreakBlock("bb")))
    assert commands.state_at(desk.put(0, 0)).style == "photo"
    assert commands.state_at(desk.put(1, 1)).style == "break"


@pytest.mark.parametrize(
    ("offset", "expected"),
    [(0, ["photo", "aa"]), (4, ["aa", "photo", "empty"]), (8, ["aa", "photo", "empty"])],
)
def test_a_photo_goes_where_the_cursor_stands(write: Write, offset: int, expected: list[str]) -> None:
    desk = write(ONE)
    cursor = desk.put(0, offset)
    key = blocks.insert_photo(cursor, "foto1")
    placed = [
        "photo" if block.key == key else "aa" if block.key == "aa" else "empty" if not block.text else "?"
        for block in desk.body
        if not isinstance(block, BreakBlock) and (block.key == key or isinstance(block, TextBlock))
    ]
    assert placed == expected
    assert not isinstance(desk.body[cursor.block().blockNumber()], PhotoBlock)
    desk.undo()
    assert desk.body == ONE


def test_a_photo_takes_the_place_of_an_empty_paragraph(write: Write) -> None:
    desk = write((TextBlock("aa", (Span("satu"),)), TextBlock("ee"), TextBlock("bb", (Span("dua"),))))
    key = blocks.insert_photo(desk.put(1, 0), "foto1")
    assert [block.key for block in desk.body] == ["aa", key, "bb"]


def test_a_photo_in_an_empty_story_has_a_paragraph_below(write: Write) -> None:
    desk = write(())
    key = blocks.insert_photo(desk.put(0, 0), "foto1")
    assert desk.body[0] == PhotoBlock(key, "foto1")
    assert len(desk.body) == 2


def test_a_divider_goes_below_a_photo(write: Write) -> None:
    desk = write((PhotoBlock("pp", "foto1"), TextBlock("aa", (Span("x"),))))
    key = blocks.insert_break(desk.put(0, 0))
    assert [block.key for block in desk.body] == ["pp", key, "aa"]


@pytest.mark.parametrize(
    ("down", "expected"), [(True, ["aa", "dd", "pp", "cc"]), (False, ["pp", "cc", "aa", "dd"])]
)
def test_blocks_move_with_their_keys_and_the_selection(write: Write, down: bool, expected: list[str]) -> None:  # noqa: FBT001 - a case
    body = (
        TextBlock("aa", (Span("satu"),)),
        PhotoBlock("pp", "foto1"),
        TextBlock("cc", (Span("tiga"),), style="h2"),
        TextBlock("dd", (Span("empat"),)),
    )
    desk = write(body)
    cursor = desk.put(1, 0, to=(2, 4))
    chosen = cursor.selectedText()
    assert blocks.move_blocks(cursor, down=down)
    assert [block.key for block in desk.body] == expected
    assert cursor.selectedText() == chosen
    desk.undo()
    assert desk.body == body


@pytest.mark.parametrize(("number", "down"), [(0, True), (1, False)])
def test_the_number_that_a_list_begins_with_stays_at_its_top(write: Write, number: int, down: bool) -> None:  # noqa: FBT001 - a case
    satu = TextBlock("aa", (Span("satu"),), list_item="number", start=4)
    dua = TextBlock("bb", (Span("dua"),), list_item="number")
    body = (satu, dua, TextBlock("cc", (Span("tiga"),)))
    desk = write(body)
    assert blocks.move_blocks(desk.put(number, 0), down=down)
    assert desk.body == (replace(dua, start=4), replace(satu, start=None), body[2])
    desk.undo()
    assert desk.body == body


def test_a_list_that_loses_its_first_item_to_a_paragraph_keeps_both_as_they_are(write: Write) -> None:
    item = TextBlock("aa", (Span("satu"),), list_item="number", start=4)
    desk = write((item, TextBlock("bb", (Span("dua"),))))
    assert blocks.move_blocks(desk.put(0, 0), down=True)
    assert desk.body == (TextBlock("bb", (Span("dua"),)), item)


def test_the_first_block_moves_no_further_up(write: Write) -> None:
    desk = write(ONE)
    cursor = QTextCursor(desk.story)
    assert not blocks.move_blocks(cursor, down=False)
    assert not blocks.move_blocks(cursor, down=True)
