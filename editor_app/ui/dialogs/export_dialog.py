"""Asks as what and where a story is written out, and shows how far it is."""

from pathlib import Path

from PySide6.QtCore import QSettings, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from editor_app.newsroom.publishing import Exported, ExportFormat
from editor_app.ui.exporting import Exporting, Outcome
from editor_app.ui.kit.banner import Banner, Kind
from editor_app.ui.kit.button import Button
from editor_app.ui.kit.dialog import Dialog
from editor_app.ui.kit.label import label
from editor_app.ui.kit.labelled_field import LabelledField
from editor_app.ui.kit.theme import Theme
from editor_app.words import Words

FORMATS = (ExportFormat.BUNDLE, ExportFormat.DOCX, ExportFormat.HTML)
_NAME = 40  # signs that are shown of the name of a file or folder
_TEXT_EDGE = 26  # px from the edge of a tick to its words


class ExportDialog(Dialog):
    """The formats, the folder, the progress; stays open to say what was made and where it is.

    Args:
        exporting: what writes the story out.
        theme: colours it.
        words: the catalogue.
        parent: the window that it belongs to.
        settings: where the formats and the folder chosen last are kept; None forgets them.
    """

    exported = Signal(object)  # the Changes, after each file

    def __init__(
        self,
        exporting: Exporting,
        theme: Theme,
        words: Words,
        parent: QWidget | None,
        *,
        settings: QSettings | None = None,
    ) -> None:
        self._code = "proof-dialog" if exporting.proof else "export-dialog"
        super().__init__(
            theme, words.text(f"{self._code}.title"), words.text(f"{self._code}.text"), parent=parent
        )
        self._words = words
        self._settings = settings
        self._exporting = exporting
        exporting.setParent(self)
        self._default = exporting.usual_folder
        self._out = self._default
        self._is_done = False
        self.formats: dict[ExportFormat, QCheckBox] = {}
        for kind in FORMATS:
            self.column.addWidget(self._option(kind))
        self.folder_line = QLineEdit()
        self.folder_line.setAccessibleName(words.text("export-dialog.folder"))
        choose = Button(theme, words.text("export-dialog.choose"), icon="folder-open")
        choose.clicked.connect(self._choose_folder)
        self._place = QWidget()
        row = QHBoxLayout(self._place)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.folder_line, 1)
        row.addWidget(choose)
        self.column.addWidget(LabelledField(words.text("export-dialog.folder"), self._place))
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(words.text("export-dialog.progress"))
        policy = self.bar.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.bar.setSizePolicy(policy)
        self.bar.hide()
        self.column.addWidget(self.bar)
        self.banner = Banner(theme)
        self.banner.hide()
        self.column.addWidget(self.banner)
        self.cancel_button = self.add_button(words.text("dialog.cancel"))
        self.accept_button = self.add_button(words.text(f"{self._code}.accept"), "primary", main=True)
        self.show_button = self.add_button(words.text("export-dialog.show"), aside=True)
        self.show_button.hide()
        self._recall(ExportFormat.DOCX if exporting.proof else ExportFormat.BUNDLE)
        self._connect()
        self.formats[FORMATS[0]].setFocus()

    def run(self) -> None:
        """Writes out all that is ticked, off the GUI thread; where that is done, closes."""
        if self._is_done:
            self.accept()
            return
        kinds = self._ticked()
        self._out = self._default / Path(self.folder_line.text().strip()).expanduser()
        self._keep(kinds)
        self._show_running(running=True)
        self._exporting.start(kinds, self._out)

    def reject(self) -> None:
        """Cancels what runs, else closes."""
        if self._exporting.is_running:
            self._exporting.cancel()
            self.cancel_button.setEnabled(False)
        else:
            super().reject()

    def _option(self, kind: ExportFormat) -> QWidget:
        """A tick, and close under it what one gets by it."""
        about = self._words.text(f"export-format-about.{kind.value}")
        box = QCheckBox(self._words.text(f"export-format.{kind.value}"))
        box.setAccessibleDescription(about)
        self.formats[kind] = box
        small = label(about, "small", wrap=True)
        small.setContentsMargins(_TEXT_EDGE, 0, 0, 0)
        option = QWidget()
        column = QVBoxLayout(option)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(box)
        column.addWidget(small)
        return option

    def _connect(self) -> None:
        self.cancel_button.clicked.connect(self.reject)
        self.accept_button.clicked.connect(self.run)
        self.show_button.clicked.connect(self._show_folder)
        for box in self.formats.values():
            box.toggled.connect(self._offer_again)
        self.folder_line.textChanged.connect(self._offer_again)
        self._exporting.advanced.connect(self._show_progress)
        self._exporting.made.connect(self._tell_made)
        self._exporting.ended.connect(self._end)

    def _ticked(self) -> tuple[ExportFormat, ...]:
        return tuple(kind for kind, box in self.formats.items() if box.isChecked())

    def _recall(self, usual: ExportFormat) -> None:
        """Shows what was chosen last time."""
        kinds, folder = "", ""
        if self._settings is not None:
            kinds = str(self._settings.value(f"{self._code}/formats", ""))
            folder = str(self._settings.value("export-dialog/folder", ""))
        ticked = {kind for kind in FORMATS if kind.value in kinds.split(" ")} or {usual}
        for kind, box in self.formats.items():
            box.setChecked(kind in ticked)
        self.folder_line.setText(folder if folder and Path(folder).is_dir() else str(self._default))

    def _keep(self, kinds: tuple[ExportFormat, ...]) -> None:
        """Remembers what was chosen; the newsroom's own folder is no choice."""
        if self._settings is not None:
            self._settings.setValue(f"{self._code}/formats", " ".join(kind.value for kind in kinds))
            self._settings.setValue("export-dialog/folder", "" if self._out == self._default else str(self._out))

    def _offer_again(self) -> None:
        """What was made is no longer all that is asked for."""
        self._is_done = False
        self.cancel_button.show()
        self.accept_button.setText(self._words.text(f"{self._code}.accept"))
        nothing = None if self._ticked() else self._words.text("export-dialog.nothing-ticked")
        self.accept_button.set_refusal(nothing)
        self.fit()

    def _end(self, outcome: Outcome) -> None:
        self._show_running(running=False)
        self.show_button.setVisible(bool(outcome.made))
        if outcome.missing:
            kind: Kind = "info" if outcome.error is None else "error"
            self.banner.tell("\n".join(self._stopped(outcome)), kind)
        else:
            self._is_done = True
            self.accept_button.setText(self._words.text("dialog.close"))
            self.cancel_button.hide()
            self.banner.tell("\n".join(self._made(outcome)), "success")
        self.accept_button.setFocus()
        self.fit()

    def _made(self, outcome: Outcome) -> list[str]:
        """Which files were made, and where."""
        names = [_short(path.relative_to(self._out).as_posix()) for path in outcome.made]
        folder = Path(*map(_short, self._out.parts))
        return [self._words.text("export-dialog.done", folder=str(folder)), *names]

    def _stopped(self, outcome: Outcome) -> list[str]:
        """Why not all was made, what was, and what was not."""
        text = self._words.text
        if not outcome.made:
            return [text("export-cancelled") if outcome.error is None else self._words.say(outcome.error)]
        reason = text("export-dialog.cancelled") if outcome.error is None else self._words.say(outcome.error)
        left = ", ".join(text(f"export-format.{kind.value}") for kind in outcome.missing)
        return [reason, *self._made(outcome), text("export-dialog.left", formats=left)]

    def _tell_made(self, exported: Exported) -> None:
        self.exported.emit(exported.changes)

    def _show_running(self, *, running: bool) -> None:
        for widget in (*self.formats.values(), self._place):
            widget.setEnabled(not running)
        self.accept_button.setEnabled(not running)
        self.cancel_button.setEnabled(True)
        self.bar.setVisible(running)
        self.bar.setRange(0, 0)
        if running:
            self.banner.hide()
            self.setFocus()  # else it would go on to the button that cancels, and Enter with it
        self.fit()

    def _show_progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(
            self, self._words.text("export-dialog.folder"), self.folder_line.text()
        )
        if folder:
            self.folder_line.setText(folder)

    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._out)))


def _short(name: str) -> str:
    """A name without its middle, where it is long: what tells revisions and formats apart is its end."""
    return name if len(name) <= _NAME else f"{name[: _NAME // 2]}…{name[-_NAME // 2 :]}"
