"""The benchmarks run, whatever their figures, and print what others read."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.benchmarks.__main__ import BENCHMARKS
from tests.benchmarks.measuring import Goal, measured, percentile

ROOT = Path(__file__).parents[2]


def run(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tests.benchmarks", "--tiny", *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=300)


@pytest.mark.parametrize("names", [(), ("search", "desk")])
def test_json_alone_is_printed_one_object_a_benchmark(names: tuple[str, ...]) -> None:
    done = run("--json", *names)
    assert (done.returncode, done.stderr) == (0, "")
    results = json.loads(done.stdout)
    assert [result["name"] for result in results] == list(names or BENCHMARKS)
    for result in results:
        assert list(result) == ["name", "figure", "unit", "baseline", "ratio", "p50", "p99"]
        assert result["unit"] == {"docx": "s"}.get(result["name"], "ms")
        assert 0 <= result["figure"] <= result["p99"]
        assert result["baseline"] > 0


def test_the_table_shows_the_goal_beside_each_figure() -> None:
    done = run("desk")
    assert done.returncode == 0
    (line,) = done.stdout.splitlines()
    assert line.startswith("desk ")
    assert "goal p99 <= 20 ms: " in line


def test_a_name_that_is_no_benchmark_is_usage() -> None:
    done = run("tempo")
    assert (done.returncode, done.stdout) == (2, "")
    assert "tempo" in done.stderr


def test_a_result_is_the_middle_its_edge_and_how_it_stands_to_the_baseline() -> None:
    result = measured("x", "ms", Goal("ratio", 2), "", times=[5, 1, 3], baseline=[2, 1, 9])
    assert (result.figure, result.p50, result.p99, result.baseline, result.ratio) == (3, 3, 5, 2, 1.5)
    assert result.reached
    assert not measured("x", "ms", Goal("p99", 4), "", times=[5, 1, 3], baseline=[2]).reached


def test_a_percentile_is_one_of_the_values() -> None:
    values = list(range(1, 101))
    assert (percentile(values, 50), percentile(values, 99), percentile([7], 99)) == (50, 99, 7)
