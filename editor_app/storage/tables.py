"""The tables of a newsroom as the newest format has them; migrations lead there, and a test holds them to it."""

from typing import Any

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

from editor_app.storage.columns import Id, JsonText, Time

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)


def _table(name: str, *parts: Any) -> Table:
    return Table(name, metadata, *parts, sqlite_strict=True)


def _of_story() -> Column[str]:
    # Deferred: within one transaction a revision or an event may come before its story's line.
    return Column("story_id", Id, ForeignKey("story.id", deferrable=True, initially="DEFERRED"), nullable=False)


setting = _table("setting", Column("name", Text, primary_key=True), Column("value", Text, nullable=False))

device = _table(
    "device",
    Column("id", Id, primary_key=True),
    Column("place", Text, nullable=False),
    Column("since", Time, nullable=False),
)
"""One line: the id of this copy of the folder, and where it stood when it got or kept it (see `devices`)."""

person = _table(
    "person",
    Column("id", Id, primary_key=True),
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False, index=True),
    Column("roles", JsonText, nullable=False),
)

story = _table(
    "story",
    Column("id", Id, primary_key=True),
    Column("recency", BigInteger().with_variant(Integer, "sqlite"), nullable=False, unique=True),
    Column("headline", Text, nullable=False),
    Column("section", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("publication", Text, nullable=False),
    Column("shown", Text, nullable=False),
    Column("people", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("code", Text, nullable=False),
    Column("revision", Id, nullable=False),
    Column("heads", JsonText, nullable=False),
    Column("lead", Id),
    Column("photo_count", Integer, CheckConstraint("photo_count >= 0", name="photo_count"), nullable=False),
    Column("created", Time, nullable=False),
    Column("updated", Time, nullable=False),
    Index(None, "shown", "recency"),
)
"""One line a story, a cache for lists. `recency` orders it and is its number in the search: see `stories`."""

revision = _table(
    "revision",
    Column("id", Id, CheckConstraint("length(id) = 64", name="id"), primary_key=True),
    _of_story(),
    Column("number", Integer, CheckConstraint("number >= 1", name="number"), nullable=False),
    Column("author", Id, nullable=False),
    Column("at", Time, nullable=False),
    Column("parents", JsonText, nullable=False),
    Column("content_hash", Id, CheckConstraint("length(content_hash) = 64", name="content_hash"), nullable=False),
    Column("content", Text, nullable=False),  # last: lists that do not ask for it read no page of it
    Index(None, "story_id", "number"),
)

event = _table(
    "event",
    Column("id", Id, primary_key=True),
    _of_story(),
    Column("kind", Text, nullable=False),
    Column("person", Id, nullable=False),
    Column("revision", Id, nullable=False),
    Column("at", Time, nullable=False),
    Column("device", Id, nullable=False),
    Column("previous", Id),
    Column("heads", JsonText, nullable=False),
    Column("data", JsonText, nullable=False),
    Column("hash", Id, CheckConstraint("length(hash) = 64", name="hash"), nullable=False, unique=True),
    Index(None, "story_id", "device"),
)

# A draft names story and base without a foreign key: what was typed is never refused for what it refers to.
draft = _table(
    "draft",
    Column("story_id", Id, primary_key=True),
    Column("person", Id, primary_key=True),
    Column("base", Id),
    Column("fields", JsonText, nullable=False),
    Column("block_order", JsonText, nullable=False),
    Column("updated", Time, nullable=False),
    Index(None, "person", "updated"),
)

draft_block = _table(
    "draft_block",
    Column("story_id", Id, primary_key=True),
    Column("person", Id, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("block", JsonText, nullable=False),
    ForeignKeyConstraint(["story_id", "person"], ["draft.story_id", "draft.person"]),
)

original = _table(
    "original",
    Column("sha256", Id, CheckConstraint("length(sha256) = 64", name="sha256"), primary_key=True),
    Column("file", Text, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("bytes", Integer, CheckConstraint("bytes > 0", name="bytes"), nullable=False),
    Column("width", Integer, CheckConstraint("width > 0", name="width"), nullable=False),
    Column("height", Integer, CheckConstraint("height > 0", name="height"), nullable=False),
)

thumbnail = _table(
    "thumbnail",
    Column("sha256", Id, primary_key=True),
    Column("side", Integer, CheckConstraint("side > 0", name="side"), primary_key=True),
    Column("jpeg", LargeBinary, nullable=False),
)

accepted_word = _table(
    "accepted_word",
    Column(
        "scope", Text, CheckConstraint("scope IN ('newsroom', 'person', 'story')", name="scope"), primary_key=True
    ),
    Column("owner", Text, primary_key=True),
    Column("word", Text, CheckConstraint("length(word) > 0", name="word"), primary_key=True),
    Column("person", Id, nullable=False),
    Column("at", Time, nullable=False),
)
"""Words that spelling lets pass; `owner` is a person's or a story's id, "" for the newsroom's own."""

APPEND_ONLY = (revision, event)
"""What is never changed and never deleted; triggers see to it (`dialect.append_only`)."""
