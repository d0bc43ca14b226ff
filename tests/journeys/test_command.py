"""The whole job by the command: composed, attached, sent back, mended, approved, exported, live, corrected."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from editor_app.words import Words
from tests.journeys.exports import Expected, Photo, Text, check_bundle, check_docx, check_page
from tests.journeys.press import EDITOR, HEADLINE, PHOTOGRAPHER, SECOND_EDITOR, STORY, WRITER, photo_files
from tests.journeys.terminal import Terminal

EXPECTED = Expected(
    headline=HEADLINE,
    newsroom="Humas Kota Tirta",
    section="Berita",
    approved_by=EDITOR,
    dateline="Tirta, ",
    lead=Photo(
        caption="GOTONG ROYONG: Warga merakit bambu.",
        credit="Bayu Nirwana & Humas Kota Tirta",
        alt="Sekelompok orang mengikat bambu",
        size=(1600, 1067),
    ),
    body=(
        Text("Warga Desa Sumber Arum membangun perpustakaan di atas rakit bambu."),
        Text("“Kami ingin anak-anak betah membaca,” ujar Wiryo.", strong=("betah",)),
        Photo(
            caption="FOKUS: Anak-anak membaca di rak pertama.",
            credit="Bayu Nirwana & Humas Kota Tirta",
            alt="Tiga anak duduk membaca",
            size=(800, 600),
        ),
        Text("Dari bambu sisa", style="h2"),
        Text(
            "Rakitnya memuat 400 buku. Laman desa memuat jadwalnya.",
            links=(("Laman desa", "https://sumber-arum.example/rakit"),),
        ),
    ),
    foot=(
        "Penulis : Ratri Maheswari & Wira Adiguna",
        "Foto : Bayu Nirwana & Humas Kota Tirta",
        "Editor : Sekar Larasati",
    ),
)
MENDED = "Rakitnya memuat 450 buku."
ADDRESS = "https://tirta.example/berita/perpustakaan-apung"


def test_a_story_goes_from_the_empty_folder_to_the_readers(
    empty: Terminal, tmp_path: Path, write: Callable[[str, str], Path]
) -> None:
    desk, out = empty, tmp_path / "keluar"
    story = compose(desk, tmp_path, write)
    assert state(desk, story) == ("draft", "none")
    assert desk.tells("check", story) == []

    desk.does("submit", story, "--as", WRITER)
    assert state(desk, story) == ("in-review", "none")
    desk.does("return", story, "--note", "Jumlah bukunya 450.", "--as", EDITOR)
    assert state(desk, story) == ("returned", "none")
    mended = write("mended.md", STORY.replace("Rakitnya memuat 400 buku.", MENDED))
    desk.does("story", "save", story, mended, "--as", WRITER)
    desk.does("submit", story, "--as", WRITER)
    desk.does("approve", story, "--as", EDITOR)
    assert state(desk, story) == ("approved", "none")

    expected = with_last_paragraph(EXPECTED, MENDED)
    check_exports(desk, story, out, expected)
    assert state(desk, story) == ("approved", "exported")
    desk.does("live", story, "--address", ADDRESS, "--at", "2026-09-12 14:00", "--as", EDITOR)
    assert state(desk, story) == ("approved", "live")

    note = "Buku di rakit berjumlah 500."
    desk.does("correct", story, "--note", note, "--as", EDITOR)
    day = Words("id").date(datetime.now(ZoneInfo("Asia/Jakarta")).date())
    assert state(desk, story) == ("draft", "live")
    corrected = write("corrected.md", STORY.replace("400", "500"))
    desk.does("story", "save", story, corrected, "--as", EDITOR)
    desk.does("submit", story, "--as", EDITOR)
    desk.does("approve", story, "--as", SECOND_EDITOR)
    assert state(desk, story) == ("approved", "live")
    expected = replace(
        with_last_paragraph(EXPECTED, "Rakitnya memuat 500 buku."),
        approved_by=SECOND_EDITOR,
        correction=f"Ralat ({day}): {note}",
    )
    check_exports(desk, story, out / "ralat", expected)

    desk.does("withdraw", story, "--note", "Narasumber mencabut izinnya.", "--as", EDITOR)
    assert state(desk, story) == ("approved", "withdrawn")
    desk.does("spike", story, "--as", EDITOR)
    assert state(desk, story) == ("spiked", "withdrawn")
    desk.does("restore", story, "--as", EDITOR)
    assert state(desk, story) == ("approved", "withdrawn")


def test_a_slip_of_typing_is_corrected_without_a_line_in_print(
    ready: Terminal, story: str, tmp_path: Path, write: Callable[[str, str], Path]
) -> None:
    publish(ready, story, tmp_path)
    ready.does("correct", story, "--minor", "--note", "Salah ketik.", "--as", EDITOR)
    mended = write("mended.md", STORY.replace("rakit bambu", "rakit dari bambu"))
    ready.does("story", "save", story, mended, "--as", WRITER)
    ready.does("submit", story, "--as", WRITER)
    ready.does("approve", story, "--as", SECOND_EDITOR)

    first, *rest = EXPECTED.body
    assert isinstance(first, Text)
    opening = replace(first, text=first.text.replace("rakit bambu", "rakit dari bambu"))
    expected = replace(EXPECTED, body=(opening, *rest), approved_by=SECOND_EDITOR)
    check_exports(ready, story, tmp_path / "lagi", expected)


def test_a_proof_says_on_every_page_that_it_is_none(ready: Terminal, story: str, tmp_path: Path) -> None:
    code = ready.tells("story", "show", story)["code"]
    expected = replace(EXPECTED, approved_by="", proof=f"BELUM DISETUJUI – JANGAN DISEBARKAN · {code}")
    check_exports(ready, story, tmp_path, expected, "--proof", person=PHOTOGRAPHER)
    assert state(ready, story) == ("draft", "none")


def test_the_same_revision_exported_twice_gives_the_same_bytes(
    ready: Terminal, story: str, tmp_path: Path
) -> None:
    publish(ready, story, tmp_path / "satu")
    publish_again = [export(ready, story, kind, tmp_path / "dua") for kind in ("docx", "html", "bundle")]
    first = {path.relative_to(tmp_path / "satu"): path.read_bytes() for path in files(tmp_path / "satu")}
    second = {path.relative_to(tmp_path / "dua"): path.read_bytes() for path in files(tmp_path / "dua")}
    assert len(publish_again) == 3
    assert first == second
    assert len(first) == 1 + 3 + 1  # the document, page and two pictures, the bundle


def compose(desk: Terminal, folder: Path, write: Callable[[str, str], Path]) -> str:
    """An empty folder becomes a newsroom with people and one story with photos; returns its id."""
    assert desk.prints("init", "--name", "Humas Kota Tirta") == str(desk.folder)
    for name, role in ((WRITER, "writer"), (PHOTOGRAPHER, "photographer"), (EDITOR, "editor")):
        desk.prints("person", "add", name, "--role", role)
    desk.prints("person", "add", SECOND_EDITOR, "--role", "editor", "--role", "writer")
    story = desk.prints("story", "new", write("naskah.md", STORY), "--as", WRITER)
    lead, second = photo_files(folder)
    credit = ("--credit", "Bayu Nirwana & Humas Kota Tirta", "--as", PHOTOGRAPHER)
    desk.prints(
        *("photo", "add", story, lead, "--lead", "--caption", "GOTONG ROYONG: Warga merakit bambu."),
        *("--alt", "Sekelompok orang mengikat bambu", *credit),
    )
    desk.prints(
        *("photo", "add", story, second, "--after", 2),
        *("--caption", "FOKUS: Anak-anak membaca di rak pertama.", "--alt", "Tiga anak duduk membaca", *credit),
    )
    return story


def publish(desk: Terminal, story: str, out: Path) -> None:
    """Submits, approves and exports a story in every format."""
    desk.does("submit", story, "--as", WRITER)
    desk.does("approve", story, "--as", EDITOR)
    for kind in ("docx", "html", "bundle"):
        export(desk, story, kind, out)


def check_exports(
    desk: Terminal, story: str, out: Path, expected: Expected, *options: str, person: str = EDITOR
) -> None:
    """Exports a story in every format and reads each file."""
    check_docx(export(desk, story, "docx", out, *options, person=person), expected)
    page = export(desk, story, "html", out, *options, person=person)
    assert page.name == "article.html"
    check_page(page, expected)
    bundle = export(desk, story, "bundle", out, *options, person=person)
    check_bundle(bundle, expected)
    assert expected.headline in desk.prints("verify", bundle)


def export(desk: Terminal, story: str, kind: str, out: Path, *options: str, person: str = EDITOR) -> Path:
    """Exports a story; the path is all that is printed."""
    path = Path(desk.prints("export", story, "--format", kind, "--out", out, "--as", person, *options))
    assert path.is_relative_to(out)
    assert path.is_file()
    return path


def state(desk: Terminal, story: str) -> tuple[str, str]:
    """The state of a story and its publication."""
    told = desk.tells("story", "show", story)
    return told["state"], told["publication"]


def with_last_paragraph(expected: Expected, opening: str) -> Expected:
    """The story with another count of books."""
    *rest, last = expected.body
    assert isinstance(last, Text)
    text = last.text.replace("Rakitnya memuat 400 buku.", opening)
    return replace(expected, body=(*rest, replace(last, text=text)))


def files(folder: Path) -> list[Path]:
    """Every file in a folder."""
    return sorted(path for path in folder.rglob("*") if path.is_file())
