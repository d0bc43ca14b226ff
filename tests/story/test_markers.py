"""Signs at the beginning of a paragraph, and what they make of it."""

import pytest

from editor_app.story.markers import LONGEST, Marker, marker


@pytest.mark.parametrize(
    ("signs", "becomes"),
    [
        ("## ", Marker("h2")),
        ("### ", Marker("h3")),
        ("#### ", Marker("h4")),
        ("> ", Marker("blockquote")),
        ("- ", Marker(list_item="bullet")),
        ("* ", Marker(list_item="bullet")),
        ("1. ", Marker(list_item="number")),
        ("7. ", Marker(list_item="number", start=7)),
        ("12) ", Marker(list_item="number", start=12)),
        ("0. ", Marker(list_item="number", start=0)),
        ("---", Marker("break")),
        ("***", Marker("break")),
    ],
)
def test_signs_make_a_paragraph_something(signs: str, becomes: Marker) -> None:
    assert marker(signs) == becomes
    assert len(signs) <= LONGEST


@pytest.mark.parametrize(
    "words", ["", "# ", "##", "## a", "2026. ", "1.", "1.5 ", "٣. ", "--", "----", "a- ", "-"]
)
def test_words_stay_words(words: str) -> None:
    assert marker(words) is None
