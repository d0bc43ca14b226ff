"""Makes HTML harmless before it is read: only tags and attributes of text, nothing that runs or loads."""

import re
from collections import Counter

import nh3

from editor_app.formats.word_set import words
from editor_app.story.marks import LINK_SCHEMES
from editor_app.story.text import clean
from editor_app.words import Refused

# What the walk in `html_reader` knows; any other tag goes, its words stay.
INLINE_TAGS = words(
    """
    a b br cite code del em font i img kbd q s samp small span strike strong sub sup tt u
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
    audio canvas head iframe math nav noscript object option script select style svg template textarea title
    video
    """
)
_ATTRIBUTES = {
    "*": {"class", "dir", "style"},
    "a": {"href", "id"},
    "img": {"alt", "src"},
    "li": {"id", "value"},
    "ol": {"start"},
}
_STYLES = {"font-style", "font-weight", "text-decoration", "text-decoration-line", "vertical-align"}
# `src` is never followed, only named to the person or read where it holds the picture itself; `href` is narrower.
_SOURCES = {*LINK_SCHEMES, "asset", "blob", "cid", "data", "file"}

# An HTML parser's time and memory grow with the square of what is left open. No text that people wrote comes
# near.
MAX_OPEN = 1_000
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_NEVER_LEFT_OPEN = words(
    """
    area base br col dd dt embed hr img input li link meta option p param source tbody td tfoot th thead tr
    wbr
    """
)


def clean_html(html: str) -> str:
    """The same text with harmless, well-nested tags only.

    Raises:
        Refused: `html-too-deep`, where more than a thousand tags stand inside each other.
    """
    text = clean(html)
    _measure(text)
    return nh3.clean(
        text,
        tags={*INLINE_TAGS, *BLOCK_TAGS},
        clean_content_tags=set(_WITH_THEIR_WORDS),
        attributes=_ATTRIBUTES,
        filter_style_properties=_STYLES,
        url_schemes=_SOURCES,
        attribute_filter=_narrow,
        link_rel=None,
    )


def _narrow(tag: str, attribute: str, value: str) -> str | None:
    if tag == "a" and attribute == "href":
        scheme = value.partition(":")[0].strip().lower()
        return value if scheme in LINK_SCHEMES else None
    return value


def _measure(text: str) -> None:
    unclosed: Counter[str] = Counter()
    total = 0
    for slash, name in _TAG.findall(text):
        tag = name.lower()
        if tag in _NEVER_LEFT_OPEN:
            continue
        if not slash:
            unclosed[tag] += 1
            total += 1
        elif unclosed[tag]:
            unclosed[tag] -= 1
            total -= 1
        if total > MAX_OPEN:
            raise Refused("html-too-deep", limit=MAX_OPEN)
