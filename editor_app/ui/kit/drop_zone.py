"""A dashed place for files: drag them here, or press it to choose them."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from editor_app.ui.kit import fonts, tokens
from editor_app.ui.kit.theme import Theme


def local_files(data: QMimeData) -> list[Path]:
    """The files that are dragged or pasted; addresses of the web are left out.

    A share may be named by who drags a file from it, and never by a page: where HTML stands beside the addresses,
    none is asked for on another machine.
    """
    local = (url for url in data.urls() if url.isLocalFile() and not (url.host() and data.hasHtml()))
    return [Path(url.toLocalFile()) for url in local]


class DropZone(QAbstractButton):
    """A dashed area that takes files by the mouse, and by Enter or Space asks to choose them.

    Args:
        theme: colours it.
        text: what may be dragged here, such as "Seret foto ke sini atau".
        link: the underlined rest, such as "pilih berkas".
        name: what a screen reader says; text and link by default.
        parent: its widget.
    """

    files_dropped = Signal(list)  # list[Path]
    choose_asked = Signal()

    def __init__(
        self, theme: Theme, text: str, link: str, *, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._before, self._link = text, link
        self._meant = False
        self._busy = ""
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(name or f"{text} {link}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.choose_asked)
        theme.changed.connect(self.update)

    def set_busy(self, text: str | None) -> None:
        """Say what is being done with the files and take no more; None takes files again."""
        self._busy = text or ""
        self.setEnabled(text is None)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, 48)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._word_width(self._link) + 2 * tokens.SPACE_M, 48)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_files(event.mimeData()):
            event.acceptProposedAction()
            self._mean(meant=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._mean(meant=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._mean(meant=False)
        files = local_files(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.files_dropped.emit(files)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        look = self._theme.tokens
        lit = self._meant or self.hasFocus()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(look.accent if lit or self.underMouse() else look.line_strong), 1.5 if lit else 1)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(QColor(look.tint) if self._meant else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(1, 1, -1, -1), tokens.RADIUS_CARD, tokens.RADIUS_CARD
        )
        self._paint_words(painter)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        look = self._theme.tokens
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
        if self._busy:
            painter.setFont(_font())
            painter.setPen(QColor(look.soft))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._busy)
            return
        before, link = self._word_width(f"{self._before} "), self._word_width(self._link)
        if before + link > self.width() - 2 * tokens.SPACE_M:
            before = 0  # where it is narrow, what can be pressed is said and the rest is left to the name
        left = (self.width() - before - link) // 2
        painter.setFont(_font())
        if before:
            painter.setPen(QColor(look.soft))
            painter.drawText(QRect(left, 0, before, self.height()), flags, self._before)
        linked = _font()
        linked.setUnderline(True)
        painter.setFont(linked)
        painter.setPen(QColor(look.accent))
        painter.drawText(QRect(left + before, 0, link + 2, self.height()), flags, self._link)

    def _word_width(self, words: str) -> int:
        return QFontMetrics(_font()).horizontalAdvance(words)

    def _mean(self, *, meant: bool) -> None:
        self._meant = meant
        self.update()


def _font() -> QFont:
    return fonts.ui_font(tokens.TYPE_BASE)
