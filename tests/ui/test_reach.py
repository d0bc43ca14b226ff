"""Everybody can use it: each control has a name, the Tab key comes by it, and the shortcuts do what they say."""

from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QScrollBar,
    QSplitterHandle,
    QWidget,
)
from pytestqt.qtbot import QtBot

from editor_app.newsroom.desk import view_story
from editor_app.story.body import TextBlock
from editor_app.story.story import Story
from editor_app.ui.main_window import DETAILS, PHOTOS, REVIEW, MainWindow
from editor_app.words import LANGUAGES, Language
from tests.ui.hands import CONTROL, SHIFT, key, open_menu, press, typed, with_dialog
from tests.ui.office import WRITER, Office, picture
from tests.ui.steps import add_photos, open_card, to_body


@pytest.fixture(params=LANGUAGES)
def window(request: pytest.FixtureRequest, office: Office, qtbot: QtBot) -> MainWindow:
    """A window in each language on a story with a paragraph and a photo whose card is open."""
    language: Language = request.param
    window = office.sit(WRITER, language=language, story=office.story(Story(headline="Rakit", language="id")))
    to_body(window)
    typed("Satu kata.")
    add_photos(window, qtbot, picture(office.newsroom.folder.parent / "a.jpg"))
    open_card(window, qtbot, 0)
    return window


def controls(root: QWidget) -> Iterator[QWidget]:
    """Everything in sight that can take the focus, but for what Qt puts inside its own controls."""
    for widget in root.findChildren(QWidget):
        inner = isinstance(widget, QScrollBar | QSplitterHandle) or _in_a_choice(widget)
        if widget.isVisible() and not inner and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            yield widget


def _in_a_choice(widget: QWidget) -> bool:
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QComboBox):
            return True
        above = above.parentWidget()
    return False


def pages(window: MainWindow, qtbot: QtBot) -> Iterator[str]:
    for code in (PHOTOS, DETAILS, REVIEW):
        window.side.show_page(code)
        QApplication.processEvents()
        yield code


def test_everything_that_takes_the_focus_has_a_name(window: MainWindow, qtbot: QtBot) -> None:
    for page in pages(window, qtbot):
        nameless = [each for each in controls(window) if not each.accessibleName().strip()]
        assert nameless == [], page


def test_every_button_says_what_it_does(window: MainWindow, qtbot: QtBot) -> None:
    for page in pages(window, qtbot):
        buttons = [each for each in window.findChildren(QAbstractButton) if each.isVisible()]
        inner = [each for each in buttons if _in_a_choice(each)]
        silent = [each for each in buttons if each not in inner and not (each.accessibleName() or each.text())]
        assert silent == [], page


def test_the_tab_key_comes_by_every_control(window: MainWindow, qtbot: QtBot) -> None:
    for page in pages(window, qtbot):
        window.top.search.setFocus(Qt.FocusReason.TabFocusReason)
        reached: list[QWidget] = []
        for _ in range(120):
            key(Qt.Key.Key_Tab)
            widget = QApplication.focusWidget()
            assert widget is not None
            if widget in reached:
                break
            reached.append(widget)
        missed = [each for each in controls(window) if _takes_tab(each) and _stands_for(each) not in reached]
        assert [each.accessibleName() for each in missed] == [], page
        assert window.page.body in reached


def _takes_tab(widget: QWidget) -> bool:
    tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    button = isinstance(widget, QAbstractButton) and widget.group() is not None
    return tab and widget.isEnabled() and not (button and not widget.isChecked())  # type: ignore[attr-defined]


def _stands_for(widget: QWidget) -> QWidget:
    return widget.focusProxy() or widget


def test_backtab_goes_the_other_way_from_the_text(window: MainWindow) -> None:
    to_body(window)
    key(Qt.Key.Key_Backtab, SHIFT)
    assert window.page.dateline.hasFocus()


def test_the_tab_key_moves_an_item_of_a_list_in_and_out(at_text: MainWindow) -> None:
    key(Qt.Key.Key_8, CONTROL | SHIFT)
    typed("\nDua.")
    key(Qt.Key.Key_Tab)
    assert [getattr(block, "level", 0) for block in at_text.story.story().body] == [1, 2]
    key(Qt.Key.Key_Backtab, SHIFT)
    assert [getattr(block, "level", 0) for block in at_text.story.story().body] == [1, 1]
    assert at_text.page.body.hasFocus()


def test_no_two_shortcuts_clash(window: MainWindow) -> None:
    bound = [each.key() for each in window.findChildren(QShortcut)]
    bound += [each.shortcut() for each in window.findChildren(QAbstractButton) if not each.shortcut().isEmpty()]
    bound += [action.shortcut() for action in window.actions() if not action.shortcut().isEmpty()]
    written = Counter(keys.toString(QKeySequence.SequenceFormat.PortableText) for keys in bound)
    assert {keys: times for keys, times in written.items() if times > 1} == {}
    # What the text itself answers to is bound nowhere else.
    own = {
        "Ctrl+B",
        "Ctrl+I",
        "Ctrl+U",
        "Ctrl+L",
        "Ctrl+Z",
        "Ctrl+Shift+Z",
        "Ctrl+C",
        "Ctrl+V",
        "Ctrl+X",
        "Ctrl+A",
    }
    assert own.isdisjoint(written)


