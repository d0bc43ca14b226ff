"""Binding the keys of the shortcut table to what they do."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from editor_app.ui.shortcuts import shortcut

ACTION: Final = "action"  # the property of a QShortcut that says whose keys it binds


def bind(code: str, owner: QWidget, act: Callable[[], object]) -> list[QShortcut]:
    """Lets the keys of an action do it, wherever in the window the keyboard is while `owner` is in sight."""
    made = []
    for keys in shortcut(code).keys:
        bound = QShortcut(QKeySequence(keys), owner)
        bound.setProperty(ACTION, code)
        bound.activated.connect(act)
        made.append(bound)
    return made


def is_pressed(event: QKeyEvent, code: str) -> bool:
    """Whether a key event is that of an action, for fields that handle their keys themselves."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    pressed = QKeySequence(int(modifiers.value) | event.key())
    return any(pressed == QKeySequence(keys) for keys in shortcut(code).keys)
