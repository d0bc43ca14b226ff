"""Makes HTML harmless before it is read: only tags and attributes of text, nothing that runs or loads."""

import re
from collections.abc import Iterator

import nh3

from editor_app.formats.html_tangle import MAX_OPEN, is_tangled, open_at_most, unravelled, without_asides
from editor_app.formats.word_set import words
from editor_app.story.marks import LINK_SCHEMES
from editor_app.story.text import clean
from editor_app.words import Refused

__all__ = ["BLOCK_TAGS", "INLINE_TAGS", "MAX_OPEN", "PICTURE_SCHEMES", "clean_html"]

# What the walk in `html_walk` knows; any other tag goes, its words stay.
INLINE_TAGS = words(
    """
    a b br cite code del dfn em font i img kbd q s samp small span strike strong sub sup tt u var
    """
)
BLOCK_TAGS = words(
    """
    address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu ol p pre section summary
    table tbody td tfoot th thead tr ul
    """
)
_WITH_THEIR_WORDS = words(
    """
    audio button canvas datalist head iframe label math nav noembed noframes noscript object option script select
    style svg template textarea title video xml
    """
)
_ATTRIBUTES = {
    "*": {"aria-hidden", "aria-level", "class", "dir", "hidden", "role", "style"},
    "a": {"href", "id"},
    "del": {"datetime"},
    "img": {
        *("alt", "aria-roledescription", "data-lazy-src", "data-original", "data-src"),
        *("height", "src", "width"),
    },
    "li": {"data-aria-level", "id", "value"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
}
_STYLES = {
    *("display", "font-style", "font-weight", "mso-element", "mso-hide", "mso-list", "mso-symbol-font-family"),
    *("mso-tab-count", "page-break-before", "text-decoration", "text-decoration-line", "vertical-align"),
    *("visibility", "white-space"),
}
# `src` is never followed, only named to the person or read where it holds the picture itself; `href` is narrower.
PICTURE_SCHEMES = frozenset({*LINK_SCHEMES, "asset", "blob", "cid", "data", "file"})
_PIECE = 65_536  # signs
_PLAIN = re.compile("[\t -~]")
_LONGEST = {"class": 500, "style": 500}  # signs; they are repeated wherever a tag left open begins anew


def clean_html(html: str, *, unravel: bool = False) -> str:
    """The same text with harmless, well-nested tags only.

    Tags that stand inside each other by the hundred are taken apart where `unravel` is asked for.

    Raises:
        Refused: `html-too-deep`, where more than a thousand tags stand inside each other. Never with `unravel`.
    """
    text = without_asides("".join(clean(piece) for piece in _pieces(html)))
    if unravel:
        text = unravelled(text) if is_tangled(text) else text
    elif not open_at_most(text, MAX_OPEN):
        raise Refused("html-too-deep", limit=MAX_OPEN)
    return nh3.clean(
        text,
        tags={*INLINE_TAGS, *BLOCK_TAGS},
        clean_content_tags=set(_WITH_THEIR_WORDS),
        attributes=_ATTRIBUTES,
        filter_style_properties=_STYLES,
        url_schemes=set(PICTURE_SCHEMES),
        attribute_filter=_narrow,
        link_rel=None,
    )


def _pieces(text: str) -> Iterator[str]:
    """The text in pieces that can be cleaned for themselves: each begins with a sign that joins none before it.

    One call for the whole of a long text would keep the window from being drawn meanwhile.
    """
    place = 0
    while place < len(text):
        found = _PLAIN.search(text, place + _PIECE)
        end = len(text) if found is None else found.start()
        yield text[place:end]
        place = end


def _narrow(tag: str, attribute: str, value: str) -> str | None:
    if tag == "a" and attribute == "href":
        scheme = value.partition(":")[0].strip().lower()
        return value if scheme in LINK_SCHEMES else None
    limit = _LONGEST.get(attribute)
    return value if limit is None else value[:limit]
