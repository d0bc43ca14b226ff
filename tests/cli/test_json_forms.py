"""The JSON of the command: names that others rely on."""

from collections.abc import Callable
from datetime import UTC, datetime

from editor_app.cli.json_forms import finding_json, person_json, photo_json, row_json, story_json
from editor_app.newsroom.desk import StoryView
from editor_app.storage.media import Original
from editor_app.storage.story_row import StoryRow
from editor_app.story.checks import check
from editor_app.story.house_style import HouseStyle
from editor_app.story.people import Person, Role
from editor_app.story.revision import freeze
from editor_app.story.story import Story
from editor_app.story.workflow import HeadState, Publication, Standing
from editor_app.words import Words

NOON = datetime(2026, 9, 12, 5, 0, tzinfo=UTC)
ROW = StoryRow(
    id="s1",
    headline="WARGA BANGUN PERPUSTAKAAN APUNG",
    section="Berita",
    language="id",
    state="approved",
    publication="live",
    shown="live",
    people="Ratri Maheswari",
    person="Sekar Larasati",
    code="R1-AAAA",
    revision="r1",
    heads=("r1",),
    lead=None,
    photo_count=0,
    created=NOON,
    updated=NOON,
)


def test_a_line_of_the_list() -> None:
    assert row_json(ROW) == {
        "id": "s1",
        "state": "approved",
        "publication": "live",
        "headline": "WARGA BANGUN PERPUSTAKAAN APUNG",
        "section": "Berita",
        "updated": "2026-09-12T05:00:00.000Z",
    }


def test_a_story_whole(make_story: Callable[..., Story]) -> None:
    story = make_story()
    head = freeze(story, story_id="s1", parents=(), author="p1", at=NOON)
    known = Original("1" * 64, "rakit.jpg", "image/jpeg", 9, 4000, 3000)
    view = StoryView(
        row=ROW,
        head=head,
        standing=Standing(head=HeadState.APPROVED, publication=Publication.LIVE),
        events=(),
        revisions=(),
        people={},
        originals={known.sha256: known},
    )
    told = story_json(view)

    assert isinstance(told, dict)
    assert {name: told[name] for name in told if name not in {"body", "photos"}} == {
        "id": "s1",
        "state": "approved",
        "publication": "live",
        "revision": head.id,
        "code": head.code,
        "headline": story.headline,
        "kicker": "Pendidikan",
        "standfirst": story.standfirst,
        "dateline": "Kota Tirta",
        "event_date": "2026-09-10",
        "section": "Berita",
        "language": "id",
        "keywords": ["perpustakaan", "desa"],
        "writers": ["Ratri Maheswari", "Danu Wiratama"],
        "photographers": ["Humas Kota Tirta"],
        "editors": ["Sekar Larasati"],
    }
    assert isinstance(told["body"], list)
    assert [block["_type"] for block in told["body"] if isinstance(block, dict)] == ["block", "photo", "block"]
    assert told["photos"] == [photo_json(photo, {known.sha256: known}) for photo in story.photos]
    dateless = freeze(make_story(event_date=None), story_id="s1", parents=(), author="p1", at=NOON)
    again = story_json(StoryView(ROW, dateless, Standing(), (), (), {}, {}))
    assert isinstance(again, dict)
    assert again["event_date"] is None


def test_a_photo_with_the_pixels_of_its_original(make_story: Callable[..., Story]) -> None:
    lead, second = make_story().photos
    known = Original("1" * 64, "IMG_1.jpg", "image/jpeg", 9, 4000, 3000)
    assert photo_json(lead, {known.sha256: known}) == {
        "key": "f0000001",
        "sha256": "1" * 64,
        "file": "rakit.jpg",
        "caption": "GOTONG ROYONG: Warga merakit bambu di tepi danau.",
        "credit": "Bayu Nirwana & Humas Kota Tirta",
        "creator": "Bayu Nirwana",
        "agency": "Humas Kota Tirta",
        "alt": "Sekelompok orang mengikat bambu",
        "lead": True,
        "width": 4000,
        "height": 3000,
    }
    unknown = photo_json(second, {known.sha256: known})
    assert isinstance(unknown, dict)
    assert (unknown["width"], unknown["height"]) == (0, 0)


def test_a_finding_says_where_it_is(make_story: Callable[..., Story], style: HouseStyle) -> None:
    story = make_story(headline="", photos=make_story(photos=()).photos)
    found = [finding_json(finding, Words("en")) for finding in check(story, style)]
    assert found[0] == {
        "code": "headline-missing",
        "severity": "error",
        "message": Words("en").text("check.headline-missing"),
        "where": {"field": "headline", "start": 0, "end": 0},
    }


def test_a_person_with_roles_in_order() -> None:
    laras = Person("p1", "Laras Kinanti", frozenset({Role.WRITER, Role.EDITOR}))
    assert person_json(laras, here=True) == {
        "id": "p1",
        "name": "Laras Kinanti",
        "roles": ["editor", "writer"],
        "here": True,
    }
