"""`python -m tests.benchmarks [NAME…] [--json]`: measures and prints; never fails because something is slow."""

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from tests.benchmarks.desk import desk, search
from tests.benchmarks.document import docx
from tests.benchmarks.measuring import Measured, Sizes
from tests.benchmarks.paste import paste
from tests.benchmarks.start import start
from tests.benchmarks.writing import autosave, open_long, typing

BENCHMARKS: Mapping[str, Callable[[Path, Sizes], list[Measured]]] = {
    "start": start,
    "desk": desk,
    "search": search,
    "docx": docx,
    "typing": typing,
    "open-long": open_long,
    "autosave": autosave,
    "paste": paste,
}
TINY = Sizes(
    start_stories=20,
    desk_stories=60,
    runs=2,
    looks=30,
    docx_words=100,
    docx_photos=2,
    long_words=1_000,
    long_photos=4,
    long_keys=6,
    paste_signs=30_000,
    photo_size=(640, 480),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures what is named, or all."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help=f"one of {', '.join(BENCHMARKS)}; all without one"
    )
    parser.add_argument("--json", action="store_true", help="print JSON alone")
    parser.add_argument("--tiny", action="store_true", help="measure next to nothing, to see that all of it runs")
    options = parser.parse_args(arguments)
    unknown = set(options.names) - BENCHMARKS.keys()
    if unknown:
        parser.error(f"no benchmark is called {', '.join(sorted(unknown))}; known are {', '.join(BENCHMARKS)}")
    results: list[Measured] = []
    with tempfile.TemporaryDirectory(prefix="benchmarks-") as folder:
        for name in options.names or BENCHMARKS:
            made = BENCHMARKS[name](Path(folder), TINY if options.tiny else Sizes())
            results += made
            if not options.json:
                for result in made:
                    sys.stdout.write(_line(result))
                    sys.stdout.flush()
    if options.json:
        sys.stdout.write(json.dumps([result.as_json() for result in results], indent=2) + "\n")
    return 0


def _line(result: Measured) -> str:
    """One result as a person reads it, the goal beside it."""
    reached = "reached" if result.reached else "MISSED"
    unit = result.unit
    return (
        f"{result.name:<9} {result.figure:>9.2f} {unit:<2}  baseline {result.baseline:>8.2f} {unit:<2}  "
        f"ratio {result.ratio:>6.2f}  p50 {result.p50:>8.2f}  p99 {result.p99:>8.2f}  "
        f"goal {result.goal.text(unit)}: {reached}  ({result.about})\n"
    )


if __name__ == "__main__":
    sys.exit(main())
