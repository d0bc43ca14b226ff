from dataclasses import replace

import pytest

from editor_app.story.body import Cell, Span, Table, TextBlock
from editor_app.story.checks import CHECKS, Finding, Place, check, error_notice
from editor_app.story.house_style import Severity
from editor_app.story.story import Credits


def found(story, style):
    return [(finding.code, finding.severity, finding.place) for finding in check(story, style)]


def test_a_whole_story_has_no_findings(make_story, style):
    assert check(make_story(), style) == ()


@pytest.mark.parametrize(
    ("change", "code", "severity", "field"),
    [
        ({"headline": ""}, "headline-missing", "error", "headline"),
        ({"dateline": ""}, "dateline-missing", "error", "dateline"),
        ({"body": ()}, "body-missing", "error", "body"),
        ({"body": (TextBlock("b1", (Span(" \n"),)),)}, "body-missing", "error", "body"),
        ({"section": ""}, "section-missing", "warning", "section"),
        ({"credits": Credits((), ("Humas",), ("Sekar",))}, "writer-missing", "error", "writers"),
        ({"credits": Credits(("Ratri",), ("Humas",), ())}, "editor-missing", "error", "editors"),
    ],
)
def test_what_is_missing_is_found_in_its_field(make_story, style, change, code, severity, field):
    assert found(make_story(**change), style) == [(code, severity, Place("field", field))]


def test_a_story_without_lead_is_told_so(make_story, style):
    photos = tuple(replace(photo, lead=False) for photo in make_story().photos)

    assert found(make_story(photos=photos), style) == [("lead-missing", "error", Place("field", "lead"))]


@pytest.mark.parametrize(
    ("change", "code", "severity"),
    [
        ({"caption": ""}, "caption-missing", "error"),
        ({"creator": "", "agency": ""}, "credit-missing", "error"),
        ({"alt": ""}, "alt-missing", "warning"),
    ],
)
def test_every_photo_wants_its_words(make_story, style, change, code, severity):
    first, second = make_story().photos
    story = make_story(photos=(first, replace(second, **change)))

    (finding,) = check(story, style)

    assert finding == Finding(code, Severity(severity), Place("photo", second.key), {"number": 2})
    assert finding.message.code == f"check.{code}"
    assert finding.message.params == {"number": 2}


def test_an_agency_alone_is_a_credit(make_story, style):
    photos = tuple(replace(photo, creator="", agency="Humas") for photo in make_story().photos)

    assert check(make_story(photos=photos), style) == ()


def test_photos_that_are_credited_name_the_photographers(make_story, style):
    nobody = Credits(("Ratri",), (), ("Sekar",))
    bare = tuple(replace(photo, creator="", agency="") for photo in make_story().photos)

    assert check(make_story(credits=nobody), style) == ()
    assert ("photographer-missing", "warning", Place("field", "photographers")) in found(
        make_story(credits=nobody, photos=bare), style
    )


def test_the_worst_stands_first_and_the_rest_as_in_the_story(make_story, style):
    story = make_story(
        headline="", section="", photos=tuple(replace(photo, alt="") for photo in make_story().photos)
    )

    assert [finding.code for finding in check(story, style)] == [
        "headline-missing",
        "alt-missing",
        "alt-missing",
        "section-missing",
    ]


def test_the_house_style_says_what_is_checked_and_how_much_it_matters(make_story, style):
    lenient = replace(style, requirements={"headline-missing": Severity.HINT})

    assert found(make_story(headline="", dateline=""), lenient) == [
        ("headline-missing", "hint", Place("field", "headline"))
    ]


def test_only_an_error_stops_a_story(make_story, style):
    notice = error_notice(check(make_story(headline="", dateline=""), style))
    assert notice is not None
    assert notice.code == "checks-more-errors"
    assert notice.params["more"] == 1
    alone = error_notice(check(make_story(headline=""), style))
    assert alone is not None
    assert alone.code == "checks-one-error"
    assert error_notice(check(make_story(section=""), style)) is None
    assert error_notice(()) is None


def test_every_check_is_named_in_the_house_style_that_ships(style):
    assert set(style.requirements) == set(CHECKS)


def test_a_table_wants_a_caption_and_is_body_enough(make_story, style):
    table = Table("t1", ((Cell((Span("Bibit"),)),),))

    assert found(make_story(body=(table,)), style) == [("table-caption-missing", "hint", Place("block", "t1"))]
    assert found(make_story(body=(replace(table, caption="Hasil panen"),)), style) == []
