"""Letter case, styles, moves and links, by real keys and the mouse in the real window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QUrl, Slot
from PySide6.QtGui import QContextMenuEvent, QDesktopServices, QHelpEvent, QMouseEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from editor_app.story.body import Body, Link, PhotoBlock, Span, TextBlock
from editor_app.story.story import Story
from editor_app.ui.kit.tool_button import ToolButton
from editor_app.ui.main_window import MainWindow
from tests.ui.hands import CONTROL, SHIFT, choose, key, open_menu, press, press_named, typed, with_dialog
from tests.ui.office import Office, picture
from tests.ui.steps import add_photos, open_card, to_body

PLAIN = Qt.KeyboardModifier.NoModifier
ALT = Qt.KeyboardModifier.AltModifier
KOTA = "https://kota.example/berita"
HEADLINE = "KPU KOTA MALANG GELAR RAKOR"
TEXT = "Rapat KPU Kota Malang berjalan di aula kota."


def sitting(office: Office, *blocks: TextBlock | PhotoBlock, headline: str = HEADLINE) -> MainWindow:
    window = office.sit(story=office.story(Story(headline=headline, language="id", body=blocks)))
    to_body(window, end=False)
    return window


def body(window: MainWindow) -> Body:
    return window.story.story().body


def paragraph(key: str, text: str) -> TextBlock:
    return TextBlock(key, (Span(text),))


@pytest.fixture
def window(office: Office) -> MainWindow:
    return sitting(office, paragraph("aa", TEXT))


def pick_case(window: MainWindow, qtbot: QtBot, case: str) -> None:
    press_named(window, window.words.text("format.case"), ToolButton)
    choose(qtbot, window.words.text(f"case.{case}"))


# Letter case


def test_a_headline_in_capitals_becomes_a_sentence_with_the_names_of_the_body(
    window: MainWindow, qtbot: QtBot
) -> None:
    press(window.page.headline)
    pick_case(window, qtbot, "sentence")
    assert window.page.headline.text() == "KPU Kota Malang gelar rakor"
    assert window.story.fields.headline == "KPU Kota Malang gelar rakor"
    window.page.headline.setFocus()
    key(Qt.Key.Key_Z, CONTROL)
    assert window.story.fields.headline == HEADLINE


def test_shift_f3_goes_round_in_the_headline(window: MainWindow) -> None:
    press(window.page.headline)
    seen = []
    for _ in range(4):
        key(Qt.Key.Key_F3, SHIFT)
        seen.append(window.page.headline.text())
    assert seen == [
        "KPU Kota Malang gelar rakor",
        "KPU Kota Malang Gelar Rakor",
        "kpu kota malang gelar rakor",
        HEADLINE,
    ]


def test_going_round_loses_no_abbreviation_that_only_the_headline_knows(office: Office) -> None:
    window = sitting(office, headline="Rapat PSSI usai")
    press(window.page.headline)
    seen = []
    for _ in range(4):
        key(Qt.Key.Key_F3, SHIFT)
        seen.append(window.page.headline.text())
    assert seen == ["Rapat PSSI Usai", "rapat pssi usai", "RAPAT PSSI USAI", "Rapat PSSI usai"]


def test_what_is_selected_in_the_body_changes_and_stays_selected(office: Office, qtbot: QtBot) -> None:
    strong = TextBlock("bb", (Span("Warga ikut "), Span("RAPAT KPU", ("strong",)), Span(".")))
    window = sitting(office, paragraph("aa", TEXT), strong)
    to_body(window)
    key(Qt.Key.Key_Left)
    key(Qt.Key.Key_Left, SHIFT, times=9)
    pick_case(window, qtbot, "sentence")
    assert body(window)[1] == TextBlock("bb", (Span("Warga ikut "), Span("rapat KPU", ("strong",)), Span(".")))
    assert window.page.body.textCursor().selectedText() == "rapat KPU"
    to_body(window)
    key(Qt.Key.Key_Z, CONTROL)
    assert body(window)[1] == strong


def test_without_a_selection_it_is_the_word_at_the_cursor(window: MainWindow) -> None:
    key(Qt.Key.Key_Right, times=2)
    key(Qt.Key.Key_F3, SHIFT)
    key(Qt.Key.Key_F3, SHIFT)
    assert body(window) == (paragraph("aa", TEXT.replace("Rapat", "RAPAT")),)
    assert window.page.body.textCursor().position() == 2


def test_a_caption_changes_too(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    add_photos(window, qtbot, picture(tmp_path / "rakit.png"))
    card = open_card(window, qtbot, 0)
    assert card.fields is not None
    press(card.fields.caption)
    typed("SUASANA RAPAT KPU")
    key(Qt.Key.Key_F3, SHIFT)
    assert window.story.fields.photos[0].caption == "Suasana rapat KPU"


def test_the_case_of_what_may_only_be_read_stays(window: MainWindow) -> None:
    press(window.page.headline)
    window.page.headline.setReadOnly(True)
    key(Qt.Key.Key_F3, SHIFT)
    window.aids.cases.change("lower")
    assert window.page.headline.text() == HEADLINE


def test_the_key_does_nothing_in_a_field_that_is_no_text_of_the_story(window: MainWindow) -> None:
    press(window.top.search)
    key(Qt.Key.Key_F3, SHIFT)
    assert window.story.fields.headline == HEADLINE
    assert body(window) == (paragraph("aa", TEXT),)


def test_the_menu_means_no_field_of_one_line(window: MainWindow, qtbot: QtBot) -> None:
    press(window.page.dateline)
    typed("MALANG")
    pick_case(window, qtbot, "lower")
    assert window.story.fields.dateline == "MALANG"
    assert window.story.fields.headline == HEADLINE


# Styles, formatting and moves by keys


@pytest.mark.parametrize(
    ("code", "style"),
    [
        (Qt.Key.Key_2, "h2"),
        (Qt.Key.Key_3, "h3"),
        (Qt.Key.Key_4, "h4"),
        (Qt.Key.Key_9, "pullquote"),
    ],
)
def test_a_key_makes_a_style_and_another_takes_it_back(window: MainWindow, code: Qt.Key, style: str) -> None:
    key(code, CONTROL | ALT)
    (block,) = body(window)
    assert isinstance(block, TextBlock)
    assert (block.style, block.text) == (style, TEXT)
    key(Qt.Key.Key_0, CONTROL | ALT)
    assert body(window) == (paragraph("aa", TEXT),)


def test_a_key_clears_the_formatting_of_what_is_selected(office: Office) -> None:
    link = Link("link", KOTA)
    window = sitting(
        office, TextBlock("aa", (Span("satu ", ("strong",)), Span("dua", ("link",))), mark_defs=(link,))
    )
    key(Qt.Key.Key_A, CONTROL)
    key(Qt.Key.Key_Backslash, CONTROL)
    assert body(window) == (paragraph("aa", "satu dua"),)


def test_paragraphs_move_by_keys_one_or_all_that_are_selected(office: Office) -> None:
    window = sitting(office, paragraph("aa", "satu"), paragraph("bb", "dua"), paragraph("cc", "tiga"))
    key(Qt.Key.Key_Down, ALT | SHIFT)
    assert [block.key for block in body(window)] == ["bb", "aa", "cc"]
    key(Qt.Key.Key_End, SHIFT)
    key(Qt.Key.Key_Down, SHIFT)  # two are selected
    key(Qt.Key.Key_Up, ALT | SHIFT)
    assert [block.key for block in body(window)] == ["aa", "cc", "bb"]
    key(Qt.Key.Key_Z, CONTROL)
    assert [block.key for block in body(window)] == ["bb", "aa", "cc"]


def test_a_numbered_list_keeps_its_first_number_when_items_change_places(office: Office) -> None:
    window = sitting(
        office,
        TextBlock("aa", (Span("satu"),), list_item="number", start=4),
        TextBlock("bb", (Span("dua"),), list_item="number"),
    )
    key(Qt.Key.Key_Down, ALT | SHIFT)
    assert body(window) == (
        TextBlock("bb", (Span("dua"),), list_item="number", start=4),
        TextBlock("aa", (Span("satu"),), list_item="number"),
    )


# Links


class Browser(QObject):
    """What the desktop would open."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, address: QUrl) -> None:
        self.opened.append(address.toString())


