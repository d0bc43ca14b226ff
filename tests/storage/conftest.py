"""A newsroom in a folder of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from editor_app.storage.store import Store, create_store


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    """The path of an empty newsroom that nobody has open."""
    path = tmp_path / "newsroom"
    create_store(path).close()
    return path


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty newsroom, open for writing."""
    with create_store(tmp_path / "redaksi") as opened:
        yield opened
