from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from editor_app.story.body import BreakBlock, Cell, PhotoBlock, Span, Table, TextBlock
from editor_app.story.marks import new_key
from editor_app.story.matching import keep_keys, keep_photos

OPENING = "Warga Desa Sumber Arum membangun perpustakaan di atas rakit bambu."
QUOTATION = "“Kami ingin anak-anak betah membaca,” ujar Wiryo, ketua kelompok warga."
CLOSING = "Perpustakaan dibuka setiap sore, kecuali hari Minggu."


def text(key, words, **properties):
    return TextBlock(key, (Span(words),), **properties)


def from_file(*paragraphs):
    """A body as it is read from a file: with keys that nobody knows."""
    return tuple(text(new_key(), words) for words in paragraphs)


OLD = (
    text("a1", OPENING),
    PhotoBlock("p1", "f1"),
    text("a2", QUOTATION),
    PhotoBlock("p2", "f2"),
    text("a3", CLOSING),
)
WORDS = (OPENING, QUOTATION, CLOSING)


def keys(body):
    return [block.key for block in body if isinstance(block, TextBlock)]


def photos_after(body):
    """The words that each photo stands behind."""
    found, last = {}, ""
    for block in body:
        if isinstance(block, TextBlock):
            last = block.text
        elif isinstance(block, PhotoBlock):
            found[block.photo] = last
    return found


def test_an_unchanged_text_keeps_all_its_keys():
    assert keys(keep_keys(OLD, from_file(*WORDS))) == ["a1", "a2", "a3"]


def test_a_changed_paragraph_is_the_one_between_its_unchanged_neighbours():
    changed = QUOTATION.replace("betah", "senang")

    assert keys(keep_keys(OLD, from_file(OPENING, changed, CLOSING))) == ["a1", "a2", "a3"]


def test_a_new_paragraph_takes_nobodys_key():
    added = from_file(OPENING, "Biayanya dari iuran.", QUOTATION, CLOSING)

    assert keys(keep_keys(OLD, added)) == ["a1", added[1].key, "a2", "a3"]


def test_a_paragraph_in_place_of_another_takes_nobodys_key():
    other = from_file(OPENING, "9.000 buku, 12 rak.", CLOSING)

    assert keys(keep_keys(OLD, other)) == ["a1", other[1].key, "a3"]


def test_of_two_that_are_alike_the_more_similar_has_the_key():
    split = from_file(OPENING, QUOTATION[:45], QUOTATION + " Ia tersenyum.", CLOSING)

    assert keys(keep_keys(OLD, split)) == ["a1", split[1].key, "a2", "a3"]


def test_of_two_that_were_alike_each_key_is_used_once():
    old = (text("a1", QUOTATION), text("a2", QUOTATION + " Ia tersenyum."))

    kept = keys(keep_keys(old, from_file(QUOTATION + " Ia senyum.")))

    assert kept == ["a2"]


def test_a_paragraph_that_became_a_heading_is_still_the_same():
    (heading,) = (replace(block, style="h2") for block in from_file(OPENING))

    assert keys(keep_keys((text("a1", OPENING),), (heading,))) == ["a1"]


def test_photos_stay_behind_their_neighbours():
    body = keep_photos(OLD, keep_keys(OLD, from_file("Kepala baru.", *WORDS)))

    assert photos_after(body) == {"f1": OPENING, "f2": QUOTATION}


def test_a_photo_whose_neighbour_is_gone_moves_to_the_next_one_before_it():
    body = keep_photos(OLD, keep_keys(OLD, from_file(OPENING, CLOSING)))

    assert photos_after(body) == {"f1": OPENING, "f2": OPENING}
    assert [block.photo for block in body if isinstance(block, PhotoBlock)] == ["f1", "f2"]


def test_a_photo_with_nothing_left_before_it_stands_before_what_followed():
    body = keep_photos(OLD, keep_keys(OLD, from_file(QUOTATION, CLOSING)))

    assert isinstance(body[0], PhotoBlock)
    assert photos_after(body) == {"f1": "", "f2": QUOTATION}


def test_in_another_text_altogether_the_photos_stand_nowhere():
    assert photos_after(keep_photos(OLD, from_file("9.000 buku, 12 rak."))) == {}


def test_a_photo_that_the_file_places_itself_is_not_placed_again():
    new = (*keep_keys(OLD, from_file(*WORDS)), PhotoBlock("p9", "f1"))

    assert photos_after(keep_photos(OLD, new)) == {"f1": CLOSING, "f2": QUOTATION}


def test_a_photo_may_follow_a_break():
    old = (BreakBlock("x1"), PhotoBlock("p1", "f1"), text("a1", OPENING))

    assert keep_photos(old, (BreakBlock("x1"), text("a1", OPENING)))[1] == PhotoBlock("p1", "f1")


@given(
    st.lists(st.sampled_from([*WORDS, OPENING + " Lagi.", "9.000 buku."]), max_size=5),
    st.lists(st.sampled_from([*WORDS, QUOTATION[:40], "12 rak."]), max_size=5),
)
def test_no_key_is_ever_given_twice_and_no_word_is_lost(old, new):
    before = tuple(text(f"a{number}", words) for number, words in enumerate(old))
    after = from_file(*new)

    kept = keep_keys(before, after)

    assert [block.text for block in kept] == new
    assert len(set(keys(kept))) == len(kept)


def table(key, *rows, caption=""):
    return Table(key, tuple(tuple(Cell((Span(words),)) for words in row) for row in rows), caption)


HARVEST = (("Tahun", "Ton"), ("2025", "12"), ("2026", "14"))


def test_tables_and_dividers_keep_their_keys():
    old = (text("a1", OPENING), table("t1", *HARVEST), BreakBlock("x1"), text("a2", CLOSING), BreakBlock("x2"))
    more = table("n2", *HARVEST, ("2027", "15"), caption="Panen padi")
    new = (text("n1", OPENING), more, BreakBlock("n3"), text("n4", CLOSING), BreakBlock("n5"))

    assert [block.key for block in keep_keys(old, new)] == ["a1", "t1", "x1", "a2", "x2"]


def test_a_table_is_never_taken_for_a_paragraph():
    old = (text("a1", table("", *HARVEST).text),)

    assert keep_keys(old, (table("n1", *HARVEST),))[0].key == "n1"
