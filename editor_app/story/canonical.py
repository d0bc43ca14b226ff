"""Hashes of what a story is: SHA-256 of RFC 8785 canonical JSON."""

import hashlib

import rfc8785

from editor_app.story.body import Json

_CODE_SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # none that is misheard or misread as another: 0 O, 1 I
_CODE_LENGTH = 4
_BITS = 5


def canonical_json(data: Json) -> bytes:
    """The one way to write `data` (RFC 8785), as UTF-8."""
    return rfc8785.dumps(data)


def canonical_hash(data: Json) -> str:
    """SHA-256 of the canonical JSON, in hex."""
    return hashlib.sha256(canonical_json(data)).hexdigest()


def short_signs(content_hash: str) -> str:
    """Four signs of a hash that can be spoken on the phone."""
    bits = int(content_hash[:8], 16)
    return "".join(
        _CODE_SIGNS[(bits >> shift) & 31] for shift in range(32 - _BITS, 32 - _BITS * (_CODE_LENGTH + 1), -_BITS)
    )
