"""Debian's dictionaries, which these tests ask, and an engine in a process of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from editor_app.spelling.dictionaries import Dictionary, find_dictionaries
from editor_app.spelling.engine_process import EngineProcess
from editor_app.spelling.hunspell_engine import has_engine
from editor_app.spelling.speller import Speller

DEBIAN = Path("/usr/share/hunspell")


@pytest.fixture(scope="session")
def dictionaries() -> dict[str, Dictionary]:
    """Indonesian and English as Debian has them, by name."""
    found = {each.name: each for each in find_dictionaries([DEBIAN])}
    if not {"id_ID", "en_US"} <= found.keys():
        pytest.skip("needs Debian's packages hunspell-id and hunspell-en-us")
    if not has_engine():
        pytest.skip("needs chunspell, which has no wheel for this system")
    return found


@pytest.fixture(scope="session")
def engine(dictionaries: dict[str, Dictionary]) -> Iterator[EngineProcess]:
    """An engine with both dictionaries."""
    made = EngineProcess()
    made.open(dictionaries["id_ID"])
    made.open(dictionaries["en_US"])
    yield made
    made.close()


@pytest.fixture
def speller(engine: EngineProcess) -> Speller:
    """A speller of Indonesian and English."""
    return Speller(engine, ("id", "en"))


@pytest.fixture
def own(tmp_path: Path) -> Dictionary:
    """A small whole dictionary of one's own, to be broken."""
    aff, dic = tmp_path / "xx_XX.aff", tmp_path / "xx_XX.dic"
    aff.write_text("SET UTF-8\n", "utf-8")
    dic.write_text("3\nkopi\nteh\nsusu\n", "utf-8")
    return Dictionary("xx_XX", aff, dic)
