"""New stories, saving them, working copies, and when an approval falls."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest

from editor_app.newsroom.composing import (
    Typed,
    Wishes,
    drop_draft,
    keep_draft,
    new_story,
    new_story_from_file,
    save_story_from_file,
)
from editor_app.newsroom.desk import desk_page, view_story
from editor_app.newsroom.newsroom import Newsroom
from editor_app.newsroom.reviewing import return_story
from editor_app.story.body import Json, PhotoBlock, Span, TextBlock, body_to_json, placed_photos
from editor_app.story.photo import Attachment
from editor_app.story.story import Credits, Story, story_to_json
from tests.newsroom.press_office import BAYU, LARAS, RATRI, SEKAR, Office, in_trouble, picture, refused

TEXT = """# Warga Bangun Perpustakaan Apung

Tirta, Kamis (10/9) – Warga membangun perpustakaan di atas rakit.

Rakitnya memuat 400 buku.

Penulis : Ratri Maheswari & Danu Wiratama
Foto : Humas Kota Tirta
Editor : Sekar Larasati
"""
PAGE = """<h1>Warga Bangun Perpustakaan Apung</h1>
<p>Tirta, Kamis (10/9) – Warga membangun perpustakaan di atas rakit.</p>
<p>Rakitnya memuat 400 buku.</p>
<p>Penulis : Ratri Maheswari &amp; Danu Wiratama</p><p>Foto : Humas Kota Tirta</p><p>Editor : Sekar Larasati</p>
"""


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str], Path]:
    """Writes a text into a file of the name."""

    def written(name: str, text: str) -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return written


def word_file(path: Path, paragraphs: list[str], photo: Path | None = None) -> Path:
    """A Word file: a headline, paragraphs, and a picture before them with its caption."""
    document = docx.Document()
    document.add_heading(paragraphs[0], 0)
    if photo is not None:
        document.add_picture(str(photo))
        document.add_paragraph("GOTONG ROYONG: Warga merakit bambu. (Foto: Bayu Nirwana)", style="Caption")
    for text in paragraphs[1:]:
        document.add_paragraph(text)
    document.save(str(path))
    return path


def texts(story: Story) -> list[str]:
    return [block.text for block in story.body if isinstance(block, TextBlock)]


def test_a_new_story_is_an_empty_draft_of_its_writer_in_the_house_language_and_first_section(
    newsroom: Newsroom, office: Office
) -> None:
    changes = new_story(newsroom, person=office.person(RATRI))

    assert changes.revision.story == Story(language="id", section="Berita", credits=Credits(writers=(RATRI,)))
    assert (changes.row.state, changes.row.people, changes.row.person) == ("draft", RATRI, RATRI)
    by_editor = new_story(newsroom, person=office.person(SEKAR)).revision.story
    assert by_editor == Story(language="id", section="Berita")
    assert view_story(newsroom, changes.story_id).row == changes.row
    assert [event.kind.value for event in changes.events] == ["saved"]


def test_a_photographer_starts_no_story(newsroom: Newsroom, office: Office) -> None:
    with refused("denied.photographer-text", name=BAYU):
        new_story(newsroom, person=office.person(BAYU))
    assert len(desk_page(newsroom).rows) == 1


def test_a_new_story_may_not_name_pictures_that_nobody_keeps(newsroom: Newsroom, office: Office) -> None:
    unknown = Attachment("f1", sha256="3" * 64, file="hilang.jpg")
    with refused("original-unknown", file="hilang.jpg"):
        new_story(newsroom, person=office.person(RATRI), story=Story(photos=(unknown,)))
    with refused("original-unknown", file="3" * 12):
        office.save(RATRI, photos=(*office.story.photos, replace(unknown, file="")))
    assert len(desk_page(newsroom).rows) == 1


@pytest.mark.parametrize(
    ("name", "text"), [("a.md", TEXT), ("a.txt", TEXT[2:]), ("a.html", PAGE), ("a.docx", "")]
)
def test_a_story_is_taken_from_a_file_of_every_kind(
    office: Office, name: str, text: str, write: Callable[[str, str], Path], tmp_path: Path
) -> None:
    lines = [line for line in TEXT[2:].splitlines() if line]
    path = write(name, text) if text else word_file(tmp_path / name, lines)
    made = new_story_from_file(office.newsroom, path=path, person=office.person(RATRI)).revision.story

    assert made.headline == "Warga Bangun Perpustakaan Apung"
    assert made.dateline == "Tirta"
    assert (made.event_date or date.min).replace(year=2026) == date(2026, 9, 10)
    assert made.credits == Credits(("Ratri Maheswari", "Danu Wiratama"), ("Humas Kota Tirta",), (SEKAR,))
    assert texts(made) == ["Warga membangun perpustakaan di atas rakit.", "Rakitnya memuat 400 buku."]
    assert (made.section, made.language) == ("Berita", "id")


def test_what_a_person_names_goes_before_what_the_file_says(
    office: Office, write: Callable[[str, str], Path]
) -> None:
    wishes = Wishes(headline="Judul lain", section="Siaran Pers", writers=("Tim Humas",), editors=("Laras K.",))
    changes = new_story_from_file(
        office.newsroom, path=write("a.md", TEXT), person=office.person(RATRI), wishes=wishes
    )
    made = changes.revision.story

    assert (made.headline, made.section) == ("Judul lain", "Siaran Pers")
    assert made.credits == Credits(("Tim Humas",), ("Humas Kota Tirta",), ("Laras K.",))
    assert changes.row.people == "Tim Humas"


def test_a_picture_in_a_word_file_is_kept_and_leads(office: Office, tmp_path: Path) -> None:
    photo = picture(tmp_path / "rakit.png", "purple")
    path = word_file(tmp_path / "a.docx", ["Judul", "Tirta, Kamis (10/9) – Warga berkumpul.", "Selesai."], photo)
    changes = new_story_from_file(office.newsroom, path=path, person=office.person(RATRI))
    (kept,) = changes.revision.story.photos

    assert kept.lead
    assert kept.caption == "GOTONG ROYONG: Warga merakit bambu."
    assert kept.creator == "Bayu Nirwana"
    assert view_story(office.newsroom, changes.story_id).originals[kept.sha256].width == 800


def with_broken_picture(path: Path) -> Path:
    """The Word file with its pictures replaced by what is none."""
    with ZipFile(path) as word:
        parts = {name: word.read(name) for name in word.namelist()}
    with ZipFile(path, "w") as word:
        for name, data in parts.items():
            word.writestr(name, b"bukan gambar" if name.startswith("word/media/") else data)
    return path


def test_a_picture_in_a_word_file_that_is_none_does_not_keep_the_story_out(
    office: Office, tmp_path: Path
) -> None:
    photo = picture(tmp_path / "rakit.png", "purple")
    path = with_broken_picture(word_file(tmp_path / "a.docx", ["Judul", "Warga berkumpul.", "Selesai."], photo))
    changes = new_story_from_file(office.newsroom, path=path, person=office.person(RATRI))

    assert [notice.code for notice in changes.notices] == ["picture-in-file-not-taken"]
    assert changes.revision.story.photos == ()
    assert placed_photos(changes.revision.story.body) == ()
    assert "Warga berkumpul." in texts(changes.revision.story)


def test_a_picture_in_a_word_file_that_the_disk_does_not_take_starts_no_story(
    office: Office, tmp_path: Path
) -> None:
    photo = picture(tmp_path / "rakit.png", "purple")
    path = word_file(tmp_path / "a.docx", ["Judul", "Warga berkumpul.", "Selesai."], photo)
    media = office.newsroom.folder / "media"
    media.rename(tmp_path / "media")
    media.write_text("bukan folder")
    with in_trouble("file-not-written"):
        new_story_from_file(office.newsroom, path=path, person=office.person(RATRI))
    assert len(desk_page(office.newsroom).rows) == 1


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.pdf", b"%PDF", "file-kind-unknown"),
        ("a.doc", b"\xd0\xcf\x11\xe0", "word-old"),
        ("a.md", b"", "file-empty"),
        ("a.txt", b"\xff\xfe\xff", "file-not-utf8"),
        ("a.docx", b"not a zip", "word-unreadable"),
    ],
)
def test_a_file_that_tells_no_story_starts_none_and_changes_none(
    office: Office, name: str, data: bytes, code: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    before = office.view()
    for act in (
        lambda: new_story_from_file(office.newsroom, path=path, person=office.person(RATRI)),
        lambda: save_story_from_file(
            office.newsroom, story_id=office.story_id, path=path, person=office.person(RATRI)
        ),
    ):
        with (refused if code in {"file-kind-unknown", "word-old", "file-empty"} else in_trouble)(
            code, file=name
        ):
            act()
    assert office.view() == before
    assert len(desk_page(office.newsroom).rows) == 1


def test_saving_makes_the_next_revision(office: Office) -> None:
    first = office.view().head
    changes = office.save(RATRI, headline="  Judul\tbaru\x00 ")

    assert changes.revision.story.headline == "Judul baru"
    assert (changes.revision.number, changes.revision.parents) == (2, (first.id,))
    assert not changes.approval_fell
    assert office.view().head == changes.revision
    assert [line.number for line in office.view().revisions] == [1, 2]


@pytest.mark.parametrize("state", ["draft", "in-review", "approved", "spiked"])
def test_a_save_that_changes_nothing_makes_no_revision_and_voids_nothing(office: Office, state: str) -> None:
    if state == "in-review":
        office.submitted()
    elif state == "approved":
        office.approved()
    elif state == "spiked":
        office.spiked()
    before = office.view()
    changes = office.save(RATRI, headline=f" {office.story.headline} ", base="an older one")

    assert changes.events == ()
    assert not changes.approval_fell
    assert (changes.row, changes.revision) == (before.row, before.head)
    assert office.view() == before
    assert office.state[0] == state


def test_an_approval_falls_only_when_one_says_so(office: Office) -> None:
    office.approved()
    with refused("approval-would-fall", code=office.view().head.code):
        office.save(SEKAR, kicker="Desa")
    assert office.state == ("approved", "none")

    assert office.save(SEKAR, kicker="Desa", confirmed=True).approval_fell
    assert office.state == ("draft", "none")


def test_a_returned_story_stays_returned_while_it_is_mended(office: Office) -> None:
    office.submitted().does(return_story, SEKAR, note="Periksa.")
    office.save(RATRI, kicker="Desa")
    assert office.state == ("returned", "none")


def test_nobody_writes_over_what_was_saved_meanwhile(office: Office) -> None:
    base = office.view().head.id
    office.save(LARAS, kicker="Desa")
    before = office.view()
    with refused("story-moved-on", code=before.head.code):
        office.save(RATRI, base=base, kicker="Kota")
    assert office.view() == before
    office.save(RATRI, base=before.head.id, kicker="Kota")
    assert office.story.kicker == "Kota"


def test_a_spiked_story_is_not_changed(office: Office) -> None:
    office.spiked()
    with refused("denied.state.edit"):
        office.save(SEKAR, kicker="Desa")


def test_a_photographer_changes_photos_and_where_they_stand_but_no_word(office: Office) -> None:
    story = office.story
    lead, second = story.photos
    office.save(BAYU, photos=(replace(lead, caption="SIAP: Rakit selesai."), second))
    office.save(BAYU, body=(*office.story.body, PhotoBlock("a0000009", lead.key)))
    office.save(BAYU, credits=replace(office.story.credits, photographers=("Bayu Nirwana",)))
    office.save(BAYU, photos=(), body=office.story.body)
    assert office.story.photos == ()
    assert placed_photos(office.story.body) == ()

    before = office.view()
    changed: tuple[dict[str, object], ...] = (
        {"headline": "Judul foto"},
        {"kicker": "Foto"},
        {"section": "Galeri"},
        {"keywords": ("foto",)},
        {"credits": replace(office.story.credits, writers=(BAYU,))},
        {"body": (*office.story.body, TextBlock("a0000010", (Span("Kalimat."),)))},
    )
    for words in changed:
        with refused("denied.photographer-text", name=BAYU):
            office.save(BAYU, **words)
    assert office.view() == before


def test_a_photographer_places_a_photo_within_a_numbered_list(office: Office) -> None:
    items = tuple(TextBlock(f"c000000{n}", (Span(f"Langkah {n}"),), list_item="number") for n in (1, 2))
    office.save(RATRI, body=items)
    office.save(BAYU, body=(items[0], PhotoBlock("c0000009", office.story.photos[0].key), items[1]))
    assert placed_photos(office.story.body) == (office.story.photos[0].key,)


def test_saving_from_a_file_keeps_keys_photos_and_what_the_file_does_not_say(
    office: Office, write: Callable[[str, str], Path]
) -> None:
    before = office.story
    text = f"""# Judul dari berkas

