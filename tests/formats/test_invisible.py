"""What shows nothing goes, unless it makes something else show right."""

import pytest

from editor_app.formats.invisible import without_invisible


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a\u200bb\u2060c\ufeffd\u180ee", "abcde"),
        ("\u3164\u115f\u1160\uffa0", ""),
        ("kata\u200dkata \u200ckata\u200c", "katakata kata"),
        ("\u202a+62 341\u202c \u2068Ratri\u2069\u200e", "+62 341 Ratri"),
        ("rahasia\U000e0041\U000e007f", "rahasia"),
        ("\u200d\U0001f33e", "\U0001f33e"),
        ("\U0001f469\u200d", "\U0001f469"),
        ("\U0001f469\u200dx", "\U0001f469x"),
        ("1\u200d\U0001f33e", "1\U0001f33e"),
    ],
)
def test_what_means_nothing_goes(text: str, left: str) -> None:
    assert without_invisible(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "kata\u00adkata \u00a0\u202f\u2009 a\u0301 e\u0323\u0301",
        "\U0001f469\u200d\U0001f33e \U0001f469\U0001f3fd\u200d\U0001f692 \u2764\ufe0f\u200d\U0001f525",
        "\U0001f3f3\ufe0f\u200d\U0001f308 1\ufe0f\u20e3",
        "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        "\u0915\u094d\u200d\u0937 \u0915\u094d\u200c\u0937",
        "\ua9b2\ua9c0\u200c\ua9a4",
        "\u200fשלום (kata)\u200f \u202bעברית\u202c",
        "",
    ],
)
def test_what_makes_words_and_emoji_right_stays(text: str) -> None:
    assert without_invisible(text) == text
