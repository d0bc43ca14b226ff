"""Who may change what: locked stories, photographers, overtaken copies, and why a button is dim."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QTextEdit
from pytestqt.qtbot import QtBot

from editor_app.newsroom.composing import save_story
from editor_app.newsroom.desk import view_story
from editor_app.newsroom.originals import attached, take_in
from editor_app.newsroom.publishing import ExportFormat, export
from editor_app.newsroom.reviewing import approve, recall, spike, submit
from editor_app.newsroom.staff import add_person
from editor_app.story.body import Span, TextBlock
from editor_app.story.people import Role
from editor_app.story.story import Credits, Story
from editor_app.story.workflow import Action
from editor_app.ui.main_window import MainWindow
from tests.ui.hands import CONTROL, choose, entry_of, fill, key, named, open_menu, press, press_named, typed
from tests.ui.office import EDITOR, PHOTOGRAPHER, WRITER, Office, picture
from tests.ui.steps import at_rest, button_of, open_card, shown, text_of, to_body


@pytest.fixture
def ready(office: Office, tmp_path: object) -> str:
    """A story that passes all checks, with one photo, submitted by its writer."""
    original = take_in(office.newsroom, picture(office.newsroom.folder.parent / "rakit.jpg"))
    described = {"caption": "FOKUS: Rakit.", "alt": "Rakit bambu", "creator": PHOTOGRAPHER, "lead": True}
    photo = replace(attached(original, file="rakit.jpg"), **described)
    story = Story(
        headline="Perpustakaan apung",
        dateline="Tirta",
        section="Berita",
        language="id",
        credits=Credits((WRITER,), (PHOTOGRAPHER,), (EDITOR,)),
        body=(TextBlock("a0000001", (Span("Warga membangun."),)),),
        photos=(photo,),
    )
    story_id = office.story(story)
    submit(office.newsroom, story_id=story_id, person=office.person(WRITER))
    return story_id


def locked(window: MainWindow) -> bool:
    page = window.page
    fields = (page.kicker, page.headline, page.standfirst, page.dateline, page.body)
    return all(field.isReadOnly() for field in fields)


def test_an_approved_story_is_read_only_until_one_agrees_to_what_falls(
    office: Office, qtbot: QtBot, ready: str
) -> None:
    approve(office.newsroom, story_id=ready, person=office.person(EDITOR))
    window = office.sit(EDITOR, story=ready)
    assert locked(window)
    to_body(window)
    typed("x")
    assert text_of(window.story.story()) == ["Warga membangun."]
    assert window.strip.banner.text == window.words.text("lock.approved")

    press_named(window.strip, "Ubah naskah", QAbstractButton)
    assert not locked(window)
    assert not window.strip.isVisible()
    to_body(window)
    typed(" Lalu mengisi raknya.")
    key(Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: shown(window) == "draft")
    told = (window.words.text("told.approval-fell"), window.words.text("told.saved"))
    assert window.toast.text in told
    assert text_of(view_story(office.newsroom, ready).head.story) == ["Warga membangun. Lalu mengisi raknya."]


def test_agreeing_and_changing_nothing_leaves_the_approval(office: Office, qtbot: QtBot, ready: str) -> None:
    approve(office.newsroom, story_id=ready, person=office.person(EDITOR))
    window = office.sit(EDITOR, story=ready)
    press_named(window.strip, "Ubah naskah", QAbstractButton)
    key(Qt.Key.Key_S, CONTROL)
    at_rest(window, qtbot)
    assert shown(window) == "approved"


def test_a_story_that_is_out_says_that_a_correction_is_the_way(office: Office, ready: str) -> None:
    approve(office.newsroom, story_id=ready, person=office.person(EDITOR))
    export(
        office.newsroom,
        story_id=ready,
        person=office.person(EDITOR),
        format=ExportFormat.HTML,
        out=office.newsroom.folder / "exports",
    )
    window = office.sit(EDITOR, story=ready)
    assert window.strip.banner.text == window.words.text("lock.approved-out")


def test_a_writer_whose_story_is_in_review_is_asked_before_it_goes_back(
    office: Office, qtbot: QtBot, ready: str
) -> None:
    window = office.sit(WRITER, story=ready)
    assert locked(window)
    assert window.strip.banner.text == window.words.text("lock.in-review")
    press_named(window.strip, "Ubah naskah", QAbstractButton)
    to_body(window)
    typed(" Kemarin.")
    key(Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: shown(window) == "draft")


def test_an_editor_corrects_a_story_in_review_without_being_asked(
    office: Office, qtbot: QtBot, ready: str
) -> None:
    window = office.sit(EDITOR, story=ready)
    assert not locked(window)
    to_body(window)
    typed(" Kemarin.")
    key(Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(
        lambda: text_of(view_story(office.newsroom, ready).head.story) == ["Warga membangun. Kemarin."]
    )
    assert shown(window) == "in-review"


def test_a_photographer_describes_photos_and_leaves_the_words_alone(office: Office, qtbot: QtBot) -> None:
    original = take_in(office.newsroom, picture(office.newsroom.folder.parent / "rakit.jpg"))
    story_id = office.story(
        Story(headline="Rakit", language="id", photos=(attached(original, file="rakit.jpg"),))
    )
    window = office.sit(PHOTOGRAPHER, story=story_id)
    assert locked(window)
    assert all(not each.isEnabled() for each in window.details.findChildren(QLineEdit))
    card = open_card(window, qtbot, 0)
    fill(named(card, "Keterangan foto", QTextEdit), "FOKUS: Rakit.")
    key(Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: view_story(office.newsroom, story_id).head.story.photos[0].caption == "FOKUS: Rakit.")


def test_a_spiked_story_can_only_be_restored(office: Office, qtbot: QtBot) -> None:
    story_id = office.story(Story(headline="Batal", language="id"))
    spike(office.newsroom, story_id=story_id, person=office.person(WRITER))
    window = office.sit(WRITER, story=story_id)
    assert locked(window)
    assert window.strip.banner.text == window.words.text("denied.state.edit")
    assert not window.strip.banner.button.isVisible()
    button = window.header.button(Action.RESTORE)
    assert button is not None
    press(button)
    qtbot.waitUntil(lambda: shown(window) == "draft")
    assert not locked(window)


MINE, THEIRS = "Satu. Tulisan Ratri.", "Satu. Tulisan Sekar."


def test_a_copy_begun_on_an_older_revision_goes_on_top_of_the_newest(office: Office, qtbot: QtBot) -> None:
    story_id, window = overtaken(office, qtbot)
    press_named(window.strip, "Lanjutkan tulisan saya", QAbstractButton)
    assert not window.strip.isVisible()
    key(Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: text_of(view_story(office.newsroom, story_id).head.story) == [MINE])
    assert len(view_story(office.newsroom, story_id).revisions) == 3


def test_a_copy_begun_on_an_older_revision_can_be_given_up(office: Office, qtbot: QtBot) -> None:
    story_id, window = overtaken(office, qtbot)
    press_named(window.strip, "Tampilkan yang terbaru", QAbstractButton)
    qtbot.waitUntil(lambda: text_of(window.story.story()) == [THEIRS])
    assert not window.strip.isVisible()
    assert view_story(office.newsroom, story_id, person=office.person(WRITER)).draft is None


def test_saving_an_overtaken_copy_unasked_is_refused_and_loses_nothing(office: Office, qtbot: QtBot) -> None:
    story_id, window = overtaken(office, qtbot)
    key(Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: "sudah berubah" in window.strip.banner.text)
    assert text_of(window.story.story()) == [MINE]
    assert text_of(view_story(office.newsroom, story_id).head.story) == [THEIRS]


def test_what_does_not_clash_is_joined_to_ones_own_text(office: Office, qtbot: QtBot) -> None:
    story_id = left_with_a_draft(office, qtbot)
    head = view_story(office.newsroom, story_id).head.story
    fresh = replace(head, headline="Rakit bambu")
    save_story(office.newsroom, story_id=story_id, story=fresh, person=office.person(EDITOR))
    window = office.sit(WRITER, story=story_id)
    assert text_of(window.story.story()) == [MINE]
    assert window.page.headline.text() == "Rakit bambu"
    assert not window.strip.isVisible()
    assert EDITOR in window.toast.text
    key(Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: text_of(view_story(office.newsroom, story_id).head.story) == [MINE])
    assert view_story(office.newsroom, story_id).head.story.headline == "Rakit bambu"


def overtaken(office: Office, qtbot: QtBot) -> tuple[str, MainWindow]:
    """The writer types and leaves; the editor changes the same paragraph elsewhere; then the writer is back."""
    story_id = left_with_a_draft(office, qtbot)
    head = view_story(office.newsroom, story_id).head.story
    fresh = replace(head, body=(TextBlock("a0000001", (Span(THEIRS),)),))
    save_story(office.newsroom, story_id=story_id, story=fresh, person=office.person(EDITOR))
    window = office.sit(WRITER, story=story_id)
    assert text_of(window.story.story()) == [MINE]
    assert EDITOR in window.strip.banner.text
    return story_id, window


def left_with_a_draft(office: Office, qtbot: QtBot) -> str:
    """A story of one paragraph, to which the writer added something that is no revision yet."""
    body = (TextBlock("a0000001", (Span("Satu."),)),)
    story_id = office.story(Story(headline="Rakit", language="id", body=body))
    window = office.sit(WRITER, story=story_id)
    to_body(window)
    typed(" Tulisan Ratri.")
    at_rest(window, qtbot)
    assert window.close()
    return story_id


def test_a_verb_refused_after_the_text_was_saved_leaves_the_copy_on_the_new_head(
    office: Office, qtbot: QtBot, ready: str
) -> None:
    window = office.sit(EDITOR, story=ready)
    to_body(window)
    typed(" Kemarin.")
    at_rest(window, qtbot)
    # The writer took it back elsewhere meanwhile: this approval comes too late.
    recall(office.newsroom, story_id=ready, person=office.person(WRITER))
    press(button_of(window, qtbot, Action.APPROVE))
    qtbot.waitUntil(lambda: shown(window) == "draft")
    assert "Hanya naskah yang menunggu" in window.strip.banner.text
    assert not window.story.is_stale
    to_body(window)
    typed(" Sore.")
    key(Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(
        lambda: text_of(view_story(office.newsroom, ready).head.story) == ["Warga membangun. Kemarin. Sore."]
    )


def test_a_dim_action_says_why_to_mouse_and_screen_reader(office: Office) -> None:
    window = office.sit(WRITER, story=office.story())
    button = window.header.button(Action.SUBMIT)
    assert button is not None
    assert not button.isEnabled()
    assert window.words.text("check.headline-missing") in button.toolTip()
    assert button.accessibleDescription() == button.toolTip()


def test_a_writer_reads_in_the_menu_why_an_editors_actions_are_dim(office: Office, qtbot: QtBot) -> None:
    window = office.sit(WRITER, story=office.story())
    press_named(window.header, "Lainnya", QAbstractButton)
    menu = open_menu(qtbot)
    live = entry_of(menu, "Tandai sudah tayang…")
    assert not live.isEnabled()
    assert "disetujui" in live.toolTip()
    proof = entry_of(menu, "Buat cetak coba…")
    assert proof.isEnabled()
    key(Qt.Key.Key_Escape)
    menu.hide()


def test_the_four_eyes_rule_dims_approving_ones_own_story(office: Office, ready: str) -> None:
    both = add_person(office.newsroom, name="Danu Wiratama", roles=[Role.WRITER, Role.EDITOR])
    view = view_story(office.newsroom, ready)
    story_id = office.story(view.head.story, by=both.name)
    submit(office.newsroom, story_id=story_id, person=both)
    window = office.sit(both.name, story=story_id)
    button = window.header.button(Action.APPROVE)
    assert button is not None
    assert not button.isEnabled()
    assert "orang lain" in button.toolTip()


def test_dim_controls_of_a_locked_story_say_why(office: Office, qtbot: QtBot, ready: str) -> None:
    window = office.sit(WRITER, story=ready)
    why = window.words.text("lock.in-review")
    for name in ("Tebal", "Daftar butir", "Sisipkan foto", "Urungkan"):
        button = named(window.toolbar, name, QAbstractButton)
        assert not button.isEnabled()
        assert button.toolTip() == why
        assert button.accessibleDescription() == why
    card = open_card(window, qtbot, 0)
    remove = named(card, "Keluarkan dari naskah", QAbstractButton)
    assert not remove.isEnabled()
    assert remove.toolTip() == why


def test_save_in_the_menu_makes_a_revision(office: Office, qtbot: QtBot) -> None:
    story_id = office.story()
    window = office.sit(WRITER, story=story_id)
    to_body(window)
    typed("Satu.")
    press_named(window.header, "Lainnya", QAbstractButton)
    choose(qtbot, "Simpan versi")
    qtbot.waitUntil(lambda: len(view_story(office.newsroom, story_id).revisions) == 2)


def test_what_another_window_saved_in_between_is_not_overwritten(office: Office, qtbot: QtBot) -> None:
    story_id = office.story()
    window = office.sit(WRITER, story=story_id)
    to_body(window)
    typed("Tulisan Ratri.")
    fresh = Story(headline="Dari perintah", language="id")
    save_story(office.newsroom, story_id=story_id, story=fresh, person=office.person(EDITOR))
    key(Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: "sudah berubah" in window.strip.banner.text)
    assert view_story(office.newsroom, story_id).head.story.headline == "Dari perintah"
    qtbot.waitUntil(lambda: window.story.is_stale)
    press_named(window.strip, "Tutup", QAbstractButton)
    press_named(window.strip, "Lanjutkan tulisan saya", QAbstractButton)
    at_rest(window, qtbot)
    assert text_of(window.story.story()) == ["Tulisan Ratri."]
