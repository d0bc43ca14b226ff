"""The quick switcher: by the keys from any story to any other, those that were open last first."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from editor_app.newsroom.reviewing import spike
from editor_app.story.body import Span, TextBlock
from editor_app.story.story import Credits, Story
from editor_app.ui.main_window import MainWindow
from editor_app.ui.quick_switcher import QuickSwitcher
from tests.ui.hands import CONTROL, SHIFT, activate, key, press, typed
from tests.ui.office import EDITOR, Office
from tests.ui.steps import to_body

HEADLINES = ("Perahu", "Pasar", "Rakit", "Rakit apung")


@pytest.fixture
def stories(office: Office) -> dict[str, str]:
    """Four stories; the last one was changed last."""
    return {
        name: office.story(
            Story(
                headline=name,
                language="id",
                credits=Credits(("Danu Wiratama",) if name == "Pasar" else ("Ratri Maheswari",)),
                body=(TextBlock("a0000001", (Span(f"Isi {name}."),)),),
            ),
            by=EDITOR,
        )
        for name in HEADLINES
    }


def open_switcher(window: MainWindow, qtbot: QtBot, code: Qt.Key = Qt.Key.Key_O) -> QuickSwitcher:
    key(code, CONTROL)
    switcher = window.viewing.switcher
    qtbot.waitUntil(switcher.isActiveWindow)
    qtbot.waitUntil(lambda: not switcher.model.is_reading)
    return switcher


def shown(switcher: QuickSwitcher) -> list[str]:
    model = switcher.model
    return [str(model.data(model.index(row))) for row in range(model.rowCount())]


def middle(switcher: QuickSwitcher, window: MainWindow) -> int:
    return switcher.mapTo(window, QPoint(switcher.width() // 2, 0)).x()


def chosen(switcher: QuickSwitcher) -> str:
    return str(switcher.list.currentIndex().data())


def search(switcher: QuickSwitcher, qtbot: QtBot, text: str) -> None:
    typed(text)
    qtbot.waitUntil(lambda: not switcher.model.is_reading)


def go(window: MainWindow, qtbot: QtBot, story: str) -> None:
    window.story.open(story)
    qtbot.waitUntil(lambda: window.story.story_id == story)


def wait_for(window: MainWindow, qtbot: QtBot, name: str) -> None:
    qtbot.waitUntil(lambda: headline(window) == name)


def headline(window: MainWindow) -> str:
    return window.page.headline.text()


@pytest.mark.parametrize("code", [Qt.Key.Key_O, Qt.Key.Key_Tab])
def test_enter_goes_to_the_story_before_and_again_back(
    office: Office, qtbot: QtBot, stories: dict[str, str], code: Qt.Key
) -> None:
    window = office.sit(EDITOR, story=stories["Perahu"])
    go(window, qtbot, stories["Rakit"])
    to_body(window)
    for name in ("Perahu", "Rakit"):
        switcher = open_switcher(window, qtbot, code)
        assert chosen(switcher) == name
        key(Qt.Key.Key_Return)
        wait_for(window, qtbot, name)
        assert not switcher.isVisible()
        activate(qtbot, window)


def test_those_open_last_stand_first_then_those_changed_last(
    office: Office, qtbot: QtBot, stories: dict[str, str]
) -> None:
    window = office.sit(EDITOR, story=stories["Perahu"])
    go(window, qtbot, stories["Pasar"])
    go(window, qtbot, stories["Rakit"])
    switcher = open_switcher(window, qtbot)
    assert shown(switcher) == ["Pasar", "Perahu", "Rakit apung"]  # without the one on screen
    key(Qt.Key.Key_Escape)
    window.close()
    again = office.sit(EDITOR, story=stories["Rakit"])
    assert shown(open_switcher(again, qtbot)) == ["Pasar", "Perahu", "Rakit apung"]


def test_a_story_is_found_by_headline_and_by_people(
    office: Office, qtbot: QtBot, stories: dict[str, str]
) -> None:
    window = office.sit(EDITOR, story=stories["Perahu"])
    switcher = open_switcher(window, qtbot)
    search(switcher, qtbot, "rakit")
    assert shown(switcher) == ["Rakit apung", "Rakit"]
    key(Qt.Key.Key_A, CONTROL)
    search(switcher, qtbot, "danu")
    assert shown(switcher) == ["Pasar"]
    key(Qt.Key.Key_Return)
    wait_for(window, qtbot, "Pasar")


def test_spiked_stories_are_found_too(office: Office, qtbot: QtBot, stories: dict[str, str]) -> None:
    spike(office.newsroom, story_id=stories["Pasar"], person=office.person(EDITOR))
    window = office.sit(EDITOR, story=stories["Perahu"])
    switcher = open_switcher(window, qtbot)
    search(switcher, qtbot, "pasar")
    assert shown(switcher) == ["Pasar"]


def test_enter_may_come_before_the_hits_do(office: Office, qtbot: QtBot, stories: dict[str, str]) -> None:
    window = office.sit(EDITOR, story=stories["Perahu"])
    open_switcher(window, qtbot)
    typed("rakit\n")
    wait_for(window, qtbot, "Rakit apung")


def test_the_keys_go_through_the_list(office: Office, qtbot: QtBot, stories: dict[str, str]) -> None:
    window = office.sit(EDITOR, story=stories["Rakit apung"])
    switcher = open_switcher(window, qtbot)
    assert shown(switcher) == ["Rakit", "Pasar", "Perahu"]
    steps = (
        (Qt.Key.Key_Down, None, "Pasar"),
        (Qt.Key.Key_PageDown, None, "Perahu"),
        (Qt.Key.Key_Down, None, "Perahu"),  # it ends there
        (Qt.Key.Key_Tab, CONTROL, "Rakit"),  # and this goes round
        (Qt.Key.Key_Backtab, CONTROL | SHIFT, "Perahu"),
        (Qt.Key.Key_Up, None, "Pasar"),
        (Qt.Key.Key_PageUp, None, "Rakit"),
        (Qt.Key.Key_Tab, None, "Pasar"),
    )
    for code, modifiers, name in steps:
        key(code, modifiers or Qt.KeyboardModifier.NoModifier)
        assert chosen(switcher) == name
    assert switcher.field.hasFocus()
    key(Qt.Key.Key_Return)
    wait_for(window, qtbot, "Pasar")


def test_escape_goes_back_to_the_word_one_was_at(office: Office, qtbot: QtBot, stories: dict[str, str]) -> None:
    window = office.sit(EDITOR, story=stories["Perahu"])
    to_body(window)
    switcher = open_switcher(window, qtbot)
    search(switcher, qtbot, "rakit")
    key(Qt.Key.Key_Escape)
    assert not switcher.isVisible()
    activate(qtbot, window)
    assert window.page.body.hasFocus()
    assert headline(window) == "Perahu"
    again = open_switcher(window, qtbot)
    assert again.field.text() == ""
    assert shown(again) == ["Rakit apung", "Rakit", "Pasar"]


def beside(window: MainWindow) -> QWidget:
    """What takes a press on the window beside the palette."""
    pressed = window.childAt(QPoint(20, window.height() - 80))
    assert pressed is not None
    return pressed


def test_a_press_beside_it_closes_it_and_presses_nothing_else(
    office: Office, qtbot: QtBot, stories: dict[str, str]
) -> None:
    window = office.sit(EDITOR, story=stories["Perahu"])
    to_body(window)
    switcher = open_switcher(window, qtbot)
    press(beside(window))
    assert not switcher.isVisible()
    assert window.page.body.hasFocus()
    assert headline(window) == "Perahu"
    assert window.desk.isAncestorOf(beside(window))  # what lies there can be pressed again


def test_who_turns_to_another_window_closes_it(office: Office, qtbot: QtBot, stories: dict[str, str]) -> None:
    window = office.sit(EDITOR, story=stories["Perahu"])
    to_body(window)
    switcher = open_switcher(window, qtbot)
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    activate(qtbot, other)
    assert not switcher.isVisible()
    activate(qtbot, window)
    assert window.page.body.hasFocus()


def test_who_takes_the_keyboard_elsewhere_closes_it(
    office: Office, qtbot: QtBot, stories: dict[str, str]
) -> None:
    window = office.sit(EDITOR, story=stories["Perahu"])
    to_body(window)
    switcher = open_switcher(window, qtbot)
    window.page.headline.setFocus()
    assert not switcher.isVisible()
    assert window.page.headline.hasFocus()


def test_it_lies_in_the_window_where_wayland_lets_it_stand(
    office: Office, qtbot: QtBot, stories: dict[str, str]
) -> None:
    window = office.sit(EDITOR, story=stories["Perahu"])
    switcher = open_switcher(window, qtbot)
    assert not switcher.isWindow()
    assert QAccessible.queryAccessibleInterface(switcher).role() is QAccessible.Role.Dialog
    window.resize(1200, 700)
    qtbot.waitUntil(lambda: abs(middle(switcher, window) - 600) <= 1)
    assert beside(window).size() == window.size()


def test_the_window_s_own_keys_wait_while_it_is_open(
    office: Office, qtbot: QtBot, stories: dict[str, str]
) -> None:
    window = office.sit(EDITOR, story=stories["Perahu"])
    switcher = open_switcher(window, qtbot)
    for code, modifiers in ((Qt.Key.Key_F11, None), (Qt.Key.Key_F, CONTROL), (Qt.Key.Key_N, CONTROL)):
        key(code, modifiers or Qt.KeyboardModifier.NoModifier)
    assert switcher.field.hasFocus()
    assert window.desk.isVisible()
    assert not window.find_bar.isVisible()
    key(Qt.Key.Key_Escape)
    key(Qt.Key.Key_F11)
    assert not window.desk.isVisible()


def test_a_press_opens_what_is_pressed(office: Office, qtbot: QtBot, stories: dict[str, str]) -> None:
    window = office.sit(EDITOR, story=stories["Perahu"])
    switcher = open_switcher(window, qtbot)
    area = switcher.list.visualRect(switcher.model.index(1))
    press(switcher.list, area.center())
    wait_for(window, qtbot, "Rakit")


def test_where_nothing_is_found_it_says_so(office: Office, qtbot: QtBot, stories: dict[str, str]) -> None:
    window = office.sit(EDITOR, story=stories["Perahu"])
    switcher = open_switcher(window, qtbot)
    search(switcher, qtbot, "zzz")
    said = [each for each in switcher.findChildren(QWidget) if getattr(each, "text", str)() == _nothing(window)]
    assert [each.isVisible() for each in said] == [True]
    assert not switcher.list.isVisible()
    key(Qt.Key.Key_Return)
    assert switcher.isVisible()


def _nothing(window: MainWindow) -> str:
    return window.words.text("switcher.nothing")


def test_it_works_in_focus_mode_where_the_desk_is_folded_away(
    office: Office, qtbot: QtBot, stories: dict[str, str]
) -> None:
    window = office.sit(EDITOR, story=stories["Perahu"])
    to_body(window)
    key(Qt.Key.Key_F11)
    open_switcher(window, qtbot)
    key(Qt.Key.Key_Return)
    wait_for(window, qtbot, "Rakit apung")
    assert not window.desk.isVisible()


def test_it_is_narrower_and_lower_than_the_window(office: Office, qtbot: QtBot, stories: dict[str, str]) -> None:
    for size in ((1440, 900), (1000, 600)):
        window = office.sit(EDITOR, story=stories["Perahu"], size=size)
        switcher = open_switcher(window, qtbot)
        assert switcher.width() < window.width()
        assert switcher.height() < window.height() - 64
        assert abs(middle(switcher, window) * 2 - window.width()) <= 2
        key(Qt.Key.Key_Escape)
        window.close()


def test_many_stories_come_page_by_page_each_once(office: Office, qtbot: QtBot) -> None:
    ids = [office.story(Story(headline=f"Berita {number:03}", language="id"), by=EDITOR) for number in range(70)]
    window = office.sit(EDITOR, story=ids[3])
    go(window, qtbot, ids[0])
    switcher = open_switcher(window, qtbot)
    while switcher.model.canFetchMore(switcher.model.index(-1)):
        with qtbot.waitSignal(switcher.model.rowsInserted):
            switcher.model.fetchMore(switcher.model.index(-1))
    names = shown(switcher)
    assert names[0] == "Berita 003"
    assert sorted(names) == [f"Berita {number:03}" for number in range(1, 70)]
