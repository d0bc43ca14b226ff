"""Whatever lies on the clipboard, a story's blocks come out of it, in a time that grows with its length alone."""

from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.formats.clip import MOST_PICTURES, MOST_WORDS, decoded, read_clip, read_plainly
from editor_app.formats.clip_tidying import LONGEST_PARAGRAPH
from editor_app.formats.pasted import Pasted
from editor_app.story.body import BreakBlock, PhotoBlock
from editor_app.words import note
from tests.formats.clip_pages import PAGES, assert_sound, broken, encoded, made_up
from tests.formats.readings import texts

MEGABYTE = 1_000_000


@given(made_up)
def test_any_page_becomes_blocks(html: str) -> None:
    assert_sound(read_clip(html, ""))
    assert_sound(read_clip(html.encode("utf-8", "replace"), ""))


@given(broken())
def test_a_page_that_broke_anywhere_becomes_blocks(html: bytes) -> None:
    assert_sound(read_clip(html, ""))


@given(encoded())
def test_a_page_that_lies_about_its_encoding_becomes_blocks(html: bytes) -> None:
    assert_sound(read_clip(html, ""))


@given(st.binary(max_size=300))
def test_bytes_that_are_no_page_become_blocks(data: bytes) -> None:
    assert_sound(read_clip(data, ""))


@given(st.text(st.characters() | st.sampled_from("*_~`•-1.>\n\f\u200b\u00ad[]:"), max_size=200))
def test_any_text_becomes_blocks(text: str) -> None:
    assert_sound(read_clip(b"", text))
    assert_sound(read_plainly(b"", text))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_a_page_cut_off_at_any_place_becomes_blocks(path: Path) -> None:
    data = path.read_bytes()
    whole = len("".join(texts(read_clip(data, "").blocks)))
    for end in range(0, len(data), 97):
        pasted = read_clip(data[:end], "")
        assert_sound(pasted)
        assert len("".join(texts(pasted.blocks))) <= whole + 200


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("<p>é “x”</p>".encode(), "é “x”"),
        ("<p>é “x”</p>".encode("utf-16"), "é “x”"),
        ("<html><p>é “x”, dan kata</p>".encode("utf-16-le"), "é “x”, dan kata"),
        ("<html><p>é “x”, dan kata</p>".encode("utf-16-be"), "é “x”, dan kata"),
        (b"\xef\xbb\xbf<p>\xc3\xa9</p>", "é"),
        ("<p>é “x” –</p>".encode("cp1252"), "é “x” –"),
        (b"<meta charset=utf-8><p>\xe9 dan \x93kata\x94</p>", "é dan “kata”"),
        (b"<meta charset=windows-1251><p>\xcf\xf0\xe8</p>", "При"),
        (b"<meta charset=iso-8859-2><p>\xb3\xf3d\xbc</p>", "łódź"),
        (b"<meta charset=punycode><p>\xe9</p>", "é"),
        (b"<meta charset=klingon><p>\xe9 \x81</p>", "é \ufffd"),
        (b"<meta charset=windows-1252><p>\xc3\xa9</p>", "é"),
        ("<p>éüöñ cut ".encode() + b"\xe2\x80", "éüöñ cut \ufffd"),
        (b"<p>a\x00b</p>\x00\x00\x00", "ab"),
        (b"\x00" * 3_000 + b"<p>a</p>", "a"),
        (
            b"Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:0000000200\r\nSourceURL:https://a.example/x\r\n<p>a",
            "a",
        ),
    ],
)
def test_a_page_is_read_as_it_is_encoded_whatever_it_says(data: bytes, said: str) -> None:
    assert texts(read_clip(data, "").blocks) == [said]


def test_a_lone_surrogate_becomes_the_sign_of_what_is_lost() -> None:
    assert texts(read_clip("<p>a\ud800b \ud83d\ude00</p>", "").blocks) == ["a\ufffdb \U0001f600"]
    assert texts(read_clip(b"", "a\ud800b").blocks) == ["a\ufffdb"]


def test_text_that_only_looks_like_a_header_stays() -> None:
    assert decoded("Version: kedua dari naskah ini") == "Version: kedua dari naskah ini"


def deep(number: int) -> str:
    return "".join(f"<div class=c{level}>kata{level} " for level in range(number))


