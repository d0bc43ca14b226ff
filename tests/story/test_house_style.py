from dataclasses import replace
from datetime import date

import pytest

from editor_app.resources import resource
from editor_app.story.checks import CHECKS
from editor_app.story.house_style import Severity, house_style
from editor_app.words import Trouble

THURSDAY = date(2026, 9, 10)
INDONESIAN = resource("house_styles", "press-office-id.toml").read_text("utf-8")
ENGLISH = resource("house_styles", "press-office-en.toml").read_text("utf-8")


def test_the_indonesian_office_labels_its_credits_in_its_own_words(style):
    assert style.name == "press-office-id"
    assert style.language == "id"
    assert style.zone.key == "Asia/Jakarta"
    assert (style.labels.writers, style.labels.photographers, style.labels.editors) == (
        "Penulis",
        "Foto",
        "Editor",
    )
    assert style.labels.separator == " : "
    assert style.proof_notice == "BELUM DISETUJUI – JANGAN DISEBARKAN"
    assert style.requirements["dateline-missing"] is Severity.ERROR


@pytest.mark.parametrize("source", [INDONESIAN, ENGLISH])
def test_a_style_that_ships_checks_nothing_unknown(source):
    assert set(house_style(source).requirements) <= set(CHECKS)


@pytest.mark.parametrize("name", ["press-office-id", "press-office-en"])
def test_a_style_that_ships_bears_its_file_name(name):
    assert house_style(resource("house_styles", f"{name}.toml").read_text("utf-8")).name == name


@pytest.mark.parametrize(
    ("form", "day", "printed"),
    [
        ("{place}, ", THURSDAY, "Malang, "),
        ("{place}, ", None, "Malang, "),
        ("DI {place} – ", None, "DI Malang – "),
        ("{place} ({day} {month_name}) – ", THURSDAY, "Malang (10 September) – "),
        ("{place} ({day} {month_name}) – ", None, "Malang – "),
        ("{place}, {weekday} ({day}/{month}) – ", THURSDAY, "Malang, Kamis (10/9) – "),
        ("{place}, {weekday} [{day}/{month}/{year}]: ", THURSDAY, "Malang, Kamis [10/9/2026]: "),
        ("{place}, {weekday} [{day}/{month}/{year}]: ", None, "Malang: "),
        ("{place}, {month_name} {year} – ", None, "Malang – "),
    ],
)
def test_the_dateline_is_printed_in_the_house_s_form(style, form, day, printed):
    assert replace(style, dateline=form).dateline_text("Malang", day) == printed


def test_without_a_city_there_is_no_dateline(style):
    assert style.dateline_text("", THURSDAY) == ""


def test_a_day_is_written_out_in_the_house_s_language(style):
    assert style.date_text(date(2026, 8, 7)) == "7 Agustus 2026"
    assert house_style(ENGLISH).date_text(date(2026, 8, 7)) == "7 August 2026"


def test_a_credit_has_its_label_and_none_has_none(style):
    assert style.credit_text("Bayu N.") == "Foto: Bayu N."
    assert style.credit_text("") == ""


def test_the_version_follows_from_the_rules_and_not_from_how_they_are_typed():
    version = house_style(INDONESIAN).version

    assert len(version) == 64
    assert house_style("# catatan\n" + INDONESIAN.replace(' = "', '   =   "')).version == version
    assert house_style(INDONESIAN.replace("= 1600", "= 1200")).version != version


def test_a_check_that_is_off_is_not_asked_for():
    source = INDONESIAN.replace('alt-missing = "warning"', 'alt-missing = "off"')

    assert "alt-missing" not in house_style(source).requirements


@pytest.mark.parametrize(
    ("change", "name"),
    [
        (('zone = "Asia/Jakarta"', ""), "zone"),
        (("[images]", "[pictures]"), "images"),
        (('writers = "Penulis"', ""), "writers"),
        (("[checks] ", "[check]"), "checks"),
    ],
)
def test_what_a_style_leaves_out_is_named(change, name):
    assert change[0] in INDONESIAN
    with pytest.raises(Trouble) as trouble:
        house_style(INDONESIAN.replace(*change))

    assert (trouble.value.message.code, trouble.value.message.params) == ("style-incomplete", {"name": name})


@pytest.mark.parametrize(
    "change",
    [
        ('name = "press-office-id"', "name = "),
        ('name = "press-office-id"', "name = 7"),
        ('language = "id"', 'language = "jv"'),
        ('zone = "Asia/Jakarta"', 'zone = "Asia/Malang"'),
        ('zone = "Asia/Jakarta"', 'zone = "Asia"'),
        ('zone = "Asia/Jakarta"', 'zone = "../etc"'),
        ('"Januari", ', ""),
        ('months = ["Januari"', "months = [1"),
        ('form = "{place}, "', 'form = "{kota}, "'),
        ('form = "{place}, "', 'form = "Malang, "'),
        ('form = "{place}, "', 'form = "{place"'),
        ('form = "{place}, "', 'form = "{place.denominator}, "'),
        ('form = "{place}, "', 'form = "{place:d}, "'),
        ('form = "{place}, "', 'form = "{}, "'),
        ("each_photo = true", 'each_photo = "yes"'),
        ("largest_side = 1600", "largest_side = 0"),
        ("largest_side = 1600", "largest_side = 1600.5"),
        ("largest_side = 1600", "largest_side = true"),
        ("quality = 85", "quality = 101"),
        ('sections = ["Berita"', "sections = [1"),
        ('headline-missing = "error"', 'headline-missing = "severe"'),
        ('headline-missing = "error"', "headline-missing = true"),
    ],
    ids=lambda change: change[1],
)
def test_a_style_that_makes_no_sense_is_told_with_the_reason(change):
    assert change[0] in INDONESIAN
    with pytest.raises(Trouble) as trouble:
        house_style(INDONESIAN.replace(*change))

    assert trouble.value.message.code == "style-unreadable"
    assert trouble.value.message.params["reason"]


@pytest.mark.parametrize("table", ["credits", "images", "dateline", "checks"])
def test_a_table_that_is_a_word_is_told(table):
    start = INDONESIAN.index(f"[{table}]")
    end = INDONESIAN.find("\n[", start)
    source = f'{table} = "x"\n' + INDONESIAN[:start] + (INDONESIAN[end:] if end > 0 else "")

    with pytest.raises(Trouble) as trouble:
        house_style(source)

    assert trouble.value.message.code == "style-unreadable"
