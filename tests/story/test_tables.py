"""What one does with a table's rows and columns, and what spreadsheets make of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.story.body import Cell, Span, Table
from editor_app.story.marks import MAX_COLUMNS, MAX_ROWS
from editor_app.story.tables import (
    empty_table,
    fits,
    grid_of_text,
    number_columns,
    says_nothing,
    size,
    text_of_grid,
    with_cell,
    with_column_at,
    with_column_moved,
    with_grid,
    with_row_at,
    with_row_moved,
    without_column,
    without_row,
)


def cell(words: str) -> Cell:
    return Cell((Span(words),)) if words else Cell()


def table(*lines: str, header_rows: int = 1) -> Table:
    """A table of one sign a cell; a full stop is an empty cell."""
    rows = tuple(tuple(cell(sign.replace(".", "")) for sign in line) for line in lines)
    return Table("t1", rows, header_rows=header_rows)


def lines(found: Table) -> list[str]:
    return ["".join(each.text or "." for each in row) for row in found.rows]


ABC = table("abc", "def")


def test_an_empty_table_says_nothing():
    fresh = empty_table("t1", 3, 2)

    assert (size(fresh), fresh.header_rows, says_nothing(fresh)) == ((3, 2), 1, True)
    assert not says_nothing(with_cell(fresh, 2, 1, cell("x")))
    assert not says_nothing(Table("t1", ((Cell(),),), caption="Panen"))


def test_rows_and_columns_are_put_in_where_one_wants_them():
    assert lines(with_row_at(ABC, 0)) == ["...", "abc", "def"]
    assert lines(with_row_at(ABC, 2)) == ["abc", "def", "..."]
    assert lines(with_column_at(ABC, 1)) == ["a.bc", "d.ef"]
    assert lines(with_column_at(ABC, 3)) == ["abc.", "def."]
    assert with_row_at(ABC, 1).header_rows == 1


def test_a_table_grows_no_further_than_may_be():
    full = empty_table("t1", MAX_ROWS, MAX_COLUMNS)

    assert with_row_at(full, 0) is full
    assert with_column_at(full, 0) is full


def test_rows_and_columns_are_taken_out_and_the_last_is_emptied():
    assert lines(without_row(ABC, 0)) == ["def"]
    assert lines(without_column(ABC, 1)) == ["ac", "df"]
    assert lines(without_row(table("ab"), 0)) == [".."]
    assert lines(without_column(table("a", "b"), 0)) == [".", "."]


def test_rows_and_columns_move_within_the_table():
    assert lines(with_row_moved(ABC, 0, 1)) == ["def", "abc"]
    assert lines(with_column_moved(ABC, 2, 0)) == ["cab", "fde"]
    assert with_row_moved(ABC, 0, -1) is with_row_moved(ABC, 1, 2) is with_column_moved(ABC, 2, 3) is ABC


def test_a_grid_is_laid_over_a_table_that_grows_for_it():
    laid = with_grid(ABC, 1, 2, ((cell("1"), cell("2")), (cell("3"),)))

    assert lines(laid) == ["abc.", "de12", "..3."]
    assert lines(with_grid(ABC, 0, 0, ((Cell(), cell("x")),))) == [".xc", "def"]


def test_what_has_no_room_is_left_out_and_one_is_told_before():
    tall = tuple((cell("x"),) for _ in range(MAX_ROWS))

    assert fits(0, 0, tall)
    assert not fits(1, 0, tall)
    assert not fits(0, 1, [[cell("x")] * MAX_COLUMNS])
    assert size(with_grid(ABC, 1, 0, tall)) == (MAX_ROWS, 3)
    assert size(with_grid(ABC, 0, 1, [[cell("x")] * MAX_COLUMNS])) == (2, MAX_COLUMNS)


def grid(text: str) -> list[list[str]]:
    return [[each.text for each in row] for row in grid_of_text(text)]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("Tahun\tTon\r\n2025\t12\r\n", [["Tahun", "Ton"], ["2025", "12"]]),
        ("a\n\nb", [["a"], [""], ["b"]]),
        ("\t\na", [["", ""], ["a"]]),
        ('"satu\ndua"\t"ia bilang ""ya"""', [["satu\ndua", 'ia bilang "ya"']]),
        ('"Halo," ujarnya\tb', [['"Halo," ujarnya', "b"]]),
        ('"tak tertutup\tb', [['"tak tertutup', "b"]]),
    ],
)
def test_a_spreadsheets_text_names_cells(text: str, cells: list[list[str]]):
    assert grid(text) == cells


def test_of_a_huge_text_only_so_much_is_read_that_it_does_not_fit():
    assert not fits(0, 0, grid_of_text("x\n" * 100_000))
    assert not fits(0, 0, grid_of_text("x\t" * 100_000 + "\ny"))
    assert grid("x\t" * 100_000 + "\ny")[1] == ["y"]


WORDS = st.text(st.sampled_from('ab "\t\n,'), max_size=6)


@given(st.lists(st.lists(WORDS, min_size=1, max_size=4), min_size=1, max_size=4))
def test_a_grid_goes_to_a_spreadsheet_and_back(words: list[list[str]]):
    cells = [[cell(each) for each in row] for row in words]

    assert grid(text_of_grid(cells) + "\n") == words


@pytest.mark.parametrize(
    ("cells", "are_numbers"),
    [
        (["1.250", "12,5", "−3"], True),
        (["Rp5.000", "Rp 1,2 miliar", "$5"], True),
        (["10 %", "–", ""], True),
        (["1 juta", "12 kg", "3\u00a0m²"], True),
        (["2025", "dua"], False),
        (["5 orang"], False),
        (["–", ""], False),
        ([], False),
    ],
)
def test_a_column_of_numbers_is_known(cells: list[str], are_numbers: bool):  # noqa: FBT001 - a case
    rows = ((cell("Nama"), cell("Nilai")), *((cell("x"), cell(words)) for words in cells))

    assert number_columns(Table("t1", rows, header_rows=1)) == (frozenset({1}) if are_numbers else frozenset())
    assert number_columns(Table("t1", rows)) == frozenset()
