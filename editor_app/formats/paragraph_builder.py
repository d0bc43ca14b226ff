"""One paragraph while it is being read: its runs of words, with spaces as a browser shows them."""

import re
from typing import Literal

from editor_app.story.body import Link, Span
from editor_app.story.normal import link_key, safe_href
from editor_app.story.text import clean

Spaces = Literal["collapse", "keep"]

# HTML's own white space alone: no-break, narrow and other spaces are meant.
_SPACES = re.compile("[ \t\n\r\f]+")
_LINE_ENDS = re.compile("[\r\n\f]+")


class ParagraphBuilder:
    """Gathers the runs of a paragraph until it is taken.

    With spaces `collapse`, a run of them is one and those at the ends of lines go, as HTML says; with `keep`
    every space is one that the writer typed (Word).
    """

    def __init__(self, spaces: Spaces) -> None:
        self._spaces = spaces
        self._runs: list[tuple[str, tuple[str, ...], str | None]] = []
        self._seen: tuple[str, str | None] | None = None
        self._at_space = True  # the line so far is empty or ends in a space

    @property
    def has_words(self) -> bool:
        """Whether there is anything but space."""
        return any(text.strip() for text, _, _ in self._runs)

    def add(self, text: str, marks: frozenset[str], href: str | None, *, verbatim: bool = False) -> None:
        """Adds words; `verbatim` keeps their spaces and line ends, as `pre` does."""
        words = clean(text)
        if self._spaces == "collapse" and not verbatim:
            words = _SPACES.sub(" ", words)
            words = words.removeprefix(" ") if self._at_space else words
        elif not verbatim:
            words = _LINE_ENDS.sub(" ", words)
        if words:
            self._at_space = words[-1] in " \n"
            self._runs.append((words, tuple(marks), None if href is None else self._safe(href)))

    def break_line(self) -> None:
        """A soft break; the spaces before it are no words."""
        if self._spaces == "collapse":
            self._trim(" ")
        self._runs.append(("\n", (), None))
        self._at_space = True

    def take(self) -> tuple[tuple[Span, ...], tuple[Link, ...]]:
        """The paragraph's spans and links; the next paragraph begins."""
        if self._spaces == "collapse":
            self._trim(" \n")
            self._trim_start()
        links: dict[str, Link] = {}
        spans: list[Span] = []
        for text, marks, href in self._runs:
            if href is not None:
                links.setdefault(href, Link(link_key(href), href))
            spans.append(Span(text, marks if href is None else (*marks, links[href].key)))
        self._runs, self._at_space = [], True
        return tuple(spans), tuple(links.values())

    def _safe(self, href: str) -> str | None:
        """The address, looked at once however many runs it has."""
        if self._seen is None or self._seen[0] != href:
            self._seen = (href, safe_href(href))
        return self._seen[1]

    def _trim(self, signs: str) -> None:
        while self._runs:
            text, marks, href = self._runs[-1]
            kept = text.rstrip(signs)
            if kept:
                self._runs[-1] = (kept, marks, href)
                return
            del self._runs[-1]

    def _trim_start(self) -> None:
        first = next((place for place, run in enumerate(self._runs) if run[0].strip(" \n")), len(self._runs))
        del self._runs[:first]
        if self._runs:
            text, marks, href = self._runs[0]
            self._runs[0] = (text.lstrip(" \n"), marks, href)
