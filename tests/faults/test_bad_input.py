"""Bad input by the command: exit 1, one plain sentence that names what is wrong, and nothing saved changes."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from tests.faults.kept import kept
from tests.journeys.press import EDITOR, PHOTOGRAPHER, WRITER
from tests.journeys.terminal import Terminal

Make = Callable[[Path], Path]


def jpeg(size: tuple[int, int] = (640, 480)) -> bytes:
    stream = io.BytesIO()
    Image.effect_noise(size, 60).convert("RGB").save(stream, "JPEG")
    return stream.getvalue()


def png(size: tuple[int, int] = (320, 240)) -> bytes:
    stream = io.BytesIO()
    Image.effect_noise(size, 60).save(stream, "PNG")
    return stream.getvalue()


def header_of_a_huge_png() -> bytes:
    """A PNG whose header promises 30,000 × 30,000 px; nobody may begin to decode it."""
    header = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", zlib.compress(b"\0" * 1000)), (b"IEND", b"")]
    body = b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + body


def zip_of(**files: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


def with_bytes(name: str, data: bytes) -> Make:
    def make(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(data)
        return path

    return make


def missing(name: str) -> Make:
    return lambda folder: folder / name


def a_folder(name: str) -> Make:
    def make(folder: Path) -> Path:
        (folder / name).mkdir()
        return folder / name

    return make


BAD_IMAGES = {
    "missing": (missing("foto.jpg"), "not there"),
    "empty": (with_bytes("foto.jpg", b""), "empty"),
    "truncated jpeg": (with_bytes("foto.jpg", jpeg()[:9000]), "cut off"),
    "truncated png": (with_bytes("foto.png", png()[:-40]), "cut off"),
    "only a header": (with_bytes("foto.jpg", jpeg()[:30]), ""),
    "damaged": (with_bytes("foto.png", png()[:2000] + b"\0" * 500 + png()[2500:]), ""),
    "a text called jpg": (with_bytes("foto.jpg", b"Bukan foto, hanya teks.\n" * 20), "not a photo"),
    "a page called png": (with_bytes("foto.png", b"<!DOCTYPE html><svg></svg>"), "not a photo"),
    "a program called jpg": (with_bytes("foto.jpg", b"\x7fELF" + bytes(500)), "not a photo"),
    "oversized": (with_bytes("foto.png", header_of_a_huge_png()), "150"),
    "a folder": (a_folder("foto.jpg"), "folder"),
}
BAD_TEXTS = {
    "missing": (missing("naskah.md"), ""),
    "empty": (with_bytes("naskah.txt", b""), ""),
    "blank": (with_bytes("naskah.md", b"\n \n\t\n"), ""),
    "a folder": (a_folder("naskah.md"), ""),
    "a docx that is text": (with_bytes("naskah.docx", b"Tirta, Warga berkumpul."), "Word"),
    "a docx that is a picture": (with_bytes("naskah.docx", png()), "Word"),
    "a docx that is another zip": (with_bytes("naskah.docx", zip_of(**{"a.txt": b"x"})), "Word"),
    "a docx cut off": (with_bytes("naskah.docx", zip_of(**{"word/document.xml": b"<x/>" * 400})[:300]), "Word"),
    "a docx with broken XML": (
        with_bytes("naskah.docx", zip_of(**{"word/document.xml": b"<w:document><w:body>"})),
        "Word",
    ),
    "an old doc": (with_bytes("naskah.doc", b"\xd0\xcf\x11\xe0" + bytes(200)), "Word"),
    "Latin-1": (with_bytes("naskah.txt", "Tirta, Café naïf.".encode("latin-1")), "UTF-8"),
    "UTF-16 without a mark": (with_bytes("naskah.txt", "JUDUL\n\nTirta, Isi.".encode("utf-16-le")), "control"),
    "a picture called txt": (with_bytes("naskah.txt", jpeg()), ""),
    "control characters": (with_bytes("naskah.md", b"# J\n\nTirta, \x1b[31mIsi\x07.\n"), "line 3"),
    "no known kind": (with_bytes("naskah.pdf", b"%PDF-1.7"), ""),
}


@pytest.fixture
def newsroom(ready: Terminal) -> Terminal:
    """A newsroom that was opened once, so that nothing of it is due any more."""
    ready.refuses("submit", "0")
    return ready


@pytest.mark.parametrize("case", BAD_IMAGES)
def test_a_bad_image(newsroom: Terminal, story: str, tmp_path: Path, case: str) -> None:
    make, says = BAD_IMAGES[case]
    image = make(tmp_path)
    before = kept(newsroom.folder)
    words = ("photo", "add", story, image, "--as", PHOTOGRAPHER)
    said = newsroom.speaking("en").refuses(*words)
    assert image.name in said
    assert says in said, said
    assert said != newsroom.refuses(*words)
    assert kept(newsroom.folder) == before


def test_an_image_with_another_kinds_suffix_is_what_it_is(newsroom: Terminal, story: str, tmp_path: Path) -> None:
    image = with_bytes("foto.jpg", png())(tmp_path)
    key = newsroom.prints("photo", "add", story, image, "--as", PHOTOGRAPHER)
    added = newsroom.tells("photo", "list", story)[-1]
    assert (added["key"], added["width"], added["height"]) == (key, 320, 240)


@pytest.mark.parametrize("case", BAD_TEXTS)
@pytest.mark.parametrize("verb", ["new", "save"])
def test_a_bad_text_file(newsroom: Terminal, story: str, tmp_path: Path, case: str, verb: str) -> None:
    make, says = BAD_TEXTS[case]
    file = make(tmp_path)
    before = kept(newsroom.folder)
    words = ("story", "new", file) if verb == "new" else ("story", "save", story, file)
    said = newsroom.speaking("en").refuses(*words, "--as", WRITER)
    assert file.name in said
    assert says in said, said
    assert said != newsroom.refuses(*words, "--as", WRITER)
    assert kept(newsroom.folder) == before


@pytest.mark.parametrize(
    "words",
    [
        ("person", "add", "Budi\x1b[31m", "--role", "writer"),
        ("person", "add", "Budi\udcff", "--role", "writer"),
        ("story", "list", "--search", "a\x00b".replace("\x00", "\x01")),
        ("submit", "0", "--as", WRITER, "--note", "bel\x07"),
        ("photo", "add", "0", "foto.jpg", "--caption", "a\x08b", "--as", PHOTOGRAPHER),
        ("story", "new", "naskah.md", "--headline", "a\x7f", "--as", WRITER),
    ],
)
def test_control_characters_behind_a_command(newsroom: Terminal, words: tuple[str, ...]) -> None:
    before = kept(newsroom.folder)
    said = newsroom.speaking("en").refuses(*words)
    assert "control characters" in said
    assert said.isprintable()
    assert kept(newsroom.folder) == before


@pytest.mark.parametrize(
    "words",
    [
        ("story", "show", "ada\nyang\tlain"),
        ("submit", "0", "--as", "Bukan\nSiapa"),
        ("verify", "a\x1bb.zip"),
        ("story", "new", "a\nb.txt", "--as", WRITER),
        ("live", "0", "--address", "x\n\ny", "--as", EDITOR),
        ("init", "--style", "\t"),
    ],
)
def test_a_name_that_breaks_lines_breaks_no_sentence(newsroom: Terminal, words: tuple[str, ...]) -> None:
    assert newsroom.refuses(*words).isprintable()


def test_an_unknown_person(newsroom: Terminal, story: str) -> None:
    before = kept(newsroom.folder)
    for words in (("submit", story), ("approve", story), ("spike", story), ("withdraw", story, "--note", "x")):
        said = newsroom.speaking("en").refuses(*words, "--as", "Tidak Dikenal")
        assert "Tidak Dikenal" in said
        assert WRITER in said  # who is known
    assert kept(newsroom.folder) == before


@pytest.mark.parametrize("story_id", ["tidak-ada", "%", "_", "' OR 1=1 --", ""])
def test_an_unknown_id(newsroom: Terminal, tmp_path: Path, story_id: str) -> None:
    before = kept(newsroom.folder)
    assert f"“{story_id}”" in newsroom.refuses("spike", story_id, "--as", EDITOR)
    newsroom.refuses("story", "show", story_id, "--json")
    image = with_bytes("foto.jpg", jpeg())(tmp_path)
    newsroom.refuses("photo", "add", story_id, image, "--as", PHOTOGRAPHER)
    assert kept(newsroom.folder) == before


@pytest.mark.parametrize(
    "words",
    [
        ("approve",),
        ("return", "--note", "x"),
        ("recall",),
        ("correct", "--note", "x"),
        ("restore",),
        ("live", "--address", "https://tirta.example"),
        ("export", "--format", "docx"),
        ("export", "--format", "html"),
        ("export", "--format", "bundle"),
    ],
)
def test_an_action_that_the_state_does_not_allow(
    newsroom: Terminal, story: str, tmp_path: Path, words: tuple[str, ...]
) -> None:
    before = kept(newsroom.folder)
    verb, *options = words
    out = tmp_path / "keluar"
    where = ("--out", out) if verb == "export" else ()
    assert "“Draft”" in newsroom.speaking("en").refuses(verb, story, *options, *where, "--as", EDITOR)
    assert kept(newsroom.folder) == before
    assert not out.exists()


@pytest.mark.parametrize("kind", ["docx", "html", "bundle"])
def test_an_export_whose_original_was_altered_or_lost(
    newsroom: Terminal, story: str, tmp_path: Path, kind: str
) -> None:
    photo = newsroom.tells("photo", "list", story)[0]
    original = newsroom.folder / "media" / photo["sha256"][:2] / photo["sha256"]
    original.chmod(0o644)
    for spoil in (lambda: original.write_bytes(jpeg()), original.unlink):
        spoil()
        before = kept(newsroom.folder)
        said = newsroom.refuses(
            "export", story, "--proof", "--format", kind, "--out", tmp_path / "keluar", "--as", WRITER
        )
        assert photo["file"] in said
        assert kept(newsroom.folder) == before
        assert not (tmp_path / "keluar").exists()


@pytest.mark.parametrize(
    "data", [b"", b"not a zip", zip_of(**{"a.txt": b"x"}), zip_of(**{"manifest-sha256.txt": b"rubbish"})]
)
def test_a_bundle_that_is_none(newsroom: Terminal, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "paket.zip"
    path.write_bytes(data)
    newsroom.refuses("verify", path)
    assert path.read_bytes() == data


def test_a_bundle_is_told_apart_from_one_that_was_changed(newsroom: Terminal, story: str, tmp_path: Path) -> None:
    bundle = Path(
        newsroom.prints("export", story, "--proof", "--format", "bundle", "--out", tmp_path, "--as", WRITER)
    )
    newsroom.prints("verify", bundle)
    with zipfile.ZipFile(bundle) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    changes = {
        "altered": {**files, "body.html": files["body.html"].replace(b"Wiryo", b"Warso")},
        "missing": {name: data for name, data in files.items() if not name.endswith("-02.jpg")},
        "extra": {**files, "images/lagi.jpg": jpeg()},
    }
    for name, changed in changes.items():
        other = tmp_path / f"{name}.zip"
        other.write_bytes(zip_of(**changed))
        newsroom.refuses("verify", other)
    (tmp_path / "cut.zip").write_bytes(bundle.read_bytes()[:-200])
    newsroom.refuses("verify", tmp_path / "cut.zip")
