"""Fields typed into as a person types."""

import datetime as dt

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QCursor, QEnterEvent, QFont, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication, QCalendarWidget, QLineEdit, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from editor_app.ui.kit import fonts
from editor_app.ui.kit.date_field import DateField, read_day
from editor_app.ui.kit.growing_text import GrowingText, TextLook
from editor_app.ui.kit.labelled_field import LabelledField
from editor_app.ui.kit.names_field import NamesField
from editor_app.ui.kit.number_field import NumberField
from editor_app.ui.kit.search_field import SearchField
from editor_app.ui.kit.select import Select
from editor_app.ui.kit.theme import Mode, Theme
from editor_app.ui.kit.tokens import DARK, LIGHT
from tests.ui.kit.conftest import Show

MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
    "Desember",
)  # fmt: skip


def _turn_wheel(widget: QWidget) -> bool:
    """Turn the wheel over a widget; whether it kept the turn for itself."""
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle, QPointF(widget.mapToGlobal(middle)), QPoint(0, 0), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    event.ignore()
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


# ---- growing text


def test_a_caption_grows_with_its_lines_and_then_scrolls(qtbot: QtBot, theme: Theme, show: Show) -> None:
    caption = GrowingText(theme, "Keterangan foto", lines=(1, 3))
    show(caption)
    heights = [caption.height()]
    caption.setFocus()
    for _ in range(4):
        qtbot.keyClicks(caption, "FOKUS: Peserta")
        qtbot.keyClick(caption, Qt.Key.Key_Return)
        heights.append(caption.height())
    assert heights[0] < heights[1] < heights[2] == heights[3] == heights[4]
    assert caption.verticalScrollBar().maximum() > 0
    caption.set_text("")
    assert caption.height() == heights[0]


def test_a_narrower_place_makes_a_caption_taller(theme: Theme, show: Show) -> None:
    caption = GrowingText(theme, "Keterangan foto", lines=(1, 0))
    window = show(caption, width=500)
    caption.set_text("Peserta mencatat paparan narasumber pada sesi kedua di balai kota")
    wide = caption.height()
    window.resize(200, 400)
    QApplication.processEvents()
    assert caption.height() > wide
    assert caption.verticalScrollBar().maximum() == 0


def test_all_that_was_typed_is_told_and_what_is_put_in_is_not(qtbot: QtBot, theme: Theme, show: Show) -> None:
    caption = GrowingText(theme, "Keterangan foto")
    show(caption)
    told: list[str] = []
    caption.text_edited.connect(told.append)
    caption.set_text("Awal")
    assert told == []
    caption.select_end()
    qtbot.keyClicks(caption, "an")
    assert told == ["Awala", "Awalan"]
    assert caption.text() == "Awalan"


