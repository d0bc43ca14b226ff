"""The frame of the window: header, menus, toolbar and status line in any width, and a page that is locked."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QPushButton,
    QToolTip,
    QWidgetAction,
)
from pytestqt.qtbot import QtBot

from editor_app.newsroom.reviewing import spike
from editor_app.story.body import Link, Span, TextBlock
from editor_app.story.story import Story
from editor_app.ui.facts_label import FactsLabel
from editor_app.ui.format_toolbar import FormatToolbar
from editor_app.ui.kit.hairline import Hairline
from editor_app.ui.kit.tool_button import ToolButton
from editor_app.ui.main_window import MainWindow
from editor_app.words import LANGUAGES, Language
from tests.ui.hands import SHIFT, activate, entry_of, key, named, open_menu, press, press_named, typed
from tests.ui.office import EDITOR, WRITER, Office
from tests.ui.steps import to_body

HREF = "https://situs.example/"
WIDE = 1440


def test_the_code_is_never_cut_the_time_goes_first_then_the_name(qtbot: QtBot) -> None:
    facts = FactsLabel("small")
    qtbot.addWidget(facts)
    wordings = ("R7-4K2Q · diajukan Sari W., 10.24 WIB", "R7-4K2Q · diajukan Sari W.", "R7-4K2Q")
    facts.show_facts(wordings)
    facts.show()
    widths = [facts.fontMetrics().horizontalAdvance(each) + 2 for each in wordings]
    for width, shown in zip(widths, wordings, strict=True):
        facts.resize(width, 20)
        assert facts.text() == shown
    assert facts.toolTip() == wordings[0]
    assert facts.accessibleName() == wordings[0]
    assert facts.minimumSizeHint().width() >= widths[-1] - 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_header_has_room_for_all_of_it_in_the_narrowest_window(office: Office, language: Language) -> None:
    window = office.sit(EDITOR, language=language, story=office.story(Story(headline="Rakit")), size=(1000, 600))
    view = window.story.view
    assert view is not None
    facts = window.header.findChildren(FactsLabel)[0]
    assert view.head.code in facts.text()
    shown = [each for each in window.header.findChildren(QAbstractButton) if each.isVisible()]
    assert all(window.header.rect().contains(each.geometry()) for each in shown)
    apart = [facts.geometry(), *(each.geometry() for each in shown)]
    assert not any(one.intersects(other) for one in apart for other in apart if one is not other)


def test_the_menu_of_a_story_shows_what_is_possible_first_and_why_the_rest_is_not(
    office: Office, qtbot: QtBot
) -> None:
    window = office.sit(story=office.story(Story(headline="Rakit")))
    press_named(window.header, "Lainnya", QAbstractButton)
    menu = open_menu(qtbot)
    entries = menu.actions()
    rule = next(place for place, entry in enumerate(entries) if entry.isSeparator())
    assert all(entry.isEnabled() for entry in entries[:rule])
    assert entries[:rule]
    dimmed = entries[rule + 1 :]
    assert dimmed
    assert not any(entry.isEnabled() for entry in dimmed)
    QTest.mouseMove(menu, menu.actionGeometry(dimmed[0]).center())
    qtbot.waitUntil(QToolTip.isVisible)
    assert " ".join(QToolTip.text().split()) == dimmed[0].toolTip()
    tip = next(each for each in QApplication.topLevelWidgets() if each.inherits("QTipLabel") and each.isVisible())
    assert not tip.geometry().intersects(menu.geometry())
    menu.hide()


@pytest.mark.parametrize("width", [1000, 1100, WIDE])
def test_nothing_on_the_toolbar_overlaps_and_what_has_no_room_stands_in_a_menu(
    office: Office, qtbot: QtBot, width: int
) -> None:
    window = office.sit(story=office.story(Story(headline="Rakit")), size=(width, 640))
    bar = window.toolbar
    more = named(bar, "Format lainnya", ToolButton) if width < WIDE else None
    places = [
        QRect(each.mapTo(bar, QPoint(0, 0)), each.size())
        for each in bar.findChildren(ToolButton)
        if each.isVisible()
    ]
    assert all(bar.rect().contains(place) for place in places)
    assert not any(one.intersects(other) for one in places for other in places if one is not other)
    hidden = [each for each in bar.findChildren(ToolButton) if not each.isVisible()]
    if more is None:
        assert [each.accessibleName() for each in hidden] == ["Format lainnya"]
        return
    to_body(window)
    typed("butir")
    press(more)
    menu = open_menu(qtbot)
    assert {entry.text() for entry in menu.actions() if entry.text()} == {
        each.accessibleName() for each in hidden
    }
    entry_of(menu, "Daftar butir").trigger()
    menu.hide()
    (block,) = window.story.story().body
    assert isinstance(block, TextBlock)
    assert block.list_item == "bullet"


def test_the_narrowest_toolbar_begins_with_the_styles_and_no_rule(office: Office, qtbot: QtBot) -> None:
    window = office.sit(story=office.story(Story(headline="Rakit")))
    bar = FormatToolbar(window.theme, window.words, window.page.body)
    qtbot.addWidget(bar)
    bar.resize(240, bar.height())
    bar.show()
    styles = bar.findChildren(QComboBox)[0]
    qtbot.waitUntil(lambda: styles.mapTo(bar, QPoint(0, 0)).x() == 18)
    rules = [each for each in bar.findChildren(Hairline) if each.isVisible()]
    assert all(each.mapTo(bar, QPoint(0, 0)).x() > 18 for each in rules)
    assert named(bar, "Format lainnya", ToolButton).isVisible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_needs_no_sideways_scrolling_in_the_narrowest_window(office: Office, language: Language) -> None:
    window = office.sit(language=language, story=office.story(Story(headline="Rakit")), size=(1000, 600))
    assert window.page.horizontalScrollBar().maximum() == 0
    assert window.width() == 1000


def test_header_and_tabs_end_on_one_line(office: Office) -> None:
    window = office.sit(story=office.story())
    header = window.header.mapTo(window, QPoint(0, window.header.height())).y()
    assert window.side.bar.mapTo(window, QPoint(0, window.side.bar.height())).y() == header


def test_the_menu_of_the_person_has_a_heading_each_time(office: Office, qtbot: QtBot) -> None:
    window = office.sit()
    for _ in range(2):
        press(window.top.person)
        menu = open_menu(qtbot)
        first = menu.actions()[0]
        assert isinstance(first, QWidgetAction)
        heading = first.defaultWidget()
        assert isinstance(heading, QLabel)
        assert heading.text() == window.words.text("person.sits")
        assert heading.isVisible()
        assert menu.actions()[1].text() in {WRITER, EDITOR, "Bayu Nirwana"}
        menu.hide()
        activate(qtbot, window)


def test_an_empty_story_is_not_read_in_a_minute(office: Office, qtbot: QtBot) -> None:
    window = office.sit(story=office.story(Story(headline="Rakit")))

    def length() -> str:
        buttons = [each.text() for each in window.status.findChildren(QPushButton)]
        return next(text for text in buttons if "kata" in text)

    assert length() == "0 kata"
    to_body(window)
    typed("Satu")
    qtbot.waitUntil(lambda: length() == "1 kata · 1 menit baca")


def test_a_locked_page_shows_no_caret(office: Office) -> None:
    story_id = office.story(Story(headline="Batal", body=(TextBlock("a1", (Span("Isi."),)),)))
    spike(office.newsroom, story_id=story_id, person=office.person(WRITER))
    window = office.sit(story=story_id)
    press(window.page.body)
    assert window.page.body.cursorWidth() == 0
    other = office.sit(story=office.story(Story(headline="Rakit")))
    to_body(other)
    assert other.page.body.cursorWidth() == 1


def linked(office: Office, *spans: Span) -> MainWindow:
    body = (TextBlock("a1", spans, mark_defs=(Link("k", HREF),)),)
    return office.sit(story=office.story(Story(headline="Rakit", body=body)))


def runs(window: MainWindow) -> list[tuple[str, str | None]]:
    (block,) = window.story.story().body
    assert isinstance(block, TextBlock)
    return [(span.text, block.href(span)) for span in block.children]


def test_typing_over_a_whole_link_leaves_no_link(office: Office) -> None:
    window = linked(office, Span("Lihat "), Span("situs", ("k",)), Span(" kota"))
    to_body(window, end=False)
    key(Qt.Key.Key_Right, times=6)
    key(Qt.Key.Key_Right, SHIFT, times=5)
    typed("laman")
    assert runs(window) == [("Lihat laman kota", None)]


def test_typing_over_part_of_a_link_keeps_it(office: Office) -> None:
    window = linked(office, Span("situs kota", ("k",)))
    to_body(window, end=False)
    key(Qt.Key.Key_Right, SHIFT, times=5)
    typed("laman")
    assert runs(window) == [("laman kota", HREF)]


def test_typing_over_more_than_a_link_leaves_none_and_is_one_undo_step(office: Office) -> None:
    window = linked(office, Span("situs", ("k",)), Span(" kota"))
    to_body(window, end=False)
    key(Qt.Key.Key_Right, SHIFT, times=7)
    typed("x")
    assert runs(window) == [("xota", None)]
    key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert runs(window) == [("situs", HREF), (" kota", None)]
