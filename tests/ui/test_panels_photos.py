"""Photos in the panel and in the text: who has the keyboard once they are there, and what is offered."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QStandardPaths, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from editor_app.newsroom.originals import attached, take_in
from editor_app.storage.media import original_path
from editor_app.story.body import Span, TextBlock, placed_photos
from editor_app.story.photo import Attachment
from editor_app.story.story import Credits, Story
from editor_app.ui.kit.drop_zone import DropZone
from editor_app.ui.kit.growing_text import GrowingText
from editor_app.ui.main_window import DETAILS, PHOTOS, MainWindow
from tests.ui.hands import (
    CONTROL,
    clipboard,
    drop,
    key,
    named,
    open_menu,
    press,
    press_named,
    typed,
    with_dialog,
)
from tests.ui.office import PHOTOGRAPHER, WRITER, Office, picture
from tests.ui.steps import add_photos, at_rest, open_card, text_of, to_body


@pytest.fixture
def window(office: Office) -> MainWindow:
    return office.sit(story=office.story(Story(language="id", section="Berita")))


@pytest.fixture
def folder(office: Office) -> Path:
    return office.newsroom.folder.parent


def image(side: int = 320) -> QImage:
    drawn = QImage(side, side, QImage.Format.Format_RGB32)
    drawn.fill(QColor("teal"))
    return drawn


def in_sight(window: MainWindow, number: int) -> bool:
    """Whether a block of the body shows from its top to its end."""
    block = window.story.document.findBlockByNumber(number)
    area = window.story.document.documentLayout().blockBoundingRect(block).toAlignedRect()
    at = window.page.body.mapTo(window.page.viewport(), area.topLeft())
    return at.y() >= 0 and at.y() + area.height() <= window.page.viewport().height()


def take_first(line: QLineEdit) -> None:
    """Takes the first of the names that are offered; the list that stands open has the keyboard."""
    popup = line.completer().popup()
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)


def test_a_picture_pasted_into_the_text_leaves_the_keyboard_there(window: MainWindow, qtbot: QtBot) -> None:
    key(Qt.Key.Key_2, CONTROL)
    to_body(window)
    typed("Satu.")
    clipboard(image=image())
    key(Qt.Key.Key_V, CONTROL)
    qtbot.waitUntil(lambda: len(placed_photos(window.story.story().body)) == 1)
    assert window.page.body.hasFocus()
    assert window.side.current == DETAILS
    typed("Dua.")
    assert text_of(window.story.story()) == ["Satu.", "Dua."]
    assert window.story.fields.photos[0].caption == ""


def test_who_types_on_while_a_picture_is_taken_in_is_not_moved(window: MainWindow, qtbot: QtBot) -> None:
    to_body(window)
    typed("Satu")
    clipboard(image=image())
    key(Qt.Key.Key_V, CONTROL)
    typed(" dan dua")
    qtbot.waitUntil(lambda: len(placed_photos(window.story.story().body)) == 1)
    typed(" dan tiga.")
    assert text_of(window.story.story())[0] == "Satu dan dua dan tiga."
    assert [getattr(block, "text", "photo") for block in window.story.story().body][:2] == [
        "Satu dan dua dan tiga.",
        "photo",
    ]


def test_who_went_on_to_the_headline_keeps_the_keyboard_there(window: MainWindow, qtbot: QtBot) -> None:
    to_body(window)
    typed("Satu.")
    clipboard(image=image())
    key(Qt.Key.Key_V, CONTROL)
    press(window.page.headline)
    qtbot.waitUntil(lambda: len(placed_photos(window.story.story().body)) == 1)
    assert window.page.headline.hasFocus()


def test_files_let_go_on_the_text_give_it_the_keyboard(window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    press(window.page.headline)
    drop(window.page.body, [picture(folder / "a.jpg")])
    qtbot.waitUntil(lambda: len(placed_photos(window.story.story().body)) == 1)
    assert window.page.body.hasFocus()


def test_files_let_go_on_the_panel_are_described_there(window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    add_photos(window, qtbot, picture(folder / "a.jpg"))
    assert named(window.photos.cards[0], "Keterangan foto", GrowingText).hasFocus()
    typed("FOKUS: Rakit.")
    assert window.story.fields.photos[0].caption == "FOKUS: Rakit."


def test_the_panel_turns_to_a_photo_that_was_added_to_it(window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    drop(named(window.photos, "Tambah foto", DropZone), [picture(folder / "a.jpg")])
    key(Qt.Key.Key_2, CONTROL)
    qtbot.waitUntil(lambda: window.side.current == PHOTOS)
    assert named(window.photos.cards[0], "Keterangan foto", GrowingText).hasFocus()


def test_a_photo_added_to_the_panel_takes_the_keyboard_from_no_one(
    window: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    drop(named(window.photos, "Tambah foto", DropZone), [picture(folder / "a.jpg")])
    press(window.page.headline)
    typed("Satu")
    qtbot.waitUntil(lambda: len(window.photos.cards) == 1)
    typed(" dua")
    assert window.page.headline.text() == "Satu dua"


def test_pictures_are_looked_for_where_the_platform_keeps_them_and_then_where_they_were(
    window: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    elsewhere = folder / "foto rapat"
    elsewhere.mkdir()
    picture(elsewhere / "a.jpg")
    home = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation))
    begun: list[str] = []

    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, QFileDialog)
        begun.append(dialog.directory().absolutePath())
        assert "heic" not in dialog.nameFilters()[0]
        assert dialog.labelText(QFileDialog.DialogLabel.Accept) == "Pilih"
        line = dialog.findChild(QLineEdit)
        assert line is not None
        line.setFocus()
        typed(f"{elsewhere / 'a.jpg'}\n")

    def cancel(dialog: QDialog) -> None:
        assert isinstance(dialog, QFileDialog)
        begun.append(dialog.directory().absolutePath())
        dialog.reject()

    zone = named(window.photos, "Tambah foto", DropZone)
    with_dialog(qtbot, lambda: press(zone), choose)
    qtbot.waitUntil(lambda: len(window.photos.cards) == 1)
    with_dialog(qtbot, lambda: press(zone), cancel)
    assert Path(begun[0]) in {home, home.parent}  # a machine may have no such folder
    assert begun[1] == str(elsewhere)
    assert len(window.photos.cards) == 1


def test_files_chosen_from_the_text_s_menu_stand_in_the_text(
    window: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    to_body(window)
    typed("Satu.")
    path = picture(folder / "a.jpg")

    def choose(dialog: QDialog) -> None:
        line = dialog.findChild(QLineEdit)
        assert line is not None
        line.setFocus()
        typed(f"{path}\n")

    def by_menu() -> None:
        menu = open_menu(qtbot)
        entry = next(entry for entry in menu.actions() if entry.text() == "Pilih berkas…")
        point = menu.actionGeometry(entry).center()
        QTest.mouseMove(menu, point)
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)

    key(Qt.Key.Key_P, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    with_dialog(qtbot, by_menu, choose)
    qtbot.waitUntil(lambda: len(placed_photos(window.story.story().body)) == 1)
    assert window.page.body.hasFocus()


def test_a_photo_put_into_the_text_shows_whole(office: Office, folder: Path, qtbot: QtBot) -> None:
    body = tuple(TextBlock(f"a000000{n}", (Span(f"Paragraf {n}. " * 30),)) for n in range(1, 9))
    photo = photo_of(office, folder / "a.jpg", caption="FOKUS: Rakit.")
    window = office.sit(story=office.story(Story(language="id", body=body, photos=(photo,))), size=(1280, 720))
    to_body(window, end=False)
    key(Qt.Key.Key_Down, times=18)
    number = window.page.body.textCursor().blockNumber()
    open_card(window, qtbot, 0)
    press_named(window.photos.cards[0], "Sisipkan ke teks di posisi kursor", QAbstractButton)
    assert placed_photos(window.story.story().body) == (photo.key,)
    card = number + 1 if window.page.body.textCursor().blockNumber() == number + 2 else number
    qtbot.waitUntil(lambda: window.shelf.picture(photo.sha256, 1400) is not None)
    qtbot.waitUntil(lambda: in_sight(window, card))
    assert window.page.body.hasFocus()


def photo_of(office: Office, path: Path, colour: str = "steelblue", **said: str) -> Attachment:
    original = take_in(office.newsroom, picture(path, colour))
    return replace(attached(original, file=path.name), **said)  # type: ignore[arg-type]


def test_the_menu_of_photos_shows_them(office: Office, folder: Path, qtbot: QtBot) -> None:
    photos = (photo_of(office, folder / "a.jpg", caption="A & B"), photo_of(office, folder / "b.jpg", "tan"))
    window = office.sit(story=office.story(Story(language="id", photos=photos)))
    qtbot.waitUntil(lambda: window.shelf.picture(photos[0].sha256, 320) is not None)
    to_body(window)
    key(Qt.Key.Key_P, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    menu = open_menu(qtbot)
    entry = menu.actions()[0]
    assert entry.text() == "1. A && B"
    shown = entry.icon().pixmap(48, 36).toImage().pixelColor(4, 4)
    assert (shown.red(), shown.green(), shown.blue()) == pytest.approx((70, 130, 180), abs=12)
    menu.close()


def test_the_credit_of_the_photo_before_is_taken_over_by_one_press(
    office: Office, folder: Path, qtbot: QtBot
) -> None:
    photos = (
        photo_of(office, folder / "a.jpg", creator="Bayu Nirwana", agency="Humas Kota"),
        photo_of(office, folder / "b.jpg", "tan"),
    )
    window = office.sit(story=office.story(Story(language="id", photos=photos)))
    card = open_card(window, qtbot, 1)
    like = named(card, "Isi dengan kredit ini: Bayu Nirwana & Humas Kota", QAbstractButton)
    press(like)
    assert window.story.fields.photos[1].credit == "Bayu Nirwana & Humas Kota"
    assert not like.isVisible()
    assert named(card, "Instansi", QLineEdit).text() == "Humas Kota"


def test_a_photographer_of_the_newsroom_is_offered_while_typed(
    window: MainWindow, office: Office, folder: Path, qtbot: QtBot
) -> None:
    add_photos(window, qtbot, picture(folder / "a.jpg"))
    card = open_card(window, qtbot, 0)
    line = named(card, "Fotografer", QLineEdit)
    press(line)
    typed("bay")
    popup = line.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    assert popup.model().index(0, 0).data() == PHOTOGRAPHER
    take_first(line)
    assert window.story.fields.photos[0].creator == PHOTOGRAPHER
    at_rest(window, qtbot)


def test_enter_in_a_line_of_a_card_leaves_the_card_open(window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    add_photos(window, qtbot, picture(folder / "a.jpg"))
    card = open_card(window, qtbot, 0)
    press(named(card, "Instansi", QLineEdit))
    typed("Humas\n")
    assert named(card, "Instansi", QLineEdit).text() == "Humas"
    press(card, QPoint(card.width() // 2, named(card, "Keterangan foto", GrowingText).y() + 110))
    assert named(card, "Instansi", QLineEdit).isVisible()


def test_who_is_of_the_newsroom_or_was_named_lately_is_offered_in_the_details(
    office: Office, qtbot: QtBot
) -> None:
    office.story(Story(headline="Lama", language="id", credits=Credits(writers=("Wening Puspita",))))
    window = office.sit(story=office.story(Story(language="id")))
    key(Qt.Key.Key_2, CONTROL)
    line = named(window.details, "Penulis", QLineEdit)
    qtbot.waitUntil(lambda: line.completer() is not None)
    for begin, name in (("rat", WRITER), ("wen", "Wening Puspita")):
        press(line)
        typed(begin)
        popup = line.completer().popup()
        qtbot.waitUntil(popup.isVisible)
        take_first(line)
        qtbot.waitUntil(lambda name=name: name in window.story.fields.credits.writers)  # type: ignore[misc]


def test_names_typed_together_are_parted_as_in_a_line_of_credits(office: Office) -> None:
    window = office.sit(story=office.story(Story(language="id")))
    key(Qt.Key.Key_2, CONTROL)
    press(named(window.details, "Penulis", QLineEdit))
    typed("Ratri & Budi, S.Sos. dan Wening\n")
    assert window.story.fields.credits.writers == ("Ratri", "Budi, S.Sos.", "Wening")


def test_a_story_that_a_writer_begins_names_the_writer(office: Office, qtbot: QtBot) -> None:
    window = office.sit()
    key(Qt.Key.Key_N, CONTROL)
    qtbot.waitUntil(window.page.headline.hasFocus)
    assert window.story.fields.credits == Credits(writers=(WRITER,))


def test_a_picture_that_was_missing_shows_once_it_is_taken_in_again(
    office: Office, folder: Path, qtbot: QtBot
) -> None:
    photo = photo_of(office, folder / "a.jpg")
    original = original_path(office.newsroom.store.folder, photo.sha256)
    original.parent.chmod(0o755)
    original.chmod(0o644)
    original.unlink()
    window = office.sit(story=office.story(Story(language="id", photos=(photo,))))
    qtbot.waitUntil(lambda: window.shelf.is_missing(photo.sha256, 320))
    add_photos(window, qtbot, folder / "a.jpg")
    qtbot.waitUntil(lambda: window.shelf.picture(photo.sha256, 320) is not None)


def test_the_text_begins_on_the_first_screen_below_a_low_lead(office: Office, folder: Path, qtbot: QtBot) -> None:
    lead = replace(photo_of(office, folder / "a.jpg", caption="FOKUS: Rakit.", creator="Bayu"), lead=True)
    story = Story(
        headline="WARGA MEMBANGUN RAKIT DI SUNGAI TIRTA",
        standfirst="Rakit selesai dalam sehari.",
        language="id",
        body=(TextBlock("a0000001", (Span("Satu."),)),),
        photos=(lead,),
    )
    window = office.sit(story=office.story(story), size=(1280, 720))
    qtbot.waitUntil(lambda: window.shelf.picture(lead.sha256, 1400) is not None)
    qtbot.waitUntil(lambda: in_sight(window, 0))
    assert 200 < window.page.lead.height() < 320


def test_the_caption_to_be_written_is_in_sight_below_many_photos(
    office: Office, folder: Path, qtbot: QtBot
) -> None:
    photos = tuple(replace(photo_of(office, folder / "a.jpg"), key=f"c000000{n}") for n in range(8))
    window = office.sit(story=office.story(Story(language="id", photos=photos)), size=(1280, 720))
    add_photos(window, qtbot, picture(folder / "b.jpg", "tan"))
    field = named(window.photos.cards[-1], "Keterangan foto", GrowingText)
    assert field.hasFocus()
    qtbot.waitUntil(lambda: field.visibleRegion().boundingRect().height() == field.height())
