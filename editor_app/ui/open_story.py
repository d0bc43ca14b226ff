"""The story on screen: its working copy, and what this person may do with it. No widgets."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from editor_app.newsroom.composing import Typed, drop_draft
from editor_app.newsroom.desk import StoryView, check_story, look_at_story, objections
from editor_app.newsroom.newsroom import Newsroom
from editor_app.richtext.look import Look
from editor_app.richtext.story_document import StoryDocument
from editor_app.storage.media import Original
from editor_app.story.body import Body, placed_photos
from editor_app.story.checks import Finding
from editor_app.story.people import Person
from editor_app.story.photo import Attachment, attached_to, described, moved
from editor_app.story.revision import content_hash
from editor_app.story.story import Story, normal_story
from editor_app.story.workflow import Action, HeadState
from editor_app.ui.acting import Copy, Done, Verb, save_and_act
from editor_app.ui.keeping import Keeper, Keeping
from editor_app.ui.lock import lock, words_lock
from editor_app.ui.page_source import PageSource
from editor_app.ui.pictures import PictureShelf
from editor_app.ui.runner import Runner
from editor_app.ui.showing import Shown, shown_to
from editor_app.ui.working_body import WorkingBody
from editor_app.words import Message, Sayable, Trouble, note

REST_MS = 300  # without typing, before checks and counts are made anew
CLOSING_TRIES = 3  # what is being written, what was typed meanwhile, and once more where a write failed


class OpenStory(QObject):
    """The working copy of one person, over the head of one story.

    `opening`: a long story is being put on screen. `loaded`: one was. `stayed`: another could not be.
    `refreshed`: head, standing or history are others now. `edited`: something was typed, after a moment of rest.
    `kept`: how safe it is changed. `told`: something to be said in the window, a Sayable or a Message;
    `not_kept`: the same where what was typed could not be kept, of no matter once it is. `desk_changed`: the
    list shows something old.
    """

    loaded = Signal()
    stayed = Signal()
    refreshed = Signal()
    edited = Signal()
    kept = Signal()
    told = Signal(object)
    not_kept = Signal(object)
    photo_drawn = Signal(str)  # the key of a photo whose card is to be drawn anew
    desk_changed = Signal()

    def __init__(
        self,
        newsroom: Newsroom,
        runner: Runner,
        shelf: PictureShelf,
        person: Person,
        look: Look,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.newsroom = newsroom
        self.person = person
        self.source = PageSource(newsroom.style, shelf, lambda: self._fields, lambda: self.originals)
        self.document = StoryDocument(self.source, look, self)
        self.view: StoryView | None = None
        self.originals: dict[str, Original] = {}
        self.findings: tuple[Finding, ...] = ()
        self.is_unlocked = False
        self._runner = runner
        self._fields = Story()
        self._body = WorkingBody(self.document, self)
        self.opening = self._body.long_begun
        self._taken_off: dict[str, Attachment] = {}
        self._base: str | None = None
        self._hidden: StoryView | None = None  # with the own working copy that the lock keeps out of sight
        self._asked = 0
        self._keeper = Keeper(newsroom, runner, self._take, self)
        self._keeper.changed.connect(self.kept)
        self._keeper.told.connect(self.not_kept)
        self._rest_timer = QTimer(self)
        self._rest_timer.setSingleShot(True)
        self._rest_timer.setInterval(REST_MS)
        self._rest_timer.timeout.connect(self._rest)
        self.document.contentsChange.connect(self._typed)
        shelf.ready.connect(self._picture_came)

    # What is on screen

    @property
    def story_id(self) -> str | None:
        """The story on screen."""
        return None if self.view is None else self.view.row.id

    @property
    def fields(self) -> Story:
        """Everything but the body, as it is on screen."""
        return self._fields

    def story(self) -> Story:
        """The whole working copy."""
        return replace(self._fields, body=self._read_body())

    @property
    def body(self) -> Body:
        """The body as it was when typing last rested."""
        return self._body.body

    @property
    def keeping(self) -> Keeping:
        """How safe what is on screen is."""
        return self._keeper.state

    @property
    def kept_at(self) -> datetime | None:
        """When it was last kept, in UTC."""
        return self._keeper.kept_at

    @property
    def objections(self) -> dict[Action, Message | None]:
        """Why this person may not take each action; None where it may be taken."""
        return {} if self.view is None else objections(self.newsroom, self.view, self.person)

    @property
    def edit_lock(self) -> Message | None:
        """Why nothing may be changed now, or what a change would undo until `unlock` is called."""
        if self.view is None:
            return None
        return self.objections[Action.EDIT] or (None if self.is_unlocked else self._lock(self.view))

    @property
    def can_unlock(self) -> bool:
        """Whether the lock is one that the person may lift."""
        return self.edit_lock is not None and self.objections.get(Action.EDIT) is None

    @property
    def words_lock(self) -> Message | None:
        """Why the words may not be changed now."""
        return self.edit_lock or words_lock(self.person)

    @property
    def differs(self) -> bool:
        """Whether the working copy says something else than the head."""
        view = self.view
        return view is not None and content_hash(normal_story(self.story())) != view.head.content_hash

    @property
    def is_stale(self) -> bool:
        """Whether the working copy was begun on a revision that is not the head any more."""
        return self.view is not None and self._base is not None and self._base != self.view.head.id

    # Opening

    def open(
        self, story_id: str, then: Callable[[], None] | None = None, *, person: Person | None = None
    ) -> None:
        """Puts a story on screen, as `person` sees it; what was typed in the one before is kept first.

        Where that cannot be kept the one before stays on screen.
        """
        reader = person or self.person
        self.keep_now()
        self._asked += 1
        asked = self._asked

        def show(view: StoryView) -> None:
            if asked != self._asked:
                return
            if self.keeping is Keeping.FAILED:
                self.not_kept.emit(Trouble("story-not-left"))
                self.stayed.emit()
            elif self.keeping is Keeping.CHANGED:  # somebody typed on
                self.open(story_id, then, person=reader)
            else:
                self.person = reader
                self._load(view, then)

        def stay(error: Sayable) -> None:
            self.told.emit(error)
            self.stayed.emit()

        # In the queue of what is written, so that the draft that is read is the one just kept.
        self._runner.write(lambda: look_at_story(self.newsroom, story_id, person=reader), show, stay)

    def act_as(self, person: Person, then: Callable[[], None]) -> None:
        """Another person sits down: what the one before typed is saved, so that both see the same story.

        Where it cannot be saved it stays that person's working copy.
        """
        story_id = self.story_id
        if story_id is None:
            self.person = person
            then()
            return

        def sit() -> None:
            self.open(story_id, then, person=person)

        if self.edit_lock is None and not self.is_stale and self.differs:
            self.do(None, sit, otherwise=sit)
        else:
            sit()

    def unlock(self) -> None:
        """The person knows what a change undoes, and begins to change; an own working copy shows again."""
        hidden = self._hidden
        if hidden is not None:
            self._load(hidden, unlocked=True)
            return
        self.is_unlocked = True
        self.refreshed.emit()

    # Changing

    def change(self, **fields: Any) -> None:
        """Changes fields of the story that are not the body: headline, section, language, photos, …."""
        fresh = replace(self._fields, **fields)
        if fresh != self._fields:
            self._fields = fresh
            self._touch()

    def change_credits(self, **names: tuple[str, ...]) -> None:
        """Changes who is named at the foot."""
        self.change(credits=replace(self._fields.credits, **names))

    def change_photo(self, key: str, **said: Any) -> None:
        """Changes what is said of one photo; a new lead takes the place of the old one."""
        self.change(photos=described(self._fields.photos, key, **said))
        self._draw_again(key)

    def add_photos(self, photos: tuple[Attachment, ...], originals: dict[str, Original]) -> None:
        """Attaches photos; the first one of a story leads it."""
        self.originals |= originals
        self.change(photos=attached_to(self._fields.photos, photos))

    def remove_photo(self, key: str) -> None:
        """Takes a photo off the story; its original stays, and undo in the text brings it back."""
        self._taken_off |= {photo.key: photo for photo in self._fields.photos if photo.key == key}
        self.change(photos=tuple(photo for photo in self._fields.photos if photo.key != key))

    def move_photo(self, key: str, by: int) -> None:
        """Moves a photo in the order of photos."""
        self.change(photos=moved(self._fields.photos, key, by))

    # Keeping and doing

    def keep_now(self) -> None:
        """Keeps what was typed at once, without waiting for the clock."""
        self._keeper.keep()

    def keep_all(self) -> bool:
        """Waits until everything typed is kept; for closing alone. False where it cannot be."""
        for _ in range(CLOSING_TRIES):
            self.keep_now()
            if self._runner.settle() and self.keeping is Keeping.KEPT:
                return True
        return False

    def save(self, then: Callable[[], None] | None = None) -> None:
        """Makes a revision, where something changed."""
        self.do(None, then)

    def do(
        self,
        verb: Verb | None,
        then: Callable[[], None] | None = None,
        otherwise: Callable[[], None] | None = None,
    ) -> None:
        """Saves what was typed, takes an action, and shows where the story stands then.

        `then` is called where all went well, `otherwise` where the text could not be saved.
        """
        view = self.view
        if view is None:
            return
        newsroom, person, story_id = self.newsroom, self.person, view.row.id
        copy = Copy(self.story(), self._base, self.is_unlocked) if self.edit_lock is None else None
        edits = self._keeper.hand_over()

        def done(result: Done) -> None:
            if self.story_id == story_id:
                self._settle(result.view, edits)
            if result.approval_fell:
                self.told.emit(note("told.approval-fell"))
            if result.refused is not None:
                self.told.emit(result.refused)
            elif then is not None:
                then()

        def failed(error: Sayable) -> None:
            if self.story_id == story_id:
                self._keeper.take_back()
                self._reread()
            self.told.emit(error)
            if otherwise is not None:
                otherwise()

        self._runner.write(
            lambda: save_and_act(newsroom, story_id=story_id, person=person, copy=copy, verb=verb), done, failed
        )

    def look_again(self) -> None:
        """Looks anew where the story stands, as after an export."""
        self._reread()
        self.desk_changed.emit()

    def keep_mine(self) -> None:
        """Goes on with a copy that clashes with the head: what only the head has comes in, mine stands."""
        view = self.view
        if view is None or view.merged is None:
            return

        def done() -> None:
            self._touch()
            self.loaded.emit()
            self.refreshed.emit()

        self._fill(Shown(view, view.merged.story, view.head.id), done)

    def take_newest(self) -> None:
        """Gives the working copy up and shows the head."""
        view = self.view
        if view is None:
            return
        newsroom, person, story_id = self.newsroom, self.person, view.row.id
        self._keeper.watch(None, kept_at=None, whole=True)

        def job() -> StoryView:
            drop_draft(newsroom, story_id=story_id, person=person)
            return look_at_story(newsroom, story_id, person=person)

        def failed(error: Sayable) -> None:
            if self.view is view:  # what is on screen is watched again
                self._keeper.watch((story_id, person), kept_at=self.kept_at, whole=True)
                self._touch()
            self.told.emit(error)

        self._runner.write(job, self._load, failed)

    def _load(self, view: StoryView, then: Callable[[], None] | None = None, *, unlocked: bool = False) -> None:
        """Puts another story on screen; while a long one is being put there, none is open."""
        shown = shown_to(self.person, view, unlocked=unlocked)
        self.view = self._hidden = None
        self._keeper.watch(None, kept_at=None, whole=True)
        self._rest_timer.stop()

        def done() -> None:
            self.view, self._hidden, self.is_unlocked = shown.view, shown.hidden, unlocked
            draft = shown.view.draft
            kept_at = shown.view.row.updated if draft is None else draft.updated
            self._keeper.watch((shown.view.row.id, self.person), kept_at=kept_at, whole=not shown.is_draft)
            self._check()
            self.loaded.emit()
            self.refreshed.emit()
            if shown.caught_up:
                self._touch()
                head = shown.view.head
                self.told.emit(note("told.caught-up", name=shown.view.name_of(head.author), code=head.code))
            if then is not None:
                then()

        self._fill(shown, done)

    def _fill(self, shown: Shown, done: Callable[[], None]) -> None:
        """Shows another working copy, a long one step by step; calls `done` once it is there."""
        self._fields = replace(shown.story, body=())
        self._base = shown.base
        self.originals = dict(shown.view.originals)
        self._taken_off = {}
        self._body.fill(shown.story, done)

    def _lock(self, view: StoryView) -> Message | None:
        locked = lock(view.standing, self.person)
        return locked if locked is None or self._hidden is None else note("lock.own-copy", lock=locked)

    def _settle(self, view: StoryView, edits: int) -> None:
        """The head is another now; what is on screen stays, for it is what was saved."""
        if self._hidden is not None and lock(view.standing, self.person) is None:
            self._load(view)
            self.desk_changed.emit()
            return
        self.view = view
        self.originals |= view.originals
        self._base = view.head.id
        self.is_unlocked = self.is_unlocked and view.standing.head is HeadState.APPROVED
        self._keeper.saved(edits, view.row.updated)
        self._check()
        self.refreshed.emit()
        self.desk_changed.emit()

    def _reread(self) -> None:
        """Looks anew where the story stands, after something was refused."""
        view = self.view
        if view is None:
            return
        story_id, person = view.row.id, self.person

        def show(fresh: StoryView) -> None:
            if self.view is not None and self.view.row.id == story_id:
                self.view = fresh
                self.refreshed.emit()

        self._runner.read(lambda: look_at_story(self.newsroom, story_id, person=person), show, lambda _: None)

    def _typed(self, _position: int, removed: int, added: int) -> None:
        if not self._body.is_by_itself and (removed or added):
            self._touch()

    def _touch(self) -> None:
        if self.view is not None and self.view.unreadable is None:
            self._keeper.touch()
            self._rest_timer.start()

    def _take(self, whole: bool) -> Typed:  # noqa: FBT001 - the keeper's signature
        """What is to be kept: the fields, the order of blocks, and the blocks that changed."""
        self._read_body()
        return self._body.typed(self._fields, base=self._base, whole=whole)

    def _rest(self) -> None:
        self._read_body()
        self._check()
        self.edited.emit()

    def _read_body(self) -> Body:
        """Reads what changed; a photo that undo put back into the text is the story's again."""
        body = self._body.read()
        for key in placed_photos(body):
            if key in self._taken_off and self._fields.photo(key) is None:
                self._fields = replace(self._fields, photos=(*self._fields.photos, self._taken_off.pop(key)))
        return body

    def _check(self) -> None:
        whole = self.view is not None and self.view.unreadable is None
        self.findings = check_story(self.newsroom, replace(self._fields, body=self.body)) if whole else ()

    def _picture_came(self, sha256: str) -> None:
        for photo in self._fields.photos:
            if photo.sha256 == sha256:
                self._draw_again(photo.key)

    def _draw_again(self, key: str) -> None:
        """Draws a photo's card anew, which is no change of the story."""
        self._body.draw_photo(key)
        self.photo_drawn.emit(key)
