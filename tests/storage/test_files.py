"""Files land whole or not at all."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.storage.files import land, land_made, sweep, write_file
from editor_app.words import Trouble


@given(first=st.binary(max_size=200), second=st.binary(max_size=200))
def test_what_was_written_is_there_in_place_of_what_was(
    tmp_path_factory: pytest.TempPathFactory, first: bytes, second: bytes
) -> None:
    folder = tmp_path_factory.mktemp("berkas")
    path = folder / ("n" * 250 + ".html")  # the longest name that most systems take
    write_file(path, first)
    write_file(path, second)
    assert path.read_bytes() == second
    assert list(folder.iterdir()) == [path]


def test_a_file_that_is_only_read_can_be_replaced(tmp_path: Path) -> None:
    path = tmp_path / "asli"
    land(path, (b"satu",), read_only=True)
    assert not path.stat().st_mode & 0o222
    land(path, (b"du", b"a"), read_only=True)
    assert path.read_bytes() == b"dua"


def test_a_file_has_the_rights_of_any_other(tmp_path: Path) -> None:
    write_file(tmp_path / "ini", b"")
    (tmp_path / "itu").touch()
    assert (tmp_path / "ini").stat().st_mode == (tmp_path / "itu").stat().st_mode


def test_a_file_whose_making_fails_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "berita.html"
    write_file(path, b"lama")

    def make(part: Path) -> None:
        part.write_bytes(b"setengah")
        raise LookupError

    with pytest.raises(LookupError):
        land_made(path, make)
    assert path.read_bytes() == b"lama"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_in_no_folder_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "tidak ada" / "berita.html"
    with pytest.raises(Trouble) as caught:
        write_file(path, b"baru")
    assert caught.value.message.code == "file-not-written"
    assert caught.value.message.params["file"] == str(path)


def test_a_file_is_not_written_over_a_folder(tmp_path: Path) -> None:
    path = tmp_path / "berita.html"
    path.mkdir()
    with pytest.raises(Trouble) as caught:
        write_file(path, b"baru")
    assert caught.value.message.code == "file-not-written"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full")
def test_a_full_disk_leaves_the_old_file_and_is_said(tmp_path: Path) -> None:
    path = tmp_path / "berita.html"
    write_file(path, b"lama")
    with pytest.raises(Trouble) as caught:
        land_made(path, _write_to_the_full_device)
    assert caught.value.message.code == "disk-full"
    assert path.read_bytes() == b"lama"


def test_what_killed_programs_left_is_swept(tmp_path: Path) -> None:
    (tmp_path / ".00aa11bb22cc33dd.part").write_bytes(b"half")
    (tmp_path / ".export.part" / "images").mkdir(parents=True)
    (tmp_path / ".export.part" / "images" / "foto.jpg").write_bytes(b"half")
    (tmp_path / "naskah.part").write_bytes(b"somebody's own")
    sweep((tmp_path, tmp_path / "tidak ada"))
    assert [path.name for path in tmp_path.iterdir()] == ["naskah.part"]


def _write_to_the_full_device(part: Path) -> None:
    part.touch()
    handle = os.open("/dev/full", os.O_WRONLY)
    try:
        os.write(handle, b"baru")
    finally:
        os.close(handle)
