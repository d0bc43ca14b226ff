"""Works on one long story in the real window and prints what that took: a program of its own, run by `writing`.

`long_story FOLDER WORDS PHOTOS KEYS RUNS` makes a newsroom in FOLDER with such a story and prints one JSON object
of times in milliseconds; a bare QTextEdit with the same words is the baseline of each.
"""

import gc
import json
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QEvent, QEventLoop, QObject, QSettings, Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from editor_app.newsroom.composing import new_story, save_story
from editor_app.newsroom.newsroom import Newsroom, create_newsroom
from editor_app.newsroom.originals import attached, take_in
from editor_app.newsroom.staff import add_person, sit_down
from editor_app.story.body import Block, PhotoBlock, Span, TextBlock
from editor_app.story.people import Person, Role
from editor_app.story.story import Story
from editor_app.ui.kit.fonts import load_fonts
from editor_app.ui.kit.theme import Mode, Theme
from editor_app.ui.main_window import MainWindow
from editor_app.words import Words
from tests.storage.bulk import COMMON, WORDS

PARAGRAPH = 60  # words
BETWEEN = 15  # ms between two keys: faster than anyone types
QUIET = 400  # ms without anything to do, after which a window has come to rest
SENTENCE = "kata yang diketik di tengah naskah panjang "


class Watch(QObject):
    """Sees when a widget was painted, and how long the event loop was kept from turning."""

    def __init__(self) -> None:
        super().__init__()
        self.painted = 0
        self.stall = 0.0  # ms, the longest since it was set back
        self._last = time.perf_counter()
        self._tick = QTimer(self)
        self._tick.setTimerType(Qt.TimerType.PreciseTimer)
        self._tick.timeout.connect(self._turned)
        self._tick.start(2)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002, N802 - Qt's own name
        """Counts the paintings."""
        if event.type() is QEvent.Type.Paint:
            self.painted += 1
        return False

    def begin(self) -> None:
        """Sets the longest stall back."""
        self.stall, self._last = 0.0, time.perf_counter()

    def _turned(self) -> None:
        now = time.perf_counter()
        self.stall = max(self.stall, (now - self._last) * 1000)
        self._last = now


