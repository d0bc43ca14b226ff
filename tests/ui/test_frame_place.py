"""Where the window stands: as it was left, on the screen, whole."""

import pytest
from PySide6.QtCore import QRect, QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from editor_app.ui.window_place import place, within
from tests.ui.office import Office

SCREEN = QRect(0, 30, 1366, 738)


@pytest.mark.parametrize(
    ("wanted", "placed"),
    [
        (QRect(100, 100, 1000, 600), QRect(100, 100, 1000, 600)),
        (QRect(900, 400, 1000, 600), QRect(366, 168, 1000, 600)),
        (QRect(-300, -40, 1000, 600), QRect(0, 30, 1000, 600)),
        (QRect(2000, 100, 1920, 1080), SCREEN),
    ],
)
def test_a_window_is_moved_and_shrunk_until_all_of_it_is_on_the_screen(wanted: QRect, placed: QRect) -> None:
    assert within(wanted, SCREEN) == placed


def test_the_first_window_fills_a_small_screen(office: Office) -> None:
    window = QMainWindow()
    place(window, office.settings)
    available = window.screen().availableGeometry()
    assert available.width() < 1440  # of the screen that tests have
    assert window.windowState() & Qt.WindowState.WindowMaximized
    assert available.contains(window.geometry())


def test_a_window_left_on_a_larger_screen_comes_back_whole(office: Office, qtbot: QtBot) -> None:
    left = QMainWindow()
    qtbot.addWidget(left)
    left.setGeometry(300, 200, 1900, 1000)
    office.settings.setValue("geometry", left.saveGeometry())
    window = QMainWindow()
    qtbot.addWidget(window)
    place(window, office.settings)
    screen = QGuiApplication.primaryScreen().availableGeometry()
    assert screen.contains(window.geometry())


def test_a_broken_setting_is_no_obstacle(office: Office, qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    settings: QSettings = office.settings
    settings.setValue("geometry", "nonsense")
    place(window, settings)
    assert window.windowState() & Qt.WindowState.WindowMaximized
