"""Photos, dividers and tables of the body dragged to another place by the mouse, a line showing where to."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPixmap, QTextBlock
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget

from editor_app.richtext import blocks
from editor_app.richtext.roles import card_of, key_of
from editor_app.ui.body_editor import BodyEditor
from editor_app.ui.kit.theme import Theme
from editor_app.ui.kit.tokens import RADIUS_SMALL, Tokens

LINE: Final = 3  # px
GHOST: Final = QSize(200, 120)  # px at most, of the picture that goes along with the mouse
FAINT: Final = 0.9
SHEET: Final = 6  # px around it
BESIDE: Final = QPoint(16, 12)  # px from the mouse to that picture
EDGE: Final = 48  # px at the upper and lower end of the page where it scrolls
TICK: Final = 30  # ms
FASTEST: Final = 24  # px a tick


class CardDrag(QObject):
    """Lets cards of the body be dragged.

    A press on a card and a short way with the button down lifts it; where it is let go it stands, in one undo
    step, with its key. Escape puts it back.

    Args:
        theme: colours the line.
        body: where the cards stand.
        page: what the body stands in, and scrolls with it.
    """

    def __init__(self, theme: Theme, body: BodyEditor, page: QScrollArea) -> None:
        super().__init__(body)
        self._theme = theme
        self._body = body
        self._page = page
        self._viewport = body.viewport()
        self._pressed: tuple[QPoint, str] | None = None
        self._lifted = False
        self._before: int | None = None
        self._at = QPoint()
        self.line = QWidget(self._viewport)
        self.line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.line.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.line.hide()
        self._ghost = QLabel(self._viewport)
        self._ghost.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._ghost.hide()
        self._scrolling = QTimer(self)
        self._scrolling.setInterval(TICK)
        self._scrolling.timeout.connect(self._scroll)
        self._viewport.setMouseTracking(True)
        self._viewport.installEventFilter(self)
        body.installEventFilter(self)

    @property
    def is_lifted(self) -> bool:
        """Whether a card goes along with the mouse now."""
        return self._lifted

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._viewport and isinstance(event, QMouseEvent):
            return self._mouse(event)
        if isinstance(event, QKeyEvent) and self._lifted:
            if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
                self._put_down()
            return True
        if event.type() in {QEvent.Type.FocusOut, QEvent.Type.Hide} and self._lifted:
            self._put_down()
        return False

    def _mouse(self, event: QMouseEvent) -> bool:
        place = event.position().toPoint()
        match event.type():
            case QEvent.Type.MouseButtonPress:
                self._press(event, place)
                return False
            case QEvent.Type.MouseMove if self._pressed is not None:
                self._move(place)
                return True
            case QEvent.Type.MouseMove:
                over = self._card_under(place) is not None
                self._body.pointing.want(self, Qt.CursorShape.OpenHandCursor if over else None)
            case QEvent.Type.MouseButtonRelease:
                self._release()
        return False

    def _press(self, event: QMouseEvent, place: QPoint) -> None:
        card = self._card_under(place)
        plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
        selected = self._body.textCursor().hasSelection()  # which Qt drags itself
        self._pressed = None
        if card is not None and plain and not selected and not self._body.isReadOnly():
            self._pressed = (place, key_of(card))

    def _move(self, place: QPoint) -> None:
        if self._pressed is None or not self._pressed[1]:
            return
        start, key = self._pressed
        if not self._lifted:
            if (place - start).manhattanLength() < QApplication.startDragDistance():
                return
            self._lift(key)
        self._at = place
        self._ghost.move(place + BESIDE)
        self._show_line(key)

    def _release(self) -> None:
        pressed, before, lifted = self._pressed, self._before, self._lifted
        self._put_down()
        self._pressed = None
        if lifted and pressed is not None and before is not None:
            self._body.run(blocks.move_card, pressed[1], before)

    def _lift(self, key: str) -> None:
        card = self._body.story_document.block_of(key)
        if card is None:
            return
        self._lifted = True
        area = self._area(card)
        picture = self._viewport.grab(area).scaled(
            GHOST * self._viewport.devicePixelRatioF(),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        picture.setDevicePixelRatio(self._viewport.devicePixelRatioF())
        self._ghost.setPixmap(_sheet(picture, self._theme.tokens))
        self._ghost.adjustSize()
        self._ghost.show()
        self.line.setStyleSheet(f"background: {self._theme.tokens.accent}; border-radius: 1px;")
        QApplication.setOverrideCursor(Qt.CursorShape.ClosedHandCursor)
        self._scrolling.start()

    def _put_down(self) -> None:
        """Ends the drag; what was pressed moves no more until it is pressed anew."""
        if not self._lifted:
            return
        self._lifted = False
        self._before = None
        if self._pressed is not None:
            self._pressed = (self._pressed[0], "")
        self.line.hide()
        self._ghost.hide()
        self._scrolling.stop()
        QApplication.restoreOverrideCursor()

    def _show_line(self, key: str) -> None:
        """Shows between which blocks the card would go; nowhere, where it would stay where it is."""
        document = self._body.story_document
        layout = document.documentLayout()
        hit = layout.hitTest(QPointF(self._at), Qt.HitTestAccuracy.FuzzyHit)
        block = document.findBlock(max(hit, 0))
        area = self._area(block)
        before = block.blockNumber() + (1 if self._at.y() > area.center().y() else 0)
        own = document.keeper.number_of(key)
        if own is None or before in {own, own + 1}:
            self._before = None
            self.line.hide()
            return
        self._before = before
        above, below = document.findBlockByNumber(before - 1), document.findBlockByNumber(before)
        top = self._area(above).bottom() if above.isValid() else self._area(below).top() - 2 * LINE
        bottom = self._area(below).top() if below.isValid() else top + 4 * LINE
        self.line.setGeometry(0, (top + bottom - LINE) // 2, self._viewport.width(), LINE)
        self.line.show()
        self.line.raise_()
        self._ghost.raise_()

    def _scroll(self) -> None:
        """Near its ends the page scrolls on, the faster the nearer."""
        shown = self._page.viewport()
        y = shown.mapFromGlobal(self._viewport.mapToGlobal(self._at)).y()
        into = y - EDGE if y < EDGE else max(y - (shown.height() - EDGE), 0)
        if into == 0 or self._pressed is None:
            return
        bar = self._page.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + max(min(into // 2, FASTEST), -FASTEST))
        self._move(self._at + QPoint(0, bar.value() - before))

    def _card_under(self, place: QPoint) -> QTextBlock | None:
        """The block of the card at a point."""
        block = self._body.cursorForPosition(place).block()
        return block if card_of(block) is not None and self._area(block).contains(place) else None

    def _area(self, block: QTextBlock) -> QRect:
        layout = self._body.story_document.documentLayout()
        return layout.blockBoundingRect(block).toAlignedRect()


def _sheet(picture: QPixmap, tokens: Tokens) -> QPixmap:
    """A picture of a card on a sheet of its own, through which one sees a little of what it is carried over."""
    ratio = picture.devicePixelRatio()
    drawn = QPixmap(picture.size() + QSize(2, 2) * round(SHEET * ratio))
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setOpacity(FAINT)
    painter.setPen(QColor(tokens.accent))
    painter.setBrush(QColor(tokens.card))
    whole = QRectF(0, 0, drawn.width() / ratio, drawn.height() / ratio)
    painter.drawRoundedRect(whole.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_SMALL, RADIUS_SMALL)
    painter.drawPixmap(SHEET, SHEET, picture)
    painter.end()
    return drawn
