"""Fixtures of the rich text room."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from editor_app.richtext.story_document import StoryDocument
from editor_app.story.body import Body
from tests.richtext.desk import LIGHT, Album, Desk


@pytest.fixture
def album() -> Album:
    return Album()


@pytest.fixture
def document(qapp: object, album: Album) -> StoryDocument:
    return StoryDocument(album, LIGHT)


@pytest.fixture
def write(qtbot: QtBot, album: Album) -> Callable[[Body], Desk]:
    def open_desk(body: Body) -> Desk:
        story = StoryDocument(album, LIGHT)
        story.fill(body)
        desk = Desk(story)
        qtbot.addWidget(desk)
        desk.resize(660, 800)
        return desk

    return open_desk
