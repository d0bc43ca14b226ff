"""A photo's credit inside its caption: "FOKUS: Warga merakit bambu. Foto: Bayu & Humas"."""

import re

from editor_app.formats.names import split_names
from editor_app.story.house_style import HouseStyle
from editor_app.story.text import clean_line

_LABELS = ("foto", "photo", "kredit", "credit", "foto oleh", "photo by")
_LONGEST_CREDIT = 120  # characters
_WORDS_OF_NAMES = 6


def split_caption(caption: str, style: HouseStyle) -> tuple[str, str]:
    """Caption and credit, the credit without its label; ("…", "") where the caption names none.

    The credit is what follows the last label ("Foto:", "Photo:", the house style's own) up to the end; brackets
    around it go. A caption that opens with such a word and goes on with a sentence has no credit.
    """
    text = clean_line(caption)
    found = None
    for label in _pattern(style).finditer(text):
        found = label
    if found is None:
        return text, ""
    before, after = text[: found.start()].rstrip(), text[found.end() :].strip()
    if found[0].lstrip()[:1] in "([":
        after = after.rstrip(")] .")
    if not after or len(after) > _LONGEST_CREDIT or (not before and not _reads_as_names(after)):
        return text, ""
    return before, after


def without_label(credit: str, style: HouseStyle) -> str:
    """A credit line without the label that stands before it."""
    text = clean_line(credit)
    label = _pattern(style).match(text)
    return text if label is None else text[label.end() :].strip().rstrip(")]").strip()


def _reads_as_names(text: str) -> bool:
    last = text.rpartition(" ")[2]
    ends_sentence = text.endswith(".") and len(last) > 3  # noqa: PLR2004 - "P."
    names = split_names(text)
    return not ends_sentence and all(
        len(name.split()) <= _WORDS_OF_NAMES and not name[0].islower() for name in names
    )


def _pattern(style: HouseStyle) -> re.Pattern[str]:
    own = style.labels.photo.strip().rstrip(":").strip()
    labels = sorted({*_LABELS, *([own] if own else [])}, key=len, reverse=True)
    return re.compile(
        rf"(?:^|(?<=\s)|(?<=[.!?”\"]))[(\[]?(?:{'|'.join(map(re.escape, labels))})\s*:\s*", re.IGNORECASE
    )
