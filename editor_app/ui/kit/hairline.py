"""A line of one px between two things."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget


class Hairline(QFrame):
    """One px in the line colour, lying or standing; `length` px long where it must not stretch."""

    def __init__(
        self,
        direction: Qt.Orientation = Qt.Orientation.Horizontal,
        *,
        length: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kit", "hairline")
        lying = direction is Qt.Orientation.Horizontal
        if lying:
            self.setFixedHeight(1)
        else:
            self.setFixedWidth(1)
        if length is not None and lying:
            self.setFixedWidth(length)
        elif length is not None:
            self.setFixedHeight(length)
