"""A field for a whole number with two quiet arrows."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSpinBox, QWidget


class NumberField(QSpinBox):
    """A whole number within limits. The wheel scrolls the panel, never the number.

    Args:
        name: what a screen reader calls it.
        limits: the smallest and the largest number.
        suffix: the worded unit behind the number, such as " px".
        parent: its widget.
    """

    chosen = Signal(int)  # the number after each change

    def __init__(
        self, name: str, *, limits: tuple[int, int], suffix: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setRange(*limits)
        self.setSuffix(suffix)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lineEdit().setTextMargins(7, 0, 0, 0)
        self.valueChanged.connect(self.chosen)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
