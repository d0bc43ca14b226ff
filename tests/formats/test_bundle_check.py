"""Verifying a bundle: a whole one is described, and each fault is named with its file."""

import hashlib
import io
import json
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editor_app.formats import bundle_zip
from editor_app.formats.bundle_check import BundleFacts, verify_bundle
from editor_app.formats.bundle_writer import write_bundle
from editor_app.formats.edition import Edition
from editor_app.formats.zip_writer import write_zip
from editor_app.story.story import Story
from editor_app.words import Refused, Sayable, Trouble
from tests.formats.editions import edition_of, small_story

STEM = "images/warga-sukamaju-tanam-seribu-pohon-di-tepi-sungai"
Files = dict[str, bytes]


@pytest.fixture
def files(edition: Edition) -> Files:
    with zipfile.ZipFile(io.BytesIO(write_bundle(edition))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture
def fault(tmp_path: Path) -> Callable[..., tuple[str, dict[str, object]]]:
    """What verifying says of these files or bytes: the code, and what its sentence names."""

    def look(bundle: Files | bytes, *, sealed: bool = False) -> tuple[str, dict[str, object]]:
        path = tmp_path / "bundle.zip"
        if isinstance(bundle, dict):
            bundle = write_zip((sealed_again(bundle) if sealed else bundle).items())
        path.write_bytes(bundle)
        with pytest.raises(Refused) as refused:
            verify_bundle(path)
        return refused.value.message.code, dict(refused.value.message.params)

    return look


def sealed_again(files: Files) -> Files:
    """The files with sums that agree with them, as someone would leave them who tampers with care."""
    others = {name: data for name, data in files.items() if name != "manifest-sha256.txt"}
    sums = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in others.items())
    return {**others, "manifest-sha256.txt": sums.encode()}


def changed(files: Files, name: str, change: Callable[[dict[str, Any]], object]) -> Files:
    """The files with one JSON file changed in place."""
    data = json.loads(files[name])
    change(data)
    return {**files, name: json.dumps(data).encode()}


def test_an_approved_bundle_is_verified_and_described(edition: Edition, tmp_path: Path) -> None:
    path = tmp_path / "bundle.zip"
    path.write_bytes(write_bundle(edition))
    facts = verify_bundle(path)
    assert facts == BundleFacts(
        title="WARGA SUKAMAJU TANAM SERIBU POHON DI TEPI SUNGAI",
        code=edition.revision.code,
        approved=True,
        approved_by="Ratna Kusuma",
        files=facts.files,
    )
    assert facts.files[0] == "article.html"
    assert len(facts.files) == 8


@pytest.mark.parametrize("changes", [{"proof": True}, {"proof": True, "newsroom": ""}])
def test_a_proof_is_verified_as_not_approved(changes: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "bundle.zip"
    path.write_bytes(write_bundle(edition_of(small_story(), **changes)))
    assert (verify_bundle(path).approved, verify_bundle(path).approved_by) == (False, "")


@pytest.mark.parametrize("language", ["", "no language", "ar"])
def test_a_story_in_whatever_language_is_verified(language: str, tmp_path: Path) -> None:
    path = tmp_path / "bundle.zip"
    path.write_bytes(write_bundle(edition_of(Story(headline="خبر", language=language))))
    assert verify_bundle(path).title == "خبر"


def test_a_bundle_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        verify_bundle(tmp_path / "none.zip")
    assert refused.value.message.code == "bundle-missing"
    assert refused.value.message.params == {"file": "none.zip"}


def test_a_folder_is_no_bundle(tmp_path: Path) -> None:
    with pytest.raises(Trouble) as trouble:
        verify_bundle(tmp_path)
    assert trouble.value.message.code == "bundle-unreadable"


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"<html>", b"PK\x05\x06" + b"\xff" * 18])
def test_what_is_no_zip_is_refused(data: bytes, fault: Callable[..., Any]) -> None:
    assert fault(data)[0] == "bundle-not-zip"


