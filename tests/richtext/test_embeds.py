"""The place of a picture that was not fetched: put in, drawn, replaced by the photo, undone."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QTextCursor

from editor_app.richtext import blocks
from editor_app.story.body import Body, Embed, PhotoBlock, Span, TextBlock
from tests.richtext.desk import LIGHT, Desk

Write = Callable[[Body], Desk]
WORDS = TextBlock("a0000001", (Span("Warga merakit bambu."),))
ADDRESS = "https://kota.example/foto/rakit.jpg"


def cursor_on(desk: Desk, key: str) -> QTextCursor:
    block = desk.story.block_of(key)
    assert block is not None
    return QTextCursor(block)


def test_it_goes_below_the_paragraph_of_the_cursor(write: Write) -> None:
    desk = write((WORDS,))
    cursor = cursor_on(desk, WORDS.key)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    key = blocks.insert_embed(cursor, Embed("", ADDRESS, alt="Rakit", caption="FOKUS: Rakit.", credit="Bayu"))
    assert desk.story.body()[:2] == (WORDS, Embed(key, ADDRESS, "Rakit", "FOKUS: Rakit.", "Bayu"))
    assert blocks.embed_at(cursor_on(desk, key)) == Embed(key, ADDRESS, "Rakit", "FOKUS: Rakit.", "Bayu")
    assert blocks.embed_at(cursor_on(desk, WORDS.key)) is None


def test_the_photo_takes_its_place_and_key_and_one_undo_gives_the_place_back(write: Write) -> None:
    embed = Embed("e0000001", ADDRESS, alt="Rakit")
    desk = write((WORDS, embed))
    blocks.set_fetched(cursor_on(desk, embed.key), "f0000001")
    assert desk.story.body() == (WORDS, PhotoBlock(embed.key, "f0000001"))
    desk.story.undo()
    assert desk.story.body() == (WORDS, embed)
    desk.story.redo()
    assert desk.story.body() == (WORDS, PhotoBlock(embed.key, "f0000001"))


def test_nothing_is_put_in_the_place_of_words(write: Write) -> None:
    desk = write((WORDS,))
    blocks.set_fetched(cursor_on(desk, WORDS.key), "f0000001")
    assert desk.story.body() == (WORDS,)


def drawn(desk: Desk) -> QImage:
    picture = QImage(desk.size(), QImage.Format.Format_RGB32)
    picture.fill(QColor(LIGHT.canvas))
    desk.render(picture)
    return picture


def test_it_is_drawn_with_a_button_where_it_may_be_fetched(write: Write) -> None:
    desk = write((Embed("e0000001", ADDRESS),))
    picture = drawn(desk)
    (button,) = desk.story.embeds.buttons.values()
    inside = button.topLeft() + QPointF(6, button.height() / 2)
    assert picture.pixelColor(inside.toPoint()).name() == LIGHT.accent_tint
    assert button.right() < desk.width()


def test_a_narrow_page_holds_its_button(write: Write) -> None:
    desk = write((Embed("e0000001", ADDRESS),))
    desk.resize(180, 400)
    drawn(desk)
    (button,) = desk.story.embeds.buttons.values()
    assert button.left() > 0
    assert button.right() < desk.viewport().width()


def test_it_is_outlined_while_it_is_selected(write: Write) -> None:
    embed = Embed("e0000001", ADDRESS)
    desk = write((WORDS, embed))
    before = drawn(desk)
    desk.story.show_selection(cursor_on(desk, embed.key))
    assert drawn(desk) != before
    desk.story.show_selection(None)
    assert drawn(desk) == before


def test_in_a_text_from_right_to_left_the_button_stands_right(write: Write) -> None:
    desk = write((Embed("e0000001", ADDRESS),))
    desk.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    picture = QImage(desk.size(), QImage.Format.Format_RGB32)
    desk.render(picture)
    (button,) = desk.story.embeds.buttons.values()
    assert button.right() > desk.viewport().width() - 40
