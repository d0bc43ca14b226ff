"""The catalogue is whole in both languages, and each language says dates, numbers and ages in its own way."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from string import Formatter
from zoneinfo import ZoneInfo

import catalogue
import pytest

from editor_app.words import LANGUAGES, Message, Refused, Trouble, Words, note

JAKARTA = ZoneInfo("Asia/Jakarta")
LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 9, 12, 7, 0, tzinfo=UTC)  # a Saturday, 14.00 in Jakarta


@pytest.fixture(scope="module")
def indonesian() -> Words:
    return Words("id")


@pytest.fixture(scope="module")
def english() -> Words:
    return Words("en")


def test_everything_that_is_said_is_worded_in_both_languages():
    wanted = catalogue.wanted_codes()

    assert {language: sorted(wanted - set(catalogue.read_catalogue(language))) for language in LANGUAGES} == {
        "id": [],
        "en": [],
    }


def test_nothing_is_worded_that_nobody_says():
    used = catalogue.wanted_codes() | catalogue.named_texts()

    assert sorted(set(catalogue.read_catalogue("id")) - used) == []


def test_both_languages_have_the_same_sentences():
    assert sorted(catalogue.read_catalogue("id")) == sorted(catalogue.read_catalogue("en"))


def test_every_composed_code_belongs_to_a_family_that_is_enumerated():
    assert sorted(catalogue.said_forms() - set(catalogue.FAMILIES)) == []


def test_every_dialog_has_its_words_enumerated():
    named = {text for text in catalogue.named_texts("ui") if text.endswith("-dialog")}

    assert sorted(named) == sorted(catalogue.DIALOGS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_empty_or_left_to_guess(language):
    entries = catalogue.read_catalogue(language)

    assert [code for code, entry in entries.items() if entry.fuzzy or not all(catalogue.forms(entry))] == []


def test_both_languages_name_the_same_values():
    def named(language):
        return {
            code: {name for sentence in catalogue.forms(entry) for name in catalogue.placeholders(sentence)}
            for code, entry in catalogue.read_catalogue(language).items()
        }

    assert named("id") == named("en")


def test_every_value_that_a_sentence_names_is_handed_to_it():
    assert sorted(catalogue.unfilled()) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_names_its_values_and_does_nothing_else_with_them(language):
    for code, entry in catalogue.read_catalogue(language).items():
        for sentence in catalogue.forms(entry):
            for _, name, form, conversion in Formatter().parse(sentence):
                assert name is None or (name.isidentifier() and not form and not conversion), code


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_catalogue_says_what_the_written_one_says(language):
    assert not catalogue.is_stale(language)


def test_a_written_catalogue_compiles_to_the_same_bytes_each_time():
    assert catalogue.compiled("id") == catalogue.compiled("id")


def test_the_states_have_the_names_that_the_newsroom_uses(indonesian, english):
    states = ["draft", "returned", "in-review", "approved", "exported", "live", "withdrawn", "spiked"]

    assert [indonesian.text(f"state.{state}") for state in states] == [
        "Draf",
        "Dikembalikan",
        "Menunggu persetujuan",
        "Disetujui",
        "Siap tayang",
        "Tayang",
        "Dicabut",
        "Batal terbit",
    ]
    assert english.text("state.in-review") == "In review"


@pytest.mark.parametrize("kind", [Refused, Trouble, note, Message])
def test_an_outcome_is_said_in_one_sentence(indonesian, kind: Callable[..., Message]):
    outcome = Message("check.caption-missing", {"number": 2})
    if kind is not Message:
        outcome = kind("check.caption-missing", number=2)

    assert indonesian.say(outcome) == "Foto 2 belum punya keterangan."


def test_an_outcome_inside_another_is_worded_first(indonesian, english):
    refusal = note("denied.state.approve", state=note("state.returned"))

    assert "“Dikembalikan”" in indonesian.say(refusal)
    assert "“Returned”" in english.say(refusal)


def test_a_value_may_be_called_code_and_may_hold_braces(english):
    assert Refused("story-unknown", code="R7-4K2Q").message.params == {"code": "R7-4K2Q"}
    assert "{x}" in english.text("denied.own-story", name="{x}")


def test_a_day_that_is_named_in_a_sentence_is_written_out(english):
    assert english.text("denied.own-story", name=date(2026, 9, 12)).startswith("12 September 2026 ")
    assert english.text("denied.own-story", name=NOW).startswith("2026-09-12 07:00")


@pytest.mark.parametrize(
    ("value", "digits", "in_indonesian", "in_english"),
    [
        (0, 0, "0", "0"),
        (1234, 0, "1.234", "1,234"),
        (1_234_567, 0, "1.234.567", "1,234,567"),
        (1234.56, 1, "1.234,6", "1,234.6"),
        (-1234, 0, "-1.234", "-1,234"),
    ],
)
def test_numbers_are_written_as_the_language_writes_them(
    indonesian, english, value, digits, in_indonesian, in_english
):
    assert indonesian.number(value, digits) == in_indonesian
    assert english.number(value, digits) == in_english


@pytest.mark.parametrize(
    ("number", "in_indonesian", "in_english"),
    [
        (1, "Januari", "January"),
        (2, "Februari", "February"),
        (3, "Maret", "March"),
        (4, "April", "April"),
        (5, "Mei", "May"),
        (6, "Juni", "June"),
        (7, "Juli", "July"),
        (8, "Agustus", "August"),
        (9, "September", "September"),
        (10, "Oktober", "October"),
        (11, "November", "November"),
        (12, "Desember", "December"),
    ],
)
def test_days_are_written_out(indonesian, english, number, in_indonesian, in_english):
    assert indonesian.date(date(2026, number, 7)) == f"7 {in_indonesian} 2026"
    assert english.date(date(2026, number, 7)) == f"7 {in_english} 2026"


@pytest.mark.parametrize(
    ("number", "in_indonesian", "in_english"),
    [
        (7, "Senin", "Monday"),
        (8, "Selasa", "Tuesday"),
        (9, "Rabu", "Wednesday"),
        (10, "Kamis", "Thursday"),
        (11, "Jumat", "Friday"),
        (12, "Sabtu", "Saturday"),
        (13, "Minggu", "Sunday"),
    ],
)
def test_days_of_the_week_have_their_names(indonesian, english, number, in_indonesian, in_english):
    assert indonesian.weekday(date(2026, 9, number)) == in_indonesian
    assert english.weekday(date(2026, 9, number)) == in_english


def test_the_time_of_day_is_said_in_the_newsrooms_zone(indonesian, english):
    assert indonesian.clock(NOW, JAKARTA) == "14.00 WIB"
    assert english.clock(NOW, LONDON) == "08:00 BST"
    assert indonesian.moment(datetime(2026, 9, 12, 18, 5, tzinfo=UTC), JAKARTA) == "13 September 2026, 01.05 WIB"
    assert english.moment(NOW, LONDON) == "12 September 2026, 08:00 BST"


@pytest.mark.parametrize(
    ("ago", "in_indonesian", "in_english"),
    [
        (timedelta(minutes=-5), "baru saja", "just now"),
        (timedelta(seconds=59), "baru saja", "just now"),
        (timedelta(minutes=1), "1 mnt", "1 min"),
        (timedelta(minutes=59, seconds=59), "59 mnt", "59 min"),
        (timedelta(hours=1), "1 jam", "1 h"),
        (timedelta(hours=14), "14 jam", "14 h"),
        (timedelta(hours=14, minutes=1), "kemarin", "yesterday"),
        (timedelta(hours=38), "kemarin", "yesterday"),
        (timedelta(days=2), "Kam 10/9", "Thu 10/9"),
        (timedelta(days=6), "Min 6/9", "Sun 6/9"),
        (timedelta(days=7), "5/9", "5/9"),
        (timedelta(days=365), "12/9/2025", "12/9/2025"),
    ],
)
def test_a_desk_says_how_long_ago_it_was(indonesian, english, ago, in_indonesian, in_english):
    assert indonesian.age(NOW - ago, JAKARTA, now=NOW) == in_indonesian
    assert english.age(NOW - ago, JAKARTA, now=NOW) == in_english


def test_a_story_of_a_few_minutes_ago_is_not_of_yesterday_at_midnight(indonesian):
    midnight = datetime(2026, 9, 11, 17, 5, tzinfo=UTC)  # 00.05 in Jakarta

    assert indonesian.age(midnight - timedelta(minutes=10), JAKARTA, now=midnight) == "10 mnt"
    assert indonesian.age(midnight - timedelta(minutes=70), JAKARTA, now=midnight) == "kemarin"


def test_age_is_counted_from_this_moment(english):
    assert english.age(datetime.now(UTC), JAKARTA) == "just now"


def test_counted_things_name_their_number(indonesian):
    assert indonesian.count("age.minutes", 1_200) == "1.200 mnt"
