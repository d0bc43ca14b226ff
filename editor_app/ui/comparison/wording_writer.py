"""Writes what became of words at a cursor: those taken out before those put in."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtGui import QTextCharFormat, QTextCursor

from editor_app.richtext.roles import SOFT_BREAK
from editor_app.story.wording import Fate, Run, Stretch, Wording

LONGEST = 2_400  # signs that did not change in one stretch; of a longer one the midst is left out
SHOWN = 600  # signs that stand before and behind what is left out
LEFT_OUT = " […] "
APART = "\u2009"  # between what was taken out and what came in its place

Worn = Callable[[Run, Fate], QTextCharFormat]
Done = Callable[[int, Stretch], None]
"""Is told of each change once it is written: from where on, and what it is."""


def write_wording(cursor: QTextCursor, wording: Wording, worn: Worn, done: Done | None = None) -> None:
    """Writes a text with its changes; `worn` gives the format of words by what became of them."""
    for stretch in wording:
        start = cursor.position()
        for run, fate in _pieces(stretch):
            if fate == "added" and stretch.before and run is stretch.after[0]:
                cursor.insertText(APART, worn(Run(APART), "same"))
            cursor.insertText(run.text.replace("\n", SOFT_BREAK), worn(run, fate))
        if done is not None and stretch.fate != "same":
            done(start, stretch)


def write_names(cursor: QTextCursor, wording: Wording, worn: Worn, done: Done) -> None:
    """Writes a list of names with its changes, commas between them."""
    for stretch in wording:
        start = cursor.position()
        for run, fate in _pieces(stretch):
            if cursor.positionInBlock():
                cursor.insertText(", ", worn(Run(", "), "same"))
            cursor.insertText(run.text, worn(run, fate))
        if stretch.fate != "same":
            done(start, Stretch(_listed(stretch.before), _listed(stretch.after)))


def _pieces(stretch: Stretch) -> Iterator[tuple[Run, Fate]]:
    if stretch.fate in {"same", "dressed"}:
        runs = _shortened(stretch.after) if stretch.fate == "same" else stretch.after
        yield from ((run, stretch.fate) for run in runs)
        return
    yield from ((run, "removed") for run in stretch.before)
    yield from ((run, "added") for run in stretch.after)


def _shortened(runs: Sequence[Run]) -> Iterator[Run]:
    """The runs, without the midst of what is very long."""
    length = sum(len(run.text) for run in runs)
    if length <= LONGEST:
        yield from runs
        return
    end = 0
    for run in runs:
        start, end = end, end + len(run.text)
        head = run.text[: max(SHOWN - start, 0)]
        tail = run.text[max(length - SHOWN - start, 0) :]
        if head:
            yield Run(head, run.decorators, run.href)
        if start <= SHOWN < end:
            yield Run(LEFT_OUT)
        if tail:
            yield Run(tail, run.decorators, run.href)


def _listed(runs: Sequence[Run]) -> tuple[Run, ...]:
    return (Run(", ".join(run.text for run in runs)),) if runs else ()
