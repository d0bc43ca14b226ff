"""Where a window stands: as it was left, never larger than its screen, which it fills where that is small."""

from PySide6.QtCore import QByteArray, QRect, QSettings, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

SIZE = QSize(1440, 900)  # px, where the window never stood before and has the room
LOWEST = 600  # px, where the screen is as high; how narrow it may be follows from what stands in it


def place(window: QWidget, settings: QSettings) -> None:
    """Puts a window, before it is shown, where it was left; a first one fills a screen smaller than `SIZE`."""
    geometry = settings.value("geometry")
    restored = isinstance(geometry, QByteArray) and window.restoreGeometry(geometry)
    screen = QGuiApplication.screenAt(window.geometry().center()) if restored else None
    available = (screen or window.screen()).availableGeometry()
    window.setMinimumHeight(min(LOWEST, available.height()))
    if available.width() < window.minimumSizeHint().width():
        window.setMinimumWidth(available.width())
    if restored:
        if (inside := within(window.geometry(), available)) != window.geometry():
            window.setGeometry(inside)
    elif available.width() < SIZE.width() or available.height() < SIZE.height():
        window.setGeometry(available)
        window.setWindowState(Qt.WindowState.WindowMaximized)
    else:
        window.resize(SIZE)


def within(wanted: QRect, available: QRect) -> QRect:
    """The geometry moved, and where it must be shrunk, so that all of it is on the screen."""
    size = wanted.size().boundedTo(available.size())
    left = min(max(wanted.left(), available.left()), available.right() + 1 - size.width())
    top = min(max(wanted.top(), available.top()), available.bottom() + 1 - size.height())
    return QRect(left, top, size.width(), size.height())
