"""The house styles that were ever in force, each in a file named by its version."""

from pathlib import Path

from editor_app.storage.files import write_file
from editor_app.storage.folder import NewsroomFolder
from editor_app.story.house_style import house_style
from editor_app.words import Sayable, Trouble


def keep(folder: NewsroomFolder, source: str) -> str:
    """Keeps a house style (its TOML text) for good, and returns its version.

    Raises:
        Trouble: `style-unreadable` or `style-incomplete`; `disk-full`, `folder-read-only` or `file-not-written`.
    """
    version = house_style(source).version
    path = _path(folder, version)
    if _version_in(path) != version:
        write_file(path, source.encode())
    return version


def read(folder: NewsroomFolder, version: str) -> str:
    """The TOML text of a house style.

    Raises:
        Trouble: `style-missing`, or `style-altered` where the file no longer says what it said.
    """
    path = _path(folder, version)
    if not path.is_file():
        raise Trouble("style-missing", file=str(path))
    if _version_in(path) != version:
        raise Trouble("style-altered", file=str(path))
    return path.read_text("utf-8")


def _path(folder: NewsroomFolder, version: str) -> Path:
    return folder.house_style / f"{version}.toml"


def _version_in(path: Path) -> str | None:
    try:
        return house_style(path.read_bytes().decode()).version
    except (OSError, UnicodeDecodeError, Sayable):
        return None
