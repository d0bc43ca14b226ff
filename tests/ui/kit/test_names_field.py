"""Names typed, taken back, changed and removed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from editor_app.ui.kit.names_field import NamesField, split_typed
from editor_app.ui.kit.theme import Theme
from editor_app.ui.kit.tokens import LIGHT
from tests.ui.kit.conftest import Show


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("Sari Wulandari; Bima A.", ("Sari Wulandari", "Bima A.")),
        ("Sari Wulandari, Bima Arya", ("Sari Wulandari", "Bima Arya")),
        ("Budi Hartono, S.Sos.", ("Budi Hartono, S.Sos.",)),
        ("Budi, S.Sos., M.Si; Rini, SH", ("Budi, S.Sos., M.Si", "Rini, SH")),
        ("Budi ,M.M. , Humas Kota", ("Budi, M.M.", "Humas Kota")),
        (" ; , ", ()),
        ("S.Sos.", ("S.Sos.",)),
    ],
)
def test_typed_names_are_parted_but_not_at_a_degree(typed: str, names: tuple[str, ...]) -> None:
    assert split_typed(typed) == names


@given(st.lists(st.from_regex(r"[A-Z][a-z]{2,8}( [A-Z][a-z]{2,8})?", fullmatch=True), max_size=4))
def test_names_that_were_joined_are_parted_again(names: list[str]) -> None:
    assert split_typed("; ".join(names)) == tuple(names)


@pytest.fixture
def field(theme: Theme) -> NamesField:
    return NamesField(theme, "Penulis", remove="Hapus nama", placeholder="Ketik nama")


def _chips(field: NamesField) -> list[QAbstractButton]:
    return [chip for chip in field.findChildren(QAbstractButton) if not chip.isHidden()]


def test_enter_and_semicolon_end_a_name(qtbot: QtBot, field: NamesField, show: Show) -> None:
    show(field)
    told: list[tuple[str, ...]] = []
    field.names_edited.connect(told.append)
    qtbot.keyClicks(field.line, "Sari Wulandari")
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    qtbot.keyClicks(field.line, "Bima, S.Sos.;")
    assert told == [("Sari Wulandari",), ("Sari Wulandari", "Bima, S.Sos.")]
    assert field.text() == "Sari Wulandari; Bima, S.Sos."
    assert field.line.text() == ""


def test_leaving_the_field_ends_a_name(qtbot: QtBot, field: NamesField, show: Show) -> None:
    other = QLineEdit()
    show(field, other)
    field.setFocus()
    qtbot.keyClicks(field.line, "Humas Kota")
    assert field.property("hot") is True
    other.setFocus()
    assert field.names == ("Humas Kota",)
    assert field.property("hot") is False


def test_a_name_is_not_taken_twice(qtbot: QtBot, field: NamesField, show: Show) -> None:
    show(field)
    field.set_names(["Sari"])
    with qtbot.assertNotEmitted(field.names_edited):
        qtbot.keyClicks(field.line, "Sari")
        qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert field.names == ("Sari",)


def test_the_hint_is_there_only_without_names(field: NamesField, show: Show) -> None:
    show(field)
    assert field.line.placeholderText() == "Ketik nama"
    field.set_names(["Sari"])
    field.set_names(["Sari"])
    assert field.line.placeholderText() == ""
    field.set_names([])
    assert field.line.placeholderText() == "Ketik nama"


def test_backspace_takes_the_last_name_back_to_be_changed(qtbot: QtBot, field: NamesField, show: Show) -> None:
    show(field)
    qtbot.keyClick(field.line, Qt.Key.Key_Backspace)
    field.set_names(["Sari", "Bima"])
    qtbot.keyClick(field.line, Qt.Key.Key_Backspace)
    assert (field.names, field.line.text()) == (("Sari",), "Bima")
    qtbot.keyClick(field.line, Qt.Key.Key_Backspace)
    assert (field.names, field.line.text()) == (("Sari",), "Bim")


def test_a_name_is_removed_by_its_cross(qtbot: QtBot, field: NamesField, show: Show) -> None:
    show(field)
    field.set_names(["Sari Wulandari", "Bima"])
    QApplication.processEvents()
    chip = _chips(field)[0]
    assert (chip.accessibleName(), chip.accessibleDescription()) == ("Sari Wulandari", "Hapus nama")
    with qtbot.assertNotEmitted(field.names_edited):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(10, 11))
    with qtbot.waitSignal(field.names_edited) as told:
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 12, 11))
    assert told.args == [("Bima",)]
    assert field.line.hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_a_name_is_removed_by_keys(qtbot: QtBot, field: NamesField, show: Show, key: Qt.Key) -> None:
    show(field)
    field.set_names(["Sari", "Bima"])
    chip = _chips(field)[0]
    chip.setFocus(Qt.FocusReason.TabFocusReason)
    assert chip.hasFocus()
    qtbot.keyClick(chip, Qt.Key.Key_A)
    qtbot.keyClick(chip, key)
    assert field.names == ("Bima",)


def test_a_name_is_changed_by_enter_or_a_double_click(qtbot: QtBot, field: NamesField, show: Show) -> None:
    show(field)
    field.set_names(["Sari", "Bima"])
    chip = _chips(field)[0]
    chip.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(chip, Qt.Key.Key_Return)
    assert (field.names, field.line.text()) == (("Bima",), "Sari")
    qtbot.keyClicks(field.line, " W.")
    qtbot.mouseDClick(_chips(field)[0], Qt.MouseButton.LeftButton, pos=QPoint(8, 11))
    assert (field.names, field.line.text()) == (("Sari W.",), "Bima")


def test_a_click_beside_the_names_puts_the_cursor_in_the_line(
    qtbot: QtBot, field: NamesField, show: Show
) -> None:
    show(QLineEdit(), field)
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert field.line.hasFocus()


def test_many_names_make_the_field_taller(field: NamesField, show: Show) -> None:
    show(field, width=240)
    low = field.height()
    field.set_names(["Sari Wulandari", "Bima Aryasatya", "Humas Kota", "Rangga Pratama Adiputra Kusuma Wardhana"])
    QApplication.processEvents()
    assert field.height() > low
    assert all(chip.geometry().right() <= field.width() for chip in _chips(field))


def test_a_row_of_names_is_as_tall_as_a_line(field: NamesField, show: Show) -> None:
    other = QLineEdit()
    show(field, other, width=320)
    other.setFocus()
    QApplication.processEvents()
    assert field.height() == other.height() == 32
    for names in (["Sari"], ["Sari Wulandari", "Bima Arya Adi"]):
        field.set_names(names)
        QApplication.processEvents()
        assert field.height() == 32


def test_the_line_takes_what_its_row_has_left_if_that_is_enough_to_type_in(field: NamesField, show: Show) -> None:
    show(field, QLineEdit(), width=320)
    field.line.setFocus()
    field.set_names(["Sari Wulandari"])
    QApplication.processEvents()
    chip = _chips(field)[0]
    assert field.height() == 32
    assert field.line.x() > chip.geometry().right()
    assert field.line.geometry().right() > field.width() - 12
    field.set_names(["Sari Wulandari", "Bima Arya Adi"])
    QApplication.processEvents()
    assert field.line.y() > chip.geometry().bottom()
    assert field.height() > 32


def test_no_empty_row_stays_when_the_field_is_left(field: NamesField, show: Show) -> None:
    other = QLineEdit()
    show(field, other, width=320)
    field.set_names(["Sari Wulandari", "Bima Arya Adi"])
    field.line.setFocus()
    QApplication.processEvents()
    tall = field.height()
    other.setFocus()
    QApplication.processEvents()
    assert field.height() == 32 < tall
    field.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    assert field.height() == tall


def test_names_that_may_not_be_changed_look_so_and_have_no_cross(field: NamesField, show: Show) -> None:
    show(field)
    field.set_names(["Sari Wulandari"])
    QApplication.processEvents()
    chip = _chips(field)[0]
    wide, ground = chip.width(), chip.grab().toImage().pixelColor(5, 11).name()
    assert (ground, chip.toolTip()) == (LIGHT.tint, "Sari Wulandari")
    field.setEnabled(False)
    QApplication.processEvents()
    assert chip.width() < wide
    assert chip.grab().toImage().pixelColor(5, 11).name() == LIGHT.pane
    assert chip.toolTip() == ""
    field.setEnabled(True)
    QApplication.processEvents()
    assert chip.width() == wide


def test_known_names_are_offered_and_taken(qtbot: QtBot, field: NamesField, show: Show) -> None:
    show(field)
    field.set_known(["Sari Wulandari", "Bima Aryasatya"])
    field.line.setFocus()
    qtbot.keyClicks(field.line, "wulan")
    popup = field.line.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    with qtbot.waitSignal(field.names_edited) as told:
        qtbot.keyClick(popup, Qt.Key.Key_Down)
        qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert told.args == [("Sari Wulandari",)]
    assert field.line.text() == ""
