"""Starting: the first start, a second copy, the theme and the language, people who sit down, and bugs."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QDialog, QLabel
from pytestqt.qtbot import QtBot

from editor_app.newsroom.newsroom import create_newsroom, open_newsroom
from editor_app.newsroom.staff import everyone, person_here
from editor_app.story.people import Role
from editor_app.ui.application import Desktop
from editor_app.ui.dialogs.person_dialog import PersonDialog
from editor_app.ui.dialogs.start_dialog import StartDialog
from editor_app.ui.keeping import Keeping
from editor_app.ui.kit.dialog import ConfirmDialog
from editor_app.ui.kit.theme import Mode
from editor_app.ui.main_window import MainWindow
from editor_app.words import Language, Words
from tests.ui.hands import (
    activate,
    choose,
    entry_of,
    fill,
    key,
    named,
    open_menu,
    press,
    tick,
    typed,
    with_dialog,
)
from tests.ui.office import EDITOR, WRITER, Office, founded
from tests.ui.steps import at_rest, text_of, to_body

Start = Callable[..., Desktop]


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """Makes the running program on a folder; what it leaves is closed, and a bug of it fails the test."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    running: list[Desktop] = []
    folders: list[Path] = []

    def made(folder: Path, language: Language | None = "id") -> Desktop:
        desk = Desktop(qapp, folder, language)
        running.append(desk)
        folders.append(folder)
        return desk

    yield made
    for desk in running:
        if desk.window is not None:
            desk.window.close()
            desk.window.deleteLater()
        if desk.newsroom is not None:
            desk.newsroom.close()
            desk.newsroom = None
        qapp.styleHints().colorSchemeChanged.disconnect(desk.theme._follow)
        desk.theme.set_mode(Mode.SYSTEM)
        desk.deleteLater()
    assert not any((folder / "crash-report.txt").exists() for folder in folders)


def window_of(desk: Desktop, qtbot: QtBot) -> MainWindow:
    qtbot.waitUntil(lambda: desk.window is not None and desk.window.isVisible())
    window = desk.window
    assert window is not None
    activate(qtbot, window)
    return window


def test_the_first_start_makes_the_offices_own_newsroom(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    desk = start(tmp_path / "baru")

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, StartDialog)
        press(dialog.accept_button)
        assert dialog.isVisible()  # the name is wanting
        fill(dialog.newsroom_line, "Humas Kota Tirta")
        fill(dialog.person_line, "Ratri Maheswari")
        tick(dialog.boxes[Role.EDITOR])
        press(dialog.accept_button)

    with_dialog(qtbot, lambda: desk.open(sample=False), answer)
    window = window_of(desk, qtbot)
    assert "Humas Kota Tirta" in window.windowTitle()
    newsroom = window.newsroom
    here = person_here(newsroom)
    assert here is not None
    assert (here.name, here.roles) == ("Ratri Maheswari", {Role.WRITER, Role.EDITOR})
    assert newsroom.four_eyes
    assert (tmp_path / "baru" / "newsroom.db").is_file()


@pytest.mark.parametrize(("system", "language"), [("id_ID.UTF-8", "id"), ("en_GB.UTF-8", "en"), ("fr_FR", "en")])
def test_the_first_start_speaks_the_language_of_the_computer(
    start: Start, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str, language: Language
) -> None:
    monkeypatch.setenv("LC_ALL", system)
    desk = start(tmp_path / "baru", None)
    titles: list[str] = []

    def read(dialog: QDialog) -> None:
        titles.append(dialog.windowTitle())
        key(Qt.Key.Key_Escape)

    with_dialog(qtbot, lambda: desk.open(sample=False), read)
    assert titles == [Words(language).text("start-dialog.title")]


