"""The first format of a newsroom's database."""

import sqlalchemy as sa
from alembic import op

from editor_app.storage.dialect import SEARCH_TABLE, append_only

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Makes every table, the search and the append-only triggers."""
    _newsroom()
    _stories()
    _drafts()
    _pictures()
    op.execute(SEARCH_TABLE)
    for table in ("revision", "event"):
        for statement in append_only(table).values():
            op.execute(statement)


def _newsroom() -> None:
    op.create_table(
        "setting",
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("name"),
        sqlite_strict=True,
    )
    op.create_table(
        "device",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("place", sa.Text, nullable=False),
        sa.Column("since", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_table(
        "person",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("folded", sa.Text, nullable=False),
        sa.Column("roles", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index(None, "person", ["folded"])


def _stories() -> None:
    op.create_table(
        "story",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("recency", sa.Integer, nullable=False),
        sa.Column("headline", sa.Text, nullable=False),
        sa.Column("section", sa.Text, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("publication", sa.Text, nullable=False),
        sa.Column("shown", sa.Text, nullable=False),
        sa.Column("people", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("revision", sa.Text, nullable=False),
        sa.Column("heads", sa.Text, nullable=False),
        sa.Column("lead", sa.Text),
        sa.Column("photo_count", sa.Integer, nullable=False),
        sa.Column("created", sa.Text, nullable=False),
        sa.Column("updated", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("recency"),
        sa.CheckConstraint("photo_count >= 0", name="photo_count"),
        sqlite_strict=True,
    )
    op.create_index(None, "story", ["shown", "recency"])
    op.create_table(
        "revision",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("story_id", sa.Text, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("parents", sa.Text, nullable=False),
        sa.Column("content_hash", sa.Text, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(["story_id"], ["story.id"], deferrable=True, initially="DEFERRED"),
        sa.CheckConstraint("length(id) = 64", name="id"),
        sa.CheckConstraint("number >= 1", name="number"),
        sa.CheckConstraint("length(content_hash) = 64", name="content_hash"),
        sqlite_strict=True,
    )
    op.create_index(None, "revision", ["story_id", "number"])
    op.create_table(
        "event",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("story_id", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("revision", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("device", sa.Text, nullable=False),
        sa.Column("previous", sa.Text),
        sa.Column("heads", sa.Text, nullable=False),
        sa.Column("data", sa.Text, nullable=False),
        sa.Column("hash", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(["story_id"], ["story.id"], deferrable=True, initially="DEFERRED"),
        sa.UniqueConstraint("hash"),
        sa.CheckConstraint("length(hash) = 64", name="hash"),
        sqlite_strict=True,
    )
    op.create_index(None, "event", ["story_id", "device"])


def _drafts() -> None:
    op.create_table(
        "draft",
        sa.Column("story_id", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("base", sa.Text),
        sa.Column("fields", sa.Text, nullable=False),
        sa.Column("block_order", sa.Text, nullable=False),
        sa.Column("updated", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("story_id", "person"),
        sqlite_strict=True,
    )
    op.create_index(None, "draft", ["person", "updated"])
    op.create_table(
        "draft_block",
        sa.Column("story_id", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("block", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("story_id", "person", "key"),
        sa.ForeignKeyConstraint(["story_id", "person"], ["draft.story_id", "draft.person"]),
        sqlite_strict=True,
    )


def _pictures() -> None:
    op.create_table(
        "original",
        sa.Column("sha256", sa.Text, nullable=False),
        sa.Column("file", sa.Text, nullable=False),
        sa.Column("media_type", sa.Text, nullable=False),
        sa.Column("bytes", sa.Integer, nullable=False),
        sa.Column("width", sa.Integer, nullable=False),
        sa.Column("height", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("sha256"),
        sa.CheckConstraint("length(sha256) = 64", name="sha256"),
        sa.CheckConstraint("bytes > 0", name="bytes"),
        sa.CheckConstraint("width > 0", name="width"),
        sa.CheckConstraint("height > 0", name="height"),
        sqlite_strict=True,
    )
    op.create_table(
        "thumbnail",
        sa.Column("sha256", sa.Text, nullable=False),
        sa.Column("side", sa.Integer, nullable=False),
        sa.Column("jpeg", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("sha256", "side"),
        sa.CheckConstraint("side > 0", name="side"),
        sqlite_strict=True,
    )
