"""The engine in a process of its own: it neither holds the window up nor takes it down with it.

Hunspell keeps Python's lock for up to a fifth of a second while it looks for suggestions, and it is C++ that
reads files which anybody may have put there. So it stands apart, and is started again where it ended.
"""

import json
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from threading import Timer
from typing import Any, Final

from editor_app.spelling.dictionaries import Dictionary
from editor_app.spelling.serving import FLAG
from editor_app.words import Sayable, Trouble

OPENING_SECONDS: Final = 20.0
ASKING_SECONDS: Final = 20.0
MOST_STARTS: Final = 12  # an engine that ends again and again is left alone


class _Ended(Exception):  # noqa: N818 - it is answered here and never told
    """The process is gone, or was ended because it did not answer."""


class EngineProcess:
    """An `Engine` that is asked through pipes; the process starts with the first dictionary.

    Args:
        command: what to run instead of the usual.
        patience: seconds that it may take to answer, opening a dictionary and otherwise.
    """

    def __init__(
        self,
        command: Sequence[str] | None = None,
        patience: tuple[float, float] = (OPENING_SECONDS, ASKING_SECONDS),
    ) -> None:
        self._command = list(command or _usual_command())
        self._opening, self._asking = patience
        self._process: subprocess.Popen[bytes] | None = None
        self._dictionaries: list[Dictionary] = []
        self._starts = 0
        self._closed = False

    def open(self, dictionary: Dictionary) -> None:
        """Opens one more dictionary.

        Raises:
            Trouble: it is broken (`dictionary-crashes` where the engine ended over it),
                `spelling-engine-missing`, or `spelling-engine-ended` where it ended too often.
        """
        self._begin()
        try:
            self._open(dictionary)
        except _Ended as error:
            raise Trouble("dictionary-crashes", file=str(dictionary.aff)) from error
        self._dictionaries.append(dictionary)

    def accepts(self, words: Sequence[str]) -> tuple[bool, ...]:
        """For each word whether any open dictionary accepts it; a word that ends the engine counts as right.

        Raises:
            Trouble: `spelling-engine-ended`.
        """
        if not words:
            return ()
        try:
            self._begin()
            return tuple(self._ask({"ask": "accepts", "words": list(words)}, self._asking))
        except _Ended:
            if len(words) == 1:
                return (True,)
        half = len(words) // 2
        return (*self.accepts(words[:half]), *self.accepts(words[half:]))

    def suggest(self, word: str) -> tuple[str, ...]:
        """What the dictionaries have that looks like `word`; nothing where the engine ends over it.

        Raises:
            Trouble: `spelling-engine-ended`.
        """
        try:
            self._begin()
            return tuple(self._ask({"ask": "suggest", "word": word}, self._asking))
        except _Ended:
            return ()

    def close(self) -> None:
        """Ends the process."""
        self._closed = True
        self._end()

    def _begin(self) -> None:
        """Starts the process where none runs, with the dictionaries that were open."""
        if self._process is not None and self._process.poll() is None:
            return
        if self._closed or self._starts >= MOST_STARTS:
            raise Trouble("spelling-engine-ended")
        self._starts += 1
        self._end()
        try:
            self._process = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            raise Trouble("spelling-engine-ended") from error
        for dictionary in tuple(self._dictionaries):
            try:
                self._open(dictionary)
            except Sayable:
                self._dictionaries.remove(dictionary)  # it was changed meanwhile, and is broken now
            except _Ended:
                self._dictionaries.remove(dictionary)
                self._begin()
                return

    def _open(self, dictionary: Dictionary) -> None:
        question: dict[str, object] = {
            "ask": "open",
            "name": dictionary.name,
            "aff": str(dictionary.aff),
            "dic": str(dictionary.dic),
        }
        refusal = self._ask(question, self._opening)
        if refusal:
            raise Trouble(refusal["code"], **refusal["params"])

    def _ask(self, question: dict[str, object], seconds: float) -> Any:
        """Asks one thing; a process that does not answer in time is ended."""
        process = self._process
        if process is None or process.stdin is None or process.stdout is None:
            raise _Ended
        watch = Timer(seconds, process.kill)
        watch.daemon = True
        watch.start()
        try:
            process.stdin.write(json.dumps(question).encode() + b"\n")
            process.stdin.flush()
            return json.loads(process.stdout.readline())
        except (OSError, ValueError) as error:  # no answer, or half of one
            self._end()
            raise _Ended from error
        finally:
            watch.cancel()

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with suppress(OSError):  # what was still to be written has nobody to read it
                    pipe.close()
        process.wait()


def _usual_command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, FLAG]
    return [sys.executable, "-P", "-m", "editor_app.spelling.serving"]  # -P: nothing from the current folder
