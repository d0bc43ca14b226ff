"""Exports and proofs, going live, corrections and withdrawals: what is written, and what is not."""

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZipFile
from zoneinfo import ZoneInfo

import docx
import pytest

from editor_app.formats.bundle_check import verify_bundle
from editor_app.newsroom.landing import ALONE, landing
from editor_app.newsroom.publishing import (
    ExportFormat,
    correct,
    export,
    mark_live,
    web_address,
    withdraw,
)
from editor_app.newsroom.reviewing import approve, record_approval, return_story, submit
from editor_app.story.photo import Crop
from tests.newsroom.press_office import ADDRESS, BAYU, LARAS, RATRI, SEKAR, Office, in_trouble, refused

NOON = datetime(2026, 9, 12, 5, 0, tzinfo=UTC)
KINDS = list(ExportFormat)


def tree(folder: Path) -> dict[str, bytes]:
    """Every file that stands in a folder, hidden ones too."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def page(office: Office, out: Path, **options: object) -> str:
    return office.export(out, ExportFormat.HTML, **options).read_text("utf-8")


def original(office: Office, number: int = 0) -> Path:
    sha256 = office.story.photos[number].sha256
    return office.newsroom.folder / "media" / sha256[:2] / sha256


@pytest.mark.parametrize("kind", KINDS)
def test_an_export_is_named_by_headline_and_code_and_recorded(
    office: Office, kind: ExportFormat, tmp_path: Path
) -> None:
    office.approved()
    out = tmp_path / "keluar" / "baru"
    path = office.export(out, kind)
    name = f"warga-desa-sumber-arum-bangun-perpustakaan-apung-{office.view().head.code}"

    suffix = {"docx": ".docx", "html": "/article.html", "bundle": ".zip"}[kind.value]
    assert path == Path(f"{out / name}{suffix}")
    assert path.is_file()
    assert [entry.name for entry in out.iterdir()] == [path.relative_to(out).parts[0]]
    assert office.state == ("approved", "exported")
    assert office.view().events[-1].data == {"format": kind.value}
    assert office.view().standing.published == office.view().head.id


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_revision_is_the_same_bytes_today_and_tomorrow(
    office: Office, kind: ExportFormat, tmp_path: Path
) -> None:
    office.approved()
    office.export(tmp_path / "satu", kind)
    office.does(mark_live, SEKAR, address=ADDRESS)
    later = office.reopened()
    later.newsroom = replace(later.newsroom, clock=lambda: NOON, name="Diskominfo Kota Tirta")
    later.export(tmp_path / "dua", kind, name=LARAS)
    later.export(tmp_path / "dua", kind)
    assert tree(tmp_path / "satu") == tree(tmp_path / "dua")
    assert later.state == ("approved", "live")
    later.newsroom.close()


@pytest.mark.parametrize("name", [RATRI, BAYU])
def test_only_editors_export(office: Office, name: str, tmp_path: Path) -> None:
    office.approved()
    with refused("denied.not-an-editor", name=name):
        office.export(tmp_path / "keluar", name=name)
    assert not (tmp_path / "keluar").exists()


def test_what_is_not_approved_is_not_exported(office: Office, tmp_path: Path) -> None:
    out = tmp_path / "keluar"
    with refused("denied.state.export"):
        office.export(out)
    office.submitted()
    with refused("denied.state.export"):
        office.export(out)
    office.does(approve, SEKAR)
    office.save(RATRI, kicker="Desa", confirmed=True)
    with refused("denied.state.export"):
        office.export(out)
    assert not out.exists()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("state", ["draft", "in-review", "returned", "approved"])
def test_a_proof_of_any_state_says_that_it_is_none_and_is_named_so(
    office: Office, state: str, kind: ExportFormat, tmp_path: Path
) -> None:
    if state != "draft":
        office.submitted()
    if state == "returned":
        office.does(return_story, SEKAR, note="Periksa.")
    if state == "approved":
        office.does(approve, SEKAR)
    path = office.export(tmp_path, kind, name=BAYU, proof=True)
    code = office.view().head.code
    notice = f"BELUM DISETUJUI – JANGAN DISEBARKAN · {code}"

    assert path.relative_to(tmp_path).parts[0].startswith("warga-desa-sumber-arum")
    assert f"{code}-proof" in str(path.relative_to(tmp_path))
    if kind is ExportFormat.DOCX:
        document = docx.Document(str(path))
        assert notice in document.sections[0].header.paragraphs[0].text
    elif kind is ExportFormat.HTML:
        assert notice in path.read_text("utf-8")
    else:
        assert not verify_bundle(path).approved
        assert notice in ZipFile(path).read("article.html").decode()
    assert office.state == (state, "none")
    assert office.happened[-1] == "proofed"


def test_of_a_spiked_story_there_is_no_proof(office: Office, tmp_path: Path) -> None:
    office.spiked()
    with refused("denied.state.proof"):
        office.export(tmp_path / "keluar", proof=True)
    assert not (tmp_path / "keluar").exists()


@pytest.mark.parametrize("proof", [False, True])
@pytest.mark.parametrize("kind", KINDS)
def test_an_original_that_is_missing_or_altered_stops_the_export(
    office: Office, kind: ExportFormat, tmp_path: Path, *, proof: bool
) -> None:
    office.approved()
    out = tmp_path / "keluar"
    out.mkdir()
    before = office.view()
    whole = original(office, 1).read_bytes()
    original(office, 1).chmod(0o644)
    original(office, 1).write_bytes(original(office).read_bytes())
    with in_trouble("original-altered", file="baca.png"):
        office.export(out, kind, proof=proof)
    original(office, 1).unlink()
    with in_trouble("original-missing", file="baca.png"):
        office.export(out, kind, proof=proof)
    assert tree(out) == {}
    assert office.view() == before

    original(office, 1).write_bytes(whole)
    assert office.export(out, kind, proof=proof).is_file()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("pictures", [0, 1])
def test_an_export_that_is_cancelled_leaves_what_was_there(
    office: Office, kind: ExportFormat, pictures: int, tmp_path: Path
) -> None:
    office.approved().export(tmp_path, kind)
    before, there = office.view(), tree(tmp_path)
    heard: list[tuple[int, int]] = []

    def progress(done: int, of: int) -> bool:
        heard.append((done, of))
        return done < pictures

    with refused("export-cancelled"):
        office.export(tmp_path, kind, progress=progress)
    assert heard == [(done, 2) for done in range(pictures + 1)]
    assert office.view() == before
    assert tree(tmp_path) == there


def test_progress_is_heard_of_every_picture(office: Office, tmp_path: Path) -> None:
    heard: list[int] = []
    office.approved().export(tmp_path, progress=lambda done, _: heard.append(done) or True)
    assert heard == [0, 1]


def test_what_changes_while_pictures_are_made_does_not_leave(office: Office, tmp_path: Path) -> None:
    """Another thread of the same window saves, or returns the story, while the pictures are made."""

    def saves(*_: int) -> bool:
        if office.view().standing.approved:
            office.save(RATRI, kicker="Desa", confirmed=True)
        return True

    with refused("denied.state.export"):
        office.approved().export(tmp_path / "keluar", progress=saves)

    def saves_again(done: int, _: int) -> bool:
        if done == 0:
            office.save(RATRI, kicker="Kota")
        return True

    with refused("story-moved-on"):
        office.export(tmp_path / "keluar", proof=True, progress=saves_again)
    assert tree(tmp_path / "keluar") == {}
    assert "exported" not in office.happened
    assert "proofed" not in office.happened


@pytest.mark.parametrize("kind", KINDS)
def test_an_out_folder_that_is_a_file_is_told(office: Office, kind: ExportFormat, tmp_path: Path) -> None:
    office.approved()
    before = office.view()
    file = tmp_path / "keluar"
    file.write_text("bukan folder")
    for out in (file, file / "dalam"):
        with in_trouble("folder-not-writable", folder=str(out)):
            office.export(out, kind)
    assert file.read_text() == "bukan folder"
    assert office.view() == before


def test_the_folder_of_a_page_is_replaced_whole(office: Office, tmp_path: Path) -> None:
    folder = office.approved().export(tmp_path, ExportFormat.HTML).parent
    there = tree(folder)
    (folder / "images" / "lama.jpg").write_bytes(b"dari ekspor lama")
    (folder / "article.html").write_text("rusak")
    office.export(tmp_path, ExportFormat.HTML)
    assert tree(folder) == there
    assert [entry.name for entry in tmp_path.iterdir() if entry.name != "newsroom"] == [folder.name]
    if os.name != "nt":
        umask = os.umask(0)
        os.umask(umask)
        assert folder.stat().st_mode & 0o777 == 0o777 & ~umask


def not_recorded(target: Path, files: dict[str, bytes], *, arrives: bool) -> None:
    """An export whose record fails, before its files arrived or after."""
    with landing(target, files) as coming:
        if arrives:
            coming.arrive()
            assert target.exists()
        raise KeyError


@pytest.mark.parametrize("arrives", [False, True])
@pytest.mark.parametrize("files", [{"article.html": b"baru", "images/satu.jpg": b"1"}, {ALONE: b"baru"}])
def test_what_landed_goes_again_where_it_was_not_recorded(
    files: dict[str, bytes], tmp_path: Path, *, arrives: bool
) -> None:
    target = tmp_path / "halaman"
    with pytest.raises(KeyError):
        not_recorded(target, files, arrives=arrives)
    assert list(tmp_path.iterdir()) == []

    target.mkdir()
    (target / "article.html").write_bytes(b"lama")
    with pytest.raises(KeyError):
        not_recorded(target, files, arrives=arrives)
    assert tree(tmp_path) == {str(Path("halaman", "article.html")): b"lama"}


def test_a_place_that_is_lost_before_the_arrival_is_told(tmp_path: Path) -> None:
    target = tmp_path / "keluar" / "halaman.docx"
    with in_trouble("file-not-written", file=str(target)), landing(target, {ALONE: b"baru"}) as coming:
        for path in sorted(target.parent.rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
        coming.arrive()


def test_a_name_that_no_disk_takes_is_told_with_its_place(tmp_path: Path) -> None:
    target = tmp_path / f"{'panjang-' * 40}.docx"
    with in_trouble("file-not-written", file=str(target)), landing(target, {ALONE: b"baru"}):
        pytest.fail("nothing can have been prepared")
    assert list(tmp_path.iterdir()) == []


def test_a_crop_is_what_is_printed(office: Office, tmp_path: Path) -> None:
    lead, second = office.story.photos
    office.save(RATRI, photos=(replace(lead, crop=Crop(0, 0, 500, 1000)), second))
    assert 'width="400" height="600"' in page(office.approved(), tmp_path)


def test_an_approval_by_telephone_is_printed_under_the_name_of_who_gave_it(
    office: Office, tmp_path: Path
) -> None:
    office.submitted()
    office.does(
        record_approval,
        SEKAR,
        code=office.view().head.code,
        given_by="Kepala Humas",
        how="telepon",
        when="14.00",
    )
    assert verify_bundle(office.export(tmp_path, ExportFormat.BUNDLE)).approved_by == "Kepala Humas"


def test_who_approved_is_named_in_the_bundle(office: Office, tmp_path: Path) -> None:
    office.approved()
    facts = verify_bundle(office.export(tmp_path, ExportFormat.BUNDLE))
    assert (facts.approved, facts.approved_by, facts.code) == (True, SEKAR, office.view().head.code)


def test_a_story_that_was_exported_goes_live_at_an_address_and_time(office: Office, tmp_path: Path) -> None:
    office.approved()
    with refused("denied.publication.mark-live"):
        office.does(mark_live, SEKAR, address=ADDRESS)
    office.export(tmp_path)
    with refused("address-unusable", address="bukan alamat"):
        office.does(mark_live, SEKAR, address="bukan alamat")
    head = office.view().head
    office.does(mark_live, SEKAR, address=" tirta.example/berita ", at=NOON)

    assert office.state == ("approved", "live")
    assert office.view().standing.address == "https://tirta.example/berita"
    assert office.view().events[-1].data == {
        "address": "https://tirta.example/berita",
        "at": "2026-09-12T05:00:00.000Z",
    }
    assert office.view().head == head


@pytest.mark.parametrize("at", [NOON.replace(tzinfo=None), datetime(1, 1, 1, tzinfo=ZoneInfo("Asia/Jakarta"))])
def test_a_time_without_a_zone_or_before_all_calendars_is_refused(
    office: Office, at: datetime, tmp_path: Path
) -> None:
    office.exported(tmp_path)
    with refused("time-unusable"):
        office.does(mark_live, SEKAR, address=ADDRESS, at=at)
    assert office.state == ("approved", "exported")


def test_going_live_without_a_time_is_going_live_now(office: Office, tmp_path: Path) -> None:
    office.exported(tmp_path)
    office.newsroom = replace(office.newsroom, clock=lambda: NOON)
    office.does(mark_live, SEKAR, address=ADDRESS)
    assert office.view().events[-1].text("at") == "2026-09-12T05:00:00.000Z"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("tirta.example", "https://tirta.example"),
        ("localhost:8080/a", "https://localhost:8080/a"),
        ("https://[2001:db8::1]/a", "https://[2001:db8::1]/a"),
        ("http://tirta.example:8080/a?b=c#d", "http://tirta.example:8080/a?b=c#d"),
        ("HTTPS://Tirta.example/A", "HTTPS://Tirta.example/A"),
        ("\x00https://tirta.example/\n", "https://tirta.example/"),
    ],
)
def test_a_web_address_is_kept_as_typed(typed: str, kept: str) -> None:
    assert web_address(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        *("", " ", "https://", "ftp://tirta.example", "javascript:alert(1)", "file:///etc/hosts"),
        *(
            "mailto:ratri@tirta.example",
            "tirta",
            "https://.",
            "https://tirta.example/a b",
            "https://[::1",
            "https://tirta.example:port/",
        ),
    ],
)
def test_what_is_no_web_address_is_refused(typed: str) -> None:
    with refused("address-unusable", address=typed.strip()):
        web_address(typed)


def corrected(office: Office, **changes: object) -> None:
    """What was begun is written by Ratri and approved by Sekar."""
    office.save(RATRI, **changes)
    office.submitted().does(approve, SEKAR)


def test_a_correction_is_printed_with_its_day(office: Office, tmp_path: Path) -> None:
    office.live(tmp_path)
    first = office.view().head.id
    for empty in ("", " \n"):
        with refused("correction-without-note"):
            office.does(correct, LARAS, note=empty)
    office.newsroom = replace(office.newsroom, clock=lambda: NOON)
    office.does(correct, LARAS, note=" Jumlahnya\x00 450. ")
    assert office.state == ("draft", "live")
    corrected(office, kicker="Ralat")
    assert office.state == ("approved", "live")
    assert office.view().standing.published == first
    assert office.view().row.shown == "approved"

    html = page(office, tmp_path)
    assert "Ralat (12 September 2026):" in html
    assert "Jumlahnya 450." in html


def test_a_slip_of_typing_is_recorded_and_not_printed(office: Office, tmp_path: Path) -> None:
    office.live(tmp_path).does(correct, LARAS, note="Salah ketik.", minor=True)
    corrected(office, kicker="Desa")
    assert "Salah ketik." not in page(office, tmp_path)
    begun = next(event for event in office.view().events if event.kind.value == "correction-begun")
    assert begun.data == {"note": "Salah ketik.", "minor": True}


def test_a_slip_of_typing_after_a_correction_leaves_the_correction_in_print(
    office: Office, tmp_path: Path
) -> None:
    office.live(tmp_path).does(correct, LARAS, note="Jumlahnya 450.")
    corrected(office, kicker="Desa")
    office.export(tmp_path)
    office.does(correct, LARAS, note="", minor=True)
    corrected(office, kicker="Desa kita")
    html = page(office, tmp_path)
    assert "Jumlahnya 450." in html

    office.does(correct, LARAS, note="Jumlahnya 500.")
    corrected(office, kicker="Desa")
    html = page(office, tmp_path)
    assert "Jumlahnya 500." in html
    assert "Jumlahnya 450." not in html


def test_who_begins_a_correction_does_not_approve_it(office: Office, tmp_path: Path) -> None:
    office.live(tmp_path).does(correct, SEKAR, note="Jumlahnya 450.")
    office.save(RATRI, kicker="Ralat")
    office.does(submit, RATRI)
    with refused("denied.own-story", name=SEKAR):
        office.does(approve, SEKAR)
    office.does(approve, LARAS)


def test_a_story_is_withdrawn_with_a_reason(office: Office, tmp_path: Path) -> None:
    office.live(tmp_path)
    with refused("withdraw-without-reason"):
        office.does(withdraw, SEKAR, reason=" ")
    office.does(withdraw, SEKAR, reason="Narasumber mencabut izinnya.")
    assert office.state == ("approved", "withdrawn")
    assert office.view().events[-1].data == {"reason": "Narasumber mencabut izinnya."}
    with refused("denied.publication.withdraw"):
        office.does(withdraw, SEKAR, reason="Lagi.")


def test_what_goes_live_was_exported_in_that_form(office: Office, tmp_path: Path) -> None:
    office.exported(tmp_path).does(correct, LARAS, note="Jumlahnya 450.")
    corrected(office, kicker="Ralat")
    with refused("denied.head-not-exported"):
        office.does(mark_live, SEKAR, address=ADDRESS)
    office.export(tmp_path)
    office.does(mark_live, SEKAR, address=ADDRESS)
    assert office.view().standing.published == office.view().head.id


def test_an_export_of_a_story_that_is_not_there_is_refused(
    office: Office, tmp_path: Path, make_story: Callable[..., object]
) -> None:
    with refused("story-unknown", id="nihil"):
        export(
            office.newsroom,
            story_id="nihil",
            person=office.person(SEKAR),
            format=ExportFormat.DOCX,
            out=tmp_path / "keluar",
        )
