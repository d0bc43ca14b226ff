"""Scroll bars that come and go without moving what stands beside them: in a place kept free, or over the edge."""

from PySide6.QtCore import QEvent, QObject, Qt
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


class OverlayBar(QScrollBar):
    """The vertical scroll bar of `area`, over its right edge: rows go from edge to edge."""

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(Qt.Orientation.Vertical, area)
        self._area = area
        self._inner = area.verticalScrollBar()
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.valueChanged.connect(self._inner.setValue)
        self._inner.valueChanged.connect(self.setValue)
        self._inner.rangeChanged.connect(self._fit)
        area.installEventFilter(self)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._area and event.type() in {QEvent.Type.Resize, QEvent.Type.Show}:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        inner, width = self._inner, self.sizeHint().width()
        self.setRange(inner.minimum(), inner.maximum())
        self.setPageStep(inner.pageStep())
        self.setSingleStep(inner.singleStep())
        self.setValue(inner.value())
        self.setGeometry(self._area.width() - width, 0, width, self._area.height())
        self.setVisible(inner.maximum() > inner.minimum())
        self.raise_()
