"""Pictures that a text holds itself, as `data:` addresses (RFC 2397)."""

import base64
import binascii
import re
from urllib.parse import unquote_to_bytes

from editor_app.formats.extract import Picture

_FORM = re.compile(r"data:image/([a-z0-9.+-]{1,40})((?:;[^,;]*)*),", re.IGNORECASE)
_EXTENSIONS = {"jpeg": "jpg", "svg+xml": "svg", "x-icon": "ico", "tiff": "tif"}


def picture_in(address: str, number: int) -> Picture | None:
    """The picture of a `data:` address, named `picture-<number>`; None where it holds none."""
    form = _FORM.match(address.strip())
    if form is None:
        return None
    written = unquote_to_bytes(address.strip()[form.end() :])
    if "base64" in form[2].lower().split(";"):
        try:
            data = base64.b64decode(written)
        except binascii.Error:
            return None
    else:
        data = written
    return Picture(data, picture_file(form[1], number)) if data else None


def picture_file(subtype: str, number: int) -> str:
    """A file name for a picture that came without one; `subtype` is that of its media type ("jpeg")."""
    plain = subtype.lower()
    extension = _EXTENSIONS.get(plain) or re.sub("[^a-z0-9]", "", plain)[:8]
    return f"picture-{number}.{extension or 'img'}"
