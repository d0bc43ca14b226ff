"""A newsroom with as many stories as a test or a measurement wants: invented, and the same at every run."""

import hashlib
import json
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import accumulate, islice
from typing import Any

from sqlalchemy import insert

from editor_app.storage import people
from editor_app.storage.dialect import INDEX_TEXT
from editor_app.storage.store import Store
from editor_app.storage.stories import first_recency, values
from editor_app.storage.story_row import StoryRow
from editor_app.storage.tables import event, revision, story
from editor_app.story.canonical import short_signs
from editor_app.story.people import Person, Role
from editor_app.story.revision import utc_text

WRITER = Person("01900000-0000-7000-8000-0000000000a1", "Sekar Ayuningtyas", frozenset({Role.WRITER}))
EDITOR = Person("01900000-0000-7000-8000-0000000000a2", "Bramantyo Kusuma", frozenset({Role.EDITOR}))

NEWEST = datetime(2026, 9, 12, 7, 0, tzinfo=UTC)
_BETWEEN = timedelta(minutes=7)
_DEVICE = "01900000-0000-7000-8000-0000000000d1"
_BATCH = 2000
_PARAGRAPHS = 3000
_PARAGRAPH_WORDS = 40

_COMMON_TEXT = """
yang di dan kota ini untuk dengan pada warga dari akan tidak dalam itu para juga bisa kami sudah oleh pasar
kegiatan pemerintah wali acara kecamatan sekolah hari tahun program bersama lebih menjadi mereka saat anak
masyarakat jalan baru besar kepala dinas lapangan pagi sungai taman budaya usaha kecil pelatihan festival
"""
COMMON = tuple(_COMMON_TEXT.split())
_SYLLABLES = [consonant + vowel for consonant in "bklmnprst" for vowel in "aeiou"]
_RARE = [
    first + second + third for first in _SYLLABLES for second in _SYLLABLES[::2] for third in _SYLLABLES[::3]
]
WORDS = (*COMMON, *dict.fromkeys(_RARE))

# What was done to a story that is shown so, and its head's state and publication then; drafts are commonest.
_HISTORIES: Mapping[str, tuple[int, tuple[str, ...], str, str]] = {
    "live": (60, ("saved", "submitted", "approved", "exported", "live"), "approved", "live"),
    "exported": (15, ("saved", "submitted", "approved", "exported"), "approved", "exported"),
    "approved": (8, ("saved", "submitted", "approved"), "approved", "none"),
    "draft": (8, ("saved",), "draft", "none"),
    "in-review": (5, ("saved", "submitted"), "in-review", "none"),
    "returned": (3, ("saved", "submitted", "returned"), "returned", "none"),
    "spiked": (1, ("saved", "spiked"), "spiked", "none"),
}
_CYCLE = [shown for shown, (weight, *_) in _HISTORIES.items() for _ in range(weight)]
_BY_EDITOR = {"approved", "exported", "live", "returned", "spiked"}


@dataclass(frozen=True, slots=True)
class _Filled:
    """The rows of one generated story."""

    line: Mapping[str, Any]
    revision: Mapping[str, Any]
    events: Sequence[Mapping[str, Any]]
    search: Mapping[str, Any]


def fill(store: Store, number: int, *, words: int = 300) -> tuple[str, ...]:
    """Puts `number` generated stories of about `words` words into the newsroom; returns their ids, newest first.

    Each has one revision, the events that lead to its state, its line and its place in the search. To be called
    once a newsroom.
    """
    with store.writing() as tx:
        for person in (WRITER, EDITOR):
            people.put(tx, person)
        made = _stories(number, words)
        ids: list[str] = []
        while batch := list(islice(made, _BATCH)):
            ids += [filled.line["id"] for filled in batch]
            tx.execute(insert(story), [filled.line for filled in batch])
            tx.execute(insert(revision), [filled.revision for filled in batch])
            tx.execute(insert(event), [line for filled in batch for line in filled.events])
            tx.execute(INDEX_TEXT, [filled.search for filled in batch])
    return tuple(ids)


