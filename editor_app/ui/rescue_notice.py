"""A notice over the page with several ways on: what was recovered, thrown away, set aside, or cannot be read."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from PySide6.QtCore import Signal

from editor_app.ui.kit.banner import Banner, Kind
from editor_app.ui.kit.button import Button
from editor_app.ui.kit.theme import Theme

Way: TypeAlias = tuple[str, Callable[[], None]]
"""What a button says, and what it does."""


class RescueNotice(Banner):
    """Shows one notice at a time; `changed` tells that it came or went."""

    changed = Signal()

    def __init__(self, theme: Theme, close: str) -> None:
        super().__init__(theme, close=close)
        self._ways: list[Button] = []
        self.hide()
        self.closed.connect(self.changed)

    @property
    def ways(self) -> tuple[Button, ...]:
        """The buttons that it offers now."""
        return tuple(self._ways)

    def offer(self, text: str, kind: Kind, ways: Sequence[Way], *, closes: bool = False) -> None:
        """Shows a sentence and the ways on from it."""
        for button in self._ways:
            self.remove_button(button)
        self._ways = [self.add_button(said, act) for said, act in ways]
        self.cross.setVisible(closes)
        self.tell(text, kind)
        self.changed.emit()

    def withdraw(self) -> None:
        """Takes the notice away."""
        if not self.isHidden():
            self.hide()
            self.changed.emit()
