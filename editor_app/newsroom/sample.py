"""The sample newsroom: a press office with a desk full of stories, and the whole job done once as a demo."""

import json
import shutil
import tomllib
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Self

from editor_app.newsroom.composing import new_story, new_story_from_file, save_story
from editor_app.newsroom.desk import view_story
from editor_app.newsroom.newsroom import Newsroom, create_newsroom, open_newsroom
from editor_app.newsroom.photographing import Description, add_photos, attached, take_in_bytes
from editor_app.newsroom.publishing import ExportFormat, export, mark_live, withdraw
from editor_app.newsroom.reviewing import approve, return_story, submit
from editor_app.newsroom.staff import add_person, everyone, sit_down
from editor_app.resources import resource
from editor_app.storage import settings
from editor_app.story.body import Span, TextBlock
from editor_app.story.marks import new_key
from editor_app.story.people import Person, Role
from editor_app.story.photo import Attachment
from editor_app.story.story import Credits, Story
from editor_app.words import Refused

MARK = "sample"  # the setting that says that a newsroom is this one, and may be played with
PAINTERS = 2
# How long ago the stories of the desk were last touched, the oldest first; the main story is the newest.
AGES = (
    timedelta(days=15),
    timedelta(days=8),
    timedelta(days=7),
    timedelta(days=3),
    timedelta(days=1, hours=2),
    timedelta(hours=5),
    timedelta(hours=3),
    timedelta(hours=1),
)
NEWEST = timedelta(minutes=12)
SUBMITTED_BEFORE = timedelta(minutes=30)

Told = Mapping[str, Any]
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Demo:
    """Where the demo left its newsroom and its exports."""

    newsroom: Path
    exports: tuple[Path, ...]


def sample_newsroom(folder: Path, progress: Progress | None = None) -> Newsroom:
    """Opens the sample newsroom in `folder`; where there is none it is made, whole or not at all.

    `progress` hears how many of how many pictures are drawn.

    Raises:
        Refused: `sample-folder-taken`, where another newsroom is there, or another window holds it.
        Trouble: the folder cannot be written.
    """
    try:
        return _opened(folder)
    except Refused as error:
        if error.message.code != "newsroom-missing":
            raise
    making = folder.with_name(f".{folder.name}-making")
    shutil.rmtree(making, ignore_errors=True)
    newsroom = create_newsroom(
        making, style=_told("newsroom.toml")["house_style"], name=_told("newsroom.toml")["name"]
    )
    try:
        _furnish(newsroom, progress)
    finally:
        newsroom.close()
    folder.parent.mkdir(parents=True, exist_ok=True)
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
    making.rename(folder)
    return _opened(folder)


def run_demo(out: Path) -> Demo:
    """Does the whole job on the sample story in `out`: compose, attach, check, submit, approve, export.

    Raises:
        Refused: `sample-folder-taken`, where `out` holds another newsroom.
        Trouble: `out` cannot be written.
    """
    told = _told("newsroom.toml")
    folder = out / "newsroom"
    try:
        newsroom = _opened(folder)
    except Refused as error:
        if error.message.code != "newsroom-missing":
            raise
        newsroom = create_newsroom(folder, style=told["house_style"], name=told["name"])
        _staff(newsroom, told)
    try:
        story_id = _compose(newsroom, told, _pictures(told["photo"]))
        people = {person.name: person for person in everyone(newsroom)}
        submit(newsroom, story_id=story_id, person=people[told["story"]["by"]])
        editor = people[told["person"]]
        approve(newsroom, story_id=story_id, person=editor)
        exports = tuple(
            export(newsroom, story_id=story_id, person=editor, format=kind, out=out / "exports").path
            for kind in ExportFormat
        )
    finally:
        newsroom.close()
    return Demo(newsroom=folder, exports=exports)


def _opened(folder: Path) -> Newsroom:
    newsroom = open_newsroom(folder)
    with newsroom.reading() as tx:
        is_sample = settings.get(tx, MARK) is not None
    if not is_sample:
        newsroom.close()
        raise Refused("sample-folder-taken", folder=str(folder))
    return newsroom


def _told(name: str) -> dict[str, Any]:
    return tomllib.loads(resource("sample", name).read_text(encoding="utf-8"))


def _staff(newsroom: Newsroom, told: Told) -> None:
    with newsroom.writing() as tx:
        settings.put(tx, MARK, "yes")
    for person in told["people"]:
        add_person(newsroom, name=person["name"], roles=[Role(role) for role in person["roles"]])
    here = next(person for person in everyone(newsroom) if person.name == told["person"])
    sit_down(newsroom, person=here)


def _furnish(newsroom: Newsroom, progress: Progress | None) -> None:
    """Fills the desk, oldest story first, each as if it had been worked on at its time."""
    told, desk = _told("newsroom.toml"), _told("desk.toml")["story"]
    pictures = _pictures(
        [*told["photo"], *(photo for story in desk for photo in story.get("photo", ()))], progress
    )
    _staff(newsroom, told)
    now = newsroom.clock()
    for story, age in zip(desk, AGES[-len(desk) :], strict=True):
        _play(newsroom, story, pictures, now - age)
    written = _stopped(newsroom, now - NEWEST - SUBMITTED_BEFORE)
    story_id = _compose(written, told, pictures)
    author = _person(newsroom, told["story"]["by"])
    submit(_stopped(newsroom, now - NEWEST), story_id=story_id, person=author)


