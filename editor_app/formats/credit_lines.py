"""Credits lines at the foot of a text: "Penulis : A & B", "Foto : C", "Photos: D"."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from editor_app.formats.names import split_names
from editor_app.story.house_style import HouseStyle
from editor_app.story.story import Credits
from editor_app.story.text import clean_line

Trade: TypeAlias = Literal["writers", "photographers", "editors"]

_LABELS: Mapping[str, Trade] = {
    **dict.fromkeys(
        ("penulis", "teks", "naskah", "pewarta", "wartawan", "reporter", "kontributor", "ditulis oleh", "oleh"),
        "writers",
    ),
    **dict.fromkeys(("words", "writer", "writers", "text", "story", "written by", "words by", "by"), "writers"),
    **dict.fromkeys(("foto", "foto-foto", "fotografer", "pewarta foto", "foto oleh"), "photographers"),
    **dict.fromkeys(
        ("photo", "photos", "photographer", "photographers", "photography", "pictures", "images"), "photographers"
    ),
    **dict.fromkeys(("photo by", "photos by", "pictures by"), "photographers"),
    **dict.fromkeys(("editor", "editors", "penyunting", "redaktur", "disunting oleh", "edited by"), "editors"),
}
_LONGEST = 200  # characters: a line that names people is no longer, a paragraph is
_BY = re.compile(
    r"(?:words |photos? |pictures |written |edited )?by|(?:ditulis |disunting |foto )?oleh", re.IGNORECASE
)
_NAME = re.compile(r"[^\W\d_a-z]")  # how a name begins: with no small letter of ours


@dataclass(frozen=True, slots=True)
class Named:
    """Who one line names."""

    trade: Trade
    names: tuple[str, ...]


def named_in(line: str, style: HouseStyle) -> tuple[Named, ...]:
    """Who a credits line names, one or several labels after each other; () where it is no credits line."""
    text = clean_line(line)
    if text[:1] in "([" and text[-1:] in ")]":
        text = text[1:-1].strip()
    if not text or len(text) > _LONGEST:
        return ()
    labels = _labels(style)
    found = list(_pattern(labels).finditer(text))
    if not found or found[0].start() != 0:
        return _by_line(text)
    named: list[Named] = []
    for place, label in enumerate(found):
        end = found[place + 1].start() if place + 1 < len(found) else len(text)
        names = split_names(text[label.end() : end].strip(" |/•·;,"))
        named.append(Named(labels[_plain(label[1])], names))
    return tuple(named)


def is_credit_line(line: str, style: HouseStyle) -> bool:
    """Whether a line names who made the story."""
    return bool(named_in(line, style))


def credits_of(named: tuple[Named, ...]) -> Credits:
    """The credits that lines name together."""

    def of(trade: Trade) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name for one in named if one.trade == trade for name in one.names))

    return Credits(of("writers"), of("photographers"), of("editors"))


def _by_line(text: str) -> tuple[Named, ...]:
    """Who a label without a colon names ("By Ann Example", "Foto oleh Rangga"), if names follow it."""
    label = _BY.match(text)
    if label is None or not text[label.end() :].startswith(" "):
        return ()
    names = split_names(text[label.end() :])
    every = all(_NAME.match(word) for name in names for word in name.split()[:1] + name.split()[-1:])
    short = all(len(name.split()) <= 5 for name in names)  # noqa: PLR2004 - words of a long name
    return (Named(_LABELS[_plain(label[0])], names),) if names and every and short else ()


def _labels(style: HouseStyle) -> dict[str, Trade]:
    own: dict[str, Trade] = {
        _plain(style.labels.writers): "writers",
        _plain(style.labels.photographers): "photographers",
        _plain(style.labels.editors): "editors",
    }
    return {**_LABELS, **{label: trade for label, trade in own.items() if label}}


def _pattern(labels: Mapping[str, Trade]) -> re.Pattern[str]:
    longest_first = sorted(labels, key=len, reverse=True)
    names = "|".join(re.escape(label).replace(r"\ ", r"\s+") for label in longest_first)
    return re.compile(rf"(?:(?<=^)|(?<=[\s|/•·;,]))({names})\s*[:：]", re.IGNORECASE)


def _plain(label: str) -> str:
    return " ".join(label.casefold().split()).rstrip(": ")
