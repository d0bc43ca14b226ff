"""The date of the event as a text tells it: "Kamis (11/9)", "Thursday, 11 September 2026", "(12/9/2026)"."""

import re
from datetime import date, timedelta

_MONTHS = (
    "januari january jan",
    "februari february feb",
    "maret march mar mrt",
    "april apr",
    "mei may",
    "juni june jun",
    "juli july jul",
    "agustus august agu agt agust aug",
    "september sept sep",
    "oktober october okt oct",
    "november nopember nov nop",
    "desember december des dec",
)
_WEEKDAYS = (
    "senin monday mon sen",
    "selasa tuesday tue tues sel",
    "rabu wednesday wed rab",
    "kamis thursday thu thur thurs kam",
    "jumat jum'at jum’at friday fri jum",
    "sabtu saturday sat sab",
    "minggu ahad sunday sun min",
)
_MONTH_NUMBERS = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names.split()}
_WEEKDAY_NUMBERS = {name: number for number, names in enumerate(_WEEKDAYS) for name in names.split()}


def _one_of(names: dict[str, int]) -> str:
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


_MONTH = rf"(?:{_one_of(_MONTH_NUMBERS)})\b\.?"
_WEEKDAY = rf"(?:{_one_of(_WEEKDAY_NUMBERS)})\b\.?"
_YEAR = r"(?:19|20)\d\d"
_FULL_YEAR = 4  # figures
_AHEAD = timedelta(days=60)  # an event that a story announces

# A day and month in figures, day first as both house styles write it; the year may have two figures.
_FIGURES = (
    rf"(?P<d{{n}}>\d{{{{1,2}}}})\s?[/.-]\s?(?P<m{{n}}>\d{{{{1,2}}}})(?:\s?[/.-]\s?(?P<y{{n}}>{_YEAR}|\d\d))?"
)
_DAY_FIRST = rf"(?P<d{{n}}>\d{{{{1,2}}}})(?:st|nd|rd|th)?\s+(?P<m{{n}}>{_MONTH})(?:,?\s+(?P<y{{n}}>{_YEAR}))?"
_MONTH_FIRST = (
    rf"(?P<m{{n}}>{_MONTH})\s+(?P<d{{n}}>\d{{{{1,2}}}})(?:st|nd|rd|th)?(?!\d)(?:,?\s+(?P<y{{n}}>{_YEAR}))?"
)


def _form(pattern: str, number: int) -> str:
    return pattern.replace("{n}", str(number)).replace("{{", "{").replace("}}", "}")


_ANY = "|".join(_form(pattern, number) for number, pattern in enumerate((_FIGURES, _DAY_FIRST, _MONTH_FIRST)))

# With a weekday, or in brackets, or with a year: anything less may be a score, a section or a holiday's name.
_TOLD = re.compile(
    rf"(?<![\w/.-])(?:(?P<weekday>{_WEEKDAY}),?\s*)?(?P<open>\(\s*)?(?:(?P<inner>{_WEEKDAY}),?\s*)?"
    rf"(?:{_ANY})(?!\d|[/.]\d)(?P<close>\s*\))?",
    re.IGNORECASE,
)
# Inside a dateline nothing else can be meant.
DATE_IN_DATELINE = re.compile(
    rf"\(?\s*(?:{_WEEKDAY},?\s*)?\(?\s*(?:{_ANY})?\s*\)?\s*\)?".replace("(?P<", "(?P<x_"), re.IGNORECASE
)


def event_date(text: str, *, today: date, sure: bool = False) -> date | None:
    """The first date that `text` tells as a day of the event; `sure` takes a bare "11/9" or "12 May" too.

    Where the text names no year it is the one that brings the day nearest to `today`: of those in which the named
    weekday falls on it, else the last that is not far ahead, for stories tell of what was.
    """
    for told in _TOLD.finditer(text):
        named = told["weekday"] or told["inner"]
        if sure or named or _is_plain(told):
            found = _day(told, named, today)
            if found is not None:
                return found
    return None


def is_weekday_or_month(word: str) -> bool:
    """Whether a word is the name of a day of the week or of a month."""
    plain = word.casefold().rstrip(".,")
    return plain in _WEEKDAY_NUMBERS or plain in _MONTH_NUMBERS


def _is_plain(told: re.Match[str]) -> bool:
    """Whether a date without a weekday is one: "(3-1)" is a score, "1.2.26" a section of a law."""
    _, month, written = _parts(told)
    if written is not None and len(written) == _FULL_YEAR:
        return True
    in_words = not month.isdecimal()
    return bool(told["open"] and told["close"]) and (in_words or "/" in told[0])


def _parts(told: re.Match[str]) -> tuple[str, str, str | None]:
    """Day, month and year as they are written."""
    number = next(number for number in range(3) if told[f"d{number}"])
    return told[f"d{number}"], told[f"m{number}"].casefold().rstrip("."), told[f"y{number}"]


def _day(told: re.Match[str], named: str | None, today: date) -> date | None:
    day, month_written, written = _parts(told)
    month = int(month_written) if month_written.isdecimal() else _MONTH_NUMBERS[month_written]
    if written is not None:
        return _real(int(written) if len(written) == _FULL_YEAR else 2000 + int(written), month, int(day))
    wanted = None if named is None else _WEEKDAY_NUMBERS[named.casefold().rstrip(".")]
    years = (today.year - 1, today.year, today.year + 1)
    days = [found for year in years if (found := _real(year, month, int(day))) is not None]
    fitting = [found for found in days if found.weekday() == wanted]
    if fitting:
        return min(fitting, key=lambda found: abs(found - today))
    return max((found for found in days if found <= today + _AHEAD), default=next(iter(days), None))


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
