"""The running program: the newsroom or the first-start dialog, the window, and what happens to bugs."""

import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from editor_app.newsroom.desk import desk_page
from editor_app.newsroom.first_look import FirstLook
from editor_app.newsroom.newsroom import Newsroom, create_newsroom, open_newsroom, with_language
from editor_app.newsroom.staff import add_person, everyone, person_here, sit_down
from editor_app.story.people import Person, Role
from editor_app.ui.desk_source import Found
from editor_app.ui.dialogs.start_dialog import SAMPLE, StartDialog
from editor_app.ui.dialogs.waiting_dialog import WaitingDialog
from editor_app.ui.dress import dressed, window_settings
from editor_app.ui.keeping import Keeping
from editor_app.ui.kit.dialog import ConfirmDialog
from editor_app.ui.kit.theme import Theme
from editor_app.ui.main_window import MainWindow
from editor_app.words import LANGUAGES, Language, Refused, Sayable, Trouble, Words, system_language


class Desktop(QObject):
    """The running program: its newsroom, its window, and the way from one language to another."""

    def __init__(
        self,
        app: QApplication,
        folder: Path,
        language: Language | None,
        *,
        theme: Theme | None = None,
        look: FirstLook | None = None,
    ) -> None:
        super().__init__(app)
        self._app = app
        self._folder = folder
        self._asked = language
        self.settings = window_settings(folder)
        self.theme = theme or dressed(app, self.settings)
        self.newsroom: Newsroom | None = None
        self.window: MainWindow | None = None
        self.status = 0
        self._look = look
        self._bug_file = ""  # the report of a bug that is still to be told
        sys.excepthook = self._bug

    def open(self, *, sample: bool) -> bool:
        """Opens newsroom and window; False where there is nothing to show."""
        words = Words(self._asked or system_language())
        try:
            newsroom = self._newsroom(words, sample=sample)
        except Sayable as error:
            self._say(words, error)
            self.status = 1
            return False
        if newsroom is None:
            return False
        self.newsroom = newsroom
        return self.show_window()

    def show_window(self) -> bool:
        """Makes the window anew, in the newsroom's language."""
        newsroom = self.newsroom
        if newsroom is None:
            return False
        person = person_here(newsroom) or next(iter(everyone(newsroom)), None)
        words = Words(self._asked or newsroom.language)
        if person is None:
            person = self._first_person(newsroom, words)
            if person is None:
                newsroom.close()
                return False
        self.window = MainWindow(newsroom, person, self.theme, words, self.settings)
        self.window.language_wanted.connect(self._speak)
        self.window.runner.crashed.connect(self._crashed)
        self.window.story.kept.connect(self._say_bug)
        self.theme.changed.connect(self._keep_theme)
        self._app.aboutToQuit.connect(self._close)
        if self._look is not None:
            self.window.desk.show_first(Found(self._look.page, self._look.people), self._look.counts)
            self._look = None
        self.window.show()
        QTimer.singleShot(0, self.window, self.window.start)
        return True

    def _newsroom(self, words: Words, *, sample: bool) -> Newsroom | None:
        if sample:
            return self._sample(self._folder, words)
        try:
            return open_newsroom(self._folder)
        except Refused as error:
            if error.message.code != "newsroom-missing":
                raise
        return self._first_start(words)

    def _sample(self, folder: Path, words: Words) -> Newsroom:
        """The sample newsroom; while its pictures are drawn a small window says so."""
        from editor_app.newsroom.sample import sample_newsroom  # noqa: PLC0415 - needed once

        if (folder / "newsroom.db").exists():
            return sample_newsroom(folder)
        waiting = WaitingDialog(self.theme, words.text("sample.title"), words.text("sample.text"))
        newsroom = waiting.run(lambda progress: sample_newsroom(folder, progress))
        newest = desk_page(newsroom, size=1).rows
        self.settings.setValue("story", newest[0].id if newest else "")  # the first look finds a story open
        return newsroom

    def _first_start(self, words: Words) -> Newsroom | None:
        dialog = StartDialog(self.theme, words, str(self._folder))
        answer = dialog.exec()
        if answer == SAMPLE:
            return self._sample(self._folder.with_name(f"{self._folder.name}-sample"), words)
        if answer != QDialog.DialogCode.Accepted:
            return None
        newsroom = create_newsroom(
            self._folder,
            style=dialog.style_select.current,
            name=dialog.value("newsroom"),
            four_eyes=not dialog.two_people.isChecked(),
        )
        sit_down(newsroom, person=add_person(newsroom, name=dialog.value("person"), roles=dialog.roles))
        return newsroom

    def _first_person(self, newsroom: Newsroom, words: Words) -> Person | None:
        from editor_app.ui.dialogs.person_dialog import PersonDialog  # noqa: PLC0415 - needed once

        dialog = PersonDialog(self.theme, words, None)
        dialog.boxes[Role.WRITER].setChecked(True)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return None
        person = add_person(newsroom, name=dialog.value("name"), roles=dialog.roles)
        sit_down(newsroom, person=person)
        return person

    def _speak(self, code: str) -> None:
        """Another language: the window is made anew in it, with the same story on screen."""
        language = next(known for known in LANGUAGES if known == code)
        old = self.window
        if self.newsroom is None or old is None:
            return
        self._asked = None
        if not old.close():
            return
        self.newsroom = with_language(self.newsroom, language)
        old.deleteLater()
        self.show_window()

    def _keep_theme(self) -> None:
        self.settings.setValue("theme", self.theme.mode.value)

    def _close(self) -> None:
        if self.newsroom is not None:
            self.newsroom.close()
            self.newsroom = None

    def _say(self, words: Words, error: Sayable) -> None:
        sentence = words.say(error)
        dialog = ConfirmDialog(
            self.theme,
            words.text("app.name"),
            sentence,
            accept=words.text("dialog.close"),
            cancel=words.text("dialog.cancel"),
        )
        dialog.cancel_button.hide()
        dialog.exec()

    def _crashed(self, bug: object) -> None:
        if isinstance(bug, BaseException):
            self._bug(type(bug), bug, bug.__traceback__)

    def _bug(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """A fault of the program: what was typed is kept first, then a report is written and said."""
        report = "".join(traceback.format_exception(kind, error, trace))
        sys.stderr.write(report)
        window = self.window
        if window is None:
            return
        attempts: tuple[Callable[[], object], ...] = (window.story.keep_now, lambda: self._report(report))
        for attempt in attempts:
            try:
                attempt()
            except Exception:  # noqa: BLE001 - one fault must not hide the next step
                sys.stderr.write(traceback.format_exc())

    def _report(self, report: str) -> None:
        path = self._folder / "crash-report.txt"
        path.write_text(report, encoding="utf-8")
        self._bug_file = str(path)
        self._say_bug()

    def _say_bug(self) -> None:
        """Says that something went wrong, and that what was typed is kept only once it is."""
        window = self.window
        if window is None or not self._bug_file:
            return
        match window.story.keeping:
            case Keeping.KEPT:
                window.tell(Refused("window-bug", file=self._bug_file))
                self._bug_file = ""
            case Keeping.FAILED:
                window.strip.tell_not_kept(Trouble("window-bug-not-kept", file=self._bug_file))
            case Keeping.CHANGED:
                pass  # it is being written: `kept` tells how that ends
