"""`start`: from the command to the first painted window, its stories listed, of a newsroom with many."""

import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from editor_app.newsroom.newsroom import create_newsroom
from tests.benchmarks.measuring import Goal, Measured, Sizes, measured
from tests.storage.bulk import fill

ROOT = Path(__file__).parents[2]
GOAL = Goal("ratio", 2.5)


def start(folder: Path, sizes: Sizes) -> list[Measured]:
    """Opens the workstation and a bare window with a QTextEdit in turn, each in a program of its own."""
    newsroom = create_newsroom(folder / "newsroom")
    fill(newsroom.store, sizes.start_stories)
    newsroom.close()
    for what in ("bare", str(newsroom.folder)):
        _opening(what)  # the first finds nothing in the system's memory
    bare, ours, desks = [], [], []
    for _ in range(sizes.runs):
        bare.append(_opening("bare")[0][0])
        first, *_, ready = _opening(str(newsroom.folder))
        if not first[1]:
            raise RuntimeError("no story in the first window")
        ours.append(first[0])
        desks.append(ready[0])
    about = (
        f"first window with its desk, {sizes.start_stories} stories; beside a bare QTextEdit; "
        f"ready to write in after {median(desks):.0f} ms"
    )
    return [measured("start", "ms", GOAL, about, times=ours, baseline=bare)]


def _opening(what: str) -> list[tuple[float, int]]:
    """One opening: for each window as it was painted, milliseconds since before its program, stories listed."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    environment.pop("EDITOR_APP_DATA_DIR", None)
    command = [sys.executable, "-m", "tests.benchmarks.first_window", str(time.monotonic()), what]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    lines = [line.split() for line in done.stdout.splitlines()]
    return [(float(after) * 1000, int(listed)) for after, listed in lines]
