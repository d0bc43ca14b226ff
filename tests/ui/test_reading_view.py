"""How the page is read: size, line width, typewriter, light and dark; none of it is in the document."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from editor_app.story.body import Cell, PhotoBlock, Span, Table, TextBlock
from editor_app.story.story import Story
from editor_app.ui.kit import theme as theme_module
from editor_app.ui.kit.theme import Mode
from editor_app.ui.kit.tokens import DARK, LIGHT
from editor_app.ui.main_window import MainWindow
from editor_app.ui.reading_view import ZOOMS
from tests.ui.hands import CONTROL, LEFT, activate, choose, entry_of, key, open_menu, press_named, typed
from tests.ui.office import EDITOR, Office, picture
from tests.ui.steps import add_photos, at_rest, to_body

BODY = (
    TextBlock("h0000001", (Span("Di tepi danau"),), style="h2"),
    *(TextBlock(f"a{number:07}", (Span("Warga membangun rakit. " * 12),)) for number in range(30)),
)
CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(office: Office, qtbot: QtBot) -> MainWindow:
    story = Story(
        kicker="Warga", headline="Rakit", standfirst="Dari bambu.", dateline="Kota", language="id", body=BODY
    )
    window = office.sit(EDITOR, story=office.story(story, by=EDITOR))
    qtbot.waitUntil(lambda: window.page.is_settled)
    to_body(window, end=False)
    return window


def go_to_block(window: MainWindow, number: int) -> None:
    cursor = window.page.body.textCursor()
    cursor.setPosition(window.story.document.findBlockByNumber(number).position() + 40)
    window.page.body.setTextCursor(cursor)
    QApplication.processEvents()


def caret(window: MainWindow) -> int:
    """Where the caret is on the page, in px below its upper edge."""
    body = window.page.body
    return body.mapTo(window.page.viewport(), body.cursorRect().center()).y()


def turn(widget: QWidget, clicks: float, modifiers: Qt.KeyboardModifier = CTRL) -> None:
    """Turns the wheel over a widget."""
    window = widget.window().windowHandle()
    at = widget.mapTo(widget.window(), QPoint(60, 12))
    QTest.wheelEvent(window, at.toPointF(), QPoint(0, round(clicks * 120)), QPoint(), modifiers)
    QApplication.processEvents()


def sizes(window: MainWindow) -> list[int]:
    page = window.page
    worn = window.story.document.begin().layout().formats()
    heading = worn[0].format.font().pixelSize()
    return [
        window.story.document.look.body,
        heading,
        *(field.font().pixelSize() for field in (page.kicker, page.headline, page.standfirst, page.dateline)),
    ]


# Size


def test_plus_minus_and_nought_change_the_size_of_all_that_is_read(window: MainWindow) -> None:
    usual = sizes(window)
    assert usual == [17, 24, 12, 29, 18, 13]
    key(Qt.Key.Key_Plus, CONTROL, times=2)
    assert window.reading.zoom == 120
    assert all(now > before for now, before in zip(sizes(window), usual, strict=True))
    key(Qt.Key.Key_Minus, CONTROL, times=3)
    assert window.reading.zoom == 90
    assert all(now < before for now, before in zip(sizes(window), usual, strict=True))
    key(Qt.Key.Key_0, CONTROL)
    assert sizes(window) == usual


def test_the_size_has_a_least_and_a_most(window: MainWindow) -> None:
    key(Qt.Key.Key_Equal, CONTROL, times=20)
    assert window.reading.zoom == ZOOMS[-1] == 200
    assert window.story.document.look.body == 34
    key(Qt.Key.Key_Minus, CONTROL, times=30)
    assert window.reading.zoom == ZOOMS[0] == 70


def test_another_size_is_no_change_of_the_story(window: MainWindow) -> None:
    typed("x")
    story = window.story.story()
    steps = window.page.body.document().availableUndoSteps()
    changed = window.story._keeper.edits
    key(Qt.Key.Key_Plus, CONTROL, times=3)
    window.reading.set_width("wide")
    assert window.story.story() == story
    assert [block.key for block in window.story.document.body()] == [block.key for block in story.body]
    assert window.page.body.document().availableUndoSteps() == steps
    assert window.story._keeper.edits == changed
    key(Qt.Key.Key_Z, CONTROL)
    assert not any(getattr(block, "text", "").startswith("x") for block in window.story.story().body)


def test_the_wheel_with_control_changes_the_size_over_text_and_headline(window: MainWindow) -> None:
    turn(window.page.body.viewport(), 1)
    assert window.reading.zoom == 110
    turn(window.page.headline.viewport(), 1)
    assert window.reading.zoom == 120
    turn(window.page.kicker, -3)
    assert window.reading.zoom == 90
    for _ in range(4):  # as a touch pad does
        turn(window.page.body.viewport(), 0.25)
    assert window.reading.zoom == 100


def test_the_wheel_alone_scrolls(window: MainWindow) -> None:
    bar = window.page.verticalScrollBar()
    before = bar.value()
    turn(window.page.viewport(), -1, NONE)
    assert bar.value() > before
    assert window.reading.zoom == 100


@pytest.mark.parametrize("keys", [Qt.Key.Key_Plus, Qt.Key.Key_Minus])
def test_the_line_that_is_written_stays_where_it_is(window: MainWindow, keys: Qt.Key) -> None:
    go_to_block(window, 15)
    before = caret(window)
    key(keys, CONTROL, times=2)
    QApplication.processEvents()
    assert abs(caret(window) - before) <= 16  # the line itself is of another height


def test_the_size_is_told_where_it_is_chosen(window: MainWindow, qtbot: QtBot) -> None:
    words = window.words
    key(Qt.Key.Key_Plus, CONTROL)
    press_named(window.status, words.text("view.zoomed", percent=110))
    choose(qtbot, words.text("view.zoom-in"))
    press_named(window.status, words.text("view.zoomed", percent=120))
    choose(qtbot, words.text("view.zoom-reset", percent=120))
    assert window.reading.zoom == 100
    press_named(window.status, words.text("view.title"))
    assert not entry_of(open_menu(qtbot), words.text("view.zoom-reset", percent=100)).isEnabled()
    open_menu(qtbot).hide()


# Width of the lines


def test_lines_have_a_width_that_grows_with_the_letters(window: MainWindow, qtbot: QtBot) -> None:
    words, body = window.words, window.page.body
    window.resize(1600, 900)
    key(Qt.Key.Key_F11)
    widths = {}
    for code in ("narrow", "normal", "wide"):
        press_named(window.status, words.text("view.title"))
        menu = open_menu(qtbot)
        inner = menu.findChild(QMenu)
        assert inner is not None
        assert inner.title() == words.text("view.width")
        entry_of(inner, words.text(f"view-width.{code}")).trigger()
        menu.hide()
        activate(qtbot, window)
        QApplication.processEvents()
        widths[code] = body.width()
    assert widths == {"narrow": 540, "normal": 660, "wide": 840}
    key(Qt.Key.Key_Plus, CONTROL, times=3)
    QApplication.processEvents()
    assert body.width() == round(840 * 22 / 17)


def test_size_width_and_typewriter_are_remembered(window: MainWindow, office: Office) -> None:
    story = window.story.story_id
    key(Qt.Key.Key_Plus, CONTROL, times=2)
    window.reading.set_width("narrow")
    window.reading.set_typewriter(True)
    window.close()
    again = office.sit(EDITOR, story=story)
    assert (again.reading.zoom, again.reading.width, again.reading.typewriter) == (120, "narrow", True)
    assert again.story.document.look.body == 20


@pytest.mark.parametrize(
    ("written", "read"),
    [("115", 110), ("9", 70), ("900", 200), ("", 100), ("banyak", 100), ("-120", 100)],
)
def test_a_remembered_size_that_is_none_is_the_next_one(office: Office, written: str, read: int) -> None:
    office.settings.setValue("reading/zoom", written)
    office.settings.setValue("reading/width", "enormous")
    window = office.sit(EDITOR)
    assert window.reading.zoom == read
    assert window.reading.width == "normal"


# Typewriter


def test_the_typewriter_keeps_the_line_at_the_middle(window: MainWindow, qtbot: QtBot) -> None:
    words = window.words
    middle = window.page.viewport().height() // 2
    press_named(window.status, words.text("view.title"))
    choose(qtbot, words.text("view.typewriter"))
    for number in (12, 20, 30):
        go_to_block(window, number)
        assert abs(caret(window) - middle) <= 3
    key(Qt.Key.Key_End, CONTROL)
    QApplication.processEvents()
    assert abs(caret(window) - middle) <= 3  # the last line too
    for _ in range(4):
        typed("\nSatu baris lagi.")
        QApplication.processEvents()
        assert abs(caret(window) - middle) <= 3
    press_named(window.status, words.text("view.title"))
    choose(qtbot, words.text("view.typewriter"))
    key(Qt.Key.Key_Up, times=3)
    QApplication.processEvents()
    assert abs(caret(window) - middle) > 20


def test_the_typewriter_leaves_the_page_alone_while_the_mouse_selects(window: MainWindow, qtbot: QtBot) -> None:
    window.reading.set_typewriter(True)
    go_to_block(window, 15)
    bar = window.page.verticalScrollBar()
    before = bar.value()
    viewport = window.page.body.viewport()
    low = window.page.body.mapFrom(window.page.viewport(), QPoint(60, window.page.viewport().height() - 40))
    QTest.mousePress(viewport, LEFT, NONE, low)
    assert QGuiApplication.mouseButtons() == LEFT
    QApplication.processEvents()
    assert bar.value() == before
    QTest.mouseRelease(viewport, LEFT, NONE, low)
    key(Qt.Key.Key_Right)
    QApplication.processEvents()
    assert abs(caret(window) - window.page.viewport().height() // 2) <= 3


# What stands above


def test_a_card_that_grows_above_leaves_the_text_where_it_is(
    window: MainWindow, office: Office, qtbot: QtBot
) -> None:
    add_photos(window, qtbot, picture(office.newsroom.folder.parent / "a.jpg"))
    (photo,) = window.story.fields.photos
    to_body(window, end=False)
    window.insertion.place(photo.key)
    at_rest(window, qtbot)
    go_to_block(window, 20)
    before, tall = caret(window), window.page.body.height()
    window.story.change_photo(photo.key, caption="FOKUS: Warga merakit bambu di tepi danau. " * 12)
    QApplication.processEvents()
    assert window.page.body.height() > tall
    assert caret(window) == before


# Light and dark


def test_the_page_follows_the_system_while_it_is_read(
    office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = Table("t0000001", ((Cell((Span("Kecamatan"),)), Cell((Span("Warga"),))),), header_rows=1)
    story = Story(headline="Rakit", language="id", body=(*BODY[:3], table))
    window = office.sit(EDITOR, story=office.story(story, by=EDITOR))
    add_photos(window, qtbot, picture(office.newsroom.folder.parent / "a.jpg"))
    (photo,) = window.story.fields.photos
    to_body(window)
    window.insertion.place(photo.key)
    window.story.change_photo(photo.key, caption="FOKUS: Rakit.")
    assert any(isinstance(block, PhotoBlock) for block in window.story.story().body)
    at_rest(window, qtbot)
    office.theme.set_mode(Mode.SYSTEM)
    hints = QGuiApplication.styleHints()
    body = window.story.story().body
    cards = [PhotoBlock, Table]
    for scheme, look in ((Qt.ColorScheme.Dark, DARK), (Qt.ColorScheme.Light, LIGHT)):
        # The screen of a test has no system that could turn dark: what Qt says of it is said for it.
        monkeypatch.setattr(theme_module, "system_is_dark", lambda scheme=scheme: scheme is Qt.ColorScheme.Dark)
        hints.colorSchemeChanged.emit(scheme)
        assert office.theme.tokens is look
        QApplication.processEvents()
        document = window.story.document
        assert document.look.ink == look.ink
        worn = document.findBlockByNumber(1).layout().formats()
        assert worn[0].format.foreground().color() == QColor(look.ink)
        assert window.page.viewport().grab().toImage().pixelColor(4, 4) == QColor(look.canvas)
        for kind in cards:
            number = next(place for place, block in enumerate(body) if isinstance(block, kind))
            assert ground_below(window, number) == QColor(look.card if kind is PhotoBlock else look.canvas), kind
    assert window.story.story().body == body


def ground_below(window: MainWindow, number: int) -> QColor:
    """The colour that the card of a block has near its lower right corner."""
    body = window.page.body
    block = window.story.document.findBlockByNumber(number)
    cursor = QTextCursor(block)
    body.setTextCursor(cursor)
    body.clearFocus()
    window.page.ensureVisible(0, body.y() + body.cursorRect().bottom())
    QApplication.processEvents()
    page = window.page.widget()
    assert page is not None
    image = page.grab().toImage()
    area = window.story.document.documentLayout().blockBoundingRect(block)
    corner = body.mapTo(page, QPoint(round(area.right()) - 24, round(area.bottom()) - 24))
    return image.pixelColor(corner)