def _stories(number: int, words: int) -> Iterator[_Filled]:
    chance = random.Random(1)  # noqa: S311 - text, not a secret
    weights = list(accumulate(1 / (rank + 2) for rank in range(len(WORDS))))
    drawn = chance.choices(WORDS, cum_weights=weights, k=_PARAGRAPHS * _PARAGRAPH_WORDS)
    pool = [
        " ".join(drawn[start : start + _PARAGRAPH_WORDS]).capitalize() + "."
        for start in range(0, len(drawn), _PARAGRAPH_WORDS)
    ]
    for place in range(number):
        paragraphs = chance.choices(pool, k=max(1, words // _PARAGRAPH_WORDS))
        headline = " ".join(chance.choices(WORDS, cum_weights=weights, k=7)).upper()
        yield _story(place, headline, paragraphs)


def _story(place: int, headline: str, paragraphs: Sequence[str]) -> _Filled:
    updated = NEWEST - place * _BETWEEN
    story_id = f"01900000-0000-7000-9000-{place:012x}"
    shown = _CYCLE[place * 37 % len(_CYCLE)]
    _, kinds, state, publication = _HISTORIES[shown]
    created = updated - (len(kinds) - 1) * timedelta(minutes=1)
    content = _content(headline, paragraphs)
    written = _canonical(content)
    content_hash = hashlib.sha256(written.encode()).hexdigest()
    parents: list[str] = []
    revision_id = _hash(
        {"at": utc_text(created), "author": WRITER.id, "content": content, "parents": parents, "story": story_id}
    )
    line = StoryRow(
        id=story_id,
        headline=headline,
        section=content["section"],
        language="id",
        state=state,
        publication=publication,
        shown=shown,
        people=WRITER.name,
        person=EDITOR.name if kinds[-1] in _BY_EDITOR else WRITER.name,
        code=f"R1-{short_signs(content_hash)}",
        revision=revision_id,
        heads=(revision_id,),
        lead=None,
        photo_count=0,
        created=created,
        updated=updated,
    )
    recency = first_recency(updated)
    return _Filled(
        line=values(line, recency),
        revision={
            "id": revision_id,
            "story_id": story_id,
            "number": 1,
            "author": WRITER.id,
            "at": created,
            "parents": parents,
            "content_hash": content_hash,
            "content": written,
        },
        events=_events(place, story_id, revision_id, created, kinds),
        search={
            "recency": recency,
            "headline": headline,
            "text": "\n".join(paragraphs),
            "people": WRITER.name,
            "captions": "",
            "shown": shown,
        },
    )


def _content(headline: str, paragraphs: Sequence[str]) -> dict[str, Any]:
    return {
        "headline": headline,
        "kicker": "",
        "standfirst": "",
        "dateline": "Malang",
        "eventDate": None,
        "section": "Berita",
        "language": "id",
        "keywords": [],
        "credits": {"writers": [WRITER.name], "photographers": [], "editors": [EDITOR.name]},
        "body": [
            {
                "_type": "block",
                "_key": f"{number:08x}",
                "style": "normal",
                "children": [{"_type": "span", "text": paragraph, "marks": []}],
                "markDefs": [],
            }
            for number, paragraph in enumerate(paragraphs, start=1)
        ],
        "photos": [],
    }


def _events(
    place: int, story_id: str, revision_id: str, created: datetime, kinds: Sequence[str]
) -> list[Mapping[str, Any]]:
    rows: list[Mapping[str, Any]] = []
    previous: str | None = None
    for step, kind in enumerate(kinds):
        at = created + step * timedelta(minutes=1)
        row: dict[str, Any] = {
            "id": f"01900000-0000-7000-a{step:03x}-{place:012x}",
            "kind": kind,
            "person": EDITOR.id if kind in _BY_EDITOR else WRITER.id,
            "revision": revision_id,
            "device": _DEVICE,
            "previous": previous,
            "heads": [],
            "data": {},
        }
        previous = _hash({**row, "story": story_id, "at": utc_text(at)})
        rows.append({**row, "story_id": story_id, "at": at, "hash": previous})
    return rows


def _canonical(data: Any) -> str:
    """RFC 8785 for the plain text and whole numbers that stand here; the general way is slower."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _hash(data: Any) -> str:
    return hashlib.sha256(_canonical(data).encode()).hexdigest()
