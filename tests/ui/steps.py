"""What one does in this window: turn to a tab, open a photo's card, press an action, change the person."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from editor_app.story.body import TextBlock
from editor_app.story.story import Story
from editor_app.story.workflow import Action
from editor_app.ui.kit.drop_zone import DropZone
from editor_app.ui.main_window import MainWindow
from editor_app.ui.photo_card import PhotoCard
from tests.ui.hands import choose, drop, key, named, press


def shown(window: MainWindow) -> str:
    """The state of the open story, as lists show it."""
    view = window.story.view
    return "" if view is None else view.standing.shown


def findings(window: MainWindow) -> set[str]:
    """What the checks find now."""
    return {finding.code for finding in window.story.findings}


def at_rest(window: MainWindow, qtbot: QtBot) -> None:
    """Waits until nothing is written and all that was typed is kept."""
    qtbot.waitUntil(lambda: not window.runner.is_writing and window.story.keeping.value == "kept")


def turn_to(window: MainWindow, tab: str) -> None:
    """Presses a tab of the panel on the right."""
    bar = window.side.bar
    place = next(index for index in range(bar.count()) if bar.tabText(index) == tab)
    press(bar, bar.tabRect(place).center())


def open_card(window: MainWindow, qtbot: QtBot, number: int) -> PhotoCard:
    """Opens the card of a photo, counted from nought, unless it is open."""
    QApplication.processEvents()
    card = window.photos.cards[number]
    if not any(field.isVisible() for field in card.findChildren(QLineEdit)):
        press(card, QPoint(card.width() - 12, 12))
    qtbot.waitUntil(lambda: any(field.isVisible() for field in card.findChildren(QLineEdit)))
    return card


def add_photos(window: MainWindow, qtbot: QtBot, *paths: Path) -> None:
    """Drops pictures on the panel and waits until their cards are there."""
    before = len(window.photos.cards)
    drop(named(window.photos, _photos_name(window), DropZone), paths)
    qtbot.waitUntil(lambda: len(window.photos.cards) == before + len(paths))


def button_of(window: MainWindow, qtbot: QtBot, action: Action) -> QAbstractButton:
    """The header's button of an action, once it may be pressed."""

    def may_be_pressed() -> None:
        button = window.header.button(action)
        assert button is not None
        assert button.isVisible()
        assert button.isEnabled(), button.toolTip()

    qtbot.waitUntil(may_be_pressed)
    button = window.header.button(action)
    assert button is not None
    return button


def take_action(window: MainWindow, qtbot: QtBot, action: Action, *, wait_for: str) -> None:
    """Presses an action and waits until the story stands so."""
    press(button_of(window, qtbot, action))
    qtbot.waitUntil(lambda: shown(window) == wait_for)


def change_person(window: MainWindow, qtbot: QtBot, name: str) -> None:
    """Lets another person sit down, by the menu."""
    press(window.top.person)
    choose(qtbot, name)
    qtbot.waitUntil(lambda: window.story.person.name == name)
    qtbot.waitUntil(lambda: not window.runner.is_writing)


def to_body(window: MainWindow, *, end: bool = True) -> None:
    """Puts the cursor into the body by the mouse, then to its end or its beginning by the keys."""
    press(window.page.body, window.page.body.cursorRect().center())
    key(Qt.Key.Key_End if end else Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)


def text_of(story: Story) -> list[str]:
    """The paragraphs of a story."""
    return [block.text for block in story.body if isinstance(block, TextBlock)]


def _photos_name(window: MainWindow) -> str:
    return window.words.text("photos.add")
