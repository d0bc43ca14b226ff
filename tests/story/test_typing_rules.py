"""What a house style says of help while typing, and of headlines in capitals."""

import pytest

from editor_app.resources import resource
from editor_app.story.house_style import house_style
from editor_app.story.typing_rules import HELPS, TypingRules, TypingWords, typing_rules
from editor_app.words import Trouble

SOURCES = {
    name: resource("house_styles", f"press-office-{name}.toml").read_text("utf-8") for name in ("id", "en")
}


@pytest.mark.parametrize("name", SOURCES)
def test_the_styles_that_ship_help_with_everything_and_space_their_dashes(name: str) -> None:
    rules = house_style(SOURCES[name]).typing
    assert rules.helps == frozenset(HELPS)
    assert rules.dash == "spaced"
    assert set(rules.words) == {"id", "en"}


@pytest.mark.parametrize(("name", "month"), [("id", "Agustus"), ("en", "August")])
def test_a_house_knows_the_months_of_its_datelines(name: str, month: str) -> None:
    style = house_style(SOURCES[name])
    assert month in style.typing_words(name).after_numbers
    assert month in style.typing_words(name.upper()).after_numbers


@pytest.mark.parametrize("name", SOURCES)
def test_a_style_from_before_the_table_helps_as_one_that_ships(name: str) -> None:
    start, end = SOURCES[name].index("[typing]"), SOURCES[name].index("[checks]")
    style = house_style(SOURCES[name][:start] + SOURCES[name][end:])
    assert style.typing == house_style(SOURCES["id"]).typing
    assert "Rp" in style.typing_words("id").closed


def test_a_table_that_lists_no_words_has_none() -> None:
    assert typing_rules({}) == TypingRules()
    assert typing_rules({}).words_of("id") == TypingWords()


def test_a_house_switches_off_what_it_does_not_want() -> None:
    rules = typing_rules({"quotes": False, "dashes": "off", "ellipsis": True})
    assert rules.helps == {"ellipsis", "spaces", "markers"}
    assert typing_rules({"dashes": "closed"}).dash == "closed"


@pytest.mark.parametrize(
    "table",
    [
        "x",
        {"quotes": "yes"},
        {"quotes": 1},
        {"dashes": "long"},
        {"dashes": True},
        {"kerning": True},
        {"words": ["km"]},
        {"words": {"id": ["km"]}},
        {"words": {"id": {"units": ["km"]}}},
        {"words": {"id": {"closed": "Rp"}}},
        {"words": {"id": {"closed": [1]}}},
        {"words": {"id": {"closed": [""]}}},
        {"words": {"id": {"closed": ["U S"]}}},
        {"words": {"id": {"closed": ["x" * 21]}}},
    ],
    ids=str,
)
def test_a_table_that_makes_no_sense_is_told(table: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        typing_rules(table)


@pytest.mark.parametrize(
    "change",
    [
        ('dashes = "spaced"', 'dashes = "long"'),
        ("quotes = true", 'quotes = "yes"'),
        ("print_upper = false", "print_upper = 1"),
        ("[headline]", "[[headline]]"),
    ],
    ids=lambda change: change[1],
)
def test_a_style_with_such_a_table_is_unreadable_and_says_so(change: tuple[str, str]) -> None:
    assert change[0] in SOURCES["id"]
    with pytest.raises(Trouble) as trouble:
        house_style(SOURCES["id"].replace(*change))
    assert trouble.value.message.code == "style-unreadable"


def test_a_headline_is_printed_as_it_is_stored_unless_the_house_wants_capitals() -> None:
    assert house_style(SOURCES["id"]).printed_headline("KPU Kota Tirta rapat") == "KPU Kota Tirta rapat"
    shouting = house_style(SOURCES["id"].replace("print_upper = false", "print_upper = true"))
    assert shouting.printed_headline("KPU Kota Tirta rapat") == "KPU KOTA TIRTA RAPAT"
