"""Making, opening and closing a newsroom folder; reading and writing from any thread."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from sqlalchemy.exc import DBAPIError

from editor_app.storage import dialect, people, settings
from editor_app.storage.backups import back_up
from editor_app.storage.driver import DRIVER, FORMAT
from editor_app.storage.folder import NewsroomFolder
from editor_app.storage.store import Store, create_store, open_store
from editor_app.story.people import Person, Role
from editor_app.words import Refused, Trouble
from tests.storage.samples import NOON, new_id

WITH_WAL = dialect.journaling()[0] == "wal"


def everything_in(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def set_name(store: Store, name: str) -> None:
    with store.writing() as tx:
        settings.put(tx, "name", name)


def name_of(store: Store) -> str | None:
    with store.reading() as tx:
        return settings.get(tx, "name")


def test_a_new_newsroom_has_its_folders_and_is_open_for_writing(tmp_path: Path) -> None:
    path = tmp_path / "kantor" / "redaksi % ? # é"
    with create_store(path) as store:
        assert store.writable
        assert store.holder is None
        set_name(store, "Humas Kota Tirta")
    assert {entry.name for entry in path.iterdir() if entry.is_dir()} == {
        "media",
        "house-style",
        "backups",
        "exports",
    }
    with open_store(path, write=False) as store:
        assert name_of(store) == "Humas Kota Tirta"


def test_a_closed_newsroom_is_one_file_and_nobody_holds_it(newsroom: Path) -> None:
    with open_store(newsroom, write=True) as store:
        set_name(store, "Humas")
    assert {entry.name for entry in newsroom.iterdir() if entry.is_file()} == {
        "newsroom.db",
        "newsroom.lock",
        "newsroom.device",
    }


def test_a_newsroom_is_not_made_over_another(newsroom: Path) -> None:
    before = everything_in(newsroom)
    with pytest.raises(Refused) as caught:
        create_store(newsroom)
    assert caught.value.message.code == "newsroom-exists"
    assert caught.value.message.params == {"folder": str(newsroom)}
    assert everything_in(newsroom) == before


@pytest.mark.parametrize("left", ["media/ab", "backups/newsroom-2026.db", "house-style/0123.toml"])
def test_a_newsroom_is_not_made_over_what_is_left_of_one(tmp_path: Path, left: str) -> None:
    (tmp_path / left).parent.mkdir()
    (tmp_path / left).touch()
    with pytest.raises(Refused) as caught:
        create_store(tmp_path)
    assert caught.value.message.code == "newsroom-exists"
    assert not (tmp_path / "newsroom.db").exists()


def test_a_newsroom_is_not_made_in_place_of_a_file(tmp_path: Path) -> None:
    file = tmp_path / "redaksi"
    file.write_text("catatan")
    with pytest.raises(Refused) as caught:
        create_store(file)
    assert caught.value.message.code == "folder-is-file"


def test_a_folder_below_a_file_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "catatan").touch()
    with pytest.raises(Trouble) as caught:
        create_store(tmp_path / "catatan" / "redaksi")
    assert caught.value.message.code == "file-not-written"


@pytest.mark.parametrize("write", [True, False])
def test_opening_where_no_newsroom_is_makes_none(tmp_path: Path, write: bool) -> None:  # noqa: FBT001 - a case
    with pytest.raises(Refused) as caught:
        open_store(tmp_path, write=write)
    assert caught.value.message.code == "newsroom-missing"
    assert caught.value.message.params == {"folder": str(tmp_path)}
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("write", [True, False])
def test_a_newsroom_of_a_newer_program_is_refused_untouched(newsroom: Path, write: bool) -> None:  # noqa: FBT001
    run_beside(newsroom, f"PRAGMA user_version={FORMAT + 1}")
    before = everything_in(newsroom)
    with pytest.raises(Refused) as caught:
        open_store(newsroom, write=write)
    assert caught.value.message.code == "database-newer"
    assert caught.value.message.params["format"] == FORMAT + 1
    assert everything_in(newsroom) == before


@pytest.mark.skipif(not WITH_WAL, reason="this SQLite keeps no write-ahead log")
def test_a_newer_newsroom_whose_program_was_killed_is_refused_untouched(newsroom: Path, tmp_path: Path) -> None:
    killed = tmp_path / "dibunuh"
    with open_store(newsroom, write=True) as store:
        with store.writing() as tx:
            dialect.mark(tx, FORMAT + 1)
        shutil.copytree(newsroom, killed)  # the new number stands in the log alone, as after a kill
    database, log = killed / "newsroom.db", killed / "newsroom.db-wal"
    before = database.read_bytes(), log.read_bytes()
    with pytest.raises(Refused) as caught:
        open_store(killed, write=True)
    assert caught.value.message.code == "database-newer"
    assert (database.read_bytes(), log.read_bytes()) == before


def test_the_database_of_another_program_is_refused_untouched(tmp_path: Path) -> None:
    run_beside(tmp_path, "CREATE TABLE recipe (name TEXT)")
    before = everything_in(tmp_path)
    with pytest.raises(Refused) as caught:
        open_store(tmp_path, write=True)
    assert caught.value.message.code == "database-foreign"
    assert everything_in(tmp_path) == before


def test_what_is_read_is_one_state_whatever_is_written_meanwhile(store: Store) -> None:
    if not WITH_WAL:
        pytest.skip("in rollback mode a reader keeps the writer waiting")
    set_name(store, "satu")
    with store.reading() as reading:
        assert settings.get(reading, "name") == "satu"
        set_name(store, "dua")
        assert settings.get(reading, "name") == "satu"
    assert name_of(store) == "dua"


def test_an_error_undoes_all_that_was_written_in_the_transaction(store: Store) -> None:
    set_name(store, "lama")

    def write_and_fail() -> None:
        with store.writing() as tx:
            settings.put(tx, "name", "baru")
            raise LookupError

    with pytest.raises(LookupError):
        write_and_fail()
    assert name_of(store) == "lama"
    set_name(store, "baru")
    assert name_of(store) == "baru"


def test_a_reader_cannot_write(store: Store) -> None:
    with pytest.raises(Trouble) as caught, store.reading() as tx:
        settings.put(tx, "name", "baru")
    assert caught.value.message.code == "folder-read-only"
    assert name_of(store) is None


def test_a_transaction_is_not_opened_in_another(store: Store) -> None:
    with store.writing() as outer:
        settings.put(outer, "name", "luar")
        with pytest.raises(RuntimeError), store.writing():
            pass
    assert name_of(store) == "luar"


def test_a_fault_of_the_program_is_not_called_trouble(store: Store) -> None:
    with pytest.raises(DBAPIError, match="no such table"), store.reading() as tx:
        tx.exec_driver_sql("SELECT * FROM recipe")


def test_many_threads_write_and_read_and_nothing_is_lost(store: Store) -> None:
    threads, each = 6, 15
    start = Barrier(threads)

    def write(thread: int) -> None:
        start.wait()
        for number in range(each):
            with store.writing() as tx:
                settings.put(tx, "count", str(int(settings.get(tx, "count") or 0) + 1))
                people.put(tx, Person(new_id(), f"Orang {thread}-{number}", frozenset({Role.WRITER})))
            with store.reading() as tx:
                assert len(people.everyone(tx)) >= number + 1

    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(write, range(threads)))
    with store.reading() as tx:
        assert settings.get(tx, "count") == str(threads * each)
        assert len(people.everyone(tx)) == threads * each


def test_a_closed_store_is_not_used_and_may_be_closed_again(newsroom: Path) -> None:
    store = open_store(newsroom, write=True)
    store.close()
    store.close()
    with pytest.raises(RuntimeError), store.reading():
        pass
    with pytest.raises(RuntimeError), store.writing():
        pass
    open_store(newsroom, write=True).close()


def test_closing_while_somebody_reads_loses_nothing(newsroom: Path) -> None:
    store = open_store(newsroom, write=True)
    set_name(store, "Humas")
    with open_store(newsroom, write=False) as reader, reader.reading() as tx:
        assert settings.get(tx, "name") == "Humas"
        store.close()
    with open_store(newsroom, write=True) as again:
        assert name_of(again) == "Humas"


def test_the_device_stays_with_the_folder(newsroom: Path) -> None:
    with open_store(newsroom, write=True) as store:
        device = store.device
    with open_store(newsroom, write=True) as store:
        assert store.device == device
    with open_store(newsroom, write=False) as store:
        assert store.device == device


def test_a_copied_folder_gets_a_device_of_its_own(newsroom: Path, tmp_path: Path) -> None:
    with open_store(newsroom, write=True) as store:
        device = store.device
    copy = tmp_path / "salinan"
    shutil.copytree(newsroom, copy)
    with open_store(copy, write=True) as store:
        assert store.device != device
        own = store.device
    with open_store(copy, write=True) as store:
        assert store.device == own
    with open_store(newsroom, write=True) as store:
        assert store.device == device


def test_a_database_that_was_put_back_from_a_copy_gets_a_new_device(newsroom: Path) -> None:
    database = NewsroomFolder(newsroom).database
    with open_store(newsroom, write=True) as store:
        device = store.device
    copy = database.read_bytes()
    with open_store(newsroom, write=True) as store:
        assert store.device == device
    database.write_bytes(copy)  # the same file at the same place, even by its number
    with open_store(newsroom, write=True) as store:
        assert store.device != device


def test_a_backup_that_was_put_back_gets_a_new_device(newsroom: Path) -> None:
    with open_store(newsroom, write=True) as store:
        device = store.device
        backup = back_up(store.folder, label="uji", at=NOON)
    store.folder.database.write_bytes(backup.read_bytes())
    with open_store(newsroom, write=True) as store:
        assert store.device != device


@pytest.mark.parametrize("token", [None, b"", b"\xff"])
def test_a_folder_whose_token_is_lost_gets_a_new_device(newsroom: Path, token: bytes | None) -> None:
    with open_store(newsroom, write=True) as store:
        device = store.device
    store.folder.token.unlink() if token is None else store.folder.token.write_bytes(token)
    with open_store(newsroom, write=True) as store:
        assert store.device != device


def test_the_connections_are_as_the_design_wants_them(store: Store) -> None:
    mode, level = dialect.journaling()
    wanted = {
        "foreign_keys": 1,
        "busy_timeout": 5000,
        "journal_mode": mode,
        "synchronous": {"full": 2, "extra": 3}[level],
        "trusted_schema": 0,
        "cell_size_check": 1,
        "application_id": dialect.APPLICATION_ID,
        "user_version": FORMAT,
    }
    for opened in (store.reading, store.writing):
        with opened() as tx:
            found = {name: tx.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in wanted}
        assert found == wanted


def test_an_older_sqlite_keeps_a_rollback_journal() -> None:
    assert dialect.journaling((3, 51, 2)) == ("delete", "extra")
    assert dialect.journaling((3, 51, 3)) == ("wal", "full")


def run_beside(folder: Path, statement: str) -> None:
    """Changes the database as another program would."""
    connection = DRIVER.connect(folder / "newsroom.db")
    connection.execute(statement)
    connection.commit()
    connection.close()