def test_leaving_the_first_start_makes_nothing(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    desk = start(tmp_path / "baru")
    with_dialog(qtbot, lambda: desk.open(sample=False), lambda _: key(Qt.Key.Key_Escape))
    assert desk.window is None
    assert desk.status == 0
    assert not (tmp_path / "baru" / "newsroom.db").exists()


def test_a_newsroom_without_people_asks_who_sits_here(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    create_newsroom(tmp_path / "redaksi", name="Humas").close()
    desk = start(tmp_path / "redaksi")

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, PersonDialog)
        fill(dialog.name_line, "Ratri Maheswari")
        press(dialog.accept_button)

    with_dialog(qtbot, lambda: desk.open(sample=False), answer)
    window = window_of(desk, qtbot)
    assert window.story.person.name == "Ratri Maheswari"


def test_a_second_copy_says_one_sentence_and_leaves_the_first_alone(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    first = founded(tmp_path / "redaksi")
    desk = start(tmp_path / "redaksi")
    said: list[str] = []

    def read(dialog: QDialog) -> None:
        assert isinstance(dialog, ConfirmDialog)
        said.extend(each.text() for each in dialog.findChildren(QLabel) if each.isVisible())
        key(Qt.Key.Key_Escape)

    with_dialog(qtbot, lambda: desk.open(sample=False), read)
    assert desk.window is None
    assert desk.status == 1
    assert any(str(tmp_path / "redaksi") in sentence for sentence in said)
    assert len(said) == 2  # the program's name and the sentence
    assert len(everyone(first)) == 3
    first.close()


def test_the_program_opens_where_it_was_left(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    newsroom = founded(tmp_path / "redaksi")
    newsroom.close()
    desk = start(tmp_path / "redaksi")
    assert desk.open(sample=False)
    window = window_of(desk, qtbot)
    assert window.story.person.name == WRITER
    press(named(window.desk, "Naskah baru", QAbstractButton))
    qtbot.waitUntil(window.page.headline.hasFocus)
    typed("Rakit")
    at_rest(window, qtbot)
    window.resize(1200, 700)
    assert window.close()
    assert desk.newsroom is not None
    desk.newsroom.close()
    desk.newsroom = None

    again = start(tmp_path / "redaksi")
    assert again.open(sample=False)
    reopened = window_of(again, qtbot)
    qtbot.waitUntil(lambda: reopened.page.headline.text() == "Rakit")
    assert reopened.height() == 700  # this screen is too narrow for the width


def test_the_language_is_changed_in_the_menu_and_the_story_stays(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    founded(tmp_path / "redaksi").close()
    desk = start(tmp_path / "redaksi")
    assert desk.open(sample=False)
    window = window_of(desk, qtbot)
    press(named(window.desk, "Naskah baru", QAbstractButton))
    qtbot.waitUntil(window.page.headline.hasFocus)
    typed("Rakit")
    to_body(window)
    typed("Belum disimpan.")

    press(window.top.person)
    menu = open_menu(qtbot)
    spoken = entry_of(menu, "Bahasa").menu()
    assert spoken is not None
    press(menu, menu.actionGeometry(entry_of(menu, "Bahasa")).center())
    qtbot.waitUntil(spoken.isVisible)
    choose(qtbot, "English")
    qtbot.waitUntil(lambda: desk.window is not None and desk.window is not window)
    fresh = window_of(desk, qtbot)
    qtbot.waitUntil(lambda: fresh.page.headline.text() == "Rakit")
    assert text_of(fresh.story.story()) == ["Belum disimpan."]
    assert named(fresh.desk, "New story", QAbstractButton).isVisible()
    fresh.close()
    assert desk.newsroom is not None
    desk.newsroom.close()
    desk.newsroom = None
    beside = open_newsroom(tmp_path / "redaksi", write=False)
    assert beside.language == "en"
    beside.close()


def test_the_theme_is_changed_in_the_menu_and_kept(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    founded(tmp_path / "redaksi").close()
    desk = start(tmp_path / "redaksi")
    assert desk.open(sample=False)
    window = window_of(desk, qtbot)
    press(window.top.person)
    menu = open_menu(qtbot)
    press(menu, menu.actionGeometry(entry_of(menu, "Tampilan")).center())
    looks = entry_of(menu, "Tampilan").menu()
    assert looks is not None
    qtbot.waitUntil(looks.isVisible)
    choose(qtbot, "Gelap")
    qtbot.waitUntil(lambda: desk.theme.mode is Mode.DARK)
    assert desk.settings.value("theme") == "dark"
    menu.hide()
    ink = window.page.body.story_document.look.ink
    assert ink == desk.theme.tokens.ink


def test_a_person_is_added_in_the_menu_and_may_sit_down(office: Office, qtbot: QtBot) -> None:
    window = office.sit()

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, PersonDialog)
        fill(dialog.name_line, "Danu Wiratama")
        press(dialog.accept_button)
        assert dialog.isVisible()  # no role yet
        box = next(each for each in dialog.findChildren(QCheckBox) if each.text() == "Editor")
        tick(box)
        press(dialog.accept_button)

    press(window.top.person)
    with_dialog(qtbot, lambda: choose(qtbot, "Tambah orang…"), answer)
    qtbot.waitUntil(lambda: "Danu Wiratama" in window.toast.text)
    press(window.top.person)
    choose(qtbot, "Danu Wiratama")
    qtbot.waitUntil(lambda: window.story.person.name == "Danu Wiratama")
    qtbot.waitUntil(lambda: (here := person_here(office.newsroom)) is not None and here.name == "Danu Wiratama")
    assert "Danu Wiratama" in window.top.person.accessibleName()


def test_a_name_that_is_taken_is_said(office: Office, qtbot: QtBot) -> None:
    window = office.sit()

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, PersonDialog)
        fill(dialog.name_line, EDITOR.upper())
        tick(dialog.boxes[Role.WRITER])
        press(dialog.accept_button)

    press(window.top.person)
    with_dialog(qtbot, lambda: choose(qtbot, "Tambah orang…"), answer)
    qtbot.waitUntil(window.strip.isVisible)
    assert EDITOR.upper() in window.strip.banner.text
    assert len(everyone(office.newsroom)) == 3


def test_a_bug_keeps_what_was_typed_and_says_where_the_report_is(
    start: Start, qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    founded(tmp_path / "redaksi").close()
    desk = start(tmp_path / "redaksi")
    assert desk.open(sample=False)
    window = window_of(desk, qtbot)
    press(named(window.desk, "Naskah baru", QAbstractButton))
    qtbot.waitUntil(window.page.headline.hasFocus)
    typed("Jangan hilang")
    window.runner.crashed.emit(ValueError("for the test"))
    at_rest(window, qtbot)
    report = tmp_path / "redaksi" / "crash-report.txt"
    assert "ValueError: for the test" in report.read_text(encoding="utf-8")
    assert str(report) in window.strip.banner.text
    assert "for the test" in capsys.readouterr().err
    report.unlink()


def test_a_bug_says_that_the_text_is_kept_only_once_it_is(
    start: Start, qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    founded(tmp_path / "redaksi").close()
    desk = start(tmp_path / "redaksi")
    assert desk.open(sample=False)
    window = window_of(desk, qtbot)
    press(named(window.desk, "Naskah baru", QAbstractButton))
    qtbot.waitUntil(window.page.headline.hasFocus)
    typed("Jangan hilang")
    report = tmp_path / "redaksi" / "crash-report.txt"
    path = str(report)
    window.runner.crashed.emit(ValueError("for the test"))
    assert not window.strip.isVisible()  # it is being written
    qtbot.waitUntil(window.strip.isVisible)
    assert window.strip.banner.text == window.words.text("window-bug", file=path)
    assert window.story.keeping is Keeping.KEPT
    report.unlink()
    capsys.readouterr()
