"""Focus mode and folded parts: only the page and a thin foot remain, the text keeps its place, all comes back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from editor_app.story.body import Span, TextBlock
from editor_app.story.story import Story
from editor_app.ui.main_window import MainWindow
from editor_app.words import Trouble
from tests.ui.hands import CONTROL, SHIFT, activate, choose, key, open_menu, press, press_named, typed
from tests.ui.office import EDITOR, Office
from tests.ui.steps import text_of, to_body

BODY = tuple(TextBlock(f"a{number:07}", (Span("Warga membangun rakit. " * 12),)) for number in range(30))


@pytest.fixture
def window(office: Office, qtbot: QtBot) -> MainWindow:
    """A long story, the cursor in its middle."""
    story = Story(headline="Rakit", language="id", body=BODY)
    window = office.sit(EDITOR, story=office.story(story, by=EDITOR))
    qtbot.waitUntil(lambda: window.page.is_settled)
    to_body(window, end=False)
    block = window.story.document.findBlockByNumber(15)
    cursor = window.page.body.textCursor()
    cursor.setPosition(block.position() + 40)
    window.page.body.setTextCursor(cursor)
    qtbot.waitUntil(lambda: window.page.verticalScrollBar().value() > 0)
    return window


def around(window: MainWindow) -> dict[str, bool]:
    parts: dict[str, QWidget] = {
        "top": window.top,
        "desk": window.desk,
        "header": window.header,
        "toolbar": window.toolbar,
        "panels": window.side,
        "checks": window.checks,
    }
    return {name: part.isVisible() for name, part in parts.items()}


def caret_in_window(window: MainWindow) -> int:
    return window.page.body.mapTo(window, window.page.body.cursorRect().topLeft()).y()


F11: tuple[Qt.Key, Qt.KeyboardModifier] = (Qt.Key.Key_F11, Qt.KeyboardModifier.NoModifier)
CONTROL_SHIFT_F: tuple[Qt.Key, Qt.KeyboardModifier] = (Qt.Key.Key_F, CONTROL | SHIFT)
ESCAPE: tuple[Qt.Key, Qt.KeyboardModifier] = (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)


@pytest.mark.parametrize(
    ("enter", "leave"), [(F11, F11), (F11, ESCAPE), (CONTROL_SHIFT_F, CONTROL_SHIFT_F), (CONTROL_SHIFT_F, ESCAPE)]
)
def test_only_page_and_foot_remain_until_it_is_left(
    window: MainWindow, enter: tuple[Qt.Key, Qt.KeyboardModifier], leave: tuple[Qt.Key, Qt.KeyboardModifier]
) -> None:
    before = around(window)
    assert all(before.values())
    key(*enter)
    assert not any(around(window).values())
    assert window.page.isVisible()
    assert window.status.isVisible()
    assert window.status.height() <= 32
    assert window.page.height() == window.height() - window.status.height() - 1
    key(*leave)
    assert around(window) == before


@pytest.mark.parametrize("size", [(1440, 900), (1280, 720), (1000, 600)])
def test_the_line_that_is_written_stays_where_the_eye_is(
    window: MainWindow, qtbot: QtBot, size: tuple[int, int]
) -> None:
    window.resize(*size)
    QApplication.processEvents()
    key(Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: 0 < caret_in_window(window) < window.height() - window.status.height())
    bar = window.page.verticalScrollBar()
    before, height = bar.value(), caret_in_window(window)
    key(Qt.Key.Key_F11)
    QApplication.processEvents()
    assert abs(caret_in_window(window) - height) <= 2
    assert window.page.body.hasFocus()
    key(Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert bar.value() == before
    assert caret_in_window(window) == height


def test_at_the_top_of_a_story_nothing_moves_for_good(window: MainWindow) -> None:
    press(window.page.headline)
    bar = window.page.verticalScrollBar()
    bar.setValue(0)
    for _ in range(2):
        key(Qt.Key.Key_F11)
        QApplication.processEvents()
    assert bar.value() == 0


def test_who_scrolls_meanwhile_finds_the_same_lines_again(window: MainWindow, qtbot: QtBot) -> None:
    key(Qt.Key.Key_F11)
    QApplication.processEvents()
    key(Qt.Key.Key_Home, CONTROL)
    key(Qt.Key.Key_Down, times=30)
    QApplication.processEvents()
    height = caret_in_window(window)
    key(Qt.Key.Key_F11)
    QApplication.processEvents()
    assert abs(caret_in_window(window) - height) <= 2


def test_nothing_else_changes(window: MainWindow, qtbot: QtBot) -> None:
    story, undo = window.story.story(), window.page.body.document().isUndoAvailable()
    position = window.page.body.textCursor().position()
    key(Qt.Key.Key_F11)
    key(Qt.Key.Key_Escape)
    assert window.story.story() == story
    assert window.page.body.document().isUndoAvailable() == undo
    assert window.page.body.textCursor().position() == position
    assert window.story.keeping.value == "kept"


def test_the_whole_of_writing_works_in_it(window: MainWindow, qtbot: QtBot, office: Office) -> None:
    key(Qt.Key.Key_F11)
    key(Qt.Key.Key_End, CONTROL)
    typed("\nbutir")
    key(Qt.Key.Key_8, CONTROL | SHIFT)  # whose button is folded away
    last = window.story.story().body[-1]
    assert isinstance(last, TextBlock)
    assert (last.text, last.list_item) == ("butir", "bullet")
    key(Qt.Key.Key_P, CONTROL | SHIFT)
    open_menu(qtbot).hide()
    activate(qtbot, window)
    key(Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: window.toast.text == window.words.text("told.saved"))
    key(Qt.Key.Key_F, CONTROL)
    assert window.find_bar.isVisible()
    key(Qt.Key.Key_Escape)  # first the bar, then the mode
    assert not window.find_bar.isVisible()
    assert window.viewing.folding.is_focused
    key(Qt.Key.Key_Escape)
    assert not window.viewing.folding.is_focused


def test_trouble_is_told_in_it_too(window: MainWindow) -> None:
    key(Qt.Key.Key_F11)
    window.tell(Trouble("close-not-kept"))
    assert window.strip.banner.isVisible()


def test_it_stays_for_the_next_story_and_goes_with_the_window(
    window: MainWindow, office: Office, qtbot: QtBot
) -> None:
    other = office.story(Story(headline="Perahu", language="id", body=BODY[:2]), by=EDITOR)
    key(Qt.Key.Key_F11)
    window.story.open(other)
    qtbot.waitUntil(lambda: window.story.story_id == other)
    assert not any(around(window).values())
    window.close()
    again = office.sit(EDITOR, story=other)
    assert all(around(again).values())


def test_who_was_elsewhere_writes_on_the_page(window: MainWindow) -> None:
    window.desk.list.setFocus()
    key(Qt.Key.Key_F11)
    assert window.page.body.hasFocus()
    typed("x")
    assert any("x" in text for text in text_of(window.story.story()))


def test_without_a_story_there_is_nothing_to_look_at(office: Office) -> None:
    window = office.sit(EDITOR)
    key(Qt.Key.Key_F11)
    assert window.desk.isVisible()
    assert window.top.isVisible()


def test_the_mouse_finds_the_way_in_and_out(window: MainWindow, qtbot: QtBot) -> None:
    words = window.words
    press_named(window, words.text("view.title"))
    choose(qtbot, words.text("view.focus"))
    assert not any(around(window).values())
    press_named(window.status, words.text("view.leave-focus") + " (Esc)", QToolButton)
    assert all(around(window).values())


@pytest.mark.parametrize(
    ("code", "modifiers", "outcome"),
    [
        (Qt.Key.Key_1, CONTROL, lambda window: window.side.isVisible()),
        (Qt.Key.Key_E, CONTROL, lambda window: window.desk.isVisible() and window.top.search.hasFocus()),
        (Qt.Key.Key_F9, Qt.KeyboardModifier.NoModifier, lambda window: window.desk.isVisible()),
        (Qt.Key.Key_F10, Qt.KeyboardModifier.NoModifier, lambda window: window.side.isVisible()),
    ],
)
def test_what_is_asked_for_by_name_comes_into_sight(
    window: MainWindow,
    code: Qt.Key,
    modifiers: Qt.KeyboardModifier,
    outcome: Callable[[MainWindow], bool],
) -> None:
    key(Qt.Key.Key_F11)
    key(code, modifiers)
    assert outcome(window)


def test_f6_in_it_stays_on_the_page(window: MainWindow) -> None:
    key(Qt.Key.Key_F11)
    key(Qt.Key.Key_F6)
    assert window.page.body.hasFocus()


def test_folded_parts_stay_folded_for_other_stories_and_after_a_restart(
    window: MainWindow, office: Office, qtbot: QtBot
) -> None:
    other = office.story(Story(headline="Perahu", language="id"), by=EDITOR)
    key(Qt.Key.Key_F9)
    key(Qt.Key.Key_F10)
    key(Qt.Key.Key_F11)
    key(Qt.Key.Key_F11)  # what was folded before comes back folded
    assert (window.desk.isVisible(), window.side.isVisible(), window.top.isVisible()) == (False, False, True)
    window.story.open(other)
    qtbot.waitUntil(lambda: window.story.story_id == other)
    assert (window.desk.isVisible(), window.side.isVisible()) == (False, False)
    window.close()
    again = office.sit(EDITOR, story=other)
    assert (again.desk.isVisible(), again.side.isVisible()) == (False, False)
    key(Qt.Key.Key_2, CONTROL)
    assert again.side.isVisible()


def test_a_window_closed_in_it_keeps_the_widths_of_its_parts(
    window: MainWindow, office: Office, qtbot: QtBot
) -> None:
    story = window.story.story_id
    widths = (window.desk.width(), window.side.width())
    key(Qt.Key.Key_F11)
    window.close()
    again = office.sit(EDITOR, story=story)
    qtbot.waitUntil(lambda: (again.desk.width(), again.side.width()) == widths)
