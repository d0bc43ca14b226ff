"""Pictures of a pasted page: none loads by itself; those in it become photos, the others are offered."""

import base64
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from editor_app.newsroom.desk import view_story
from editor_app.newsroom.originals import thumbnail_of
from editor_app.story.body import Embed, PhotoBlock, TextBlock
from editor_app.ui.main_window import MainWindow
from tests.newsroom.web import Website, website
from tests.ui.hands import CONTROL, clipboard, key, press
from tests.ui.office import Office, picture
from tests.ui.steps import at_rest, findings, to_body


@pytest.fixture
def site() -> Iterator[Website]:
    with website() as running:
        yield running


@pytest.fixture
def window(office: Office) -> MainWindow:
    opened = office.sit(story=office.story())
    to_body(opened)
    return opened


def embeds(window: MainWindow) -> list[Embed]:
    return [block for block in window.story.story().body if isinstance(block, Embed)]


def photos(window: MainWindow) -> list[PhotoBlock]:
    return [block for block in window.story.story().body if isinstance(block, PhotoBlock)]


def paste_page(address: str) -> None:
    clipboard(
        html=f"<p>Satu paragraf.</p><figure><img src='{address}' alt='Rakit di danau'>"
        "<figcaption>FOKUS: Rakit bambu.</figcaption></figure><p>Dua paragraf.</p>",
        text="-",
    )
    key(Qt.Key.Key_V, CONTROL)


def onto(window: MainWindow, embed: Embed) -> None:
    block = window.story.document.block_of(embed.key)
    assert block is not None
    window.page.body.setTextCursor(QTextCursor(block))


def test_a_picture_of_the_web_is_not_loaded_but_offered(
    window: MainWindow, site: Website, tmp_path: Path
) -> None:
    address = site.hold("/rakit.jpg", picture(tmp_path / "a.jpg").read_bytes())
    paste_page(address)
    body = window.story.story().body
    assert [type(block) for block in body] == [TextBlock, Embed, TextBlock]
    (embed,) = embeds(window)
    assert (embed.address, embed.alt, embed.caption) == (address, "Rakit di danau", "FOKUS: Rakit bambu.")
    assert site.asked == []


def test_one_undo_takes_the_pasted_page_and_its_place_back(window: MainWindow, site: Website) -> None:
    paste_page(f"{site.address}/rakit.jpg")
    assert embeds(window)
    key(Qt.Key.Key_Z, CONTROL)
    assert window.story.story().body == ()


def test_enter_fetches_it_with_its_words_where_it_stood(
    office: Office, window: MainWindow, qtbot: QtBot, site: Website, tmp_path: Path
) -> None:
    paste_page(site.hold("/rakit%20bambu.jpg", picture(tmp_path / "a.jpg").read_bytes()))
    (embed,) = embeds(window)
    onto(window, embed)
    key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: photos(window) != [])
    assert embeds(window) == []
    (block,) = photos(window)
    assert block.key == embed.key
    (photo,) = window.story.fields.photos
    assert (photo.file, photo.alt, photo.caption) == ("rakit bambu.jpg", "Rakit di danau", "FOKUS: Rakit bambu.")
    assert thumbnail_of(office.newsroom, photo.sha256)
    assert site.asked == ["/rakit%20bambu.jpg"]
    at_rest(window, qtbot)


def test_its_button_fetches_it_too(window: MainWindow, qtbot: QtBot, site: Website, tmp_path: Path) -> None:
    paste_page(site.hold("/rakit.jpg", picture(tmp_path / "a.jpg").read_bytes()))
    buttons = window.story.document.embeds.buttons
    qtbot.waitUntil(lambda: len(buttons) == 1)
    (button,) = buttons.values()
    press(window.page.body, button.center().toPoint() + QPoint(0, 0))
    qtbot.waitUntil(lambda: photos(window) != [])


