"""Text columns as the bytes that lie in the database, for what is damaged: no decoding can fail on them."""

from typing import Any

from sqlalchemy import ColumnElement, LargeBinary
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement


class RawText(FunctionElement[bytes]):
    """The bytes of a text column."""

    name = "raw_text"
    type = LargeBinary()
    inherit_cache = True


@compiles(RawText)
def _bytes(element: RawText, compiler: SQLCompiler, **options: Any) -> str:
    return f"CAST({compiler.process(element.clauses, **options)} AS BLOB)"


@compiles(RawText, "postgresql")
def _postgresql_bytes(element: RawText, compiler: SQLCompiler, **options: Any) -> str:
    return f"convert_to({compiler.process(element.clauses, **options)}, 'UTF8')"


def raw(column: ColumnElement[Any]) -> ColumnElement[bytes]:
    """The column as bytes, under its own name."""
    return RawText(column).label(getattr(column, "name", None))
