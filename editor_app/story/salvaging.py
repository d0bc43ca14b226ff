"""Salvaging: what can still be read of a story whose stored text is damaged, or which a newer program wrote.

It is to be shown and read, never to be saved as if it were the story.
"""

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import fields
from datetime import date
from itertools import pairwise
from typing import Any, cast

from editor_app.story.body import Block, Span, TextBlock, body_from_json
from editor_app.story.marks import new_key
from editor_app.story.photo import Attachment, attachment_from_json
from editor_app.story.story import Credits, Story, normal_story
from editor_app.words import Trouble

_LINES = ("headline", "kicker", "standfirst", "dateline", "section", "language")
_TEXT = re.compile(r'"text":\s*("(?:[^"\\]|\\.)*")')
_ITEM = '{"_key":'  # how each block and photo begins in canonical JSON
_DECODER = json.JSONDecoder(strict=False)
_DEEPEST = 20  # blocks in blocks, as far as words are looked for


def salvage(stored: bytes) -> Story:
    """What can be read of a stored story, whole or not, in normal form; an empty story where nothing can."""
    text = stored.decode("utf-8", "replace")
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        data = _torn(text)
    return _from_data(data) if isinstance(data, dict) else Story()


def _from_data(data: Mapping[str, Any]) -> Story:
    """The story of JSON that is whole, of which some parts are not as they should be."""
    body: list[Block] = []
    stored = data.get("body")
    for item in stored if isinstance(stored, list) else []:
        try:
            body.extend(body_from_json([item]))
        except Trouble:
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
    return normal_story(story)


def _torn(text: str) -> dict[str, Any]:
    """What is whole of JSON that is not: fields, and of a row that is broken the items that are not."""
    names = (*_LINES, "eventDate", "keywords", "credits", "body", "photos")
    places = {name: text.find(f'"{name}":') for name in names}
    found = sorted((place, name) for name, place in places.items() if place >= 0)
    bounds = pairwise([*found, (len(text), "")])
    return {name: _value(text, place + len(name) + 3, end) for (place, name), (end, _) in bounds}


def _value(text: str, start: int, limit: int) -> object:
    value, end = _decoded(text, start)
    if end or not text.startswith("[", start):
        return value
    items: list[object] = []
    place = start + 1
    while place < limit:
        value, end = _decoded(text, place)
        if end:
            items.append(value)
            place = end + 1  # behind the comma
            continue
        following = text.find(_ITEM, place + 1, limit)
        whole = following if following > 0 else limit
        items.append({"text": "".join(_said(words[1]) for words in _TEXT.finditer(text, place, whole))})
        place = whole
    return items


def _decoded(text: str, start: int) -> tuple[object, int]:
    """The value that stands at a place, and where it ends; 0 where it is not whole."""
    try:
        return _DECODER.raw_decode(text, start)
    except (ValueError, RecursionError):
        return None, 0


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
