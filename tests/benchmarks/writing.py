"""`typing`, `open-long` and `autosave`: what a long story costs the hand that writes it."""

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from statistics import median
from typing import Any

from tests.benchmarks.measuring import Goal, Measured, Sizes, measured

ROOT = Path(__file__).parents[2]
SHORTER = 10  # how many times the other story is shorter, beside which growth is measured
TYPING_GOAL = Goal("p99", 16)  # ms
OPENING_GOAL = Goal("p50", 300)  # ms
AUTOSAVE_GOAL = Goal("p99", 5)  # ms


def typing(folder: Path, sizes: Sizes) -> list[Measured]:
    """Types into the middle of a long story: from a key to the painted letter."""
    long, short = _both(folder, sizes)
    about = (
        f"key to painted, {_what(sizes)}; beside a bare QTextEdit; longest stall {long['ours']['stall']:.0f} ms; "
        f"{_growth(long, short, 'typing')}"
    )
    return [_line("typing", TYPING_GOAL, about, long, "typing")]


def open_long(folder: Path, sizes: Sizes) -> list[Measured]:
    """Opens a long story: from the wish to the painted page."""
    long, short = _both(folder, sizes)
    about = (
        f"opening {_what(sizes)}; beside the bare words in a QTextEdit; "
        f"longest stall {long['ours']['open_stall']:.0f} ms; {_growth(long, short, 'open')}"
    )
    return [_line("open-long", OPENING_GOAL, about, long, "open")]


def autosave(folder: Path, sizes: Sizes) -> list[Measured]:
    """Keeps one changed paragraph of a long story: what of it the GUI thread does."""
    long, short = _both(folder, sizes)
    about = (
        f"GUI thread while one paragraph is kept, {_what(sizes)}; beside copying the words out of a QTextEdit; "
        f"{_growth(long, short, 'autosave')}"
    )
    return [_line("autosave", AUTOSAVE_GOAL, about, long, "autosave")]


def _line(name: str, goal: Goal, about: str, story: dict[str, Any], of: str) -> Measured:
    return measured(name, "ms", goal, about, times=story["ours"][of], baseline=story["bare"][of])


def _what(sizes: Sizes) -> str:
    return f"{sizes.long_words} words with {sizes.long_photos} photos"


def _growth(long: dict[str, Any], short: dict[str, Any], of: str) -> str:
    times = median(long["ours"][of]) / median(short["ours"][of])
    return f"{times:.1f} times that of a story {SHORTER} times shorter"


def _both(folder: Path, sizes: Sizes) -> tuple[dict[str, Any], dict[str, Any]]:
    """What a long and a shorter story cost; measured once a run."""
    return _cost(folder, sizes, sizes.long_words), _cost(folder, sizes, sizes.long_words // SHORTER)


@cache
def _cost(folder: Path, sizes: Sizes, words: int) -> dict[str, Any]:
    photos = sizes.long_photos * words // sizes.long_words
    numbers = map(str, (words, photos, sizes.long_keys, sizes.runs))
    command = [sys.executable, "-m", "tests.benchmarks.long_story", str(folder / f"long-{words}"), *numbers]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    cost: dict[str, Any] = json.loads(done.stdout)
    return cost
