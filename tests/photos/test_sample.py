"""What the sample newsroom says: its text, its photos, its desk."""

import datetime as dt
import re
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from editor_app.resources import resource
from editor_app.story.photo import split_lead_word
from editor_app.story.workflow import HeadState, Publication

WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
DATED = re.compile(rf"({'|'.join(WEEKDAYS)}) \((\d{{1,2}})/(\d{{1,2}})\)")


def read(name: str) -> dict[str, Any]:
    return tomllib.loads(resource("sample", name).read_text(encoding="utf-8"))


NEWSROOM, DESK = read("newsroom.toml"), read("desk.toml")["story"]
TEXT = resource("sample", "story.md").read_text(encoding="utf-8")
BLOCKS = [block for block in TEXT.split("\n\n") if block.strip()]
PARAGRAPHS, FOOT = BLOCKS[1:-3], [line.strip() for line in BLOCKS[-3:]]
PHOTOS = [*NEWSROOM["photo"], *(photo for story in DESK for photo in story["photo"])]


def sentences() -> Iterator[str]:
    yield from BLOCKS
    yield NEWSROOM["story"]["standfirst"]
    for photo in PHOTOS:
        yield photo["caption"]
        yield photo["alt"]
    for story in DESK:
        yield from (story["headline"], story["standfirst"], *story["paragraphs"])


def test_the_story_has_the_shape_of_a_press_office_story() -> None:
    assert BLOCKS[0] == BLOCKS[0].upper()
    assert BLOCKS[0].startswith("# ")
    assert PARAGRAPHS[0].startswith("Batu, ")
    assert 10 <= len(PARAGRAPHS) <= 12
    assert sum("“" in paragraph for paragraph in PARAGRAPHS) >= 4
    assert FOOT == [
        "Penulis : Sari Wulandari & Bima Aryasatya",
        "Foto : Rangga Pratama & Humas Kota",
        "Editor : Edi Santoso",
    ]


def test_every_day_of_the_week_is_right() -> None:
    found = [match.groups() for sentence in sentences() for match in DATED.finditer(sentence)]
    assert len(found) >= 9
    for weekday, day, month in found:
        assert WEEKDAYS[dt.date(2026, int(month), int(day)).weekday()] == weekday, (weekday, day, month)


def test_the_date_of_the_event_is_the_one_in_the_text() -> None:
    dated = [(NEWSROOM["story"]["event_date"], PARAGRAPHS[0])]
    dated += [(story["event_date"], story["paragraphs"][0]) for story in DESK]
    for day, paragraph in dated:
        found = DATED.search(paragraph)
        assert found is not None
        assert (day.year, day.month, day.day) == (2026, int(found[3]), int(found[2]))


def test_every_quotation_is_closed_and_curly() -> None:
    for sentence in sentences():
        marks = re.sub("[^“”]", "", sentence)
        assert marks == "“”" * (len(marks) // 2), sentence
        assert '"' not in sentence


@pytest.mark.parametrize("photo", PHOTOS, ids=lambda photo: photo["file"])
def test_every_photo_says_what_a_photo_has_to(photo: dict[str, Any]) -> None:
    lead_word, rest = split_lead_word(photo["caption"])
    assert lead_word
    assert rest.strip().endswith(".")
    assert photo["creator"] == "Rangga Pratama"
    assert resource("sample", "scenes", f"{photo['scene']}.json").is_file()
    assert photo["file"].endswith(".jpg")


def test_only_the_draft_still_lacks_the_description_of_a_photo() -> None:
    lacking = {photo["file"] for photo in PHOTOS if not photo["alt"]}
    drafts = {photo["file"] for story in DESK if story["state"] == "draft" for photo in story["photo"]}
    assert lacking == drafts


def test_a_description_is_not_the_caption_again() -> None:
    for photo in PHOTOS:
        assert photo["alt"] not in photo["caption"] or not photo["alt"]
        assert len(photo["alt"]) <= 250
        assert not photo["alt"].casefold().startswith(("foto", "gambar"))


def test_the_five_photos_stand_in_the_story_and_one_leads() -> None:
    photos = NEWSROOM["photo"]
    assert len(photos) == 5
    assert [photo["lead"] for photo in photos] == [True, False, False, False, False]
    assert "after" not in photos[0]  # the lead stands over the text
    places = [photo["after"] for photo in photos[1:]]
    assert places == sorted(places)
    assert all(1 <= place <= len(PARAGRAPHS) for place in places)


def test_no_two_photos_are_the_same_file_or_scene() -> None:
    assert len({photo["file"] for photo in PHOTOS}) == len(PHOTOS)
    assert len({photo["scene"] for photo in PHOTOS}) == len(PHOTOS)


def test_who_acts_in_the_sample_is_someone_of_it() -> None:
    roles = {person["name"]: set(person["roles"]) for person in NEWSROOM["people"]}
    assert sorted(role for held in roles.values() for role in held) == [
        "editor",
        "photographer",
        "writer",
        "writer",
    ]
    assert NEWSROOM["person"] in roles
    for story in [NEWSROOM["story"], *DESK]:
        assert "writer" in roles[story["by"]]
    for story in DESK:
        assert "editor" in roles[story["editor"]]
        assert story["editor"] not in story["writers"]  # the four-eyes rule holds in the sample too


def test_the_desk_shows_every_state_that_a_story_passes() -> None:
    states = {story["state"] for story in [NEWSROOM["story"], *DESK]}
    assert states == {*HeadState, *Publication} - {HeadState.SPIKED, Publication.NONE}
    for story in DESK:
        assert ("note" in story) == (story["state"] == "returned")
        assert ("reason" in story) == (story["state"] == "withdrawn")
        assert {"address", "at"} <= set(story) or story["state"] not in {"live", "withdrawn"}


def test_headlines_are_in_capitals_and_sections_those_of_the_house_style() -> None:
    style = tomllib.loads(
        resource("house_styles", f"{NEWSROOM['house_style']}.toml").read_text(encoding="utf-8"),
    )
    for story in DESK:
        assert story["headline"] == story["headline"].upper()
        assert 2 <= len(story["paragraphs"]) <= 3
    assert {story["section"] for story in [NEWSROOM["story"], *DESK]} <= set(style["sections"])