def test_pressing_beside_the_button_fetches_nothing(window: MainWindow, qtbot: QtBot, site: Website) -> None:
    paste_page(f"{site.address}/rakit.jpg")
    buttons = window.story.document.embeds.buttons
    qtbot.waitUntil(lambda: len(buttons) == 1)
    (button,) = buttons.values()
    press(window.page.body, button.topLeft().toPoint() - QPoint(0, 30))
    assert site.asked == []
    assert len(embeds(window)) == 1


def test_what_cannot_be_fetched_says_why_on_its_card_and_may_be_tried_again(
    window: MainWindow, qtbot: QtBot, site: Website, tmp_path: Path
) -> None:
    paste_page(f"{site.address}/rakit.jpg")
    (embed,) = embeds(window)
    onto(window, embed)
    with qtbot.waitSignal(window.embeds.told) as told:
        key(Qt.Key.Key_Return)
    assert told.args is not None
    assert told.args[0].message.params == {"site": "127.0.0.1", "status": 404}
    assert window.embeds.words_of(embed).text == "Tidak dapat diambil."
    assert window.embeds.words_of(embed).action == "Coba lagi"
    assert embeds(window) == [embed]
    site.hold("/rakit.jpg", picture(tmp_path / "a.jpg").read_bytes())
    key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: photos(window) != [])


def test_what_is_no_picture_is_not_taken(window: MainWindow, qtbot: QtBot, site: Website) -> None:
    paste_page(site.hold("/rakit.jpg", b"<html>Masuk dulu</html>", "text/html"))
    (embed,) = embeds(window)
    onto(window, embed)
    key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.embeds.words_of(embed).action == "Coba lagi")
    assert window.story.fields.photos == ()


def test_no_caret_as_tall_as_the_card_stands_beside_it(window: MainWindow, site: Website) -> None:
    paste_page(f"{site.address}/rakit.jpg")
    (embed,) = embeds(window)
    onto(window, embed)
    assert window.page.body.cursorWidth() == 0
    key(Qt.Key.Key_Up)
    assert window.page.body.cursorWidth() == 1


def test_a_story_with_a_place_that_is_empty_is_not_submitted(
    window: MainWindow, qtbot: QtBot, site: Website
) -> None:
    paste_page(f"{site.address}/rakit.jpg")
    qtbot.waitUntil(lambda: "picture-not-fetched" in findings(window))
    (embed,) = embeds(window)
    onto(window, embed)
    key(Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "picture-not-fetched" not in findings(window))
    assert embeds(window) == []


def test_it_is_kept_with_the_story(office: Office, window: MainWindow, qtbot: QtBot, site: Website) -> None:
    paste_page(f"{site.address}/rakit.jpg")
    window.story.save()
    at_rest(window, qtbot)
    story_id = window.story.story_id
    assert story_id is not None
    qtbot.waitUntil(lambda: len(view_story(office.newsroom, story_id).revisions) == 2)
    assert embeds(window)[0] in view_story(office.newsroom, story_id).head.story.body


def test_a_picture_that_the_clip_holds_becomes_a_photo_in_its_place(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    data = base64.b64encode(picture(tmp_path / "a.png").read_bytes()).decode()
    paste_page(f"data:image/png;base64,{data}")
    qtbot.waitUntil(lambda: photos(window) != [])
    assert [type(block) for block in window.story.story().body] == [TextBlock, PhotoBlock, TextBlock]
    (photo,) = window.story.fields.photos
    assert (photo.alt, photo.caption) == ("Rakit di danau", "FOKUS: Rakit bambu.")


@pytest.mark.parametrize("address", ["file:///etc/hostname", "cid:gambar1", "//server/bagi/a.png", "../a.png"])
def test_a_picture_that_stands_nowhere_one_may_look_is_told(
    window: MainWindow, qtbot: QtBot, address: str
) -> None:
    with qtbot.waitSignal(window.embeds.told) as told:
        paste_page(address)
    assert told.args is not None
    assert told.args[0].code == "paste-picture-left-out"
    assert embeds(window) == []
    first = window.story.story().body[0]
    assert isinstance(first, TextBlock)
    assert first.text == "Satu paragraf."