def body_of(words: int, photos: tuple[str, ...]) -> tuple[Block, ...]:
    """A body of so many words in paragraphs, some with marked words, the photos spread among them.

    As in any text of the press one word in thirty, a name, is in no dictionary.
    """
    blocks: list[Block] = []
    paragraphs = max(1, words // PARAGRAPH)
    every = max(1, paragraphs // (len(photos) or 1))
    left = list(photos)
    for number in range(paragraphs):
        drawn = [COMMON[(number * 7 + place * 13) % len(COMMON)] for place in range(PARAGRAPH)]
        drawn[10::30] = [WORDS[-1 - number].capitalize(), WORDS[-1000 - number].capitalize()]
        middle = PARAGRAPH // 2
        blocks.append(
            TextBlock(
                f"p{number:05x}",
                (
                    Span(" ".join(drawn[:middle]).capitalize() + " "),
                    Span(drawn[middle], ("strong",)),
                    Span(" " + " ".join(drawn[middle + 1 :]) + "."),
                ),
            )
        )
        if left and number % every == every - 1:
            blocks.append(PhotoBlock(f"f{number:05x}", left.pop(0)))
    return tuple(blocks)


def with_stories(folder: Path, words: int, photos: int) -> tuple[Newsroom, Person, str, str]:
    """A newsroom with one long story and one short; who wrote them, and their ids."""
    newsroom = create_newsroom(folder, name="Humas Kota Tirta")
    person = add_person(newsroom, name="Sekar Ayuningtyas", roles=[Role.WRITER])
    sit_down(newsroom, person=person)
    pictures = folder / "pictures"
    pictures.mkdir()
    taken = []
    for number in range(photos):
        path = pictures / f"{number}.jpg"
        Image.new("RGB", (1200, 800), (number * 5 % 256, 120, 180)).save(path)
        caption = f"FOKUS: Keterangan foto yang ke-{number}."
        taken.append(attached(take_in(newsroom, path), file=path.name, caption=caption, credit="Foto: Bayu"))
    long = Story(headline="NASKAH PANJANG", photos=tuple(taken), body=body_of(words, tuple(p.key for p in taken)))
    made = new_story(newsroom, person=person, story=Story(headline="NASKAH PANJANG")).story_id
    save_story(newsroom, story_id=made, person=person, story=long)
    short = new_story(newsroom, person=person, story=replace(long, photos=(), body=body_of(PARAGRAPH, ())))
    return newsroom, person, made, short.story_id


def wait(milliseconds: int) -> None:
    """Lets the event loop turn."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def until(is_so: Callable[[], bool]) -> None:
    """Lets the event loop turn until something is so."""
    while not is_so():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 5)


def typed(editor: QTextEdit, watch: Watch, keys: int) -> tuple[list[float], float]:
    """Types into the middle of a text: times from key to painted, and the longest stall of all, in ms."""
    cursor = QTextCursor(editor.document().findBlockByNumber(editor.document().blockCount() // 2))
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    editor.setTextCursor(cursor)
    editor.setFocus()
    wait(QUIET)
    times = []
    watch.begin()
    for number in range(keys):
        seen, began = watch.painted, time.perf_counter()
        QTest.keyClicks(editor, SENTENCE[number % len(SENTENCE)])
        until(lambda seen=seen: watch.painted > seen)  # type: ignore[misc]
        times.append((time.perf_counter() - began) * 1000)
        wait(BETWEEN)
    wait(2500)  # checks, counts and autosave come once the hand rests
    return times, watch.stall


def bare(text: str, watch: Watch, keys: int, runs: int) -> dict[str, object]:
    """The same in a QTextEdit that does nothing else."""
    editor = QTextEdit()
    editor.resize(900, 800)
    editor.viewport().installEventFilter(watch)
    editor.show()
    opened = []
    for _ in range(runs):
        editor.setPlainText("")
        wait(50)
        seen, began = watch.painted, time.perf_counter()
        editor.setPlainText(text)
        editor.document().documentLayout().documentSize()  # a story's page is laid out whole
        until(lambda seen=seen: watch.painted > seen)  # type: ignore[misc]
        opened.append((time.perf_counter() - began) * 1000)
    times, stall = typed(editor, watch, keys)
    copied = []
    for _ in range(runs):
        began = time.perf_counter()
        editor.toPlainText()
        copied.append((time.perf_counter() - began) * 1000)
    editor.close()
    return {"open": opened, "typing": times, "stall": stall, "autosave": copied}


def ours(window: MainWindow, watch: Watch, ids: tuple[str, str], keys: int, runs: int) -> dict[str, object]:
    """The same in the workstation's window."""
    long, short = ids
    body = window.page.body
    body.viewport().installEventFilter(watch)
    opened, stalls = [], []
    for _ in range(runs):
        window.story.open(short)
        until(lambda: window.story.story_id == short)
        wait(QUIET)
        watch.begin()
        began = time.perf_counter()
        window.story.open(long)
        until(lambda: window.story.story_id == long)
        seen = watch.painted
        until(lambda seen=seen: watch.painted > seen)  # type: ignore[misc]
        opened.append((time.perf_counter() - began) * 1000)
        wait(QUIET)
        stalls.append(watch.stall)
    wait(3000)  # spelling has seen all of it
    times, stall = typed(body, watch, keys)
    kept = []
    for number in range(runs):
        QTest.keyClicks(body, "a" if number % 2 else " ")
        began = time.perf_counter()
        window.story.keep_now()
        kept.append((time.perf_counter() - began) * 1000)
        wait(QUIET)
    return {"open": opened, "open_stall": max(stalls), "typing": times, "stall": stall, "autosave": kept}


def main() -> int:
    """Measures, and prints the figures."""
    folder, (words, photos, keys, runs) = Path(sys.argv[1]), map(int, sys.argv[2:6])
    newsroom, person, long, short = with_stories(folder, words, photos)
    app = QApplication(sys.argv[:1])
    load_fonts()
    settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
    window = MainWindow(newsroom, person, Theme(app, Mode.LIGHT, still=True), Words("id"), settings)
    window.resize(1440, 900)
    window.show()
    window.start()
    gc.freeze()  # as the program does once its window is open
    watch = Watch()
    measured = ours(window, watch, (long, short), keys, runs)
    text = "\n".join(block.text for block in window.story.body if isinstance(block, TextBlock))
    QWidget.hide(window)
    beside = bare(text, watch, keys, runs)
    until(lambda: not window.runner.is_writing)
    window.close()
    newsroom.close()
    sys.stdout.write(json.dumps({"ours": measured, "bare": beside}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
