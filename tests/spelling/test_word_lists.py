"""Word lists in their text form, and the names of a story."""

from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.spelling.story_names import names_of
from editor_app.spelling.word_lists import (
    MOST_WORDS,
    WordList,
    is_word,
    press_language,
    read_words,
    words_in,
    written,
)
from editor_app.story.house_style import HouseStyle
from editor_app.story.photo import Attachment
from editor_app.story.story import Story
from editor_app.words import Trouble


@pytest.mark.parametrize(
    ("listed", "word", "right"),
    [
        *(("luring", "luring", True), ("luring", "Luring", True), ("luring", "LURING", True)),
        *(("Kemenkeu", "Kemenkeu", True), ("Kemenkeu", "KEMENKEU", True), ("Kemenkeu", "kemenkeu", False)),
        *(("KPK", "KPK", True), ("KPK", "Kpk", False), ("iPhone", "IPhone", True), ("luring", "luRing", False)),
    ],
)
def test_capitals_of_a_listed_word_count(listed: str, word: str, *, right: bool) -> None:
    assert WordList([listed]).accepts(word) is right


def test_lists_may_be_put_together() -> None:
    both = WordList(["satu"]) | WordList(["dua", ""])

    assert sorted(both) == ["dua", "satu"]
    assert bool(both)
    assert not WordList()


def test_a_list_is_one_word_a_line_with_remarks() -> None:
    text = "# Kata redaksi\nTirtasari\n\n  luring # kata baru\nSumber Arum\r\nTirtasari\n12\nJum’at\n"

    assert words_in(text) == ("Tirtasari", "luring", "Sumber", "Arum", "Jum'at")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_list_is_read_as_editors_of_every_system_save_it(encoding: str) -> None:
    assert read_words("kafé\r\nluring\r\n".encode(encoding), "kata.txt") == ("kafé", "luring")


def test_a_file_that_is_no_text_or_too_long_is_refused_by_name() -> None:
    for data, code in (
        (b"\xff\xd8\xff\xe0 JFIF", "word-list-not-text"),
        (
            "\n".join(f"kata{'a' * (n % 7)}{chr(97 + n % 26)}{n}" for n in range(MOST_WORDS + 1)).encode(),
            "word-list-too-long",
        ),
    ):
        with pytest.raises(Trouble) as told:
            read_words(data, "kata.txt")
        assert told.value.message.code == code
        assert told.value.message.params["file"] == "kata.txt"


@given(st.lists(st.text(max_size=12)))
def test_a_list_comes_back_from_its_text_form(words: list[str]) -> None:
    kept = words_in("\n".join(words))

    assert all(is_word(word) for word in kept)
    assert set(words_in(written(kept))) == set(kept)


@given(st.binary(max_size=200))
def test_any_file_is_a_list_or_refused(data: bytes) -> None:
    with suppress(Trouble):
        assert all(is_word(word) for word in read_words(data, "kata.txt"))


def test_every_slip_that_is_known_says_what_is_meant() -> None:
    known = press_language("id")

    assert known.words.accepts("warganet")
    assert known.slips["dirumah"] == "di rumah"
    assert [slip for slip, meant in known.slips.items() if not meant or slip != slip.lower()] == []
    assert [slip for slip in known.slips if known.words.accepts(slip)] == []
    assert [meant for meant in known.slips.values() if meant in known.slips] == []
    assert not press_language("xx").words


def test_names_of_credits_captions_and_house_are_the_story_s(
    make_story: Callable[..., Story], style: HouseStyle
) -> None:
    photo = Attachment(
        "f0000009",
        sha256="9" * 64,
        file="x.jpg",
        caption="PANEN RAYA: Nisa Ayu bersama Pak Wiryo di Tirtasari. Petani gembira. Kata Darmo, ini rekor.",
        alt="Perempuan bernama Nisa memegang padi",
        creator="Bayu Nirwana",
        agency="Humas Kota Tirta",
    )
    names = names_of(make_story(photos=(photo,), body=()), style, ("Sekar Larasati", "humas"))

    for name in ("Nisa", "Ayu", "Wiryo", "Tirtasari", "Darmo", "Bayu", "Ratri", "Danu", "Larasati", "Tirta"):
        assert names.accepts(name), name
    for word in ("Petani", "petani", "Perempuan", "gembira", "PANEN", "humas"):
        assert not names.accepts(word), word
