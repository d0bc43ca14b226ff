"""The two streams of the command: UTF-8 wherever they lead, one line a sentence, and readers that went away."""

import io
import os
import sys

from editor_app.story.text import clean_line


def speak_utf8() -> None:
    """Makes both streams UTF-8, whatever this computer's own encoding is: others read our JSON.

    A path may hold bytes that are no UTF-8; they are printed as they are.
    """
    for stream, errors in ((sys.stdout, "surrogateescape"), (sys.stderr, "backslashreplace")):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=errors)


def complain(sentence: str) -> None:
    """Writes one sentence on stderr; a name in it that breaks the line or rings the bell does so no more."""
    sys.stderr.write(f"{clean_line(sentence)}\n")


def let_go_of_stdout() -> None:
    """Lets nothing more be written to a reader that went away (`editor-app story list | head`)."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
