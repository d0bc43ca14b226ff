"""Cards of the body dragged by the mouse: a line shows where they will stand, and undo puts them back."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor_app.story.body import Body, BreakBlock, Cell, PhotoBlock, Span, Table, TextBlock
from editor_app.story.story import Story
from editor_app.ui.main_window import MainWindow
from tests.ui.hands import CONTROL, LEFT, SHIFT, key, press
from tests.ui.office import PHOTOGRAPHER, Office, picture
from tests.ui.steps import add_photos, at_rest, to_body

ALT = Qt.KeyboardModifier.AltModifier
BODY: Body = (
    TextBlock("aa", (Span("Satu."),)),
    Table("tt", ((Cell((Span("Desa"),)), Cell((Span("12"),))),), "Panen."),
    TextBlock("bb", (Span("Dua."),)),
    BreakBlock("xx"),
    TextBlock("cc", (Span("Tiga."),)),
)


@pytest.fixture
def window(office: Office) -> MainWindow:
    window = office.sit(story=office.story(Story(headline="Panen", body=BODY)))
    to_body(window, end=False)
    return window


def keys(window: MainWindow) -> list[str]:
    return [block.key for block in window.story.story().body]


def middle(window: MainWindow, of: str) -> QPoint:
    """The middle of a block, in px of the body."""
    document = window.story.document
    block = document.block_of(of)
    assert block is not None
    return document.documentLayout().blockBoundingRect(block).center().toPoint()


def mouse(window: MainWindow, kind: QEvent.Type, at: QPoint, *, held: bool = True) -> None:
    viewport = window.page.body.viewport()
    button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else LEFT
    buttons = LEFT if held else Qt.MouseButton.NoButton
    place = QPointF(viewport.mapToGlobal(at))
    plain = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(viewport, QMouseEvent(kind, QPointF(at), place, button, buttons, plain))


def lift(window: MainWindow, of: str) -> None:
    """Presses a card and goes a short way with it."""
    start = middle(window, of)
    mouse(window, QEvent.Type.MouseButtonPress, start)
    mouse(window, QEvent.Type.MouseMove, start + QPoint(0, 3))
    assert not window.card_drag.is_lifted
    mouse(window, QEvent.Type.MouseMove, start + QPoint(0, QApplication.startDragDistance() + 1))
    assert window.card_drag.is_lifted


def drag(window: MainWindow, of: str, to: QPoint) -> None:
    lift(window, of)
    mouse(window, QEvent.Type.MouseMove, to)
    mouse(window, QEvent.Type.MouseButtonRelease, to, held=False)


@pytest.mark.parametrize(
    ("card", "onto", "below", "order"),
    [
        ("tt", "aa", False, "tt aa bb xx cc"),
        ("tt", "cc", True, "aa bb xx cc tt"),
        ("tt", "bb", True, "aa bb tt xx cc"),
        ("xx", "aa", True, "aa xx tt bb cc"),
    ],
)
def test_a_card_stands_where_it_is_let_go(
    window: MainWindow,
    card: str,
    onto: str,
    below: bool,  # noqa: FBT001 - a case
    order: str,
) -> None:
    drag(window, card, middle(window, onto) + QPoint(0, 4 if below else -4))

    assert keys(window) == order.split()
    assert {block.key: block for block in window.story.story().body} == {block.key: block for block in BODY}
    key(Qt.Key.Key_Z, CONTROL)
    assert window.story.story().body == BODY
    key(Qt.Key.Key_Z, CONTROL | SHIFT)
    assert keys(window) == order.split()


def test_a_line_shows_where_the_card_will_stand(window: MainWindow) -> None:
    line = window.card_drag.line
    assert not line.isVisible()
    lift(window, "tt")
    assert not line.isVisible()  # let go here it stays
    mouse(window, QEvent.Type.MouseMove, middle(window, "aa") - QPoint(0, 4))
    assert line.isVisible()
    above = line.geometry().center().y()
    assert above < middle(window, "aa").y()
    mouse(window, QEvent.Type.MouseMove, middle(window, "cc") + QPoint(0, 4))
    assert line.geometry().center().y() > middle(window, "cc").y()
    mouse(window, QEvent.Type.MouseMove, middle(window, "tt"))
    assert not line.isVisible()
    mouse(window, QEvent.Type.MouseButtonRelease, middle(window, "tt"), held=False)
    assert window.story.story().body == BODY
    assert not window.story.document.isUndoAvailable()


def test_escape_puts_a_card_back(window: MainWindow) -> None:
    lift(window, "tt")
    mouse(window, QEvent.Type.MouseMove, middle(window, "aa") - QPoint(0, 4))
    key(Qt.Key.Key_Escape)
    assert not window.card_drag.is_lifted
    assert not window.card_drag.line.isVisible()
    assert QApplication.overrideCursor() is None
    mouse(window, QEvent.Type.MouseMove, middle(window, "cc"))
    mouse(window, QEvent.Type.MouseButtonRelease, middle(window, "cc"), held=False)
    assert window.story.story().body == BODY
    assert not window.page.body.textCursor().hasSelection()


def test_a_click_alone_moves_nothing_and_words_are_selected_as_ever(window: MainWindow) -> None:
    press(window.page.body, middle(window, "tt"))
    assert window.page.body.textCursor().block().blockNumber() == 1
    start = middle(window, "aa")
    mouse(window, QEvent.Type.MouseButtonPress, QPoint(2, start.y()))
    mouse(window, QEvent.Type.MouseMove, QPoint(200, start.y()))
    mouse(window, QEvent.Type.MouseButtonRelease, QPoint(200, start.y()), held=False)
    assert window.page.body.textCursor().selectedText() == "Satu."
    assert window.story.story().body == BODY


def test_the_page_scrolls_on_while_a_card_is_held_at_its_end(office: Office, qtbot: QtBot) -> None:
    long = tuple(TextBlock(f"{number:08x}", (Span(f"Alinea {number}."),)) for number in range(60))
    window = office.sit(story=office.story(Story(headline="Panjang", body=(*long[:2], BODY[1], *long[2:]))))
    to_body(window, end=False)
    bar = window.page.verticalScrollBar()
    qtbot.waitUntil(lambda: window.page.is_settled and bar.value() < bar.maximum() // 4)
    lift(window, "tt")
    shown = window.page.viewport()
    low = window.page.body.viewport().mapFromGlobal(shown.mapToGlobal(QPoint(200, shown.height() - 4)))
    before = bar.value()
    mouse(window, QEvent.Type.MouseMove, low)
    qtbot.waitUntil(lambda: bar.value() > before + 400)
    key(Qt.Key.Key_Escape)
    assert keys(window)[2] == "tt"


def test_a_photo_is_dragged_and_moved_by_keys(office: Office, qtbot: QtBot, tmp_path: Path) -> None:
    window = office.sit(story=office.story(Story(headline="Panen", body=(BODY[0], BODY[2], BODY[4]))))
    to_body(window)
    add_photos(window, qtbot, picture(tmp_path / "a.png"))
    (photo,) = window.story.fields.photos
    window.insertion.place(photo.key)
    block = next(block for block in window.story.story().body if isinstance(block, PhotoBlock))
    at_rest(window, qtbot)

    drag(window, block.key, middle(window, "aa") - QPoint(0, 4))
    assert keys(window)[0] == block.key
    key(Qt.Key.Key_Down, ALT | SHIFT)
    assert keys(window)[:2] == ["aa", block.key]
    key(Qt.Key.Key_Delete)
    assert block.key not in keys(window)
    key(Qt.Key.Key_Z, CONTROL, times=2)
    assert keys(window)[0] == block.key
    assert window.story.fields.photo(photo.key) is not None


def test_who_may_only_read_drags_nothing(office: Office) -> None:
    window = office.sit(PHOTOGRAPHER, story=office.story(Story(headline="Panen", body=BODY)))
    start = middle(window, "tt")
    mouse(window, QEvent.Type.MouseButtonPress, start)
    mouse(window, QEvent.Type.MouseMove, start + QPoint(0, 60))
    assert not window.card_drag.is_lifted
    mouse(window, QEvent.Type.MouseButtonRelease, start, held=False)
