"""What `story new` and `story save` take from a file: headline, dateline, date, credits, and where photos are."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest

from tests.journeys.press import EDITOR, PHOTOGRAPHER, STORY, WRITER, picture
from tests.journeys.terminal import Terminal

Write = Callable[[str, str], Path]
DAY = date(date.today().year, 9, 11)  # noqa: DTZ011 - a day without a year is one of the year that the clock shows
WEEKDAY = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")[DAY.weekday()]

MARKDOWN = """# PASAR TERAPUNG DIBUKA LAGI

Tirta, Pasar terapung dibuka lagi.

> “Kami rindu berdagang,” kata Wati.

Penulis : Ratri Maheswari
Editor : Sekar Larasati
"""
PLAIN = """PASAR TERAPUNG DIBUKA LAGI

Tirta, Pasar terapung dibuka lagi.

“Kami rindu berdagang,” kata Wati.

Penulis : Ratri Maheswari
Editor : Sekar Larasati
"""
HTML = """<!DOCTYPE html><html><head><title>Situs</title><script>alert(1)</script></head><body>
<h1>PASAR TERAPUNG DIBUKA LAGI</h1><p onclick="x()">Tirta, Pasar terapung dibuka lagi.</p>
<blockquote><p>“Kami rindu berdagang,” kata Wati.</p></blockquote>
<p>Penulis : Ratri Maheswari</p><p>Editor : Sekar Larasati</p></body></html>
"""


def word_file(path: Path, photo: Path | None = None) -> Path:
    document = docx.Document()
    document.add_heading("PASAR TERAPUNG DIBUKA LAGI", level=0)
    document.add_paragraph("Tirta, Pasar terapung dibuka lagi.")
    if photo is not None:
        document.add_picture(str(photo))
        document.add_paragraph("RAMAI: Pembeli di dermaga.", style="Caption")
    document.add_paragraph("“Kami rindu berdagang,” kata Wati.", style="Quote")
    document.add_paragraph("Penulis : Ratri Maheswari")
    document.add_paragraph("Editor : Sekar Larasati")
    document.save(str(path))
    return path


def told_by(desk: Terminal, file: Path, *options: object) -> dict[str, Any]:
    """The story that `story new` makes of a file."""
    told: dict[str, Any] = desk.tells(
        "story", "show", desk.prints("story", "new", file, "--as", WRITER, *options)
    )
    return told


def texts(told: dict[str, Any]) -> list[tuple[str, str]]:
    """Style and words of each text block."""
    return [
        (block["style"], "".join(child["text"] for child in block["children"]))
        for block in told["body"]
        if block["_type"] == "block"
    ]


def order(told: dict[str, Any]) -> list[str]:
    """The first word of each text block, and "photo" where one stands."""
    return [
        "photo" if block["_type"] == "photo" else block["children"][0]["text"].split()[0]
        for block in told["body"]
    ]


def body_of(number: int) -> str:
    """A text of so many paragraphs, each opening with its number in words."""
    words = ("Satu", "Dua", "Tiga", "Empat", "Lima")[:number]
    return "# JUDUL\n\n" + "".join(f"{word} kalimat panjang tentang pasar di tepi danau.\n\n" for word in words)


@pytest.mark.parametrize("name", ["naskah.md", "naskah.txt", "naskah.html", "naskah.htm", "naskah.docx"])
def test_every_kind_of_file_tells_the_same_story(
    staffed: Terminal, tmp_path: Path, write: Write, name: str
) -> None:
    if name.endswith(".docx"):
        file = word_file(tmp_path / name)
    else:
        file = write(name, {"md": MARKDOWN, "txt": PLAIN}.get(name.split(".")[1], HTML))
    told = told_by(staffed, file)
    assert told["headline"] == "PASAR TERAPUNG DIBUKA LAGI"
    assert told["dateline"] == "Tirta"
    assert told["writers"] == ["Ratri Maheswari"]
    assert told["editors"] == ["Sekar Larasati"]
    quote = "normal" if name.endswith(".txt") else "blockquote"
    assert texts(told) == [
        ("normal", "Pasar terapung dibuka lagi."),
        (quote, "“Kami rindu berdagang,” kata Wati."),
    ]


def test_pictures_of_a_word_file_come_with_it(staffed: Terminal, tmp_path: Path) -> None:
    file = word_file(tmp_path / "naskah.docx", picture(tmp_path / "dermaga.png", (640, 480)))
    told = told_by(staffed, file)
    (photo,) = told["photos"]
    assert (photo["width"], photo["height"], photo["caption"]) == (640, 480, "RAMAI: Pembeli di dermaga.")
    assert [block["photo"] for block in told["body"] if block["_type"] == "photo"] == [photo["key"]]


@pytest.mark.parametrize(
    ("opening", "dateline", "day", "left"),
    [
        ("Tirta, Warga berkumpul.", "Tirta", None, "Warga berkumpul."),
        ("Kota Tirta (11/9) – Warga berkumpul.", "Kota Tirta", "day", "Warga berkumpul."),
        ("TIRTA — Warga berkumpul.", "TIRTA", None, "Warga berkumpul."),
        (
            f"Tirta, Warga berkumpul, {WEEKDAY} (11/9), di balai.",
            "Tirta",
            "day",
            f"Warga berkumpul, {WEEKDAY} (11/9), di balai.",
        ),
        ("Warga berkumpul di balai kota.", "", None, "Warga berkumpul di balai kota."),
    ],
)
def test_the_dateline_is_taken_where_it_is_plain_to_see(
    staffed: Terminal, write: Write, opening: str, dateline: str, day: str | None, left: str
) -> None:
    told = told_by(staffed, write("naskah.txt", f"JUDUL\n\n{opening}\n\nParagraf kedua.\n"))
    assert told["dateline"] == dateline
    assert told["event_date"] == (DAY.isoformat() if day else None)
    assert texts(told) == [("normal", left), ("normal", "Paragraf kedua.")]


def test_the_first_heading_is_the_headline_and_else_the_first_line(staffed: Terminal, write: Write) -> None:
    heading = told_by(staffed, write("a.md", "# Judul Pertama\n\nIsi.\n\n## Bagian\n\nLagi.\n"))
    line = told_by(staffed, write("b.txt", "Judul Pertama\n\nIsi.\n"))
    assert heading["headline"] == line["headline"] == "Judul Pertama"
    assert texts(heading) == [("normal", "Isi."), ("h2", "Bagian"), ("normal", "Lagi.")]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Penulis : Ani & Budi", ["Ani", "Budi"]),
        ("Penulis: Ani dan Budi", ["Ani", "Budi"]),
        ("Words: Ann and Ben", ["Ann", "Ben"]),
        ("Penulis : Ani; Budi; Citra", ["Ani", "Budi", "Citra"]),
        ("Penulis : Budi, S.Sos.", ["Budi, S.Sos."]),
        ("Penulis : Budi, S.Sos., M.Si. & Ani", ["Budi, S.Sos., M.Si.", "Ani"]),
        ("Penulis : Humas Kota Tirta", ["Humas Kota Tirta"]),
    ],
)
def test_names_end_at_their_joints_and_not_at_a_degree(
    staffed: Terminal, write: Write, line: str, names: list[str]
) -> None:
    told = told_by(staffed, write("naskah.txt", f"JUDUL\n\nTirta, Isi naskah.\n\n{line}\n"))
    assert told["writers"] == names
    assert texts(told) == [("normal", "Isi naskah.")]


def test_credits_at_the_foot_are_not_body_in_either_language(staffed: Terminal, write: Write) -> None:
    indonesian = told_by(staffed, write("a.txt", "J\n\nIsi.\n\nPenulis : Ani\nFoto : Budi\nEditor : Citra\n"))
    english = told_by(staffed, write("b.txt", "J\n\nText.\n\nWriter: Ani\nPhotos: Budi\nEditor: Citra\n"))
    for told in (indonesian, english):
        assert (told["writers"], told["photographers"], told["editors"]) == (["Ani"], ["Budi"], ["Citra"])
        assert len(told["body"]) == 1


def test_what_is_named_beside_the_file_goes_before_what_it_says(staffed: Terminal, write: Write) -> None:
    named = ("--headline", "Judul lain", "--section", "Siaran Pers", "--writer", "Ani", "--writer", "Budi")
    told = told_by(staffed, write("naskah.md", MARKDOWN), *named, "--editor", "Citra")
    assert told["headline"] == "Judul lain"
    assert told["section"] == "Siaran Pers"
    assert told["writers"] == ["Ani", "Budi"]
    assert told["editors"] == ["Citra"]


def test_a_photo_line_is_made_from_the_photos_where_the_text_has_none(ready: Terminal, story: str) -> None:
    assert ready.tells("story", "show", story)["photographers"] == ["Bayu Nirwana", "Humas Kota Tirta"]
    assert "Foto : Bayu Nirwana & Humas Kota Tirta\n" in ready.does("story", "show", story)


def test_saving_keeps_the_photos_where_their_neighbours_still_are(
    staffed: Terminal, tmp_path: Path, write: Write
) -> None:
    story = staffed.prints("story", "new", write("naskah.md", body_of(4)), "--as", WRITER)
    image = picture(tmp_path / "pasar.jpg")
    staffed.prints("photo", "add", story, image, "--after", 2, "--as", PHOTOGRAPHER)
    before = staffed.tells("story", "show", story)
    assert order(before) == ["Satu", "Dua", "photo", "Tiga", "Empat"]

    longer = body_of(5).replace("Satu kalimat", "Nol pembuka baru.\n\nSatu kalimat")
    staffed.does("story", "save", story, write("naskah.md", longer), "--as", WRITER)
    after = staffed.tells("story", "show", story)
    assert order(after) == ["Nol", "Satu", "Dua", "photo", "Tiga", "Empat", "Lima"]
    assert after["photos"] == before["photos"]
    assert {block["_key"] for block in before["body"]} < {block["_key"] for block in after["body"]}


def test_a_photo_whose_neighbours_are_gone_stays_with_the_story(
    staffed: Terminal, tmp_path: Path, write: Write
) -> None:
    story = staffed.prints("story", "new", write("naskah.md", body_of(4)), "--as", WRITER)
    staffed.prints("photo", "add", story, picture(tmp_path / "a.jpg"), "--after", 2, "--as", PHOTOGRAPHER)
    staffed.does("story", "save", story, write("naskah.md", "# JUDUL\n\nLain sama sekali.\n"), "--as", WRITER)
    told = staffed.tells("story", "show", story)
    assert len(told["photos"]) == 1
    assert ("normal", "Lain sama sekali.") in texts(told)


def test_saving_the_same_text_makes_no_revision(ready: Terminal, story: str, write: Write) -> None:
    before = ready.tells("story", "show", story)
    ready.does("story", "save", story, write("naskah.md", STORY), "--as", WRITER)
    assert ready.tells("story", "show", story) == before


def test_an_approved_story_is_saved_only_with_yes_and_then_is_a_draft(
    ready: Terminal, story: str, write: Write
) -> None:
    ready.does("submit", story, "--as", WRITER)
    ready.does("approve", story, "--as", EDITOR)
    approved = ready.tells("story", "show", story)
    mended = write("naskah.md", STORY.replace("400", "450"))

    said = ready.refuses("story", "save", story, mended, "--as", WRITER)
    assert "--yes" in said
    assert ready.tells("story", "show", story) == approved

    answer = ready.run("story", "save", story, mended, "--as", WRITER, "--yes")
    assert answer.status == 0
    assert answer.sentence == "Persetujuan tidak berlaku lagi: naskah sudah diubah."
    told = ready.tells("story", "show", story)
    assert told["state"] == "draft"
    assert told["revision"] != approved["revision"]
    assert "450" in json.dumps(told["body"])
