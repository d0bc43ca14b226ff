"""The View menu and the foot that opens it: how the page is read, and what stands around it."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from editor_app.ui.folding import Folding
from editor_app.ui.kit.announce import announce
from editor_app.ui.kit.theme import Theme
from editor_app.ui.reading_view import LINE_WIDTHS, USUAL, ZOOMS, ReadingView
from editor_app.ui.shortcuts import keys_of
from editor_app.words import Words


class ViewMenu(QMenu):
    """Focus mode, typewriter, size and line width of the page, the parts of the window, and the list of keys."""

    shortcuts_wanted = Signal()

    def __init__(self, words: Words, reading: ReadingView, folding: Folding, parent: QWidget) -> None:
        super().__init__(words.text("view.title"), parent)
        self._words = words
        self._reading = reading
        self._folding = folding

    def fill(self) -> None:
        """Shows what may be chosen, and what is chosen now."""
        words, reading, folding = self._words, self._reading, self._folding
        self.clear()
        focus = self._entry("view.focus", "focus-mode", folding.toggle_focus, ticked=folding.is_focused)
        focus.setEnabled(folding.has_story)
        typewriter = self._entry("view.typewriter", "", lambda: None, ticked=reading.typewriter)
        typewriter.toggled.connect(reading.set_typewriter)
        self.addSeparator()
        larger = self._entry("view.zoom-in", "zoom-in", lambda: reading.zoom_by(1))
        larger.setEnabled(reading.zoom < ZOOMS[-1])
        smaller = self._entry("view.zoom-out", "zoom-out", lambda: reading.zoom_by(-1))
        smaller.setEnabled(reading.zoom > ZOOMS[0])
        usual = self._entry("view.zoom-reset", "zoom-reset", reading.reset_zoom)
        usual.setText(words.text("view.zoom-reset", percent=reading.zoom))
        usual.setEnabled(reading.zoom != USUAL)
        self.addSeparator()
        widths = self.addMenu(words.text("view.width"))
        group = QActionGroup(widths)
        for width in LINE_WIDTHS:
            entry = widths.addAction(words.text(f"view-width.{width}"))
            entry.setCheckable(True)
            entry.setChecked(width == reading.width)
            group.addAction(entry)
            entry.triggered.connect(lambda _=False, width=width: reading.set_width(width))
        self.addSeparator()
        self._entry("view.desk", "fold-desk", folding.toggle_desk, ticked=folding.shows_desk)
        side = self._entry("view.panels", "fold-panels", folding.toggle_side, ticked=folding.shows_side)
        side.setEnabled(folding.has_story)
        self.addSeparator()
        self._entry("view.shortcuts", "shortcuts", self.shortcuts_wanted.emit)

    def _entry(self, code: str, keys: str, act: Callable[[], object], *, ticked: bool | None = None) -> QAction:
        entry = self.addAction(self._words.text(code) if code != "view.zoom-reset" else "")
        if keys:
            entry.setShortcut(QKeySequence(keys_of(keys)))  # told of here; the window binds it
        if ticked is not None:
            entry.setCheckable(True)
            entry.setChecked(ticked)
        entry.triggered.connect(lambda _=False: act())
        return entry


class ViewFoot(QWidget):
    """Opens the View menu; says the size where it is not the usual one, and in focus mode the way out of it.

    Args:
        theme: colours its icons.
        words: what it says.
        menu: what it opens.
        reading: how the page is read.
        folding: what is in sight.
    """

    def __init__(
        self, theme: Theme, words: Words, menu: ViewMenu, reading: ReadingView, folding: Folding
    ) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._menu = menu
        self._reading = reading
        self._folding = folding
        self._leave = _button(f"{words.text('view.leave-focus')} (Esc)")
        self._leave.clicked.connect(folding.leave_focus)
        self._view = _button("")
        self._view.setToolTip(words.text("view.tip"))
        self._view.clicked.connect(self._open)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._leave)
        row.addWidget(self._view)
        reading.changed.connect(self._show)
        reading.changed.connect(self._tell)
        folding.changed.connect(self._show)
        theme.changed.connect(self._draw)
        self._draw()
        self._show()

    def _draw(self) -> None:
        self._view.setIcon(self._theme.icon("eye", size=14))
        self._leave.setIcon(self._theme.icon("minimize-2", size=14))

    def _show(self) -> None:
        words, zoom = self._words, self._reading.zoom
        said = words.text("view.title") if zoom == USUAL else words.text("view.zoomed", percent=zoom)
        _say(self._view, said)
        self._leave.setVisible(self._folding.is_focused)

    def _tell(self) -> None:
        announce(self._view, self._words.text("view.zoom-told", percent=self._reading.zoom))

    def _open(self) -> None:
        self._menu.fill()
        size = self._menu.sizeHint()
        corner = self._view.mapToGlobal(QPoint(self._view.width(), -4))
        self._menu.popup(corner - QPoint(size.width(), size.height()))


def _button(text: str) -> QToolButton:
    """A quiet button of the foot."""
    button = QToolButton()
    _say(button, text)
    button.setProperty("kit", "foot")
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setIconSize(QSize(14, 14))
    return button


def _say(button: QToolButton, text: str) -> None:
    button.setText(f" {text}")  # Qt sets words close to their icon
    button.setAccessibleName(text)
