"""Migrations: whole or not at all, after a backup, and not even imported where nothing is to be done."""

import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, create_engine, inspect
from sqlalchemy.exc import OperationalError

from editor_app.storage import dialect, people, settings, stories
from editor_app.storage.driver import APPLICATION_ID, DRIVER, FORMAT
from editor_app.storage.folder import NewsroomFolder
from editor_app.storage.store import Store, create_store, open_store
from editor_app.storage.tables import APPEND_ONLY, metadata
from editor_app.storage.upgrading import MIGRATIONS, migrate, upgrade
from editor_app.words import Trouble
from tests.storage.bulk import WRITER, fill
from tests.storage.programs import run

OPEN_AND_WORK = """
import sys
from pathlib import Path
from editor_app.storage import stories
from editor_app.storage.store import open_store
with open_store(Path(sys.argv[1]), write=sys.argv[2] == "write") as store, store.reading() as tx:
    stories.page(tx, search="pasar")
print([name for name in sys.modules if name.split(".")[0] in {"alembic", "mako", "docx", "PIL"}])
"""

NEW_COLUMN = """
op.add_column("person", sa.Column("phone", sa.Text))
"""
REBUILT = """
with op.batch_alter_table("story", table_kwargs={"sqlite_strict": True}) as batch:
    batch.alter_column("section", new_column_name="rubric")
"""
FAILS = (
    NEW_COLUMN
    + """
raise LookupError("half-way")
"""
)
LOSES_ROWS = """
op.execute("DELETE FROM person WHERE name LIKE 'Sekar%'")
"""
BREAKS_REFERENCES = """
op.execute("UPDATE story SET id = id || 'x'")
"""


