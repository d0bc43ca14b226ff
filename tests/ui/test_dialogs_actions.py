"""Actions of a story that ask first, by the window: a correction, an approval given elsewhere, spiking."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from editor_app.newsroom.desk import StoryView, view_story
from editor_app.newsroom.photographing import Description, add_photos
from editor_app.newsroom.publishing import ExportFormat, export, mark_live
from editor_app.newsroom.reviewing import record_approval, submit
from editor_app.story.body import Span, TextBlock
from editor_app.story.events import EventKind
from editor_app.story.story import Credits, Story
from editor_app.story.workflow import Action
from editor_app.ui.dialogs.approval_dialog import ApprovalDialog
from editor_app.ui.dialogs.correction_dialog import CorrectionDialog
from editor_app.ui.kit.dialog import ConfirmDialog
from editor_app.ui.main_window import MainWindow
from tests.ui.hands import key, press, tick, typed, with_dialog
from tests.ui.office import EDITOR, PHOTOGRAPHER, WRITER, Office, picture
from tests.ui.steps import shown


@pytest.fixture
def story(office: Office, tmp_path: Path) -> str:
    """A story in review."""
    body = (TextBlock("a0000001", (Span("Perpustakaan apung berlabuh di dermaga."),)),)
    whole = Story(
        headline="RAKIT BACA",
        dateline="Tirta",
        language="id",
        section="Siaran Pers",
        credits=Credits(writers=(WRITER,), photographers=(PHOTOGRAPHER,), editors=(EDITOR,)),
        body=body,
    )
    story_id = office.story(whole)
    lead = Description(caption="FOKUS: Rakit baca.", credit=PHOTOGRAPHER, alt="Rakit di dermaga", lead=True)
    add_photos(
        office.newsroom,
        story_id=story_id,
        paths=[picture(tmp_path / "rakit.png")],
        described=lead,
        person=office.person(WRITER),
    )
    submit(office.newsroom, story_id=story_id, person=office.person(WRITER))
    return story_id


def view(office: Office, story_id: str) -> StoryView:
    return view_story(office.newsroom, story_id)


def went_live(office: Office, story_id: str) -> None:
    editor, code = office.person(EDITOR), view(office, story_id).head.code
    record_approval(
        office.newsroom, story_id=story_id, person=editor, code=code, given_by="Dian", how="telepon", when="tadi"
    )
    out = office.newsroom.store.folder.exports
    export(office.newsroom, story_id=story_id, person=editor, format=ExportFormat.DOCX, out=out)
    at = office.newsroom.clock() - timedelta(minutes=1)
    mark_live(office.newsroom, story_id=story_id, person=editor, address="https://tirta.example/b", at=at)


def run(window: MainWindow, action: Action) -> None:
    window.actions_of_story.run(action)


def test_a_slip_of_typing_is_corrected_without_a_note(office: Office, qtbot: QtBot, story: str) -> None:
    went_live(office, story)
    window = office.sit(EDITOR, story=story)

    def only_a_slip(dialog: QDialog) -> None:
        assert isinstance(dialog, CorrectionDialog)
        tick(dialog.minor_box)
        press(dialog.accept_button)

    with_dialog(qtbot, lambda: run(window, Action.CORRECT), only_a_slip)
    qtbot.waitUntil(lambda: view(office, story).events[-1].kind is EventKind.CORRECTION_BEGUN)
    event = view(office, story).events[-1]
    assert (event.data.get("minor"), event.text("note")) == (True, "")


def test_a_correction_with_its_note_is_no_slip(office: Office, qtbot: QtBot, story: str) -> None:
    went_live(office, story)
    window = office.sit(EDITOR, story=story)

    def with_a_note(dialog: QDialog) -> None:
        assert isinstance(dialog, CorrectionDialog)
        typed("Nama dermaga")
        press(dialog.accept_button)

    with_dialog(qtbot, lambda: run(window, Action.CORRECT), with_a_note)
    qtbot.waitUntil(lambda: view(office, story).events[-1].kind is EventKind.CORRECTION_BEGUN)
    event = view(office, story).events[-1]
    assert (event.data.get("minor"), event.text("note")) == (False, "Nama dermaga")


def test_an_approval_by_phone_is_recorded_for_the_code_on_screen(
    office: Office, qtbot: QtBot, story: str
) -> None:
    window = office.sit(EDITOR, story=story)
    code = view(office, story).head.code

    def dictate(dialog: QDialog) -> None:
        assert isinstance(dialog, ApprovalDialog)
        for answer in ("Dian Paramita", "telepon", ""):
            if answer:
                typed(answer)
            key(Qt.Key.Key_Tab)
        typed(code.lower())
        press(dialog.accept_button)

    with_dialog(qtbot, lambda: run(window, Action.RECORD_APPROVAL), dictate)
    qtbot.waitUntil(lambda: shown(window) == "approved")
    event = view(office, story).events[-1]
    assert (event.text("given_by"), event.text("how"), event.text("code")) == ("Dian Paramita", "telepon", code)
    assert str(office.newsroom.clock().year) in event.text("when")


def test_spiking_is_said_in_one_way(office: Office, qtbot: QtBot, story: str) -> None:
    window = office.sit(EDITOR, story=story)

    def agree(dialog: QDialog) -> None:
        assert isinstance(dialog, ConfirmDialog)
        assert (dialog.accept_button.text(), dialog.cancel_button.text()) == ("Batalkan naskah", "Tidak jadi")
        assert "Batal terbit" in dialog.accessibleDescription()
        press(dialog.accept_button)

    with_dialog(qtbot, lambda: run(window, Action.SPIKE), agree)
    qtbot.waitUntil(lambda: shown(window) == "spiked")
    qtbot.waitUntil(lambda: window.toast.text == "Naskah dibatalkan; bisa dipulihkan.")


def test_a_spiking_that_is_thought_better_of_leaves_the_story(office: Office, qtbot: QtBot, story: str) -> None:
    window = office.sit(EDITOR, story=story)

    def leave(dialog: QDialog) -> None:
        assert isinstance(dialog, ConfirmDialog)
        key(Qt.Key.Key_Return)

    with_dialog(qtbot, lambda: run(window, Action.SPIKE), leave)
    assert shown(window) == "in-review"
