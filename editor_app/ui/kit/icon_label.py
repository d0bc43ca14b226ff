"""An icon that stands still and follows the theme."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from editor_app.ui.kit import icons
from editor_app.ui.kit.theme import Theme


class IconLabel(QWidget):
    """A line icon of `side` px in the colour of a token or of a state's text; a screen reader passes over it."""

    def __init__(
        self, theme: Theme, icon: str, *, tone: str = "soft", side: int = 16, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._tone = tone
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(side, side)
        theme.changed.connect(self.update)

    def show_icon(self, icon: str, tone: str) -> None:
        """Show another icon in another tone."""
        self._icon, self._tone = icon, tone
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        colour = self._theme.colour(self._tone)
        icons.paint(painter, QRectF(self.rect()), self._icon, colour, weight_for=self._side)
        painter.end()
