"""The strip over the page: the editor's note, errors that stay, the lock's reason, a page that does not jump."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from editor_app.newsroom.originals import attached, take_in
from editor_app.newsroom.reviewing import return_story, submit
from editor_app.story.body import Span, TextBlock
from editor_app.story.story import Story
from editor_app.ui.main_window import MainWindow
from editor_app.words import Refused, Trouble
from tests.ui.hands import CONTROL, key, named, press, press_named, typed
from tests.ui.office import EDITOR, PHOTOGRAPHER, WRITER, Office, picture
from tests.ui.steps import at_rest, change_person, shown, to_body

LONG = tuple(TextBlock(f"a{number:07}", (Span("Warga membangun rakit. " * 12),)) for number in range(30))


def returned(office: Office, make_story: Callable[..., Story], note: str) -> str:
    original = take_in(office.newsroom, picture(office.newsroom.folder.parent / "rakit.jpg"))
    photo = attached(original, file="rakit.jpg")
    photo = replace(photo, caption="FOKUS: Rakit.", alt="Rakit bambu", creator=PHOTOGRAPHER, lead=True)
    story_id = office.story(make_story(photos=(photo,), body=LONG))
    submit(office.newsroom, story_id=story_id, person=office.person(WRITER))
    return_story(office.newsroom, story_id=story_id, person=office.person(EDITOR), note=note)
    return story_id


def test_the_editors_note_stands_over_the_page_while_the_story_is_returned(
    office: Office, qtbot: QtBot, make_story: Callable[..., Story]
) -> None:
    note = "Tambahkan kutipan ketua."
    window = office.sit(story=returned(office, make_story, note))
    assert window.strip.returned.isVisible()
    assert window.strip.returned.text == f"Dikembalikan oleh {EDITOR}: “{note}”"
    to_body(window)
    typed(" Kutipan.")
    at_rest(window, qtbot)
    assert window.strip.returned.isVisible()
    key(Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: not window.runner.is_writing)
    assert shown(window) == "returned"
    assert window.strip.returned.isVisible()


def test_a_long_note_is_cut_and_stands_whole_in_its_tooltip(
    office: Office, make_story: Callable[..., Story]
) -> None:
    note = "Perbaiki ejaan. " * 60
    window = office.sit(story=returned(office, make_story, note.strip()))
    assert window.strip.returned.text.endswith("…”")
    assert window.strip.returned.toolTip() == note.strip()
    assert window.strip.height() < window.page.height()


def test_an_error_stays_until_it_is_closed_whatever_is_kept_meanwhile(office: Office, qtbot: QtBot) -> None:
    window = office.sit(story=office.story(Story(headline="Rakit", language="id")))
    window.tell(Trouble("disk-full", file="siaran.zip"))
    to_body(window)
    typed("Kata.")
    at_rest(window, qtbot)
    assert "siaran.zip" in window.strip.banner.text
    assert window.strip.banner.isVisible()
    press_named(window.strip, "Tutup", QAbstractButton)
    assert not window.strip.isVisible()


def test_an_error_goes_with_the_story_it_was_told_at(office: Office, qtbot: QtBot) -> None:
    first, second = office.story(), office.story(Story(headline="Kedua", language="id"))
    window = office.sit(story=first)
    window.tell(Trouble("disk-full", file="siaran.zip"))
    with qtbot.waitSignal(window.story.loaded):
        window.story.open(first)
    assert window.strip.banner.isVisible()
    with qtbot.waitSignal(window.story.loaded):
        window.story.open(second)
    assert not window.strip.isVisible()


def test_a_photographer_sees_at_once_why_the_text_is_locked(office: Office, qtbot: QtBot) -> None:
    window = office.sit(PHOTOGRAPHER, story=office.story(Story(headline="Rakit", language="id")))
    reason = window.words.text("denied.photographer-text", name=PHOTOGRAPHER)
    assert window.strip.banner.isVisible()
    assert window.strip.banner.text == reason
    new = named(window.desk, "Naskah baru", QAbstractButton)
    assert not new.isEnabled()
    assert new.toolTip() == reason
    key(Qt.Key.Key_N, CONTROL)
    qtbot.waitUntil(lambda: not window.runner.is_writing)
    assert window.desk.model.rowCount() == 1
    change_person(window, qtbot, WRITER)
    assert not window.strip.isVisible()
    assert new.isEnabled()


def at(window: MainWindow, block: int) -> int:
    """Where a paragraph stands in the window, in px from its top."""
    document = window.page.body.document()
    rect = document.documentLayout().blockBoundingRect(document.findBlockByNumber(block))
    return window.page.body.mapTo(window, QPoint(0, int(rect.top()))).y()


def test_the_text_stays_where_it_is_read_while_the_strip_comes_and_goes(office: Office, qtbot: QtBot) -> None:
    window = office.sit(story=office.story(Story(headline="Rakit", language="id", body=LONG)))
    bar = window.page.verticalScrollBar()
    qtbot.waitUntil(lambda: window.page.is_settled and bar.maximum() > 900)
    bar.setValue(800)
    before = at(window, 9)
    window.tell(Refused("no-other-editor"))
    qtbot.waitUntil(lambda: bar.value() > 800)
    assert at(window, 9) == before
    press(window.strip.banner.cross)
    qtbot.waitUntil(lambda: bar.value() == 800)
    assert at(window, 9) == before


def test_a_story_opens_at_its_top_below_what_the_strip_says(
    office: Office, qtbot: QtBot, make_story: Callable[..., Story]
) -> None:
    first = office.story(Story(headline="Rakit", language="id", body=LONG))
    second = returned(office, make_story, "Tambahkan kutipan.")
    window = office.sit(story=first)
    window.page.verticalScrollBar().setValue(500)
    with qtbot.waitSignal(window.story.loaded):
        window.story.open(second)
    qtbot.waitUntil(window.strip.isVisible)
    qtbot.waitUntil(lambda: window.strip.height() > 40)
    assert window.page.verticalScrollBar().value() == 0
