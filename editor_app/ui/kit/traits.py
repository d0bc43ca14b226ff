"""Properties by which a widget tells the stylesheet what it is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def set_trait(widget: QWidget, name: str, value: str | bool) -> None:  # noqa: FBT001 - a value, not a switch
    """Set a property that the stylesheet reads, and let the widget be styled anew when it changed."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


def set_ground(widget: QWidget, ground: str) -> None:
    """Let a plain widget paint one of the grounds `bg`, `pane`, `card` and `canvas` behind its children."""
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    set_trait(widget, "ground", ground)
