"""Reads plain text: paragraphs, no markup."""

import re

from editor_app.formats.extract import Extract
from editor_app.story.body import Span, TextBlock
from editor_app.story.marks import new_key
from editor_app.story.normal import normalise
from editor_app.story.text import clean

_BLANK_LINES = re.compile(r"\n(?:[ \t\u00a0]*\n)+")
_SHORTEST_WRAPPED, _LONGEST_WRAPPED = 45, 100  # characters of a line that a program broke


def read_text(text: str) -> Extract:
    """The paragraphs of plain text: blank lines part them, or every line end where there is no blank line.

    Lines inside a paragraph that a program broke to one width flow together; any other line end is a soft break.
    """
    written = clean(text).strip("\n")
    parts = _BLANK_LINES.split(written)
    has_blank_lines = len(parts) > 1
    paragraphs = [_unwrapped(part.split("\n")) for part in parts] if has_blank_lines else written.split("\n")
    keys: set[str] = set()
    blocks = []
    for paragraph in paragraphs:
        if paragraph.strip():
            key = new_key(keys)
            keys.add(key)
            blocks.append(TextBlock(key, (Span(paragraph.strip(" \t\n")),)))
    return Extract(normalise(tuple(blocks)))


def _unwrapped(lines: list[str]) -> str:
    trimmed = [line.strip(" \t") for line in lines]
    *broken, _ = trimmed
    wrapped = all(len(line) >= _SHORTEST_WRAPPED for line in broken) and all(
        len(line) <= _LONGEST_WRAPPED for line in trimmed
    )
    return (" " if wrapped else "\n").join(trimmed)
