"""The desk's list: order, pages, states and what is found."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.storage import search, stories
from editor_app.storage.store import Connection, Store, create_store
from tests.storage.samples import NOON, line, put_lines, story_id


def headlines(page: stories.Page) -> list[str]:
    return [row.headline for row in page.rows]


def shown_on_all_pages(tx: Connection, *, size: int, **asked: object) -> list[str]:
    page = stories.page(tx, size=size, **asked)  # type: ignore[arg-type]
    found = headlines(page)
    while page.next is not None:
        page = stories.page(tx, size=size, after=page.next, **asked)  # type: ignore[arg-type]
        found += headlines(page)
    return found


def index(tx: Connection, number: int, text: str = "", **fields: str) -> None:
    words = {"headline": f"BERITA {number}", "people": "", "captions": "", "text": text, **fields}
    search.index(tx, story_id(number), **words)


def test_a_line_comes_back_as_it_was_put(store: Store) -> None:
    row = line(heads=("a" * 64, "b" * 64), lead="c" * 64, photo_count=5)
    with store.writing() as tx:
        stories.put(tx, row)
    with store.reading() as tx:
        assert stories.get(tx, row.id) == row
        assert stories.get(tx, story_id(2)) is None


def test_a_line_put_again_takes_the_place_of_the_old_one(store: Store) -> None:
    with store.writing() as tx:
        stories.put(tx, line(headline="LAMA"))
        stories.put(tx, line(headline="BARU", minutes=1))
    with store.reading() as tx:
        assert headlines(stories.page(tx)) == ["BARU"]


def test_the_newest_change_comes_first(store: Store) -> None:
    with store.writing() as tx:
        put_lines(tx, [line(1, minutes=5), line(2, minutes=9), line(3, minutes=1)])
    with store.reading() as tx:
        assert headlines(stories.page(tx)) == ["BERITA 2", "BERITA 1", "BERITA 3"]


def test_a_change_brings_a_story_to_the_top(store: Store) -> None:
    with store.writing() as tx:
        put_lines(tx, [line(1, minutes=1), line(2, minutes=2), line(1, minutes=3)])
    with store.reading() as tx:
        assert headlines(stories.page(tx)) == ["BERITA 1", "BERITA 2"]


def test_of_changes_in_one_millisecond_the_later_comes_first(store: Store) -> None:
    with store.writing() as tx:
        put_lines(tx, [line(2), line(3), line(1), line(4, minutes=-1)])
    with store.reading() as tx:
        assert headlines(stories.page(tx)) == ["BERITA 1", "BERITA 3", "BERITA 2", "BERITA 4"]


@given(
    minutes=st.lists(st.integers(0, 6), max_size=25),
    size=st.integers(1, 7),
    states=st.lists(st.sampled_from(["draft", "in-review", "live"]), min_size=25, max_size=25),
    shown=st.sets(st.sampled_from(["draft", "in-review", "live"])),
)
def test_pages_together_are_the_whole_list_each_story_once(
    tmp_path_factory: pytest.TempPathFactory, minutes: list[int], size: int, states: list[str], shown: set[str]
) -> None:
    rows = [line(number, minutes=at, shown=states[number]) for number, at in enumerate(minutes)]
    with create_store(tmp_path_factory.mktemp("halaman") / "redaksi") as store:
        with store.writing() as tx:
            put_lines(tx, rows)
            for number in range(len(rows)):
                index(tx, number, "warga")
        wanted = [row for row in rows if not shown or row.shown in shown]
        newest = sorted(wanted, key=lambda row: (row.updated, row.id), reverse=True)
        expected = [row.headline for row in newest]
        with store.reading() as tx:
            assert shown_on_all_pages(tx, size=size, shown=shown) == expected
            assert shown_on_all_pages(tx, size=size, shown=shown, search="warga") == expected


def test_a_page_that_the_list_just_fills_is_the_last(store: Store) -> None:
    with store.writing() as tx:
        put_lines(tx, [line(number, minutes=number) for number in range(3)])
    with store.reading() as tx:
        assert stories.page(tx, size=3).next is None
        assert stories.page(tx, size=2).next is not None


def test_stories_are_counted_by_the_state_that_is_shown(store: Store) -> None:
    with store.writing() as tx:
        put_lines(tx, [line(1), line(2, shown="live"), line(3), line(4, shown="in-review")])
    with store.reading() as tx:
        assert stories.counts(tx) == {"draft": 2, "in-review": 1, "live": 1}


def test_a_prefix_finds_the_stories_whose_id_begins_so(store: Store) -> None:
    ids = ["0191aaaa", "0191aabb", "0191b000", "0191c000", "0191d000"]
    with store.writing() as tx:
        put_lines(tx, [line(number, id=name) for number, name in enumerate(ids)])
    with store.reading() as tx:
        assert stories.by_prefix(tx, "0191aab") == ("0191aabb",)
        assert stories.by_prefix(tx, "0191aa") == ("0191aaaa", "0191aabb")
        assert stories.by_prefix(tx, "0191") == ("0191aaaa", "0191aabb", "0191b000")
        assert stories.by_prefix(tx, "0191z") == ()
        assert stories.by_prefix(tx, "%") == ()
        assert stories.by_prefix(tx, "é") == ()


@pytest.mark.parametrize(
    "typed",
    [
        "perpustakaan",
        "PERPUSTAKAAN",
        "perpus",
        "apung danau",
        "danau per",
        "ratri",
        "bambu",
        "cafe",
        "12/9",
        "(danau)",
        "danau —",
        "“danau”",
        "7",
    ],
)
def test_a_story_is_found_by_its_words(store: Store, typed: str) -> None:
    with store.writing() as tx:
        put_lines(tx, [line(1), line(2)])
        index(
            tx,
            1,
            "Perpustakaan apung di danau, Kamis (12/9), dekat café nomor 7.",
            people="Ratri Maheswari",
            captions="Warga merakit bambu",
        )
        index(tx, 2, "Pasar pagi ramai.")
    with store.reading() as tx:
        assert headlines(stories.page(tx, search=typed)) == ["BERITA 1"]


@pytest.mark.parametrize("typed", ["sungai", "danau pasar", "pustaka", "p", "“”", "—", "draft", "review"])
def test_a_story_is_not_found_by_other_words(store: Store, typed: str) -> None:
    with store.writing() as tx:
        put_lines(tx, [line(1), line(2, shown="in-review")])
        index(tx, 1, "Perpustakaan apung di danau.")
        index(tx, 2, "Pasar pagi ramai.")
    with store.reading() as tx:
        assert stories.page(tx, search=typed) == stories.Page((), None)


def test_nothing_typed_is_no_search(store: Store) -> None:
    with store.writing() as tx:
        stories.put(tx, line(1))
    with store.reading() as tx:
        assert headlines(stories.page(tx, search="  ")) == ["BERITA 1"]


def test_words_that_were_taken_out_find_the_story_no_more(store: Store) -> None:
    with store.writing() as tx:
        stories.put(tx, line(1))
        index(tx, 1, "danau")
        index(tx, 1, "sungai")
    with store.reading() as tx:
        assert headlines(stories.page(tx, search="danau")) == []
        assert headlines(stories.page(tx, search="sungai")) == ["BERITA 1"]


def test_a_story_stays_found_after_its_line_changes(store: Store) -> None:
    with store.writing() as tx:
        put_lines(tx, [line(1), line(2)])
        index(tx, 1, "danau")
        index(tx, 2, "danau")
        stories.put(tx, line(1, minutes=1, shown="in-review"))
    with store.reading() as tx:
        assert headlines(stories.page(tx, search="danau")) == ["BERITA 1", "BERITA 2"]
        assert headlines(stories.page(tx, search="danau", shown=["in-review"])) == ["BERITA 1"]
        assert headlines(stories.page(tx, search="danau", shown=["draft"])) == ["BERITA 2"]


def test_a_state_that_changes_without_time_passing_is_searched_too(store: Store) -> None:
    with store.writing() as tx:
        stories.put(tx, line(1))
        index(tx, 1, "danau")
        stories.put(tx, line(1, shown="live"))
    with store.reading() as tx:
        assert headlines(stories.page(tx, search="danau", shown=["live"])) == ["BERITA 1"]
        assert headlines(stories.page(tx, search="danau", shown=["draft"])) == []


def test_a_state_that_nobody_knows_finds_nothing(store: Store) -> None:
    with store.writing() as tx:
        stories.put(tx, line(1))
        index(tx, 1, "danau")
    with store.reading() as tx:
        assert headlines(stories.page(tx, search="danau", shown=['live" OR "draft'])) == []
        assert headlines(stories.page(tx, shown=['live" OR "draft'])) == []


def test_words_need_a_story(store: Store) -> None:
    with store.writing() as tx, pytest.raises(LookupError):
        index(tx, 1, "danau")


@given(typed=st.text(max_size=40) | st.text(alphabet='"*():^-+{}NEARANDOT \t\x00', max_size=30))
def test_no_sign_that_is_typed_is_syntax(typed: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.getbasetemp() / "ketikan"
    with _opened_once(path) as store, store.reading() as tx:
        stories.page(tx, search=typed)


def _opened_once(path: Path) -> Store:
    from editor_app.storage.store import open_store  # noqa: PLC0415 - beside create_store

    return open_store(path, write=True) if path.exists() else create_store(path)


def test_very_many_words_are_still_a_search(store: Store) -> None:
    with store.reading() as tx:
        assert headlines(stories.page(tx, search="kata " * 5000)) == []


def test_the_time_of_a_change_decides_even_where_clocks_ran_backwards(store: Store) -> None:
    with store.writing() as tx:
        put_lines(tx, [line(1, minutes=60), line(2, minutes=0)])
        stories.put(tx, replace(line(1), updated=NOON - timedelta(days=20_700)))
    with store.reading() as tx:
        assert headlines(stories.page(tx)) == ["BERITA 2", "BERITA 1"]
