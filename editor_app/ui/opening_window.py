"""The window that is seen first: bar and desk as they stand, while the newsroom is being opened behind it."""

from collections.abc import Callable, Mapping
from functools import cache

from PySide6.QtCore import QEvent, QObject, QSettings, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QSplitter, QVBoxLayout, QWidget

from editor_app.newsroom.first_look import FirstLook
from editor_app.ui.desk_panel import DeskPanel
from editor_app.ui.desk_source import Found
from editor_app.ui.kit.hairline import Hairline
from editor_app.ui.kit.theme import Theme
from editor_app.ui.kit.traits import set_ground
from editor_app.ui.top_bar import TopBar
from editor_app.ui.window_place import DESK_WIDTH, place, place_parts
from editor_app.words import Sayable, Words

_TOP, _STATUS = 52, 28  # px: the bar above, the line below


class FirstLookDesk:
    """A `DeskSource` of what was seen of the newsroom; nothing of it changes."""

    def __init__(self, look: FirstLook) -> None:
        self.zone = look.zone
        self._look = look
        self.picture: Callable[[str], QImage | None] = cache(self._picture)

    def read(
        self,
        shown: tuple[str, ...],  # noqa: ARG002 - one page was seen
        search: str,  # noqa: ARG002
        *,
        size: int,  # noqa: ARG002
        after: str | None = None,
        done: Callable[[Found], None],
        failed: Callable[[Sayable], None],  # noqa: ARG002
    ) -> None:
        """Gives the page that was seen; those that follow come with the newsroom."""
        if after is None:
            done(Found(self._look.page, self._look.people))

    def count(self, done: Callable[[Mapping[str, int]], None], failed: Callable[[Sayable], None]) -> None:  # noqa: ARG002
        """Gives what was counted."""
        done(self._look.counts)

    def _picture(self, sha256: str) -> QImage | None:
        jpeg = self._look.pictures.get(sha256)
        return None if jpeg is None else QImage.fromData(jpeg)


class OpeningWindow(QMainWindow):
    """Stands where the main window will; `painted` tells that it can be seen.

    Args:
        theme: its colours.
        words: its language.
        settings: where the main window keeps how it stood.
        look: what stands on the desk; without one only the outline is painted.
    """

    painted = Signal()
    chosen = Signal(str)
    new_wanted = Signal()

    def __init__(self, theme: Theme, words: Words, settings: QSettings, look: FirstLook | None) -> None:
        super().__init__()
        self._tokens = theme.tokens
        self.setWindowTitle(words.text("app.name"))
        self.desk: DeskPanel | None = None
        if look is None:
            self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        else:
            self._lay_out(theme, words, settings, look)
        place(self, settings)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Bar, desk, page and status line, still empty, where nothing else is known."""
        if self.desk is not None:
            super().paintEvent(event)
            return
        tokens, width, height = self._tokens, self.width(), self.height()
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(tokens.pane))
        painter.fillRect(
            DESK_WIDTH + 1, _TOP, width - DESK_WIDTH - 1, height - _TOP - _STATUS, QColor(tokens.canvas)
        )
        painter.setPen(QColor(tokens.line))
        painter.drawLine(0, _TOP - 1, width, _TOP - 1)
        painter.drawLine(DESK_WIDTH, _TOP, DESK_WIDTH, height - _STATUS)
        painter.drawLine(0, height - _STATUS, width, height - _STATUS)
        painter.end()
        self.painted.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Sees the list being painted."""
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self.painted.emit()
        return False

    def _lay_out(self, theme: Theme, words: Words, settings: QSettings, look: FirstLook) -> None:
        top = TopBar(look.name, theme, words, QMenu(self))
        if look.person is not None:
            top.person.show_person(look.person)
        self.desk = desk = DeskPanel(FirstLookDesk(look), theme, words)
        desk.chosen.connect(self.chosen)
        desk.new_wanted.connect(self.new_wanted)
        desk.refresh()
        last = settings.value("story", "")
        desk.mark(last if isinstance(last, str) and last else None)
        parts = QSplitter(Qt.Orientation.Horizontal)
        page, side = QWidget(), QWidget()
        set_ground(page, "canvas")
        for widget in (desk, page, side):
            parts.addWidget(widget)
        side.hide()
        place_parts(parts, settings)
        foot = QWidget()
        foot.setFixedHeight(_STATUS)
        whole = QWidget()
        set_ground(whole, "pane")
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (top, Hairline(), parts, Hairline(), foot):
            column.addWidget(widget, 1 if widget is parts else 0)
        self.setCentralWidget(whole)
        desk.list.viewport().installEventFilter(self)
        desk.list.setFocus()
