"""Every dialog, in both languages and with larger type: nothing is cut, everything has a name, and keys do."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from editor_app.newsroom.staff import everyone
from editor_app.ui.dialogs.approval_dialog import ApprovalDialog
from editor_app.ui.dialogs.choice_dialog import ChoiceDialog
from editor_app.ui.dialogs.correction_dialog import CorrectionDialog
from editor_app.ui.dialogs.export_dialog import ExportDialog
from editor_app.ui.dialogs.link_dialog import LinkDialog
from editor_app.ui.dialogs.live_dialog import LiveDialog
from editor_app.ui.dialogs.person_dialog import PersonDialog
from editor_app.ui.dialogs.start_dialog import StartDialog
from editor_app.ui.exporting import Exporting
from editor_app.ui.kit.dialog import ConfirmDialog, Dialog, NoteDialog
from editor_app.ui.runner import Runner
from editor_app.words import LANGUAGES, Language, Words
from tests.ui.hands import CONTROL, key, opened, press
from tests.ui.office import EDITOR, Office

Make = Callable[[Office, Words], Dialog]


def export(office: Office, words: Words, *, proof: bool = False) -> Dialog:
    story, editor, runner = office.story(), office.person(EDITOR), Runner()
    exporting = Exporting(office.newsroom, runner, story_id=story, person=editor, proof=proof)
    dialog = ExportDialog(exporting, office.theme, words, None)
    runner.setParent(dialog)
    return dialog


def approval(office: Office, words: Words) -> Dialog:
    now = datetime(2026, 11, 12, 7, tzinfo=UTC)
    return ApprovalDialog(office.theme, words, None, code="R7-4K2Q", now=now, zone=ZoneInfo("Asia/Jakarta"))


def note(office: Office, words: Words) -> Dialog:
    text = words.text
    return NoteDialog(
        office.theme,
        text("withdraw-dialog.title"),
        text("withdraw-dialog.text"),
        field=text("withdraw-dialog.note"),
        accept=text("withdraw-dialog.accept"),
        cancel=text("dialog.cancel"),
        required=text("withdraw-without-reason"),
    )


def spike(office: Office, words: Words) -> Dialog:
    text = words.text
    return ConfirmDialog(
        office.theme,
        text("spike-dialog.title"),
        text("spike-dialog.text"),
        accept=text("spike-dialog.accept"),
        cancel=text("spike-dialog.cancel"),
        danger=True,
    )


DIALOGS: dict[str, Make] = {
    "start": lambda office, words: StartDialog(office.theme, words, "/home/sekar/Dokumen/meja-redaksi"),
    "person": lambda office, words: PersonDialog(office.theme, words, None),
    "link": lambda office, words: LinkDialog(office.theme, words, None, address="perpustakaan"),
    "live": lambda office, words: LiveDialog(office.newsroom, office.theme, words, None),
    "approval": approval,
    "correction": lambda office, words: CorrectionDialog(office.theme, words, None),
    "choice": lambda office, words: ChoiceDialog(
        office.theme, words, "send-on-dialog", everyone(office.newsroom), None
    ),
    "export": export,
    "proof": lambda office, words: export(office, words, proof=True),
    "note": note,
    "spike": spike,
}
every = pytest.mark.parametrize("make", DIALOGS.values(), ids=DIALOGS)
both = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture(params=[1.0, 1.25], ids=["100%", "125%"])
def type_size(request: pytest.FixtureRequest, office: Office, qapp: QApplication) -> Iterator[float]:
    """Type of the usual size, and larger."""
    factor: float = request.param
    usual = qapp.styleSheet()

    def larger(size: re.Match[str]) -> str:
        return f"font-size: {round(int(size[1]) * factor)}px"

    controls = f"QPushButton, QLineEdit, QComboBox, QCheckBox, QLabel {{ font-size: {round(13 * factor)}px; }}"
    qapp.setStyleSheet(controls + re.sub(r"font-size: (\d+)px", larger, usual))
    yield factor
    qapp.setStyleSheet(usual)


def cut(dialog: Dialog) -> list[str]:
    """The texts that do not have the room that they need."""
    widgets: list[QWidget] = [
        each
        for kind in (QLabel, QPushButton, QCheckBox)
        for each in dialog.findChildren(kind)
        if each.isVisible() and each.text()
    ]
    return [str(each.property("text")) for each in widgets if not _has_room(each, dialog)]


def _has_room(widget: QWidget, dialog: Dialog) -> bool:
    inside = dialog.rect().contains(widget.rect().translated(widget.mapTo(dialog, widget.rect().topLeft())))
    if isinstance(widget, QLabel) and widget.wordWrap():
        return inside and widget.height() >= widget.heightForWidth(widget.width())
    return (
        inside and widget.width() >= widget.sizeHint().width() and widget.height() >= widget.sizeHint().height()
    )


@every
@both
def test_nothing_is_cut(office: Office, qtbot: QtBot, type_size: float, language: Language, make: Make) -> None:
    dialog = make(office, Words(language))
    opened(qtbot, dialog)
    assert cut(dialog) == []
    size = dialog.size()
    main = next(each for each in dialog.findChildren(QPushButton) if each.isDefault())
    if not isinstance(dialog, ConfirmDialog | ChoiceDialog | ExportDialog):
        press(main)
        assert dialog.isVisible()
        assert cut(dialog) == []
        if type_size == 1:
            assert dialog.size() == size


@every
def test_the_first_field_has_the_keyboard_and_all_have_names(office: Office, qtbot: QtBot, make: Make) -> None:
    dialog = make(office, Words("id"))
    opened(qtbot, dialog)
    first = QApplication.focusWidget()
    assert first is not None
    assert dialog.isAncestorOf(first)
    walked: list[QWidget] = [first]
    while len(walked) < 20:
        key(Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        assert here is not None
        if here is first:
            break
        walked.append(here)
    assert all(each.accessibleName() or each.property("text") for each in walked)
    places = [each.mapTo(dialog, each.rect().center()) for each in walked]
    rows = [place.y() // 8 for place in places]
    if not isinstance(dialog, ConfirmDialog):
        assert rows == sorted(rows)
        assert isinstance(walked[-1], QPushButton)


@every
def test_escape_leaves(office: Office, qtbot: QtBot, make: Make) -> None:
    dialog = make(office, Words("en"))
    opened(qtbot, dialog)
    with qtbot.waitSignal(dialog.rejected):
        key(Qt.Key.Key_Escape)


@pytest.mark.parametrize("modifiers", [Qt.KeyboardModifier.NoModifier, CONTROL], ids=["enter", "ctrl-enter"])
def test_enter_passes_a_story_on(office: Office, qtbot: QtBot, modifiers: Qt.KeyboardModifier) -> None:
    dialog = DIALOGS["choice"](office, Words("id"))
    opened(qtbot, dialog)
    with qtbot.waitSignal(dialog.accepted):
        key(Qt.Key.Key_Return, modifiers)
