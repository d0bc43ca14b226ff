"""A card: a rounded surface with a hairline, for a photo, a person, a step."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from editor_app.ui.kit import tokens
from editor_app.ui.kit.traits import set_trait


class Card(QFrame):
    """A frame of 10 px radius; `column` is its layout. It lights up while it is the one that is meant.

    Args:
        name: what a screen reader calls it.
        padding: px between its edge and what stands in it.
        parent: its widget.
    """

    def __init__(self, name: str = "", *, padding: int = tokens.SPACE_M, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kit", "card")
        self.setAccessibleName(name)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(padding, padding, padding, padding)
        self.column.setSpacing(tokens.SPACE_S)

    def set_hot(self, *, hot: bool) -> None:
        """Mark the card as the one that is meant, such as a chosen photo, with an accent edge."""
        set_trait(self, "hot", hot)
