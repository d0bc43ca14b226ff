"""Dialogs answered by keys and mouse, and messages that go by themselves."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from editor_app.ui.kit import toast as toast_module
from editor_app.ui.kit.dialog import ConfirmDialog, Dialog, NoteDialog, ask_note, confirmed
from editor_app.ui.kit.labelled_field import LabelledField
from editor_app.ui.kit.select import Select
from editor_app.ui.kit.theme import Mode, Theme
from editor_app.ui.kit.toast import Toast
from editor_app.ui.kit.tokens import DARK
from tests.ui.kit.conftest import Show


def _note_dialog(theme: Theme, required: str = "Tulis apa yang perlu diperbaiki.") -> NoteDialog:
    return NoteDialog(
        theme,
        "Kembalikan naskah",
        "Penulis membaca catatan ini di atas naskahnya.",
        field="Catatan",
        accept="Kembalikan",
        cancel="Batal",
        required=required,
    )


def _open(qtbot: QtBot, dialog: Dialog) -> None:
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)


def test_a_required_note_is_asked_for_in_place(qtbot: QtBot, theme: Theme) -> None:
    dialog = _note_dialog(theme)
    _open(qtbot, dialog)
    assert dialog.width() == 440
    assert dialog.note_text.hasFocus()
    low = dialog.height()
    with qtbot.assertNotEmitted(dialog.accepted):
        qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    assert dialog.field.error == "Tulis apa yang perlu diperbaiki."
    assert dialog.isVisible()
    assert dialog.height() == low
    qtbot.keyClicks(dialog.note_text, " Lengkapi deskripsi foto. ")
    assert dialog.field.error == ""
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.note_text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.note == "Lengkapi deskripsi foto."


def test_enter_in_a_note_breaks_the_line(qtbot: QtBot, theme: Theme) -> None:
    dialog = _note_dialog(theme)
    _open(qtbot, dialog)
    qtbot.keyClicks(dialog.note_text, "satu")
    qtbot.keyClick(dialog.note_text, Qt.Key.Key_Return)
    qtbot.keyClicks(dialog.note_text, "dua")
    assert dialog.isVisible()
    assert dialog.note == "satu\ndua"


def test_an_optional_note_may_be_empty(qtbot: QtBot, theme: Theme) -> None:
    dialog = _note_dialog(theme, required="")
    QTimer.singleShot(0, dialog.accept_button.click)
    assert ask_note(dialog) == ""


def test_a_dialog_without_a_sentence_has_only_its_title(theme: Theme) -> None:
    dialog = Dialog(theme, "Tautan")
    assert [words.text() for words in dialog.findChildren(QLabel)] == ["Tautan"]


@pytest.mark.parametrize("how", ["escape", "button"])
def test_leaving_a_note_gives_none(qtbot: QtBot, theme: Theme, how: str) -> None:
    dialog = _note_dialog(theme)
    qtbot.addWidget(dialog)

    def leave() -> None:
        if how == "escape":
            qtbot.keyClick(dialog.note_text, Qt.Key.Key_Escape)
        else:
            qtbot.mouseClick(dialog.cancel_button, Qt.MouseButton.LeftButton)

    QTimer.singleShot(0, leave)
    assert ask_note(dialog) is None


def _question(theme: Theme, *, danger: bool) -> ConfirmDialog:
    return ConfirmDialog(
        theme,
        "Batalkan naskah ini?",
        "Ia dapat dipulihkan.",
        accept="Batalkan naskah",
        cancel="Biarkan",
        danger=danger,
    )


@pytest.mark.parametrize(("danger", "agreed"), [(False, True), (True, False)])
def test_enter_agrees_unless_it_destroys(qtbot: QtBot, theme: Theme, danger: bool, agreed: bool) -> None:  # noqa: FBT001
    dialog = _question(theme, danger=danger)
    qtbot.addWidget(dialog)
    QTimer.singleShot(0, lambda: qtbot.keyClick(dialog, Qt.Key.Key_Return))
    assert confirmed(dialog) is agreed


def test_what_destroys_is_agreed_to_by_its_own_button(qtbot: QtBot, theme: Theme) -> None:
    dialog = _question(theme, danger=True)
    qtbot.addWidget(dialog)
    QTimer.singleShot(0, lambda: qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton))
    assert confirmed(dialog)
    assert dialog.accept_button.variant == "danger"


def test_a_dialog_says_what_it_is_about(qtbot: QtBot, theme: Theme) -> None:
    dialog = Dialog(theme, "Tautan", "Alamat lengkap.")
    field = QLineEdit()
    dialog.column.addWidget(field)
    plain = dialog.add_button("Tutup")
    _open(qtbot, dialog)
    assert (dialog.windowTitle(), dialog.accessibleName()) == ("Tautan", "Tautan")
    assert dialog.accessibleDescription() == "Alamat lengkap."
    assert plain.x() + plain.width() > dialog.width() - 40
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible()


def test_a_dialog_is_as_wide_as_its_buttons(qtbot: QtBot, theme: Theme) -> None:
    dialog = Dialog(theme, "Selamat datang", "Mulai redaksi Anda.")
    names = ("Lihat contoh redaksi yang sudah terisi", "Batal", "Mulai redaksi kami di laptop ini")
    buttons = [dialog.add_button(name, aside=index == 0) for index, name in enumerate(names)]
    _open(qtbot, dialog)
    assert dialog.width() > 440
    assert all(button.width() >= button.sizeHint().width() for button in buttons)
    assert buttons[1].width() == 88
    assert dialog.height() == dialog.layout().totalHeightForWidth(dialog.width())


def test_tab_goes_from_the_fields_to_the_buttons(qtbot: QtBot, theme: Theme) -> None:
    dialog = Dialog(theme, "Tautan")
    button = dialog.add_button("Tutup", main=True)
    first, second = QLineEdit(), Select("Gaya", [("a", "A")])
    for field in (first, second):
        dialog.column.addWidget(LabelledField("Isian", field))
    _open(qtbot, dialog)
    first.setFocus()
    walked = []
    for _ in range(3):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        walked.append(QApplication.focusWidget())
    assert walked == [second, button, first]


# ---- toast


@pytest.fixture
def window(show: Show) -> QWidget:
    return show(QLineEdit(), width=600)


@pytest.fixture
def toast(theme: Theme, window: QWidget) -> Toast:
    return Toast(theme, window)


def test_a_message_stands_in_the_middle_at_the_foot_and_leaves_the_cursor_alone(
    toast: Toast, window: QWidget
) -> None:
    field = window.findChild(QLineEdit)
    field.setFocus()
    toast.tell("Foto dihapus.")
    assert toast.isVisible()
    assert abs(toast.geometry().center().x() - window.rect().center().x()) <= 1
    assert field.hasFocus()
    assert not toast.button.isVisible()
    assert (toast.text, toast.accessibleName()) == ("Foto dihapus.", "Foto dihapus.")
    window.resize(700, 300)
    QApplication.processEvents()
    assert abs(toast.geometry().center().x() - 350) <= 1
    assert toast.geometry().bottom() < 300


def test_a_long_message_wraps_inside_its_window(toast: Toast, window: QWidget) -> None:
    toast.tell("Naskah diserahkan ke laptop lain dan dapat diambil kembali selama belum dibuka. " * 3)
    assert toast.width() <= window.width()
    assert toast.height() > 60


def test_a_message_offers_to_take_back_what_was_done(qtbot: QtBot, toast: Toast) -> None:
    toast.tell("Foto dihapus.", action="Urungkan")
    with qtbot.waitSignal(toast.acted):
        qtbot.mouseClick(toast.button, Qt.MouseButton.LeftButton)
    assert not toast.isVisible()


def test_a_message_goes_by_itself(qtbot: QtBot, toast: Toast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(toast_module, "_SHOWN_MS", 1)
    toast.tell("Tersimpan.")
    qtbot.waitUntil(lambda: not toast.isVisible())


def test_a_message_stays_while_the_mouse_is_on_it(toast: Toast) -> None:
    toast.tell("Tersimpan.")
    middle = toast.rect().center().toPointF()
    QApplication.sendEvent(toast, QEnterEvent(middle, middle, middle))
    toast.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    toast.leave()
    assert toast.isVisible()
    toast.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, on=False)
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    toast.leave()
    assert not toast.isVisible()


@pytest.fixture
def moving(qapp: QApplication, window: QWidget) -> Iterator[Theme]:
    dressed = Theme(qapp, Mode.DARK, still=False)
    yield dressed
    qapp.styleHints().colorSchemeChanged.disconnect(dressed._follow)
    dressed.deleteLater()


def test_where_things_may_move_a_message_fades_in_and_out(qtbot: QtBot, moving: Theme, window: QWidget) -> None:
    toast = Toast(moving, window)
    toast.tell("Tersimpan.")
    qtbot.waitUntil(lambda: not toast.graphicsEffect().isEnabled())
    assert toast.grab().toImage().pixelColor(30, 3).name() == DARK.tooltip.ground
    toast.leave()
    assert toast.isVisible()
    qtbot.waitUntil(lambda: not toast.isVisible())
