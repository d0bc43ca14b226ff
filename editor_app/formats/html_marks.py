"""Which marks an HTML tag or an inline style gives to its words."""

import re
from collections.abc import Mapping

TAG_MARKS: Mapping[str, str] = {
    "b": "strong",
    "strong": "strong",
    "em": "em",
    "i": "em",
    "u": "underline",
    "s": "strike-through",
    "del": "strike-through",
    "strike": "strike-through",
    "sub": "sub",
    "sup": "sup",
    "code": "code",
    "kbd": "code",
    "samp": "code",
    "tt": "code",
}
_DECLARATION = re.compile(r"\s*([a-z-]+)\s*:\s*([^;]*)")
_HEAVY = 600  # CSS Fonts 4: 600 and up is bold


def marks_of(tag: str, style: str) -> tuple[frozenset[str], frozenset[str]]:
    """The marks that a tag with this `style` attribute sets, and those that it takes off.

    Office programs write `<b style="font-weight:normal">` around everything and bold words as `<span>`s.
    """
    given = {TAG_MARKS[tag]} if tag in TAG_MARKS else set()
    taken: set[str] = set()
    for name, value in _DECLARATION.findall(style.lower()):
        for mark, wanted in _said(name, value.strip()):
            (given if wanted else taken).add(mark)
            (taken if wanted else given).discard(mark)
    return frozenset(given), frozenset(taken)


def _said(name: str, value: str) -> list[tuple[str, bool]]:
    match name:
        case "font-weight":
            return [("strong", _is_heavy(value))] if value not in {"", "inherit"} else []
        case "font-style":
            return [("em", value.startswith(("italic", "oblique")))] if value not in {"", "inherit"} else []
        case "text-decoration" | "text-decoration-line":
            said = [("underline", True)] if "underline" in value else []
            return [*said, ("strike-through", True)] if "line-through" in value else said
        case "vertical-align":
            return [(value[:3], True)] if value in {"sub", "super"} else []
        case _:
            return []


def _is_heavy(value: str) -> bool:
    return value in {"bold", "bolder"} or (value.isdecimal() and len(value) <= 4 and int(value) >= _HEAVY)  # noqa: PLR2004 - at most 1000
