"""Revisions: a whole story, frozen, with who made it, when, and from what."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from editor_app.story.body import Json
from editor_app.story.canonical import canonical_hash, short_signs
from editor_app.story.story import Story, story_to_json


@dataclass(frozen=True, slots=True)
class Revision:
    """One frozen state of a story. `at` is UTC and never trusted for order; `parents` give the order."""

    id: str
    story_id: str
    number: int
    parents: tuple[str, ...]
    author: str
    at: datetime
    content_hash: str
    story: Story

    @property
    def code(self) -> str:
        """The short code that is printed on proofs and spoken on the phone: R7-4K2Q."""
        return f"R{self.number}-{short_signs(self.content_hash)}"


def freeze(story: Story, *, story_id: str, parents: Iterable[Revision], author: str, at: datetime) -> Revision:
    """The revision that `author` (a person's id) makes of `story` at `at`; the number follows the parents'.

    The story must be in normal form (`story.normal_story`).
    """
    ancestors = tuple(parents)
    content = story_to_json(story)
    moment = utc_time(utc_text(at))
    parent_ids = sorted(parent.id for parent in ancestors)
    return Revision(
        id=revision_id(story_id=story_id, parents=parent_ids, author=author, at=moment, content=content),
        story_id=story_id,
        number=1 + max((parent.number for parent in ancestors), default=0),
        parents=tuple(parent_ids),
        author=author,
        at=moment,
        content_hash=canonical_hash(content),
        story=story,
    )


def revision_id(*, story_id: str, parents: Iterable[str], author: str, at: datetime, content: Json) -> str:
    """The id of a revision: the hash of all that it is; `content` is `story_to_json` of its story."""
    return canonical_hash(
        {
            "story": story_id,
            "parents": [*parents],
            "author": author,
            "at": utc_text(at),
            "content": content,
        }
    )


def content_hash(story: Story) -> str:
    """What says whether anything changed: the hash without parents, author and time."""
    return canonical_hash(story_to_json(story))


def utc_text(moment: datetime) -> str:
    """A moment as it is hashed and stored: RFC 3339 in UTC with milliseconds.

    Raises:
        ValueError: the moment names no time zone.
    """
    if moment.tzinfo is None:
        raise ValueError(moment)
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def utc_time(text: str) -> datetime:
    """The moment that `utc_text` wrote."""
    return datetime.fromisoformat(text)
