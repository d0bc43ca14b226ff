"""What was typed and what takes its place, told from the text before the caret."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.resources import resource
from editor_app.story.house_style import HouseStyle, house_style
from editor_app.story.quotes import curly, in_address
from editor_app.story.typing_rules import HELPS, Dash, Help, Typing
from editor_app.story.typography import LOOK_BACK, replacement

NBSP = "\u00a0"


def style(name: str) -> HouseStyle:
    return house_style(resource("house_styles", f"press-office-{name}.toml").read_text("utf-8"))


STYLES = {name: style(name) for name in ("id", "en")}


def typing(language: str = "id", dash: Dash = "spaced", *helps: Help) -> Typing:
    house = STYLES[language]
    return Typing(frozenset(helps or HELPS), dash, house.typing_words(language))


def typed(text: str, given: Typing) -> str:
    """What stands there once a text was typed, sign by sign."""
    stands = ""
    for sign in text:
        stands += sign
        found = replacement(stands, given)
        if found is not None:
            stands = stands[: found.start] + found.text + stands[found.end :]
    return stands


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ('"Kami siap," kata dia.', "“Kami siap,” kata dia."),
        ("'ya'", "‘ya’"),
        ("\"Ia bilang 'ya'.\"", "“Ia bilang ‘ya’.”"),
        ("\"'Ya,' katanya.\"", "“‘Ya,’ katanya.”"),
        ("Jum'at, Qur'an", "Jum’at, Qur’an"),
        ('("kata")', "(“kata”)"),
        ('["kata"]', "[“kata”]"),
        (f'satu{NBSP}"dua"', f"satu{NBSP}“dua”"),
        ('satu\n"dua"', "satu\n“dua”"),
        ('kata –"sisipan"', "kata –“sisipan”"),
        ('"saya tidak–"', "“saya tidak–”"),
        ('"usia saya 17"', "“usia saya 17”"),
        ("'usia saya 17'", "‘usia saya 17’"),
        ("layar 6\" dan 5'", "layar 6″ dan 5′"),
        ("tahun 1990's", "tahun 1990’s"),
        ("tahun '90-an", "tahun ’90-an"),
        ("tahun '90s", "tahun ’90s"),
        ("'17 Agustus'", "‘17 Agustus’"),
        ("'kan kusurati.", "’kan kusurati."),
        ("'kan'", "‘kan’"),
        ("'kanan' itu", "‘kanan’ itu"),
        ('dan/"atau"', "dan/“atau”"),
        ("\"'ya'\"", "“‘ya’”"),
    ],
)
def test_quotes_apostrophes_and_primes(text: str, stands: str) -> None:
    assert typed(text, typing("id", "spaced", "quotes")) == stands


def test_an_english_elision_is_an_apostrophe() -> None:
    given = typing("en", "closed", "quotes")
    assert typed("'Tis true, and 'em too", given) == "’Tis true, and ’em too"
    assert typed("'Tis true", typing("id", "closed", "quotes")) == "‘Tis true"


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ('http://a.example/?q="b"', 'http://a.example/?q="b"'),
        ("https://a.example/it's", "https://a.example/it's"),
        ("www.a.example/it's--b...", "www.a.example/it's--b..."),
        ("kota.example/it's", "kota.example/it's"),
        ("mailto:o'b@a.example", "mailto:o'b@a.example"),
        ("a@b.example's", "a@b.example's"),
        ('"lihat www.kota.example"', "“lihat www.kota.example”"),
        ('"www.kota.example/berita"', "“www.kota.example/berita”"),
        ('"tulis ke a@b.example" ya', "“tulis ke a@b.example” ya"),
        ("www.a.example itu 'baik'", "www.a.example itu ‘baik’"),
        ("kata @humas 'itu'", "kata @humas ‘itu’"),
    ],
)
def test_an_address_that_is_typed_stays_as_it_is(text: str, stands: str) -> None:
    assert typed(text, typing()) == stands


@pytest.mark.parametrize(
    ("text", "spaced", "closed"),
    [
        ("kata -- kata", "kata – kata", "kata—kata"),
        ("kata--kata", "kata – kata", "kata—kata"),
        ("kata - kata", "kata – kata", "kata—kata"),
        ("kata --kata", "kata – kata", "kata—kata"),
        ('kata --"kata"', "kata – “kata”", "kata—“kata”"),
        ("kata --- kata", "kata — kata", "kata—kata"),
        ("10--20", "10–20", "10–20"),
        ("10 -- 20", "10 – 20", "10 – 20"),
        ("10 - 20", "10 – 20", "10 – 20"),
        ("(--kata", "(–kata", "(—kata"),
        ("-- Begitu", "– Begitu", "— Begitu"),
        ("anak-anak", "anak-anak", "anak-anak"),
        ("satu\n- dua", "satu\n- dua", "satu\n- dua"),
        ("--", "--", "--"),
        ("---", "---", "---"),
        ("suhu –5", "suhu –5", "suhu –5"),
    ],
)
def test_dashes_as_the_house_sets_them(text: str, spaced: str, closed: str) -> None:
    assert typed(text, typing("id", "spaced")) == spaced
    assert typed(text, typing("id", "closed")) == closed


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("tunggu...", "tunggu…"),
        ("tunggu... lalu", "tunggu… lalu"),
        ("....", "…."),
        ("../...", "../..."),
        ("C:\\...", "C:\\..."),
    ],
)
def test_three_dots_are_an_ellipsis(text: str, stands: str) -> None:
    assert typed(text, typing()) == stands


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("11 September 2026", f"11{NBSP}September 2026"),
        ("11 SEPTEMBER ", f"11{NBSP}SEPTEMBER "),
        ("Sejauh 10 km.", f"Sejauh 10{NBSP}km."),
        ("Sejauh 10,5 km/jam", f"Sejauh 10,5{NBSP}km/jam"),
        ("seluas 5 m² itu", f"seluas 5{NBSP}m² itu"),
        ("suhu 30 °C.", f"suhu 30{NBSP}°C."),
        ("5 M ", "5 M "),
        ("10 kmx ", "10 kmx "),
        ("10 ekor ", "10 ekor "),
        ("Rp 5.000", "Rp5.000"),
        ("Rp. 5.000", "Rp5.000"),
        ("Rp.5.000", "Rp5.000"),
        ("(Rp 5 juta)", f"(Rp5{NBSP}juta)"),
        ("US$ 5", "US$5"),
        ("Pukul 14.00", f"Pukul{NBSP}14.00"),
        ("No. 5", f"No.{NBSP}5"),
        ("Kata 5", "Kata 5"),
        ("CRp 5", "CRp 5"),
    ],
)
def test_numbers_keep_their_words(text: str, stands: str) -> None:
    assert typed(text, typing()) == stands


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("On September 11 ", f"On September{NBSP}11 "),
        ("11 September ", f"11{NBSP}September "),
        ("at 10 a.m. ", f"at 10{NBSP}a.m. "),
        ("cost £ 5 million.", f"cost £5{NBSP}million."),
        ("5 juta ", "5 juta "),
    ],
)
def test_english_has_words_of_its_own(text: str, stands: str) -> None:
    assert typed(text, typing("en")) == stands


def test_a_language_that_the_house_does_not_list_has_no_words_but_typography() -> None:
    given = Typing(frozenset(HELPS), "spaced", STYLES["id"].typing_words("fr-FR"))
    assert typed('11 mai "oui" Rp 5 ', given) == "11 mai “oui” Rp 5 "


def test_a_tag_with_a_country_has_the_words_of_its_language() -> None:
    assert STYLES["id"].typing_words("id-ID") == STYLES["id"].typing_words("id")


@pytest.mark.parametrize("name", HELPS)
def test_what_is_switched_off_is_left_alone(name: Help) -> None:
    given = Typing(frozenset(HELPS) - {name}, "spaced", STYLES["id"].typing_words("id"))
    typing_of = {
        "quotes": ('"kata"', '"kata"'),
        "dashes": ("kata -- kata - kata--kata", "kata -- kata - kata--kata"),
        "ellipsis": ("a...", "a..."),
        "spaces": ("Rp 5, 10 km.", "Rp 5, 10 km."),
        "markers": ("## a", "## a"),
    }
    text, stands = typing_of[name]
    assert typed(text, given) == stands


def test_the_end_of_a_paragraph_keeps_a_unit_with_its_number() -> None:
    found = replacement("Sejauh 10 km\n", typing())
    assert found is not None
    assert (found.start, found.end, found.text) == (9, 10, NBSP)


SIGNS = st.text(st.sampled_from("ab1. '\"-–—…“”‘’km Rp:/@()\n\u00a0𝔸😀"), max_size=40)


@given(SIGNS, st.sampled_from(["spaced", "closed"]), st.sampled_from(["id", "en"]))
def test_help_changes_nothing_but_the_last_signs(text: str, dash: Dash, language: str) -> None:
    found = replacement(text, typing(language, dash))
    if found is not None:
        assert len(text) - LOOK_BACK <= found.start <= found.end <= len(text)
        assert found.text != text[found.start : found.end]
        assert "\n" not in text[found.start : found.end]


@given(SIGNS, st.sampled_from(["spaced", "closed"]))
def test_text_that_is_typeset_already_stays(text: str, dash: Dash) -> None:
    """What help made is typed again, as from a printed page: it has nothing left to say of quotes and dots."""
    given = typing("id", dash, "quotes", "ellipsis")
    once = typed(text, given)
    assert typed(once, given) == once


@given(SIGNS)
def test_quotes_are_asked_for_by_straight_ones_alone(text: str) -> None:
    found = replacement(text, Typing(frozenset({"quotes"})))
    if found is not None and text[-1] in "\"'":
        assert found.start == len(text) - 1


def test_a_quote_that_was_left_straight_says_whether_the_next_opens() -> None:
    assert curly('kata "', "'") == "‘"
    assert curly('"kata"', "'") == "’"
    assert curly('a@b.example"', "'") is None


@given(st.text(max_size=60), st.sampled_from("\"'"))
def test_any_text_before_a_quote_is_answered(text: str, sign: str) -> None:
    assert curly(text, sign) in {None, *"“”‘’″′"}
    assert in_address(text) in {True, False}
