"""People: added, named whatever their capitals, and who sits at the laptop."""

import pytest

from editor_app.newsroom.newsroom import Newsroom, open_newsroom
from editor_app.newsroom.staff import acting_person, add_person, everyone, person_here, person_named, sit_down
from editor_app.story.people import Role
from tests.newsroom.press_office import BAYU, RATRI, SEKAR, STAFF, refused


def test_people_are_listed_by_name(newsroom: Newsroom) -> None:
    assert [person.name for person in everyone(newsroom)] == sorted(STAFF)


def test_a_person_is_added_with_a_clean_name_and_roles(newsroom: Newsroom) -> None:
    added = add_person(newsroom, name="  Nisa\tAyu,\x00 S.Sos. ", roles=[Role.EDITOR, Role.WRITER, Role.EDITOR])
    assert (added.name, added.roles) == ("Nisa Ayu, S.Sos.", {Role.EDITOR, Role.WRITER})
    assert person_named(newsroom, "nisa ayu, s.sos.") == added


@pytest.mark.parametrize(
    ("name", "roles", "code"),
    [
        ("", [Role.WRITER], "person-without-name"),
        (" \x00\n", [Role.WRITER], "person-without-name"),
        ("Nisa", [], "person-without-role"),
        (RATRI, [Role.EDITOR], "person-exists"),
        (f" {RATRI.upper()} ", [Role.EDITOR], "person-exists"),
    ],
)
def test_a_person_without_name_or_role_or_with_anothers_name_is_not_added(
    newsroom: Newsroom, name: str, roles: list[Role], code: str
) -> None:
    before = everyone(newsroom)
    with refused(code):
        add_person(newsroom, name=name, roles=roles)
    assert everyone(newsroom) == before


def test_an_unknown_person_is_told_who_is_known(newsroom: Newsroom) -> None:
    with refused("person-unknown", name="Nihil", known=", ".join(sorted(STAFF))):
        person_named(newsroom, "Nihil")


def test_who_sits_down_acts_where_nobody_is_named(newsroom: Newsroom) -> None:
    assert person_here(newsroom) is None
    with refused("nobody-acts"):
        acting_person(newsroom, None)
    sit_down(newsroom, person=person_named(newsroom, RATRI))
    assert acting_person(newsroom, None).name == RATRI
    assert acting_person(newsroom, SEKAR.upper()).name == SEKAR
    sit_down(newsroom, person=person_named(newsroom, BAYU))

    folder = newsroom.folder
    newsroom.close()
    later = open_newsroom(folder, write=False)
    here = person_here(later)
    later.close()
    assert here is not None
    assert here.name == BAYU
