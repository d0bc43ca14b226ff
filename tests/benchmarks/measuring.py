"""A measurement: many times the same, its middle and its edge, and a baseline from the same run."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil
from statistics import median


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much is measured; the defaults are those that the goals are set for.

    `runs` is how often a window is opened or a document exported, `looks` how often the desk is read.
    """

    start_stories: int = 10_000
    desk_stories: int = 50_000
    runs: int = 7
    looks: int = 200
    docx_words: int = 2_000
    docx_photos: int = 10
    long_words: int = 20_000
    long_photos: int = 50
    long_keys: int = 300
    paste_signs: int = 300_000
    photo_size: tuple[int, int] = (4000, 3000)  # px


@dataclass(frozen=True, slots=True)
class Goal:
    """What a measurement should stay under: its ratio to the baseline, or one of its figures."""

    of: str  # the field of `Measured` that it is set for
    limit: float

    def text(self, unit: str) -> str:
        """The goal as the table shows it."""
        return f"{self.of} <= {self.limit:g}" + (" x" if self.of == "ratio" else f" {unit}")


@dataclass(frozen=True, slots=True)
class Measured:
    """One line of the result. `figure` is the median; all but `ratio` are in `unit`."""

    name: str
    figure: float
    unit: str
    baseline: float
    ratio: float
    p50: float
    p99: float
    goal: Goal
    about: str  # what the figure and its baseline are

    @property
    def reached(self) -> bool:
        """Whether the goal is reached."""
        return float(getattr(self, self.goal.of)) <= self.goal.limit

    def as_json(self) -> dict[str, str | float]:
        """The line as `--json` prints it."""
        return {
            "name": self.name,
            "figure": round(self.figure, 3),
            "unit": self.unit,
            "baseline": round(self.baseline, 3),
            "ratio": round(self.ratio, 3),
            "p50": round(self.p50, 3),
            "p99": round(self.p99, 3),
        }


def measured(
    name: str, unit: str, goal: Goal, about: str, *, times: Sequence[float], baseline: Sequence[float]
) -> Measured:
    """Puts a result together from single measurements in `unit`."""
    middle, base = median(times), median(baseline)
    return Measured(
        name=name,
        figure=middle,
        unit=unit,
        baseline=base,
        ratio=middle / base,
        p50=middle,
        p99=percentile(times, 99),
        goal=goal,
        about=about,
    )


def percentile(values: Sequence[float], percent: float) -> float:
    """The smallest value that at least `percent` of all values do not exceed (nearest rank)."""
    ranked = sorted(values)
    return ranked[max(0, ceil(percent / 100 * len(ranked)) - 1)]


def seconds(act: Callable[[], object]) -> float:
    """How long one call takes, in seconds."""
    began = time.perf_counter()
    act()
    return time.perf_counter() - began
