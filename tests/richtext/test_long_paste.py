"""Clips in a document: what was read stands in it as it was read; long ones go in step by step, as one step."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editor_app.formats.clip import read_clip
from editor_app.richtext import fragments
from editor_app.richtext.document import fill, read
from editor_app.richtext.long_paste import LongPaste, signs_of
from editor_app.richtext.story_document import StoryDocument
from editor_app.story.body import Body, BreakBlock, Span, TextBlock
from editor_app.story.normal import normalise
from tests.formats.clip_pages import PAGES, TEXTS, broken, made_up
from tests.formats.clip_pages import read as read_page
from tests.formats.readings import plain
from tests.richtext.desk import LIGHT, Album, Desk
from tests.richtext.stories import bodies

Write = Callable[[Body], Desk]
BODY: Body = (TextBlock("aa", (Span("satu"),)), TextBlock("bb", (Span("dua"),), list_item="number", start=4))
CLIPS = (
    bodies()
    .map(lambda body: normalise(tuple(b for b in normalise(body) if not isinstance(b, TextBlock) or b.text)))
    .filter(len)
)
CLIP: Body = tuple(
    TextBlock(f"c{number}", (Span(f"butir {number}"),), list_item="bullet" if number % 3 else None)
    for number in range(9)
)


@pytest.mark.parametrize("path", [*PAGES, *TEXTS], ids=lambda path: path.name)
def test_a_page_stands_in_a_document_as_it_was_read(document: StoryDocument, path: Path) -> None:
    body = read_page(path).blocks
    fill(document, body, LIGHT)
    assert read(document) == body


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.one_of(made_up, broken()))
def test_whatever_page_comes_stands_in_a_document_as_it_was_read(
    document: StoryDocument, html: str | bytes
) -> None:
    body = read_clip(html, "").blocks
    fill(document, body, LIGHT)
    assert read(document) == body


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(bodies().filter(len), CLIPS, st.data())
def test_a_long_paste_ends_as_any_other(qapp: object, body: Body, clip: Body, data: st.DataObject) -> None:
    wanted, found = Desk(StoryDocument(Album(), LIGHT)), Desk(StoryDocument(Album(), LIGHT))
    for desk in (wanted, found):
        desk.story.fill(body)
    length = wanted.story.characterCount() - 1
    anchor, place = data.draw(st.integers(0, length)), data.draw(st.integers(0, length))
    cursors = []
    for desk in (wanted, found):
        cursor = desk.textCursor()
        cursor.setPosition(anchor)
        cursor.setPosition(place, cursor.MoveMode.KeepAnchor)
        cursors.append(cursor)
    before = found.body
    fragments.paste(cursors[0], clip)
    landing = LongPaste(cursors[1], clip)
    while not landing.is_done:
        landing.go_on(1)
    assert plain(found.body) == plain(wanted.body)
    assert cursors[1].position() == cursors[0].position()
    assert len({block.key for block in found.body}) == len(found.body)
    after = found.body
    found.story.undo()
    assert found.body == before
    found.story.redo()
    assert found.body == after


def test_a_long_paste_is_one_undo_step(write: Write) -> None:
    desk = write(BODY)
    landing = LongPaste(desk.put(0, 2), CLIP)
    assert [block.text for block in desk.body] == ["sabutir 0", "butir 8tu", "dua"]
    landing.go_on(1)
    assert len(desk.body) == 4
    landing.finish()
    assert landing.is_done
    assert [block.text for block in desk.body][:-2] == [
        "sabutir 0",
        *(f"butir {number}" for number in range(1, 8)),
    ]
    desk.undo()
    assert desk.body == BODY


def test_a_paste_that_was_undone_half_way_ends_there(write: Write) -> None:
    desk = write(BODY)
    landing = LongPaste(desk.put(1, 3), CLIP)
    landing.go_on(1)
    desk.undo()
    landing.go_on()
    assert landing.is_done
    assert desk.body == BODY


def test_lines_and_dividers_weigh_too() -> None:
    assert signs_of((BreakBlock("a"),)) > 0
    assert signs_of(CLIP) > sum(len(block.text) for block in CLIP if isinstance(block, TextBlock))
