"""The tags and words of cleaned HTML: well nested, every attribute in double quotes, nothing else between."""

import re
from collections.abc import Iterator, Mapping
from html import unescape

_TOKEN = re.compile(r'<(/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"]*")*)>|[^<]+|<')
_ATTRIBUTE = re.compile(r'([a-z-]+)="([^"]*)"')
_NONE: Mapping[str, str] = {}
CLOSES = "/"


def tokens(html: str) -> Iterator[tuple[str, Mapping[str, str], str]]:
    """The tags and words of HTML that `clean_html` wrote, in their order.

    Each is the name of a tag that opens with its attributes, or `CLOSES`, or "" with words.
    """
    for found in _TOKEN.finditer(html):
        name = found[2]
        if name is None:
            yield "", _NONE, _plain(found[0])
        elif found[1]:
            yield CLOSES, _NONE, ""
        elif found[3]:
            yield name, {said: _plain(value) for said, value in _ATTRIBUTE.findall(found[3])}, ""
        else:
            yield name, _NONE, ""


def _plain(text: str) -> str:
    return unescape(text) if "&" in text else text
