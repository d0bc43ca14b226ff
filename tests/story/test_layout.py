from dataclasses import replace

from editor_app.story.body import BreakBlock, Cell, PhotoBlock, Span, Table, TextBlock
from editor_app.story.layout import Divider, Figure, Paragraph, lay_out
from editor_app.story.photo import Attachment
from editor_app.story.story import Story

LEAD = Attachment("f1", "1" * 64, lead=True)
SECOND = Attachment("f2", "2" * 64)
THIRD = Attachment("f3", "3" * 64)
FIRST_WORDS = TextBlock("b1", (Span("Warga membangun."),))
HEADING = TextBlock("b2", (Span("Latar"),), style="h2")
MORE_WORDS = TextBlock("b3", (Span("Anak-anak membaca."),))


def test_a_story_is_printed_from_lead_to_gallery():
    story = Story(
        body=(FIRST_WORDS, PhotoBlock("p1", "f2"), BreakBlock("x1"), HEADING, MORE_WORDS),
        photos=(SECOND, LEAD, THIRD),
    )

    layout = lay_out(story, "Malang, ")

    assert layout.lead == Figure(1, LEAD)
    assert layout.body == (
        Paragraph(FIRST_WORDS, "Malang, "),
        Figure(2, SECOND),
        Divider(),
        Paragraph(HEADING),
        Paragraph(MORE_WORDS),
    )
    assert layout.gallery == (Figure(3, THIRD),)
    assert [figure.photo.key for figure in layout.figures] == ["f1", "f2", "f3"]
    assert [figure.number for figure in layout.figures] == [1, 2, 3]


def test_the_lead_is_printed_once_wherever_else_it_stands():
    layout = lay_out(Story(body=(PhotoBlock("p1", "f1"), FIRST_WORDS), photos=(LEAD,)))

    assert layout.figures == (Figure(1, LEAD),)
    assert layout.body == (Paragraph(FIRST_WORDS),)


def test_a_photo_that_stands_twice_is_printed_once():
    layout = lay_out(Story(body=(PhotoBlock("p1", "f2"), FIRST_WORDS, PhotoBlock("p2", "f2")), photos=(SECOND,)))

    assert layout.lead is None
    assert layout.figures == (Figure(1, SECOND),)


def test_a_place_whose_photo_is_gone_is_not_printed():
    assert lay_out(Story(body=(PhotoBlock("p1", "f9"),))).figures == ()


def test_the_dateline_stands_before_the_first_plain_paragraph():
    quotation = replace(FIRST_WORDS, style="blockquote")
    item = replace(FIRST_WORDS, list_item="bullet")
    empty = TextBlock("b9", (Span(" "),))

    layout = lay_out(Story(body=(empty, HEADING, quotation, item, MORE_WORDS, FIRST_WORDS)), "Malang, ")

    assert [paragraph.dateline for paragraph in layout.body if isinstance(paragraph, Paragraph)] == [
        "",
        "",
        "",
        "Malang, ",
        "",
    ]


def test_nothing_comes_of_nothing():
    layout = lay_out(Story(), "Malang, ")

    assert (layout.lead, layout.body, layout.gallery, layout.figures) == (None, (), (), ())


def test_a_table_is_printed_where_it_stands_and_an_empty_one_is_not():
    table = Table("t1", ((Cell((Span("Bibit"),)), Cell()),))
    named = Table("t2", ((Cell(),),), caption="Hasil panen")
    empty = Table("t3", ((Cell(), Cell()),))

    layout = lay_out(Story(body=(table, FIRST_WORDS, empty, named)), "Malang, ")

    assert layout.body == (table, Paragraph(FIRST_WORDS, "Malang, "), named)
