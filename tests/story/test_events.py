from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from editor_app.story.events import Event, EventKind, event_hash, seal

FIRST = Event(
    id="e1",
    story_id="s1",
    kind=EventKind.RETURNED,
    person="p-sekar",
    revision="r1",
    at=datetime(2026, 9, 12, 7, 0, tzinfo=UTC),
    device="d1",
    data={"note": "Periksa nama kepala desa.", "minor": False},
)


def test_a_sealed_event_carries_the_hash_of_all_else():
    sealed = seal(FIRST)

    assert sealed.hash == event_hash(FIRST) == event_hash(sealed)
    assert seal(sealed) == sealed


@pytest.mark.parametrize(
    "change",
    [
        {"id": "e2"},
        {"story_id": "s2"},
        {"kind": EventKind.APPROVED},
        {"person": "p-ratri"},
        {"revision": "r2"},
        {"at": FIRST.at + timedelta(seconds=1)},
        {"device": "d2"},
        {"previous": "0" * 64},
        {"heads": ("1" * 64,)},
        {"data": {"note": "Lain."}},
    ],
    ids=lambda change: next(iter(change)),
)
def test_no_part_of_an_event_can_be_changed_unseen(change):
    assert event_hash(replace(FIRST, **change)) != event_hash(FIRST)


def test_the_order_in_which_other_chains_were_known_does_not_matter():
    assert event_hash(replace(FIRST, heads=("a", "b"))) == event_hash(replace(FIRST, heads=("b", "a")))


def test_an_event_further_on_vouches_for_those_before_it():
    first = seal(FIRST)
    second = seal(replace(FIRST, id="e2", previous=first.hash))
    forged = seal(replace(FIRST, data={"note": "Semua baik."}))

    assert second.previous == first.hash
    assert second.previous != forged.hash


def test_what_an_event_says_is_text_or_nothing():
    assert FIRST.text("note") == "Periksa nama kepala desa."
    assert FIRST.text("minor") == ""
    assert FIRST.text("address") == ""
