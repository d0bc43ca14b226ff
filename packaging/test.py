"""`python3 packaging/test.py`: sets up what is missing, then runs the linters and all tests, offscreen."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - an older Python is told so, in words that it can parse
    sys.exit("Meja Redaksi needs Python 3.11 or newer; this is Python " + sys.version.split()[0] + ".")

import argparse
import os
import subprocess
import time
from collections.abc import Mapping, Sequence

import dictionaries
import environment
from system_parts import NotReady


def main() -> int:
    """Runs every tool in turn and stops at the first that fails, with its exit code."""
    parser = argparse.ArgumentParser(description="Runs the linters and the tests of Meja Redaksi.")
    parser.add_argument("arguments", nargs="*", metavar="-- ARGUMENT", help="handed on to pytest")
    handed_on = parser.parse_args().arguments
    try:
        python = str(environment.prepare(dev=True, screen=False))
        dictionaries.have_for_tests()
    except NotReady as missing:
        print(missing, file=sys.stderr)
        return 1
    surroundings = {name: value for name, value in os.environ.items() if name != "EDITOR_APP_DATA_DIR"}
    surroundings |= {"QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
    tools: dict[str, Sequence[str]] = {
        "ruff check": [python, "-m", "ruff", "check", "."],
        "ruff format": [python, "-m", "ruff", "format", "--check", "."],
        "mypy": [python, "-m", "mypy"],
        "import-linter": [str(environment.venv_program("lint-imports"))],
        "catalogue": [python, "packaging/catalogue.py", "--check"],
        # Last, so that pytest's closing line closes the run.
        "pytest": [python, "-m", "pytest", "-n", "2", "--cov", "--cov-branch", "--cov-report=term", *handed_on],
    }
    return _run_all(tools, surroundings)


def _run_all(tools: Mapping[str, Sequence[str]], surroundings: Mapping[str, str]) -> int:
    summary: list[str] = []
    for name, command in tools.items():
        print(f"== {name}", flush=True)
        began = time.monotonic()
        code = subprocess.run(command, cwd=environment.ROOT, env=surroundings, check=False).returncode
        if name == "pytest":
            return code
        outcome = "passed" if code == 0 else f"failed with exit code {code}"
        summary.append(f"{name}: {outcome} ({time.monotonic() - began:.1f} s)")
        if code != 0:
            print("\n".join(["== stopped", *summary]), file=sys.stderr)
            return code
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:  # the tool that was interrupted has said so
        sys.exit(130)