@pytest.fixture
def at_text(office: Office, qtbot: QtBot) -> MainWindow:
    window = office.sit(story=office.story(Story(headline="Rakit", language="id")))
    to_body(window)
    typed("Satu")
    return window


@pytest.mark.parametrize(
    ("code", "outcome"),
    [
        (Qt.Key.Key_1, lambda window: window.side.current == PHOTOS),
        (Qt.Key.Key_2, lambda window: window.side.current == DETAILS),
        (Qt.Key.Key_3, lambda window: window.side.current == REVIEW),
        (Qt.Key.Key_E, lambda window: window.top.search.hasFocus()),
    ],
)
def test_control_and_a_key_leads_from_the_text_to_a_place(
    at_text: MainWindow, qtbot: QtBot, code: Qt.Key, outcome: Callable[[MainWindow], bool]
) -> None:
    key(code, CONTROL)
    qtbot.waitUntil(lambda: outcome(at_text))
    (block,) = at_text.story.story().body
    assert isinstance(block, TextBlock)
    assert block.text == "Satu"


def test_f6_leads_back_into_the_text(at_text: MainWindow) -> None:
    key(Qt.Key.Key_E, CONTROL)
    key(Qt.Key.Key_F6)
    assert at_text.page.body.hasFocus()


def test_f9_and_f10_fold_the_panels_and_bring_them_back(at_text: MainWindow) -> None:
    for code, panel in ((Qt.Key.Key_F9, at_text.desk), (Qt.Key.Key_F10, at_text.photos)):
        key(code)
        assert not panel.isVisible()
        key(code)
        assert panel.isVisible()


@pytest.mark.parametrize(
    ("code", "modifiers", "role"),
    [
        (Qt.Key.Key_B, CONTROL, "strong"),
        (Qt.Key.Key_I, CONTROL, "em"),
        (Qt.Key.Key_U, CONTROL, "underline"),
        (Qt.Key.Key_8, CONTROL | SHIFT, "bullet"),
        (Qt.Key.Key_7, CONTROL | SHIFT, "number"),
        (Qt.Key.Key_9, CONTROL | SHIFT, "blockquote"),
    ],
)
def test_a_shortcut_dresses_the_words(
    at_text: MainWindow, code: Qt.Key, modifiers: Qt.KeyboardModifier, role: str
) -> None:
    key(Qt.Key.Key_A, CONTROL)
    key(code, modifiers)
    (block,) = at_text.story.story().body
    assert isinstance(block, TextBlock)
    marks = {mark for span in block.children for mark in span.marks}
    assert role in {*marks, block.style, block.list_item}
    key(code, modifiers)
    (block,) = at_text.story.story().body
    assert isinstance(block, TextBlock)
    assert (block.style, block.list_item, block.children[0].marks) == ("normal", None, ())


def test_the_photo_shortcut_opens_the_menu_of_photos(at_text: MainWindow, qtbot: QtBot) -> None:
    key(Qt.Key.Key_P, CONTROL | SHIFT)
    menu = open_menu(qtbot)
    assert [entry.text() for entry in menu.actions()] == [at_text.words.text("photos.choose-new")]
    menu.hide()


def test_the_link_shortcut_sets_changes_and_removes_a_link(at_text: MainWindow, qtbot: QtBot) -> None:
    def links() -> list[str]:
        (block,) = at_text.story.story().body
        assert isinstance(block, TextBlock)
        return [definition.href for definition in block.mark_defs]

    key(Qt.Key.Key_A, CONTROL)
    with_dialog(qtbot, lambda: key(Qt.Key.Key_L, CONTROL), lambda _: typed("situs.example\n"))
    assert links() == ["https://situs.example"]
    with_dialog(qtbot, lambda: key(Qt.Key.Key_L, CONTROL), lambda _: key(Qt.Key.Key_Escape))
    assert links() == ["https://situs.example"]

    def refused_then_mail(dialog: QWidget) -> None:
        typed("javascript:alert(1)\n")
        assert dialog.isVisible()
        key(Qt.Key.Key_A, CONTROL)
        typed("humas@kota.example\n")

    with_dialog(qtbot, lambda: key(Qt.Key.Key_L, CONTROL), refused_then_mail)
    assert links() == ["mailto:humas@kota.example"]

    def remove(dialog: QWidget) -> None:
        words = at_text.words.text("link-dialog.remove")
        press(next(each for each in dialog.findChildren(QAbstractButton) if each.text() == words))

    with_dialog(qtbot, lambda: key(Qt.Key.Key_L, CONTROL), remove)
    assert links() == []


def test_the_save_shortcut_makes_a_revision(at_text: MainWindow, office: Office, qtbot: QtBot) -> None:
    key(Qt.Key.Key_S, CONTROL)
    story = at_text.story.story_id or ""
    qtbot.waitUntil(lambda: len(view_story(office.newsroom, story).revisions) == 2)
    qtbot.waitUntil(lambda: at_text.toast.text == at_text.words.text("told.saved"))


def test_the_desk_reads_out_headline_state_and_person(office: Office, qtbot: QtBot) -> None:
    office.story(Story(headline="Rakit", language="id"))
    window = office.sit()
    model: QAbstractItemView = window.desk.list
    said = model.model().data(model.model().index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert str(said).startswith("Rakit. Draf. Ratri Maheswari")
