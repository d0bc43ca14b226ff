"""Which words of a text are to be spelt, and where they stand."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.spelling.tokens import LONGEST, Word, bare, word_at, words_of

TEXTS = st.text(max_size=300) | st.text("aà1-'’.@#/:_ \u00ad\u0301\u2028\ufffc😀", max_size=200)


def texts_of(text: str) -> list[str]:
    return [word.text for word in words_of(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Warga membaca, lalu menulis.", ["Warga", "membaca", "lalu", "menulis"]),
        ("berita-beritanya", ["berita-beritanya"]),
        ("Jum’at don't rock’s", ["Jum’at", "don't", "rock’s"]),
        ("‘kutip’ “dan” (kurung)", ["kutip", "dan", "kurung"]),
        ("per\u00adpus\u00adta\u00adka\u00adan", ["per\u00adpus\u00adta\u00adka\u00adan"]),
        ("cafe\u0301 nai\u0308f", ["cafe\u0301", "nai\u0308f"]),
        ("satu\u00a0dua\u202ftiga\u2028empat", ["satu", "dua", "tiga", "empat"]),
        ("😀salah👍🏽benar", ["salah", "benar"]),
        ("dan/atau", ["dan", "atau"]),
        ("selesai.Kemudian pulang", ["selesai", "Kemudian", "pulang"]),
        ("dua—tiga–empat…lima", ["dua", "tiga", "empat", "lima"]),
        ("non\u2011ASEAN", ["non\u2011ASEAN"]),
    ],
)
def test_words_are_what_a_reader_calls_words(text: str, words: list[str]) -> None:
    assert texts_of(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "https://kotatirta.go.id/berita?x=satu",
        "(HTTP://WWW.KOTA.ID)",
        "www.kotatirta.go.id",
        "kotatirta.go.id/berita",
        "humas@kotatirta.go.id",
        "mailto:humas@kota.id",
        "@humas.kota",
        "#KotaTirta",
        "foto.jpg",
        "nama_berkas",
        "/etc/hosts",
        "~/gambar/foto",
        "C:\\Users\\ratri",
        "2026 Rp5.000 14.00 17-an ke-17 COVID-19 H1N1",
        "S.Sos. a.n. M.Si",
        "W. H.",
        "x" * (LONGEST + 1),
        "￼",
        "",
    ],
)
def test_addresses_numbers_handles_and_paths_are_no_words(text: str) -> None:
    assert texts_of(text) == []


def test_what_stands_around_an_address_is_read() -> None:
    assert texts_of("Kunjungi (https://kota.id/a_b), lalu kirim ke humas@kota.id.") == [
        "Kunjungi",
        "lalu",
        "kirim",
        "ke",
    ]


def test_code_is_passed_over() -> None:
    text = "Ketik pritn lalu Enter"
    assert [word.text for word in words_of(text, [(6, 11)])] == ["Ketik", "lalu", "Enter"]


def test_a_text_without_spaces_that_never_ends_is_no_word() -> None:
    assert words_of("ab" * 500_000) == ()
    assert words_of("a." * 100_000) == ()


@given(TEXTS)
def test_words_stand_in_the_text_one_after_the_other(text: str) -> None:
    end = 0
    for word in words_of(text):
        assert text[word.start : word.end] == word.text
        assert word.start >= end
        assert 0 < len(word.text) <= LONGEST
        assert not any(char.isspace() or char.isnumeric() for char in word.text)
        assert unicodedata.category(word.text[0])[0] == "L"
        end = word.end


@given(TEXTS, TEXTS)
def test_a_line_is_read_for_itself(one: str, other: str) -> None:
    apart = [*texts_of(one), *texts_of(other)]
    assert texts_of(f"{one}\n{other}") == apart


@given(TEXTS)
def test_bare_words_have_nothing_invisible_and_stay_bare(text: str) -> None:
    once = bare(text)
    assert "\u00ad" not in once
    assert "’" not in once
    assert bare(once) == once


@pytest.mark.parametrize(("place", "word"), [(0, "satu"), (4, "satu"), (5, "dua"), (8, "dua"), (10, None)])
def test_a_caret_touches_the_word_that_it_stands_at(place: int, word: str | None) -> None:
    found = word_at("satu dua  ", place)
    assert (None if found is None else found.text) == word


def test_between_two_words_the_one_behind_the_caret_counts() -> None:
    assert word_at("satu/dua", 5) == Word(5, 8, "dua")
