"""Words on a surface in one of the house's roles, and a line that shortens itself where room is scarce."""

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QStyleOption, QWidget

Role = Literal[
    "body", "headline", "title", "strong", "label", "section", "soft", "small", "tiny", "error", "keys"
]


def label(text: str, role: Role = "body", *, wrap: bool = False, parent: QWidget | None = None) -> QLabel:
    """A plain-text label in one of the roles that the stylesheet knows."""
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    made.setWordWrap(wrap)
    return made


class ElidedLabel(QLabel):
    """One line that ends in "…" where it does not fit; the tooltip then shows it whole.

    Args:
        text: the text.
        role: its role in the stylesheet.
        mode: where it is shortened.
        parent: its widget.
    """

    def __init__(
        self,
        text: str = "",
        role: Role = "body",
        *,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._mode = mode
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def setText(self, text: str) -> None:
        super().setText(" ".join(text.split()))
        self.setAccessibleName(self.text())
        self._tip()

    def shown_text(self) -> str:
        """What is seen of the text now."""
        return self.fontMetrics().elidedText(self.text(), self._mode, self.contentsRect().width())

    def minimumSizeHint(self) -> QSize:
        few = self.fontMetrics().horizontalAdvance(f"{self.text()[:3]}…")
        return QSize(min(few, super().sizeHint().width()), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tip()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        option = QStyleOption()
        option.initFrom(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            self.alignment(),
            option.palette,
            self.isEnabled(),
            self.shown_text(),
            self.foregroundRole(),
        )
        painter.end()

    def _tip(self) -> None:
        self.setToolTip("" if self.shown_text() == self.text() else self.text())
