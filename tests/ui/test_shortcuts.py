"""The table of keys: the window binds all of it and nothing else, and the list that F1 shows is made from it."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

import editor_app.ui
from editor_app.story.body import Cell, Span, Table, TextBlock
from editor_app.story.story import Story
from editor_app.ui.binding import ACTION
from editor_app.ui.dialogs.shortcuts_dialog import native
from editor_app.ui.dialogs.table_dialog import TableDialog
from editor_app.ui.kit.theme import Theme
from editor_app.ui.main_window import MainWindow
from editor_app.ui.shortcuts import SHORTCUTS, Scope, Section, Shortcut
from editor_app.words import LANGUAGES, Language, Words
from tests.ui.hands import CONTROL, key, open_menu, opened, press_named, with_dialog
from tests.ui.office import EDITOR, Office
from tests.ui.steps import to_body

BODY = (
    TextBlock("a0000001", (Span("Warga membangun rakit."),), list_item="bullet"),
    TextBlock("a0000002", (Span("Anak-anak membaca di rakit."),), list_item="bullet"),
    TextBlock("a0000003", (Span("Rakit hanyut."),), list_item="bullet"),
)
KEYS = re.compile(r"((Ctrl|Alt|Shift|Meta)\+)+\S+|F\d{1,2}")


@pytest.fixture
def window(office: Office) -> MainWindow:
    window = office.sit(EDITOR, story=office.story(Story(headline="Rakit", language="id", body=BODY), by=EDITOR))
    to_body(window)
    return window


def portable(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.PortableText)


def bound(window: MainWindow) -> list[QShortcut]:
    """What the window itself binds; dialogs and palettes are windows of their own."""
    return [each for each in window.findChildren(QShortcut) if _stands_in(each, window)]


def _stands_in(each: QShortcut, window: MainWindow) -> bool:
    owner = each.parent()
    return isinstance(owner, QWidget) and owner.window() is window


def test_all_that_the_table_gives_the_window_is_bound_and_once(window: MainWindow) -> None:
    found = Counter((each.property(ACTION), portable(each.key().toString())) for each in bound(window))

    wanted = {
        (entry.code, portable(keys)): 1
        for entry in SHORTCUTS
        if entry.scope is Scope.WINDOW
        for keys in entry.keys
    }
    assert dict(found) == wanted


def test_no_keys_mean_two_things(window: MainWindow) -> None:
    for of_the_grid in (False, True):
        entries = [entry for entry in SHORTCUTS if (entry.scope is Scope.GRID) is of_the_grid]
        keys = Counter(portable(each) for entry in entries for each in entry.keys)
        assert {each: times for each, times in keys.items() if times > 1} == {}
    assert all(portable(each) for entry in SHORTCUTS for each in (*entry.keys, *entry.also))


def test_buttons_and_menus_tell_of_keys_that_stand_in_the_table(window: MainWindow, qtbot: QtBot) -> None:
    press_named(window, window.words.text("header.more"))
    open_menu(qtbot).hide()
    press_named(window, window.words.text("view.title"))
    open_menu(qtbot).hide()
    known = {portable(keys) for entry in SHORTCUTS for keys in (*entry.keys, *entry.also)}

    told = [action.shortcut() for action in window.findChildren(QAction)]
    told += [button.shortcut() for button in window.findChildren(QAbstractButton)]
    written = {portable(each.toString()) for each in told if not each.isEmpty()}
    assert {portable("Ctrl+S"), portable("F11")} <= written
    assert written <= known


def test_no_other_file_names_keys() -> None:
    folder = Path(editor_app.ui.__file__).parent
    named_elsewhere = [
        (path.name, node.value)
        for path in folder.rglob("*.py")
        if path.name != "shortcuts.py"
        for node in ast.walk(ast.parse(path.read_bytes()))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and KEYS.fullmatch(node.value)
    ]

    assert named_elsewhere == []


def of_body() -> Iterator[tuple[str, str]]:
    for entry in SHORTCUTS:
        if entry.scope is Scope.BODY:
            yield from ((entry.code, keys) for keys in entry.keys)


def is_answered(window: MainWindow, keys: str) -> bool:
    """Strikes keys in the body; whether it answered to them, and did not hand them on to the window."""
    pressed: QKeyCombination = QKeySequence(keys)[0]  # type: ignore[index]
    event = QKeyEvent(QEvent.Type.KeyPress, pressed.key(), pressed.keyboardModifiers())
    QApplication.sendEvent(window.page.body, event)
    return event.isAccepted()


@pytest.mark.parametrize(("code", "keys"), list(of_body()))
def test_the_body_answers_to_what_the_table_gives_it(window: MainWindow, code: str, keys: str) -> None:
    key(Qt.Key.Key_Up)  # the second item, which may move up and down
    window.page.body.link_wanted.disconnect()  # its dialog would wait for an answer

    assert is_answered(window, keys), code


def test_the_body_hands_on_what_nobody_gave_it(window: MainWindow) -> None:
    assert not is_answered(window, "Ctrl+Shift+J")
    assert not is_answered(window, "Ctrl+Alt+8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_f1_shows_every_key_with_what_it_does(office: Office, qtbot: QtBot, language: Language) -> None:
    window = office.sit(EDITOR, language=language, story=office.story(by=EDITOR))
    words = window.words

    def look(dialog: QDialog) -> None:
        said = [each.text() for each in dialog.findChildren(QLabel)]
        for entry in SHORTCUTS:
            assert words.text(f"shortcut.{entry.code}") in said
            assert {native(keys) for keys in (*entry.keys, *entry.also)} <= set(said)
        assert [each for each in said if each in _headings(window)] == _headings(window)
        for label in dialog.findChildren(QLabel):
            assert label.width() >= label.minimumSizeHint().width(), label.text()
        key(Qt.Key.Key_Escape)

    with_dialog(qtbot, lambda: key(Qt.Key.Key_F1), look)
    with_dialog(qtbot, lambda: key(Qt.Key.Key_Slash, CONTROL), look)


def _headings(window: MainWindow) -> list[str]:
    return [window.words.text(f"shortcut-section.{section.value}") for section in Section]


def test_the_list_of_keys_is_reached_by_the_menu_and_scrolls(window: MainWindow, qtbot: QtBot) -> None:
    def look(dialog: QDialog) -> None:
        area = QApplication.focusWidget()
        assert area is not None
        assert area.accessibleName() == window.words.text("shortcuts.title")
        key(Qt.Key.Key_PageDown)
        assert area.verticalScrollBar().value() > 0  # type: ignore[attr-defined]
        dialog.accept()

    def by_menu() -> None:
        press_named(window, window.words.text("view.title"))
        menu: QMenu = open_menu(qtbot)
        entry = next(each for each in menu.actions() if each.text() == window.words.text("view.shortcuts"))
        menu.setActiveAction(entry)
        menu.hide()
        entry.trigger()

    with_dialog(qtbot, by_menu, look)


@pytest.mark.parametrize(
    "entry", [each for each in SHORTCUTS if each.scope is Scope.GRID], ids=lambda each: each.code
)
def test_the_grid_answers_to_what_the_table_gives_it(qtbot: QtBot, theme: Theme, entry: Shortcut) -> None:
    rows = tuple(tuple(Cell((Span(f"{row}{column}"),)) for column in "abc") for row in "123")
    around = QWidget()
    qtbot.addWidget(around)
    dialog = TableDialog(theme, Words("id"), around, Table("t0000001", rows), cell=(1, 1))
    opened(qtbot, dialog)
    pressed: QKeyCombination = QKeySequence(entry.keys[0])[0]  # type: ignore[index]
    key(pressed.key(), pressed.keyboardModifiers())
    assert dialog.table.rows != rows


def test_an_entry_is_found_by_its_code() -> None:
    assert Shortcut("save", ("Ctrl+S",), Section.STORY) in SHORTCUTS
    assert len({entry.code for entry in SHORTCUTS}) == len(SHORTCUTS)
