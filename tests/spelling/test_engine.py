"""The engine: what it knows, what it says of broken files, and that it takes nobody down with it."""

import random
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from editor_app.spelling import engine_process
from editor_app.spelling.dictionaries import Dictionary
from editor_app.spelling.dictionary_files import check_files
from editor_app.spelling.engine import Engine
from editor_app.spelling.engine_process import EngineProcess
from editor_app.spelling.hunspell_engine import HunspellEngine
from editor_app.words import Trouble
from tests.spelling.conftest import DEBIAN


@pytest.fixture(params=[HunspellEngine, EngineProcess], ids=["here", "in its own process"])
def bare_engine(request: pytest.FixtureRequest, dictionaries: dict[str, Dictionary]) -> Iterator[Engine]:
    made: Engine = request.param()
    yield made
    made.close()


def test_a_word_is_right_where_any_dictionary_accepts_it(
    bare_engine: Engine, dictionaries: dict[str, Dictionary]
) -> None:
    bare_engine.open(dictionaries["id_ID"])
    alone = bare_engine.accepts(["perpustakaan", "library", "librari"])
    bare_engine.open(dictionaries["en_US"])

    assert alone == (True, False, False)
    assert bare_engine.accepts(["perpustakaan", "library", "librari"]) == (True, True, False)
    assert bare_engine.accepts([]) == ()


def test_suggestions_come_from_each_dictionary_in_turn(
    bare_engine: Engine, dictionaries: dict[str, Dictionary]
) -> None:
    bare_engine.open(dictionaries["id_ID"])
    bare_engine.open(dictionaries["en_US"])

    assert bare_engine.suggest("konsistent")[:2] == ("konsisten", "consistent")


def test_letters_that_a_dictionary_cannot_write_are_not_its_words(
    bare_engine: Engine, dictionaries: dict[str, Dictionary]
) -> None:
    bare_engine.open(dictionaries["id_ID"])  # written in ISO 8859-1

    assert bare_engine.accepts(["слово", "œuvre"]) == (False, False)
    assert bare_engine.suggest("слово") == ()


BROKEN: dict[str, tuple[Callable[[Dictionary], object], str]] = {
    "gone": (lambda own: own.dic.unlink(), "dictionary-unreadable"),
    "a folder": (lambda own: (own.dic.unlink(), own.dic.mkdir()), "dictionary-unreadable"),
    "empty words": (lambda own: own.dic.write_bytes(b""), "dictionary-empty"),
    "empty rules": (lambda own: own.aff.write_bytes(b" \n"), "dictionary-empty"),
    "a web page": (lambda own: own.dic.write_bytes(b"<!DOCTYPE html>\n<p>404"), "dictionary-uncounted"),
    "uncounted": (lambda own: own.dic.write_bytes(b"kopi\nteh\n"), "dictionary-uncounted"),
    "cut short": (lambda own: own.dic.write_bytes(b"31132\nkopi\n"), "dictionary-cut-short"),
    "no UTF-8": (lambda own: own.dic.write_bytes(b"2\nkopi\nt\xe9h\n"), "dictionary-not-text"),
    "null bytes": (lambda own: own.dic.write_bytes(b"2\nko\0pi\nteh\n"), "dictionary-not-text"),
    "unknown letters": (lambda own: own.aff.write_bytes(b"SET KLINGON-8\n"), "dictionary-encoding"),
    "no letters at all": (lambda own: own.aff.write_bytes(b"SET hex\n"), "dictionary-not-text"),
    "a name with a null": (lambda own: own.aff.write_bytes(b"SET a\0b\n"), "dictionary-encoding"),
}


@pytest.mark.parametrize("how", BROKEN)
def test_a_broken_dictionary_is_named_and_the_others_serve_on(
    bare_engine: Engine, dictionaries: dict[str, Dictionary], own: Dictionary, how: str
) -> None:
    break_it, code = BROKEN[how]
    bare_engine.open(dictionaries["id_ID"])
    break_it(own)

    with pytest.raises(Trouble) as told:
        bare_engine.open(own)

    assert told.value.message.code == code
    assert str(own.dic.with_suffix("")) in str(told.value.message.params["file"])
    assert bare_engine.accepts(["kopi"]) == (True,)


