"""Asks as what and where a story is written out, and shows how far it is."""

from collections.abc import Callable
from pathlib import Path
from threading import Event as Flag

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QRadioButton,
    QWidget,
)

from editor_app.newsroom.newsroom import Newsroom
from editor_app.newsroom.publishing import Exported, ExportFormat, export
from editor_app.story.people import Person
from editor_app.ui.kit.banner import Banner
from editor_app.ui.kit.button import Button
from editor_app.ui.kit.dialog import Dialog
from editor_app.ui.kit.label import label
from editor_app.ui.kit.labelled_field import LabelledField
from editor_app.ui.kit.theme import Theme
from editor_app.ui.runner import Runner
from editor_app.words import Sayable, Words


class ExportDialog(Dialog):
    """The formats, the folder, the progress; stays open to say where the file is."""

    exported = Signal(object)  # the Changes
    _made = Signal(int, int)

    def __init__(
        self,
        newsroom: Newsroom,
        runner: Runner,
        theme: Theme,
        words: Words,
        parent: QWidget,
        *,
        story_id: str,
        person: Person,
        proof: bool,
    ) -> None:
        code = "proof-dialog" if proof else "export-dialog"
        super().__init__(theme, words.text(f"{code}.title"), words.text(f"{code}.text"), parent=parent)
        self._newsroom = newsroom
        self._runner = runner
        self._words = words
        self._story_id = story_id
        self._person = person
        self._proof = proof
        self._cancelled = Flag()
        self._running = False
        self._path: Path | None = None
        self.formats: dict[ExportFormat, QRadioButton] = {}
        self._group = QButtonGroup(self)
        for kind in (ExportFormat.BUNDLE, ExportFormat.DOCX, ExportFormat.HTML):
            button = QRadioButton(words.text(f"export-format.{kind.value}"))
            self._group.addButton(button)
            self.formats[kind] = button
            self.column.addWidget(button)
            about = label(words.text(f"export-format-about.{kind.value}"), "small", wrap=True)
            about.setIndent(26)
            self.column.addWidget(about)
        self.formats[ExportFormat.DOCX if proof else ExportFormat.BUNDLE].setChecked(True)
        self.folder_line = QLineEdit(str(newsroom.store.folder.exports))
        self.folder_line.setAccessibleName(words.text("export-dialog.folder"))
        choose = Button(theme, words.text("export-dialog.choose"), icon="folder-open")
        choose.clicked.connect(self._choose_folder)
        place = QWidget()
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.folder_line, 1)
        row.addWidget(choose)
        self.column.addWidget(LabelledField(words.text("export-dialog.folder"), place))
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(words.text("export-dialog.progress"))
        self.bar.hide()
        self.column.addWidget(self.bar)
        self.banner = Banner(theme)
        self.banner.hide()
        self.banner.acted.connect(self._show_folder)
        self.column.addWidget(self.banner)
        self.cancel_button = self.add_button(words.text("dialog.cancel"))
        self.accept_button = self.add_button(words.text(f"{code}.accept"), "primary", main=True)
        self.cancel_button.clicked.connect(self.reject)
        self.accept_button.clicked.connect(self.run)
        self._made.connect(self._show_progress)

    def run(self) -> None:
        """Writes the story out, off the GUI thread."""
        if self._path is not None:
            self.accept()
            return
        kind = next(kind for kind, button in self.formats.items() if button.isChecked())
        out = Path(self.folder_line.text().strip() or str(self._newsroom.store.folder.exports))
        self._cancelled.clear()
        self._set_running(running=True)
        self._runner.work(self._job(kind, out), self._done, self._failed)

    def reject(self) -> None:
        """Cancels what runs, else closes."""
        if self._running:
            self._cancelled.set()
            self.cancel_button.setEnabled(False)
        else:
            super().reject()

    def _job(self, kind: ExportFormat, out: Path) -> Callable[[], Exported]:
        def progress(done: int, total: int) -> bool:
            self._made.emit(done, total)
            return not self._cancelled.is_set()

        return lambda: export(
            self._newsroom,
            story_id=self._story_id,
            person=self._person,
            format=kind,
            out=out,
            proof=self._proof,
            progress=progress,
        )

    def _done(self, exported: Exported) -> None:
        self._path = exported.path
        self._set_running(running=False)
        self.banner.tell(
            self._words.text("export-dialog.done", file=exported.path.name),
            "success",
            action=self._words.text("export-dialog.show"),
        )
        self.accept_button.setText(self._words.text("dialog.close"))
        self.cancel_button.hide()
        self.adjustSize()
        self.exported.emit(exported.changes)

    def _failed(self, error: Sayable) -> None:
        self._set_running(running=False)
        self.banner.tell(self._words.say(error), "error")
        self.adjustSize()

    def _set_running(self, *, running: bool) -> None:
        self._running = running
        self.accept_button.setEnabled(not running)
        self.cancel_button.setEnabled(True)
        self.bar.setVisible(running)
        self.bar.setRange(0, 0)
        if running:
            self.banner.hide()
        self.adjustSize()

    def _show_progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, total + 1)
        self.bar.setValue(done)

    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(
            self, self._words.text("export-dialog.folder"), self.folder_line.text()
        )
        if folder:
            self.folder_line.setText(folder)

    def _show_folder(self) -> None:
        if self._path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path.parent)))
