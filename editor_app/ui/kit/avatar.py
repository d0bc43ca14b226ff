"""A person as a circle with initials."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from editor_app.ui.kit import fonts
from editor_app.ui.kit.theme import Theme


def initials(name: str) -> str:
    """The first letters of the first and the last word of a name, degrees after a comma left out."""
    words = name.partition(",")[0].split()
    if not words:
        return ""
    ends = words[:1] if len(words) == 1 else [words[0], words[-1]]
    return "".join(word[0].upper() for word in ends)


class Avatar(QWidget):
    """The initials of a person on the accent.

    Args:
        theme: colours it.
        person: the person's name, which a screen reader says and the tooltip shows.
        side: its diameter in px.
        parent: its widget.
    """

    def __init__(self, theme: Theme, person: str = "", *, side: int = 28, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._side = side
        self._initials = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(side, side)
        self.show_person(person)
        theme.changed.connect(self.update)

    def show_person(self, person: str) -> None:
        """Show another person."""
        self._initials = initials(person)
        self.setAccessibleName(person)
        self.setToolTip(person)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        look = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.accent))
        painter.drawEllipse(QRectF(self.rect()))
        painter.setPen(QColor(look.on_accent))
        painter.setFont(fonts.ui_font(round(self._side * 0.39), QFont.Weight.Bold))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._initials)
        painter.end()
