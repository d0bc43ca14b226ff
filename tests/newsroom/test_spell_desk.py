"""The spelling desk: dictionaries, lists and names of one window, and what it does without them."""

import importlib.util
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from editor_app.newsroom.newsroom import Newsroom
from editor_app.newsroom.spell_desk import SpellDesk
from editor_app.newsroom.staff import everyone
from editor_app.newsroom.word_lists import Scope, accept_word
from editor_app.spelling.hunspell_engine import has_engine
from editor_app.spelling.tokens import Text
from editor_app.story.story import Credits, Story
from tests.newsroom.press_office import Office

DEBIAN = Path("/usr/share/hunspell")


def wrong(desk: SpellDesk, text: str) -> list[str]:
    return [word.text for word in desk.misspelt([Text(text)])[0]]


@pytest.fixture
def own(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The newsroom's folder of dictionaries, with both of Debian's in it; the machine has no other."""
    if not (DEBIAN / "id_ID.dic").exists() or not (DEBIAN / "en_US.dic").exists():
        pytest.skip("needs Debian's packages hunspell-id and hunspell-en-us")
    if not has_engine():
        pytest.skip("needs chunspell, which has no wheel for this system")
    folder = newsroom.folder / "dictionaries"
    folder.mkdir()
    for name in ("id_ID", "en_US"):
        for ending in ("aff", "dic"):
            shutil.copy(DEBIAN / f"{name}.{ending}", folder)
    monkeypatch.setenv("XDG_DATA_DIRS", str(newsroom.folder / "nowhere"))
    monkeypatch.setattr("editor_app.spelling.dictionaries._engine_folders", list)
    return folder


@pytest.fixture
def desk(newsroom: Newsroom) -> Iterator[SpellDesk]:
    made = SpellDesk(newsroom)
    yield made
    made.close()


def test_the_usual_languages_are_used_together(desk: SpellDesk, own: Path) -> None:
    there = desk.open()

    assert [each.name for each in there.used] == ["id_ID", "en_US"]
    assert there.can_check
    assert there.wanting == ()
    assert wrong(desk, "Warga read the librari di perpustakan") == ["librari", "perpustakan"]
    assert "perpustakaan" in desk.suggestions("perpustakan")


def test_chosen_dictionaries_are_used_alone_while_they_are_there(desk: SpellDesk, own: Path) -> None:
    assert [each.name for each in desk.open(["id_ID"]).used] == ["id_ID"]
    assert wrong(desk, "warga read") == ["read"]
    assert [each.name for each in desk.open(["gone"]).used] == ["id_ID", "en_US"]


def test_a_broken_dictionary_is_told_and_the_other_serves(desk: SpellDesk, own: Path) -> None:
    (own / "id_ID.dic").write_bytes(b"<html>")
    there = desk.open()

    assert [each.name for each in there.used] == ["en_US"]
    assert [trouble.message.code for trouble in there.broken] == ["dictionary-uncounted"]
    assert wrong(desk, "warga read") == ["warga"]


def test_where_the_own_dictionary_is_broken_the_machine_s_serves(
    desk: SpellDesk, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DICPATH", str(DEBIAN))
    (own / "id_ID.dic").write_bytes(b"<html>")
    there = desk.open()

    assert [each.aff.parent for each in there.used] == [DEBIAN, own]
    assert [trouble.message.params["file"] for trouble in there.broken] == [str(own / "id_ID.dic")]
    assert wrong(desk, "warga read membca") == ["membca"]


def test_without_dictionaries_nothing_is_marked_and_what_is_wanting_is_known(desk: SpellDesk, own: Path) -> None:
    shutil.rmtree(own)
    there = desk.open()

    assert not there.can_check
    assert there.wanting == ("id", "en")
    assert there.has_engine
    assert wrong(desk, "xyz") == []
    assert desk.suggestions("xyz") == ()


def test_without_an_engine_it_says_so(desk: SpellDesk, own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "hunspell" else found(name))
    there = desk.open()

    assert not there.has_engine
    assert not there.can_check
    assert len(there.found) == 2
    assert wrong(desk, "xyz") == []


def test_lists_and_names_are_accepted_once_they_are_read(office: Office, desk: SpellDesk, own: Path) -> None:
    newsroom = office.newsroom
    person = everyone(newsroom)[0]
    desk.open()
    text = "Tirtasari Wulandari Wicaksono"
    assert not desk.accept(person, office.story_id, None)
    assert wrong(desk, text) == text.split()

    accept_word(newsroom, "Tirtasari", scope=Scope.NEWSROOM, person=person)
    assert desk.accept(person, office.story_id, None)
    assert wrong(desk, text) == ["Wulandari", "Wicaksono"]

    fields = Story(credits=Credits(writers=("Sari Wulandari", "Bayu Wicaksono")))
    assert desk.accept(person, office.story_id, fields)
    assert wrong(desk, text) == []
    assert not desk.accept(person, office.story_id, fields)
    assert desk.accept(person, office.story_id, None)
    assert wrong(desk, text) == ["Wulandari", "Wicaksono"]


def test_people_of_the_office_are_names(office: Office, desk: SpellDesk, own: Path) -> None:
    person = everyone(office.newsroom)[0]
    desk.open()
    desk.accept(person, None, Story())

    assert wrong(desk, " ".join(each.name.split(",")[0] for each in everyone(office.newsroom))) == []


def test_a_closed_desk_opens_no_engine(desk: SpellDesk, own: Path) -> None:
    desk.close()
    there = desk.open()

    assert there.found
    assert wrong(desk, "xyz") == []
    assert desk.suggestions("xyz") == ()
