"""All that is SQLite's own: driver, pragmas, transactions, triggers, format number, copying, upsert, search.

PostgreSQL will get a module with the same functions; nothing outside this one may rely on SQLite.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Literal, NamedTuple

from sqlalchemy import Connection, Engine, Insert, Table, create_engine, event, text
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.pool import NullPool, QueuePool

from editor_app.storage.driver import APPLICATION_ID, DRIVER, address, ask, log_files
from editor_app.storage.errors import database_troubles
from editor_app.words import Refused, Trouble

Access = Literal["write", "read", "read-frozen"]
"""`read-frozen` is for a folder that nobody can write: SQLite then takes no locks and makes no files."""

_WAL_RESET_MENDED = (
    3,
    51,
    3,
)  # before it, a WAL that is reset under two connections can corrupt (sqlite.org/wal.html)
_BUSY_TIMEOUT = 5000  # ms
_READERS = 4
_MORE_READERS = 28


class _Header(NamedTuple):
    """What a database file says of itself."""

    application_id: int
    format: int


def journaling(version: tuple[int, ...] = DRIVER.sqlite_version_info) -> tuple[str, str]:
    """Journal mode and synchronous level that lose nothing acknowledged, for this version of SQLite."""
    return ("wal", "full") if version >= _WAL_RESET_MENDED else ("delete", "extra")


def writer_engine(database: Path, *, foreign_keys: bool = True, journal: str | None = None) -> Engine:
    """The engine of the one connection that writes; its transactions open with BEGIN IMMEDIATE.

    `foreign_keys` are off only while tables are rebuilt; `journal` is the mode to set, `journaling()`'s if None.
    """
    mode, _ = journaling()
    engine = _engine(database, "write", foreign_keys=foreign_keys, poolclass=NullPool)

    @event.listens_for(engine, "connect")
    def set_journal(connection: Any, _record: object) -> None:
        _run(connection, f"PRAGMA journal_mode={journal or mode}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def reader_engine(database: Path, *, frozen: bool = False) -> Engine:
    """The engine of a pool of connections that only read; each transaction sees one state of the newsroom."""
    engine = _engine(
        database,
        "read-frozen" if frozen else "read",
        poolclass=QueuePool,
        pool_size=_READERS,
        max_overflow=_MORE_READERS,
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN")

    return engine


def format_of(database: Path, known: int) -> int:
    """The format number of a database file; one that is newer than `known` is left as it is, byte for byte.

    SQLite itself reads it: were the file opened and closed in any other way, the locks that this process may have
    on it would be gone (sqlite.org/howtocorrupt.html, 2.2).

    Raises:
        Refused: `database-foreign` where another program made it, `database-newer` where a newer one did.
        Trouble: `database-damaged` where the file is no SQLite database; others as `database_troubles`.
    """
    if database.stat().st_size == 0:
        raise Trouble("database-damaged", file=str(database))
    log, _, journal = log_files(database)
    header = _header(database, "mode=ro" if _has_content(log) else "mode=ro&immutable=1")
    if header.format <= known and _has_content(journal):
        header = _header(database, "mode=rw")  # takes back what a killed program did not finish
    if header.application_id != APPLICATION_ID:
        raise Refused("database-foreign", file=str(database))
    if header.format > known:
        raise Refused("database-newer", file=str(database), format=header.format, known=known)
    return header.format


def mark(tx: Connection, number: int) -> None:
    """Writes application id and format number, as part of the transaction."""
    tx.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
    tx.exec_driver_sql(f"PRAGMA user_version={number:d}")


def broken_references(tx: Connection) -> int:
    """How many rows refer to a row that is not there."""
    return len(tx.exec_driver_sql("PRAGMA foreign_key_check").all())


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """A transaction that ends whole or not at all, even where COMMIT itself fails.

    SQLite leaves a transaction open whose COMMIT found a broken reference or a busy file.

    Raises:
        RuntimeError: one is open already, which this one's end would end.
    """
    if connection.in_transaction():
        raise RuntimeError(connection)
    try:
        with connection.begin():
            yield
    except BaseException:
        with suppress(DRIVER.Error):
            connection.connection.rollback()
        raise


def fold_in_log(connection: Connection) -> None:
    """Brings the write-ahead log into the database file, so that the file alone is whole.

    Where that fails (no room, somebody reads), nothing is lost: the log stays and is read at the next opening.
    """
    with suppress(DRIVER.Error):
        _run(connection.connection.dbapi_connection, "PRAGMA wal_checkpoint(TRUNCATE)")


def copy_database(database: Path, target: Path) -> None:
    """Copies a database that others may be using to the new file `target`, and checks the copy.

    Raises:
        Trouble: `database-damaged` where the copy is not sound; others as `database_troubles`, naming the target.
    """
    with database_troubles(target, DRIVER.Error):
        source, copy = DRIVER.connect(database), DRIVER.connect(target)
        try:
            source.backup(copy)
            _run(copy, "PRAGMA journal_mode=DELETE")
            sound = copy.execute("PRAGMA quick_check(1)").fetchall() == [("ok",)]
        finally:
            copy.close()
            source.close()
    if not sound:
        raise Trouble("database-damaged", file=str(database))


def upsert(table: Table, values: Mapping[str, Any] | None = None) -> Insert:
    """Inserts, or changes what stands under the same key; without `values`, those that it is executed with."""
    statement = insert(table) if values is None else insert(table).values(values)
    keys = [column.name for column in table.primary_key]
    changed = {column.name: statement.excluded[column.name] for column in table.c if column.name not in keys}
    return statement.on_conflict_do_update(index_elements=keys, set_=changed)


def append_only(table: str) -> Mapping[str, str]:
    """The triggers, by name, that forbid to change or delete rows; to be made again after a table is rebuilt."""
    return {
        f"tr_{table}_no_{verb.lower()}": f"CREATE TRIGGER tr_{table}_no_{verb.lower()} BEFORE {verb} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        for verb in ("UPDATE", "DELETE")
    }


SEARCH_NAME = "story_search"
SEARCH_TABLE = (
    f"CREATE VIRTUAL TABLE {SEARCH_NAME} USING fts5(headline, text, people, captions, shown, "
    "tokenize='unicode61 remove_diacritics 2', prefix='2 3')"
)
"""One row a story under its `recency`: FTS5 walks in order of rowid, so it finds the newest first and may stop
after a page, however many stories match. `shown` is indexed, so a rare state stays fast beside a common word."""

_FIND = text(
    "SELECT rowid FROM story_search WHERE story_search MATCH :match AND rowid < :before "
    "ORDER BY rowid DESC LIMIT :size"
)
_FORGET = text("DELETE FROM story_search WHERE rowid = :recency")
INDEX_TEXT = text(
    "INSERT INTO story_search (rowid, headline, text, people, captions, shown) "
    "VALUES (:recency, :headline, :text, :people, :captions, :shown)"
)
_MOVE = text("UPDATE story_search SET rowid = :recency, shown = :shown WHERE rowid = :old")


def index_text(tx: Connection, recency: int, shown: str, words: Mapping[str, str]) -> None:
    """Puts the words of a story (`headline`, `text`, `people`, `captions`) into the search under its recency."""
    tx.execute(_FORGET, {"recency": recency})
    tx.execute(INDEX_TEXT, {**words, "recency": recency, "shown": shown})


def move_text(tx: Connection, old: int, recency: int, shown: str) -> None:
    """Follows a story to its new recency and state; one that is not in the search stays out of it."""
    tx.execute(_MOVE, {"old": old, "recency": recency, "shown": shown})


def find(tx: Connection, words: Sequence[str], shown: Collection[str], before: int, size: int) -> tuple[int, ...]:
    """The recencies, newest first, of at most `size` stories under `before` that have all the words.

    Each word stands anywhere, the last may be the beginning of one; with `shown`, in one of these states.
    """
    match = "{headline text people captions} : (" + " AND ".join(_quoted(words)) + ")"
    if shown:
        match += " AND shown : (" + " OR ".join(map(_string, sorted(shown))) + ")"
    return tuple(tx.execute(_FIND, {"match": match, "before": before, "size": size}).scalars().all())


def _quoted(words: Sequence[str]) -> list[str]:
    """The words as FTS5 strings, the last as a beginning.

    One letter begins too many words to be a beginning; it is looked for as a whole word.
    """
    quoted = [_string(word) for word in words]
    if len(words[-1]) > 1 and words[-1][-2:].isalnum():
        quoted[-1] += "*"
    return quoted


def _string(word: str) -> str:
    """A string of FTS5, in which no sign is syntax."""
    return '"' + word.replace('"', '""') + '"'


def _engine(database: Path, access: Access, *, foreign_keys: bool = True, **pool: Any) -> Engine:
    options = {"write": "mode=rw", "read": "mode=rw", "read-frozen": "mode=ro&immutable=1"}[access]
    file = address(database, options)
    _, synchronous = journaling()

    def connect() -> Any:
        connection = DRIVER.connect(file, uri=True, isolation_level=None, check_same_thread=False)
        _run(connection, f"PRAGMA busy_timeout={_BUSY_TIMEOUT}")
        _run(connection, f"PRAGMA foreign_keys={'ON' if foreign_keys else 'OFF'}")
        _run(connection, f"PRAGMA synchronous={synchronous}")
        _run(connection, "PRAGMA trusted_schema=OFF")
        _run(connection, "PRAGMA cell_size_check=ON")
        _run(connection, f"PRAGMA query_only={'OFF' if access == 'write' else 'ON'}")
        return connection

    return create_engine("sqlite://", module=DRIVER, creator=connect, **pool)


def _run(connection: Any, statement: str) -> None:
    connection.execute(statement).close()


def _header(database: Path, options: str) -> _Header:
    with database_troubles(database, DRIVER.Error):
        connection = DRIVER.connect(address(database, options), uri=True)
        try:
            return _Header(ask(connection, "application_id"), ask(connection, "user_version"))
        finally:
            connection.close()


def _has_content(path: Path) -> bool:
    return path.is_file() and path.stat().st_size > 0
