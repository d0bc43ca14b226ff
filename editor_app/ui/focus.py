"""The ways of the keyboard through a window: Tab as one reads, from part to part, its target in sight."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QScrollArea, QTextEdit, QWidget

from editor_app.ui.reading_order import controls, neighbour
from editor_app.ui.story_page import StoryPage

Part = tuple[QWidget, Callable[[], None]]  # a part of the window, and what puts the keyboard into it


def focused(window: QWidget) -> QWidget | None:
    """What has the keyboard in a window, or will have it once the window has it."""
    holder: QWidget | None = window.focusWidget()
    return holder


def step(window: QWidget, *, forward: bool) -> bool:
    """Tab: goes to the next control as one reads; False where there is none."""
    target = neighbour(window, focused(window), forward=forward)
    if target is None:
        return False
    target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    show(target)
    return True


def enter(page: QWidget, otherwise: QWidget) -> None:
    """Puts the keyboard onto the first control of a page, where it has one."""
    first = next(iter(controls(page)), otherwise)
    first.setFocus(Qt.FocusReason.TabFocusReason)
    show(first)


def go_on(window: QWidget, parts: Sequence[Part], by: int) -> None:
    """Goes from one part of the window in sight to the next one, and round again."""
    here = focused(window)
    there = [part for part in parts if part[0].isVisible()]
    inside = (place for place, (part, _) in enumerate(there) if here is not None and part.isAncestorOf(here))
    place = next(inside, 0)  # what stands over all parts goes with the first
    _, take = there[(place + by) % len(there)]
    take()


def show(target: QWidget) -> None:
    """Scrolls what a control stands in until it shows."""
    above = target.parentWidget()
    while above is not None:
        if isinstance(above, StoryPage):
            above.show_focus(target)
        elif isinstance(above, QScrollArea):
            above.ensureWidgetVisible(target, 0, 24)
        above = above.parentWidget()


def redo(window: QWidget) -> None:
    """Does again what was undone last in the field that has the keyboard."""
    field = focused(window)
    if isinstance(field, QTextEdit | QLineEdit):
        field.redo()
