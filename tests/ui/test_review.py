"""The review tab: what came back with a note, who did what, and old revisions to be read."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from editor_app.newsroom.composing import save_story
from editor_app.newsroom.desk import view_story
from editor_app.story.body import Span, TextBlock
from editor_app.story.story import Story
from editor_app.ui.body_editor import BodyEditor
from editor_app.ui.dialogs.reading_dialog import ReadingDialog
from editor_app.ui.main_window import REVIEW, MainWindow
from tests.ui.hands import CONTROL, activate, key, named, press, press_named, typed
from tests.ui.office import EDITOR, WRITER, Office
from tests.ui.steps import to_body


@pytest.fixture
def story(office: Office) -> str:
    """A story of three revisions by two people."""
    first = Story(headline="Rakit", language="id", body=(TextBlock("a0000001", (Span("Satu."),)),))
    story_id = office.story(first)
    for name, text in ((WRITER, "Satu. Dua."), (EDITOR, "Satu. Dua. Tiga.")):
        fresh = Story(headline="Rakit", language="id", body=(TextBlock("a0000001", (Span(text),)),))
        save_story(office.newsroom, story_id=story_id, story=fresh, person=office.person(name))
    return story_id


def read_buttons(window: MainWindow) -> list[QAbstractButton]:
    label = window.words.text("review.read")
    return [
        each for each in window.review.findChildren(QAbstractButton) if each.isVisible() and each.text() == label
    ]


def test_the_history_tells_the_newest_first_with_person_and_code(
    office: Office, qtbot: QtBot, story: str
) -> None:
    window = office.sit(story=story)
    key(Qt.Key.Key_3, CONTROL)
    assert window.side.current == REVIEW
    codes = [line.code for line in reversed(view_story(office.newsroom, story).revisions)]
    qtbot.waitUntil(lambda: len(read_buttons(window)) == 3)
    assert [each.accessibleName() for each in read_buttons(window)] == [
        window.words.text("review.read-code", code=code) for code in codes
    ]
    said = [each.text() for each in window.review.findChildren(QLabel) if each.isVisible()]
    people = [next(name for name in (WRITER, EDITOR) if name in line) for line in said if _names_someone(line)]
    assert people == [EDITOR, WRITER, WRITER]


def _names_someone(line: str) -> bool:
    return WRITER in line or EDITOR in line


def test_an_old_revision_is_read_as_it_was_and_nothing_can_be_changed(
    office: Office, qtbot: QtBot, story: str
) -> None:
    window = office.sit(story=story)
    key(Qt.Key.Key_3, CONTROL)
    qtbot.waitUntil(lambda: len(read_buttons(window)) == 3)
    press(read_buttons(window)[-1])
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), ReadingDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ReadingDialog)
    body = named(dialog, window.words.text("page.body"), BodyEditor)
    assert body.toPlainText() == "Satu."
    press(body)
    typed("x")
    assert body.toPlainText() == "Satu."
    assert WRITER in dialog.accessibleDescription()
    press_named(dialog, window.words.text("dialog.close"), QAbstractButton)
    assert not dialog.isVisible()
    activate(qtbot, window)
    assert window.story.story().body[0].text == "Satu. Dua. Tiga."  # type: ignore[union-attr]


def test_a_saved_revision_joins_the_history(office: Office, qtbot: QtBot, story: str) -> None:
    window = office.sit(story=story)
    key(Qt.Key.Key_3, CONTROL)
    to_body(window)
    typed(" Empat.")
    key(Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: len(read_buttons(window)) == 4)


def test_a_damaged_revision_is_said_and_the_rest_stays_in_use(office: Office, qtbot: QtBot, story: str) -> None:
    window = office.sit(story=story)
    revision = view_story(office.newsroom, story).revisions[0].id
    window.review.read_wanted.emit(f"{revision[:-1]}0" if revision[-1] != "0" else f"{revision[:-1]}1")
    qtbot.waitUntil(window.strip.isVisible)
    assert QApplication.activeModalWidget() is None
    to_body(window)
    typed(" Empat.")
    assert window.story.story().body[0].text.endswith("Empat.")  # type: ignore[union-attr]
