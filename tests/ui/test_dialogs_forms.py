"""Forms asked for in dialogs: what is wanting is said in place, and nothing moves or is cut."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from editor_app.ui.dialogs.form_dialog import FormDialog
from editor_app.ui.dialogs.person_dialog import PersonDialog
from editor_app.ui.dialogs.start_dialog import SAMPLE, StartDialog
from editor_app.ui.kit.theme import Theme
from editor_app.words import LANGUAGES, Language, Words
from tests.ui.hands import CONTROL, key, opened, press, tick, typed

NAME = "Dewi Lestari Kusumawardhani"
both = pytest.mark.parametrize("language", LANGUAGES)


def start(theme: Theme, words: Words) -> FormDialog:
    return StartDialog(theme, words, "/home/sekar/Dokumen/meja-redaksi")


def person(theme: Theme, words: Words) -> FormDialog:
    return PersonDialog(theme, words, None)


def place(widget: QWidget) -> QPoint:
    return widget.mapTo(widget.window(), QPoint(0, 0))


@both
@pytest.mark.parametrize("make", [start, person])
def test_what_is_wanting_is_said_in_place_and_no_button_moves(
    qtbot: QtBot, theme: Theme, language: Language, make: Callable[[Theme, Words], FormDialog]
) -> None:
    words = Words(language)
    dialog = make(theme, words)
    opened(qtbot, dialog)
    first = QApplication.focusWidget()
    size, where = dialog.size(), place(dialog.accept_button)
    press(dialog.accept_button)
    assert dialog.isVisible()
    assert words.text("dialog.required") in {label.text() for label in dialog.findChildren(QLabel)}
    assert QApplication.focusWidget() is first
    assert (dialog.size(), place(dialog.accept_button)) == (size, where)
    typed(NAME)
    assert words.text("dialog.required") not in {label.text() for label in dialog.findChildren(QLabel)}
    assert (dialog.size(), place(dialog.accept_button)) == (size, where)


@both
@pytest.mark.parametrize("make", [start, person])
def test_no_button_is_cut(
    qtbot: QtBot, theme: Theme, language: Language, make: Callable[[Theme, Words], FormDialog]
) -> None:
    dialog = make(theme, Words(language))
    opened(qtbot, dialog)
    for button in dialog.findChildren(QPushButton):
        assert button.width() >= button.fontMetrics().horizontalAdvance(button.text()) + 24
        assert dialog.rect().contains(button.geometry())


def test_a_person_needs_a_role(qtbot: QtBot, theme: Theme) -> None:
    words = Words("id")
    dialog = PersonDialog(theme, words, None)
    opened(qtbot, dialog)
    size = dialog.size()
    typed(NAME)
    key(Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.refusal("roles") == words.text("person-dialog.role-wanting")
    assert dialog.size() == size
    assert QApplication.focusWidget() in dialog.boxes.values()
    key(Qt.Key.Key_Tab)
    with qtbot.waitSignal(dialog.accepted):
        key(Qt.Key.Key_Space)
        assert dialog.refusal("roles") == ""
        key(Qt.Key.Key_Return, CONTROL)
    assert (dialog.value("name"), {role.value for role in dialog.roles}) == (NAME, {"photographer"})


def test_the_office_is_started_by_the_keys_alone(qtbot: QtBot, theme: Theme) -> None:
    dialog = StartDialog(theme, Words("en"), "/srv/news")
    opened(qtbot, dialog)
    assert dialog.newsroom_line.placeholderText() == "City press office"
    typed("Tirta Press")
    key(Qt.Key.Key_Tab)
    typed(NAME)
    with qtbot.waitSignal(dialog.accepted):
        key(Qt.Key.Key_Return)
    assert (dialog.value("newsroom"), dialog.value("person")) == ("Tirta Press", NAME)


def test_who_sits_down_first_has_a_role_too(qtbot: QtBot, theme: Theme) -> None:
    words = Words("en")
    dialog = StartDialog(theme, words, "/srv/news")
    opened(qtbot, dialog)
    typed("Tirta Press")
    key(Qt.Key.Key_Tab)
    typed(NAME)
    for box in dialog.boxes.values():
        if box.isChecked():
            tick(box)
    press(dialog.accept_button)
    assert dialog.isVisible()
    assert dialog.refusal("roles") == words.text("person-dialog.role-wanting")


def test_the_sample_and_leaving_are_answers_of_their_own(qtbot: QtBot, theme: Theme) -> None:
    dialog = StartDialog(theme, Words("id"), "/srv/news")
    opened(qtbot, dialog)
    press(dialog.sample_button)
    assert dialog.result() == SAMPLE
    dialog = StartDialog(theme, Words("id"), "/srv/news")
    opened(qtbot, dialog)
    with qtbot.waitSignal(dialog.rejected):
        key(Qt.Key.Key_Escape)