@pytest.mark.parametrize("name", ["article.html", "body.html", f"{STEM}-02.jpg", "story.json", "manifest.json"])
def test_a_changed_byte_is_found_and_its_file_named(name: str, files: Files, fault: Callable[..., Any]) -> None:
    assert fault({**files, name: files[name] + b" "}) == ("bundle-file-altered", {"name": name})


@pytest.mark.parametrize(
    "name", ["article.html", "body.html", f"{STEM}-01.jpg", "story.json", "manifest.json", "manifest-sha256.txt"]
)
def test_a_missing_file_is_named(name: str, files: Files, fault: Callable[..., Any]) -> None:
    rest = {other: data for other, data in files.items() if other != name}
    assert fault(rest) == ("bundle-file-missing", {"name": name})


def test_an_extra_file_is_named(files: Files, fault: Callable[..., Any]) -> None:
    assert fault({**files, "images/extra.jpg": b""}) == ("bundle-file-extra", {"name": "images/extra.jpg"})


def test_an_extra_file_is_named_even_where_the_sums_list_it(files: Files, fault: Callable[..., Any]) -> None:
    added = {**files, "images/extra.jpg": b""}
    assert fault(added, sealed=True) == ("bundle-file-extra", {"name": "images/extra.jpg"})


def test_a_required_file_is_missing_even_where_the_sums_do_not_list_it(
    files: Files, fault: Callable[..., Any]
) -> None:
    rest = {name: data for name, data in files.items() if name != "body.html"}
    assert fault(rest, sealed=True) == ("bundle-file-missing", {"name": "body.html"})


@pytest.mark.parametrize("line", ["", "zz  article.html", f"{'0' * 64} article.html"])
def test_sums_that_are_none_are_refused_by_line(line: str, files: Files, fault: Callable[..., Any]) -> None:
    sums = files["manifest-sha256.txt"].decode() + f"{line}\n"
    assert fault({**files, "manifest-sha256.txt": sums.encode()}) == (
        "bundle-sums-unreadable",
        {"name": "manifest-sha256.txt", "line": 8},
    )


def test_a_file_that_the_sums_list_twice_is_refused(files: Files, fault: Callable[..., Any]) -> None:
    sums = files["manifest-sha256.txt"] + files["manifest-sha256.txt"]
    assert fault({**files, "manifest-sha256.txt": sums})[0] == "bundle-sums-unreadable"


@pytest.mark.parametrize("name", ["manifest.json", "story.json"])
@pytest.mark.parametrize(
    "data", [b"", b"[]", b"{}", b'{"schema": "1"}', b'{"schema": 0}', b"\xff", b"[" * 99_999]
)
def test_json_that_is_none_is_named(name: str, data: bytes, files: Files, fault: Callable[..., Any]) -> None:
    assert fault({**files, name: data}, sealed=True) == ("bundle-file-unreadable", {"name": name})


@pytest.mark.parametrize("name", ["manifest.json", "story.json"])
def test_a_bundle_of_a_newer_program_is_refused_as_such(
    name: str, files: Files, fault: Callable[..., Any]
) -> None:
    newer = changed(files, name, lambda data: data.update(schema=2))
    assert fault(newer, sealed=True) == ("bundle-newer", {"name": name})


def change_first_block(data: dict[str, Any]) -> None:
    data["body"][0]["children"][0]["text"] = "Dua ribu bibit "


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda data: data.pop("body"), "bundle-file-unreadable"),
        (lambda data: data.update(body=[{"_type": "script", "_key": "x"}]), "bundle-file-unreadable"),
        (lambda data: data.update(headline="\ud800"), "bundle-file-unreadable"),
        (lambda data: data["body"][9].update(level=2**80), "bundle-file-unreadable"),
        (change_first_block, "bundle-content-altered"),
        (lambda data: data.update(headline="Lain"), "bundle-content-altered"),
        (lambda data: data["photos"][0].update(caption="Lain"), "bundle-content-altered"),
        (lambda data: data.update(number=2), "bundle-disagrees"),
        (lambda data: data.update(code="R1-AAAA"), "bundle-disagrees"),
    ],
)
def test_a_story_that_was_tampered_with_is_found(
    change: Callable[[dict[str, Any]], object], code: str, files: Files, fault: Callable[..., Any]
) -> None:
    said, params = fault(changed(files, "story.json", change), sealed=True)
    assert (said, params["name"]) == (code, "story.json")


