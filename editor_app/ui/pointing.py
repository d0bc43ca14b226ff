"""The shape of the mouse pointer over the body, which several subjects have a say in."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


class Pointing:
    """Shows the shape that somebody wants for what is under the mouse; the shape of text where nobody wants one.

    Args:
        viewport: over which the pointer shows it.
    """

    def __init__(self, viewport: QWidget) -> None:
        self._viewport = viewport
        self._wanted: dict[object, Qt.CursorShape] = {}

    def want(self, who: object, shape: Qt.CursorShape | None) -> None:
        """Wants a shape for `who`, or with None no longer; the last wish that stands is shown."""
        if self._wanted.get(who) == shape:
            return
        self._wanted.pop(who, None)
        if shape is not None:
            self._wanted[who] = shape
        self._viewport.setCursor(next(reversed(self._wanted.values()), Qt.CursorShape.IBeamCursor))
