"""Pastes one page of Word into the real window and prints what that took: a program of its own, run by `paste`.

`pasted_page FOLDER SIGNS RUNS` makes a newsroom in FOLDER, pastes a page of so many signs, and prints one JSON
object of times in milliseconds; the same page in a QTextEdit's `setHtml` is the baseline.
"""

import gc
import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEventLoop, QMimeData, QSettings, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from editor_app.ui.kit.fonts import load_fonts
from editor_app.ui.kit.theme import Mode, Theme
from editor_app.ui.main_window import MainWindow
from editor_app.words import Words
from tests.benchmarks.long_story import QUIET, Watch, until, wait, with_stories
from tests.formats.word_pages import long_page

STORY_WORDS = 600


def bare(page: str, watch: Watch, runs: int) -> list[float]:
    """What Qt's own reader takes, with all its fonts and colours."""
    editor = QTextEdit()
    editor.resize(900, 800)
    editor.viewport().installEventFilter(watch)
    editor.show()
    times = []
    for _ in range(runs):
        editor.clear()
        wait(50)
        seen, began = watch.painted, time.perf_counter()
        editor.setHtml(page)
        editor.document().documentLayout().documentSize()  # a story's page is laid out whole
        until(lambda seen=seen: watch.painted > seen)  # type: ignore[misc]
        times.append((time.perf_counter() - began) * 1000)
    editor.close()
    return times


def ours(window: MainWindow, watch: Watch, page: str, runs: int) -> tuple[list[float], float]:
    """From Ctrl+V to the whole page painted, and the longest stall of all."""
    body = window.page.body
    body.viewport().installEventFilter(watch)
    times, stall = [], 0.0
    for run in range(runs + 1):
        body.setFocus()
        body.moveCursor(QTextCursor.MoveOperation.End)
        data = QMimeData()
        data.setHtml(page)
        data.setText("kata")
        QApplication.clipboard().setMimeData(data)
        blocks = body.document().blockCount()
        wait(QUIET)
        watch.begin()
        began = time.perf_counter()
        QTest.keyClick(body, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        if window.pasting.is_busy:  # turning the loop by hand would take the reader's turns
            loop = QEventLoop()
            window.pasting.settled.connect(loop.quit)
            loop.exec()
        assert body.document().blockCount() > blocks
        seen = watch.painted
        body.viewport().update()
        until(lambda seen=seen: watch.painted > seen)  # type: ignore[misc]
        took = (time.perf_counter() - began) * 1000
        wait(QUIET)
        if run:  # the first loads the reader
            times.append(took)
            stall = max(stall, watch.stall)
        QTest.keyClick(body, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert body.document().blockCount() == blocks
    return times, stall


def main() -> int:
    """Measures, and prints the figures."""
    folder, (signs, runs) = Path(sys.argv[1]), map(int, sys.argv[2:4])
    newsroom, person, story, _ = with_stories(folder, STORY_WORDS, 0)
    app = QApplication(sys.argv[:1])
    load_fonts()
    settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
    window = MainWindow(newsroom, person, Theme(app, Mode.LIGHT, still=True), Words("id"), settings)
    window.resize(1440, 900)
    window.show()
    window.start()
    window.story.open(story)
    until(lambda: window.story.story_id == story)
    gc.collect()
    gc.freeze()  # as the program does once its window stands
    watch, page = Watch(), long_page(signs)
    times, stall = ours(window, watch, page, runs)
    QWidget.hide(window)
    beside = bare(page, watch, runs)
    until(lambda: not window.runner.is_writing)
    window.close()
    newsroom.close()
    QApplication.clipboard().clear()  # the offscreen screen's clipboard outlives Python, which the data does not
    sys.stdout.write(json.dumps({"ours": times, "stall": stall, "bare": beside}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
