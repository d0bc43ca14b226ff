"""Exports and proofs by the dialog: some formats in one go, remembered, stopped, and told of."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QObject, QSettings, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from editor_app.newsroom.photographing import Description, add_photos
from editor_app.newsroom.publishing import ExportFormat
from editor_app.story.body import Span, TextBlock
from editor_app.story.story import Story
from editor_app.ui.dialogs.export_dialog import ExportDialog
from editor_app.ui.exporting import Exporting
from editor_app.ui.runner import Runner
from editor_app.words import LANGUAGES, Language, Words
from tests.ui.hands import fill, key, opened, press, tick
from tests.ui.office import WRITER, Office, picture

BUNDLE, DOCX, HTML = ExportFormat.BUNDLE, ExportFormat.DOCX, ExportFormat.HTML
HEADLINE = "PERPUSTAKAAN APUNG BERLABUH DI DERMAGA TIRTA DAN DISAMBUT RATUSAN ANAK SEKOLAH"
both = pytest.mark.parametrize("language", LANGUAGES)


class Desk:
    """Opens the dialog on a story of one photo."""

    def __init__(self, office: Office, qtbot: QtBot, folder: Path) -> None:
        self.office = office
        self.qtbot = qtbot
        self.runner = Runner()
        self.settings = QSettings(str(folder / "desk.ini"), QSettings.Format.IniFormat)
        body = (TextBlock("a0000001", (Span("Satu."),)),)
        self.story = office.story(Story(headline=HEADLINE, language="id", body=body))
        self.exports = office.newsroom.store.folder.exports
        self.photo(picture(folder / "rakit.png"))

    def photo(self, path: Path) -> None:
        writer = self.office.person(WRITER)
        add_photos(
            self.office.newsroom,
            story_id=self.story,
            paths=[path],
            described=Description(lead=True),
            person=writer,
        )

    def dialog(self, *, language: Language = "id", proof: bool = True) -> ExportDialog:
        exporting = Exporting(
            self.office.newsroom,
            self.runner,
            story_id=self.story,
            person=self.office.person(WRITER),
            proof=proof,
        )
        dialog = ExportDialog(exporting, self.office.theme, Words(language), None, settings=self.settings)
        opened(self.qtbot, dialog)
        return dialog

    @contextmanager
    def busy(self) -> Iterator[None]:
        """Keeps the exports waiting for something else that takes long."""
        gate = Event()
        self.runner.work(gate.wait, lambda _: None, lambda _: None)
        yield
        gate.set()

    def until_ended(self, dialog: ExportDialog) -> None:
        self.qtbot.waitUntil(lambda: dialog.banner.isVisible() and not self.runner.is_writing, timeout=20_000)


@pytest.fixture
def desk(office: Office, qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(office, qtbot, tmp_path)
    yield made
    made.runner.close()


def ticked(dialog: ExportDialog) -> set[ExportFormat]:
    return {kind for kind, box in dialog.formats.items() if box.isChecked()}


def suffixes(folder: Path) -> list[str]:
    return sorted(path.suffix for path in folder.iterdir())


def test_the_bundle_is_ticked_first_and_of_a_proof_the_word_file(desk: Desk) -> None:
    assert ticked(desk.dialog(proof=False)) == {BUNDLE}
    assert ticked(desk.dialog(proof=True)) == {DOCX}


@both
def test_all_that_is_ticked_is_written_in_one_go(desk: Desk, language: Language) -> None:
    words = Words(language)
    dialog = desk.dialog(language=language)
    told: list[object] = []
    dialog.exported.connect(told.append)
    tick(dialog.formats[BUNDLE])
    tick(dialog.formats[HTML])
    press(dialog.accept_button)
    desk.until_ended(dialog)
    assert suffixes(desk.exports) == ["", ".docx", ".zip"]
    assert len(told) == 3
    lines = dialog.banner.text.split("\n")
    assert lines[0] == words.text("export-dialog.done", folder=str(desk.exports))
    assert [line[-8:] for line in lines[1:]] == ["roof.zip", "oof.docx", "cle.html"]
    assert all(len(line) <= 41 for line in lines[1:])
    assert dialog.show_button.isVisible()
    assert dialog.accept_button.hasFocus()
    assert not dialog.bar.isVisible()
    assert dialog.accept_button.text() == words.text("dialog.close")
    assert not dialog.cancel_button.isVisible()
    press(dialog.accept_button)
    assert not dialog.isVisible()


class Opener(QObject):
    """Stands where the desktop would open a folder."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


