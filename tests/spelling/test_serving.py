"""The engine's own process answers line by line, and ends with who asks."""

import io
import json
import subprocess
import sys

import pytest

from editor_app.cli.main import SPELLING_ENGINE
from editor_app.spelling.dictionaries import Dictionary
from editor_app.spelling.hunspell_engine import HunspellEngine, in_turn
from editor_app.spelling.serving import FLAG, serve


def question(dictionary: Dictionary) -> dict[str, str]:
    return {"ask": "open", "name": dictionary.name, "aff": str(dictionary.aff), "dic": str(dictionary.dic)}


def test_each_question_is_answered_by_one_line(dictionaries: dict[str, Dictionary], own: Dictionary) -> None:
    own.dic.write_text("")
    questions = [
        question(own),
        question(dictionaries["id_ID"]),
        {"ask": "accepts", "words": ["warga", "wrga"]},
        {"ask": "suggest", "word": "membca"},
    ]
    out = io.BytesIO()
    serve(HunspellEngine(), io.BytesIO(b"".join(json.dumps(each).encode() + b"\n" for each in questions)), out)
    refusal, opened, judged, offered = map(json.loads, out.getvalue().splitlines())

    assert refusal == {"code": "dictionary-empty", "params": {"file": str(own.dic)}}
    assert opened == {}
    assert judged == [True, False]
    assert "membaca" in offered


@pytest.mark.parametrize("command", [["-m", "editor_app.spelling.serving"], ["-m", "editor_app", FLAG]])
def test_the_process_ends_with_its_input(dictionaries: dict[str, Dictionary], command: list[str]) -> None:
    lines = "".join(
        json.dumps(each) + "\n"
        for each in (question(dictionaries["id_ID"]), {"ask": "accepts", "words": ["desa"]})
    )
    ended = subprocess.run(
        [sys.executable, *command], input=lines, capture_output=True, text=True, check=False, timeout=60
    )

    assert (ended.returncode, ended.stdout.split()) == (0, ["{}", "[true]"])


def test_the_command_knows_the_engine_s_flag() -> None:
    assert SPELLING_ENGINE == FLAG


def test_lists_are_read_in_turn() -> None:
    assert in_turn([("a", "b", "c"), (), ("b", "d")]) == ("a", "b", "d", "c")
