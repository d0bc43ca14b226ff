"""A window that was cut off: what was typed is offered with a comparison, and no answer loses any of it."""

import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QDialog
from pytestqt.qtbot import QtBot

from editor_app.newsroom.composing import save_story
from editor_app.newsroom.desk import view_story
from editor_app.newsroom.newsroom import Newsroom, open_newsroom
from editor_app.newsroom.recovering import begin_session
from editor_app.story.body import Span, TextBlock
from editor_app.story.story import Story
from editor_app.ui.comparison.dialog import ComparisonDialog
from editor_app.ui.kit.dialog import ConfirmDialog
from editor_app.ui.kit.theme import Theme
from editor_app.ui.main_window import MainWindow
from tests.newsroom.damage import damage
from tests.ui.hands import SHIFT, key, press, press_named, typed, with_dialog
from tests.ui.office import EDITOR, WRITER, Office, founded
from tests.ui.steps import at_rest, change_person, text_of, to_body

# A writer at work: types two sentences, says when they are kept, and types on until the end.
WRITING = """
import sys
from pathlib import Path
from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from editor_app.newsroom.newsroom import open_newsroom
from editor_app.newsroom.staff import person_here
from editor_app.ui.kit.theme import Mode, Theme
from editor_app.ui.main_window import MainWindow
from editor_app.words import Words

app = QApplication([])
folder, story = Path(sys.argv[1]), sys.argv[2]
newsroom = open_newsroom(folder)
settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
settings.setValue("story", story)
window = MainWindow(newsroom, person_here(newsroom), Theme(app, Mode.LIGHT, still=True), Words("id"), settings)
window.show()
window.start()

def begin():
    window.story.loaded.disconnect(begin)
    body = window.page.body
    QTest.keyClick(body, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(body, " Kalimat kedua. Kalimat ketiga.")
    window.story.kept.connect(told)

def told():
    if window.story.keeping == "kept":
        print("kept", flush=True)
        typing.start(20)

typing = QTimer()
typing.timeout.connect(lambda: QTest.keyClick(window.page.body, "x"))

def give_up(kind, error, trace):
    sys.__excepthook__(kind, error, trace)
    app.exit(1)

sys.excepthook = give_up
QTimer.singleShot(120_000, app, lambda: app.exit(2))
window.story.loaded.connect(begin)
app.exec()
"""
FIRST = Story(headline="Rakit", language="id", body=(TextBlock("a1", (Span("Kalimat pertama."),)),))


def notice(window: MainWindow) -> str:
    shown = window.versions.recovery.notice
    return shown.text if shown.isVisible() else ""


def offered(window: MainWindow, qtbot: QtBot) -> str:
    """What is offered, once its figures are there."""
    qtbot.waitUntil(lambda: "kalimat" in notice(window))
    return notice(window)


def way(window: MainWindow, name: str) -> QAbstractButton:
    return next(button for button in window.versions.recovery.notice.ways if button.text() == name)


def draft_of(newsroom: Newsroom, story: str, name: str = WRITER) -> list[str] | None:
    people = view_story(newsroom, story).people.values()
    person = next(known for known in people if known.name == name)
    draft = view_story(newsroom, story, person=person).draft
    return None if draft is None else text_of(draft.story)


@pytest.fixture
def story(office: Office) -> str:
    return office.story(FIRST)


def cut_off(office: Office, qtbot: QtBot, story: str, text: str = " Kalimat kedua. Kalimat ketiga.") -> None:
    """Types in a window, which then goes without closing in good order."""
    window = office.sit(story=story)
    to_body(window)
    typed(text)
    assert window.close()
    begin_session(office.newsroom)
    with office.newsroom.writing() as tx:  # as if the window had stood open while the text was typed
        tx.exec_driver_sql(
            "UPDATE setting SET value = '2020-01-01T00:00:00.000Z' WHERE name = 'window_open_since'"
        )


