"""Headline, dateline, date and credits are taken where they are plain to see, and nowhere else."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.formats.caption_credits import split_caption, without_label
from editor_app.formats.credit_lines import is_credit_line
from editor_app.formats.datelines import dateline_of
from editor_app.formats.event_dates import event_date
from editor_app.formats.extract import Role
from editor_app.formats.opening_lines import Opening, take_opening
from editor_app.resources import resource
from editor_app.story.body import Block, PhotoBlock, Span, TextBlock
from editor_app.story.house_style import HouseStyle, house_style
from editor_app.story.normal import normalise
from editor_app.story.story import Credits
from tests.formats.readings import marked, texts

TODAY = date(2026, 10, 5)


@pytest.fixture(scope="module")
def english() -> HouseStyle:
    return house_style(resource("house_styles", "press-office-en.toml").read_text("utf-8"))


def blocks(*lines: str | Block) -> tuple[Block, ...]:
    """Paragraphs; a line that begins with "# " is a heading."""
    made: list[Block] = []
    for number, line in enumerate(lines):
        key = f"k{number}"
        if not isinstance(line, str):
            made.append(line)
        elif line.startswith("# "):
            made.append(TextBlock(key, (Span(line[2:]),), "h2"))
        else:
            made.append(TextBlock(key, (Span(line),)))
    return tuple(made)


@pytest.mark.parametrize(
    ("text", "place", "rest"),
    [
        ("Malang, Sebanyak 300 warga hadir", "Malang", "Sebanyak 300 warga hadir"),
        ("Malang, sebanyak 300 warga hadir", "Malang", "sebanyak 300 warga hadir"),
        ("Kota Tirta, “Kami senang,” ujar Wiryo", "Kota Tirta", "“Kami senang,” ujar Wiryo"),
        ("Kota Tirta, warga desa, pelajar, dan guru hadir", "Kota Tirta", "warga desa, pelajar, dan guru hadir"),
        ("Kab. Danau, Ketua Panitia, Budi, hadir", "Kab. Danau", "Ketua Panitia, Budi, hadir"),
        ("MALANG, sebanyak 300 warga", "MALANG", "sebanyak 300 warga"),
        ("D.I. Yogyakarta, Warga hadir", "D.I. Yogyakarta", "Warga hadir"),
        ("Malang, Rektor Universitas Kota, Budi, hadir", "Malang", "Rektor Universitas Kota, Budi, hadir"),
        ("Malang,\u00a0Warga", "Malang", "Warga"),
        ("Kota (12/9) – Warga hadir", "Kota", "Warga hadir"),
        ("Kota Tirta (12/9/2026) - Warga hadir", "Kota Tirta", "Warga hadir"),
        ("Malang (12/9), Warga hadir", "Malang", "Warga hadir"),
        ("Malang (12/9) Warga hadir", "Malang", "Warga hadir"),
        ("Malang, Kamis (11/9) – Warga hadir", "Malang", "Warga hadir"),
        ("Malang, 12/9 – Warga hadir", "Malang", "Warga hadir"),
        ("CITY — The mayor", "CITY", "The mayor"),
        ("CITY—The mayor", "CITY", "The mayor"),
        ("CITY -- The mayor", "CITY", "The mayor"),
        ("KOTA, KOMPAS — Warga", "KOTA", "Warga"),
        ("KOTA, KABARKOTA.com - Warga", "KOTA", "Warga"),
        ("Malang (Antara) - Warga", "Malang", "Warga"),
        ("Malang, Humas – Warga", "Malang", "Warga"),
        ("NEW HAVEN (AP) — The", "NEW HAVEN", "The"),
        ("LONDON, 12 September – The", "LONDON", "The"),
        ("London (12 September) – The", "London", "The"),
        ("Jakarta, Indonesia – Warga", "Jakarta, Indonesia", "Warga"),
        ("JAKARTA/BANDUNG – Warga", "JAKARTA/BANDUNG", "Warga"),
        ("Stratford-upon-Avon, The play", "Stratford-upon-Avon", "The play"),
        ("Newcastle upon Tyne, The play", "Newcastle upon Tyne", "The play"),
        ("Kenya, The rains", "Kenya", "The rains"),
        ("Ely, The rains", "Ely", "The rains"),
        ("Kota – warga hadir", "Kota", "warga hadir"),
    ],
)
def test_a_dateline_is_taken_off_the_first_paragraph(text: str, place: str, rest: str) -> None:
    found = dateline_of(text, today=TODAY)
    assert found is not None
    assert (found.place, text[found.length :]) == (place, rest)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Malang",
        "Malang,",
        "Malang,Warga",
        "Kemarin, Wali Kota membuka pameran",
        "Kemarin, warga hadir",
        "Hari ini, Kota Tirta bersih",
        "Selain itu, Wali Kota hadir",
        "Namun, Budi pulang",
        "Menurut Budi, Kota bersih",
        "Kamis, 11 September 2026, Warga hadir",
        "Kamis (11/9), Warga hadir",
        "September, Warga hadir",
        "Sebelumnya, Kota sepi",
        "Sayangnya, Kota sepi",
        "Budi Santoso, ketua panitia, mengatakan",
        "Wiryo, nelayan setempat, mengatakan",
        "Budi Santoso, Ketua Panitia, mengatakan",
        "Malang, Surabaya, dan Kediri menjadi tuan rumah",
        "Malang, Surabaya dan Kediri menjadi tuan rumah",
        "Rapat Kota (12/9) membahas anggaran",
        "Panitia (12/9) – rapat",
        "Perpustakaan apung – proyek warga",
        "Wiryo – nelayan setempat – pulang",
        "Warga Desa Sumber Arum, Kecamatan Danau, membangun",
        "However, The mayor left",
        "Sadly, The mayor left",
        "Today, Mayor Example left",
        "On Thursday, The mayor left",
        "malang, Warga hadir",
        "3 Malang, Warga hadir",
        "Malang (ibu kota) – warga",
        "Malang (Kota, Raya, Besar) – Warga",
    ],
)
def test_an_early_comma_or_dash_alone_makes_no_dateline(text: str) -> None:
    assert dateline_of(text, today=TODAY) is None


def test_a_place_set_strong_needs_less_proof() -> None:
    text = "Danau Biru, sebanyak tiga ratus warga, tua dan muda, hadir"
    assert dateline_of(text, today=TODAY) is None
    found = dateline_of(text, today=TODAY, strong=len("Danau Biru,"))
    assert found is not None
    assert found.place == "Danau Biru"


@given(st.text())
def test_a_dateline_never_takes_the_whole_paragraph(text: str) -> None:
    found = dateline_of(text, today=TODAY)
    assert found is None or (0 < found.length < len(text) and found.place.strip())


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("digelar Kamis (11/9)", date(2025, 9, 11)),  # the nearest year in which 11 September is a Thursday
        ("digelar Jumat (11/9)", date(2026, 9, 11)),
        ("digelar Jum’at (11/9)", date(2026, 9, 11)),
        ("digelar Sabtu (11/9)", date(2027, 9, 11)),
        ("digelar Senin (11/9)", date(2026, 9, 11)),  # in no near year a Monday
        ("Kamis, 11 September 2026", date(2026, 9, 11)),
        ("Jumat 11 September", date(2026, 9, 11)),
        ("(12/9/2026)", date(2026, 9, 12)),
        ("(12/9/26)", date(2026, 9, 12)),
        ("(12/9)", date(2026, 9, 12)),
        ("pada 12/9/2026 lalu", date(2026, 9, 12)),
        ("(11 September)", date(2026, 9, 11)),
        ("Friday (11/9)", date(2026, 9, 11)),
        ("on Thursday, 11 September 2026", date(2026, 9, 11)),
        ("on September 11, 2026", date(2026, 9, 11)),
        ("on September 11th, 2026", date(2026, 9, 11)),
        ("on 1st Sept. 2026", date(2026, 9, 1)),
        ("Friday, September 11", date(2026, 9, 11)),
        ("Jumat (31/2) dan Sabtu (12/9)", date(2026, 9, 12)),
        ("17 Agustus", None),
        ("on May 12", None),
        ("skor 3-1", None),
        ("menang (3-1)", None),
        ("pasal 1.2.26", None),
        ("1/2 jam", None),
        ("1/2/2026/3", None),
        ("(99/99)", None),
        ("(30/2/2026)", None),
        ("dibuka pukul 10.00", None),
        ("", None),
    ],
)
def test_the_day_of_the_event_is_read_as_it_is_told(text: str, day: date | None) -> None:
    assert event_date(text, today=TODAY) == day


def test_the_last_of_february_is_told_in_a_leap_year_alone() -> None:
    assert event_date("Kamis (29/2)", today=date(2024, 10, 5)) == date(2024, 2, 29)
    assert event_date("Kamis (29/2)", today=date(2025, 3, 5)) == date(2024, 2, 29)
    assert event_date("Kamis (29/2)", today=date(2026, 10, 5)) is None


@given(st.text())
def test_any_text_tells_a_day_or_none(text: str) -> None:
    found = event_date(text, today=TODAY)
    assert found is None or isinstance(found, date)


@given(st.dates(date(2025, 1, 1), date(2027, 12, 31)))
def test_a_weekday_names_the_year(day: date) -> None:
    weekday = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")[day.weekday()]
    found = event_date(f"digelar {weekday} ({day.day}/{day.month})", today=day)
    assert found == day


CREDITS = Credits(("Ratih", "Bagas"), ("Citra", "Humas Kota"), ("Danu, S.Sos.",))


@pytest.mark.parametrize(
    "lines",
    [
        ("Penulis : Ratih & Bagas", "Foto : Citra & Humas Kota", "Editor : Danu, S.Sos."),
        ("PENULIS: Ratih dan Bagas", "FOTO: Citra; Humas Kota", "EDITOR: Danu, S.Sos."),
        ("Penulis : Ratih & Bagas\nFoto : Citra & Humas Kota\nEditor : Danu, S.Sos.",),
        ("Penulis : Ratih & Bagas Foto : Citra & Humas Kota Editor : Danu, S.Sos.",),
        ("(Penulis: Ratih, Bagas/Foto: Citra, Humas Kota/Editor: Danu, S.Sos.)",),
        ("Pewarta\t:\tRatih & Bagas", "Fotografer\u00a0: Citra & Humas Kota", "Penyunting : Danu, S.Sos."),
        ("Words: Ratih and Bagas", "Photos: Citra and Humas Kota", "Editor: Danu, S.Sos."),
        ("Writers: Ratih & Bagas", "Photo: Citra & Humas Kota", "Edited by: Danu, S.Sos."),
        ("By Ratih and Bagas", "Photos by Citra and Humas Kota", "Edited by Danu, S.Sos."),
        ("Text: Ratih", "Text: Bagas", "Photographers: Citra & Humas Kota", "Editors: Danu, S.Sos."),
    ],
)
def test_credits_at_the_foot_are_taken(style: HouseStyle, lines: tuple[str, ...]) -> None:
    opening = take_opening(blocks("# Judul", "Isi naskah.", *lines), style, today=TODAY)
    assert opening.credits == CREDITS
    assert texts(opening.body) == ["Isi naskah."]


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Foto bersama seusai acara.",
        "Photo Editor: X",
        "By the lake we sat",
        "By Ann we mean a very long sentence about her",
        "Oleh karena itu warga pulang",
        "Penulis buku itu hadir",
        "Kata Penulis: buku itu baik",
        "By",
        "Foto: " + "panjang " * 40,
    ],
)
def test_a_sentence_is_no_credits_line(style: HouseStyle, line: str) -> None:
    assert not is_credit_line(line, style)


def test_the_house_styles_own_labels_are_known(style: HouseStyle, english: HouseStyle) -> None:
    own = house_style(style.source.replace('writers = "Penulis"', 'writers = "Juru Tulis"'))
    assert is_credit_line("Juru Tulis : Ratih", own)
    assert not is_credit_line("Juru Tulis : Ratih", style)
    assert is_credit_line("Words: Ratih", english)


def test_credits_lines_in_the_middle_stay_body(style: HouseStyle) -> None:
    opening = take_opening(blocks("# Judul", "Foto : Citra", "Isi naskah."), style, today=TODAY)
    assert opening.credits == Credits()
    assert texts(opening.body) == ["Foto : Citra", "Isi naskah."]


def test_a_photo_below_the_credits_stays(style: HouseStyle) -> None:
    given_blocks = (*blocks("# Judul", "Isi naskah.", "Foto : Citra"), PhotoBlock("p", "photo"))
    opening = take_opening(given_blocks, style, today=TODAY)
    assert opening.credits.photographers == ("Citra",)
    assert opening.body[-1] == PhotoBlock("p", "photo")


def test_credits_after_soft_breaks_leave_the_words_before_them(style: HouseStyle) -> None:
    last = TextBlock("k", (Span("Isi "), Span("naskah.\nPenu", ("em",)), Span("lis : Ratih\n\nEditor : Danu")))
    opening = take_opening((*blocks("# Judul"), last), style, today=TODAY)
    assert opening.credits == Credits(writers=("Ratih",), editors=("Danu",))
    assert marked(opening.body[0]) == [("Isi ", ()), ("naskah.", ("em",))]


def test_a_label_without_names_is_taken_too(style: HouseStyle) -> None:
    opening = take_opening(blocks("# Judul", "Isi.", "Penulis :", "Editor : Danu"), style, today=TODAY)
    assert opening.credits == Credits(editors=("Danu",))
    assert texts(opening.body) == ["Isi."]


@pytest.mark.parametrize(
    ("lines", "headline", "body"),
    [
        (("# JUDUL", "Isi."), "JUDUL", ["Isi."]),
        (("JUDUL", "Isi."), "JUDUL", ["Isi."]),
        (("# DUA\nBARIS", "Isi."), "DUA BARIS", ["Isi."]),
        (("JUDUL\nMalang, Warga hadir.",), "JUDUL", ["Warga hadir."]),
        (("Malang, Warga hadir.", "Isi."), "", ["Warga hadir.", "Isi."]),
        (("Panjang " * 40, "Isi."), "", [("Panjang " * 40), "Isi."]),
        (("JUDUL", "# Sub", "Isi."), "JUDUL", ["Sub", "Isi."]),
        (("# JUDUL",), "JUDUL", []),
        ((), "", []),
    ],
)
def test_the_first_heading_or_short_line_is_the_headline(
    style: HouseStyle, lines: tuple[str, ...], headline: str, body: list[str]
) -> None:
    opening = take_opening(blocks(*lines), style, today=TODAY)
    assert opening.headline == headline
    assert texts(opening.body) == body


@pytest.mark.parametrize(
    "first", [TextBlock("q", (Span("a"),), "blockquote"), TextBlock("l", (Span("a"),), list_item="bullet")]
)
def test_a_quotation_or_list_is_no_headline(style: HouseStyle, first: TextBlock) -> None:
    opening = take_opening((first, *blocks("Isi.")), style, today=TODAY)
    assert opening.headline == ""
    assert texts(opening.body) == ["a", "Isi."]


def test_a_photo_may_stand_before_the_headline_and_the_dateline(style: HouseStyle) -> None:
    given_blocks = (PhotoBlock("p", "photo"), *blocks("# JUDUL", "# Sub", "Malang (12/9) – Warga hadir."))
    opening = take_opening(given_blocks, style, today=TODAY)
    assert (opening.headline, opening.dateline, opening.event_date) == ("JUDUL", "Malang", date(2026, 9, 12))
    assert texts(opening.body) == ["Sub", "Warga hadir."]


def test_only_the_first_paragraph_bears_a_dateline(style: HouseStyle) -> None:
    opening = take_opening(blocks("# J", "Warga hadir.", "Malang, Warga pulang."), style, today=TODAY)
    assert opening.dateline == ""
    assert texts(opening.body) == ["Warga hadir.", "Malang, Warga pulang."]


def test_marks_behind_a_dateline_are_kept(style: HouseStyle) -> None:
    first = TextBlock(
        "k", (Span("Malang, ", ("strong",)), Span("sebanyak "), Span("tiga", ("em",)), Span(" warga, tua"))
    )
    opening = take_opening((*blocks("# J"), first), style, today=TODAY)
    assert opening.dateline == "Malang"
    assert marked(opening.body[0]) == [("sebanyak ", ()), ("tiga", ("em",)), (" warga, tua", ())]


def test_the_date_is_looked_for_in_the_first_paragraphs_alone(style: HouseStyle) -> None:
    near = take_opening(blocks("# J", "a b", "c d", "Jumat (11/9)"), style, today=TODAY)
    far = take_opening(blocks("# J", "a b", "c d", "e f", "Jumat (11/9)"), style, today=TODAY)
    assert (near.event_date, far.event_date) == (date(2026, 9, 11), None)


def test_what_the_file_itself_says_goes_first(style: HouseStyle) -> None:
    roles: dict[str, Role] = {
        "k1": "headline",
        "k0": "kicker",
        "k2": "standfirst",
        "k3": "caption",
        "k5": "footnote",
    }
    given_blocks = blocks("Rubrik", "JUDUL", "Ringkas\ndua", "Foto: R", "Malang, Warga hadir.", "Catatan")
    opening = take_opening(given_blocks, style, today=TODAY, roles=roles)
    assert opening == Opening("JUDUL", "Rubrik", "Ringkas\ndua", "Malang", body=opening.body)
    assert texts(opening.body) == ["Foto: R", "Warga hadir."]


def test_a_pages_own_lines_above_the_headline_hide_no_dateline(style: HouseStyle) -> None:
    given_blocks = blocks("Portal, Kota", "JUDUL", "Malang, Warga hadir.")
    opening = take_opening(given_blocks, style, today=TODAY, roles={"k1": "headline"})
    assert (opening.headline, opening.dateline) == ("JUDUL", "Malang")
    assert texts(opening.body) == ["Portal, Kota", "Warga hadir."]


def test_a_story_of_photos_alone_has_no_opening(style: HouseStyle) -> None:
    assert take_opening((PhotoBlock("p", "photo"),), style, today=TODAY).headline == ""


def test_a_caption_at_the_foot_is_no_credits_line(style: HouseStyle) -> None:
    opening = take_opening(
        blocks("# J", "Isi.", "Editor : Danu", "Foto: Ratih"), style, today=TODAY, roles={"k3": "caption"}
    )
    assert opening.credits == Credits(editors=("Danu",))
    assert texts(opening.body) == ["Isi.", "Foto: Ratih"]


lines = st.lists(
    st.one_of(
        st.text(max_size=30),
        st.sampled_from(["# J", "Malang, Warga", "Kota (12/9) – x", "Foto : A & B", "Isi\nEditor: C", "By Ann"]),
    ),
    max_size=6,
)


@given(lines)
def test_what_is_left_is_in_normal_form(style: HouseStyle, written: list[str]) -> None:
    opening = take_opening(normalise(blocks(*written)), style, today=TODAY)
    assert normalise(opening.body) == opening.body
    assert "\n" not in opening.headline + opening.dateline


@pytest.mark.parametrize(
    ("caption", "split"),
    [
        ("FOKUS: Warga hadir. Foto: Bayu & Humas", ("FOKUS: Warga hadir.", "Bayu & Humas")),
        ("FOKUS: Warga hadir.\nFoto: Bayu", ("FOKUS: Warga hadir.", "Bayu")),
        ("Warga hadir. (Foto: Bayu/Humas)", ("Warga hadir.", "Bayu/Humas")),
        ("Warga hadir. [Photo: Ann]", ("Warga hadir.", "Ann")),
        ("Warga hadir.Foto: Bayu", ("Warga hadir.", "Bayu")),
        ("Warga hadir. Foto : Bayu", ("Warga hadir.", "Bayu")),
        ("Warga hadir. FOTO BERSAMA: Bayu", ("Warga hadir. FOTO BERSAMA: Bayu", "")),
        ("Foto: Rangga P.", ("", "Rangga P.")),
        ("Foto: Bayu & Humas Kota", ("", "Bayu & Humas Kota")),
        (
            "FOTO: Warga menanam pohon di halaman kantor kecamatan.",
            ("FOTO: Warga menanam pohon di halaman kantor kecamatan.", ""),
        ),
        ("Foto: warga hadir", ("Foto: warga hadir", "")),
        ("Foto bersama.", ("Foto bersama.", "")),
        ("Foto bersama. Foto: Bayu", ("Foto bersama.", "Bayu")),
        ("Warga hadir. Foto:", ("Warga hadir. Foto:", "")),
        ("Warga hadir. Foto: " + "x" * 200, ("Warga hadir. Foto: " + "x" * 200, "")),
        ("", ("", "")),
    ],
)
def test_a_credit_is_parted_from_its_caption(style: HouseStyle, caption: str, split: tuple[str, str]) -> None:
    assert split_caption(caption, style) == split


def test_a_credit_loses_its_label(style: HouseStyle) -> None:
    own = house_style(style.source.replace('photo = "Foto: "', 'photo = "Gambar: "'))
    assert without_label("Gambar: Bayu", own) == "Bayu"
    assert without_label("(Foto: Bayu)", own) == "Bayu"
    assert without_label("Bayu & Humas", own) == "Bayu & Humas"
    assert split_caption("a. Gambar: Bayu", own) == ("a.", "Bayu")


@pytest.mark.parametrize(
    ("today", "day"),
    [
        (date(2027, 1, 5), date(2026, 12, 30)),
        (date(2026, 11, 25), date(2026, 12, 30)),
        (date(2026, 9, 1), date(2025, 12, 30)),
        (date(2026, 12, 31), date(2026, 12, 30)),
    ],
)
def test_a_date_without_a_year_is_of_the_last_year_that_is_not_far_ahead(today, day):
    assert event_date("(30/12)", today=today, sure=True) == day
