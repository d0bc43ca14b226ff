"""Programs that a test starts beside itself: to be killed, to hold a lock, to have no rights or no room."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]


def environment() -> dict[str, str]:
    """This test's environment, in which a program finds the package."""
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}


def run(code: str, *arguments: object, before: Sequence[str] = ()) -> subprocess.CompletedProcess[str]:
    """Runs Python code to its end; `before` is put before the command (such as `setpriv`)."""
    command = [*before, sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(command, env=environment(), capture_output=True, text=True, check=False, timeout=60)


@contextmanager
def running(code: str, *arguments: object) -> Iterator[subprocess.Popen[str]]:
    """A running Python program, whose lines can be read; it is killed at the end."""
    command = [sys.executable, "-u", "-c", code, *map(str, arguments)]
    with subprocess.Popen(
        command, env=environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def line_of(process: subprocess.Popen[str]) -> str:
    """The next line that the program writes."""
    assert process.stdout is not None
    return process.stdout.readline().strip()
