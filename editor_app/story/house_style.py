"""House style: how one newsroom labels, dates, credits and checks its stories; read from a TOML file."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cache
from string import Formatter
from typing import cast
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from editor_app.resources import resource
from editor_app.story.body import Json
from editor_app.story.canonical import canonical_hash
from editor_app.story.length_rules import LengthRules, length_rules
from editor_app.story.typing_rules import TypingRules, TypingWords, typing_rules
from editor_app.words import LANGUAGES, Language, Trouble

_DATELINE_NAMES = frozenset({"place", "weekday", "day", "month", "month_name", "year"})
USUAL_TYPING = "press-office-id.toml"
_BEST_QUALITY = 100  # of a JPEG file


class Severity(StrEnum):
    """How much a finding matters; an error stops submitting and approving."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class CreditLabels:
    """What stands before the names at the foot, and before a photo's credit line."""

    writers: str
    photographers: str
    editors: str
    photo: str
    separator: str  # between label and names: " : "


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """One newsroom's rules. `image_side` is the largest side of an exported picture in px."""

    name: str
    title: str
    language: Language
    zone: ZoneInfo
    labels: CreditLabels
    sections: tuple[str, ...]
    dateline: str  # a form with {place}, {weekday}, {day}, {month}, {month_name}, {year}
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    credit_each_photo: bool
    image_side: int
    image_quality: int
    proof_notice: str
    correction_label: str
    print_upper: bool  # headlines are printed in upper case, whatever is stored
    typing: TypingRules  # what helps while people type
    length: LengthRules  # how long stories are to be, and how words are counted
    requirements: Mapping[str, Severity]  # check code -> severity; a code that is not named is off
    source: str  # the TOML text itself

    @property
    def version(self) -> str:
        """The hash that an export's manifest names; the same rules have the same one."""
        return canonical_hash(cast("Json", tomllib.loads(self.source)))

    def dateline_text(self, place: str, day: date | None) -> str:
        """The dateline as it is printed before the first word, closing space included; "" without a place.

        A form that names a date is cut to `{place}` and its end where no date is known.
        """
        if not place:
            return ""
        if day is None:
            return self._dateline_without_date(place)
        return self.dateline.format(
            place=place,
            weekday=self.weekdays[day.weekday()],
            day=day.day,
            month=day.month,
            month_name=self.months[day.month - 1],
            year=day.year,
        )

    def _dateline_without_date(self, place: str) -> str:
        if set(_form_names(self.dateline)) == {"place"}:
            return self.dateline.format(place=place)
        # What closes the form: the ", " or " – " behind its last bracket or name.
        _, _, end = self.dateline.rpartition("}")
        return f"{place}{end.lstrip(')]')}"

    def date_text(self, day: date) -> str:
        """A day in full, in the house's language: 12 September 2026."""
        return f"{day.day} {self.months[day.month - 1]} {day.year}"

    def printed_headline(self, headline: str) -> str:
        """A headline as readers see it; what is stored is another thing."""
        return headline.upper() if self.print_upper else headline

    def typing_words(self, language: str) -> TypingWords:
        """What spaces and apostrophes hang on in a language; the house's own knows its months."""
        words = self.typing.words_of(language)
        if language.split("-", maxsplit=1)[0].lower() != self.language:
            return words
        return replace(words, after_numbers=(*words.after_numbers, *self.months))

    def credit_text(self, credit: str) -> str:
        """A photo's own credit line with its label: "Foto: Rangga P."; "" where there is none."""
        return f"{self.labels.photo}{credit}" if credit else ""


def house_style(source: str) -> HouseStyle:
    """The house style that a TOML text describes.

    Raises:
        Trouble: `style-unreadable`, naming what is wrong or missing.
    """
    try:
        data = tomllib.loads(source)
        labels = data["credits"]
        images = data["images"]
        style = HouseStyle(
            name=_text(data["name"]),
            title=_text(data["title"]),
            language=_language(data["language"]),
            zone=_zone(data["zone"]),
            labels=CreditLabels(
                writers=_text(labels["writers"]),
                photographers=_text(labels["photographers"]),
                editors=_text(labels["editors"]),
                photo=_text(labels["photo"]),
                separator=_text(labels["separator"]),
            ),
            sections=tuple(_text(section) for section in data["sections"]),
            dateline=_dateline_form(data["dateline"]["form"]),
            months=_names(data["dateline"]["months"], 12),
            weekdays=_names(data["dateline"]["weekdays"], 7),
            credit_each_photo=_flag(labels["each_photo"]),
            image_side=_whole(images["largest_side"]),
            image_quality=_whole(images["quality"], _BEST_QUALITY),
            proof_notice=_text(data["proof"]["notice"]),
            correction_label=_text(data["correction"]["label"]),
            print_upper=_flag(data.get("headline", {}).get("print_upper", False)),
            typing=typing_rules(data["typing"]) if "typing" in data else _usual_typing(),
            length=length_rules(data.get("length", {})),
            requirements={code: Severity(value) for code, value in data["checks"].items() if value != "off"},
            source=source,
        )
        style.dateline_text("Malang", date(2026, 9, 12))  # a form may still ask for what a name cannot give
    except KeyError as error:
        raise Trouble("style-incomplete", name=str(error.args[0])) from error
    except (tomllib.TOMLDecodeError, TypeError, ValueError, AttributeError) as error:
        raise Trouble("style-unreadable", reason=str(error)) from error
    return style


@cache
def _usual_typing() -> TypingRules:
    """What a style that is older than the table means: the rules of one that ships."""
    source = resource("house_styles", USUAL_TYPING).read_text("utf-8")
    return typing_rules(tomllib.loads(source)["typing"])


def _zone(value: object) -> ZoneInfo:
    try:
        return ZoneInfo(_text(value))
    except (ZoneInfoNotFoundError, OSError) as error:  # unknown; the name of a folder of zones, such as "Asia"
        raise ValueError(value) from error


def _dateline_form(value: object) -> str:
    form = _text(value)
    names = _form_names(form)
    if "place" not in names or not _DATELINE_NAMES.issuperset(names):
        raise ValueError(form)
    return form


def _form_names(form: str) -> tuple[str, ...]:
    return tuple(name for _, name, _, _ in Formatter().parse(form) if name is not None)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError(value)
    return value


def _whole(value: object, most: int = 1_000_000) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 < value <= most:
        raise TypeError(value)
    return value


def _names(value: object, number: int) -> tuple[str, ...]:
    if not isinstance(value, list) or len(value) != number:
        raise TypeError(value)
    return tuple(_text(item) for item in value)


def _language(value: object) -> Language:
    for language in LANGUAGES:
        if value == language:
            return language
    raise ValueError(value)
