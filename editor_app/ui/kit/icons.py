"""Line icons, drawn from SVG in the colour of their place and crisp at any device pixel ratio."""

import functools

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from editor_app.resources import resource


def icon(
    name: str, colour: str, size: int = 16, *, disabled: str | None = None, checked: str | None = None
) -> QIcon:
    """An icon of resources/icons/lucide.

    Args:
        name: the file's stem, such as "undo-2".
        colour: the colour of its strokes, `#rrggbb`.
        size: the side in px that it is meant for, which sets the weight of its strokes.
        disabled: the colour while its control is disabled; the same by default.
        checked: the colour while its control is checked; the same by default.

    Raises:
        FileNotFoundError: there is no such icon.
    """
    return QIcon(_StrokeEngine(name, size, colour, disabled or colour, checked or colour))


@functools.lru_cache(maxsize=1024)
def pixmap(name: str, colour: str, size: int = 16, ratio: float = 1.0, *, width: int = 0) -> QPixmap:
    """The icon as a picture of `size` px at a device pixel ratio; a larger `width` leaves room on its right."""
    side = round(size * ratio)
    picture = QPixmap(round(max(width, size) * ratio), side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint(painter, QRectF(0, 0, side, side), name, colour, weight_for=size)
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def paint(painter: QPainter, rect: QRectF, name: str, colour: str, *, weight_for: int = 16) -> None:
    """Draw the icon into `rect`, with strokes of the weight that suits `weight_for` px."""
    _renderer(name, colour, _stroke(weight_for)).render(painter, rect)


def _stroke(size: int) -> float:
    """The stroke's width in the icon's own 24 units: about 1.3 px when small, finer when large."""
    if size <= 18:
        return 2.0
    return 1.75 if size <= 24 else 1.5


@functools.cache
def _source(name: str) -> str:
    return resource("icons", "lucide", f"{name}.svg").read_text(encoding="utf-8")


@functools.lru_cache(maxsize=512)
def _renderer(name: str, colour: str, stroke: float) -> QSvgRenderer:
    drawn = _source(name).replace("currentColor", colour).replace('stroke-width="2"', f'stroke-width="{stroke}"')
    return QSvgRenderer(QByteArray(drawn.encode()))


# Qt asks for a clone only when somebody changes a copied icon, which the house never does. The binding would free
# the clone while Qt still draws with it, so it is kept.
_CLONES: list[QIconEngine] = []


class _StrokeEngine(QIconEngine):
    """Draws an icon when a size and a state are asked for, and keeps the picture."""

    def __init__(self, name: str, size: int, colour: str, disabled: str, checked: str) -> None:
        super().__init__()
        self._name = name
        self._size = size
        self._colours = (colour, disabled, checked)
        _source(name)  # a wrong name fails where it was written, not in a paint event

    def _colour(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        normal, disabled, checked = self._colours
        if mode is QIcon.Mode.Disabled:
            return disabled
        return checked if state is QIcon.State.On else normal

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        square = QRectF(0, 0, side, side)
        square.moveCenter(QRectF(rect).center())
        paint(painter, square, self._name, self._colour(mode, state), weight_for=self._size)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        side = min(size.width(), size.height())
        return pixmap(self._name, self._colour(mode, state), side, scale, width=size.width())

    def clone(self) -> QIconEngine:
        copy = _StrokeEngine(self._name, self._size, *self._colours)
        _CLONES.append(copy)
        return copy
