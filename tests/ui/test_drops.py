"""What is let go on the text, or pasted as files: words go where they were let go, pictures become photos."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QImage, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor_app.newsroom.desk import view_story
from editor_app.story.body import Embed, PhotoBlock, Span, TextBlock, placed_photos
from editor_app.story.story import Story
from editor_app.ui.main_window import MainWindow
from editor_app.ui.own_clips import laid_out
from tests.ui.hands import CONTROL, clipboard, key, let_go
from tests.ui.office import Office, picture
from tests.ui.steps import at_rest, text_of, to_body

BODY = (TextBlock("a0000001", (Span("Satu dua."),)), TextBlock("a0000002", (Span("Tiga empat."),)))


@pytest.fixture
def window(office: Office) -> MainWindow:
    window = office.sit(story=office.story(Story(headline="Rakit", body=BODY)))
    to_body(window)
    return window


def before(window: MainWindow, word: str) -> QPoint:
    """The point in front of a word of the body."""
    found = window.story.document.find(word)
    assert not found.isNull()
    cursor = QTextCursor(window.story.document)
    cursor.setPosition(found.selectionStart())
    return window.page.body.cursorRect(cursor).center()


def test_words_go_where_they_are_let_go_and_one_undo_takes_them_away(window: MainWindow) -> None:
    data = QMimeData()
    data.setText("nol, ke")
    let_go(window.page.body, data, before(window, "dua"))
    assert text_of(window.story.story()) == ["Satu nol, kedua.", "Tiga empat."]
    key(Qt.Key.Key_Z, CONTROL)
    assert window.story.story().body == BODY


def test_a_dragged_piece_of_a_page_keeps_its_meaning_and_loses_its_looks(window: MainWindow) -> None:
    data = QMimeData()
    data.setHtml("<span style='color:red'>se<b>per</b></span>")
    data.setText("seper")
    let_go(window.page.body, data, before(window, "empat"))
    words = window.story.story().body[1]
    assert isinstance(words, TextBlock)
    assert words.text == "Tiga seperempat."
    assert [span.text for span in words.children if span.marks] == ["per"]
    key(Qt.Key.Key_Z, CONTROL)
    assert window.story.story().body == BODY


def test_what_the_program_itself_lets_go_stays_whole(window: MainWindow) -> None:
    own = laid_out((TextBlock("b0000001", (Span("Sisipan", ("em",)),)),), lambda _: None)
    let_go(window.page.body, own, before(window, "Tiga"))
    words = window.story.story().body[1]
    assert isinstance(words, TextBlock)
    assert words.children[0] == Span("Sisipan", ("em",))
    key(Qt.Key.Key_Z, CONTROL)
    assert window.story.story().body == BODY


@pytest.mark.parametrize("number", [1, 3])
def test_pasted_files_become_photos_at_the_cursor(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, number: int
) -> None:
    colours = ("teal", "tan", "navy")
    paths = [picture(tmp_path / f"{place}.jpg", colours[place]) for place in range(number)]
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    QApplication.clipboard().setMimeData(data)
    key(Qt.Key.Key_V, CONTROL)
    qtbot.waitUntil(lambda: len(placed_photos(window.story.story().body)) == number)
    assert [photo.file for photo in window.story.fields.photos] == [path.name for path in paths]
    assert placed_photos(window.story.story().body) == tuple(photo.key for photo in window.story.fields.photos)
    at_rest(window, qtbot)


def test_a_copied_picture_with_its_tag_beside_it_is_one_photo(window: MainWindow, qtbot: QtBot) -> None:
    image = QImage(640, 480, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    clipboard(html="<img src='https://kota.example/rakit.jpg' alt='Rakit'>", image=image)
    key(Qt.Key.Key_V, CONTROL)
    qtbot.waitUntil(lambda: len(placed_photos(window.story.story().body)) == 1)
    assert not [block for block in window.story.story().body if isinstance(block, Embed)]
    assert len(window.story.fields.photos) == 1
    at_rest(window, qtbot)


def test_a_pasted_page_reads_no_file_of_this_machine(
    window: MainWindow, office: Office, qtbot: QtBot, tmp_path: Path
) -> None:
    address = picture(tmp_path / "rahasia.jpg").as_uri()
    with qtbot.waitSignal(window.embeds.told) as told:
        clipboard(
            html=f"<p style='background:url({address})'>Lima.</p><p><img src='{address}'></p><p>Enam.</p>",
            text="-",
        )
        key(Qt.Key.Key_V, CONTROL)
    assert told.args is not None
    assert told.args[0].code == "paste-picture-left-out"
    assert text_of(window.story.story())[-2:] == ["Tiga empat.Lima.", "Enam."]
    assert not [block for block in window.story.story().body if isinstance(block, Embed | PhotoBlock)]
    window.story.save()
    at_rest(window, qtbot)
    story_id = window.story.story_id
    assert story_id is not None
    qtbot.waitUntil(lambda: len(view_story(office.newsroom, story_id).revisions) == 2)
    assert view_story(office.newsroom, story_id).originals == {}
    assert not [path for path in office.newsroom.store.folder.media.rglob("*") if path.is_file()]
