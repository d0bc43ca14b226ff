"""Days and hours as people type them into one line: 12/11/2026 14.00."""

import re
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from editor_app.words import Words

_TYPED = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4}),?\s+(\d{1,2})[.:](\d{2})")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}[.:]\d{2}.*")


def moment_text(moment: datetime, zone: ZoneInfo, words: Words) -> str:
    """A moment as it is typed: 12/11/2026 14.00, in English 12/11/2026 14:00."""
    local = moment.astimezone(zone)
    hour, _, _ = words.clock(local, zone).partition(" ")
    return f"{local.day}/{local.month}/{local.year} {hour}"


def read_moment(text: str, zone: ZoneInfo) -> datetime | None:
    """The moment in a text such as 12/11/2026 14.00, 12/11/2026 14:00, or ISO 8601; None where there is none.

    Without an offset it is a moment of `zone`.
    """
    text = text.strip()
    try:
        if found := _TYPED.fullmatch(text):
            day, month, year, hour, minute = (int(part) for part in found.groups())
            moment = datetime(year, month, day, hour, minute, tzinfo=zone)
        elif _ISO.fullmatch(text):
            moment = datetime.fromisoformat(f"{text[:13]}:{text[14:]}")
            moment = moment if moment.tzinfo is not None else moment.replace(tzinfo=zone)
        else:
            return None
        moment.astimezone(UTC)
    except (ValueError, OverflowError):  # no such day or hour; or beyond the years that there are
        return None
    return moment
