"""Recovery: text that was typed before the program was cut off is offered, and no answer loses any of it.

The text is on screen already. To go on typing is to keep it; what is thrown away can be had back until the
window is closed.
"""

from contextlib import suppress
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor_app.newsroom.comparing import Compared, compare_versions
from editor_app.newsroom.desk import StoryView
from editor_app.newsroom.newsroom import Newsroom
from editor_app.newsroom.recovering import begin_session, end_session, put_back_draft, unsaved_since
from editor_app.storage.drafts import Draft
from editor_app.ui.comparison.saying import summary_line
from editor_app.ui.kit.dialog import ConfirmDialog, confirmed
from editor_app.ui.kit.theme import Theme
from editor_app.ui.open_story import OpenStory
from editor_app.ui.rescue_notice import RescueNotice
from editor_app.ui.runner import Runner
from editor_app.words import Sayable, Words


class Recovery(QObject):
    """Watches which story is opened, and tells in its `notice` what became of unsaved text.

    `compare_wanted`: what was typed is to be compared. `read_wanted` and `restore_wanted` name a revision.
    """

    compare_wanted = Signal()
    read_wanted = Signal(str)
    restore_wanted = Signal(str)
    told = Signal(object)

    def __init__(
        self, newsroom: Newsroom, runner: Runner, theme: Theme, words: Words, story: OpenStory, window: QWidget
    ) -> None:
        super().__init__(window)
        self.notice = RescueNotice(theme, words.text("banner.close"))
        self._newsroom = newsroom
        self._runner = runner
        self._theme = theme
        self._words = words
        self._story = story
        self._window = window
        self._since: datetime | None = None
        self._settled: set[tuple[str, str]] = set()
        self._thrown: dict[tuple[str, str], Draft] = {}
        self._offered: Draft | None = None
        story.loaded.connect(self._look)
        story.refreshed.connect(self._look_again)
        story.edited.connect(self._went_on)

    def begin(self) -> None:
        """The window opens: where it was cut off the last time, the story that was being written comes up."""
        newsroom, person = self._newsroom, self._story.person

        def job() -> tuple[datetime | None, str | None]:
            since = begin_session(newsroom)
            found = None if since is None else unsaved_since(newsroom, person=person, moment=since)
            return since, found

        def done(result: tuple[datetime | None, str | None]) -> None:
            self._since, found = result
            if found is not None:
                self._story.open(found)

        self._runner.write(job, done, self.told.emit)

    def end(self) -> None:
        """The window closes in good order; where that cannot be noted, the next one offers what it need not."""
        with suppress(Sayable):
            end_session(self._newsroom)

    def _look(self) -> None:
        """Another story, or another state of it, is on screen."""
        self._offered = None
        view, person = self._story.view, self._story.person
        if view is None:
            self.notice.withdraw()
            return
        key = (view.row.id, person.id)
        if view.unreadable is not None:
            self._tell_unreadable(view)
        elif view.aside is not None:
            text = self._words.text("rescue.aside", code=view.head.code, file=str(view.aside))
            self.notice.offer(text, "error", (), closes=True)
        elif key in self._thrown:
            self._tell_thrown(self._thrown[key])
        elif self._is_to_be_offered(view, key):
            self._offer(view)
        else:
            self.notice.withdraw()

    def _look_again(self) -> None:
        """The story stands otherwise: what was mended, saved or submitted needs no offer any more."""
        view = self._story.view
        if view is None or (self._offered is not None and view.draft is None):
            self._let_go()

    def _is_to_be_offered(self, view: StoryView, key: tuple[str, str]) -> bool:
        since, draft = self._since, view.draft
        return since is not None and draft is not None and draft.updated >= since and key not in self._settled

    def _offer(self, view: StoryView) -> None:
        draft = view.draft
        if draft is None:
            return
        self._offered = draft
        newsroom, base = self._newsroom, draft.base or view.head.id

        def show(compared: Compared) -> None:
            if self._offered is draft:
                self.notice.tell(self._offer_text(draft, summary_line(self._words, compared.summary)), "warning")

        def fail(_: Sayable) -> None:  # what it was begun on cannot be read: the text itself is there
            if self._offered is draft:
                self.notice.tell(self._offer_text(draft, "–"), "warning")

        # At once, before the page comes to rest; the figures follow.
        self._tell_offer(draft)
        self._runner.read(lambda: compare_versions(newsroom, base, draft.story), show, fail)

    def _tell_offer(self, draft: Draft) -> None:
        words = self._words
        ways = (
            (words.text("rescue.go-on"), self._went_on),
            (words.text("rescue.compare"), self.compare_wanted.emit),
            (words.text("rescue.discard"), self._discard),
        )
        self.notice.offer(self._offer_text(draft, words.text("compare.busy")), "warning", ways)

    def _offer_text(self, draft: Draft, changed: str) -> str:
        return self._words.text("rescue.offer", when=self._when(draft), changed=changed)

    def _tell_thrown(self, draft: Draft) -> None:
        words = self._words
        ways = ((words.text("rescue.put-back"), self._put_back),)
        self.notice.offer(words.text("rescue.thrown", when=self._when(draft)), "info", ways, closes=True)

    def _tell_unreadable(self, view: StoryView) -> None:
        words, unreadable = self._words, view.unreadable
        if unreadable is None:
            return
        line = unreadable.readable
        ways = []
        if line is not None:
            ways = [
                (words.text("rescue.read", code=line.code), lambda: self.read_wanted.emit(line.id)),
                (words.text("rescue.restore", code=line.code), lambda: self.restore_wanted.emit(line.id)),
            ]
        self.notice.offer(words.say(unreadable.why), "error", ways)

    def _went_on(self) -> None:
        """The person goes on with what was recovered."""
        if self._offered is not None:
            self._settled.add((self._offered.story_id, self._offered.person))
            self._let_go()

    def _let_go(self) -> None:
        self._offered = None
        self.notice.withdraw()

    def _discard(self) -> None:
        words, draft, view = self._words, self._offered, self._story.view
        if draft is None or view is None:
            return
        dialog = ConfirmDialog(
            self._theme,
            words.text("discard-dialog.title"),
            words.text("discard-dialog.text", code=view.head.code),
            accept=words.text("discard-dialog.accept"),
            cancel=words.text("dialog.cancel"),
            danger=True,
            parent=self._window,
        )
        if confirmed(dialog):
            key = (draft.story_id, draft.person)
            self._settled.add(key)
            self._thrown[key] = replace(draft, story=self._story.story())
            self._story.take_newest()

    def _put_back(self) -> None:
        view, person = self._story.view, self._story.person
        if view is None:
            return
        key = (view.row.id, person.id)
        draft = self._thrown.pop(key)
        self._story.keep_now()

        def done(meanwhile: Draft | None) -> None:
            if meanwhile is not None:
                self._thrown[key] = meanwhile
            self._story.open(key[0])

        def failed(error: Sayable) -> None:
            self._thrown[key] = draft
            self.told.emit(error)

        self._runner.write(lambda: put_back_draft(self._newsroom, draft), done, failed)

    def _when(self, draft: Draft) -> str:
        zone = self._newsroom.style.zone
        return self._words.clock(draft.updated, zone)
