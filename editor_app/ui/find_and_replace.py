"""Find and replace: seeks in all texts of the open story, off the GUI thread, and goes through what it found."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from editor_app.story.finding import Finder, Hit, Query, finder, search
from editor_app.story.passages import Passage, Spot
from editor_app.story.replacing import replacement
from editor_app.ui.binding import bind
from editor_app.ui.find_bar import FindBar
from editor_app.ui.find_places import FindPlaces, Found
from editor_app.ui.find_scope import Scope
from editor_app.ui.kit.theme import Theme
from editor_app.ui.kit.toast import Toast
from editor_app.ui.open_story import OpenStory
from editor_app.ui.runner import Runner
from editor_app.words import Message, Sayable, Words

LONGEST_TAKEN = 200  # signs of a selection that are taken over as what is sought


@dataclass(frozen=True, slots=True)
class _Search:
    """What was sought in which texts, and what came of it: `hits` where each stands, `founds` all in a row."""

    query: Query
    passages: tuple[Passage, ...]
    ready: Finder | None = None
    hits: Mapping[Spot, tuple[Hit, ...]] = field(default_factory=dict)
    founds: tuple[Found, ...] = ()


@dataclass(frozen=True, slots=True)
class _Replaced:
    """What "replace all" changed, and how all was left, to see whether it may still be taken back."""

    before: Mapping[Spot, str]
    after: Mapping[Spot, str]  # in the fields beside the body
    steps: int  # of the body's document


class FindAndReplace(QObject):
    """Does what the find bar asks for; hits are gone through in reading order, from the last on to the first."""

    searched = Signal()  # hits of what is sought now are known, or why there are none

    def __init__(
        self,
        theme: Theme,
        words: Words,
        story: OpenStory,
        runner: Runner,
        places: FindPlaces,
        bar: FindBar,
        toast: Toast,
    ) -> None:
        super().__init__(bar)
        self._theme = theme
        self._words = words
        self._story = story
        self._runner = runner
        self._places = places
        self._bar = bar
        self._toast = toast
        self._search = _Search(Query(""), ())
        self._current: int | None = None
        self._scope: Scope | None = None
        self._asked = 0
        self._is_seeking = False
        self._then: Callable[[], None] | None = None  # what is done with the hits that are being sought
        self._waiting: list[Callable[[], None]] = []  # what a person asked for meanwhile
        self._origin: tuple[Spot, int] | None = None  # where one was when the search began
        self._replaced: _Replaced | None = None
        bar.changed.connect(self._sought)
        bar.in_selection.toggled.connect(self._set_scope)
        bar.stepped.connect(self.step)
        bar.replace_wanted.connect(self._replace)
        bar.replace_all_wanted.connect(self._replace_all)
        bar.closed.connect(self.close)
        bar.fitted.connect(self._keep_in_sight)
        story.loaded.connect(self._loaded)
        story.edited.connect(self._look_again)
        story.refreshed.connect(self._show_leave)
        theme.changed.connect(self._redress)
        story.document.contentsChanged.connect(self._follow_undo)
        self._bind_keys(places.page)
        self._show_leave()

    @property
    def founds(self) -> tuple[Found, ...]:
        """The hits of what was sought last."""
        return self._search.founds

    @property
    def current(self) -> Found | None:
        """The hit one stands at."""
        return None if self._current is None else self._search.founds[self._current]

    def open(self, *, replacing: bool = False) -> None:
        """Shows the bar; words that are selected are what is sought."""
        if self._story.view is None:
            return
        is_new = not self._bar.isVisible()
        selected = self._places.selected_text() if is_new or self._places.has_moved else ""
        taken = selected if "\n" not in selected and len(selected) <= LONGEST_TAKEN else ""
        scope = self._places.scope() if is_new and not selected else None
        # A no-break space that was only taken along is to be found as any other.
        self._bar.open(taken.replace("\u00a0", " ").replace("\u202f", " "), replacing=replacing)
        self._escape.setEnabled(True)
        if scope is not None:
            self._bar.in_selection.setChecked(True)
        elif taken:
            self._sought()
        elif is_new:
            self._seek(None)  # what was sought last is marked again; nobody is carried away

    def close(self) -> None:
        """Hides the bar; the hit one stands at stays selected, ready to be typed over."""
        if not self._bar.isVisible():
            return
        self._places.take_keyboard()  # before the bar goes, or Qt would give it to the next field
        self._bar.hide()
        self._escape.setEnabled(False)
        self._bar.in_selection.setChecked(False)
        self._asked += 1
        self._is_seeking, self._then = False, None
        self._waiting.clear()
        self._search = _Search(self._search.query, ())
        self._current = None
        self._places.mark({}, None)

    def step(self, by: int) -> None:
        """Goes to the next hit (1) or the one before (-1), and opens the bar where it is closed."""
        if self._story.view is None:
            return
        if not self._bar.query.text:
            self.open()
            return
        if not self._bar.isVisible():
            self._bar.show()
            self._escape.setEnabled(True)
        self._waiting.append(lambda: self._go(by))
        self._work_off()

    def _bind_keys(self, page: QWidget) -> None:
        bind("find", page, self.open)
        bind("replace", page, lambda: self.open(replacing=True))
        bind("find-next", page, lambda: self.step(1))
        bind("find-previous", page, lambda: self.step(-1))
        (self._escape,) = bind("find-close", page, self.close)
        self._escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._escape.setEnabled(False)  # of the page alone, and not while there is nothing to close

    # Seeking

    def _sought(self) -> None:
        """Something else is sought: the first hit from where one was is gone to."""
        if self._places.has_moved:
            here = self._places.here()
            self._origin = (here.spot, here.start)
        self._waiting.clear()
        self._seek(self._go_from_origin)

    def _look_again(self) -> None:
        """Something was typed: hits are others now, but nobody is carried away."""
        if self._bar.isVisible() and self._places.passages() != self._search.passages:
            self._seek(self._then)

    def _loaded(self) -> None:
        self._bar.in_selection.setChecked(False)
        if self._replaced is not None:
            self._toast.leave()  # its button belongs to the story before
        self._replaced = self._origin = self._scope = self._current = None
        self._search = _Search(self._search.query, ())
        self._waiting.clear()
        if self._story.view is None:
            self.close()
        elif self._bar.isVisible():
            self._seek(None)

    def _work_off(self) -> None:
        """Does what was asked for with the hits as the story now is; old ones are sought anew first."""
        while self._waiting and not self._is_seeking:
            if self._is_known():
                self._waiting.pop(0)()
            else:
                self._seek(None)

    def _is_known(self) -> bool:
        known = self._search
        return (
            known.ready is not None
            and known.query == self._bar.query
            and known.passages == self._places.passages()
        )

    def _seek(self, then: Callable[[], None] | None) -> None:
        self._asked += 1
        asked, query = self._asked, self._bar.query
        passages = self._places.passages()
        limits = None if self._scope is None else (self._scope.spot, self._scope.limits())
        self._then, self._is_seeking = then, True
        if not query.text:
            self._settle(_Search(query, passages))
            return

        def job() -> _Search | None:
            if asked != self._asked:
                return None  # something else is sought by now
            ready = finder(query)
            hits = search(ready, [passage.text for passage in passages])
            by_spot = {passage.spot: of_one for passage, of_one in zip(passages, hits, strict=True) if of_one}
            if limits is not None:
                by_spot = _within(limits, by_spot)
            founds = tuple(Found(spot, hit) for spot, of_one in by_spot.items() for hit in of_one)
            return _Search(query, passages, ready, by_spot, founds)

        def done(found: _Search | None) -> None:
            if found is not None and asked == self._asked:
                self._settle(found)

        def failed(error: Sayable) -> None:
            if asked == self._asked:
                self._settle(_Search(query, passages), error)

        self._runner.read(job, done, failed)

    def _settle(self, found: _Search, error: Sayable | None = None) -> None:
        before, self._search = self.current, found
        self._current = self._place_of(before)
        then, self._then, self._is_seeking = self._then, None, False
        self._bar.show_message("" if error is None else self._words.say(error))
        if found.ready is None:
            self._waiting.clear()
        elif then is not None:
            then()
        self._show()
        self._work_off()
        self.searched.emit()

    def _place_of(self, before: Found | None) -> int | None:
        """Where the hit that one stood at is now; None where it is gone."""
        place = 0
        for spot, hits in self._search.hits.items():
            if before is not None and spot == before.spot:
                return place + hits.index(before.hit) if before.hit in hits else None
            place += len(hits)
        return None

    # Going through hits

    def _go_from_origin(self) -> None:
        self._go_to(self._next_from(self._origin), wraps=False)

    def _go(self, by: int) -> None:
        """One further, from the hit one stands at or from where the cursor was put since."""
        founds = self._search.founds
        if not founds:
            return
        here = self._places.here()
        if self._current is None or self._places.has_moved:
            place = (here.spot, here.end if by > 0 else here.start) if self._places.has_moved else self._origin
            number = self._next_from(place) - (by < 0)
        else:
            number = self._current + by
        self._go_to(number, wraps=True)

    def _go_to(self, number: int, *, wraps: bool) -> None:
        founds = self._search.founds
        if not founds:
            self._current = None
            self._show()
            return
        self._current = number % len(founds)
        self._places.select(founds[self._current])
        self._show()
        if wraps:
            self._bar.tell_count()

    def _next_from(self, place: tuple[Spot, int] | None) -> int:
        """The number of the first hit at or behind a place; that of none is the one behind the last."""
        if place is None:
            return 0
        order = self._order()
        wanted = (order.get(place[0], (0, 0)), place[1])
        places = ((order[found.spot], found.hit.start) for found in self._search.founds)
        return next((number for number, at in enumerate(places) if at >= wanted), len(self._search.founds))

    def _order(self) -> dict[Spot, tuple[int, int]]:
        """The places of all passages in reading order; blocks that say nothing stand behind the one above."""
        spoken = {passage.spot: number for number, passage in enumerate(self._search.passages)}
        before_body = (number for spot, number in spoken.items() if spot.in_body)
        order = {spot: (number, 0) for spot, number in spoken.items()}
        last = (next(before_body, len(spoken)) - 1, 1)
        for key in self._story.document.keeper.order:
            last = order.setdefault(Spot("block", key), (last[0], last[1] + 1))
        return order

    # Replacing

    def _replace(self) -> None:
        self._waiting.append(self._replace_current)
        self._work_off()

    def _replace_current(self) -> None:
        """Changes the hit one stands at and goes to the next; where one stands at none, goes to it first."""
        current, ready = self.current, self._search.ready
        if current is None or self._places.has_moved or ready is None:
            self._go(1)
            return
        if self._places.refusal(current.spot) is not None:
            return
        try:
            texts = {passage.spot: passage.text for passage in self._search.passages}
            edit = replacement(ready, self._bar.written.text()).edits(texts[current.spot], (current.hit,))
        except Sayable as error:
            self._bar.show_message(self._words.say(error))
            return
        self._places.write({current.spot: edit}, texts)
        self._origin = (current.spot, current.hit.start + len(edit[0].text))
        self._seek(self._go_from_origin)

    def _replace_all(self) -> None:
        self._waiting.append(self._replace_every)
        self._work_off()

    def _replace_every(self) -> None:
        """Changes all hits that may be changed, and offers to take that back."""
        ready = self._search.ready
        if ready is None:
            return
        try:
            written = replacement(ready, self._bar.written.text())
        except Sayable as error:
            self._bar.show_message(self._words.say(error))
            return
        refused = {at_photo: self._places.refusal(spot) for at_photo, spot in self._kinds().items()}
        hits = {spot: of_one for spot, of_one in self._search.hits.items() if refused[spot.at_photo] is None}
        if not hits:
            return
        before = {passage.spot: passage.text for passage in self._search.passages if passage.spot in hits}
        edits = {spot: written.edits(text, hits[spot]) for spot, text in before.items()}
        self._places.write(edits, before)
        beside = [spot for spot in edits if not spot.in_body]
        steps = self._story.document.availableUndoSteps()
        self._replaced = _Replaced(before, self._places.texts(beside), steps)
        QTimer.singleShot(0, self, self._look_again)  # the window shows what was done before it is read again
        number = sum(len(made) for made in edits.values())
        self._toast.tell(
            self._words.count("find.replaced", number), action=self._words.text("find.undo"), act=self._take_back
        )

    def _take_back(self) -> None:
        """Takes the last "replace all" back in every field, unless something was changed since."""
        replaced, self._replaced = self._replaced, None
        steps = self._story.document.availableUndoSteps()
        if replaced is None or replaced.steps != steps or replaced.after != self._places.texts(replaced.after):
            self._toast.tell(self._words.text("find.not-taken-back"))
            return
        self._places.take_back(replaced.before)
        QTimer.singleShot(0, self, self._look_again)

    def _follow_undo(self) -> None:
        """Who takes a "replace all" back in the body means the other fields too, as far as they still say it."""
        replaced, document = self._replaced, self._story.document
        undone = replaced is not None and document.isRedoAvailable()
        if replaced is None or not undone or document.availableUndoSteps() >= replaced.steps:
            return
        now = {passage.spot: passage.text for passage in self._places.passages()}
        body = {spot: text for spot, text in replaced.before.items() if spot.in_body}
        if body and all(now.get(spot) == text for spot, text in body.items()):
            self._replaced = None
            QTimer.singleShot(0, self, lambda: self._take_back_beside(replaced))

    def _take_back_beside(self, replaced: _Replaced) -> None:
        now = self._places.texts(replaced.after)
        same = {spot: replaced.before[spot] for spot, text in replaced.after.items() if now[spot] == text}
        self._places.take_back(same)
        self._toast.leave()

    def _kinds(self) -> dict[bool, Spot]:
        """A spot with hits among those at photos (True) and one among the others: each kind has its own lock."""
        return {spot.at_photo: spot for spot in self._search.hits} or {False: Spot("block")}

    # Showing

    def _set_scope(self, wanted: bool) -> None:  # noqa: FBT001 - a signal's value
        if self._scope is not None:
            self._scope.hide()
        elif not wanted:
            return  # nothing was selected when it was switched on, and all is searched as before
        self._scope = self._places.scope() if wanted else None
        if self._scope is not None:
            self._scope.show(self._theme.tokens.hover)
        elif wanted:
            self._bar.in_selection.setChecked(False)
            self._bar.show_message(self._words.text("find.select-first"), fails=False)
            return
        if self._bar.isVisible():
            self._sought()

    def _keep_in_sight(self) -> None:
        """A row of the bar came or went over the hit one stands at."""
        if self.current is not None and not self._places.has_moved:
            self._places.select(self.current)

    def _redress(self) -> None:
        self._mark()
        if self._scope is not None:
            self._scope.show(self._theme.tokens.hover)

    def _show(self) -> None:
        number = None if self._current is None else self._current + 1
        self._bar.show_count(number, None if self._search.ready is None else len(self._search.founds))
        self._mark()
        self._show_leave()

    def _mark(self) -> None:
        if self._bar.isVisible():
            self._places.mark(self._search.hits, self.current)

    def _show_leave(self) -> None:
        """What may be replaced now: the words may be locked while captions are not."""
        say = self._words.say
        current = self.current
        refusals: list[Message | None] = [self._places.refusal(spot) for spot in self._kinds().values()]
        one = self._places.refusal(current.spot) if current is not None else refusals[0]
        every = None if None in refusals else refusals[0]
        self._bar.refuse_replacing(None if one is None else say(one), None if every is None else say(every))


def _within(
    limits: tuple[Spot, Mapping[str, tuple[int, int]]], hits: Mapping[Spot, tuple[Hit, ...]]
) -> dict[Spot, tuple[Hit, ...]]:
    """The hits that stand in the part that is searched alone."""
    of, by_key = limits
    kept: dict[Spot, tuple[Hit, ...]] = {}
    for spot, of_one in hits.items():
        if of.kind == "block":
            low, high = by_key.get(spot.key, (0, 0)) if spot.in_body else (0, 0)
        else:
            low, high = by_key[""] if spot == of else (0, 0)
        inside = tuple(hit for hit in of_one if low <= hit.start and hit.end <= high)
        if inside:
            kept[spot] = inside
    return kept
