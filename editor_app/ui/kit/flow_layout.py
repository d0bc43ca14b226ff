"""A layout that sets its items in rows, left to right, and begins a new row when one is full."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Items in rows; its height follows from its width. Hidden items take no room.

    Args:
        parent: the widget that it lays out.
        gap: px between items of a row.
        row_gap: px between rows; as `gap` by default.
        stretch_last: whether the last item takes what is left of its row, if that is enough for it.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        gap: int = 6,
        row_gap: int | None = None,
        stretch_last: bool = False,
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._row_gap = gap if row_gap is None else row_gap
        self._stretch_last = stretch_last
        self._last_yields = False
        self.setContentsMargins(0, 0, 0, 0)

    def insert(self, index: int, widget: QWidget) -> None:
        """Put a widget before the item of that index."""
        self.addWidget(widget)
        self._items.insert(index, self._items.pop())
        self.invalidate()

    def set_last_yields(self, yields: bool) -> None:  # noqa: FBT001 - a state
        """Whether the last item takes no row of its own, however little its row has left for it."""
        if yields != self._last_yields:
            self._last_yields = yields
            self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._flow(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._flow(rect, move=True)

    def sizeHint(self) -> QSize:
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in shown) + self._gap * max(0, len(shown) - 1)
        return self._framed(width, max((size.height() for size in shown), default=0))

    def minimumSize(self) -> QSize:
        shown = [item.minimumSize() for item in self._items if not item.isEmpty()]
        widest = max((size.width() for size in shown), default=0)
        return self._framed(widest, max((size.height() for size in shown), default=0))

    def _framed(self, width: int, height: int) -> QSize:
        margins = self.contentsMargins()
        return QSize(width + margins.left() + margins.right(), height + margins.top() + margins.bottom())

    def _flow(self, rect: QRect, *, move: bool) -> int:
        """Place the items, or only measure; returns the height they take."""
        margins = self.contentsMargins()
        inner = rect.marginsRemoved(margins)
        x, y, row = inner.x(), inner.y(), 0
        shown = [item for item in self._items if not item.isEmpty()]
        for item in shown:
            hint = item.sizeHint()
            stretches = self._stretch_last and item is shown[-1]
            wanted = item.minimumSize().width() if stretches else hint.width()
            size = QSize(min(wanted, inner.width()), hint.height())
            full = x + size.width() > inner.x() + inner.width()
            if row and full and not (stretches and self._last_yields):
                x, y, row = inner.x(), y + row + self._row_gap, 0
            if stretches:
                size.setWidth(max(0, inner.x() + inner.width() - x))
            if move:
                item.setGeometry(QRect(QPoint(x, y), size))
            x += size.width() + self._gap
            row = max(row, size.height())
        return y + row - rect.y() + margins.bottom()
