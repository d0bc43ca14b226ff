"""What is typed behind a command must be words: no control characters, no bytes that are no text."""

import argparse
import re
from collections.abc import Iterator

from editor_app.story.text import clean_line
from editor_app.words import Refused

_PATHS = frozenset({"file", "images", "out", "data_dir", "bundle"})  # a file may be called anything
# Tabs and line ends are laid out; a lone surrogate stands for a byte that is no UTF-8 (PEP 383).
_NO_WORDS = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")


def demand_words(options: argparse.Namespace) -> None:
    """Refuses names, captions, notes and the like that hold what nobody can read or print.

    Raises:
        Refused: `option-control-characters`, naming the text.
    """
    for text in _texts(options):
        if _NO_WORDS.search(text):
            raise Refused("option-control-characters", text=clean_line(text))


def _texts(options: argparse.Namespace) -> Iterator[str]:
    for name, value in vars(options).items():
        if name not in _PATHS:
            yield from (text for text in (value if isinstance(value, list) else [value]) if isinstance(text, str))
