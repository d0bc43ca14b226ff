"""The first look: the desk as it stands, ready to be shown before the newsroom itself is open."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from editor_app.newsroom.picture_sides import LIST_SIDE
from editor_app.storage.folder import NewsroomFolder
from editor_app.storage.glance import glance
from editor_app.storage.story_row import Page
from editor_app.story.house_style import house_style
from editor_app.story.people import Person
from editor_app.words import LANGUAGES, Language, Sayable

SPIKED = "spiked"
_PICTURES = 16  # as many stories as a tall window shows


@dataclass(frozen=True, slots=True)
class FirstLook:
    """What a window shows first; `person` sits here, `pictures` are thumbnails (JPEG) by SHA-256."""

    name: str
    language: Language
    zone: ZoneInfo
    page: Page
    counts: Mapping[str, int]
    people: tuple[Person, ...]
    person: Person | None
    pictures: Mapping[str, bytes]


def first_look(folder: Path, *, size: int) -> FirstLook | None:
    """The desk of the newsroom in `folder`, `size` stories of it; None where it is not to be had at once.

    It takes no lock, changes nothing and says nothing: what is wrong with a folder, opening it tells.
    """
    seen = glance(folder, without=SPIKED, size=size, pictures=_PICTURES, side=LIST_SIDE)
    if seen is None:
        return None
    version = seen.settings.get("house_style", "")
    try:
        source = NewsroomFolder(folder).house_style.joinpath(f"{version}.toml").read_text("utf-8")
        style = house_style(source)
    except (OSError, UnicodeDecodeError, Sayable):
        return None
    language = seen.settings.get("language")
    sits = seen.settings.get("person")
    return FirstLook(
        name=seen.settings.get("name", ""),
        language=next((known for known in LANGUAGES if known == language), style.language),
        zone=style.zone,
        page=seen.page,
        counts=seen.counts,
        people=seen.people,
        person=next((person for person in seen.people if person.id == sits), None),
        pictures=seen.thumbnails,
    )
