"""Fields typed into as a person types."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor, QEnterEvent, QImage
from PySide6.QtWidgets import QApplication, QCalendarWidget, QLineEdit, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from editor_app.ui.kit.date_field import DateField, read_day
from editor_app.ui.kit.growing_text import GrowingText
from editor_app.ui.kit.labelled_field import LabelledField
from editor_app.ui.kit.names_field import NamesField
from editor_app.ui.kit.number_field import NumberField
from editor_app.ui.kit.search_field import SearchField
from editor_app.ui.kit.select import Select
from editor_app.ui.kit.theme import Mode, Theme
from editor_app.ui.kit.tokens import DARK, LIGHT
from tests.ui.kit.conftest import Show
from tests.ui.kit.mouse import turn_wheel

MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
    "Desember",
)  # fmt: skip


# ---- all fields


def test_the_words_of_all_fields_begin_at_one_edge(theme: Theme, show: Show) -> None:
    line, growing = QLineEdit("HHH"), GrowingText(theme, "Keterangan")
    growing.set_text("HHH")
    day = DateField(theme, "Tanggal", months=MONTHS, language="id", pick="Pilih")
    day.setText("HHH")
    names = NamesField(theme, "Penulis", remove="Hapus", placeholder="HHH")
    fields: list[QWidget] = [line, growing, day, names, Select("Rubrik", [("h", "HHH")])]
    other = QLineEdit()
    show(*fields, other)
    other.setFocus()
    QApplication.processEvents()
    begins = [_first_ink(field.grab().toImage()) for field in fields]
    assert begins == [begins[0]] * len(fields)
    assert {field.height() for field in fields} == {32}


def _first_ink(image: QImage) -> int:
    """The px at which the first word of a field begins, behind its frame."""
    rows = range(8, image.height() - 8)
    return next(x for x in range(4, image.width()) if any(image.pixelColor(x, y).lightness() < 180 for y in rows))


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_the_option_that_is_chosen_has_a_dot_in_a_ring_of_the_accent(
    theme: Theme, show: Show, mode: Mode
) -> None:
    theme.set_mode(mode)
    look, option, other = theme.tokens, QRadioButton("Paket"), QLineEdit()
    show(option, other)
    other.setFocus()
    option.setChecked(True)
    for _ in range(2):
        QApplication.processEvents()
        ring = option.grab().toImage()
        middle = ring.height() // 2
        assert ring.pixelColor(9, middle).name() == look.accent
        assert ring.pixelColor(3, middle).name() == look.card
        option.setFocus()
    assert ring.pixelColor(1, middle).name() == look.accent


# ---- labelled field


def test_an_error_stands_where_the_hint_stood_and_is_read_out(theme: Theme, show: Show) -> None:
    field = QLineEdit()
    labelled = LabelledField("&Kredit foto", field, hint="Nama pemotret.")
    show(labelled)
    assert (field.accessibleName(), field.accessibleDescription()) == ("Kredit foto", "Nama pemotret.")
    labelled.set_error("Isi nama pemotret.")
    assert labelled.error == "Isi nama pemotret."
    assert field.accessibleDescription() == "Isi nama pemotret."
    assert field.grab().toImage().pixelColor(100, 0).name() == LIGHT.error
    labelled.set_hint("Nama atau lembaga.")
    assert labelled.error == "Isi nama pemotret."
    labelled.set_error(None)
    assert (labelled.error, field.accessibleDescription()) == ("", "Nama atau lembaga.")


def test_a_field_that_has_a_name_keeps_it(theme: Theme) -> None:
    field = QLineEdit()
    field.setAccessibleName("Kredit foto ketiga")
    labelled = LabelledField("Kredit", field)
    assert labelled.field is field
    assert field.accessibleName() == "Kredit foto ketiga"


# ---- search


def test_searching_tells_each_change_and_escape_empties_it(qtbot: QtBot, theme: Theme, show: Show) -> None:
    search = SearchField(theme, "Cari naskah…", clear="Kosongkan")
    show(search)
    told: list[str] = []
    search.searched.connect(told.append)
    qtbot.keyClicks(search, "ra")
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    search.empty()
    assert told == ["r", "ra", ""]


def test_the_cross_of_the_search_is_there_while_something_is_sought(
    qtbot: QtBot, theme: Theme, show: Show
) -> None:
    search = SearchField(theme, "Cari naskah…", clear="Kosongkan")
    show(search)
    cross = next(child for child in search.findChildren(QWidget) if child.accessibleName() == "Kosongkan")
    assert not cross.isVisible()
    qtbot.keyClicks(search, "rakor")
    assert cross.isVisible()
    with qtbot.waitSignal(search.searched):
        qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert search.text() == ""


def test_who_comes_to_the_search_types_over_what_was_sought(theme: Theme, show: Show) -> None:
    other, search = QLineEdit(), SearchField(theme, "Cari naskah…", clear="Kosongkan", shortcut="Ctrl+K")
    show(other, search)
    search.setText("rakor")
    other.setFocus()
    search.take_focus()
    assert search.hasFocus()
    assert search.selectedText() == "rakor"


def test_the_keys_are_shown_while_there_is_room_for_them(theme: Theme, show: Show) -> None:
    search = SearchField(theme, "", clear="Kosongkan", shortcut="Ctrl+K")
    show(search, width=400)
    with_keys = search.grab().toImage()
    search.setFixedWidth(100)
    without = search.grab().toImage()

    def inked(image: object) -> int:
        return sum(image.pixelColor(image.width() - x, 16).lightness() < 200 for x in range(12, 60))  # type: ignore[attr-defined]

    assert inked(with_keys) > inked(without)


# ---- choices


def test_a_choice_tells_its_code_and_only_when_a_person_chose(qtbot: QtBot, theme: Theme, show: Show) -> None:
    section = Select("Rubrik", [("news", "Berita"), ("notice", "Pengumuman")])
    show(section)
    told: list[str] = []
    section.chosen.connect(told.append)
    section.choose("notice")
    section.choose("no-such-section")
    assert (section.current, told) == ("notice", [])
    section.setFocus()
    qtbot.keyClick(section, Qt.Key.Key_Up)
    assert told == ["news"]
    section.set_options([("report", "Laporan"), ("news", "Berita")])
    assert (section.current, told) == ("news", ["news"])


def test_a_choice_is_made_from_the_list_under_it(qtbot: QtBot, theme: Theme, show: Show) -> None:
    section = Select("Rubrik", [("news", "Berita"), ("notice", "Pengumuman")], tool=True)
    show(section)
    assert section.height() <= 30
    section.showPopup()
    rect = section.view().visualRect(section.model().index(1, 0))
    assert rect.height() >= 26
    with qtbot.waitSignal(section.chosen) as chosen:
        qtbot.mouseMove(section.view().viewport(), rect.center())
        qtbot.mouseClick(section.view().viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert chosen.args == ["notice"]


def test_an_empty_choice_has_no_code(theme: Theme) -> None:
    assert Select("Rubrik").current == ""


def test_a_choice_looks_at_rest_once_the_mouse_has_chosen_elsewhere(
    qtbot: QtBot, theme: Theme, show: Show
) -> None:
    style = Select("Gaya", [("normal", "Paragraf"), ("h2", "Subjudul")], tool=True)
    window = show(style)
    middle = style.rect().center().toPointF()
    QApplication.sendEvent(style, QEnterEvent(middle, middle, style.mapToGlobal(middle)))
    assert style.underMouse()
    style.showPopup()
    qtbot.waitUntil(style.view().isVisible)
    QCursor.setPos(window.mapToGlobal(window.rect().bottomRight()))
    qtbot.keyClick(style.view(), Qt.Key.Key_Down)
    qtbot.keyClick(style.view(), Qt.Key.Key_Return)
    assert style.current == "h2"
    assert not style.underMouse()


def test_the_wheel_never_changes_a_choice_or_a_number(theme: Theme, show: Show) -> None:
    section = Select("Rubrik", [("news", "Berita"), ("notice", "Pengumuman")])
    side = NumberField("Sisi terpanjang", limits=(100, 4000), suffix=" px")
    show(section, side)
    assert not turn_wheel(section)
    assert not turn_wheel(side)
    assert (section.current, side.value()) == ("news", 100)


def test_a_number_is_typed_and_stepped(qtbot: QtBot, theme: Theme, show: Show) -> None:
    side = NumberField("Sisi terpanjang", limits=(1, 4000))
    show(side)
    with qtbot.waitSignal(side.chosen) as chosen:
        qtbot.keyClick(side, Qt.Key.Key_Up)
    assert chosen.args == [2]
    assert side.height() == 32


# ---- days


@pytest.mark.parametrize(
    "text",
    ["3/11/2026", "03-11-2026", "3.11.2026", "2026-11-03", "3 November 2026", "3 nov 2026", " 3 Nov. 2026 "],
)
def test_a_day_is_read_as_people_write_it(text: str) -> None:
    assert read_day(text, MONTHS) == dt.date(2026, 11, 3)


@pytest.mark.parametrize("text", ["31/2/2026", "kemarin", "3 Foo 2026", "3/11", "3 Ma 2026", "0/0/0000"])
def test_what_is_no_day_is_not_read_as_one(text: str) -> None:
    assert read_day(text, MONTHS) is None


def _date_field(theme: Theme) -> DateField:
    return DateField(theme, "Tanggal kegiatan", months=MONTHS, language="id", pick="Pilih tanggal")


def test_a_typed_day_is_told_and_written_out(qtbot: QtBot, theme: Theme, show: Show) -> None:
    field, other = _date_field(theme), QLineEdit()
    show(field, other)
    qtbot.keyClicks(field, "3/11/2026")
    with qtbot.waitSignal(field.chosen) as chosen:
        qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert chosen.args == [dt.date(2026, 11, 3)]
    assert field.text() == "3 November 2026"
    field.setFocus(Qt.FocusReason.TabFocusReason)
    assert field.selectedText() == "3 November 2026"
    with qtbot.waitSignal(field.chosen) as chosen:
        qtbot.keyClick(field, Qt.Key.Key_Backspace)
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert chosen.args == [None]


def test_what_is_no_day_stays_to_be_mended(qtbot: QtBot, theme: Theme, show: Show) -> None:
    field = _date_field(theme)
    show(field)
    field.set_day(dt.date(2026, 11, 3))
    field.selectAll()
    qtbot.keyClicks(field, "31/2/2026")
    with qtbot.waitSignal(field.misread) as misread, qtbot.assertNotEmitted(field.chosen):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert misread.args == ["31/2/2026"]
    assert (field.text(), field.day) == ("31/2/2026", dt.date(2026, 11, 3))


def test_leaving_a_day_as_it_is_tells_nobody(qtbot: QtBot, theme: Theme, show: Show) -> None:
    field = _date_field(theme)
    show(field)
    field.set_day(dt.date(2026, 11, 3))
    with qtbot.assertNotEmitted(field.chosen):
        qtbot.keyClick(field, Qt.Key.Key_Return)


@pytest.mark.parametrize("day", [dt.date(2026, 11, 3), None])
def test_a_day_is_picked_from_the_calendar(qtbot: QtBot, theme: Theme, show: Show, day: dt.date | None) -> None:
    field = _date_field(theme)
    show(field)
    field.set_day(day)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    calendar = popup.findChild(QCalendarWidget)
    shown = calendar.selectedDate()
    assert day is None or shown.day() == 3
    with qtbot.waitSignal(field.chosen) as chosen:
        table = calendar.findChild(QWidget, "qt_calendar_calendarview")
        qtbot.keyClick(table, Qt.Key.Key_Right)
        qtbot.keyClick(table, Qt.Key.Key_Return)
    following = shown.addDays(1)
    assert chosen.args == [dt.date(following.year(), following.month(), following.day())]
    assert QApplication.activePopupWidget() is None


def test_the_calendar_follows_the_theme(theme: Theme, show: Show) -> None:
    field = _date_field(theme)
    show(field)
    menu = field.open_calendar()
    calendar = menu.findChild(QCalendarWidget)
    theme.set_mode(Mode.DARK)
    assert calendar.weekdayTextFormat(Qt.DayOfWeek.Sunday).foreground().color().name() == DARK.ink
    menu.close()
