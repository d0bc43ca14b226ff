"""Help while typing, by real keys in the real window: in the body and in the fields of plain words."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from editor_app.newsroom.desk import view_story
from editor_app.richtext import commands
from editor_app.richtext.commands import state_at
from editor_app.story.body import Body, BreakBlock, Link, Span, TextBlock
from editor_app.story.story import Story
from editor_app.story.typing_rules import HELPS
from editor_app.ui.main_window import MainWindow
from tests.ui.hands import CONTROL, SHIFT, activate, clipboard, entry_of, key, named, open_menu, press, typed
from tests.ui.office import Office, picture
from tests.ui.steps import add_photos, at_rest, open_card, to_body

NBSP = "\u00a0"


@pytest.fixture
def window(office: Office) -> MainWindow:
    return sitting(office)


def sitting(office: Office, *blocks: TextBlock, language: str = "id") -> MainWindow:
    window = office.sit(story=office.story(Story(headline="Rakit", language=language, body=blocks)))
    to_body(window)
    return window


def body(window: MainWindow) -> Body:
    return window.story.story().body


def words(window: MainWindow) -> list[str]:
    return [block.text if isinstance(block, TextBlock) else "▣" for block in body(window)]


@pytest.mark.parametrize(
    ("text", "helped", "undone"),
    [
        ('Kata dia, "', "Kata dia, “", 'Kata dia, "'),
        ('"Siap"', "“Siap”", '“Siap"'),
        ("\"Ia bilang 'ya'", "“Ia bilang ‘ya’", "“Ia bilang ‘ya'"),
        ("Jum'", "Jum’", "Jum'"),
        ('layar 6"', "layar 6″", 'layar 6"'),
        ("kata --", "kata –", "kata --"),
        ("kata - ", "kata – ", "kata - "),
        ("kata--k", "kata – k", "kata –k"),
        ("tunggu...", "tunggu…", "tunggu..."),
        ("11 September ", f"11{NBSP}September ", "11 September "),
        ("Biaya Rp 5", "Biaya Rp5", "Biaya Rp 5"),
        ("Sejauh 10 km.", f"Sejauh 10{NBSP}km.", "Sejauh 10 km."),
        ("Pukul 1", f"Pukul{NBSP}1", "Pukul 1"),
    ],
)
def test_help_comes_with_the_key_and_goes_with_one_control_z(
    window: MainWindow, text: str, helped: str, undone: str
) -> None:
    QTest.keyClicks(window.page.body, text)
    assert words(window) == [helped]
    caret = window.page.body.textCursor()
    assert caret.atEnd()
    key(Qt.Key.Key_Z, CONTROL)
    assert words(window) == [undone]
    assert window.page.body.textCursor().atEnd()
    key(Qt.Key.Key_Z, CONTROL | SHIFT)
    assert words(window) == [helped]


def test_help_in_english_has_the_words_of_english(office: Office) -> None:
    window = sitting(office, language="en")
    typed("On September 11 at 10 a.m., 'tis 5 juta. ")
    assert words(window) == [f"On September{NBSP}11 at 10{NBSP}a.m., ’tis 5 juta. "]


def test_an_address_that_is_typed_is_left_alone(window: MainWindow) -> None:
    typed('Buka https://kota.example/a--b\'s...c dan "www.kota.example" ya')
    assert words(window) == ["Buka https://kota.example/a--b's...c dan “www.kota.example” ya"]


@pytest.mark.parametrize("mark", ["code", "link"])
def test_inside_code_and_links_what_is_typed_stays(office: Office, mark: str) -> None:
    link = (Link("link", "https://kota.example/"),) if mark == "link" else ()
    window = sitting(office, TextBlock("aa", (Span("satu dua", (mark,)),), mark_defs=link))
    key(Qt.Key.Key_Home)
    key(Qt.Key.Key_Right, times=5)
    typed("\"--...'")
    assert words(window) == ["satu \"--...'dua"]


def test_a_quote_typed_over_selected_words_takes_their_place(office: Office) -> None:
    window = sitting(office, TextBlock("aa", (Span("satu dua"),)))
    key(Qt.Key.Key_Home)
    key(Qt.Key.Key_End, SHIFT)
    typed('"')
    assert words(window) == ["“"]
    key(Qt.Key.Key_Z, CONTROL)
    assert words(window) == ['"']
    key(Qt.Key.Key_Z, CONTROL)
    assert words(window) == ["satu dua"]
    assert body(window)[0].key == "aa"


def test_what_is_pasted_stays_as_it_was(window: MainWindow, qtbot: QtBot) -> None:
    clipboard(text='"Rp 5" -- 10 km...')
    key(Qt.Key.Key_V, CONTROL)
    qtbot.waitUntil(lambda: words(window) == ['"Rp 5" -- 10 km...'])


def commit(window: MainWindow, text: str, preedit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(text)
    QApplication.sendEvent(window.page.body, event)


def test_no_key_means_anything_of_ours_while_an_input_method_composes(window: MainWindow) -> None:
    def is_strong() -> bool:
        return "strong" in state_at(window.page.body.textCursor()).decorators

    typed("kata ")
    QApplication.sendEvent(window.page.body, QInputMethodEvent("ka", []))
    key(Qt.Key.Key_B, CONTROL)
    assert not is_strong()
    commit(window, "")
    key(Qt.Key.Key_B, CONTROL)  # from here on it means what it did
    assert is_strong()


def test_an_input_method_is_left_alone_while_it_composes_and_helped_when_it_is_done(window: MainWindow) -> None:
    typed("kata ")
    QApplication.sendEvent(window.page.body, QInputMethodEvent('"', []))
    assert words(window) == ["kata "]
    commit(window, '"', preedit="x")
    assert words(window) == ['kata "']
    commit(window, "")
    commit(window, "'")
    assert words(window) == ['kata "‘']
    commit(window, "10 km --")
    assert words(window) == ['kata "‘10 km --']


def test_help_is_kept_with_the_story_and_the_block_keeps_its_key(
    office: Office, window: MainWindow, qtbot: QtBot
) -> None:
    typed('Ia: "ya"')
    at_rest(window, qtbot)
    before = body(window)[0].key
    key(Qt.Key.Key_Z, CONTROL)
    at_rest(window, qtbot)
    draft = view_story(office.newsroom, window.story.story_id or "", person=window.story.person).draft
    assert draft is not None
    (block,) = draft.story.body
    assert isinstance(block, TextBlock)
    assert (block.key, block.text) == (before, 'Ia: “ya"')


# Signs at the beginning of a paragraph


@pytest.mark.parametrize(
    ("signs", "style", "kind", "start"),
    [
        ("## ", "h2", None, None),
        ("### ", "h3", None, None),
        ("#### ", "h4", None, None),
        ("> ", "blockquote", None, None),
        ("- ", "normal", "bullet", None),
        ("* ", "normal", "bullet", None),
        ("1. ", "normal", "number", None),
        ("7. ", "normal", "number", 7),
    ],
)
def test_signs_make_a_style_and_one_control_z_leaves_the_signs(
    window: MainWindow, signs: str, style: str, kind: str | None, start: int | None
) -> None:
    QTest.keyClicks(window.page.body, signs)
    typed("isi")
    (block,) = body(window)
    assert isinstance(block, TextBlock)
    assert (block.text, block.style, block.list_item, block.start) == ("isi", style, kind, start)
    key(Qt.Key.Key_Z, CONTROL, times=2)
    (block,) = body(window)
    assert isinstance(block, TextBlock)
    assert (block.text, block.style, block.list_item) == (signs, "normal", None)
    typed("x")
    assert words(window) == [f"{signs}x"]


def test_three_hyphens_make_a_divider_below_which_one_writes_on(window: MainWindow) -> None:
    typed("Satu\n---")
    typed("dua")
    assert words(window) == ["Satu", "▣", "dua"]
    assert isinstance(body(window)[1], BreakBlock)
    key(Qt.Key.Key_Z, CONTROL, times=2)
    assert words(window) == ["Satu", "---"]


def test_tab_and_shift_tab_move_an_item_and_enter_twice_leaves_the_list(window: MainWindow) -> None:
    typed("- satu\ndua")
    key(Qt.Key.Key_Tab)
    typed("\ntiga")
    key(Qt.Key.Key_Backtab, SHIFT)
    typed("\n\nempat")
    listed = [
        (block.text, block.list_item, block.level) for block in body(window) if isinstance(block, TextBlock)
    ]
    assert listed == [
        ("satu", "bullet", 1),
        ("dua", "bullet", 2),
        ("tiga", "bullet", 1),
        ("empat", None, 1),
    ]


def test_enter_twice_leaves_a_quotation(window: MainWindow) -> None:
    typed("> kutipan\nlanjut\n\nbiasa")
    styles = [(block.text, block.style) for block in body(window) if isinstance(block, TextBlock)]
    assert styles == [("kutipan", "blockquote"), ("lanjut", "blockquote"), ("biasa", "normal")]


# Fields of plain words


@pytest.mark.parametrize("name", ["headline", "standfirst"])
def test_the_fields_over_the_body_are_helped_by_the_same_rules(window: MainWindow, name: str) -> None:
    field = getattr(window.page, name)
    press(field)
    key(Qt.Key.Key_A, CONTROL)
    QTest.keyClicks(field, 'Rp 5 -- 10 km, "ya"')
    helped = f"Rp5 – 10{NBSP}km, “ya”"
    assert field.text() == helped
    assert getattr(window.story.fields, name) == helped
    key(Qt.Key.Key_Z, CONTROL)
    assert field.text() == f'Rp5 – 10{NBSP}km, “ya"'
    assert getattr(window.story.fields, name) == f'Rp5 – 10{NBSP}km, “ya"'
    assert field.textCursor().atEnd()


def test_signs_make_no_style_in_a_headline(window: MainWindow) -> None:
    press(window.page.headline)
    key(Qt.Key.Key_A, CONTROL)
    typed("## 1. ")
    assert window.page.headline.text() == "## 1. "


def test_a_caption_is_helped_too(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    add_photos(window, qtbot, picture(tmp_path / "rakit.png"))
    card = open_card(window, qtbot, 0)
    assert card.fields is not None
    press(card.fields.caption)
    typed('FOKUS: "Rakit" 10 km.')
    assert window.story.fields.photos[0].caption == f"FOKUS: “Rakit” 10{NBSP}km."


# Switches


def typing_menu(window: MainWindow, qtbot: QtBot) -> QMenu:
    """Opens the menu by the keys, from the button of the person."""
    name = window.top.person.accessibleName()
    named(window, name, type(window.top.person)).setFocus(Qt.FocusReason.TabFocusReason)
    key(Qt.Key.Key_Space)
    menu = open_menu(qtbot)
    entry = entry_of(menu, window.words.text("menu.typing"))
    for _ in menu.actions():
        QTest.keyClick(menu, Qt.Key.Key_Down)
        if menu.activeAction() is entry:
            break
    QTest.keyClick(menu, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not menu)
    return open_menu(qtbot)


def flip(window: MainWindow, qtbot: QtBot, name: str) -> None:
    menu = typing_menu(window, qtbot)
    entry = entry_of(menu, window.words.text(f"typing.{name}"))
    while menu.activeAction() is not entry:
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    activate(qtbot, window)


def test_every_help_can_be_switched_by_the_keys_and_shows_whether_it_is_on(
    window: MainWindow, qtbot: QtBot
) -> None:
    menu = typing_menu(window, qtbot)
    assert [(entry.text(), entry.isChecked()) for entry in menu.actions()] == [
        (window.words.text(f"typing.{name}"), True) for name in HELPS
    ]
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()


@pytest.mark.parametrize(
    ("name", "text", "stands"),
    [
        ("quotes", '"a"', '"a"'),
        ("dashes", "a -- b", "a -- b"),
        ("ellipsis", "a...", "a..."),
        ("spaces", "Rp 5 ", "Rp 5 "),
        ("markers", "## a", "## a"),
    ],
)
def test_a_help_that_is_switched_off_stays_off_for_this_person_and_comes_back(
    office: Office, window: MainWindow, qtbot: QtBot, name: str, text: str, stands: str
) -> None:
    flip(window, qtbot, name)
    to_body(window)
    typed(text)
    assert words(window) == [stands]
    assert office.settings.value(f"typing/{window.story.person.id}/{name}") == "off"
    flip(window, qtbot, name)
    assert office.settings.value(f"typing/{window.story.person.id}/{name}") is None


def test_what_is_switched_is_remembered_for_one_person_and_not_for_another(office: Office, qtbot: QtBot) -> None:
    story = office.story(Story(headline="Rakit", language="id"))
    window = office.sit(story=story)
    flip(window, qtbot, "quotes")
    window.close()
    again = office.sit(story=story)
    assert not again.aids.typing.is_on("quotes")
    again.close()
    other = office.sit("Sekar Larasati", story=story)
    assert other.aids.typing.is_on("quotes")


def test_a_link_typed_at_its_end_is_helped_as_no_part_of_it(office: Office) -> None:
    link = Link("link", "https://kota.example/")
    window = sitting(office, TextBlock("aa", (Span("situs", ("link",)),), mark_defs=(link,)))
    key(Qt.Key.Key_End)
    typed(' "a"')
    (block,) = body(window)
    assert isinstance(block, TextBlock)
    assert [span.text for span in block.children] == ["situs", " “a”"]
    assert commands.href_at(window.page.body.textCursor()) == ""


@pytest.fixture(autouse=True)
def _no_popup_left() -> Iterator[None]:
    yield
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
