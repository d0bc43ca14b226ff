"""Drafts: what was typed is there again, block by block."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.storage import drafts
from editor_app.storage.drafts import Draft
from editor_app.storage.set_aside import set_aside_draft
from editor_app.storage.store import Store, create_store
from editor_app.story.body import Body, Json, Span, TextBlock, body_to_json
from editor_app.story.story import Story, story_to_json
from editor_app.words import Trouble
from tests.storage.samples import NOON, WRITER, new_id, story_id

MakeStory = Callable[..., Story]


def draft_of(story: Story, **changes: Any) -> Draft:
    return replace(Draft(story_id(1), WRITER, None, story, NOON), **changes)


def fields_of(story: Story) -> dict[str, Json]:
    fields = story_to_json(story)
    del fields["body"]
    return fields


def blocks_of(body: Body) -> dict[str, Json]:
    return {cast("str", block["_key"]): block for block in cast("list[dict[str, Json]]", body_to_json(body))}


def autosave(store: Store, story: Story, changed: Body, *, minutes: int = 1) -> None:
    with store.writing() as tx:
        drafts.put_changes(
            tx,
            story_id=story_id(1),
            person=WRITER,
            base="b" * 64,
            fields=fields_of(story),
            order=[block.key for block in story.body],
            blocks=blocks_of(changed),
            updated=NOON + timedelta(minutes=minutes),
        )


def stored(store: Store, person: str = WRITER) -> Draft | None:
    with store.reading() as tx:
        return drafts.get(tx, story_id(1), person)


def test_a_draft_comes_back_as_it_was_put(store: Store, make_story: MakeStory) -> None:
    draft = draft_of(make_story(), base="b" * 64)
    with store.writing() as tx:
        drafts.put(tx, draft)
    assert stored(store) == draft


def test_a_draft_needs_neither_a_saved_story_nor_any_words(store: Store) -> None:
    draft = draft_of(Story())
    with store.writing() as tx:
        drafts.put(tx, draft)
    assert stored(store) == draft


def test_a_draft_put_again_takes_the_place_of_the_old_one(store: Store, make_story: MakeStory) -> None:
    with store.writing() as tx:
        drafts.put(tx, draft_of(make_story()))
        drafts.put(tx, draft_of(make_story(body=()), updated=NOON + timedelta(minutes=1)))
    assert stored(store) == draft_of(make_story(body=()), updated=NOON + timedelta(minutes=1))


def test_only_the_blocks_that_changed_are_written(store: Store, make_story: MakeStory) -> None:
    story = make_story()
    with store.writing() as tx:
        drafts.put(tx, draft_of(story))
    first = replace(cast("TextBlock", story.body[0]), children=(Span("Kalimat baru."),))
    edited = replace(story, headline="JUDUL BARU", body=(first, *story.body[1:]))
    autosave(store, edited, (first,))
    assert stored(store) == draft_of(edited, base="b" * 64, updated=NOON + timedelta(minutes=1))


def test_blocks_may_move_come_and_go(store: Store, make_story: MakeStory) -> None:
    story = make_story()
    with store.writing() as tx:
        drafts.put(tx, draft_of(story))
    added = TextBlock("c0000001", (Span("Tambahan."),))
    edited = replace(story, body=(story.body[2], added, story.body[0]))
    autosave(store, edited, (added,))
    assert stored(store) == draft_of(edited, base="b" * 64, updated=NOON + timedelta(minutes=1))


def test_a_block_that_went_does_not_come_back_by_its_name(store: Store, make_story: MakeStory) -> None:
    story = make_story()
    with store.writing() as tx:
        drafts.put(tx, draft_of(story))
    autosave(store, replace(story, body=story.body[1:]), ())
    with pytest.raises(ValueError, match="a0000001"):
        autosave(store, story, ())
    kept = stored(store)
    assert kept is not None
    assert kept.story.body == story.body[1:]


def test_a_block_that_is_named_twice_is_refused(store: Store, make_story: MakeStory) -> None:
    story = make_story()
    with pytest.raises(ValueError, match=story_id(1)):
        autosave(store, replace(story, body=(*story.body, story.body[0])), story.body)
    assert stored(store) is None


def test_each_person_has_a_draft_of_their_own(store: Store, make_story: MakeStory) -> None:
    editor = new_id()
    with store.writing() as tx:
        drafts.put(tx, draft_of(make_story()))
        drafts.put(tx, draft_of(make_story(headline="SUNTINGAN"), person=editor))
        drafts.discard(tx, story_id(1), WRITER)
    assert stored(store) is None
    assert stored(store, editor) == draft_of(make_story(headline="SUNTINGAN"), person=editor)


def test_discarding_what_is_not_there_does_nothing(store: Store) -> None:
    with store.writing() as tx:
        drafts.discard(tx, story_id(1), WRITER)
    assert stored(store) is None


def test_a_persons_drafts_stand_latest_first(store: Store) -> None:
    with store.writing() as tx:
        for number, minutes in ((1, 5), (2, 9), (3, 1)):
            drafts.put(
                tx, draft_of(Story(), story_id=story_id(number), updated=NOON + timedelta(minutes=minutes))
            )
        drafts.put(tx, draft_of(Story(), story_id=story_id(4), person=new_id()))
    with store.reading() as tx:
        assert drafts.of_person(tx, WRITER) == (story_id(2), story_id(1), story_id(3))
        assert drafts.of_person(tx, new_id()) == ()


def test_a_draft_that_lost_a_block_says_so(store: Store, make_story: MakeStory) -> None:
    with store.writing() as tx:
        drafts.put(tx, draft_of(make_story()))
        tx.exec_driver_sql("DELETE FROM draft_block WHERE key = 'a0000003'")
    with pytest.raises(Trouble) as caught:
        stored(store)
    assert caught.value.message.code == "body-unreadable"


def test_even_half_an_emoji_is_kept(store: Store) -> None:
    story = Story(headline="\ud83d", body=(TextBlock("a1", (Span("\ud83d \x00 teks"),)),))
    with store.writing() as tx:
        drafts.put(tx, draft_of(story))
    assert stored(store) == draft_of(story)


@given(
    edits=st.lists(
        st.lists(st.tuples(st.integers(0, 9), st.text(max_size=8)), unique_by=lambda edit: edit[0], max_size=8),
        min_size=1,
        max_size=6,
    )
)
def test_after_any_edits_the_draft_is_what_stood_in_the_window(
    tmp_path_factory: pytest.TempPathFactory, edits: list[list[tuple[int, str]]]
) -> None:
    with create_store(tmp_path_factory.mktemp("draf") / "redaksi") as store:
        before: Body = ()
        for edit in edits:
            body: Body = tuple(TextBlock(f"{key:08x}", (Span(words),)) for key, words in edit)
            story = Story(body=body)
            autosave(store, story, tuple(block for block in body if block not in before))
            before = body
            kept = stored(store)
            assert kept is not None
            assert kept.story == story


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE draft SET fields = substr(fields, 1, 30)",
        "UPDATE draft SET fields = '[]'",
        "UPDATE draft SET block_order = 'null'",
        "UPDATE draft SET block_order = '[[1]]'",
        "UPDATE draft_block SET block = '{' WHERE key = 'a0000003'",
        "UPDATE draft_block SET block = CAST(x'7bff7d' AS TEXT) WHERE key = 'a0000003'",
        "UPDATE draft SET updated = 'kemarin'",
    ],
)
def test_a_draft_that_is_damaged_says_so(store: Store, make_story: MakeStory, damage: str) -> None:
    with store.writing() as tx:
        drafts.put(tx, draft_of(make_story()))
        tx.exec_driver_sql(damage)
    with pytest.raises(Trouble) as caught:
        stored(store)
    assert caught.value.message.code == "row-damaged"


def test_a_damaged_draft_is_set_aside_as_it_lies(store: Store, make_story: MakeStory) -> None:
    with store.writing() as tx:
        drafts.put(tx, draft_of(make_story()))
        tx.exec_driver_sql("UPDATE draft_block SET block = CAST(x'7b22ff22' AS TEXT) WHERE key = 'a0000003'")
    with store.writing() as tx:
        path = set_aside_draft(tx, store.folder, story_id=story_id(1), person=WRITER, at=NOON)
    assert stored(store) is None
    assert path is not None
    assert path.parent == store.folder.set_aside
    kept = json.loads(path.read_bytes())
    assert (kept["story"], kept["person"]) == (story_id(1), WRITER)
    assert kept["blocks"]["a0000003"] == '{"\\xff"'
    assert "Warga Desa Sumber Arum" in kept["blocks"]["a0000001"]
    assert "PERPUSTAKAAN APUNG" in kept["fields"]


def test_a_draft_is_not_let_go_before_it_is_set_aside(store: Store, make_story: MakeStory) -> None:
    with store.writing() as tx:
        drafts.put(tx, draft_of(make_story()))
    store.folder.set_aside.write_bytes(b"")  # a file where the folder is to be
    with pytest.raises(Trouble) as caught, store.writing() as tx:
        set_aside_draft(tx, store.folder, story_id=story_id(1), person=WRITER, at=NOON)
    assert caught.value.message.code == "file-not-written"
    assert stored(store) == draft_of(make_story())


def test_where_there_is_no_draft_nothing_is_set_aside(store: Store) -> None:
    with store.writing() as tx:
        assert set_aside_draft(tx, store.folder, story_id=story_id(1), person=WRITER, at=NOON) is None
    assert not store.folder.set_aside.exists()
