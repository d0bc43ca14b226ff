"""The command `editor-app`: opens the window or runs one verb, and words what comes back.

Exit status: 0 done; 1 refused or troubled, with one plain sentence on stderr; 2 usage.
"""

import argparse
import sys
import traceback
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from tempfile import NamedTemporaryFile

from editor_app.cli.screen import demand_screen
from editor_app.cli.streams import complain, let_go_of_stdout, speak_utf8
from editor_app.cli.surroundings import asked_language, data_folder
from editor_app.words import Sayable, Words, system_language

SPELLING_ENGINE = "--spelling-engine"  # see `spelling.serving`, which is not loaded for its name


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line and returns the exit status."""
    if sys.argv[1:] == [SPELLING_ENGINE]:
        from editor_app.spelling import serving  # noqa: PLC0415 - a frozen program's second process, nothing else

        return serving.main()
    speak_utf8()
    words = Words(asked_language() or system_language())
    try:
        status = _run(sys.argv[1:] if arguments is None else arguments, words)
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


def _window_folder(given: Sequence[str]) -> tuple[bool, str | None]:
    """Whether nothing but a folder is named, and which: the window opens without the grammar being loaded."""
    only_folder = argparse.ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    only_folder.add_argument("--data-dir")
    try:
        options, rest = only_folder.parse_known_args(given)
    except argparse.ArgumentError:
        return False, None  # the whole grammar says what is wrong
    return rest in ([], ["--"]), options.data_dir


def _run(given: Sequence[str], words: Words) -> int:
    alone, folder = _window_folder(given)
    if alone:
        demand_screen()
        from editor_app.ui.opening import run_window  # noqa: PLC0415 - Qt is loaded for a window alone

        return run_window(data_folder(folder), language=asked_language(), sample=False)
    from editor_app.cli.running import run_verb  # noqa: PLC0415 - the verbs are not loaded before a window

    return run_verb(given, words, asked=asked_language())
