"""`desk` and `search`: the first page of a long list of stories, and of what is found in it."""

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

from editor_app.newsroom.desk import PAGE_SIZE, desk_page
from editor_app.newsroom.newsroom import Newsroom, create_newsroom
from editor_app.storage.driver import DRIVER
from tests.benchmarks.measuring import Goal, Measured, Sizes, measured, seconds
from tests.storage.bulk import COMMON, WORDS, fill

DESK_GOAL = Goal("p99", 20)  # ms
SEARCH_GOAL = Goal("p99", 50)  # ms


def desk(folder: Path, sizes: Sizes) -> list[Measured]:
    """Reads the desk's first page, of all stories and of one state, beside the bare query for as many lines."""
    newsroom = _filled(folder, sizes)
    try:
        filters: list[tuple[str, ...]] = [(), ("draft",), ("spiked",), ("draft", "in-review", "returned")]
        times = _milliseconds(
            [lambda shown=shown: desk_page(newsroom, shown=shown) for shown in filters], sizes.looks
        )
        bare = _bare(newsroom, [("SELECT * FROM story ORDER BY recency DESC LIMIT ?", (PAGE_SIZE,))], sizes.looks)
    finally:
        newsroom.close()
    about = f"first page of {sizes.desk_stories} stories; beside SQLite's own query"
    return [measured("desk", "ms", DESK_GOAL, about, times=times, baseline=bare)]


def search(folder: Path, sizes: Sizes) -> list[Measured]:
    """Looks for common and rare words, together and begun, beside SQLite's own full-text query."""
    newsroom = _filled(folder, sizes)
    chance = random.Random(2)  # noqa: S311 - words, not a secret
    rare = WORDS[len(COMMON) + 300 :]
    queries = [
        *COMMON[:6],
        *chance.sample(rare, 6),
        *(f"{chance.choice(COMMON)} {chance.choice(COMMON)}" for _ in range(4)),
        *(f"{chance.choice(COMMON)} {chance.choice(rare)}" for _ in range(4)),
        *(f"{chance.choice(rare)} {chance.choice(rare)}" for _ in range(2)),
        *("ke", "pem", "kegiat", "sekar", "bukan kata"),
    ]
    try:
        times = _milliseconds(
            [lambda query=query: desk_page(newsroom, search=query) for query in queries], sizes.looks
        )
        matches = [
            (
                "SELECT rowid FROM story_search WHERE story_search MATCH ? ORDER BY rowid DESC LIMIT ?",
                (" AND ".join(f'"{word}"' for word in query.split()) + "*", PAGE_SIZE),
            )
            for query in queries
        ]
        bare = _bare(newsroom, matches, sizes.looks)
    finally:
        newsroom.close()
    about = f"{len(queries)} searches in {sizes.desk_stories} stories; beside SQLite's own"
    return [measured("search", "ms", SEARCH_GOAL, about, times=times, baseline=bare)]


def _filled(folder: Path, sizes: Sizes) -> Newsroom:
    """The newsroom of both; filled once a run."""
    path = folder / "long-list"
    if path.exists():
        from editor_app.newsroom.newsroom import open_newsroom  # noqa: PLC0415 - where the other came first

        return open_newsroom(path)
    newsroom = create_newsroom(path)
    fill(newsroom.store, sizes.desk_stories)
    return newsroom


def _milliseconds(acts: list[Callable[[], object]], looks: int) -> list[float]:
    """Every act in turn, again and again; the first round only warms up."""
    for act in acts:
        act()
    return [seconds(acts[number % len(acts)]) * 1000 for number in range(max(looks, len(acts)))]


def _bare(newsroom: Newsroom, queries: list[tuple[str, tuple[Any, ...]]], looks: int) -> list[float]:
    """The same through the bare driver, which makes nothing of the lines."""
    database = DRIVER.connect(newsroom.store.folder.database)
    try:
        return _milliseconds(
            [lambda sql=sql, values=values: database.execute(sql, values).fetchall() for sql, values in queries],
            looks,
        )
    finally:
        database.close()
