"""The command as a person runs it in a terminal: a program of its own, with two streams and an exit status."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO, Any

from editor_app.words import Language

ROOT = Path(__file__).parents[2]
COMMAND = (sys.executable, "-m", "editor_app")
_NEXT_SENTENCE = re.compile(r"[.!?][”)]? +[A-Z]")
_CODE_WORDS = re.compile(
    r"Traceback|Error\b|Exception|Errno|errno|sqlite|SQL|None|True|False|0x[0-9a-f]|<[a-z]|\{|\}|__"
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the command left behind."""

    status: int
    stdout: str
    stderr: str

    @property
    def line(self) -> str:
        """The one line that stands on stdout, alone."""
        assert self.stdout.endswith("\n")
        assert self.stdout.count("\n") == 1, self.stdout
        return self.stdout[:-1]

    @property
    def sentence(self) -> str:
        """The one plain sentence that stands on stderr, alone."""
        said = self.stderr
        assert said.endswith("\n"), said
        assert said.count("\n") == 1, said
        assert _NEXT_SENTENCE.search(said) is None, said
        assert _CODE_WORDS.search(said) is None, said
        assert said.rstrip("\n").endswith((".", ".)", "”.")), said
        return said[:-1]


@dataclass(frozen=True, slots=True)
class Terminal:
    """A terminal in which one newsroom is worked on.

    Args:
        folder: the newsroom, named in the environment.
        language: what the command is asked to speak.
        surroundings: what else stands in the environment.
        before: put before the command, such as `setpriv` with its options.
    """

    folder: Path
    language: Language = "id"
    surroundings: Mapping[str, str] = field(default_factory=dict)
    before: Sequence[str] = ()

    def speaking(self, language: Language) -> "Terminal":
        """The same terminal in another language."""
        return replace(self, language=language)

    @property
    def environment(self) -> dict[str, str]:
        """What the command finds around it."""
        return {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONUTF8": "1",
            "EDITOR_APP_DATA_DIR": str(self.folder),
            "EDITOR_APP_LANGUAGE": self.language,
            **self.surroundings,
        }

    def command(self, *words: object) -> list[str]:
        """The command as the system is told it."""
        return [*self.before, *COMMAND, *map(str, words)]

    def run(self, *words: object, stdout: int | IO[bytes] = subprocess.PIPE) -> Answer:
        """Runs the command to its end; `stdout` leads elsewhere."""
        done = subprocess.run(
            self.command(*words),
            env=self.environment,
            stdout=stdout,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=120,
        )
        return Answer(done.returncode, done.stdout or "", done.stderr)

    def does(self, *words: object) -> str:
        """Runs a command that does what it is told, without a word on stderr; returns its stdout."""
        answer = self.run(*words)
        assert (answer.status, answer.stderr) == (0, ""), answer
        return answer.stdout

    def prints(self, *words: object) -> str:
        """The same for a command that prints one line alone."""
        answer = self.run(*words)
        assert (answer.status, answer.stderr) == (0, ""), answer
        return answer.line

    def tells(self, *words: object) -> Any:
        """What a command tells with `--json`, which is all that it prints."""
        return json.loads(self.does(*words, "--json"))

    def refuses(self, *words: object) -> str:
        """Runs a command that is refused or troubled: exit 1, nothing on stdout; returns its one sentence."""
        answer = self.run(*words)
        assert (answer.status, answer.stdout) == (1, ""), answer
        return answer.sentence
