"""Keys as this desktop writes them, for the right side of a menu."""

from PySide6.QtGui import QKeySequence


def told(keys: str) -> str:
    """Keys as they are told: "Ctrl+C", on a Mac "⌘C"."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
