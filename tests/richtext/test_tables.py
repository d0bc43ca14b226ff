"""A table as one block of the page: kept whole, changed in one step, drawn as a table."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from editor_app.richtext import blocks, commands, fragments, keystrokes
from editor_app.richtext.roles import card_of
from editor_app.richtext.story_document import StoryDocument
from editor_app.richtext.table_layout import TableLayout
from editor_app.story.body import Body, BreakBlock, Cell, Link, PhotoBlock, Span, Table, TextBlock
from tests.richtext.desk import DARK, LIGHT, Desk

Write = Callable[[Body], Desk]
WIDTH = 660


def cell(words: str, *marks: str) -> Cell:
    return Cell((Span(words, marks),)) if words else Cell()


def table_of(*lines: tuple[str, ...], caption: str = "", header_rows: int = 1) -> Table:
    return Table("tt", tuple(tuple(cell(words) for words in line) for line in lines), caption, header_rows)


HARVEST = table_of(("Desa", "Padi"), ("Sumber Arum", "1.250"), ("Tirta", "980"), caption="Panen 2026, ton.")
BODY: Body = (TextBlock("aa", (Span("satu"),)), HARVEST, TextBlock("bb", (Span("dua"),)))


def keys(desk: Desk) -> list[str]:
    return [block.key for block in desk.body]


def drawn(table: Table, *, rtl: bool = False, width: float = WIDTH, dark: bool = False) -> QImage:
    look = DARK if dark else LIGHT
    laid_out = TableLayout(table, width, look, rtl=rtl)
    image = QImage(round(width), round(laid_out.height) + 1, QImage.Format.Format_RGB32)
    image.fill(QColor(look.canvas))
    painter = QPainter(image)
    laid_out.draw(painter, QPointF(0, 0))
    painter.end()
    return image


def inked(image: QImage, area: QRectF) -> list[int]:
    """The columns of pixels in an area that are not of the ground alone."""
    ground = image.pixel(0, image.height() - 1)
    inner = area.toRect().adjusted(1, 2, -1, -2)
    return [
        x
        for x in range(inner.left(), inner.right())
        if any(image.pixel(x, y) != ground for y in range(inner.top(), inner.bottom()))
    ]


def test_a_table_stands_in_the_page_as_one_block(write: Write) -> None:
    desk = write(BODY)

    assert desk.body == BODY
    assert desk.story.blockCount() == 3
    assert commands.state_at(desk.put(1, 0)).style == "table"
    assert blocks.table_at(desk.put(1, 1)) == HARVEST
    assert blocks.table_at(desk.put(0, 1)) is None


def test_a_change_of_a_table_is_one_step_that_keeps_its_key(write: Write) -> None:
    desk = write(BODY)
    fresh = replace(HARVEST, caption="Panen 2027.", key="zz")
    desk.story.changes.forget()

    blocks.set_table(desk.put(1, 1), fresh)

    assert desk.body == (BODY[0], replace(fresh, key="tt"), BODY[2])
    assert desk.story.changes.take()[1] == {"tt": desk.body[1]}
    desk.undo()
    assert desk.body == BODY
    desk.redo()
    assert desk.body[1] == replace(fresh, key="tt")


def test_a_table_that_says_the_same_is_no_change(write: Write) -> None:
    desk = write(BODY)

    blocks.set_table(desk.put(1, 0), replace(HARVEST, rows=(*HARVEST.rows, (Cell(),))))
    blocks.set_table(desk.put(0, 0), HARVEST)

    assert not desk.story.isUndoAvailable()


def test_a_table_goes_where_the_cursor_stands_and_text_goes_on_below(write: Write) -> None:
    desk = write(BODY[:1])
    cursor = desk.put(0, 4)

    key = blocks.insert_table(cursor, replace(HARVEST, rows=(*HARVEST.rows, (Cell(), Cell()))))
    desk.setTextCursor(cursor)
    desk.type("lanjut")

    assert desk.body[1] == replace(HARVEST, key=key)
    assert [block.text for block in desk.body if isinstance(block, TextBlock)] == ["satu", "lanjut"]
    desk.undo()
    desk.undo()
    assert desk.body == BODY[:1]


def test_a_table_is_copied_and_pasted_whole(write: Write) -> None:
    desk = write(BODY)
    copied = fragments.copied(desk.put(1, 0, to=(1, 1)))

    assert copied == (HARVEST,)
    fragments.paste(desk.put(2, 3), copied)

    assert [replace(block, key="") for block in desk.body if isinstance(block, Table)] == [
        replace(HARVEST, key="")
    ] * 2
    assert len(set(keys(desk))) == 4


def test_a_table_is_deleted_by_a_key_and_undone(write: Write) -> None:
    desk = write(BODY)

    assert keystrokes.backspace(desk.put(1, 1))

    assert keys(desk) == ["aa", "bb"]
    desk.undo()
    assert desk.body == BODY


CARDS: Body = (
    TextBlock("aa", (Span("satu"),)),
    PhotoBlock("pp", "foto1"),
    HARVEST,
    TextBlock("bb", (Span("dua"),)),
    BreakBlock("xx"),
)


@pytest.mark.parametrize(
    ("key", "before", "order"),
    [
        ("pp", 0, "pp aa tt bb xx"),
        ("pp", 4, "aa tt bb pp xx"),
        ("tt", 5, "aa pp bb xx tt"),
        ("xx", 1, "aa xx pp tt bb"),
        ("tt", 1, "aa tt pp bb xx"),
    ],
)
def test_a_card_moves_to_another_place_with_its_key(write: Write, key: str, before: int, order: str) -> None:
    desk = write(CARDS)
    cursor = desk.textCursor()

    assert blocks.move_card(cursor, key, before)

    assert keys(desk) == order.split()
    assert {block.key: block for block in desk.body} == {block.key: block for block in CARDS}
    assert cursor.block().blockNumber() == order.split().index(key)
    desk.undo()
    assert desk.body == CARDS
    assert not desk.story.isUndoAvailable()


@pytest.mark.parametrize(("key", "before"), [("pp", 1), ("pp", 2), ("pp", 9), ("pp", -1), ("zz", 0)])
def test_a_card_that_goes_nowhere_stays(write: Write, key: str, before: int) -> None:
    desk = write(CARDS)

    assert not blocks.move_card(desk.textCursor(), key, before)
    assert not desk.story.isUndoAvailable()


def test_columns_of_numbers_stand_flush_with_their_end(qapp: object) -> None:
    laid_out = TableLayout(HARVEST, WIDTH, LIGHT)
    image = drawn(HARVEST)
    words, numbers = laid_out.cell_area(1, 0), laid_out.cell_area(1, 1)

    assert inked(image, words)[0] - words.left() < 12
    assert numbers.right() - inked(image, numbers)[-1] < 12
    assert inked(image, numbers)[0] > numbers.center().x()


def test_in_a_language_from_right_to_left_the_first_column_is_on_the_right(qapp: object) -> None:
    laid_out = TableLayout(HARVEST, WIDTH, LIGHT, rtl=True)
    words = laid_out.cell_area(1, 0)

    assert words.right() == WIDTH
    assert words.right() - inked(drawn(HARVEST, rtl=True), words)[-1] < 12
    assert laid_out.cell_at(QPointF(WIDTH - 5, 5)) == (0, 0)


def test_the_head_of_a_table_is_strong_and_its_marks_are_drawn(qapp: object) -> None:
    plain = table_of(("iiii", "iiii"), ("iiii", "iiii"), header_rows=0)
    laid_out = TableLayout(plain, WIDTH, LIGHT)
    first, below = laid_out.cell_area(0, 0), laid_out.cell_area(1, 0)

    def ink(table: Table, area: QRectF) -> int:
        return len(inked(drawn(table), area))

    assert ink(plain, first) == ink(plain, below)
    assert ink(replace(plain, header_rows=1), first) > ink(plain, below)
    strong = replace(plain, rows=((cell("iiii", "strong"), cell("x")), plain.rows[1]))
    assert ink(strong, first) > ink(strong, below)


def test_words_that_have_no_room_wrap_and_so_does_the_caption(qapp: object) -> None:
    long = "Ditanam dua kali karena banjir pada awal musim hujan, kata ketua panitia."
    low = TableLayout(table_of(("a", "b")), WIDTH, LIGHT).height
    broken = Table("tt", ((Cell((Span("a\nb\nc"),)), cell("x")),))

    assert TableLayout(table_of(("a", long * 2)), WIDTH, LIGHT).height > 2 * low
    assert TableLayout(broken, WIDTH, LIGHT).height > 2 * low
    one = TableLayout(table_of(("a", "b"), caption="Panen"), WIDTH, LIGHT).height
    assert TableLayout(table_of(("a", "b"), caption=long * 2), WIDTH, LIGHT).height > one > low


def test_a_table_of_many_columns_is_set_smaller_and_stays_in_its_width(qapp: object) -> None:
    wide = table_of(tuple(f"Kolom{n}" for n in range(16)), ("1",) * 16)
    laid_out = TableLayout(wide, WIDTH, LIGHT)

    assert laid_out.cell_area(0, 15).right() == pytest.approx(WIDTH)
    assert laid_out.height < TableLayout(table_of(("Kolom", "b"), ("1", "1")), WIDTH, LIGHT).height * 2
    assert TableLayout(table_of(("x" * 400, "y")), 200, LIGHT).cell_area(0, 1).right() == pytest.approx(200)


def test_the_cell_at_a_point_is_the_nearest_one(qapp: object) -> None:
    laid_out = TableLayout(HARVEST, WIDTH, LIGHT)

    assert laid_out.cell_at(laid_out.cell_area(2, 1).center()) == (2, 1)
    assert laid_out.cell_at(QPointF(WIDTH + 50, 10_000)) == (2, 1)
    assert laid_out.cell_at(QPointF(-5, -5)) == (0, 0)


def test_a_table_is_drawn_in_both_themes_and_larger_when_the_page_is(
    document: StoryDocument, write: Write
) -> None:
    light, dark = drawn(HARVEST), drawn(HARVEST, dark=True)
    assert light.size() == dark.size()
    assert light.pixel(3, 3) != dark.pixel(3, 3)
    document.fill((HARVEST,))
    before = document.documentLayout().documentSize().height()
    document.set_look(replace(LIGHT, body=24))
    assert document.documentLayout().documentSize().height() > 1.3 * before


def test_a_table_under_the_cursor_is_outlined_and_laid_out_once(write: Write) -> None:
    desk = write(BODY)
    desk.show()
    plain = desk.grab().toImage()
    card = card_of(desk.story.findBlockByNumber(1))
    assert card is not None

    desk.put(1, 0)

    assert desk.grab().toImage() != plain
    first = desk.story.tables.layout_of(desk.story, card)
    assert desk.story.tables.layout_of(desk.story, card) is first
    for width in range(80):
        desk.story.setTextWidth(300 + width)
    assert desk.story.tables.layout_of(desk.story, card) is not first


def test_links_of_cells_are_kept(write: Write) -> None:
    linked = Cell((Span("laporan", ("l1",)),), (Link("l1", "https://kota.example/a"),))
    desk = write((Table("tt", ((linked,),)),))
    (table,) = desk.body
    assert isinstance(table, Table)
    found = table.rows[0][0]
    assert found.href(found.children[0]) == "https://kota.example/a"
