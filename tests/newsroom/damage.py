"""Damage to a newsroom's database, as a failing disk does it: behind the triggers' back."""

import hashlib
import json
from collections.abc import Callable
from typing import Any

from editor_app.newsroom.newsroom import Newsroom
from editor_app.story.canonical import canonical_json
from editor_app.story.revision import revision_id, utc_time

NEWER_BLOCK = {"_type": "quiz", "_key": "q0000001", "question": {"text": "Siapa yang membangun rakit itu?"}}


def damage(newsroom: Newsroom, statement: str, *values: object) -> None:
    """Runs a statement on what is never to be changed."""
    with newsroom.writing() as tx:
        for table in ("revision", "event"):
            for kind in ("update", "delete"):
                tx.exec_driver_sql(f"DROP TRIGGER IF EXISTS tr_{table}_no_{kind}")
        tx.exec_driver_sql(statement, values)


def tear(newsroom: Newsroom, revision: str) -> None:
    """Cuts off the end of what a revision says."""
    damage(
        newsroom, "UPDATE revision SET content = substr(content, 1, length(content) - 400) WHERE id = ?", revision
    )


def as_a_newer_program_saves(newsroom: Newsroom, story_id: str, alter: Callable[[Any], object]) -> str:
    """Makes the head of a story one that a program which knows more has saved: whole, and strange to this one."""
    with newsroom.reading() as tx:
        row = tx.exec_driver_sql(
            "SELECT id, number, author, at, content FROM revision WHERE story_id = ? ORDER BY number DESC",
            (story_id,),
        ).first()
    assert row is not None
    content = json.loads(row.content)
    alter(content)
    text = canonical_json(content).decode()
    fresh = revision_id(
        story_id=story_id, parents=[row.id], author=row.author, at=utc_time(row.at), content=content
    )
    told = hashlib.sha256(text.encode()).hexdigest()
    with newsroom.writing() as tx:
        tx.exec_driver_sql(
            "INSERT INTO revision (id, story_id, number, author, at, parents, content_hash, content)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (fresh, story_id, row.number + 1, row.author, row.at, json.dumps([row.id]), told, text),
        )
    return fresh
