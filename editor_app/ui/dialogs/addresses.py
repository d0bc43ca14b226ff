"""Addresses as people type them: completed, and looked at before a story leads readers there."""

import re
from urllib.parse import urlsplit

from editor_app.story.marks import LINK_SCHEMES
from editor_app.story.normal import safe_href

LONGEST = 40  # signs of an address that a sentence quotes
_MAIL = re.compile(r"[^@\s]+@([^@\s]+)")
_PORT = re.compile(r"\d+([/?#]|$)")


def completed(address: str) -> str:
    """An address with its scheme: "situs.example" becomes https, "a@b.example" becomes mailto."""
    scheme, colon, rest = address.partition(":")
    named = bool(colon) and re.fullmatch(r"[A-Za-z][A-Za-z0-9+.\-]*", scheme) is not None
    if named and (scheme.lower() in LINK_SCHEMES or not _PORT.match(rest)):
        return address
    return f"mailto:{address}" if "@" in address and "/" not in address else f"https://{address}"


def is_sound(address: str) -> bool:
    """Whether readers can reach a whole address: a story may link to it, and nothing in it is left to guess."""
    if safe_href(address) is None:
        return False
    parts = urlsplit(address)
    match parts.scheme.lower():
        case "mailto":
            mail = _MAIL.fullmatch(parts.path)
            return mail is not None and safe_href(f"https://{mail[1]}") is not None
        case "tel":
            return any(sign.isdigit() for sign in parts.path)
        case _:
            return parts.username is None


def quoted(address: str) -> str:
    """An address short enough to stand in a sentence."""
    return address if len(address) <= LONGEST else f"{address[: LONGEST - 1]}…"
