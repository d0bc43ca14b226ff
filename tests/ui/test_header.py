"""The head of a story: its state, its code, what happened last, and the actions that lead on from there."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from editor_app.newsroom.desk import view_story
from editor_app.newsroom.reviewing import spike
from editor_app.story.story import Story
from editor_app.story.workflow import Action
from editor_app.ui.kit.chip import Chip
from editor_app.ui.main_window import MainWindow
from editor_app.words import LANGUAGES, Language
from tests.ui.hands import CONTROL, key, named, press, typed
from tests.ui.office import EDITOR, WRITER, Office
from tests.ui.steps import shown


def said(window: MainWindow) -> str:
    return " | ".join(
        each.accessibleName() or each.text() for each in window.header.findChildren(QLabel) if each.isVisible()
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_state_code_person_and_time(office: Office, language: Language) -> None:
    story_id = office.story(Story(headline="Rakit", language="id"))
    window = office.sit(language=language, story=story_id)
    view = view_story(office.newsroom, story_id)
    words, zone = window.words, office.newsroom.style.zone
    line = said(window)
    assert view.head.code in line
    assert WRITER.split()[0] in line
    assert words.clock(view.events[-1].at, zone) in line
    assert named(window.header, words.text("state.draft"), Chip).isVisible()


def test_a_draft_offers_to_submit_and_a_spiked_story_to_restore(office: Office, qtbot: QtBot) -> None:
    story_id = office.story(Story(headline="Rakit", language="id"))
    window = office.sit(EDITOR, story=story_id)
    assert offered(window) == {Action.SUBMIT}
    spike(office.newsroom, story_id=story_id, person=office.person(EDITOR))
    window.story.look_again()
    qtbot.waitUntil(lambda: shown(window) == "spiked")
    assert offered(window) == {Action.RESTORE}


def test_a_new_revision_shows_its_code_at_once(office: Office, qtbot: QtBot) -> None:
    story_id = office.story(Story(headline="Rakit", language="id"))
    window = office.sit(story=story_id)
    before = view_story(office.newsroom, story_id).head.code
    press(window.page.headline)
    typed(" bambu")
    key(Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: before not in said(window))
    assert view_story(office.newsroom, story_id).head.code in said(window)


def offered(window: MainWindow) -> set[Action]:
    return {action for action in Action if isinstance(window.header.button(action), QAbstractButton)}
