"""A body written into a document and read back is the same body."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextDocument

from editor_app.richtext.document import fill, read, read_blocks
from editor_app.richtext.story_document import StoryDocument
from editor_app.story.body import Body, BreakBlock, Link, PhotoBlock, Span, TextBlock
from editor_app.story.marks import Direction
from editor_app.story.normal import normalise
from tests.richtext.desk import LIGHT, Album
from tests.richtext.stories import bodies


@given(bodies())
def test_normal_form_of_normal_form_is_itself(body: Body) -> None:
    once = normalise(body)
    assert normalise(once) == once


@given(bodies(), st.sampled_from(["ltr", "rtl"]))
def test_a_body_survives_the_document(qapp: object, body: Body, direction: Direction) -> None:
    story = normalise(body, direction)
    document = QTextDocument()
    fill(document, story, LIGHT, direction)
    assert read(document, direction) == story


@given(bodies())
def test_a_body_that_is_not_in_normal_form_is_read_in_it(qapp: object, body: Body) -> None:
    keyed = tuple({block.key: block for block in body}.values())
    document = StoryDocument(Album(), LIGHT)
    document.fill(keyed)
    assert document.body() == normalise(keyed)


@given(bodies(), st.data())
def test_a_part_is_read_as_it_stands_in_the_whole(qapp: object, body: Body, data: st.DataObject) -> None:
    document = StoryDocument(Album(), LIGHT)
    document.fill(body)
    whole = document.body()
    if whole:
        first = data.draw(st.integers(0, len(whole) - 1))
        last = data.draw(st.integers(first, len(whole) - 1))
        assert read_blocks(document, first, last) == whole[first : last + 1]


def test_filling_leaves_nothing_to_undo_and_nothing_modified(document: StoryDocument) -> None:
    document.fill((TextBlock("aa", (Span("Satu"),)), PhotoBlock("bb", "foto1"), BreakBlock("cc")))
    assert not document.isUndoAvailable()
    assert not document.isModified()
    assert not document.changes.waiting


def test_an_empty_body_is_one_empty_paragraph_to_type_in(document: StoryDocument) -> None:
    document.fill(())
    assert document.blockCount() == 1
    assert document.body() == ()
    assert document.keeper.order[0]


def test_a_link_keeps_its_address_and_marks(document: StoryDocument) -> None:
    block = TextBlock(
        "aa",
        (Span("Baca "), Span("di sini", ("k1", "strong"))),
        mark_defs=(Link("k1", "https://kota.example/"),),
    )
    document.fill((block,))
    (read_back,) = document.body()
    assert isinstance(read_back, TextBlock)
    assert read_back.href(read_back.children[1]) == "https://kota.example/"
    assert "strong" in read_back.children[1].marks


def test_equal_photos_side_by_side_stay_two(document: StoryDocument) -> None:
    body = (PhotoBlock("aa", "foto1"), PhotoBlock("bb", "foto1"))
    document.fill(body)
    assert document.body() == body


def test_a_hard_space_stays_hard(document: StoryDocument) -> None:
    document.fill((TextBlock("aa", (Span("Rp\u00a05\u202f000"),)),))
    assert document.body()[0] == TextBlock("aa", (Span("Rp\u00a05\u202f000"),))


def test_a_document_loads_no_file_and_no_address(document: StoryDocument) -> None:
    image = QTextDocument.ResourceType.ImageResource
    for address in ("file:///etc/hostname", "https://kota.example/a.png", "//kota.example/b.png", "asset:x"):
        found = document.resource(image.value, QUrl(address))
        assert isinstance(found, QImage)
        assert found.isNull()
    style = document.resource(QTextDocument.ResourceType.StyleSheetResource.value, QUrl("file:///etc/hostname"))
    assert bytes(style) == b""
