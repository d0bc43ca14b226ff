"""Binding the keys of the shortcut table to what they do."""

from collections.abc import Callable
from functools import cache
from typing import Final

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from editor_app.ui.shortcuts import shortcut

MARKS: Final = ("strong", "em", "underline")  # the decorators that have keys
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
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return (held.value | event.key()) in _combined(code)


def pressed_mark(event: QKeyEvent) -> str | None:
    """The decorator whose keys these are."""
    return next((mark for mark in MARKS if is_pressed(event, mark)), None)


@cache
def _combined(code: str) -> frozenset[int]:
    """Key and modifiers of each of an action's keys, in one number as Qt counts."""
    return frozenset(QKeyCombination(QKeySequence(keys)[0]).toCombined() for keys in shortcut(code).keys)  # type: ignore[index]
