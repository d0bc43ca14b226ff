"""Salvaging: what can still be read of a story whose stored text is damaged, or which a newer program wrote.

It is to be shown and read, never to be saved as if it were the story.
"""

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, cast

from editor_app.story.body import Block, Span, TextBlock, body_from_json
from editor_app.story.marks import new_key
from editor_app.story.photo import Attachment, attachment_from_json
from editor_app.story.story import Credits, Story, normal_story
from editor_app.words import Trouble

_LINES = ("headline", "kicker", "standfirst", "dateline", "section", "language")
_PARAGRAPH = re.compile(r'"children":\s*\[')
_TEXT = re.compile(r'"text":\s*("(?:[^"\\]|\\.)*")')
_DEEPEST = 20  # blocks in blocks, as far as words are looked for


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What was read, in normal form, and how many blocks of the body could not be read as they were meant."""

    story: Story
    unread: int = 0


def salvage(stored: bytes) -> Salvaged:
    """What can be read of a story's stored JSON, whole or not; an empty story where nothing can."""
    text = stored.decode("utf-8", "replace")
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return _from_pieces(text)
    return _from_data(data) if isinstance(data, dict) else Salvaged(Story())


def _from_data(data: Mapping[str, Any]) -> Salvaged:
    """The story of JSON that is whole, of which some parts are not as they should be."""
    body: list[Block] = []
    unread = 0
    stored = data.get("body")
    for item in stored if isinstance(stored, list) else []:
        try:
            body.extend(body_from_json([item]))
        except Trouble:
            unread += 1
            words = " ".join(word for word in _words(item) if word.strip())
            if words:
                body.append(TextBlock(new_key(), (Span(words),)))
    photos: list[Attachment] = []
    for item in data["photos"] if isinstance(data.get("photos"), list) else []:
        with suppress(Trouble):
            photos.append(attachment_from_json(item))
    told: dict[str, Any] = {name: data[name] for name in _LINES if isinstance(data.get(name), str)}
    with suppress(TypeError, ValueError):
        told["event_date"] = date.fromisoformat(cast("str", data.get("eventDate")))
    named = data.get("credits")
    credits_ = Credits(**{each.name: _names(named, each.name) for each in fields(Credits)})
    story = Story(
        **told, keywords=_names(data, "keywords"), credits=credits_, body=tuple(body), photos=tuple(photos)
    )
    return Salvaged(normal_story(story), unread)


def _from_pieces(text: str) -> Salvaged:
    """The story of JSON that is torn: its headline and the words of its paragraphs, wherever they stand."""
    told: dict[str, Any] = {
        name: _said(found[1])
        for name in _LINES
        if (found := re.search(rf'"{name}":\s*("(?:[^"\\]|\\.)*")', text))
    }
    paragraphs = ["".join(_said(word[1]) for word in _TEXT.finditer(part)) for part in _PARAGRAPH.split(text)[1:]]
    body = tuple(TextBlock(new_key(), (Span(words),)) for words in paragraphs if words.strip())
    return Salvaged(normal_story(Story(**told, body=body)), unread=len(body))


def _said(quoted: str) -> str:
    try:
        return str(json.loads(quoted, strict=False))
    except ValueError:
        return quoted.strip('"')


def _words(data: object, depth: int = 0) -> Iterator[str]:
    """The words that stand anywhere in a block of a kind that is not known, or that is damaged."""
    if depth == _DEEPEST:
        return
    if isinstance(data, Mapping):
        for name, value in data.items():
            if name in {"text", "caption"} and isinstance(value, str):
                yield value
            else:
                yield from _words(value, depth + 1)
    elif isinstance(data, list):
        for item in data:
            yield from _words(item, depth + 1)


def _names(data: object, name: str) -> tuple[str, ...]:
    stored = data.get(name) if isinstance(data, Mapping) else None
    return tuple(item for item in stored if isinstance(item, str)) if isinstance(stored, list) else ()
