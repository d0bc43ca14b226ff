"""Buttons: one primary in a window, normal ones beside it, quiet ones and links in panels, one for what harms."""

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from editor_app.ui.kit.refusal import refuse
from editor_app.ui.kit.theme import Theme
from editor_app.ui.kit.traits import set_trait

Variant = Literal["primary", "normal", "quiet", "link", "danger"]
_ICON_TONES: dict[Variant, str] = {
    "primary": "on_accent",
    "normal": "ink",
    "quiet": "soft",
    "link": "accent",
    "danger": "on_error",
}


class Button(QPushButton):
    """A button of 32 px with its text and perhaps an icon; never narrower than what it says.

    It takes the focus by the Tab key alone, so that its focus ring is seen by those who need it and a click
    leaves the cursor in the text.

    Args:
        theme: colours its icon.
        text: the worded label.
        variant: how loud it is.
        icon: the name of an icon, or nothing.
        name: what a screen reader says, where the label alone does not do.
        tip: the tooltip while it may be used.
        least: px that it takes at least, however little it says.
        parent: its widget.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        *,
        variant: Variant = "normal",
        icon: str = "",
        name: str = "",
        tip: str = "",
        least: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._variant: Variant = variant
        self._icon = icon
        self._tip = tip
        self._least = least
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoDefault(False)
        self.setIconSize(QSize(19, 16))  # the icon and 3 px more between it and the text
        self.setAccessibleName(name or text)
        self.setToolTip(tip)
        self.set_variant(variant)
        theme.changed.connect(self._draw_icon)

    @property
    def variant(self) -> Variant:
        """How loud the button is."""
        return self._variant

    def set_variant(self, variant: Variant) -> None:
        """Make the button louder or quieter."""
        self._variant = variant
        set_trait(self, "kit", variant)
        self._draw_icon()

    def set_icon(self, name: str) -> None:
        """Show another icon, or none where the name is empty."""
        self._icon = name
        self._draw_icon()

    def set_refusal(self, reason: str | None) -> None:
        """Dim the button and say why, or with None let it be used again."""
        refuse(self, reason, tip=self._tip)

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(self._least, 0))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _draw_icon(self) -> None:
        if self._icon:
            self.setIcon(self._theme.icon(self._icon, _ICON_TONES[self._variant]))
