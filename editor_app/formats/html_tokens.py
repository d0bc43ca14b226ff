"""The tags and words of cleaned HTML: well nested, every attribute in double quotes, nothing else between."""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import TypeAlias

_TOKEN = re.compile(r'<(/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"]*")*)>|[^<]+|<')
_ATTRIBUTE = re.compile(r'([a-z-]+)="([^"]*)"')
_NONE: Mapping[str, str] = {}

# The name of a tag that opens, with its attributes; "/" for one that closes, "" for words, with these.
Token: TypeAlias = tuple[str, Mapping[str, str] | str]


def tokens(html: str) -> Iterator[Token]:
    """The tags and words of HTML that `clean_html` wrote, in their order."""
    for found in _TOKEN.finditer(html):
        name = found[2]
        if name is None:
            yield "", _plain(found[0])
        elif found[1]:
            yield "/", name
        elif found[3]:
            yield name, {said: _plain(value) for said, value in _ATTRIBUTE.findall(found[3])}
        else:
            yield name, _NONE


def _plain(text: str) -> str:
    return unescape(text) if "&" in text else text
