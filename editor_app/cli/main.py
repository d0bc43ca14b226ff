"""The command `editor-app`: parses, opens the newsroom, runs one verb, words what comes back.

Exit status: 0 done; 1 refused or troubled, with one plain sentence on stderr; 2 usage.
"""

import argparse
import locale
import os
import re
import sys
import traceback
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from tempfile import NamedTemporaryFile

import platformdirs

from editor_app.cli.parser import command_parser
from editor_app.cli.plain_words import demand_words
from editor_app.cli.screen import demand_screen
from editor_app.cli.session import Session
from editor_app.cli.streams import complain, let_go_of_stdout, speak_utf8
from editor_app.newsroom.newsroom import Newsroom, open_newsroom
from editor_app.words import LANGUAGES, Language, Sayable, Words

DATA_DIR_VARIABLE = "EDITOR_APP_DATA_DIR"
LANGUAGE_VARIABLE = "EDITOR_APP_LANGUAGE"
_INDONESIAN = frozenset({"id", "in", "indonesian"})  # by its code, its old code, and its name on Windows


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line and returns the exit status."""
    speak_utf8()
    words = Words(asked_language() or system_language())
    options = command_parser(words).parse_args(arguments)
    try:
        demand_words(options)
        status = _run(options, words)
        sys.stdout.flush()
    except Sayable as error:
        complain(words.say(error))
    except KeyboardInterrupt:
        complain(words.text("cli.interrupted"))
    except BrokenPipeError:
        let_go_of_stdout()
    except Exception:  # noqa: BLE001 - the one place where a bug becomes a sentence and a report
        report = write_crash_report()
        complain(words.text("cli.bug", file=str(report)) if report else words.text("cli.bug-without-report"))
    else:
        return status
    return 1


def data_folder(named: str | None) -> Path:
    """The newsroom folder: the option's, the environment's, or the platform's usual place."""
    chosen = named or os.environ.get(DATA_DIR_VARIABLE)
    return Path(chosen) if chosen else platformdirs.user_data_path("meja-redaksi", appauthor=False)


def asked_language() -> Language | None:
    """The language that the environment asks for, before any newsroom's own."""
    asked = os.environ.get(LANGUAGE_VARIABLE, "")
    return next((language for language in LANGUAGES if asked == language), None)


def system_language() -> Language:
    """The language of this computer, where the program knows it; else English."""
    named = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    spoken = re.split("[^a-z]", (named or locale.getlocale()[0] or "").lower())[0]
    return "id" if spoken in _INDONESIAN else "en"


def write_crash_report() -> Path | None:
    """Writes the traceback of a bug to a file of its own, and returns where it is, None where it has no room."""
    moment = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    report = traceback.format_exc()
    try:
        with NamedTemporaryFile(
            "w", encoding="utf-8", prefix=f"meja-redaksi-{moment}-", suffix=".txt", delete=False
        ) as file:
            file.write(report)
    except OSError:
        return None
    return Path(file.name)


def _run(options: argparse.Namespace, words: Words) -> int:
    folder = data_folder(getattr(options, "data_dir", None))
    if options.verb is None:
        demand_screen()
        from editor_app.ui.application import run_window  # noqa: PLC0415 - Qt is loaded for a window alone

        return run_window(folder, language=asked_language(), sample=False)
    session = Session(options=options, folder=folder, words=words)
    if not options.opens:
        return _status(options.run(session))
    with_lock = options.opens == "write"
    newsroom = open_newsroom(folder, write=with_lock)
    try:
        return _run_in(newsroom, session)
    finally:
        newsroom.close()


def _run_in(newsroom: Newsroom, session: Session) -> int:
    words = Words(asked_language() or newsroom.language)
    try:
        return _status(session.options.run(session.inside(newsroom, words)))
    except Sayable as error:
        complain(words.say(error))
        return 1


def _status(result: object) -> int:
    return result if isinstance(result, int) else 0
