"""The texts of a story, in the order in which readers come by them."""

from editor_app.story.body import BreakBlock, Cell, PhotoBlock, Span, Table, TextBlock
from editor_app.story.passages import Passage, Spot, passages
from editor_app.story.photo import Attachment
from editor_app.story.story import Story


def photo(key: str, *, lead: bool = False, alt: str = "") -> Attachment:
    return Attachment(key=key, sha256="a" * 64, file=f"{key}.jpg", caption=f"Foto {key}", alt=alt, lead=lead)


STORY = Story(
    kicker="Forum",
    headline="Rakit",
    standfirst="Ringkas",
    dateline="Malang",
    body=(
        TextBlock("a1", (Span("Satu"),)),
        PhotoBlock("a2", "p2"),
        PhotoBlock("a3", "p1"),
        TextBlock("a4"),
        BreakBlock("a5"),
        Table("a6", ((Cell((Span("Kolom"),)), Cell()),), caption="Tabel"),
        PhotoBlock("a7", "gone"),
        PhotoBlock("a8", "p2"),
        TextBlock("a9", (Span("Akhir"),)),
    ),
    photos=(photo("p1", lead=True, alt="Gambar"), photo("p2"), photo("p3")),
)


def test_texts_come_as_they_are_read():
    assert passages(STORY) == (
        Passage(Spot("kicker"), "Forum"),
        Passage(Spot("headline"), "Rakit"),
        Passage(Spot("standfirst"), "Ringkas"),
        Passage(Spot("caption", "p1"), "Foto p1"),
        Passage(Spot("alt", "p1"), "Gambar"),
        Passage(Spot("dateline"), "Malang"),
        Passage(Spot("block", "a1"), "Satu"),
        Passage(Spot("caption", "p2"), "Foto p2"),
        Passage(Spot("cell", "a6", 0, 0), "Kolom"),
        Passage(Spot("table-caption", "a6"), "Tabel"),
        Passage(Spot("block", "a9"), "Akhir"),
        Passage(Spot("caption", "p3"), "Foto p3"),
    )


def test_each_spot_knows_where_it_is():
    assert [spot.in_body for spot in (Spot("block", "a"), Spot("cell", "a"), Spot("headline"))] == [
        True,
        True,
        False,
    ]
    assert [spot.at_photo for spot in (Spot("caption", "a"), Spot("alt", "a"), Spot("kicker"))] == [
        True,
        True,
        False,
    ]
