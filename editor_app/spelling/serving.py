"""The engine's own process: one JSON value a line comes in, one goes out, until whoever asks is gone."""

import json
import sys
from pathlib import Path
from typing import IO, Any

from editor_app.spelling.dictionaries import Dictionary
from editor_app.spelling.engine import Engine
from editor_app.spelling.hunspell_engine import HunspellEngine
from editor_app.words import Sayable

FLAG = "--spelling-engine"
"""What a frozen program is called with to be this process."""


def main() -> int:
    """Serves until standard input ends."""
    serve(HunspellEngine(), sys.stdin.buffer, sys.stdout.buffer)
    return 0


def serve(engine: Engine, questions: IO[bytes], answers: IO[bytes]) -> None:
    """Answers every line of `questions` by one line."""
    for line in questions:
        answers.write(json.dumps(_answer(engine, json.loads(line))).encode() + b"\n")
        answers.flush()


def _answer(engine: Engine, question: dict[str, Any]) -> Any:
    match question["ask"]:
        case "open":
            try:
                engine.open(Dictionary(question["name"], Path(question["aff"]), Path(question["dic"])))
            except Sayable as error:
                return {"code": error.message.code, "params": dict(error.message.params)}
            return {}
        case "accepts":
            return list(engine.accepts(question["words"]))
        case _:
            return list(engine.suggest(question["word"]))


if __name__ == "__main__":
    sys.exit(main())
