"""Originals and thumbnails: kept as they came, and missed or found out where they are not."""

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.storage import media, thumbnails
from editor_app.storage.folder import NewsroomFolder
from editor_app.storage.media import Original
from editor_app.storage.store import Store
from editor_app.words import Trouble

PICTURE = b"\xff\xd8 an invented picture " * 90_000


@pytest.fixture
def folder(tmp_path: Path) -> NewsroomFolder:
    made = NewsroomFolder(tmp_path)
    made.media.mkdir()
    return made


def camera_file(tmp_path: Path, data: bytes = PICTURE) -> tuple[Path, str]:
    path = tmp_path / "DSC_0042.JPG"
    path.write_bytes(data)
    return path, hashlib.sha256(data).hexdigest()


def test_an_original_is_kept_as_it_came_and_can_no_more_be_written(folder: NewsroomFolder) -> None:
    source, sha256 = camera_file(folder.path)
    media.keep_original(folder, source, sha256)
    kept = media.original_path(folder, sha256)
    assert kept == folder.media / sha256[:2] / sha256
    assert kept.read_bytes() == PICTURE
    assert not kept.stat().st_mode & 0o222
    assert source.exists()
    media.verify_original(folder, sha256)


@given(data=st.binary(min_size=1, max_size=300))
def test_an_original_from_memory_is_kept_under_its_hash(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    folder = NewsroomFolder(tmp_path_factory.mktemp("media"))
    folder.media.mkdir()
    sha256 = media.keep_original_bytes(folder, data)
    assert sha256 == hashlib.sha256(data).hexdigest()
    assert media.original_path(folder, sha256).read_bytes() == data


def test_an_original_that_is_there_is_not_copied_again(folder: NewsroomFolder) -> None:
    source, sha256 = camera_file(folder.path)
    media.keep_original(folder, source, sha256)
    before = media.original_path(folder, sha256).stat()
    source.unlink()
    media.keep_original(folder, source, sha256)
    after = media.original_path(folder, sha256).stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_an_original_that_was_altered_is_found_out_and_mended_by_a_good_copy(folder: NewsroomFolder) -> None:
    source, sha256 = camera_file(folder.path)
    media.keep_original(folder, source, sha256)
    kept = media.original_path(folder, sha256)
    kept.chmod(0o644)
    kept.write_bytes(PICTURE[:-1])
    with pytest.raises(Trouble) as caught:
        media.verify_original(folder, sha256, file="DSC_0042.JPG")
    assert caught.value.message.code == "original-altered"
    assert caught.value.message.params == {"file": "DSC_0042.JPG"}
    media.keep_original(folder, source, sha256)
    media.verify_original(folder, sha256)


def test_an_original_that_is_gone_is_missed(folder: NewsroomFolder) -> None:
    sha256 = media.keep_original_bytes(folder, PICTURE)
    media.original_path(folder, sha256).unlink()
    with pytest.raises(Trouble) as caught:
        media.verify_original(folder, sha256)
    assert caught.value.message.code == "original-missing"
    assert caught.value.message.params == {"file": str(media.original_path(folder, sha256))}


def test_a_picture_that_changed_since_it_was_looked_at_is_not_kept(folder: NewsroomFolder) -> None:
    source, sha256 = camera_file(folder.path)
    source.write_bytes(PICTURE + b"more")
    with pytest.raises(Trouble) as caught:
        media.keep_original(folder, source, sha256)
    assert caught.value.message.code == "original-changed"
    assert caught.value.message.params == {"file": str(source)}
    assert [path for path in folder.media.rglob("*") if path.is_file()] == []


def test_a_picture_that_went_away_is_not_kept(folder: NewsroomFolder) -> None:
    source, sha256 = camera_file(folder.path)
    source.unlink()
    with pytest.raises(Trouble) as caught:
        media.keep_original(folder, source, sha256)
    assert caught.value.message.code == "original-unreadable"
    assert [path for path in folder.media.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize("sha256", ["", "../../newsroom.db", "A" * 64, "a" * 63, "a" * 64 + "\n"])
def test_what_is_no_hash_leads_nowhere(folder: NewsroomFolder, sha256: str) -> None:
    with pytest.raises(ValueError, match=r"^"):
        media.original_path(folder, sha256)


def test_what_is_known_of_originals_is_kept(store: Store) -> None:
    known = [
        Original(f"{number:064x}", f"foto {number}.jpg", "image/jpeg", 10_000_000_000, 6000, 4000)
        for number in range(1, 1203)
    ]
    with store.writing() as tx:
        for original in known:
            media.put(tx, original)
    wanted = [original.sha256 for original in known]
    with store.reading() as tx:
        assert media.get(tx, known[0].sha256) == known[0]
        assert media.get(tx, "f" * 64) is None
        assert media.many(tx, [*wanted, wanted[0], "f" * 64]) == {one.sha256: one for one in known}
        assert media.many(tx, ()) == {}


def test_a_thumbnail_is_kept_by_its_side(store: Store) -> None:
    with store.writing() as tx:
        thumbnails.put(tx, "a" * 64, 320, b"small")
        thumbnails.put(tx, "a" * 64, 640, b"\x00\xff\xd8 larger")
        thumbnails.put(tx, "a" * 64, 320, b"small again")
    with store.reading() as tx:
        assert thumbnails.get(tx, "a" * 64, 320) == b"small again"
        assert thumbnails.get(tx, "a" * 64, 640) == b"\x00\xff\xd8 larger"
        assert thumbnails.get(tx, "a" * 64, 100) is None
        assert thumbnails.get(tx, "b" * 64, 320) is None
