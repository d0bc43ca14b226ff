"""Tabling: a table as the property of the one character that stands for it in a document.

So undo and redo bring back what a table said, and a copy carries it along, with nothing kept beside the document.
"""

import json
from dataclasses import replace
from functools import lru_cache

from PySide6.QtGui import QTextCharFormat

from editor_app.richtext.roles import object_format, table_of
from editor_app.story.body import Table, body_from_json, body_to_json

_KEPT = 256  # tables whose text need not be read again


def table_format(table: Table) -> QTextCharFormat:
    """The format of the character that stands for a table; its key is that of its block."""
    (written,) = body_to_json((replace(table, key=""),))
    return object_format("table", json.dumps(written, ensure_ascii=False, separators=(",", ":")))


def table_in(written: QTextCharFormat, key: str = "") -> Table:
    """The table that a format stands for, in a block with this key."""
    return replace(_read(table_of(written)), key=key)


@lru_cache(_KEPT)
def _read(said: str) -> Table:
    (table,) = body_from_json([json.loads(said)])
    if not isinstance(table, Table):
        raise TypeError(said)
    return table
