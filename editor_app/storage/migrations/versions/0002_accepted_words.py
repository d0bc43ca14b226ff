"""Words that spelling lets pass: the newsroom's, a person's, and those ignored in one story."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Makes the table of accepted words."""
    op.create_table(
        "accepted_word",
        sa.Column("scope", sa.Text, nullable=False),
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("word", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("scope", "owner", "word"),
        sa.CheckConstraint("scope IN ('newsroom', 'person', 'story')", name="scope"),
        sa.CheckConstraint("length(word) > 0", name="word"),
        sqlite_strict=True,
    )
