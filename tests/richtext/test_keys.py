"""Keys stay with their words."""

from collections.abc import Callable

from PySide6.QtGui import QTextCursor, QTextDocumentFragment

from editor_app.richtext import guard
from editor_app.richtext.roles import BlockRole, block_role, object_format, rekeyed
from editor_app.story.body import Body, PhotoBlock, Span, TextBlock
from tests.richtext.desk import Desk

Write = Callable[[Body], Desk]
BODY: Body = (TextBlock("aa", (Span("satu"),)), TextBlock("bb", (Span("dua"),)), PhotoBlock("pp", "foto1"))


def test_a_pasted_copy_gets_keys_of_its_own_in_the_same_step(write: Write) -> None:
    desk = write(BODY)
    cursor = desk.put(0, 0, to=(1, 3))
    fragment = QTextDocumentFragment(cursor)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    cursor.insertBlock()
    cursor.insertFragment(fragment)
    keys = [block.key for block in desk.body]
    assert len(set(keys)) == len(keys)
    assert keys[:3] == ["aa", "bb", "pp"]
    desk.undo()
    desk.undo()
    assert desk.body == BODY


def test_undo_and_redo_bring_back_the_same_keys(write: Write) -> None:
    desk = write(BODY)
    desk.put(0, 2)
    desk.type("\n\nx")
    after = desk.body
    for _ in range(3):
        desk.undo()
    assert desk.body == BODY
    for _ in range(3):
        desk.redo()
    assert desk.body == after


def test_a_block_without_a_key_is_given_one(write: Write) -> None:
    desk = write(BODY)
    cursor = desk.put(1, 0)
    cursor.setBlockFormat(rekeyed(cursor.blockFormat(), ""))
    assert desk.story.keeper.order[1] not in ("", "aa", "pp")


def test_the_keeper_knows_where_a_key_stands(write: Write) -> None:
    desk = write(BODY)
    assert desk.story.keeper.number_of("pp") == 2
    assert desk.story.keeper.number_of("zz") is None
    assert desk.story.block_of("zz") is None
    found = desk.story.block_of("bb")
    assert found is not None
    assert found.text() == "dua"


def test_words_joined_to_a_photo_are_parted_again_with_their_key(write: Write) -> None:
    desk = write((PhotoBlock("pp", "foto1"), TextBlock("aa", (Span("satu"),))))
    cursor = desk.put(0, 1, to=(1, 0))
    cursor.removeSelectedText()
    assert desk.body == (PhotoBlock("pp", "foto1"), TextBlock("aa", (Span("satu"),)))


def test_a_photo_joined_to_words_is_parted_again(write: Write) -> None:
    desk = write((TextBlock("aa", (Span("satu"),)), PhotoBlock("pp", "foto1"), TextBlock("bb", (Span("dua"),))))
    before = desk.body
    cursor = desk.put(0, 4)
    cursor.beginEditBlock()
    cursor.deleteChar()
    cursor.setPosition(5)
    cursor.deleteChar()
    cursor.endEditBlock()
    assert [getattr(block, "text", "photo") for block in desk.body] == ["satu", "photo", "dua"]
    desk.undo()
    assert desk.body == before


def test_text_put_beside_a_photo_unasked_is_parted_and_undone_in_two_steps(write: Write) -> None:
    desk = write((PhotoBlock("pp", "foto1"),))
    cursor = desk.put(0, 1)
    cursor.insertText("liar")
    assert [getattr(block, "text", "photo") for block in desk.body] == ["photo", "liar"]
    desk.undo()
    desk.undo()
    assert desk.body == (PhotoBlock("pp", "foto1"),)
    desk.redo()
    desk.redo()
    assert [getattr(block, "text", "photo") for block in desk.body] == ["photo", "liar"]
    assert all(guard.is_whole(desk.story.findBlockByNumber(number)) for number in (0, 1))


def test_two_objects_in_one_block_are_read_as_two_before_they_are_parted(write: Write) -> None:
    desk = write((PhotoBlock("pp", "foto1"), PhotoBlock("qq", "foto2")))
    read_within = []
    cursor = desk.put(0, 1)
    cursor.beginEditBlock()
    cursor.insertText("ab")
    cursor.deleteChar()
    read_within.append([getattr(block, "text", "photo") for block in desk.body])
    cursor.endEditBlock()
    assert read_within == [["photo", "ab", "photo"]]
    assert [getattr(block, "text", "photo") for block in desk.body] == ["photo", "ab", "photo"]
    assert block_role(desk.story.begin()) == BlockRole("pp", "photo")


def test_words_that_bear_a_photos_format_become_plain(write: Write) -> None:
    desk = write((TextBlock("aa", (Span("satu"),)),))
    cursor = desk.put(0, 4)
    cursor.insertText("liar", object_format("photo", "foto1"))
    assert desk.body == (TextBlock("aa", (Span("satuliar"),)),)
    assert guard.is_whole(desk.story.begin())
