"""The world fails: no room, no rights, damage, a foreign lock, a kill. What was saved is there."""

import errno
import json
import os
import random
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from editor_app.storage import dialect, drafts, people, settings
from editor_app.storage.driver import DRIVER
from editor_app.storage.errors import database_trouble, file_trouble
from editor_app.storage.store import create_store, open_store
from editor_app.story.people import Person
from editor_app.words import Trouble
from tests.storage.bulk import fill
from tests.storage.programs import line_of, run, running
from tests.storage.samples import WRITER, new_id, story_id

AS_NOBODY = ("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups")
POSIX = pytest.mark.skipif(os.name == "nt", reason="resource limits and rights of POSIX systems")


@pytest.fixture
def in_the_open() -> Iterator[Path]:
    """A folder that every user may read and only root may write; pytest's own folders are hidden from others."""
    if sys.platform != "linux" or os.getuid() != 0 or not shutil.which("setpriv"):
        pytest.skip("only root can take rights away, and does so with setpriv")
    if run("print()", before=AS_NOBODY).returncode != 0:
        pytest.skip("this Python is out of other users' reach")
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


@pytest.fixture
def open_newsroom(in_the_open: Path) -> Path:
    """A newsroom with a name, in such a folder."""
    path = in_the_open / "redaksi"
    with create_store(path) as store, store.writing() as tx:
        settings.put(tx, "name", "Humas")
    return path


OPEN = """
import sys
from pathlib import Path
from editor_app.storage import settings
from editor_app.storage.store import create_store, open_store
from editor_app.words import Sayable
try:
    if sys.argv[2] == "create":
        create_store(Path(sys.argv[1])).close()
    else:
        with open_store(Path(sys.argv[1]), write=sys.argv[2] == "write") as store, store.reading() as tx:
            print(settings.get(tx, "name"))
except Sayable as said:
    print(said.message.code)
"""

FILL_UP = """
import resource, signal, sys
from pathlib import Path
from editor_app.storage import settings
from editor_app.storage.media import keep_original_bytes
from editor_app.storage.store import open_store
from editor_app.words import Trouble
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
store = open_store(Path(sys.argv[1]), write=True)
resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, resource.RLIM_INFINITY))
saved = 0
try:
    while True:
        with store.writing() as tx:
            settings.put(tx, f"text-{saved}", "naskah " * 2000)
        saved += 1
except Trouble as trouble:
    print(trouble.message.code)
print(saved)
try:
    keep_original_bytes(store.folder, b"x" * 3_000_000)
except Trouble as trouble:
    print(trouble.message.code)
try:
    with store.writing() as tx:
        settings.put(tx, "name", "kecil")
except Trouble:
    pass
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
with store.writing() as tx:
    settings.put(tx, f"text-{saved}", "naskah " * 2000)
store.close()
"""

TYPE = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from editor_app.storage import drafts
from editor_app.storage.store import open_store
store = open_store(Path(sys.argv[1]), write=True)
number = int(sys.argv[2])
while True:
    number += 1
    with store.writing() as tx:
        drafts.put_changes(
            tx, story_id=sys.argv[3], person=sys.argv[4], base=None, fields={"number": number},
            order=["a1"], blocks={"a1": {"text": f"kalimat {number} " * 300}}, updated=datetime.now(UTC),
        )
    print(number)
