"""The first look shows what the open newsroom will show."""

from pathlib import Path

from editor_app.newsroom.desk import desk_counts, desk_page
from editor_app.newsroom.first_look import first_look
from editor_app.newsroom.newsroom import with_language
from editor_app.newsroom.originals import thumbnail_of
from editor_app.newsroom.staff import everyone, sit_down
from tests.newsroom.press_office import SEKAR, Office


def test_it_shows_the_newsroom_as_it_will_be_open(office: Office) -> None:
    newsroom = with_language(office.newsroom, "en")
    sit_down(newsroom, person=office.person(SEKAR))
    lead = office.view().row.lead
    assert lead is not None
    thumbnail = thumbnail_of(newsroom, lead)
    look = first_look(newsroom.folder, size=50)
    assert look is not None
    assert (look.name, look.language, look.zone) == (newsroom.name, "en", newsroom.style.zone)
    assert look.page == desk_page(newsroom)
    assert look.counts == desk_counts(newsroom)
    assert look.people == everyone(newsroom)
    assert look.person == office.person(SEKAR)
    assert look.pictures == {lead: thumbnail}


def test_without_its_house_style_there_is_none(office: Office) -> None:
    folder = office.newsroom.folder
    assert first_look(folder, size=50) is not None
    (style,) = folder.joinpath("house-style").glob("*.toml")
    for spoilt in (b"language = ", b"\xff\xfe", b'name = "x"'):
        style.chmod(0o644)
        style.write_bytes(spoilt)
        assert first_look(folder, size=50) is None
    style.unlink()
    assert first_look(folder, size=50) is None


def test_where_there_is_no_newsroom_there_is_none(tmp_path: Path) -> None:
    assert first_look(tmp_path, size=50) is None
    assert list(tmp_path.iterdir()) == []


def test_nobody_sits_there_where_nobody_was_named(office: Office) -> None:
    look = first_look(office.newsroom.folder, size=50)
    assert look is not None
    assert look.person is None
