import pytest

from editor_app.story.people import Person, Role


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Ratri Maheswari", "RM"),
        ("sekar ayu larasati", "SL"),
        ("Wiryo", "W"),
        ("Danu (Humas) 2", "D"),
        ("", ""),
    ],
)
def test_an_avatar_shows_first_and_last_name(name, initials):
    assert Person("p1", name, frozenset()).initials == initials


def test_one_person_may_have_several_roles():
    person = Person("p1", "Ratri", frozenset({Role.WRITER, Role.EDITOR}))

    assert person.is_a(Role.WRITER)
    assert person.is_a(Role.EDITOR)
    assert not person.is_a(Role.PHOTOGRAPHER)


@pytest.mark.parametrize(
    ("name", "short"),
    [("Sari Wulandari", "Sari W."), ("Bima", "Bima"), ("Ratna Ayu Dewi, S.Sos.", "Ratna D.")],
)
def test_a_name_is_short_where_room_is_scarce(name: str, short: str) -> None:
    assert Person("p1", name, frozenset({Role.WRITER})).short_name == short
