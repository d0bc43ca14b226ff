"""Signs that show nothing and mean nothing where they stand: zero-width spaces, stray joiners, direction marks.

What means something is kept: joiners within emoji and in scripts that are written with them (Unicode Standard,
23.2), direction marks beside words that run from right to left, the tags of a flag.
"""

import re
import unicodedata

_ZERO_WIDTH = "\u200b\u2060\u2061\u2062\u2063\u2064\u180e\ufeff\u115f\u1160\u3164\uffa0\ufff9\ufffa\ufffb"
_DIRECTIONS = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_JOINERS = "\u200c\u200d"
_ANY = re.compile(f"[{_ZERO_WIDTH}{_DIRECTIONS}{_JOINERS}\U000e0000-\U000e007f]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
# Arabic and its kin, the scripts of India, Khmer and Mongolian, those of Java and Bali.
_JOINED_SCRIPTS = re.compile(
    "[\u0600-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u18af\u1a20-\u1aaf\u1b00-\u1bff\ua840-\ua87f\ua8e0-\ua8ff"
    "\ua980-\ua9df\ufb50-\ufdff\ufe70-\ufefc\U00011000-\U00011fff]"
)
_FLAG = "\U0001f3f4"
_TAGS = ("\U000e0000", "\U000e007f")
_DRESS = ("\ufe0e", "\ufe0f", "\u20e3")  # between an emoji and its joiner
_SKINS = ("\U0001f3fb", "\U0001f3ff")


def without_invisible(text: str) -> str:
    """The text without them."""
    kept = kept_signs(text)
    return text if kept is None else "".join(sign for sign, keeps in zip(text, kept, strict=True) if keeps)


def kept_signs(text: str) -> list[bool] | None:
    """Which signs of a text mean something; None where all of them do."""
    if _ANY.search(text) is None:
        return None
    runs_left = _RIGHT_TO_LEFT.search(text) is not None
    kept = [True] * len(text)
    in_flag = False
    for place, sign in enumerate(text):
        if _TAGS[0] <= sign <= _TAGS[1]:
            kept[place] = in_flag
            continue
        in_flag = sign == _FLAG
        if sign in _ZERO_WIDTH:
            kept[place] = False
        elif sign in _DIRECTIONS:
            kept[place] = runs_left
        elif sign in _JOINERS:
            kept[place] = _joins(text, place)
    return None if all(kept) else kept


def _joins(text: str, place: int) -> bool:
    before, after = text[place - 1 : place] if place else "", text[place + 1 : place + 2]
    if not before:
        return False
    if _JOINED_SCRIPTS.match(before) or (after and _JOINED_SCRIPTS.match(after)):
        return True
    if text[place] != "\u200d":
        return False
    drawn = before in _DRESS or _SKINS[0] <= before <= _SKINS[1] or unicodedata.category(before) == "So"
    return drawn and after != "" and unicodedata.category(after) == "So"