"""


@POSIX
def test_what_was_saved_before_the_disk_took_no_more_is_there_and_typing_goes_on(newsroom: Path) -> None:
    done = run(FILL_UP, newsroom)
    assert done.returncode == 0, done.stderr
    said, saved, of_photo = done.stdout.split()
    assert said in {"database-not-written", "disk-full"}
    assert of_photo == "file-not-written"
    assert int(saved) > 10
    with open_store(newsroom, write=True) as store, store.reading() as tx:
        for number in range(int(saved) + 1):
            assert settings.get(tx, f"text-{number}") == "naskah " * 2000
        assert settings.get(tx, "name") in {"kecil", None}
    assert list((newsroom / "media").rglob("*.part")) == []


def test_a_full_database_is_a_full_disk_and_keeps_what_it_has(newsroom: Path) -> None:
    with open_store(newsroom, write=True) as store:
        with store.writing() as tx:
            settings.put(tx, "name", "Humas")
        with store.writing() as tx:
            tx.exec_driver_sql("PRAGMA max_page_count=1")
        with pytest.raises(Trouble) as caught, store.writing() as tx:
            settings.put(tx, "name", "baru " * 100_000)
        assert caught.value.message.code == "disk-full"
        with store.reading() as tx:
            assert settings.get(tx, "name") == "Humas"
        with store.writing() as tx:
            tx.exec_driver_sql("PRAGMA max_page_count=1000000")
            settings.put(tx, "name", "baru")
        with store.reading() as tx:
            assert settings.get(tx, "name") == "baru"


@pytest.mark.parametrize(
    ("how", "said"), [("write", "folder-read-only"), ("read", "Humas"), ("create", "newsroom-exists")]
)
def test_a_folder_without_the_right_to_write_can_still_be_read(open_newsroom: Path, how: str, said: str) -> None:
    done = run(OPEN, open_newsroom, how, before=AS_NOBODY)
    assert done.stdout.strip() == said, done.stderr


def test_a_newsroom_cannot_be_made_where_nothing_may_be(in_the_open: Path) -> None:
    done = run(OPEN, in_the_open / "redaksi", "create", before=AS_NOBODY)
    assert done.stdout.strip() == "folder-read-only", done.stderr


def test_who_may_not_write_reads_beside_who_does(open_newsroom: Path) -> None:
    with open_store(open_newsroom, write=True) as store:
        with store.writing() as tx:
            settings.put(tx, "name", "Humas Kota")
        done = run(OPEN, open_newsroom, "read", before=AS_NOBODY)
        assert done.stdout.strip() == "Humas Kota", done.stderr


def test_a_newsroom_that_may_not_even_be_read_says_so(open_newsroom: Path) -> None:
    (open_newsroom / "newsroom.db").chmod(0o600)
    done = run(OPEN, open_newsroom, "read", before=AS_NOBODY)
    assert done.stdout.strip() == "database-not-opened", done.stderr
    open_newsroom.chmod(0o700)
    done = run(OPEN, open_newsroom, "read", before=AS_NOBODY)
    assert done.stdout.strip() == "folder-not-read", done.stderr
    done = run(OPEN, open_newsroom, "create", before=AS_NOBODY)
    assert done.stdout.strip() == "folder-read-only", done.stderr


def test_a_file_that_is_no_database_is_damaged_and_left_alone(newsroom: Path) -> None:
    database = newsroom / "newsroom.db"
    for rubbish in (b"", b"half a header", b"x" * 5000, b"SQLite format 3\x00"):
        database.write_bytes(rubbish)
        for write in (True, False):
            with pytest.raises(Trouble) as caught:
                open_store(newsroom, write=write)
            assert caught.value.message.code == "database-damaged"
            assert caught.value.message.params == {"file": str(database)}
        assert database.read_bytes() == rubbish


def test_damage_within_is_found_where_it_is_read(newsroom: Path) -> None:
    database = newsroom / "newsroom.db"
    with open_store(newsroom, write=True) as store:
        fill(store, 300)
    pages = bytearray(database.read_bytes())
    pages[80 * 4096 :] = b"\xa5" * (len(pages) - 80 * 4096)
    database.write_bytes(pages)
    with open_store(newsroom, write=False) as store:
        with pytest.raises(Trouble) as caught, store.reading() as tx:
            tx.exec_driver_sql("SELECT sum(length(content)) FROM revision").all()
        assert caught.value.message.code == "database-damaged"
        with store.reading() as tx:
            assert settings.get(tx, "name") is None


def test_a_foreign_writer_is_waited_for_and_then_named(newsroom: Path) -> None:
    with open_store(newsroom, write=True) as store:
        foreign = DRIVER.connect(newsroom / "newsroom.db", isolation_level=None)
        try:
            with store.writing() as tx:
                tx.exec_driver_sql("SELECT 1").all()
            assert store._writer is not None
            driver = store._writer.connection.dbapi_connection
            dialect._run(driver, "PRAGMA busy_timeout=50")
            foreign.execute("BEGIN IMMEDIATE")
            with pytest.raises(Trouble) as caught, store.writing():
                pass
            assert caught.value.message.code == "database-busy"
            foreign.execute("ROLLBACK")
        finally:
            foreign.close()
        with store.writing() as tx:
            settings.put(tx, "name", "Humas")


@POSIX
def test_no_draft_that_was_acknowledged_is_lost_by_a_kill(newsroom: Path) -> None:
    chance = random.Random(7)  # noqa: S311 - when to kill, not a secret
    acknowledged = 0
    for _ in range(6):
        with running(TYPE, newsroom, acknowledged, story_id(1), WRITER) as program:
            for _line in range(chance.randint(1, 60)):
                acknowledged = int(line_of(program))
            program.kill()
            assert program.stdout is not None
            rest = [line for line in program.stdout.read().splitlines() if line]
            program.wait()
        # What the program had written to the pipe counts as acknowledged too.
        acknowledged = max([acknowledged, *(int(number) for number in rest)])
        with open_store(newsroom, write=True) as store, store.reading() as tx:
            fields = tx.exec_driver_sql("SELECT fields FROM draft").scalar_one()
            block = tx.exec_driver_sql("SELECT block FROM draft_block").scalar_one()
            assert drafts.of_person(tx, WRITER) == (story_id(1),)
            check = tx.exec_driver_sql("PRAGMA integrity_check").scalar_one()
        number = json.loads(fields)["number"]
        assert number in {acknowledged, acknowledged + 1}
        assert json.loads(block)["text"] == f"kalimat {number} " * 300
        assert check == "ok"
        acknowledged = number


def test_a_person_who_was_put_is_there_after_a_kill_in_the_middle_of_a_transaction(newsroom: Path) -> None:
    code = """
