"""Underlined tabs with count badges over the pages that they show."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from editor_app.ui.kit import fonts, tokens
from editor_app.ui.kit.hairline import Hairline
from editor_app.ui.kit.theme import Theme

HEIGHT = 44
_EDGE = 16  # px before the first tab's word
_GAP = 22  # px between two tabs
_BADGE = 18  # height of a badge


@dataclass(slots=True)
class _Badge:
    count: int = 0
    state: str = "exported"


class Tabs(QWidget):
    """Pages under tabs. Arrow keys go along the tabs while they have the focus.

    Args:
        theme: colours it.
        name: what a screen reader calls the row of tabs.
        height: of the row in px, to be on one line with what stands beside it.
        parent: its widget.
    """

    turned = Signal(str)  # the code of the page that is now in front

    def __init__(self, theme: Theme, name: str, *, height: int = HEIGHT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._codes: list[str] = []
        self._widgets: list[QWidget] = []
        self._bar = _UnderlinedBar(theme, height, self)
        self._bar.setAccessibleName(name)
        self._pages = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(Hairline())
        column.addWidget(self._pages, 1)
        self._bar.currentChanged.connect(self._turn)

    @property
    def current(self) -> str:
        """The code of the page in front; empty where there is none."""
        return self._codes[self._bar.currentIndex()] if self._codes else ""

    @property
    def bar(self) -> QTabBar:
        """The row of tabs."""
        return self._bar

    def add_page(self, code: str, text: str, page: QWidget) -> None:
        """Add a page behind the others, under a tab with a worded text."""
        self._codes.append(code)
        self._widgets.append(page)
        self._pages.addWidget(page)
        self._bar.badges.append(_Badge())
        self._bar.addTab(text)

    def page(self, code: str) -> QWidget:
        """The page of a code.

        Raises:
            ValueError: there is none.
        """
        return self._widgets[self._codes.index(code)]

    def show_page(self, code: str) -> None:
        """Bring a page to the front.

        Raises:
            ValueError: there is none.
        """
        self._bar.setCurrentIndex(self._codes.index(code))

    def set_count(self, code: str, count: int, state: str = "exported") -> None:
        """Show a number beside a tab, in the colours of a state; 0 shows none.

        Raises:
            ValueError: there is no such page.
        """
        index = self._codes.index(code)
        self._bar.badges[index] = _Badge(count, state)
        text = self._bar.tabText(index)
        self._bar.setAccessibleTabName(index, f"{text}, {count}" if count else text)
        self._bar.setTabText(index, text)  # lets the bar measure its tabs anew
        self._bar.updateGeometry()
        self._bar.update()

    def _turn(self, index: int) -> None:
        self._pages.setCurrentIndex(index)
        if index >= 0:
            self.turned.emit(self._codes[index])


class _UnderlinedBar(QTabBar):
    """The row of tabs, which paints itself: word, badge, and a line under the one in front."""

    def __init__(self, theme: Theme, height: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._height = height
        self.badges: list[_Badge] = []
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        theme.changed.connect(self.update)

    def tabSizeHint(self, index: int) -> QSize:
        width = self._word_width(index) + _GAP + (_EDGE - _GAP // 2 if index == 0 else 0)
        badge = self._badge_width(index)
        return QSize(width + (badge + 7 if badge else 0), self._height)

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index in range(self.count()):
            self._paint_tab(painter, index)
        painter.end()

    def _word_width(self, index: int) -> int:
        metrics = QFontMetrics(fonts.ui_font(tokens.TYPE_BASE, QFont.Weight.Medium))
        return metrics.horizontalAdvance(self.tabText(index))

    def _badge_width(self, index: int) -> int:
        if index >= len(self.badges) or not self.badges[index].count:
            return 0
        metrics = QFontMetrics(fonts.ui_font(tokens.TYPE_TINY, QFont.Weight.DemiBold))
        return max(_BADGE + 4, metrics.horizontalAdvance(str(self.badges[index].count)) + 14)

    def _paint_tab(self, painter: QPainter, index: int) -> None:
        look, rect = self._theme.tokens, self.tabRect(index)
        front = index == self.currentIndex()
        hovered = self.underMouse() and rect.contains(self.mapFromGlobal(self.cursor().pos()))
        left = rect.left() + (_EDGE if index == 0 else _GAP // 2)
        word, badge = self._word_width(index), self._badge_width(index)
        painter.setFont(fonts.ui_font(tokens.TYPE_BASE, QFont.Weight.Medium if front else QFont.Weight.Normal))
        tone = look.faint if not self.isTabEnabled(index) else (look.ink if front or hovered else look.soft)
        painter.setPen(QColor(tone))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
        painter.drawText(QRect(left, rect.top(), word + 2, rect.height()), flags, self.tabText(index))
        end = left + word
        if badge:
            self._paint_badge(
                painter, index, QRectF(end + 7, rect.center().y() - _BADGE / 2 + 0.5, badge, _BADGE)
            )
            end += 7 + badge
        if front:
            painter.fillRect(left, rect.bottom() - 1, end - left, 2, QColor(look.accent))
        if front and self.hasFocus():
            painter.setPen(QColor(look.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(
                QRectF(left - 6.5, rect.top() + 8.5, end - left + 13, rect.height() - 17), 6, 6
            )

    def _paint_badge(self, painter: QPainter, index: int, rect: QRectF) -> None:
        badge = self.badges[index]
        pair = self._theme.tokens.state(badge.state)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(pair.ground))
        painter.drawRoundedRect(rect, _BADGE / 2, _BADGE / 2)
        painter.setPen(QColor(pair.text))
        painter.setFont(fonts.ui_font(tokens.TYPE_TINY, QFont.Weight.DemiBold))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(badge.count))
