"""Buttons, tool buttons, chips and filters, pressed by mouse and keys."""

import itertools

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLineEdit, QToolTip
from pytestqt.qtbot import QtBot

from editor_app.ui.kit.button import Button, Variant
from editor_app.ui.kit.chip import Chip, chip_font, chip_size, paint_chip
from editor_app.ui.kit.filter_chips import Filter, FilterChips
from editor_app.ui.kit.theme import Theme
from editor_app.ui.kit.tokens import LIGHT
from editor_app.ui.kit.tool_button import ToolButton
from tests.ui.kit.conftest import Show

VARIANTS: tuple[Variant, ...] = ("primary", "normal", "quiet", "danger")
LABELS = (
    "Ajukan", "Kembalikan dengan catatan…", "Catat persetujuan lisan…", "Tandai sudah tayang…", "Batalkan naskah",
    "Submit", "Return with a note…", "Record a spoken approval…", "Mark as live…", "Spike the story",
)  # fmt: skip
STATES = (
    "Draf", "Dikembalikan", "Menunggu persetujuan", "Disetujui", "Siap tayang", "Tayang", "Dicabut",
    "Batal terbit", "Draft", "Returned", "Awaiting approval", "Approved", "Exported", "Live", "Withdrawn",
    "Spiked",
)  # fmt: skip


@pytest.mark.parametrize(("text", "variant"), list(itertools.product(LABELS, VARIANTS)))
def test_a_button_is_never_narrower_than_what_it_says(
    theme: Theme, show: Show, text: str, variant: Variant
) -> None:
    button = Button(theme, text, variant=variant, icon="check")
    show(button, width=60)
    words = QFontMetrics(button.font()).horizontalAdvance(text)
    assert button.minimumSizeHint().width() >= words + button.iconSize().width() + 4
    assert button.width() >= button.minimumSizeHint().width()


@pytest.mark.parametrize("variant", VARIANTS)
def test_a_button_keeps_its_size_when_it_gets_the_focus(theme: Theme, show: Show, variant: Variant) -> None:
    button = Button(theme, "Setujui", variant=variant)
    show(button)
    before = button.sizeHint()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    button.ensurePolished()
    assert button.sizeHint() == before
    assert before.height() == 32


def test_a_click_on_a_button_leaves_the_cursor_in_the_text(qtbot: QtBot, theme: Theme, show: Show) -> None:
    field, button = QLineEdit(), Button(theme, "Setujui")
    show(field, button)
    field.setFocus()
    with qtbot.waitSignal(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert field.hasFocus()
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert button.hasFocus()
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Space)


