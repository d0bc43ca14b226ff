"""Checking: keeps the marks of one sheet true while it is written in; what is in sight goes first."""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer

from editor_app.spelling.tokens import Text, Word
from editor_app.ui.spelling.sheets import Sheet
from editor_app.ui.spelling.spelling import Spelling

PAUSE_MS = 250  # without typing, before what changed is looked at
BATCH = 3_000  # signs that are handed over at once: marking what comes back takes the GUI thread a few ms
LONGEST = 100_000  # signs of a piece that is looked at; nobody reads, or wrote, a longer paragraph
_INNER = "'’-\u00ad"


class Checking(QObject):
    """Watches a sheet; only pieces that changed are looked at, and answers count while the piece says the same.

    The word that is being typed is not marked until the caret leaves it.
    """

    def __init__(self, spelling: Spelling, sheet: Sheet) -> None:
        super().__init__(sheet)
        self._spelling = spelling
        self.sheet = sheet
        self._found: dict[
            str, tuple[str, tuple[Word, ...]]
        ] = {}  # by piece: what it said, and what is wrong in it
        self._waiting: dict[str, None] = {}
        self._asked = False
        self._typing: tuple[str, int] | None = (
            None  # the piece in which somebody types, and where the word begins
        )
        self._round = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        sheet.touched.connect(self._touched)
        sheet.renewed.connect(self.begin_anew)
        sheet.editor.cursorPositionChanged.connect(self._caret_moved)
        spelling.changed.connect(self.begin_anew)
        self.begin_anew()

    @property
    def is_done(self) -> bool:
        """Whether nothing waits to be looked at."""
        return not self._waiting and not self._asked

    def words(self, key: str) -> tuple[Word, ...]:
        """The misspelt words of a piece, as far as they are known."""
        return self._found.get(key, ("", ()))[1]

    def word_at(self, position: int) -> tuple[str, Word] | None:
        """The misspelt word at a position of the document, with the key of its piece."""
        key, place = self.sheet.place_of(position)
        word = next((word for word in self.words(key) if word.start <= place <= word.end), None)
        return None if word is None else (key, word)

    def begin_anew(self) -> None:
        """Looks at everything again, or takes all marks away where spelling is off."""
        self._round += 1
        self._asked = False
        self._typing = None
        if self._spelling.checks:
            self._waiting = dict.fromkeys(self.sheet.pieces())
            self._pause.start(0)
        else:
            self._waiting.clear()
            gone, self._found = self._found, {}
            self.sheet.show(dict.fromkeys(gone, ()))

    def _touched(self, keys: Sequence[str]) -> None:
        if not self._spelling.checks:
            return
        self._typing = self._at_caret() if len(keys) == 1 and self.sheet.editor.hasFocus() else None
        shifted = [key for key in keys if self._shift(key)]
        self._show(shifted)
        self._waiting.update(dict.fromkeys(keys))
        self._pause.start(PAUSE_MS)

    def _shift(self, key: str) -> bool:
        """Keeps marks on their words while text is put in before or behind them; whether there are any."""
        before, words = self._found.get(key, ("", ()))
        text = self.sheet.text(key) if words else None
        if text is None:
            return False
        self._found[key] = (text.text, moved(before, text.text, words))
        return True

    def _ask(self) -> None:
        """Hands over the next pieces, as many as one batch holds."""
        if self._asked or not self._waiting or not self._spelling.checks:
            return
        if len(self._waiting) > 1:
            order = {key: None for key in self.sheet.pieces() if key in self._waiting}
            self._waiting = order
        keys: list[str] = []
        texts: list[Text] = []
        size = 0
        while self._waiting and size < BATCH:
            key = next(iter(self._waiting))
            del self._waiting[key]
            text = self.sheet.text(key)
            if text is not None and len(text.text) <= LONGEST:
                keys.append(key)
                texts.append(text)
                size += len(text.text)
        if keys:
            self._asked = True
            self._spelling.check(texts, partial(self._came, self._round, keys, texts))

    def _came(
        self, asked_in: int, keys: Sequence[str], texts: Sequence[Text], found: Sequence[tuple[Word, ...]]
    ) -> None:
        if asked_in != self._round:
            return
        self._asked = False
        fresh: list[str] = []
        for key, asked, words in zip(keys, texts, found, strict=True):
            if self.sheet.text(key) == asked:
                self._found[key] = (asked.text, words)
                fresh.append(key)
        self._show(fresh)
        self._forget_gone()
        if self._waiting and not self._pause.isActive():
            self._pause.start(0)

    def _forget_gone(self) -> None:
        if len(self._found) > 2 * len(self.sheet.pieces()) + 100:
            there = set(self.sheet.pieces())
            self._found = {key: found for key, found in self._found.items() if key in there}

    def _show(self, keys: Iterable[str]) -> None:
        self.sheet.show({key: self._shown(key) for key in keys})

    def _shown(self, key: str) -> tuple[Word, ...]:
        """What is marked of a piece: all that is wrong in it, but for the word that is being typed."""
        words = self.words(key)
        if self._typing is None or self._typing[0] != key:
            return words
        _, place = self.sheet.caret()
        return tuple(word for word in words if not word.start <= place <= word.end)

    def _at_caret(self) -> tuple[str, int] | None:
        """The piece and the beginning of the word that the caret stands in or behind, if there is one."""
        key, place = self.sheet.caret()
        text = self.sheet.text(key)
        start = place if text is None else _word_start(text.text, place)
        return None if start == place else (key, start)

    def _caret_moved(self) -> None:
        if self._typing is not None and self._at_caret() != self._typing:
            self.leave()

    def leave(self) -> None:
        """The word that was being typed is left: from now on it is marked as any other."""
        if self._typing is not None:
            (key, _), self._typing = self._typing, None
            self._show([key])


def moved(before: str, after: str, words: Sequence[Word]) -> tuple[Word, ...]:
    """Words where they stand once their text was changed at one place; those that the change touches go."""
    head = _same(before, after)
    tail = _same(before[head:][::-1], after[head:][::-1])
    end, by = len(before) - tail, len(after) - len(before)
    kept: list[Word] = []
    for word in words:
        if word.end <= head and not _is_inner(after, word.end):
            kept.append(word)
        elif word.start >= end and not _is_inner(after, word.start + by - 1):
            kept.append(Word(word.start + by, word.end + by, word.text))
    return tuple(kept)


def _same(one: str, other: str) -> int:
    """How many signs two texts have in common from their beginning; by halves, for a text may be very long."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[:middle] == other[:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _word_start(text: str, place: int) -> int:
    """Where the word begins that ends at `place` or goes on there; `place` itself where there is none."""
    start = place
    while start > 0 and _is_inner(text, start - 1):
        start -= 1
    return start


def _is_inner(text: str, place: int) -> bool:
    """Whether the sign at a place belongs to the word beside it."""
    return 0 <= place < len(text) and (text[place].isalnum() or text[place] in _INNER)
