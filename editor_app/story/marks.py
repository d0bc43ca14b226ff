"""The names of Portable Text styles and marks that a story may use, and the keys of blocks."""

import secrets
from collections.abc import Container
from typing import Literal

Style = Literal["normal", "h2", "h3", "h4", "blockquote", "pullquote"]
ListItem = Literal["bullet", "number"]
Direction = Literal["ltr", "rtl"]

STYLES: tuple[Style, ...] = ("normal", "h2", "h3", "h4", "blockquote", "pullquote")
HEADINGS: tuple[Style, ...] = ("h2", "h3", "h4")
LIST_ITEMS: tuple[ListItem, ...] = ("bullet", "number")
DECORATORS: tuple[str, ...] = ("strong", "em", "underline", "strike-through", "sub", "sup", "code")
MAX_LEVEL = 9
MAX_START = 32_767  # OOXML w:start is a decimal number; Word takes no more
MAX_ROWS, MAX_COLUMNS = 200, 20  # of a table; a larger one is no part of a text, and no page shows it

LINK_SCHEMES: tuple[str, ...] = ("http", "https", "mailto", "tel")


def new_key(taken: Container[str] = ()) -> str:
    """A fresh key of eight hex digits that is not among `taken`."""
    while True:
        key = secrets.token_hex(4)
        if key not in taken:
            return key
