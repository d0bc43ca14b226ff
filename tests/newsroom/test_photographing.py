"""Photos attached: in order, described, placed, all or none; their originals kept and shown in small."""

import io
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from editor_app.newsroom.desk import view_story
from editor_app.newsroom.newsroom import open_newsroom
from editor_app.newsroom.originals import attached, take_in, take_in_bytes, thumbnail_of
from editor_app.newsroom.photographing import Description, add_photos
from editor_app.story.body import PhotoBlock, Span, TextBlock, placed_photos
from tests.newsroom.press_office import BAYU, RATRI, Office, in_trouble, picture, refused

SAID = Description(caption="FOKUS: Anak membaca.", credit="Foto: Bayu Nirwana & Humas", alt="Anak di rak")


def add(office: Office, *paths: Path, name: str = BAYU, described: Description = SAID, confirmed: bool = False):
    return add_photos(
        office.newsroom,
        story_id=office.story_id,
        paths=paths,
        described=described,
        person=office.person(name),
        confirmed=confirmed,
    )


def originals(office: Office) -> set[str]:
    return {path.name for path in (office.newsroom.folder / "media").rglob("*") if path.is_file()}


def test_photos_come_in_the_order_given_described_alike_as_one_revision(office: Office, tmp_path: Path) -> None:
    first, second = picture(tmp_path / "satu.jpg"), picture(tmp_path / "dua.png", size=(300, 500))
    before = office.story
    changes = add(office, first, second)

    *known, one, two = changes.revision.story.photos
    assert tuple(known) == before.photos
    assert [one.file, two.file] == ["satu.jpg", "dua.png"]
    for photo in (one, two):
        assert (photo.caption, photo.creator, photo.agency) == (SAID.caption, "Bayu Nirwana", "Humas")
        assert (photo.alt, photo.lead) == (SAID.alt, False)
    assert changes.revision.number == 2
    assert changes.revision.story.body == before.body
    sizes = {o.file: (o.width, o.height, o.media_type) for o in office.view().originals.values()}
    assert sizes["satu.jpg"] == (800, 600, "image/jpeg")
    assert sizes["dua.png"] == (300, 500, "image/png")
    assert changes.row.photo_count == 4


def test_the_first_of_new_photos_takes_the_lead_from_the_old_one(office: Office, tmp_path: Path) -> None:
    paths = picture(tmp_path / "satu.jpg"), picture(tmp_path / "dua.jpg", "red")
    changes = add(office, *paths, described=replace(SAID, lead=True))

    assert [photo.lead for photo in changes.revision.story.photos] == [False, False, True, False]
    assert changes.row.lead == changes.revision.story.photos[2].sha256


def test_no_photo_takes_no_lead_and_makes_no_revision(office: Office) -> None:
    before = office.view()
    assert add(office, described=replace(SAID, lead=True)).events == ()
    assert office.view() == before


@pytest.mark.parametrize(("after", "place"), [(0, 0), (1, 3), (2, 4)])
def test_a_photo_stands_behind_the_paragraph_that_was_counted_and_the_photos_there(
    office: Office, after: int, place: int, tmp_path: Path
) -> None:
    heading = TextBlock("a0000098", (Span("Dari bambu"),), style="h2")  # neither counts, nor one without words
    office.save(RATRI, body=(heading, *office.story.body, TextBlock("a0000099")))
    body = office.story.body
    two = picture(tmp_path / "satu.jpg"), picture(tmp_path / "dua.jpg", "red")
    story = add(office, *two, described=replace(SAID, after=after)).revision.story

    new = story.photos[-2:]
    assert story.body[:place] == body[:place]
    assert [block.photo for block in story.body[place : place + 2] if isinstance(block, PhotoBlock)] == [
        photo.key for photo in new
    ]
    assert story.body[place + 2 :] == body[place:]


@pytest.mark.parametrize("number", [-1, 3, 10**9])
def test_a_paragraph_that_is_not_there_is_refused_before_any_picture_is_kept(
    office: Office, number: int, tmp_path: Path
) -> None:
    before, kept = office.view(), originals(office)
    with refused("paragraph-unknown", number=number, known=2):
        add(office, picture(tmp_path / "satu.jpg"), described=replace(SAID, after=number))
    assert (office.view(), originals(office)) == (before, kept)


def test_one_bad_picture_among_good_ones_adds_none_and_keeps_none(office: Office, tmp_path: Path) -> None:
    good = picture(tmp_path / "baik.jpg")
    bad = tmp_path / "terpotong.jpg"
    bad.write_bytes(picture(tmp_path / "utuh.jpg").read_bytes()[:2000])
    before, kept = office.view(), originals(office)
    with in_trouble("image-truncated", file="terpotong.jpg"):
        add(office, good, bad)
    with in_trouble("image-missing", file="tiada.jpg"):
        add(office, good, tmp_path / "tiada.jpg")
    assert (office.view(), originals(office)) == (before, kept)


