"""Versions of a story at the window: who saved which when; read, compared by mouse and keys, put back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from editor_app.newsroom.composing import save_story
from editor_app.newsroom.desk import StoryView, read_revision, view_story
from editor_app.newsroom.originals import attached, take_in
from editor_app.newsroom.reviewing import approve, return_story, submit
from editor_app.story.body import Span, TextBlock
from editor_app.story.story import Credits, Story
from editor_app.ui.comparison.dialog import ComparisonDialog
from editor_app.ui.history_entry import HistoryEntry
from editor_app.ui.kit.dialog import ConfirmDialog
from editor_app.ui.main_window import MainWindow
from tests.newsroom.damage import tear
from tests.ui.hands import CONTROL, choose, fill, key, named, pick, press, press_named, typed, with_dialog
from tests.ui.office import EDITOR, PHOTOGRAPHER, WRITER, Office, picture
from tests.ui.steps import at_rest, text_of, to_body, turn_to

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def story(office: Office) -> str:
    """A story of two revisions, ready to be submitted."""
    photo = replace(
        attached(take_in(office.newsroom, picture(office.newsroom.folder.parent / "a.jpg")), file="a.jpg"),
        caption="FOKUS: Rakit.",
        alt="Rakit",
        creator="Bayu",
        lead=True,
    )
    body = (TextBlock("a1", (Span("Warga membangun perpustakaan."),)), TextBlock("a2", (Span("Rakitnya kuat."),)))
    first = Story(
        headline="Perpustakaan Apung",
        dateline="Tirta",
        language="id",
        section="Berita",
        credits=Credits((WRITER,), (), (EDITOR,)),
        body=body,
        photos=(photo,),
    )
    story_id = office.story(first)
    second = replace(first, body=(TextBlock("a1", (Span("Warga desa membangun perpustakaan."),)), body[1]))
    save_story(office.newsroom, story_id=story_id, story=second, person=office.person(WRITER))
    return story_id


def look(office: Office, story: str) -> StoryView:
    return view_story(office.newsroom, story)


def codes(office: Office, story: str) -> list[str]:
    return [line.code for line in look(office, story).revisions]


def to_review(window: MainWindow, qtbot: QtBot) -> None:
    turn_to(window, "Tinjauan")
    qtbot.waitUntil(window.review.isVisible)


def menu_of(window: MainWindow, code: str) -> None:
    press_named(window.review, f"Lainnya untuk {code}", QToolButton)


def compared(qtbot: QtBot, dialog: QDialog) -> ComparisonDialog:
    """The comparison, once all of it is there."""
    assert isinstance(dialog, ComparisonDialog)
    qtbot.waitUntil(lambda: not dialog.view.is_writing and dialog.summary.text() != "Membandingkan…")
    return dialog


def with_comparison(qtbot: QtBot, open_it: object, use_it: object) -> None:
    def use(dialog: QDialog) -> None:
        found = compared(qtbot, dialog)
        use_it(found)  # type: ignore[operator]
        press(found.close_button)

    with_dialog(qtbot, open_it, use)  # type: ignore[arg-type]


def test_each_revision_says_who_saved_it_and_when(office: Office, qtbot: QtBot, story: str) -> None:
    window = office.sit(story=story)
    to_review(window, qtbot)
    entries = [entry for entry in window.review.findChildren(HistoryEntry) if entry.isVisible()]
    said = [
        " ".join(label.text() for label in entry.findChildren(type(window.review._title))) for entry in entries
    ]
    assert len(said) == 2
    for code in codes(office, story):
        assert any(WRITER in line and f"{code} · baru saja, " in line for line in said)


def test_a_revision_is_compared_with_what_is_on_screen_by_mouse(office: Office, qtbot: QtBot, story: str) -> None:
    window = office.sit(story=story)
    to_body(window)
    typed(" Dan tahan air.")
    to_review(window, qtbot)
    first, second = codes(office, story)

    def use(dialog: ComparisonDialog) -> None:
        assert dialog.before.currentText().startswith(f"{first} · ")
        assert dialog.after.currentText() == "Di layar, belum menjadi versi"
        assert dialog.summary.text() == "2 kalimat"
        assert dialog.said.text() == "2 perubahan"
        press(dialog.next)
        assert dialog.said.text() == "Perubahan 1 dari 2: “desa” ditambah"
        pick(qtbot, dialog.before, dialog.before.itemText(1))
        compared(qtbot, dialog)
        assert dialog.before.currentText().startswith(f"{second} · ")
        assert dialog.summary.text() == "1 kalimat"
        pick(qtbot, dialog.after, dialog.after.itemText(1))
        compared(qtbot, dialog)
        assert dialog.summary.text() == "Tidak ada perubahan"
        assert not dialog.next.isEnabled()

    menu_of(window, first)
    with_comparison(qtbot, lambda: choose(qtbot, "Bandingkan"), use)
    assert window.isActiveWindow()


def test_what_the_newest_save_changed_is_seen_by_the_keys_alone(office: Office, qtbot: QtBot, story: str) -> None:
    office.sit(story=story)
    first, second = codes(office, story)

    def use(dialog: QDialog) -> None:
        found = compared(qtbot, dialog)
        assert found.before.currentText().startswith(first)
        assert found.after.currentText().startswith(second)
        assert found.view.hasFocus()
        key(Qt.Key.Key_Down, ALT)
        assert found.said.text() == "Perubahan 1 dari 1: “desa” ditambah"
        key(Qt.Key.Key_Up, ALT)
        assert found.view.at == 0
        stops = []
        for _ in range(8):
            key(Qt.Key.Key_Tab)
            focus = QApplication.focusWidget()
            stops.append("" if focus is None else focus.accessibleName())
        assert {"Sebelum", "Sesudah", "Perubahan sebelumnya", "Perubahan berikutnya", "Tutup"} <= set(stops)
        key(Qt.Key.Key_Escape)

    with_dialog(qtbot, lambda: key(Qt.Key.Key_F8), use)


def test_an_editor_sees_what_changed_since_the_story_was_returned(
    office: Office, qtbot: QtBot, story: str
) -> None:
    newsroom, writer, editor = office.newsroom, office.person(WRITER), office.person(EDITOR)
    ready = look(office, story).head.story
    submit(newsroom, story_id=story, person=writer)
    return_story(newsroom, story_id=story, person=editor, note="Judulnya terlalu pendek.")
    save_story(newsroom, story_id=story, story=replace(ready, headline="Perpustakaan Apung Warga"), person=writer)
    submit(newsroom, story_id=story, person=writer)
    window = office.sit(EDITOR, story=story)
    to_review(window, qtbot)
    assert window.review.news.toolTip() == f"Yang berubah sejak {EDITOR} mengembalikan naskah"
    found: list[str] = []
    with_comparison(qtbot, lambda: press(window.review.news), lambda dialog: found.append(dialog.summary.text()))
    assert found == ["Judul"]


def test_a_story_of_one_version_has_nothing_to_compare(office: Office, qtbot: QtBot) -> None:
    window = office.sit(story=office.story(Story(headline="Satu", language="id")))
    key(Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: "baru punya satu versi" in window.toast.text)
    assert QApplication.activeModalWidget() is None


def test_a_version_that_cannot_be_read_says_so_in_its_place(office: Office, qtbot: QtBot, story: str) -> None:
    first = look(office, story).revisions[0]
    tear(office.newsroom, first.id)
    window = office.sit(story=story)
    found: list[str] = []
    with_comparison(qtbot, lambda: key(Qt.Key.Key_F8), lambda dialog: found.append(dialog.summary.text()))
    assert len(found) == 1
    assert "tidak lagi sama dengan yang disimpan" in found[0]
    assert window.story.edit_lock is None


def accept(qtbot: QtBot, texts: list[str]) -> object:
    def use(dialog: QDialog) -> None:
        assert isinstance(dialog, ConfirmDialog)
        texts.append(dialog.accessibleDescription())
        press(dialog.accept_button)

    return use


def test_an_older_version_is_put_back_as_a_new_one_and_nothing_typed_is_lost(
    office: Office, qtbot: QtBot, story: str
) -> None:
    before = look(office, story)
    first, second = codes(office, story)
    window = office.sit(story=story)
    to_body(window)
    typed(" Belum disimpan.")
    to_review(window, qtbot)
    texts: list[str] = []
    menu_of(window, first)
    with_dialog(qtbot, lambda: choose(qtbot, "Pulihkan…"), accept(qtbot, texts))  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: window.toast.text == f"{first} dipulihkan sebagai versi terbaru.")
    assert texts == [f"Dibuat versi baru dengan isi {first}. Versi yang sekarang tetap ada di riwayat."]
    after = look(office, story)
    assert [line.number for line in after.revisions] == [1, 2, 3, 4]
    assert after.head.story.body == view_revision(office, before.revisions[0].id).body
    assert "Belum disimpan." in text_of(view_revision(office, after.revisions[2].id))[-1]
    assert after.head.parents == (after.revisions[2].id,)
    assert text_of(window.story.story()) == text_of(after.head.story)
    at_rest(window, qtbot)
    assert view_story(office.newsroom, story, person=office.person(WRITER)).draft is None
    qtbot.waitUntil(
        lambda: any(
            label.text() == f"Dengan isi {first}"
            for label in window.review.findChildren(type(window.review._title))
        )
    )
    assert second in codes(office, story)


def view_revision(office: Office, revision: str) -> Story:
    return read_revision(office.newsroom, revision).story


def test_who_does_not_want_it_after_all_changes_nothing(office: Office, qtbot: QtBot, story: str) -> None:
    window = office.sit(story=story)
    to_review(window, qtbot)
    before = look(office, story)
    menu_of(window, codes(office, story)[0])

    def leave(_: QDialog) -> None:
        key(Qt.Key.Key_Escape)

    with_dialog(qtbot, lambda: choose(qtbot, "Pulihkan…"), leave)
    at_rest(window, qtbot)
    assert look(office, story) == before


def entries_of(window: MainWindow, qtbot: QtBot, code: str) -> list[QAction]:
    menu_of(window, code)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    found = [entry for entry in menu.actions() if not entry.isSeparator()]
    menu.close()
    return found


def test_the_newest_version_is_compared_and_not_put_back(office: Office, qtbot: QtBot, story: str) -> None:
    window = office.sit(story=story)
    to_review(window, qtbot)
    assert [entry.text() for entry in entries_of(window, qtbot, codes(office, story)[-1])] == ["Bandingkan"]


@pytest.mark.parametrize("who", [PHOTOGRAPHER, WRITER])
def test_on_a_locked_story_nothing_is_put_back_and_why_is_said(
    office: Office, qtbot: QtBot, story: str, who: str
) -> None:
    if who == WRITER:
        submit(office.newsroom, story_id=story, person=office.person(WRITER))
        approve(office.newsroom, story_id=story, person=office.person(EDITOR))
    window = office.sit(who, story=story)
    to_review(window, qtbot)
    compare, restore = entries_of(window, qtbot, codes(office, story)[0])
    assert compare.isEnabled()
    assert not restore.isEnabled()
    lock = window.story.words_lock
    assert lock is not None
    assert restore.toolTip() == window.words.say(lock)
    window.versions.restoring.restore(look(office, story).revisions[0].id)  # by whatever way
    assert QApplication.activeModalWidget() is None
    assert len(codes(office, story)) == 2


def test_an_approval_falls_with_a_version_put_back_after_it_was_said(
    office: Office, qtbot: QtBot, story: str
) -> None:
    submit(office.newsroom, story_id=story, person=office.person(WRITER))
    approve(office.newsroom, story_id=story, person=office.person(EDITOR))
    first = codes(office, story)[0]
    window = office.sit(EDITOR, story=story)
    press_named(window.strip, window.words.text("strip.unlock"), QAbstractButton)
    to_review(window, qtbot)
    texts: list[str] = []
    menu_of(window, first)
    with_dialog(qtbot, lambda: choose(qtbot, "Pulihkan…"), accept(qtbot, texts))  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: look(office, story).standing.head.value == "draft")
    assert "persetujuan gugur" in texts[0]
    assert look(office, story).head.number == 3
    at_rest(window, qtbot)


def test_saving_makes_a_revision_where_something_changed_and_none_where_nothing_did(
    office: Office, qtbot: QtBot, story: str
) -> None:
    window = office.sit(story=story)
    for _ in range(2):
        key(Qt.Key.Key_S, CONTROL)
        at_rest(window, qtbot)
    assert len(codes(office, story)) == 2
    to_body(window)
    typed("x")
    key(Qt.Key.Key_Backspace)
    key(Qt.Key.Key_S, CONTROL)
    at_rest(window, qtbot)
    assert len(codes(office, story)) == 2
    fill(named(window, "Judul", type(window.page.headline)), "Judul lain")
    key(Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: len(codes(office, story)) == 3)
