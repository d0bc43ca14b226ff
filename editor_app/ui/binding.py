"""Binding the keys of the shortcut table to what they do."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from editor_app.ui.shortcuts import shortcut

ACTION: Final = "action"  # the property of a QShortcut that says whose keys it binds


def bind(code: str, owner: QWidget, act: Callable[[], object]) -> None:
    """Lets the keys of an action do it, wherever in the window the keyboard is while `owner` is in sight."""
    for keys in shortcut(code).keys:
        made = QShortcut(QKeySequence(keys), owner)
        made.setProperty(ACTION, code)
        made.activated.connect(act)


def is_pressed(event: QKeyEvent, code: str) -> bool:
    """Whether a key event is that of an action, for fields that handle their keys themselves."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    pressed = QKeySequence(int(modifiers.value) | event.key())
    return any(pressed == QKeySequence(keys) for keys in shortcut(code).keys)
