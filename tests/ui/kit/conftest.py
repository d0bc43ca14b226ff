"""A dressed application, and a window to stand widgets in."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from editor_app.ui.kit.theme import Mode, Theme

Show = Callable[..., QWidget]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The screen that is none says what it cannot do; that is no fault of a widget."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The light theme, nothing moving."""
    dressed = Theme(qapp, Mode.LIGHT, still=True)
    yield dressed
    qapp.styleHints().colorSchemeChanged.disconnect(dressed._follow)
    dressed.set_mode(Mode.SYSTEM)
    dressed.deleteLater()


@pytest.fixture
def show(qtbot: QtBot, theme: Theme) -> Show:
    """Stands widgets under each other in a window of a width, and shows it with the keyboard in it."""
    windows: list[QWidget] = []

    def shown(*widgets: QWidget, width: int = 400) -> QWidget:
        window = QWidget()
        windows.append(window)
        qtbot.addWidget(window)
        column = QVBoxLayout(window)
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch(1)
        window.resize(width, 400)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    return shown
