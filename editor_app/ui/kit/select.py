"""A choice of one among few, with a list that opens under it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCursor, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QListView, QStyledItemDelegate, QWidget


class Select(QComboBox):
    """A combo box of codes and their words. The wheel scrolls the panel, never the choice.

    Args:
        name: what a screen reader calls it.
        options: pairs of a code and its worded label, in order.
        tool: whether it stands in a toolbar, 28 px high.
        parent: its widget.
    """

    chosen = Signal(str)  # the code that a person chose

    def __init__(
        self,
        name: str,
        options: Sequence[tuple[str, str]] = (),
        *,
        tool: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if not tool else Qt.FocusPolicy.TabFocus)
        if tool:
            self.setProperty("kit", "tool")
        self.setView(QListView(self))
        self.setItemDelegate(QStyledItemDelegate(self))
        self.setMaxVisibleItems(12)
        self.set_options(options)
        self.activated.connect(self._tell)

    @property
    def current(self) -> str:
        """The code in force; empty where nothing is chosen."""
        code = self.currentData()
        return code if isinstance(code, str) else ""

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer other options; the choice stays where it is still offered."""
        kept = self.current
        self.clear()
        for code, text in options:
            self.addItem(text, code)
        self.choose(kept)

    def choose(self, code: str) -> None:
        """Show a choice without telling; where it is not offered, the first stays chosen."""
        index = self.findData(code)
        if index >= 0:
            self.setCurrentIndex(index)

    def hidePopup(self) -> None:
        super().hidePopup()
        if not self.rect().contains(self.mapFromGlobal(QCursor.pos())):
            QApplication.sendEvent(self, QEvent(QEvent.Type.Leave))  # the list swallowed it

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _tell(self, index: int) -> None:
        self.chosen.emit(str(self.itemData(index)))
