"""Newsrooms for what goes wrong: the journeys' own, one that other users may see, and one on a small disk."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.journeys.conftest import ready, ready_folder, staffed, staffed_folder, story, write
from tests.journeys.terminal import ROOT, Terminal

__all__ = ["ready", "ready_folder", "staffed", "staffed_folder", "story", "write"]

AS_NOBODY = ("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups")


@pytest.fixture
def in_the_open(ready_folder: Path) -> Iterator[Terminal]:
    """A terminal in a newsroom that every user may read and only root may write."""
    if sys.platform != "linux" or not shutil.which("setpriv"):
        pytest.skip("rights are taken away with setpriv, which only Linux has")
    trial = [*AS_NOBODY, sys.executable, "-c", "import editor_app"]
    if subprocess.run(trial, check=False, capture_output=True, cwd=ROOT).returncode != 0:
        pytest.skip("only root can act as another user, who must be able to read this Python and this checkout")
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        folder = Path(shutil.copytree(ready_folder, Path(name, "newsroom")))
        yield Terminal(folder)


@pytest.fixture
def nobody(in_the_open: Terminal) -> Terminal:
    """The same newsroom, before somebody who may only read it."""
    in_the_open.refuses("submit", "0")  # it is a copy: the first who may write gives it an own device id
    home = {"HOME": str(in_the_open.folder.parent), "TMPDIR": tempfile.gettempdir()}
    return replace(in_the_open, before=AS_NOBODY, surroundings=home)


@pytest.fixture
def small_disk() -> Iterator[Path]:
    """A disk of 4 MB of its own."""
    if sys.platform != "linux":
        pytest.skip("a disk in memory is Linux's own")
    with tempfile.TemporaryDirectory() as name:
        mount = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", name]
        if subprocess.run(mount, check=False, capture_output=True).returncode != 0:
            pytest.skip("only root may mount a small disk, and not in every container")
        try:
            yield Path(name)
        finally:
            subprocess.run(["umount", "--lazy", name], check=True)
