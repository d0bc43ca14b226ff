"""What is typed is kept unasked: while one types on, when another story is opened, when the window is closed."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from editor_app.newsroom.desk import view_story
from editor_app.newsroom.newsroom import Newsroom, open_newsroom
from editor_app.story.story import Story
from editor_app.ui.keeping import KEEP_AFTER_MS, Keeping
from editor_app.ui.main_window import MainWindow
from tests.ui.hands import CONTROL, drop, fill, key, press_named, typed
from tests.ui.office import WRITER, Office, picture
from tests.ui.steps import at_rest, change_person, text_of, to_body

POSIX = pytest.mark.skipif(os.name == "nt", reason="file size limits of POSIX systems")


def kept_draft(newsroom: Newsroom, story_id: str) -> Story | None:
    """The writer's draft as another program reads it beside the window."""
    beside = open_newsroom(newsroom.folder, write=False)
    try:
        writer = next(person for person in view_story(beside, story_id).people.values() if person.name == WRITER)
        draft = view_story(beside, story_id, person=writer).draft
        return None if draft is None else draft.story
    finally:
        beside.close()


@contextmanager
def no_room() -> Iterator[None]:
    """No file of this process may grow: every write fails as on a full disk."""
    import resource  # noqa: PLC0415 - on POSIX alone

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def begin(office: Office, qtbot: QtBot) -> tuple[MainWindow, str]:
    story_id = office.story()
    window = office.sit(story=story_id)
    to_body(window)
    return window, story_id


def test_text_is_kept_while_one_types_on_without_a_rest(office: Office, qtbot: QtBot) -> None:
    window, story_id = begin(office, qtbot)

    def kept_while_typing() -> bool:
        typed("a")
        draft = kept_draft(office.newsroom, story_id)
        return draft is not None and text_of(draft)[0].startswith("aa")

    qtbot.waitUntil(kept_while_typing, timeout=10_000)
    assert KEEP_AFTER_MS < 2000
    assert window.story.keeping is Keeping.CHANGED


def test_every_field_is_kept_and_no_revision_is_made_of_it(office: Office, qtbot: QtBot) -> None:
    window, story_id = begin(office, qtbot)
    before = view_story(office.newsroom, story_id).head.id
    fill(window.page.headline, "Judul")
    fill(window.page.kicker, "Desa")
    fill(window.page.standfirst, "Ringkasnya")
    fill(window.page.dateline, "Tirta")
    to_body(window)
    typed("Satu.\nDua.")
    at_rest(window, qtbot)

    draft = kept_draft(office.newsroom, story_id)
    assert draft is not None
    assert (draft.headline, draft.kicker, draft.standfirst, draft.dateline) == (
        "Judul",
        "Desa",
        "Ringkasnya",
        "Tirta",
    )
    assert text_of(draft) == ["Satu.", "Dua."]
    assert view_story(office.newsroom, story_id).head.id == before


def test_later_changes_of_one_paragraph_and_a_deleted_one_are_kept_too(office: Office, qtbot: QtBot) -> None:
    window, story_id = begin(office, qtbot)
    typed("Satu.\nDua.\nTiga.")
    at_rest(window, qtbot)
    key(Qt.Key.Key_Home, CONTROL)
    typed("Nol. ")
    key(Qt.Key.Key_End, CONTROL)
    key(Qt.Key.Key_Backspace, times=6)
    at_rest(window, qtbot)

    draft = kept_draft(office.newsroom, story_id)
    assert draft is not None
    assert text_of(draft) == ["Nol. Satu.", "Dua."]


def test_saving_makes_a_revision_and_ends_the_draft(office: Office, qtbot: QtBot) -> None:
    window, story_id = begin(office, qtbot)
    typed("Satu.")
    key(Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: text_of(view_story(office.newsroom, story_id).head.story) == ["Satu."])
    at_rest(window, qtbot)
    assert kept_draft(office.newsroom, story_id) is None
    typed(" Dua.")
    at_rest(window, qtbot)
    draft = kept_draft(office.newsroom, story_id)
    assert draft is not None
    assert text_of(draft) == ["Satu. Dua."]


def test_what_is_typed_while_a_revision_is_saved_is_kept_on_top_of_it(office: Office, qtbot: QtBot) -> None:
    window, story_id = begin(office, qtbot)
    typed("Satu.")
    key(Qt.Key.Key_S, CONTROL)
    typed(" Dua.")
    qtbot.waitUntil(lambda: text_of(view_story(office.newsroom, story_id).head.story) == ["Satu."])
    at_rest(window, qtbot)
    draft = kept_draft(office.newsroom, story_id)
    assert draft is not None
    assert text_of(draft) == ["Satu. Dua."]
    assert not window.story.is_stale


def test_opening_another_story_keeps_the_first(office: Office, qtbot: QtBot) -> None:
    first, second = office.story(), office.story(Story(headline="Kedua", language="id"))
    window = office.sit(story=first)
    to_body(window)
    typed("Belum disimpan.")
    key(Qt.Key.Key_PageUp, CONTROL)
    qtbot.waitUntil(lambda: window.story.story_id == second)
    assert window.page.headline.text() == "Kedua"
    assert text_of(window.story.story()) == []
    key(Qt.Key.Key_PageDown, CONTROL)
    qtbot.waitUntil(lambda: window.story.story_id == first)
    assert text_of(window.story.story()) == ["Belum disimpan."]


