"""How a person likes to read on this laptop: the size of the letters, the width of the lines, the typewriter."""

from dataclasses import replace
from itertools import takewhile
from types import MappingProxyType
from typing import Final, Literal

from PySide6.QtCore import QObject, QSettings, Signal

from editor_app.richtext.look import USUAL_BODY, Look

LineWidth = Literal["narrow", "normal", "wide"]
LINE_WIDTHS: Final = MappingProxyType[LineWidth, int]({"narrow": 540, "normal": 660, "wide": 840})  # px at 100 %
ZOOMS: Final = (70, 80, 90, 100, 110, 120, 130, 140, 150, 160, 180, 200)  # percent
USUAL: Final = 100
_ZOOM, _WIDTH, _TYPEWRITER = "reading/zoom", "reading/width", "reading/typewriter"


class ReadingView(QObject):
    """Remembers how the page is read, and dresses its look so; nothing of it enters a story.

    Args:
        settings: where it is remembered.
        parent: its owner.
    """

    changed = Signal()  # size or width is another
    typewriter_changed = Signal(bool)

    def __init__(self, settings: QSettings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        zoom = str(settings.value(_ZOOM, USUAL))
        self._zoom = _nearest(int(zoom)) if zoom.isdecimal() else USUAL
        width = str(settings.value(_WIDTH, ""))
        self._width: LineWidth = next((code for code in LINE_WIDTHS if code == width), "normal")
        self._typewriter = str(settings.value(_TYPEWRITER, "")) == "on"

    @property
    def zoom(self) -> int:
        """The size of the letters, in percent of the usual one."""
        return self._zoom

    @property
    def width(self) -> LineWidth:
        """How wide lines may be."""
        return self._width

    @property
    def typewriter(self) -> bool:
        """Whether the line that is written stays at the middle of the page."""
        return self._typewriter

    @property
    def scale(self) -> float:
        """How much larger the letters are than usual; whole px of body text, so not quite the percentage."""
        return self._body / USUAL_BODY

    def seen(self, look: Look) -> Look:
        """A look of the usual size as the person here wants to see it."""
        return replace(look, body=self._body, column=LINE_WIDTHS[self._width])

    def zoom_by(self, steps: int) -> None:
        """Goes some sizes up, or down."""
        place = ZOOMS.index(self._zoom) + steps
        self._set_zoom(ZOOMS[min(max(place, 0), len(ZOOMS) - 1)])

    def reset_zoom(self) -> None:
        """Goes back to the usual size."""
        self._set_zoom(USUAL)

    def set_width(self, width: LineWidth) -> None:
        """Lets lines be this wide."""
        if width != self._width:
            self._width = width
            self._settings.setValue(_WIDTH, width)
            self.changed.emit()

    def set_typewriter(self, on: bool) -> None:  # noqa: FBT001 - a signal's value
        """Keeps the line that is written at the middle, or lets it wander."""
        if on != self._typewriter:
            self._typewriter = on
            self._settings.setValue(_TYPEWRITER, "on" if on else "off")
            self.typewriter_changed.emit(on)

    @property
    def _body(self) -> int:
        return round(USUAL_BODY * self._zoom / 100)

    def _set_zoom(self, zoom: int) -> None:
        if zoom != self._zoom:
            self._zoom = zoom
            self._settings.setValue(_ZOOM, zoom)
            self.changed.emit()


def _nearest(percent: int) -> int:
    """The largest size that is not above what was remembered."""
    return max(takewhile(lambda zoom: zoom <= percent, ZOOMS), default=ZOOMS[0])
