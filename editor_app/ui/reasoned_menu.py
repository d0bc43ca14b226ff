"""A menu that shows what is possible first, and beside each dimmed entry why it is not."""

import textwrap
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QAction, QFontMetrics, QHelpEvent, QHideEvent
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

REASON_WIDTH = 46  # signs on a line of a reason
GAP = 8  # px between the menu and a reason


class ReasonedMenu(QMenu):
    """Entries with the reason why each may not be chosen now; it stands beside the menu, over no entry."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hovered.connect(self._show_reason)  # by the arrow keys, where the style lets them come by

    def fill(self, entries: Sequence[tuple[QAction, str | None]]) -> None:
        """Shows entries, each with why it may not be chosen, None where it may."""
        for entry, _ in (possible := [pair for pair in entries if pair[1] is None]):
            self.addAction(entry)
        dimmed = [pair for pair in entries if pair[1] is not None]
        if possible and dimmed:
            self.addSeparator()
        for entry, reason in dimmed:
            entry.setEnabled(False)
            entry.setToolTip(reason or "")
            self.addAction(entry)

    def event(self, event: QEvent) -> bool:
        """A dimmed entry under the mouse says why, as a tooltip would, but beside the menu."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._show_reason(self.actionAt(event.pos()))
            return True
        return super().event(event)

    def hideEvent(self, event: QHideEvent) -> None:
        QToolTip.hideText()
        super().hideEvent(event)

    def _show_reason(self, entry: QAction | None) -> None:
        if entry is None or entry.isEnabled() or entry.isSeparator():
            QToolTip.hideText()
            return
        reason = textwrap.fill(entry.toolTip(), REASON_WIDTH)
        metrics = QFontMetrics(QToolTip.font())
        width = max(metrics.horizontalAdvance(line) for line in reason.splitlines()) + 16
        top = self.mapToGlobal(self.actionGeometry(entry).topLeft()).y()
        left, right = self.mapToGlobal(QPoint(0, 0)).x(), self.mapToGlobal(QPoint(self.width(), 0)).x()
        fits = right + GAP + width <= self.screen().availableGeometry().right()
        QToolTip.showText(QPoint(right + GAP if fits else left - GAP - width, top - 16), reason, self)
