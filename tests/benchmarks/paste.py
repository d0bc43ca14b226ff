"""`paste`: how long a page of Word takes from Ctrl+V until all of it stands in the story, and is painted."""

import json
import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from typing import Any

from tests.benchmarks.measuring import Goal, Measured, Sizes, measured

ROOT = Path(__file__).parents[2]
GOAL = Goal("p50", 300)  # ms
SHORTER = 10  # how many times the other page is shorter, beside which growth is measured


def paste(folder: Path, sizes: Sizes) -> list[Measured]:
    """Pastes a page into the window, and beside it hands the page to a QTextEdit's own reader."""
    long = _cost(folder / "paste-long", sizes.paste_signs, sizes.runs)
    short = _cost(folder / "paste-short", sizes.paste_signs // SHORTER, sizes.runs)
    growth = median(long["ours"]) / median(short["ours"])
    about = (
        f"a page of Word of {sizes.paste_signs // 1000} KB, read, put in and painted; beside QTextEdit.setHtml; "
        f"longest stall {long['stall']:.0f} ms; {growth:.1f} times that of a page {SHORTER} times shorter"
    )
    return [measured("paste", "ms", GOAL, about, times=long["ours"], baseline=long["bare"])]


def _cost(folder: Path, signs: int, runs: int) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.benchmarks.pasted_page", str(folder), str(signs), str(runs)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    cost: dict[str, Any] = json.loads(done.stdout)
    return cost