@pytest.mark.parametrize(
    "field",
    [
        *("story", "revision", "code", "title", "kicker", "standfirst", "dateline", "section", "direction"),
        *("language", "eventDate", "keywords", "writers", "photographers", "editors", "pictures"),
    ],
)
def test_a_manifest_that_says_otherwise_than_the_story_is_found(
    field: str, files: Files, fault: Callable[..., Any]
) -> None:
    for change in (lambda data: data.update({field: "other"}), lambda data: data.pop(field)):
        said = fault(changed(files, "manifest.json", change), sealed=True)
        assert said == ("bundle-disagrees", {"name": "manifest.json", "field": field})


def test_a_manifest_of_another_content_is_found(files: Files, fault: Callable[..., Any]) -> None:
    other = changed(files, "manifest.json", lambda data: data.update(contentHash="0" * 64))
    assert fault(other, sealed=True) == ("bundle-content-altered", {"name": "story.json"})


@pytest.mark.parametrize(
    "field",
    ["sha256", "bytes", "mime", "alt", "caption", "credit", "rights", "lead", "originalSha256", "key"],
)
def test_a_picture_of_which_the_manifest_says_otherwise_is_named(
    field: str, files: Files, fault: Callable[..., Any]
) -> None:
    for change in (
        lambda data: data["pictures"][0].update({field: "other"}),
        lambda data: data["pictures"][0].pop(field),
    ):
        said = fault(changed(files, "manifest.json", change), sealed=True)
        assert said == ("bundle-picture-disagrees", {"name": f"{STEM}-01.jpg"})


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda data: data["pictures"].pop(), ("bundle-disagrees", "manifest.json")),
        (lambda data: data["pictures"].append(data["pictures"][0]), ("bundle-disagrees", "manifest.json")),
        (lambda data: data["pictures"].append("x"), ("bundle-disagrees", "manifest.json")),
        (lambda data: data["pictures"][0].update(path=7), ("bundle-disagrees", "manifest.json")),
        (lambda data: data["pictures"][0].update(path="body.html"), ("bundle-disagrees", "manifest.json")),
        (lambda data: data["pictures"][0].update(path="images/x.jpg"), ("bundle-file-missing", "images/x.jpg")),
    ],
)
def test_a_list_of_pictures_that_is_not_the_storys_is_found(
    change: Callable[[dict[str, Any]], object],
    said: tuple[str, str],
    files: Files,
    fault: Callable[..., Any],
) -> None:
    code, params = fault(changed(files, "manifest.json", change), sealed=True)
    assert (code, params["name"]) == said


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data.update(proof=True),
        lambda data: data.update(approval=None),
        lambda data: data.pop("proof"),
        lambda data: data.update(approval="Ratna"),
        lambda data: data["approval"].update(name=""),
        lambda data: data["approval"].update(event=1),
        lambda data: data["approval"].update(at="kemarin"),
        lambda data: data["approval"].pop("waived"),
    ],
)
def test_a_bundle_that_is_neither_proof_nor_approved_is_refused(
    change: Callable[[dict[str, Any]], object], files: Files, fault: Callable[..., Any]
) -> None:
    said = fault(changed(files, "manifest.json", change), sealed=True)
    assert said == ("bundle-approval-unclear", {"name": "manifest.json"})


