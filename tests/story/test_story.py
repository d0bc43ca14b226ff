import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.story.body import PhotoBlock, Span, TextBlock
from editor_app.story.photo import Attachment, Crop, FocalPoint
from editor_app.story.story import Credits, Story, normal_story, story_from_json, story_to_json
from editor_app.words import Trouble

from .bodies import TEXTS, WILD_BODIES

NAMES = st.lists(TEXTS, max_size=3).map(tuple)
PHOTOS = st.lists(
    st.builds(
        Attachment,
        key=st.sampled_from(["", "f0000001", "f0000002"]),
        sha256=st.just("0" * 64),
        caption=TEXTS,
        creator=TEXTS,
        crop=st.sampled_from([None, Crop(0, 10, 990, 1000)]),
        focal=st.sampled_from([None, FocalPoint(500, 250)]),
        lead=st.booleans(),
    ),
    max_size=3,
).map(tuple)
STORIES = st.builds(
    Story,
    headline=TEXTS,
    standfirst=TEXTS,
    dateline=TEXTS,
    event_date=st.one_of(st.none(), st.dates()),
    language=st.sampled_from(["id", "en", " ar", "ar-EG", ""]),
    keywords=NAMES,
    credits=st.builds(Credits, NAMES, NAMES, NAMES),
    body=WILD_BODIES,
    photos=PHOTOS,
)


@given(STORIES)
def test_a_normal_story_is_normal_for_good(story):
    once = normal_story(story)

    assert normal_story(once) == once


@given(STORIES)
def test_a_story_written_to_a_file_is_read_again_as_it_was(story):
    once = normal_story(story)

    assert story_from_json(json.loads(json.dumps(story_to_json(once)))) == once


def test_fields_are_clean(make_story):
    story = make_story(
        headline="  WARGA\nDESA ",
        standfirst="\nSatu.\nDua.\n",
        keywords=("desa", "", " desa", "danau"),
        credits=Credits(("Ratri\tM.", "Ratri M."), (" ",), ("Sekar",)),
    )

    assert story.headline == "WARGA DESA"
    assert story.standfirst == "Satu.\nDua."
    assert story.keywords == ("desa", "danau")
    assert story.credits == Credits(("Ratri M.",), (), ("Sekar",))


def test_one_photo_leads_and_keys_are_unique():
    photos = tuple(Attachment("f1", "0" * 64, lead=True) for _ in range(3))

    normal = normal_story(Story(photos=photos)).photos

    assert [photo.lead for photo in normal] == [True, False, False]
    assert normal[0].key == "f1"
    assert len({photo.key for photo in normal}) == 3


def test_a_photo_block_goes_with_its_photo(make_story):
    story = make_story(photos=())

    assert not any(isinstance(block, PhotoBlock) for block in story.body)
    assert len(story.body) == 2


def test_the_lead_is_found_by_its_flag_and_a_photo_by_its_key(make_story):
    story = make_story()

    assert story.lead == story.photo("f0000001")
    assert story.photo("f0000009") is None
    assert Story().lead is None


@pytest.mark.parametrize(
    ("language", "direction"), [("id", "ltr"), ("en-GB", "ltr"), ("ar", "rtl"), ("AR-eg", "rtl"), ("", "ltr")]
)
def test_the_language_says_how_the_story_reads(language, direction):
    assert Story(language=language).direction == direction


def test_a_paragraph_against_the_story_says_so():
    story = Story(language="ar", body=(TextBlock("b1", (Span("x"),), dir="ltr"),))

    assert normal_story(story).body[0].dir == "ltr"
    assert normal_story(replace(story, language="id")).body[0].dir is None


def test_the_written_form_is_the_one_that_revisions_hash(make_story):
    written = story_to_json(make_story(body=(), photos=()))

    assert written == {
        "headline": "WARGA DESA SUMBER ARUM BANGUN PERPUSTAKAAN APUNG",
        "kicker": "Pendidikan",
        "standfirst": "Rakit bambu di tepi danau menjadi ruang baca anak-anak desa.",
        "dateline": "Kota Tirta",
        "eventDate": "2026-09-10",
        "section": "Berita",
        "language": "id",
        "keywords": ["perpustakaan", "desa"],
        "credits": {
            "writers": ["Ratri Maheswari", "Danu Wiratama"],
            "photographers": ["Humas Kota Tirta"],
            "editors": ["Sekar Larasati"],
        },
        "body": [],
        "photos": [],
    }
    assert story_to_json(make_story(event_date=None))["eventDate"] is None
    assert story_from_json(written).event_date == date(2026, 9, 10)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda data: data.pop("headline"), "story-unreadable"),
        (lambda data: data.update(headline=None), "story-unreadable"),
        (lambda data: data.update(section=7), "story-unreadable"),
        (lambda data: data.update(eventDate="10 September"), "story-unreadable"),
        (lambda data: data.update(eventDate=20260910), "story-unreadable"),
        (lambda data: data.update(keywords="desa"), "story-unreadable"),
        (lambda data: data.update(keywords=[1]), "story-unreadable"),
        (lambda data: data.update(credits=[]), "story-unreadable"),
        (lambda data: data["credits"].pop("writers"), "story-unreadable"),
        (lambda data: data.update(photos=None), "story-unreadable"),
        (lambda data: data["photos"].append("f1"), "story-unreadable"),
        (lambda data: data["photos"][0].pop("caption"), "story-unreadable"),
        (lambda data: data["photos"][0].update(alt=None), "story-unreadable"),
        (lambda data: data["photos"][0].update(crop=[1, 2, 3]), "story-unreadable"),
        (lambda data: data["photos"][0].update(crop=[0, 0, 500.5, 1000]), "story-unreadable"),
        (lambda data: data["photos"][0].update(focal=[True, 0]), "story-unreadable"),
        (lambda data: data["photos"][0].update(focal=[0, 1001]), "story-unreadable"),
        (lambda data: data.update(body={}), "body-unreadable"),
    ],
)
def test_a_story_of_another_form_is_told_and_never_guessed(make_story, change, code):
    data = json.loads(json.dumps(story_to_json(make_story())))
    change(data)

    with pytest.raises(Trouble) as trouble:
        story_from_json(data)

    assert trouble.value.message.code == code


@pytest.mark.parametrize("data", [None, [], "naskah", 7])
def test_what_is_no_story_at_all_is_told_too(data):
    with pytest.raises(Trouble) as trouble:
        story_from_json(data)

    assert trouble.value.message.code == "story-unreadable"
