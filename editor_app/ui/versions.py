"""The versions of the open story, from the window: read, compared, put back, recovered."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor_app.newsroom.desk import read_revision
from editor_app.newsroom.newsroom import Newsroom
from editor_app.story.revision import Revision
from editor_app.ui.binding import bind
from editor_app.ui.comparing import Comparing
from editor_app.ui.dialogs.reading_dialog import ReadingDialog
from editor_app.ui.kit.theme import Theme
from editor_app.ui.notice_strip import NoticeStrip
from editor_app.ui.open_story import OpenStory
from editor_app.ui.pictures import PictureShelf
from editor_app.ui.recovery import Recovery
from editor_app.ui.restoring import Restoring
from editor_app.ui.review_panel import ReviewPanel
from editor_app.ui.runner import Runner
from editor_app.words import Words


class Versions(QObject):
    """Does what the review tab and the notices over the page ask for; `told` carries what is to be said."""

    told = Signal(object)

    def __init__(
        self,
        newsroom: Newsroom,
        runner: Runner,
        theme: Theme,
        words: Words,
        shelf: PictureShelf,
        story: OpenStory,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._newsroom = newsroom
        self._runner = runner
        self._theme = theme
        self._words = words
        self._shelf = shelf
        self._story = story
        self._window = window
        self.comparing = Comparing(newsroom, runner, theme, words, shelf, story, window)
        self.restoring = Restoring(theme, words, story, window)
        self.recovery = Recovery(newsroom, runner, theme, words, story, window)
        for part in (self.comparing, self.restoring, self.recovery):
            part.told.connect(self.told)
        self.recovery.compare_wanted.connect(self.comparing.compare_unsaved)
        self.recovery.read_wanted.connect(self.read)
        self.recovery.restore_wanted.connect(self.restoring.restore)
        bind("compare", window, self.comparing.compare)

    def serve(self, strip: NoticeStrip, review: ReviewPanel) -> None:
        """Listens to the review tab, and gives the strip over the page its notices."""
        strip.add(self.recovery.notice)
        review.read_wanted.connect(self.read)
        review.news_wanted.connect(self.comparing.compare)
        review.compare_wanted.connect(self.comparing.compare_revision)
        review.restore_wanted.connect(self.restoring.restore)

    def read(self, revision_id: str) -> None:
        """Shows one revision, whole."""

        def show(revision: Revision) -> None:
            view = self._story.view
            author = "–" if view is None else view.name_of(revision.author)
            ReadingDialog(
                self._newsroom, self._theme, self._words, self._shelf, revision, author, self._window
            ).open()

        self._runner.read(lambda: read_revision(self._newsroom, revision_id), show, self.told.emit)
