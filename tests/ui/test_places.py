"""Each story is opened again where one was in it: the cursor, and the lines that were in sight."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor_app.newsroom.composing import save_story
from editor_app.story.body import Span, TextBlock
from editor_app.story.story import Story
from editor_app.ui.main_window import MainWindow
from editor_app.ui.places import MOST
from tests.ui.hands import CONTROL, key, press, typed
from tests.ui.office import EDITOR, Office, picture
from tests.ui.steps import add_photos, at_rest, to_body

BODY = tuple(
    TextBlock(f"a{number:07}", (Span(f"{number}. " + "Warga membangun rakit. " * 12),)) for number in range(30)
)


@pytest.fixture
def stories(office: Office) -> tuple[str, str]:
    return (
        office.story(Story(headline="Rakit", language="id", body=BODY), by=EDITOR),
        office.story(Story(headline="Perahu", language="id", body=BODY[:12]), by=EDITOR),
    )


def open_story(window: MainWindow, qtbot: QtBot, story: str) -> None:
    window.story.open(story)
    qtbot.waitUntil(lambda: window.story.story_id == story and window.page.is_settled)


def go(window: MainWindow, number: int, units: int) -> None:
    cursor = window.page.body.textCursor()
    cursor.setPosition(window.story.document.findBlockByNumber(number).position() + units)
    window.page.body.setFocus()
    window.page.body.setTextCursor(cursor)
    QApplication.processEvents()


def where(window: MainWindow) -> tuple[int, int]:
    cursor = window.page.body.textCursor()
    return cursor.blockNumber(), cursor.positionInBlock()


def scrolled(window: MainWindow) -> int:
    return window.page.verticalScrollBar().value()


def test_two_stories_are_each_opened_where_one_was(
    office: Office, qtbot: QtBot, stories: tuple[str, str]
) -> None:
    window = office.sit(EDITOR, story=stories[0])
    go(window, 17, 33)
    first = where(window), scrolled(window)
    assert first[1] > 0
    open_story(window, qtbot, stories[1])
    assert (where(window), scrolled(window)) == ((0, 0), 0)
    go(window, 8, 5)
    second = where(window), scrolled(window)
    open_story(window, qtbot, stories[0])
    assert (where(window), scrolled(window)) == first
    open_story(window, qtbot, stories[1])
    assert (where(window), scrolled(window)) == second


def test_what_was_in_sight_need_not_be_the_cursor(office: Office, qtbot: QtBot, stories: tuple[str, str]) -> None:
    window = office.sit(EDITOR, story=stories[0])
    go(window, 2, 0)
    window.desk.list.setFocus()
    window.page.verticalScrollBar().setValue(1500)
    open_story(window, qtbot, stories[1])
    open_story(window, qtbot, stories[0])
    assert abs(scrolled(window) - 1500) <= 1
    assert where(window) == (2, 0)


def test_after_a_restart_one_goes_on_where_one_was(
    office: Office, qtbot: QtBot, stories: tuple[str, str]
) -> None:
    window = office.sit(EDITOR, story=stories[0])
    qtbot.waitUntil(lambda: window.page.is_settled)
    go(window, 17, 33)
    was = where(window), scrolled(window)
    window.close()
    again = office.sit(EDITOR, story=stories[0])
    qtbot.waitUntil(lambda: again.page.is_settled)
    assert (where(again), scrolled(again)) == was
    key(Qt.Key.Key_F6)
    typed("x")
    block = again.story.story().body[17]
    assert isinstance(block, TextBlock)
    assert block.text[33] == "x"


def test_pictures_that_come_after_it_move_nothing(office: Office, qtbot: QtBot, stories: tuple[str, str]) -> None:
    window = office.sit(EDITOR, story=stories[0])
    add_photos(window, qtbot, picture(office.newsroom.folder.parent / "a.jpg", size=(1200, 500)))
    to_body(window, end=False)
    window.insertion.place(window.story.fields.photos[0].key)
    at_rest(window, qtbot)
    go(window, 20, 10)
    was = where(window), scrolled(window)
    window.close()
    again = office.sit(EDITOR, story=stories[0])
    (photo,) = again.story.fields.photos
    qtbot.waitUntil(lambda: again.story.source.picture(photo.key) is not None)
    QApplication.processEvents()
    assert (where(again), scrolled(again)) == was


def test_a_paragraph_that_is_gone_is_no_trouble(office: Office, qtbot: QtBot, stories: tuple[str, str]) -> None:
    window = office.sit(EDITOR, story=stories[0])
    go(window, 17, 33)
    window.close()
    story = Story(headline="Rakit", language="id", body=BODY[:3])
    save_story(office.newsroom, story_id=stories[0], person=office.person(EDITOR), story=story)
    again = office.sit(EDITOR, story=stories[0])
    qtbot.waitUntil(lambda: again.page.is_settled)
    assert (where(again), scrolled(again)) == ((0, 0), 0)


def test_a_paragraph_that_is_shorter_now_has_the_cursor_at_its_end(
    office: Office, qtbot: QtBot, stories: tuple[str, str]
) -> None:
    window = office.sit(EDITOR, story=stories[0])
    go(window, 17, 33)
    window.close()
    short = (*BODY[:17], TextBlock(BODY[17].key, (Span("Usai."),)), *BODY[18:])
    story = Story(headline="Rakit", language="id", body=short)
    save_story(office.newsroom, story_id=stories[0], person=office.person(EDITOR), story=story)
    again = office.sit(EDITOR, story=stories[0])
    assert where(again) == (17, 5)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "{",
        "[]",
        "7",
        '{"%s": 7}',
        '{"%s": ["a0000017"]}',
        '{"%s": ["a0000017", -4, "", 0, 0]}',
        '{"%s": null}',
    ],
)
def test_what_was_written_down_wrongly_is_left_out(
    office: Office, qtbot: QtBot, stories: tuple[str, str], written: str
) -> None:
    office.settings.setValue("places", written % stories[0] if "%s" in written else written)
    window = office.sit(EDITOR, story=stories[0])
    qtbot.waitUntil(lambda: window.page.is_settled)
    assert (where(window), scrolled(window)) == ((0, 0), 0)


def test_only_the_last_places_are_kept(office: Office, qtbot: QtBot, stories: tuple[str, str]) -> None:
    old = {f"old-{number}": ["", 0, "", 0, 0] for number in range(MOST + 40)}
    office.settings.setValue("places", json.dumps(old))
    window = office.sit(EDITOR, story=stories[0])
    go(window, 3, 0)
    window.close()
    kept = json.loads(str(office.settings.value("places")))
    assert len(kept) == MOST
    assert list(kept)[-1] == stories[0]
    assert "old-0" not in kept


def test_who_takes_the_newest_stays_in_the_paragraph(
    office: Office, qtbot: QtBot, stories: tuple[str, str]
) -> None:
    window = office.sit(EDITOR, story=stories[0])
    go(window, 17, 33)
    typed("x")
    window.story.keep_now()
    at_rest(window, qtbot)
    with qtbot.waitSignal(window.story.loaded):
        window.story.take_newest()
    qtbot.waitUntil(lambda: window.page.is_settled)
    assert where(window) == (17, 34)
    assert scrolled(window) > 0


def test_a_finding_that_is_pressed_wins_over_the_place(
    office: Office, qtbot: QtBot, stories: tuple[str, str]
) -> None:
    window = office.sit(EDITOR, story=stories[0])
    go(window, 17, 33)
    press(window.page.headline)
    assert window.page.headline.hasFocus()
    key(Qt.Key.Key_End, CONTROL)
    typed("!")
    assert window.page.headline.text() == "Rakit!"
