"""A text file becomes a story, or one plain refusal."""

import base64
import codecs
import io
import os
from datetime import date
from pathlib import Path

import docx
import pytest

from editor_app.formats.edition import Edition
from editor_app.formats.html_writer import write_page
from editor_app.formats.reading import Reading, read_story_file
from editor_app.formats.text_files import MAX_TEXT
from editor_app.story.body import PhotoBlock
from editor_app.story.house_style import HouseStyle
from editor_app.story.normal import normalise
from editor_app.story.story import Credits, Story
from editor_app.words import Refused, Sayable, Trouble, note
from tests.formats.editions import CORRECTION, edition_of
from tests.formats.readings import marked, styled, texts

YEAR = 2026
HEADLINE = "WARGA DESA SUMBER ARUM BANGUN PERPUSTAKAAN APUNG"
FIRST = "Warga membangun perpustakaan di atas rakit, Jumat (11/9)."
QUOTE = "“Kami ingin anak-anak betah membaca,” ujar Wiryo."
CREDITS = Credits(("Ratri Maheswari", "Danu Wiratama, S.Sos."), ("Bayu Nirwana", "Humas Kota Tirta"), ("Sekar",))

MARKDOWN = f"""# {HEADLINE}

**Kota Tirta**, {FIRST}

> {QUOTE}

- rakit
  - bambu

Isi penutup.

**Penulis** : Ratri Maheswari & Danu Wiratama, S.Sos.
**Foto** : Bayu Nirwana & Humas Kota Tirta
**Editor** : Sekar
"""
TEXT = f"""{HEADLINE}

Kota Tirta, {FIRST}

{QUOTE}

Isi penutup.

Penulis : Ratri Maheswari & Danu Wiratama, S.Sos.
Foto : Bayu Nirwana & Humas Kota Tirta
Editor : Sekar
"""
HTML = f"""<!DOCTYPE html><html><head><title>Laman</title></head><body><nav>Beranda</nav>
<h1>{HEADLINE}</h1>
<p><strong>Kota Tirta</strong>, {FIRST}</p>
<blockquote><p>{QUOTE}</p></blockquote><p>Isi penutup.</p>
<p>Penulis : Ratri Maheswari &amp; Danu Wiratama, S.Sos.<br>Foto : Bayu Nirwana &amp; Humas Kota Tirta<br>
Editor : Sekar</p></body></html>"""


def read(folder: Path, name: str, content: str | bytes, style: HouseStyle) -> Reading:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    reading = read_story_file(path, style, today=date(2026, 10, 5))
    assert normalise(reading.story.body) == reading.story.body
    return reading


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.md", MARKDOWN), ("a.MARKDOWN", MARKDOWN), ("a.txt", TEXT), ("a.html", HTML), ("A.HTM", HTML)],
)
def test_a_text_file_becomes_a_story(tmp_path: Path, style: HouseStyle, name: str, content: str) -> None:
    reading = read(tmp_path, name, content, style)
    story = reading.story
    assert story == Story(
        headline=HEADLINE,
        dateline="Kota Tirta",
        event_date=date(2026, 9, 11),
        language="id",
        credits=CREDITS,
        body=story.body,
    )
    assert FIRST in texts(story.body)
    assert QUOTE in texts(story.body)
    assert texts(story.body)[-1] == "Isi penutup."
    assert reading.notices == reading.photos == ()


def test_a_word_file_becomes_a_story(tmp_path: Path, style: HouseStyle) -> None:
    document = docx.Document()
    for paragraph in TEXT.strip().split("\n\n"):
        document.add_paragraph(paragraph)
    stream = io.BytesIO()
    document.save(stream)
    story = read(tmp_path, "a.docx", stream.getvalue(), style).story
    assert (story.headline, story.dateline, story.event_date) == (HEADLINE, "Kota Tirta", date(2026, 9, 11))
    assert story.credits == CREDITS
    assert texts(story.body) == [FIRST, QUOTE, "Isi penutup."]


def test_credits_lines_right_below_a_paragraph_of_markdown_are_credits(tmp_path: Path, style: HouseStyle) -> None:
    story = read(tmp_path, "a.md", "# J\n\nIsi naskah.\nPenulis : A\nEditor : B\n", style).story
    assert texts(story.body) == ["Isi naskah."]
    assert story.credits == Credits(writers=("A",), editors=("B",))


def test_marks_survive_the_taking_of_the_dateline(tmp_path: Path, style: HouseStyle) -> None:
    story = read(tmp_path, "a.md", "# J\n\n**Kota Tirta** (12/9) – Warga *hadir*.", style).story
    assert (story.dateline, story.event_date) == ("Kota Tirta", date(2026, 9, 12))
    assert marked(story.body[0]) == [("Warga ", ()), ("hadir", ("em",)), (".", ())]


def test_a_picture_in_the_text_becomes_a_photo_with_its_credit(tmp_path: Path, style: HouseStyle) -> None:
    source = f"data:image/jpeg;base64,{base64.b64encode(b'x').decode()}"
    figure = "<figure><img src='{}'><figcaption>{}</figcaption></figure>"
    captions = ("FOKUS: Warga. Foto: Bayu &amp; Humas", "Warga <small class=credit>Foto: Bayu</small>")
    html = "<h1>J</h1>" + "".join(figure.format(source, caption) for caption in captions) + "<p>Isi."
    reading = read(tmp_path, "a.html", html, style)
    assert [(photo.caption, photo.credit) for photo in reading.photos] == [
        ("FOKUS: Warga.", "Bayu & Humas"),
        ("Warga", "Bayu"),
    ]
    placed = [block.photo for block in reading.story.body if isinstance(block, PhotoBlock)]
    assert placed == [photo.key for photo in reading.photos]


