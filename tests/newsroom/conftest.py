"""An office with people, and with a story that is ready to be submitted: made once, copied for each test."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from editor_app.newsroom.newsroom import Newsroom, create_newsroom, open_newsroom
from editor_app.newsroom.staff import add_person
from editor_app.story.story import Story
from tests.newsroom.press_office import STAFF, Office, fill


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory, make_story: Callable[..., Story]) -> tuple[Path, str]:
    """The folder of an office with its people and one story, and the story's id."""
    work = tmp_path_factory.mktemp("office")
    newsroom = create_newsroom(work / "newsroom", name="Humas Kota Tirta")
    for name, roles in STAFF.items():
        add_person(newsroom, name=name, roles=roles)
    story_id = fill(newsroom, make_story(), work)
    newsroom.close()
    return newsroom.folder, story_id


@pytest.fixture
def office(furnished: tuple[Path, str], tmp_path: Path) -> Iterator[Office]:
    """An office of one's own, open, with a story that is ready to be submitted."""
    folder, story_id = furnished
    opened = Office(open_newsroom(Path(shutil.copytree(folder, tmp_path / "newsroom"))), story_id)
    yield opened
    opened.newsroom.close()


@pytest.fixture
def newsroom(office: Office) -> Newsroom:
    """The office's newsroom."""
    return office.newsroom
