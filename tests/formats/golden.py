"""Compares what is written with the reference outputs in tests/golden/.

`EDITOR_APP_GOLDEN=write pytest tests/formats` writes them anew; read the difference before it is committed.
"""

import os

from tests.formats.editions import GOLDEN


def assert_golden(name: str, written: str) -> None:
    """Fails where `written` is not what the reference output `name` holds."""
    path = GOLDEN / name
    if os.environ.get("EDITOR_APP_GOLDEN") == "write":
        path.write_text(written, "utf-8", newline="\n")
    assert written == path.read_text("utf-8")
