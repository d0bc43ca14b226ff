"""Names that are likely to be meant while one is typed: who works here, and who was named lately."""

from collections.abc import Iterable
from dataclasses import dataclass

from editor_app.newsroom.newsroom import Newsroom
from editor_app.storage import people, revisions, stories
from editor_app.story.people import Role

RECENT = 40  # stories whose names are offered again


@dataclass(frozen=True, slots=True)
class KnownNames:
    """Names that are likely to be meant: people of the newsroom first, then who was named in recent stories."""

    writers: tuple[str, ...] = ()
    photographers: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()


def known_names(newsroom: Newsroom) -> KnownNames:
    """The names of the newsroom's people, by what they do, and those used in its recent stories.

    Raises:
        Trouble: a revision is damaged.
    """
    with newsroom.reading() as tx:
        staff = people.everyone(tx)
        recent = [revisions.get(tx, row.revision).story for row in stories.page(tx, size=RECENT).rows]

    def at_work(role: Role) -> list[str]:
        return [person.name for person in staff if person.is_a(role)]

    photos = [photo for story in recent for photo in story.photos]
    return KnownNames(
        writers=_once(at_work(Role.WRITER), *(story.credits.writers for story in recent)),
        photographers=_once(
            at_work(Role.PHOTOGRAPHER),
            (photo.creator for photo in photos),
            *(story.credits.photographers for story in recent),
        ),
        agencies=_once(photo.agency for photo in photos),
        editors=_once(at_work(Role.EDITOR), *(story.credits.editors for story in recent)),
    )


def _once(*lists: Iterable[str]) -> tuple[str, ...]:
    """Every name once, in the order given."""
    return tuple(dict.fromkeys(name for names in lists for name in names if name))
