"""A scroll bar whose place is always kept free, so that what stands beside it never moves aside for it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar


class _QuietBar(QScrollBar):
    """Shows nothing while there is nothing to scroll."""

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.maximum() > self.minimum():
            super().paintEvent(event)


def keep_gutter(area: QAbstractScrollArea) -> None:
    """Keeps the place of the vertical scroll bar free, whether or not there is anything to scroll."""
    area.setVerticalScrollBar(_QuietBar(area))
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
