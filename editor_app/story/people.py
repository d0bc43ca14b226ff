"""People of the newsroom and what they may do. The names in a story's credits are something else."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a person does; one person may have several."""

    WRITER = "writer"
    PHOTOGRAPHER = "photographer"
    EDITOR = "editor"


def is_same_name(one: str, other: str) -> bool:
    """Whether two names mean one person: titles, degrees, capitals and spaces do not count.

    "Nisa Ayu, S.Sos." and "Dr. nisa  ayu" are one; a nickname or an initial is another.
    """
    return bool(_bare(one)) and _bare(one) == _bare(other)


def _bare(name: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in name.split(",", 1)[0].split() if not word.endswith("."))


@dataclass(frozen=True, slots=True)
class Person:
    """An account of the newsroom. `id` is a UUIDv7."""

    id: str
    name: str
    roles: frozenset[Role]

    @property
    def initials(self) -> str:
        """Two capitals for an avatar: first and last name's."""
        words = [word for word in self.name.split() if word[0].isalpha()]
        return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()

    @property
    def short_name(self) -> str:
        """The name where room is scarce: "Sari Wulandari, S.Sos." is "Sari W."."""
        words = self.name.split(",")[0].split()
        return self.name if len(words) < 2 else f"{words[0]} {words[-1][0]}."  # noqa: PLR2004 - first and last

    def is_a(self, role: Role) -> bool:
        """Whether the person has `role`."""
        return role in self.roles