def test_the_folder_with_what_was_made_is_opened(desk: Desk, tmp_path: Path) -> None:
    opener = Opener()
    QDesktopServices.setUrlHandler("file", opener, "open")
    try:
        dialog = desk.dialog()
        fill(dialog.folder_line, str(tmp_path / "keluar"))
        press(dialog.accept_button)
        desk.until_ended(dialog)
        fill(dialog.folder_line, str(tmp_path / "lain"))
        press(dialog.show_button)
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert opener.opened == [str(tmp_path / "keluar")]


def test_another_tick_or_folder_brings_the_button_back(desk: Desk, tmp_path: Path) -> None:
    words = Words("id")
    dialog = desk.dialog()
    press(dialog.accept_button)
    desk.until_ended(dialog)
    tick(dialog.formats[HTML])
    assert dialog.accept_button.text() == words.text("proof-dialog.accept")
    assert dialog.cancel_button.isVisible()
    press(dialog.accept_button)
    desk.qtbot.waitUntil(lambda: not dialog.cancel_button.isVisible(), timeout=20_000)
    assert suffixes(desk.exports) == ["", ".docx"]
    fill(dialog.folder_line, str(tmp_path / "lain"))
    assert dialog.accept_button.text() == words.text("proof-dialog.accept")
    press(dialog.accept_button)
    desk.qtbot.waitUntil(lambda: not dialog.cancel_button.isVisible(), timeout=20_000)
    assert suffixes(tmp_path / "lain") == ["", ".docx"]
    assert str(tmp_path / "lain") in dialog.banner.text


def test_with_nothing_ticked_the_button_says_what_to_do(desk: Desk) -> None:
    dialog = desk.dialog()
    tick(dialog.formats[DOCX])
    assert not dialog.accept_button.isEnabled()
    assert Words("id").text("export-dialog.nothing-ticked") in dialog.accept_button.toolTip()
    tick(dialog.formats[HTML])
    assert dialog.accept_button.isEnabled()


def test_formats_and_folder_are_remembered(desk: Desk, tmp_path: Path) -> None:
    dialog = desk.dialog()
    tick(dialog.formats[BUNDLE])
    fill(dialog.folder_line, str(tmp_path / "keluar"))
    key(Qt.Key.Key_Return)
    desk.until_ended(dialog)
    again = desk.dialog()
    assert ticked(again) == {BUNDLE, DOCX}
    assert again.folder_line.text() == str(tmp_path / "keluar")
    assert ticked(desk.dialog(proof=False)) == {BUNDLE}


def test_a_folder_that_is_gone_is_not_offered_again(desk: Desk, tmp_path: Path) -> None:
    desk.settings.setValue("export-dialog/folder", str(tmp_path / "gone"))
    assert desk.dialog().folder_line.text() == str(desk.exports)


def test_the_newsrooms_own_folder_is_no_choice_to_remember(desk: Desk) -> None:
    dialog = desk.dialog()
    press(dialog.accept_button)
    desk.until_ended(dialog)
    assert desk.settings.value("export-dialog/folder") == ""


