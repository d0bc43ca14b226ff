"""The window never waits for the disk: every transaction that writes runs off the GUI thread."""

import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QTextEdit
from pytestqt.qtbot import QtBot

from editor_app.storage.store import Connection, Store
from editor_app.story.workflow import Action
from editor_app.ui.dialogs.person_dialog import PersonDialog
from tests.ui.hands import (
    CONTROL,
    choose,
    clipboard,
    fill,
    key,
    named,
    press,
    press_named,
    tick,
    typed,
    with_dialog,
)
from tests.ui.office import EDITOR, WRITER, Office, picture
from tests.ui.steps import add_photos, at_rest, button_of, change_person, open_card, to_body


@pytest.fixture
def writers(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The threads that open a transaction to write, by name, from now on."""
    seen: list[str] = []
    writing = Store.writing

    def watched(store: Store) -> AbstractContextManager[Connection]:
        seen.append(threading.current_thread().name)
        return writing(store)

    monkeypatch.setattr(Store, "writing", watched)
    yield seen
    assert seen, "nothing was written"
    assert threading.main_thread().name not in seen


def test_composing_photos_saving_and_people_write_beside_the_window(
    office: Office, qtbot: QtBot, tmp_path: Path, writers: list[str]
) -> None:
    window = office.sit(WRITER)
    press_named(window.desk, "Naskah baru", QAbstractButton)
    qtbot.waitUntil(window.page.headline.hasFocus)
    typed("Rakit")
    to_body(window)
    typed("Satu.")
    at_rest(window, qtbot)
    add_photos(window, qtbot, picture(tmp_path / "a.jpg"))
    fill(named(open_card(window, qtbot, 0), "Keterangan foto", QTextEdit), "FOKUS: Rakit.")
    at_rest(window, qtbot)
    clipboard(text="Dua.")
    key(Qt.Key.Key_S, CONTROL)
    at_rest(window, qtbot)

    def answer(dialog: object) -> None:
        assert isinstance(dialog, PersonDialog)
        fill(dialog.name_line, "Danu Wiratama")
        tick(next(iter(dialog.boxes.values())))
        press(dialog.accept_button)

    press(window.top.person)
    with_dialog(qtbot, lambda: choose(qtbot, "Tambah orang…"), answer)
    qtbot.waitUntil(lambda: "Danu" in window.toast.text)
    change_person(window, qtbot, EDITOR)
    at_rest(window, qtbot)


def test_spiking_and_restoring_write_beside_the_window(office: Office, qtbot: QtBot, writers: list[str]) -> None:
    story = office.story()
    writers.clear()
    window = office.sit(EDITOR, story=story)
    press_named(window.header, window.words.text("header.more"), QAbstractButton)
    with_dialog(
        qtbot,
        lambda: choose(qtbot, window.words.text("action.spike")),
        lambda dialog: press_named(dialog, window.words.text("spike-dialog.accept"), QAbstractButton),
    )
    press(button_of(window, qtbot, Action.RESTORE))
    qtbot.waitUntil(lambda: window.header.button(Action.RESTORE) is None)


def test_what_is_typed_is_kept_while_a_long_job_runs(office: Office, qtbot: QtBot) -> None:
    window = office.sit(WRITER, story=office.story())
    release = threading.Event()
    ended: list[None] = []
    window.runner.work(lambda: release.wait(30), lambda _: ended.append(None), lambda _: None)
    to_body(window)
    typed("Satu.")
    qtbot.waitUntil(lambda: window.story.keeping.value == "kept", timeout=10_000)
    assert ended == []
    release.set()
    qtbot.waitUntil(lambda: ended == [None])
