"""The commands `init` and `person`."""

from editor_app.cli.json_forms import person_json
from editor_app.cli.session import Session
from editor_app.newsroom.newsroom import DEFAULT_STYLE, create_newsroom
from editor_app.newsroom.staff import add_person, everyone, person_here
from editor_app.story.people import Role


def init(session: Session) -> None:
    """Makes an empty newsroom and prints its folder."""
    options = session.options
    create_newsroom(session.folder, style=options.style or DEFAULT_STYLE, name=options.name).close()
    session.say(str(session.folder))


def add(session: Session) -> None:
    """Adds a person and prints the id."""
    roles = [Role(role) for role in session.options.roles]
    session.say(add_person(session.newsroom, name=session.options.name, roles=roles).id)


def show_all(session: Session) -> None:
    """Lists the people."""
    here = person_here(session.newsroom)
    people = everyone(session.newsroom)
    if session.options.json:
        session.say_json([person_json(person, here=person == here) for person in people])
        return
    for person in people:
        roles = ", ".join(session.words.text(f"role.{role.value}") for role in sorted(person.roles))
        session.say(f"{person.name}  ({roles})")
