"""How the window was left on this laptop, and the theme that it puts on again."""

from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from editor_app.ui.kit.theme import Mode, Theme

WINDOW_SETTINGS = "window.ini"


def window_settings(folder: Path) -> QSettings:
    """Where the window on the newsroom in `folder` keeps how it was left."""
    return QSettings(str(folder / WINDOW_SETTINGS), QSettings.Format.IniFormat)


def dressed(app: QApplication, settings: QSettings) -> Theme:
    """The theme that the window was left in, put on."""
    mode = str(settings.value("theme", Mode.SYSTEM.value))
    return Theme(app, Mode(mode) if mode in set(Mode) else Mode.SYSTEM)