def test_cancelling_before_anything_was_written_says_so(desk: Desk) -> None:
    words = Words("id")
    dialog = desk.dialog()
    with desk.busy():
        press(dialog.accept_button)
        key(Qt.Key.Key_Return)  # is no answer while it runs
        key(Qt.Key.Key_Escape)
        assert dialog.isVisible()
        assert not dialog.cancel_button.isEnabled()
    desk.until_ended(dialog)
    assert dialog.banner.text == words.text("export-cancelled")
    assert not desk.exports.exists() or suffixes(desk.exports) == []
    assert dialog.accept_button.text() == words.text("proof-dialog.accept")
    key(Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@both
def test_cancelling_between_says_what_was_written_and_what_was_not(desk: Desk, language: Language) -> None:
    words = Words(language)
    dialog = desk.dialog(language=language)
    tick(dialog.formats[HTML])
    dialog.exported.connect(lambda _: press(dialog.cancel_button))
    press(dialog.accept_button)
    desk.until_ended(dialog)
    lines = dialog.banner.text.split("\n")
    assert lines[:2] == [
        words.text("export-dialog.cancelled"),
        words.text("export-dialog.done", folder=str(desk.exports)),
    ]
    assert lines[2].endswith("-proof.docx")
    assert lines[3] == words.text("export-dialog.left", formats=words.text("export-format.html"))
    assert suffixes(desk.exports) == [".docx"]
    assert dialog.show_button.isVisible()


def test_trouble_is_said_and_the_button_stays_to_try_again(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("bukan folder")
    dialog = desk.dialog()
    fill(dialog.folder_line, str(tmp_path / "berkas"))
    press(dialog.accept_button)
    desk.until_ended(dialog)
    assert str(tmp_path / "berkas") in dialog.banner.text
    assert not dialog.show_button.isVisible()
    fill(dialog.folder_line, str(tmp_path / "folder"))
    press(dialog.accept_button)
    desk.qtbot.waitUntil(lambda: not dialog.cancel_button.isVisible(), timeout=20_000)
    assert suffixes(tmp_path / "folder") == [".docx"]


def test_a_folder_with_a_very_long_name_leaves_the_dialog_its_width(desk: Desk, tmp_path: Path) -> None:
    dialog = desk.dialog()
    wide = dialog.width()
    fill(dialog.folder_line, str(tmp_path / ("folder_tanpa_spasi_" * 8)))
    press(dialog.accept_button)
    desk.until_ended(dialog)
    assert dialog.width() == wide
    assert "…" in dialog.banner.text


def test_a_bug_lets_go_who_waits_for_the_export(desk: Desk) -> None:
    writer = desk.office.person(WRITER)
    exporting = Exporting(desk.office.newsroom, desk.runner, story_id=desk.story, person=writer, proof=True)
    bugs: list[object] = []
    desk.runner.crashed.connect(bugs.append)
    with desk.qtbot.waitSignal(exporting.ended) as ended:
        exporting.start((DOCX,), desk.exports / "no\0folder")  # no person can type that
    assert len(bugs) == 1
    assert not exporting.is_running
    assert ended.args is not None
    assert ended.args[0].missing == (DOCX,)


def test_nothing_can_be_changed_while_files_are_written(desk: Desk) -> None:
    dialog = desk.dialog()
    with desk.busy():
        press(dialog.accept_button)
        assert dialog.bar.isVisible()
        assert not dialog.folder_line.isEnabled()
        assert not any(box.isEnabled() for box in dialog.formats.values())
    desk.until_ended(dialog)
    assert dialog.folder_line.isEnabled()


@both
@pytest.mark.parametrize("proof", [True, False])
def test_what_one_gets_stands_close_under_its_tick(desk: Desk, language: Language, *, proof: bool) -> None:
    dialog = desk.dialog(language=language, proof=proof)
    words = Words(language)
    assert QApplication.focusWidget() is dialog.formats[BUNDLE]
    edges: list[int] = []
    for kind, box in dialog.formats.items():
        about = words.text(f"export-format-about.{kind.value}")
        hint = next(each for each in dialog.findChildren(QLabel) if each.text() == about)
        top, bottom = (
            hint.mapTo(dialog, hint.rect().topLeft()).y(),
            box.mapTo(dialog, box.rect().bottomLeft()).y(),
        )
        assert 0 <= top - bottom <= 4
        edges.append(box.mapTo(dialog, box.rect().topLeft()).y())
        edges.append(hint.mapTo(dialog, hint.rect().bottomLeft()).y())
    gaps = [below - above for above, below in zip(edges[1::2], edges[2::2], strict=False)]
    assert all(gap >= 8 for gap in gaps)
