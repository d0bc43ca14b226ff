"""A glance at a newsroom: what its desk shows first, read before the database layer is loaded.

Loading SQLAlchemy takes longer than showing a window. A glance asks SQLite itself, with plain queries; a
test holds it to what `stories.page` and the others say of the same newsroom. It decides nothing: whether the
folder may be used, is whole, is held by another, `open_store` says right after it.
"""

import json
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from editor_app.storage.driver import APPLICATION_ID, DRIVER, FORMAT, address, ask, log_files
from editor_app.storage.folder import NewsroomFolder
from editor_app.storage.story_row import Page, StoryRow
from editor_app.story.people import Person, Role
from editor_app.story.revision import utc_time

_PATIENCE = 50  # ms: where the database is busy there is no glance
_SETTINGS = "SELECT name, value FROM setting"
_PEOPLE = "SELECT id, name, roles FROM person ORDER BY folded, id"
_COUNTS = "SELECT shown, count(*) FROM story GROUP BY shown"
_THUMBNAILS = "SELECT sha256, jpeg FROM thumbnail WHERE side = ? AND sha256 IN ({})"
_COLUMNS = tuple(part.name for part in fields(StoryRow))
_ROWS = "SELECT {columns}, recency FROM story {where} ORDER BY recency DESC LIMIT ?"


@dataclass(frozen=True, slots=True)
class Glance:
    """The first page of the list without the states left out, and what is shown around it.

    `thumbnails` are JPEG files by the original's SHA-256, as far as they were made.
    """

    page: Page
    counts: Mapping[str, int]
    people: tuple[Person, ...]
    settings: Mapping[str, str]
    thumbnails: Mapping[str, bytes]


def glance(folder: Path, *, without: str, size: int, pictures: int, side: int) -> Glance | None:
    """What stands first on the desk; None where it cannot be told at once, whatever the reason.

    Args:
        folder: the newsroom folder.
        without: the one state that the list leaves out.
        size: how many stories, at most.
        pictures: of how many of them the lead's thumbnail is read.
        side: the thumbnails' longest side in px.
    """
    database = NewsroomFolder(folder).database
    try:
        # Where nobody has it open, SQLite would leave files beside it that only a writer takes away.
        is_open = any(file.exists() for file in log_files(database))
        how = "mode=ro" if is_open else "mode=ro&immutable=1"
        with closing(DRIVER.connect(address(database, how), uri=True, isolation_level=None)) as connection:
            connection.execute(f"PRAGMA busy_timeout={_PATIENCE}")
            connection.execute("PRAGMA trusted_schema=OFF")
            connection.execute("BEGIN")
            if ask(connection, "application_id") != APPLICATION_ID or ask(connection, "user_version") != FORMAT:
                return None
            return _glance(connection, without, size, pictures, side)
    except (DRIVER.Error, OSError, ValueError, TypeError):
        return None  # a value that is none of ours makes the last two


def _glance(connection: Any, without: str, size: int, pictures: int, side: int) -> Glance:
    counts = dict(connection.execute(_COUNTS).fetchall())
    where, values = ("WHERE shown <> ?", (without,)) if counts.get(without) else ("", ())
    lines = connection.execute(
        _ROWS.format(columns=", ".join(_COLUMNS), where=where), (*values, size + 1)
    ).fetchall()
    rows = tuple(_row(line) for line in lines[:size])
    leads = [row.lead for row in rows[:pictures] if row.lead]
    thumbnails = _THUMBNAILS.format(", ".join("?" * len(leads)))
    return Glance(
        page=Page(rows, str(lines[size - 1][-1]) if len(lines) > size else None),
        counts=counts,
        people=tuple(
            Person(person, name, frozenset(Role(role) for role in json.loads(roles)))
            for person, name, roles in connection.execute(_PEOPLE).fetchall()
        ),
        settings=dict(connection.execute(_SETTINGS).fetchall()),
        thumbnails=dict(connection.execute(thumbnails, (side, *leads)).fetchall()),
    )


def _row(line: tuple[Any, ...]) -> StoryRow:
    columns = dict(zip(_COLUMNS, line, strict=False))  # the recency stands behind them
    times = {name: utc_time(columns[name]) for name in ("created", "updated")}
    return StoryRow(**{**columns, "heads": tuple(json.loads(columns["heads"])), **times})
