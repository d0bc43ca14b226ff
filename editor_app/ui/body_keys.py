"""Keys that the body answers to while it has the keyboard, before anything else in the window does."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent

from editor_app.ui.binding import is_pressed
from editor_app.ui.body_editor import BodyEditor


class BodyKeys(QObject):
    """Does what the keys of the shortcut table say.

    Args:
        body: whose keys these are.
        actions: what is done, by code.
    """

    def __init__(self, body: BodyEditor, actions: Mapping[str, Callable[[], object]]) -> None:
        super().__init__(body)
        self._body = body
        self._actions = dict(actions)
        body.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or watched is not self._body:
            return False
        if event.type() not in {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress}:
            return False
        action = next((act for code, act in self._actions.items() if is_pressed(event, code)), None)
        if action is None:
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            action()
        return True
