"""Column types of the newsroom: what a STRICT SQLite table can hold, and the same values on PostgreSQL."""

import json
from datetime import datetime
from typing import Any

from sqlalchemy import Boolean, Dialect, Integer, Text, TypeDecorator
from sqlalchemy.types import TypeEngine

from editor_app.story.body import Json
from editor_app.story.revision import utc_text, utc_time
from editor_app.words import Trouble

_POSTGRESQL = "postgresql"


class Id(TypeDecorator[str]):
    """A UUIDv7 or a SHA-256 in lower case: text that is ordered by its bytes in every database."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """PostgreSQL would sort by the language of the server."""
        return dialect.type_descriptor(Text(collation="C") if dialect.name == _POSTGRESQL else Text())


class Time(TypeDecorator[datetime]):
    """A moment in UTC with milliseconds, as RFC 3339 text, which sorts as time does."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - given
        """The text of a moment that names its time zone."""
        return None if value is None else utc_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - given
        """The moment, aware of its zone.

        Raises:
            Trouble: `row-damaged`, where it is none.
        """
        try:
            return None if value is None else utc_time(value)
        except ValueError as error:
            raise Trouble("row-damaged") from error


class JsonText(TypeDecorator[Json]):
    """A JSON value as text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Json, dialect: Dialect) -> str:  # noqa: ARG002 - given
        """Compact JSON in ASCII, which even holds a lone surrogate that somebody pasted; NaN is no JSON."""
        return json.dumps(value, separators=(",", ":"), allow_nan=False)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Json:  # noqa: ARG002 - given
        """The value; a column that is NULL holds null.

        Raises:
            Trouble: `row-damaged`, where the text is no JSON.
        """
        return None if value is None else _loaded(value)


class Flag(TypeDecorator[bool]):
    """Yes or no: 1 or 0 in SQLite, boolean on PostgreSQL."""

    impl = Integer
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """The database's own kind of flag."""
        return dialect.type_descriptor(Boolean() if dialect.name == _POSTGRESQL else Integer())

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> int | bool | None:  # noqa: FBT001 - SQLAlchemy's signature
        """The flag as the database keeps it."""
        return value if value is None or dialect.name == _POSTGRESQL else int(value)

    def process_result_value(self, value: int | bool | None, dialect: Dialect) -> bool | None:  # noqa: ARG002, FBT001 - given
        """True or False."""
        return None if value is None else bool(value)


def _loaded(text: str) -> Json:
    try:
        value: Json = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Trouble("row-damaged") from error
    return value
