"""Markers: what signs typed at the beginning of a paragraph make of it: a heading, a quotation, a list."""

import re
from dataclasses import dataclass
from typing import Final, Literal

from editor_app.story.marks import ListItem, Style

_SIGNS: Final[dict[str, Style]] = {"## ": "h2", "### ": "h3", "#### ": "h4", "> ": "blockquote"}
_BULLETS: Final = ("- ", "* ", "• ")
_NUMBER: Final = re.compile(r"(\d{1,3})[.)] ", re.ASCII)  # four digits are a year
_DIVIDERS: Final = ("---", "***")
LONGEST: Final = 5  # signs of a marker


@dataclass(frozen=True, slots=True)
class Marker:
    """What a paragraph becomes; `start` is the number that a list begins with."""

    style: Style | Literal["break"] = "normal"
    list_item: ListItem | None = None
    start: int = 1


def marker(before: str) -> Marker | None:
    """What the signs between a paragraph's beginning and the caret ask for, None where they are words."""
    if before in _SIGNS:
        return Marker(_SIGNS[before])
    if before in _BULLETS:
        return Marker(list_item="bullet")
    if before in _DIVIDERS:
        return Marker("break")
    number = _NUMBER.fullmatch(before)
    return None if number is None else Marker(list_item="number", start=int(number[1]))
