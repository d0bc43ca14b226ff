"""Replacing in a story: one hit or all of them, in every field, taken back by one press."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton
from pytestqt.qtbot import QtBot

from editor_app.newsroom.desk import view_story
from editor_app.story.body import BreakBlock, Cell, Link, PhotoBlock, Span, Table, TextBlock
from editor_app.story.passages import passages
from editor_app.story.story import Story
from editor_app.ui.main_window import MainWindow
from tests.ui.hands import CONTROL, SHIFT, fill, key, press, press_named, typed
from tests.ui.office import PHOTOGRAPHER, Office, picture
from tests.ui.steps import add_photos, at_rest, open_card, text_of, to_body

ALT = Qt.KeyboardModifier.AltModifier
LINK = Link("k1", "https://kota.example/")
STORY = Story(
    kicker="Kabar warga",
    headline="WARGA MERAKIT",
    standfirst="Warga dan warga lain.",
    dateline="Malang",
    body=(
        TextBlock("a1", (Span("Semua wa"), Span("rga ", ("strong",)), Span("hadir."))),
        BreakBlock("a2"),
        TextBlock("a3", (Span("Kata "), Span("warga", ("k1",)), Span(": ya.")), mark_defs=(LINK,)),
        Table("a4", ((Cell((Span("Warga"),)), Cell((Span("12"),))),)),
        TextBlock("a5", (Span("warga"),)),
    ),
)


def begin(office: Office, qtbot: QtBot, *, photo: bool = True) -> MainWindow:
    window = office.sit(story=office.story(STORY))
    if photo:
        add_photos(window, qtbot, picture(office.newsroom.folder.parent / "a.jpg"))
        shown = window.story.fields.photos[0].key
        window.story.change_photo(shown, caption="FOKUS: Warga di tepi", alt="Lima warga")
    to_body(window, end=False)
    return window


def seek(window: MainWindow, qtbot: QtBot, sought: str, written: str) -> None:
    """Opens the bar with the row that replaces, and fills both fields."""
    key(Qt.Key.Key_H, CONTROL)
    key(Qt.Key.Key_A, CONTROL)
    typed(sought)
    known(window, qtbot)
    press(window.find_bar.written)
    key(Qt.Key.Key_A, CONTROL)
    typed(written)


def known(window: MainWindow, qtbot: QtBot) -> None:
    bar, finding = window.find_bar, window.finding
    qtbot.waitUntil(lambda: finding._search.query == bar.query and not finding._is_seeking)


def said(window: MainWindow) -> list[str]:
    return [passage.text for passage in passages(window.story.story())]


def count(window: MainWindow) -> str:
    return window.find_bar.sought.count


AFTER = [
    "Kabar penduduk",
    "PENDUDUK MERAKIT",
    "Penduduk dan penduduk lain.",
    "FOKUS: Penduduk di tepi",
    "Lima penduduk",
    "Malang",
    "Semua penduduk hadir.",
    "Kata penduduk: ya.",
    "Penduduk",
    "12",
    "penduduk",
]


def test_all_is_replaced_everywhere_and_taken_back_by_one_press(office: Office, qtbot: QtBot) -> None:
    window = begin(office, qtbot)
    before, keys = said(window), list(window.story.document.keeper.order)
    seek(window, qtbot, "warga", "penduduk")
    assert count(window) == "7 dari 10"
    press_named(window.find_bar, "Ganti semua", QAbstractButton)
    assert said(window) == AFTER
    assert list(window.story.document.keeper.order) == keys
    first, _, linked, *_ = window.story.story().body
    assert isinstance(first, TextBlock)
    assert [(span.text, span.marks) for span in first.children] == [
        ("Semua penduduk", ()),
        (" ", ("strong",)),
        ("hadir.", ()),
    ]
    assert isinstance(linked, TextBlock)
    assert [linked.href(span) for span in linked.children] == [None, LINK.href, None]
    assert window.page.headline.text() == "PENDUDUK MERAKIT"
    assert window.page.kicker.text() == "Kabar penduduk"
    qtbot.waitUntil(lambda: count(window) == "Tidak ada")
    assert window.toast.text == "10 temuan diganti."
    at_rest(window, qtbot)
    kept = view_story(office.newsroom, window.story.story_id or "", person=window.story.person).story
    assert [passage.text for passage in passages(kept)] == AFTER
    press(window.toast.button)
    assert said(window) == before
    assert list(window.story.document.keeper.order) == keys
    assert window.page.kicker.text() == "Kabar warga"
    qtbot.waitUntil(lambda: count(window) == "10 temuan")


def test_in_each_field_one_undo_takes_it_back(office: Office, qtbot: QtBot) -> None:
    window = begin(office, qtbot)
    card = open_card(window, qtbot, 0)
    assert card.fields is not None
    before = said(window)
    seek(window, qtbot, "warga", "penduduk")
    key(Qt.Key.Key_Return, CONTROL)
    assert said(window) == AFTER
    for field in (
        window.page.kicker,
        window.page.headline,
        window.page.standfirst,
        card.fields.caption,
        card.fields.alt,
    ):
        press(field)
        key(Qt.Key.Key_Z, CONTROL)
    to_body(window)
    key(Qt.Key.Key_Z, CONTROL)
    assert said(window) == before
    key(Qt.Key.Key_Z, CONTROL | SHIFT)
    assert text_of(window.story.story()) == ["Semua penduduk hadir.", "Kata penduduk: ya.", "penduduk"]


def test_undo_in_the_body_takes_all_of_it_back_in_every_field(office: Office, qtbot: QtBot) -> None:
    window = begin(office, qtbot)
    before = said(window)
    seek(window, qtbot, "warga", "penduduk")
    key(Qt.Key.Key_Return, CONTROL)
    assert said(window) == AFTER
    to_body(window)
    key(Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: said(window) == before)
    assert not window.toast.isVisible()


def test_undo_of_what_was_typed_later_leaves_it(office: Office, qtbot: QtBot) -> None:
    window = begin(office, qtbot)
    seek(window, qtbot, "warga", "penduduk")
    key(Qt.Key.Key_Return, CONTROL)
    to_body(window)
    typed("!")
    key(Qt.Key.Key_Z, CONTROL)
    QApplication.processEvents()
    assert said(window) == AFTER


def test_another_story_takes_the_offer_away(office: Office, qtbot: QtBot) -> None:
    window = begin(office, qtbot)
    seek(window, qtbot, "warga", "penduduk")
    key(Qt.Key.Key_Return, CONTROL)
    assert window.toast.isVisible()
    other = office.story(Story(headline="Lain"))
    window.story.open(other)
    qtbot.waitUntil(lambda: window.story.story_id == other)
    qtbot.waitUntil(lambda: not window.toast.isVisible())


def test_what_was_changed_since_is_not_taken_back(office: Office, qtbot: QtBot) -> None:
    window = begin(office, qtbot)
    seek(window, qtbot, "warga", "penduduk")
    press(window.find_bar.replace_all)
    to_body(window)
    typed("!")
    after = said(window)
    press(window.toast.button)
    assert said(window) == after
    assert window.toast.text == window.words.text("find.not-taken-back")


def test_one_after_another_is_replaced_and_the_next_one_shown(office: Office, qtbot: QtBot) -> None:
    window = begin(office, qtbot, photo=False)
    seek(window, qtbot, "warga", "orang")
    assert count(window) == "5 dari 8"
    key(Qt.Key.Key_Return)
    known(window, qtbot)
    assert text_of(window.story.story())[0] == "Semua orang hadir."
    assert count(window) == "5 dari 7"
    assert window.page.body.textCursor().selectedText() == "warga"
    press_named(window.find_bar, "Ganti", QPushButton)
    known(window, qtbot)
    key(Qt.Key.Key_Return, times=6)
    qtbot.waitUntil(lambda: count(window) == "Tidak ada")
    assert [passage.text for passage in passages(window.story.story())] == [
        "Kabar orang",
        "ORANG MERAKIT",
        "Orang dan orang lain.",
        "Malang",
        "Semua orang hadir.",
        "Kata orang: ya.",
        "Orang",
        "12",
        "orang",
    ]
    key(Qt.Key.Key_Return)
    key(Qt.Key.Key_Return, CONTROL)
    assert QApplication.focusWidget() is window.find_bar.written


def test_the_cursor_put_elsewhere_is_led_to_a_hit_before_it_is_changed(office: Office, qtbot: QtBot) -> None:
    window = begin(office, qtbot, photo=False)
    seek(window, qtbot, "warga", "orang")
    to_body(window)
    before = said(window)
    press(window.find_bar.replace)
    assert said(window) == before
    assert count(window) == "1 dari 8"


def test_groups_of_a_pattern_are_written_again(office: Office, qtbot: QtBot) -> None:
    window = office.sit(
        story=office.story(Story(headline="Rapat 25/11", body=(TextBlock("a1", (Span("Pada 3/12."),)),)))
    )
    to_body(window, end=False)
    key(Qt.Key.Key_F, CONTROL)
    key(Qt.Key.Key_R, ALT)
    seek(window, qtbot, r"(\d+)/(\d+)", r"$2-\1 $3")
    press(window.find_bar.replace_all)
    assert window.find_bar._said.text() == window.words.text("find-group-missing", group="$3")
    key(Qt.Key.Key_Return)
    assert window.story.fields.headline == "Rapat 25/11"
    fill(window.find_bar.written, r"$2-\1\n!")
    press(window.find_bar.replace_all)
    assert window.story.fields.headline == "Rapat 11-25 !"
    assert text_of(window.story.story()) == ["Pada 12-3\n!."]


def test_what_is_typed_behind_new_words_is_undone_alone(office: Office, qtbot: QtBot) -> None:
    window = office.sit(story=office.story(Story(headline="Kabar warga")))
    press(window.page.headline)
    key(Qt.Key.Key_Home)
    seek(window, qtbot, "warga", "penduduk")
    press(window.find_bar.replace_all)
    press(window.page.headline)
    key(Qt.Key.Key_End)
    typed("!")
    key(Qt.Key.Key_Z, CONTROL)
    assert window.story.fields.headline == "Kabar penduduk"
    key(Qt.Key.Key_Z, CONTROL)
    assert window.story.fields.headline == "Kabar warga"


def test_nothing_may_stand_in_its_place(office: Office, qtbot: QtBot) -> None:
    body = (TextBlock("a1", (Span("warga"),)), TextBlock("a2", (Span("Rakit."),)))
    window = office.sit(story=office.story(Story(kicker="warga", headline="Rakit", body=body)))
    to_body(window, end=False)
    seek(window, qtbot, "warga", "")
    press(window.find_bar.replace_all)
    assert window.story.fields.kicker == ""
    assert [block.key for block in window.story.story().body] == ["a1", "a2"]
    assert text_of(window.story.story()) == ["", "Rakit."]


def test_only_in_what_is_selected_it_is_replaced_also_where_it_grows(office: Office, qtbot: QtBot) -> None:
    body = (
        TextBlock("a1", (Span("warga satu warga"),)),
        PhotoBlock("a2", "gone"),
        TextBlock("a3", (Span("warga dua"),)),
        TextBlock("a4", (Span("warga tiga"),)),
    )
    window = office.sit(story=office.story(Story(headline="warga", body=body)))
    to_body(window, end=False)
    key(Qt.Key.Key_Right, CONTROL, times=2)
    key(Qt.Key.Key_Down, SHIFT)
    key(Qt.Key.Key_End, SHIFT)
    seek(window, qtbot, "warga", "penduduk")
    assert window.find_bar.in_selection.isChecked()
    assert count(window) == "1 dari 2"
    press(window.find_bar.replace)
    known(window, qtbot)
    assert count(window) == "1 dari 1"
    press(window.find_bar.replace_all)
    assert text_of(window.story.story()) == ["warga satu penduduk", "penduduk dua", "warga tiga"]
    assert window.story.fields.headline == "warga"


def test_new_words_at_the_edge_belong_to_the_part_that_is_searched_alone(office: Office, qtbot: QtBot) -> None:
    body = (TextBlock("a1", (Span("warga satu"),)), TextBlock("a2", (Span("dua warga"),)))
    window = office.sit(story=office.story(Story(headline="warga", body=body)))
    to_body(window, end=False)
    key(Qt.Key.Key_End, CONTROL | SHIFT)
    seek(window, qtbot, "warga", "wargaku")
    for _ in range(2):
        press(window.find_bar.replace)
        known(window, qtbot)
    assert text_of(window.story.story()) == ["wargaku satu", "dua wargaku"]
    assert count(window) == "1 dari 2"


def test_a_photographer_replaces_in_captions_alone(office: Office, qtbot: QtBot) -> None:
    story_id = office.story(Story(headline="Warga"))
    window = office.sit(story=story_id)
    add_photos(window, qtbot, picture(Path(office.newsroom.folder.parent) / "a.jpg"))
    window.story.change_photo(window.story.fields.photos[0].key, caption="Warga di tepi")
    with qtbot.waitSignal(window.story.refreshed):
        window.story.save()
    at_rest(window, qtbot)
    window.close()
    window = office.sit(PHOTOGRAPHER, story=story_id)
    press(window.page.headline)
    seek(window, qtbot, "warga", "orang")
    key(Qt.Key.Key_F3)
    while window.finding.current is not None and window.finding.current.spot.at_photo:
        assert window.find_bar.replace.isEnabled()
        key(Qt.Key.Key_F3)
    assert not window.find_bar.replace.isEnabled()
    assert window.find_bar.replace_all.isEnabled()
    press(window.find_bar.replace_all)
    assert said(window) == ["Warga", "Orang di tepi"]
    press(window.toast.button)
    assert said(window) == ["Warga", "Warga di tepi"]


@pytest.mark.parametrize("size", [(1000, 600), (1280, 720)])
def test_the_bar_fits_a_small_window(office: Office, qtbot: QtBot, size: tuple[int, int]) -> None:
    window = office.sit(story=office.story(STORY), size=size)
    to_body(window, end=False)
    seek(window, qtbot, "warga", "penduduk")
    bar = window.find_bar
    for widget in (bar.sought, bar.written, bar.cross, bar.replace, bar.replace_all, bar.next):
        place = QRect(widget.mapTo(bar, QPoint(0, 0)), widget.size())
        assert bar.rect().contains(place), widget.accessibleName()
    assert bar.sought.width() >= 130