def scripts_with(tmp_path: Path, body: str) -> Path:
    """Our migrations, and one more to the next format."""
    scripts = tmp_path / "migrasi % baru"
    shutil.copytree(MIGRATIONS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    lines = "\n".join(f"    {line}" for line in body.strip().splitlines())
    (scripts / "versions" / "next.py").write_text(
        "import sqlalchemy as sa\nfrom alembic import op\n"
        f'revision = "{FORMAT + 1:04}"\ndown_revision = "{FORMAT:04}"\n\ndef upgrade():\n{lines}\n'
    )
    return scripts


@pytest.fixture
def filled(newsroom: Path) -> NewsroomFolder:
    """A newsroom with stories, closed."""
    with open_store(newsroom, write=True) as store:
        fill(store, 12)
    return NewsroomFolder(newsroom)


def schema_of(engine: Engine) -> dict[str, Any]:
    """What the tables are, as the database tells it."""
    looked = inspect(engine)
    names = {table.name for table in metadata.sorted_tables}
    with engine.connect() as connection:
        strict = {
            row.name: row.strict
            for row in connection.exec_driver_sql("PRAGMA table_list").all()
            if row.schema == "main"
        }
        return {
            name: {
                "strict": strict[name],
                "columns": connection.exec_driver_sql(f"PRAGMA table_xinfo({name})").all(),
                "key": looked.get_pk_constraint(name),
                "references": looked.get_foreign_keys(name),
                "unique": looked.get_unique_constraints(name),
                "checks": sorted(looked.get_check_constraints(name), key=lambda check: str(check["name"])),
                "indexes": looked.get_indexes(name),
            }
            for name in looked.get_table_names()
            if name in names
        }


def test_the_migrations_lead_to_the_tables_that_the_program_knows(newsroom: Path) -> None:
    known = create_engine("sqlite://", module=DRIVER)
    metadata.create_all(known)
    migrated = dialect.reader_engine(newsroom / "newsroom.db")
    expected, found = schema_of(known), schema_of(migrated)
    known.dispose()
    migrated.dispose()
    assert set(found) == {table.name for table in metadata.sorted_tables}
    assert all(table["strict"] for table in found.values())
    assert found == expected


def test_every_constraint_has_a_name(newsroom: Path) -> None:
    engine = dialect.reader_engine(newsroom / "newsroom.db")
    schema = schema_of(engine)
    engine.dispose()
    for table in schema.values():
        for kind in ("references", "unique", "checks"):
            assert all(constraint["name"] for constraint in table[kind])


def test_the_append_only_tables_have_their_triggers(store: Store) -> None:
    with store.reading() as tx:
        rows = tx.exec_driver_sql("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all()
    found = {row.name: row.sql for row in rows}
    expected: dict[str, str] = {}
    for table in APPEND_ONLY:
        expected |= dialect.append_only(table.name)
    assert found == expected


def test_the_last_migration_leads_to_the_format_of_the_program() -> None:
    from alembic.script import ScriptDirectory  # noqa: PLC0415 - heavy

    assert ScriptDirectory(str(MIGRATIONS)).get_current_head() == f"{FORMAT:04}"


@pytest.mark.parametrize("how", ["write", "read"])
def test_a_newsroom_of_this_format_opens_without_alembic(filled: NewsroomFolder, how: str) -> None:
    done = run(OPEN_AND_WORK, filled.path, how)
    assert done.stdout.strip() == "[]", done.stderr


def test_an_upgrade_keeps_everything_and_a_backup_of_before(filled: NewsroomFolder, tmp_path: Path) -> None:
    upgrade(filled, number=FORMAT + 1, scripts=scripts_with(tmp_path, NEW_COLUMN))
    engine = dialect.reader_engine(filled.database)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA user_version").scalar_one() == FORMAT + 1
        assert connection.exec_driver_sql("SELECT name, phone FROM person ORDER BY name").all() == [
            ("Bramantyo Kusuma", None),
            ("Sekar Ayuningtyas", None),
        ]
    engine.dispose()
    (backup,) = filled.backups.iterdir()
    assert backup.name.endswith(f"-before-format-{FORMAT + 1}.db")
    backup.replace(filled.database)
    with open_store(filled.path, write=True) as store, store.reading() as tx:
        assert sum(stories.counts(tx).values()) == 12


def test_a_table_that_is_rebuilt_takes_nothing_along(filled: NewsroomFolder, tmp_path: Path) -> None:
    upgrade(filled, number=FORMAT + 1, scripts=scripts_with(tmp_path, REBUILT))
    engine = dialect.reader_engine(filled.database)
    with engine.connect() as connection:
        for table, rows in (("story", 12), ("revision", 12)):
            assert connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one() == rows  # noqa: S608
        assert connection.exec_driver_sql("SELECT DISTINCT rubric FROM story").scalar_one() == "Berita"
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
    engine.dispose()


@pytest.mark.parametrize("body", [FAILS, LOSES_ROWS, BREAKS_REFERENCES])
def test_a_migration_that_fails_leaves_the_newsroom_as_it_was(
    filled: NewsroomFolder, tmp_path: Path, body: str
) -> None:
    with pytest.raises(Trouble) as caught:
        upgrade(filled, number=FORMAT + 1, scripts=scripts_with(tmp_path, body))
    assert caught.value.message.code == "upgrade-failed"
    assert Path(str(caught.value.message.params["backup"])).is_file()
    assert dialect.format_of(filled.database, FORMAT) == FORMAT
    with open_store(filled.path, write=True) as store, store.reading() as tx:
        assert people.get(tx, WRITER.id) == WRITER
        assert sum(stories.counts(tx).values()) == 12
        assert "phone" not in {row.name for row in tx.exec_driver_sql("PRAGMA table_xinfo(person)").all()}
        assert tx.exec_driver_sql("PRAGMA foreign_key_check").all() == []


def test_a_migration_that_speaks_no_sql_is_not_the_disks_fault(newsroom: Path, tmp_path: Path) -> None:
    with pytest.raises(OperationalError, match="syntax"):
        migrate(newsroom / "newsroom.db", number=FORMAT + 1, scripts=scripts_with(tmp_path, 'op.execute("MAKE")'))


def test_an_upgrade_for_which_there_is_no_room_says_so(filled: NewsroomFolder, tmp_path: Path) -> None:
    fills_up = """
op.execute("PRAGMA max_page_count=1")
op.execute("INSERT INTO setting VALUES ('large', hex(zeroblob(5000000)))")
"""
    with pytest.raises(Trouble) as caught:
        upgrade(filled, number=FORMAT + 1, scripts=scripts_with(tmp_path, fills_up))
    assert caught.value.message.code == "disk-full"
    with open_store(filled.path, write=True) as store, store.reading() as tx:
        assert settings.get(tx, "large") is None


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is of POSIX systems")
def test_an_upgrade_that_was_killed_in_rollback_mode_is_taken_back_before_the_format_is_read(
    filled: NewsroomFolder,
) -> None:
    code = """
import os, signal, sys
from editor_app.storage.driver import DRIVER
connection = DRIVER.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA journal_mode=DELETE").fetchall()
connection.execute("PRAGMA cache_size=1")
connection.execute("BEGIN IMMEDIATE")
connection.execute(f"PRAGMA user_version={sys.argv[2]}")
connection.execute("CREATE TABLE half (text)")
connection.execute("INSERT INTO half VALUES (hex(zeroblob(1000000)))")
os.kill(os.getpid(), signal.SIGKILL)
"""
    run(code, filled.database, FORMAT + 1)
    assert filled.database.with_name("newsroom.db-journal").stat().st_size > 0
    assert dialect.format_of(filled.database, FORMAT + 1) == FORMAT
    with open_store(filled.path, write=True) as store, store.reading() as tx:
        assert sum(stories.counts(tx).values()) == 12


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is of POSIX systems")
def test_a_killed_upgrade_leaves_the_old_format(filled: NewsroomFolder, tmp_path: Path) -> None:
    killed = NEW_COLUMN + "\nimport os, signal\nos.kill(os.getpid(), signal.SIGKILL)"
    code = """
import sys
from pathlib import Path
from editor_app.storage.folder import NewsroomFolder
from editor_app.storage.upgrading import upgrade
upgrade(NewsroomFolder(Path(sys.argv[1])), number=int(sys.argv[2]), scripts=Path(sys.argv[3]))
"""
    done = run(code, filled.path, FORMAT + 1, scripts_with(tmp_path, killed))
    assert done.returncode == -9
    with open_store(filled.path, write=True) as store, store.reading() as tx:
        assert sum(stories.counts(tx).values()) == 12


@pytest.mark.parametrize("write", [True, False])
def test_a_newsroom_of_an_older_format_is_upgraded_when_it_is_opened(newsroom: Path, write: bool) -> None:  # noqa: FBT001
    # The format before the first is an empty database that carries our mark.
    database = newsroom / "newsroom.db"
    database.unlink()
    connection = DRIVER.connect(database)
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    connection.close()
    with open_store(newsroom, write=write) as store, store.reading() as tx:
        assert settings.get(tx, "name") is None
        assert store.writable is write
    assert dialect.format_of(database, FORMAT) == FORMAT
    assert len(list((newsroom / "backups").iterdir())) == 1


def test_a_making_that_was_broken_off_can_be_done_again(tmp_path: Path) -> None:
    (tmp_path / "media").mkdir()
    (tmp_path / ".0011223344556677.part").write_bytes(b"half a database")
    (tmp_path / "newsroom.lock.json").write_text('{"pid": 1, "host": "x", "since": "2026-09-12T05:00:00.000Z"}')
    create_store(tmp_path).close()
    open_store(tmp_path, write=True).close()
