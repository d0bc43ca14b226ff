"""What comes from elsewhere into the text: pasted pages, Word, plain text, pictures, and files let go on it."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor_app.newsroom.desk import view_story
from editor_app.story.body import Embed, PhotoBlock, Span, TextBlock, placed_photos
from editor_app.story.photo import Attachment
from editor_app.story.story import Story
from editor_app.ui.main_window import MainWindow
from editor_app.ui.own_clips import OWN_TYPE, laid_out
from tests.ui.hands import CONTROL, SHIFT, clipboard, drop, key, press, typed
from tests.ui.office import PHOTOGRAPHER, Office, picture
from tests.ui.steps import at_rest, text_of, to_body

WORD = (
    "<html xmlns:o='urn:schemas-microsoft-com:office:office'>"
    "<head><style>p.MsoNormal{color:red}</style></head><body>"
    "<!--StartFragment--><h1 style='color:#2F5496'>Dari Word<o:p></o:p></h1>"
    "<p class=MsoNormal style='margin-left:1cm'><span style='font-family:Calibri;font-size:11pt'>Warga "
    "<b>membangun</b> rakit.<o:p>&nbsp;</o:p></span></p><!--EndFragment--></body></html>"
)


@pytest.fixture
def window(office: Office) -> MainWindow:
    window = office.sit(story=office.story())
    to_body(window)
    return window


def body(window: MainWindow) -> list[TextBlock]:
    return [block for block in window.story.story().body if isinstance(block, TextBlock)]


def test_a_web_page_gives_its_words_marks_and_links_and_no_looks(window: MainWindow) -> None:
    clipboard(
        html="<h2 style='color:red'>Judul</h2><p>Satu <em>dua</em> <a href='https://a.example/'>tiga</a></p>"
        "<ul><li>butir</li></ul><script>alert(1)</script>",
        text="apa saja",
    )
    key(Qt.Key.Key_V, CONTROL)
    heading, words, item = body(window)
    assert (heading.style, heading.text) == ("h2", "Judul")
    assert words.children[1] == Span("dua", ("em",))
    assert [link.href for link in words.mark_defs] == ["https://a.example/"]
    assert (item.list_item, item.text) == ("bullet", "butir")


def test_word_gives_its_words_and_none_of_its_dress(window: MainWindow) -> None:
    clipboard(html=WORD, text="Dari Word\nWarga membangun rakit.")
    key(Qt.Key.Key_V, CONTROL)
    heading, words = body(window)
    assert heading.text == "Dari Word"
    assert heading.style in {"h2", "h3"}
    assert words.text.strip() == "Warga membangun rakit."
    assert Span("membangun", ("strong",)) in words.children


def test_plain_text_gives_a_paragraph_a_line(window: MainWindow) -> None:
    clipboard(text="Satu.\r\nDua.\n\nTiga\u0000.")
    key(Qt.Key.Key_V, CONTROL)
    assert [block.text for block in body(window)] == ["Satu.", "Dua.", "Tiga."]


def test_pasting_without_formatting_leaves_marks_behind(window: MainWindow) -> None:
    clipboard(html="<p>Satu <b>dua</b></p>", text="Satu dua")
    key(Qt.Key.Key_V, CONTROL | SHIFT)
    assert body(window)[0].children == (Span("Satu dua"),)


def test_what_is_copied_inside_the_story_comes_back_as_it_was(window: MainWindow) -> None:
    clipboard(html="<h3>Judul</h3><p>Satu <b>dua</b></p>", text="-")
    key(Qt.Key.Key_V, CONTROL)
    key(Qt.Key.Key_A, CONTROL)
    key(Qt.Key.Key_C, CONTROL)
    assert QApplication.clipboard().text() == "Judul\n\nSatu dua"
    key(Qt.Key.Key_End, CONTROL)
    typed("\n")
    key(Qt.Key.Key_V, CONTROL)
    blocks = body(window)
    assert [(b.style, b.text) for b in blocks] == [("h3", "Judul"), ("normal", "Satu dua")] * 2
    assert len({b.key for b in blocks}) == 4


def test_cut_words_leave_and_undo_brings_them_back(window: MainWindow, qtbot: QtBot) -> None:
    typed("Satu. Dua.")
    at_rest(window, qtbot)
    key(Qt.Key.Key_A, CONTROL)
    key(Qt.Key.Key_X, CONTROL)
    assert text_of(window.story.story()) in ([], [""])
    key(Qt.Key.Key_Z, CONTROL)
    assert text_of(window.story.story()) == ["Satu. Dua."]


def test_a_pasted_picture_becomes_a_photo_of_the_story_at_the_cursor(
    window: MainWindow, office: Office, qtbot: QtBot
) -> None:
    typed("Satu.")
    image = QImage(320, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    clipboard(image=image)
    key(Qt.Key.Key_V, CONTROL)
    qtbot.waitUntil(lambda: len(window.story.fields.photos) == 1)
    photo = window.story.fields.photos[0]
    assert placed_photos(window.story.story().body) == (photo.key,)
    assert photo.file.endswith(".png")
    assert (window.story.originals[photo.sha256].width, window.story.originals[photo.sha256].height) == (320, 200)
    at_rest(window, qtbot)
    view = view_story(office.newsroom, window.story.story_id or "", person=window.story.person)
    assert placed_photos(view.story.body) == (photo.key,)


def test_files_let_go_on_the_text_stand_where_they_were_dropped(
    window: MainWindow, office: Office, qtbot: QtBot
) -> None:
    typed("Satu.\nDua.")
    folder = office.newsroom.folder.parent
    first_line = window.page.body.document().firstBlock()
    layout = window.page.body.document().documentLayout()
    at = layout.blockBoundingRect(first_line).center().toPoint()
    drop(window.page.body, [picture(folder / "a.jpg"), picture(folder / "b.png", "tan")], at)
    qtbot.waitUntil(lambda: len(window.photos.cards) == 2)
    shapes = [getattr(block, "text", "photo") for block in window.story.story().body]
    assert shapes == ["Satu.", "photo", "photo", "Dua."]
    assert placed_photos(window.story.story().body) == tuple(photo.key for photo in window.story.fields.photos)


def test_a_file_that_is_no_picture_is_said_and_the_others_are_taken(
    window: MainWindow, office: Office, qtbot: QtBot
) -> None:
    folder = office.newsroom.folder.parent
    wrong = folder / "surat.jpg"
    wrong.write_text("bukan gambar", encoding="utf-8")
    drop(window.page.body, [wrong, picture(folder / "a.jpg")])
    qtbot.waitUntil(lambda: len(window.photos.cards) == 1)
    qtbot.waitUntil(window.strip.isVisible)
    assert "surat.jpg" in window.strip.banner.text


def test_nothing_is_pasted_or_dropped_into_a_text_that_may_only_be_read(office: Office, qtbot: QtBot) -> None:
    story = Story(language="id", body=(TextBlock("a0000001", (Span("Satu."),)),))
    window = office.sit(PHOTOGRAPHER, story=office.story(story))
    press(window.page.body)
    clipboard(text="Dua.")
    key(Qt.Key.Key_V, CONTROL)
    key(Qt.Key.Key_V, CONTROL | SHIFT)
    assert text_of(window.story.story()) == ["Satu."]


def test_a_headline_takes_pasted_lines_as_one(window: MainWindow) -> None:
    press(window.page.headline)
    clipboard(html="<b>Satu</b><br>dua", text="Satu\ndua")
    key(Qt.Key.Key_V, CONTROL)
    assert window.page.headline.text() == "Satu dua"
    assert window.story.fields.headline == "Satu dua"


def test_a_photo_copied_in_another_story_comes_along_with_what_is_said_of_it(
    window: MainWindow, office: Office, qtbot: QtBot
) -> None:
    typed("Satu.")
    drop(window.page.body, [picture(office.newsroom.folder.parent / "a.jpg")])
    qtbot.waitUntil(lambda: placed_photos(window.story.story().body) != ())
    (first,) = window.story.fields.photos
    window.story.change_photo(first.key, caption="FOKUS: Rakit.")
    to_body(window)
    key(Qt.Key.Key_A, CONTROL)
    key(Qt.Key.Key_C, CONTROL)
    key(Qt.Key.Key_N, CONTROL)
    qtbot.waitUntil(window.page.headline.hasFocus)
    to_body(window)
    key(Qt.Key.Key_V, CONTROL)
    qtbot.waitUntil(lambda: placed_photos(window.story.story().body) != ())
    assert text_of(window.story.story())[0] == "Satu."
    (photo,) = window.story.fields.photos
    assert (photo.key, photo.caption, photo.lead) == (first.key, "FOKUS: Rakit.", True)
    assert window.story.originals[photo.sha256].width == 800
    at_rest(window, qtbot)


def test_a_photo_of_another_newsroom_is_not_pasted_as_an_empty_card(
    window: MainWindow, office: Office, qtbot: QtBot
) -> None:
    body = (TextBlock("a1", (Span("Satu."),)), PhotoBlock("a2", "f9"))
    elsewhere = Attachment("f9", "9" * 64, caption="Dari kantor lain")
    QApplication.clipboard().setMimeData(laid_out(body, {"f9": elsewhere}.get))
    with qtbot.waitSignal(window.carrying.told) as told:
        key(Qt.Key.Key_V, CONTROL)
    assert told.args is not None
    assert told.args[0].code == "paste-photos-elsewhere"
    assert text_of(window.story.story())[0] == "Satu."
    assert placed_photos(window.story.story().body) == ()
    assert window.story.fields.photos == ()


def test_other_programs_get_clean_html_and_text(window: MainWindow) -> None:
    clipboard(html="<h2>Judul</h2><p>Satu <b>dua</b></p><ol start=3><li>tiga</li></ol>", text="-")
    key(Qt.Key.Key_V, CONTROL)
    key(Qt.Key.Key_A, CONTROL)
    key(Qt.Key.Key_C, CONTROL)
    data = QApplication.clipboard().mimeData()
    assert data.html() == '<h2>Judul</h2>\n<p>Satu <strong>dua</strong></p>\n<ol start="3"><li>tiga</li></ol>'
    assert data.text() == "Judul\n\nSatu dua\n\n3. tiga"


@pytest.mark.parametrize(
    "address", ["file:///etc/hostname", "ftp://kota.example/a.jpg", "javascript:alert(1)", ""]
)
def test_an_own_clip_may_name_no_picture_but_of_the_web(window: MainWindow, address: str) -> None:
    body = (TextBlock("a1", (Span("Satu."),)), Embed("a2", address), Embed("a3", "https://kota.example/a.jpg"))
    QApplication.clipboard().setMimeData(laid_out(body, lambda _: None))
    key(Qt.Key.Key_V, CONTROL)
    pasted = window.story.story().body
    assert [block.address for block in pasted if isinstance(block, Embed)] == ["https://kota.example/a.jpg"]


def test_a_clipboard_that_hands_over_nothing_is_no_trouble(window: MainWindow) -> None:
    assert not window.page.body.canInsertFromMimeData(None)
    window.page.body.insertFromMimeData(None)
    assert window.story.story().body == ()


@pytest.mark.parametrize("own", [b"", b"{", b"[]", b'{"body": 3, "photos": []}', b'{"body": [], "photos": [{}]}'])
def test_an_own_clip_that_is_broken_pastes_nothing(window: MainWindow, own: bytes) -> None:
    data = QMimeData()
    data.setData(OWN_TYPE, own)
    QApplication.clipboard().setMimeData(data)
    key(Qt.Key.Key_V, CONTROL)
    assert window.story.story().body == ()


def test_a_page_with_pictures_gives_its_words_and_loads_nothing(window: MainWindow) -> None:
    clipboard(
        html="<p>Satu.</p><img src='https://a.example/x.png'><img src='file:///etc/hostname'>"
        "<img src='data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA='><p>Dua.</p>",
        text="Satu. Dua.",
    )
    key(Qt.Key.Key_V, CONTROL)
    assert [block.text for block in body(window)] == ["Satu.", "Dua."]
    assert placed_photos(window.story.story().body) == ()
