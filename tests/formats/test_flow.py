"""How list items and quotes are gathered."""

from hypothesis import given
from hypothesis import strategies as st

from editor_app.formats.flow import ListGroup, Quotation, flow, nest
from editor_app.story.body import TextBlock
from editor_app.story.layout import Divider, Paragraph
from tests.formats.editions import para

items = st.builds(
    TextBlock,
    key=st.just("k"),
    list_item=st.sampled_from(["bullet", "number"]),
    level=st.integers(1, 9),
    start=st.none() | st.integers(0, 20),
)


def outline(groups: tuple[ListGroup, ...]) -> list[object]:
    """Lists as nested Python lists: kind and start, then each item with its own lists."""
    return [
        [group.kind, group.start, *((entry.block.key, *outline(entry.lists)) for entry in group.entries)]
        for group in groups
    ]


def in_order(groups: tuple[ListGroup, ...]) -> list[TextBlock]:
    """The items as a reader meets them."""
    return [
        block for group in groups for entry in group.entries for block in (entry.block, *in_order(entry.lists))
    ]


def item(key: str, kind: str, level: int = 1, start: int | None = None) -> TextBlock:
    return para(key, key, list_item=kind, level=level, start=start)


def test_deeper_items_stand_inside_the_item_before_them() -> None:
    blocks = (item("a", "number", start=3), item("b", "bullet", 2), item("c", "bullet", 2), item("d", "number"))
    assert outline(nest(blocks)) == [["number", 3, ("a", ["bullet", 1, ("b",), ("c",)]), ("d",)]]


def test_another_kind_on_the_same_level_opens_a_new_list() -> None:
    blocks = (item("a", "bullet"), item("b", "number"), item("c", "bullet"))
    assert outline(nest(blocks)) == [
        ["bullet", 1, ("a",)],
        ["number", 1, ("b",)],
        ["bullet", 1, ("c",)],
    ]


def test_a_level_that_is_skipped_is_one_list_deeper() -> None:
    blocks = (item("a", "bullet"), item("b", "bullet", 4), item("c", "bullet", 2), item("d", "bullet"))
    assert outline(nest(blocks)) == [["bullet", 1, ("a", ["bullet", 1, ("b",)], ["bullet", 1, ("c",)]), ("d",)]]


def test_a_list_that_begins_deep_is_followed_by_the_shallower_one() -> None:
    assert outline(nest((item("a", "bullet", 2), item("b", "bullet")))) == [
        ["bullet", 1, ("a",)],
        ["bullet", 1, ("b",)],
    ]


def test_a_list_may_begin_at_nought() -> None:
    assert nest((item("a", "number", start=0),))[0].start == 0


@given(st.lists(items, max_size=20))
def test_no_item_is_lost_doubled_or_moved(blocks: list[TextBlock]) -> None:
    assert in_order(nest(blocks)) == blocks


def test_quotes_that_follow_each_other_are_one_quotation_and_a_divider_parts_them() -> None:
    first, second, third = (Paragraph(para(key, key, style="blockquote")) for key in "abc")
    plain = Paragraph(para("d", "d"))
    assert list(flow((first, second, Divider(), third, plain))) == [
        Quotation((first, second)),
        Divider(),
        Quotation((third,)),
        plain,
    ]
