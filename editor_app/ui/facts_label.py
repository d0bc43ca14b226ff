"""One line of facts that says less where room is scarce, and never cuts the first fact short."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from editor_app.ui.kit.label import Role


class FactsLabel(QLabel):
    """Shows the longest of some wordings that fits; the tooltip shows the whole where that is not it."""

    def __init__(self, role: Role = "body") -> None:
        super().__init__()
        self._wordings: tuple[str, ...] = ("",)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_facts(self, wordings: tuple[str, ...]) -> None:
        """Shows other facts, worded from the whole to what must always be seen."""
        self._wordings = wordings
        self.setAccessibleName(wordings[0])
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(self._width(self._wordings[0]), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._width(self._wordings[-1]), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        fitting = (wording for wording in self._wordings if self._width(wording) <= self.width())
        shown = next(fitting, self._wordings[-1])
        self.setText(shown)
        self.setToolTip("" if shown == self._wordings[0] else self._wordings[0])

    def _width(self, text: str) -> int:
        return self.fontMetrics().horizontalAdvance(text) + 1