def test_footnotes_stand_at_the_end_and_hide_no_credits(tmp_path: Path, style: HouseStyle) -> None:
    html = "<h1>J</h1><p>Isi.<p>Editor : B<ol><li id=footnote-1>Catatan</ol>"
    story = read(tmp_path, "a.html", html, style).story
    assert story.credits == Credits(editors=("B",))
    assert texts(story.body) == ["Isi.", "Catatan"]


@pytest.mark.parametrize("proof", [False, True])
def test_our_own_page_comes_back_without_what_is_printed_beside_the_story(
    tmp_path: Path, style: HouseStyle, story: Story, *, proof: bool
) -> None:
    edition: Edition = edition_of(story, proof=proof, correction=None if proof else CORRECTION)
    page = write_page(edition, picture_path={photo.key: f"images/{photo.key}.jpg" for photo in story.photos})
    reading = read(tmp_path, "article.html", page, style)
    again = reading.story
    assert (again.headline, again.kicker, again.standfirst, again.dateline) == (
        *(story.headline, story.kicker, story.standfirst, story.dateline),
    )
    assert (again.credits.writers, again.credits.editors) == (story.credits.writers, story.credits.editors)
    captions = {f"{photo.caption} Foto: {photo.credit}" for photo in story.photos}
    told = [pair for pair in styled(again.body) if pair[1] not in captions]
    assert told == [pair for pair in styled(story.body) if pair[0] != "photo"]
    assert captions <= set(texts(again.body))
    assert {message.code for message in reading.notices} == {"image-not-taken"}


def test_others_pages_are_read_whatever_their_classes(tmp_path: Path, style: HouseStyle) -> None:
    story = read(tmp_path, "a.html", "<h1>J</h1><p class=proof>Satu.<p class=facts>Dua.", style).story
    assert texts(story.body) == ["Satu.", "Dua."]


@pytest.mark.parametrize(
    "data",
    [
        "JUDUL\n\nnaïf “a”".encode(),
        codecs.BOM_UTF8 + "JUDUL\n\nnaïf “a”".encode(),
        codecs.BOM_UTF16_LE + "JUDUL\n\nnaïf “a”".encode("utf-16-le"),
        codecs.BOM_UTF16_BE + "JUDUL\n\nnaïf “a”".encode("utf-16-be"),
        "JUDUL\r\n\r\nnai\u0308f “a”\ufffe\x80".encode(),
    ],
)
def test_unicode_text_is_read_clean(tmp_path: Path, style: HouseStyle, data: bytes) -> None:
    story = read(tmp_path, "a.txt", data, style).story
    assert (story.headline, texts(story.body)) == ("JUDUL", ["naïf “a”"])


@pytest.mark.parametrize("data", ["naïf".encode("latin-1"), b"\x89PNG\r\n\x1a\n", codecs.BOM_UTF16_LE + b"a"])
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_a_file_that_is_not_utf8_is_not_guessed_at(
    tmp_path: Path, style: HouseStyle, name: str, data: bytes
) -> None:
    with pytest.raises(Trouble) as trouble:
        read(tmp_path, name, data, style)
    assert trouble.value.message == note("file-not-utf8", file=name)


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.txt", b"", "file-empty"),
        ("a.docx", b"", "file-empty"),
        ("a.md", b" \n\n", "file-empty"),
        ("a.html", b"<p></p>", "file-empty"),
        ("a.txt", b"x" * (MAX_TEXT + 1), "file-too-large"),
        ("a.doc", b"x", "word-old"),
        ("a.DOC", b"x", "word-old"),
        ("a.pdf", b"x", "file-kind-unknown"),
        ("naskah", b"x", "file-kind-unknown"),
        ("a.docx", b"x", "word-unreadable"),
        ("a.html", b"<div>" * 5_000, "html-too-deep"),
        ("a.txt", b"J\n\nIsi\x00", "file-control-characters"),
        ("a.md", b"J\n\n\x1b[31mIsi", "file-control-characters"),
        ("a.html", b"<h1>J</h1><p>Isi\x07", "file-control-characters"),
    ],
)
def test_what_cannot_be_read_is_refused(
    tmp_path: Path, style: HouseStyle, name: str, data: bytes, code: str
) -> None:
    with pytest.raises(Sayable) as refused:
        read(tmp_path, name, data, style)
    assert refused.value.message.code == code


def test_the_line_of_a_control_character_is_named(tmp_path: Path, style: HouseStyle) -> None:
    with pytest.raises(Refused) as refused:
        read(tmp_path, "a.txt", b"J\r\n\r\nSatu\x0bdua\x0ctiga\n\x07", style)
    assert refused.value.message == note("file-control-characters", file="a.txt", line=4)


def test_a_missing_file_and_a_folder_are_said_to_be_so(tmp_path: Path, style: HouseStyle) -> None:
    (tmp_path / "map.txt").mkdir()
    (tmp_path / "map").mkdir()
    for name, kind, code in (
        ("tiada.txt", Trouble, "file-missing"),
        ("map.txt", Refused, "file-is-folder"),
        ("map", Refused, "file-is-folder"),
        ("a\0b.txt", Trouble, "file-not-readable"),
        ("map.txt/a.txt", Trouble, "file-missing"),
    ):
        with pytest.raises(kind) as caught:
            read_story_file(tmp_path / name, style, today=date(2026, 10, 5))
        assert caught.value.message == note(code, file=Path(name).name)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="who is root may read everything")
def test_a_file_that_may_not_be_read_is_said_to_be_so(tmp_path: Path, style: HouseStyle) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x")
    path.chmod(0)
    with pytest.raises(Trouble) as trouble:
        read_story_file(path, style, today=date(2026, 10, 5))
    assert trouble.value.message.code == "file-not-readable"
