"""The desk of a busy office: three hundred stories, filtered, searched, scrolled through and opened."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from editor_app.newsroom.composing import new_story
from editor_app.newsroom.newsroom import open_newsroom
from editor_app.newsroom.reviewing import spike
from editor_app.story.body import Span, TextBlock
from editor_app.story.story import Story
from editor_app.ui.kit.theme import Theme
from editor_app.ui.main_window import MainWindow
from tests.ui.hands import CONTROL, choose, key, named, press, press_named, typed
from tests.ui.office import WRITER, Office, founded, person

STORIES, SPIKED = 300, 7
AT_WORK = STORIES - SPIKED


@pytest.fixture(scope="session")
def busy_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A newsroom of three hundred stories, made once; the last one is the newest."""
    newsroom = founded(tmp_path_factory.mktemp("busy") / "newsroom")
    writer = person(newsroom, WRITER)
    for number in range(STORIES):
        body = (TextBlock("a0000001", (Span("Tentang perahu karet." if number == 50 else "Isi."),)),)
        story = Story(headline=f"Naskah nomor {number}", language="id", body=body)
        made = new_story(newsroom, person=writer, story=story)
        if number < SPIKED:
            spike(newsroom, story_id=made.story_id, person=writer)
    newsroom.close()
    return newsroom.folder


@pytest.fixture
def busy(qtbot: QtBot, theme: Theme, busy_folder: Path, tmp_path: Path) -> Iterator[Office]:
    newsroom = open_newsroom(Path(shutil.copytree(busy_folder, tmp_path / "newsroom")))
    work = Office(qtbot, theme, newsroom, tmp_path / "window.ini")
    yield work
    work.close()
    newsroom.close()


def headlines(window: MainWindow) -> list[str]:
    model = window.desk.model
    return [str(model.data(model.index(row))) for row in range(model.rowCount())]


def test_the_newest_story_stands_first_and_the_rest_comes_while_one_scrolls(busy: Office, qtbot: QtBot) -> None:
    window = busy.sit()
    assert headlines(window)[0] == f"Naskah nomor {STORIES - 1}"
    assert len(headlines(window)) < AT_WORK

    def scroll() -> bool:
        window.desk.list.verticalScrollBar().setValue(window.desk.list.verticalScrollBar().maximum())
        return len(headlines(window)) == AT_WORK

    qtbot.waitUntil(scroll, timeout=20_000)
    assert len(set(headlines(window))) == AT_WORK
    assert headlines(window)[-1] == f"Naskah nomor {SPIKED}"  # those before it are off the desk


def test_a_filter_keeps_one_state_and_counts_all(busy: Office, qtbot: QtBot) -> None:
    window = busy.sit()
    all_of_them = f"Semua {AT_WORK}"
    qtbot.waitUntil(lambda: named(window.desk, all_of_them, QAbstractButton).isVisible())
    press_named(window.desk, "Status lain", QAbstractButton)
    choose(qtbot, f"Batal terbit  {SPIKED}")
    qtbot.waitUntil(lambda: len(headlines(window)) == SPIKED)
    assert {int(each.split()[-1]) for each in headlines(window)} == set(range(SPIKED))
    press_named(window.desk, f"Draf {AT_WORK}", QAbstractButton)
    qtbot.waitUntil(lambda: headlines(window)[:1] == [f"Naskah nomor {STORIES - 1}"])
    press_named(window.desk, all_of_them, QAbstractButton)
    qtbot.waitUntil(lambda: len(headlines(window)) >= 50)


def test_a_search_finds_words_of_the_body_wherever_the_story_stands(busy: Office, qtbot: QtBot) -> None:
    window = busy.sit()
    key(Qt.Key.Key_E, CONTROL)
    typed("perahu karet")
    qtbot.waitUntil(lambda: headlines(window) == ["Naskah nomor 50"])
    key(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(headlines(window)) >= 50)


def test_a_search_without_a_hit_says_so_and_leads_back(busy: Office, qtbot: QtBot) -> None:
    window = busy.sit()
    press(window.top.search)
    typed("tidakadasamasekali")
    qtbot.waitUntil(lambda: headlines(window) == [])
    qtbot.waitUntil(lambda: named(window.desk, "Tampilkan semua", QAbstractButton).isVisible())
    press_named(window.desk, "Tampilkan semua", QAbstractButton)
    qtbot.waitUntil(lambda: len(headlines(window)) >= 50)
    assert window.top.search.text() == ""


def test_a_press_opens_a_story_and_the_keys_go_to_the_next(busy: Office, qtbot: QtBot) -> None:
    window = busy.sit()
    index = window.desk.model.index(2)
    press(window.desk.list, window.desk.list.visualRect(index).center())
    qtbot.waitUntil(lambda: window.page.headline.text() == f"Naskah nomor {STORIES - 3}")
    key(Qt.Key.Key_PageDown, CONTROL)
    qtbot.waitUntil(lambda: window.page.headline.text() == f"Naskah nomor {STORIES - 4}")
    key(Qt.Key.Key_PageUp, CONTROL)
    qtbot.waitUntil(lambda: window.page.headline.text() == f"Naskah nomor {STORIES - 3}")


def test_a_saved_story_rises_to_the_top_and_stays_marked(busy: Office, qtbot: QtBot) -> None:
    window = busy.sit()
    index = window.desk.model.index(4)
    press(window.desk.list, window.desk.list.visualRect(index).center())
    qtbot.waitUntil(lambda: window.story.story_id is not None)
    press(window.page.headline)
    key(Qt.Key.Key_End)
    typed(" baru")
    key(Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: headlines(window)[0] == f"Naskah nomor {STORIES - 5} baru")
    assert window.desk.list.currentIndex().row() == 0


def test_an_empty_desk_offers_to_write(office: Office, qtbot: QtBot) -> None:
    window = office.sit()
    buttons = [each for each in window.findChildren(QAbstractButton) if each.isVisible()]
    offers = [each for each in buttons if each.accessibleName() == "Naskah baru"]
    assert len(offers) == 2  # over the desk, and in the middle of the empty page
    press(next(each for each in offers if not window.desk.isAncestorOf(each)))
    qtbot.waitUntil(lambda: window.story.story_id is not None)
    qtbot.waitUntil(lambda: headlines(window) == ["Tanpa judul"])


def test_the_story_that_was_open_last_is_open_again(office: Office, qtbot: QtBot) -> None:
    story_id = office.story(Story(headline="Rakit", language="id"))
    first = office.sit(story=story_id)
    assert first.close()
    assert office.settings.value("story") == story_id
    second = office.sit(story=story_id)
    assert second.page.headline.text() == "Rakit"
