"""Tabs, cards, banners, empty places and the places for files and pictures."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, QRectF, QSize, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from editor_app.ui.kit.avatar import Avatar, initials
from editor_app.ui.kit.banner import Banner
from editor_app.ui.kit.card import Card
from editor_app.ui.kit.drop_zone import DropZone, local_files
from editor_app.ui.kit.empty_state import EmptyState
from editor_app.ui.kit.flow_layout import FlowLayout
from editor_app.ui.kit.hairline import Hairline
from editor_app.ui.kit.label import ElidedLabel, label
from editor_app.ui.kit.tabs import Tabs
from editor_app.ui.kit.theme import Mode, Theme
from editor_app.ui.kit.thumbnail import Thumbnail, paint_thumbnail
from editor_app.ui.kit.tokens import DARK, LIGHT
from editor_app.ui.kit.traits import set_ground
from tests.ui.kit.conftest import Show


def _has(widget: QWidget, colour: str) -> bool:
    image = widget.grab().toImage()
    return any(
        image.pixelColor(x, y).name() == colour for x in range(image.width()) for y in range(image.height())
    )


# ---- tabs


def _tabs(theme: Theme) -> Tabs:
    tabs = Tabs(theme, "Panel naskah")
    for code, text in (("photos", "Foto"), ("details", "Rincian"), ("review", "Tinjauan")):
        tabs.add_page(code, text, QLabel(text))
    return tabs


def test_a_tab_brings_its_page_to_the_front_by_mouse_and_keys(qtbot: QtBot, theme: Theme, show: Show) -> None:
    tabs = _tabs(theme)
    show(tabs)
    assert tabs.current == "photos"
    with qtbot.waitSignal(tabs.turned) as turned:
        qtbot.mouseClick(tabs.bar, Qt.MouseButton.LeftButton, pos=tabs.bar.tabRect(2).center())
    assert turned.args == ["review"]
    assert tabs.page("review").isVisible()
    assert not tabs.page("photos").isVisible()
    tabs.bar.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(tabs.bar, Qt.Key.Key_Left)
    assert tabs.current == "details"
    tabs.show_page("photos")
    assert tabs.page("photos").isVisible()


def test_a_count_makes_room_for_its_badge_and_is_read_out(theme: Theme, show: Show) -> None:
    tabs = _tabs(theme)
    show(tabs)
    narrow = tabs.bar.tabRect(2).width()
    tabs.set_count("review", 2, "in-review")
    QApplication.processEvents()
    assert tabs.bar.tabRect(2).width() > narrow
    assert tabs.bar.accessibleTabName(2) == "Tinjauan, 2"
    assert _has(tabs.bar, LIGHT.state("in-review").ground)
    tabs.set_count("review", 0)
    assert tabs.bar.accessibleTabName(2) == "Tinjauan"
    assert tabs.bar.tabRect(2).width() == narrow


def test_the_tab_in_front_is_underlined_and_ringed_only_with_the_keyboard_in_it(theme: Theme, show: Show) -> None:
    tabs, field = _tabs(theme), QLineEdit()
    show(tabs, field)
    field.setFocus()
    foot = tabs.bar.tabRect(0).bottom()
    assert tabs.bar.grab().toImage().pixelColor(20, foot).name() == LIGHT.accent
    plain = tabs.bar.grab().toImage()
    tabs.bar.setFocus(Qt.FocusReason.TabFocusReason)
    assert tabs.bar.grab().toImage() != plain


def test_a_tab_that_may_not_be_used_is_dim(theme: Theme, show: Show) -> None:
    tabs = _tabs(theme)
    show(tabs)
    before = tabs.bar.grab().toImage()
    tabs.bar.setTabEnabled(1, False)
    assert tabs.bar.grab().toImage() != before


def test_tabs_without_pages_have_no_page_in_front(theme: Theme) -> None:
    tabs = Tabs(theme, "Panel")
    assert tabs.current == ""
    with pytest.raises(ValueError, match="review"):
        tabs.show_page("review")


# ---- labels


def test_a_long_line_is_shortened_and_its_tooltip_tells_it_whole(theme: Theme, show: Show) -> None:
    line = ElidedLabel("Peserta mencatat paparan\nnarasumber pada sesi kedua di Balai Kota", "small")
    window = show(line, width=160)
    assert line.shown_text().endswith("…")
    assert line.toolTip() == "Peserta mencatat paparan narasumber pada sesi kedua di Balai Kota"
    assert line.fontMetrics().horizontalAdvance(line.shown_text()) <= line.width()
    window.resize(900, 400)
    QApplication.processEvents()
    assert line.shown_text() == line.text()
    assert line.toolTip() == ""
    assert _has(line, LIGHT.soft)


def test_a_shortened_line_asks_for_little_room(theme: Theme) -> None:
    long, short = ElidedLabel("Peserta mencatat paparan narasumber"), ElidedLabel("Pe")
    assert long.minimumSizeHint().width() < long.sizeHint().width()
    assert short.minimumSizeHint().width() == short.sizeHint().width()


def test_a_label_never_takes_text_for_markup(theme: Theme) -> None:
    assert label("<b>Rapat</b>", "title").textFormat() == Qt.TextFormat.PlainText


# ---- surfaces


def test_a_card_lights_up_while_it_is_meant(theme: Theme, show: Show) -> None:
    card = Card("Foto 1")
    card.column.addWidget(label("SERIUS: Peserta mencatat"))
    show(card)
    assert card.grab().toImage().pixelColor(100, 0).name() == LIGHT.line
    card.set_hot(hot=True)
    card.set_hot(hot=True)
    assert card.grab().toImage().pixelColor(100, 0).name() == LIGHT.accent
    card.set_hot(hot=False)
    assert card.grab().toImage().pixelColor(100, 0).name() == LIGHT.line


def test_a_ground_is_painted_behind_plain_widgets(theme: Theme, show: Show) -> None:
    page = QWidget()
    page.setFixedSize(20, 20)
    set_ground(page, "canvas")
    show(page)
    assert page.grab().toImage().pixelColor(5, 5).name() == LIGHT.canvas
    theme.set_mode(Mode.DARK)
    assert page.grab().toImage().pixelColor(5, 5).name() == DARK.canvas


def test_hairlines_are_one_px(theme: Theme, show: Show) -> None:
    lying, standing = Hairline(), Hairline(Qt.Orientation.Vertical, length=18)
    short = Hairline(length=40)
    show(lying, standing, short)
    assert (lying.height(), standing.size(), short.size()) == (1, QSize(1, 18), QSize(40, 1))


def test_an_avatar_shows_the_persons_initials(theme: Theme, show: Show) -> None:
    avatar = Avatar(theme, "Edi Santoso")
    show(avatar)
    assert avatar.size() == QSize(28, 28)
    assert _has(avatar, LIGHT.accent)
    avatar.show_person("Sari Wulandari, S.Sos.")
    assert (avatar.accessibleName(), avatar.toolTip()) == ("Sari Wulandari, S.Sos.",) * 2


@pytest.mark.parametrize(
    ("name", "short"),
    [("Edi Santoso", "ES"), ("sari", "S"), ("Sari Ayu Wulandari, S.Sos.", "SW"), ("", ""), (" , M.Si", "")],
)
def test_initials_are_of_the_first_and_the_last_name(name: str, short: str) -> None:
    assert initials(name) == short


# ---- news


def test_a_banner_is_dealt_with_by_its_button_or_its_cross(qtbot: QtBot, theme: Theme, show: Show) -> None:
    banner = Banner(theme, "Folder ini dipegang jendela lain.", kind="warning", action="Coba lagi", close="Tutup")
    show(banner)
    with qtbot.waitSignal(banner.acted):
        qtbot.mouseClick(banner.button, Qt.MouseButton.LeftButton)
    assert banner.isVisible()
    with qtbot.waitSignal(banner.closed):
        qtbot.mouseClick(banner.cross, Qt.MouseButton.LeftButton)
    assert not banner.isVisible()


def test_a_banner_tells_something_else(theme: Theme, show: Show) -> None:
    banner = Banner(theme, "Ada salinan lain.", action="Lihat")
    window = show(banner)
    assert banner.grab().toImage().pixelColor(100, 2).name() == LIGHT.state("info").ground
    banner.hide()
    banner.tell("Diska penuh.", "error")
    assert banner.isVisible()
    assert (banner.text, banner.accessibleName()) == ("Diska penuh.", "Diska penuh.")
    assert not banner.button.isVisible()
    assert banner.grab().toImage().pixelColor(100, 2).name() == LIGHT.state("error").ground
    theme.set_mode(Mode.DARK)
    assert banner.grab().toImage().pixelColor(100, 2).name() == DARK.state("error").ground
    assert window.isVisible()


def test_a_long_banner_wraps_and_is_not_clipped(theme: Theme, show: Show) -> None:
    banner = Banner(theme, "Naskah dikembalikan Edi Santoso: lengkapi deskripsi foto ketiga dan keempat. " * 2)
    show(banner, width=300)
    words = banner.findChildren(QLabel)[0]
    assert words.height() >= words.heightForWidth(words.width())


def test_an_empty_place_offers_what_changes_it(qtbot: QtBot, theme: Theme, show: Show) -> None:
    place = EmptyState(theme, "inbox", "Belum ada naskah.", action="Buat naskah", variant="primary")
    show(place)
    assert place.button is not None
    with qtbot.waitSignal(place.asked):
        qtbot.mouseClick(place.button, Qt.MouseButton.LeftButton)
    place.set_sentence("Tidak ada yang cocok.")
    assert place.accessibleName() == "Tidak ada yang cocok."


def test_an_empty_place_may_have_no_button(theme: Theme) -> None:
    assert EmptyState(theme, "inbox", "Belum ada naskah.").button is None


# ---- files and pictures


def _dragged(*urls: QUrl) -> QMimeData:
    data = QMimeData()
    data.setUrls(list(urls))
    return data


def _drag(zone: DropZone, data: QMimeData) -> QDragEnterEvent:
    event = QDragEnterEvent(
        QPoint(10, 10), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    event.ignore()
    QApplication.sendEvent(zone, event)
    return event


def _zone(theme: Theme) -> DropZone:
    return DropZone(theme, "Seret foto ke sini atau", "pilih berkas")


def test_files_dropped_are_told_as_paths(qtbot: QtBot, theme: Theme, show: Show, tmp_path: Path) -> None:
    zone = _zone(theme)
    show(zone)
    data = _dragged(QUrl.fromLocalFile(str(tmp_path / "satu.jpg")), QUrl("https://example.org/dua.jpg"))
    assert _drag(zone, data).isAccepted()
    assert _has(zone, LIGHT.tint)
    drop = QDropEvent(
        QPointF(10, 10), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    with qtbot.waitSignal(zone.files_dropped) as dropped:
        QApplication.sendEvent(zone, drop)
    assert dropped.args == [[tmp_path / "satu.jpg"]]
    assert not _has(zone, LIGHT.tint)


def test_what_is_not_a_file_is_not_taken(theme: Theme, show: Show) -> None:
    zone = _zone(theme)
    show(zone)
    assert not _drag(zone, _dragged(QUrl("https://example.org/dua.jpg"))).isAccepted()
    text = QMimeData()
    text.setText("halo")
    assert local_files(text) == []


def test_a_share_is_named_by_who_drags_from_it_and_by_no_page() -> None:
    dragged = QMimeData()
    dragged.setUrls([QUrl("file://server/bagi/a.jpg"), QUrl.fromLocalFile("/foto/b.jpg")])
    assert local_files(dragged) == [Path("//server/bagi/a.jpg"), Path("/foto/b.jpg")]
    dragged.setHtml("<img src='file://server/bagi/a.jpg'>")
    assert local_files(dragged) == [Path("/foto/b.jpg")]


def test_a_drag_that_leaves_leaves_the_zone_as_it_was(theme: Theme, show: Show, tmp_path: Path) -> None:
    zone = _zone(theme)
    show(zone)
    data = _dragged(QUrl.fromLocalFile(str(tmp_path)))
    _drag(zone, data)
    QApplication.sendEvent(zone, QDragLeaveEvent())
    assert not _has(zone, LIGHT.tint)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_files_can_be_asked_for_without_a_mouse(qtbot: QtBot, theme: Theme, show: Show, key: Qt.Key) -> None:
    field, zone = QLineEdit(), _zone(theme)
    show(field, zone)
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert zone.hasFocus()
    with qtbot.waitSignal(zone.choose_asked):
        qtbot.keyClick(zone, key)


def test_a_click_asks_to_choose_files(qtbot: QtBot, theme: Theme, show: Show) -> None:
    zone = _zone(theme)
    show(zone)
    assert zone.accessibleName() == "Seret foto ke sini atau pilih berkas"
    with qtbot.waitSignal(zone.choose_asked):
        qtbot.mouseClick(zone, Qt.MouseButton.LeftButton)
    with qtbot.assertNotEmitted(zone.choose_asked):
        qtbot.keyClick(zone, Qt.Key.Key_A)


def test_a_narrow_zone_still_says_what_can_be_pressed(theme: Theme, show: Show) -> None:
    zone = _zone(theme)
    zone.setFixedWidth(120)
    show(zone)
    assert _has(zone, LIGHT.accent)
    assert zone.minimumSizeHint().width() <= 120


def test_a_busy_zone_says_what_it_does_and_takes_no_more(qtbot: QtBot, theme: Theme, show: Show) -> None:
    zone = _zone(theme)
    show(zone)
    zone.set_busy("Menambahkan foto…")
    assert not _has(zone, LIGHT.accent)
    with qtbot.assertNotEmitted(zone.choose_asked):
        qtbot.mouseClick(zone, Qt.MouseButton.LeftButton)
    zone.set_busy(None)
    assert _has(zone, LIGHT.accent)
    with qtbot.waitSignal(zone.choose_asked):
        qtbot.mouseClick(zone, Qt.MouseButton.LeftButton)


def _picture(colour: str, width: int, height: int) -> QPixmap:
    picture = QPixmap(width, height)
    picture.fill(QColor(colour))
    return picture


def test_a_thumbnail_fills_its_place_or_stands_dashed(theme: Theme, show: Show) -> None:
    thumbnail = Thumbnail(theme, QSize(96, 72), name="Peserta mencatat", icon="image")
    show(thumbnail)
    assert _has(thumbnail, LIGHT.disabled)
    thumbnail.show_picture(_picture("#8899aa", 400, 100))
    image = thumbnail.grab().toImage()
    assert {image.pixelColor(x, y).name() for x, y in ((1, 36), (94, 36), (48, 1), (48, 70))} == {"#8899aa"}
    assert thumbnail.picture is not None
    thumbnail.show_picture(None)
    assert not _has(thumbnail, "#8899aa")


def test_a_thumbnail_shows_the_middle_of_a_wide_picture(qapp: QApplication) -> None:
    wide = _picture("#ff0000", 300, 100)
    painter = QPainter(wide)
    painter.fillRect(QRect(100, 0, 100, 100), QColor("#00ff00"))
    painter.end()
    image = QImage(50, 50, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    paint_thumbnail(painter, QRectF(0, 0, 50, 50), wide, LIGHT)
    painter.end()
    assert {image.pixelColor(x, 25).name() for x in (3, 25, 46)} == {"#00ff00"}


# ---- rows


def test_items_flow_into_rows_and_hidden_ones_take_no_room(theme: Theme, show: Show) -> None:
    box = QWidget()
    flow = FlowLayout(box, gap=10, row_gap=4)
    squares = [QWidget() for _ in range(3)]
    for square in squares:
        square.setFixedSize(40, 20)
        flow.addWidget(square)
    window = show(box, width=300)
    assert [square.pos() for square in squares] == [QPoint(0, 0), QPoint(50, 0), QPoint(100, 0)]
    squares[1].hide()
    QApplication.processEvents()
    assert squares[2].pos() == QPoint(50, 0)
    squares[1].show()
    assert flow.heightForWidth(95) == 44
    assert flow.minimumSize() == QSize(40, 20)
    assert flow.sizeHint() == QSize(140, 20)
    assert flow.itemAt(3) is None
    assert flow.takeAt(9) is None
    assert flow.takeAt(0) is not None
    assert flow.count() == 2
    assert flow.expandingDirections() == Qt.Orientation(0)
    assert window.isVisible()