@pytest.mark.parametrize(
    "html",
    [
        deep(10_000),
        deep(10_000) + "</div>" * 11_000 + "kata1 ",
        "<div/>" * 10_000 + "kata1 ",
        "<ul><li>x" * 10_000 + "kata1 ",
        "<b>" * 10_000 + "<p>x" * 10_000 + "kata1 ",
        "".join(f"<i class=a{number}>" for number in range(1_000)) + "<p>x</p>" * 20_000 + "kata1 ",
        "<blockquote><table><tr><td>" * 5_000 + "kata1 ",
        "</p></b></div>" * 10_000 + "kata1 ",
        "<!--" * 100_000 + "--> kata1 ",
        "<style><!--</style>" + "<div>" * 10_000 + "kata1 -->",
        "<a " * 100_000 + "> kata1 ",
        "&" * 200_000 + "kata1 ",
        "<p " + "a" * MEGABYTE + ">kata1 ",
        f"<p style='{'font-weight:bold;' * 50_000}'>kata1 ",
        f"<p class='{'x ' * 500_000}'>kata1 ",
        "<q>" * 20_000 + "kata1 ",
        "<figure>" + "<img src='a.png'><figcaption>x</figcaption>" * 20_000 + "</figure>kata1 ",
        "<ul><li>" + "<p>x</p>" * 50_000 + "</ul>kata1 ",
        "<p>kata1 " + "<br>" * 200_000,
        "<div style='white-space:pre'>kata1 " + "x\n\n" * 100_000 + "</div>",
        "@list l0:level1{" * 50_000 + "mso- kata1 ",
        "<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>" + ". " * 200_000 + "</span>kata1 ",
        "<p class=MsoFootnoteText>x</p>" * 10_000 + "kata1 ",
        "<del datetime=x>y</del>" * 50_000 + "kata1 ",
        "\u200d" * 300_000 + "kata1 ",
    ],
    ids=lambda html: html[:24],
)
def test_what_is_meant_to_stall_a_reader_is_read(html: str) -> None:
    pasted = read_clip(html, "")
    assert_sound(pasted)
    was_cut = note("paste-cut") in pasted.notices
    assert was_cut or any("kata1" in text for text in texts(pasted.blocks))


@pytest.mark.parametrize(
    "text",
    [
        "*" * 200_000,
        "*a " * 100_000,
        "*a_b~" * 60_000,
        "1. x\n" * 50_000,
        "- x\n" * 50_000,
        "```" * 100_000,
        "\n" * MEGABYTE,
    ],
    ids=lambda text: text[:6],
)
def test_plain_text_that_is_meant_to_stall_a_reader_is_read(text: str) -> None:
    assert_sound(read_clip(b"", text))


def test_ten_megabytes_give_their_beginning_and_say_so() -> None:
    html = "<html><body>" + "<p class=x style='color:red'>kata <b>dua</b> tiga empat lima enam</p>" * 150_000
    assert len(html) > 10 * MEGABYTE
    pasted = read_clip(html.encode(), "")
    assert pasted.notices == (note("paste-cut"),)
    assert 4_000 < len(pasted.blocks) < 7_000
    assert set(texts(pasted.blocks[:-1])) == {"kata dua tiga empat lima enam"}


def test_a_cut_within_tables_lists_and_figures_loses_nothing_before_it() -> None:
    words = "kata " * (MOST_WORDS // 5)
    html = f"<ul><li>satu<figure><figcaption>dua <table><tr><td>{words}</td><td>tiga</table>empat"
    pasted = read_clip(html, "")
    assert_sound(pasted)
    said = " ".join(block.text for block in pasted.blocks if not isinstance(block, PhotoBlock | BreakBlock))
    assert said.count("kata") > MOST_WORDS // 5 - 100
    assert ("satu" in said, "dua" in said, "empat" in said) == (True, True, False)
    assert pasted.notices[-1] == note("paste-cut")


def test_plain_text_is_cut_too() -> None:
    for pasted in (read_clip(b"", "kata " * MEGABYTE), read_plainly(b"", "kata " * MEGABYTE)):
        assert pasted.notices == (note("paste-cut"),)
        assert sum(len(text) for text in texts(pasted.blocks)) <= MOST_WORDS


@pytest.mark.parametrize("sign", ["kata. ", "kata ", "kata", "e\u0301\u0323\u0308", "\U0001f44d\U0001f3fd", "文"])
def test_a_paragraph_of_a_megabyte_is_parted_where_it_may_be(sign: str) -> None:
    sign = normalize("NFC", sign)
    pasted = read_clip(f"<p>{sign * (MEGABYTE // len(sign))}</p>", "")
    assert_sound(pasted)
    said = texts(pasted.blocks)
    assert len(said) > 30
    assert all(len(text) >= LONGEST_PARAGRAPH // 2 for text in said[:-1])
    assert all(text.endswith(sign.strip()[-1]) for text in said[:-1])
    assert not any(text[0] in "\u0301\u0323\u0308\U0001f3fd" for text in said)


def test_very_many_pictures_are_noted_up_to_a_number() -> None:
    pasted = read_clip("<p>a</p><img src='https://a.example/x.png'>" * (MOST_PICTURES + 3), "")
    assert len(pasted.pictures) == MOST_PICTURES
    assert pasted.notices == (note("paste-pictures-cut", limit=MOST_PICTURES),)


@pytest.mark.parametrize("html", [b"", b"<p></p>", b"<!-- x -->", b"<script>a</script>", b"<p>\xe2\x80\x8b</p>"])
def test_a_page_that_says_nothing_gives_way_to_plain_text(html: bytes) -> None:
    assert texts(read_clip(html, "kata").blocks) == ["kata"]
    assert read_clip(html, "") == Pasted()


def test_words_below_megabytes_of_markup_are_read() -> None:
    looks = "<p><span style='color:red;font-family:Kata'></span></p>" * 60_000
    assert len(looks) > 3 * MEGABYTE
    assert texts(read_clip(f"<p>satu</p>{looks}<p>dua</p>", "").blocks) == ["satu", "dua"]