@pytest.fixture
def browser(qapp: QApplication) -> Iterator[Browser]:
    browser = Browser()
    for scheme in ("https", "mailto"):
        QDesktopServices.setUrlHandler(scheme, browser, "open")
    yield browser
    for scheme in ("https", "mailto"):
        QDesktopServices.unsetUrlHandler(scheme)


@pytest.fixture
def linked(office: Office) -> MainWindow:
    link = Link("link", KOTA)
    return sitting(
        office, TextBlock("aa", (Span("Buka "), Span("situs kota", ("link",)), Span(" ya.")), mark_defs=(link,))
    )


def point_at(window: MainWindow, offset: int) -> QPoint:
    """The middle of the sign behind an offset of the first paragraph."""
    cursor = QTextCursor(window.page.body.document())
    cursor.setPosition(offset)
    left = window.page.body.cursorRect(cursor)
    cursor.setPosition(offset + 1)
    right = window.page.body.cursorRect(cursor)
    return QPoint((left.x() + right.x()) // 2, left.center().y())


def point_to(view: QWidget, at: QPointF, held: Qt.KeyboardModifier) -> None:
    """Moves the mouse there with these keys held."""
    none = Qt.MouseButton.NoButton
    moved = QMouseEvent(QEvent.Type.MouseMove, at, view.mapToGlobal(at), none, none, held)
    QApplication.sendEvent(view, moved)


def test_control_and_a_click_open_a_link_and_a_plain_click_does_not(linked: MainWindow, browser: Browser) -> None:
    view = linked.page.body.viewport()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=point_at(linked, 8))
    assert browser.opened == []
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, CONTROL, point_at(linked, 8))
    assert browser.opened == [KOTA]
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, CONTROL, point_at(linked, 1))
    assert browser.opened == [KOTA]