import os, signal, sys
from pathlib import Path
from editor_app.storage import settings
from editor_app.storage.store import open_store
store = open_store(Path(sys.argv[1]), write=True)
with store.writing() as tx:
    settings.put(tx, "name", "ditulis")
with store.writing() as tx:
    settings.put(tx, "name", "belum " * 1_000_000)
    os.kill(os.getpid(), signal.SIGKILL)
"""
    run(code, newsroom)
    with open_store(newsroom, write=True) as store:
        with store.reading() as tx:
            assert settings.get(tx, "name") == "ditulis"
        with store.writing() as tx:
            people.put(tx, Person(new_id(), "Danu", frozenset()))


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (sqlite3.SQLITE_FULL, "disk-full"),
        (sqlite3.SQLITE_IOERR_SHMSIZE, "disk-full"),
        (sqlite3.SQLITE_READONLY, "folder-read-only"),
        (sqlite3.SQLITE_READONLY_DIRECTORY, "folder-read-only"),
        (sqlite3.SQLITE_CORRUPT, "database-damaged"),
        (sqlite3.SQLITE_CORRUPT_VTAB, "database-damaged"),
        (sqlite3.SQLITE_NOTADB, "database-damaged"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, "database-busy"),
        (sqlite3.SQLITE_LOCKED, "database-busy"),
        (sqlite3.SQLITE_CANTOPEN, "database-not-opened"),
        (sqlite3.SQLITE_IOERR_READ, "database-not-read"),
        (sqlite3.SQLITE_IOERR_WRITE, "database-not-written"),
        (sqlite3.SQLITE_IOERR_FSYNC, "database-not-written"),
        (sqlite3.SQLITE_CONSTRAINT, None),
        (sqlite3.SQLITE_ERROR, None),
        (None, None),
    ],
)
def test_each_fault_of_the_database_has_its_name(code: int | None, said: str | None) -> None:
    error = sqlite3.OperationalError("what SQLite says")
    if code is not None:
        error.sqlite_errorcode = code
    trouble = database_trouble(error, Path("newsroom.db"))
    assert (None if trouble is None else trouble.message.code) == said


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("ENOSPC", "disk-full"),
        ("EDQUOT", "disk-full"),
        ("EACCES", "folder-read-only"),
        ("EROFS", "folder-read-only"),
        ("EIO", "file-not-written"),
    ],
)
def test_each_fault_of_the_disk_has_its_name(number: str, said: str) -> None:
    trouble = file_trouble(OSError(getattr(errno, number), "what the system says"), Path("berkas"))
    assert trouble.message.code == said
    assert trouble.message.params["file"] == "berkas"