Sebuah paragraf baru.

{texts(before)[0]}

{texts(before)[1].replace("betah", "tekun")}
"""
    changes = save_story_from_file(
        office.newsroom, story_id=office.story_id, path=write("a.md", text), person=office.person(RATRI)
    )
    after = changes.revision.story

    assert after == replace(before, headline="Judul dari berkas", body=after.body)
    first, photo, second = before.body
    assert [block.key for block in after.body][1:] == [first.key, photo.key, second.key]
    assert after.body[2] == photo


def test_saving_from_a_file_takes_what_the_file_says(office: Office, write: Callable[[str, str], Path]) -> None:
    save_story_from_file(
        office.newsroom, story_id=office.story_id, path=write("a.md", TEXT), person=office.person(RATRI)
    )
    assert office.story.dateline == "Tirta"
    assert office.story.credits == Credits((RATRI, "Danu Wiratama"), ("Humas Kota Tirta",), (SEKAR,))
    assert len(office.story.photos) == 2


def test_a_word_file_brings_its_pictures_only_to_a_story_without_photos(office: Office, tmp_path: Path) -> None:
    photo = picture(tmp_path / "lain.png", "purple")
    path = word_file(tmp_path / "a.docx", ["Judul", "Warga berkumpul di tepi danau.", "Selesai."], photo)
    with_photos = office.story.photos
    told = save_story_from_file(office.newsroom, story_id=office.story_id, path=path, person=office.person(RATRI))
    assert [(notice.code, notice.params["count"]) for notice in told.notices] == [("pictures-left-in-file", 1)]
    assert office.story.photos == with_photos

    office.save(RATRI, photos=())
    save_story_from_file(office.newsroom, story_id=office.story_id, path=path, person=office.person(RATRI))
    (taken,) = office.story.photos
    assert (taken.lead, taken.caption) == (True, "GOTONG ROYONG: Warga merakit bambu.")
    assert placed_photos(office.story.body) == (taken.key,)


def test_saving_an_approved_story_from_a_file_wants_to_be_confirmed(
    office: Office, write: Callable[[str, str], Path]
) -> None:
    office.approved()
    path = write("a.md", TEXT)
    with refused("approval-would-fall"):
        save_story_from_file(office.newsroom, story_id=office.story_id, path=path, person=office.person(RATRI))
    changes = save_story_from_file(
        office.newsroom, story_id=office.story_id, path=path, person=office.person(RATRI), confirmed=True
    )
    assert changes.approval_fell
    assert office.state == ("draft", "none")


def test_saving_a_file_twice_makes_one_revision(office: Office, write: Callable[[str, str], Path]) -> None:
    path = write("a.md", TEXT)
    saved = [
        save_story_from_file(office.newsroom, story_id=office.story_id, path=path, person=office.person(RATRI))
        for _ in range(2)
    ]
    assert [bool(changes.events) for changes in saved] == [True, False]


def typed(story: Story, *, base: str | None, changed: tuple[str, ...]) -> Typed:
    """What the window hands over: all fields, the order, and the changed blocks by key."""
    fields = story_to_json(story)
    del fields["body"]
    blocks: dict[str, Json] = {
        block.key: written
        for block, written in zip(story.body, body_to_json(story.body), strict=True)
        if block.key in changed
    }
    return Typed(base=base, fields=fields, order=[block.key for block in story.body], blocks=blocks)


def test_what_was_typed_is_kept_block_by_block_and_seen_by_its_writer_alone(office: Office) -> None:
    head, ratri = office.view().head, office.person(RATRI)
    every = tuple(block.key for block in office.story.body)
    whole = replace(office.story, headline="SEDANG DIKETIK")
    keep_draft(
        office.newsroom,
        story_id=office.story_id,
        person=ratri,
        typed=typed(whole, base=head.id, changed=every),
    )
    assert office.view(RATRI).story == whole

    opening = TextBlock(every[0], (Span("Kalimat yang baru."),))
    mended = replace(whole, body=(opening, whole.body[2]))  # the photo between is taken out of the text
    keep_draft(
        office.newsroom,
        story_id=office.story_id,
        person=ratri,
        typed=typed(mended, base=head.id, changed=every[:1]),
    )
    kept = office.reopened()
    assert kept.view(RATRI).story == mended
    assert kept.view(RATRI).head == head
    assert kept.view(SEKAR).story == kept.view().story == head.story
    assert (kept.view(RATRI).draft or pytest.fail("no draft")).base == head.id
    kept.newsroom.close()


def test_a_working_copy_that_is_given_up_or_saved_is_gone(office: Office) -> None:
    ratri = office.person(RATRI)
    every = tuple(block.key for block in office.story.body)
    copy = typed(replace(office.story, kicker="Desa"), base=None, changed=every)
    keep_draft(office.newsroom, story_id=office.story_id, person=ratri, typed=copy)
    keep_draft(office.newsroom, story_id=office.story_id, person=office.person(SEKAR), typed=copy)

    drop_draft(office.newsroom, story_id=office.story_id, person=ratri)
    assert office.view(RATRI).draft is None
    assert office.view(SEKAR).story.kicker == "Desa"

    office.save(SEKAR, ends_draft=True)  # typed back to what the head says
    assert office.view(SEKAR).draft is None
    keep_draft(office.newsroom, story_id=office.story_id, person=ratri, typed=copy)
    office.save(RATRI, kicker="Desa", ends_draft=True)
    office.save(SEKAR, kicker="Kota")
    assert office.view(RATRI).draft is None


def test_a_working_copy_outlives_what_its_writer_saves_elsewhere(office: Office) -> None:
    ratri, base = office.person(RATRI), office.view().head.id
    every = tuple(block.key for block in office.story.body)
    copy = typed(replace(office.story, kicker="Desa"), base=base, changed=every)
    keep_draft(office.newsroom, story_id=office.story_id, person=ratri, typed=copy)

    office.save(RATRI, standfirst="Dari perintah di terminal.")
    office.save(RATRI)
    assert office.view(RATRI).story.kicker == "Desa"
    assert office.story.kicker == "Pendidikan"
    office.save(SEKAR, kicker="Desa", standfirst=copy.fields["standfirst"])
    assert office.view(RATRI).draft is None  # it says what the head says


def test_a_working_copy_is_brought_up_to_what_another_saved(office: Office) -> None:
    ratri, base = office.person(RATRI), office.view().head.id
    every = tuple(block.key for block in office.story.body)
    copy = typed(replace(office.story, kicker="Desa"), base=base, changed=every)
    keep_draft(office.newsroom, story_id=office.story_id, person=ratri, typed=copy)
    assert office.view(RATRI).merged is None

    office.save(LARAS, headline="PERPUSTAKAAN APUNG DIBUKA")
    view = office.view(RATRI)
    assert view.merged is not None
    assert (view.merged.story.headline, view.merged.story.kicker) == ("PERPUSTAKAAN APUNG DIBUKA", "Desa")
    assert view.story.headline != "PERPUSTAKAAN APUNG DIBUKA"


def test_a_refused_save_keeps_the_working_copy(office: Office) -> None:
    office.approved()
    every = tuple(block.key for block in office.story.body)
    copy = typed(replace(office.story, kicker="Desa"), base=None, changed=every)
    keep_draft(office.newsroom, story_id=office.story_id, person=office.person(RATRI), typed=copy)
    with refused("approval-would-fall"):
        office.save(RATRI, kicker="Desa")
    assert office.view(RATRI).story.kicker == "Desa"


def test_the_desk_names_the_author_again_where_no_writer_is_credited_any_more(office: Office) -> None:
    office.save(LARAS, credits=replace(office.story.credits, writers=("Tim Humas",)))
    assert office.view().row.people == "Tim Humas"
    office.save(LARAS, credits=replace(office.story.credits, writers=()))
    assert (office.view().row.people, office.view().row.person) == (RATRI, LARAS)


def test_a_saved_story_is_found_by_its_words(office: Office) -> None:
    office.save(RATRI, standfirst="Kunang-kunang menerangi malam.")
    assert [row.id for row in desk_page(office.newsroom, search="kunang menerangi").rows] == [office.story_id]
    office.save(RATRI, standfirst="")
    assert desk_page(office.newsroom, search="kunang menerangi").rows == ()