def test_what_is_typed_until_the_other_story_appears_stays_with_the_first(office: Office, qtbot: QtBot) -> None:
    first, second = office.story(), office.story(Story(headline="Kedua", language="id"))
    window = office.sit(story=first)
    to_body(window)
    typed("Satu")
    window.desk.list.setFocus()
    key(Qt.Key.Key_Up)
    to_body(window)
    typed(" dua")
    qtbot.waitUntil(lambda: window.story.story_id == second)
    draft = kept_draft(office.newsroom, first)
    assert draft is not None
    assert text_of(draft) == ["Satu dua"]


def test_starting_a_new_story_keeps_the_one_before(office: Office, qtbot: QtBot) -> None:
    window, first = begin(office, qtbot)
    typed("Belum disimpan.")
    key(Qt.Key.Key_N, CONTROL)
    qtbot.waitUntil(lambda: window.story.story_id not in {None, first})
    draft = kept_draft(office.newsroom, first)
    assert draft is not None
    assert text_of(draft) == ["Belum disimpan."]


def test_when_another_person_sits_down_both_see_what_was_typed(office: Office, qtbot: QtBot) -> None:
    window, story_id = begin(office, qtbot)
    typed("Tulisan Ratri.")
    change_person(window, qtbot, "Sekar Larasati")
    assert text_of(window.story.story()) == ["Tulisan Ratri."]
    assert text_of(view_story(office.newsroom, story_id).head.story) == ["Tulisan Ratri."]
    assert kept_draft(office.newsroom, story_id) is None
    assert (
        view_story(office.newsroom, story_id).name_of(view_story(office.newsroom, story_id).head.author) == WRITER
    )


def test_closing_the_window_keeps_what_was_typed_last(office: Office, qtbot: QtBot) -> None:
    window, story_id = begin(office, qtbot)
    typed("Kata terakhir")
    key(Qt.Key.Key_Q, CONTROL)
    assert not window.isVisible()
    draft = kept_draft(office.newsroom, story_id)
    assert draft is not None
    assert text_of(draft) == ["Kata terakhir"]

    again = office.sit(story=story_id)
    assert text_of(again.story.story()) == ["Kata terakhir"]


def test_closing_takes_in_the_pictures_that_were_just_dropped(
    office: Office, qtbot: QtBot, tmp_path: Path
) -> None:
    window, story_id = begin(office, qtbot)
    drop(window.page.body, [picture(tmp_path / "rakit.jpg")])
    assert window.close()
    draft = kept_draft(office.newsroom, story_id)
    assert draft is not None
    assert [photo.file for photo in draft.photos] == ["rakit.jpg"]


@POSIX
def test_what_cannot_be_kept_is_said_stays_on_screen_and_is_kept_later(office: Office, qtbot: QtBot) -> None:
    window, story_id = begin(office, qtbot)
    with no_room():
        typed("Jangan hilang.")
        qtbot.waitUntil(lambda: window.story.keeping is Keeping.FAILED, timeout=10_000)
        assert "newsroom.db" in window.strip.banner.text
        assert window.strip.banner.isVisible()
        typed(" Juga ini.")
        assert text_of(window.story.story()) == ["Jangan hilang. Juga ini."]
    assert kept_draft(office.newsroom, story_id) is None
    at_rest(window, qtbot)
    draft = kept_draft(office.newsroom, story_id)
    assert draft is not None
    assert text_of(draft) == ["Jangan hilang. Juga ini."]
    qtbot.waitUntil(lambda: not window.strip.isVisible())


@POSIX
def test_the_window_stays_open_while_the_text_cannot_be_kept(office: Office, qtbot: QtBot) -> None:
    window, story_id = begin(office, qtbot)
    typed("Jangan hilang.")
    with no_room():
        key(Qt.Key.Key_Q, CONTROL)
        assert window.isVisible()
        assert window.strip.banner.text == window.words.text("close-not-kept")
    key(Qt.Key.Key_Q, CONTROL)
    assert not window.isVisible()
    draft = kept_draft(office.newsroom, story_id)
    assert draft is not None
    assert text_of(draft) == ["Jangan hilang."]


@POSIX
def test_no_other_story_takes_the_place_of_one_that_cannot_be_kept(office: Office, qtbot: QtBot) -> None:
    first, _ = office.story(), office.story(Story(headline="Kedua", language="id"))
    window = office.sit(story=first)
    to_body(window)
    typed("Jangan hilang.")
    with no_room():
        with qtbot.waitSignal(window.story.stayed):
            key(Qt.Key.Key_PageUp, CONTROL)
        assert window.story.story_id == first
        assert window.strip.banner.text == window.words.text("story-not-left")
        assert text_of(window.story.story()) == ["Jangan hilang."]
        chosen = window.desk.model.story_at(window.desk.list.currentIndex().row())
        assert chosen is not None
        assert chosen.id == first
    at_rest(window, qtbot)


def test_the_foot_of_the_window_says_how_safe_the_text_is(office: Office, qtbot: QtBot) -> None:
    window, _ = begin(office, qtbot)

    def says(start: str) -> bool:
        told = [*window.status.findChildren(QLabel), *window.status.findChildren(QPushButton)]
        return any(each.text().startswith(start) for each in told if each.isVisible())

    assert says("Tersimpan")
    typed("kata")
    assert says("Menyimpan…")
    at_rest(window, qtbot)
    assert says("Tersimpan")
    assert says("1 / 400 kata")


def test_an_undo_is_kept_as_well(office: Office, qtbot: QtBot) -> None:
    window, story_id = begin(office, qtbot)
    typed("Satu.\n")
    typed("Dua.")
    at_rest(window, qtbot)
    press_named(window.toolbar, "Urungkan", QAbstractButton)
    at_rest(window, qtbot)
    draft = kept_draft(office.newsroom, story_id)
    assert draft is not None
    assert text_of(draft) == text_of(window.story.story())
    assert text_of(draft) != ["Satu.", "Dua."]
