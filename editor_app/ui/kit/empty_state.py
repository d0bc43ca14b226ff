"""What stands where nothing is yet: an icon, one sentence, and one button that changes it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor_app.ui.kit import tokens
from editor_app.ui.kit.button import Button, Variant
from editor_app.ui.kit.icon_label import IconLabel
from editor_app.ui.kit.label import label
from editor_app.ui.kit.theme import Theme


class EmptyState(QWidget):
    """An icon over a sentence over a button, in the middle of its place.

    Args:
        theme: colours it.
        icon: the icon's name.
        sentence: what is not there, in words.
        action: what its button says; no button where empty.
        variant: how loud the button is.
        parent: its widget.
    """

    asked = Signal()  # the button was pressed

    def __init__(
        self,
        theme: Theme,
        icon: str,
        sentence: str,
        *,
        action: str = "",
        variant: Variant = "normal",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(sentence)
        middle = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.SPACE_XL, tokens.SPACE_XL, tokens.SPACE_XL, tokens.SPACE_XL)
        column.setSpacing(tokens.SPACE_M)
        column.addStretch(1)
        column.addWidget(IconLabel(theme, icon, tone="disabled", side=36), 0, middle)
        self._sentence = label(sentence, "soft", wrap=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self._sentence)
        self.button: Button | None = None
        if action:
            self.button = Button(theme, action, variant=variant)
            self.button.clicked.connect(self.asked)
            column.addSpacing(tokens.SPACE_XS)
            column.addWidget(self.button, 0, middle)
        column.addStretch(1)

    def set_sentence(self, sentence: str) -> None:
        """Say something else."""
        self._sentence.setText(sentence)
        self.setAccessibleName(sentence)