def test_a_dictionary_that_is_too_large_is_not_read(own: Dictionary) -> None:
    with own.dic.open("ab") as file:
        file.truncate(65 * 1024 * 1024)

    with pytest.raises(Trouble) as told:
        check_files(own)

    assert told.value.message.code == "dictionary-too-large"


def test_a_whole_dictionary_is_whole_in_every_usual_encoding(own: Dictionary) -> None:
    assert check_files(own) == "utf-8"
    own.aff.write_bytes(b"\xef\xbb\xbfSET UTF-8\n")
    assert check_files(own) == "utf-8"
    own.aff.write_text("SET microsoft-cp1251\n")
    assert check_files(own) == "cp1251"
    own.aff.write_text("TRY abc\n")
    assert check_files(own) == "iso8859-1"


def mutated(data: bytes, chance: random.Random) -> bytes:
    broken = bytearray(data)
    for _ in range(chance.choice([1, 20, 200])):
        place = chance.randrange(len(broken))
        match chance.randrange(3):
            case 0:
                broken[place] = chance.randrange(256)
            case 1:
                del broken[place : place + chance.randrange(40)]
            case _:
                broken[place:place] = broken[chance.randrange(len(broken)) :][: chance.randrange(60)]
    return bytes(broken)


@pytest.mark.parametrize("seed", range(12))
def test_whatever_stands_in_the_files_the_engine_answers_or_says_why_not(
    dictionaries: dict[str, Dictionary], own: Dictionary, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same faults at each run
    model = dictionaries["id_ID" if seed % 2 else "en_US"]
    words = model.dic.read_bytes()[:20_000]
    own.aff.write_bytes(mutated(model.aff.read_bytes(), chance))
    own.dic.write_bytes(b"100\n" + mutated(words, chance))
    engine = EngineProcess()
    engine.open(dictionaries["id_ID"])
    with suppress(Trouble):
        engine.open(own)
    assert engine.accepts(["perpustakaan"]) == (True,)
    assert len(engine.accepts(["berlari", "hello", "1st", "x" * 60])) == 4
    engine.suggest("membca")
    engine.close()


# Processes that behave as a broken engine might: real ones, on real pipes.
ENDS = "import sys; sys.exit(3)"
ENDS_OVER_A_WORD = """
import json, sys
from editor_app.spelling.serving import serve
from editor_app.spelling.hunspell_engine import HunspellEngine

class Fragile(HunspellEngine):
    def accepts(self, words):
        if "maut" in words:
            sys.exit(9)
        return super().accepts(words)

    def suggest(self, word):
        sys.exit(9)

serve(Fragile(), sys.stdin.buffer, sys.stdout.buffer)
"""
HANGS = "import sys, threading; sys.stdin.readline(); threading.Event().wait()"
RAVES = "import sys\nfor _ in sys.stdin: print('{]', flush=True)"
ENDS_OVER_A_DICTIONARY = """
import json, sys
from editor_app.spelling.serving import serve
from editor_app.spelling.hunspell_engine import HunspellEngine

class Fragile(HunspellEngine):
    def open(self, dictionary):
        if dictionary.name.startswith("xx"):
            sys.exit(9)
        super().open(dictionary)

serve(Fragile(), sys.stdin.buffer, sys.stdout.buffer)
"""


def made_of(source: str, patience: tuple[float, float] = (20.0, 20.0)) -> EngineProcess:
    return EngineProcess([sys.executable, "-c", source], patience)


@pytest.mark.parametrize(("source", "patience"), [(ENDS, 20.0), (RAVES, 20.0), (HANGS, 0.2)])
def test_a_process_that_ends_raves_or_hangs_over_a_dictionary_is_given_up(
    own: Dictionary, source: str, patience: float
) -> None:
    engine = made_of(source, (patience, patience))

    with pytest.raises(Trouble) as told:
        engine.open(own)

    assert told.value.message.code == "dictionary-crashes"
    engine.close()


def test_a_dictionary_that_ends_the_engine_is_left_out_and_the_others_come_back(
    dictionaries: dict[str, Dictionary], own: Dictionary
) -> None:
    engine = made_of(ENDS_OVER_A_DICTIONARY)
    engine.open(dictionaries["id_ID"])

    with pytest.raises(Trouble):
        engine.open(own)

    assert engine.accepts(["perpustakaan", "library"]) == (True, False)
    engine.close()


def test_a_word_that_ends_the_engine_is_right_and_the_others_are_still_judged(
    dictionaries: dict[str, Dictionary],
) -> None:
    engine = made_of(ENDS_OVER_A_WORD)
    engine.open(dictionaries["id_ID"])

    assert engine.accepts(["warga", "wrga", "maut", "membca", "desa"]) == (True, False, True, False, True)
    assert engine.suggest("membca") == ()
    assert engine.accepts(["warga"]) == (True,)
    engine.close()


def test_an_engine_that_ends_again_and_again_is_left_alone(
    dictionaries: dict[str, Dictionary], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine_process, "MOST_STARTS", 2)
    engine = made_of(ENDS_OVER_A_WORD)
    engine.open(dictionaries["id_ID"])
    engine.suggest("membca")

    engine.suggest("membca")
    with pytest.raises(Trouble) as told:
        engine.accepts(["warga"])

    assert told.value.message.code == "spelling-engine-ended"


def test_a_dictionary_that_broke_meanwhile_is_left_out_of_the_next_start(
    dictionaries: dict[str, Dictionary], own: Dictionary
) -> None:
    engine = made_of(ENDS_OVER_A_WORD)
    engine.open(own)
    engine.open(dictionaries["id_ID"])
    own.dic.write_bytes(b"")
    engine.suggest("membca")

    assert engine.accepts(["warga", "susu"]) == (True, True)
    engine.close()


def test_dictionaries_that_end_the_next_start_are_left_out_one_by_one(
    dictionaries: dict[str, Dictionary], own: Dictionary, tmp_path: Path
) -> None:
    sign = tmp_path / "now"
    source = ENDS_OVER_A_DICTIONARY.replace("if ", f"import os\n        if os.path.exists({str(sign)!r}) and ")
    source = source.replace(
        "serve(Fragile()", "Fragile.suggest = lambda self, word: sys.exit(9)\nserve(Fragile()"
    )
    engine = made_of(source)
    engine.open(own)
    engine.open(dictionaries["id_ID"])
    sign.touch()
    engine.suggest("membca")

    assert engine.accepts(["warga", "wrga"]) == (True, False)
    engine.close()


def test_a_closed_engine_is_asked_no_more(own: Dictionary) -> None:
    engine = EngineProcess()
    engine.close()

    with pytest.raises(Trouble):
        engine.open(own)


def test_without_a_program_there_is_no_engine(own: Dictionary, tmp_path: Path) -> None:
    engine = EngineProcess([str(tmp_path / "nothing")])

    with pytest.raises(Trouble) as told:
        engine.open(own)

    assert told.value.message.code == "spelling-engine-ended"


def test_where_chunspell_is_not_installed_the_engine_says_so(
    own: Dictionary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "hunspell.py").write_text("")  # another package that took the module's name
    monkeypatch.delitem(sys.modules, "hunspell", raising=False)
    monkeypatch.syspath_prepend(tmp_path)

    try:
        with pytest.raises(Trouble) as told:
            HunspellEngine().open(own)
    finally:
        del sys.modules["hunspell"]  # the empty one: tests that follow load the real one

    assert told.value.message.code == "spelling-engine-missing"


def test_the_tests_ask_the_dictionaries_of_debian(dictionaries: dict[str, Dictionary]) -> None:
    assert {each.aff.parent for each in dictionaries.values()} == {DEBIAN}
