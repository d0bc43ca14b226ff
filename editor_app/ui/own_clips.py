"""What the program lays onto the clipboard for itself: blocks as they are, and what is said of their photos."""

import json
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QMimeData

from editor_app.formats.clip_writer import clip_html, clip_text
from editor_app.story.body import Body, Json, body_from_json, body_to_json, placed_photos
from editor_app.story.normal import normalise
from editor_app.story.photo import Attachment, attachment_from_json, attachment_to_json
from editor_app.words import Sayable

OWN_TYPE = "application/x-meja-redaksi-body+json"


@dataclass(frozen=True, slots=True)
class OwnClip:
    """Blocks, and the photos that stand in them."""

    body: Body = ()
    photos: tuple[Attachment, ...] = ()


def laid_out(body: Body, photo_of: Callable[[str], Attachment | None]) -> QMimeData:
    """Blocks for the clipboard: whole for ourselves, clean HTML and text for others."""
    found = {key: photo for key in placed_photos(body) if (photo := photo_of(key)) is not None}
    own: dict[str, Json] = {
        "body": body_to_json(body),
        "photos": [attachment_to_json(photo) for photo in found.values()],
    }
    data = QMimeData()
    data.setData(OWN_TYPE, json.dumps(own).encode())
    data.setHtml(clip_html(body, found))
    data.setText(clip_text(body, found))
    return data


def own_clip(source: QMimeData) -> OwnClip:
    """What the program itself laid there; empty where that cannot be read."""
    try:
        own = json.loads(bytes(source.data(OWN_TYPE).data()))
        photos = tuple(attachment_from_json(photo) for photo in own["photos"])
        return OwnClip(normalise(body_from_json(own["body"])), photos)
    except (Sayable, ValueError, TypeError, KeyError, RecursionError):
        return OwnClip()
