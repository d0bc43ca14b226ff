"""What an `img` is: a picture with an address, an emoji drawn as one, or a part of the page that nobody sees."""

import re
import unicodedata
from collections.abc import Mapping

from editor_app.formats.html_cleaning import PICTURE_SCHEMES

_LATE = ("data-src", "data-lazy-src", "data-original")  # where pages that load pictures late keep the address
_SCHEME = re.compile(r"\s*([a-zA-Z][a-zA-Z0-9+.-]*):")
_STAND_IN = 400  # characters of a `data:` address that may stand in for a picture which is loaded late
_EMOJI_SIGNS = 16
_JOINING = {"Mn", "Cf", "Me"}  # variation selectors, joiners, the keycap
_DRAWN = {"So", "Sk"}
_SMALL = {"0", "1", "2", "0px", "1px", "2px"}


def source_of(attributes: Mapping[str, str]) -> str:
    """The address of the picture that a reader of the page would see."""
    source = attributes.get("src", "")
    late = next((attributes[name] for name in _LATE if attributes.get(name)), "")
    stands_in = not source or (source.startswith("data:") and len(source) < _STAND_IN)
    return late if late and stands_in and _is_harmless(late) else source


def words_of(attributes: Mapping[str, str]) -> str:
    """The emoji that is drawn as a picture (WhatsApp, Telegram, WordPress); "" of any other picture."""
    alt = attributes.get("alt", "")
    kinds = {unicodedata.category(sign) for sign in alt}
    keycap = len(alt) > 1 and alt[0] in "0123456789#*" and alt[-1] == "\u20e3"
    is_emoji = 0 < len(alt) <= _EMOJI_SIGNS and not kinds.isdisjoint(_DRAWN) and kinds <= _DRAWN | _JOINING
    return alt if keycap or is_emoji else ""


def is_of_the_page(attributes: Mapping[str, str]) -> bool:
    """Whether it is a dot that counts visitors, or the box of a check list."""
    counts = attributes.get("width", "").strip() in _SMALL and attributes.get("height", "").strip() in _SMALL
    return counts or "checkbox" in attributes.get("aria-roledescription", "").lower()


def _is_harmless(address: str) -> bool:
    scheme = _SCHEME.match(address)
    return scheme is None or scheme[1].lower() in PICTURE_SCHEMES
