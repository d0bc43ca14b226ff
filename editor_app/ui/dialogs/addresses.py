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
    """Whether readers can reach a whole address: a story may link there, and its host is a real one."""
    if safe_href(address) is None or any(sign.isspace() for sign in address):
        return False
    parts = urlsplit(address)
    match parts.scheme.lower():
        case "mailto":
            mail = _MAIL.fullmatch(parts.path)
            return mail is not None and _is_host(mail[1])
        case "tel":
            return any(sign.isdigit() for sign in parts.path)
        case _:
            return parts.username is None and _is_host(parts.hostname or "")


def quoted(address: str) -> str:
    """An address short enough to stand in a sentence."""
    return address if len(address) <= LONGEST else f"{address[: LONGEST - 1]}…"


def _is_host(host: str) -> bool:
    if host == "localhost" or ":" in host:  # an address of IPv6 has colons for dots
        return True
    labels = host.removesuffix(".").split(".")
    return len(labels) > 1 and all(labels)
