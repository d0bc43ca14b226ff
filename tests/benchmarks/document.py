"""`docx`: how long the export of a long story with large photos takes beyond shrinking the photos."""

import random
from dataclasses import replace
from pathlib import Path

from PIL import Image

from editor_app.newsroom.composing import new_story
from editor_app.newsroom.newsroom import Newsroom, create_newsroom
from editor_app.newsroom.photographing import Description, add_photos
from editor_app.newsroom.publishing import ExportFormat, export
from editor_app.newsroom.staff import add_person
from editor_app.photos.renditions import render
from editor_app.storage.media import original_path
from editor_app.story.body import Span, TextBlock
from editor_app.story.marks import new_key
from editor_app.story.people import Person, Role
from editor_app.story.story import Story
from tests.benchmarks.measuring import Goal, Measured, Sizes, measured, seconds
from tests.storage.bulk import WORDS

GOAL = Goal("p50", 1)  # s
PARAGRAPH = 50  # words


def docx(folder: Path, sizes: Sizes) -> list[Measured]:
    """Exports the story and, in turn, shrinks its photos alone; the difference is the export's own."""
    newsroom = create_newsroom(folder / "document")
    try:
        person = add_person(newsroom, name="Sekar Ayuningtyas", roles=[Role.WRITER])
        story_id, originals = _composed(newsroom, person, folder, sizes)
        beyond, shrinking = [], []
        for number in range(max(1, sizes.runs // 2) + 1):
            shrunk = seconds(lambda: _shrink(newsroom, originals))
            whole = seconds(
                lambda: export(
                    newsroom,
                    story_id=story_id,
                    person=person,
                    format=ExportFormat.DOCX,
                    out=folder / "out",
                    proof=True,
                )
            )
            if number:  # the first loads python-docx and fills the system's memory
                beyond.append(max(0.0, whole - shrunk))
                shrinking.append(shrunk)
    finally:
        newsroom.close()
    about = f"{sizes.docx_words} words, {sizes.docx_photos} photos, beyond shrinking these (the baseline)"
    return [measured("docx", "s", GOAL, about, times=beyond, baseline=shrinking)]


def _composed(newsroom: Newsroom, person: Person, folder: Path, sizes: Sizes) -> tuple[str, list[str]]:
    """The story and the hashes of its photos' originals."""
    chance = random.Random(3)  # noqa: S311 - words, not a secret
    paragraphs = [
        " ".join(chance.choices(WORDS, k=PARAGRAPH)).capitalize() + "."
        for _ in range(max(1, sizes.docx_words // PARAGRAPH))
    ]
    body = tuple(TextBlock(new_key(), (Span(text),)) for text in paragraphs)
    story = replace(Story(), headline="PASAR TERAPUNG DIBUKA LAGI", dateline="Tirta", body=body)
    story_id = new_story(newsroom, person=person, story=story).story_id
    paths = []
    for number in range(sizes.docx_photos):
        path = folder / f"foto-{number}.jpg"
        _draw(path, sizes.photo_size)
        paths.append(path)
    described = Description(caption="RAMAI: Pembeli di dermaga.", credit="Bayu & Humas", after=1)
    changes = add_photos(newsroom, story_id=story_id, paths=paths, described=described, person=person)
    return story_id, [photo.sha256 for photo in changes.revision.story.photos]


def _draw(path: Path, size: tuple[int, int]) -> None:
    """A picture with as much in it as a photo: soft shapes and the grain of a sensor; never twice the same."""
    small = Image.effect_noise((size[0] // 40 or 1, size[1] // 40 or 1), 90)
    shapes = small.resize(size, Image.Resampling.BICUBIC)
    grain = Image.effect_noise(size, 12)
    Image.merge("RGB", (shapes, Image.blend(shapes, grain, 0.3), grain)).save(path, "JPEG", quality=92)


def _shrink(newsroom: Newsroom, originals: list[str]) -> None:
    style = newsroom.style
    for sha256 in originals:
        path = original_path(newsroom.store.folder, sha256)
        render(path, side=style.image_side, quality=style.image_quality, file=sha256)
