"""The pictures of a comparison: small, as they are cropped, each in a place of one size."""

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter

from editor_app.newsroom.picture_sides import LIST_SIDE
from editor_app.story.photo import THOUSANDTHS, Attachment
from editor_app.ui.kit.theme import Theme
from editor_app.ui.pictures import PictureShelf

LARGE, SMALL = QSize(264, 176), QSize(72, 48)  # px of a place
SHARP = 2  # pixels of a picture for each px of its place


class Thumbnails(QObject):
    """Gives pictures by an address; `came` tells the addresses under which another picture is to be had."""

    came = Signal(list)

    def __init__(self, shelf: PictureShelf, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._theme = theme
        self._asked: dict[str, tuple[Attachment, QSize]] = {}
        shelf.ready.connect(self._ready)

    def address(self, photo: Attachment, size: QSize) -> str:
        """The address of a photo's picture in a place of a size."""
        crop = photo.crop
        cut = "" if crop is None else f"{crop.left}-{crop.top}-{crop.right}-{crop.bottom}"
        address = f"thumbnail:{photo.sha256}/{cut}/{size.width()}"
        self._asked[address] = (photo, size)
        return address

    def image(self, address: str) -> QImage:
        """What is to be shown under an address now: the picture, or its empty place."""
        photo, size = self._asked.get(address, (None, QSize(1, 1)))
        place = QImage(size * SHARP, QImage.Format.Format_ARGB32_Premultiplied)
        place.fill(QColor(self._theme.tokens.bg))
        picture = None if photo is None else self._shelf.picture(photo.sha256, LIST_SIDE)
        if photo is not None and picture is not None and not picture.isNull():
            _draw(place, _cropped(picture, photo))
        return place

    def _ready(self, sha256: str) -> None:
        names = [address for address, (photo, _) in self._asked.items() if photo.sha256 == sha256]
        if names:
            self.came.emit(names)


def _draw(place: QImage, picture: QImage) -> None:
    fitted = picture.scaled(
        place.size(), Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    painter = QPainter(place)
    left, top = (place.width() - fitted.width()) // 2, (place.height() - fitted.height()) // 2
    painter.drawImage(QPoint(left, top), fitted)
    painter.end()


def _cropped(picture: QImage, photo: Attachment) -> QImage:
    crop = photo.crop
    if crop is None:
        return picture
    across, down = picture.width() / THOUSANDTHS, picture.height() / THOUSANDTHS
    left, top = round(crop.left * across), round(crop.top * down)
    return picture.copy(QRect(left, top, round(crop.right * across) - left, round(crop.bottom * down) - top))
