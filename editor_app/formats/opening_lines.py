"""What a plain text says of itself: headline, dateline and date at its opening, credits at its foot.

The rules are point 9 of the main job: taken only where they are plain to see, everything else stays body.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from editor_app.formats.credit_lines import Named, credits_of, named_in
from editor_app.formats.datelines import Dateline, dateline_of
from editor_app.formats.event_dates import event_date
from editor_app.formats.extract import Role
from editor_app.story.body import Block, Body, Span, TextBlock
from editor_app.story.house_style import HouseStyle
from editor_app.story.marks import HEADINGS
from editor_app.story.normal import normalise
from editor_app.story.story import Credits
from editor_app.story.text import clean, clean_line

_LONGEST_HEADLINE = 250  # characters: a longer first line is a paragraph
_DATE_WITHIN = 3  # paragraphs: further down a date is more likely another event's


@dataclass(frozen=True, slots=True)
class Opening:
    """A text taken apart; `body`, in normal form, is what is left. `event_date` is a suggestion."""

    headline: str = ""
    kicker: str = ""
    standfirst: str = ""
    dateline: str = ""
    event_date: date | None = None
    credits: Credits = field(default_factory=Credits)
    body: Body = ()


def take_opening(
    blocks: Body, style: HouseStyle, *, today: date, roles: Mapping[str, Role] | None = None
) -> Opening:
    """Takes headline, kicker, standfirst, dateline, date of the event and credits out of `blocks`.

    `today` is the day that an event whose date names no year is near to. `roles` says by block key what a block
    is where the file itself does (see `Extract`); footnotes are left out here.
    """
    told = roles or {}
    rest = [block for block in blocks if told.get(block.key) != "footnote"]
    captions = frozenset(key for key, role in told.items() if role == "caption")
    rest, named = _without_credits(rest, style, captions)
    kicker, rest = _of_role(rest, told, "kicker")
    standfirst, rest = _of_role(rest, told, "standfirst")
    named_at = next((place for place, block in enumerate(rest) if told.get(block.key) == "headline"), 0)
    headline, rest = _of_role(rest, told, "headline")
    if not headline:
        headline, rest = _headline(rest, captions, today)
    # What stands before a headline that the file names is a page's own: menus, the name of a rubric.
    before, rest = rest[:named_at], rest[named_at:]
    dateline, rest = _dateline(rest, captions, today)
    day = None if dateline is None else dateline.day
    return Opening(
        headline=clean_line(headline),
        kicker=clean_line(kicker),
        standfirst=standfirst,
        dateline="" if dateline is None else dateline.place,
        event_date=day or _event_date(rest, captions, today),
        credits=credits_of(named),
        body=normalise((*before, *rest)),
    )


def _without_credits(
    blocks: list[Block], style: HouseStyle, captions: frozenset[str]
) -> tuple[list[Block], tuple[Named, ...]]:
    """The blocks without the credits lines at their end; photos and breaks after these stay."""
    kept, named = list(blocks), list[Named]()
    for place in reversed(range(len(blocks))):
        block = blocks[place]
        if not isinstance(block, TextBlock) or not block.text.strip() or block.key in captions:
            continue
        lines = block.text.split("\n")
        end = len(lines)
        while end and (not lines[end - 1].strip() or named_in(lines[end - 1], style)):
            end -= 1
            named[:0] = named_in(lines[end], style)
        if end == 0:
            del kept[place]
            continue
        if end < len(lines):
            kept[place] = _first_characters(block, len("\n".join(lines[:end])))
        break
    return kept, tuple(named)


def _of_role(blocks: list[Block], roles: Mapping[str, Role], role: Role) -> tuple[str, list[Block]]:
    for place, block in enumerate(blocks):
        if isinstance(block, TextBlock) and roles.get(block.key) == role:
            return clean(block.text).strip(), blocks[:place] + blocks[place + 1 :]
    return "", blocks


def _headline(blocks: list[Block], captions: frozenset[str], today: date) -> tuple[str, list[Block]]:
    """The first block as the headline, if it is a heading or a short line."""
    place = next((place for place, block in enumerate(blocks) if _has_words(block, captions)), None)
    first = None if place is None else blocks[place]
    if place is None or not isinstance(first, TextBlock) or first.list_item is not None:
        return "", blocks
    if first.style in HEADINGS:
        return clean_line(first.text), blocks[:place] + blocks[place + 1 :]
    line = first.text.lstrip("\n").partition("\n")[0]
    if first.style != "normal" or len(line) > _LONGEST_HEADLINE or _dateline_in(first, today) is not None:
        return "", blocks
    left = _from_character(first, first.text.index(line) + len(line))
    return clean_line(line), [*blocks[:place], *([left] if left.text.strip() else []), *blocks[place + 1 :]]


def _dateline(blocks: list[Block], captions: frozenset[str], today: date) -> tuple[Dateline | None, list[Block]]:
    """The dateline of the first plain paragraph, and the blocks without it."""
    for place, block in enumerate(blocks):
        if not isinstance(block, TextBlock) or not _is_plain(block, captions):
            continue
        found = _dateline_in(block, today)
        if found is None:
            return None, blocks
        return found, [*blocks[:place], _from_character(block, found.length), *blocks[place + 1 :]]
    return None, blocks


def _dateline_in(block: TextBlock, today: date) -> Dateline | None:
    strong = 0
    for span in block.children:
        if "strong" not in span.marks:
            break
        strong += len(span.text)
    return dateline_of(block.text, today=today, strong=strong if strong < len(block.text) else 0)


def _event_date(blocks: list[Block], captions: frozenset[str], today: date) -> date | None:
    plain = [block for block in blocks if isinstance(block, TextBlock) and _is_plain(block, captions)]
    days = (event_date(block.text, today=today) for block in plain[:_DATE_WITHIN])
    return next((day for day in days if day is not None), None)


def _is_plain(block: TextBlock, captions: frozenset[str]) -> bool:
    return _has_words(block, captions) and block.style == "normal" and block.list_item is None


def _has_words(block: Block, captions: frozenset[str]) -> bool:
    return isinstance(block, TextBlock) and block.key not in captions and bool(block.text.strip())


def _first_characters(block: TextBlock, length: int) -> TextBlock:
    """The block cut after `length` characters, marks kept."""
    children: list[Span] = []
    for span in block.children:
        children.append(Span(span.text[:length], span.marks))
        length -= min(length, len(span.text))
    return replace(block, children=tuple(children))


def _from_character(block: TextBlock, length: int) -> TextBlock:
    """The block without its first `length` characters and the space after them, marks kept."""
    length += len(block.text[length:]) - len(block.text[length:].lstrip())
    children: list[Span] = []
    for span in block.children:
        gone = min(length, len(span.text))
        children.append(Span(span.text[gone:], span.marks))
        length -= gone
    return replace(block, children=tuple(children))
