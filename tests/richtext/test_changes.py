"""Autosave takes the blocks that changed, and only those."""

from collections.abc import Callable

from editor_app.richtext import commands, fragments
from editor_app.story.body import Body, Span, TextBlock
from tests.richtext.desk import Desk

Write = Callable[[Body], Desk]
BODY: Body = tuple(TextBlock(f"k{number}", (Span(f"alinea {number}"),)) for number in range(5))


def test_only_the_paragraph_typed_in_is_taken(write: Write) -> None:
    desk = write(BODY)
    assert not desk.story.changes.waiting
    desk.put(2, 0)
    desk.type("x")
    assert desk.story.changes.waiting
    order, changed = desk.story.changes.take()
    assert order == ["k0", "k1", "k2", "k3", "k4"]
    assert changed == {"k2": TextBlock("k2", (Span("xalinea 2"),))}
    assert not desk.story.changes.waiting
    assert desk.story.changes.take() == (order, {})


def test_a_removed_paragraph_is_missing_from_the_order(write: Write) -> None:
    desk = write(BODY)
    desk.put(1, 0, to=(2, 0)).removeSelectedText()
    assert desk.story.changes.waiting
    order, _ = desk.story.changes.take()
    assert order == ["k0", "k2", "k3", "k4"]


def test_an_emptied_story_has_no_blocks(write: Write) -> None:
    desk = write(BODY)
    desk.selectAll()
    desk.textCursor().removeSelectedText()
    assert desk.story.changes.take() == ([], {})


def test_an_item_that_joins_a_list_above_is_taken_without_its_start(write: Write) -> None:
    body = (
        TextBlock("aa", (Span("satu"),), list_item="number"),
        TextBlock("pp", (Span("sela"),)),
        TextBlock("dd", (Span("tujuh"),), list_item="number", start=7),
    )
    desk = write(body)
    commands.toggle_list(desk.put(1, 0), "number")
    order, changed = desk.story.changes.take()
    assert order == ["aa", "pp", "dd"]
    assert changed["dd"] == TextBlock("dd", (Span("tujuh"),), list_item="number")


def test_neighbours_that_changed_are_taken_each_by_its_key(write: Write) -> None:
    desk = write(BODY)
    items = tuple(
        TextBlock(f"i{number}", (Span(f"butir {number}"),), list_item="number", start=None if number else 4)
        for number in range(3)
    )
    fragments.paste(desk.put(1, 8), (TextBlock("h0", (Span("!"),)), *items))
    desk.put(4 + len(items), 0)
    desk.type("x")
    _, changed = desk.story.changes.take()
    assert changed == {
        "k1": TextBlock("k1", (Span("alinea 1!"),)),
        **{item.key: item for item in items},
        "k4": TextBlock("k4", (Span("xalinea 4"),)),
    }
