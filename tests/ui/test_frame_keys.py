"""By the keys alone: Tab through the window as one reads, F6 between its parts, search, undo, and the focus."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from editor_app.story.body import Span, TextBlock
from editor_app.story.story import Story
from editor_app.story.workflow import Action
from editor_app.ui.main_window import DETAILS, PHOTOS, REVIEW, MainWindow
from tests.ui.hands import CONTROL, SHIFT, fill, key, named, press, typed
from tests.ui.office import EDITOR, Office, picture
from tests.ui.steps import add_photos, at_rest, open_card, shown, text_of, to_body

BODY = tuple(TextBlock(f"a{number:07}", (Span("Warga membangun rakit. " * 12),)) for number in range(20))


@pytest.fixture
def window(office: Office, qtbot: QtBot) -> MainWindow:
    """A story with text and two photos, one card open, and checks that find something."""
    window = office.sit(EDITOR, story=office.story(Story(headline="Rakit", language="id", body=BODY), by=EDITOR))
    folder = office.newsroom.folder.parent
    add_photos(window, qtbot, picture(folder / "a.jpg"), picture(folder / "b.jpg", "tomato"))
    open_card(window, qtbot, 0)
    at_rest(window, qtbot)
    return window


def here() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def walk(code: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> list[QWidget]:
    """Where the key leads from here, once round."""
    start, reached = here(), []
    for _ in range(150):
        key(code, modifiers)
        reached.append(here())
        if here() is start:
            return reached
    raise AssertionError([each.accessibleName() for each in reached[-6:]])


def part(window: MainWindow, widget: QWidget) -> int:
    parts = (
        *(window.top, window.desk, window.header, window.toolbar, window.page, window.side, window.checks),
        window.status,
    )
    return next(place for place, each in enumerate(parts) if each.isAncestorOf(widget))


def test_tab_goes_through_the_window_as_one_reads_it(window: MainWindow, qtbot: QtBot) -> None:
    for page in (PHOTOS, DETAILS, REVIEW):
        window.side.show_page(page)
        window.top.search.setFocus()
        forth = walk(Qt.Key.Key_Tab)
        places = [part(window, each) for each in [window.top.search, *forth[:-1]]]
        assert places == sorted(places), page
        assert set(places) == {0, 1, 2, 3, 4, 5, 6, 7}, page
        page_fields = [each for each in forth if window.page.isAncestorOf(each)]
        fields = window.page
        assert page_fields == [fields.kicker, fields.headline, fields.standfirst, fields.dateline, fields.body]
        back = walk(Qt.Key.Key_Backtab, SHIFT)
        assert back == [*reversed(forth[:-1]), forth[-1]]


def test_tab_goes_through_what_came_later_in_its_place(window: MainWindow, qtbot: QtBot) -> None:
    submit = window.header.button(Action.SUBMIT)
    assert submit is not None
    assert not submit.isEnabled()  # the checks find errors: Tab passes it by
    window.side.bar.setFocus()
    key(Qt.Key.Key_Tab)
    tops = []
    while window.side.isAncestorOf(here()):
        tops.append(here().mapTo(window, here().rect().topLeft()).y())
        key(Qt.Key.Key_Tab)
    assert tops[0] < tops[-1]
    assert window.checks.isAncestorOf(here())


def test_tab_in_the_body_indents_a_list_and_else_goes_on(window: MainWindow) -> None:
    to_body(window)
    key(Qt.Key.Key_Tab)
    assert here() is window.side.bar
    to_body(window)
    key(Qt.Key.Key_8, CONTROL | SHIFT)
    typed("\nbutir")
    key(Qt.Key.Key_Tab)
    assert here() is window.page.body
    last = window.story.story().body[-1]
    assert isinstance(last, TextBlock)
    assert (last.list_item, last.level) == ("bullet", 2)


def test_tab_out_of_the_body_and_back_leaves_the_page_where_it_is(window: MainWindow, qtbot: QtBot) -> None:
    to_body(window)
    bar = window.page.verticalScrollBar()
    window.page.show_focus(window.page.body)
    before = bar.value()
    assert before > 0
    key(Qt.Key.Key_Tab)
    assert bar.value() == before
    key(Qt.Key.Key_Backtab, SHIFT)
    assert here() is window.page.body
    assert bar.value() == before


def test_f6_goes_from_desk_to_page_to_panels_and_shift_f6_back(window: MainWindow) -> None:
    window.desk.list.setFocus()
    key(Qt.Key.Key_F6)
    assert window.page.isAncestorOf(here())
    key(Qt.Key.Key_F6)
    assert window.side.isAncestorOf(here())
    key(Qt.Key.Key_F6)
    assert here() is window.desk.list
    key(Qt.Key.Key_F6, SHIFT)
    assert window.side.isAncestorOf(here())
    key(Qt.Key.Key_F6, SHIFT)
    assert window.page.isAncestorOf(here())


def test_f6_passes_by_what_is_folded_away(window: MainWindow) -> None:
    to_body(window)
    key(Qt.Key.Key_F10)
    key(Qt.Key.Key_F6)
    assert here() is window.desk.list
    key(Qt.Key.Key_F6)
    assert here() is window.page.body


@pytest.mark.parametrize(("code", "page"), [(Qt.Key.Key_1, PHOTOS), (Qt.Key.Key_2, DETAILS)])
def test_control_and_a_number_leads_to_the_first_control_of_a_tab(
    window: MainWindow, code: Qt.Key, page: str
) -> None:
    to_body(window)
    key(code, CONTROL)
    assert window.side.current == page
    assert window.side.page(page).isAncestorOf(here())
    assert here().visibleRegion().isEmpty() is False


def test_a_folded_panel_comes_back_when_a_tab_of_it_is_asked_for(window: MainWindow) -> None:
    key(Qt.Key.Key_F10)
    assert not window.side.isVisible()
    key(Qt.Key.Key_3, CONTROL)
    assert window.side.isVisible()
    assert window.side.current == REVIEW


def test_the_desk_has_the_keyboard_at_the_start(office: Office) -> None:
    office.story()
    window = office.sit()
    assert here() is window.desk.list
    assert window.story.story_id is None  # which opens nothing by itself


def test_the_first_arrow_opens_the_first_story_and_the_next_the_next(office: Office, qtbot: QtBot) -> None:
    for name in ("Rakit", "Perahu"):
        office.story(Story(headline=name, language="id"))
    window = office.sit()
    window.top.search.setFocus()
    window.desk.list.setFocus()
    key(Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: window.page.headline.text() == "Perahu")
    key(Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: window.page.headline.text() == "Rakit")


def test_a_search_is_made_and_its_first_hit_opened_by_the_keys(office: Office, qtbot: QtBot) -> None:
    for name in ("Perahu", "Rakit", "Rakit apung"):
        office.story(Story(headline=name, language="id"))
    window = office.sit()
    key(Qt.Key.Key_E, CONTROL)
    typed("rakit\n")  # Enter comes before the hits do
    qtbot.waitUntil(lambda: window.page.headline.text() == "Rakit apung")
    assert here() is window.desk.list
    key(Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: window.page.headline.text() == "Rakit")


def test_down_leads_from_the_search_into_the_list_and_enter_opens(office: Office, qtbot: QtBot) -> None:
    for name in ("Perahu", "Rakit", "Rakit apung"):
        office.story(Story(headline=name, language="id"))
    window = office.sit()
    key(Qt.Key.Key_E, CONTROL)
    typed("rakit")
    qtbot.waitUntil(lambda: window.desk.model.rowCount() == 2)
    key(Qt.Key.Key_Down)
    assert here() is window.desk.list
    assert window.story.story_id is None
    key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.page.headline.text() == "Rakit apung")


def test_escape_empties_the_search_and_leads_back_to_the_text(office: Office, qtbot: QtBot) -> None:
    window = office.sit(story=office.story(Story(headline="Rakit", language="id")))
    to_body(window)
    key(Qt.Key.Key_E, CONTROL)
    typed("zzz")
    qtbot.waitUntil(lambda: window.desk.model.rowCount() == 0)
    key(Qt.Key.Key_Escape)
    assert here() is window.page.body
    assert window.top.search.text() == ""
    qtbot.waitUntil(lambda: window.desk.model.rowCount() == 1)


def test_an_action_by_the_keys_leaves_the_keyboard_in_the_header(
    office: Office, qtbot: QtBot, make_story: Callable[..., Story]
) -> None:
    window = office.sit(story=office.story(make_story(photos=(), body=BODY)))
    add_photos(window, qtbot, picture(office.newsroom.folder.parent / "a.jpg"))
    card = open_card(window, qtbot, 0)
    fill(named(card, "Keterangan foto", QTextEdit), "FOKUS: Rakit.")
    window.story.change_photo(window.story.fields.photos[0].key, alt="Rakit", creator="Bayu")
    at_rest(window, qtbot)
    submit = window.header.button(Action.SUBMIT)
    assert submit is not None
    qtbot.waitUntil(submit.isEnabled)
    submit.setFocus(Qt.FocusReason.TabFocusReason)
    key(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: shown(window) == "in-review")
    assert isinstance(here(), QAbstractButton)
    assert window.header.isAncestorOf(here())


def test_a_press_on_an_action_leaves_cursor_and_page_where_they_are(window: MainWindow, qtbot: QtBot) -> None:
    to_body(window)
    bar = window.page.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() > 0)
    before = bar.value(), window.page.body.textCursor().position()
    key(Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: window.toast.text == window.words.text("told.saved"))
    assert here() is window.page.body
    assert (bar.value(), window.page.body.textCursor().position()) == before


@pytest.mark.parametrize("redo", [(Qt.Key.Key_Y, CONTROL), (Qt.Key.Key_Z, CONTROL | SHIFT)])
def test_undo_and_redo_are_those_of_the_field_that_has_the_keyboard(
    window: MainWindow, qtbot: QtBot, redo: tuple[Qt.Key, Qt.KeyboardModifier]
) -> None:
    to_body(window)
    typed(" Isi.")
    card = open_card(window, qtbot, 0)
    caption = named(card, "Keterangan foto", QTextEdit)
    for field, text in ((window.page.headline, window.page.headline.text), (caption, caption.toPlainText)):
        press(field)
        key(Qt.Key.Key_End)
        before = text()
        typed("x")
        key(Qt.Key.Key_Z, CONTROL)
        assert text() == before
        key(*redo)
        assert text() == f"{before}x"
    assert text_of(window.story.story())[-1].endswith(" Isi.")
    to_body(window)
    key(Qt.Key.Key_Z, CONTROL)
    assert not text_of(window.story.story())[-1].endswith(" Isi.")
    key(*redo)
    assert text_of(window.story.story())[-1].endswith(" Isi.")
