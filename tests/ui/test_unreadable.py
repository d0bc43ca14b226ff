"""A damaged story at the window: it opens to be read, says what to do, and nothing is written over it."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from editor_app.newsroom.composing import save_story
from editor_app.newsroom.desk import view_story
from editor_app.story.body import Span, TextBlock
from editor_app.story.story import Story
from editor_app.story.workflow import Action
from editor_app.ui.dialogs.reading_dialog import ReadingDialog
from editor_app.ui.keeping import Keeping
from editor_app.ui.kit.dialog import ConfirmDialog
from editor_app.ui.main_window import MainWindow
from tests.newsroom.damage import NEWER_BLOCK, as_a_newer_program_saves, damage, tear
from tests.ui.hands import CONTROL, key, press, typed, with_dialog
from tests.ui.office import WRITER, Office
from tests.ui.steps import at_rest, text_of, to_body

FIRST = Story(
    headline="Rakit Baca",
    dateline="Tirta",
    language="id",
    body=(TextBlock("a1", (Span("Kalimat pertama."),)), TextBlock("a2", (Span("Kalimat kedua."),))),
)


@pytest.fixture
def story(office: Office) -> str:
    """A story of two revisions, of which the newest is torn."""
    story_id = office.story(FIRST)
    second = replace(FIRST, standfirst="Ringkasan.")
    changes = save_story(office.newsroom, story_id=story_id, story=second, person=office.person(WRITER))
    tear_end(office, changes.revision.id)
    return story_id


def tear_end(office: Office, revision: str) -> None:
    damage(
        office.newsroom,
        "UPDATE revision SET content = substr(content, 1, length(content) - 60) WHERE id = ?",
        revision,
    )


def notice(window: MainWindow) -> str:
    shown = window.versions.recovery.notice
    return shown.text if shown.isVisible() else ""


def rows(office: Office) -> list[Any]:
    with office.newsroom.reading() as tx:
        found = [
            tx.exec_driver_sql(f"SELECT * FROM {table}").all()  # noqa: S608 - our own tables
            for table in ("revision", "event", "draft", "draft_block", "story")
        ]
    return [tuple(row) for table in found for row in table]


def way(window: MainWindow, beginning: str) -> QAbstractButton:
    ways = window.versions.recovery.notice.ways
    return next(button for button in ways if button.text().startswith(beginning))


def test_a_damaged_story_opens_locked_and_shows_what_can_be_read(
    office: Office, qtbot: QtBot, story: str
) -> None:
    window = office.sit(story=story)
    assert "rusak dan tidak terbaca utuh" in notice(window)
    assert window.page.headline.text() == "Rakit Baca"
    assert text_of(window.story.story()) == ["Kalimat pertama.", "Kalimat kedua."]
    assert not window.checks.isVisible()
    assert all(denied is not None for denied in window.story.objections.values())
    button = window.header.button(Action.SUBMIT)
    assert button is not None
    assert not button.isEnabled()
    assert "rusak" in button.toolTip()


def test_nothing_that_one_does_is_written_over_a_damaged_story(office: Office, qtbot: QtBot, story: str) -> None:
    window = office.sit(story=story)
    before = rows(office)
    to_body(window)
    typed("Tulisan baru.")
    press(window.page.headline)
    typed("JUDUL")
    press(window.page.dateline)
    typed("Kota")
    for field in window.details.findChildren(QLineEdit):
        if field.isVisible():
            field.setFocus()
            typed("x")
    key(Qt.Key.Key_S, CONTROL)
    window.story.change(headline="DARI MANA PUN", section="Opini")  # by whatever way
    window.story.keep_now()
    assert window.story.keep_all()
    assert window.story.keeping is Keeping.KEPT
    assert rows(office) == before
    assert window.close()
    assert rows(office) == before


def test_the_other_stories_work_on_beside_a_damaged_one(office: Office, qtbot: QtBot, story: str) -> None:
    other = office.story(replace(FIRST, headline="Lain"))
    window = office.sit(story=story)
    with qtbot.waitSignal(window.story.loaded):
        window.story.open(other)
    assert notice(window) == ""
    to_body(window)
    typed(" Lagi.")
    key(Qt.Key.Key_S, CONTROL)
    at_rest(window, qtbot)
    assert text_of(view_story(office.newsroom, other).head.story)[-1] == "Kalimat kedua. Lagi."
    with qtbot.waitSignal(window.story.loaded):
        window.story.open(story)
    assert "rusak" in notice(window)


def test_the_newest_version_that_is_whole_is_read_and_put_back_from_the_notice(
    office: Office, qtbot: QtBot, story: str
) -> None:
    window = office.sit(story=story)

    def read(dialog: QDialog) -> None:
        assert isinstance(dialog, ReadingDialog)
        assert dialog.windowTitle().startswith("R1-")
        key(Qt.Key.Key_Escape)

    with_dialog(qtbot, lambda: press(way(window, "Baca R1-")), read)

    def accept(dialog: QDialog) -> None:
        assert isinstance(dialog, ConfirmDialog)
        press(dialog.accept_button)

    with_dialog(qtbot, lambda: press(way(window, "Pulihkan R1-")), accept)
    qtbot.waitUntil(lambda: window.story.view is not None and window.story.view.unreadable is None)
    qtbot.waitUntil(lambda: "dipulihkan" in window.toast.text)
    assert notice(window) == ""
    head = view_story(office.newsroom, story).head
    assert (head.number, head.story) == (3, FIRST)
    to_body(window)
    typed(" Lagi.")
    key(Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: view_story(office.newsroom, story).head.number == 4)
    at_rest(window, qtbot)


def test_a_story_of_a_newer_program_says_that_an_update_helps(office: Office, qtbot: QtBot) -> None:
    story = office.story(FIRST)
    as_a_newer_program_saves(office.newsroom, story, lambda content: content["body"].append(NEWER_BLOCK))
    window = office.sit(story=story)
    assert "Perbarui aplikasi" in notice(window)
    assert window.versions.recovery.notice.ways == ()
    assert text_of(window.story.story())[-1] == "Siapa yang membangun rakit itu?"
    before = rows(office)
    window.story.change(headline="X")
    assert window.close()
    assert rows(office) == before


def test_a_story_of_which_no_version_can_be_read_is_locked_and_offers_none(office: Office, qtbot: QtBot) -> None:
    story = office.story(FIRST)
    tear(office.newsroom, view_story(office.newsroom, story).head.id)
    window = office.sit(story=story)
    assert "rusak" in notice(window)
    assert window.versions.recovery.notice.ways == ()
    assert window.story.edit_lock is not None


def test_a_damaged_draft_is_set_aside_and_said_to_be(office: Office, qtbot: QtBot) -> None:
    story = office.story(FIRST)
    window = office.sit(story=story)
    to_body(window)
    typed(" Belum disimpan.")
    assert window.close()
    damage(office.newsroom, "UPDATE draft_block SET block = substr(block, 1, 40)")
    again = office.sit(story=story)
    assert "rusak dan tidak terbaca" in notice(again)
    (aside,) = (office.newsroom.folder / "set-aside").iterdir()
    assert str(aside) in notice(again)
    assert text_of(again.story.story()) == ["Kalimat pertama.", "Kalimat kedua."]
    to_body(again)
    typed(" Baru.")
    key(Qt.Key.Key_S, CONTROL)
    at_rest(again, qtbot)
    assert text_of(view_story(office.newsroom, story).head.story)[-1] == "Kalimat kedua. Baru."
    assert aside.exists()
    press(again.versions.recovery.notice.cross)
    assert notice(again) == ""


def test_a_damaged_draft_that_cannot_be_set_aside_keeps_the_story_from_opening(
    office: Office, qtbot: QtBot
) -> None:
    story = office.story(FIRST)
    window = office.sit(story=story)
    to_body(window)
    typed(" Belum disimpan.")
    assert window.close()
    damage(office.newsroom, "UPDATE draft SET fields = '{'")
    (office.newsroom.folder / "set-aside").write_bytes(b"")
    before = rows(office)
    again = office.sit()
    with qtbot.waitSignal(again.story.stayed):
        again.story.open(story)
    assert again.story.view is None
    assert again.strip.banner.isVisible()
    assert rows(office) == before
