"""The order in which one reads a window, and in which the Tab key goes through it.

Qt's own order is that in which widgets were made: cards, checks and buttons that come later would stand last.
"""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QButtonGroup,
    QComboBox,
    QLayout,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QTabBar,
    QWidget,
)


def controls(root: QWidget) -> list[QWidget]:
    """The controls in sight under `root` that Tab comes by, in reading order."""
    return [widget for widget in _in_order(root) if _takes_tab(widget)]


def neighbour(root: QWidget, current: QWidget | None, *, forward: bool) -> QWidget | None:
    """The control that Tab leads to from `current`, from the last on to the first; None where there is none."""
    order = list(_in_order(root))
    while current is not None and current not in order:
        current = current.parentWidget()
    place = order.index(current) if current is not None else -1
    after, before = order[place + 1 :], order[: max(place, 0)]
    row = [*after, *before] if forward else [*reversed(before), *reversed(after)]
    return next((widget for widget in row if _takes_tab(widget)), None)


def tell_in_order(root: QWidget) -> None:
    """Lets a screen reader come by everything under `root` in reading order.

    Qt's accessibility tree follows the order of children, which is the order in which they were made or raised.
    What is in place already is left alone; what stands over others, as a toast does, stays the last.
    """
    there = _parts(root)
    if isinstance(root, QStackedWidget):
        there = [root.widget(place) for place in range(root.count())]  # one that is turned to later too
    parts = [part for part in there if part is not None and not part.isWindow()]
    if isinstance(root, QSplitter):
        parts += [root.handle(place) for place in range(root.count())]  # they reach over their neighbours
    for parent in {part.parentWidget() for part in parts}:
        wanted = [part for part in parts if part.parentWidget() is parent]
        children = [] if parent is None else [child for child in parent.children() if child in wanted]
        if children != wanted:
            for part in wanted:
                part.raise_()
    for part in parts:
        tell_in_order(part)


def _takes_tab(widget: QWidget) -> bool:
    proxy: QWidget | None = widget.focusProxy()
    if proxy is not None or not widget.isEnabled():
        return False
    if isinstance(widget, QAbstractButton) and not widget.isChecked():
        group: QButtonGroup | None = widget.group()
        if group is not None and group.exclusive() and group.checkedButton() is not None:
            return False  # arrow keys lead to it from the chosen one
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _in_order(widget: QWidget) -> Iterator[QWidget]:
    yield widget
    for part in _parts(widget):
        if part is not None and part.isVisible() and not part.isWindow():
            yield from _in_order(part)


def _parts(widget: QWidget) -> Sequence[QWidget | None]:
    """What stands in a widget; what Qt builds its own controls from is not gone into."""
    match widget:
        case QSplitter():
            return [widget.widget(place) for place in range(widget.count())]
        case QStackedWidget():
            return [widget.currentWidget()]
        case QScrollArea():
            return [widget.widget()]
        case QAbstractScrollArea() | QComboBox() | QAbstractSpinBox() | QTabBar():
            return []
    laid_out = [] if (layout := widget.layout()) is None else list(_laid_out(layout))
    beside = [child for child in widget.children() if isinstance(child, QWidget) and child not in laid_out]
    return [*laid_out, *beside]


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        inner = item.layout()
        part = item.widget()
        if part is not None:
            yield part
        elif inner is not None:
            yield from _laid_out(inner)
