"""A small rounded picture, or a dashed place where one is wanting; as a widget and as a drawing for lists."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from editor_app.ui.kit import icons, tokens
from editor_app.ui.kit.theme import Theme
from editor_app.ui.kit.tokens import Tokens


def paint_thumbnail(
    painter: QPainter, rect: QRectF, picture: QPixmap | None, look: Tokens, *, icon: str = ""
) -> None:
    """Draw a picture so that it fills `rect` with rounded corners, or a dashed place with perhaps an icon."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    radius = min(tokens.RADIUS_SMALL, rect.height() / 4)
    if picture is None or picture.isNull():
        pen = QPen(QColor(look.line_strong), 1)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        if icon:
            glyph = QRectF(0, 0, 16, 16)
            glyph.moveCenter(rect.center())
            icons.paint(painter, glyph, icon, look.disabled)
    else:
        outline = QPainterPath()
        outline.addRoundedRect(rect, radius, radius)
        painter.setClipPath(outline)
        painter.drawPixmap(rect, picture, _middle(picture, rect))
    painter.restore()


def _middle(picture: QPixmap, rect: QRectF) -> QRectF:
    """The largest part in the middle of a picture that has the shape of `rect`, in the picture's own px."""
    whole = QRectF(0, 0, picture.width(), picture.height())
    scale = min(whole.width() / rect.width(), whole.height() / rect.height())
    part = QRectF(0, 0, rect.width() * scale, rect.height() * scale)
    part.moveCenter(whole.center())
    return part


class Thumbnail(QWidget):
    """A picture cut to its place.

    Args:
        theme: colours the empty place.
        size: its px.
        name: what a screen reader says, such as the photo's description.
        icon: the icon of the empty place, or nothing.
        parent: its widget.
    """

    def __init__(
        self, theme: Theme, size: QSize, *, name: str = "", icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._picture: QPixmap | None = None
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(size)
        theme.changed.connect(self.update)

    @property
    def picture(self) -> QPixmap | None:
        """The picture shown."""
        return self._picture

    def show_picture(self, picture: QPixmap | None) -> None:
        """Show a picture, or with None the empty place."""
        self._picture = picture
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        paint_thumbnail(painter, QRectF(self.rect()), self._picture, self._theme.tokens, icon=self._icon)
        painter.end()
