"""House-style checks: what stands between a story and its approval, and where."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from editor_app.story.body import Embed, Table, texts
from editor_app.story.house_style import HouseStyle, Severity
from editor_app.story.story import Story
from editor_app.words import Message


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding stands: in a field, at a photo (its key), or in a block between two offsets.

    Offsets count Unicode code points of the block's text; the end is not included.
    """

    kind: Literal["field", "photo", "block"]
    name: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a check found. Its sentence is the catalogue's `check.<code>`."""

    code: str
    severity: Severity
    place: Place
    params: Mapping[str, object] = field(default_factory=dict)

    @property
    def message(self) -> Message:
        """What is said of it."""
        return Message(f"check.{self.code}", self.params)


Found = Iterator[tuple[Place, Mapping[str, object]]]
_ORDER = (Severity.ERROR, Severity.WARNING, Severity.HINT)


def check(story: Story, style: HouseStyle) -> tuple[Finding, ...]:
    """All findings of the checks that the house style asks for, worst first, then as they stand in the story."""
    findings = [
        Finding(code, style.requirements[code], place, params)
        for code, look in CHECKS.items()
        if code in style.requirements
        for place, params in look(story)
    ]
    return tuple(sorted(findings, key=lambda finding: _ORDER.index(finding.severity)))


def error_notice(findings: tuple[Finding, ...]) -> Message | None:
    """What is said to one who wants to submit or approve; None where no error stands in the way."""
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if not errors:
        return None
    more = len(errors) - 1
    return Message(
        "checks-more-errors" if more else "checks-one-error", {"first": errors[0].message, "more": more}
    )


def _missing(name: str, value: Callable[[Story], object]) -> Callable[[Story], Found]:
    def look(story: Story) -> Found:
        if not value(story):
            yield Place("field", name), {}

    return look


def _photos_without(value: Callable[[Story, int], str]) -> Callable[[Story], Found]:
    def look(story: Story) -> Found:
        for number, photo in enumerate(story.photos, start=1):
            if not value(story, number - 1):
                yield Place("photo", photo.key), {"number": number}

    return look


def _tables_without_caption(story: Story) -> Found:
    for block in story.body:
        if isinstance(block, Table) and not block.caption:
            yield Place("block", block.key), {}


def _not_fetched(story: Story) -> Found:
    for block in story.body:
        if isinstance(block, Embed):
            yield Place("block", block.key), {}


CHECKS: Mapping[str, Callable[[Story], Found]] = {
    "headline-missing": _missing("headline", lambda story: story.headline),
    "dateline-missing": _missing("dateline", lambda story: story.dateline),
    "body-missing": _missing("body", lambda story: texts(story.body)),
    "lead-missing": _missing("lead", lambda story: story.lead),
    "caption-missing": _photos_without(lambda story, index: story.photos[index].caption),
    "credit-missing": _photos_without(lambda story, index: story.photos[index].credit),
    "alt-missing": _photos_without(lambda story, index: story.photos[index].alt),
    "picture-not-fetched": _not_fetched,
    "table-caption-missing": _tables_without_caption,
    "writer-missing": _missing("writers", lambda story: story.credits.writers),
    "photographer-missing": _missing(
        "photographers",  # where the story names none, the line is made from its photos' credits
        lambda story: story.credits.photographers or any(photo.credit for photo in story.photos),
    ),
    "editor-missing": _missing("editors", lambda story: story.credits.editors),
    "section-missing": _missing("section", lambda story: story.section),
}
