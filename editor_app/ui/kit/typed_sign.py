"""Which sign a key types, if it types one."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


def typed_sign(event: QKeyEvent) -> str:
    """The sign that a key press types, Enter as a line break; "" where it is a command, or moves the cursor."""
    modifiers = event.modifiers()
    if modifiers & Qt.KeyboardModifier.MetaModifier:
        return ""
    # AltGr is Ctrl and Alt together where it has no modifier of its own.
    held = (
        bool(modifiers & Qt.KeyboardModifier.ControlModifier),
        bool(modifiers & Qt.KeyboardModifier.AltModifier),
    )
    if held not in {(False, False), (True, True)}:
        return ""
    if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
        return "" if modifiers & Qt.KeyboardModifier.ShiftModifier else "\n"
    text = event.text()
    return text if text.isprintable() else ""
