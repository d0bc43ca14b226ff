"""Which marks an HTML tag or an inline style gives to its words."""

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

TAG_MARKS: Mapping[str, str] = {
    "b": "strong",
    "strong": "strong",
    "em": "em",
    "i": "em",
    "dfn": "em",
    "var": "em",
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


@lru_cache(maxsize=1_000)
def styles_of(style: str) -> Mapping[str, str]:
    """The declarations of a `style` attribute, in lower case; the last of a name holds."""
    return MappingProxyType({name: value.strip() for name, value in _DECLARATION.findall(style.lower())})


@lru_cache(maxsize=1_000)
def marks_of(tag: str, style: str) -> tuple[frozenset[str], frozenset[str]]:
    """The marks that a tag with this `style` attribute sets, and those that it takes off.

    Office programs write `<b style="font-weight:normal">` around everything and bold words as `<span>`s.
    """
    given = {TAG_MARKS[tag]} if tag in TAG_MARKS else set()
    taken: set[str] = set()
    for name, value in styles_of(style).items():
        for mark, wanted in _said(name, value):
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
