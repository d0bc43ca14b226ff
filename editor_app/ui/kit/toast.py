"""A quiet message at the foot of a window, which goes by itself."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPropertyAnimation, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QGraphicsOpacityEffect, QHBoxLayout, QPushButton, QWidget

from editor_app.ui.kit import tokens
from editor_app.ui.kit.announce import announce
from editor_app.ui.kit.label import label
from editor_app.ui.kit.theme import Theme

_SHOWN_MS = 4000
_SHOWN_WITH_ACTION_MS = 10000
_FOOT = 44  # px between the toast and the window's foot: over the status bar


class Toast(QFrame):
    """A message over the window's contents; it never takes the focus and stays while the mouse is on it.

    Args:
        theme: says whether anything may move.
        window: the widget at whose foot it stands.
    """

    acted = Signal()  # its button was pressed

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._does: Callable[[], None] | None = None
        self.setProperty("kit", "toast")
        self._text = label("")
        self.button = QPushButton()
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(self._act)
        row = QHBoxLayout(self)
        row.setContentsMargins(tokens.SPACE_L, 9, tokens.SPACE_L, 9)
        row.setSpacing(tokens.SPACE_L)
        row.addWidget(self._text)
        row.addWidget(self.button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.leave)
        self._fade = QGraphicsOpacityEffect(self)
        self._fade.setEnabled(False)
        self.setGraphicsEffect(self._fade)
        self._motion = QPropertyAnimation(self._fade, b"opacity", self)
        self._motion.setDuration(tokens.MOTION_MS)
        self._motion.finished.connect(self._settle)
        window.installEventFilter(self)
        self._colour()
        theme.changed.connect(self._colour)
        self.hide()

    @property
    def text(self) -> str:
        """The message shown last."""
        return self._text.text()

    def tell(self, text: str, *, action: str = "", act: Callable[[], None] | None = None) -> None:
        """Show a message for some seconds, longer where it offers a button; `act` is what this one does."""
        self._does = act
        self._text.setText(text)
        self.button.setText(action)
        self.button.setAccessibleName(action)
        self.button.setVisible(bool(action))
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        announce(self, text)
        self._timer.start(_SHOWN_WITH_ACTION_MS if action else _SHOWN_MS)
        self._move(0.0, 1.0)

    def leave(self) -> None:
        """Go now, unless the mouse rests on the message."""
        if self.underMouse():
            self._timer.start(_SHOWN_MS)
            return
        self._timer.stop()
        if self.isVisible() and not self._theme.still:
            self._move(1.0, 0.0)
        else:
            self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self._place()
        return super().eventFilter(watched, event)

    def _move(self, start: float, end: float) -> None:
        if self._theme.still:
            return
        self._motion.stop()
        self._fade.setEnabled(True)
        self._motion.setStartValue(start)
        self._motion.setEndValue(end)
        self._motion.start()

    def _settle(self) -> None:
        self._fade.setEnabled(False)
        if self._motion.endValue() == 0.0:
            self.hide()

    def _act(self) -> None:
        self._timer.stop()
        self.hide()
        self.acted.emit()
        if self._does is not None:
            self._does()

    def _place(self) -> None:
        widest = self._window.width() - 2 * tokens.SPACE_XL
        self._text.setWordWrap(False)
        if self.sizeHint().width() > widest:
            self._text.setWordWrap(True)
            self.setFixedWidth(widest)
        else:
            self.setFixedWidth(self.sizeHint().width())
        self.adjustSize()
        self.move((self._window.width() - self.width()) // 2, self._window.height() - self.height() - _FOOT)

    def _colour(self) -> None:
        text = self._theme.tokens.tooltip.text
        self.button.setStyleSheet(
            "QPushButton { background: transparent; border: none; padding: 0; min-height: 18px; font-weight: 600;"
            f" text-decoration: underline; color: {text}; }}"
            f"QPushButton:focus {{ border-bottom: 2px solid {text}; }}"
        )