@pytest.mark.skipif(os.name == "nt", reason="a kill that cannot be caught is POSIX's own")
def test_text_typed_before_a_kill_is_offered_with_a_comparison(
    qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    newsroom = founded(tmp_path / "newsroom")
    before = Office(qtbot, theme, newsroom, tmp_path / "unused.ini")
    written = before.story(FIRST)
    before.story(Story(headline="Lain", language="id"))
    newsroom.close()
    command = [sys.executable, "-c", WRITING, str(newsroom.folder), written]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as window:
        assert window.stdout is not None
        said = window.stdout.readline()
        os.kill(window.pid, signal.SIGKILL)
        _, complaints = window.communicate()
    assert (said, window.returncode) == ("kept\n", -signal.SIGKILL), complaints

    office = Office(qtbot, theme, open_newsroom(newsroom.folder), tmp_path / "window.ini")
    seat = office.sit()  # no story was open when the window was last closed in good order
    qtbot.waitUntil(lambda: seat.story.story_id == written)
    text = offered(seat, qtbot)
    assert text.startswith("Aplikasi terhenti tiba-tiba. Tulisan dari ")
    assert text.endswith("yang belum disimpan ada di sini lagi: 2 kalimat.")
    assert text_of(seat.story.story())[0].startswith("Kalimat pertama. Kalimat kedua. Kalimat ketiga.")

    def use(dialog: QDialog) -> None:
        assert isinstance(dialog, ComparisonDialog)
        qtbot.waitUntil(lambda: bool(dialog.view.stops))
        assert "Kalimat kedua. Kalimat ketiga." in dialog.view.stops[0].said
        press(dialog.close_button)

    with_dialog(qtbot, lambda: press(way(seat, "Bandingkan")), use)
    assert notice(seat) == text  # comparing is no answer yet
    press(way(seat, "Lanjutkan"))
    assert notice(seat) == ""
    assert len(view_story(office.newsroom, written).revisions) == 1
    assert draft_of(office.newsroom, written) == text_of(seat.story.story())
    office.close()
    office.newsroom.close()


def test_a_window_that_was_closed_in_good_order_offers_nothing(office: Office, qtbot: QtBot, story: str) -> None:
    window = office.sit(story=story)
    to_body(window)
    typed(" Lagi.")
    assert window.close()
    again = office.sit(story=story)
    qtbot.waitUntil(lambda: not again.runner.is_writing)
    assert text_of(again.story.story()) == ["Kalimat pertama. Lagi."]
    assert notice(again) == ""


def test_who_types_on_keeps_what_was_recovered(office: Office, qtbot: QtBot, story: str) -> None:
    cut_off(office, qtbot, story)
    window = office.sit(story=story)
    assert "2 kalimat" in offered(window, qtbot)
    to_body(window)
    typed(" Keempat.")
    qtbot.waitUntil(lambda: notice(window) == "")
    at_rest(window, qtbot)
    assert draft_of(office.newsroom, story) == ["Kalimat pertama. Kalimat kedua. Kalimat ketiga. Keempat."]
    other = office.story(Story(headline="Lain", language="id"))
    for opened in (other, story):
        with qtbot.waitSignal(window.story.loaded):
            window.story.open(opened)
    qtbot.waitUntil(lambda: not window.runner.is_writing)
    assert notice(window) == ""


def test_an_offer_that_was_not_answered_is_made_again(office: Office, qtbot: QtBot, story: str) -> None:
    cut_off(office, qtbot, story)
    window = office.sit(story=story)
    offered(window, qtbot)
    other = office.story(Story(headline="Lain", language="id"))
    with qtbot.waitSignal(window.story.loaded):
        window.story.open(other)
    assert notice(window) == ""
    with qtbot.waitSignal(window.story.loaded):
        window.story.open(story)
    assert "2 kalimat" in offered(window, qtbot)


def discard(window: MainWindow, qtbot: QtBot) -> None:
    texts: list[str] = []

    def use(dialog: QDialog) -> None:
        assert isinstance(dialog, ConfirmDialog)
        texts.append(dialog.accessibleDescription())
        assert dialog.cancel_button.isDefault()
        press(dialog.accept_button)

    with_dialog(qtbot, lambda: press(way(window, "Buang…")), use)
    assert "masih bisa dikembalikan" in texts[0]


def test_text_that_was_thrown_away_can_be_had_back_until_the_window_closes(
    office: Office, qtbot: QtBot, story: str
) -> None:
    cut_off(office, qtbot, story)
    window = office.sit(story=story)
    offered(window, qtbot)
    discard(window, qtbot)
    qtbot.waitUntil(lambda: text_of(window.story.story()) == ["Kalimat pertama."])
    assert "sudah dibuang" in notice(window)
    assert draft_of(office.newsroom, story) is None
    press(window.versions.recovery.notice.cross)
    assert notice(window) == ""
    to_body(window)
    typed(" Tulisan lain.")
    other = office.story(Story(headline="Lain", language="id"))
    for opened in (other, story):
        with qtbot.waitSignal(window.story.loaded):
            window.story.open(opened)
    press(way(window, "Kembalikan"))
    qtbot.waitUntil(lambda: text_of(window.story.story()) == ["Kalimat pertama. Kalimat kedua. Kalimat ketiga."])
    assert draft_of(office.newsroom, story) == ["Kalimat pertama. Kalimat kedua. Kalimat ketiga."]
    press(way(window, "Kembalikan"))  # what stood there meanwhile is not lost either
    qtbot.waitUntil(lambda: text_of(window.story.story()) == ["Kalimat pertama. Tulisan lain."])


def test_who_does_not_throw_it_away_after_all_keeps_it(office: Office, qtbot: QtBot, story: str) -> None:
    cut_off(office, qtbot, story)
    window = office.sit(story=story)
    text = offered(window, qtbot)

    def leave(dialog: QDialog) -> None:
        assert isinstance(dialog, ConfirmDialog)
        press(dialog.cancel_button)

    with_dialog(qtbot, lambda: press(way(window, "Buang…")), leave)
    assert notice(window) == text
    assert draft_of(office.newsroom, story) is not None


def test_what_was_recovered_and_saved_is_offered_no_more(office: Office, qtbot: QtBot, story: str) -> None:
    cut_off(office, qtbot, story)
    window = office.sit(story=story)
    offered(window, qtbot)
    window.story.save()
    qtbot.waitUntil(lambda: notice(window) == "")
    assert len(view_story(office.newsroom, story).revisions) == 2


def test_another_person_is_offered_nothing_of_it(office: Office, qtbot: QtBot, story: str) -> None:
    cut_off(office, qtbot, story)
    window = office.sit(EDITOR, story=story)
    qtbot.waitUntil(lambda: not window.runner.is_writing)
    assert text_of(window.story.story()) == ["Kalimat pertama."]
    assert notice(window) == ""
    change_person(window, qtbot, WRITER)
    assert "2 kalimat" in offered(window, qtbot)


def test_the_ways_on_are_reached_and_taken_by_the_keys(office: Office, qtbot: QtBot, story: str) -> None:
    cut_off(office, qtbot, story)
    window = office.sit(story=story)
    offered(window, qtbot)
    window.page.headline.setFocus()
    for _ in range(8):  # up over the page: the text itself takes the Tab key
        key(Qt.Key.Key_Tab, SHIFT)
        if way(window, "Lanjutkan").hasFocus():
            break
    assert way(window, "Lanjutkan").hasFocus()
    assert [button.accessibleName() for button in window.versions.recovery.notice.ways] == [
        "Lanjutkan",
        "Bandingkan",
        "Buang…",
    ]
    key(Qt.Key.Key_Space)
    assert notice(window) == ""


def test_recovered_text_whose_base_is_damaged_is_offered_without_figures(
    office: Office, qtbot: QtBot, story: str
) -> None:
    cut_off(office, qtbot, story)
    base = view_story(office.newsroom, story).head.id
    save_story(
        office.newsroom, story_id=story, story=replace(FIRST, headline="LAIN"), person=office.person(EDITOR)
    )
    damage(office.newsroom, "UPDATE revision SET content = '{' WHERE id = ?", base)
    window = office.sit(story=story)
    qtbot.waitUntil(lambda: notice(window).endswith("–."))
    assert window.story.is_stale
    press_named(window.strip, window.words.text("strip.keep-mine"), QAbstractButton)
    assert text_of(window.story.story()) == ["Kalimat pertama. Kalimat kedua. Kalimat ketiga."]
