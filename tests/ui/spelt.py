"""A story whose spelling is looked at: opening it, waiting for the marks, reading them."""

from typing import Any

from pytestqt.qtbot import QtBot

from editor_app.story.body import Body, Span, TextBlock
from editor_app.story.story import Story
from editor_app.ui.main_window import MainWindow
from editor_app.ui.spelling.checking import Checking
from tests.ui.office import Office
from tests.ui.steps import to_body


def sit_down_to_write(
    office: Office, qtbot: QtBot, *paragraphs: str, body: Body | None = None, wait: bool = True, **fields: Any
) -> MainWindow:
    """Opens the window on a story with these paragraphs, and waits until its spelling was looked at."""
    written = tuple(TextBlock(f"b{number:07}", (Span(text),)) for number, text in enumerate(paragraphs) if text)
    story = Story(**{"headline": "Satu", "body": written if body is None else body, **fields})
    window = office.sit(story=office.story(story))
    if wait:
        checked(window, qtbot)
        to_body(window)
    return window


def checked(window: MainWindow, qtbot: QtBot) -> None:
    """Waits until everything in sight was looked at."""

    def nothing_waits() -> bool:
        return window.spelling.spelling.checks and all(each.is_done for each in window.spelling.checkings())

    qtbot.waitUntil(nothing_waits, timeout=20_000)


def marked(checking: Checking) -> list[str]:
    """The words that were found to be misspelt, in the order of the text."""
    sheet = checking.sheet
    keys = sorted(sheet.pieces(), key=lambda key: getattr(sheet.block(key), "position", lambda: 0)())
    return [word.text for key in keys for word in checking.words(key)]


def told_now(window: MainWindow) -> str:
    """What the window says in passing."""
    return window.toast.text
