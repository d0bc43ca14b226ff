import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.story.text import clean, clean_line

from .bodies import TEXTS


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("Ratri", "Ratri"),
        ("e\u0301", "é"),
        ("a\r\nb\rc\vd\fe\x85f\u2028g\u2029h", "a\nb\nc\nd\ne\nf\ng\nh"),
        ("tab\tstays", "tab\tstays"),
        ("nul\x00 bel\x07 esc\x1b del\x7f c1\x9f", "nul bel esc del c1"),
        ("\ufeffbom \ufffcobject", "bom object"),
        ("non\ufdd0\ufdef\ufffe\uffff\U0001fffe\U0010ffffcharacters", "noncharacters"),
        ("lone\ud800 and\udc00", "lone\ufffd and\ufffd"),
        ("pair \ud83d\ude00", "pair 😀"),
        ("soft\u00adhyphen stays", "soft\u00adhyphen stays"),
        ("e\x00\u0301", "é"),
        ("", ""),
    ],
)
def test_a_story_keeps_words_and_drops_what_no_story_may_hold(raw, kept):
    assert clean(raw) == kept


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("  Warga\tdesa\n\nSumber Arum \n", "Warga desa Sumber Arum"),
        ("a\n \nb", "a b"),
        ("dua  spasi", "dua  spasi"),
        ("\u00a0\n", ""),
    ],
)
def test_a_headline_stands_on_one_line(raw, kept):
    assert clean_line(raw) == kept


@given(st.one_of(st.text(), TEXTS))
def test_clean_text_is_clean_for_good(text):
    once = clean(text)

    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert not any(unicodedata.category(char) == "Cs" for char in once)
    assert not any(unicodedata.category(char) == "Cc" for char in once if char not in "\n\t")
    once.encode("utf-8")


@given(TEXTS)
def test_a_clean_line_is_clean_for_good(text):
    once = clean_line(text)

    assert clean_line(once) == once == once.strip()
    assert "\n" not in once
