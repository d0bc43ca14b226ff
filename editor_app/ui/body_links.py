"""Links in the body: opened by Ctrl and a click, and told of under the mouse."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QHelpEvent, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QMenu, QToolTip

from editor_app.richtext.commands import href_at, link_at, remove_link
from editor_app.story.normal import safe_href
from editor_app.ui.body_editor import BodyEditor
from editor_app.ui.shortcuts import keys_of
from editor_app.ui.spelling.told_keys import told
from editor_app.words import Words, note

CONTROL = Qt.KeyboardModifier.ControlModifier


class BodyLinks(QObject):
    """Watches the body for what is done to its links.

    `told`: a Message of what could not be opened.

    Args:
        words: tells how a link is opened.
        body: where the links are.
        browse: opens an address outside; whether that could be done.
    """

    told = Signal(object)

    def __init__(
        self, words: Words, body: BodyEditor, browse: Callable[[QUrl], bool] = QDesktopServices.openUrl
    ) -> None:
        super().__init__(body)
        self._words = words
        self._body = body
        self._browse = browse
        self._viewport = body.viewport()
        self._viewport.setMouseTracking(True)
        self._viewport.installEventFilter(self)
        body.menu_opening.connect(self.offer)

    def open_at(self, cursor: QTextCursor) -> bool:
        """Opens the link at a cursor outside the program; False where there is none."""
        href = safe_href(href_at(cursor))
        if href is None:
            return False
        if not self._browse(QUrl(href)):
            self.told.emit(note("link-not-opened", address=href))
        return True

    def offer(self, menu: QMenu, cursor: QTextCursor) -> None:
        """Puts what may be done to the link at a place into its menu."""
        place = QTextCursor(cursor)
        place.setPosition(cursor.position())
        if link_at(place) is None:
            return
        self._add(menu, "link.open", "open-link", lambda: self.open_at(place))
        if not self._body.isReadOnly():
            self._add(menu, "link.edit", "link", lambda: self._edit(place))
            self._add(menu, "link.remove", "", lambda: self._remove(place))
        menu.addSeparator()

    def _add(self, menu: QMenu, code: str, shortcut: str, act: Callable[[], object]) -> None:
        name = self._words.text(code)
        entry = menu.addAction(f"{name}\t{told(keys_of(shortcut))}" if shortcut else name)
        entry.triggered.connect(lambda _=False: act())

    def _edit(self, place: QTextCursor) -> None:
        self._body.setTextCursor(place)
        self._body.link_wanted.emit()

    def _remove(self, place: QTextCursor) -> None:
        self._body.setTextCursor(place)
        self._body.run(remove_link)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and watched is self._viewport:
            return self._mouse(event)
        if isinstance(event, QHelpEvent) and watched is self._viewport:
            return self._tell(event.pos(), event.globalPos())
        return False

    def _mouse(self, event: QMouseEvent) -> bool:
        place = event.position().toPoint()
        held = event.modifiers() == CONTROL
        if event.type() == QEvent.Type.MouseMove:
            over = held and bool(self._href_under(place))
            self._body.pointing.want(self, Qt.CursorShape.PointingHandCursor if over else None)
            return False
        pressed = event.type() == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton
        if not (pressed and held and self._href_under(place)):
            return False
        self.open_at(self._body.cursorForPosition(place))
        return True

    def _tell(self, place: QPoint, anywhere: QPoint) -> bool:
        href = self._href_under(place)
        if href:
            QToolTip.showText(anywhere, self._words.text("link.tip", address=href), self._body.viewport())
        else:
            QToolTip.hideText()
        return bool(href)

    def _href_under(self, place: QPoint) -> str:
        """The address under a point of the viewport; what stands beside the words is no link."""
        body = self._body
        cursor = body.cursorForPosition(place)
        around = link_at(cursor)
        if around is None:
            return ""
        before, after = QTextCursor(cursor), body.cursorRect(cursor)
        before.setPosition(max(cursor.position() - 1, cursor.block().position()))
        left = body.cursorRect(before)
        near = after.adjusted(-body.story_document.look.body, 0, body.story_document.look.body, 0).united(left)
        return href_at(cursor) if near.contains(place) else ""
