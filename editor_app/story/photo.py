"""A photo as a story holds it: which original, and what is said of it."""

from dataclasses import dataclass, replace
from typing import Any, cast

from editor_app.story.body import Json
from editor_app.story.text import clean_line
from editor_app.words import Trouble

THOUSANDTHS = 1000


@dataclass(frozen=True, slots=True)
class Crop:
    """The part that is shown, in thousandths of width and height from the upper left of the upright picture."""

    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True, slots=True)
class FocalPoint:
    """The point that stays in every crop, in thousandths from the upper left."""

    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Attachment:
    """A photo of a story. `sha256` names the original; `file` is the name that it came with.

    Field names follow the IPTC photo metadata standard: caption is Description, alt is Alt Text
    (Accessibility), creator is Creator, agency the second part of the Credit Line, rights is Copyright Notice.
    """

    key: str
    sha256: str
    file: str = ""
    caption: str = ""
    alt: str = ""
    creator: str = ""
    agency: str = ""
    rights: str = ""
    crop: Crop | None = None
    focal: FocalPoint | None = None
    lead: bool = False

    @property
    def credit(self) -> str:
        """The credit line, without its label: "Rangga P. & Humas"."""
        return " & ".join(part for part in (self.creator, self.agency) if part)


def attached_to(photos: tuple[Attachment, ...], fresh: tuple[Attachment, ...]) -> tuple[Attachment, ...]:
    """The photos with fresh ones behind them; the first one of a story leads it."""
    led = any(photo.lead for photo in photos)
    first = () if led else tuple(replace(photo, lead=True) for photo in fresh[:1])
    return (*photos, *first, *fresh[len(first) :])


def described(photos: tuple[Attachment, ...], key: str, **said: Any) -> tuple[Attachment, ...]:
    """The photos with fields of one changed; a new lead takes the place of the old one."""
    if said.get("lead"):
        photos = tuple(replace(photo, lead=False) for photo in photos)
    return tuple(replace(photo, **said) if photo.key == key else photo for photo in photos)


def moved(photos: tuple[Attachment, ...], key: str, by: int) -> tuple[Attachment, ...]:
    """The photos with one moved by some places; as they were where it would leave the row."""
    order = list(photos)
    place = next((index for index, photo in enumerate(order) if photo.key == key), None)
    if place is None or not 0 <= place + by < len(order):
        return photos
    order.insert(place + by, order.pop(place))
    return tuple(order)


def split_credit(credit: str) -> tuple[str, str]:
    """Creator and agency of a credit line; a label such as "Foto:" goes."""
    label, colon, rest = credit.partition(":")
    named = rest if colon and label.strip().casefold() in {"foto", "photo", "kredit", "credit"} else credit
    creator, _, agency = clean_line(named).partition(" & ")
    return creator.strip(), agency.strip()


def split_lead_word(caption: str) -> tuple[str, str]:
    """The capitals that open a caption, colon included, and the rest: ("FOKUS:", " Diskusi …")."""
    word, colon, rest = caption.partition(":")
    opens = bool(colon) and word.strip() != "" and word == word.upper() and len(word.split()) <= 3  # noqa: PLR2004
    return (word + colon, rest) if opens and any(char.isalpha() for char in word) else ("", caption)


def attachment_to_json(photo: Attachment) -> Json:
    """The attachment as it stands in a revision."""
    return {
        "_key": photo.key,
        "sha256": photo.sha256,
        "file": photo.file,
        "caption": photo.caption,
        "alt": photo.alt,
        "creator": photo.creator,
        "agency": photo.agency,
        "rights": photo.rights,
        "crop": None
        if photo.crop is None
        else [photo.crop.left, photo.crop.top, photo.crop.right, photo.crop.bottom],
        "focal": None if photo.focal is None else [photo.focal.x, photo.focal.y],
        "lead": photo.lead,
    }


def attachment_from_json(data: object) -> Attachment:
    """The attachment that `attachment_to_json` wrote.

    Raises:
        Trouble: `story-unreadable`, where a property is missing or of another form.
    """
    try:
        written = cast("dict[str, object]", data)
        crop, focal = cast("list[object] | None", written["crop"]), cast("list[object] | None", written["focal"])
        texts = {
            name: _text(written[name])
            for name in ("sha256", "file", "caption", "alt", "creator", "agency", "rights")
        }
        return Attachment(
            key=_text(written["_key"]),
            **texts,
            crop=None if crop is None else Crop(*map(_thousandths, crop)),
            focal=None if focal is None else FocalPoint(*map(_thousandths, focal)),
            lead=written["lead"] is True,
        )
    except (KeyError, TypeError) as error:
        raise Trouble("story-unreadable") from error


def _thousandths(data: object) -> int:
    if not isinstance(data, int) or isinstance(data, bool) or not 0 <= data <= THOUSANDTHS:
        raise TypeError(data)
    return data


def _text(data: object) -> str:
    if not isinstance(data, str):
        raise TypeError(data)
    return data
