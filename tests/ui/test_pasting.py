"""Pages of other programs, pasted by the keys into the real window: their meaning comes, in one step."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor_app.formats.clip import MOST_WORDS, read_clip
from editor_app.formats.pasted import MetPicture
from editor_app.story.body import Embed, TextBlock, body_to_json
from editor_app.ui.main_window import MainWindow
from editor_app.ui.pasting import SHORT
from tests.formats.clip_pages import PAGES, TEXTS
from tests.formats.editions import GOLDEN
from tests.formats.word_pages import long_page
from tests.ui.hands import CONTROL, SHIFT, clipboard, key, press, typed
from tests.ui.office import Office
from tests.ui.steps import at_rest, to_body

LONG = long_page(100_000)


@pytest.fixture
def window(office: Office) -> MainWindow:
    window = office.sit(story=office.story())
    to_body(window)
    return window


def body(window: MainWindow) -> list[TextBlock]:
    return [block for block in window.story.story().body if isinstance(block, TextBlock)]


def texts(window: MainWindow) -> list[str]:
    return [block.text for block in body(window)]


def pasted(window: MainWindow, qtbot: QtBot) -> None:
    """Waits until nothing is being read or put in."""
    qtbot.waitUntil(lambda: not window.pasting.is_busy)


def wanted(html: str) -> list[str]:
    return [block.text for block in read_clip(html, "").blocks if isinstance(block, TextBlock)]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_a_page_is_pasted_as_its_writer_meant_it(window: MainWindow, path: Path) -> None:
    encoding = "cp1252" if path.name == "word_lists.html" else "utf-8"
    clipboard(html=path.read_text(encoding), text="kata saja")
    key(Qt.Key.Key_V, CONTROL)
    found = body_to_json(tuple(block for block in window.story.story().body if not isinstance(block, Embed)))
    for number, block in enumerate(found, start=1):
        assert isinstance(block, dict)
        block["_key"] = f"b{number}"
    assert found == json.loads((GOLDEN / "clips" / f"{path.name}.json").read_text("utf-8"))["body"]
    key(Qt.Key.Key_Z, CONTROL)
    assert texts(window) == []


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_plain_text_is_pasted_as_its_writer_meant_it(window: MainWindow, path: Path) -> None:
    clipboard(text=path.read_bytes().decode())
    key(Qt.Key.Key_V, CONTROL)
    golden = json.loads((GOLDEN / "clips" / f"{path.name}.json").read_text("utf-8"))["body"]
    assert texts(window) == ["".join(span["text"] for span in block["children"]) for block in golden]
    key(Qt.Key.Key_Z, CONTROL)
    assert texts(window) == []


def test_words_alone_are_pasted_by_ctrl_shift_v_as_they_are_written(window: MainWindow) -> None:
    clipboard(html="<ul><li><b>Satu</b></ul>", text="- *Satu*\n- dua")
    key(Qt.Key.Key_V, CONTROL | SHIFT)
    assert [(block.text, block.list_item, len(block.children)) for block in body(window)] == [
        ("- *Satu*", None, 1),
        ("- dua", None, 1),
    ]
    key(Qt.Key.Key_Z, CONTROL)
    assert texts(window) == []


def test_words_alone_come_from_a_page_without_plain_text(window: MainWindow) -> None:
    clipboard(html="<h2>Judul</h2><p>Satu <b>dua</b></p>")
    key(Qt.Key.Key_V, CONTROL | SHIFT)
    assert [(block.style, block.text, len(block.children)) for block in body(window)] == [
        ("normal", "Judul", 1),
        ("normal", "Satu dua", 1),
    ]


def test_a_long_page_comes_whole_between_the_words_around_it(window: MainWindow, qtbot: QtBot) -> None:
    typed("Awal.Akhir.")
    key(Qt.Key.Key_Left, times=len("Akhir."))
    clipboard(html=LONG)
    key(Qt.Key.Key_V, CONTROL)
    assert window.pasting.is_busy
    pasted(window, qtbot)
    said = wanted(LONG)
    assert texts(window) == [f"Awal.{said[0]}", *said[1:-1], f"{said[-1]}Akhir."]
    assert window.page.body.textCursor().block().text() == f"{said[-1]}Akhir."
    typed("!")
    assert texts(window)[-1] == f"{said[-1]}!Akhir."
    key(Qt.Key.Key_Z, CONTROL, times=2)
    assert texts(window) == ["Awal.Akhir."]
    key(Qt.Key.Key_Y, CONTROL)
    assert len(texts(window)) == len(said)


def test_who_types_on_while_a_page_is_read_finds_it_where_it_was_pasted(window: MainWindow, qtbot: QtBot) -> None:
    typed("Awal. ")
    clipboard(html=LONG)
    key(Qt.Key.Key_V, CONTROL)
    typed("Sesudah.")
    pasted(window, qtbot)
    said = wanted(LONG)
    assert texts(window)[0] == f"Awal. {said[0]}"
    assert texts(window)[-1] == f"{said[-1]}Sesudah."
    typed("!")
    assert texts(window)[-1] == f"{said[-1]}Sesudah.!"


def test_who_types_while_a_page_is_put_in_finds_the_whole_of_it(window: MainWindow, qtbot: QtBot) -> None:
    clipboard(html=LONG)
    key(Qt.Key.Key_V, CONTROL)
    said = wanted(LONG)
    qtbot.waitUntil(lambda: 2 <= window.story.document.blockCount() < len(said))
    typed("!")
    assert not window.pasting.is_busy
    assert texts(window) == [*said[:-1], f"{said[-1]}!"]
    key(Qt.Key.Key_Z, CONTROL, times=2)
    assert texts(window) == []


def test_two_long_pages_stand_in_their_order(window: MainWindow, qtbot: QtBot) -> None:
    clipboard(html=LONG)
    key(Qt.Key.Key_V, CONTROL)
    clipboard(html="<p>satu</p><p>dua</p>")
    key(Qt.Key.Key_V, CONTROL)
    pasted(window, qtbot)
    said = wanted(LONG)
    assert texts(window) == [*said[:-1], f"{said[-1]}satu", "dua"]


def test_a_page_takes_the_place_of_what_was_selected(window: MainWindow, qtbot: QtBot) -> None:
    typed("Lama sekali.")
    key(Qt.Key.Key_A, CONTROL)
    clipboard(html=LONG)
    key(Qt.Key.Key_V, CONTROL)
    pasted(window, qtbot)
    assert texts(window) == wanted(LONG)
    key(Qt.Key.Key_Z, CONTROL)
    assert texts(window) == ["Lama sekali."]


def test_a_page_that_is_still_read_does_not_land_in_another_story(
    window: MainWindow, office: Office, qtbot: QtBot
) -> None:
    clipboard(html=long_page(1_000_000))
    key(Qt.Key.Key_V, CONTROL)
    key(Qt.Key.Key_N, CONTROL)
    qtbot.waitUntil(window.page.headline.hasFocus)
    pasted(window, qtbot)
    at_rest(window, qtbot)
    assert texts(window) == []


def test_closing_keeps_the_whole_of_a_page_that_is_put_in(
    window: MainWindow, office: Office, qtbot: QtBot
) -> None:
    story_id = window.story.story_id
    clipboard(html=LONG)
    key(Qt.Key.Key_V, CONTROL)
    qtbot.waitUntil(lambda: window.story.document.blockCount() >= 2)
    window.close()
    again = office.sit(story=story_id)
    assert texts(again) == wanted(LONG)


def test_too_long_a_page_is_cut_and_that_is_said(window: MainWindow, qtbot: QtBot) -> None:
    clipboard(html=f"<p>{'kata ' * (MOST_WORDS // 3)}</p>", text="kata")
    key(Qt.Key.Key_V, CONTROL)
    pasted(window, qtbot)
    qtbot.waitUntil(window.toast.isVisible)
    assert window.words.text("paste-cut") in window.toast.text
    assert len(texts(window)) > 30


def test_pictures_of_a_page_are_told_with_their_places(window: MainWindow) -> None:
    told: list[tuple[str, str]] = []

    def note(pictures: list[MetPicture], places: list[object]) -> None:
        told.extend(
            (met.address or met.file, place.block().text()) for met, place in zip(pictures, places, strict=True)
        )

    window.pasting.pictures_met.disconnect()  # who makes photos and places of them puts them in
    window.pasting.pictures_met.connect(note)
    typed("Awal. ")
    clipboard(
        html="<p>Satu</p><img src='https://a.example/x.jpg'><p>Dua</p>"
        "<img src='data:image/png;base64,iVBORw0KGgo='>",
    )
    key(Qt.Key.Key_V, CONTROL)
    assert told == [("https://a.example/x.jpg", "Awal. Satu"), ("picture-2.png", "Dua")]


def test_a_long_page_leaves_the_view_where_somebody_went_meanwhile(window: MainWindow, qtbot: QtBot) -> None:
    clipboard(html=LONG)
    assert len(LONG) > SHORT
    key(Qt.Key.Key_V, CONTROL)
    press(window.page.headline)
    typed("JUDUL")
    pasted(window, qtbot)
    assert QApplication.focusWidget() is not window.page.body
    assert window.story.fields.headline == "JUDUL"
    assert texts(window) == wanted(LONG)


def test_a_fault_while_a_page_is_read_does_not_hold_up_the_next(
    window: MainWindow, office: Office, qtbot: QtBot
) -> None:
    clipboard(html=LONG)
    key(Qt.Key.Key_V, CONTROL)
    clipboard(html="<p>satu</p><p>dua</p>")
    key(Qt.Key.Key_V, CONTROL)
    window.runner.crashed.emit(RuntimeError("a fault of the program"))
    pasted(window, qtbot)
    assert texts(window) == ["satu", "dua"]
    office.bugs.clear()


@pytest.mark.parametrize(
    "html",
    [LONG, long_page(35_000), "<p>kata</p>" * 80, f"<p>{'kata ' * 60_000}</p>"],
    ids=["long", "middling", "short", "one paragraph"],
)
def test_the_end_of_what_was_pasted_is_in_sight(window: MainWindow, qtbot: QtBot, html: str) -> None:
    clipboard(html=html)
    key(Qt.Key.Key_V, CONTROL)
    pasted(window, qtbot)

    def is_in_sight() -> None:
        page, caret = window.page, window.page.body.cursorRect().bottomLeft()
        assert page.viewport().rect().contains(window.page.body.viewport().mapTo(page.viewport(), caret))

    qtbot.waitUntil(is_in_sight)
