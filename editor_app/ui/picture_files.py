"""Which picture files are to be taken in: the dialog that asks, in the folder that was used last."""

from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from editor_app.words import Words

ENDINGS = ("jpg", "jpeg", "png", "webp", "tif", "tiff", "gif", "avif")
FOLDER = "pictures"  # the setting that remembers the folder
_LABELS = {
    QFileDialog.DialogLabel.LookIn: "files.folder",
    QFileDialog.DialogLabel.FileName: "files.name",
    QFileDialog.DialogLabel.FileType: "files.kind",
    QFileDialog.DialogLabel.Accept: "files.open",
    QFileDialog.DialogLabel.Reject: "dialog.cancel",
}


class PictureFiles:
    """Asks for picture files, and remembers where they were.

    Args:
        words: the catalogue, for where the platform has no dialog of its own.
        settings: where the folder is remembered.
    """

    def __init__(self, words: Words, settings: QSettings) -> None:
        self._words = words
        self._settings = settings

    @property
    def folder(self) -> str:
        """The folder of the last time; the platform's for pictures where there is none or it is gone."""
        last = self._settings.value(FOLDER, "")
        if isinstance(last, str) and last and Path(last).is_dir():
            return last
        return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)

    def ask(self, parent: QWidget) -> list[Path]:
        """The files that a person chose; none where the dialog was cancelled."""
        words = self._words
        names = " ".join(f"*.{ending} *.{ending.upper()}" for ending in ENDINGS)
        dialog = QFileDialog(
            parent, words.text("photos.add"), self.folder, f"{words.text('photos.files')} ({names})"
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        for part, code in _LABELS.items():
            dialog.setLabelText(part, words.text(code))
        if not dialog.exec():
            return []
        files = [Path(file) for file in dialog.selectedFiles()]
        self._settings.setValue(FOLDER, str(files[0].parent))
        return files
