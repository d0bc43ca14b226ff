"""Where hits stand in the window: each is selected, marked and changed in its own field, wherever that is."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QApplication, QWidget

from editor_app.richtext.appearance import Marking, MarkKind
from editor_app.richtext.offsets import story_offset
from editor_app.richtext.replacing import replace_words, select_words
from editor_app.richtext.roles import key_of
from editor_app.story.finding import Hit
from editor_app.story.passages import Passage, Spot, passages
from editor_app.story.replacing import Edit, edited, on_one_line
from editor_app.ui.body_editor import BodyEditor
from editor_app.ui.find_fields import GrowingField, LineField, Mark, SearchedField
from editor_app.ui.find_scope import Scope
from editor_app.ui.kit.growing_text import GrowingText
from editor_app.ui.kit.theme import Theme
from editor_app.ui.open_story import OpenStory
from editor_app.ui.photo_panel import PhotoPanel
from editor_app.ui.story_page import StoryPage, look_of
from editor_app.words import Message

LAYER = "find"
BODY = Spot("block")  # stands for the whole body where its blocks do not matter


@dataclass(frozen=True, slots=True)
class Found:
    """A hit and where it stands."""

    spot: Spot
    hit: Hit


@dataclass(frozen=True, slots=True)
class Here:
    """What is selected in a field, or twice the place of its cursor."""

    spot: Spot
    start: int
    end: int


class FindPlaces(QObject):
    """The searched fields of the page and the photo panel.

    `show_photos` brings the photo panel into sight.
    """

    def __init__(
        self,
        theme: Theme,
        story: OpenStory,
        page: StoryPage,
        photos: PhotoPanel,
        show_photos: Callable[[], None],
    ) -> None:
        super().__init__(page)
        self._theme = theme
        self._story = story
        self._page = page
        self._photos = photos
        self._show_photos = show_photos
        self._fields: dict[Spot, SearchedField] = {
            Spot("kicker"): LineField(page.kicker, lambda: page.show_focus(page.kicker)),
            Spot("headline"): GrowingField(page.headline, lambda: page.show_focus(page.headline)),
            Spot("standfirst"): GrowingField(page.standfirst, lambda: page.show_focus(page.standfirst)),
            Spot("dateline"): LineField(page.dateline, lambda: page.show_focus(page.dateline)),
        }
        self._last = BODY  # where the keyboard was last
        self._selected: Here | None = None  # what was selected here, to see whether a person went elsewhere
        self._hits: Mapping[Spot, Sequence[Hit]] = {}
        self._current: Found | None = None
        self._marked: set[Spot] = set()
        QApplication.instance().focusChanged.connect(self._focus_changed)  # type: ignore[union-attr]
        page.verticalScrollBar().valueChanged.connect(lambda _: self._mark_in_sight())
        story.loaded.connect(self._forget)

    # What is there

    @property
    def page(self) -> QWidget:
        """The page with the fields over the body, and the body."""
        return self._page

    def passages(self) -> tuple[Passage, ...]:
        """What is searched, in reading order."""
        return passages(self._story.story())

    def texts(self, spots: Iterable[Spot]) -> dict[Spot, str]:
        """What stands at spots beside the body now; "" where the photo is gone."""
        fields = self._story.fields
        photos = {photo.key: photo for photo in fields.photos}
        return {
            spot: str(getattr(photos.get(spot.key) if spot.at_photo else fields, spot.kind, "")) for spot in spots
        }

    def here(self) -> Here:
        """Where a person was last: in the body, in a field over it, or at a photo."""
        field = None if self._last == BODY else self._field(self._last)
        if field is not None:
            return Here(self._last, *field.selection())
        cursor = self._page.body.textCursor()
        first, last = self._block_at(cursor.selectionStart()), self._block_at(cursor.selectionEnd())
        start = story_offset(first, cursor.selectionStart())
        end = story_offset(first, cursor.selectionEnd()) if first == last else start
        return Here(Spot("block", key_of(first)), start, end)

    @property
    def has_moved(self) -> bool:
        """Whether a person put the cursor elsewhere since the last hit was selected."""
        return self.here() != self._selected

    def selected_text(self) -> str:
        """The words that are selected where a person was last, if they stand in one passage."""
        field = None if self._last == BODY else self._field(self._last)
        if field is not None:
            start, end = field.selection()
            return field.text[start:end]
        cursor = self._page.body.textCursor()
        if self._block_at(cursor.selectionStart()) != self._block_at(cursor.selectionEnd()):
            return ""
        return cursor.selectedText().replace("\u2028", "\n").replace("\ufffc", "")

    def scope(self) -> Scope | None:
        """What a person selected, to be searched alone; None where nothing is, or only the last hit."""
        if self._last == BODY:
            editor: BodyEditor | GrowingText = self._page.body
        else:
            field = self._field(self._last)
            if field is None or not isinstance(field.widget, GrowingText):
                return None
            editor = field.widget
        is_own = self._selected is not None and not self.has_moved
        return None if is_own or not editor.textCursor().hasSelection() else Scope(self._last, editor)

    def refusal(self, spot: Spot) -> Message | None:
        """Why the words there may not be changed."""
        return self._story.edit_lock if spot.at_photo else self._story.words_lock

    # What is done with it

    def select(self, found: Found) -> None:
        """Selects a hit in its field and brings it into sight; the keyboard stays where it is."""
        spot, hit = found.spot, found.hit
        if not self._last.in_body and self._last != spot and (left := self._field(self._last)) is not None:
            left.deselect()
        if spot.in_body:
            self._last = BODY
            cursor = self._cursor(spot, hit)
            if cursor is not None:
                self._page.body.setTextCursor(cursor)
                self._page.show_focus(self._page.body)
        else:
            self._last = spot
            if spot.at_photo:
                self._show_photos()
                self._photos.show_field(spot.key, spot.kind)
            field = self._field(spot)
            if field is not None:
                field.select(hit.start, hit.end)
        self._selected = self.here()

    def take_keyboard(self) -> None:
        """Gives the keyboard back to where a person was last, or where the last hit stands."""
        field = None if self._last == BODY else self._field(self._last)
        if field is None:
            self._page.body.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        start, end = field.selection()
        field.widget.setFocus(Qt.FocusReason.OtherFocusReason)
        field.select(start, end)

    def mark(self, hits: Mapping[Spot, Sequence[Hit]], current: Found | None) -> None:
        """Marks these hits and no others, the current one more than the rest."""
        self._hits, self._current = hits, current
        in_sight = {key: self._markings(key) for key in self._keys_in_sight()}
        self._story.document.appearance.mark(in_sight, layer=LAYER)
        look = look_of(self._theme)
        in_fields = {spot for spot in hits if not spot.in_body}
        for spot in self._marked | in_fields:
            field = self._field(spot)
            if field is not None:
                marks = [Mark(hit.start, hit.end, self._kind(spot, hit)) for hit in hits.get(spot, ())]
                field.mark(marks, look)
        self._marked = in_fields

    def write(self, edits: Mapping[Spot, Sequence[Edit]], texts: Mapping[Spot, str]) -> None:
        """Makes edits of these texts; those of the body are one undo step, and so are those of each field."""
        replace_words(self._story.document, {spot: made for spot, made in edits.items() if spot.in_body})
        for spot, made in edits.items():
            field = None if spot.in_body else self._field(spot)
            if field is not None:
                field.write(texts[spot], made)
            elif spot.at_photo:  # its card was never opened
                self._story.change_photo(spot.key, **{spot.kind: edited(texts[spot], on_one_line(made))})

    def take_back(self, before: Mapping[Spot, str]) -> None:
        """Undoes the last step of the body, and of each other field that is named with what stood there."""
        if any(spot.in_body for spot in before):
            self._story.document.undo()
        for spot, text in before.items():
            field = None if spot.in_body else self._field(spot)
            if field is not None:
                field.widget.undo()
            if spot.at_photo:  # its card may be another by now
                self._story.change_photo(spot.key, **{spot.kind: text})

    # Inside

    def _mark_in_sight(self) -> None:
        """Marks what was scrolled into sight: to dress a long text whole would hold the window up."""
        if self._hits:
            fresh = {key: self._markings(key) for key in self._keys_in_sight()}
            self._story.document.appearance.mark_blocks(fresh, layer=LAYER)

    def _markings(self, key: str) -> list[Marking]:
        spot = Spot("block", key)
        return [Marking(hit.start, hit.end, self._kind(spot, hit)) for hit in self._hits.get(spot, ())]

    def _kind(self, spot: Spot, hit: Hit) -> MarkKind:
        current = self._current
        is_current = current is not None and current.hit is hit and current.spot == spot
        return "current" if is_current else "found"

    def _keys_in_sight(self) -> Iterable[str]:
        body, area = self._page.body, self._page.viewport()
        top = body.mapFrom(self._page, QPoint(0, 0)).y()
        layout = self._story.document.documentLayout()
        height = area.height()
        place = layout.hitTest(QPoint(0, max(top - height, 0)), Qt.HitTestAccuracy.FuzzyHit)
        block = self._block_at(max(place, 0))
        while block.isValid() and layout.blockBoundingRect(block).top() < top + 2 * height:
            yield key_of(block)
            block = block.next()

    def _cursor(self, spot: Spot, hit: Hit) -> QTextCursor | None:
        if spot.kind == "block":
            return select_words(self._story.document, spot.key, hit.start, hit.end)
        return select_words(self._story.document, spot.key, 0, 1)  # the table's card as a whole

    def _block_at(self, position: int) -> QTextBlock:
        return self._story.document.findBlock(position)

    def _field(self, spot: Spot) -> SearchedField | None:
        if not spot.at_photo:
            return self._fields.get(spot)
        field = self._photos.field(spot.key, spot.kind)
        return None if field is None else GrowingField(field, lambda: None)

    def _focus_changed(self, _: QWidget | None, now: QWidget | None) -> None:
        """Remembers the field that a person works in; buttons and the bar itself are none."""
        if now is self._page.body:
            self._last = BODY
        elif now is not None:
            known = (spot for spot, field in self._fields.items() if field.widget is now)
            spot = next(known, None) or self._spot_of_photo(now)
            if spot is not None:
                self._last = spot

    def _spot_of_photo(self, widget: QWidget) -> Spot | None:
        at = self._photos.field_at(widget)
        return None if at is None else Spot("alt" if at[1] == "alt" else "caption", at[0])

    def _forget(self) -> None:
        self._last, self._selected = BODY, None
        self._hits, self._current, self._marked = {}, None, set()
