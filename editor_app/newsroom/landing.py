"""Landing: what an export writes comes into a folder whole, and goes again where the export was not recorded."""

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from editor_app.storage.errors import file_troubles
from editor_app.storage.files import fsync_folder, write_file
from editor_app.words import Trouble

ALONE = ""  # the name of a file that is no folder's


class Landing:
    """A file or folder that waits beside its place, `target`. Made by `landing`."""

    def __init__(self, target: Path, beside: Path) -> None:
        self.target = target
        self._coming = beside / target.name
        self._older = beside / f"older-{target.name}"
        self._arrived = False

    def prepare(self, files: Mapping[str, bytes]) -> None:
        """Writes all that comes, safely on the disk but not in its place yet."""
        for name, data in files.items():
            path = self._coming / name
            path.parent.mkdir(parents=True, exist_ok=True)
            write_file(path, data)

    def arrive(self) -> None:
        """Puts it in its place; an older one of the same name is set aside.

        Raises:
            Trouble: as `landing`.
        """
        with file_troubles(self.target):
            if self.target.exists():
                self.target.rename(self._older)
            self._coming.rename(self.target)
            self._arrived = True
            fsync_folder(self.target.parent)

    def go_back(self) -> None:
        """Leaves the place as it was found."""
        if self._arrived:
            self.target.rename(self._coming)
        if self._older.exists():
            self._older.rename(self.target)


@contextmanager
def landing(target: Path, files: Mapping[str, bytes]) -> Iterator[Landing]:
    """Has what comes ready, for the block to let it arrive; where the block fails, the place is as it was.

    `files` are those of the folder `target` by their paths in it; or the one file `target`, named `ALONE`.

    Raises:
        Trouble: `folder-not-writable`, where the folder is none; `disk-full`, `folder-read-only` or
            `file-not-written`, naming the place.
    """
    beside = _place_beside(target)
    try:
        coming = Landing(target, beside)
        try:
            coming.prepare(files)
        except Trouble as error:
            raise Trouble(error.message.code, **{**error.message.params, "file": str(target)}) from error
        try:
            yield coming
        except BaseException:
            coming.go_back()
            raise
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _place_beside(target: Path) -> Path:
    out = target.parent
    with file_troubles(target):
        try:
            out.mkdir(parents=True, exist_ok=True)
        except (FileExistsError, NotADirectoryError) as error:
            raise Trouble("folder-not-writable", folder=str(out)) from error
        return Path(tempfile.mkdtemp(prefix=".", suffix=".part", dir=out))