def test_a_refused_button_says_why_to_mouse_and_screen_reader(qtbot: QtBot, theme: Theme, show: Show) -> None:
    button = Button(theme, "Setujui", tip="Setujui revisi ini")
    show(button)
    button.set_refusal("Penulis naskah tidak menyetujui naskahnya sendiri.")
    with qtbot.assertNotEmitted(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    middle = button.rect().center()
    QApplication.sendEvent(button, QHelpEvent(QHelpEvent.Type.ToolTip, middle, button.mapToGlobal(middle)))
    assert QToolTip.text() == "Penulis naskah tidak menyetujui naskahnya sendiri."
    assert button.accessibleDescription() == "Penulis naskah tidak menyetujui naskahnya sendiri."
    button.set_refusal(None)
    assert (button.isEnabled(), button.toolTip(), button.accessibleDescription()) == (
        True,
        "Setujui revisi ini",
        "",
    )


def test_a_button_can_change_its_voice_and_its_icon(theme: Theme) -> None:
    button = Button(theme, "Hapus", name="Hapus foto")
    assert button.icon().isNull()
    button.set_icon("trash-2")
    button.set_variant("danger")
    assert (button.variant, button.icon().isNull()) == ("danger", False)
    assert button.accessibleName() == "Hapus foto"


def test_a_tool_button_tells_its_name_and_keys(qtbot: QtBot, theme: Theme, show: Show) -> None:
    bold = ToolButton(theme, "bold", "Tebal", keys="Ctrl+B", checkable=True)
    small = ToolButton(theme, "x", "Tutup", side=22)
    show(bold, small)
    assert bold.size() == QSize(28, 28)
    assert small.size() == QSize(22, 22)
    assert (bold.accessibleName(), bold.toolTip()) == ("Tebal", "Tebal (Ctrl+B)")
    qtbot.mouseClick(bold, Qt.MouseButton.LeftButton)
    assert bold.isChecked()
    bold.set_refusal("Letakkan kursor di isi naskah.")
    assert bold.toolTip() == "Letakkan kursor di isi naskah."
    bold.set_refusal(None)
    assert bold.toolTip() == "Tebal (Ctrl+B)"


def test_a_tool_button_takes_another_icon_in_another_tone(theme: Theme) -> None:
    star = ToolButton(theme, "minus", "Foto utama")
    star.set_icon("minus", "accent")
    image = star.icon().pixmap(QSize(32, 32)).toImage()
    assert image.pixelColor(16, 16).name() == LIGHT.accent


@pytest.mark.parametrize("text", STATES)
def test_a_chip_is_as_wide_as_its_word(theme: Theme, show: Show, text: str) -> None:
    chip = Chip(theme, text, state="in-review")
    show(chip, width=30)
    assert chip.width() >= QFontMetrics(chip_font()).horizontalAdvance(text) + 12
    assert chip.height() >= QFontMetrics(chip_font()).height()


def test_a_chip_shows_another_state(theme: Theme, show: Show) -> None:
    chip = Chip(theme, "Draf")
    show(chip)
    chip.show_state("Menunggu persetujuan", "in-review")
    assert (chip.text, chip.state, chip.accessibleName()) == (
        "Menunggu persetujuan", "in-review", "Menunggu persetujuan",
    )  # fmt: skip
    assert chip.sizeHint() == chip_size("Menunggu persetujuan")
    assert chip.grab().toImage().pixelColor(10, 1).name() == LIGHT.state("in-review").ground


def test_only_what_is_spiked_is_struck_through(theme: Theme) -> None:
    assert chip_font(struck=True).strikeOut()
    assert not chip_font().strikeOut()
    struck, plain = (Chip(theme, "Batal terbit", state=state) for state in ("spiked", "draft"))
    word = QFontMetrics(chip_font()).horizontalAdvance("Batal terbit")
    assert _longest_stroke(struck.grab().toImage()) >= word - 2 > _longest_stroke(plain.grab().toImage())


def _longest_stroke(image: QImage) -> int:
    """The most dark px in one row."""
    rows = (
        [image.pixelColor(x, y).lightness() < 190 for x in range(image.width())] for y in range(image.height())
    )
    return max(sum(row) for row in rows)


def test_a_list_draws_the_same_chip(qapp: QApplication, theme: Theme) -> None:
    image = QImage(200, 40, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    rect = paint_chip(painter, QPointF(5, 6), "Draf", LIGHT.state("draft"))
    painter.end()
    assert rect.size().toSize() == chip_size("Draf")
    assert image.pixelColor(rect.center().toPoint() + QPoint(0, -7)).name() == LIGHT.state("draft").ground


def _filters(theme: Theme) -> FilterChips:
    entries = [Filter("all", "Semua", 12), Filter("draft", "Draf", 5), Filter("in-review", "Menunggu", 3)]
    return FilterChips(theme, "Saring naskah", entries)


def test_a_filter_is_chosen_by_mouse_and_by_arrow_keys(qtbot: QtBot, theme: Theme, show: Show) -> None:
    filters = _filters(theme)
    show(filters)
    chips = {chip.text(): chip for chip in filters.children() if hasattr(chip, "isChecked")}
    assert filters.current == "all"
    with qtbot.waitSignal(filters.chosen) as chosen:
        qtbot.mouseClick(chips["Draf 5"], Qt.MouseButton.LeftButton)
    assert chosen.args == ["draft"]
    chips["Draf 5"].setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(filters.chosen) as chosen:
        qtbot.keyClick(chips["Draf 5"], Qt.Key.Key_Right)
    assert chosen.args == ["in-review"]
    assert filters.current == "in-review"


def test_a_filter_put_in_force_by_the_program_tells_nobody(qtbot: QtBot, theme: Theme) -> None:
    filters = _filters(theme)
    with qtbot.assertNotEmitted(filters.chosen):
        filters.choose("draft")
        filters.choose("no-such-filter")
    assert filters.current == "draft"


def test_filters_show_new_counts_and_wrap_where_it_is_narrow(theme: Theme, show: Show) -> None:
    filters = _filters(theme)
    show(filters, width=400)
    low = filters.height()
    filters.set_counts({"draft": 6, "unknown": 1})
    chips = [chip for chip in filters.children() if hasattr(chip, "isChecked")]
    assert [chip.text() for chip in chips] == ["Semua 12", "Draf 6", "Menunggu 3"]
    assert filters.heightForWidth(120) > low
    assert filters.heightForWidth(400) == low


def test_a_filter_without_a_count_prints_none(theme: Theme) -> None:
    filters = FilterChips(theme, "Saring", [Filter("mine", "Milik saya")])
    assert [chip.text() for chip in filters.children() if hasattr(chip, "isChecked")] == ["Milik saya"]


def test_filters_that_are_not_wanted_hide_but_the_chosen_one_stays(theme: Theme, show: Show) -> None:
    filters = _filters(theme)
    show(filters)
    filters.choose("draft")
    filters.show_only({"in-review"})
    chips = [chip for chip in filters.children() if hasattr(chip, "isChecked")]
    assert [chip.text() for chip in chips if chip.isVisible()] == ["Draf 5", "Menunggu 3"]
