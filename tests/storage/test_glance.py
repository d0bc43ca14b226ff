"""A glance at a newsroom says what the database layer says, and nothing where that would have to be asked."""

from collections.abc import Callable
from pathlib import Path

import pytest

from editor_app.storage import people, settings, stories, thumbnails
from editor_app.storage.driver import DRIVER, FORMAT
from editor_app.storage.folder import NewsroomFolder
from editor_app.storage.glance import Glance, glance
from editor_app.storage.store import Store, open_store
from tests.storage.bulk import fill

SHOWN = ("draft", "returned", "in-review", "approved", "exported", "live", "withdrawn")
SIDE = 320


def at(folder: Path, *, size: int = 50, pictures: int = 16) -> Glance | None:
    return glance(folder, without="spiked", size=size, pictures=pictures, side=SIDE)


@pytest.fixture
def filled(store: Store) -> Store:
    """120 stories, some of them spiked, two people, and who sits here."""
    fill(store, 120)
    with store.writing() as tx:
        settings.put(tx, "name", "Humas Kota Tirta")
        settings.put(tx, "person", people.everyone(tx)[0].id)
    return store


@pytest.mark.parametrize("size", [7, 50, 119, 120, 500])
def test_it_reads_the_page_that_the_desk_shows_first(filled: Store, size: int) -> None:
    seen = at(filled.folder.path, size=size)
    assert seen is not None
    with filled.reading() as tx:
        assert seen.page == stories.page(tx, shown=SHOWN, size=size)
        assert seen.counts == stories.counts(tx)
        assert seen.people == people.everyone(tx)
        assert seen.settings == {"name": "Humas Kota Tirta", "person": seen.people[0].id}
    assert seen.counts["spiked"] > 0
    assert "spiked" not in {row.shown for row in seen.page.rows}


def test_the_page_after_it_goes_on_where_it_ends(filled: Store) -> None:
    seen = at(filled.folder.path, size=20)
    assert seen is not None
    with filled.reading() as tx:
        both = stories.page(tx, shown=SHOWN, size=40).rows
        assert (*seen.page.rows, *stories.page(tx, shown=SHOWN, after=seen.page.next, size=20).rows) == both


def test_an_empty_newsroom_is_seen_empty(newsroom: Path) -> None:
    seen = at(newsroom)
    assert seen is not None
    assert (seen.page.rows, seen.page.next, seen.counts, seen.people) == ((), None, {}, ())


def test_the_lead_photos_of_the_first_stories_come_with_it(filled: Store) -> None:
    with filled.reading() as tx:
        rows = stories.page(tx, shown=SHOWN, size=5).rows
    with filled.writing() as tx:
        for number, row in enumerate(rows):
            thumbnails.put(tx, f"{number:064x}", SIDE, b"JPEG of " + bytes([number]))
            changed = {part: getattr(row, part) for part in row.__dataclass_fields__} | {"lead": f"{number:064x}"}
            stories.put(tx, type(row)(**changed))
        thumbnails.put(tx, f"{0:064x}", SIDE * 2, b"a larger one")
    seen = at(filled.folder.path, pictures=3)
    assert seen is not None
    assert seen.thumbnails == {f"{number:064x}": b"JPEG of " + bytes([number]) for number in range(3)}


def newer(database: Path) -> None:
    connection = DRIVER.connect(database, isolation_level=None)
    connection.execute(f"PRAGMA user_version={FORMAT + 1}")
    connection.close()


def foreign(database: Path) -> None:
    connection = DRIVER.connect(database, isolation_level=None)
    connection.execute("PRAGMA application_id=1")
    connection.close()


def odd(database: Path) -> None:
    connection = DRIVER.connect(database, isolation_level=None)
    connection.execute("UPDATE person SET roles = '[\"chef\"]'")
    connection.close()


def cut(database: Path) -> None:
    database.write_bytes(database.read_bytes()[:5000])


def empty(database: Path) -> None:
    database.write_bytes(b"")


def gone(database: Path) -> None:
    database.unlink()


@pytest.mark.parametrize("spoil", [newer, foreign, odd, cut, empty, gone])
def test_what_cannot_be_told_at_once_is_left_to_opening(filled: Store, spoil: Callable[[Path], None]) -> None:
    folder = filled.folder
    filled.close()
    assert at(folder.path) is not None
    spoil(folder.database)
    before = folder.database.read_bytes() if folder.database.exists() else None
    assert at(folder.path) is None
    assert (folder.database.read_bytes() if folder.database.exists() else None) == before


def test_it_reads_beside_a_program_that_writes_and_does_not_wait_for_it(filled: Store) -> None:
    with filled.writing() as tx:
        settings.put(tx, "name", "Nama baru")
        seen = at(filled.folder.path)
        assert seen is not None
        assert seen.settings["name"] == "Humas Kota Tirta"


def test_it_takes_no_lock_and_leaves_nothing_behind(filled: Store) -> None:
    folder = NewsroomFolder(filled.folder.path)
    filled.close()
    before = sorted(folder.path.rglob("*"))
    assert at(folder.path) is not None
    assert sorted(folder.path.rglob("*")) == before
    with open_store(folder.path, write=True) as again:
        assert again.writable
