"""Words and signs are counted as people count them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.resources import resource
from editor_app.story.body import Cell, PhotoBlock, Span, Table, TextBlock
from editor_app.story.counting import (
    Signs,
    StoryLength,
    minutes_to_read,
    sign_count,
    story_length,
    story_words,
    word_count,
)
from editor_app.story.house_style import house_style
from editor_app.story.length_rules import LengthRules, length_rules
from editor_app.story.photo import Attachment
from editor_app.story.story import Story
from editor_app.words import Trouble

INDONESIAN = resource("house_styles", "press-office-id.toml").read_text("utf-8")
ONE, TWO = LengthRules(), LengthRules(reduplication=2)
WORDS = st.text("abcdeéñIRp5", min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("Warga membangun rakit.", 3),
        ("Rp5.000 dan 5 juta pada 14.00 WIB", 7),
        ("pergi – ke sekolah—naik sepeda -- ya", 6),
        ("- 1 • butir", 2),
        ("2024–2025", 1),
        ("5\u00a0juta\u202frupiah", 3),
        ("kata\u200bkata", 2),
        ("baris\nbaru\u2028lagi", 3),
        ("tunggu…nanti, tunggu...nanti", 4),
        ("https://kota.example/a-b?c=d surel@kota.example #PesisirBersih", 3),
        ("dan/atau S.Sos. COVID-19 ke-2", 4),
        ("😀 👩‍👩‍👧 — ✓ §", 0),
        ("“Halo,” kata ‘dia’.", 3),
    ],
)
def test_a_word_has_a_letter_or_a_digit(text: str, words: int) -> None:
    assert word_count([text], ONE) == words


@pytest.mark.parametrize(
    ("text", "one", "two"),
    [
        ("anak-anak", 1, 2),
        ("“Sayur-mayur,” kata Ibu-ibu.", 3, 5),
        ("se-Indonesia di-PHK COVID-19 ke-17", 4, 4),
        ("anak\u2011anaknya", 1, 2),
        ("Surabaya-Malang-Batu", 1, 3),
    ],
)
def test_a_reduplication_counts_as_the_house_wants(text: str, one: int, two: int) -> None:
    assert (word_count([text], ONE), word_count([text], TWO)) == (one, two)


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("", Signs(0, 0)),
        ("a b", Signs(3, 2)),
        ("e\u0301 👩‍👩‍👧🇮🇩", Signs(4, 3)),
        ("a\u00a0b\nc\u00add\u200b", Signs(5, 4)),
    ],
)
def test_a_sign_is_what_people_see_as_one(text: str, signs: Signs) -> None:
    assert sign_count([text]) == signs


@given(st.lists(WORDS, max_size=12), st.sampled_from([" ", "\u00a0", "\n", " – ", "—", " … "]))
def test_words_are_as_many_as_were_put_between_spaces_and_dashes(words: list[str], space: str) -> None:
    assert word_count([space.join(words)], ONE) == len(words)
    assert word_count(words, ONE) == len(words)


@given(st.lists(st.sampled_from(["a", "é", "e\u0301", "👩‍👩‍👧", "🇮🇩", "👍🏽", "한"]), max_size=20))
def test_signs_are_as_many_as_were_put_together(signs: list[str]) -> None:
    assert sign_count([" ".join(signs)]).without_spaces == len(signs)
    assert sign_count(["".join(signs)]) == Signs(len(signs), len(signs))


def test_reading_takes_a_minute_at_least_and_nothing_none() -> None:
    assert [minutes_to_read(words, ONE) for words in (0, 1, 299, 301, 2000)] == [0, 1, 1, 2, 10]
    assert minutes_to_read(300, LengthRules(words_a_minute=100)) == 3


def test_a_story_is_measured_with_what_stands_beside_its_text() -> None:
    caption = Attachment(key="p", sha256="a" * 64, file="p.jpg", caption="FOKUS: warga merakit")
    story = Story(
        headline="Rakit é",
        standfirst="Dua kata",
        body=(
            TextBlock("a1", (Span("Satu dua."),)),
            TextBlock("a2"),
            PhotoBlock("a3", "p"),
            Table("a4", ((Cell((Span("Tiga"),)), Cell((Span("4"),))),), caption="Tabel lima"),
        ),
        photos=(caption,),
    )
    assert story_words(story.body, ONE) == 6
    assert story_length(story, ONE) == StoryLength(
        words=6,
        paragraphs=1,
        signs=sign_count(["Satu dua.", "Tiga\t4", "Tabel lima"]),
        caption_words=3,
        standfirst_words=2,
        headline_signs=7,
    )


def test_a_house_names_its_targets() -> None:
    rules = length_rules(
        {"target": 300, "sections": {"Opini": 800}, "reduplication": "two", "words_a_minute": 180}
    )
    assert (rules.target_of("Opini"), rules.target_of("Berita"), rules.target_of("")) == (800, 300, 300)
    assert (rules.reduplication, rules.words_a_minute) == (2, 180)
    assert length_rules({}) == LengthRules()


@pytest.mark.parametrize(
    "line",
    [
        'target = "panjang"',
        "target = -1",
        "target = true",
        "words_a_minute = 0",
        'reduplication = "three"',
        "sections = 5",
        "sections = { Berita = 1.5 }",
    ],
)
def test_a_length_that_is_none_is_told(line: str) -> None:
    before, _, rest = INDONESIAN.partition("[length]")
    _, _, after = rest.partition("[typing]")
    with pytest.raises(Trouble, match="style-unreadable"):
        house_style(f"{before}[length]\n{line}\n\n[typing]{after}")


def test_a_house_style_without_a_length_has_none() -> None:
    before, _, rest = INDONESIAN.partition("[length]")
    style = house_style(f"{before}[typing]{rest.partition('[typing]')[2]}")
    assert style.length == LengthRules()
    assert house_style(INDONESIAN).length.target_of("Berita") == 400
