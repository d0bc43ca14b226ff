"""A strip that tells something where it belongs, and stays until it is dealt with."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from editor_app.ui.kit import tokens
from editor_app.ui.kit.announce import announce
from editor_app.ui.kit.button import Button
from editor_app.ui.kit.icon_label import IconLabel
from editor_app.ui.kit.label import label
from editor_app.ui.kit.theme import Theme
from editor_app.ui.kit.tool_button import ToolButton

Kind = Literal["info", "warning", "error", "success"]
_ICONS: dict[Kind, str] = {
    "info": "info",
    "warning": "triangle-alert",
    "error": "circle-alert",
    "success": "circle-check",
}


class Banner(QFrame):
    """An icon, a sentence, perhaps a button and a cross, on the tint of its kind; told to the screen reader too.

    Args:
        theme: colours it.
        text: the worded sentence.
        kind: what sort of news it is.
        action: what its button says; no button where empty.
        close: what its cross is called; no cross where empty.
        parent: its widget.
    """

    acted = Signal()  # the button was pressed
    closed = Signal()  # the cross was pressed; the banner has hidden itself

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        *,
        kind: Kind = "info",
        action: str = "",
        close: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind: Kind = kind
        self.setProperty("kit", "banner")
        self._icon = IconLabel(theme, _ICONS[kind], tone=kind)
        self._text = label(text, wrap=True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.button = Button(theme, action)
        self.button.setVisible(bool(action))
        self.button.clicked.connect(self.acted)
        self.cross = ToolButton(theme, "x", close)
        self.cross.setVisible(bool(close))
        self.cross.clicked.connect(self._close)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(tokens.SPACE_M, tokens.SPACE_S, tokens.SPACE_S, tokens.SPACE_S)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self.button)
        row.addWidget(self.cross, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(text)
        self._colour()
        theme.changed.connect(self._colour)

    @property
    def text(self) -> str:
        """The sentence shown."""
        return self._text.text()

    def tell(self, text: str, kind: Kind = "info", *, action: str = "") -> None:
        """Show another sentence, of another kind, with another button or none; unhides the banner."""
        self._kind = kind
        self._text.setText(text)
        self._icon.show_icon(_ICONS[kind], kind)
        self.button.setText(action)
        self.button.setAccessibleName(action)
        self.button.setVisible(bool(action))
        self.setAccessibleName(text)
        self._colour()
        self.show()
        announce(self, text, urgent=kind == "error")

    def add_button(self, text: str, act: Callable[[], None]) -> Button:
        """Add another way on behind the button; what it does is run when it is pressed."""
        added = Button(self._theme, text)
        added.clicked.connect(act)
        self._row.insertWidget(self._row.indexOf(self.cross), added)
        return added

    def remove_button(self, button: Button) -> None:
        """Take a way on out again."""
        self._row.removeWidget(button)
        button.hide()
        button.deleteLater()

    def _colour(self) -> None:
        ground = self._theme.tokens.state(self._kind).ground
        self.setStyleSheet(f'QFrame[kit="banner"] {{ background: {ground}; }}')

    def _close(self) -> None:
        self.hide()
        self.closed.emit()
