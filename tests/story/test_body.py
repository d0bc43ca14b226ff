import json
from dataclasses import replace

import pytest
from hypothesis import given

from editor_app.story.body import (
    BreakBlock,
    Cell,
    Link,
    PhotoBlock,
    Span,
    Table,
    TextBlock,
    body_from_json,
    body_to_json,
    paragraphs,
    placed_photos,
    texts,
)
from editor_app.story.marks import MAX_COLUMNS, MAX_ROWS
from editor_app.words import Trouble

from .bodies import NORMAL_BODIES

LIST = TextBlock("b1", (Span("Satu"),), list_item="number", level=2, start=3)
LINKED = TextBlock(
    "b2",
    (Span("baca "), Span("di sini", ("l1", "strong"))),
    style="h2",
    mark_defs=(Link("l1", "https://contoh.id"),),
    dir="rtl",
)
BODY = (LIST, LINKED, PhotoBlock("b3", "f1"), BreakBlock("b4"), TextBlock("b5"), TextBlock("b6", (Span(" \n"),)))


def test_the_body_is_written_as_portable_text():
    assert body_to_json((LINKED, PhotoBlock("b3", "f1"), BreakBlock("b4"), LIST)) == [
        {
            "_type": "block",
            "_key": "b2",
            "style": "h2",
            "children": [
                {"_type": "span", "text": "baca ", "marks": []},
                {"_type": "span", "text": "di sini", "marks": ["l1", "strong"]},
            ],
            "markDefs": [{"_type": "link", "_key": "l1", "href": "https://contoh.id"}],
            "dir": "rtl",
        },
        {"_type": "photo", "_key": "b3", "photo": "f1"},
        {"_type": "break", "_key": "b4"},
        {
            "_type": "block",
            "_key": "b1",
            "style": "normal",
            "children": [{"_type": "span", "text": "Satu", "marks": []}],
            "markDefs": [],
            "listItem": "number",
            "level": 2,
            "start": 3,
        },
    ]


def test_a_plain_list_item_names_no_start():
    (written,) = body_to_json((TextBlock("b1", list_item="bullet"),))

    assert "start" not in written
    assert written["level"] == 1


@given(NORMAL_BODIES)
def test_what_is_written_is_read_again_as_it_was(body):
    assert body_from_json(json.loads(json.dumps(body_to_json(body)))) == body


def test_optional_properties_may_be_left_out_by_other_programs():
    assert body_from_json(
        [{"_type": "block", "_key": "b1", "children": [{"_type": "span", "text": "Halo"}]}]
    ) == (TextBlock("b1", (Span("Halo"),)),)


def block(**changes):
    usual = {"_type": "block", "_key": "b1", "style": "normal", "children": [], "markDefs": []}
    return {**usual, **changes}


@pytest.mark.parametrize(
    "data",
    [
        None,
        {},
        "teks",
        ["teks"],
        [{}],
        [block(_type="tabel")],
        [block(_key=None)],
        [block(_key=7)],
        [{"_type": "photo", "_key": "b1"}],
        [block(children=None)],
        [block(children="teks")],
        [block(children=["teks"])],
        [block(children=[{"_type": "teks", "text": "x"}])],
        [block(children=[{"_type": "span"}])],
        [block(children=[{"_type": "span", "text": "x", "marks": ["blink"]}])],
        [block(children=[{"_type": "span", "text": "x", "marks": "em"}])],
        [block(children=[{"_type": "span", "text": "x", "marks": [1]}])],
        [block(style="h1")],
        [block(style=["h2"])],
        [block(listItem="square")],
        [block(listItem="number", level="1")],
        [block(listItem="number", level=True)],
        [block(listItem="number", start=1.5)],
        [block(dir="up")],
        [block(markDefs=[{"_type": "note", "_key": "l1", "href": "https://contoh.id"}])],
        [block(markDefs=[{"_type": "link", "_key": "l1"}])],
        [block(markDefs=["l1"])],
        [block(markDefs={})],
    ],
    ids=str,
)
def test_a_body_of_another_form_is_told_and_never_guessed(data):
    with pytest.raises(Trouble) as trouble:
        body_from_json(data)

    assert trouble.value.message.code == "body-unreadable"


def test_the_trouble_names_the_block():
    with pytest.raises(Trouble) as trouble:
        body_from_json([block(), block(style="h1")])

    assert trouble.value.message.params == {"number": 2}


def test_only_blocks_with_words_count_as_paragraphs():
    assert paragraphs(BODY) == (LIST, LINKED)


def test_photos_are_named_in_the_order_in_which_they_stand():
    assert placed_photos((PhotoBlock("b1", "f2"), LIST, PhotoBlock("b2", "f1"))) == ("f2", "f1")


def test_a_block_says_its_words_and_where_they_lead():
    assert LINKED.text == "baca di sini"
    assert LINKED.href(LINKED.children[1]) == "https://contoh.id"
    assert LINKED.href(LINKED.children[0]) is None


def test_a_table_says_its_words_row_by_row():
    table = Table(
        "t1", ((Cell((Span("a\nb"),)), Cell()), (Cell(), Cell()), (Cell((Span("c"),)), LINK_CELL)), "Panen"
    )

    assert table.text == "a b\t\nc\tsitus\nPanen"
    assert LINK_CELL.href(LINK_CELL.children[0]) == "https://contoh.id"
    assert texts((table, LINKED, BreakBlock("x1"), TextBlock("b2", (Span(" "),)))) == (table.text, LINKED.text)


LINK_CELL = Cell((Span("situs", ("l1",)),), (Link("l1", "https://contoh.id"),))
TABLE_JSON = {
    "_type": "table",
    "_key": "t1",
    "headerRows": 1,
    "caption": "Panen",
    "rows": [
        {
            "_type": "row",
            "cells": [
                {
                    "_type": "cell",
                    "children": [{"_type": "span", "text": "situs", "marks": ["l1"]}],
                    "markDefs": [{"_type": "link", "_key": "l1", "href": "https://contoh.id"}],
                }
            ],
        }
    ],
}


def test_a_table_is_portable_text():
    table = Table("t1", ((LINK_CELL,),), "Panen", 1)

    assert body_to_json((table,)) == [TABLE_JSON]
    assert body_from_json([TABLE_JSON]) == (table,)
    assert "caption" not in body_to_json((replace(table, caption=""),))[0]


@pytest.mark.parametrize(
    "change",
    [
        {"rows": None},
        {"rows": [{"_type": "line", "cells": []}]},
        {"rows": [{"_type": "row", "cells": ["x"]}]},
        {"rows": [{"_type": "row", "cells": [{"_type": "cell"}]}]},
        {"rows": [{"_type": "row", "cells": []}] * (MAX_ROWS + 1)},
        {"rows": [{"_type": "row", "cells": [{"_type": "cell", "children": []}] * (MAX_COLUMNS + 1)}]},
        {"caption": 5},
        {"headerRows": "1"},
    ],
)
def test_a_table_of_another_form_is_unreadable(change):
    with pytest.raises(Trouble) as trouble:
        body_from_json([TABLE_JSON | change])
    assert trouble.value.message.code == "body-unreadable"