def test_who_may_not_change_a_story_brings_no_picture_into_the_folder(office: Office, tmp_path: Path) -> None:
    path = picture(tmp_path / "satu.jpg")
    kept = originals(office)
    office.approved()
    with refused("approval-would-fall"):
        add(office, path)
    office.spiked()
    with refused("denied.state.edit"):
        add(office, path)
    with refused("story-unknown", id="nihil"):
        add(Office(office.newsroom, "nihil"), path)
    assert originals(office) == kept


def test_an_approval_falls_with_a_photo_that_is_added_knowingly(office: Office, tmp_path: Path) -> None:
    office.approved()
    assert add(office, picture(tmp_path / "satu.jpg"), confirmed=True).approval_fell
    assert office.state == ("draft", "none")


def test_the_same_picture_twice_is_kept_once_under_its_first_name(office: Office, tmp_path: Path) -> None:
    first = picture(tmp_path / "satu.jpg", "red")
    second = Path(shutil.copy(first, tmp_path / "salinan.jpg"))
    kept = originals(office)
    story = add(office, first, second).revision.story

    assert len(originals(office)) == len(kept) + 1
    one, two = story.photos[-2:]
    assert one.sha256 == two.sha256
    assert one.key != two.key
    assert (one.file, two.file) == ("satu.jpg", "salinan.jpg")
    assert take_in_bytes(office.newsroom, first.read_bytes(), file="tempelan.jpg").file == "satu.jpg"


def test_an_original_is_kept_byte_for_byte_and_read_only(office: Office, tmp_path: Path) -> None:
    path = picture(tmp_path / "satu.jpg", "red")
    original = take_in(office.newsroom, path)
    kept = office.newsroom.folder / "media" / original.sha256[:2] / original.sha256
    assert kept.read_bytes() == path.read_bytes()
    assert kept.stat().st_mode & 0o222 == 0
    assert original.bytes == path.stat().st_size


def test_pasted_pixels_that_are_no_picture_are_not_taken(office: Office) -> None:
    kept = originals(office)
    with in_trouble("image-unknown", file="tempelan.png"):
        take_in_bytes(office.newsroom, b"bukan gambar" * 100, file="tempelan.png")
    assert originals(office) == kept


def test_an_attachment_says_what_was_said_of_it(office: Office, tmp_path: Path) -> None:
    original = take_in(office.newsroom, picture(tmp_path / "satu.jpg"))
    photo = attached(original, file="satu.jpg", credit="Kredit: A & B & C")
    assert (photo.creator, photo.agency, photo.credit) == ("A", "B & C", "A & B & C")
    assert (photo.caption, photo.alt, photo.lead) == ("", "", False)


def test_a_thumbnail_is_made_once_and_kept(office: Office) -> None:
    sha256 = office.story.photos[0].sha256
    made = thumbnail_of(office.newsroom, sha256)
    shown = Image.open(io.BytesIO(made))
    assert (shown.format, max(shown.size)) == ("JPEG", 320)
    assert max(Image.open(io.BytesIO(thumbnail_of(office.newsroom, sha256, 100))).size) == 100

    original = office.newsroom.folder / "media" / sha256[:2] / sha256
    original.unlink()
    assert thumbnail_of(office.newsroom, sha256) == made
    with in_trouble("image-missing", file="rakit.png"):
        thumbnail_of(office.newsroom, sha256, 64)
    with in_trouble("image-missing", file="4" * 12):
        thumbnail_of(office.newsroom, "4" * 64)


def test_beside_another_window_thumbnails_are_made_and_not_kept(office: Office) -> None:
    sha256 = office.story.photos[0].sha256
    beside = open_newsroom(office.newsroom.folder, write=False)
    made = thumbnail_of(beside, sha256)
    original = beside.folder / "media" / sha256[:2] / sha256
    original.unlink()
    with in_trouble("image-missing"):
        thumbnail_of(beside, sha256)
    assert made.startswith(b"\xff\xd8")
    assert view_story(beside, office.story_id).head == office.view().head
    beside.close()


def test_a_photo_in_the_text_stands_where_it_stood_when_others_come(office: Office, tmp_path: Path) -> None:
    before = placed_photos(office.story.body)
    add(office, picture(tmp_path / "satu.jpg"))
    assert placed_photos(office.story.body) == before
