"""The text catalogue: every sentence the program says, in Indonesian and English, by its code.

Lower rooms raise and return a *code* with parameters; window and command word it here. The catalogues are
gettext files under `resources/translations/<language>/LC_MESSAGES/editor_app.{po,mo}`; a msgid is a code.
"""

import datetime as dt
import gettext
import locale
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal
from zoneinfo import ZoneInfo

from editor_app.resources import resource

Language = Literal["id", "en"]
LANGUAGES: tuple[Language, ...] = ("id", "en")
DOMAIN = "editor_app"
_INDONESIAN = frozenset({"id", "in", "indonesian"})  # by its code, its old code, and its name on Windows


def system_language() -> Language:
    """The language of this computer, where the program knows it; else English."""
    named = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    spoken = re.split("[^a-z]", (named or locale.getlocale()[0] or "").lower())[0]
    return "id" if spoken in _INDONESIAN else "en"


@dataclass(frozen=True, slots=True)
class Message:
    """Something to be said: a code of the catalogue and the values that its sentence names.

    A value that is itself a `Message` is worded first.
    """

    code: str
    params: Mapping[str, object] = field(default_factory=dict)


class Sayable(Exception):  # noqa: N818 - the two kinds below are named as people say them
    """An outcome that is told to the person in one sentence: what, where and what to do."""

    def __init__(self, code: str, /, **params: object) -> None:
        super().__init__(code, params)
        self.message = Message(code, params)


class Refused(Sayable):
    """A rule says no: the sentence says why and what to do."""


class Trouble(Sayable):
    """The world failed (disk full, locked, damaged, missing): nothing saved is lost, and the sentence says so."""


def note(code: str, /, **params: object) -> Message:
    """A message that is returned rather than raised."""
    return Message(code, params)


class Words:
    """The catalogue in one language, with that language's dates and numbers."""

    def __init__(self, language: Language) -> None:
        self.language: Language = language
        path = resource("translations", language, "LC_MESSAGES", f"{DOMAIN}.mo")
        with path.open("rb") as stream:
            self._catalogue = gettext.GNUTranslations(stream)

    def text(self, code: str, /, **params: object) -> str:
        """The sentence of `code`, its `{names}` filled from `params`."""
        return self._fill(self._catalogue.gettext(code), params)

    def count(self, code: str, number: int, /, **params: object) -> str:
        """The sentence of `code` in the plural form of `number`, which it may name as `{n}`."""
        sentence = self._catalogue.ngettext(code, code, number)
        return self._fill(sentence, {"n": self.number(number), **params})

    def say(self, message: Message | Sayable) -> str:
        """The sentence of a message, or of an error that carries one."""
        spoken = message.message if isinstance(message, Sayable) else message
        return self.text(spoken.code, **spoken.params)

    def number(self, value: float, digits: int = 0) -> str:
        """A number as the language writes it: 1.234 in Indonesian, 1,234 in English."""
        written = f"{value:,.{digits}f}"
        return written.translate(str.maketrans(",.", ".,")) if self.language == "id" else written

    def date(self, day: dt.date) -> str:
        """A day in full: 12 September 2026."""
        months = self.text("date.months").split(",")
        return f"{day.day} {months[day.month - 1]} {day.year}"

    def weekday(self, day: dt.date) -> str:
        """The name of the day of the week."""
        return self.text("date.weekdays").split(",")[day.weekday()]

    def clock(self, moment: dt.datetime, zone: ZoneInfo) -> str:
        """The time of day as people say it: 14.00 WIB, 14:00 WIB."""
        local = moment.astimezone(zone)
        mark = "." if self.language == "id" else ":"
        return f"{local.hour:02}{mark}{local.minute:02} {local.tzname()}"

    def moment(self, moment: dt.datetime, zone: ZoneInfo) -> str:
        """Day and time: 12 September 2026, 14.00 WIB."""
        return f"{self.date(moment.astimezone(zone).date())}, {self.clock(moment, zone)}"

    def age(self, moment: dt.datetime, zone: ZoneInfo, now: dt.datetime | None = None) -> str:
        """How long ago, as a desk says it: now, 12 min, 3 h, yesterday, Tue 17/11, 3/11, 17/11/2025."""
        present = (now or dt.datetime.now(dt.UTC)).astimezone(zone)
        local = moment.astimezone(zone)
        minutes = int((present - local).total_seconds() // 60)
        days = (present.date() - local.date()).days
        if minutes < 1:
            return self.text("age.now")
        if minutes < 60:  # noqa: PLR2004 - minutes of an hour
            return self.count("age.minutes", minutes)
        if days == 0:
            return self.count("age.hours", minutes // 60)
        if days == 1:
            return self.text("age.yesterday")
        if days < 7:  # noqa: PLR2004 - days of a week
            return f"{self.weekday(local.date())[:3]} {local.day}/{local.month}"
        same_year = local.year == present.year
        return f"{local.day}/{local.month}" if same_year else f"{local.day}/{local.month}/{local.year}"

    def _fill(self, sentence: str, params: Mapping[str, object]) -> str:
        if not params:
            return sentence
        return sentence.format(**{name: self._worded(value) for name, value in params.items()})

    def _worded(self, value: object) -> object:
        if isinstance(value, Message):
            return self.say(value)
        if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
            return self.date(value)
        return value
