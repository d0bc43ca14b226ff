"""Undo and redo: of typing, of marks, of photos put in and taken out, by the keys and by the buttons."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from editor_app.newsroom.desk import view_story
from editor_app.story.body import Span, TextBlock, placed_photos
from editor_app.ui.kit.tool_button import ToolButton
from editor_app.ui.main_window import MainWindow
from tests.ui.hands import CONTROL, SHIFT, choose, key, named, press_named, typed
from tests.ui.office import Office, picture
from tests.ui.steps import add_photos, at_rest, open_card, text_of, to_body


def undo() -> None:
    key(Qt.Key.Key_Z, CONTROL)


def redo() -> None:
    key(Qt.Key.Key_Z, CONTROL | SHIFT)


def begin(office: Office) -> MainWindow:
    window = office.sit(story=office.story())
    to_body(window)
    return window


def test_typing_is_undone_and_done_again(office: Office, qtbot: QtBot) -> None:
    window = begin(office)
    typed("Satu.\nDua.")
    keys = [block.key for block in window.story.story().body]
    steps = 0
    while text_of(window.story.story()) not in ([], [""]):
        undo()
        steps += 1
        assert steps < 20
    for _ in range(steps):
        redo()
    assert text_of(window.story.story()) == ["Satu.", "Dua."]
    assert [block.key for block in window.story.story().body] == keys


def test_the_buttons_do_the_same_and_are_dim_where_there_is_nothing(office: Office, qtbot: QtBot) -> None:
    window = begin(office)
    back = named(window.toolbar, "Urungkan", QAbstractButton)
    again = named(window.toolbar, "Ulangi", QAbstractButton)
    assert not back.isEnabled()
    assert not again.isEnabled()
    typed("Satu.")
    assert back.isEnabled()
    press_named(window.toolbar, "Urungkan", QAbstractButton)
    assert text_of(window.story.story()) in ([], [""])
    assert again.isEnabled()
    press_named(window.toolbar, "Ulangi", QAbstractButton)
    assert text_of(window.story.story()) == ["Satu."]


def test_marks_and_styles_are_undone_step_by_step(office: Office) -> None:
    window = begin(office)
    typed("Satu dua")
    key(Qt.Key.Key_Left, CONTROL | SHIFT)
    key(Qt.Key.Key_B, CONTROL)
    press_named(window.toolbar, "Kutipan", ToolButton)
    (block,) = window.story.story().body
    assert isinstance(block, TextBlock)
    assert (block.style, block.children) == ("blockquote", (Span("Satu "), Span("dua", ("strong",))))
    undo()
    (block,) = window.story.story().body
    assert isinstance(block, TextBlock)
    assert (block.style, block.children[-1].marks) == ("normal", ("strong",))
    undo()
    (block,) = window.story.story().body
    assert isinstance(block, TextBlock)
    assert block.children == (Span("Satu dua"),)


def test_a_photo_put_into_the_text_is_taken_back_and_put_in_again(office: Office, qtbot: QtBot) -> None:
    window = begin(office)
    typed("Satu.")
    add_photos(window, qtbot, picture(office.newsroom.folder.parent / "a.jpg"))
    photo = window.story.fields.photos[0].key
    press_named(open_card(window, qtbot, 0), "Sisipkan ke teks di posisi kursor", ToolButton)
    assert placed_photos(window.story.story().body) == (photo,)
    undo()
    assert placed_photos(window.story.story().body) == ()
    assert text_of(window.story.story()) == ["Satu."]
    redo()
    assert placed_photos(window.story.story().body) == (photo,)
    at_rest(window, qtbot)
    kept = view_story(office.newsroom, window.story.story_id or "", person=window.story.person).story
    assert placed_photos(kept.body) == (photo,)


def test_a_photo_is_put_in_from_the_toolbars_menu_and_moves_when_put_in_twice(
    office: Office, qtbot: QtBot
) -> None:
    window = begin(office)
    typed("Satu.\nDua.")
    add_photos(window, qtbot, picture(office.newsroom.folder.parent / "a.jpg"))
    to_body(window)
    press_named(window.toolbar, "Sisipkan foto", ToolButton)
    choose(qtbot, "1. a.jpg")
    shapes = [getattr(block, "text", "photo") for block in window.story.story().body]
    assert shapes[:3] == ["Satu.", "Dua.", "photo"]
    to_body(window, end=False)
    key(Qt.Key.Key_End)
    press_named(window.toolbar, "Sisipkan foto", ToolButton)
    choose(qtbot, "1. a.jpg (sudah di teks)")
    shapes = [getattr(block, "text", "photo") for block in window.story.story().body]
    assert shapes[:3] == ["Satu.", "photo", "Dua."]
    assert shapes.count("photo") == 1


def test_a_photo_taken_off_the_story_leaves_the_text_and_undo_brings_both_back(
    office: Office, qtbot: QtBot
) -> None:
    window = begin(office)
    typed("Satu.")
    add_photos(window, qtbot, picture(office.newsroom.folder.parent / "a.jpg"))
    photo = window.story.fields.photos[0]
    press_named(open_card(window, qtbot, 0), "Sisipkan ke teks di posisi kursor", ToolButton)
    press_named(open_card(window, qtbot, 0), "Keluarkan dari naskah", ToolButton)
    assert window.story.fields.photos == ()
    assert placed_photos(window.story.story().body) == ()
    assert "a.jpg" in window.toast.text
    to_body(window)
    undo()
    qtbot.waitUntil(lambda: len(window.photos.cards) == 1)
    assert window.story.fields.photos == (photo,)
    assert placed_photos(window.story.story().body) == (photo.key,)
    key(Qt.Key.Key_S, CONTROL)
    at_rest(window, qtbot)
    head = view_story(office.newsroom, window.story.story_id or "").head.story
    assert placed_photos(head.body) == (photo.key,)
    assert head.photos == (photo,)


def test_opening_another_story_leaves_nothing_of_the_first_to_undo(office: Office, qtbot: QtBot) -> None:
    window = begin(office)
    typed("Satu.")
    key(Qt.Key.Key_N, CONTROL)
    qtbot.waitUntil(window.page.headline.hasFocus)
    to_body(window)
    undo()
    assert text_of(window.story.story()) in ([], [""])
    assert not named(window.toolbar, "Urungkan", QAbstractButton).isEnabled()


def test_photos_change_places_by_their_buttons_and_one_leads(office: Office, qtbot: QtBot) -> None:
    window = begin(office)
    folder = office.newsroom.folder.parent
    add_photos(window, qtbot, picture(folder / "a.jpg"), picture(folder / "b.jpg", "tan"))
    assert [photo.lead for photo in window.story.fields.photos] == [True, False]
    card = open_card(window, qtbot, 1)
    press_named(card, "Jadikan foto utama", ToolButton)
    press_named(card, "Naikkan", ToolButton)
    assert [photo.file for photo in window.story.fields.photos] == ["b.jpg", "a.jpg"]
    assert [photo.lead for photo in window.story.fields.photos] == [True, False]
    assert [each.photo.file for each in window.photos.cards] == ["b.jpg", "a.jpg"]
    press_named(card, "Turunkan", ToolButton)
    assert [photo.file for photo in window.story.fields.photos] == ["a.jpg", "b.jpg"]
