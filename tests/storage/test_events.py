"""Events: appended for good, in causal order, in chains of devices."""

import itertools
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError

from editor_app.storage import events, stories
from editor_app.storage.store import Store, create_store
from editor_app.story.events import Event, EventKind, seal
from editor_app.words import Trouble
from tests.storage.samples import LAPTOP, NOON, OTHER_LAPTOP, event, line, story_id


def append(store: Store, *happened: Event) -> None:
    with store.writing() as tx:
        stories.put(tx, line(1))
        for entry in happened:
            events.append(tx, entry)


def history(store: Store) -> list[Event]:
    with store.reading() as tx:
        return list(events.of_story(tx, story_id(1)))


def test_an_event_comes_back_as_it_was_appended(store: Store) -> None:
    returned = event(
        EventKind.RETURNED,
        previous="1" * 64,
        heads=("2" * 64, "3" * 64),
        data={"note": "Perbaiki “judul”", "n": 2},
    )
    append(store, returned)
    assert history(store) == [returned]


def test_an_event_that_was_not_sealed_is_no_event(store: Store) -> None:
    with pytest.raises(ValueError, match="RETURNED"):
        append(store, replace(event(), kind=EventKind.RETURNED))
    assert history(store) == []


@pytest.mark.parametrize("statement", ["UPDATE event SET person = 'x'", "DELETE FROM event"])
def test_an_event_is_never_changed_and_never_deleted(store: Store, statement: str) -> None:
    saved = event()
    append(store, saved)
    with pytest.raises(IntegrityError, match="append-only"), store.writing() as tx:
        tx.exec_driver_sql(statement)
    assert history(store) == [saved]


def test_an_event_that_was_altered_is_found_out(store: Store) -> None:
    append(store, event())
    with store.writing() as tx:
        tx.exec_driver_sql("DROP TRIGGER tr_event_no_update")
        tx.exec_driver_sql("UPDATE event SET person = 'somebody-else'")
    with pytest.raises(Trouble) as caught:
        history(store)
    assert caught.value.message.code == "event-damaged"


def test_an_event_happens_once(store: Store) -> None:
    saved = event()
    append(store, saved)
    with pytest.raises(IntegrityError):
        append(store, saved)


def test_causes_come_first_whatever_the_clocks_said_and_whatever_came_in_first(store: Store) -> None:
    saved = event(minutes=50)
    submitted = event(EventKind.SUBMITTED, previous=saved.hash, minutes=10)
    approved = event(EventKind.APPROVED, device=OTHER_LAPTOP, heads=(submitted.hash,), minutes=0)
    exported = event(EventKind.EXPORTED, previous=submitted.hash, heads=(approved.hash,), minutes=-5)
    append(store, exported, approved, submitted, saved)
    assert history(store) == [saved, submitted, approved, exported]


def test_an_event_whose_cause_is_not_here_yet_stands_by_its_time(store: Store) -> None:
    early = event(minutes=0)
    orphan = event(EventKind.SUBMITTED, previous="9" * 64, device=OTHER_LAPTOP, minutes=-1)
    append(store, early, orphan)
    assert history(store) == [orphan, early]


@given(data=st.data())
def test_the_order_is_the_same_on_every_laptop(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    happened: list[Event] = []
    for number in range(data.draw(st.integers(1, 8))):
        known = (
            data.draw(st.lists(st.sampled_from(happened), max_size=3, unique_by=lambda entry: entry.hash))
            if happened
            else []
        )
        previous = known[0].hash if known else None
        minutes = data.draw(st.integers(-3, 3))
        at = NOON + timedelta(minutes=minutes)
        made = event(previous=previous, heads=tuple(sorted(entry.hash for entry in known[1:])))
        happened.append(seal(replace(made, at=at, id=f"{number}")))
    orders = []
    for arrived in (happened, data.draw(st.permutations(happened))):
        with create_store(tmp_path_factory.mktemp("urut") / "redaksi") as store:
            append(store, *arrived)
            orders.append(history(store))
    assert orders[0] == orders[1]
    places = {entry.hash: place for place, entry in enumerate(orders[0])}
    for entry in happened:
        for cause in filter(None, (entry.previous, *entry.heads)):
            assert places[cause] < places[entry.hash]


def test_the_end_of_a_chain_is_its_last_event(store: Store) -> None:
    saved = event()
    submitted = event(EventKind.SUBMITTED, previous=saved.hash)
    elsewhere = event(EventKind.SENT_ON, device=OTHER_LAPTOP)
    with store.reading() as tx:
        assert events.chain_end(tx, story_id(1), LAPTOP) is None
        assert events.other_heads(tx, story_id(1), LAPTOP) == ()
    append(store, saved, submitted, elsewhere)
    with store.reading() as tx:
        assert events.chain_end(tx, story_id(1), LAPTOP) == submitted.hash
        assert events.other_heads(tx, story_id(1), LAPTOP) == (elsewhere.hash,)
        assert events.chain_end(tx, story_id(1), OTHER_LAPTOP) == elsewhere.hash
        assert events.other_heads(tx, story_id(1), OTHER_LAPTOP) == (submitted.hash,)


def test_a_chain_that_a_copied_folder_forked_shows_both_its_ends(store: Store) -> None:
    saved = event()
    forks = [event(kind, previous=saved.hash) for kind in (EventKind.SUBMITTED, EventKind.SPIKED)]
    append(store, saved, *forks)
    with store.reading() as tx:
        assert events.other_heads(tx, story_id(1), OTHER_LAPTOP) == tuple(sorted(fork.hash for fork in forks))


def test_every_kind_of_event_is_kept(store: Store) -> None:
    happened = [event(kind, minutes=minute) for kind, minute in zip(EventKind, itertools.count(), strict=False)]
    append(store, *happened)
    assert [entry.kind for entry in history(store)] == list(EventKind)
