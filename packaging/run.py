"""`python3 packaging/run.py`: sets up what is missing, then opens the workstation on the sample newsroom.

Where there is no display the same job runs without a window, and its output says where the files are.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - an older Python is told so, in words that it can parse
    sys.exit("Meja Redaksi needs Python 3.11 or newer; this is Python " + sys.version.split()[0] + ".")

import argparse
import subprocess
import tempfile

import environment
from screen import has_screen
from system_parts import NotReady


def main() -> int:
    """Runs the workstation; returns its exit code, or 1 with a sentence where something is missing."""
    parser = argparse.ArgumentParser(description="Opens Meja Redaksi on its sample newsroom.")
    parser.add_argument("arguments", nargs="*", metavar="-- ARGUMENT", help="handed on to editor-app")
    handed_on = parser.parse_args().arguments
    screen = has_screen()
    try:
        python = environment.prepare(dev=False, screen=screen)
    except NotReady as missing:
        print(missing, file=sys.stderr)
        return 1
    screen = has_screen()  # the library that asks it may have come only now
    verb = ["sample"] if screen else ["demo"]
    if not screen:
        print("No screen answers here, so the whole job is done without a window.", flush=True)
        if not any(argument.startswith("--out") for argument in handed_on):
            verb += ["--out", tempfile.mkdtemp(prefix="meja-redaksi-")]
    # -P: the folder where this is called may hold files that are called like Python's own.
    code = subprocess.run([python, "-P", "-m", "editor_app", *verb, *handed_on], check=False).returncode
    return code if code >= 0 else 128 - code  # as a shell says that a signal ended it


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:  # the program that was interrupted has said so
        sys.exit(130)