def test_alt_and_enter_open_the_link_at_the_cursor(linked: MainWindow, browser: Browser) -> None:
    key(Qt.Key.Key_Return, ALT)
    assert browser.opened == []
    key(Qt.Key.Key_Right, times=6)
    key(Qt.Key.Key_Return, ALT)
    assert browser.opened == [KOTA]
    assert len(body(linked)) == 1


def test_the_pointer_and_the_tip_say_that_a_link_opens(linked: MainWindow, qtbot: QtBot) -> None:
    view = linked.page.body.viewport()
    place = point_at(linked, 8)
    for held, offset, shape in (
        (PLAIN, 8, Qt.CursorShape.IBeamCursor),
        (CONTROL, 8, Qt.CursorShape.PointingHandCursor),
        (CONTROL, 1, Qt.CursorShape.IBeamCursor),
    ):
        point_to(view, QPointF(point_at(linked, offset)), held)
        assert view.cursor().shape() == shape
    QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, place, view.mapToGlobal(place)))
    assert QToolTip.text() == linked.words.text("link.tip", address=KOTA)
    beside = point_at(linked, 1)
    QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, beside, view.mapToGlobal(beside)))
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_links_and_cards_watch_one_pointer_and_neither_takes_the_other_s_shape(
    office: Office, qtbot: QtBot, tmp_path: Path
) -> None:
    link = Link("link", KOTA)
    window = sitting(office, TextBlock("aa", (Span("situs kota", ("link",)),), mark_defs=(link,)))
    add_photos(window, qtbot, picture(tmp_path / "rakit.png"))
    to_body(window)
    window.insertion.place(window.story.fields.photos[0].key)
    view, document = window.page.body.viewport(), window.story.document
    card = document.documentLayout().blockBoundingRect(document.findBlockByNumber(1)).center()
    words = QPointF(point_at(window, 4))
    seen = []
    for held, at in ((CONTROL, words), (PLAIN, card), (CONTROL, words), (PLAIN, words)):
        point_to(view, at, held)
        seen.append(view.cursor().shape())
    hand = Qt.CursorShape.PointingHandCursor
    assert seen == [hand, Qt.CursorShape.OpenHandCursor, hand, Qt.CursorShape.IBeamCursor]


