"""Lines that a program broke flow together; lines that a person ended stay apart."""

import pytest

from editor_app.formats.broken_lines import flowing

PARAGRAPH = (
    "Pemerintah kota bersama warga desa membuka kembali perpustakaan\n"
    "apung di tepi danau, yang memuat seribu buku bagi anak-anak, dan\n"
    "dirawat bergiliran oleh warga."
)
WHOLE = PARAGRAPH.replace("\n", " ")


def test_a_broken_paragraph_is_made_whole() -> None:
    assert flowing(PARAGRAPH) == [WHOLE]
    assert flowing(f"{PARAGRAPH}\n\n{PARAGRAPH}\n") == [WHOLE, WHOLE]
    assert flowing(PARAGRAPH.replace("\n", "  \r\n\t")) == [WHOLE]


def test_a_short_line_ends_a_paragraph() -> None:
    assert flowing(f"JUDUL\n{PARAGRAPH}\nBaru: kata.") == ["JUDUL", WHOLE, "Baru: kata."]


@pytest.mark.parametrize(
    "text",
    [
        "Satu\nDua\nTiga",
        "Paragraf pertama ini cukup panjang dan berakhir dengan titik di sini.\n" * 3,
        "Ratri Maheswari\nDanu Wiratama\nSekar Larasati\nBayu Nirwana",
        ("kata " * 60 + "\n") * 3,
        "",
    ],
)
def test_lines_that_were_ended_by_hand_stay(text: str) -> None:
    assert flowing(text) == [line.strip() for line in text.split("\n") if line.strip()]


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("seperti per-", "pustakaan apung", "perpustakaan apung"),
        ("untuk membaca-", "nya di kota", "membacanya di kota"),
        ("dan buku\u00ad", "nya", "bukunya"),
        ("kata-kata anak-", "anak", "anak-anak"),
        ("pada tanggung-", "jawab", "tanggung-jawab"),
        ("ada se-", "Kabupaten", "se-Kabupaten"),
        ("ialah -", "tanda", "- tanda"),
        ("perahu kayu perahu-", "kayu", "perahu-kayu"),
        ("perahukayu itu perahu-", "kayu", "perahukayu itu perahukayu"),
        ("nomor 12-", "an", "12-an"),
        ("the informa-", "tion desk", "information desk"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_goes_only_where_it_divides_a_word(
    before: str, after: str, joined: str
) -> None:
    filled = "kata kata lagi dan lagi kata kata lagi dan lagi kata kata lagi "
    text = f"{filled}kata kata\nlagi {filled}\nlagi {filled[: 65 - len(before)]} {before}\n{after} selesai."
    assert any(joined in paragraph for paragraph in flowing(text))


def test_a_list_below_a_full_line_is_not_joined_to_it() -> None:
    full = "Syarat yang harus dipenuhi oleh setiap anggota perpustakaan ini:"
    assert flowing(f"{PARAGRAPH}\n{full}\n1. warga\n• umur\na) kartu")[1:] == [
        full,
        "1. warga",
        "• umur",
        "a) kartu",
    ]


@pytest.mark.parametrize("number", ["- 3 -", "Halaman 3 dari 10", "hlm. 3", "Page 3 of 10", "3 / 10"])
def test_the_number_of_a_page_does_not_part_a_paragraph(number: str) -> None:
    first, second, third = PARAGRAPH.split("\n")
    assert flowing(f"{first}\n{second}\n\n{number}\n\n{third}") == [WHOLE]
    assert flowing(f"{PARAGRAPH}\n{number}\n\nBaru.") == [WHOLE, "Baru."]


def test_a_bare_number_goes_only_at_the_edge_of_a_page() -> None:
    first, second, third = PARAGRAPH.split("\n")
    assert flowing(f"{first}\n{second}\n3\f\n4\n{third}") == [WHOLE]
    assert flowing(f"2026\n\n{PARAGRAPH}\n\n7\n") == [WHOLE]
    assert flowing(f"{PARAGRAPH[:-1]} sejak tahun\n2026") == [f"{WHOLE[:-1]} sejak tahun", "2026"]
    assert flowing("2026\n\nTahun baru.") == ["2026", "Tahun baru."]
