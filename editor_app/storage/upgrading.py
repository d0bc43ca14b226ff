"""Bringing a database to the newest format: the migrations, in one transaction that ends whole or not at all.

Only this module imports Alembic, and only while there is something to migrate.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, inspect, select, table
from sqlalchemy.sql.functions import count

from editor_app.storage.backups import back_up
from editor_app.storage.dialect import SEARCH_NAME, broken_references, mark, writer_engine
from editor_app.storage.errors import database_troubles
from editor_app.storage.folder import NewsroomFolder
from editor_app.words import Sayable, Trouble

MIGRATIONS = Path(__file__).with_name("migrations")
_NOT_COUNTED = (SEARCH_NAME, "alembic_")


def upgrade(folder: NewsroomFolder, *, number: int, scripts: Path = MIGRATIONS) -> None:
    """Migrates the folder's database to format `number`, after a backup.

    Raises:
        Trouble: `upgrade-failed`, naming the backup, or what the disk said; the database is as it was.
    """
    backup = back_up(folder, label=f"before-format-{number}", at=datetime.now(UTC))
    try:
        migrate(folder.database, number=number, scripts=scripts)
    except Sayable:
        raise
    except Exception as error:
        raise Trouble("upgrade-failed", file=str(folder.database), backup=str(backup)) from error


def migrate(database: Path, *, number: int, scripts: Path = MIGRATIONS, journal: str | None = None) -> None:
    """Runs the migrations of `scripts` up to format `number` in one transaction.

    Foreign keys are off meanwhile: a rebuilt table is dropped, and would take along what refers to it. So the
    rows of every table that was there are counted before and after, and references checked.

    Raises:
        ValueError: a migration lost or made rows, or left a reference to nothing; all is rolled back.
        Trouble: what the disk said.
    """
    engine = writer_engine(database, foreign_keys=False, journal=journal)
    with database_troubles(database), engine.connect() as connection, connection.begin():
        before = _rows(connection)
        _run_alembic(connection, scripts, number)
        after = _rows(connection)
        changed = {name: (rows, after[name]) for name, rows in before.items() if after.get(name, rows) != rows}
        broken = broken_references(connection)
        if changed or broken:
            raise ValueError(changed, broken)
        mark(connection, number)


def _run_alembic(connection: Connection, scripts: Path, number: int) -> None:
    from alembic import command  # noqa: PLC0415 - heavy, imported when first used
    from alembic.config import Config  # noqa: PLC0415 - heavy, imported when first used

    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.set_main_option("path_separator", "newline")
    config.attributes["connection"] = connection
    command.upgrade(config, f"{number:04}")


def _rows(connection: Connection) -> Mapping[str, int]:
    # The search's own tables hold as many rows as it likes, and Alembic's one is its business.
    ours = [name for name in inspect(connection).get_table_names() if not name.startswith(_NOT_COUNTED)]
    return {name: connection.execute(select(count()).select_from(table(name))).scalar_one() for name in ours}