def test_an_address_that_nothing_opens_is_told(linked: MainWindow, qapp: QApplication) -> None:
    linked.aids.links._browse = lambda _: False
    key(Qt.Key.Key_Right, times=6)
    key(Qt.Key.Key_Return, ALT)
    assert linked.toast.text == linked.words.text("link-not-opened", address=KOTA)


def link_menu(window: MainWindow, offset: int) -> None:
    view, place = window.page.body.viewport(), point_at(window, offset)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, view.mapToGlobal(place))
    QApplication.sendEvent(view, event)


def entries(qtbot: QtBot) -> list[str]:
    return [entry.text().partition("\t")[0] for entry in open_menu(qtbot).actions()]


def test_the_menu_of_a_link_opens_and_removes_it(linked: MainWindow, qtbot: QtBot, browser: Browser) -> None:
    words = linked.words
    link_menu(linked, 8)
    assert {words.text("link.open"), words.text("link.edit"), words.text("link.remove")} <= set(entries(qtbot))
    opening = next(e.text() for e in open_menu(qtbot).actions() if e.text().startswith(words.text("link.open")))
    choose(qtbot, opening)
    assert browser.opened == [KOTA]
    link_menu(linked, 8)
    choose(qtbot, words.text("link.remove"))
    assert body(linked) == (paragraph("aa", "Buka situs kota ya."),)
    link_menu(linked, 8)
    assert words.text("link.remove") not in entries(qtbot)
    open_menu(qtbot).close()


def test_the_menu_of_a_link_changes_its_address(linked: MainWindow, qtbot: QtBot) -> None:
    def write(_: object) -> None:
        line = QApplication.focusWidget()
        assert isinstance(line, QLineEdit) or line is not None
        typed("www.kota.example/lain\n")

    def ask() -> None:
        link_menu(linked, 8)
        editing = linked.words.text("link.edit")
        choose(qtbot, next(e.text() for e in open_menu(qtbot).actions() if e.text().startswith(editing)))

    with_dialog(qtbot, ask, write)
    (block,) = body(linked)
    assert isinstance(block, TextBlock)
    assert [link.href for link in block.mark_defs] == ["https://www.kota.example/lain"]
    assert block.text == "Buka situs kota ya."


def test_control_k_completes_a_bare_address_and_shows_the_link_at_its_beginning(
    linked: MainWindow, qtbot: QtBot
) -> None:
    key(Qt.Key.Key_Right, times=5)  # before the first letter of the link
    shown: list[str] = []

    def look(_: object) -> None:
        key(Qt.Key.Key_A, CONTROL)
        key(Qt.Key.Key_C, CONTROL)
        shown.append(QApplication.clipboard().text())
        typed("humas@kota.example\n")

    with_dialog(qtbot, lambda: key(Qt.Key.Key_K, CONTROL), look)
    assert shown == [KOTA]
    (block,) = body(linked)
    assert isinstance(block, TextBlock)
    assert [link.href for link in block.mark_defs] == ["mailto:humas@kota.example"]


def test_a_link_that_may_only_be_read_opens_but_is_not_changed(
    linked: MainWindow, qtbot: QtBot, browser: Browser
) -> None:
    linked.page.body.set_refusal("terkunci")
    link_menu(linked, 8)
    shown = entries(qtbot)
    assert linked.words.text("link.open") in shown
    assert linked.words.text("link.edit") not in shown
    open_menu(qtbot).close()
    QTest.mouseClick(linked.page.body.viewport(), Qt.MouseButton.LeftButton, CONTROL, point_at(linked, 8))
    assert browser.opened == [KOTA]
