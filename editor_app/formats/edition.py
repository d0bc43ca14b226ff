"""An edition: everything that an export is made from, and the words and names that every format prints alike.

The same edition gives the same bytes in every format: nothing here or in the writers asks for the time, the
place or the machine.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from editor_app.story.house_style import HouseStyle
from editor_app.story.layout import Layout, lay_out
from editor_app.story.photo import Attachment
from editor_app.story.revision import Revision
from editor_app.story.story import Story
from editor_app.story.text import clean_line
from editor_app.words import Trouble

SLUG_LENGTH = 80
EXTENSIONS: Mapping[str, str] = {"image/jpeg": "jpg", "image/png": "png"}
NAMES_JOINED_BY = " & "

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
# Letters that Unicode does not take apart into a base letter and an accent.
_LETTERS = str.maketrans(
    {"ł": "l", "ß": "ss", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
)
_NO_SIGN_OF_ITS_OWN = frozenset({"Mn", "Cf"})  # accents; soft hyphens and joiners
_APOSTROPHES = re.compile("['’‘ʼ`]")
_DEVICE_NAMES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}
)


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo's rendition as it is printed: `data` is JPEG or PNG, sizes are px of the upright picture."""

    data: bytes
    media_type: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Approval:
    """Who approved the revision; `event` is the id of that event, `waived` says that four eyes were waived."""

    event: str
    name: str
    at: datetime
    waived: bool


@dataclass(frozen=True, slots=True)
class Correction:
    """The correction that this edition prints; `event` is the id of the event that began it."""

    event: str
    note: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Edition:
    """Everything that an export is made from.

    `newsroom` is the newsroom's name, `pictures` are keyed by attachment. `approval` is None on a proof, and
    `correction` is None where there is none or where it is only a slip of typing.
    """

    story: Story
    revision: Revision
    style: HouseStyle
    newsroom: str
    pictures: Mapping[str, Picture]
    approval: Approval | None
    correction: Correction | None
    proof: bool

    @property
    def layout(self) -> Layout:
        """The story in printed order, its dateline as the house writes it."""
        return lay_out(self.story, self.style.dateline_text(self.story.dateline, self.story.event_date))

    @property
    def slug(self) -> str:
        """The name that this edition's files begin with."""
        return slug(self.story.headline, self.revision.story_id)

    @property
    def headline(self) -> str:
        """The headline as it is printed; what names the file and its title is the stored one."""
        return self.style.printed_headline(self.story.headline)

    @property
    def language(self) -> str:
        """The story's language as a BCP 47 tag; the house's where the story names none that is one."""
        return named_language(self.story) or self.style.language

    def picture(self, photo: Attachment) -> Picture:
        """The picture that is printed of `photo`.

        Raises:
            Trouble: `picture-missing` where the edition has none, `picture-unprintable` where it is neither JPEG
                nor PNG.
        """
        picture = self.pictures.get(photo.key)
        if picture is None:
            raise Trouble("picture-missing", file=photo.file or photo.key)
        if picture.media_type not in EXTENSIONS:
            raise Trouble("picture-unprintable", file=photo.file or photo.key)
        return picture


@dataclass(frozen=True, slots=True)
class CreditLine:
    """One line of the credits block at the foot: "Penulis : A & B"."""

    label: str  # with the house's separator: "Penulis : "
    names: str

    @property
    def text(self) -> str:
        """The whole line."""
        return f"{self.label}{self.names}"


def foot_lines(edition: Edition) -> tuple[CreditLine, ...]:
    """The credits block as it is printed: writers, photographers, editors; a line without names is left out."""
    labels, named = edition.style.labels, edition.story.credits
    lines = (
        (labels.writers, named.writers),
        (labels.photographers, photographers(edition.story)),
        (labels.editors, named.editors),
    )
    return tuple(
        CreditLine(f"{label}{labels.separator}", NAMES_JOINED_BY.join(names)) for label, names in lines if names
    )


def photographers(story: Story) -> tuple[str, ...]:
    """Who is named for the photos: those that the story credits, else those that its photos credit.

    Photos name creators first, then agencies, each once and in printed order.
    """
    if story.credits.photographers:
        return story.credits.photographers
    printed = [figure.photo for figure in lay_out(story).figures]
    return _once([*(photo.creator for photo in printed), *(photo.agency for photo in printed)])


def named_language(story: Story) -> str:
    """The language that a story names; "" where what it names is no BCP 47 tag."""
    return story.language if _LANGUAGE.fullmatch(story.language) else ""


def photo_credit(edition: Edition, photo: Attachment) -> str:
    """What is printed of a photo's credit beside it: "Foto: Rangga P."; "" where the house prints none there."""
    return edition.style.credit_text(photo.credit) if edition.style.credit_each_photo else ""


def proof_text(edition: Edition) -> str:
    """The notice that a proof bears on every page, with the revision's short code; "" on a final export."""
    return f"{edition.style.proof_notice} · {edition.revision.code}" if edition.proof else ""


def correction_label(edition: Edition) -> str:
    """What opens the line of the correction: "Ralat (12 September 2026):"; "" where there is no correction."""
    if edition.correction is None:
        return ""
    day = edition.correction.at.astimezone(edition.style.zone).date()
    return f"{edition.style.correction_label} ({edition.style.date_text(day)}):"


def correction_note(edition: Edition) -> str:
    """What the correction says, on one line; "" where there is no correction."""
    return "" if edition.correction is None else clean_line(edition.correction.note)


def picture_names(edition: Edition) -> dict[str, str]:
    """Where each photo's picture stands in a folder: {key: "images/<slug>-01.jpg"}, in printed order.

    Photos whose pictures are the same bytes share one file.

    Raises:
        Trouble: as `Edition.picture`.
    """
    names: dict[str, str] = {}
    by_bytes: dict[bytes, str] = {}
    for figure in edition.layout.figures:
        picture = edition.picture(figure.photo)
        name = f"images/{edition.slug}-{figure.number:02}.{EXTENSIONS[picture.media_type]}"
        names[figure.photo.key] = by_bytes.setdefault(picture.data, name)
    return names


def slug(headline: str, story_id: str = "") -> str:
    """A headline as a file name: lower-case ASCII words joined by hyphens, at most 80 signs.

    A headline without Latin letters or digits gives "article" and the end of the story's id; a name that Windows
    keeps for devices gets "article-" before it.
    """
    apart = unicodedata.normalize("NFKD", headline.lower().translate(_LETTERS))
    plain = "".join(sign for sign in apart if unicodedata.category(sign) not in _NO_SIGN_OF_ITS_OWN)
    words = re.findall("[a-z0-9]+", _APOSTROPHES.sub("", plain))
    name = ""
    for word in words:
        longer = f"{name}-{word}" if name else word[:SLUG_LENGTH]
        if len(longer) > SLUG_LENGTH:
            break
        name = longer
    if not name:
        tail = re.sub("[^a-z0-9]", "", story_id.lower())[-8:]
        return f"article-{tail}" if tail else "article"
    return f"article-{name}" if name in _DEVICE_NAMES else name


def _once(names: Iterable[str]) -> tuple[str, ...]:
    """The names in their order, each once whatever its capitals."""
    first: dict[str, str] = {}
    for name in names:
        if name:
            first.setdefault(name.casefold(), name)
    return tuple(first.values())
