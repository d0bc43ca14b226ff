"""People of the newsroom: adding them, finding them by name, and who sits at this laptop."""

from collections.abc import Iterable

from editor_app.newsroom.newsroom import Newsroom
from editor_app.newsroom.recording import new_id
from editor_app.storage import people, settings
from editor_app.story.people import Person, Role
from editor_app.story.text import clean_line
from editor_app.words import Refused


def add_person(newsroom: Newsroom, *, name: str, roles: Iterable[Role]) -> Person:
    """Adds a person.

    Raises:
        Refused: the name is empty or taken, or no role is given.
    """
    known_as, does = clean_line(name), frozenset(roles)
    if not known_as:
        raise Refused("person-without-name")
    if not does:
        raise Refused("person-without-role", name=known_as)
    with newsroom.writing() as tx:
        if people.by_name(tx, known_as) is not None:
            raise Refused("person-exists", name=known_as)
        person = Person(id=new_id(), name=known_as, roles=does)
        people.put(tx, person)
    return person


def everyone(newsroom: Newsroom) -> tuple[Person, ...]:
    """All people of the newsroom, by name."""
    with newsroom.reading() as tx:
        return people.everyone(tx)


def person_named(newsroom: Newsroom, name: str) -> Person:
    """The person called `name`, whatever its capitals.

    Raises:
        Refused: `person-unknown`.
    """
    with newsroom.reading() as tx:
        person = people.by_name(tx, clean_line(name))
        known = people.everyone(tx) if person is None else ()
    if person is None:
        raise Refused("person-unknown", name=name, known=", ".join(other.name for other in known) or "–")
    return person


def person_here(newsroom: Newsroom) -> Person | None:
    """The person who sits at this laptop, if one was named."""
    with newsroom.reading() as tx:
        person_id = settings.get(tx, "person")
        return None if person_id is None else people.get(tx, person_id)


def sit_down(newsroom: Newsroom, *, person: Person) -> None:
    """Names the person who sits at this laptop."""
    with newsroom.writing() as tx:
        settings.put(tx, "person", person.id)


def acting_person(newsroom: Newsroom, name: str | None) -> Person:
    """Who acts: the one named, else the laptop's.

    Raises:
        Refused: `person-unknown`, or `nobody-acts` where none is named and the laptop has none.
    """
    person = person_here(newsroom) if name is None else person_named(newsroom, name)
    if person is None:
        raise Refused("nobody-acts")
    return person
