"""Plain text of chats and notes says what it plainly means, and no more."""

import pytest

from editor_app.formats.pasted_text import read_pasted_text, read_words
from editor_app.story.normal import normalise
from tests.formats.readings import listed, marked, styled, texts


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("*tebal* biasa", [("tebal", ("strong",)), (" biasa", ())]),
        (
            "(_miring_), ~coret~!",
            [("(", ()), ("miring", ("em",)), ("), ", ()), ("coret", ("strike-through",)), ("!", ())],
        ),
        ("*_dua_ kata*", [("dua", ("em", "strong")), (" kata", ("strong",))]),
        ("pakai ```a *b*``` ya", [("pakai ", ()), ("a *b*", ("code",)), (" ya", ())]),
        ("*a* dan *b*", [("a", ("strong",)), (" dan ", ()), ("b", ("strong",))]),
        ("*a _b* c_", [("a _b", ("strong",)), (" c_", ())]),
        ("* *", [("* *", ())]),
    ],
)
def test_the_marks_of_a_chat_become_marks(text: str, spans: list[tuple[str, tuple[str, ...]]]) -> None:
    (block,) = normalise(read_pasted_text(text))
    assert marked(block) == spans


@pytest.mark.parametrize(
    "text",
    [
        "3 * 4 * 5 = 60",
        "2*3*4",
        "nama_berkas_lama.txt dan _x",
        "https://a.example/_a_/~b~/*c*",
        "Harga* naik, syarat* berlaku",
        "**tebal**",
        "~5 sampai ~6",
        "a*b *c",
        "C:\\_x_\\y",
        "* satu butir saja",
        "``` ```",
        "*satu\u00a0",
    ],
)
def test_what_only_looks_like_a_mark_stays(text: str) -> None:
    (block,) = normalise(read_pasted_text(text))
    assert marked(block) == [(text.strip("\u00a0"), ())]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("- a\n- b", [("bullet", 1, None, "a"), ("bullet", 1, None, "b")]),
        ("• a\n•\tb\n– c", [("bullet", 1, None, "a"), ("bullet", 1, None, "b"), ("– c",)]),
        ("3. a\n4. b\n6. c", [("number", 1, 3, "a"), ("number", 1, None, "b"), ("6. c",)]),
        ("1) a\n2) b", [("number", 1, None, "a"), ("number", 1, None, "b")]),
        ("- a", [("- a",)]),
        ("2026. Tahun", [("2026. Tahun",)]),
        ("1. a\nb\n2. c", [("1. a",), ("b",), ("2. c",)]),
        ("-a\n-b", [("-a",), ("-b",)]),
    ],
)
def test_lines_that_count_or_bear_bullets_are_a_list(text: str, items: list[tuple[object, ...]]) -> None:
    assert listed(normalise(read_pasted_text(text))) == items


def test_quoted_lines_are_quotations() -> None:
    assert styled(read_pasted_text("> kata\n>kata lain\n> \nbiasa")) == [
        ("blockquote", "kata"),
        ("blockquote", "kata lain"),
        ("normal", ">"),
        ("normal", "biasa"),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[11/9 14.32] Ratri: Satu\n[11/9 14.33] Ratri: Dua", ["Satu", "Dua"]),
        ("[11/9/26 14.32.10] Ratri: Satu\n[11/9/26 14.33.10] Danu: Dua", ["Ratri: Satu", "Danu: Dua"]),
        ("[14:32, 11/9/2026] Ratri: Satu", ["Satu"]),
        ("11/09/26, 2:32 PM - Ratri: Satu", ["Satu"]),
        ("[11/9 14.32] Ratri: Satu\nlanjutan", ["[11/9 14.32] Ratri: Satu", "lanjutan"]),
        ("Ratri, [11.09.2026 14:32]\nSatu\nlanjutan", ["Satu", "lanjutan"]),
        ("Ratri, [11.09.2026 14:32]\nSatu\n\nDanu, [11.09.2026 14:35]:\nDua", ["Ratri: Satu", "Danu: Dua"]),
        ("Pukul 14.32 - Ratri: Satu", ["Pukul 14.32 - Ratri: Satu"]),
        ("[lihat] Ratri: Satu", ["[lihat] Ratri: Satu"]),
    ],
)
def test_the_times_of_a_chat_go_where_every_line_has_one(text: str, said: list[str]) -> None:
    assert texts(read_pasted_text(text)) == said


def test_words_alone_are_taken_as_they_are_written() -> None:
    blocks = read_words("*a*\r\n\n - b \n\t[11/9 14.32] Ratri: c\n")
    assert texts(blocks) == ["*a*", "- b", "[11/9 14.32] Ratri: c"]
    assert listed(blocks) == [("*a*",), ("- b",), ("[11/9 14.32] Ratri: c",)]
