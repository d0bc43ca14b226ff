"""The menu of a word: what may be meant, where to accept it, the usual edits; by mouse and by the menu key."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QTextEdit
from pytestqt.qtbot import QtBot

from editor_app.newsroom.word_lists import Scope, words_of_scope
from editor_app.story.body import Span, TextBlock
from editor_app.story.story import Story
from editor_app.ui.main_window import MainWindow
from tests.ui.hands import CONTROL, activate, choose, clipboard, key, open_menu, press, typed
from tests.ui.office import EDITOR, WRITER, Office
from tests.ui.spelt import checked, marked, sit_down_to_write, told_now
from tests.ui.steps import at_rest, to_body

pytestmark = pytest.mark.usefixtures("spelt")
LOOKING, NOTHING = "Mencari saran…", "Tidak ada saran"


def words(menu: QMenu) -> list[str]:
    """What the entries of a menu say, without their keys."""
    return [entry.text().partition("\t")[0] for entry in menu.actions() if not entry.isSeparator()]


def by_key(editor: QTextEdit, qtbot: QtBot) -> QMenu:
    """Opens the menu as the menu key does: the event comes to who has the keyboard."""
    point = editor.cursorRect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, point, editor.mapToGlobal(point))
    QApplication.sendEvent(editor, event)
    return settled(open_menu(qtbot), qtbot)


def by_mouse(editor: QTextEdit, qtbot: QtBot, position: int) -> QMenu:
    """Opens the menu as the right button does, over a place of the text."""
    cursor = QTextCursor(editor.document())
    cursor.setPosition(position)
    point = editor.cursorRect(cursor).center() + QPoint(2, 0)
    viewport = editor.viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, viewport.mapToGlobal(point))
    QApplication.sendEvent(viewport, event)
    return settled(open_menu(qtbot), qtbot)


def settled(menu: QMenu, qtbot: QtBot) -> QMenu:
    """Waits until the suggestions are there."""
    qtbot.waitUntil(lambda: LOOKING not in words(menu), timeout=20_000)
    return menu


def close(menu: QMenu) -> None:
    QTest.keyClick(menu, Qt.Key.Key_Escape)


def to_word(window: MainWindow, word: str) -> None:
    """Puts the caret into a word of the body."""
    body = window.page.body
    cursor = body.document().find(word)
    cursor.setPosition(cursor.selectionStart() + 1)
    body.setTextCursor(cursor)


def body_text(window: MainWindow) -> str:
    return window.story.document.toPlainText()


def test_a_suggestion_takes_the_word_s_place_as_one_step(office: Office, qtbot: QtBot) -> None:
    block = TextBlock("b0000001", (Span("Warga 😀 "), Span("membca", ("strong",)), Span(" buku.")))
    window = sit_down_to_write(office, qtbot, body=(block,))
    to_word(window, "membca")
    menu = by_key(window.page.body, qtbot)
    assert words(menu)[0] == "membaca"
    choose(qtbot, "membaca")

    (changed,) = window.story.story().body
    assert isinstance(changed, TextBlock)
    assert changed.children == (Span("Warga 😀 "), Span("membaca", ("strong",)), Span(" buku."))
    assert changed.key == block.key
    checked(window, qtbot)
    assert marked(window.spelling.body) == []
    key(Qt.Key.Key_Z, CONTROL)
    assert body_text(window) == "Warga 😀 membca buku."


def test_the_right_button_opens_it_over_the_word(office: Office, qtbot: QtBot) -> None:
    window = sit_down_to_write(office, qtbot, "Warga membca buku")
    menu = by_mouse(window.page.body, qtbot, 8)
    assert "membaca" in words(menu)
    assert window.page.body.textCursor().position() == 17  # where it was
    close(menu)


def test_while_suggestions_are_looked_for_the_menu_says_so_and_is_of_use(office: Office, qtbot: QtBot) -> None:
    window = sit_down_to_write(office, qtbot, "Warga xqzjkw buku")
    to_word(window, "xqzjkw")
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(window.page.body, event)
    menu = open_menu(qtbot)
    assert words(menu)[:2] == [LOOKING, "Tambahkan ke kata redaksi"]
    settled(menu, qtbot)
    assert words(menu)[0] == NOTHING
    close(menu)


def test_a_menu_that_was_closed_takes_no_suggestions_any_more(office: Office, qtbot: QtBot) -> None:
    window = sit_down_to_write(office, qtbot, "Warga membca buku")
    to_word(window, "membca")
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(window.page.body, event)
    close(open_menu(qtbot))
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    activate(qtbot, window)
    to_body(window)
    typed(" menulsi ")  # what is asked after it is answered after it
    checked(window, qtbot)
    assert marked(window.spelling.body) == ["membca", "menulsi"]


def test_a_word_of_the_newsroom_is_right_for_all_of_them(office: Office, qtbot: QtBot) -> None:
    window = sit_down_to_write(office, qtbot, "Tirtasari dan tirtasari")
    to_word(window, "Tirtasari")
    by_key(window.page.body, qtbot)
    choose(qtbot, "Tambahkan ke kata redaksi")
    qtbot.waitUntil(lambda: marked(window.spelling.body) == ["tirtasari"])
    assert told_now(window) == "“Tirtasari” kini masuk kata redaksi."

    story = window.story.story_id
    at_rest(window, qtbot)
    window.close()
    theirs = office.sit(EDITOR, story=story)
    checked(theirs, qtbot)
    assert marked(theirs.spelling.body) == ["tirtasari"]
    editor = office.person(EDITOR)
    assert words_of_scope(office.newsroom, scope=Scope.NEWSROOM, person=editor) == ("Tirtasari",)


def test_an_own_word_is_right_for_its_person_alone(office: Office, qtbot: QtBot) -> None:
    window = sit_down_to_write(office, qtbot, "cuann")
    to_word(window, "cuann")
    by_key(window.page.body, qtbot)
    choose(qtbot, "Tambahkan ke kata saya")
    qtbot.waitUntil(lambda: marked(window.spelling.body) == [])
    writer, editor = office.person(WRITER), office.person(EDITOR)
    assert words_of_scope(office.newsroom, scope=Scope.PERSON, person=writer) == ("cuann",)
    assert words_of_scope(office.newsroom, scope=Scope.PERSON, person=editor) == ()


def test_a_word_ignored_in_a_story_is_marked_in_another(office: Office, qtbot: QtBot) -> None:
    other = office.story(Story(headline="Dua", body=(TextBlock("a0000001", (Span("cuann"),)),)))
    window = sit_down_to_write(office, qtbot, "cuann cuann")
    story = window.story.story_id
    assert story is not None
    to_word(window, "cuann")
    by_key(window.page.body, qtbot)
    choose(qtbot, "Abaikan dalam naskah ini")
    qtbot.waitUntil(lambda: marked(window.spelling.body) == [])

    for opened, expected in ((other, ["cuann"]), (story, [])):
        window.story.open(opened)
        qtbot.waitUntil(lambda opened=opened: window.story.story_id == opened)
        qtbot.waitUntil(lambda expected=expected: marked(window.spelling.body) == expected)
        checked(window, qtbot)


def test_the_usual_edits_are_in_the_menu_with_their_keys(office: Office, qtbot: QtBot) -> None:
    window = sit_down_to_write(office, qtbot, "Warga membaca")
    clipboard(text="koran")
    menu = by_key(window.page.body, qtbot)
    assert words(menu) == [
        *("Urungkan", "Ulangi", "Potong", "Salin", "Tempel", "Tempel sebagai teks biasa", "Pilih semua"),
    ]
    assert {entry.text().partition("\t")[2] for entry in menu.actions()} >= {"Ctrl+Z", "Ctrl+Shift+V"}
    enabled = [entry.text().partition("\t")[0] for entry in menu.actions() if entry.isEnabled()]
    assert "Potong" not in enabled
    assert "Urungkan" not in enabled
    choose(qtbot, next(entry.text() for entry in menu.actions() if entry.text().startswith("Tempel\t")))
    assert body_text(window) == "Warga membacakoran"
    by_key(window.page.body, qtbot)
    choose(qtbot, "Urungkan\tCtrl+Z")
    assert body_text(window) == "Warga membaca"
    by_key(window.page.body, qtbot)
    choose(qtbot, "Pilih semua\tCtrl+A")
    by_key(window.page.body, qtbot)
    choose(qtbot, "Potong\tCtrl+X")
    assert body_text(window) == ""


def test_the_headline_has_its_menu_too(office: Office, qtbot: QtBot) -> None:
    window = sit_down_to_write(office, qtbot, "Warga", headline="WARGA MEMBCA BUKU")
    headline = window.page.headline
    press(headline)
    menu = by_mouse(headline, qtbot, 8)
    assert "MEMBACA" in words(menu)
    assert "Tempel sebagai teks biasa" not in words(menu)
    choose(qtbot, "MEMBACA")
    assert window.story.fields.headline == "WARGA MEMBACA BUKU"


def test_who_may_only_read_is_told_what_was_meant_and_changes_nothing(office: Office, qtbot: QtBot) -> None:
    story = office.story(Story(headline="Satu", body=(TextBlock("a0000001", (Span("membca"),)),)))
    window = office.sit("Bayu Nirwana", story=story)
    checked(window, qtbot)
    to_word(window, "membca")
    menu = by_key(window.page.body, qtbot)
    suggestion = next(entry for entry in menu.actions() if entry.text() == "membaca")
    assert not suggestion.isEnabled()
    assert "Tempel" not in words(menu)
    suggestion.triggered.emit()
    assert body_text(window) == "membca"
    close(menu)


def test_what_changed_while_the_menu_stood_open_is_left_alone(office: Office, qtbot: QtBot) -> None:
    window = sit_down_to_write(office, qtbot, "Warga membca")
    to_word(window, "membca")
    menu = by_key(window.page.body, qtbot)
    suggestion = next(entry for entry in menu.actions() if entry.text() == "membaca")
    QTextCursor(window.story.document).insertText("Semua ")
    suggestion.triggered.emit()
    assert body_text(window) == "Semua Warga membca"
    close(menu)
