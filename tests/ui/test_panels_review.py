"""The history in the review tab: what each entry tells, how tall it is, and that what stands there stays."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from editor_app.newsroom.originals import attached, take_in
from editor_app.newsroom.publishing import ExportFormat, correct, export, mark_live
from editor_app.newsroom.reviewing import record_approval, send_on, submit
from editor_app.newsroom.staff import add_person
from editor_app.story.body import Span, TextBlock
from editor_app.story.people import Role
from editor_app.story.story import Credits, Story
from editor_app.ui.history_entry import HistoryEntry
from editor_app.ui.main_window import MainWindow
from tests.ui.hands import CONTROL, key, press, typed
from tests.ui.office import EDITOR, WRITER, Office, picture
from tests.ui.steps import to_body

ADDRESS = "https://tirta.example/berita/rakit?a=1&b=2"


class Browser(QObject):
    """Takes what is opened in the browser, in the place of one."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toString())


@pytest.fixture
def browser() -> Iterator[Browser]:
    made = Browser()
    QDesktopServices.setUrlHandler("https", made, "open")
    yield made
    QDesktopServices.unsetUrlHandler("https")


@pytest.fixture
def story(office: Office) -> str:
    folder = office.newsroom.folder.parent
    photo = replace(
        attached(take_in(office.newsroom, picture(folder / "a.jpg")), file="a.jpg"),
        caption="FOKUS: Rakit.",
        alt="Rakit",
        creator="Bayu",
        lead=True,
    )
    whole = Story(
        headline="Rakit",
        dateline="Tirta",
        section="Berita",
        language="id",
        credits=Credits((WRITER,), ("Bayu",), ("Wening",)),
        body=(TextBlock("a0000001", (Span("Warga membangun."),)),),
        photos=(photo,),
    )
    return office.story(whole)


def go_out(office: Office, story_id: str) -> None:
    """Takes a story through review to the readers, and begins a correction."""
    newsroom, editor = office.newsroom, office.person(EDITOR)
    other = add_person(newsroom, name="Laras Kinanti", roles=[Role.EDITOR])
    submit(newsroom, story_id=story_id, person=office.person(WRITER))
    changes = send_on(newsroom, story_id=story_id, person=editor, to=other)
    record_approval(
        newsroom,
        story_id=story_id,
        person=editor,
        code=changes.revision.code,
        given_by="Kepala Dinas",
        how="telepon",
        when="12 November 2026, 14.00 WIB",
    )
    out = newsroom.folder.parent / "out"
    out.mkdir()
    export(newsroom, story_id=story_id, person=editor, format=ExportFormat.BUNDLE, out=out)
    mark_live(newsroom, story_id=story_id, person=editor, address=ADDRESS)
    correct(newsroom, story_id=story_id, person=editor, note="", minor=True)


def entries(window: MainWindow) -> list[HistoryEntry]:
    """The entries, from top to bottom."""
    found = [each for each in window.review.findChildren(HistoryEntry) if each.isVisible()]
    return sorted(found, key=lambda each: each.mapTo(window, QPoint(0, 0)).y())


def said(entry: HistoryEntry) -> str:
    return " / ".join(each.text() for each in entry.findChildren(QLabel) if each.isVisible())


def to_review(window: MainWindow, qtbot: QtBot) -> None:
    key(Qt.Key.Key_3, CONTROL)
    qtbot.waitUntil(lambda: bool(entries(window)))


def test_the_history_tells_what_each_action_held(office: Office, qtbot: QtBot, story: str) -> None:
    go_out(office, story)
    window = office.sit(EDITOR, story=story)
    to_review(window, qtbot)
    minor, live, exported, approved, sent = (said(entry) for entry in entries(window)[:5])
    assert "Hanya salah ketik" in minor
    assert "Tayang sejak" in live
    assert "Paket unggah untuk situs" in exported
    assert window.story.view is not None
    code = window.story.view.head.code
    assert f"Diberikan oleh Kepala Dinas lewat telepon, 12 November 2026, 14.00 WIB, untuk {code}" in approved
    assert "Kepada Laras Kinanti" in sent


def test_an_address_opens_in_the_browser_when_it_is_pressed_and_not_before(
    office: Office, qtbot: QtBot, story: str, browser: Browser
) -> None:
    go_out(office, story)
    window = office.sit(EDITOR, story=story)
    to_review(window, qtbot)
    assert browser.opened == []
    link = next(each for each in window.review.findChildren(QLabel) if each.accessibleName() == ADDRESS)
    press(link, QPoint(20, 9))
    assert browser.opened == [ADDRESS]


def test_entries_without_a_note_are_equally_tall_and_their_button_is_large_enough(
    office: Office, qtbot: QtBot, story: str
) -> None:
    submit(office.newsroom, story_id=story, person=office.person(WRITER))
    window = office.sit(EDITOR, story=story)
    to_review(window, qtbot)
    qtbot.waitUntil(lambda: len({entry.height() for entry in entries(window)}) == 1)  # once it is laid out
    (read,) = [each for each in window.review.findChildren(QAbstractButton) if each.text() == "Baca"]
    assert read.height() >= 20


def test_a_save_adds_one_entry_at_the_top_and_leaves_the_others(office: Office, qtbot: QtBot, story: str) -> None:
    window = office.sit(story=story)
    to_review(window, qtbot)
    before = entries(window)
    to_body(window)
    typed(" Cepat.")
    key(Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: len(entries(window)) == len(before) + 1)
    assert entries(window)[1:] == before


def test_another_story_has_its_own_history(office: Office, qtbot: QtBot, story: str) -> None:
    submit(office.newsroom, story_id=story, person=office.person(WRITER))
    other = office.story(Story(headline="Lain", language="id"))
    window = office.sit(story=story)
    to_review(window, qtbot)
    assert len(entries(window)) == 2
    window.story.open(other)
    qtbot.waitUntil(lambda: len(entries(window)) == 1)