def _play(newsroom: Newsroom, told: Told, pictures: Mapping[str, bytes], moment: datetime) -> None:
    """Brings one story of the desk to its state."""
    author, editor = _person(newsroom, told["by"]), _person(newsroom, told.get("editor", told["by"]))
    early = _stopped(newsroom, moment - SUBMITTED_BEFORE)
    late = _stopped(newsroom, moment)
    photos = tuple(_attachment(newsroom, photo, pictures) for photo in told.get("photo", ()))
    story = Story(
        headline=told["headline"],
        kicker=told.get("kicker", ""),
        standfirst=told.get("standfirst", ""),
        dateline=told.get("dateline", ""),
        event_date=_day(told.get("event_date")),
        section=told.get("section", ""),
        language=newsroom.style.language,
        keywords=tuple(told.get("keywords", ())),
        credits=Credits(
            tuple(told.get("writers", ())), tuple(told.get("photographers", ())), tuple(told.get("editors", ()))
        ),
        body=tuple(TextBlock(new_key(), (Span(text),)) for text in told["paragraphs"]),
        photos=photos,
    )
    state = told["state"]
    story_id = new_story(late if state == "draft" else early, person=author, story=story).story_id
    if state == "draft":
        return
    submit(late if state == "in-review" else early, story_id=story_id, person=author)
    if state == "returned":
        return_story(late, story_id=story_id, person=editor, note=told["note"])
    if state in {"in-review", "returned"}:
        return
    approve(late, story_id=story_id, person=editor)
    if state == "approved":
        return
    folder = newsroom.store.folder.exports
    export(late, story_id=story_id, person=editor, format=ExportFormat.BUNDLE, out=folder)
    if state in {"live", "withdrawn"}:
        mark_live(late, story_id=story_id, person=editor, address=told["address"], at=moment)
    if state == "withdrawn":
        withdraw(late, story_id=story_id, person=editor, reason=told["reason"])


def _compose(newsroom: Newsroom, told: Told, pictures: Mapping[str, bytes]) -> str:
    """The main story, made as its writer and its photographer make it: text from a file, then the photos."""
    about = told["story"]
    author = _person(newsroom, about["by"])
    started = new_story_from_file(newsroom, path=resource("sample", about["file"]), person=author)
    story = replace(
        started.revision.story,
        kicker=about["kicker"],
        standfirst=about["standfirst"],
        section=about["section"],
        language=about["language"],
        event_date=_day(about["event_date"]),
        keywords=tuple(about["keywords"]),
    )
    save_story(newsroom, story_id=started.story_id, story=story, person=author)
    photographer = next(person for person in everyone(newsroom) if person.is_a(Role.PHOTOGRAPHER))
    with _Darkroom(newsroom.folder, pictures) as darkroom:
        for photo in told["photo"]:
            add_photos(
                newsroom,
                story_id=started.story_id,
                paths=[darkroom.file(photo)],
                described=Description(
                    caption=photo["caption"],
                    credit=_credit(photo),
                    alt=photo["alt"],
                    lead=photo["lead"],
                    after=photo.get("after"),
                ),
                person=photographer,
            )
    return view_story(newsroom, started.story_id).row.id


class _Darkroom:
    """A folder in which the drawn pictures lie as files, as they would on a photographer's card."""

    def __init__(self, folder: Path, pictures: Mapping[str, bytes]) -> None:
        self._folder = folder / "card"
        self._pictures = pictures

    def __enter__(self) -> Self:
        self._folder.mkdir(exist_ok=True)
        return self

    def __exit__(self, *_: object) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)

    def file(self, photo: Told) -> Path:
        """One picture as a file."""
        path: Path = self._folder / photo["file"]
        path.write_bytes(self._pictures[photo["scene"]])
        return path


def _pictures(photos: Iterable[Told], progress: Progress | None = None) -> dict[str, bytes]:
    """The scenes that `photos` name, drawn at twelve megapixels."""
    from editor_app.photos.scenes import draw_scene  # noqa: PLC0415 - heavy, and needed for the sample alone

    names = list(dict.fromkeys(photo["scene"] for photo in photos))
    drawn: dict[str, bytes] = {}
    with ThreadPoolExecutor(max_workers=PAINTERS) as painters:
        for name, data in zip(names, painters.map(lambda scene: draw_scene(_scene(scene)), names), strict=True):
            drawn[name] = data
            if progress is not None:
                progress(len(drawn), len(names))
    return drawn


def _scene(name: str) -> dict[str, object]:
    scene: dict[str, object] = json.loads(
        resource("sample", "scenes", f"{name}.json").read_text(encoding="utf-8")
    )
    return scene


def _attachment(newsroom: Newsroom, photo: Told, pictures: Mapping[str, bytes]) -> Attachment:
    original = take_in_bytes(newsroom, pictures[photo["scene"]], file=photo["file"])
    made = attached(
        original,
        file=photo["file"],
        described=Description(caption=photo["caption"], credit=_credit(photo), alt=photo["alt"]),
    )
    return replace(made, lead=photo["lead"])


def _credit(photo: Told) -> str:
    return " & ".join(filter(None, (photo["creator"], photo.get("agency"))))


def _person(newsroom: Newsroom, name: str) -> Person:
    return next(person for person in everyone(newsroom) if person.name == name)


def _stopped(newsroom: Newsroom, moment: datetime) -> Newsroom:
    return replace(newsroom, clock=lambda: moment)


def _day(value: object) -> date | None:
    return value if isinstance(value, date) else None
