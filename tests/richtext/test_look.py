"""The look follows from roles and can change at any time without a trace in the story."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QTextCharFormat, QTextCursor

from editor_app.richtext.appearance import Marking, dress, marking_dress
from editor_app.richtext.decorations import paint_decorations
from editor_app.richtext.numbering import item_number
from editor_app.richtext.roles import BlockRole, RunRole
from editor_app.richtext.story_document import StoryDocument
from editor_app.story.body import Block, Body, BreakBlock, Link, PhotoBlock, Span, TextBlock
from editor_app.story.photo import FocalPoint
from tests.richtext.desk import DARK, LIGHT, Album, Desk

Write = Callable[[Body], Desk]


def item(key: str, **role: object) -> TextBlock:
    return replace(TextBlock(key, (Span(key),), list_item="number"), **role)


def worn(desk: Desk, number: int, offset: int) -> QTextCharFormat:
    formats = desk.story.findBlockByNumber(number).layout().formats()
    return next(
        QTextCharFormat(each.format) for each in formats if each.start <= offset < each.start + each.length
    )


def test_a_new_look_touches_neither_undo_history_nor_text(write: Write) -> None:
    desk = write((TextBlock("aa", (Span("Satu"),), style="h2"),))
    desk.put(0, 4)
    desk.type("\ndua")
    before, steps = desk.body, desk.story.availableUndoSteps()
    desk.story.changes.take()
    desk.story.set_look(replace(DARK, body=24))
    assert (desk.body, desk.story.availableUndoSteps()) == (before, steps)
    assert not desk.story.changes.waiting
    assert worn(desk, 0, 0).foreground().color() == QColor(DARK.ink)
    desk.undo()
    desk.undo()
    assert [block.key for block in desk.body] == ["aa"]


def test_zoom_scales_letters_and_margins_alike(write: Write) -> None:
    desk = write((TextBlock("aa", (Span("satu"),)), TextBlock("bb", (Span("dua"),))))
    layout = desk.story.documentLayout()
    pitch = layout.blockBoundingRect(desk.story.lastBlock()).top()
    desk.story.set_look(replace(LIGHT, body=34))
    assert layout.blockBoundingRect(desk.story.lastBlock()).top() == pytest.approx(2 * pitch, rel=0.05)


def test_words_joined_to_a_heading_look_like_it(write: Write) -> None:
    desk = write((TextBlock("aa", (Span("Judul"),), style="h2"), TextBlock("bb", (Span("biasa"),))))
    desk.put(1, 0).deletePreviousChar()
    assert worn(desk, 0, 8).fontWeight() == QFont.Weight.Bold


def test_an_empty_heading_is_as_high_as_one_with_words(write: Write) -> None:
    desk = write((TextBlock("aa", style="h2"), TextBlock("bb", (Span("Judul"),), style="h2")))
    layout = desk.story.documentLayout()
    empty, full = (layout.blockBoundingRect(desk.story.findBlockByNumber(number)).height() for number in (0, 1))
    assert empty == full


@pytest.mark.parametrize(
    ("role", "run", "sign"),
    [
        (BlockRole("k"), RunRole(("strong",)), lambda f: f.fontWeight() == QFont.Weight.Bold),
        (BlockRole("k"), RunRole(("em",)), lambda f: f.fontItalic()),
        (BlockRole("k", "pullquote"), RunRole(("em",)), lambda f: not f.fontItalic()),
        (BlockRole("k"), RunRole(("underline",)), lambda f: f.fontUnderline()),
        (BlockRole("k"), RunRole(("strike-through",)), lambda f: f.fontStrikeOut()),
        (BlockRole("k"), RunRole(("code",)), lambda f: f.fontFamilies()[0] == LIGHT.mono[0]),
        (
            BlockRole("k"),
            RunRole((), "https://x.example"),
            lambda f: f.foreground().color() == QColor(LIGHT.accent),
        ),
        (
            BlockRole("k"),
            RunRole(("sub",)),
            lambda f: f.verticalAlignment() == QTextCharFormat.VerticalAlignment.AlignSubScript,
        ),
        (
            BlockRole("k"),
            RunRole(("sup",)),
            lambda f: f.verticalAlignment() == QTextCharFormat.VerticalAlignment.AlignSuperScript,
        ),
        (BlockRole("k", "blockquote"), RunRole(), lambda f: f.foreground().color() == QColor(LIGHT.soft)),
    ],
)
def test_every_mark_can_be_seen(
    qapp: object, role: BlockRole, run: RunRole, sign: Callable[[QTextCharFormat], bool]
) -> None:
    assert sign(dress(role, run, LIGHT))


def test_markings_lie_on_their_words_and_go_again(write: Write) -> None:
    desk = write((TextBlock("aa", (Span("😀 salah", ("strong",)),)), TextBlock("bb", (Span("x"),))))
    story = desk.story
    steps = story.availableUndoSteps()
    story.appearance.mark({"aa": [Marking(2, 7, "misspelling")], "bb": [], "gone": [Marking(0, 1, "found")]})
    assert worn(desk, 0, 3).underlineStyle() == QTextCharFormat.UnderlineStyle.WaveUnderline
    assert worn(desk, 0, 3).fontWeight() == QFont.Weight.Bold
    assert worn(desk, 0, 0).underlineStyle() == QTextCharFormat.UnderlineStyle.NoUnderline
    assert set(story.appearance.markings) == {"aa", "gone"}
    story.appearance.mark({})
    assert worn(desk, 0, 3).underlineStyle() == QTextCharFormat.UnderlineStyle.NoUnderline
    assert story.availableUndoSteps() == steps
    assert marking_dress("notice", LIGHT).background().color() == QColor(LIGHT.notice_tint)
    assert marking_dress("found", LIGHT).background().color() == QColor(LIGHT.notice_tint)
    current = marking_dress("current", LIGHT)
    assert current.underlineStyle() == QTextCharFormat.UnderlineStyle.SingleUnderline  # not by colour alone
    assert current.underlineColor() == QColor(LIGHT.accent)


def test_who_marks_something_leaves_the_marks_of_others_alone(write: Write) -> None:
    story = write((TextBlock("aa", (Span("satu dua"),)), TextBlock("bb", (Span("tiga"),)))).story
    wrong, found, other = Marking(0, 4, "misspelling"), Marking(5, 8, "found"), Marking(0, 4, "found")
    story.appearance.mark({"aa": [wrong], "bb": [wrong]}, layer="spelling")
    story.appearance.mark({"aa": [found]}, layer="find")

    assert set(story.appearance.markings["aa"]) == {wrong, found}

    story.appearance.mark({"bb": [other]}, layer="find")
    story.appearance.mark_blocks({"aa": []}, layer="spelling")

    assert dict(story.appearance.markings) == {"bb": (wrong, other)}


def test_of_the_blocks_that_are_not_named_the_marks_stay(write: Write) -> None:
    desk = write((TextBlock("aa", (Span("satu"),)), TextBlock("bb", (Span("dua"),))))
    marks = {"aa": [Marking(0, 4, "misspelling")], "bb": [Marking(0, 3, "misspelling")]}
    desk.story.appearance.mark_blocks(marks, layer="spelling")
    desk.story.appearance.mark_blocks({"bb": []}, layer="spelling")

    assert worn(desk, 0, 0).underlineStyle() == QTextCharFormat.UnderlineStyle.WaveUnderline
    assert worn(desk, 1, 0).underlineStyle() == QTextCharFormat.UnderlineStyle.NoUnderline


def test_numbers_follow_the_lists_of_the_normal_form(write: Write) -> None:
    items = [
        item("a", start=5),
        item("b"),
        item("c", level=2),
        item("d", list_item="bullet", level=2),
        item("e", level=2),
        item("f"),
        TextBlock("p", (Span("sela"),)),
        item("g"),
    ]
    desk = write(tuple(items))
    numbers = [item_number(desk.story.findBlockByNumber(place)) for place in (0, 1, 2, 4, 5, 7)]
    assert numbers == [5, 6, 1, 1, 7, 1]


def grab(document: StoryDocument, body: Body) -> QImage:
    document.fill(body)
    document.setTextWidth(400)
    image = QImage(400, max(round(document.size().height()), 1), QImage.Format.Format_RGB32)
    image.fill(QColor(document.look.canvas))
    painter = QPainter(image)
    paint_decorations(painter, document, QRectF(image.rect()), document.look)
    document.drawContents(painter)
    painter.end()
    return image


def has(image: QImage, colour: str, area: tuple[int, int, int, int]) -> bool:
    left, top, right, bottom = area
    wanted = QColor(colour)
    return any(image.pixelColor(x, y) == wanted for x in range(left, right) for y in range(top, bottom))


@pytest.mark.parametrize(
    ("block", "colour"),
    [
        (TextBlock("a", (Span("x"),), style="blockquote"), LIGHT.accent),
        (TextBlock("a", (Span("x"),), list_item="bullet"), LIGHT.soft),
        (TextBlock("a", (Span("x"),), list_item="bullet", level=3), LIGHT.soft),
        (TextBlock("a", (Span("x"),), list_item="number", start=123), LIGHT.soft),
    ],
)
def test_decorations_stand_beside_the_words(document: StoryDocument, block: Block, colour: str) -> None:
    image = grab(document, (block, TextBlock("z", (Span("z"),))))
    assert has(image, colour, (0, 0, 36 * getattr(block, "level", 1), image.height()))


@pytest.mark.parametrize("kind", ["bullet", "number", "quote"])
def test_decorations_of_a_text_from_right_to_left_stand_at_the_right(document: StoryDocument, kind: str) -> None:
    block = TextBlock("a", (Span("مرحبا"),), dir="rtl")
    block = replace(block, style="blockquote") if kind == "quote" else replace(block, list_item=kind)
    image = grab(document, (block,))
    assert has(image, LIGHT.accent if kind == "quote" else LIGHT.soft, (400 - 36, 0, 400, image.height()))


def test_two_paragraphs_of_a_quotation_share_one_bar(document: StoryDocument) -> None:
    quote = (
        TextBlock("a", (Span("x"),), style="blockquote"),
        TextBlock("b", (Span("y"),), style="blockquote"),
        TextBlock("c", (Span("z"),), style="pullquote"),
        TextBlock("d", (Span("hollow"),), list_item="bullet", level=2),
    )
    image = grab(document, quote)
    top = document.documentLayout().blockBoundingRect(document.findBlockByNumber(1)).top()
    assert all(image.pixelColor(1, y) == QColor(LIGHT.accent) for y in range(10, round(top)))


def coloured(width: int, height: int) -> QImage:
    """Left half red, right half blue."""
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.fill(QColor("#ff0000"))
    painter = QPainter(picture)
    painter.fillRect(width // 2, 0, width // 2, height, QColor("#0000ff"))
    painter.end()
    return picture


def test_a_card_shows_picture_caption_and_credit(document: StoryDocument, album: Album) -> None:
    without = grab(document, (PhotoBlock("p", "foto1"),))
    album.pictures["foto1"] = coloured(800, 400)
    document.photo_changed("foto1")
    bare = grab(document, (PhotoBlock("p", "foto1"),))
    assert bare.height() < without.height(), "the placeholder is higher than this picture"
    assert bare.pixelColor(100, 100) == QColor("#ff0000")
    assert bare.pixelColor(300, 100) == QColor("#0000ff")
    album.captions["foto1"] = "FOKUS: Diskusi kelompok membahas alat kerja pengawasan di balai kota sampai sore."
    album.credits["foto1"] = "Foto: Rangga P."
    steps = document.availableUndoSteps()
    document.photo_changed("foto1")
    said = grab(document, (PhotoBlock("p", "foto1"),))
    assert said.height() > bare.height() + 30
    assert has(said, LIGHT.ink, (14, bare.height(), 100, said.height())), "the lead word"
    assert document.availableUndoSteps() == steps


def test_a_card_that_cuts_its_picture_keeps_the_focal_point(document: StoryDocument, album: Album) -> None:
    document.set_look(replace(LIGHT, photo_height=100))
    picture = QImage(400, 800, QImage.Format.Format_RGB32)
    picture.fill(QColor("#00ff00"))
    painter = QPainter(picture)
    painter.fillRect(0, 700, 400, 100, QColor("#ff00ff"))
    painter.end()
    album.pictures["foto1"] = picture
    album.focals["foto1"] = FocalPoint(500, 950)
    image = grab(document, (PhotoBlock("p", "foto1"),))
    assert image.pixelColor(200, 50) == QColor("#ff00ff")


def test_only_the_cards_that_a_selection_reaches_are_outlined(document: StoryDocument) -> None:
    body = (TextBlock("a", (Span("x"),)), PhotoBlock("p", "foto1"), BreakBlock("b"))
    grab(document, body)
    cursor = QTextCursor(document)

    def outlined() -> tuple[bool, bool]:
        image = QImage(400, round(document.size().height()), QImage.Format.Format_RGB32)
        image.fill(QColor(LIGHT.canvas))
        painter = QPainter(image)
        document.drawContents(painter)
        painter.end()
        photo, rule = (document.documentLayout().blockBoundingRect(document.findBlockByNumber(n)) for n in (1, 2))
        return tuple(
            image.pixelColor(0, round(area.center().y())) == QColor(LIGHT.accent) for area in (photo, rule)
        )

    document.show_selection(cursor)
    assert outlined() == (False, False)
    cursor.setPosition(2)
    document.show_selection(cursor)
    assert outlined() == (True, False)
    cursor.setPosition(0)
    cursor.setPosition(2, QTextCursor.MoveMode.KeepAnchor)
    document.show_selection(cursor)
    assert outlined() == (False, False)
    cursor.setPosition(5, QTextCursor.MoveMode.KeepAnchor)
    document.show_selection(cursor)
    assert outlined() == (True, True)


def test_a_link_at_the_start_of_a_block_is_dressed(write: Write) -> None:
    desk = write((TextBlock("aa", (Span("x", ("k",)),), mark_defs=(Link("k", "https://kota.example/"),)),))
    assert worn(desk, 0, 0).fontUnderline()


def test_a_story_from_right_to_left_stands_at_the_right(document: StoryDocument) -> None:
    document.fill((TextBlock("a", (Span("123"),)),), "rtl")
    document.setTextWidth(400)
    document.documentLayout()
    assert document.begin().layout().lineAt(0).naturalTextRect().left() > 200
    assert document.body() == (TextBlock("a", (Span("123"),)),)


def test_only_the_decorations_in_sight_are_painted(document: StoryDocument) -> None:
    document.fill(tuple(TextBlock(f"k{number}", (Span("x"),), style="blockquote") for number in range(6)))
    document.setTextWidth(400)
    image = QImage(400, round(document.size().height()), QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.canvas))
    painter = QPainter(image)
    paint_decorations(painter, document, QRectF(0, 0, 400, 20), LIGHT)
    painter.end()
    assert has(image, LIGHT.accent, (0, 0, 3, 20))
    assert not has(image, LIGHT.accent, (0, image.height() - 20, 3, image.height()))


def test_a_card_takes_the_column_where_the_page_has_no_width(document: StoryDocument) -> None:
    document.fill((PhotoBlock("p", "foto1"),))
    assert document.documentLayout().blockBoundingRect(document.begin()).width() >= LIGHT.column


class _Asked(Album):
    """Remembers which pictures it was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def picture(self, key: str) -> QImage | None:
        self.asked.append(key)
        return super().picture(key)


def test_a_card_whose_size_is_known_is_laid_out_without_its_picture_and_stays_as_high(qapp: object) -> None:
    album = _Asked()
    album.sizes["f1"] = QSize(3000, 1500)
    story = StoryDocument(album, LIGHT)
    story.setTextWidth(600)
    story.fill((TextBlock("aa", (Span("Teks."),)), PhotoBlock("bb", "f1")))
    block = story.block_of("bb")
    assert block is not None
    before = story.documentLayout().blockBoundingRect(block).height()
    assert 300 <= before <= 340
    assert album.asked == []
    album.pictures["f1"] = QImage(1400, 700, QImage.Format.Format_RGB32)
    story.photo_changed("f1")
    assert story.documentLayout().blockBoundingRect(block).height() == before
