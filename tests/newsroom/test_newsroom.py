"""A newsroom made and opened: its house style, name, language and rule of four eyes, and who holds it."""

import os
import sqlite3
from pathlib import Path

import pytest

from editor_app.newsroom.composing import new_story
from editor_app.newsroom.desk import desk_page
from editor_app.newsroom.newsroom import create_newsroom, house_style_names, open_newsroom, with_language
from editor_app.newsroom.staff import add_person
from editor_app.storage.store import create_store
from editor_app.story.people import Role
from tests.newsroom.press_office import RATRI, SEKAR, Office, in_trouble, refused, whole
from tests.storage.programs import line_of, running

HOLD = """
import sys
from pathlib import Path
from editor_app.newsroom.newsroom import open_newsroom
from editor_app.newsroom.composing import new_story
from editor_app.newsroom.staff import person_named
newsroom = open_newsroom(Path(sys.argv[1]))
new_story(newsroom, person=person_named(newsroom, sys.argv[2]))
print("held")
sys.stdin.read()
"""


def test_a_new_newsroom_takes_its_language_from_its_house_style_and_no_name(tmp_path: Path) -> None:
    for style, language in (("press-office-id", "id"), ("press-office-en", "en")):
        made = create_newsroom(tmp_path / style, style=style)
        assert (made.name, made.language, made.style.name, made.four_eyes) == ("", language, style, True)
        made.close()
    assert set(house_style_names()) == {"press-office-id", "press-office-en"}


def test_what_was_chosen_at_the_start_is_there_the_next_day(tmp_path: Path) -> None:
    create_newsroom(tmp_path, name="Humas Kota Tirta", four_eyes=False).close()
    opened = open_newsroom(tmp_path)
    assert (opened.name, opened.four_eyes, opened.language) == ("Humas Kota Tirta", False, "id")
    assert with_language(opened, "en").language == "en"
    opened.close()
    opened = open_newsroom(tmp_path, write=False)
    assert opened.language == "en"
    opened.close()


@pytest.mark.parametrize("name", ["nihil", "", "../press-office-id"])
def test_an_unknown_house_style_makes_no_newsroom(tmp_path: Path, name: str) -> None:
    with refused("style-unknown", name=name, known="press-office-en, press-office-id"):
        create_newsroom(tmp_path / "redaksi", style=name)
    assert not (tmp_path / "redaksi").exists()


def test_a_newsroom_is_not_made_over_another(office: Office) -> None:
    folder = office.newsroom.folder
    office.newsroom.close()
    before = whole(folder)
    with refused("newsroom-exists", folder=str(folder)):
        create_newsroom(folder)
    assert whole(folder) == before


def test_where_no_newsroom_is_none_is_opened_or_made(tmp_path: Path) -> None:
    with refused("newsroom-missing", folder=str(tmp_path)):
        open_newsroom(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_newsroom_that_another_program_holds_is_read_and_not_changed(office: Office) -> None:
    folder = office.newsroom.folder
    office.newsroom.close()
    with running(HOLD, folder, RATRI) as program:
        assert line_of(program) == "held"
        with refused("folder-held", folder=str(folder), pid=program.pid):
            open_newsroom(folder)
        beside = Office(open_newsroom(folder, write=False), office.story_id)
        assert len(desk_page(beside.newsroom).rows) == 2
        with refused("folder-held", pid=program.pid):
            beside.save(SEKAR, kicker="Desa")
        beside.newsroom.close()
    held_no_more = open_newsroom(folder)
    assert len(desk_page(held_no_more).rows) == 2
    held_no_more.close()


def test_a_newsroom_of_a_newer_program_is_left_untouched(office: Office) -> None:
    folder = office.newsroom.folder
    office.newsroom.close()
    database = sqlite3.connect(folder / "newsroom.db")
    database.execute("PRAGMA user_version = 999")
    database.close()
    before = whole(folder)
    for write in (True, False):
        with refused("database-newer", format=999):
            open_newsroom(folder, write=write)
    after = whole(folder)
    assert after == before


def test_a_newsroom_whose_style_is_gone_or_altered_is_not_opened(office: Office) -> None:
    folder = office.newsroom.folder
    office.newsroom.close()
    (style,) = (folder / "house-style").iterdir()
    source = style.read_text("utf-8")
    style.write_text(source.replace('"Foto: "', '"Potret: "'), "utf-8")
    with in_trouble("style-altered", file=str(style)):
        open_newsroom(folder)
    style.unlink()
    with in_trouble("style-missing", file=str(style)):
        open_newsroom(folder)
    style.write_text(source, "utf-8")
    open_newsroom(folder).close()


def test_a_newsroom_that_names_no_style_says_so_and_lets_go(tmp_path: Path) -> None:
    create_store(tmp_path).close()
    for write in (True, False):
        with in_trouble("newsroom-without-style", folder=str(tmp_path)):
            open_newsroom(tmp_path, write=write)
    create_store(tmp_path / "lain").close()


@pytest.mark.skipif(os.name == "nt", reason="a name that Windows does not allow")
def test_a_newsroom_may_stand_in_a_folder_of_any_name(tmp_path: Path) -> None:
    made = create_newsroom(tmp_path / "Redaksi “Tirta” 100% #1?")
    ratri = add_person(made, name=RATRI, roles=[Role.WRITER])
    story_id = new_story(made, person=ratri).story_id
    made.close()
    opened = open_newsroom(made.folder)
    assert [row.id for row in desk_page(opened).rows] == [story_id]
    opened.close()
