"""Controls that may not be used now, and say why to the mouse and to a screen reader."""

from PySide6.QtWidgets import QWidget


def refuse(control: QWidget, reason: str | None, *, tip: str = "") -> None:
    """Dim a control and say why, or make it usable again.

    Args:
        control: a button or another control; Qt shows a disabled one's tooltip too.
        reason: the worded reason; None where it may be used.
        tip: the tooltip while it may be used.
    """
    control.setEnabled(reason is None)
    control.setToolTip(tip if reason is None else reason)
    control.setAccessibleDescription(reason or "")
