"""Where a window stands: as it was left, never larger than its screen, which it fills where that is small."""

from PySide6.QtCore import QByteArray, QRect, QSettings, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSplitter, QWidget

SIZE = QSize(1440, 900)  # px, where the window never stood before and has the room
DESK_WIDTH, SIDE_WIDTH = 300, 346  # px, of the desk and of the panels beside the page
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


def place_parts(splitter: QSplitter, settings: QSettings) -> None:
    """Parts a window between desk, page and panels, its three widgets, as it was left."""
    splitter.setHandleWidth(1)
    splitter.setChildrenCollapsible(False)
    for number, (narrowest, stretch) in enumerate(((270, 0), (0, 1), (280, 0))):
        part = splitter.widget(number)
        if part is not None:
            part.setMinimumWidth(narrowest)
        splitter.setStretchFactor(number, stretch)
    state = settings.value("splitter")
    if not (isinstance(state, QByteArray) and splitter.restoreState(state)):
        splitter.setSizes([DESK_WIDTH, SIZE.width() - DESK_WIDTH - SIDE_WIDTH, SIDE_WIDTH])


def within(wanted: QRect, available: QRect) -> QRect:
    """The geometry moved, and where it must be shrunk, so that all of it is on the screen."""
    size = wanted.size().boundedTo(available.size())
    left = min(max(wanted.left(), available.left()), available.right() + 1 - size.width())
    top = min(max(wanted.top(), available.top()), available.bottom() + 1 - size.height())
    return QRect(left, top, size.width(), size.height())
