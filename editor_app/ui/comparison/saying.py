"""A comparison in words: the line that sums it up, and what is said of each change."""

from collections.abc import Iterable
from datetime import date

from editor_app.story.body import TextBlock
from editor_app.story.change_summary import ChangeSummary
from editor_app.story.comparing import BlockChange, FieldChange, FieldValue, PhotoChange
from editor_app.story.photo import Crop, FocalPoint
from editor_app.story.wording import Run, Stretch, text_of
from editor_app.words import LANGUAGES, Words

QUOTED = 60  # signs of a change that are said


def summary_line(words: Words, summary: ChangeSummary) -> str:
    """What changed, in a line: "Headline, 3 sentences, 1 photo"."""
    if summary.is_empty:
        return words.text("compare.nothing")
    counted = (
        ("compare.sentences", summary.sentences),
        ("compare.blocks", summary.blocks),
        ("compare.moved", summary.moved),
        ("compare.photos", summary.photos),
    )
    names = [field_name(words, name) for name in summary.fields]
    parts = [*names, *(words.count(code, number) for code, number in counted if number)]
    line = ", ".join([parts[0], *(part[:1].lower() + part[1:] for part in parts[1:])])
    return line[:1].upper() + line[1:]


def field_name(words: Words, name: str) -> str:
    """What a field of a story or a photo is called."""
    return words.text(f"compare-field.{name.replace('_', '-')}")


def value_text(words: Words, name: str, value: FieldValue) -> str:
    """What a field holds, in words; nothing where it is empty."""
    match value:
        case bool():
            text = words.text("compare.yes" if value else "compare.no")
        case date():
            text = words.date(value)
        case tuple():
            text = ", ".join(value)
        case Crop():
            text = words.text("compare.crop", **{side: _percent(getattr(value, side)) for side in Crop.__slots__})
        case FocalPoint():
            text = words.text("compare.focal", x=_percent(value.x), y=_percent(value.y))
        case str() if name == "language" and value in LANGUAGES:
            text = words.text(f"language.{value}")
        case _:
            text = value or ""
    return text


def stretch_said(words: Words, stretch: Stretch) -> str:
    """One change of words in a sentence."""
    before, after = quoted(text_of(stretch.before)), quoted(text_of(stretch.after))
    match stretch.fate:
        case "added":
            return words.text("compare-said.added", text=after)
        case "removed":
            return words.text("compare-said.removed", text=before)
        case "dressed":
            return words.text("compare-said.dressed", text=after, how=dress_said(words, stretch))
        case _:
            return words.text("compare-said.replaced", before=before, after=after)


def dress_said(words: Words, stretch: Stretch) -> str:
    """Which marks and links the words of a stretch got or lost."""
    had, has = _marks(stretch.before), _marks(stretch.after)
    told = [words.text("compare.mark-on", mark=_mark_name(words, mark)) for mark in has if mark not in had]
    told += [words.text("compare.mark-off", mark=_mark_name(words, mark)) for mark in had if mark not in has]
    linked = {run.href for run in stretch.before}, {run.href for run in stretch.after}
    if linked[0] != linked[1]:
        hrefs = sorted(linked[1] - {""})
        told.append(words.text("compare.link-on", href=hrefs[0]) if hrefs else words.text("compare.link-off"))
    return ", ".join(told or [words.text("compare.dressed")])


def style_said(words: Words, change: BlockChange) -> str:
    """Which style a paragraph had, and which it has."""
    return words.text("compare.style", before=_style(words, change.before), after=_style(words, change.after))


def block_said(words: Words, change: BlockChange, called: str) -> str:
    """What became of a block as a whole, in a sentence; `called` is what it is called by."""
    text = called or words.text("compare.empty")
    if change.standing == "kept":
        return words.text("compare-said.changed", text=text)
    return words.text(f"compare-said.{change.standing}", text=text)


def photo_said(words: Words, change: PhotoChange) -> str:
    """What became of a photo, in a sentence."""
    text = quoted(change.photo.caption) or words.text("compare.a-photo")
    if change.standing in {"added", "removed"}:
        return words.text(f"compare-said.{change.standing}", text=text)
    told = [field_name(words, each.name) for each in change.fields]
    if change.standing == "moved-here":
        told.insert(0, words.text("compare.moved-here"))
    return f"{text}: {', '.join(told)}"


def field_said(words: Words, change: FieldChange) -> str:
    """What became of a field that holds no words, in a sentence."""
    before = value_text(words, change.name, change.before) or words.text("compare.empty")
    after = value_text(words, change.name, change.after) or words.text("compare.empty")
    return words.text("compare-said.replaced", before=before, after=after)


def quoted(text: str) -> str:
    """The beginning of a text on one line."""
    line = " ".join(text.split())
    return line if len(line) <= QUOTED else f"{line[:QUOTED].rstrip()}…"


def _style(words: Words, block: object) -> str:
    if not isinstance(block, TextBlock):
        return ""
    if block.list_item is None:
        return words.text(f"style.{block.style}")
    kind = words.text("format.bullets" if block.list_item == "bullet" else "format.numbers")
    return kind if block.level == 1 else words.text("compare.level", style=kind, level=block.level)


def _marks(runs: Iterable[Run]) -> list[str]:
    return sorted({mark for run in runs for mark in run.decorators})


def _mark_name(words: Words, mark: str) -> str:
    return words.text(f"compare-mark.{mark}")


def _percent(thousandths: int) -> int:
    return round(thousandths / 10)
