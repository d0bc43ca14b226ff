"""A press office at work: who is there, a story ready to be submitted, and what is asked of both."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageDraw

from editor_app.newsroom.changes import Changes
from editor_app.newsroom.composing import new_story, save_story
from editor_app.newsroom.desk import StoryView, view_story
from editor_app.newsroom.newsroom import Newsroom, open_newsroom
from editor_app.newsroom.originals import take_in
from editor_app.newsroom.publishing import ExportFormat, export, mark_live
from editor_app.newsroom.reviewing import approve, spike, submit
from editor_app.newsroom.staff import person_named
from editor_app.story.people import Person, Role
from editor_app.story.story import Story
from editor_app.words import Refused, Sayable, Trouble

RATRI, BAYU, SEKAR, LARAS = "Ratri Maheswari", "Bayu Nirwana", "Sekar Larasati", "Laras Kinanti"
STAFF = {
    RATRI: (Role.WRITER,),
    "Danu Wiratama": (Role.WRITER,),
    BAYU: (Role.PHOTOGRAPHER,),
    SEKAR: (Role.EDITOR,),
    LARAS: (Role.EDITOR, Role.WRITER),
}
ADDRESS = "https://tirta.example/berita/perpustakaan-apung"


def picture(path: Path, colour: str = "steelblue", size: tuple[int, int] = (800, 600)) -> Path:
    """Draws a small picture into a file."""
    image = Image.new("RGB", size, colour)
    ImageDraw.Draw(image).ellipse((size[0] // 4, size[1] // 4, size[0] // 2, size[1] // 2), fill="white")
    image.save(path)
    return path


@dataclass
class Office:
    """An open newsroom, and one story in it that its writer may submit."""

    newsroom: Newsroom
    story_id: str

    def person(self, name: str) -> Person:
        return person_named(self.newsroom, name)

    def view(self, person: str | None = None) -> StoryView:
        return view_story(self.newsroom, self.story_id, person=None if person is None else self.person(person))

    @property
    def story(self) -> Story:
        return self.view().head.story

    @property
    def state(self) -> tuple[str, str]:
        """Head and publication, as the events say and as the desk's row keeps it: both must agree."""
        view = self.view()
        standing = (view.standing.head.value, view.standing.publication.value)
        assert (view.row.state, view.row.publication, view.row.shown) == (*standing, view.standing.shown)
        assert (view.row.revision, view.row.code) == (view.head.id, view.head.code)
        return standing

    @property
    def happened(self) -> list[str]:
        return [event.kind.value for event in self.view().events]

    def save(
        self,
        name: str,
        *,
        confirmed: bool = False,
        base: str | None = None,
        ends_draft: bool = False,
        **changes: Any,
    ) -> Changes:
        """Saves the story with the fields named changed."""
        return save_story(
            self.newsroom,
            story_id=self.story_id,
            story=replace(self.story, **changes),
            person=self.person(name),
            confirmed=confirmed,
            base=base,
            ends_draft=ends_draft,
        )

    def does(self, verb: Callable[..., Changes], name: str, **options: Any) -> Changes:
        return verb(self.newsroom, story_id=self.story_id, person=self.person(name), **options)

    def submitted(self) -> "Office":
        self.does(submit, RATRI)
        return self

    def approved(self) -> "Office":
        self.submitted().does(approve, SEKAR)
        return self

    def exported(self, out: Path) -> "Office":
        self.approved().export(out)
        return self

    def live(self, out: Path) -> "Office":
        self.exported(out).does(mark_live, SEKAR, address=ADDRESS)
        return self

    def spiked(self) -> "Office":
        self.does(spike, SEKAR)
        return self

    def export(
        self, out: Path, kind: ExportFormat = ExportFormat.DOCX, name: str = SEKAR, **options: Any
    ) -> Path:
        return export(
            self.newsroom,
            story_id=self.story_id,
            person=self.person(name),
            format=kind,
            out=out,
            **options,
        ).path

    def reopened(self) -> "Office":
        """The same office after its window was closed and opened again."""
        folder = self.newsroom.folder
        self.newsroom.close()
        return Office(open_newsroom(folder), self.story_id)


def fill(newsroom: Newsroom, story: Story, folder: Path) -> str:
    """Puts the story that `make_story` builds into the newsroom, with drawn pictures as its photos."""
    pictures = (picture(folder / "rakit.png", "teal"), picture(folder / "baca.png", "olive"))
    photos = tuple(
        replace(photo, sha256=take_in(newsroom, path).sha256, file=path.name)
        for photo, path in zip(story.photos, pictures, strict=True)
    )
    return new_story(newsroom, person=person_named(newsroom, RATRI), story=replace(story, photos=photos)).story_id


@contextmanager
def refused(code: str, /, **params: object) -> Iterator[None]:
    """The block is refused for this reason; `params` are some of those that the sentence names."""
    with _said(Refused, code, params):
        yield


@contextmanager
def in_trouble(code: str, /, **params: object) -> Iterator[None]:
    """The block ends in this trouble."""
    with _said(Trouble, code, params):
        yield


@contextmanager
def _said(kind: type[Sayable], code: str, params: dict[str, object]) -> Iterator[None]:
    with pytest.raises(kind) as caught:
        yield
    message = caught.value.message
    assert message.code == code
    assert {name: message.params.get(name) for name in params} == params


def whole(folder: Path) -> dict[str, str]:
    """Every file in a folder, by its hash."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