@pytest.mark.parametrize(
    "name",
    [
        "/etc/passwd",
        "../x",
        "images/../../x",
        "images//x",
        "./x",
        "images\\x",
        "C:x",
        "a\x00b",
        "a\nb",
        "..",
        "a/./b",
    ],
)
def test_a_name_that_leads_out_is_refused(name: str, files: Files, fault: Callable[..., Any]) -> None:
    stand_in = "Q" * len(name)
    data = write_zip((*files.items(), (stand_in, b"x"))).replace(stand_in.encode(), name.encode())
    code, params = fault(data)
    assert (code, params["name"]) == ("bundle-name-unsafe", name)


def test_a_link_is_refused(files: Files, fault: Callable[..., Any]) -> None:
    stream = io.BytesIO(write_zip(files.items()))
    with zipfile.ZipFile(stream, "a") as archive:
        entry = zipfile.ZipInfo("link")
        entry.create_system = 3
        entry.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(entry, "/etc/passwd")
    assert fault(stream.getvalue())[0] == "bundle-name-unsafe"


def test_a_folder_in_the_zip_is_no_fault(files: Files, tmp_path: Path) -> None:
    path = tmp_path / "bundle.zip"
    path.write_bytes(write_zip((("images/", b""), *files.items())))
    assert "images/" not in verify_bundle(path).files


def test_two_names_that_a_disk_takes_for_one_are_refused(files: Files, fault: Callable[..., Any]) -> None:
    code, params = fault({**files, "Article.HTML": b""})
    assert (code, params["name"]) == ("bundle-name-twice", "Article.HTML")


def test_an_encrypted_file_is_refused(files: Files, fault: Callable[..., Any]) -> None:
    data = bytearray(write_zip(files.items()))
    directory = data.index(b"PK\x01\x02")
    data[directory + 8] |= 1
    assert fault(bytes(data))[0] == "bundle-encrypted"


def test_a_file_damaged_inside_the_zip_is_named(files: Files, fault: Callable[..., Any]) -> None:
    data = write_zip(files.items()).replace(b"Sukamaju", b"Sukamajv", 1)
    code, params = fault(data)
    assert (code, params["name"]) == ("bundle-damaged", "article.html")


def test_an_unknown_packing_is_refused(files: Files, fault: Callable[..., Any]) -> None:
    data = bytearray(write_zip(files.items()))
    directory = data.index(b"PK\x01\x02")
    data[directory + 10] = 77
    assert fault(bytes(data))[0] == "bundle-damaged"


def test_a_small_zip_that_unpacks_to_too_much_is_refused_before_it_is_unpacked(
    files: Files, fault: Callable[..., Any]
) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(3):
            archive.writestr(f"{number}", bytes(bundle_zip.MAX_BYTES // 2))
    code, params = fault(stream.getvalue())
    assert code == "bundle-too-large"
    assert params == {"file": "bundle.zip", "files": 2000, "megabytes": 200}


def test_too_many_files_are_refused(fault: Callable[..., Any]) -> None:
    assert fault(write_zip((f"{number}", b"") for number in range(2001)))[0] == "bundle-too-large"


def test_a_file_larger_than_any_bundle_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "bundle.zip"
    path.write_bytes(bytes(1001))
    with pytest.raises(Refused) as refused:
        bundle_zip.read_files(path, max_bytes=1000)
    assert refused.value.message.code == "bundle-too-large"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=st.data())
def test_a_bundle_with_any_byte_changed_is_whole_or_refused(
    data: st.DataObject, edition: Edition, tmp_path: Path
) -> None:
    bundle = bytearray(write_bundle(edition))
    place = data.draw(st.integers(0, len(bundle) - 1))
    bundle[place] ^= data.draw(st.integers(1, 255))
    path = tmp_path / "bundle.zip"
    path.write_bytes(bundle)
    facts: BundleFacts | None = None
    code = ""
    try:
        facts = verify_bundle(path)
    except Sayable as said:
        code = said.message.code
    assert code.startswith("bundle-") or (facts and facts.approved_by == "Ratna Kusuma")
