"""The small square buttons of toolbars and cards, which show an icon and say in words what it does."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QToolButton, QWidget

from editor_app.ui.kit import tokens
from editor_app.ui.kit.refusal import refuse
from editor_app.ui.kit.theme import Theme


class ToolButton(QToolButton):
    """An icon of 16 px in a button of 28 px; the name is its tooltip too, with the keys that do the same.

    Args:
        theme: colours its icon.
        icon: the icon's name.
        name: what it does, in words.
        keys: the shortcut to tell of, such as "Ctrl+B"; it is not bound here.
        checkable: whether it stays down.
        side: width and height in px.
        tone: the token that colours the icon.
        parent: its widget.
    """

    def __init__(
        self,
        theme: Theme,
        icon: str,
        name: str,
        *,
        keys: str = "",
        checkable: bool = False,
        side: int = tokens.TOOL_SIZE,
        tone: str = "soft",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._tone = tone
        self._side = side
        native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) if keys else ""
        self._tip = f"{name} ({native})" if native else name
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoRaise(True)
        self.setCheckable(checkable)
        self.setIconSize(QSize(16, 16))
        self.setFixedSize(side, side)
        self.setProperty("small", side < tokens.TOOL_SIZE)
        self.setAccessibleName(name)
        self.setToolTip(self._tip)
        self._draw_icon()
        theme.changed.connect(self._draw_icon)

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def set_icon(self, icon: str, tone: str = "") -> None:
        """Show another icon, perhaps in another tone."""
        self._icon = icon
        self._tone = tone or self._tone
        self._draw_icon()

    def set_refusal(self, reason: str | None) -> None:
        """Dim the button and say why, or with None let it be used again."""
        refuse(self, reason, tip=self._tip)

    def _draw_icon(self) -> None:
        self.setIcon(self._theme.icon(self._icon, self._tone))
