"""The story on screen: its working copy, how it is kept, and what this person may do with it. No widgets."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from editor_app.newsroom.changes import Changes
from editor_app.newsroom.composing import Typed, drop_draft, keep_draft, save_story
from editor_app.newsroom.desk import StoryView, check_story, objections, view_story
from editor_app.newsroom.newsroom import Newsroom
from editor_app.richtext.document import read_block, read_blocks
from editor_app.richtext.look import Look
from editor_app.richtext.story_document import StoryDocument
from editor_app.storage.media import Original
from editor_app.story.body import Block, Body, Json, TextBlock, body_to_json
from editor_app.story.checks import Finding
from editor_app.story.people import Person, Role
from editor_app.story.photo import Attachment
from editor_app.story.revision import content_hash
from editor_app.story.story import Story, normal_story, story_to_json
from editor_app.story.workflow import Action, HeadState
from editor_app.ui.page_source import PageSource
from editor_app.ui.pictures import PictureShelf
from editor_app.ui.runner import Runner
from editor_app.words import Message, Sayable, note

KEEP_AFTER_MS = 1500  # after the first change that is not kept; with the write itself under two seconds
REST_MS = 300  # without typing, before checks and counts are made anew
RETRY_MS = 4000


class Keeping(StrEnum):
    """How safe what is on screen is."""

    KEPT = "kept"
    CHANGED = "changed"
    FAILED = "failed"


class OpenStory(QObject):
    """The working copy of one person, over the head of one story.

    `loaded`: a story (or none) was put on screen. `refreshed`: head, standing or history are others now.
    `edited`: something was typed, after a moment of rest. `kept`: how safe it is changed. `told`: something to be
    said in the window, a Sayable or a Message. `desk_changed`: the list shows something old.
    """

    loaded = Signal()
    refreshed = Signal()
    edited = Signal()
    kept = Signal()
    told = Signal(object)
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
        self.source = PageSource(newsroom.style, shelf, lambda: self._fields)
        self.document = StoryDocument(self.source, look, self)
        self.view: StoryView | None = None
        self.originals: dict[str, Original] = {}
        self.findings: tuple[Finding, ...] = ()
        self.keeping = Keeping.KEPT
        self.kept_at: datetime | None = None
        self.is_unlocked = False
        self._runner = runner
        self._fields = Story()
        self._blocks: dict[str, Block] = {}
        self._order: tuple[str, ...] = ()
        self._unkept: set[str] = set()
        self._whole = True
        self._base: str | None = None
        self._edits = 0
        self._asked = 0
        self._loading = False
        self._keep_timer = self._timer(KEEP_AFTER_MS, self._keep)
        self._rest_timer = self._timer(REST_MS, self._rest)
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
        self._collect()
        return replace(self._fields, body=self.body)

    @property
    def body(self) -> Body:
        """The body as it was when typing last rested."""
        return tuple(self._blocks[key] for key in self._order if key in self._blocks)

    @property
    def text_blocks(self) -> tuple[TextBlock, ...]:
        """The text blocks of `body`."""
        return tuple(block for block in self.body if isinstance(block, TextBlock))

    @property
    def objections(self) -> dict[Action, Message | None]:
        """Why this person may not take each action; None where it may be taken."""
        return {} if self.view is None else objections(self.newsroom, self.view, self.person)

    @property
    def edit_lock(self) -> Message | None:
        """Why nothing may be changed now, or what a change would undo until `unlock` is called."""
        if self.view is None:
            return None
        denied = self.objections[Action.EDIT]
        if denied is not None:
            return denied
        standing = self.view.standing
        if self.is_unlocked:
            return None
        if standing.head is HeadState.APPROVED:
            out = standing.publication.value in {"exported", "live"}
            return note("lock.approved-out" if out else "lock.approved")
        if standing.head is HeadState.IN_REVIEW and not self.person.is_a(Role.EDITOR):
            return note("lock.in-review")
        return None

    @property
    def can_unlock(self) -> bool:
        """Whether the lock is one that the person may lift."""
        return self.edit_lock is not None and self.objections.get(Action.EDIT) is None

    @property
    def may_write(self) -> bool:
        """Whether the words may be changed now."""
        writes = self.person.is_a(Role.WRITER) or self.person.is_a(Role.EDITOR)
        return self.view is not None and writes and self.edit_lock is None

    @property
    def may_change_photos(self) -> bool:
        """Whether photos may be added and described now."""
        return self.view is not None and self.edit_lock is None

    @property
    def is_stale(self) -> bool:
        """Whether the working copy was begun on a revision that is not the head any more."""
        return self.view is not None and self._base is not None and self._base != self.view.head.id

    @property
    def differs(self) -> bool:
        """Whether the working copy says something else than the head."""
        if self.view is None:
            return False
        return content_hash(normal_story(self.story())) != self.view.head.content_hash

    # Opening

    def open(self, story_id: str, then: Callable[[], None] | None = None) -> None:
        """Puts a story on screen; what was typed in the one before is kept first."""
        self.keep_now()
        self._asked += 1
        asked = self._asked

        def show(view: StoryView) -> None:
            if asked == self._asked:
                self._load(view)
                if then is not None:
                    then()

        self._runner.write(lambda: view_story(self.newsroom, story_id, person=self.person), show, self.told.emit)

    def close(self) -> None:
        """Takes the story off the screen."""
        self.keep_now()
        self._asked += 1
        self._load(None)

    def act_as(self, person: Person) -> None:
        """Another person sits down: the story is opened anew with that person's working copy."""
        story_id = self.story_id
        self.keep_now()
        self.person = person
        if story_id is not None:
            self.open(story_id)

    def unlock(self) -> None:
        """The person knows what a change undoes, and begins to change."""
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
        photos = self._fields.photos
        if said.get("lead"):
            photos = tuple(replace(photo, lead=False) for photo in photos)
        self.change(photos=tuple(replace(p, **said) if p.key == key else p for p in photos))
        self._draw_again(key)

    def add_photos(self, photos: tuple[Attachment, ...], originals: dict[str, Original]) -> None:
        """Attaches photos; the first one of a story leads it."""
        self.originals |= originals
        fresh = list(photos)
        if fresh and self._fields.lead is None:
            fresh[0] = replace(fresh[0], lead=True)
        self.change(photos=(*self._fields.photos, *fresh))

    def remove_photo(self, key: str) -> None:
        """Takes a photo off the story; its original stays in the newsroom."""
        self.change(photos=tuple(photo for photo in self._fields.photos if photo.key != key))

    def move_photo(self, key: str, by: int) -> None:
        """Moves a photo in the order of photos."""
        photos = list(self._fields.photos)
        place = next((index for index, photo in enumerate(photos) if photo.key == key), None)
        if place is None or not 0 <= place + by < len(photos):
            return
        photos.insert(place + by, photos.pop(place))
        self.change(photos=tuple(photos))

    # Keeping and doing

    def keep_now(self) -> None:
        """Keeps what was typed at once, without waiting for the clock."""
        if self.keeping is not Keeping.KEPT:
            self._keep()

    def save(self, then: Callable[[], None] | None = None) -> None:
        """Makes a revision, where something changed."""
        self.do(None, then)

    def do(
        self,
        verb: Callable[[Newsroom, str, Person], Changes] | None,
        then: Callable[[], None] | None = None,
    ) -> None:
        """Saves what was typed, takes an action, and shows where the story stands then."""
        view = self.view
        if view is None:
            return
        self._keep_timer.stop()
        newsroom, person, story_id, story = self.newsroom, self.person, view.row.id, self.story()
        base, edits, confirmed = self._base, self._edits, self.is_unlocked
        may_edit = self.edit_lock is None

        def job() -> tuple[bool, StoryView]:
            fell = False
            if may_edit:
                saved = save_story(
                    newsroom, story_id=story_id, story=story, person=person, base=base, confirmed=confirmed
                )
                fell = saved.approval_fell
            if verb is not None:
                verb(newsroom, story_id, person)
            return fell, view_story(newsroom, story_id, person=person)

        def done(result: tuple[bool, StoryView]) -> None:
            self._settle(result[1], edits)
            if result[0]:
                self.told.emit(note("told.approval-fell"))
            if then is not None:
                then()

        def failed(error: Sayable) -> None:
            self._whole = True
            if self.keeping is not Keeping.KEPT:
                self._keep_timer.start()
            self.told.emit(error)
            self._reread()

        self._runner.write(job, done, failed)

    def keep_failed(self) -> bool:
        """Whether the last try to keep what was typed went wrong."""
        return self.keeping is Keeping.FAILED

    def look_again(self) -> None:
        """Looks anew where the story stands, as after an export."""
        self._reread()
        self.desk_changed.emit()

    def keep_mine(self) -> None:
        """Goes on with a working copy that was begun on an older revision; saving puts it on top of the head."""
        if self.view is not None:
            self._base = self.view.head.id
            self._whole = True
            self._touch()
            self.refreshed.emit()

    def take_newest(self) -> None:
        """Gives the working copy up and shows the head."""
        view = self.view
        if view is None:
            return
        newsroom, person, story_id = self.newsroom, self.person, view.row.id
        self._keep_timer.stop()
        self._set_keeping(Keeping.KEPT)

        def job() -> StoryView:
            drop_draft(newsroom, story_id=story_id, person=person)
            return view_story(newsroom, story_id, person=person)

        self._runner.write(job, self._load, self.told.emit)

    # Inside

    def _load(self, view: StoryView | None) -> None:
        self._loading = True
        self._keep_timer.stop()
        self.view = view
        self.is_unlocked = False
        story = Story() if view is None else view.story
        self._fields = replace(story, body=())
        self.originals = {} if view is None else dict(view.originals)
        draft = None if view is None else view.draft
        self._base = None if view is None else (view.head.id if draft is None else draft.base)
        self.document.fill(story.body, story.direction)
        self._collect_all()
        self._whole = draft is None
        self._loading = False
        self.kept_at = None if view is None else (view.row.updated if draft is None else draft.updated)
        self._set_keeping(Keeping.KEPT)
        self._rest_timer.stop()
        self._check()
        self.loaded.emit()
        self.refreshed.emit()

    def _settle(self, view: StoryView, edits: int) -> None:
        """The head is another now; what is on screen stays, for it is what was saved."""
        self.view = view
        self.originals |= view.originals
        self._base = view.head.id
        self._whole = True
        self.is_unlocked = self.is_unlocked and view.standing.head is HeadState.APPROVED
        if edits == self._edits:
            self.kept_at = view.row.updated
            self._set_keeping(Keeping.KEPT)
        else:
            self._keep_timer.start()
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

        self._runner.read(lambda: view_story(self.newsroom, story_id, person=person), show, lambda _: None)

    def _typed(self, _position: int, removed: int, added: int) -> None:
        if not self._loading and (removed or added):
            self._touch()

    def _touch(self) -> None:
        if self._loading or self.view is None:
            return
        self._edits += 1
        if self.keeping is Keeping.KEPT:
            self._set_keeping(Keeping.CHANGED)
        if not self._keep_timer.isActive():
            self._keep_timer.start(KEEP_AFTER_MS)
        self._rest_timer.start()

    def _keep(self) -> None:
        """Writes the fields and the blocks that changed, off the GUI thread."""
        view = self.view
        self._keep_timer.stop()
        if view is None:
            return
        self._collect()
        keys = set(self._order) if self._whole else self._unkept & set(self._order)
        fields = story_to_json(replace(self._fields, body=()))
        del fields["body"]
        written: dict[str, Json] = {
            key: body_to_json((self._blocks[key],))[0] for key in keys if key in self._blocks
        }
        typed = Typed(base=self._base, fields=fields, order=self._order, blocks=written)
        self._unkept.clear()
        self._whole = False
        newsroom, person, story_id, edits = self.newsroom, self.person, view.row.id, self._edits

        def done(_: None) -> None:
            if self.story_id == story_id:
                self.kept_at = newsroom.clock()
                if edits == self._edits:
                    self._set_keeping(Keeping.KEPT)
                elif not self._keep_timer.isActive():
                    self._keep_timer.start(KEEP_AFTER_MS)

        def failed(error: Sayable) -> None:
            if self.story_id == story_id:
                self._whole = True
                self._set_keeping(Keeping.FAILED)
                self._keep_timer.start(RETRY_MS)
            self.told.emit(error)

        self._runner.write(
            lambda: keep_draft(newsroom, story_id=story_id, person=person, typed=typed), done, failed
        )

    def _rest(self) -> None:
        self._collect()
        self._check()
        self.edited.emit()

    def _check(self) -> None:
        self.findings = (
            () if self.view is None else check_story(self.newsroom, replace(self._fields, body=self.body))
        )

    def _collect(self) -> None:
        order, changed = self.document.changes.take()
        self._order = tuple(order)
        self._blocks.update(changed)
        self._unkept.update(changed)
        for key in self._order:
            if key not in self._blocks and (block := self.document.block_of(key)) is not None:
                self._blocks[key] = next(iter(read_block(block)))
                self._unkept.add(key)

    def _collect_all(self) -> None:
        last = self.document.blockCount() - 1
        blocks = read_blocks(self.document, 0, last, self.document.direction)
        self._blocks = {block.key: block for block in blocks}
        self._order = tuple(self.document.changes.take()[0])
        self._unkept.clear()

    def _picture_came(self, sha256: str) -> None:
        for photo in self._fields.photos:
            if photo.sha256 == sha256:
                self._draw_again(photo.key)

    def _draw_again(self, key: str) -> None:
        """Draws a photo's card anew, which is no change of the story."""
        before, self._loading = self._loading, True
        self.document.photo_changed(key)
        self._loading = before
        self.photo_drawn.emit(key)

    def _set_keeping(self, keeping: Keeping) -> None:
        self.keeping = keeping
        self.kept.emit()

    def _timer(self, milliseconds: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(act)
        return timer
