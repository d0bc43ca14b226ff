"""Thumbnails, kept in the database: one row is faster to read than one file."""

from sqlalchemy import and_, select

from editor_app.storage.dialect import upsert
from editor_app.storage.store import Connection
from editor_app.storage.tables import thumbnail


def get(tx: Connection, sha256: str, side: int) -> bytes | None:
    """The JPEG of an original whose longest side is at most `side` px, if it was made."""
    where = and_(thumbnail.c.sha256 == sha256, thumbnail.c.side == side)
    jpeg: bytes | None = tx.execute(select(thumbnail.c.jpeg).where(where)).scalar_one_or_none()
    return jpeg


def put(tx: Connection, sha256: str, side: int, jpeg: bytes) -> None:
    """Keeps a thumbnail."""
    tx.execute(upsert(thumbnail, {"sha256": sha256, "side": side, "jpeg": jpeg}))
