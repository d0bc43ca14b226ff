"""What is sought is found however it was typed, and a pattern that would go on for ever is stopped."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from editor_app.story.finding import LONGEST_PATTERN, Query, finder, search
from editor_app.story.text import clean
from editor_app.words import Refused

FOR_EVER = "(a|aa)+$"
TEXTS = st.text(st.sampled_from("aAbBßẞıİiIe\u0301éÉ😀\u00a0 ’'“\"-\u2011…. \u00adſς\n"), max_size=20).map(clean)


def found(sought: str, text: str, *, case: bool = False, word: bool = False, pattern: bool = False) -> list[str]:
    query = Query(sought, match_case=case, whole_word=word, is_pattern=pattern)
    return [text[hit.start : hit.end] for hit in finder(query).hits(text)]


@pytest.mark.parametrize(
    ("sought", "text", "hits"),
    [
        ("warga", "Warga dan WARGA, bukan wargi", ["Warga", "WARGA"]),
        ("strasse", "Straße STRASSE", ["Straße", "STRASSE"]),
        ("ß", "ss SS", ["ss", "SS"]),
        ("istanbul", "İstanbul", ["İstanbul"]),
        ("σίσυφος", "ΣΊΣΥΦΟΣ", ["ΣΊΣΥΦΟΣ"]),
        ("e", "e\u0301e é", ["e"]),
        ("e\u0301", "café CAFÉ", ["é", "É"]),
        ("👩", "👩‍👩‍👧 👩🏽 👩", ["👩"]),
        ("👧", "👩‍👩‍👧 👧", ["👧"]),
        ("5 juta", "5\u00a0juta 5\u202fjuta 5 juta", ["5\u00a0juta", "5\u202fjuta", "5 juta"]),
        ("5\u00a0juta", "5\u00a0juta 5 juta", ["5\u00a0juta"]),
        ('"rakit"', "“rakit” \"rakit\" 'rakit'", ["“rakit”", '"rakit"']),
        ("jum'at", "Jum’at Jumʼat", ["Jum’at", "Jumʼat"]),
        ("tunggu...", "tunggu… tunggu...", ["tunggu…", "tunggu..."]),
        ("anak-anak", "anak\u2011anak", ["anak\u2011anak"]),
        ("berkas", "ber\u00adkas berkas", ["ber\u00adkas", "berkas"]),
        ("a.c", "abc a.c", ["a.c"]),
        ("", "apa saja", []),
    ],
)
def test_words_are_found_however_they_were_typed(sought: str, text: str, hits: list[str]) -> None:
    assert found(sought, text) == hits


def test_case_counts_where_it_is_to_match() -> None:
    assert found("Warga", "warga Warga WARGA", case=True) == ["Warga"]
    assert found("5 juta", "5\u00a0juta", case=True) == ["5\u00a0juta"]


def test_a_whole_word_stands_alone() -> None:
    assert found("kota", "Kota sekota kota-kota kotaé _kota", word=True) == ["Kota", "kota", "kota"]
    assert found("(kota)", "(kota)ku", word=True) == ["(kota)"]
    assert found("ko+ta|desa", "kota desaku desa", word=True, pattern=True) == ["kota", "desa"]
    assert found("(?x) kota # komentar", "kota kotaku", word=True, pattern=True) == ["kota"]


def test_a_pattern_says_what_its_groups_caught() -> None:
    hits = finder(Query(r"(?P<hari>\d+)/(\d+)?", is_pattern=True)).hits("25/11 dan 3/")
    assert [hit.groups for hit in hits] == [("25/11", "25", "11"), ("3/", "3", "")]


def test_a_pattern_knows_lines_and_nothing_without_length() -> None:
    assert found("^s.*$", "satu\nsama\ndua", pattern=True) == ["satu", "sama"]
    assert found("x*", "axxb", pattern=True) == ["xx"]
    assert found("(?r)a.", "abac", pattern=True) == ["ab", "ac"]


@pytest.mark.parametrize(
    ("pattern", "code", "place"),
    [
        ("(kota", "find-pattern-group-open", 6),
        ("kota)", "find-pattern-group-closed", 5),
        ("[kota", "find-pattern-set-open", 6),
        ("[z-a]", "find-pattern-range", 5),
        ("*kota", "find-pattern-repeat", 1),
        ("kota**", "find-pattern-repeat", 6),
        ("a{3,2}", "find-pattern-repeat", 3),
        ("kota\\", "find-pattern-escape", 6),
        ("(?P=nama)", "find-pattern-group-unknown", 4),
        ("(?z)", "find-pattern-wrong", 3),
    ],
)
def test_a_wrong_pattern_is_refused_with_its_place(pattern: str, code: str, place: int) -> None:
    with pytest.raises(Refused) as refusal:
        finder(Query(pattern, is_pattern=True))
    assert (refusal.value.message.code, dict(refusal.value.message.params)) == (code, {"place": place})


@pytest.mark.parametrize(
    "pattern",
    [
        "a" * (LONGEST_PATTERN + 1),
        "(" * LONGEST_PATTERN,
        "(?:ab|c){1000000}",
        "(?:(?:a{100}){100}){100}",
        "a{99999999999999999999}",
        "(?V1)(?V0)a",
    ],
)
def test_a_pattern_that_would_fill_the_memory_is_refused(pattern: str) -> None:
    with pytest.raises(Refused) as refusal:
        finder(Query(pattern, is_pattern=True))
    assert refusal.value.message.code == "find-pattern-too-large"


def test_a_pattern_that_goes_on_for_ever_is_stopped() -> None:
    ready = finder(Query(FOR_EVER, is_pattern=True))
    with pytest.raises(Refused, match="find-too-slow"):
        ready.hits("a" * 60 + "b", seconds=0.05)
    assert [hit.end for hit in ready.hits("a" * 60)] == [60]


def test_many_texts_have_one_limit_together() -> None:
    ready = finder(Query("kota", is_pattern=True))
    assert [len(hits) for hits in search(ready, ["kota kota", "", "kota"])] == [2, 0, 1]
    with pytest.raises(Refused, match="find-too-slow"):
        search(ready, ["kota"], seconds=-1)
    with pytest.raises(Refused, match="find-too-slow"):  # each alone would take longer than anybody lives
        search(finder(Query(FOR_EVER, is_pattern=True)), ["a" * 60 + "b"] * 100, seconds=0.1)


@given(TEXTS, st.builds(Query, TEXTS, st.booleans(), st.booleans()))
@example("ss", Query("ß"))
def test_hits_stand_in_order_and_end_at_no_accent(text: str, query: Query) -> None:
    hits = finder(query).hits(text)
    ends = [place for hit in hits for place in (hit.start, hit.end)]
    assert ends == sorted(ends)
    assert all(hit.start < hit.end <= len(text) for hit in hits)
    assert not any(unicodedata.combining(text[hit.end]) for hit in hits if hit.end < len(text))


@given(TEXTS, st.integers(0, 19), st.integers(1, 5))
def test_what_stands_in_a_text_is_found_there(text: str, start: int, length: int) -> None:
    sought = text[start : start + length]
    whole = [char for char in sought if not unicodedata.combining(char) and char != "\u00ad"]
    if len(whole) != len(sought) or "." in sought or (text[start + length :][:1] in ("\u0301", "\u00ad")):
        return
    assert bool(found(sought, text)) is bool(sought)


@given(st.text("ab(c)[]{1,2}*+?|^$.\\dwX<>:=!PR#-", max_size=14), st.text("abc \n", max_size=12))
def test_any_pattern_finds_or_says_why_not(pattern: str, text: str) -> None:
    try:
        ready = finder(Query(pattern, is_pattern=True))
        hits = ready.hits(text, seconds=0.2)
    except Refused as refusal:
        said = refusal.message.code
    else:
        said = "find-"
        assert all(0 <= hit.start < hit.end <= len(text) for hit in hits)
        assert all(len(hit.groups) == ready.groups + 1 for hit in hits)
    assert said.startswith("find-")
