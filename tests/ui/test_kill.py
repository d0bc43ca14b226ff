"""A killed window loses at most what was not said to be kept, and opens again with the rest on screen."""

import subprocess
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from editor_app.newsroom.newsroom import open_newsroom
from editor_app.ui.kit.theme import Theme
from tests.ui.office import Office, founded
from tests.ui.steps import text_of

# Types on and on, and says after each write how much of the text is safe.
TYPING = """
import sys
from pathlib import Path
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from editor_app.newsroom.newsroom import open_newsroom
from editor_app.newsroom.staff import person_here
from editor_app.story.body import paragraphs
from editor_app.ui.kit.theme import Mode, Theme
from editor_app.ui.main_window import MainWindow
from editor_app.words import Words

app = QApplication([])
folder, story = Path(sys.argv[1]), sys.argv[2]
newsroom = open_newsroom(folder)
settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
window = MainWindow(newsroom, person_here(newsroom), Theme(app, Mode.LIGHT, still=True), Words("id"), settings)
window.show()
window.start()
count = 0

def strike():
    global count
    QTest.keyClick(window.page.body, "abcdefghij"[count % 10])
    count += 1
    if count % 40 == 0:
        QTest.keyClick(window.page.body, "\\r")

def told():
    if window.story.keeping == "kept":
        print(len("".join(block.text for block in paragraphs(window.story.body))), flush=True)

typing = QTimer(interval=5)
typing.timeout.connect(strike)

def begin():
    window.story.kept.connect(told)
    typing.start()
    # A rest now and then, so that a write meets a text that stands still and is told as kept.
    rest = QTimer(window, interval=2500)
    rest.timeout.connect(lambda: typing.stop() if typing.isActive() else typing.start())
    rest.start()

def give_up(kind, error, trace):
    sys.__excepthook__(kind, error, trace)
    app.exit(1)

# Whatever goes wrong here ends in an answer, never in a test that waits for ever.
sys.excepthook = give_up
QTimer.singleShot(120_000, app, lambda: app.exit(2))
window.story.loaded.connect(begin)
QTimer.singleShot(0, lambda: window.story.open(story))
app.exec()
"""


def test_a_killed_window_has_kept_what_it_said_was_kept(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    newsroom = founded(tmp_path / "newsroom")
    story = Office(qtbot, theme, newsroom, tmp_path / "unused.ini").story()
    newsroom.close()

    command = [sys.executable, "-c", TYPING, str(newsroom.folder), story]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as window:
        assert window.stdout is not None
        said = [int(window.stdout.readline() or -1) for _ in range(2)]
        window.kill()
        _, complaints = window.communicate()
    assert window.returncode != 0
    assert "Traceback" not in complaints
    assert 0 < said[0] < said[1]

    again = open_newsroom(newsroom.folder)  # the lock of the dead is no obstacle
    office = Office(qtbot, theme, again, tmp_path / "window.ini")
    text = "".join(text_of(office.sit(story=story).story.story()))
    assert len(text) >= said[1]
    assert ("abcdefghij" * (len(text) // 10 + 1)).startswith(text)
    office.close()
    again.close()
