"""Reads HTML into blocks: harmless tags first (`html_cleaning`), then one walk through them (`html_walk`)."""

from collections.abc import Mapping

from editor_app.formats.extract import Extract, Picture
from editor_app.formats.html_cleaning import clean_html
from editor_app.formats.html_walk import ITEM_MARKER, RTL_MARKER, Manner, Walk
from editor_app.formats.paragraph_builder import Spaces
from editor_app.formats.word_markup import is_word, word_lists

__all__ = ["ITEM_MARKER", "RTL_MARKER", "read_html"]


def read_html(
    html: str,
    *,
    pictures: Mapping[str, Picture] | None = None,
    spaces: Spaces = "collapse",
    beside: frozenset[str] = frozenset(),
) -> Extract:
    """The blocks, in normal form, that an HTML page or fragment says.

    Nothing is loaded: a picture is taken where the text holds it (`data:`) or `pictures` has it by its `src`; any
    other is named in a notice. Every `h1` becomes an `h2`; the first has the role of the headline. Elements of a
    class in `beside` are printed beside the story and are not read.

    Raises:
        Refused: `html-too-deep`.
    """
    word = is_word(html)
    manner = Manner(pictures or {}, spaces, beside, word=word)
    if word:
        manner = Manner(pictures or {}, spaces, beside, word=word, lists=word_lists(html))
    return Walk(manner).read(clean_html(html))
