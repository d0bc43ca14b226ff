"""A name that was spelt wrong is mended in the whole story, in one go, and everything printed follows."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from editor_app.newsroom.desk import view_story
from editor_app.story.body import Span, TextBlock
from editor_app.story.passages import passages
from editor_app.story.story import Story
from tests.ui.hands import CONTROL, SHIFT, fill, key, press_named
from tests.ui.office import Office, dressed, founded, picture
from tests.ui.steps import add_photos, at_rest, open_card, to_body

STORY = Story(
    headline="WIRYO MEMBUKA RAKIT",
    standfirst="Kata Wiryo, rakit milik warga.",
    section="Pengumuman",
    body=(
        TextBlock("a1", (Span("Pak "), Span("Wiryo", ("strong",)), Span(" merakit bambu."))),
        TextBlock("a2", (Span("“Ayo membaca,” ujar Wiryo."),)),
    ),
)


@pytest.fixture
def office(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Office]:
    """A newsroom at whose laptop the writer sits."""
    newsroom = founded(tmp_path / "newsroom")
    with dressed(qapp) as theme:
        work = Office(qtbot, theme, newsroom, tmp_path / "window.ini")
        yield work
        work.close()
    newsroom.close()


def test_a_name_is_mended_in_text_headline_and_captions_at_once(office: Office, qtbot: QtBot) -> None:
    window = office.sit(story=office.story(STORY))
    add_photos(window, qtbot, picture(office.newsroom.folder.parent / "a.jpg"))
    card = open_card(window, qtbot, 0)
    assert card.fields is not None
    fill(card.fields.caption, "FOKUS: Wiryo di atas rakit")
    to_body(window, end=False)
    key(Qt.Key.Key_Right, CONTROL)
    key(Qt.Key.Key_Right, CONTROL | SHIFT)
    key(Qt.Key.Key_H, CONTROL)  # what is selected is what is sought
    assert window.find_bar.sought.text().strip() == "Wiryo"
    fill(window.find_bar.sought, "wiryo")
    qtbot.waitUntil(lambda: window.find_bar.sought.count == "4 dari 5")
    fill(window.find_bar.written, "wiryono")
    press_named(window.find_bar, "Ganti semua", QAbstractButton)
    key(Qt.Key.Key_Escape)
    key(Qt.Key.Key_S, CONTROL)
    at_rest(window, qtbot)
    view = view_story(office.newsroom, window.story.story_id or "", person=window.story.person)
    assert [passage.text for passage in passages(view.story)] == [
        "WIRYONO MEMBUKA RAKIT",
        "Kata Wiryono, rakit milik warga.",
        "FOKUS: Wiryono di atas rakit",
        "Pak Wiryono merakit bambu.",
        "“Ayo membaca,” ujar Wiryono.",
    ]
    assert view.draft is None
    bold = view.story.body[0]
    assert isinstance(bold, TextBlock)
    assert [span.text for span in bold.children if span.marks] == ["Wiryono"]
    assert window.status.length.text().startswith("8 / 200 kata")