def test_putting_in_the_same_text_keeps_the_cursor_where_it_is(qtbot: QtBot, theme: Theme, show: Show) -> None:
    caption = GrowingText(theme, "Keterangan foto")
    show(caption)
    qtbot.keyClicks(caption, "Awalan")
    caption.set_text("Awalan")
    assert caption.textCursor().position() == 6
    qtbot.keyClick(caption, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert caption.text() == ""


def test_a_headline_stays_one_paragraph(qtbot: QtBot, theme: Theme, show: Show) -> None:
    headline = GrowingText(theme, "Judul", single_paragraph=True)
    show(headline)
    qtbot.keyClicks(headline, "RAKOR")
    with qtbot.waitSignal(headline.entered):
        qtbot.keyClick(headline, Qt.Key.Key_Return)
    pasted = QMimeData()
    pasted.setText(" DIGELAR\nDI  BALAI\tKOTA\n")
    pasted.setHtml("<b>DIGELAR</b>")
    headline.insertFromMimeData(pasted)
    assert headline.text() == "RAKORDIGELAR DI BALAI KOTA"


def test_pasted_text_of_a_caption_keeps_its_lines_and_loses_its_looks(theme: Theme, show: Show) -> None:
    caption = GrowingText(theme, "Keterangan foto")
    show(caption)
    pasted = QMimeData()
    pasted.setText("satu\ndua")
    pasted.setHtml("<h1>satu</h1><h1>dua</h1>")
    caption.insertFromMimeData(pasted)
    assert caption.text() == "satu\ndua"
    assert caption.textCursor().charFormat().fontWeight() <= QFont.Weight.Normal


def test_tab_goes_on_to_the_next_field_and_drops_the_selection(qtbot: QtBot, theme: Theme, show: Show) -> None:
    caption, credit = GrowingText(theme, "Keterangan foto"), QLineEdit()
    show(caption, credit)
    caption.setFocus()
    qtbot.keyClicks(caption, "FOKUS")
    caption.selectAll()
    qtbot.keyClick(caption, Qt.Key.Key_Tab)
    assert credit.hasFocus()
    assert not caption.textCursor().hasSelection()


def test_a_field_is_as_tall_with_the_focus_as_without(theme: Theme, show: Show) -> None:
    caption, other = GrowingText(theme, "Keterangan foto"), QLineEdit()
    show(caption, other)
    other.setFocus()
    before, text_top = caption.height(), caption.viewport().mapTo(caption, QPoint(0, 0))
    caption.setFocus()
    QApplication.processEvents()
    assert caption.height() == before
    assert caption.viewport().mapTo(caption, QPoint(0, 0)) == text_top


def test_text_on_the_page_has_no_frame_and_its_own_tone(theme: Theme, show: Show) -> None:
    standfirst = GrowingText(theme, "Ringkasan", look=TextLook(fonts.story_font(18), "soft", bare=True))
    show(standfirst)
    standfirst.set_text("Lima puluh peserta")
    assert standfirst.viewport().mapTo(standfirst, QPoint(0, 0)) == QPoint(0, 0)
    assert standfirst.palette().color(standfirst.foregroundRole()).name() == LIGHT.soft
    theme.set_mode(Mode.DARK)
    assert standfirst.palette().color(standfirst.foregroundRole()).name() == DARK.soft


def test_the_wheel_scrolls_the_panel_unless_the_text_itself_scrolls(theme: Theme, show: Show) -> None:
    caption = GrowingText(theme, "Keterangan foto", lines=(1, 2))
    show(caption)
    assert not _turn_wheel(caption.viewport())
    caption.set_text("satu\ndua\ntiga\nempat\nlima")
    QApplication.processEvents()
    assert _turn_wheel(caption.viewport())


def test_a_hint_is_read_whole_in_however_many_lines_it_takes(qtbot: QtBot, theme: Theme, show: Show) -> None:
    caption = GrowingText(theme, "Keterangan foto", placeholder="Apa yang tampak, bagi yang tidak bisa melihat")
    other = QLineEdit()
    window = show(caption, other, width=600)
    other.setFocus()
    assert caption.height() == other.height()
    window.resize(190, 400)
    QApplication.processEvents()
    tall = caption.height()
    assert tall > 2 * caption.fontMetrics().height()
    lines = caption.grab().toImage().copy(12, 8, 140, tall - 16)
    inked = [y for y in range(lines.height()) if _is_inked(lines, y)]
    assert max(inked) > caption.fontMetrics().height()
    qtbot.keyClicks(caption, "a")
    assert caption.height() == other.height()
    qtbot.keyClick(caption, Qt.Key.Key_Backspace)
    assert caption.height() == tall
    caption.setPlaceholderText("Apa?")
    assert (caption.height(), caption.placeholderText()) == (other.height(), "Apa?")


def _is_inked(image: QImage, y: int) -> bool:
    return any(image.pixelColor(x, y).lightness() < 180 for x in range(image.width()))


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


def test_its_keys_lead_to_the_search_from_anywhere(qtbot: QtBot, theme: Theme, show: Show) -> None:
    other, search = QLineEdit(), SearchField(theme, "Cari naskah…", clear="Kosongkan", shortcut="Ctrl+K")
    show(other, search)
    search.setText("rakor")
    other.setFocus()
    qtbot.keyClick(other, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
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
    assert not _turn_wheel(section)
    assert not _turn_wheel(side)
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
