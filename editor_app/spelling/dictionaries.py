"""Dictionaries: where Hunspell's pairs of files (.aff and .dic) stand on this machine, and which serve."""

import importlib.util
import os
import re
import shutil
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from editor_app.resources import resources_root
from editor_app.words import Trouble

USUAL: Final = ("id", "en")
"""The languages that an office writes in, unless it chose others."""

_STEM: Final = re.compile(r"([a-z]{2,3})(?:[_-]([A-Z][a-z]{3}))?(?:[_-]([A-Z]{2}))?(?:[_-]\w+)*", re.ASCII)
_BEST: Final = ("id_ID", "en_US", "en_GB")  # of two of one language the one that is named first here
_PACKAGES: Final = {"id": "hunspell-id", "en": "hunspell-en-us"}
_INSTALLERS: Final = (
    ("apt-get", "sudo apt install {}"),
    ("dnf", "sudo dnf install {}"),
    ("zypper", "sudo zypper install {}"),
)


@dataclass(frozen=True, slots=True)
class Dictionary:
    """A pair of files. `name` is what both are called without their endings: `id_ID`."""

    name: str
    aff: Path
    dic: Path

    @property
    def language(self) -> str:
        """The language's code, without country: `id`."""
        return re.split("[_-]", self.name)[0]

    @property
    def locale(self) -> str:
        """Language and country: `en_US`; other parts of the name are left out."""
        parts = _STEM.fullmatch(self.name)
        return self.name if parts is None else "_".join(part for part in parts.groups() if part)


@dataclass(frozen=True, slots=True)
class Dictionaries:
    """What spelling found: every dictionary there is, those in use, those that are broken, and what is wanting.

    Attributes:
        found: all that are there, the usual languages first.
        used: those that words are looked up in.
        broken: what is wrong with those that would not open.
        wanting: languages that an office usually writes in, and that have no dictionary here.
        has_engine: whether anything can be checked at all.
    """

    found: tuple[Dictionary, ...] = ()
    used: tuple[Dictionary, ...] = ()
    broken: tuple[Trouble, ...] = ()
    wanting: tuple[str, ...] = USUAL
    has_engine: bool = True

    @property
    def can_check(self) -> bool:
        """Whether words can be looked up."""
        return bool(self.used)


def dictionary_folders(newsroom: Path, environment: Mapping[str, str] = os.environ) -> tuple[Path, ...]:
    """Where to look, first those that go before: the newsroom's own, the program's, the machine's, the engine's.

    Args:
        newsroom: the newsroom folder.
        environment: the variables of the process; `DICPATH` is Hunspell's own, and lists folders.
    """
    named = [Path(part) for part in environment.get("DICPATH", "").split(os.pathsep) if part]
    ours = [newsroom / "dictionaries", resources_root() / "dictionaries"]
    return tuple(dict.fromkeys([*ours, *named, *_platform_folders(environment), *_engine_folders()]))


def find_dictionaries(folders: Iterable[Path]) -> tuple[Dictionary, ...]:
    """The dictionaries in `folders`, the usual languages first, then by name.

    Of two with one name, or two names of one file, the first serves.
    """
    found: dict[str, Dictionary] = {}
    seen: set[Path] = set()
    for folder in folders:
        for aff in _files(folder):
            dic = aff.with_suffix(".dic")
            if aff.stem in found or not _STEM.fullmatch(aff.stem) or not dic.exists():
                continue
            real = dic.resolve()
            if real not in seen:
                seen.add(real)
                found[aff.stem] = Dictionary(aff.stem, aff, dic)
    return tuple(sorted(found.values(), key=_rank))


def best_of(dictionaries: Iterable[Dictionary], languages: Iterable[str] = USUAL) -> tuple[Dictionary, ...]:
    """One dictionary for each of these languages that has any, in their order."""
    there = tuple(dictionaries)
    best: list[Dictionary] = []
    for language in languages:
        of_it = [dictionary for dictionary in there if dictionary.language == language]
        best.extend(sorted(of_it, key=_rank)[:1])
    return tuple(best)


def install_command(languages: Iterable[str]) -> str | None:
    """The command that installs the dictionaries of these languages; None where this system has none."""
    packages = [_PACKAGES[language] for language in languages if language in _PACKAGES]
    if sys.platform != "linux" or not packages:
        return None
    form = next((form for program, form in _INSTALLERS if shutil.which(program)), None)
    return None if form is None else form.format(" ".join(packages))


def _rank(dictionary: Dictionary) -> tuple[int, int, str]:
    name, language = dictionary.name, dictionary.language
    usual = USUAL.index(language) if language in USUAL else len(USUAL)
    return (usual, _BEST.index(name) if name in _BEST else len(_BEST), name)


def _files(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.suffix == ".aff")
    except OSError:
        return []  # there is no such folder, or it may not be read


def _platform_folders(environment: Mapping[str, str]) -> list[Path]:
    if sys.platform == "darwin":
        return [Path.home() / "Library" / "Spelling", Path("/Library/Spelling")]
    if sys.platform == "win32":
        places = [environment.get(name) for name in ("APPDATA", "LOCALAPPDATA", "PROGRAMDATA")]
        return [Path(place) / "hunspell" for place in places if place]
    data = [
        Path(part) for part in environment.get("XDG_DATA_DIRS", "/usr/local/share:/usr/share").split(":") if part
    ]
    return [folder / kind for folder in data for kind in ("hunspell", "myspell", "myspell/dicts")]


def _engine_folders() -> list[Path]:
    """The English that comes with the engine's package, so that there is at least that."""
    try:
        engine = importlib.util.find_spec("hunspell")
    except (ImportError, ValueError):
        return []
    return [Path(place) / "dictionaries" for place in (engine.submodule_search_locations or ())] if engine else []
