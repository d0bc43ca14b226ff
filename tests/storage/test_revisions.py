"""Revisions: kept for good, read back the same, and found out when altered."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from editor_app.storage import revisions, stories
from editor_app.storage.revisions import StoredContent
from editor_app.storage.store import Store
from editor_app.story.revision import Revision, freeze
from editor_app.story.story import Story
from editor_app.words import Trouble
from tests.storage.samples import NOON, WRITER, line, put_lines, story_id

MakeStory = Callable[..., Story]


def frozen(story: Story, *parents: Revision, minutes: int = 0) -> Revision:
    return freeze(
        story, story_id=story_id(1), parents=parents, author=WRITER, at=NOON + timedelta(minutes=minutes)
    )


def put(store: Store, *made: Revision) -> None:
    with store.writing() as tx:
        put_lines(tx, [line(1), line(2)])
        for revision in made:
            revisions.put(tx, revision)


def alter(store: Store, statement: str) -> None:
    """Changes the database as no program of ours would: behind the triggers' back."""
    with store.writing() as tx:
        for trigger in ("tr_revision_no_update", "tr_revision_no_delete"):
            tx.exec_driver_sql(f"DROP TRIGGER {trigger}")
        tx.exec_driver_sql(statement)


def test_a_revision_comes_back_as_it_was_frozen(store: Store, make_story: MakeStory) -> None:
    first = frozen(make_story())
    second = frozen(make_story(headline="JUDUL “BARU” — é 🚣"), first, minutes=1)
    put(store, first, second)
    with store.reading() as tx:
        assert revisions.get(tx, first.id) == first
        assert revisions.get(tx, second.id) == second


def test_a_revision_that_is_not_there_is_missed(store: Store) -> None:
    with store.reading() as tx, pytest.raises(Trouble) as caught:
        revisions.get(tx, "f" * 64)
    assert caught.value.message.code == "revision-missing"


@pytest.mark.parametrize(
    "alteration",
    [
        "content = replace(content, 'perpustakaan', 'pemandian')",
        "content = ''",
        "content = CAST(x'7bff7d' AS TEXT)",
        "author = 'somebody-else'",
        "at = '2020-01-01T00:00:00.000Z'",
        "story_id = '01900000-0000-7000-9000-000000000002'",
        "parents = '[\"aa\"]'",
        "content_hash = replace(content_hash, '0', '1')",
    ],
)
def test_a_revision_that_was_altered_is_found_out(store: Store, make_story: MakeStory, alteration: str) -> None:
    revision = frozen(make_story())
    put(store, revision)
    alter(store, f"UPDATE revision SET {alteration}")  # noqa: S608 - the cases above
    with store.reading() as tx, pytest.raises(Trouble) as caught:
        revisions.get(tx, revision.id)
    assert caught.value.message.code == "revision-damaged"


def test_what_is_stored_of_a_damaged_revision_can_still_be_had(store: Store, make_story: MakeStory) -> None:
    revision = frozen(make_story())
    put(store, revision)
    with store.reading() as tx:
        sound = revisions.stored(tx, revision.id)
        assert sound is not None
        assert sound.is_whole
    alter(store, "UPDATE revision SET content = CAST(x'7b22ff' AS TEXT)")
    with store.reading() as tx:
        assert revisions.stored(tx, revision.id) == StoredContent(b'{"\xff', is_whole=False)
        assert revisions.stored(tx, "f" * 64) is None


@pytest.mark.parametrize("damage", ["parents = '['", "at = 'kemarin'", "parents = CAST(x'ff' AS TEXT)"])
def test_a_revision_whose_line_is_damaged_is_trouble_and_no_fault_of_the_program(
    store: Store, make_story: MakeStory, damage: str
) -> None:
    put(store, frozen(make_story()))
    alter(store, f"UPDATE revision SET {damage}")  # noqa: S608 - the cases above
    with pytest.raises(Trouble) as caught, store.reading() as tx:
        revisions.of_story(tx, story_id(1))
    assert caught.value.message.code == "row-damaged"


@pytest.mark.parametrize("statement", ["UPDATE revision SET author = 'x'", "DELETE FROM revision"])
def test_a_revision_is_never_changed_and_never_deleted(
    store: Store, make_story: MakeStory, statement: str
) -> None:
    revision = frozen(make_story())
    put(store, revision)
    with pytest.raises(IntegrityError, match="append-only"), store.writing() as tx:
        tx.exec_driver_sql(statement)
    with store.reading() as tx:
        assert revisions.get(tx, revision.id) == revision


def test_a_revision_is_put_once(store: Store, make_story: MakeStory) -> None:
    revision = frozen(make_story())
    put(store, revision)
    with pytest.raises(IntegrityError), store.writing() as tx:
        revisions.put(tx, revision)


def test_a_revision_may_come_before_its_story_but_not_without(store: Store, make_story: MakeStory) -> None:
    revision = frozen(make_story())
    with pytest.raises(IntegrityError), store.writing() as tx:
        revisions.put(tx, revision)
    with store.writing() as tx:
        revisions.put(tx, revision)
        stories.put(tx, line(1))
    with store.reading() as tx:
        assert revisions.get(tx, revision.id) == revision


def test_the_revisions_of_a_story_stand_oldest_first(store: Store, make_story: MakeStory) -> None:
    first = frozen(make_story())
    left = frozen(make_story(headline="KIRI"), first, minutes=1)
    right = frozen(make_story(headline="KANAN"), first, minutes=2)
    merged = frozen(make_story(headline="GABUNG"), left, right, minutes=3)
    put(store, merged, right, left, first)
    with store.reading() as tx:
        lines = revisions.of_story(tx, story_id(1))
        assert [entry.id for entry in lines] == [first.id, left.id, right.id, merged.id]
        assert [entry.number for entry in lines] == [1, 2, 2, 3]
        assert [entry.code for entry in lines] == [first.code, left.code, right.code, merged.code]
        assert lines[3].parents == merged.parents
        assert (lines[0].author, lines[0].at, lines[0].content_hash) == (WRITER, NOON, first.content_hash)
        assert revisions.of_story(tx, story_id(2)) == ()


def test_the_head_is_no_ones_parent_and_two_are_two(store: Store, make_story: MakeStory) -> None:
    first = frozen(make_story())
    left = frozen(make_story(headline="KIRI"), first, minutes=1)
    right = frozen(make_story(headline="KANAN"), first, minutes=2)
    put(store, first)
    with store.reading() as tx:
        assert revisions.heads(tx, story_id(1)) == (first.id,)
    with store.writing() as tx:
        revisions.put(tx, left)
        revisions.put(tx, right)
    with store.reading() as tx:
        assert revisions.heads(tx, story_id(1)) == tuple(sorted((left.id, right.id)))
