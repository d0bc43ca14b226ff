"""The sample newsroom: a press office with a desk full of stories, and the whole job done once as a demo."""

import json
import shutil
import tempfile
import tomllib
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from editor_app.newsroom.composing import new_story, new_story_from_file, save_story
from editor_app.newsroom.newsroom import Newsroom, create_newsroom, open_newsroom
from editor_app.newsroom.originals import attached, take_in_bytes
from editor_app.newsroom.photographing import Description, add_photos
from editor_app.newsroom.publishing import ExportFormat, export, mark_live, withdraw
from editor_app.newsroom.reviewing import approve, return_story, submit
from editor_app.newsroom.staff import add_person, everyone, person_named, sit_down
from editor_app.resources import resource
from editor_app.storage import settings
from editor_app.storage.errors import file_troubles
from editor_app.storage.folder import NewsroomFolder
from editor_app.storage.locking import holder_of
from editor_app.story.body import Span, TextBlock
from editor_app.story.marks import new_key
from editor_app.story.people import Role
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
        Refused: `sample-folder-taken`, where something else is there; `sample-being-made`, where another program
            is at it; `folder-held`, where one has it open.
        Trouble: the folder cannot be written.
    """
    return _opened_or_made(folder, lambda newsroom: _furnish(newsroom, progress))


def run_demo(out: Path) -> Demo:
    """Does the whole job on the sample story in `out`: compose, attach, check, submit, approve, export.

    Raises:
        Refused: as `sample_newsroom`, for the newsroom in `out`.
        Trouble: `out` cannot be written.
    """
    told = _told("newsroom.toml")
    folder = out / "newsroom"
    newsroom = _opened_or_made(folder, lambda made: _staff(made, told))
    try:
        story_id = _compose(newsroom, told, _pictures(told["photo"]))
        submit(newsroom, story_id=story_id, person=person_named(newsroom, told["story"]["by"]))
        editor = person_named(newsroom, told["person"])
        approve(newsroom, story_id=story_id, person=editor)
        exports = tuple(
            export(newsroom, story_id=story_id, person=editor, format=kind, out=out / "exports").path
            for kind in ExportFormat
        )
    finally:
        newsroom.close()
    return Demo(newsroom=folder, exports=exports)


def _opened_or_made(folder: Path, furnish: Callable[[Newsroom], None]) -> Newsroom:
    """The sample newsroom in `folder`; made beside it, and named so once it is furnished."""
    folder = folder.absolute()
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        return _opened(folder)
    told = _told("newsroom.toml")
    making = folder.with_name(f".{folder.name}-making")
    if holder_of(NewsroomFolder(making)) is not None:
        raise Refused("sample-being-made", folder=str(folder))
    shutil.rmtree(making, ignore_errors=True)  # what a killed program left
    try:
        newsroom = create_newsroom(making, style=told["house_style"], name=told["name"])
        try:
            furnish(newsroom)
        finally:
            newsroom.close()
        with file_troubles(folder):
            if folder.exists():
                folder.rmdir()
            making.rename(folder)
    except BaseException:
        shutil.rmtree(making, ignore_errors=True)
        raise
    return _opened(folder)


def _opened(folder: Path) -> Newsroom:
    """The sample newsroom that is in `folder`, unless what is there is none."""
    if not NewsroomFolder(folder).database.is_file():
        raise Refused("sample-folder-taken", folder=str(folder))
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
    sit_down(newsroom, person=person_named(newsroom, told["person"]))


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
    author = person_named(newsroom, told["story"]["by"])
    submit(_stopped(newsroom, now - NEWEST), story_id=story_id, person=author)


def _play(newsroom: Newsroom, told: Told, pictures: Mapping[str, bytes], moment: datetime) -> None:
    """Brings one story of the desk to its state."""
    author = person_named(newsroom, told["by"])
    editor = person_named(newsroom, told.get("editor", told["by"]))
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
    author = person_named(newsroom, about["by"])
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
    with tempfile.TemporaryDirectory() as card:  # the pictures lie there as files, as on a photographer's card
        for photo in told["photo"]:
            path = Path(card, photo["file"])
            path.write_bytes(pictures[photo["scene"]])
            add_photos(
                newsroom,
                story_id=started.story_id,
                paths=[path],
                described=Description(
                    caption=photo["caption"],
                    credit=_credit(photo),
                    alt=photo["alt"],
                    lead=photo["lead"],
                    after=photo.get("after"),
                ),
                person=photographer,
            )
    return started.story_id


def _pictures(photos: Iterable[Told], progress: Progress | None = None) -> dict[str, bytes]:
    """The scenes that `photos` name, drawn at twelve megapixels."""
    from editor_app.photos.scenes import draw_scene  # noqa: PLC0415 - heavy, and needed for the sample alone

    names = list(dict.fromkeys(photo["scene"] for photo in photos))
    drawn: dict[str, bytes] = {}
    with ThreadPoolExecutor(max_workers=PAINTERS) as painters:
        try:
            for name, data in zip(names, painters.map(lambda n: draw_scene(_scene(n)), names), strict=True):
                drawn[name] = data
                if progress is not None:
                    progress(len(drawn), len(names))
        except BaseException:
            painters.shutdown(cancel_futures=True)  # who broke off does not wait for the others
            raise
    return drawn


def _scene(name: str) -> dict[str, object]:
    scene: dict[str, object] = json.loads(
        resource("sample", "scenes", f"{name}.json").read_text(encoding="utf-8")
    )
    return scene


def _attachment(newsroom: Newsroom, photo: Told, pictures: Mapping[str, bytes]) -> Attachment:
    file = photo["file"]
    original = take_in_bytes(newsroom, pictures[photo["scene"]], file=file)
    made = attached(original, file=file, caption=photo["caption"], credit=_credit(photo), alt=photo["alt"])
    return replace(made, lead=photo["lead"])


def _credit(photo: Told) -> str:
    return " & ".join(filter(None, (photo["creator"], photo.get("agency"))))


def _stopped(newsroom: Newsroom, moment: datetime) -> Newsroom:
    return replace(newsroom, clock=lambda: moment)


def _day(value: object) -> date | None:
    return value if isinstance(value, date) else None
