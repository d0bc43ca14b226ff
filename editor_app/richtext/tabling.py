"""Tabling: a table, or an embed, as the property of the one character that stands for it in a document.

So undo and redo bring back what it said, and a copy carries it along, with nothing kept beside the document.
"""

import json
from dataclasses import replace
from functools import lru_cache

from PySide6.QtGui import QTextCharFormat

from editor_app.richtext.roles import object_format, table_of
from editor_app.story.body import Block, Embed, Table, body_from_json, body_to_json

_KEPT = 256  # tables whose text need not be read again


def table_format(table: Table) -> QTextCharFormat:
    """The format of the character that stands for a table; its key is that of its block."""
    return object_format("table", _written(table))


def table_in(written: QTextCharFormat, key: str = "") -> Table:
    """The table that a format stands for, in a block with this key."""
    table = _read(table_of(written))
    if not isinstance(table, Table):
        raise TypeError(table)
    return replace(table, key=key)


def embed_format(embed: Embed) -> QTextCharFormat:
    """The format of the character that stands for an embed; its key is that of its block."""
    return object_format("embed", _written(embed))


def embed_in(written: QTextCharFormat, key: str = "") -> Embed:
    """The embed that a format stands for, in a block with this key."""
    embed = _read(table_of(written))
    if not isinstance(embed, Embed):
        raise TypeError(embed)
    return replace(embed, key=key)


def _written(block: Table | Embed) -> str:
    (written,) = body_to_json((replace(block, key=""),))
    return json.dumps(written, ensure_ascii=False, separators=(",", ":"))


@lru_cache(_KEPT)
def _read(said: str) -> Block:
    (block,) = body_from_json([json.loads(said)])
    return block
