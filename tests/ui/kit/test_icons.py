"""Icons in the colour of their place, crisp on every screen."""

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from editor_app.resources import resource
from editor_app.ui.kit import icons
from editor_app.ui.kit.icon_label import IconLabel
from editor_app.ui.kit.theme import Theme
from editor_app.ui.kit.tokens import LIGHT

RED, GREEN, BLUE = "#ff0000", "#00ff00", "#0000ff"


def _colours(picture: QPixmap | QImage) -> set[str]:
    """The colours of what is fully drawn."""
    image = picture.toImage() if isinstance(picture, QPixmap) else picture
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0, 3.0])
def test_an_icon_has_every_pixel_of_the_screen(qapp: QApplication, ratio: float) -> None:
    picture = icons.icon("bold", RED).pixmap(QSize(16, 16), ratio)
    assert picture.size() == QSize(round(16 * ratio), round(16 * ratio))
    assert picture.deviceIndependentSize().toSize() == QSize(16, 16)


def test_an_icon_wears_the_colour_of_its_state(qapp: QApplication) -> None:
    icon = icons.icon("minus", RED, disabled=GREEN, checked=BLUE)
    assert _colours(icon.pixmap(QSize(32, 32))) == {RED}
    assert _colours(icon.pixmap(QSize(32, 32), QIcon.Mode.Disabled)) == {GREEN}
    assert _colours(icon.pixmap(QSize(32, 32), QIcon.Mode.Normal, QIcon.State.On)) == {BLUE}


def test_a_copied_icon_draws_the_same(qapp: QApplication) -> None:
    icon = icons.icon("minus", RED)
    copy = QIcon(icon)
    copy.addPixmap(QPixmap(1, 1))  # parts the copy from its original
    assert _colours(copy.pixmap(QSize(32, 32))) == {RED}


def test_a_wide_icon_leaves_its_room_on_the_right(qapp: QApplication) -> None:
    image = icons.icon("minus", RED).pixmap(QSize(40, 16)).toImage()
    assert image.size() == QSize(40, 16)
    assert all(image.pixelColor(x, y).alpha() == 0 for x in range(17, 40) for y in range(16))


def test_an_icon_is_painted_square_in_the_middle_of_its_place(qapp: QApplication) -> None:
    image = QImage(60, 20, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    icons.icon("minus", RED).paint(painter, QRect(0, 0, 60, 20))
    painter.end()
    inked = [x for x in range(60) if image.pixelColor(x, 10).alpha()]
    assert 20 <= inked[0] < inked[-1] <= 40


def test_large_icons_have_finer_lines(qapp: QApplication) -> None:
    def weight(size: int) -> float:
        image = icons.pixmap("minus", RED, size).toImage()
        return sum(image.pixelColor(size // 2, y).alphaF() for y in range(size)) / size

    assert weight(16) > weight(22) > weight(40)


def test_an_unknown_icon_fails_where_it_is_named(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        icons.icon("no-such-icon", RED)


def test_every_icon_can_be_drawn(qapp: QApplication) -> None:
    names = sorted(file.stem for file in resource("icons", "lucide").glob("*.svg"))
    assert len(names) > 40
    empty = [name for name in names if _colours(icons.pixmap(name, RED, 32)) != {RED}]
    assert empty == []


def test_a_still_icon_follows_its_tone(theme: Theme) -> None:
    label = IconLabel(theme, "minus", tone="accent", side=32)
    assert label.sizeHint() == QSize(32, 32)
    assert LIGHT.accent in _colours(label.grab())
    label.show_icon("minus", "error")
    assert LIGHT.error in _colours(label.grab())
    assert LIGHT.accent not in _colours(label.grab())


def test_ten_thousand_icons_do_not_wear_out_the_binding(qapp: QApplication) -> None:
    for _ in range(10_000):
        icons.icon("check", RED).pixmap(QSize(16, 16))
    assert _colours(icons.icon("check", RED).pixmap(QSize(32, 32))) == {RED}
