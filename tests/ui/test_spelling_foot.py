"""The foot: dictionaries in use, what is missing and how to get it; and the word lists' dialog."""

import importlib.util
import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from editor_app.newsroom.word_lists import Scope, accept_word, words_of_scope
from editor_app.spelling.dictionaries import install_command
from editor_app.ui.dialogs.word_list_dialog import WordListDialog
from editor_app.ui.main_window import MainWindow
from editor_app.ui.spelling.language_names import language_name
from editor_app.words import Words
from tests.ui.hands import choose, fill, open_menu, press, with_dialog
from tests.ui.office import WRITER, Office
from tests.ui.spelt import checked, marked, sit_down_to_write, told_now

pytestmark = pytest.mark.usefixtures("spelt")
DEBIAN = Path("/usr/share/hunspell")


@pytest.fixture
def bare(office: Office, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine without dictionaries; returns the newsroom's own folder of them, which is not there yet."""
    monkeypatch.setenv("XDG_DATA_DIRS", str(office.newsroom.folder / "nowhere"))
    monkeypatch.setattr("editor_app.spelling.dictionaries._engine_folders", list)
    monkeypatch.setattr("editor_app.ui.spelling.foot.install_command", lambda _: "sudo apt install hunspell-id")
    return office.newsroom.folder / "dictionaries"


def put(folder: Path, *names: str) -> None:
    folder.mkdir(exist_ok=True)
    for name in names:
        for ending in ("aff", "dic"):
            shutil.copy(DEBIAN / f"{name}.{ending}", folder)


def foot_menu(window: MainWindow, qtbot: QtBot) -> QMenu:
    press(window.spelling.foot)
    return open_menu(qtbot)


def entries(menu: QMenu) -> list[str]:
    return [entry.text() for entry in menu.actions() if not entry.isSeparator()]


def close(menu: QMenu) -> None:
    menu.close()
    QApplication.processEvents()


def says(window: MainWindow, qtbot: QtBot, text: str) -> None:
    qtbot.waitUntil(lambda: window.spelling.foot.text() == text, timeout=20_000)


@pytest.mark.parametrize(
    ("language", "text"), [("id", "Ejaan: Indonesia, Inggris"), ("en", "Spelling: Indonesian, English")]
)
def test_it_names_the_dictionaries_in_use(office: Office, qtbot: QtBot, language: str, text: str) -> None:
    story = office.story()
    window = office.sit(language=language, story=story)
    says(window, qtbot, text)
    assert window.spelling.foot.accessibleName() == text
    assert not window.spelling.foot.property("faulty")


def test_one_press_switches_spelling_off(office: Office, qtbot: QtBot) -> None:
    window = sit_down_to_write(office, qtbot, "membca")
    foot_menu(window, qtbot)
    choose(qtbot, "Periksa ejaan")
    assert marked(window.spelling.body) == []
    assert window.spelling.foot.text() == "Ejaan: mati"
    foot_menu(window, qtbot)
    choose(qtbot, "Periksa ejaan")
    checked(window, qtbot)
    assert marked(window.spelling.body) == ["membca"]


def test_a_dictionary_may_be_left_out_but_not_the_last(office: Office, qtbot: QtBot) -> None:
    window = sit_down_to_write(office, qtbot, "read buku")
    assert marked(window.spelling.body) == []
    foot_menu(window, qtbot)
    choose(qtbot, "Inggris")
    says(window, qtbot, "Ejaan: Indonesia")
    checked(window, qtbot)
    assert marked(window.spelling.body) == ["read"]

    menu = foot_menu(window, qtbot)
    last = next(entry for entry in menu.actions() if entry.text() == "Indonesia")
    assert last.isChecked()
    assert not last.isEnabled()
    choose(qtbot, "Inggris")
    says(window, qtbot, "Ejaan: Indonesia, Inggris")


def test_without_dictionaries_it_says_what_to_install_and_one_writes_on(
    office: Office, qtbot: QtBot, bare: Path
) -> None:
    window = office.sit(story=office.story())
    says(window, qtbot, "Ejaan: belum ada kamus")
    assert window.spelling.foot.property("faulty")
    fill(window.page.headline, "WARGA MEMBCA")
    assert window.story.fields.headline == "WARGA MEMBCA"

    menu = foot_menu(window, qtbot)
    sentence = window.words.text(
        "spelling.install", languages="Indonesia, Inggris", command="sudo apt install hunspell-id"
    )
    assert entries(menu)[0] == sentence
    choose(qtbot, "Salin perintah")
    assert QApplication.clipboard().text() == "sudo apt install hunspell-id"

    put(bare, "id_ID", "en_US")
    foot_menu(window, qtbot)
    choose(qtbot, "Cari kamus lagi")
    says(window, qtbot, "Ejaan: Indonesia, Inggris")
    checked(window, qtbot)
    assert marked(window.spelling.headline) == ["MEMBCA"]


def test_where_no_command_installs_it_the_files_and_their_folder_are_named(
    office: Office, qtbot: QtBot, bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("editor_app.ui.spelling.foot.install_command", lambda _: None)
    put(bare, "en_US")
    window = office.sit(story=office.story())
    says(window, qtbot, "Ejaan: belum ada kamus Indonesia")
    assert not window.spelling.spelling.checks  # or every word of the story would be marked

    menu = foot_menu(window, qtbot)
    assert "id_ID.aff, id_ID.dic" in entries(menu)[0]
    assert str(bare) in entries(menu)[0]
    assert "Salin perintah" not in entries(menu)
    close(menu)


def test_a_broken_dictionary_is_named_and_the_other_serves(office: Office, qtbot: QtBot, bare: Path) -> None:
    put(bare, "id_ID", "en_US")
    (bare / "id_ID.dic").write_bytes(b"\x89PNG\r\n")
    window = sit_down_to_write(office, qtbot, "read xyzzy", language="en")
    assert window.spelling.foot.property("faulty")
    assert marked(window.spelling.body) == ["xyzzy"]

    menu = foot_menu(window, qtbot)
    assert str(bare / "id_ID.dic") in entries(menu)[0]
    close(menu)


def test_a_story_is_checked_where_its_language_has_a_dictionary(office: Office, qtbot: QtBot) -> None:
    window = sit_down_to_write(office, qtbot, "membca")
    window.story.change(language="jv")
    says(window, qtbot, "Ejaan: belum ada kamus Jawa")
    assert marked(window.spelling.body) == []
    menu = foot_menu(window, qtbot)
    assert "jv.aff, jv.dic" in entries(menu)[0]
    close(menu)

    window.story.change(language="en-GB")
    says(window, qtbot, "Ejaan: Indonesia, Inggris")
    checked(window, qtbot)
    assert marked(window.spelling.body) == ["membca"]


def test_without_an_engine_it_says_so(office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    found = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "hunspell" else found(name))
    window = office.sit(story=office.story())
    says(window, qtbot, "Ejaan: belum terpasang")

    menu = foot_menu(window, qtbot)
    assert entries(menu)[0] == window.words.text("spelling-engine-missing")
    close(menu)


def test_an_engine_that_ends_for_good_is_told_once_and_tried_again(
    office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = sit_down_to_write(office, qtbot, "membca")
    monkeypatch.setattr("editor_app.spelling.engine_process.MOST_STARTS", 0)
    desk = window.spelling.spelling._desk
    assert desk is not None
    assert desk._engine._process is not None
    desk._engine._process.kill()
    desk._engine._process.wait()
    fill(window.page.headline, "WARGA MENULSI")
    says(window, qtbot, "Ejaan: berhenti")
    assert window.strip.isVisible()
    assert marked(window.spelling.body) == []

    monkeypatch.undo()
    foot_menu(window, qtbot)
    choose(qtbot, "Cari kamus lagi")
    says(window, qtbot, "Ejaan: Indonesia, Inggris")
    checked(window, qtbot)
    assert marked(window.spelling.body) == ["membca"]


def test_the_newsroom_s_words_are_edited_as_a_list(office: Office, qtbot: QtBot) -> None:
    accept_word(office.newsroom, "Tirtasari", scope=Scope.NEWSROOM, person=office.person(WRITER))
    window = sit_down_to_write(office, qtbot, "Tirtasari cuann")
    assert marked(window.spelling.body) == ["cuann"]

    def rewrite(dialog: object) -> None:
        assert isinstance(dialog, WordListDialog)
        assert dialog.text.toPlainText() == "Tirtasari\n"
        assert dialog.count.text() == "1 kata"
        dialog.text.setPlainText("cuann\ncuann\n# catatan\nbansos")
        assert dialog.count.text() == "2 kata"
        press(dialog.accept_button)

    foot_menu(window, qtbot)
    with_dialog(qtbot, lambda: choose(qtbot, "Kata redaksi…"), rewrite)
    qtbot.waitUntil(lambda: marked(window.spelling.body) == ["Tirtasari"])
    assert told_now(window) == "Daftar kata disimpan: 2 ditambah, 1 dihapus."


def test_a_list_that_is_left_or_unchanged_stays(office: Office, qtbot: QtBot) -> None:
    window = sit_down_to_write(office, qtbot, "cuann")
    for leave in ("cancel_button", "accept_button"):
        foot_menu(window, qtbot)
        with_dialog(
            qtbot, lambda: choose(qtbot, "Kata saya…"), lambda dialog, leave=leave: press(getattr(dialog, leave))
        )
    assert words_of_scope(office.newsroom, scope=Scope.PERSON, person=office.person(WRITER)) == ()
    assert marked(window.spelling.body) == ["cuann"]


def test_words_are_read_from_a_file_beside_those_that_are_there(
    office: Office, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "kata.txt").write_text("# dari kantor lama\nTirtasari\nluring\n", "utf-8")
    (tmp_path / "rusak.txt").write_bytes(b"\xff\xd8\xff")
    dialog = WordListDialog(office.theme, Words("id"), ("bansos",), shared=True, parent=None)
    qtbot.addWidget(dialog)
    chosen = iter([str(tmp_path / "rusak.txt"), str(tmp_path / "nowhere.txt"), "", str(tmp_path / "kata.txt")])
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (next(chosen), ""))
    with qtbot.waitExposed(dialog):
        dialog.open()

    press(dialog.import_button)
    assert "rusak.txt" in (dialog.field.error or "")
    press(dialog.import_button)
    assert "nowhere.txt" in (dialog.field.error or "")
    press(dialog.import_button)
    assert dialog.listed == ("bansos",)
    press(dialog.import_button)
    assert not dialog.field.error
    assert dialog.listed == ("bansos", "luring", "Tirtasari")


def test_debian_s_command_is_the_one_that_is_told() -> None:
    if shutil.which("apt-get") is None:
        pytest.skip("needs apt")
    assert install_command(["id"]) == "sudo apt install hunspell-id"


@pytest.mark.parametrize(
    ("code", "name"),
    [
        *(("id", "Indonesia"), ("en", "Inggris"), ("en_GB", "Inggris (United Kingdom)"), ("de", "Deutsch")),
        *(("de_AT", "Österreichisches Deutsch (Österreich)"), ("xx", "Xx")),
    ],
)
def test_a_language_has_a_name(code: str, name: str) -> None:
    assert language_name(code, Words("id")) == name
