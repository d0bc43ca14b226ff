"""The pinned PySide6 loses no references to None: 6.12.0 on Python 3.11 aborts after some thousand void calls."""

import subprocess
import sys

VOID_CALLS = """
from PySide6.QtCore import QObject
thing = QObject()
for number in range(20_000):
    thing.setObjectName("x")
"""


def test_twenty_thousand_void_calls_do_not_abort() -> None:
    done = subprocess.run([sys.executable, "-c", VOID_CALLS], capture_output=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr.decode(errors="replace")
