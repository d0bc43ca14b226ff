"""The names that are offered while one is typed."""

from dataclasses import replace
from pathlib import Path

from editor_app.newsroom.composing import new_story
from editor_app.newsroom.known_names import known_names
from editor_app.newsroom.newsroom import Newsroom, create_newsroom
from editor_app.newsroom.originals import attached, take_in
from editor_app.newsroom.staff import add_person
from editor_app.story.people import Role
from editor_app.story.story import Credits, Story
from tests.newsroom.press_office import picture


def test_people_come_first_and_then_who_was_named_lately(tmp_path: Path) -> None:
    newsroom: Newsroom = create_newsroom(tmp_path / "newsroom")
    ratri = add_person(newsroom, name="Ratri", roles=[Role.WRITER, Role.EDITOR])
    add_person(newsroom, name="Bayu", roles=[Role.PHOTOGRAPHER])
    photo = replace(
        attached(take_in(newsroom, picture(tmp_path / "a.jpg")), file="a.jpg"), creator="Wira", agency="Humas"
    )
    for credit in (
        Credits(("Wening", "Ratri"), ("Dinas Foto",), ("Laras",)),
        Credits(("Anggit",)),
    ):
        new_story(newsroom, person=ratri, story=Story(credits=credit, photos=(photo,)))
    known = known_names(newsroom)
    newsroom.close()
    assert known.writers == ("Ratri", "Anggit", "Wening")
    assert known.photographers == ("Bayu", "Wira", "Dinas Foto")
    assert known.agencies == ("Humas",)
    assert known.editors == ("Ratri", "Laras")
