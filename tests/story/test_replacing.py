"""What stands in a hit's place: as written, with groups, in the case of what it replaces."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.story.body import Cell, Link, Span, Table
from editor_app.story.finding import Query, finder
from editor_app.story.passages import Spot
from editor_app.story.replacing import Edit, edited, edited_table, on_one_line, replacement
from editor_app.words import Refused


def replaced(text: str, sought: str, written: str, *, case: bool = False, pattern: bool = False) -> str:
    ready = finder(Query(sought, match_case=case, is_pattern=pattern))
    return edited(text, replacement(ready, written).edits(text, ready.hits(text)))


@pytest.mark.parametrize(
    ("text", "sought", "written", "after"),
    [
        ("WARGA, Warga, warga", "warga", "penduduk", "PENDUDUK, Penduduk, penduduk"),
        ("WARGA, Warga, warga", "Warga", "penduduk", "penduduk, penduduk, penduduk"),
        ("KPU dan kpu", "KPU", "Komisi", "Komisi dan Komisi"),
        ("A a", "a", "satu", "Satu satu"),
        ("“Warga”", "“warga”", "mereka", "mereka"),
        ("Rp5.000", "rp5.000", "$1 \\1 $$", "$1 \\1 $$"),
        ("kota", "kota", "", ""),
    ],
)
def test_words_are_written_in_the_case_of_what_they_replace(text: str, sought: str, written: str, after: str):
    assert replaced(text, sought, written) == after


def test_the_case_is_left_where_it_is_to_match():
    assert replaced("WARGA warga", "warga", "penduduk", case=True) == "WARGA penduduk"


@pytest.mark.parametrize(
    ("written", "after"),
    [
        ("$2-$1", "11-25"),
        (r"\2-\1", "11-25"),
        ("[$0|\\0]", "[25/11|25/11]"),
        ("${bulan}", "11"),
        (r"$$1 \\1", r"$1 \1"),
        (r"$1\n$2", "25\n11"),
        ("$3", ""),
        ("\x00a\ud83d", "a\ufffd"),
    ],
)
def test_groups_of_a_pattern_stand_where_they_are_named(written: str, after: str):
    assert replaced("25/11", r"(\d+)/(?P<bulan>\d+)(x)?", written, pattern=True) == after


@pytest.mark.parametrize("written", ["$4", r"\9", "${tahun}"])
def test_a_group_that_is_not_there_is_refused(written: str):
    with pytest.raises(Refused) as refusal:
        replaced("25/11", r"(\d+)/(\d+)(x)?", written, pattern=True)
    assert (refusal.value.message.code, refusal.value.message.params["group"]) == ("find-group-missing", written)


def test_no_line_is_broken_where_none_may_be():
    assert on_one_line((Edit(0, 1, "a\nb"),)) == (Edit(0, 1, "a b"),)


@given(
    st.text("abAB \n", max_size=30),
    st.sampled_from(["a", "ab", "a+b", "b|a", "(a)(b)?"]),
    st.text("xy ", max_size=3),
)
def test_all_hits_of_a_text_are_replaced_as_the_standard_library_would(text: str, pattern: str, written: str):
    assert replaced(text, pattern, written, pattern=True) == re.sub(pattern, written, text, flags=re.IGNORECASE)


def test_cells_keep_their_marks_and_links():
    bold, link = Span("kota ", ("strong",)), Span("Malang", ("k",))
    cell = Cell((bold, link), (Link("k", "https://kota.example/"),))
    table = Table("t1", ((cell, Cell((Span("kota"),))),), caption="Kota per kota")
    after = edited_table(
        table,
        {
            Spot("cell", "t1", 0, 0): (Edit(0, 4, "desa"), Edit(5, 8, "Bu")),
            Spot("table-caption", "t1"): (Edit(0, 4, "Desa\n"),),
            Spot("cell", "t2", 0, 1): (Edit(0, 1, "x"),),
        },
    )
    first, second = after.rows[0]
    assert first.children == (Span("desa ", ("strong",)), Span("Bu" + "ang", ("k",)))
    assert first.mark_defs == cell.mark_defs
    assert second == Cell((Span("kota"),))
    assert after.caption == "Desa  per kota"
