"""Tags that are left open by the hundred: an HTML parser's time and memory grow with their square.

No text that people wrote comes near the limits. What goes beyond is refused (a file), or taken apart (a clip):
its words stay, and as much of its structure as is not nested too deep.
"""

import re
from collections import Counter
from dataclasses import dataclass, field

from editor_app.formats.word_set import words

MAX_OPEN = 1_000
_MOST_NESTED = 200  # in a clip; it is read while somebody waits
_MOST_REPEATED = 5_000_000  # signs of tags that the parser opens anew in every block, for they were left open
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*>?")
_NEVER_LEFT_OPEN = words(
    """
    area base br col dd dt embed hr img input li link meta option p param source tbody td tfoot th thead tr
    wbr
    """
)
# The parser opens these anew in each block (WHATWG HTML, "reconstruct the active formatting elements").
_OPENED_ANEW = words("a b big code em font i nobr s small strike strong tt u")
_KEPT = _NEVER_LEFT_OPEN | words("script style textarea title")
_ASIDE = re.compile(r"<!--|<(style|script)(?=[\s/>])", re.IGNORECASE)
_PIECE = 65_536  # signs
_LONGEST_SIGN = len("<script>")
_ENDS = {
    "": re.compile("--!?>"),
    "style": re.compile(r"</style\b[^<>]*>?", re.IGNORECASE),
    "script": re.compile(r"</script\b[^<>]*>?", re.IGNORECASE),
}
_MOST_CLOSED_AT_ONCE = 1_000  # `<path/>`: in a drawing such a tag is closed, in a text it is left open


@dataclass(slots=True)
class _Open:
    """What stands open while tags pass by."""

    tags: Counter[str] = field(default_factory=Counter)
    total: int = 0
    closed_at_once: int = 0
    sizes: dict[str, list[int]] = field(default_factory=dict)  # of the tags that are opened anew
    size: int = 0

    def take(self, tag: re.Match[str]) -> str:
        """Counts a tag; returns its name."""
        name = tag[2].lower()
        if name in _NEVER_LEFT_OPEN:
            return name
        if tag[0].endswith("/>") and self.closed_at_once < _MOST_CLOSED_AT_ONCE:
            self.closed_at_once += 1
            return name
        if not tag[1]:
            self.tags[name] += 1
            self.total += 1
            if name in _OPENED_ANEW:
                self.sizes.setdefault(name, []).append(len(tag[0]))
                self.size += len(tag[0])
        elif self.tags[name]:
            self.tags[name] -= 1
            self.total -= 1
            if name in _OPENED_ANEW:
                self.size -= self.sizes[name].pop()
        return name


def without_asides(text: str) -> str:
    """The text without comments, in which Word keeps whole settings, and without style sheets and scripts.

    What never ends is left.
    """
    parts: list[str] = []
    place = 0
    while (opened := _next_aside(text, place)) is not None:
        name = (opened[1] or "").lower()
        closed = _ENDS[name].search(text, opened.start() + 2)  # `<!-->` is whole
        if closed is None:
            break
        parts.append(text[place : opened.start()])
        place = closed.end()
    return "".join((*parts, text[place:]))


def _next_aside(text: str, place: int) -> re.Match[str] | None:
    """The next one from a place on; sought piece by piece, for one long search would hold up the window."""
    while place < len(text):
        found = _ASIDE.search(text, place, place + _PIECE)
        if found is not None:
            return found
        place += _PIECE - _LONGEST_SIGN
    return None


def open_at_most(text: str, limit: int) -> bool:
    """Whether never more than `limit` tags stand open."""
    standing = _Open()
    for tag in _TAG.finditer(text):
        standing.take(tag)
        if standing.total > limit:
            return False
    return True


def is_tangled(text: str) -> bool:
    """Whether a parser would take long over this, or make much more of it."""
    standing = _Open()
    repeated = 0
    for tag in _TAG.finditer(text):
        if standing.take(tag) not in _OPENED_ANEW:
            repeated += standing.size
        if standing.total > _MOST_NESTED or repeated > _MOST_REPEATED:
            return True
    return False


def unravelled(text: str) -> str:
    """The text without the tags that are opened anew; of what nests too deep, paragraphs are left."""
    standing: Counter[str] = Counter()
    total = 0
    parts: list[str] = []
    end = 0
    for tag in _TAG.finditer(text):
        parts.append(text[end : tag.start()])
        end = tag.end()
        name = tag[2].lower()
        if name in _OPENED_ANEW:
            continue
        if name in _KEPT:
            parts.append(tag[0])
        elif not tag[1]:
            fits = total < _MOST_NESTED
            parts.append(tag[0] if fits else "<p>")
            standing[name] += fits
            total += fits
        elif standing[name]:
            parts.append(tag[0])
            standing[name] -= 1
            total -= 1
        else:
            parts.append("<p>")
    parts.append(text[end:])
    return "".join(parts)
