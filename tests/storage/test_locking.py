"""One writer a folder, who is named to the others; a killed one holds nothing."""

import os
import platform
from pathlib import Path

import pytest

from editor_app.storage import settings
from editor_app.storage.folder import NewsroomFolder
from editor_app.storage.locking import FolderLock, holder_of
from editor_app.storage.store import create_store, open_store
from editor_app.words import Refused, Trouble
from tests.storage.programs import line_of, running

HOLD = """
import sys
from pathlib import Path
from editor_app.storage import settings
from editor_app.storage.store import open_store
store = open_store(Path(sys.argv[1]), write=True)
with store.writing() as tx:
    settings.put(tx, "name", "Humas")
print("held")
sys.stdin.read()
sys.exit(1)
"""


def test_a_second_writer_is_refused_and_told_who_holds_the_folder(newsroom: Path) -> None:
    with open_store(newsroom, write=True):
        with pytest.raises(Refused) as caught:
            open_store(newsroom, write=True)
        said = caught.value.message
        assert said.code == "folder-held"
        assert (said.params["pid"], said.params["host"]) == (os.getpid(), platform.node())
        assert said.params["folder"] == str(newsroom)
    open_store(newsroom, write=True).close()


def test_a_reader_works_beside_a_writer_and_knows_who_that_is(newsroom: Path) -> None:
    with open_store(newsroom, write=True) as writer, open_store(newsroom, write=False) as reader:
        assert not reader.writable
        assert reader.holder is not None
        assert reader.holder.pid == os.getpid()
        with writer.writing() as tx:
            settings.put(tx, "name", "Humas")
        with reader.reading() as tx:
            assert settings.get(tx, "name") == "Humas"


def test_a_reader_that_wants_to_write_is_told_who_may(newsroom: Path) -> None:
    with (
        open_store(newsroom, write=True),
        open_store(newsroom, write=False) as reader,
        pytest.raises(Refused) as caught,
        reader.writing(),
    ):
        pass
    assert caught.value.message.code == "folder-held"
    assert caught.value.message.params["pid"] == os.getpid()


def test_a_reader_where_nobody_writes_may_not_write_either(newsroom: Path) -> None:
    with open_store(newsroom, write=False) as reader:
        assert reader.holder is None
        with pytest.raises(Refused) as caught, reader.writing():
            pass
    assert caught.value.message.code == "folder-not-held"


def test_a_killed_program_holds_the_folder_no_more_and_its_work_is_there(newsroom: Path) -> None:
    leftover = newsroom / "exports" / ".0123456789abcdef.part"
    with running(HOLD, newsroom) as program:
        assert line_of(program) == "held"
        with pytest.raises(Refused) as caught:
            open_store(newsroom, write=True)
        assert caught.value.message.params["pid"] == program.pid
        leftover.write_bytes(b"half")
        program.kill()
        program.wait()
    folder = NewsroomFolder(newsroom)
    assert folder.holder.exists()
    assert holder_of(folder) is None
    with open_store(newsroom, write=False) as reader:
        assert reader.holder is None
    with open_store(newsroom, write=True) as store, store.reading() as tx:
        assert settings.get(tx, "name") == "Humas"
    assert not leftover.exists()
    assert not folder.holder.exists()


def test_a_temporary_file_is_left_alone_where_nobody_was_killed(newsroom: Path) -> None:
    other = newsroom / "exports" / ".0123456789abcdef.part"
    other.write_bytes(b"somebody's")
    open_store(newsroom, write=True).close()
    assert other.exists()


@pytest.mark.parametrize("note", [b"", b"{", b"[]", b'{"pid": 1}', b'{"pid": null, "host": "", "since": ""}'])
def test_a_holder_whose_note_says_nothing_is_unknown(newsroom: Path, note: bytes) -> None:
    with open_store(newsroom, write=True) as store:
        store.folder.holder.write_bytes(note)
        with pytest.raises(Refused) as caught:
            open_store(newsroom, write=True)
        assert caught.value.message.code == "folder-held-unknown"
        assert holder_of(store.folder) is None


def test_a_newsroom_that_is_being_made_is_not_made_twice(tmp_path: Path) -> None:
    lock = FolderLock(NewsroomFolder(tmp_path))
    lock.take()
    with pytest.raises(Refused) as caught:
        create_store(tmp_path)
    assert caught.value.message.code == "folder-held"
    lock.give_back()
    create_store(tmp_path).close()


def test_a_failed_opening_gives_the_lock_back(newsroom: Path) -> None:
    database = newsroom / "newsroom.db"
    whole = database.read_bytes()
    database.write_bytes(whole[:100] + b"\xff" * (len(whole) - 100))
    with pytest.raises(Trouble, match="database-damaged"):
        open_store(newsroom, write=True)
    database.write_bytes(whole)
    open_store(newsroom, write=True).close()


def test_a_folder_in_which_no_note_can_be_left_is_not_held(newsroom: Path) -> None:
    note = NewsroomFolder(newsroom).holder
    note.mkdir()
    with pytest.raises(Trouble) as caught:
        open_store(newsroom, write=True)
    assert caught.value.message.code == "file-not-written"
    note.rmdir()
    open_store(newsroom, write=True).close()


def test_a_making_that_fails_gives_the_lock_back(tmp_path: Path) -> None:
    in_the_way = tmp_path / "exports"
    in_the_way.touch()
    with pytest.raises(Trouble) as caught:
        create_store(tmp_path)
    assert caught.value.message.code == "file-not-written"
    assert not (tmp_path / "newsroom.db").exists()
    in_the_way.unlink()
    create_store(tmp_path).close()
